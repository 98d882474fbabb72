"""What the reader took the file to say, so that an analyst can see whether that is what she meant.

Three lists: what was understood, thing by thing; what was assumed because nothing was written; and what stays
unknown. Nothing is printed here.
"""

from dataclasses import dataclass

from hiaat.scenario.problems import Place


@dataclass(frozen=True, slots=True)
class Told:
    """One thing of the file, in the words of the model."""

    section: str
    name: str
    facts: tuple[tuple[str, str], ...]
    place: Place

    def __str__(self) -> str:
        facts = "; ".join(f"{key}: {value}" for key, value in self.facts)
        return f"{self.section}: {self.name}" + (f" ({facts})" if facts else "")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something assumed or unknown; `asked` if the file itself says that it is unknown."""

    text: str
    place: Place
    asked: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Understood:
    """What `check` says back first."""

    understood: tuple[Told, ...] = ()
    assumed: tuple[Remark, ...] = ()
    unknown: tuple[Remark, ...] = ()

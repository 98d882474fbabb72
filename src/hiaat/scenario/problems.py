"""Collects the mistakes in a file, so that an analyst sees all of them at once instead of one a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

from hiaat.errors import HiaatError, InputError
from hiaat.scenario.messages import Language, message


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something is written; lines and columns count from 1, and are 0 where they are not known."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class InputErrors(HiaatError):
    """Everything that is wrong with one scenario, in the order of the file."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class Problems:
    """The mistakes found so far, told in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._found: dict[tuple[Place, str], InputError] = {}

    def add(self, place: Place, key: str, valid: Iterable[str] = (), /, **details: object) -> None:
        """Note a mistake and go on; the same mistake at the same place is told once."""
        self.tell(place, message(key, self.language, **details), valid)

    def tell(self, place: Place, text: str, valid: Iterable[str] = ()) -> None:
        """Note a mistake that the knowledge has the words for."""
        error = InputError(text, file=place.file, line=place.line or None, column=place.column or None, valid=valid)
        self._found.setdefault((place, text), error)

    def stop(self, place: Place, key: str, valid: Iterable[str] = (), /, **details: object) -> NoReturn:
        """Note a mistake after which the rest cannot be read."""
        self.add(place, key, valid, **details)
        raise self.errors()

    @property
    def any(self) -> bool:
        """Whether anything is wrong so far."""
        return bool(self._found)

    def errors(self) -> InputErrors:
        """All that was found, by place."""
        ordered = sorted(self._found, key=lambda found: found[0])
        return InputErrors(self._found[found] for found in ordered)

    def raise_if_any(self) -> None:
        """Refuse the scenario if anything is wrong with it."""
        if self._found:
            raise self.errors()

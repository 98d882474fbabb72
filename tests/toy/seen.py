"""A village and its hydrants, judged by the rules that judge care: what a test sees of a judgement, by plain names."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from textwrap import dedent

from hiaat.findings import Candidate, Cell, Finding, Judgement
from hiaat.judging import Judge
from hiaat.scenario import Scenario, read_text

WORLD = Path(__file__).parent / "world"
HEAD = "hiaat: 1\nas of: 2024-06-15\n"
STREET = "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: NEEDS}]\n"


@cache
def judge(engine: str = "fast") -> Judge:
    """The judge of this world, made once."""
    return Judge(folders=[WORLD], engine_name=engine)


@dataclass(frozen=True)
class Seen:
    """A judgement by local names: `seen.verdict("repair", "Performance", "winter")`."""

    scenario: Scenario
    judgement: Judgement

    @cached_property
    def _names(self) -> dict[str, str]:
        labels = [triple for triple in self.scenario.triples if triple.predicate.value.endswith("#label")]
        return {str(getattr(t.subject, "value", "")): str(getattr(t.object, "value", "")) for t in labels}

    def name(self, iri: str) -> str:
        """The label that the scenario gives, to an engagement in the entry that states it; or the local name."""
        if iri in self.judgement.engagements:
            iri = self.judgement.engagements[iri].source
        return self._names.get(iri) or iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

    def cells(self, function: str, kind: str = "Performance") -> list[Cell]:
        """The cells of a function and kind that count."""
        return [c for c in self.judgement.cells if self.name(c.function) == function and c.kind == kind]

    def cell(self, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> Cell:
        """The one cell of function, kind and window."""
        (found,) = [c for c in self.cells(function, kind) if self.name(c.window) == window]
        return found

    def windows(self, function: str, kind: str = "Performance") -> set[str]:
        """The windows in which a function has cells."""
        return {self.name(cell.window) for cell in self.cells(function, kind)}

    def verdict(self, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> str:
        """Held, Gap, Undetermined, Assigned; with the leading kind of a gap."""
        cell = self.cell(function, kind, window)
        return f"Gap {cell.leading}" if cell.leading else cell.verdict

    def holders(self, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> set[str]:
        """The names of the holders."""
        return {self.name(holder) for holder in self.cell(function, kind, window).holders}

    def since(self, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> date | None:
        """Since when the cell is open."""
        day = self.cell(function, kind, window).since
        return None if day is None else date.fromordinal(day)

    def candidates(
        self, function: str, kind: str = "Performance", window: str = "AtSomeTime"
    ) -> set[tuple[str, str, tuple[str, ...]]]:
        """Party, standing, and each shortfall as `cause` or `cause?`."""
        return {(self.name(c.party), c.standing, _shortfalls(c)) for c in self.cell(function, kind, window).candidates}

    def misses(self, function: str, window: str = "AtSomeTime") -> dict[str, tuple[str | None, str]]:
        """Who nearly performs it: the reason, and the ground that is shown."""
        missed = [c for c in self.cell(function, window=window).candidates if c.standing == "NearMiss"]
        return {self.name(c.party): (c.reason, self.name(c.ground)) for c in missed}

    def findings(self, kind: str) -> list[Finding]:
        """The findings of a kind."""
        return [finding for finding in self.judgement.findings if finding.kind == kind]

    def told(self, *kinds: str) -> set[tuple[str, str, str]]:
        """Kind, function and kind of responsibility of the findings, all or of these kinds."""
        chosen = [f for f in self.judgement.findings if not kinds or f.kind in kinds]
        return {(f.kind, self.name(f.function), f.responsibility) for f in chosen}


def _shortfalls(candidate: Candidate) -> tuple[str, ...]:
    return tuple(sorted({s.cause + ("" if s.certainty == "surely" else "?") for s in candidate.shortfalls}))


def see(
    scenario: Scenario,
    as_of: str | None = None,
    known_on: str | None = None,
    perspective: str | None = None,
    engine: str = "fast",
) -> Seen:
    """Judge a scenario."""
    known = None if known_on is None else date.fromisoformat(known_on)
    judged = judge(engine).judge(scenario, None if as_of is None else date.fromisoformat(as_of), perspective, known)
    return Seen(scenario, judged.judgement)


def read(text: str) -> Scenario:
    """A scenario from its text, without head; judged on 2024-06-15 unless it says otherwise."""
    body = dedent(text)
    head = HEAD if "as of:" not in body else HEAD.splitlines()[0] + "\n"
    return read_text((head + body).encode(), "toy.yaml", judge().words, "en")


def village(text: str, needs: str | None = None, **how: str) -> Seen:
    """Judge a scenario told in text; `needs` puts it in a street in which nothing applies but those needs."""
    street = "" if needs is None else STREET.replace("NEEDS", needs)
    return see(read(street + dedent(text)), **how)

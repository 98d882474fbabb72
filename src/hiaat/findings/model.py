"""The frozen shape of a judgement. Things are named by IRI; kinds, verdicts and causes by the last part of theirs.

Days are day numbers (`date.fromordinal`). Order is stable: by label-free key, so that equal judgements print alike.
"""

from dataclasses import dataclass
from functools import cached_property

from hiaat.engines.base import Assessment
from hiaat.knowledge.terms import AT_SOME_TIME


@dataclass(frozen=True)
class Condition:
    """A condition of a ground, as it was judged: Met, NotMet or Unknown; and the fact that says so, if one does."""

    condition: str
    state: str
    norm: str | None
    fact: str | None
    since: int | None


@dataclass(frozen=True)
class Shortfall:
    """Why a candidate falls short: cause, how sure, and the norm or fact it rests on."""

    cause: str
    certainty: str
    source: str
    since: int | None
    condition: Condition | None


@dataclass(frozen=True)
class Candidate:
    """A party in view for a cell on one ground.

    `standing` is Bound, Former, Claimed, Prospect, Refused or NearMiss; a near miss has a `reason` instead of
    shortfalls. `ground` is a norm, an engagement, an offer, an act or a claim.
    """

    party: str
    standing: str
    ground: str
    certainty: str
    rank: int
    reason: str | None
    shortfalls: tuple[Shortfall, ...]
    sound: str | None


@dataclass(frozen=True)
class Engagement:
    """What a party took on in one situation. Its source: an agreement, the act of another, or the entry stating it."""

    iri: str
    party: str
    function: str
    kind: str
    windows: tuple[str, ...]
    situation: str
    agreement: str | None
    principals: tuple[str, ...]
    status: str
    last_day: int | None
    ended_by: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Cell:
    """A function in a situation, in a kind of responsibility, in a window: who holds it, or why nobody does."""

    iri: str
    key: str
    situation: str
    function: str
    kind: str
    window: str
    certain: bool
    verdict: str
    leading: str | None
    since: int | None
    required_by: tuple[str, ...]
    triggered_by: tuple[str, ...]
    holders: tuple[str, ...]
    until_successor: bool
    leads: tuple[str, ...]
    held_on: tuple[str, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, order=True)
class PossibleAct:
    """What a party Must, May, MustNot or MayAddress about a finding, by which norm or engagement, towards whom.

    `certainty` is `possibly` where the ground only possibly reaches or binds the party, else `surely`.
    """

    party: str
    modality: str
    ground: str
    towards: tuple[str, ...]
    certainty: str = "surely"


@dataclass(frozen=True)
class MissingFact:
    """A fact that must be known to settle a finding: its sort, what it is of, and whose it is.

    `facts` are what the scenario says of it without settling it. A day that is not known exactly lies from `earliest`
    to `latest`; None is open.
    """

    iri: str
    sort: str
    order: int
    about: str
    of: tuple[str, ...]
    facts: tuple[str, ...]
    earliest: int | None
    latest: int | None


@dataclass(frozen=True)
class Finding:
    """One finding over the cells that share situation, function, kind of responsibility and kind of finding.

    A circle is one finding over all its cells; `situation`, `function` and `responsibility` are those of the first.
    `in_fact` are the facts of who does it without being bound; `missing` what must be known to settle it, the most
    useful first; `binds_absent` the norms that lay it on a party that is not described.
    """

    iri: str
    key: str
    kind: str
    severity: str
    situation: str
    function: str
    responsibility: str
    cells: tuple[Cell, ...]
    since: int | None
    certainty: str
    on_paper: tuple[str, ...]
    sources: tuple[str, ...]
    parties: tuple[str, ...]
    in_fact: tuple[str, ...]
    acts: tuple[PossibleAct, ...]
    missing: tuple[MissingFact, ...] = ()
    binds_absent: tuple[str, ...] = ()

    @property
    def situations(self) -> tuple[str, ...]:
        """All situations it is about."""
        return (self.situation, *sorted({c.situation for c in self.cells} - {self.situation}))

    @property
    def functions(self) -> tuple[str, ...]:
        """All functions it is about."""
        return (self.function, *sorted({c.function for c in self.cells} - {self.function}))

    @property
    def where(self) -> frozenset[tuple[str, str]]:
        """Situation and function of everything that it is about."""
        return frozenset({(self.situation, self.function), *((c.situation, c.function) for c in self.cells)})

    @property
    def responsibilities(self) -> tuple[str, ...]:
        """All kinds of responsibility it is about."""
        return (self.responsibility, *sorted({c.kind for c in self.cells} - {self.responsibility}))

    @property
    def windows(self) -> tuple[str, ...]:
        """The windows it is about. Oversight is not divided, and its lack has no cell."""
        return (AT_SOME_TIME,) if self.responsibility == "Oversight" else tuple(sorted({c.window for c in self.cells}))


@dataclass(frozen=True, order=True)
class Grade:
    """One word for a function in a situation."""

    situation: str
    function: str
    grade: str


@dataclass(frozen=True)
class NotJudged:
    """A function, or one window of it, that nothing heard requires here; and a norm that is about it."""

    situation: str
    function: str
    window: str | None
    because: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """Notice, the end of something, or another act that was ruled on, by the day judged: has it effect, and why.

    `works` is `surely`, `possibly` or None (it does not). A ruling decides; else the rules on ending, which bar it,
    allow it or leave it open. `grounds` are the facts that say whether a ground was there, `hits` the engagements that
    it is about.
    """

    act: str
    works: str | None
    decided_by: tuple[str, ...]
    barred_by: tuple[str, ...]
    allowed_by: tuple[str, ...]
    open_under: tuple[str, ...]
    grounds: tuple[str, ...]
    hits: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """Everything derived for one assessment."""

    assessment: Assessment
    situations: tuple[str, ...]
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]
    grades: tuple[Grade, ...]
    not_judged: tuple[NotJudged, ...]
    engagements: dict[str, Engagement]
    conditions: tuple[Condition, ...]
    steps: tuple[Step, ...] = ()
    away: tuple[str, ...] = ()  # situations that surely were not there on the day judged
    no_longer: tuple[tuple[str, str], ...] = ()  # situation, norm that ended and whose successor was not read

    @cached_property
    def in_order(self) -> bool:
        """No gap, nothing undetermined or only assigned, and every situation has a cell: silence is not health.

        Of a situation that was not there on that day nothing is asked.
        """
        judged = {cell.situation for cell in self.cells}
        held = all(cell.verdict == "Held" for cell in self.cells)
        return bool(judged) and judged == set(self.situations) - set(self.away) and held and not self.count("Violation")

    def only_perhaps_required(self, situation: str, function: str) -> bool:
        """Whether all that is asked of a function in a situation is asked only possibly."""
        return not any(cell.certain for cell in self.cells if (cell.situation, cell.function) == (situation, function))

    def only_laid(self, situation: str, function: str) -> bool:
        """Whether who has a function in a situation, in any sense, has it by a norm or an order alone."""
        here = [cell for cell in self.cells if (cell.situation, cell.function) == (situation, function)]
        candidates = (one for cell in here for one in cell.candidates if one.party in cell.holders)
        return not any(one.sound and one.ground in self.engagements for one in candidates)

    def count(self, severity: str) -> int:
        """How many findings have this severity: Violation, Warning or Info."""
        return sum(finding.severity == severity for finding in self.findings)

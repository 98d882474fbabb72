"""From derived triples to frozen objects. Decides nothing: every word here was put there by a rule."""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from hiaat.engines.base import Assessment, Derived, lines
from hiaat.errors import EngineError
from hiaat.findings.candidates import Candidates
from hiaat.findings.missing import missing_facts
from hiaat.findings.model import (
    Cell,
    Condition,
    Engagement,
    Finding,
    Grade,
    Judgement,
    MissingFact,
    NotJudged,
    PossibleAct,
    Step,
)
from hiaat.findings.read import Reading
from hiaat.knowledge.terms import AT_SOME_TIME, RDF_TYPE, h


def decode(derived: Derived, scenario: Iterable[ox.Triple], assessment: Assessment) -> Judgement:
    """The judgement that the derived triples spell out. EngineError if the rules could not finish it."""
    reading = Reading([*lines(scenario), *derived.lines])
    unsettled = reading.subjects("unsettled")
    if unsettled:
        raise EngineError(f"conditions wait for each other in a chain that is too long to judge, at {unsettled[0]}")
    candidates = Candidates(reading)
    cells = {cell.iri: cell for cell in _cells(reading, candidates)}
    live = tuple(sorted(cells.values(), key=lambda cell: cell.key))
    acts, missing = _acts(reading), missing_facts(reading)
    seen = {finding for _, finding in derived.findings}
    findings = [_finding(reading, iri, cells, acts.get(iri, ()), missing.get(iri, ())) for iri in sorted(seen)]
    conditions = {candidates.condition(use) for use in reading.subjects("useCondition")}
    not_judged = [_not_judged(reading, node) for node in reading.subjects("notJudgedFunction")]
    engaged = [iri for iri in reading.subjects("takesOn") if reading.has(iri, "taker")]
    return Judgement(
        assessment=assessment,
        situations=tuple(sorted(reading.having(RDF_TYPE, h("Situation")))),
        cells=live,
        findings=_worst_first(reading, findings),
        grades=tuple(sorted(_grade(reading, node) for node in reading.subjects("grade"))),
        not_judged=tuple(sorted(not_judged, key=_not_judged_key)),
        engagements={iri: _engagement(reading, iri) for iri in engaged},
        conditions=tuple(sorted(conditions, key=_condition_key)),
        steps=_steps(reading),
        no_longer=tuple((s, n) for s in reading.subjects("noLongerHeard") for n in reading.all(s, "noLongerHeard")),
        away=tuple(one for one in reading.having(RDF_TYPE, h("Situation")) if not _is_there(reading, one, assessment)),
    )


_SEVERITY = ("Violation", "Warning", "Info")
_KINDS = ("Performance", "Accountability", "Organisation", "Procurement", "Funding", "Oversight")
_LAST = 99


def _worst_first(reading: Reading, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """By severity, then by how bad it is for the function, who does it first; those of one function together."""
    places = {
        (reading.one(node, "gradeSituation"), reading.one(node, "gradeFunction")): int(reading.one(node, "gradePlace"))
        for node in reading.subjects("gradePlace")
    }

    kinds: dict[tuple[str, str, str], int] = {}
    for one in findings:
        row = one.severity, one.situation, one.function
        kinds[row] = min(_KINDS.index(one.responsibility), kinds.get(row, _LAST))

    def place(finding: Finding) -> tuple[int, int, int, str, str, int, str]:
        worst = min(places.get((one, f), _LAST) for one in finding.situations for f in finding.functions)
        row = finding.severity, finding.situation, finding.function
        return (_SEVERITY.index(row[0]), worst, kinds[row], *row[1:], _KINDS.index(finding.responsibility), finding.key)

    return tuple(sorted(findings, key=place))


def _not_judged_key(one: NotJudged) -> tuple[str, str, str]:
    return one.situation, one.function, one.window or ""


def _condition_key(condition: Condition) -> tuple[str, ...]:
    parts = (condition.condition, condition.state, condition.norm, condition.fact, condition.since)
    return tuple(str(part) for part in parts)


def _grade(reading: Reading, node: str) -> Grade:
    return Grade(reading.one(node, "gradeSituation"), reading.one(node, "gradeFunction"), reading.word(node, "grade"))


def _cells(reading: Reading, candidates: Candidates) -> Iterable[Cell]:
    for iri in reading.subjects("live"):
        demands = [*reading.all(iri, "requiredBy"), *reading.all(iri, "triggerDemand")]
        required = {reading.one(demand, "demandBy") for demand in demands}
        required |= {reading.one(reach, "reachNorm") for reach in reading.all(iri, "laidBy")}
        required |= {reading.one(lead, "leadOf") for lead in reading.all(iri, "leadCell")}
        required |= set(reading.all(iri, "laidOnUnknown"))
        yield Cell(
            iri=iri,
            key=reading.one(iri, "key"),
            situation=reading.one(iri, "cellSituation"),
            function=reading.one(iri, "cellFunction"),
            kind=reading.word(iri, "cellKind"),
            window=reading.one(iri, "cellWindow"),
            certain=reading.has(iri, "countsSurely"),
            verdict=reading.word(iri, "verdict"),
            leading=reading.word_or_none(iri, "leading"),
            since=reading.day(iri, "sinceDay"),
            required_by=tuple(sorted(required)),
            triggered_by=reading.all(iri, "triggeredBy"),
            holders=reading.all(iri, "holder"),
            until_successor=reading.has(iri, "untilSuccessor"),
            leads=reading.all(iri, "leadHolder"),
            held_on=tuple(sorted(reading.one(x, "ground") for x in reading.all(iri, "heldOn"))),
            candidates=candidates.of(iri),
        )


def _finding(
    reading: Reading,
    iri: str,
    cells: dict[str, Cell],
    acts: tuple[PossibleAct, ...],
    missing: tuple[MissingFact, ...],
) -> Finding:
    own = [cells[cell] for cell in reading.all(iri, "findingCell") if cell in cells]
    return Finding(
        iri=iri,
        key=reading.one(iri, "key"),
        kind=reading.word(iri, "findingKind"),
        severity=reading.word(iri, "findingSeverity"),
        situation=reading.one(iri, "findingSituation"),
        function=reading.one(iri, "findingFunction"),
        responsibility=reading.word(iri, "findingResponsibility"),
        cells=tuple(sorted(own, key=lambda cell: cell.key)),
        since=reading.day(iri, "findingSince"),
        certainty="surely" if "surely" in reading.words(iri, "findingCertainty") else "possibly",
        on_paper=reading.all(iri, "onPaper"),
        sources=reading.all(iri, "findingSource"),
        parties=reading.all(iri, "findingParty"),
        in_fact=reading.all(iri, "doneInFact"),
        acts=acts,
        missing=missing,
        binds_absent=reading.all(iri, "bindsAbsent"),
    )


def _acts(reading: Reading) -> dict[str, tuple[PossibleAct, ...]]:
    found: dict[str, list[PossibleAct]] = {}
    for node in reading.subjects("modality"):
        for modality in reading.words(node, "modality"):
            party, ground = reading.one(node, "actParty"), reading.one(node, "actGround")
            certainty = reading.word_or_none(node, "actCertainty") or "surely"
            act = PossibleAct(party, modality, ground, reading.all(node, "actTowards"), certainty)
            found.setdefault(reading.one(node, "actFinding"), []).append(act)
    return {finding: tuple(sorted(acts)) for finding, acts in found.items()}


def _not_judged(reading: Reading, node: str) -> NotJudged:
    return NotJudged(
        reading.one(node, "notJudgedIn"),
        reading.one(node, "notJudgedFunction"),
        reading.one_or_none(node, "notJudgedWindow"),
        reading.all(node, "because"),
    )


def _is_there(reading: Reading, situation: str, assessment: Assessment) -> bool:
    """Whether a situation may have begun by the day judged, and may not have ended before it."""
    day, last = assessment.as_of.toordinal(), reading.day(situation, "latestDay")
    return (reading.day(situation, "earliestDay") or day) <= day and (last is None or day <= last)


def _steps(reading: Reading) -> tuple[Step, ...]:
    """The steps that are told, in the order in which they were taken."""
    taken = sorted(reading.subjects("stepTakenOn"), key=lambda act: (reading.day(act, "stepTakenOn") or 0, act))
    return tuple(_step(reading, act) for act in taken)


def _step(reading: Reading, act: str) -> Step:
    certain = reading.words(act, "works")
    return Step(
        act=act,
        works="surely" if "surely" in certain else next(iter(certain), None),
        decided_by=reading.all(act, "decidedBy"),
        barred_by=reading.all(act, "barredBy"),
        allowed_by=reading.all(act, "allowedBy"),
        open_under=reading.all(act, "openUnder"),
        grounds=reading.all(act, "groundToldBy"),
        hits=tuple(one for one in reading.all(act, "hits") if reading.has(one, "taker")),
    )


def _entrusted_at(reading: Reading, iri: str) -> tuple[str, ...]:
    """The windows in which who entrusted it had it to do, if it names any."""
    at = reading.all(iri, "takenAt") if reading.has(iri, "entrustedBy") else ()
    return tuple(window for window in at if window != AT_SOME_TIME)


def _engagement(reading: Reading, iri: str) -> Engagement:
    days = [day for day in (reading.day(iri, "lastDay"), reading.day(iri, "brokenOn")) if day is not None]
    agreement = reading.one_or_none(iri, "takenUnder")
    return Engagement(
        iri=iri,
        party=reading.one(iri, "taker"),
        function=reading.one(iri, "takesOn"),
        kind=reading.word(iri, "takenAs"),
        windows=reading.all(iri, "atWindow") or _entrusted_at(reading, iri),
        situation=reading.one(iri, "takenFor"),
        agreement=agreement,
        principals=reading.all(iri, "inTheNameOf"),
        status=reading.word_or_none(iri, "status") or "NotYet",
        last_day=min(days) if days else None,
        ended_by=reading.all(iri, "endedBy"),
        source=agreement or reading.one_or_none(iri, "entrustedBy") or reading.one(iri, "statedAs"),
    )

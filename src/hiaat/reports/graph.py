"""A judgement as a graph in the words of the core: findings, cells, candidates, what they lack, and what they rest on.

It is made from the frozen objects alone, so that every engine gives the same. Days are day numbers as rules compare
them, and dates beside them for who reads.
"""

from collections.abc import Iterable, Iterator
from hashlib import md5

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.findings import Candidate, Cell, Engagement, Finding, Judgement, PossibleAct, Shortfall
from hiaat.knowledge.terms import RDF_TYPE, XSD, h, rdfs, sh
from hiaat.reports.grounds import grounds
from hiaat.reports.names import Names, day
from hiaat.reports.report import Case
from hiaat.reports.texts import LANGUAGES

Said = tuple[NamedNode, NamedNode | Literal]


def judgement_graph(case: Case) -> Iterator[Triple]:
    """Everything that was derived."""
    judgement = case.judged.judgement
    yield from judgement.assessment.triples()
    for cell in judgement.cells:
        yield from _cell(cell, judgement.assessment.iri)
    for finding in judgement.findings:
        yield from _finding(finding, judgement.assessment.iri)
    for iri in judgement.engagements:
        yield from _engagement(judgement.engagements[iri])
    yield from _grades(judgement)
    for language in LANGUAGES:
        yield from _things(judgement, case.told_in(language).names)


def made(sort: str, *parts: str) -> NamedNode:
    """An IRI from the parts that identify a thing."""
    return NamedNode(
        f"https://w3id.org/hiaat/id/{sort}/{md5('|'.join(parts).encode(), usedforsecurity=False).hexdigest()}"
    )


def say(subject: NamedNode, *said: Said | None) -> Iterator[Triple]:
    """Triples of one subject; what is None is not said."""
    return (Triple(subject, one[0], one[1]) for one in said if one is not None)


def truth(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))


def _word(name: str, value: str | None) -> Said | None:
    return None if value is None else (h(name), h(value))


def _thing(name: str, value: str | None) -> Said | None:
    return None if value is None else (h(name), NamedNode(value))


def _things_said(name: str, values: Iterable[str]) -> list[Said]:
    return [(h(name), NamedNode(value)) for value in values]


def _day(name: str, number: int | None) -> list[Said]:
    if number is None:
        return []
    whole = (h(name), Literal(str(number), datatype=NamedNode(XSD + "integer")))
    known = day(number)
    shown = [(h(f"{name}Date"), Literal(known, datatype=NamedNode(XSD + "date")))] if known else []
    return [whole, *shown]


def _cell(cell: Cell, assessment: NamedNode) -> Iterator[Triple]:
    yield from say(
        NamedNode(cell.iri),
        (RDF_TYPE, h("CoverageCell")),
        (h("ofAssessment"), assessment),
        (h("key"), Literal(cell.key)),
        _thing("cellSituation", cell.situation),
        _thing("cellFunction", cell.function),
        _word("cellKind", cell.kind),
        _thing("cellWindow", cell.window),
        _word("required", "surely" if cell.certain else "possibly"),
        _word("verdict", cell.verdict),
        _word("leading", cell.leading),
        *_day("sinceDay", cell.since),
        *_things_said("requiredBy", cell.required_by),
        *_things_said("triggeredBy", cell.triggered_by),
        *_things_said("holder", cell.holders),
        *_things_said("leadHolder", cell.leads),
    )
    for candidate in cell.candidates:
        yield from _candidate(candidate, cell)


def _candidate(candidate: Candidate, cell: Cell) -> Iterator[Triple]:
    node = made("candidate", cell.iri, candidate.party, candidate.standing, candidate.ground)
    yield from say(
        node,
        (RDF_TYPE, h("Candidate")),
        _thing("candidateCell", cell.iri),
        _thing("candidateParty", candidate.party),
        _thing("ground", candidate.ground),
        _word("standing", candidate.standing),
        _word("groundCertainty", candidate.certainty),
        _word("missReason", candidate.reason),
        _word("sound", candidate.sound),
        (h("groundRank"), Literal(str(candidate.rank), datatype=NamedNode(XSD + "integer"))),
    )
    for shortfall in candidate.shortfalls:
        yield from _shortfall(shortfall, node)


def _shortfall(shortfall: Shortfall, candidate: NamedNode) -> Iterator[Triple]:
    condition = shortfall.condition
    used = "" if condition is None else condition.condition
    yield from say(
        made("defeater", candidate.value, shortfall.cause, shortfall.source, used),
        (RDF_TYPE, h("Defeater")),
        (h("defeats"), candidate),
        _word("cause", shortfall.cause),
        _word("certainty", shortfall.certainty),
        _thing("source", shortfall.source),
        *_day("startDay", shortfall.since),
        *([] if condition is None else [_thing("useCondition", used), _word("finalState", condition.state)]),
    )


def _finding(finding: Finding, assessment: NamedNode) -> Iterator[Triple]:
    yield from say(
        NamedNode(finding.iri),
        (RDF_TYPE, h("Finding")),
        (h("ofAssessment"), assessment),
        (h("key"), Literal(finding.key)),
        _word("findingKind", finding.kind),
        (h("findingSeverity"), sh(finding.severity)),
        _thing("findingSituation", finding.situation),
        _thing("findingFunction", finding.function),
        _word("findingResponsibility", finding.responsibility),
        _word("findingCertainty", finding.certainty),
        *_day("findingSince", finding.since),
        *_things_said("findingCell", (cell.iri for cell in finding.cells)),
        *_things_said("findingSource", finding.sources),
        *_things_said("doneInFact", finding.in_fact),
        *_things_said("findingParty", finding.parties),
        *_things_said("onPaper", finding.on_paper),
    )
    for act in finding.acts:
        yield from _act(act, finding.iri)


def _act(act: PossibleAct, finding: str) -> Iterator[Triple]:
    yield from say(
        made("act", finding, act.party, act.modality, act.ground),
        (RDF_TYPE, h("PossibleAct")),
        _thing("actFinding", finding),
        _thing("actParty", act.party),
        _word("modality", act.modality),
        _thing("actGround", act.ground),
        *_things_said("actTowards", act.towards),
    )


def _engagement(engagement: Engagement) -> Iterator[Triple]:
    yield from say(
        NamedNode(engagement.iri),
        (RDF_TYPE, h("Engagement")),
        _thing("taker", engagement.party),
        _thing("takesOn", engagement.function),
        _word("takenAs", engagement.kind),
        _thing("takenFor", engagement.situation),
        _thing("takenUnder", engagement.agreement),
        _word("status", engagement.status),
        *_day("lastDay", engagement.last_day),
        *_things_said("atWindow", engagement.windows),
        *_things_said("inTheNameOf", engagement.principals),
    )


def _grades(judgement: Judgement) -> Iterator[Triple]:
    assessment = judgement.assessment.iri
    for grade in judgement.grades:
        yield from say(
            made("grade", assessment.value, grade.situation, grade.function),
            (RDF_TYPE, h("FunctionGrade")),
            (h("ofAssessment"), assessment),
            _thing("gradeSituation", grade.situation),
            _thing("gradeFunction", grade.function),
            _word("grade", grade.grade),
        )
    for missing in judgement.not_judged:
        yield from say(
            made("notjudged", assessment.value, missing.situation, missing.function, missing.window or ""),
            (RDF_TYPE, h("NotJudged")),
            (h("ofAssessment"), assessment),
            _thing("notJudgedIn", missing.situation),
            _thing("notJudgedFunction", missing.function),
            _thing("notJudgedWindow", missing.window),
            *_things_said("because", missing.because),
        )


def _things(judgement: Judgement, names: Names) -> Iterator[Triple]:
    """What parties, situations and functions are called, and what the norms say that something rests on."""
    parties = {candidate.party for cell in judgement.cells for candidate in cell.candidates}
    parties |= {act.party for finding in judgement.findings for act in finding.acts}
    functions = {cell.function for cell in judgement.cells} | {one.function for one in judgement.not_judged}
    for iri in {*parties, *functions, *judgement.situations, *grounds(judgement)}:
        yield from (Triple(NamedNode(iri), rdfs("label"), label) for label in names.labels(iri))
    for iri in grounds(judgement):
        ground = names.ground(iri)
        said = Literal(ground.says, language=names.language)
        yield from say(
            NamedNode(iri),
            (h("says"), said) if ground.says else None,
            (h("writtenAt"), Literal(ground.written_at)) if ground.written_at else None,
            *_things_said("basedOn", ground.based_on),
            *_things_said("voice", names.things(iri, "voice")),
        )

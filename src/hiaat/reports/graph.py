"""A judgement as a graph in the words of the core: findings, cells, candidates, what they lack, and what they rest on.

It is made from the frozen objects alone, so that every engine gives the same. Days are day numbers as rules compare
them, and dates beside them for who reads.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.findings import Candidate, Cell, Engagement, Finding, Judgement, PossibleAct, Shortfall
from hiaat.knowledge.terms import RDF_TYPE, XSD, h, rdfs, sh
from hiaat.reports.grounds import grounds
from hiaat.reports.missing import missing_graph, missing_things
from hiaat.reports.names import Names
from hiaat.reports.report import Case
from hiaat.reports.texts import LANGUAGES
from hiaat.reports.triples import days, made, say, thing, things, truth, word


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


def _cell(cell: Cell, assessment: NamedNode) -> Iterator[Triple]:
    yield from say(
        NamedNode(cell.iri),
        (RDF_TYPE, h("CoverageCell")),
        (h("ofAssessment"), assessment),
        (h("key"), Literal(cell.key)),
        thing("cellSituation", cell.situation),
        thing("cellFunction", cell.function),
        word("cellKind", cell.kind),
        thing("cellWindow", cell.window),
        word("required", "surely" if cell.certain else "possibly"),
        word("verdict", cell.verdict),
        word("leading", cell.leading),
        *days("sinceDay", cell.since),
        *things("requiredBy", cell.required_by),
        *things("triggeredBy", cell.triggered_by),
        *things("holder", cell.holders),
        (h("untilSuccessor"), truth(True)) if cell.until_successor else None,
        *things("leadHolder", cell.leads),
    )
    for candidate in cell.candidates:
        yield from _candidate(candidate, cell)


def _candidate(candidate: Candidate, cell: Cell) -> Iterator[Triple]:
    node = made("candidate", cell.iri, candidate.party, candidate.standing, candidate.ground)
    yield from say(
        node,
        (RDF_TYPE, h("Candidate")),
        thing("candidateCell", cell.iri),
        thing("candidateParty", candidate.party),
        thing("ground", candidate.ground),
        word("standing", candidate.standing),
        word("groundCertainty", candidate.certainty),
        word("missReason", candidate.reason),
        word("sound", candidate.sound),
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
        word("cause", shortfall.cause),
        word("certainty", shortfall.certainty),
        thing("source", shortfall.source),
        *days("startDay", shortfall.since),
        *([] if condition is None else [thing("useCondition", used), word("finalState", condition.state)]),
    )


def _finding(finding: Finding, assessment: NamedNode) -> Iterator[Triple]:
    yield from say(
        NamedNode(finding.iri),
        (RDF_TYPE, h("Finding")),
        (h("ofAssessment"), assessment),
        (h("key"), Literal(finding.key)),
        word("findingKind", finding.kind),
        (h("findingSeverity"), sh(finding.severity)),
        *things("findingSituation", finding.situations),
        *things("findingFunction", finding.functions),
        *(word("findingResponsibility", kind) for kind in finding.responsibilities),
        word("findingCertainty", finding.certainty),
        *days("findingSince", finding.since),
        *things("findingCell", (cell.iri for cell in finding.cells)),
        *things("findingSource", finding.sources),
        *things("doneInFact", finding.in_fact),
        *things("findingParty", finding.parties),
        *things("onPaper", finding.on_paper),
        *things("bindsAbsent", finding.binds_absent),
    )
    for act in finding.acts:
        yield from _act(act, finding.iri)
    yield from missing_graph(finding)


def _act(act: PossibleAct, finding: str) -> Iterator[Triple]:
    yield from say(
        made("act", finding, act.party, act.modality, act.ground),
        (RDF_TYPE, h("PossibleAct")),
        thing("actFinding", finding),
        thing("actParty", act.party),
        word("modality", act.modality),
        word("actCertainty", act.certainty),
        thing("actGround", act.ground),
        *things("actTowards", act.towards),
    )


def _engagement(engagement: Engagement) -> Iterator[Triple]:
    yield from say(
        NamedNode(engagement.iri),
        (RDF_TYPE, h("Engagement")),
        thing("taker", engagement.party),
        thing("takesOn", engagement.function),
        word("takenAs", engagement.kind),
        thing("takenFor", engagement.situation),
        thing("takenUnder", engagement.agreement),
        word("status", engagement.status),
        *days("lastDay", engagement.last_day),
        *things("atWindow", engagement.windows),
        *things("inTheNameOf", engagement.principals),
    )


def _grades(judgement: Judgement) -> Iterator[Triple]:
    assessment = judgement.assessment.iri
    for grade in judgement.grades:
        yield from say(
            made("grade", assessment.value, grade.situation, grade.function),
            (RDF_TYPE, h("FunctionGrade")),
            (h("ofAssessment"), assessment),
            thing("gradeSituation", grade.situation),
            thing("gradeFunction", grade.function),
            word("grade", grade.grade),
        )
    for missing in judgement.not_judged:
        yield from say(
            made("notjudged", assessment.value, missing.situation, missing.function, missing.window or ""),
            (RDF_TYPE, h("NotJudged")),
            (h("ofAssessment"), assessment),
            thing("notJudgedIn", missing.situation),
            thing("notJudgedFunction", missing.function),
            thing("notJudgedWindow", missing.window),
            *things("because", missing.because),
        )
    yield from (Triple(NamedNode(place), h("noLongerHeard"), NamedNode(norm)) for place, norm in judgement.no_longer)


def _things(judgement: Judgement, names: Names) -> Iterator[Triple]:
    """What parties, situations and functions are called, and what the norms say that something rests on."""
    parties = {candidate.party for cell in judgement.cells for candidate in cell.candidates}
    parties |= {act.party for finding in judgement.findings for act in finding.acts}
    parties = parties.union(*map(missing_things, judgement.findings))
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
            *things("basedOn", ground.based_on),
            *things("voice", names.things(iri, "voice")),
        )

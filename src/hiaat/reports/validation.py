"""Turtle: a conformant SHACL validation report, each result enriched with the finding that it is about.

Any SHACL tool reads the results; a tool that knows the core reads on from `sh:value` to the finding, its cells, their
candidates and what those lack. A judgement that is not in order never conforms, also where no finding says why. No
blank nodes: each IRI is made from the parts of what it names.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from hiaat.explain import FindingExplanation
from hiaat.knowledge import Knowledge
from hiaat.knowledge.terms import RDF_TYPE, SH, h, sh
from hiaat.reports.graph import judgement_graph
from hiaat.reports.missing import questions
from hiaat.reports.report import Case, Part
from hiaat.reports.texts import LANGUAGES, Texts
from hiaat.reports.triples import Said, made, say, truth
from hiaat.scenario.messages import Language
from hiaat.turtle import prefixes_in, turtle

SHAPE = "https://w3id.org/hiaat/shape/"
SILENCE = "InOrder"  # the shape that what nothing answers does not meet; see ontology/interface.ttl


def written(case: Case) -> str:
    """The validation report of one judgement, as lines of N-Triples."""
    text = ox.serialize(sorted(report_graph(case), key=str), format=ox.RdfFormat.N_TRIPLES)
    return (text or b"").decode()


def whole(parts: Sequence[Part], _: Language, knowledge: Knowledge) -> str:
    """The validation reports of all judgements in one graph, in Turtle."""
    lines = "".join(part.written for part in parts)
    triples = {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}
    return turtle(triples, prefixes(knowledge.files))


def prefixes(files: Iterable[Path]) -> dict[str, str]:
    """The prefixes that the knowledge itself uses, and those of the report."""
    return prefixes_in([f"@prefix sh: <{SH}>", *(file.read_text("utf-8") for file in files)])


def report_graph(case: Case) -> set[Triple]:
    """The validation report of one judgement, and all that its results are about."""
    return {*_report(case), *judgement_graph(case)}


def _report(case: Case) -> Iterator[Triple]:
    assessment = case.judged.judgement.assessment.iri
    node = NamedNode(f"{assessment.value}/report")
    results = [*_of_findings(case, node.value), *_of_silence(case, node.value)]
    yield from say(
        node,
        (RDF_TYPE, sh("ValidationReport")),
        (sh("conforms"), truth(not results)),
        (h("ofAssessment"), assessment),
        (h("inOrder"), truth(case.outcome.in_order)),
    )
    for result, said in results:
        yield Triple(node, sh("result"), result)
        yield from say(result, *said)


Result = tuple[NamedNode, list[Said]]


def _of_findings(case: Case, report: str) -> Iterator[Result]:
    messages_in = {
        language: {one.finding: _message(one) for one in case.told_in(language).explanation.findings}
        for language in LANGUAGES
    }
    for finding in case.judged.judgement.findings:
        messages = [(messages_in[language].get(finding.iri, ""), language) for language in LANGUAGES]
        said = _result(finding.situation, finding.kind, finding.severity, finding.iri, messages)
        yield made("result", report, finding.iri), said


def _message(told: FindingExplanation) -> str:
    """The title; of what is undetermined, also what must be known."""
    return " ".join([told.title.text, *questions(told)])


def _of_silence(case: Case, report: str) -> Iterator[Result]:
    """What nothing answered: situations in which nothing is required, needs without a cell, cells only assigned."""
    found = case.outcome
    away = case.judged.judgement.away
    silent = [(iri, "silent-away" if iri in away else "silent-situation") for iri in found.without_cell]
    silent += [(iri, "silent-need") for iri in found.unanswered]
    silent += [(cell.iri, "silent-cell") for cell in case.judged.judgement.cells if cell.verdict == "Assigned"]
    for iri, key in silent:
        messages = [
            (Texts(language)(key, name=case.told_in(language).names.of(iri)), language) for language in LANGUAGES
        ]
        focus = next((cell.situation for cell in case.judged.judgement.cells if cell.iri == iri), iri)
        yield made("result", report, iri), _result(focus, SILENCE, "Info", iri, messages)


def _result(focus: str, shape: str, severity: str, value: str, messages: Iterable[tuple[str, str]]) -> list[Said]:
    return [
        (RDF_TYPE, sh("ValidationResult")),
        (sh("focusNode"), NamedNode(focus)),
        (sh("resultSeverity"), sh(severity)),
        (sh("sourceShape"), NamedNode(SHAPE + shape)),
        (sh("sourceConstraintComponent"), sh("SPARQLConstraintComponent")),
        (sh("value"), NamedNode(value)),
        *((sh("resultMessage"), Literal(text, language=language)) for text, language in messages if text),
    ]

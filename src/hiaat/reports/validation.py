"""Turtle: a conformant SHACL validation report, each result enriched with the finding that it is about.

Any SHACL tool reads the results; a tool that knows the core reads on from `sh:value` to the finding, its cells, their
candidates and what those lack. A judgement that is not in order never conforms, also where no finding says why. No
blank nodes: each IRI is made from the parts of what it names.
"""

from collections.abc import Iterable, Iterator
from hashlib import md5
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.engines import Assessment
from hiaat.findings import Candidate, Cell, Engagement, Finding, PossibleAct, Shortfall
from hiaat.judging import Judged
from hiaat.knowledge.terms import RDF_TYPE, XSD, h, rdfs, sh
from hiaat.reports.explained import explained
from hiaat.reports.outcome import outcome
from hiaat.reports.report import Case, Report
from hiaat.reports.texts import LANGUAGES, Texts
from hiaat.turtle import prefixes_in, turtle

ID = "https://w3id.org/hiaat/id/"
SHAPE = "https://w3id.org/hiaat/shape/"
CONSTRAINT = sh("SPARQLConstraintComponent")
WORDS = ("certainty",)

Value = NamedNode | Literal


def render(report: Report) -> str:
    """The validation reports of all judgements in one graph, in Turtle."""
    triples: set[Triple] = set()
    for case in report.cases:
        triples |= set(validation(case)) | set(findings(case.judged))
    return turtle(triples, prefixes(report.knowledge.files))


def prefixes(files: Iterable[Path]) -> dict[str, str]:
    """The prefixes that the knowledge itself uses."""
    return prefixes_in(["@prefix sh: <http://www.w3.org/ns/shacl#> .", *(file.read_text("utf-8") for file in files)])


def validation(case: Case) -> Iterator[Triple]:
    """The report and its results: one for each finding, and one for each thing that nothing answered."""
    judged = case.judged
    node = NamedNode(f"{judged.judgement.assessment.iri.value}/report")
    results = [*_of_findings(case, node.value), *_of_silence(case, node.value)]
    yield from _say(node, (RDF_TYPE, sh("ValidationReport")), (sh("conforms"), _true(not results)))
    yield from _say(
        node, (h("ofAssessment"), judged.judgement.assessment.iri), (h("inOrder"), _true(outcome(judged).in_order))
    )
    for result, triples in results:
        yield Triple(node, sh("result"), result)
        yield from triples


Result = tuple[NamedNode, list[Triple]]


def _of_findings(case: Case, report: str) -> Iterator[Result]:
    told = {language: _titles(case, language) for language in LANGUAGES}
    for finding in case.judged.judgement.findings:
        messages = [Literal(titles.get(finding.iri, ""), language=language) for language, titles in told.items()]
        node = _made("result", report, finding.iri)
        yield node, _result(node, finding.situation, finding.severity, finding.kind, finding.iri, messages)


def _titles(case: Case, language: str) -> dict[str, str]:
    own = Case(case.judged, case.words, "en" if language == "en" else "nl")
    return {finding.finding: finding.title.text for finding in explained(own).findings}

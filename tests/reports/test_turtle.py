"""Turtle: a validation report as SHACL has it, that any tool can read, with the finding behind each result."""

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH
from tests.reports.conftest import NAMES, MakeReport

from hiaat.reports import FORMATS

CORE = Namespace("https://w3id.org/hiaat/ns#")
SHAPES = Path(__file__).parents[2] / "shapes" / "findings"


def parsed(report: MakeReport, *names: str) -> Graph:
    return Graph().parse(data=FORMATS["turtle"].render(report(*names)), format="turtle")


@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_report_is_conformant(name: str, report: MakeReport) -> None:
    graph = parsed(report, name)
    node = graph.value(predicate=RDF.type, object=SH.ValidationReport, any=False)
    results = set(graph.objects(node, SH.result))
    assert set(graph.subjects(RDF.type, SH.ValidationResult)) == results
    assert [bool(value) for value in graph.objects(node, SH.conforms)] == [not results]
    shapes = {file.stem for file in SHAPES.glob("*.ttl")} | {"InOrder"}
    for result in results:
        for once in (SH.focusNode, SH.resultSeverity, SH.sourceShape, SH.sourceConstraintComponent, SH.value):
            assert len(list(graph.objects(result, once))) == 1
        assert graph.value(result, SH.resultSeverity) in (SH.Violation, SH.Warning, SH.Info)
        assert graph.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent
        assert str(graph.value(result, SH.sourceShape)).removeprefix("https://w3id.org/hiaat/shape/") in shapes
        messages = [text for text in graph.objects(result, SH.resultMessage) if isinstance(text, Literal)]
        assert {text.language for text in messages} == {"nl", "en"}


@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_conforming_means_in_order_and_nothing_less(name: str, report: MakeReport) -> None:
    graph = parsed(report, name)
    node = graph.value(predicate=RDF.type, object=SH.ValidationReport, any=False)
    conforms, in_order = (bool(graph.value(node, word)) for word in (SH.conforms, CORE.inOrder))
    assert in_order or not conforms
    assert in_order == report(name).cases[0].outcome.in_order


@pytest.mark.parametrize("name", NAMES)
def test_no_blank_nodes(name: str, report: MakeReport) -> None:
    assert not [term for triple in parsed(report, name) for term in triple if isinstance(term, BNode)]


def test_result_leads_to_finding_cells_candidates_reasons_and_sources(report: MakeReport) -> None:
    graph = parsed(report, "a")
    result = graph.value(predicate=SH.sourceShape, object=URIRef("https://w3id.org/hiaat/shape/Lapsed"), any=False)
    finding = graph.value(result, SH.value)
    assert graph.value(finding, CORE.findingKind) == CORE.Lapsed
    assert str(graph.value(finding, CORE.findingSinceDate)) == "2024-06-01"
    cells = list(graph.objects(finding, CORE.findingCell))
    assert len(cells) == 4
    candidates = [one for cell in cells for one in graph.subjects(CORE.candidateCell, cell)]
    former = [one for one in candidates if graph.value(one, CORE.standing) == CORE.Former]
    reasons = [graph.value(reason, CORE.cause) for one in former for reason in graph.subjects(CORE.defeats, one)]
    assert reasons == [CORE.Ended] * 4
    sources = {graph.value(reason, CORE.source) for one in former for reason in graph.subjects(CORE.defeats, one)}
    assert all(graph.value(source, CORE.writtenAt) for source in sources)
    norms = {graph.value(act, CORE.actGround) for act in graph.subjects(CORE.actFinding, finding)}
    assert any(graph.value(norm, CORE.basedOn) for norm in norms)


def test_every_word_of_the_core_that_is_used_is_in_the_core(report: MakeReport) -> None:
    core = Graph()
    for file in (SHAPES.parents[1] / "ontology").glob("*.ttl"):
        core.parse(file)
    known = set(core.subjects())
    used = {term for triple in parsed(report, *NAMES) for term in triple if isinstance(term, URIRef) and term in CORE}
    assert {term for term in used if term not in known} == set()


def test_reports_of_several_scenarios_stand_in_one_graph(report: MakeReport) -> None:
    assert len(set(parsed(report, "a", "g").subjects(RDF.type, SH.ValidationReport))) == 2


def test_result_on_what_is_undetermined_says_what_must_be_known(report: MakeReport) -> None:
    graph = parsed(report, "h")
    shape = URIRef("https://w3id.org/hiaat/shape/UndeterminedFinding")
    result = graph.value(predicate=SH.sourceShape, object=shape, any=False)
    missing = graph.value(predicate=CORE.missingFor, object=graph.value(result, SH.value), any=False)
    assert graph.value(missing, CORE.missingSort) == CORE.StateUnknown
    assert graph.value(graph.value(missing, CORE.missingAbout), RDFS.label)
    assert graph.value(graph.value(missing, CORE.missingOf), RDFS.label)
    texts = {text.language: str(text) for text in graph.objects(result, SH.resultMessage) if isinstance(text, Literal)}
    assert "Klopt dit voor" in texts["nl"]
    assert "Is this so for" in texts["en"]

"""The shapes of the input: what the reader writes conforms, and one wrong thing in a graph is found, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import Node
from tests.engines.witness import parsed_once

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph as Triples
from hiaat.scenario import Words, read
from hiaat.scenario.shacl import Checker
from hiaat.scenario.terms import h, rdf, sh
from hiaat.scenario.wellformed import input_shapes

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "data" / "scenarios").glob("*/scenario.yaml"))
INPUT = "https://w3id.org/hiaat/shape/input/"
PREFIXES = """
PREFIX h: <https://w3id.org/hiaat/ns#>
PREFIX care: <https://w3id.org/hiaat/care#>
PREFIX x: <https://w3id.org/hiaat/id/scenario/f/>
"""

# What is changed in the graph of (f), and the shape or property shape that must say so.
WRONG = {
    "no title": ("DELETE { ?x rdfs:label ?t } WHERE { ?x a h:Scenario ; rdfs:label ?t }", "scenario-label"),
    "day as a date": (
        'DELETE { ?x h:day ?d } INSERT { ?x h:day "2024-06-15"^^xsd:date } WHERE { ?x a h:Scenario ; h:day ?d }',
        "scenario-day",
    ),
    "day not written": ("DELETE { ?x h:fromDay ?d } WHERE { ?x a h:PartyState ; h:fromDay ?d }", "dated-from"),
    "ends before it starts": (
        "DELETE { ?x h:latestDay ?d ; h:untilDay ?u } INSERT { ?x h:latestDay 5 ; h:untilDay 5 } WHERE { ?x a h:PartyState ; h:latestDay ?d ; h:untilDay ?u }",
        "dated-possible",
    ),
    "in no scenario": (
        "DELETE { ?x h:inScenario ?s } WHERE { ?x a h:PartyState ; h:inScenario ?s }",
        "described-scenario",
    ),
    "party in no scenario": (
        "DELETE { ?x h:inScenario ?s } WHERE { ?x a care:Huisartsenpost ; h:inScenario ?s }",
        "Party",
    ),
    "party that works for itself": (
        "INSERT { ?x h:worksFor ?x } WHERE { ?x a care:Huisartsenpost }",
        "party-works-for-another",
    ),
    "thing of no type": ("DELETE { ?x a ?c } WHERE { ?x a h:PartyState ; a ?c }", "thing-type"),
    "link to nothing": (
        "DELETE { ?x h:partOf ?p } INSERT { ?x h:partOf x:niemand } WHERE { ?x h:partOf ?p }",
        "thing-links",
    ),
    "characteristic of a party": (
        "INSERT { ?x care:leveringsvorm care:vpt } WHERE { ?x a care:Huisartsenpost }",
        "thing-characteristic",
    ),
    "label of another sort": (
        "DELETE { ?x rdfs:label ?t } INSERT { ?x rdfs:label 5 } WHERE { ?x a h:PartyState ; rdfs:label ?t }",
        "thing-label",
    ),
    "written nowhere": (
        "DELETE { ?x h:writtenAt ?t } INSERT { ?x h:writtenAt 'x' } WHERE { ?x a h:PartyState ; h:writtenAt ?t }",
        "written-at",
    ),
    "step on no day": (
        "DELETE { ?x h:actDay ?t } INSERT { ?x h:actDay 0 } WHERE { ?x h:actDay ?t }",
        "act-day",
    ),
    "no subject": ("DELETE { ?x h:subject ?s } WHERE { ?x h:subject ?s }", "situation-subject"),
    "value of another characteristic": (
        "DELETE { ?x care:leveringsvorm ?v } INSERT { ?x care:leveringsvorm care:VV5 } WHERE { ?x care:leveringsvorm ?v }",
        "situation-value",
    ),
    "two values of one characteristic": (
        "INSERT { ?x care:leveringsvorm care:pgb } WHERE { ?x care:leveringsvorm ?v }",
        "situation-one-value",
    ),
    "tie of nobody": ("DELETE { ?x h:involvement ?i } WHERE { ?x h:involvement ?i }", "involvement-situation"),
    "agreement of one party": (
        "DELETE { ?x h:between ?p } WHERE { ?x h:between ?p . ?p a care:Huisartsenpost }",
        "agreement-between",
    ),
    "taken on by a stranger": (
        "INSERT { ?x h:takenOnBy ?p } WHERE { ?x h:agreementKind care:inkoop_wlz_zorg . ?p a care:Huisartsenpost }",
        "agreement-taken-on",
    ),
    "taken on by a party that cannot": (
        "INSERT { ?x h:takenOnBy ?p } WHERE { ?x h:agreementKind care:afspraak_met_huisartsenpost ; h:between ?p . FILTER NOT EXISTS { ?p a care:Huisartsenpost } }",
        "agreement-taken-on-by-type",
    ),
    "agreement of two that could each do it": (
        "DELETE { ?x h:agreementKind ?kind } INSERT { ?x h:agreementKind care:waarneming . ?p a care:Waarnemer } WHERE { ?x h:agreementKind ?kind ; h:between ?p . FILTER(?kind = care:inzet_specialist_ouderengeneeskunde) }",
        "agreement-taken-on-open",
    ),
    "agreement that leaves its function to the file": (
        "DELETE { ?x h:agreementKind care:inkoop_wlz_zorg } INSERT { ?x h:agreementKind care:onderaanneming } WHERE { ?x h:agreementKind care:inkoop_wlz_zorg }",
        "agreement-function",
    ),
    "writing as text": (
        'DELETE { ?x h:inWriting ?y } INSERT { ?x h:inWriting "ja" } WHERE { ?x h:inWriting ?y }',
        "agreement-writing",
    ),
    "act that may work after it surely does": (
        "INSERT { ?x h:effectEarliest ?late } WHERE { ?x a h:Act ; h:effectDay ?day . BIND(?day + 1 AS ?late) }",
        "act-effect-order",
    ),
    "act of no kind": ("DELETE { ?x h:actKind ?k } WHERE { ?x h:actKind ?k }", "act-kind"),
    "notice of nothing": (
        "DELETE { ?x h:actKind ?k } INSERT { ?x h:actKind h:GiveNotice } WHERE { ?x h:actKind ?k }",
        "act-ends-something",
    ),
    "suspension of nobody": (
        "DELETE { ?x h:actKind ?k } INSERT { ?x h:actKind h:Suspend } WHERE { ?x h:actKind ?k }",
        "act-suspends-something",
    ),
    "no party in a state": ("DELETE { ?x h:party ?p } WHERE { ?x a h:PartyState ; h:party ?p }", "state-party"),
    "state of no sort": ("DELETE { ?x h:state ?s } INSERT { ?x h:state h:Yes } WHERE { ?x h:state ?s }", "state-state"),
    "stated though it follows": (
        "DELETE { ?x h:condition ?c } INSERT { ?x h:condition care:anw_geregeld } WHERE { ?x a h:ConditionState ; h:condition ?c }",
        "state-that-follows",
    ),
    "condition of a situation": (
        "INSERT { ?x h:condition care:anw_geregeld } WHERE { ?x a h:Situation }",
        "conditioned-ground",
    ),
    "offer of nothing": (
        "INSERT { x:aanbod a h:Offer ; h:inScenario ?s ; rdfs:label 'aanbod' ; h:offeredBy ?p ; h:earliestDay 1 ; h:fromDay 1 ; h:untilDay 9 ; h:latestDay 9 } WHERE { ?s a h:Scenario . ?p a care:Huisartsenpost }",
        "Offer",
    ),
    "offer of two things": (
        "INSERT { x:aanbod a h:Offer ; h:inScenario ?s ; rdfs:label 'aanbod' ; h:offeredBy ?p ; h:function care:anw_zorg ; h:aboutKind care:inkoop_wlz_zorg ; h:earliestDay 1 ; h:fromDay 1 ; h:untilDay 9 ; h:latestDay 9 } WHERE { ?s a h:Scenario . ?p a care:Huisartsenpost }",
        "offer-not-both",
    ),
    "step about a term of the knowledge": (
        "INSERT { ?x h:about care:anw_zorg } WHERE { ?x h:actKind ?k }",
        "act-about-own",
    ),
    "function that falls under nothing": (
        "INSERT { x:f a h:Function ; h:inScenario ?s ; rdfs:label 'f' } WHERE { ?s a h:Scenario }",
        "Function",
    ),
    "function below what is none": (
        "INSERT { x:f a h:Function ; h:inScenario ?s ; rdfs:label 'f' ; skos:broader care:vpt } WHERE { ?s a h:Scenario }",
        "function-broader",
    ),
    "claim that a task is of nobody": (
        "INSERT { x:claim a h:Claim ; h:inScenario ?s ; rdfs:label 'claim' ; h:claimant ?p ; h:claimKind h:Anothers ; h:function care:anw_zorg ; h:earliestDay 1 ; h:fromDay 1 ; h:untilDay 9 ; h:latestDay 9 } WHERE { ?s a h:Scenario . ?p a care:Huisartsenpost }",
        "claim-of-another",
    ),
}


@pytest.fixture(autouse=True)
def _parsed_once() -> Iterator[None]:
    with parsed_once():
        yield


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in sorted((ROOT / "ontology").rglob("*.ttl")):
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for file in sorted((ROOT / "shapes" / "input").glob("*.ttl")):
        graph.parse(file)
    graph.parse(ROOT / "ontology" / "core.ttl")  # the prefixes that SPARQL constraints declare
    return graph


def languages(shapes: Graph, shape: Node | None) -> set[str]:
    messages = shapes.objects(shape, SH.message)
    return {str(message.language) for message in messages if isinstance(message, Literal)}


def told(scenario: Graph, ontology: Graph, shapes: Graph) -> dict[str, set[str]]:
    """The shapes that are violated, each with the languages of its message."""
    _, report, text = pyshacl.validate(scenario + ontology, shacl_graph=shapes, advanced=True, inference="none")
    assert isinstance(report, Graph), text
    found: dict[str, set[str]] = {}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
        found[str(source).removeprefix(INPUT)] = languages(shapes, source)
    return found


def told_without_a_library(scenario: Graph, words: Words) -> set[str]:
    """What hiaat itself finds when it reads the same graph."""
    text = scenario.serialize(format="nt", encoding="utf-8")
    triples = (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES))
    checker = Checker(input_shapes(), Triples(triples), words.graph)
    shapes = (result.shape for result in checker.results())
    return {shape.value.removeprefix(INPUT) for shape in shapes if isinstance(shape, ox.NamedNode)}


def as_rdflib(file: Path, words: Words) -> Graph:
    text = ox.serialize(read(file, words).triples, format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=text or b"", format="nt")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_what_the_reader_writes_conforms(file: Path, words: Words, ontology: Graph, shapes: Graph) -> None:
    assert told(as_rdflib(file, words), ontology, shapes) == {}


@pytest.mark.parametrize("name", WRONG)
def test_one_wrong_thing_is_found_in_both_languages(name: str, words: Words, ontology: Graph, shapes: Graph) -> None:
    change, shape = WRONG[name]
    scenario = as_rdflib(ROOT / "data" / "scenarios" / "f" / "scenario.yaml", words)
    before = set(scenario)
    scenario.update(PREFIXES + change)
    assert set(scenario) != before
    found = told(scenario, ontology, shapes)
    assert shape in found, found
    assert found[shape] == {"nl", "en"}
    assert told_without_a_library(scenario, words) == set(found)


def test_every_shape_has_a_message_in_both_languages(shapes: Graph) -> None:
    kinds = (SH.PropertyShape, SH.SPARQLConstraint)
    own = [
        s for kind in kinds for s in shapes.subjects(RDF.type, kind) if isinstance(s, URIRef) and s.startswith(INPUT)
    ]
    assert len(own) > 40
    for shape in own:
        assert languages(shapes, shape) == {"nl", "en"}, shape


def test_every_field_of_the_model_is_a_property_that_a_shape_of_its_class_knows(words: Words) -> None:
    """What YAML can say, a graph can say: `closed` takes what shapes name for all there is."""
    checker = Checker(input_shapes(), Triples(), words.graph)
    sections = {h.setting: (h.Actor,), h.Condition: (h.FunctionCondition, h.AgreementCondition)}
    for field in words.subjects(rdf.type, h.ScenarioField):
        (written,) = words.objects(field, h.fieldProperty)
        for section in words.objects(field, h.fieldSection):
            shapes = [
                s for cls in sections.get(section, (section,)) for s in checker.shapes.subjects(sh.targetClass, cls)
            ]
            known = {path for shape in shapes for path in checker.paths(shape)}
            assert not shapes or written not in h or written in known, (section, written)


def test_part_of_shacl_that_is_not_run_is_refused(words: Words) -> None:
    text = "@prefix sh: <http://www.w3.org/ns/shacl#> . <https://a.b/shape> sh:uniqueLang true ."
    shapes = Triples(quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    with pytest.raises(KnowledgeError, match="sh:uniqueLang"):
        Checker(shapes, Triples(), words.graph)

"""Nothing contradicts itself: no thing of two classes that exclude each other, no class that nothing can be in.

owlrl closes the types of everything, the axioms of the ontology and what must exclude each other (shapes/model/disjoint.ttl).
Each class has one made-up member besides: where that comes out as a contradiction, the class cannot be satisfied. owlrl
writes a contradiction into the graph as a message.
"""

from functools import cache

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node
from tests.model.body import CARE, OURS, ROOT, stated

from hiaat.knowledge.terms import h, owl

H = Namespace("https://w3id.org/hiaat/ns#")
C = Namespace(CARE)
MEMBER = "https://example.org/member-of/"
MESSAGE = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
AXIOMS = {RDF.type, RDF.first, RDF.rest, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range}
# Words of the program, and properties, of which shapes/model/profile.ttl says that they are of one sort: hundreds, and slow.
LEFT_OUT = {h("Sentence"), h("ScenarioField"), h("ScenarioKey"), owl("ObjectProperty"), owl("DatatypeProperty")}


@cache
def axioms() -> Graph:
    """The types of all things, and what the ontology and disjoint.ttl say of classes and properties."""
    found = Graph()
    found.parse(ROOT / "shapes" / "model" / "disjoint.ttl")
    for triple, file in stated():
        predicate = URIRef(triple.predicate.value)
        told = file.startswith("ontology") or file.endswith("norms.ttl")
        if told and (predicate in AXIOMS or predicate.startswith(str(OWL))) and triple.object not in LEFT_OUT:
            found.add((term(triple.subject), predicate, term(triple.object)))
    return found


def term(node: object) -> URIRef | BNode:
    return URIRef(node.value) if isinstance(node, ox.NamedNode) else BNode(getattr(node, "value", ""))


def contradictions(*more: tuple[Node, Node, Node]) -> set[str]:
    """What owlrl complains of, if these triples are added."""
    graph = Graph()
    for triple in (*axioms(), *more):
        graph.add(triple)
    for name in set(graph.subjects(RDF.type, OWL.Class)):
        if isinstance(name, URIRef):
            graph.add((URIRef(MEMBER + name.rsplit("/", 1)[-1]), RDF.type, name))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    nothing = {str(one) for one in graph.subjects(RDF.type, OWL.Nothing)}
    return nothing | {str(text) for text in graph.objects(None, MESSAGE) if isinstance(text, Literal)}


def test_nothing_contradicts_itself_and_every_class_can_have_a_member() -> None:
    assert contradictions() == set()


WRONG: dict[str, tuple[tuple[Node, Node, Node], str]] = {
    "a class that cannot be": ((C.Huisarts, RDFS.subClassOf, H.Function), "care#Huisarts"),
    "a function that is a norm": ((C.zorg, RDF.type, H.Norm), "care#zorg"),
    "a norm of two sorts": ((URIRef(f"{OURS}id/norm/HP24-050"), RDF.type, H.Duty), "HP24-050"),
}


@cache
def all_wrong() -> frozenset[str]:
    """What owlrl complains of where all of these were added."""
    return frozenset(contradictions(*(triple for triple, _ in WRONG.values())))


@pytest.mark.parametrize("case", WRONG)
def test_a_contradiction_is_noticed(case: str) -> None:
    assert any(WRONG[case][1] in told for told in all_wrong())

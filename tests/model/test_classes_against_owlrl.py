"""What rules say of classes of situations is what an OWL 2 RL reasoner infers from the same class expressions.

The program compiles the expressions to tests that rules look up (hiaat.knowledge.classes). Here owlrl closes the
ontology itself, with what the scenarios say of their situations. It knows no 'possibly', so only what is sure is compared.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from tests.model.body import ONTOLOGY, files, iri, situation_classes
from tests.model.test_norms import CLASSIFYING, SCENARIOS

from hiaat.engines import Assessment, engine
from hiaat.judging import Judge
from hiaat.knowledge.close import close_scenario
from hiaat.knowledge.graph import Graph as Triples
from hiaat.knowledge.terms import h, rdfs
from hiaat.rules import RuleSet

H = Namespace("https://w3id.org/hiaat/ns#")
AXIOMS = {RDF.type, RDFS.subClassOf, RDF.first, RDF.rest, SKOS.broader}  # and all of OWL
FACTS = {RDF.type, H.setting}  # and the characteristics
Classes = frozenset[tuple[str, str]]


@cache
def ontology() -> Graph:
    """The axioms on parties, characteristics and situations, without texts."""
    parsed = Graph()
    for path in files(ONTOLOGY / "care"):
        parsed.parse(path)
    axioms = Graph()
    for s, p, o in parsed:
        if (p in AXIOMS or str(p).startswith(str(OWL))) and not isinstance(o, Literal):
            axioms.add((s, p, o))
    return axioms


@cache
def scenarios() -> tuple[tuple[ox.NamedNode, date, tuple[ox.Triple, ...]], ...]:
    """Every scenario, closed as it is judged."""
    found = []
    for path in SCENARIOS:
        scenario = judge().read(path)
        closed = Triples(scenario.triples)
        close_scenario(closed, judge().knowledge.words)
        found.append(
            (scenario.iri, date.fromordinal(scenario.day_to_judge(None)), tuple(sorted(closed.triples, key=str)))
        )
    return tuple(found)


@cache
def judge() -> Judge:
    return Judge()


@cache
def by_rules() -> Classes:
    """Situation and class, as the rules have it."""
    rules = RuleSet(tuple(rule for rule in judge().rules.rules if rule.order <= CLASSIFYING), ())
    runner = engine("fast", judge().knowledge, rules)
    found: set[tuple[str, str]] = set()
    for scenario, day, triples in scenarios():
        derived = runner.derive(triples, Assessment(scenario, judge().perspective(None), day, day)).triples
        found |= {(iri(t.subject), iri(t.object)) for t in derived if t.predicate == h("inClass")}
    return frozenset(found - {(situation, str(H.Situation)) for situation, _ in found})


@cache
def by_owlrl() -> Classes:
    """Situation and class, as owlrl has it."""
    graph = Graph()
    for axiom in ontology():
        graph.add(axiom)
    for _, _, triples in scenarios():
        for fact in facts(triples):
            graph.add(fact)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    classes = {URIRef(name.value) for name in situation_classes()}
    return frozenset(
        (str(s), str(c))
        for s in graph.subjects(RDF.type, H.Situation)
        for c in graph.objects(s, RDF.type)
        if c in classes
    )


def facts(triples: Iterable[ox.Triple]) -> Iterable[tuple[URIRef, URIRef, URIRef]]:
    """The types of parties and situations, where a situation is, and its characteristics."""
    characteristics = {
        iri(node) for node in judge().knowledge.words.subjects(rdfs("subPropertyOf"), h("characteristic"))
    }
    for triple in triples:
        predicate = URIRef(triple.predicate.value)
        if (predicate in FACTS or str(predicate) in characteristics) and isinstance(triple.object, ox.NamedNode):
            yield URIRef(iri(triple.subject)), predicate, URIRef(triple.object.value)


@pytest.mark.parametrize("name", sorted(name.value for name in situation_classes()))
def test_rules_and_owlrl_agree_on_a_class(name: str) -> None:
    ours = {situation for situation, found in by_rules() if found == name}
    theirs = {situation for situation, found in by_owlrl() if found == name}
    assert ours == theirs
    assert ours  # some scenario has a situation in it

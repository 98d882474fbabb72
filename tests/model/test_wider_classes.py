"""Which class of situations is wider than which can be asked: `?class rdfs:subClassOf* ?wider`.

Rules work it out from what defines a class. Who searches the graph cannot, so `data/sources/wider-classes.ttl` says it:
all that follows from the definitions, and no more. Rules do not read that file.
"""

from functools import cache

import pyoxigraph as ox
import pytest
from tests.model.body import graph, iri, situation_classes, stated

from hiaat.knowledge.body import default_files, parse_files
from hiaat.knowledge.classes import close_classes
from hiaat.knowledge.graph import Graph, Node
from hiaat.knowledge.terms import RDF_FIRST, RDF_REST, h, owl, rdfs

FILE = "data/sources/wider-classes.ttl"


@cache
def closed() -> Graph:
    """What rules read of the classes: the ontology alone."""
    found = parse_files(default_files())
    close_classes(found)
    return found


def within(one: Node, other: Node) -> bool:
    """Whether who passes the first test passes the second."""
    words = closed()
    if words.objects(one, h("testProperty")) != words.objects(other, h("testProperty")):
        return False
    if (kind := words.value(other, h("testType"))) is not None:
        asked = words.value(one, h("testType"))
        return isinstance(asked, ox.NamedNode) and kind in words.above(asked, rdfs("subClassOf"))
    values = set(words.objects(one, h("testValue")))
    return bool(values) and values <= set(words.objects(other, h("testValue")))


def follows(narrow: ox.NamedNode, wide: ox.NamedNode) -> bool:
    """Whether every way into the first class is a way into the second."""
    words = closed()

    def tests(name: ox.NamedNode) -> list[list[Node]]:
        return [list(words.nodes(way, h("test"))) for way in words.nodes(name, h("alternative"))]

    return all(
        any(all(any(within(mine, theirs) for mine in way) for theirs in other) for other in tests(wide))
        for way in tests(narrow)
    )


def short(node: Node) -> str:
    return iri(node).rpartition("#")[2]


@pytest.mark.parametrize("narrow", sorted(situation_classes(), key=iri), ids=short)
def test_a_class_says_every_wider_class(narrow: ox.NamedNode) -> None:
    said = {node for node in graph().above(narrow, rdfs("subClassOf")) if node in situation_classes()}
    assert {short(node) for node in said} == {short(node) for node in situation_classes() if follows(narrow, node)}


def test_the_named_members_of_an_intersection_are_wider() -> None:
    """Of a class with one definition; of one with several only what these share is."""
    looked_at = 0
    for name in situation_classes():
        ways = [node for node in graph().subjects(rdfs("subClassOf"), name) if isinstance(node, ox.BlankNode)]
        if len(ways) == 1 and (part := graph().value(ways[0], owl("intersectionOf"))) is not None:
            while isinstance(part, ox.BlankNode):
                member = graph().value(part, RDF_FIRST)
                if isinstance(member, ox.NamedNode):
                    looked_at += 1
                    assert member in graph().above(name, rdfs("subClassOf")), short(name)
                part = graph().value(part, RDF_REST)
    assert looked_at > 15


def test_rules_do_not_read_the_file() -> None:
    assert any(file == FILE for _, file in stated())
    assert not [path for path in default_files() if path.name == "wider-classes.ttl"]

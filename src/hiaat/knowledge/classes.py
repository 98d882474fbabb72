"""Situation classes: from OWL class expressions to alternatives of tests that a rule can look up.

A class is given by sufficient conditions, `expression rdfs:subClassOf Class`, within OWL 2 RL: named classes,
intersections, unions, `hasValue` and `someValuesFrom` a named class. Each is brought to a disjunction of
conjunctions of tests; the closing of owlrl agrees with it, which a test holds.
"""

from hashlib import md5
from itertools import product

from pyoxigraph import BlankNode, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph, Node
from hiaat.knowledge.terms import RDF_FIRST, RDF_REST, RDF_TYPE, h, owl, rdfs, skos

Test = tuple[str, NamedNode, NamedNode]  # "value" or "type", property, value or class
Alternatives = frozenset[frozenset[Test]]
ALWAYS: Alternatives = frozenset({frozenset()})


def close_classes(graph: Graph) -> None:
    """Give every class of situations its alternatives, and every alternative its tests."""
    root = h("Situation")
    graph.add(root, h("alternative"), _named("alternative", root.value))
    for name in sorted(_below(graph, root, rdfs("subClassOf")), key=lambda node: node.value):
        for tests in sorted(_class(graph, name, ()), key=sorted_key):
            alternative = _named("alternative", name.value + repr(sorted_key(tests)))
            graph.add(name, h("alternative"), alternative)
            for test in tests:
                graph.add(alternative, h("test"), _test(graph, test))


def sorted_key(tests: frozenset[Test]) -> list[tuple[str, str, str]]:
    """An order that does not depend on hashing."""
    return sorted((sort, prop.value, value.value) for sort, prop, value in tests)


def _below(graph: Graph, root: NamedNode, link: NamedNode) -> set[NamedNode]:
    found: set[NamedNode] = set()
    waiting: list[Node] = [root]
    while waiting:
        for node in graph.subjects(link, waiting.pop()):
            if isinstance(node, NamedNode) and node not in found:
                found.add(node)
                waiting.append(node)
    return found


def _class(graph: Graph, name: NamedNode, path: tuple[NamedNode, ...]) -> Alternatives:
    if name in path:
        return frozenset()
    found: set[frozenset[Test]] = set()
    for expression in [*graph.subjects(rdfs("subClassOf"), name), *graph.nodes(name, owl("equivalentClass"))]:
        found |= _expression(graph, expression, (*path, name))
    return frozenset(found)


def _expression(graph: Graph, node: Node, path: tuple[NamedNode, ...]) -> Alternatives:
    if node == h("Situation"):
        return ALWAYS
    if isinstance(node, NamedNode):
        return _class(graph, node, path)
    if (parts := graph.value(node, owl("intersectionOf"))) is not None:
        options = [_expression(graph, part, path) for part in _members(graph, parts)]
        return frozenset(frozenset().union(*choice) for choice in product(*options))
    if (parts := graph.value(node, owl("unionOf"))) is not None:
        return frozenset().union(*(_expression(graph, part, path) for part in _members(graph, parts)))
    prop = graph.value(node, owl("onProperty"))
    for sort, word in (("value", "hasValue"), ("type", "someValuesFrom")):
        value = graph.value(node, owl(word))
        if isinstance(prop, NamedNode) and isinstance(value, NamedNode):
            return frozenset({frozenset({(sort, prop, value)})})
    raise KnowledgeError(f"a class expression below {path[0].value} is none of the kinds that are read")


def _members(graph: Graph, node: object) -> list[Node]:
    members: list[Node] = []
    while isinstance(node, BlankNode):
        first = graph.value(node, RDF_FIRST)
        if isinstance(first, NamedNode | BlankNode):
            members.append(first)
        node = graph.value(node, RDF_REST)
    return members


def _test(graph: Graph, test: Test) -> NamedNode:
    sort, prop, value = test
    node = _named("test", "|".join((sort, prop.value, value.value)))
    graph.add(node, h("testProperty"), prop)
    if sort == "type":  # of a party, which a scenario describes; or of a value, which the knowledge does
        graph.add(node, h("testType"), value)
        accepted = {
            it for kind in {value, *_below(graph, value, rdfs("subClassOf"))} for it in graph.subjects(RDF_TYPE, kind)
        }
    else:
        accepted = {value, *_below(graph, value, skos("broader"))}
    for each in accepted:
        graph.add(node, h("testValue"), each)
    return node


def _named(kind: str, key: str) -> NamedNode:
    return NamedNode(f"https://w3id.org/hiaat/id/{kind}/{md5(key.encode(), usedforsecurity=False).hexdigest()}")

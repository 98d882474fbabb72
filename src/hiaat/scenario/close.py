"""What follows from a scenario by the hierarchies of the model, so that rules only look.

The knowledge is closed once, when it is built; a scenario brings conditions of its own, and sometimes functions, and
those are closed here in the same way.
"""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Triple

from hiaat.knowledge.close import close_conditions
from hiaat.knowledge.graph import Graph
from hiaat.scenario.terms import h, rdf, skos
from hiaat.scenario.words import Words


def close(triples: Iterable[Triple], words: Words) -> tuple[Triple, ...]:
    """The triples of a scenario and what follows from them, in a fixed order."""
    given = tuple(triples)
    graph = Graph(given)
    close_conditions(graph)
    _close_functions(graph, words)
    added = graph.triples.difference(given)
    return (*given, *sorted(added, key=str))


def _close_functions(graph: Graph, words: Words) -> None:
    """What is said of a function is said of those that a scenario puts below it, by norms too."""
    for own in graph.subjects(rdf.type, h.Function):
        for above in _above(graph, words, own):
            graph.add(above, h.covers, own)
            for said in words.subjects(h.function, above):
                if words.objects(said, h.voice):
                    graph.add(said, h.coversFunction, own)


def _above(graph: Graph, words: Words, own: object) -> list[NamedNode]:
    """The function itself, and every broader one."""
    found: dict[NamedNode, None] = {}
    waiting = [own]
    while waiting:
        function = waiting.pop()
        if isinstance(function, NamedNode) and function not in found:
            found[function] = None
            waiting += [*graph.nodes(function, skos.broader), *words.objects(function, skos.broader)]
    return list(found)

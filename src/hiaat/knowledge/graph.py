"""A small index over triples: what a subject says, who says it of an object. Enough for closing hierarchies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal


class Graph:
    """Triples, looked up by subject and predicate, or by predicate and object."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self.triples: set[Triple] = set()
        self._forward: dict[tuple[Node, NamedNode], list[Term]] = defaultdict(list)
        self._backward: dict[tuple[NamedNode, Term], list[Node]] = defaultdict(list)
        self.extend(triples)

    def add(self, subject: Node, predicate: NamedNode, value: Term) -> None:
        """Add one triple; twice is once."""
        self.extend([Triple(subject, predicate, value)])

    def extend(self, triples: Iterable[Triple]) -> None:
        """Add many."""
        for triple in triples:
            if triple not in self.triples:
                self.triples.add(triple)
                subject, predicate, value = triple
                self._forward[subject, predicate].append(value)
                self._backward[predicate, value].append(subject)

    def objects(self, subject: Node, predicate: NamedNode) -> list[Term]:
        """What the subject says by the predicate."""
        return list(self._forward.get((subject, predicate), ()))

    def nodes(self, subject: Node, predicate: NamedNode) -> list[Node]:
        """As `objects`, without literals."""
        return [value for value in self.objects(subject, predicate) if not isinstance(value, Literal)]

    def value(self, subject: Node, predicate: NamedNode) -> Term | None:
        """The one thing that the subject says by the predicate, or the first, or None."""
        found = self._forward.get((subject, predicate))
        return found[0] if found else None

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """Who says the value by the predicate."""
        return list(self._backward.get((predicate, value), ()))

    def pairs(self, predicate: NamedNode) -> Iterator[tuple[Node, Term]]:
        """All subjects and values of a predicate."""
        for subject, name in list(self._forward):
            if name == predicate:
                for value in self._forward[subject, name]:
                    yield subject, value

    def above(self, start: Node, predicate: NamedNode) -> set[Node]:
        """The start and all that can be reached from it by the predicate."""
        found, waiting = {start}, [start]
        while waiting:
            for node in self.nodes(waiting.pop(), predicate):
                if node not in found:
                    found.add(node)
                    waiting.append(node)
        return found

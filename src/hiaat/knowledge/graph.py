"""A small index over triples: what a subject says, who says it of an object. Enough for closing hierarchies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal


class Graph:
    """Triples, looked up by predicate and subject, or by predicate and object."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self.triples: set[Triple] = set()
        self._by: dict[NamedNode, _Index] = defaultdict(_Index)
        self.extend(triples)

    def add(self, subject: Node, predicate: NamedNode, value: Term) -> None:
        """Add one triple; twice is once."""
        self.extend([Triple(subject, predicate, value)])

    def extend(self, triples: Iterable[Triple]) -> None:
        """Add many."""
        known, by = self.triples, self._by
        for triple in triples:
            if triple not in known:
                known.add(triple)
                by[triple.predicate].waiting.append(triple)

    def objects(self, subject: Node, predicate: NamedNode) -> list[Term]:
        """What the subject says by the predicate."""
        return list(self._said(subject, predicate))

    def nodes(self, subject: Node, predicate: NamedNode) -> list[Node]:
        """As `objects`, without literals."""
        return [value for value in self._said(subject, predicate) if not isinstance(value, Literal)]

    def value(self, subject: Node, predicate: NamedNode) -> Term | None:
        """The one thing that the subject says by the predicate, or the first, or None."""
        found = self._said(subject, predicate)
        return found[0] if found else None

    def subjects(self, predicate: NamedNode, value: Term) -> list[Node]:
        """Who says the value by the predicate."""
        index = self._index(predicate)
        return list(index.backward.get(value, ())) if index else []

    def pairs(self, predicate: NamedNode) -> Iterator[tuple[Node, Term]]:
        """All subjects and values of a predicate."""
        index = self._index(predicate)
        for subject, values in list(index.forward.items()) if index else ():
            for value in list(values):
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

    def _said(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        index = self._index(predicate)
        return index.forward.get(subject, ()) if index else ()

    def _index(self, predicate: NamedNode) -> "_Index | None":
        index = self._by.get(predicate)
        if index and index.waiting:
            index.settle()
        return index


class _Index:
    """What is said by one predicate. Of most predicates nobody asks anything, so triples wait until somebody does."""

    def __init__(self) -> None:
        self.waiting: list[Triple] = []
        self.forward: dict[Node, list[Term]] = defaultdict(list)
        self.backward: dict[Term, list[Node]] = defaultdict(list)

    def settle(self) -> None:
        """Sort in what waits."""
        for subject, _, value in self.waiting:
            self.forward[subject].append(value)
            self.backward[value].append(subject)
        self.waiting = []

"""A scenario and the knowledge, read as one graph: that is how the shapes of the input see them."""

from functools import cached_property
from itertools import chain

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from hiaat.knowledge.graph import Graph, Node, Term
from hiaat.knowledge.terms import SH
from hiaat.scenario.terms import Namespace, rdf, rdfs

sh = Namespace(SH)


class Both:
    """A scenario and the knowledge, read as one graph."""

    def __init__(self, own: Graph, known: Graph) -> None:
        self.own = own
        self.known = known
        self._below: dict[Node, frozenset[Node]] = {}

    def objects(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """What the subject says by the predicate, each once."""
        if isinstance(subject, Literal):
            return []
        return list(dict.fromkeys([*self.own.objects(subject, predicate), *self.known.objects(subject, predicate)]))

    def below(self, cls: Node) -> frozenset[Node]:
        """A class and all under it."""
        if cls not in self._below:
            found, waiting = {cls}, [cls]
            while waiting:
                top = waiting.pop()
                for sub in (*self.own.subjects(rdfs.subClassOf, top), *self.known.subjects(rdfs.subClassOf, top)):
                    if sub not in found:
                        found.add(sub)
                        waiting.append(sub)
            self._below[cls] = frozenset(found)
        return self._below[cls]

    def is_a(self, value: Term, cls: Term) -> bool:
        """Whether a value is of a class, or of one below it."""
        return not isinstance(cls, Literal) and not self.below(cls).isdisjoint(self.objects(value, rdf.type))

    @cached_property
    def store(self) -> ox.Store:
        """Both for SPARQL; but for the texts of the knowledge, at which no shape looks."""
        known = (t for t in self.known.triples if not (isinstance(t.object, Literal) and t.object.language))
        made = ox.Store()
        made.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in chain(known, self.own.triples))
        return made

    @cached_property
    def prefixes(self) -> str:
        """What the core declares for the queries of shapes."""
        found = []
        for _, node in self.known.pairs(sh.declare):
            if not isinstance(node, Literal):
                name, space = (getattr(self.known.value(node, word), "value", "") for word in (sh.prefix, sh.namespace))
                found.append(f"PREFIX {name}: <{space}>\n")
        return "".join(found)

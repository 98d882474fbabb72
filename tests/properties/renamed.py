"""The same world under other names: every IRI and every text outside the core and the W3C's vocabularies.

What rules derive from it must be the same up to those names. Derived IRIs are hashes of names, so they are read as blank
nodes, and two graphs are compared by their canonical form.
"""

import random
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

import pyoxigraph as ox
from tests.generated.bodies import Iri

from hiaat.engines import Assessment, Derived, engine
from hiaat.knowledge import Knowledge
from hiaat.knowledge.body import closed
from hiaat.knowledge.close import close_scenario
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import CORE, RDF_TYPE, h
from hiaat.rules import RuleSet

KEPT = (CORE, "http://www.w3.org/", "https://w3id.org/hiaat/shape/")
COLOUR = Iri("urn:x:colour")
KEY = h("key")  # of a cell: the names of its parts, in a text
KIND, CIRCLE = h("findingKind"), h("CircularReferral")


class Names:
    """Other names, made as they are asked for; a seed says which."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._iris: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def iri(self, node: Iri) -> Iri:
        """Its other name; of the core and the W3C its own."""
        return Iri(self._renamed(node.value))

    def _renamed(self, iri: str) -> str:
        if iri.startswith(KEPT) or "/" not in iri:
            return iri
        if iri not in self._iris:
            self._iris[iri] = f"urn:x:{self._random.getrandbits(64):016x}"
        return self._iris[iri]

    def literal(self, text: ox.Literal) -> ox.Literal:
        """Words in a language are texts to read; all others are numbers, dates and truths."""
        if text.language is None:
            return text
        if text.value not in self._texts:
            self._texts[text.value] = f"{self._random.getrandbits(64):016x}"
        return ox.Literal(self._texts[text.value], language=text.language)

    def key(self, text: ox.Literal) -> ox.Literal:
        """A text made of names."""
        return ox.Literal("|".join(map(self._renamed, text.value.split("|"))))

    def triple(self, triple: ox.Triple) -> ox.Triple:
        """A triple under the other names."""
        subject, predicate, value = triple
        if isinstance(value, ox.Literal):
            told = self.key(value) if predicate == KEY else self.literal(value)
            return ox.Triple(self._node(subject), self.iri(predicate), told)
        return ox.Triple(self._node(subject), self.iri(predicate), self._node(value))

    def _node(self, node: object) -> Iri | ox.BlankNode:
        assert isinstance(node, Iri | ox.BlankNode)
        return self.iri(node) if isinstance(node, Iri) else node


@dataclass(frozen=True)
class Input:
    """Knowledge and scenario as they are read, before anything is closed, and how it is judged."""

    knowledge: tuple[ox.Triple, ...]
    scenario: tuple[ox.Triple, ...]
    assessment: Assessment

    def renamed(self, names: Names) -> "Input":
        """Under other names."""
        there = self.assessment
        return Input(
            tuple(map(names.triple, self.knowledge)),
            tuple(map(names.triple, self.scenario)),
            replace(there, scenario=names.iri(there.scenario), perspective=names.iri(there.perspective)),
        )

    def rewritten(self, form: ox.RdfFormat, seed: int) -> "Input":
        """Shuffled, written in a format of RDF, and read again."""
        return replace(self, knowledge=_again(self.knowledge, form, seed), scenario=_again(self.scenario, form, seed))

    def derive(self, rules: RuleSet) -> "Outcome":
        """What follows, from knowledge that is closed anew."""
        graph = Graph(self.scenario)
        close_scenario(graph, Graph(self.knowledge))
        judging = closed(Graph(self.knowledge), frozenset({*rules.words, RDF_TYPE.value}))
        made = engine("fast", Knowledge((), judging, ""), rules)
        known = [quad.triple for quad in ox.parse(judging, format=ox.RdfFormat.N_TRIPLES)]
        return Outcome(self, tuple(known), made.derive(tuple(graph.triples), self.assessment))


@dataclass(frozen=True)
class Outcome:
    """What was closed and derived from an input."""

    given: Input
    closed: tuple[ox.Triple, ...]
    derived: Derived

    def unnamed(self) -> list[ox.Triple]:
        """All of it, and which findings there are; what has no name in the input is a blank node.

        The key of a circle is a name too: it is called after whichever of its members has the first name.
        """
        given = [*self.given.knowledge, *self.given.scenario]
        named = {part for triple in given for part in triple if isinstance(part, Iri)}
        marks = [ox.Triple(Iri(finding), h("shownBy"), Iri(shape)) for shape, finding in self.derived.findings]
        circles = {t.subject for t in self.derived.triples if (t.predicate, t.object) == (KIND, CIRCLE)}
        told = [t for t in self.derived.triples if t.predicate != KEY or t.subject not in circles]
        return [_blank(triple, named) for triple in [*self.closed, *told, *marks]]


def _blank(triple: ox.Triple, named: Collection[object]) -> ox.Triple:
    parts = [
        ox.BlankNode("b" + sha256(part.value.encode()).hexdigest())
        if isinstance(part, Iri) and part not in named and not part.value.startswith(KEPT)
        else part
        for part in triple
    ]
    return ox.Triple(*parts)  # type: ignore[arg-type]


def _again(triples: Iterable[ox.Triple], form: ox.RdfFormat, seed: int) -> tuple[ox.Triple, ...]:
    mixed = list(triples)
    random.Random(seed).shuffle(mixed)
    text = ox.serialize(mixed, format=form) or b""
    return tuple(quad.triple for quad in ox.parse(text, format=form, rename_blank_nodes=True))


def coloured(triples: list[ox.Triple]) -> list[ox.Triple]:
    """With a mark on every blank node that tells what is around it, however far: the same in graphs that are the same.

    Standard algorithms for canonical forms look one step far before they try all that is left; graphs of thousands of
    blank nodes then take minutes, and with these marks a moment.
    """
    colours = {part: "" for t in triples for part in (t.subject, t.object) if isinstance(part, ox.BlankNode)}
    while True:
        around: dict[ox.BlankNode, list[str]] = {node: [] for node in colours}
        for subject, predicate, value in triples:
            if isinstance(subject, ox.BlankNode):
                around[subject].append(f">{predicate}{colours.get(value, value)}")
            if isinstance(value, ox.BlankNode):
                around[value].append(f"<{predicate}{colours.get(subject, subject)}")
        new = {node: _digest(colours[node], *sorted(said)) for node, said in around.items()}
        if len(set(new.values())) == len(set(colours.values())):
            return [*triples, *(ox.Triple(node, COLOUR, ox.Literal(colour)) for node, colour in new.items())]
        colours = new


def _digest(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()


def canonical(triples: list[ox.Triple]) -> set[str]:
    """The canonical form of a graph (RDFC-1.0)."""
    graph = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in coloured(triples))
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in graph}

"""Which words of a graph the knowledge does not have: a closed world, in the namespaces that the knowledge speaks in.

Words of other vocabularies are let through, since no rule reads them, unless they are so like a word that a scenario
uses that they must be that word, misspelt. Which words those are is told by the fields of the model and the shapes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import Enum

from pyoxigraph import NamedNode, Triple

from hiaat.knowledge.graph import Graph, Term
from hiaat.scenario.terms import SCENARIOS, h, owl, rdf, rdfs

SHOWN = 5
NEAR = 0.6
SAME_WORD, SAME_SPACE = 0.75, 0.85
PROPERTIES = {owl.ObjectProperty, owl.DatatypeProperty, owl.AnnotationProperty, rdf.Property}
CLASSES = {owl.Class, rdfs.Class}


class Role(Enum):
    """What a word is used as; the value is the key of the message."""

    PROPERTY = "unknown property"
    CLASS = "unknown class"
    THING = "unknown term"
    SPACE = "unknown namespace"


@dataclass(frozen=True)
class Unknown:
    """A word that the knowledge does not have, and those that may be meant, the nearest first."""

    word: NamedNode
    role: Role
    near: tuple[NamedNode, ...]


class UnknownWords:
    """All words of a graph that are not known as what they are used as."""

    def __init__(self, words: Iterable[Unknown]) -> None:
        self.all = tuple(dict.fromkeys(words))
        self._by_use = {(wrong.word, wrong.role): wrong for wrong in self.all}
        self._spaces = tuple(wrong.word.value for wrong in self.all if wrong.role is Role.SPACE)

    def has(self, word: Term, role: Role) -> bool:
        """Whether this word, used as this, is one of them."""
        if not isinstance(word, NamedNode):
            return False
        return (word, role) in self._by_use or (bool(self._spaces) and word.value.startswith(self._spaces))

    def may_be(self, word: NamedNode, role: Role, meant: Term | None) -> bool:
        """Whether it is, and another word may be meant by it."""
        if not self.has(word, role) or not isinstance(meant, NamedNode):
            return False
        wrong = self._by_use.get((word, role))
        return meant in wrong.near if wrong else local(meant) == local(word)


class Vocabulary:
    """The words of the knowledge, by what they can be used as."""

    def __init__(self, known: Graph, own: Graph, others: Iterable[Term]) -> None:
        self._own = own
        typed = [(s, kind) for s, kind in known.pairs(rdf.type) if isinstance(s, NamedNode) and kind != owl.Ontology]
        things = dict.fromkeys(subject for subject, _ in typed)
        self._of = {
            Role.PROPERTY: dict.fromkeys(s for s, kind in typed if kind in PROPERTIES),
            Role.CLASS: dict.fromkeys(s for s, kind in typed if kind in CLASSES),
        }
        named = {*self._of[Role.PROPERTY], *self._of[Role.CLASS]}
        self._of[Role.THING] = {thing: None for thing in things if thing not in named}
        self._things = things
        self._spaces = dict.fromkeys(space(thing) for thing in things)
        self._others = dict.fromkeys(o for o in others if isinstance(o, NamedNode) and o not in h)

    def unknown(self, triples: Sequence[Triple]) -> "UnknownWords":
        """The words that are not known as what they are used as, in the order of their first use."""
        every = dict.fromkeys(use for triple in triples for use in uses(triple))
        found = (self._wrong(word, role) for word, role in every if isinstance(word, NamedNode))
        return UnknownWords(wrong for wrong in found if wrong)

    def _wrong(self, word: NamedNode, role: Role) -> Unknown | None:
        if space(word) in self._spaces:
            fits = word in (self._things if role is Role.THING else self._of[role])
            return None if fits else Unknown(word, role, self._near(word, role))
        if role is Role.THING or not (PROPERTIES | CLASSES).isdisjoint(self._own.objects(word, rdf.type)):
            return None
        if word.value.startswith(SCENARIOS) or self._own.value(word, rdf.type) is not None:
            return Unknown(word, role, self._near(word, role))
        return self._like_another_space(word, role) or self._like_another_word(word, role)

    def _near(self, word: NamedNode, role: Role) -> tuple[NamedNode, ...]:
        """By the end of the IRI, since a word is often put in the wrong namespace."""
        named: dict[str, list[NamedNode]] = {}
        for known in self._of[role]:
            named.setdefault(local(known).casefold(), []).append(known)
        like = get_close_matches(local(word).casefold(), named, SHOWN, NEAR)
        return tuple(known for name in like for known in named[name])

    def _like_another_space(self, word: NamedNode, role: Role) -> Unknown | None:
        own = space(word)
        if own in {space(other) for other in self._others}:
            return None
        for known in self._spaces:
            meant = NamedNode(known + local(word))
            if meant in self._of[role] and SequenceMatcher(None, own, known).ratio() >= SAME_SPACE:
                return Unknown(NamedNode(own), Role.SPACE, (NamedNode(known),))
        return None

    def _like_another_word(self, word: NamedNode, role: Role) -> Unknown | None:
        if role is not Role.PROPERTY or word in self._others:
            return None
        same = {local(other): other for other in self._others if space(other) == space(word)}
        near = get_close_matches(local(word), same, SHOWN, SAME_WORD)
        return Unknown(word, role, tuple(same[name] for name in near)) if near else None


def space(word: NamedNode) -> str:
    """The namespace of a word: all up to its last # or /."""
    return word.value[: len(word.value) - len(local(word))]


def local(word: NamedNode) -> str:
    """The end of a word."""
    return word.value[max(word.value.rfind("#"), word.value.rfind("/")) + 1 :]


def uses(triple: Triple) -> tuple[tuple[Term, Role], ...]:
    """What the three terms of a triple are used as."""
    role = Role.CLASS if triple.predicate == rdf.type else Role.THING
    return (triple.subject, Role.THING), (triple.predicate, Role.PROPERTY), (triple.object, role)  # type: ignore[return-value]

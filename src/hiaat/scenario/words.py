"""From the word an analyst writes to the term it names, by the labels of the knowledge graph and nothing else.

Preferred and other labels, names and notations all count, in Dutch and English, without regard to case or spacing. A
word that names nothing gets the nearest words; one that names two things is refused with both: the caller decides,
since only it knows where the word stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode

from hiaat.knowledge.graph import Graph
from hiaat.scenario.messages import Language
from hiaat.scenario.terms import h, owl, rdf, rdfs, skos

LABELS = (skos.prefLabel, rdfs.label, skos.notation, skos.altLabel)
SHOWN = 5
FEW = 12
VERY_NEAR = 0.75
COMPARED = 60
"""A word longer than this is no typing error; comparing it would only cost time."""


def normal(word: str) -> str:
    """What makes two spellings the same word."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def alike(one: str, other: str) -> bool:
    """Whether two words are so near that one must be a typing error for the other."""
    return SequenceMatcher(None, normal(one)[:COMPARED], normal(other)[:COMPARED]).ratio() >= VERY_NEAR


def slug(*words: str) -> str:
    """Words as the last part of an IRI: ascii letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", " ".join(words).casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:120].rstrip("-") or "x"


class Lexicon:
    """The words of one sort of thing, and what each of them names."""

    def __init__(self, words: Iterable[tuple[str, NamedNode]] = ()) -> None:
        self._named: dict[str, list[NamedNode]] = {}
        self._spelt: dict[str, str] = {}
        for word, iri in words:
            self.add(word, iri)

    def add(self, word: str, iri: NamedNode) -> None:
        """Let a word name a thing."""
        key = normal(word)
        self._spelt.setdefault(key, word)
        named = self._named.setdefault(key, [])
        if iri not in named:
            named.append(iri)

    def find(self, word: str) -> tuple[NamedNode, ...]:
        """What the word names: nothing, one thing, or several."""
        return tuple(self._named.get(normal(word), ()))

    def nearest(self, word: str) -> tuple[str, ...]:
        """The words most like this one, in spelling or as a part of it."""
        key = normal(word)[:COMPARED]
        like = get_close_matches(key, self._named, SHOWN, 0.6)
        like += [known for known in self._named if len(key) > 2 and key in known][:SHOWN]
        return tuple(dict.fromkeys(self._spelt[known] for known in like))

    def like(self, word: str) -> list[NamedNode]:
        """What the nearest words name."""
        return list(dict.fromkeys(thing for near in self.nearest(word) for thing in self.find(near)))

    def few(self) -> tuple[NamedNode, ...]:
        """The things that have a word here, if one can take them in at a glance."""
        things = dict.fromkeys(iri for named in self._named.values() for iri in named)
        return tuple(things) if len(things) <= FEW else ()

    def all(self) -> Iterator[tuple[str, NamedNode]]:
        """Every word with what it names."""
        return ((self._spelt[key], iri) for key, iris in self._named.items() for iri in iris)

    def __add__(self, other: "Lexicon") -> "Lexicon":
        return Lexicon([*self.all(), *other.all()])


class Words:
    """The knowledge graph as a dictionary, with the few facts about its terms that reading needs."""

    def __init__(self, knowledge: Graph) -> None:
        self.graph = knowledge
        self.instances = cache(self._instances)
        self.types = cache(self._types)
        self.properties = cache(self._properties)
        self.subclasses = cache(self._subclasses)
        self.subjects = cache(self._subjects)
        self.objects = cache(self._objects)
        self.texts = cache(self._texts)
        self.label = cache(self._label)

    def _objects(self, subject: NamedNode, predicate: NamedNode) -> tuple[NamedNode, ...]:
        """The things that the knowledge says this of the subject."""
        found = {o for o in self.graph.objects(subject, predicate) if isinstance(o, NamedNode)}
        return tuple(sorted(found, key=str))

    def _subjects(self, predicate: NamedNode, value: NamedNode | Literal | None = None) -> tuple[NamedNode, ...]:
        """The things of which the knowledge says this; without a value, of which it says anything by the predicate."""
        if value is None:
            every = {subject for subject, _ in self.graph.pairs(predicate)}
        else:
            every = set(self.graph.subjects(predicate, value))
        return tuple(sorted((s for s in every if isinstance(s, NamedNode)), key=str))

    def is_true(self, subject: NamedNode, predicate: NamedNode) -> bool:
        """Whether the knowledge marks the subject so."""
        return Literal(True) in self.graph.objects(subject, predicate)

    def is_a(self, thing: NamedNode, of: NamedNode) -> bool:
        """Whether a thing is of a class, or of one below it."""
        return any(cls in self.subclasses(of) for cls in self.objects(thing, rdf.type))

    def is_subtype(self, cls: NamedNode, of: NamedNode) -> bool:
        """Whether a class is another, or below it."""
        return cls in self.subclasses(of)

    def knows(self, term: NamedNode) -> bool:
        """Whether the knowledge says what this term is."""
        return self.graph.value(term, rdf.type) is not None

    def _texts(self, thing: NamedNode, *predicates: NamedNode) -> tuple[Literal, ...]:
        """The names of a thing, the preferred ones first."""
        said = (self.graph.objects(thing, predicate) for predicate in predicates or LABELS)
        return tuple(text for found in said for text in sorted((o for o in found if isinstance(o, Literal)), key=str))

    def _label(self, thing: NamedNode, language: Language) -> str:
        """The name of a thing in one language, or else in any, or else the end of its IRI.

        Terms of the core are called by the word that one writes in a file, where there is one.
        """
        names = list(self.texts(thing, skos.prefLabel, rdfs.label))
        written = sorted(self.texts(thing, skos.altLabel, skos.notation), key=lambda name: len(name.value))
        names = [*written, *names] if thing in h else [*names, *written]
        own = [name for name in names if name.language == language]
        return next((name.value for name in (*own, *names)), re.split("[#/]", thing.value)[-1])

    def labels(self, thing: NamedNode) -> tuple[Literal, ...]:
        """The preferred name of a thing in every language it has."""
        names = self.texts(thing, skos.prefLabel) or self.texts(thing, rdfs.label)
        return names or (Literal(self.label(thing, "nl")),)

    def _instances(self, of: NamedNode) -> Lexicon:
        classes = self.subclasses(of)
        return self._lexicon({thing for cls in classes for thing in self.subjects(rdf.type, cls)})

    def _types(self, of: NamedNode) -> Lexicon:
        return self._lexicon(self.subclasses(of))

    def _properties(self, below: NamedNode) -> Lexicon:
        return self._lexicon(self._below(below, rdfs.subPropertyOf) - {below})

    def _subclasses(self, of: NamedNode) -> frozenset[NamedNode]:
        return self._below(of, rdfs.subClassOf) - {owl.Nothing}

    def _below(self, top: NamedNode, by: NamedNode) -> frozenset[NamedNode]:
        found: set[NamedNode] = set()
        waiting = [top]
        while waiting:
            term = waiting.pop()
            if term not in found:
                found.add(term)
                waiting.extend(self.subjects(by, term))
        return frozenset(found)

    def _lexicon(self, things: Iterable[NamedNode]) -> Lexicon:
        ordered = sorted(things, key=str)
        return Lexicon((name.value, thing) for thing in ordered for name in self.texts(thing))

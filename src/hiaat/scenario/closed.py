"""What a scenario may say, and of what: a closed world.

A graph describes its own scenario, never the knowledge. So every subject is the scenario or a thing that stands in it;
its classes are those for which there are shapes of the input; and its properties are those that its shapes name. Words
of other vocabularies are let through, since no rule reads them, unless they must be a word of a shape, misspelt.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from pyoxigraph import NamedNode, Triple

from hiaat.knowledge.graph import Node, Term
from hiaat.knowledge.terms import local
from hiaat.scenario.shacl import Checker
from hiaat.scenario.terms import HIAAT, SCENARIOS, h, owl, rdf, rdfs, sh, skos
from hiaat.scenario.words import Lexicon
from hiaat.scenario.written import OBJECT, PREDICATE, SUBJECT

GENERAL = (rdf, rdfs, owl, skos)
PROPERTIES = {owl.ObjectProperty, owl.DatatypeProperty, owl.AnnotationProperty}
SAME_SPACE = 0.85
Known = dict[NamedNode, None]


@dataclass(frozen=True)
class Outside:
    """A word that does not belong where it stands: the message, where it is, what may be meant, of which class."""

    key: str
    triple: Triple
    part: int
    near: Sequence[Term]
    cls: Term | None = None


class Closed:
    """The words of a scenario graph, held against what the shapes name."""

    def __init__(self, checker: Checker, triples: Sequence[Triple]) -> None:
        self._checker = checker
        self._triples = triples
        self._things = dict.fromkeys(thing for thing, _ in checker.own.pairs(h.inScenario))

    def namespaces(self) -> Iterator[tuple[str, str]]:
        """Namespaces that must be another, misspelt: each with that other."""
        words = self._classes | self._properties
        used = dict.fromkeys(value if predicate == rdf.type else predicate for _, predicate, value in self._triples)
        for word in used:
            if isinstance(word, NamedNode) and not word.value.startswith(SCENARIOS) and space(word) not in self._spaces:
                for right in {space(one): None for one in words if local(one.value) == local(word.value)}:
                    if right != space(word) and SequenceMatcher(None, space(word), right).ratio() >= SAME_SPACE:
                        yield space(word), right

    def classes(self) -> Iterator[Outside]:
        """Types that nothing in a scenario has."""
        for triple in self._triples:
            _, predicate, cls = triple
            if predicate == rdf.type and isinstance(cls, NamedNode) and cls not in self._classes:
                own = cls.value.startswith(SCENARIOS) or self._checker.own.value(cls, rdf.type) is not None
                if own or self._of_knowledge(cls):
                    yield Outside("no class", triple, OBJECT, _nearest(cls, self._classes) or [*self._targets])

    def subjects(self) -> Iterator[Outside]:
        """Things that are not the scenario's own, each once."""
        for triple in {triple.subject: triple for triple in reversed(self._triples)}.values():
            thing, _, _ = triple
            if self._of_knowledge(thing):
                own = [one for one in self._things if not self._of_knowledge(one)]
                yield Outside("of the knowledge", triple, SUBJECT, own)
            elif thing not in self._things and h.Scenario not in self._checker.own.objects(thing, rdf.type):
                yield Outside("in no scenario", triple, SUBJECT, [])

    def properties(self) -> Iterator[Outside]:
        """Properties that there are not, or not of a thing of this class."""
        found: dict[tuple[Term, ...], Outside | None] = {}
        for triple in self._triples:
            thing, word, _ = triple
            if word not in self._paths.get(thing, self._properties) and word not in self._characteristics:
                use = (word, *self._checker.own.objects(thing, rdf.type))
                if use not in found:
                    found[use] = self._property(triple)
                if (one := found[use]) is not None:
                    yield replace(one, triple=triple)

    def _property(self, triple: Triple) -> Outside | None:
        thing, word, _ = triple
        paths = self._paths.get(thing, self._properties)
        every = sorted(paths, key=lambda path: (path not in h, path.value))
        near = _nearest(word, paths | self._characteristics)
        meant = near or _nearest(word, self._properties)
        general = any(word in space for space in GENERAL)
        if not general and not self._of_knowledge(word):
            meant = _nearest(word, {one: None for one in self._properties if space(one) == space(word)})
            return Outside("unknown property", triple, PREDICATE, meant) if meant else None
        if word not in self._properties and not self._is_property(word) and (meant or not general):
            return Outside("unknown property", triple, PREDICATE, meant or every)
        if types := self._checker.own.objects(thing, rdf.type):
            cls = next((cls for cls in self._targets if self._checker.is_a(thing, cls)), types[0])
            return Outside("misplaced", triple, PREDICATE, near or every, cls)
        return None

    def _is_property(self, word: NamedNode) -> bool:
        return not PROPERTIES.isdisjoint(self._checker.known.objects(word, rdf.type))

    def _of_knowledge(self, word: Term) -> bool:
        """Whether it is a word of the knowledge, or stands in a namespace of which the knowledge has all words."""
        if not isinstance(word, NamedNode) or word.value.startswith(SCENARIOS):
            return False
        known = self._checker.known.value(word, rdf.type) is not None
        return known or word.value.startswith(HIAAT) or space(word) in self._spaces

    @cached_property
    def _spaces(self) -> set[str]:
        typed = self._checker.known.pairs(rdf.type)
        return {space(one) for one, kind in typed if isinstance(one, NamedNode) and kind != owl.Ontology}

    @cached_property
    def _targets(self) -> Known:
        """The classes that shapes are for."""
        return _named(cls for _, cls in self._checker.shapes.pairs(sh.targetClass))

    @cached_property
    def _classes(self) -> Known:
        """These, and all below them."""
        return _named(one for cls in self._targets for one in sorted(self._checker.below(cls), key=str))

    @cached_property
    def _paths(self) -> dict[Node, Known]:
        """The properties that the shapes of each thing name, those that are for every thing among them."""
        shapes = {shape: dict.fromkeys(self._checker.paths(shape)) for shape in self._checker.targeted()}
        every = [path for shape, _ in self._checker.shapes.pairs(sh.targetSubjectsOf) for path in shapes[shape]]
        found: dict[Node, Known] = {}
        for shape, paths in shapes.items():
            for thing in self._checker.targets(shape):
                found.setdefault(thing, dict.fromkeys(every)).update(paths)
        return found

    @cached_property
    def _properties(self) -> Known:
        """All properties that some shape names, and all characteristics."""
        return (
            _named(path for one in self._checker.targeted() for path in self._checker.paths(one))
            | self._characteristics
        )

    @cached_property
    def _characteristics(self) -> Known:
        return _named(self._checker.known.subjects(rdfs.subPropertyOf, h.characteristic))


def space(word: NamedNode) -> str:
    """The namespace of a word: all up to its last # or /."""
    return word.value.removesuffix(local(word.value))


def _named(terms: Iterable[Term]) -> Known:
    return dict.fromkeys(term for term in terms if isinstance(term, NamedNode))


def _nearest(word: NamedNode, known: Known) -> list[NamedNode]:
    """By the end of the IRI, since a word is often put in the wrong namespace."""
    return Lexicon((local(one.value), one) for one in known).like(local(word.value))

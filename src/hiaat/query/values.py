"""From the word that a user gives for a parameter to the term that it names, by what the graphs themselves say.

A thing is named by the end of its IRI, its label, its notation or another label, in any language. A key is a literal
that is used as such. Names that are most a thing's own win from others; then what the header of the question lists
first. A word that still names several things is the user's to make plain.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import zip_longest

from pyoxigraph import Literal, NamedNode, Store

from hiaat.knowledge.terms import RDF_TYPE, XSD, local, rdfs, skos
from hiaat.query.header import Parameter
from hiaat.scenario.words import COMPARED, normal

Term = NamedNode | Literal

ELI = "http://data.europa.eu/eli/ontology#"
OWN_NAMES = (
    (skos("prefLabel"), rdfs("label")),
    (skos("notation"),),
    (skos("altLabel"), NamedNode(ELI + "title_short")),
)
NEAR = 6
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True)
class Choices:
    """What a word can name, the first group that knows it wins; and what there is to choose from."""

    groups: tuple[dict[str, set[Term]], ...]
    spelt: dict[str, str]

    def find(self, word: str) -> tuple[Term, ...]:
        """What the word names: nothing, one thing or several."""
        for group in self.groups:
            named = sorted(group.get(normal(word), ()), key=str)
            spelt_so = [one for one in named if isinstance(one, Literal) and one.value == word]
            if named:
                return tuple(spelt_so or named)
        return ()

    def nearest(self, word: str) -> list[str]:
        """The words most like it, in spelling, as a part or by year; else all that go by their own name."""
        key = normal(word)[:COMPARED]
        like = get_close_matches(key, self.spelt, NEAR, 0.6)
        like += [known for known in self.spelt if len(key) > 2 and key in known][:NEAR]
        like += [known for known in self.spelt if any(year in known for year in YEAR.findall(key))][:NEAR]
        return [self.spelt[one] for one in dict.fromkeys(like)] or sorted(self.spelt[key] for key in self.groups[0])


def choices(parameter: Parameter, store: Store) -> Choices:
    """What there is to choose from for a parameter that is no date."""
    groups: list[dict[str, set[Term]]] = []
    spelt: dict[str, str] = {}
    sorts = [list(_SORTS[sort](store, [NamedNode(iri) for iri in iris])) for sort, iris in parameter.values]
    for names in (one for rank in zip_longest(*sorts, fillvalue=()) for one in rank):
        group: dict[str, set[Term]] = {}
        for word, term in names:
            group.setdefault(normal(word), set()).add(term)
            spelt.setdefault(normal(word), word)
        groups.append(group)
    return Choices(tuple(groups), spelt)


def nearest_names(word: str, names: Iterable[str]) -> list[str]:
    """Of a few names those most like a word."""
    return get_close_matches(word[:COMPARED], list(names), NEAR, 0.5)


def day(word: str) -> Literal:
    """A day as a term. ValueError if it is none."""
    if len(word) != len("2024-06-15"):
        raise ValueError(word)
    return Literal(date.fromisoformat(word).isoformat(), datatype=NamedNode(XSD + "date"))


Names = Iterable[tuple[str, Term]]


def _instances(store: Store, classes: list[NamedNode]) -> Iterator[Names]:
    below = _below(store, classes)
    return _called(store, {thing for one in below for thing in _subjects(store, RDF_TYPE, one)})


def _types(store: Store, classes: list[NamedNode]) -> Iterator[Names]:
    return _called(store, _below(store, classes))


def _users(store: Store, predicates: list[NamedNode]) -> Iterator[Names]:
    """What is said by the predicates, where that is a thing."""
    found = {quad.object for one in predicates for quad in store.quads_for_pattern(None, one, None)}
    return _called(store, {thing for thing in found if isinstance(thing, NamedNode)})


def _keys(store: Store, predicates: list[NamedNode]) -> Iterator[Names]:
    """Literals, also with spaces for their underscores."""
    found = {quad.object for one in predicates for quad in store.quads_for_pattern(None, one, None)}
    keys = sorted((key for key in found if isinstance(key, Literal)), key=str)
    yield [(key.value, key) for key in keys]
    yield [(key.value.replace("_", " "), key) for key in keys]


_SORTS = {"instances": _instances, "types": _types, "values": _users, "keys": _keys}


def _called(store: Store, things: set[NamedNode]) -> Iterator[Names]:
    """All names of things, first those that are most their own."""
    ordered = sorted(things, key=str)
    yield [(local(thing.value), thing) for thing in ordered]
    for predicates in OWN_NAMES:
        found: list[tuple[str, Term]] = []
        for thing in ordered:
            texts = (quad.object for one in predicates for quad in store.quads_for_pattern(thing, one, None))
            found += [(text.value, thing) for text in texts if isinstance(text, Literal)]
        yield sorted(found, key=str)


def _below(store: Store, classes: list[NamedNode]) -> set[NamedNode]:
    found: set[NamedNode] = set()
    waiting = list(classes)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _subjects(store, rdfs("subClassOf"), one)
    return found


def _subjects(store: Store, predicate: NamedNode, value: NamedNode) -> list[NamedNode]:
    found = (quad.subject for quad in store.quads_for_pattern(None, predicate, value))
    return [one for one in found if isinstance(one, NamedNode)]

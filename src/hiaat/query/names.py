"""Names in a query that the graphs do not know, or do not use: why an answer can be empty though the query is right.

Only names in namespaces of which the graphs tell something are looked at: what others define need not occur here. Where
a word is said that these graphs never say, they tell themselves (`h:saidIn`). A text that a property never has is
looked at too, where it stands right behind that property.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Quad, Store

from hiaat.knowledge.terms import OWL, RDF_TYPE, h, local, rdfs, skos
from hiaat.scenario.words import COMPARED, normal

# Comments and texts are skipped; a PREFIX or BASE is read as a whole, so that its IRI is no name.
_PART = re.compile(
    r"""#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
    r"""|\b(?i:PREFIX)\s+(?P<declared>[\w.-]*):\s*<(?P<namespace>[^>]*)>|\b(?i:BASE)\s+<[^>]*>"""
    r"""|<(?P<iri>[^<>"{}|^`\\\s]*)>|[?$]\w+|(?P<prefix>[\w.-]*):(?P<local>[\w.-]*)""",
    re.DOTALL,
)
_TEXT = re.compile(r"""(?P<quote>["'])(?P<text>(?:[^"'\\\n])+)(?P=quote)(?P<tag>@[\w-]+|\^\^)?""")
LABELS = (skos("prefLabel"), rdfs("label"), skos("altLabel"))
PROPERTIES = {NamedNode(OWL + name) for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}


@dataclass(frozen=True)
class Unknown:
    """A name as it is written in the query, and as it could have been meant."""

    written: str
    near: str | None


@dataclass(frozen=True)
class Unsaid:
    """A word that is described and with which nothing is said, as it is written; and in what it is said, if known."""

    written: str
    place: str | None


def unknown_names(text: str, store: Store) -> list[Unknown]:
    """The names of a query that occur nowhere in the graphs, in the order of the query."""
    known = set(_terms(store))
    own = {_namespace(one) for one in _subjects(store)}
    prefixes = _declared(text)
    named = {iri: written for iri, written in _names(text, prefixes) if _namespace(iri) in own and iri not in known}
    return [Unknown(written, _near(iri, known, prefixes, store)) for iri, written in named.items()]


def unknown_texts(text: str, store: Store) -> list[Unknown]:
    """The texts of a query that the property before them never has, each with that property, if one is near."""
    prefixes = _declared(text)
    found: list[Unknown] = []
    for said, iri, written in _said(text, prefixes):
        values: set[object] = {quad.object for quad in store.quads_for_pattern(None, NamedNode(iri), None)}
        near = None if _is_one(written, values) else _near_value(written["text"], values, prefixes, store)
        if near:
            found.append(Unknown(f"{said} {written.group()}", f"{said} {near}"))
    return found


def _said(text: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Each property as it is written and as an IRI, with the plain text right behind it."""
    for found in _PART.finditer(text):
        behind = _TEXT.match(text, len(text) - len(text[found.end() :].lstrip()))
        if behind and behind["tag"] != "^^":
            yield from ((written, iri, behind) for iri, written in _named(found, prefixes))


def _is_one(written: re.Match[str], values: set[object]) -> bool:
    language = (written["tag"] or "").removeprefix("@") or None
    return any(one.value == written["text"] and one.language == language for one in values if isinstance(one, Literal))


def _near_value(word: str, values: set[object], prefixes: Mapping[str, str], store: Store) -> str | None:
    """Of the values of a property the one that differs in spelling only, or goes by that name."""
    for one in sorted(values, key=str):
        if isinstance(one, Literal) and _key(one.value) == _key(word):
            return str(one)
        if isinstance(one, NamedNode) and _key(word) in map(_key, (local(one.value), *_labels(one, store))):
            return _short(one.value, prefixes)
    return None


def _labels(thing: NamedNode, store: Store) -> Iterator[str]:
    texts = (quad.object for label in LABELS for quad in store.quads_for_pattern(thing, label, None))
    return (one.value for one in texts if isinstance(one, Literal))


def _key(word: str) -> str:
    """What makes two names the same but for capitals, spaces and hyphens."""
    return re.sub(r"[\s-]", "_", normal(word))


def unsaid_names(text: str, store: Store) -> list[Unsaid]:
    """The words of a query that the graphs describe and do not use, in the order of the query."""
    named = {iri: written for iri, written in _names(text, _declared(text)) if _is_unsaid(NamedNode(iri), store)}
    return [Unsaid(written, _said_in(NamedNode(iri), store)) for iri, written in named.items()]


def _is_unsaid(word: NamedNode, store: Store) -> bool:
    """Whether no triple has the property. Of classes only those with a known place count: others have narrower ones."""
    types = {quad.object for quad in store.quads_for_pattern(word, RDF_TYPE, None)}
    if types & PROPERTIES:
        return not any(store.quads_for_pattern(None, word, None))
    return _said_in(word, store) is not None and not any(store.quads_for_pattern(None, RDF_TYPE, word))


def _said_in(word: NamedNode, store: Store) -> str | None:
    """The sort of graph in which a word is said."""
    found = (quad.object for quad in store.quads_for_pattern(word, h("saidIn"), None))
    return next((local(one.value) for one in found if isinstance(one, NamedNode)), None)


def _declared(text: str) -> dict[str, str]:
    """The prefixes of a query."""
    return {found["declared"]: found["namespace"] for found in _PART.finditer(text) if found["namespace"]}


def _names(text: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each name as an IRI, and as it is written."""
    return (one for found in _PART.finditer(text) for one in _named(found, prefixes))


def _named(found: re.Match[str], prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The name in a part of a query, if it is one."""
    if found["iri"] and local(found["iri"]):
        yield found["iri"], found.group()
    elif found["local"] and found["prefix"] in prefixes:
        yield prefixes[found["prefix"]] + found["local"].rstrip("."), found.group().rstrip(".")


def _near(iri: str, known: set[str], prefixes: Mapping[str, str], store: Store) -> str | None:
    """The same name but for spelling, also in another namespace of the query; what is called so; or the most alike."""
    beside = sorted(one for one in known if _namespace(one) == _namespace(iri))
    others = sorted(one for one in known if _namespace(one) in prefixes.values())
    key = _key(local(iri))[:COMPARED]
    same = [one for one in (*beside, *others) if _key(local(one)) == key]
    called = {_key(label): one for one in beside for label in _labels(NamedNode(one), store)}
    spelt = {**called, **{_key(local(one)): one for one in beside}}
    alike = [spelt[one] for one in (key, *get_close_matches(key, spelt, 1)) if one in spelt]
    return next((_short(one, prefixes) for one in (*same, *alike)), None)


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    written = (f"{prefix}:{local(iri)}" for prefix, namespace in prefixes.items() if namespace == _namespace(iri))
    return next(written, f"<{iri}>")


def _namespace(iri: str) -> str:
    return iri[: len(iri) - len(local(iri))]


def _subjects(store: Store) -> Iterator[str]:
    return (quad.subject.value for quad in store if isinstance(quad.subject, NamedNode))


def _terms(store: Store) -> Iterator[str]:
    return (part.value for quad in store for part in _parts(quad) if isinstance(part, NamedNode))


def _parts(quad: Quad) -> tuple[object, ...]:
    return quad.subject, quad.predicate, quad.object, quad.graph_name

"""Triples from plain values: IRIs made from the parts of what they name, words of the core, days."""

from collections.abc import Iterable, Iterator
from hashlib import md5

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.knowledge.terms import XSD, h
from hiaat.reports.names import day as date_of

Said = tuple[NamedNode, NamedNode | Literal]


def made(sort: str, *parts: str) -> NamedNode:
    """An IRI from the parts that identify a thing."""
    return NamedNode(
        f"https://w3id.org/hiaat/id/{sort}/{md5('|'.join(parts).encode(), usedforsecurity=False).hexdigest()}"
    )


def say(subject: NamedNode, *said: Said | None) -> Iterator[Triple]:
    """Triples of one subject; what is None is not said."""
    return (Triple(subject, one[0], one[1]) for one in said if one is not None)


def truth(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))


def word(name: str, value: str | None) -> Said | None:
    """A word of the core, or nothing."""
    return None if value is None else (h(name), h(value))


def thing(name: str, value: str | None) -> Said | None:
    """A thing by its IRI, or nothing."""
    return None if value is None else (h(name), NamedNode(value))


def things(name: str, values: Iterable[str]) -> list[Said]:
    """Several of them."""
    return [(h(name), NamedNode(value)) for value in values]


def days(name: str, number: int | None) -> list[Said]:
    """A day number as rules compare it, and the date for who reads."""
    if number is None:
        return []
    whole = (h(name), Literal(str(number), datatype=NamedNode(XSD + "integer")))
    known = date_of(number)
    shown = [(h(f"{name}Date"), Literal(known, datatype=NamedNode(XSD + "date")))] if known else []
    return [whole, *shown]

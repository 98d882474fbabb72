"""Where each triple of a Turtle file stands in its text: the parser that is used does not tell.

A second, small reading of the text gives a spot for each subject, predicate and object, in the order in which the
parser gave the triples. The two must agree word by word; if they do not, or if the text has a form that is not followed
here (a list, a triple about a triple), there are no spots at all rather than a wrong one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hiaat.scenario.terms import rdf

TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n\r]*)
    |(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<iri><[^<>\s"]*>)
    |(?P<at>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*)
    |(?P<type>\^\^)
    |(?P<blank>_:\w(?:[\w.\-]*[\w\-])?)
    |(?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:(?:[\w.\-:%]|\\.)*(?:[\w\-:%]|\\.))?)
    |(?P<number>[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<word>[A-Za-z]+)
    |(?P<mark>[\[\]();,.])
    """,
    re.VERBOSE | re.DOTALL,
)
TERMS = ("iri", "blank", "name")


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the file: what sort it is, as written, and where it starts."""

    sort: str
    written: str
    offset: int


Spots = tuple[Spot, Spot, Spot]


class Unfollowed(Exception):
    """The text has a form that is not followed here."""


def spots(text: str, triples: Sequence[Triple]) -> list[Spots] | None:
    """The spots of each triple, or None if they cannot be told for sure."""
    try:
        found = _Reader(text).read()
    except (Unfollowed, RecursionError):
        return None
    agree = len(found) == len(triples) and all(map(_agree, found, triples))
    return found if agree else None


def _agree(found: Spots, triple: Triple) -> bool:
    return all(map(_is, found, (triple.subject, triple.predicate, triple.object)))


def _is(spot: Spot, term: object) -> bool:
    if spot.sort in ("blank", "["):
        return isinstance(term, BlankNode)
    if spot.sort == "literal":
        return isinstance(term, Literal)
    if not isinstance(term, NamedNode):
        return False
    if spot.sort == "word":
        return term == (rdf.type if spot.written == "a" else rdf.nil)
    if spot.sort == "name":
        return term.value.endswith(re.sub(r"\\(.)", r"\1", spot.written.split(":", 1)[1]))
    inner = spot.written[1:-1]
    return term.value == inner or "\\" in inner or not re.match("[A-Za-z][A-Za-z0-9+.-]*:", inner)


class _Reader:
    """Reads statements; gives triples inside brackets before the one that has the brackets, as the parser does.

    But for a bare string before the closing bracket: there the parser looks one word ahead, and its triple comes after.
    """

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0
        self._found: list[Spots] = []
        self._late = False

    def read(self) -> list[Spots]:
        while self._at < len(self._tokens):
            self._statement()
        return self._found

    def _next(self) -> Spot:
        if self._at >= len(self._tokens):
            raise Unfollowed
        self._at += 1
        return self._tokens[self._at - 1]

    def _sees(self, *written: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].written in written

    def _take(self, *written: str) -> bool:
        found = self._sees(*written)
        self._at += found
        return found

    def _skip(self, *sorts: str) -> None:
        self._at += self._at < len(self._tokens) and self._tokens[self._at].sort in sorts

    def _statement(self) -> None:
        first = self._next()
        directive = first.written.removeprefix("@").lower()
        if first.sort in ("at", "word") and directive in ("prefix", "base"):
            self._at += 2 if directive == "prefix" else 1
            self._take(".")
            return
        subject = self._thing(first)
        self._late = False
        if not (subject.sort == "[" and self._sees(".")):
            self._says(subject)
        if not self._take("."):
            raise Unfollowed

    def _says(self, subject: Spot) -> None:
        self._one(subject)
        while self._take(";"):
            if not self._sees(";", ".", "]"):
                self._one(subject)

    def _one(self, subject: Spot) -> None:
        """One predicate with its objects."""
        predicate = self._next()
        if predicate.sort not in TERMS and predicate.written != "a":
            raise Unfollowed
        self._add(subject, predicate)
        while self._take(","):
            self._add(subject, predicate)
        self._skip(*TERMS)  # the graph in which N-Quads puts it

    def _add(self, subject: Spot, predicate: Spot) -> None:
        value = self._thing(self._next())
        place = len(self._found) - self._late
        self._late = False
        self._found.insert(place, (subject, predicate, value))

    def _thing(self, spot: Spot) -> Spot:
        if spot.written == "[":
            if not self._take("]"):
                self._says(Spot("[", "[", spot.offset))
                late = self._tokens[self._at - 1].sort == "string"
                if not self._take("]"):
                    raise Unfollowed
                self._late = late
            return Spot("[", "[", spot.offset)
        if spot.written == "(" and self._take(")"):
            return Spot("word", "()", spot.offset)
        if spot.sort in TERMS:
            return spot
        if spot.sort == "string":
            self._skip(*(TERMS if self._take("^^") else ("at",)))
        elif spot.sort != "number" and spot.written not in ("true", "false"):
            raise Unfollowed
        return Spot("literal", spot.written, spot.offset)


def _tokens(text: str) -> Iterable[Spot]:
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise Unfollowed
        if found.lastgroup != "space":
            yield Spot(found.lastgroup, found.group(), at)
        at = found.end()

"""Where each triple of Turtle, N-Triples or N-Quads is written: the parser that is used does not tell.

It is given the text again, a word at a time, and counted how many it had read when it gave a triple. What the triple
says then stands in the last of these words; looking back from there, each part is the first word that stands for it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, parse

from hiaat.knowledge.graph import Term
from hiaat.scenario.terms import SCENARIOS, rdf
from hiaat.scenario.written import OBJECT, PREDICATE, SUBJECT, Written

WORD = re.compile(
    r"""
    (?P<space>\s+|\#[^\n\r]*)
    |(?P<literal>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<iri><[^<>\s"]*>)
    |(?P<blank>_:\w(?:[\w.\-]*[\w\-])?)
    |(?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:(?:[\w.\-:%]|\\.)*(?:[\w\-:%]|\\.))?)
    |(?P<number>[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<at>@?[A-Za-z]+(?:-+[A-Za-z0-9]+)*)
    |(?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
DECLARED = re.compile(r"@?prefix\s+([^\s:]*):\s*<([^<>\s]*)>", re.IGNORECASE)
BETWEEN = (";", ",", ".")


class TurtleText(Written):
    """The text of a Turtle, N-Triples or N-Quads file."""

    def offset(self, index: int, part: int) -> int | None:
        """Where a part of a triple is written; None where nothing stands for it."""
        triple = self.parsed[index]
        value = self._first(self._back(self._end(index, triple)), triple[OBJECT])
        if value is None or part == OBJECT:
            return self._start(value)
        predicate = self._first(self._back(value), triple[PREDICATE])
        if predicate is None or part == PREDICATE:
            return self._start(predicate)
        statement = takewhile(lambda at: self._words[at].group() != ".", self._back(predicate))
        return self._start(self._first(reversed(list(statement)), triple[SUBJECT]))

    def _first(self, places: Iterable[int], term: Term) -> int | None:
        return next((at for at in places if self._stands_for(self._words[at], term)), None)

    def _start(self, at: int | None) -> int | None:
        return None if at is None else self._words[at].start()

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""
        return {name: base for name, base in DECLARED.findall(self.text) if base}

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(WORD.finditer(self.text))

    @cached_property
    def _read(self) -> list[int]:
        """How many words were read when each triple was given."""
        feed = _Feed([word.group() for word in self._words])
        return [feed.count for _ in parse(feed, format=self.form, base_iri=SCENARIOS)]  # type: ignore[arg-type]

    def _end(self, index: int, triple: Triple) -> int:
        """The word after the object: what was read beyond it is no part of it."""
        end = self._read[index]
        beyond = BETWEEN if isinstance(triple.object, BlankNode) else (*BETWEEN, "]", ")")
        while end and (self._words[end - 1].lastgroup == "space" or self._words[end - 1].group() in beyond):
            end -= 1
        return end

    def _back(self, start: int) -> Iterator[int]:
        """The words before this one, but for what stands in closed brackets; up to the bracket that it stands in."""
        depth = 0
        for at in range(start - 1, -1, -1):
            word = self._words[at].group()
            depth += (word in ("]", ")")) - (word in ("[", "("))
            if depth <= 0 and self._words[at].lastgroup != "space":
                yield at
            if depth < 0:
                return

    def _stands_for(self, word: re.Match[str], term: Term) -> bool:
        sort, text = word.lastgroup, word.group()
        if isinstance(term, Literal):
            return sort in ("literal", "number") or text in ("true", "false")
        if isinstance(term, BlankNode):
            return sort == "blank" or text == "["
        return self._names(sort, text, term)

    def _names(self, sort: str | None, text: str, term: NamedNode) -> bool:
        if sort == "name":
            prefix, local = text.split(":", 1)
            return term.value == self.prefixes.get(prefix, "") + re.sub(r"\\(.)", r"\1", local)
        if sort == "iri":
            inner = text[1:-1]
            return term.value == inner or (":" not in inner and term.value.endswith(inner))
        return (text, term) in (("a", rdf.type), ("(", rdf.nil))


class _Feed:
    """Words as a file of which each read gives one, and that counts them."""

    def __init__(self, words: Sequence[str]) -> None:
        self.count = 0
        self._words = iter(words)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next word, or what is left of it."""
        if not self._rest:
            self._rest = next(self._words, "").encode()
            self.count += bool(self._rest)
        size = len(self._rest) if size < 0 else size
        given, self._rest = self._rest[:size], self._rest[size:]
        return given

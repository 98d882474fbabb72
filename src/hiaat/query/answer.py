"""Asks a question of named graphs; the default graph is all of them together.

Only reading is possible. A query that calls another server is refused, so that an answer depends on nothing but the
graphs; so is one that would change them.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pyoxigraph as ox

from hiaat.query.header import SLOTS, Question

Graphs = Mapping[ox.NamedNode, Collection[ox.Triple]]
Term = ox.NamedNode | ox.Literal
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

# What is no keyword, whatever it looks like: comments, IRIs, texts, names with a prefix, variables.
_NO_WORD = re.compile(
    r"""<[^<>"{}|^`\\\s]*>|#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
    r"""|[?$]\w+|[\w-]*:[\w.-]*|@[\w-]+""",
    re.DOTALL,
)
NO_PREFIX = "Prefix not found"  # as the engine tells it, where a name that ends there has one that is not declared
DEEPEST = 100  # brackets in brackets
MOST = 1000  # parts of a pattern or expression side by side, each of which the engine puts one deeper than the last
_PART = re.compile(r"[{!+*/^|]|-(?!\d)|\b(?:FILTER|BIND)\b", re.IGNORECASE)
UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}


class Unreadable(Exception):
    """A query that is no SPARQL: where, why if the engine has a sentence for it, and what could stand there.

    `prefix` is the prefix that it uses and does not declare, if that is why.
    """

    def __init__(
        self, why: str, line: int | None, column: int | None, expected: Iterable[str] = (), prefix: str | None = None
    ) -> None:
        super().__init__(why)
        self.why, self.line, self.column, self.expected, self.prefix = why, line, column, tuple(expected), prefix


class TooLarge(Exception):
    """A query in which the engine would run out of stack, and take the process with it: where it becomes too much."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


class Refused(Exception):
    """A query that asks for more than reading: its keyword, and where that stands."""

    def __init__(self, word: str, line: int, column: int) -> None:
        super().__init__(word)
        self.word, self.line, self.column = word, line, column


@dataclass(frozen=True)
class Answer:
    """What came out: rows of terms under their variables, or yes or no, or triples."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()
    truth: bool | None = None
    triples: frozenset[ox.Triple] | None = None
    again: Callable[[], Result] | None = None

    @property
    def json(self) -> bytes:
        """As the W3C has results written in JSON; nothing of a graph."""
        return self._written(ox.QueryResultsFormat.JSON)

    @property
    def csv(self) -> bytes:
        """As the W3C has them written in CSV; nothing of a graph."""
        return self._written(ox.QueryResultsFormat.CSV)

    def _written(self, form: ox.QueryResultsFormat) -> bytes:
        """Results can be read once, so that it is asked again."""
        result = self.again() if self.again else None
        return b"" if result is None or isinstance(result, ox.QueryTriples) else result.serialize(format=form) or b""

    @property
    def is_graph(self) -> bool:
        """Whether it is triples."""
        return self.triples is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found; no is an answer."""
        return self.truth is None and not self.rows and not self.triples

    @property
    def is_for_nothing(self) -> bool:
        """Whether nothing was found, or no, or one row in which nothing was counted."""
        return self.is_empty or self.truth is False or (len(self.rows) == 1 and all(map(_is_nothing, self.rows[0])))


def _is_nothing(term: object) -> bool:
    """What an aggregate gives of no rows: a number 0, an empty text, or nothing at all."""
    return term is None or (isinstance(term, ox.Literal) and term.value in ("0", ""))


def store_of(graphs: Graphs) -> ox.Store:
    """The graphs, to ask of. The default graph has each triple once, in however many of them it stands."""
    store = ox.Store()
    for name, triples in graphs.items():
        store.extend(ox.Quad(one.subject, one.predicate, one.object, name) for one in triples)
        store.extend(ox.Quad(one.subject, one.predicate, one.object) for one in triples)
    return store


def bound(question: Question, values: Mapping[str, Term]) -> str:
    """The query with terms where its parameters stand."""
    if not question.slots:
        return question.text
    terms = " ".join(str(values.get(name, "UNDEF")) for name in question.slots)
    variables = " ".join(f"?{name}" for name in question.slots)
    return SLOTS.sub(lambda _: f"VALUES ({variables}) {{ ({terms}) }}", question.text, count=1)


def ask(question: Question, store: ox.Store, values: Mapping[str, Term] | None = None) -> Answer:
    """The answer. Unreadable if it is no SPARQL, Refused if it asks for more than reading, or TooLarge."""
    plain = _NO_WORD.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), question.text)
    _refuse(plain)
    _refuse_large(plain)
    text = bound(question, values or {})
    try:
        result = store.query(text)
        if isinstance(result, ox.QueryTriples):
            return Answer(triples=frozenset(result))
        again = partial(store.query, text)
        if isinstance(result, ox.QueryBoolean):
            return Answer(truth=bool(result), again=again)
        variables = tuple(variable.value for variable in result.variables)
        return Answer(variables, tuple(tuple(row) for row in result), again=again)
    except SyntaxError as wrong:
        raise _unreadable(str(wrong.msg), text) from wrong


def _refuse(plain: str) -> None:
    first = True
    for word in re.finditer(r"[A-Za-z]+", plain):
        name = word.group().upper()
        if name == "SERVICE" or (first and name in UPDATES):
            raise Refused(name, *_place(plain, word.start()))
        first = first and name in ("PREFIX", "BASE")


def _refuse_large(plain: str) -> None:
    depth = 0
    for bracket in re.finditer(r"[][{}()]", plain):
        depth += 1 if bracket.group() in "[{(" else -1
        if depth > DEEPEST:
            raise TooLarge(*_place(plain, bracket.start()))
    for number, part in enumerate(_PART.finditer(plain)):
        if number >= MOST:
            raise TooLarge(*_place(plain, part.start()))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _unreadable(told: str, query: str) -> Unreadable:
    """What the engine tells has the place in its text, and all characters that could stand there; words are enough."""
    place = re.match(r"error at (\d+):(\d+): ", told)
    expected = told[place.end() :] if place else told
    sentences = re.findall(r"[A-Z][a-z]*(?: [A-Za-z]+){2,}", expected)
    words = re.findall(r"(?<![\w'{])[A-Z]{2,}(?![\w'])|\"[^\"\\\s]+\"", expected)
    line, column = (int(place.group(1)), int(place.group(2))) if place else (None, None)
    if NO_PREFIX in sentences and line and column:
        before = query.splitlines()[line - 1][: column - 1]
        if used := re.search(r"([\w.-]*):[^\s:]*$", before):
            return Unreadable(NO_PREFIX, line, column - len(used.group()), prefix=used.group(1) + ":")
    return Unreadable(sentences[0] if sentences else "", line, column, dict.fromkeys(words))

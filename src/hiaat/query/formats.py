"""An answer as text: a table to read, JSON and CSV as the W3C has results, Turtle for a graph."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hiaat.query.answer import Answer
from hiaat.query.table import Names, table
from hiaat.turtle import turtle


@dataclass(frozen=True)
class Told:
    """What a text needs beside the answer: headings of columns, and names of things."""

    headings: Mapping[str, str]
    names: Names


@dataclass(frozen=True)
class Format:
    """A way to write an answer, the file names that ask for it, and whether it is for graphs or for rows."""

    write: Callable[[Answer, Told], str]
    suffixes: tuple[str, ...]
    of_graphs: bool = False


def _table(answer: Answer, told: Told) -> str:
    if answer.truth is not None:
        return told.names.truths[answer.truth] + "\n"
    headings = [told.headings.get(name, name) for name in answer.variables]
    return table(headings, answer.rows, told.names)


def _json(answer: Answer, _told: Told) -> str:
    return answer.json.decode() + "\n"


def _csv(answer: Answer, _told: Told) -> str:
    return answer.csv.decode()


def _turtle(answer: Answer, told: Told) -> str:
    return turtle(answer.triples or (), told.names.prefixes)


FORMATS: dict[str, Format] = {
    "table": Format(_table, (".txt",)),
    "csv": Format(_csv, (".csv",)),
    "json": Format(_json, (".json", ".srj")),
    "turtle": Format(_turtle, (".ttl",), of_graphs=True),
}

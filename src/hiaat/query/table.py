"""Rows as a table that fits a page: things by their names, long texts over more lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from pyoxigraph import Literal, NamedNode, Store

from hiaat.knowledge.terms import rdfs, skos
from hiaat.scenario.messages import Language
from hiaat.turtle import Prefixes

WIDTH = 120
LONG = 30  # a longer word may be broken
LABELS = (skos("prefLabel"), rdfs("label"))
TRUTHS = {Literal(True): True, Literal(False): False}


@dataclass(frozen=True)
class Names:
    """What things are called, in one language."""

    store: Store
    prefixes: Prefixes
    language: Language
    truths: Mapping[bool, str]

    def of(self, value: object) -> str:
        """A thing by its name, or by its IRI, shortened. A text as it is, true and false by the word for them."""
        if isinstance(value, Literal):
            truth = TRUTHS.get(value)
            return " ".join(value.value.split()) if truth is None else self.truths[truth]
        if not isinstance(value, NamedNode):
            return "" if value is None else str(value)
        labels = [quad.object for one in LABELS for quad in self.store.quads_for_pattern(value, one, None)]
        texts = sorted((text for text in labels if isinstance(text, Literal)), key=str)
        own = [text for text in texts if text.language == self.language]
        return (own or texts)[0].value if texts else _short(value.value, self.prefixes)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], names: Names) -> str:
    """Columns if they fit without breaking words; otherwise one row after the other, each value with its heading."""
    shown = [[names.of(value) for value in row] for row in rows]
    least = [max(map(_longest, column)) for column in zip(headings, *shown, strict=True)]
    lines = _columns(headings, shown, least) if sum(least) <= _room(len(least)) else _blocks(headings, shown)
    return "\n".join(lines) + "\n"


def _columns(headings: Sequence[str], rows: Sequence[Sequence[str]], least: Sequence[int]) -> list[str]:
    widths = _widths([headings, *rows], least)
    rule = ["-" * width for width in widths]
    return [line for row in (headings, rule, *rows) for line in _row(row, widths)]


def _blocks(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    margin = max(map(len, headings)) + 2
    lines: list[str] = []
    for row in rows:
        for heading, text in zip(headings, row, strict=True):
            if text:
                lines += wrap(text, WIDTH, initial_indent=f"{heading:<{margin}}", subsequent_indent=" " * margin)
        lines.append("")
    return lines[:-1]


def _short(iri: str, prefixes: Prefixes) -> str:
    fitting = [(name, namespace) for name, namespace in prefixes.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    name, namespace = max(fitting, key=lambda one: len(one[1]))
    return f"{name}:{iri.removeprefix(namespace)}"


def _room(columns: int) -> int:
    return WIDTH - 2 * (columns - 1)


def _longest(text: str) -> int:
    return min(max(map(len, text.split() or [""])), LONG)


def _widths(rows: Sequence[Sequence[str]], least: Sequence[int]) -> list[int]:
    """As wide as the widest cell; if that does not fit, those give way that can give most."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) > _room(len(widths)):
        slack = [width - small for width, small in zip(widths, least, strict=True)]
        widths[slack.index(max(slack))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    parts = [wrap(cell, width, break_on_hyphens=False) or [""] for cell, width in zip(cells, widths, strict=True)]
    lines = zip_longest(*parts, fillvalue="")
    return ["  ".join(f"{text:<{width}}" for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]

"""The matrix: for each function and kind of responsibility, over the parts of the week, who has it or that nobody does.

A hundred columns wide. Parts of the week next to each other that say the same are one wide box.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from hiaat.findings import Cell
from hiaat.knowledge import Knowledge
from hiaat.knowledge.terms import AT_SOME_TIME
from hiaat.reports.layout import WIDTH, page, underlined, wrapped
from hiaat.reports.names import day
from hiaat.reports.report import Case, Part
from hiaat.reports.rows import Row, rows, windows
from hiaat.reports.texts import Texts
from hiaat.scenario.messages import Language

LABEL = 28
NARROWEST = 9
NOTHING = "·"

Box = tuple[str, int]  # what it says, over how many columns


def written(case: Case) -> str:
    """The matrix of one judgement."""
    return page(_matrix(case, Texts(case.language)))


def whole(parts: Sequence[Part], _: Language, __: Knowledge) -> str:
    """All of them, one below the other."""
    return "\n".join(part.written for part in parts)


def _matrix(case: Case, texts: Texts) -> Iterator[str]:
    assessment = case.judged.judgement.assessment
    yield from underlined(case.judged.scenario.title)
    perspective = case.names.of(assessment.perspective.value)
    yield from wrapped(texts("about", file=case.judged.scenario.file, day=assessment.as_of, perspective=perspective))
    table = _Table(case, texts)
    for situation in case.judged.judgement.situations:
        yield ""
        yield from wrapped(texts("matrix-situation", name=case.names.of(situation)))
        own = [row for row in rows(case) if row.situation == situation]
        if own:
            yield from table.lines(own)
        else:
            key = "silent-away" if situation in case.judged.judgement.away else "silent-situation"
            yield from wrapped(texts(key, name=case.names.of(situation)), 2)
    yield ""
    yield from wrapped(texts("matrix-legend", nothing=NOTHING))
    judgement = case.judged.judgement
    asked = [one for one in judgement.not_judged if one.window is None and one.situation not in judgement.away]
    missing = {case.names.of(one.function) for one in asked}
    if missing:
        yield from wrapped(texts("matrix-not-judged", names=", ".join(sorted(missing))))
    yield from wrapped(case.conclusion)


class _Table:
    """Lays out the rows of one situation."""

    def __init__(self, case: Case, texts: Texts) -> None:
        self._case = case
        self._texts = texts
        self._windows = windows(case)
        self._divided = {row.kind for row in rows(case) if set(row.cells) - {AT_SOME_TIME}}
        most = (WIDTH - LABEL) // (NARROWEST + 1)
        self._lists = len(self._windows) > most  # too many parts to stand side by side
        self._columns = 1 if self._lists or not self._windows else len(self._windows)
        self._wide = (WIDTH - LABEL) // self._columns - 1

    def lines(self, own: list[Row]) -> Iterator[str]:
        """The rows under their functions, below a line of headings."""
        if self._columns > 1:
            yield ""
            yield self._line("", [(self._case.names.of(window), 1) for window in self._windows])[0]
        for function, of_function in groupby(own, key=lambda row: row.function):
            yield self._rule()
            yield from wrapped(self._case.names.of(function).upper())
            for row in of_function:
                yield from self._row(row)
        yield self._rule()

    def _rule(self) -> str:
        return "-" * WIDTH

    def _row(self, row: Row) -> Iterator[str]:
        kind = self._case.names.word(row.kind)
        timed = {window: cell for window, cell in row.cells.items() if window != AT_SOME_TIME}
        if timed:
            yield from self._line(kind, self._listed(timed) if self._lists else self._side_by_side(timed))
        if AT_SOME_TIME in row.cells:
            name = f"{kind}, {self._case.names.of(AT_SOME_TIME)}" if row.kind in self._divided else kind
            yield from self._line(name, [(self._said(row.cells[AT_SOME_TIME]), self._columns)])

    def _side_by_side(self, cells: dict[str, Cell]) -> list[Box]:
        said = [self._said(cells[window]) if window in cells else NOTHING for window in self._windows]
        return [(text, len(list(same))) for text, same in groupby(said)]

    def _listed(self, cells: dict[str, Cell]) -> list[Box]:
        by_text: dict[str, list[str]] = {}
        for window in self._case.names.windows(cells):
            by_text.setdefault(self._said(cells[window]), []).append(self._case.names.of(window))
        return [("; ".join(f"{', '.join(names)}: {text}" for text, names in by_text.items()), 1)]

    def _said(self, cell: Cell) -> str:
        names = self._case.names
        if cell.verdict == "Held":
            held = ", ".join(names.all(cell.holders)) or names.word(cell.verdict)
            return self._texts("matrix-until", holders=held) if cell.until_successor else held
        since = day(cell.since)
        slots = {
            "verdict": names.word(cell.verdict),
            "why": names.word(cell.leading) if cell.leading else "",
            "since": since or "",
            "holders": ", ".join(names.all(cell.holders)),
        }
        key = f"matrix-{cell.verdict}" + ("-since" if since else "")
        return self._texts(key, **slots)

    def _line(self, label: str, boxes: list[Box]) -> list[str]:
        left = wrap(label, LABEL - 2, initial_indent="  ", subsequent_indent="  ") or [""]
        widths = [columns * (self._wide + 1) - 1 for _, columns in boxes]
        texts = [wrap(text, width - 1) or [""] for (text, _), width in zip(boxes, widths, strict=True)]
        height = max(len(left), *(len(text) for text in texts))
        lines = []
        for number in range(height):
            start = left[number] if number < len(left) else ""
            parts = [
                f"{text[number] if number < len(text) else '':<{width}}"
                for text, width in zip(texts, widths, strict=True)
            ]
            lines.append(f"{start:<{LABEL - 1}}|" + "|".join(parts))
        return lines

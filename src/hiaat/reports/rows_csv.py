"""The matrix for a spreadsheet: one line a cell."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from hiaat.knowledge import Knowledge
from hiaat.reports.report import Case, Part
from hiaat.reports.rows import COLUMNS, values
from hiaat.scenario.messages import Language

FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would take for a formula


def written(case: Case) -> str:
    """The lines of one judgement."""
    return _lines([_plain(value) for value in row.values()] for row in values(case))


def whole(parts: Sequence[Part], _: Language, __: Knowledge) -> str:
    """All lines, under a line of headings."""
    return _lines([COLUMNS]) + "".join(part.written for part in parts)


def _lines(rows: Iterable[list[str]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _plain(value: str | list[str] | None) -> str:
    text = "; ".join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(FORMULA) else text

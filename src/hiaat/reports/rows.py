"""The cells of a judgement as rows: function by kind of responsibility, over the windows. For tables of any sort."""

from dataclasses import dataclass

from hiaat.findings import Cell
from hiaat.knowledge.terms import AT_SOME_TIME
from hiaat.reports.names import KINDS, day
from hiaat.reports.report import Case

COLUMNS = [
    "scenario",
    "as_of",
    "perspective",
    "situation",
    "function",
    "kind",
    "window",
    "verdict",
    "leading",
    "since",
    "holders",
]


@dataclass(frozen=True)
class Row:
    """A function in a situation in one kind of responsibility; `cells` by window."""

    situation: str
    function: str
    kind: str
    cells: dict[str, Cell]


def rows(case: Case) -> list[Row]:
    """All rows; situations in order, functions by name, kinds as the core has them."""
    found: dict[tuple[str, str, str], dict[str, Cell]] = {}
    for cell in case.judged.judgement.cells:
        found.setdefault((cell.situation, cell.function, cell.kind), {})[cell.window] = cell
    made = [Row(*parts, cells) for parts, cells in found.items()]
    return sorted(made, key=lambda row: (row.situation, case.names.of(row.function), _order(row.kind), row.kind))


def _order(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def windows(case: Case) -> list[str]:
    """The windows that divide some row, in the order in which a reader expects them."""
    used = {cell.window for cell in case.judged.judgement.cells} - {AT_SOME_TIME}
    return case.names.windows(used)


def values(case: Case) -> list[dict[str, str | list[str] | None]]:
    """The cells one by one, as what stands in each of the columns."""
    return [_values(case, row, row.cells[window]) for row in rows(case) for window in case.names.windows(row.cells)]


def _values(case: Case, row: Row, cell: Cell) -> dict[str, str | list[str] | None]:
    assessment = case.judged.judgement.assessment
    return {
        "scenario": case.judged.scenario.name,
        "as_of": assessment.as_of.isoformat(),
        "perspective": case.names.of(assessment.perspective.value),
        "situation": case.names.of(row.situation),
        "function": case.names.of(row.function),
        "kind": case.names.word(row.kind),
        "window": case.names.of(cell.window),
        "verdict": cell.verdict,
        "leading": cell.leading,
        "since": day(cell.since),
        "holders": case.names.all(cell.holders),
    }

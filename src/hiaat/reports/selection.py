"""Which cells somebody asks about, and which of them say the same, so that they are told once."""

from dataclasses import dataclass, replace
from itertools import groupby

from hiaat.findings import Candidate, Cell
from hiaat.reports.report import Case


@dataclass(frozen=True)
class Asked:
    """What to explain; without a function, all that the findings are about."""

    functions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Alike:
    """Cells that differ in nothing but their window."""

    cell: Cell
    windows: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def select(case: Case, asked: Asked) -> list[Alike]:
    """The cells asked about, worst first, then by function and kind; alike ones together."""
    cells = [cell for cell in case.judged.judgement.cells if _is_asked(case, cell, asked)]
    groups = groupby(sorted(cells, key=lambda cell: (_place(case, cell), repr(_same(cell)))), key=_same)
    found = []
    for _, same in groups:
        alike = list(same)
        windows = tuple(case.names.windows(cell.window for cell in alike))
        candidates = [one for one in alike[0].candidates if not asked.parties or one.party in asked.parties]
        found.append(Alike(alike[0], windows, tuple(candidates)))
    return found


def _is_asked(case: Case, cell: Cell, asked: Asked) -> bool:
    if asked.kinds and cell.kind not in asked.kinds:
        return False
    if asked.functions:
        return cell.function in asked.functions
    about = {pair for one in case.judged.judgement.findings for pair in one.where}
    if asked.kinds:
        return (cell.situation, cell.function) in about or not about
    return any(cell in one.cells for one in case.judged.judgement.findings)


_WORST_FIRST = ("Gap", "Undetermined", "Assigned", "Held")


def _place(case: Case, cell: Cell) -> tuple[int, str, str, str]:
    return _WORST_FIRST.index(cell.verdict), cell.situation, case.names.of(cell.function), cell.kind


def _same(cell: Cell) -> Cell:
    return replace(cell, iri="", key="", window="")

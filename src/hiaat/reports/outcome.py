"""In order or not, and the exit status that follows. Silence is not health: what nothing answers is not in order."""

from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from hiaat.judging import Judged
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h

Level = Literal["violation", "warning", "info"]
LEVELS: dict[Level, tuple[str, ...]] = {
    "violation": ("Violation",),
    "warning": ("Violation", "Warning"),
    "info": ("Violation", "Warning", "Info"),
}


@dataclass(frozen=True)
class Outcome:
    """The end of a judgement: how many findings of each severity, and what nothing answered at all."""

    in_order: bool
    violations: int
    warnings: int
    infos: int
    without_cell: tuple[str, ...]  # situations in which nothing was required, though they were there, or none was
    unanswered: tuple[str, ...]  # needs that no cell answers
    assigned: int  # cells that rules lay on somebody, of which it is unknown whether anybody took them on

    def status(self, fail_on: Level = "violation") -> int:
        """0 or 1, as the command gives it to the shell."""
        counts = {"Violation": self.violations, "Warning": self.warnings, "Info": self.infos}
        return 0 if self.in_order and not any(counts[severity] for severity in LEVELS[fail_on]) else 1


def outcome(judged: Judged) -> Outcome:
    """What a judgement comes to."""
    judgement = judged.judgement
    situations = {cell.situation for cell in judgement.cells}
    unanswered = unanswered_needs(judged)
    away = judgement.away if situations else ()
    return Outcome(
        in_order=judgement.in_order and not unanswered,
        violations=judgement.count("Violation"),
        warnings=judgement.count("Warning"),
        infos=judgement.count("Info"),
        without_cell=tuple(one for one in judgement.situations if one not in situations and one not in away),
        unanswered=unanswered,
        assigned=sum(cell.verdict == "Assigned" for cell in judgement.cells),
    )


def unanswered_needs(judged: Judged) -> tuple[str, ...]:
    """The needs that count on the day judged, of which the function has no cell in that situation."""
    graph = Graph(judged.scenario.triples)
    day = judged.judgement.assessment.as_of.toordinal()
    answered = {(cell.situation, cell.function) for cell in judged.judgement.cells}
    found = []
    for need in graph.subjects(RDF_TYPE, h("Need")):
        if not _is_there(graph, need, day):
            continue
        where = [node.value for node in graph.nodes(need, h("situation"))]
        if where and set(where) <= set(judged.judgement.away):
            continue
        asked = [(situation, function.value) for situation in where for function in graph.nodes(need, h("function"))]
        if not asked or any(pair not in answered for pair in asked):
            found.append(need.value)
    return tuple(sorted(found))


def _is_there(graph: Graph, node: ox.NamedNode | ox.BlankNode, day: int) -> bool:
    """Whether something may have begun by a day, and may not have ended before it."""
    first, last = (_day(graph, node, name) for name in ("earliestDay", "latestDay"))
    return (first is None or first <= day) and (last is None or day <= last)


def _day(graph: Graph, node: ox.NamedNode | ox.BlankNode, name: str) -> int | None:
    value = graph.value(node, h(name))
    return int(value.value) if isinstance(value, ox.Literal) else None

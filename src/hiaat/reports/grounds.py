"""Everything that a judgement rests on: norms, engagements, facts and conditions, each once, in order."""

from collections.abc import Iterator

from hiaat.findings import Cell, Condition, Finding, Judgement


def grounds(judgement: Judgement) -> tuple[str, ...]:
    """The IRIs of all grounds and sources that some cell, finding or condition names."""
    found: set[str] = set()
    for cell in judgement.cells:
        found.update(_of_cell(cell))
    for finding in judgement.findings:
        found.update(_of_finding(finding))
    for missing in judgement.not_judged:
        found.update(missing.because)
    found.update(norm for _, norm in judgement.no_longer)
    for condition in judgement.conditions:
        found.update(_of_condition(condition))
    return tuple(sorted(found))


def _of_cell(cell: Cell) -> Iterator[str]:
    yield from (*cell.required_by, *cell.triggered_by, *cell.held_on)
    for candidate in cell.candidates:
        yield candidate.ground
        for shortfall in candidate.shortfalls:
            yield shortfall.source
            if shortfall.condition is not None:
                yield from _of_condition(shortfall.condition)


def _of_finding(finding: Finding) -> Iterator[str]:
    yield from (*finding.sources, *finding.in_fact, *finding.binds_absent)
    yield from (act.ground for act in finding.acts)
    yield from (fact for one in finding.missing for fact in one.facts)


def _of_condition(condition: Condition) -> Iterator[str]:
    return (iri for iri in (condition.condition, condition.norm, condition.fact) if iri is not None)

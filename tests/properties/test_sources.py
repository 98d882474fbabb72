"""Everything that is said rests on something, and a gap has one reason that leads."""

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox
from tests.findings.unasked import unasked
from tests.generated.bodies import Iri
from tests.generated.world import World
from tests.properties.holding import holds, scenario

from hiaat.findings import Candidate, Cell, Finding
from hiaat.knowledge.terms import RDF_TYPE, h

CONDITIONS = ("StatedCondition", "FunctionCondition", "AgreementCondition")


def in_the_file(world: World, iri: str) -> bool:
    """A thing that the scenario tells, and so has a line."""
    return any(one.this.value == iri for one in world.facts)


def has_a_source(world: World, iri: str) -> bool:
    """A norm with a passage or article, a thing of the scenario, or what was taken on under one or by one."""
    if in_the_file(world, iri) or world.body.words.objects(Iri(iri), h("basedOn")):
        return True
    taken = world.judgement.engagements.get(iri)
    return taken is not None and in_the_file(world, taken.source)


def is_condition(world: World, iri: str) -> bool:
    """A condition of the knowledge, on which a ground that has a source rests."""
    return any(h(name) in world.body.words.objects(Iri(iri), RDF_TYPE) for name in CONDITIONS)


@holds(scenario)
def test_everything_that_is_said_has_a_reason(world: World) -> None:
    derived = world.derive()
    gaps_have_one_leading_kind(world, derived.triples)
    holders_and_shortfalls_have_sources(world)
    findings_have_sources(world)
    assert unasked(derived.triples) == set(), "undetermined, and nothing to ask"
    for finding in world.judgement.findings:
        if finding.severity == "Violation" and finding.kind != "ProhibitedArrangement":
            assert all(cell.verdict == "Gap" for cell in finding.cells), finding


def gaps_have_one_leading_kind(world: World, triples: Iterable[ox.Triple]) -> None:
    leading = Counter(triple.subject for triple in triples if triple.predicate == h("leading"))
    gaps = {t.subject for t in triples if t.predicate == h("verdict") and t.object == h("Gap")}
    assert {gap: leading[gap] for gap in gaps if leading[gap] != 1} == {}
    assert all((cell.leading is not None) == (cell.verdict == "Gap") for cell in world.judgement.cells)


def holders_and_shortfalls_have_sources(world: World) -> None:
    for cell in world.judgement.cells:
        assert bool(cell.holders) == (cell.verdict in ("Held", "Assigned")), cell
        for holder in cell.holders:
            assert any(has_a_source(world, ground) for ground in grounds(world, cell, holder)), (cell, holder)
        for candidate in cell.candidates:
            assert has_a_source(world, candidate.ground) or candidate.standing == "NearMiss", candidate
            assert all(_founded(world, candidate, short.source) for short in candidate.shortfalls), candidate


def grounds(world: World, cell: Cell, holder: str) -> list[str]:
    """By what a holder has it; who is assigned it, by what binds it to see to it or to answer for it."""
    cells = [cell] if cell.verdict == "Held" else [c for c in world.judgement.cells if c.situation == cell.situation]
    return [one.ground for each in cells for one in each.candidates if one.party == holder]


def _founded(world: World, candidate: Candidate, source: str) -> bool:
    return has_a_source(world, source) or (is_condition(world, source) and has_a_source(world, candidate.ground))


def findings_have_sources(world: World) -> None:
    """That nobody supervises has no cell; it rests on what asks for the function that is not supervised."""
    judgement = world.judgement
    for finding in judgement.findings:
        here = [c for c in judgement.cells if (c.situation, c.function) == (finding.situation, finding.function)]
        asked = [iri for cell in finding.cells or here for iri in (*cell.required_by, *cell.triggered_by)]
        rests = [*finding.sources, *asked, *_lead(finding)]
        assert any(has_a_source(world, iri) for iri in rests), finding


def _lead(finding: Finding) -> list[str]:
    return [candidate.ground for cell in finding.cells for candidate in cell.candidates]

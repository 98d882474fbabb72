"""Judging situations one by one, or together, or one scenario after another, gives the same."""

from dataclasses import replace

import pyoxigraph as ox
from tests.generated.bodies import Iri
from tests.generated.world import Fact, World
from tests.properties.holding import holds, scenario

from hiaat.engines import engine
from hiaat.findings import Cell, Finding, Judgement

PLACED = ("situation", "forSituation", "of")
ACROSS = {"CircularReferral"}  # one finding a ring, of all its situations


def alone(world: World, situation: Iri) -> World:
    """Only this situation, and what is said of it or of no situation in particular; all parties stay."""
    others = {one.this for one in world.of("Situation")} - {situation}
    left = [_about(one, others) for one in world.facts if one.this not in others]
    return replace(world, facts=tuple(one for one in left if one is not None))


def _about(one: Fact, others: set[Iri]) -> Fact | None:
    for word in PLACED:
        values = one.values(word)
        here = [value for value in values if value not in others]
        if values and not here:
            return None
        one = one if here == values else one.saying(word, *here)
    return one


def cells(judgement: Judgement, situation: Iri) -> list[Cell]:
    return [replace(cell, iri="", situation="") for cell in judgement.cells if cell.situation == situation.value]


def findings(judgement: Judgement, situation: Iri) -> list[Finding]:
    found = [one for one in judgement.findings if one.situation == situation.value and one.kind not in ACROSS]
    return [replace(one, iri="", cells=(), missing=()) for one in found]


@holds(scenario)
def test_a_situation_judged_alone_is_judged_as_it_is_among_others(world: World) -> None:
    for situation in world.of("Situation")[:2] if len(world.of("Situation")) > 1 else []:
        single = alone(world, situation.this).judgement
        assert cells(single, situation.this) == cells(world.judgement, situation.this)
        assert findings(single, situation.this) == findings(world.judgement, situation.this)


@holds(scenario)
def test_neither_the_order_of_facts_nor_what_was_judged_before_changes_anything(world: World) -> None:
    judge = world.body.judge
    mixed = sorted(world.closed, key=backwards)
    assert engine("fast", judge.knowledge, judge.rules).derive(mixed, world.assessment) == world.derive()


def backwards(triple: ox.Triple) -> str:
    """An order that has nothing to do with what is said."""
    return str(triple)[::-1]

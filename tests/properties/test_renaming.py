"""Other names, another order, another format: the same judgement. No rule knows a word outside the core."""

import random
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic
from tests.generated.bodies import BODIES, body
from tests.generated.scenarios import seeded
from tests.generated.world import World
from tests.properties.renamed import Input, Names, Outcome, canonical, coloured

from hiaat.engines import Assessment
from hiaat.rules import RuleSet

SCENARIOS = Path(__file__).parents[2] / "data/scenarios"
BUNDLED = sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))
QUICK = BUNDLED[-1:]
TURTLE, N_TRIPLES = ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES


def rules() -> RuleSet:
    return body("care").judge.rules


def bundled(name: str) -> Input:
    judge = body("care").judge
    scenario = judge.read(SCENARIOS / name / "scenario.yaml")
    day = date.fromordinal(scenario.day_to_judge())
    told = Assessment(scenario.iri, judge.perspective(None), day, day)
    return Input(tuple(judge.knowledge.words.triples), tuple(scenario.triples), told)


def generated(world: World) -> Input:
    return Input(tuple(world.body.words.triples), tuple(world.triples), world.assessment)


@cache
def outcome(given: Input) -> Outcome:
    return given.derive(rules())


def other_names(given: Input, seed: int) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """What is derived and then named otherwise, and what is derived from what was named otherwise."""
    names = Names(seed)
    renamed = given.renamed(names)
    return [names.triple(triple) for triple in outcome(given).unnamed()], renamed.derive(rules()).unnamed()


def as_rdflib(triples: Sequence[ox.Triple]) -> Graph:
    return Graph().parse(data=ox.serialize(triples, format=N_TRIPLES), format="nt")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in BUNDLED]
)
def test_a_bundled_scenario_under_other_names_is_judged_alike(name: str) -> None:
    one, other = other_names(bundled(name), len(name))
    assert canonical(one) == canonical(other)


@pytest.mark.slow
@pytest.mark.parametrize("name", BUNDLED)
def test_rdflib_finds_the_two_isomorphic_too(name: str) -> None:
    one, other = other_names(bundled(name), 7)
    assert isomorphic(as_rdflib(coloured(one)), as_rdflib(coloured(other)))


@pytest.mark.parametrize("about", BODIES)
def test_generated_scenarios_under_other_names_are_judged_alike(about: str) -> None:
    for seed in range(2 if about == "care" else 10):
        one, other = other_names(generated(seeded(about, seed)), seed)
        assert canonical(one) == canonical(other), seeded(about, seed)


@pytest.mark.slow
@pytest.mark.parametrize("about", BODIES)
def test_many_generated_scenarios_under_other_names_are_judged_alike(about: str) -> None:
    for seed in range(100, 200):
        one, other = other_names(generated(seeded(about, seed)), seed)
        assert canonical(one) == canonical(other), seeded(about, seed)


def test_rdflib_finds_small_ones_isomorphic_too() -> None:
    one, other = other_names(generated(seeded("village", 3)), 3)
    assert isomorphic(as_rdflib(coloured(one)), as_rdflib(coloured(other)))


@pytest.mark.parametrize("form", [TURTLE, N_TRIPLES], ids=["turtle", "n-triples"])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in BUNDLED]
)
def test_shuffled_and_written_again_it_is_judged_alike(name: str, form: ox.RdfFormat) -> None:
    given = bundled(name)
    again = given.rewritten(form, len(name)).derive(rules()).derived
    assert again == outcome(given).derived


def test_a_graph_with_one_thing_changed_is_not_taken_for_the_same() -> None:
    """The comparison itself sees a difference of one triple, also where only blank nodes tell it."""
    given = generated(seeded("village", 3))
    one, other = other_names(given, 3)
    rng = random.Random(3)
    loose = [t for t in other if isinstance(t.subject, ox.BlankNode) and isinstance(t.object, ox.BlankNode)]
    for lost in rng.sample(loose, 5):
        assert canonical([triple for triple in other if triple != lost]) != canonical(one)

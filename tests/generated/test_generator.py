"""What is generated is what people could write, the same for the same seed, and wide enough to reach every rule."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.generated.bodies import BODIES, body
from tests.generated.reached import Watch, all_of, chosen, excused, local
from tests.generated.scenarios import seeded, worlds
from tests.generated.world import World, plain

SAMPLE = [seeded(name, seed) for name in BODIES for seed in range(8)]


def accepted(world: World, folder: Path) -> None:
    """The reader of graphs, which holds them against the shapes of the input, takes it as it is."""
    assert set(world.body.judge.read(plain(world, folder)).triples) == set(world.triples)


@pytest.mark.parametrize("world", SAMPLE, ids=lambda world: world.about)
def test_what_is_generated_is_well_formed_input(world: World, tmp_path: Path) -> None:
    accepted(world, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", BODIES)
def test_much_of_what_is_generated_is_well_formed_input(name: str, tmp_path: Path) -> None:
    for seed in range(1000, 1200):
        accepted(seeded(name, seed), tmp_path)


@pytest.mark.parametrize("name", BODIES)
def test_a_seed_always_gives_the_same(name: str) -> None:
    assert seeded(name, 4) == seeded(name, 4)
    assert seeded(name, 4).facts != seeded(name, 5).facts


@settings(max_examples=20, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(worlds(*BODIES))
def test_hypothesis_draws_from_the_same_generator(world: World) -> None:
    assert world.of("Scenario")
    assert world.of("Situation")


def test_scenarios_differ_in_all_that_they_may_say() -> None:
    sorts = ("Need", "Agreement", "Engagement", "Offer", "Act", "PartyState", "Conduct", "Claim", "ConditionState")
    for sort in (*sorts, "Involvement", "FunctionCondition"):
        assert any(world.of(sort) for world in SAMPLE), sort


def test_every_rule_and_finding_shape_gives_something_or_it_is_told_why_not() -> None:
    watch = Watch()
    reached = {local(iri) for world in chosen() for iri in watch.see(world)}
    names = {local(iri) for iri in all_of(body("care").judge.rules)}
    never = sorted(names - reached)
    print(f"{len(names) - len(never)} of {len(names)} rules and shapes reached; never: {never}")
    assert never == sorted(excused()), "run `python -m tests.generated.reached 2500 300 200` and see docs/generated.md"
    assert all(reason.strip() for reason in excused().values())

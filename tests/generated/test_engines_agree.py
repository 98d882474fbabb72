"""All engines derive the same triples, and the same findings, from scenarios that nobody chose for being easy.

What runs every time are the few scenarios that together reach the rules (`chosen.yaml`), filled up to thirty; the slow set
draws hundreds.
"""

from collections.abc import Iterator

import pytest
from tests.engines.witness import Given, engines, parsed_once
from tests.generated.bodies import BODIES
from tests.generated.reached import MOST, chosen
from tests.generated.scenarios import seeded
from tests.generated.world import World

MANY, WITH_PYSHACL = 500, 36
CHOSEN = chosen()
EVERY_TIME = [*CHOSEN, *(seeded(BODIES[seed % 3], seed) for seed in range(max(0, 30 - len(CHOSEN))))]
SMALL = 4  # things that happen, in what pySHACL judges every time


@pytest.fixture(autouse=True)
def _parsed_once() -> Iterator[None]:
    with parsed_once():
        yield


def compare(world: World, other: str) -> None:
    """The engine of the name adds exactly what the default one does."""
    given = Given(world.closed, world.assessment)
    fast, same = given.to(world.body.engine), given.to(engines(world.body.judge)[other])
    assert sorted(map(str, fast.triples - same.triples)) == [], f"only fast, not {other}: {world}"
    assert sorted(map(str, same.triples - fast.triples)) == [], f"only {other}, not fast: {world}"
    if other == "reference":
        assert fast.findings == same.findings, world


@pytest.mark.parametrize("world", EVERY_TIME, ids=lambda world: world.about)
def test_a_third_engine_agrees_where_every_rule_is_reached(world: World) -> None:
    compare(world, "shifty")


@pytest.mark.parametrize("seed", range(3))
def test_pyshacl_agrees_on_a_few(seed: int) -> None:
    compare(seeded("village", seed, SMALL), "reference")


@pytest.mark.slow
@pytest.mark.parametrize("world", CHOSEN, ids=lambda world: world.about)
def test_pyshacl_agrees_where_every_rule_is_reached(world: World) -> None:
    compare(world, "reference")


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_a_third_engine_agrees_on_many(part: int) -> None:
    for seed in range(part, MANY, 10):
        compare(seeded(BODIES[seed % 3], 10_000 + seed, MOST), "shifty")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(WITH_PYSHACL))
def test_pyshacl_agrees_on_many(seed: int) -> None:
    compare(seeded(BODIES[seed % 3], 20_000 + seed, MOST), "reference")

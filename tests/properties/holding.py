"""A property, tried on generated scenarios: a little in every run of the tests, thoroughly in the slow set.

One in eleven scenarios is of Dutch care, which costs three times as much to judge as the two small bodies: of 200 examples
some 180 are of those and 20 of care. Examples are the same in every run. With HIAAT_RANDOM=1 they are new ones.
"""

import os
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.generated.bodies import body
from tests.generated.choose import Choose, Drawn, weighed
from tests.generated.scenarios import make
from tests.generated.world import Fact, World

QUICK, THOROUGH = 200, int(os.environ.get("HIAAT_EXAMPLES", "5000"))
FRESH = os.environ.get("HIAAT_RANDOM") == "1"
SURE = {"Held": 2, "Assigned": 2, "Undetermined": 1, "Gap": 0}
WEIGHTS = [(6, "village"), (4, "polder"), (1, "care")]


def scenario(choose: Choose) -> World:
    """A scenario of any body; care last, so that what fails shrinks to the village."""
    return make(body(weighed(choose, WEIGHTS)), choose)


@st.composite
def drawn(draw: st.DrawFn, made: Callable[[Choose], Any]) -> Any:
    """What is made by Hypothesis's choices; where nothing can be made of a scenario, another is tried."""
    found = made(Drawn(draw))
    assume(found is not None)
    return found


def holds(made: Callable[[Choose], Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Makes two tests of a property of what is made: this one, and `..._thoroughly` in the slow set."""

    def test(tried: Callable[..., None]) -> Callable[..., None]:
        assert isinstance(tried, FunctionType)
        name = f"{tried.__name__}_thoroughly"
        again = FunctionType(tried.__code__, tried.__globals__, name, tried.__defaults__, tried.__closure__)
        again.__annotations__, again.__module__, again.__qualname__ = tried.__annotations__, tried.__module__, name
        setattr(sys.modules[tried.__module__], name, pytest.mark.slow(_tried(again, THOROUGH, made)))
        return _tried(tried, QUICK, made)

    return test


def _tried(tried: Callable[..., None], examples: int, made: Callable[[Choose], Any]) -> Callable[..., None]:
    how = settings(
        max_examples=examples,
        deadline=None,
        derandomize=not FRESH,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    return how(given(drawn(made))(tried))


def verdicts(world: World) -> dict[str, str]:
    """The verdict of every cell that counts."""
    return {cell.key: cell.verdict for cell in world.settled.cells}


def opened(before: World, after: World) -> list[str]:
    """Cells that were held, are there still, and are not held now."""
    now = verdicts(after)
    return [k for k, verdict in verdicts(before).items() if verdict == "Held" and now.get(k, "Held") != "Held"]


def closed(before: World, after: World) -> list[str]:
    """Cells that were a gap and are held now."""
    now = verdicts(after)
    return [k for k, verdict in verdicts(before).items() if verdict == "Gap" and now.get(k) in ("Held", "Assigned")]


def fewer(before: World, after: World) -> list[str]:
    """Cells in both that somebody is less sure to have now: held, then undetermined, then a gap."""
    now = verdicts(after)
    return [k for k, verdict in verdicts(before).items() if SURE[now.get(k, verdict)] < SURE[verdict]]


def smallest(world: World, fails: Callable[[World], bool]) -> World:
    """The scenario without every fact that it fails without: what to put in a report. Used by hand, not by tests."""
    left = world
    while smaller := next(
        (w for w in map(left.without, _parts(left)) if len(w.facts) < len(left.facts) and fails(w)), None
    ):
        left = smaller
    return left


def _parts(world: World) -> list[Fact]:
    return [one for one in world.facts if not one.is_a("Scenario")]

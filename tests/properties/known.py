"""Where a property is known not to hold: found by these tests, and still to be mended.

Each entry says by which scenarios, so that the property is tried on all others; `test_known.py` has the smallest example of
each, which is expected to fail. When it passes, the entry goes.
"""

from tests.generated.world import Fact, World

from hiaat.knowledge.terms import h


def suspended_before_it_began(world: World, added: list[Fact]) -> bool:
    """Who is suspended as a party loses what it takes on only later, as if that had ended."""
    suspended = {
        about for act in world.of("Act") if h("Suspend") in act.values("actKind") for about in act.values("about")
    }
    takers = {value for fact in added for word in ("engaged", "between", "addressee") for value in fact.values(word)}
    return bool(suspended & takers)

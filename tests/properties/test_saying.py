"""What is said of a task, or done in fact, binds nobody and unbinds nobody."""

from tests.generated.bodies import Iri
from tests.generated.cast import going_on
from tests.generated.choose import Choose, chance, one
from tests.generated.grounds import responsibility
from tests.generated.world import Fact, Says, World, fact
from tests.properties.holding import holds, scenario, verdicts

from hiaat.findings import Cell
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h

BINDING = 2  # of standards and more, and of engagements


def said(choose: Choose, *kinds: str) -> tuple[World, Fact]:
    """A scenario, and what a party says or does."""
    world = scenario(choose)
    cast = going_on(world, choose)
    kind, who = one(choose, kinds), one(choose, list(cast.parties))
    about: list[Says] = [(h("function"), cast.function())]
    if kind in ("DoesInFact", "FallsShort"):
        says, cls = [(h("party"), who), (h("conductKind"), h(kind)), *about], "Conduct"
    else:
        says, cls = [(h("claimant"), who), (h("claimKind"), h(kind)), *about], "Claim"
        says += [(h("claimedOf"), one(choose, list(cast.parties)))] if kind == "Anothers" else []
        says += [(h("kind"), responsibility(cast))] if chance(choose, 40) else []
    begin = world.day - choose.number(1000)
    return world, fact("said/1", [h(cls)], *says, days=(begin, begin, LAST_DAY, LAST_DAY))


def anything(choose: Choose) -> tuple[World, Fact]:
    """Whatever can be said or done."""
    return said(choose, "Mine", "DoesInFact", "NotMine", "Anothers", "OnlyByAgreement", "FallsShort")


def denial(choose: Choose) -> tuple[World, Fact]:
    """That a task is not one's own."""
    return said(choose, "NotMine", "Anothers")


def held(world: World) -> set[str]:
    """The cells that somebody has."""
    return {key for key, verdict in verdicts(world).items() if verdict in ("Held", "Assigned")}


@holds(anything)
def test_saying_or_doing_never_holds_anything(both: tuple[World, Fact]) -> None:
    world, words = both
    assert held(world.adding(words)) <= held(world)


@holds(denial)
def test_a_denial_never_ends_what_statute_or_engagement_binds(both: tuple[World, Fact]) -> None:
    world, words = both
    after = {cell.key: cell for cell in world.adding(words).settled.cells}
    for cell in world.settled.cells:
        assert firmly(world, cell) <= firmly(world, after[cell.key]), cell.key


def firmly(world: World, cell: Cell) -> set[tuple[str, str]]:
    """Who surely has it, by what binds with the force of a standard or more."""
    sound = [one for one in cell.candidates if one.sound == "surely"]
    return {(one.party, one.ground) for one in sound if _strength(world, one.ground) >= BINDING}


def _strength(world: World, ground: str) -> int:
    force = world.body.closed.value(Iri(ground), h("forceStrength"))
    return BINDING if force is None else int(force.value)

"""What taking something on, and ceasing to, may do to a verdict."""

from tests.generated.bodies import Iri
from tests.generated.cast import going_on
from tests.generated.choose import Choose, chance, one
from tests.generated.grounds import conditions, responsibility
from tests.generated.world import Fact, Says, World, fact
from tests.properties.holding import closed, holds, opened, scenario
from tests.properties.links import becomes_a_link

from hiaat.findings import Engagement
from hiaat.knowledge.close import TRUE
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h

TAKEN = "engagement/added"


def taken_on(choose: Choose) -> tuple[World, Fact] | None:
    """A scenario, and an engagement that runs on its day, of a party that is there."""
    world, added = begun(scenario(choose), choose)
    return None if becomes_a_link(world, added) or entrusted(world.adding(added), added) else (world, added)


def begun(world: World, choose: Choose) -> tuple[World, Fact]:
    """The scenario with the others whom the engagement needs, and the engagement."""
    cast = going_on(world, choose)
    party = one(choose, list(cast.parties))
    says: list[Says] = [(h("engaged"), party), (h("function"), cast.function()), (h("kind"), responsibility(cast))]
    says += [(h("situation"), one(choose, world.of("Situation")).this), *cast.windows()]
    says += [(h(word), TRUE) for word in ("joint", "standIn", "ownName") if chance(choose, 12)]
    if len(says) < 5 and chance(choose, 30):
        says.append((h("principal"), one(choose, list(cast.parties))))
    says += conditions(cast, 15, party)
    begin = world.day - choose.number(3000)
    added = fact(TAKEN, [h("Engagement")], *says, days=(begin, begin, LAST_DAY, LAST_DAY))
    return world.adding(*cast.facts[len(world.facts) :]), added


@holds(taken_on)
def test_taking_something_on_never_opens_what_is_held(both: tuple[World, Fact]) -> None:
    world, engagement = both
    assert not opened(world, world.adding(engagement))


def running(world: World, one: Fact) -> list[Engagement] | None:
    """All that an engagement or agreement brings, if all of that runs on the day and none of it is joint."""
    brought = [e for e in world.settled.engagements.values() if e.source == one.this.value]
    joint = {
        template
        for template in world.body.instances("EngagementTemplate")
        if world.body.words.value(template, h("joint"))
    }
    kinds = [kind for kind in one.values("agreementKind") if isinstance(kind, Iri)]
    jointly = one.value("joint") or any(template in joint for kind in kinds for template in world.body.templates(kind))
    return brought if brought and not jointly and all(e.status == "Running" for e in brought) else None


def entrusted(world: World, one: Fact) -> bool:
    """Whether a party had another do what this brings: in which windows the other does it follows from this."""
    kinds = (h("Delegate"), h("Assign"))
    actors = {act.value("actor") for act in world.of("Act") if act.value("actKind") in kinds}
    return any(Iri(e.party) in actors for e in running(world, one) or ())


def dropped(choose: Choose) -> tuple[World, World] | None:
    """A scenario with and without something that runs, and nothing else that rests on it."""
    before, added = begun(scenario(choose), choose)
    world = before.adding(added) if chance(choose, 70) else before
    there = [one for one in world.of("Engagement") + world.of("Agreement") if not becomes_a_link(world, one)]
    there = [one for one in there if len(world.without(one).facts) == len(world.facts) - 1]
    there = [one for one in there if running(world, one) is not None and not entrusted(world, one)]
    return (world, world.without(one(choose, there))) if there else None


@holds(dropped)
def test_dropping_what_runs_never_closes_a_gap(both: tuple[World, World]) -> None:
    assert not closed(*both)


def leaves_nothing_behind(world: World, party: Fact) -> bool:
    """All that it has runs and is its alone; and nothing else in the scenario needs it."""
    own = [e for e in world.settled.engagements.values() if e.party == party.this.value]
    if any(e.status != "Running" for e in own):
        return False
    gone = [one for one in world.facts if one not in world.without(party).facts]
    only = ("Engagement", "Agreement", "Involvement", "Offer", "PartyState", "ConditionState", "Conduct")
    return all(one is party or (any(map(one.is_a, only)) and _its_own(world, one, party)) for one in gone)


def _its_own(world: World, one: Fact, party: Fact) -> bool:
    if one.is_a("Engagement"):
        return one.value("engaged") == party.this and running(world, one) is not None
    return running(world, one) is not None if one.is_a("Agreement") else party.this in (v for _, v in one.says)


def gone(choose: Choose) -> tuple[World, World] | None:
    """A scenario with and without a party."""
    world = scenario(choose)
    parties = [one for one in world.facts if world.is_party(one) and leaves_nothing_behind(world, one)]
    parties = [one for one in parties if not any(one.this in s.values("setting") for s in world.of("Situation"))]
    return (world, world.without(one(choose, parties))) if parties else None


@holds(gone)
def test_a_party_that_goes_with_all_that_runs_never_closes_a_gap(both: tuple[World, World]) -> None:
    assert not closed(*both)

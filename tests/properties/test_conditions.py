"""What becomes known of a condition on which something rests."""

from tests.generated.bodies import Iri, ordered
from tests.generated.choose import Choose, one
from tests.generated.world import ALWAYS, Fact, World, fact
from tests.properties.holding import fewer, holds, scenario, verdicts

from hiaat.knowledge.graph import Node
from hiaat.knowledge.terms import RDF_TYPE, h

OTHER_USES = ("requiresIf", "endingGround")  # of a requirement, and of a rule on ending: no conditions of a ground
OTHER_NORMS = {
    h("CompetenceLimit"),
    h("Prohibition"),
    h("Exclusion"),
    h("Exception"),
    h("EndingRule"),
    h("Requirement"),
}


def unknown(choose: Choose) -> tuple[World, Iri] | None:
    """A scenario, and a condition of which it says nothing, nor of what that implies or is implied by."""
    world = scenario(choose)
    own = ordered(value for one in world.facts for value in one.values("condition"))
    free = silenced(world, own) or silenced(world, [Iri(use.condition) for use in world.settled.conditions])
    return one(choose, free) if free else None


def silenced(world: World, conditions: list[Iri]) -> list[tuple[World, Iri]]:
    """Each condition that is one of nothing else than grounds, and the world without what is said of it and its kin."""
    free = [one for one in world.body.stated(ordered(conditions)) if not kin(world, one) & other_uses(world)]
    return [(world.without(*said(world, kin(world, condition))), condition) for condition in free]


def said(world: World, conditions: set[Iri]) -> list[Fact]:
    """What is said of one of them, by itself or in a set."""
    return [
        state for state in world.of("ConditionState") if members(world, set(state.values("condition"))) & conditions
    ]


def members(world: World, told: set) -> set:  # type: ignore[type-arg]
    """What is said of a set is said of its members."""
    return {member for one in told for member in (one, *world.body.closed.nodes(one, h("member")))}


def kin(world: World, condition: Iri) -> set[Iri]:
    """A condition, what it implies, and what implies it."""
    closed_, word = world.body.closed, h("implies")
    return {condition, *ordered(closed_.nodes(condition, word)), *ordered(closed_.subjects(word, condition))}


def other_uses(world: World) -> set[object]:
    """Conditions of something else than a ground."""
    used = {value for word in OTHER_USES for _, value in world.body.words.pairs(h(word))}
    return members(
        world, used | {value for norm, value in world.body.words.pairs(h("condition")) if other(world, norm)}
    )


def other(world: World, norm: Node) -> bool:
    """Whether this is a norm that is no ground, or what is set as a condition to one."""
    closed_ = world.body.closed
    norms = [norm, *closed_.nodes(norm, h("conditionOf"))]
    return any(OTHER_NORMS.intersection(closed_.nodes(one, RDF_TYPE)) for one in norms)


def state(condition: Iri, value: str) -> Fact:
    """Said of all, always."""
    return fact("state/said", [h("ConditionState")], (h("condition"), condition), (h("state"), h(value)), days=ALWAYS)


@holds(unknown)
def test_what_becomes_known_opens_nothing_if_met_and_closes_nothing_if_not(both: tuple[World, Iri]) -> None:
    world, condition = both
    met, not_met, unsaid = (world.adding(state(condition, value)) for value in ("Met", "NotMet", "Unknown"))
    assert not fewer(world, met), "met, and somebody is less sure to have it"
    assert not fewer(not_met, world), "not met, and somebody is more sure to have it"
    assert verdicts(world) == verdicts(unsaid), "said to be unknown, and that changed something"

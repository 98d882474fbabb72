"""What begins after the day changes nothing on it."""

from tests.generated.cast import Cast, going_on
from tests.generated.choose import Choose, weighed
from tests.generated.grounds import conditions, tell_agreement, tell_engagement, tell_offer
from tests.generated.places import tell_needs
from tests.generated.steps import tell_act, tell_claim, tell_conduct, tell_party_state
from tests.generated.world import Fact, World, fact
from tests.properties.holding import holds, scenario

from hiaat.findings import Cell, Finding, Judgement
from hiaat.knowledge.close import whole
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h

DATED = ("Need", "Agreement", "Engagement", "Offer", "Act", "PartyState", "Conduct", "Claim", "ConditionState")
TELL = (
    tell_engagement,
    tell_agreement,
    tell_act,
    tell_act,
    tell_offer,
    tell_needs,
    tell_party_state,
    tell_claim,
    tell_conduct,
)


def later(choose: Choose) -> tuple[World, World] | None:
    """A scenario, with all that a new thing needs; and the same with that thing, which begins after the day."""
    world = scenario(choose)
    cast = going_on(world, choose)
    tell = weighed(choose, [(1, tell) for tell in (*TELL, _tell_state)])
    before = len(cast.facts)
    tell(cast)
    begin = world.day + 1 + choose.number(100)
    new = [_from(one, begin) if any(map(one.is_a, DATED)) else one for one in cast.facts[before:]]
    new = [one for one in new if h("Rule") not in one.values("actKind")]
    there = [one for one in new if not any(map(one.is_a, DATED))]
    return world.adding(*there), world.adding(*new)


def _tell_state(cast: Cast) -> None:
    for _, condition in conditions(cast, 100):
        if condition in cast.body.instances("StatedCondition"):
            says = [(h("condition"), condition), (h("state"), h("NotMet"))]
            cast.facts.append(fact("state/later", [h("ConditionState")], *says, days=(1, 1, 1, 1)))


def _from(one: Fact, begin: int) -> Fact:
    """The same thing, that begins on a day; what it does, it does so much later."""
    moved = one
    if one.value("actDay"):
        effect = one.day("effectDay") - one.day("actDay") if one.value("effectDay") else None
        moved = moved.saying("actDay", whole(begin))
        moved = moved if effect is None else moved.saying("effectDay", whole(begin + effect))
    for word, day in (("earliestDay", begin), ("fromDay", begin), ("untilDay", LAST_DAY), ("latestDay", LAST_DAY)):
        moved = moved.saying(word, whole(day))
    return moved


def told(judgement: Judgement) -> tuple[tuple[Cell, ...], tuple[Finding, ...], object, object]:
    """All that a judgement says, but for what is there and does not count yet."""
    return judgement.cells, judgement.findings, judgement.grades, judgement.not_judged


@holds(later)
def test_what_begins_after_the_day_changes_nothing_on_it(both: tuple[World, World]) -> None:
    before, after = both
    assert told(before.judgement) == told(after.judgement)

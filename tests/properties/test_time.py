"""What begins after the day changes nothing on it."""

import re
from datetime import date
from pathlib import Path

from tests.generated.cast import Cast, going_on
from tests.generated.choose import Choose, weighed
from tests.generated.grounds import conditions, tell_agreement, tell_engagement, tell_offer
from tests.generated.places import tell_needs
from tests.generated.steps import tell_act, tell_claim, tell_conduct, tell_party_state
from tests.generated.world import Fact, World, fact, read
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


CATCHER = """
@prefix : <https://w3id.org/hiaat/id/scenario/generated/> . @prefix s: <https://w3id.org/hiaat/id/scenario/> .
@prefix h: <https://w3id.org/hiaat/ns#> . @prefix p: <https://example.org/polder#> .
s:generated a h:Scenario ; h:inFull h:AllParties , h:AllAgreements , h:AllEngagements .
:holder a p:Ingeland ; h:inScenario s:generated . :setting a p:Rattendienst ; h:inScenario s:generated . :town a p:Gemeente ; h:inScenario s:generated .
:board a p:Waterschap ; h:inScenario s:generated . :tie a h:Involvement ; h:inScenario s:generated ; h:tie p:beheerder ; h:involved :board ; PAST .
:dike a h:Situation ; h:inScenario s:generated ; h:subject :holder ; h:setting :setting ; h:involvement :tie ; PAST .
:need a h:Need ; h:inScenario s:generated ; h:situation :dike ; h:function p:rattenvangst ; h:window p:jaarrond ; PAST .
:now a h:Engagement ; h:inScenario s:generated ; h:engaged :town ; h:function p:rattenvangst ; h:kind h:Performance ; h:situation :dike ; PAST .
:done a h:FunctionCondition ; h:inScenario s:generated ; h:needsFunction p:rattenvangst ; h:needsKind h:Performance ; h:member :done .
"""
TOMORROW = """
:later a h:Engagement ; h:inScenario s:generated ; h:engaged :setting ; h:function p:rattenvangst ; h:kind h:Performance ; h:situation :dike ; h:condition :done ; NEXT .
"""


def test_nor_does_what_a_condition_of_tomorrow_looks_at(tmp_path: Path) -> None:
    day = date(2024, 6, 15)
    spans = {word: _span(day.toordinal() + days) for word, days in (("PAST", -2500), ("NEXT", 1))}
    seen = []
    for text in (CATCHER, CATCHER + TOMORROW):
        file = tmp_path / "catcher.ttl"
        file.write_text(re.sub("PAST|NEXT", lambda word: spans[word[0]], text), "utf-8")
        seen.append(told(read(file, "polder", str(day), str(day), "https://example.org/polder#iedereen").judgement))
    assert seen[0] == seen[1]


def _span(begin: int) -> str:
    return f"h:earliestDay {begin} ; h:fromDay {begin} ; h:untilDay {LAST_DAY} ; h:latestDay {LAST_DAY}"

"""Conditions of norms that limit, of those that lift a limit, and of duties in some places only."""

import pytest
from tests.toy.asked import Asked, asked, fact
from tests.toy.seen import Seen, village

GROUND = fact("CharacteristicUnknown", "ground", "Street")


def street(ground: str, needs: str, said: str = "", parties: str = "", what: str = "") -> Seen:
    """A street with one need; a party that took it on, if any; what is said of the conditions."""
    where = f", ground: {ground}" if ground else ""
    text = f"streets: [{{name: Street, from: 2020-01-01{where}, needs: {{what: {needs}}}}}]\nparties: {{{parties}}}\n"
    if what:
        text += f"engagements: [{{who: Piet, what: {what}, kind: performance, from: 2020-01-01}}]\n"
    return village(text + (f"state of affairs: {{{said}}}\n" if said else ""))


@pytest.mark.parametrize(
    ("ground", "said", "verdict", "facts"),
    [
        ("square", "yes", "Held", []),
        ("square", "no", "Gap BeyondCompetence", []),
        ("square", "unknown", "Undetermined", [fact("StateUnknown", "torch_fit", "Piet")]),
        ("square", "", "Undetermined", [fact("StateUnknown", "torch_fit", "Piet")]),
        ("green", "no", "Held", []),
        ("", "no", "Undetermined", [GROUND]),
        ("", "yes", "Held", []),
    ],
)
def test_an_exception_lifts_a_limit_where_its_condition_is_met(
    ground: str, said: str, verdict: str, facts: list[Asked]
) -> None:
    crew = "Piet: master fitter, Anna: master fitter"
    seen = street(ground, "torch", said and f"torch is passed: {said}", crew, "torch")
    assert seen.verdict("torch") == verdict
    assert asked(seen, "torch") == facts


def test_its_condition_lifts_nothing_for_who_is_no_exception() -> None:
    seen = street("square", "torch", "torch is passed: yes", "Piet: fitter", "torch")
    assert seen.verdict("torch") == "Gap BeyondCompetence"


@pytest.mark.parametrize(
    ("said", "verdict", "facts"),
    [
        ("yes", "Gap BeyondCompetence", []),
        ("no", "Held", []),
        ("unknown", "Undetermined", [fact("StateUnknown", "asleep", "Piet")]),
    ],
)
def test_a_limit_on_a_condition_holds_where_that_is_met(said: str, verdict: str, facts: list[Asked]) -> None:
    seen = street("square", "whistle", f"people are asleep: {said}", "Piet: fitter", "whistle")
    assert seen.verdict("whistle") == verdict
    assert asked(seen, "whistle") == facts


@pytest.mark.parametrize(
    ("ground", "said", "verdict", "facts"),
    [
        ("square", "no", "Gap ConditionUnmet", []),
        ("green", "no", "Held", []),
        ("", "no", "Undetermined", [GROUND]),
        ("", "yes", "Held", []),
    ],
)
def test_a_condition_of_a_duty_that_is_only_perhaps_asked_takes_it_away_perhaps(
    ground: str, said: str, verdict: str, facts: list[Asked]
) -> None:
    seen = street(ground, "lantern", f"wick is there: {said}", "Red Brigade: fire brigade")
    assert seen.verdict("lantern") == verdict
    assert asked(seen, "lantern") == facts


def test_what_is_unknown_in_another_street_is_not_asked_in_this_one() -> None:
    seen = village(
        """
        streets:
          - {name: Street, from: 2020-01-01, needs: {what: whistle}, state of affairs: {people are asleep: yes}}
          - {name: Square, from: 2020-01-01, ground: square, needs: {what: whistle}}
        parties: {Piet: fitter}
        engagements: [{who: Piet, what: whistle, kind: performance, from: 2020-01-01}]
        """
    )
    assert asked(seen, "whistle") == [fact("StateUnknown", "asleep", "Piet"), GROUND], "of Square, and of Street"

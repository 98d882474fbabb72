"""A duty that reaches through an agreement may stop with it; and small things about who delegates, lifts and watches."""

from datetime import date

import pytest
from tests.toy.seen import Seen
from tests.toy.street import step, street
from tests.toy.told import acts, one

PASS = "{name: first, kind: upkeep subscription, between: [Jans, Street], from: 2020-01-01}"
OTHER = "{name: second, kind: pond pass, between: [Jans, Street], from: 2020-01-01}"
TOLD = step("date: 2024-06-01, who: Jans, what: gave notice, agreement: first, last day: 2024-06-30")
LEAVES = step("date: 2024-06-01, who: Jans, what: left, last day: 2024-06-30")


def pond(*agreements: str, told: str = TOLD, as_of: str = "2024-06-15") -> Seen:
    """A street on the pond, where a fitter that has it as a client flushes."""
    return street(
        f"agreements: [{', '.join(agreements)}]\n" + told, needs="{what: flushing}", ground="pond", as_of=as_of
    )


def stops(seen: Seen) -> set[date]:
    """Since when flushing may stop."""
    return {date.fromordinal(f.since or 1) for f in seen.findings("Precarious") if seen.name(f.function) == "flushing"}


@pytest.mark.parametrize("told", [TOLD, LEAVES], ids=["notice on what makes the tie", "the party leaves"])
def test_a_duty_may_stop_with_the_tie_through_which_it_reaches(told: str) -> None:
    assert pond(PASS, told=told).holders("flushing") == {"Jans"}
    assert stops(pond(PASS, told=told)) == {date(2024, 6, 1)}
    assert not stops(pond(PASS, told=told, as_of="2024-05-31"))


def test_so_may_who_does_it_for_the_party_that_has_the_tie() -> None:
    helper = "engagements: [{who: Kees, what: flushing, kind: performance, on behalf of: Jans, from: 2020-01-01}]\n"
    seen = pond(PASS, told=helper + TOLD)
    assert seen.holders("flushing") == {"Jans", "Kees"}
    assert stops(seen) == {date(2024, 6, 1)}
    assert not stops(pond(PASS, OTHER, told=helper + TOLD))


def test_not_while_another_agreement_makes_the_same_tie() -> None:
    assert not stops(pond(PASS, OTHER))


def test_who_performed_by_a_duty_answered_for_it_until_its_tie_ended() -> None:
    seen = street(f"agreements: [{PASS}]\n" + TOLD, needs="[]", ground="pier", as_of="2024-07-15")
    for kind in ("Performance", "Accountability"):
        assert seen.since("lighting", kind) == date(2024, 7, 1)


@pytest.mark.parametrize(("ground", "verdict"), [("mole", "Gap Contested"), ("pier", "Held")])
def test_an_exception_that_names_nothing_is_about_all_that_it_lifts(ground: str, verdict: str) -> None:
    assert street("", needs="{what: towing}", ground=ground).verdict("towing", "Organisation") == verdict


def test_a_supervisor_that_names_nobody_may_address_whoever_is_in_view() -> None:
    seen = street(
        "engagements: [{who: Jans, what: buoying, kind: organisation, from: 2020-01-01}]\n", needs="[]", ground="mole"
    )
    assert ("province", "MayAddress", "province-watches-buoying") in acts(seen, one(seen, "Vacuum", "buoying"))


def test_who_delegates_answers_in_the_windows_in_which_the_other_does_it() -> None:
    taken = "engagements: [{who: Jans, what: inspection, kind: performance, when: summer, from: 2020-01-01}]\n"
    seen = street(taken + step("date: 2024-01-01, who: Jans, what: delegated, about: inspection, to: Kees"))
    answers = {seen.name(c.window): c.verdict for c in seen.cells("inspection", "Accountability")}
    assert answers == {"summer": "Held"}
    (entrusted,) = [one for one in seen.judgement.engagements.values() if seen.name(one.party) == "Kees"]
    assert {seen.name(window) for window in entrusted.windows} == {"summer"}

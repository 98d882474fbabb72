"""What a theatre, judged by hand, and a fifth program, both from the text of the model alone, had otherwise and right."""

from datetime import date

import pytest
from tests.toy.seen import village
from tests.toy.street import step, street

BANKRUPT = "party states: [{{who: Board, is: bankrupt, from: {day}}}]\n"


@pytest.mark.parametrize(
    ("told", "verdict", "short"),
    [
        ("", "Held", ()),
        (BANKRUPT.format(day="2024-01-01"), "Gap NoCapacity", ("SharedWithoutLead",)),
        (BANKRUPT.format(day="2024-06"), "Undetermined", ("SharedWithoutLead?",)),
    ],
    ids=["the lead can", "it cannot", "perhaps it cannot"],
)
def test_a_lead_that_falls_short_leads_nobody(told: str, verdict: str, short: tuple[str, ...]) -> None:
    seen = street(told, "{what: parade}")
    assert seen.verdict("parade", "Organisation") == verdict
    assert ("Red", "Bound", short) in seen.candidates("parade", "Organisation")


def test_since_then_they_share_it_without_one() -> None:
    seen = street(BANKRUPT.format(day="2024-01-01"), "{what: parade}")
    assert seen.since("parade", "Organisation") == date(2024, 1, 1)


def test_who_can_no_longer_act_goes_on_answering_as_a_lead() -> None:
    seen = street(BANKRUPT.format(day="2024-01-01"), "{what: parade}")
    assert seen.verdict("parade", "Accountability") == "Held"


def test_one_that_took_it_on_needs_no_lead() -> None:
    taken = "engagements: [{who: Red, what: parade, kind: organisation, from: 2022-01-01}]\n"
    seen = street(BANKRUPT.format(day="2024-01-01") + taken, "{what: parade}")
    assert seen.holders("parade", "Organisation") == {"Red"}


LOOKOUT = (
    "engagements: [{who: Red, what: lookout, kind: performance, from: 2022-01-01}]\n"
    "state of affairs: {key is there: no}\n"
)
ORDER = step("date: 2024-01-10, who: the province, what: ordered, about: lookout, to: Red")


@pytest.mark.parametrize(("order", "may_stop"), [("", True), (ORDER, False)])
def test_who_was_ordered_too_does_not_stop_because_a_condition_is_not_met(order: str, may_stop: bool) -> None:
    seen = street(LOOKOUT + order, "{what: lookout}")
    assert seen.holders("lookout") == {"Red"}
    assert bool(seen.findings("Precarious")) == may_stop


DEAL = (
    "agreements: [{name: deal, kind: service contract, between: [Red, Board], by: Red, what: repair, from: 2022-01-01}]\n"
    + step("date: 2024-06-01, who: Red, what: gave notice, agreement: deal, last day: 2024-08-31")
)


@pytest.mark.parametrize(("ground", "may_stop"), [("green", True), ("quay", False)])
def test_who_goes_on_as_the_backstop_does_not_stop_with_what_it_took_on(ground: str, may_stop: bool) -> None:
    seen = street(DEAL, "{what: repair}", ground)
    assert "Red" in seen.holders("repair")
    assert bool(seen.findings("Precarious")) == may_stop


PERHAPS = "  - {who: Kees, what: repair, kind: performance, from: 2024-05-01, on condition of: key is there}\n"


@pytest.mark.parametrize(("other", "since"), [("", date(2024, 3, 31)), (PERHAPS, date(2024, 3, 1))])
def test_what_stays_open_began_with_the_doubt_though_that_has_become_sure(other: str, since: date) -> None:
    text = "engagements:\n  - {who: Jans, what: repair, kind: performance, from: 2022-01-01}\n" + other
    seen = street(text + "party states: [{who: Jans, is: bankrupt, from: 2024-03}]\n", "{what: repair}")
    assert seen.verdict("repair") == ("Undetermined" if other else "Gap NoCapacity")
    assert seen.since("repair") == since


def test_what_was_in_doubt_from_the_start_was_never_surely_held() -> None:
    text = "engagements: [{who: Jans, what: repair, kind: performance, from: 2024-06-10}]\n"
    seen = street(text + "party states: [{who: Jans, is: ill, from: 2024-06}]\n", "{what: repair}")
    assert (seen.verdict("repair"), seen.since("repair")) == ("Undetermined", date(2020, 1, 1))


@pytest.mark.parametrize("kind", ["Organisation", "Accountability"])
def test_who_is_full_takes_nobody_new_in_any_way_but_goes_on_answering(kind: str) -> None:
    seen = street("party states: [{who: Board, is: full, from: 2024-01-01}]\n", "{what: parade}")
    assert seen.verdict("parade", kind) == ("Held" if kind == "Accountability" else "Gap NoCapacity")


@pytest.mark.parametrize(
    ("state", "gap"), [("is: full", "Vacuum"), ("is: ill", "Vacuum"), ("is: not competent", "BeyondCompetence")]
)
def test_of_who_might_take_it_on_only_want_of_competence_leads_to_a_kind_of_gap(state: str, gap: str) -> None:
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: green, needs: {what: lookout}}]\n"
        f"parties: {{Red: fire brigade}}\nparty states: [{{who: Red, {state}, from: 2024-01-01}}]\n"
    )
    assert seen.verdict("lookout") == f"Gap {gap}"


TWO = """agreements:
  - {name: one, kind: service contract, between: [Jans, Board], by: Jans, what: repair, from: 2022-01-01}
  - {name: two, kind: service contract, between: [Kees, Board], by: Kees, what: repair, from: 2022-01-01}
events:
  - {date: 2024-05-01, who: Jans, what: gave notice, agreement: one, last day: 2024-08-31}
"""
TOO = "  - {date: 2024-06-01, who: Kees, what: gave notice, agreement: two, last day: 2024-08-31}\n"


@pytest.mark.parametrize(("both", "since"), [(TOO, date(2024, 6, 1)), ("", None)])
def test_it_may_stop_since_the_last_of_those_who_carry_it_has_a_reason(both: str, since: date | None) -> None:
    found = street(TWO + both, "{what: repair}").findings("Precarious")
    assert [date.fromordinal(one.since) for one in found if one.since] == ([since] if since else [])


def test_notice_of_what_has_yet_to_begin_is_no_older_than_that() -> None:
    deal = "{name: deal, kind: service contract, between: [Jans, Board], by: Jans, what: repair, from: 2024-06-10}"
    notice = step("date: 2024-05-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-08-31")
    seen = street(f"agreements: [{deal}]\n{notice}", "{what: repair}")
    assert {cell.since for cell in seen.cells("handover")} == {date(2024, 6, 10).toordinal()}

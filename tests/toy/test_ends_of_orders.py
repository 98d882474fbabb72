"""What follows the end of an order: what the end of a holding calls for, and what stays with who had it."""

from datetime import date

import pytest
from tests.toy.asked import asked
from tests.toy.seen import Seen
from tests.toy.street import step, street

JANS = "engagements: [{who: Jans, what: repair, kind: performance, from: 2024-03-01%s}]\n"


def told(*orders: str, more: str = "", ground: str = "green", as_of: str = "2024-06-15", what: str = "repair") -> Seen:
    """A street where Jans was ordered to do something since the new year, with how each order goes on."""
    first = f"who: the province, what: ordered, about: {what}, to: Jans"
    events = ", ".join(f"{{date: {day}, {first}{last}}}" for day, last in (one.split(" ", 1) for one in orders))
    return street(f"{more}events: [{events}]\n", f"{{what: {what}}}", ground, as_of=as_of)


MAY = "2024-01-01 , last day: 2024-05-31"


def test_the_end_of_an_order_calls_for_a_hand_over() -> None:
    seen = told(MAY)
    assert seen.verdict("repair") == "Gap Vacuum", "no engagement ended"
    assert seen.verdict("handover") == "Gap Vacuum"
    assert seen.since("handover") == date(2024, 6, 1)


@pytest.mark.parametrize("as_of", ["2024-05-31", "2023-12-31"])
def test_and_not_before(as_of: str) -> None:
    assert not told(MAY, as_of=as_of).cells("handover")


def test_an_order_without_a_last_day_does_not_end() -> None:
    assert not told("2024-01-01 ").cells("handover")


@pytest.mark.parametrize("more", ["", ", for: Street"])
def test_who_is_ordered_again_goes_on(more: str) -> None:
    seen = told(MAY, f"2024-06-01 {more}")
    assert seen.holders("repair") == {"Jans"}
    assert not seen.cells("handover")


def test_an_order_that_is_over_too_is_no_going_on() -> None:
    seen = told(MAY, "2024-06-01 , last day: 2024-06-10")
    assert (seen.verdict("handover"), seen.since("handover")) == ("Gap Vacuum", date(2024, 6, 1))


@pytest.mark.parametrize(
    ("until", "verdict"), [("", None), (", until: 2024-06-10", "Gap Vacuum"), (", until: 2024-06", "Undetermined")]
)
def test_who_took_it_on_goes_on_as_long_as_that_lasts(until: str, verdict: str | None) -> None:
    seen = told(MAY, more=JANS % until)
    assert (seen.verdict("handover") if seen.cells("handover") else None) == verdict


def test_whether_an_order_is_over_is_asked_where_that_calls_for_something() -> None:
    seen = told("2024-01-01 , last day: 2024-06")
    assert seen.verdict("handover") == "Undetermined"
    assert [sort for sort, _, _ in asked(seen, "handover")] == ["EndUncertain"]


def test_what_was_ordered_does_not_outlast_the_order() -> None:
    assert told(MAY, ground="dike").verdict("repair") == "Gap Vacuum"


def test_what_its_end_calls_for_falls_to_who_was_ordered() -> None:
    seen = told(MAY, ground="quay")
    assert seen.holders("handover") == {"Jans"}


def test_an_order_that_was_over_before_the_street_was_there_calls_for_nothing() -> None:
    order = "date: 2024-01-01, who: the province, what: ordered, about: repair, to: Jans, last day: 2024-05-31"
    assert street(step(order), "{what: repair}", since="2024-05-31").cells("handover")
    assert not street(step(order), "{what: repair}", since="2024-06-01").cells("handover")

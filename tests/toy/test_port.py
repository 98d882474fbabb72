"""In the port: a class told by the sort of a value, and an offer that one route may not pay and another can."""

from datetime import date

import pytest
from tests.toy.seen import Seen
from tests.toy.street import street

FUNCTIONS = ("buoying", "lighting", "towing")
OFFERS = "offers:\n" + "".join(f"  - {{who: Jans, what: {each}, from: 2020-01-01}}\n" for each in FUNCTIONS)
NEEDS = "[" + ", ".join(f"{{what: {each}}}" for each in FUNCTIONS) + "]"


def asked(seen: Seen) -> set[str]:
    """The functions that have a cell of performance."""
    return {seen.name(cell.function) for cell in seen.judgement.cells if cell.kind == "Performance"}


@pytest.mark.parametrize(
    ("ground", "functions"),
    [("mole", {"buoying"}), ("pier", {"buoying", "lighting"}), ("pond", set())],
    ids=["of that sort", "of a narrower sort", "of another"],
)
def test_a_class_can_ask_for_a_value_of_a_sort(ground: str, functions: set[str]) -> None:
    assert asked(street("", needs="[]", ground=ground)) & {"buoying", "lighting"} == functions


@pytest.mark.parametrize(
    ("function", "leads"),
    [("buoying", "Vacuum"), ("lighting", "Unfundable"), ("towing", "Unfundable")],
    ids=["another route pays it", "no norm lets another pay it", "the other is barred too"],
)
def test_one_route_that_may_not_pay_is_why_there_is_nobody_only_where_no_other_pays(function: str, leads: str) -> None:
    seen = street(OFFERS, needs=NEEDS, ground="mole")
    assert seen.verdict(function) == f"Gap {leads}"
    reasons = {why for party, standing, why in seen.candidates(function) if (party, standing) == ("Jans", "Prospect")}
    assert {each for why in reasons for each in why} == {"Unfundable"}, "it is told all the same"


def test_who_watches_but_says_that_it_can_do_little_is_named_with_what_it_says() -> None:
    seen = street("", ground="pier")
    found = {seen.name(one.function): one for one in seen.findings("Unsupervised")}
    assert (found["towing"].parties, found["towing"].sources) == ((), ())
    assert {seen.name(party) for party in found["lighting"].parties} == {"province"}
    assert {seen.name(source) for source in found["lighting"].sources} == {"province-hardly-watches-lighting", "63"}


@pytest.mark.parametrize(
    ("function", "verdict"),
    [("buoying", "Held"), ("lighting", "Held"), ("towing", "Gap Unfundable")],
    ids=["another route pays it", "another route is not barred", "every route is barred"],
)
def test_what_is_taken_on_to_contract_cannot_be_funded_if_every_route_is_barred(function: str, verdict: str) -> None:
    taken = f"engagements: [{{who: Board, what: {function}, kind: procurement, from: 2020-01-01}}]\n"
    assert street(taken, needs=NEEDS, ground="mole").verdict(function, "Procurement") == verdict


def test_what_two_voices_lay_on_each_others_party_lies_with_neither() -> None:
    seen = street("", needs="{what: ferrying}", ground="mole")
    assert seen.verdict("ferrying", "Organisation") == "Gap Contested"
    (cell,) = seen.cells("ferrying", "Organisation")
    assert cell.since is not None
    assert date.fromordinal(cell.since) == date(2020, 1, 1)
    before = street("", needs="{what: ferrying}", ground="mole", since="2018-01-01", as_of="2019-06-15")
    assert before.holders("ferrying", "Organisation") == {"Shops"}

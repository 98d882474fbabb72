"""Since when it is in doubt: from the first day on which what surely held may have ended; what never surely held, all along."""

from datetime import date
from textwrap import dedent

import pytest
from tests.toy.seen import Seen, read, see

START = date(2020, 1, 1)
DOUBT = date(2024, 6, 2)
ENGAGED = """
streets: [{name: High Street, from: 2020-01-01GROUND, needs: [{what: inspection}]}]
parties: {Jans: fitter, Kees: fitter, Board: water board}
"""


def since(text: str, ground: str = "green") -> tuple[str, date | None]:
    where = f", ground: {ground}" if ground else ""
    seen = see(read(ENGAGED.replace("GROUND", where) + dedent(text)))
    return seen.verdict("inspection"), seen.since("inspection")


# -- What was taken on


@pytest.mark.parametrize(
    ("dates", "first"),
    [("from: 2020-01-01, until: 2024-06", DOUBT), ("from: 2024-06, until: 2024-06", START), ("from: 2024-06", START)],
)
def test_what_may_have_begun_this_month_never_surely_held(dates: str, first: date) -> None:
    text = f"engagements: [{{who: Jans, what: inspection, kind: performance, {dates}}}]\n"
    assert since(text) == ("Undetermined", first)


@pytest.mark.parametrize(("ground", "first"), [("quay", DOUBT), ("", START)])
def test_what_was_never_surely_for_this_street_never_surely_held(ground: str, first: date) -> None:
    deal = "agreements: [{kind: quay deal, between: [Jans, Board], what: inspection, when: all year, from: 2020-01-01, until: 2024-06}]\n"
    text = ENGAGED.replace("GROUND", f", ground: {ground}" if ground else "") + deal
    seen = see(read(text))
    days = {seen.since("inspection", window=seen.name(c.window)) for c in seen.cells("inspection")}
    assert days == {first}


def test_a_notice_in_vain_puts_nothing_in_doubt() -> None:
    text = """
        agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, until: 2024-06}]
        events: [{date: 2024-02-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-03-31}]
        state of affairs: {good reason: no}
    """
    assert since(text) == ("Undetermined", DOUBT)


PACT = """
    agreements: [{{name: pact, kind: water pact, between: [Jans, Board], from: 2020-01-01, until: {until}}}]
    engagements: [{{who: Jans, what: inspection, kind: performance, agreement: pact, from: 2020-01-01}}]
"""


def test_what_is_under_an_agreement_that_may_be_over_is_in_doubt_since_that_may_be() -> None:
    assert since(PACT.format(until="2024-06")) == ("Undetermined", DOUBT)


@pytest.mark.parametrize(
    ("contract", "first"), [("from: 2021-01-01, until: 2024-06", DOUBT), ("from: 2024-06, until: 2024-06", START)]
)
def test_what_rests_on_a_tie_is_in_doubt_by_its_contract_however_long_the_tie(contract: str, first: date) -> None:
    text = f"""
        agreements:
          - {{kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01}}
          - {{kind: rounds contract, between: [Jans, Board], {contract}}}
    """
    assert since(text) == ("Undetermined", first)


NEVER = ", until: 2024-06, exists: unknown}"
JOB = "what: inspection, from: 2020-01-01"


@pytest.mark.parametrize(
    "deals",
    [
        [f"{{kind: service contract, between: [Jans, Board], {JOB}{NEVER}"],
        [
            f"{{kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01{NEVER}",
            "{kind: rounds contract, between: [Jans, Board], from: 2020-01-01}",
        ],
        [
            f"{{kind: service contract, between: [Kees, Board], {JOB}{NEVER}",
            f"{{kind: handshake, between: [Jans, Board], {JOB}, until: 2024-12-31, on behalf of: Kees}}",
        ],
    ],
    ids=["what it brings", "what rests on its tie", "what is done for who has it"],
)
def test_what_is_under_an_agreement_that_may_never_have_been_there_never_surely_held(deals: list[str]) -> None:
    assert since(f"agreements: [{', '.join(deals)}]\n") == ("Undetermined", START)


def test_what_is_under_an_agreement_that_is_over_has_ended_with_it() -> None:
    assert since(PACT.format(until="2024-05-31")) == ("Gap Lapsed", date(2024, 6, 1))


def test_what_would_have_begun_after_its_agreement_was_over_never_was_there() -> None:
    pact = PACT.format(until="2024-05-31").replace(
        "agreement: pact, from: 2020-01-01", "agreement: pact, from: 2024-06-10"
    )
    assert since(pact) == ("Gap Vacuum", START)


def test_what_was_ended_before_it_began_never_was_there() -> None:
    text = """
        agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2024-06-10}]
        events: [{date: 2024-05-01, who: Board, what: ended, agreement: deal, last day: 2024-05-31}]
    """
    assert since(text) == ("Gap Vacuum", START)


# -- What may have ended, and after it what may have begun


@pytest.mark.parametrize(
    ("first_holder", "first"),
    [
        ("from: 2020-01-01, until: 2024-05", date(2024, 5, 2)),
        ("from: 2020-01-01, until: 2024-05-31", date(2024, 6, 1)),
        ("from: 2020-01-01, until: 2024-03-31", date(2024, 4, 1)),
        ("from: 2024-05, until: 2024-05", START),
        ("from: 2024-04, until: 2024-05", date(2024, 5, 2)),
    ],
    ids=["perhaps a month before", "the day before", "a time before", "never surely there", "surely there for a day"],
)
def test_what_may_have_been_followed_up_is_in_doubt_since_it_may_have_ended(first_holder: str, first: date) -> None:
    text = f"""
        engagements:
          - {{who: Jans, what: inspection, kind: performance, {first_holder}}}
          - {{who: Kees, what: inspection, kind: performance, from: 2024-06}}
    """
    assert since(text) == ("Undetermined", first)


def test_a_notice_that_may_have_worked_before_the_end_counts_too() -> None:
    text = """
        agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, until: 2024-05-31}]
        events: [{date: 2024-02-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-03-31}]
        engagements: [{who: Kees, what: inspection, kind: performance, from: 2024-06}]
    """
    assert since(text) == ("Undetermined", date(2024, 4, 1))


def test_where_nobody_may_follow_it_is_open_since_it_surely_ended() -> None:
    text = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05}]\n"
    assert since(text) == ("Gap Lapsed", date(2024, 6, 1))


# -- What a norm lays on who is tied


def pond(high: str, low: str = "", what: str = "lookout", ground: str = "pond", more: str = "") -> Seen:
    """Two streets on the pond, of which brigades look out, perhaps since this month; and drive the wagon, since long."""
    where = f", ground: {ground}" if ground else ""
    return see(
        read(f"""
streets:
  - {{name: High Street, from: 2020-01-01{where}, needs: [{{what: {what}}}], {high}}}
  - {{name: Low Street, from: 2020-01-01, ground: pond, needs: [{{what: {what}}}]{low}}}
parties: {{Neighbours: the neighbours, Red Brigade: fire brigade, Blue Brigade: fire brigade, Jans: fitter}}
{more}""")
    )


def open_since(seen: Seen, what: str, street: str = "High Street") -> tuple[str, date | None]:
    (cell,) = [c for c in seen.cells(what) if seen.name(c.situation) == street]
    return cell.verdict, None if cell.since is None else date.fromordinal(cell.since)


RED = "{who: Red Brigade, "


def test_a_norm_that_may_have_begun_this_month_never_surely_bound() -> None:
    assert open_since(pond(f"brigade: [{RED}until: 2024-06}}]"), "lookout") == ("Undetermined", START)


def test_a_norm_that_may_have_ended_this_month_is_in_doubt_since_then() -> None:
    assert open_since(pond("brigade: Red Brigade", what="ferry"), "ferry") == ("Undetermined", DOUBT)


@pytest.mark.parametrize(
    ("high", "low", "first"),
    [
        (f"brigade: [{RED}until: 2024-06}}]", "", DOUBT),
        (f"brigade: [{RED}from: 2024-06, until: 2024-06}}]", "", START),
        (f"brigade: [{RED}until: 2024-05}}, {{who: Blue Brigade, from: 2024-06}}]", "", date(2024, 5, 2)),
        (f"brigade: [{RED}from: 2024-06}}]", f", brigade: [{RED}until: 2024-06}}]", START),
        (f"brigade: [{RED}from: 2024-06}}, {{who: Neighbours, until: 2022-12-31}}]", "", START),
        (f"brigade: [{RED}from: 2024-06}}], watch: [{RED}until: 2023-12-31}}]", "", START),
    ],
    ids=[
        "its own tie ended",
        "its own tie, which never surely was",
        "its own, and another may have begun",
        "in another street",
        "of another party",
        "of another sort",
    ],
)
def test_only_the_end_of_this_tie_of_this_party_here_counts(high: str, low: str, first: date) -> None:
    assert open_since(pond(high, low, "tank wagon"), "tank_wagon") == ("Undetermined", first)


@pytest.mark.parametrize(
    ("deal", "first"),
    [
        ("from: 2020-01-01, until: 2024-06", DOUBT),
        ("from: 2024-06, until: 2024-06", START),
        ("from: 2020-01-01, until: 2024-06, exists: unknown", START),
    ],
)
def test_the_end_of_the_agreement_that_makes_the_tie_counts_too_if_it_surely_was_there(deal: str, first: date) -> None:
    subscribed = f"agreements: [{{kind: upkeep subscription, between: [Jans, High Street], {deal}}}]\n"
    assert open_since(pond("", what="flushing", more=subscribed), "flushing") == ("Undetermined", first)


APRIL = date(2024, 4, 1)
AGAIN = "}, {kind: upkeep subscription, between: [Jans, High Street], from: 2024-06"


@pytest.mark.parametrize(
    ("reason", "last", "again", "found"),
    [
        ("unknown", "2024-03-31", "", ("Undetermined", APRIL)),
        ("unknown", "2019-03-31", "", ("Undetermined", START)),
        ("no", "2024-03-31", "", ("Held", None)),
        ("no", "2024-03-31", ", until: 2024-06", ("Undetermined", DOUBT)),
        ("yes", "2024-03-31", "", ("Gap", APRIL)),
        ("yes", "2024-03-31", AGAIN, ("Undetermined", APRIL)),
    ],
    ids=[
        "it may have ended it",
        "or before it began",
        "in vain",
        "in vain, and it may be over",
        "it ended it",
        "and another may have begun",
    ],
)
def test_so_does_a_notice_of_that_agreement(reason: str, last: str, again: str, found: tuple[str, date | None]) -> None:
    more = f"""agreements: [{{kind: pond pass, between: [Jans, High Street], from: 2020-01-01{again}}}]
events: [{{date: 2019-01-01, who: Jans, what: gave notice, agreement: pond pass, last day: {last}}}]
state of affairs: {{good reason: {reason}}}
"""
    assert open_since(pond("", what="flushing", more=more), "flushing") == found


def test_where_it_was_never_sure_that_the_norm_applies_it_is_in_doubt_all_along() -> None:
    seen = pond(f"brigade: [{RED}until: 2024-06}}]", what="tank wagon", ground="")
    assert open_since(seen, "tank_wagon") == ("Undetermined", START)


# -- Where the street is, and whether it is there


@pytest.mark.parametrize(
    ("street", "marking"),
    [
        ("from: 2020-01-01, ground: yard", {"Gap"}),
        ("from: 2020-01-01", {"Undetermined"}),
        ("from: 2024-07-01, ground: yard", set[str]()),
        ("from: 2020-01-01, until: 2024-05-31, ground: yard", set[str]()),
    ],
    ids=["there", "of unknown ground", "not yet there", "no longer there"],
)
def test_a_norm_on_new_settings_is_for_streets_that_are_there(street: str, marking: set[str]) -> None:
    seen = see(
        read(f"""
setting: {{name: Station, kind: fire brigade, opened: 2023-01-01}}
streets: [{{name: Yard, {street}}}]
""")
    )
    assert {cell.verdict for cell in seen.cells("marking")} == marking

"""What rests on a tie lasts as long as the tie does, and is former after it, never as if it had not been."""

from datetime import date
from textwrap import dedent

import pytest
from tests.toy.seen import Seen, village

SUBSCRIBED = """
    parties: {{Jans: fitter, Board: water board, Red Brigade: fire brigade}}
    agreements:
      - {{name: the subscription, kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01{subscription}}}
      - {{kind: rounds contract, between: [Jans, Board], from: 2021-01-01{rounds}}}
"""
HELPER = "  - {kind: helper deal, between: [Red Brigade, Jans], from: 2022-01-01}\n"


def subscribed(subscription: str = "", rounds: str = "", more: str = "", **how: str) -> Seen:
    """A fitter under contract for the streets of its subscribers; judged by who inspects."""
    text = dedent(SUBSCRIBED.format(subscription=subscription, rounds=rounds)) + more
    return village(text, needs="{what: inspection}", **how)


def brigade(*spells: str, more: str = "", **how: str) -> Seen:
    """A brigade under a lasting contract for the streets of which it is the brigade."""
    listed = ", ".join(f"{{who: Red Brigade{spell}}}" for spell in spells)
    return village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}, brigade: [{listed}]}}]
        parties: {{Board: water board}}
        agreements: [{{kind: standby contract, between: [Red Brigade, Board], from: 2021-01-01}}]
{more}
        """,
        **how,
    )


def test_while_the_tie_lasts_it_is_held() -> None:
    assert subscribed().verdict("inspection") == "Held"
    assert brigade("").verdict("inspection") == "Held"


def test_after_the_agreement_that_ties_it_has_lapsed_the_day_after() -> None:
    seen = subscribed(", until: 2024-05-31")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", date(2024, 6, 1))
    assert ("Jans", "Former", ("Ended",)) in seen.candidates("inspection")


def test_it_ended_by_that_and_by_nothing_else_that_ended_that_day() -> None:
    cover = "  - {kind: cover, between: [Red Brigade, Board], what: marking, from: 2020-01-01, until: 2024-05-31}\n"
    seen = subscribed(", until: 2024-05-31", more=cover)
    (former,) = [one for one in seen.cell("inspection").candidates if one.standing == "Former"]
    assert {seen.name(why.source) for why in former.shortfalls} == {"the subscription"}


def test_so_it_has_after_the_involvement_that_ties() -> None:
    seen = brigade(", until: 2024-05-31")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", date(2024, 6, 1))
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("inspection")


def test_who_helped_for_the_one_that_is_no_longer_tied_is_former_too() -> None:
    seen = subscribed(", until: 2024-05-31", more=HELPER)
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("inspection")
    assert ("Red Brigade", "Former", ("Ended",)) not in subscribed(more=HELPER).candidates("inspection")


def test_the_earlier_of_the_two_ends_counts() -> None:
    assert subscribed(", until: 2024-05-31", ", until: 2024-03-31").since("inspection") == date(2024, 4, 1)
    assert subscribed(", until: 2024-03-31", ", until: 2024-05-31").since("inspection") == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("as_of", "verdict", "since"),
    [
        ("2023-12-31", "Held", None),
        ("2024-03-01", "Gap Lapsed", date(2024, 1, 1)),
        ("2024-06-01", "Held", None),
    ],
)
def test_a_tie_that_comes_back_binds_again(as_of: str, verdict: str, since: date | None) -> None:
    seen = brigade(", until: 2023-12-31", ", from: 2024-06-01", as_of=as_of)
    assert (seen.verdict("inspection"), seen.since("inspection")) == (verdict, since)


def test_a_tie_still_to_come_binds_nobody_yet() -> None:
    assert brigade(", from: 2024-07-01").verdict("inspection") == "Gap Vacuum"


THAWED = "streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: thawing}}, {}}}]\n"


@pytest.mark.parametrize(
    ("more", "near"),
    [("", {"NearMiss"}), ("events: [{date: 2024-05-31, who: Red Brigade, what: left}]\n", set[str]())],
    ids=["not yet", "left before"],
)
def test_nor_has_it_bound_anybody_whoever_left_before(more: str, near: set[str]) -> None:
    seen = village(THAWED.format("brigade: [{who: Red Brigade, from: 2024-07-01}]") + more)
    assert seen.verdict("thawing") == "Gap Vacuum"
    assert {standing for _, standing, _ in seen.candidates("thawing")} == near


def test_a_tie_of_another_sort_makes_it_no_task_of_who_has_it() -> None:
    seen = village(THAWED.format("brigade: [{who: Blue Brigade}], watch: [{who: Red Brigade}]"))
    assert seen.holders("thawing") == {"Blue Brigade"}


def test_a_contract_still_to_begin_binds_nobody_yet_however_old_the_tie() -> None:
    assert subscribed(as_of="2020-12-31").verdict("inspection") == "Gap Vacuum"
    assert subscribed(as_of="2021-01-01").verdict("inspection") == "Held"


def test_a_tie_that_may_be_over_leaves_it_open() -> None:
    assert brigade(", until: 2024-06").verdict("inspection") == "Undetermined"
    assert subscribed(", until: 2024-06").verdict("inspection") == "Undetermined"


def test_so_does_an_agreement_that_may_not_exist() -> None:
    assert subscribed(", exists: unknown").verdict("inspection") == "Undetermined"


def test_notice_of_what_ties_ends_what_rests_on_it() -> None:
    notice = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: the subscription, last day: 2024-05-31}]\n"
    before = subscribed(more=notice, as_of="2024-05-01")
    assert before.verdict("inspection") == "Held"
    assert before.told("Precarious") == {("Precarious", "inspection", "Performance")}
    after = subscribed(more=notice)
    assert (after.verdict("inspection"), after.since("inspection")) == ("Gap Lapsed", date(2024, 6, 1))


# -- Who leaves has its ties no longer

LEFT = "        events: [{date: 2024-05-31, who: Red Brigade, what: left}]"


def test_who_left_is_bound_by_no_norm_through_a_tie_that_it_had() -> None:
    street = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red Brigade}]}]
        events: [{date: 2024-05-31, who: Red Brigade, what: left}]
    """
    assert village(street, as_of="2024-05-31").holders("thawing") == {"Red Brigade"}
    seen = village(street, as_of="2024-06-01")
    assert (seen.verdict("thawing"), seen.since("thawing")) == ("Gap Vacuum", date(2024, 6, 1))
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("thawing")


def test_who_had_a_tie_twice_lost_it_on_the_last_day_of_the_second() -> None:
    ties = "brigade: [{who: Red Brigade, until: 2021-12-31}, {who: Red Brigade, from: 2023-01-01, until: 2024-05-31}]"
    seen = village(
        f"streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: thawing}}, {ties}}}]"
    )
    (former,) = [one for one in seen.cell("thawing").candidates if one.standing == "Former"]
    assert {why.since for why in former.shortfalls} == {date(2024, 6, 1).toordinal()}


RETURNED = "{who: Red Brigade, from: 2024-01-01, until: 2024-03-31}"


@pytest.mark.parametrize("ties", [RETURNED, "{who: Red Brigade, until: 2023-12-31}, " + RETURNED])
def test_who_came_back_after_it_left_lost_its_tie_when_it_ended_again(ties: str) -> None:
    seen = village(THAWED.format(f"brigade: [{ties}]") + LEFT.replace("2024-05-31", "2023-05-31").strip())
    assert seen.since("thawing") == date(2024, 4, 1)
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("thawing")


NOTICE = "{date: 2024-02-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}"
JANS_LEFT = "{date: LAST, who: Jans, what: left}"


@pytest.mark.parametrize(
    ("until", "events"),
    [
        (", until: 2024-05-31", ""),
        ("", NOTICE),
        (", until: 2024-06-10", NOTICE),
        (", until: 2024-05-31", NOTICE.replace("05-31", "06-10")),
        ("", JANS_LEFT.replace("LAST", "2024-05-31")),
        ("", NOTICE + ", " + JANS_LEFT.replace("LAST", "2024-06-10")),
        ("", NOTICE.replace("05-31", "06-10") + ", " + JANS_LEFT.replace("LAST", "2024-05-31")),
        (", until: 2024-05-31", NOTICE.replace("05-31", "07-31")),
        (", until: 2024-05-31", JANS_LEFT.replace("LAST", "2019-05-31")),
    ],
    ids=[
        "ran out",
        "notice",
        "notice before it ran out",
        "ran out before the notice",
        "left",
        "notice before it left",
        "left before the notice",
        "ran out, with notice still to take effect",
        "left before it began",
    ],
)
def test_who_was_bound_by_a_norm_through_an_agreement_is_former_since_the_first_of_its_ends(
    until: str, events: str
) -> None:
    seen = village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: pond, needs: {{what: flushing}}}}]
        parties: {{Jans: fitter}}
        agreements: [{{name: deal, kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01{until}}}]
        events: [{events}]
        """
    )
    assert (seen.verdict("flushing"), seen.since("flushing")) == ("Gap Vacuum", date(2024, 6, 1))
    assert ("Jans", "Former", ("Ended",)) in seen.candidates("flushing")


FLUSHED = """
streets:
  - {{name: High Street, from: 2020-01-01, ground: {ground}, needs: {{what: flushing}}}}
  - {{name: Low Street, from: 2020-01-01, ground: {ground}, needs: {{what: flushing}}}}
parties: {{Jans: fitter, Kees: fitter, Board: water board}}
agreements: [{agreements}]
events: [{events}]
"""


def deal(*more: str, who: str = "Jans", street: str = "High Street", begun: str = "2020-01-01") -> str:
    """A subscription of that party with that street."""
    said = "".join(f", {one}" for one in more)
    return f"{{kind: upkeep subscription, between: [{who}, {street}], from: {begun}{said}}}"


ENDED = deal("until: 2024-05-31", "name: deal")
OPEN = deal("name: deal")


def former(*agreements: str, events: str = "", ground: str = "pond") -> dict[str, date | None]:
    """The streets of which Jans is a former holder, and since when nobody flushes there."""
    seen = village(FLUSHED.format(ground=ground, agreements=", ".join(agreements), events=events))
    return {
        seen.name(cell.situation): date.fromordinal(cell.since) if cell.since else None
        for cell in seen.cells("flushing")
        if "Jans" in {seen.name(one.party) for one in cell.candidates if one.standing == "Former"}
    }


@pytest.mark.parametrize(
    ("agreements", "events", "told"),
    [
        ((ENDED,), "", {"High Street": date(2024, 6, 1)}),
        ((ENDED, deal(street="Low Street")), "", {"High Street": date(2024, 6, 1)}),
        (
            (ENDED, deal("until: 2024-03-31", street="Low Street")),
            "",
            {"High Street": date(2024, 6, 1), "Low Street": date(2024, 4, 1)},
        ),
        ((ENDED, deal(begun="2024-06-01")), "", {}),
        ((OPEN,), NOTICE, {"High Street": date(2024, 6, 1)}),
        ((OPEN, deal(street="Low Street")), NOTICE, {"High Street": date(2024, 6, 1)}),
        ((OPEN, deal(begun="2024-06-01")), NOTICE, {}),
        ((OPEN, deal(who="Kees")), NOTICE, {"High Street": None}),
        ((deal("name: deal", begun="2024-07-01"),), NOTICE.replace("05-31", "07-31"), {}),
    ],
    ids=[
        "in one street",
        "while it goes on in another",
        "in each since its own end",
        "not while another agreement makes the tie",
        "by notice in one street",
        "by notice while it goes on in another",
        "not by notice while another agreement makes the tie",
        "by notice where another has come",
        "not by notice of what has not begun",
    ],
)
def test_who_was_so_bound_is_former_where_it_was_and_has_the_tie_no_longer(
    agreements: tuple[str, ...], events: str, told: dict[str, date | None]
) -> None:
    assert former(*agreements, events=events) == told


@pytest.mark.parametrize(("first", "events"), [(ENDED, ""), (OPEN, NOTICE)], ids=["ran out", "notice"])
def test_what_ended_before_it_takes_nothing_from_who_has_the_tie_again(first: str, events: str) -> None:
    text = FLUSHED.format(ground="pond", agreements=f"{first}, {deal(begun='2024-06-01')}", events=events)
    (cell,) = [one for one in village(text).cells("flushing") if one.verdict == "Held"]
    assert [(one.standing, one.shortfalls) for one in cell.candidates if one.standing != "NearMiss"] == [("Bound", ())]


def test_nor_where_the_norm_does_not_hold() -> None:
    assert former(ENDED, ground="green") == {}


IN_VAIN = NOTICE.replace("{date", "{name: it, date").replace("2024-05-31", "2024-03-31")


@pytest.mark.parametrize(
    "events",
    [
        IN_VAIN + ", {date: 2024-03-01, ruling by: Board, what: ruled, event: it, stands: no}",
        "{date: 2024-02-01, who: Board, what: suspended, agreement: deal, first day: 2024-03-01, last day: 2024-04-30}",
    ],
    ids=["notice in vain", "a suspension"],
)
def test_what_does_not_end_the_agreement_does_not_cut_the_tie_short(events: str) -> None:
    assert former(ENDED, events=events) == {"High Street": date(2024, 6, 1)}


def test_who_left_lost_the_tie_that_it_had_whatever_it_has_of_another_sort() -> None:
    ties = "brigade: [{who: Red Brigade}], watch: [{who: Red Brigade, from: 2024-06-05}]"
    seen = village(THAWED.format(ties) + LEFT.strip())
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("thawing")


def test_a_norm_that_came_after_the_tie_had_ended_never_bound_it() -> None:
    tie = "ground: pond, needs: {what: lookout}, brigade: [{who: Red Brigade, until: 2023-12-31}]"
    seen = village(f"streets: [{{name: High Street, from: 2020-01-01, {tie}}}]", as_of="2024-07-15")
    assert seen.since("lookout") == date(2020, 1, 1)
    assert "Former" not in {standing for _, standing, _ in seen.candidates("lookout")}


def test_nor_by_what_rested_on_it() -> None:
    seen = brigade("", more=LEFT)
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", date(2024, 6, 1))


def test_nor_is_who_worked_for_it() -> None:
    left = "events: [{date: 2024-05-31, who: Jans, what: left}]\n"
    seen = subscribed(more=HELPER + left)
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("inspection")


def test_who_came_back_after_it_left_is_bound_again() -> None:
    seen = brigade(", until: 2024-05-31", ", from: 2024-06-10", more=LEFT)
    assert seen.verdict("inspection") == "Held"
    assert (
        brigade(", until: 2024-05-31", ", from: 2024-06-10", more=LEFT, as_of="2024-06-05").verdict("inspection")
        == "Gap Lapsed"
    )

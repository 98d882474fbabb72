"""Streets, parties and windows side by side: what began, ended or applies in one leaves the other as it is."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village


def streets(high: str, low: str, *lines: str) -> Seen:
    """Two streets, each with what is said of it."""
    text = f"streets:\n  - {{name: High, from: 2020-01-01, {high}}}\n  - {{name: Low, from: 2020-01-01, {low}}}\n"
    return village(text + "".join(f"{line}\n" for line in lines))


def verdicts(seen: Seen, function: str, kind: str = "Performance") -> dict[str, str]:
    return {seen.name(c.situation): c.leading or c.verdict for c in seen.cells(function, kind)}


def former(seen: Seen, function: str, kind: str = "Performance") -> dict[str, dict[str, date | None]]:
    """Who is former, since when: by street, and by window where there are any."""
    found: dict[str, dict[str, date | None]] = {}
    for cell in seen.cells(function, kind):
        where = seen.name(cell.situation) + (
            "" if seen.name(cell.window) == "AtSomeTime" else f" {seen.name(cell.window)}"
        )
        found[where] = {
            seen.name(one.party): date.fromordinal(short.since)
            for one in cell.candidates
            if one.standing == "Former"
            for short in one.shortfalls
            if short.since is not None
        }
    return found


# -- Ties that ended

THAW = "ground: green, needs: {what: thawing}"
JUNE = date(2024, 6, 1)


def brigades(high: str, low: str = "none", *lines: str) -> dict[str, dict[str, date | None]]:
    """Who is former; who is not and has the tie holds it."""
    seen = streets(f"{THAW}, brigade: {high}", f"{THAW}, brigade: {low}", *lines)
    found = former(seen, "thawing")
    for cell in seen.cells("thawing"):
        every = {seen.name(one.party) for one in cell.candidates if one.standing != "NearMiss"}
        assert {seen.name(one) for one in cell.holders} == every - {*found[seen.name(cell.situation)]}
    return found


LEFT = "events: [{{date: {}, who: Red, what: left}}]"


def test_a_tie_that_ended_ended_for_that_party_in_that_street() -> None:
    assert brigades("[{who: Red, until: 2024-05-31}, {who: Blue}]", "Red") == {"High": {"Red": JUNE}, "Low": {}}


def test_so_did_that_of_one_who_left() -> None:
    left = LEFT.format("2024-05-31")
    assert brigades("[{who: Red}, {who: Blue}]", "Blue", left) == {"High": {"Red": JUNE}, "Low": {}}


def test_who_came_back_to_one_street_is_former_in_the_other() -> None:
    low = "[{who: Red, until: 2024-06-05}, {who: Red, from: 2024-06-10}]"
    assert brigades("Red", low, LEFT.format("2024-05-31")) == {"High": {"Red": JUNE}, "Low": {}}


@pytest.mark.parametrize(("left", "since"), [("2024-03-31", date(2024, 4, 1)), ("2024-06-05", JUNE)])
def test_it_ended_on_the_last_day_of_the_tie_or_on_that_of_leaving_before(left: str, since: date) -> None:
    found = brigades("[{who: Red, until: 2024-05-31}]", "none", LEFT.format(left))
    assert found == {"High": {"Red": since}, "Low": {}}


# -- Norms of one place


def test_who_answers_by_a_duty_of_one_place_answers_there_only() -> None:
    marked = "needs: {what: marking, when: winter}"
    seen = streets(f"ground: quay, {marked}", f"ground: green, {marked}", "parties: {Board: water board}")
    assert verdicts(seen, "marking", "Accountability") == {"High": "Held"}


def test_so_does_who_must_do_it_for_the_street_to_which_it_is_tied() -> None:
    seen = streets(f"{THAW}, brigade: Red", f"{THAW}, brigade: none")
    assert verdicts(seen, "thawing", "Accountability") == {"High": "Held"}


def test_an_exception_of_one_place_lifts_nothing_elsewhere() -> None:
    pressed = "needs: {what: water pressure}"
    seen = streets(
        f"ground: lane, {pressed}",
        f"ground: quay, {pressed}",
        "parties: {Piet: master fitter}",
        "engagements: [{who: Piet, what: water pressure, kind: performance, from: 2020-01-01}]",
    )
    assert verdicts(seen, "pressure") == {"High": "Held", "Low": "BeyondCompetence"}


def test_what_cannot_be_paid_in_one_place_can_elsewhere() -> None:
    flushed = "needs: {what: flushing}"
    seen = streets(f"ground: dike, {flushed}", f"ground: green, {flushed}", "parties: {Board: water board}")
    assert verdicts(seen, "flushing", "Procurement") == {"High": "Unfundable", "Low": "Held"}


@pytest.mark.parametrize(
    ("low", "found"),
    [
        ("ground: lane, needs: {what: thawing}, brigade: Red", {"High": "Undetermined", "Low": "Held"}),
        ("ground: green, needs: {what: thawing}", {"High": "Undetermined"}),
    ],
    ids=["known there", "no such duty there"],
)
def test_who_has_a_tie_is_unknown_in_that_street_and_where_that_duty_applies(low: str, found: dict[str, str]) -> None:
    seen = streets("ground: lane, needs: {what: thawing}", low)
    assert verdicts(seen, "thawing", "Organisation") == found


# -- What ended in one window, or in one kind


def test_who_answered_by_doing_it_is_former_in_the_windows_in_which_it_did() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Kees, what: marking, kind: performance, when: all year, from: 2020-01-01}
          - {who: Jans, what: marking, kind: performance, when: winter, from: 2020-01-01, until: 2024-05-31}
        """,
        needs="{what: marking, when: all year}",
    )
    assert former(seen, "marking", "Accountability") == {"High Street summer": {}, "High Street winter": {"Jans": JUNE}}


def test_and_who_only_saw_to_it_never_answered() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Kees, what: marking, kind: performance, from: 2020-01-01}
          - {who: Jans, what: marking, kind: organisation, from: 2020-01-01, until: 2024-05-31}
        """,
        needs="{what: marking}",
    )
    assert former(seen, "marking", "Accountability") == {"High Street": {}}


def test_who_did_it_for_another_is_former_in_the_windows_in_which_it_did() -> None:
    seen = village(
        """
        parties: {Anna: fitter, Bert: fitter}
        engagements:
          - {who: Anna, what: marking, kind: performance, when: all year, from: 2020-01-01, until: 2024-05-31}
          - {who: Bert, what: marking, kind: performance, when: winter, on behalf of: Anna, from: 2020-01-01}
        """,
        needs="{what: marking, when: all year}",
    )
    assert former(seen, "marking") == {
        "High Street summer": {"Anna": JUNE},
        "High Street winter": {"Anna": JUNE, "Bert": JUNE},
    }


# -- What stays, where it is not sure that it ended

DEAL = """
    streets: [{{name: Dike, from: 2020-01-01, ground: dike, needs: {{what: repair}}}}]
    parties: {{Jans: fitter, Board: water board}}
    agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01{more}}}]
    events: [{{date: 2024-04-01, who: Jans, what: {what}, agreement: deal, last day: 2024-05-31}}]
    state of affairs: {{good reason: unknown}}
"""
EARLIER = "    engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-03-31}]\n"


def stays(text: str) -> set[str]:
    """How surely the rule on what stays binds Jans."""
    seen = village(text)
    candidates = seen.cell("repair").candidates
    return {one.certainty for one in candidates if seen.name(one.ground) == "finish-the-job"}


@pytest.mark.parametrize("what", ["gave notice", "ended"])
def test_what_may_have_ended_keeps_its_holder_perhaps(what: str) -> None:
    assert stays(DEAL.format(what=what, more="")) == {"possibly"}


def test_what_was_done_for_another_does_not() -> None:
    assert stays(DEAL.format(what="gave notice", more=", on behalf of: Board")) == set()


def test_who_surely_ended_one_thing_is_surely_kept_whatever_may_have_ended_besides() -> None:
    text = DEAL.format(what="gave notice", more="") + EARLIER
    seen = village(text)
    assert (seen.verdict("repair"), seen.holders("repair")) == ("Held", {"Jans"})
    assert stays(text) == {"surely"}
    (kept,) = [one for one in seen.cell("repair").candidates if seen.name(one.ground) == "finish-the-job"]
    assert kept.shortfalls == ()

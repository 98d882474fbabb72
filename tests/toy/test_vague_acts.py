"""An act on a day that is not known exactly: before, it does nothing; after, it surely does; in between it is open."""

import pytest
from tests.toy.street import step, street

DEAL = "agreements: [{name: deal, kind: fen deal, between: [Jans, Board], what: inspection, from: 2020-01-01}]\n"
BEFORE, BETWEEN, AFTER = "2024-04-15", "2024-05-15", "2024-06-15"


@pytest.mark.parametrize(
    ("told", "before", "after"),
    [
        ("date: 2024-05, who: Board, what: ordered, to: Jans, about: inspection", "Gap Vacuum", "Held"),
        (
            "date: 2024-04-01, who: Board, what: ordered, to: Jans, about: inspection, first day: 2024-05",
            "Gap Vacuum",
            "Held",
        ),
        (
            "date: 2024-04-01, who: Board, what: ordered, to: Jans, about: inspection, last day: 2024-05",
            "Held",
            "Gap Vacuum",
        ),
        ("date: 2024-05, who: Board, what: delegated, to: Jans, about: inspection", "Gap Vacuum", "Held"),
    ],
    ids=["ordered some day", "ordered from some day", "ordered until some day", "delegated some day"],
)
def test_what_is_laid_on_a_party(told: str, before: str, after: str) -> None:
    seen = [street(step(told), as_of=day).verdict("inspection") for day in (BEFORE, BETWEEN, AFTER)]
    assert seen == [before, "Undetermined", after]


@pytest.mark.parametrize(
    ("told", "before", "after"),
    [
        ("date: 2024-05, who: Board, what: suspended, agreement: deal", "Held", "Gap Lapsed"),
        ("date: 2024-04-01, who: Board, what: suspended, agreement: deal, first day: 2024-05", "Held", "Gap Lapsed"),
        ("date: 2024-04-01, who: Board, what: suspended, agreement: deal, last day: 2024-05", "Gap Lapsed", "Held"),
        ("date: 2024-05, who: Board, what: ended, agreement: deal", "Held", "Gap Lapsed"),
        ("date: 2024-05, who: Jans, what: left", "Held", "Gap Lapsed"),
    ],
    ids=[
        "suspended some day",
        "suspended from some day",
        "suspended until some day",
        "ended some day",
        "left some day",
    ],
)
def test_what_a_party_took_on(told: str, before: str, after: str) -> None:
    seen = [street(DEAL + step(told), as_of=day).verdict("inspection") for day in (BEFORE, BETWEEN, AFTER)]
    assert seen == [before, "Undetermined", after]


@pytest.mark.parametrize(("day", "verdict"), [("2024-03-10", "Gap Lapsed"), ("2024-03", "Undetermined")])
def test_a_term_counts_from_every_day_that_the_notice_may_be(day: str, verdict: str) -> None:
    seen = street(
        "agreements: [{name: deal, kind: service contract, between: [Jans, Board], by: Jans, what: repair, from: 2020-01-01, notice term: 3 months}]\n"
        f"events: [{{date: {day}, who: Jans, what: gave notice, agreement: deal}}]\n"
        "state of affairs: {good reason: yes}\n",
        "{what: repair}",
    )
    assert seen.verdict("repair") == verdict


@pytest.mark.parametrize(("about", "marked"), [("", "Gap Lapsed"), (", about: repair", "Held")])
def test_who_is_suspended_from_one_function_goes_on_with_the_other(about: str, marked: str) -> None:
    seen = street(
        "engagements:\n  - {who: Jans, what: repair, kind: performance, from: 2020-01-01}\n"
        "  - {who: Jans, what: marking, kind: performance, from: 2020-01-01}\n"
        f"events: [{{date: 2024-06-01, who: the province, what: suspended, to: Jans{about}, last day: 2024-06-30}}]\n",
        "[{what: repair}, {what: marking}]",
    )
    assert (seen.verdict("repair"), seen.verdict("marking")) == ("Gap Lapsed", marked)

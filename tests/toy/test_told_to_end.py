"""Notice without a last day, or with a vague one; an end that is still to come; and who may stop, in every kind."""

from datetime import date

import pytest
from tests.toy.asked import asked
from tests.toy.seen import Seen, village
from tests.toy.street import place, step, street
from tests.toy.told import in_kind

DEAL = "agreements: [{name: deal, kind: handshake, between: [Jans, Board], what: inspection, from: 2020-01-01}]\n"
NOTICE = "date: 2024-06-01, who: Jans, what: gave notice, agreement: deal"


def told(seen: Seen, kind: str = "Precarious") -> set[tuple[str, date | None, str]]:
    """Kind of responsibility, since when, and how surely."""
    return {
        (f.responsibility, None if f.since is None else date.fromordinal(f.since), f.certainty)
        for f in seen.findings(kind)
    }


SINCE_NOTICE = {("Performance", date(2024, 6, 1), "surely")}

# -- Notice of which it is not known when it takes effect


@pytest.mark.parametrize(
    ("last_day", "as_of", "verdict", "since", "warned"),
    [
        ("", "2024-05-31", "Held", None, False),
        ("", "2024-06-01", "Held", None, True),
        ("", "2024-06-15", "Undetermined", date(2024, 6, 2), False),
        (", last day: 2024-07", "2024-06-30", "Held", None, True),
        (", last day: 2024-07", "2024-07-01", "Held", None, True),
        (", last day: 2024-07", "2024-07-02", "Undetermined", date(2024, 7, 2), False),
        (", last day: 2024-07", "2024-08-01", "Gap Lapsed", date(2024, 8, 1), False),
        (", last day: 2024-07-15", "2024-07-15", "Held", None, True),
    ],
)
def test_what_ends_on_a_day_that_is_not_known_may_have_ended_since_the_first_that_it_can_be(
    last_day: str, as_of: str, verdict: str, since: date | None, warned: bool
) -> None:
    seen = street(DEAL + step(NOTICE + last_day), as_of=as_of)
    assert (seen.verdict("inspection"), seen.since("inspection")) == (verdict, since)
    assert told(seen) == (SINCE_NOTICE if warned else set())


@pytest.mark.parametrize(
    ("reason", "verdict", "warned"),
    [("yes", "Undetermined", set[str]()), ("no", "Held", set[str]()), ("unknown", "Undetermined", set[str]())],
)
def test_only_if_it_works_or_may(reason: str, verdict: str, warned: set[str]) -> None:
    deal = DEAL.replace("handshake", "service contract")
    seen = street(deal + step(NOTICE) + f"state of affairs: {{good reason: {reason}}}\n")
    assert seen.verdict("inspection") == verdict
    assert {how for _, _, how in told(seen)} == warned


@pytest.mark.parametrize(
    ("what", "verdict"),
    [("gave notice", "Undetermined"), ("asked", "Held"), ("refused", "Held")],
)
def test_what_ends_nothing_leaves_nothing_in_doubt(what: str, verdict: str) -> None:
    assert street(DEAL + step(NOTICE.replace("gave notice", what))).verdict("inspection") == verdict


@pytest.mark.parametrize(("last_day", "sort"), [("", "LastDayUnknown"), (", last day: 2024-06", "EndUncertain")])
def test_whether_it_did_is_asked(last_day: str, sort: str) -> None:
    seen = street(DEAL + step("name: the notice, " + NOTICE + last_day))
    assert (sort, "the notice") in {(sort, about) for sort, about, _ in asked(seen, "inspection")}


@pytest.mark.parametrize(("last_day", "verdict"), [("", "Undetermined"), (", last day: 2024-06-30", "Held")])
def test_an_agreement_on_which_a_condition_waits_may_have_ended_so_too(last_day: str, verdict: str) -> None:
    pact = "agreements: [{name: deal, kind: water pact, between: [Jans, Board], from: 2020-01-01}]\n"
    on_pact = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: some water pact}]\n"
    seen = street(pact + on_pact + step("name: the notice, " + NOTICE + last_day))
    assert seen.verdict("inspection") == verdict
    if not last_day:
        assert "the notice" in {about for _, about, _ in asked(seen, "inspection")}


@pytest.mark.parametrize(
    ("as_of", "last_day", "certain"),
    [
        ("2024-05-31", "", set[bool]()),
        ("2024-06-01", "", {True}),
        ("2024-06-15", "", {True}),
        ("2024-06-15", ", last day: 2024-06", {True}),
    ],
)
def test_notice_that_works_calls_for_a_hand_over_whenever_it_takes_effect(
    as_of: str, last_day: str, certain: set[bool]
) -> None:
    seen = street(DEAL.replace("inspection", "repair") + step(NOTICE + last_day), "{what: repair}", "quay", as_of=as_of)
    assert {cell.certain for cell in seen.cells("handover")} == certain


@pytest.mark.parametrize(("reason", "certain"), [("yes", {True}), ("unknown", {False}), ("no", set[bool]())])
def test_so_it_does_as_surely_as_it_works(reason: str, certain: set[bool]) -> None:
    deal = DEAL.replace("inspection", "repair").replace("handshake", "service contract")
    seen = street(deal + step(NOTICE) + f"state of affairs: {{good reason: {reason}}}\n", "{what: repair}", "quay")
    assert {cell.certain for cell in seen.cells("handover")} == certain


@pytest.mark.parametrize(
    ("last_day", "as_of", "verdict"),
    [
        ("2024-06", "2024-06-01", "Held"),
        ("2024-06", "2024-06-02", "Undetermined"),
        ("2024-06-15", "2024-06-15", "Held"),
    ],
)
def test_who_left_on_a_day_that_is_not_known_may_have_left_what_it_took_on(
    last_day: str, as_of: str, verdict: str
) -> None:
    took = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]\n"
    left = step(f"name: the leaving, date: 2024-05-20, who: Jans, what: left, last day: {last_day}")
    seen = street(took + left, as_of=as_of)
    assert seen.verdict("inspection") == verdict
    if verdict == "Undetermined":
        assert "the leaving" in {about for _, about, _ in asked(seen, "inspection")}


@pytest.mark.parametrize("last_day", ["", ", last day: 2024-06"])
def test_who_does_it_through_one_that_may_have_stopped_is_perhaps_unable(last_day: str) -> None:
    text = (
        place(ground="green", needs="{what: inspection}")
        + "parties: {Service: fitter, Jans: fitter, Board: water board}\n"
        + "engagements: [{who: Service, what: inspection, kind: performance, from: 2021-01-01}]\n"
        + DEAL.replace("from:", "on behalf of: Service, from:")
    )
    assert village(text).verdict("inspection") == "Held"
    seen = village(text + step(NOTICE + last_day))
    assert ("Service", "Bound", ("NoCapacity?",)) in seen.candidates("inspection")


# -- An end, or a leaving, that is still to come


@pytest.mark.parametrize(
    ("what", "about"), [("ended", ", agreement: deal"), ("left", ""), ("gave notice", ", agreement: deal")]
)
@pytest.mark.parametrize(
    ("as_of", "warned"),
    [("2024-05-31", False), ("2024-06-01", True), ("2024-06-15", True), ("2024-07-15", True), ("2024-07-16", False)],
)
def test_who_told_that_it_ends_or_leaves_may_stop_until_it_did(what: str, about: str, as_of: str, warned: bool) -> None:
    going = step(f"date: 2024-06-01, who: Jans, what: {what}{about}, last day: 2024-07-15")
    assert told(street(DEAL + going, as_of=as_of)) == (SINCE_NOTICE if warned else set())


@pytest.mark.parametrize(("what", "warned"), [("ended", True), ("suspended", False)])
def test_a_suspension_to_come_is_no_end(what: str, warned: bool) -> None:
    day = "first day" if what == "suspended" else "last day"
    going = step(f"date: 2024-06-01, who: Board, what: {what}, agreement: deal, {day}: 2024-07-15")
    assert told(street(DEAL + going)) == (SINCE_NOTICE if warned else set())


@pytest.mark.parametrize(
    ("reason", "warned"),
    [
        ("yes", {("Performance", date(2024, 6, 1), "surely")}),
        ("unknown", {("Performance", date(2024, 6, 1), "possibly")}),
        ("no", set[tuple[str, date | None, str]]()),
    ],
)
def test_an_end_that_was_told_counts_as_surely_as_it_works(
    reason: str, warned: set[tuple[str, date | None, str]]
) -> None:
    going = step("date: 2024-06-01, who: Jans, what: ended, agreement: deal, last day: 2024-07-15")
    seen = street(
        DEAL.replace("handshake", "service contract") + going + f"state of affairs: {{good reason: {reason}}}\n"
    )
    assert told(seen) == warned


# -- Who may stop: in every kind, and only if nobody who carries it goes on

DEALS = """agreements:
  - {name: first deal, kind: water pact, between: [Jans, Board], from: 2020-01-01}
  - {name: second deal, kind: SECOND, between: [Kees, Board], from: 2020-01-01}
"""
KINDS = ("Performance", "Accountability", "Organisation", "Procurement", "Funding", "Oversight")
WORDS = dict(
    zip(KINDS, ("performance", "accountability", "organisation", "procurement", "funding", "supervision"), strict=True)
)


def carried(kind: str, *lines: str, events: tuple[str, ...] = (), second: str = "water pact", more: str = "") -> Seen:
    """A function that is needed in a kind, who took it on, and what happened."""
    parties = "parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Board: water board}\n"
    text = place(ground="green", needs="{what: painting}") + parties + DEALS.replace("SECOND", second)
    text += "engagements:\n" + "".join(f"  - {{what: painting, kind: {WORDS[kind]}, {line}}}\n" for line in lines)
    text += "events:\n" * bool(events) + "".join(f"  - {{{event}}}\n" for event in events) + more
    return in_kind(text, painting=kind)


FIRST = "who: Jans, from: 2020-01-01, agreement: first deal"
SECOND = "who: Kees, from: 2020-01-01, agreement: second deal"
FIRST_NOTICE = "date: 2024-06-01, who: Jans, what: gave notice, agreement: first deal, last day: 2024-12-31"
FIRST_END = FIRST_NOTICE.replace("gave notice", "ended")
SECOND_NOTICE = "date: 2024-05-01, who: Kees, what: gave notice, agreement: second deal, last day: 2024-12-31"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("event", [FIRST_NOTICE, FIRST_END])
def test_who_gave_notice_may_stop_whatever_it_took_on(kind: str, event: str) -> None:
    seen = carried(kind, FIRST, events=(event,))
    assert seen.holders("painting", kind) == {"Jans"}
    assert told(seen) == {(kind, date(2024, 6, 1), "surely")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("how", "warned"), [(", stands in for: Dirk", True), ("", False)])
def test_so_may_who_only_stands_in(kind: str, how: str, warned: bool) -> None:
    seen = carried(kind, f"who: Jans, from: 2024-02-01{how}")
    assert seen.holders("painting", kind) >= {"Jans"}
    assert told(seen) == ({(kind, date(2024, 2, 1), "surely")} if warned else set())


UNMET = "who: Kees, from: 2021-01-01, on condition of: key is there"


@pytest.mark.parametrize(
    ("kind", "lines", "events", "second", "certainty"),
    [
        ("Organisation", (FIRST, SECOND), (FIRST_NOTICE,), "water pact", None),
        ("Organisation", (FIRST, SECOND), (FIRST_NOTICE, SECOND_NOTICE), "water pact", "surely"),
        ("Performance", (FIRST, SECOND), (FIRST_NOTICE, SECOND_NOTICE), "service contract, what: greasing", "possibly"),
        ("Performance", (FIRST, SECOND, UNMET), (FIRST_NOTICE,), "water pact", "surely"),
        ("Performance", (FIRST, FIRST.replace("first", "second")), (FIRST_NOTICE,), "water pact", None),
    ],
    ids=["the other goes on", "both on notice", "one perhaps", "one on a condition", "by another of its own"],
)
def test_it_may_stop_if_each_who_carries_it_has_a_reason(
    kind: str, lines: tuple[str, ...], events: tuple[str, ...], second: str, certainty: str | None
) -> None:
    seen = carried(kind, *lines, events=events, second=second, more="state of affairs: {key is there: no}\n")
    assert seen.cell("painting", kind).verdict == "Held"
    assert {how for of, _, how in told(seen) if of == kind} == ({certainty} if certainty else set())

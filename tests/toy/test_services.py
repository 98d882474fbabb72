"""Services that do it through others: what they lose with the last of those, and what elsewhere or beside takes nothing."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village

ENDS = pytest.mark.parametrize(
    ("end", "lost", "since"),
    [
        ("2024-05-31", "Gap NoCapacity", date(2024, 6, 1)),
        ("2024-06", "Undetermined", date(2024, 6, 2)),
    ],
    ids=["ended", "may have ended"],
)
RED = "who: Red Brigade, what: inspection, kind: performance, when: all year, from: 2020-01-01"
HELPS = "on behalf of: Red Brigade, what: inspection, kind: performance"

HIRED = """
        agreements: [{{name: hire, kind: service contract, between: [Anna, Board], on behalf of: Red Brigade, what: inspection, when: all year, from: 2020-01-01{more}}}]
        events: [{{date: 2024-03-01, who: Anna, what: gave notice, agreement: hire, last day: {last}}}]
        state of affairs: {{good reason: {reason}}}
"""


def service(*lines: str, more: str = "") -> Seen:
    """Two streets that need inspection all year and marking, a brigade and its helpers."""
    entries = "".join(f"          - {{{line}}}\n" for line in lines)
    return village(
        f"""
        streets:
          - {{name: High Street, from: 2020-01-01, ground: green, needs: [{{what: inspection, when: all year}}, {{what: marking}}]}}
          - {{name: Low Street, from: 2020-01-01, ground: green, needs: [{{what: inspection, when: all year}}, {{what: marking}}]}}
        parties: {{Red Brigade: fire brigade, Anna: fitter, Bert: fitter, Cor: fitter, Kees: fitter, Board: water board}}
        engagements:
{entries}
{more}
        """
    )


Found = dict[tuple[str, str], tuple[str, date | None]]


def inspected(seen: Seen) -> Found:
    """Verdict and since, by street and window; the brigade holds it, or falls short since that day."""
    found = {}
    for cell in seen.cells("inspection"):
        since = None if cell.since is None else date.fromordinal(cell.since)
        (red,) = [one for one in cell.candidates if seen.name(one.party) == "Red Brigade"]
        assert {short.since for short in red.shortfalls} == ({cell.since} if since else set())
        assert (red.party in cell.holders) == (since is None)
        verdict = f"Gap {cell.leading}" if cell.leading else cell.verdict
        found[seen.name(cell.situation).split()[0], seen.name(cell.window)] = verdict, since
    return found


def lost_in(*where: tuple[str, str], lost: str, since: date) -> Found:
    every = [(street, window) for street in ("High", "Low") for window in ("summer", "winter")]
    return {cell: (lost, since) if cell in where else ("Held", None) for cell in every}


@ENDS
def test_who_loses_its_performer_in_one_street_keeps_the_other(end: str, lost: str, since: date) -> None:
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: {end}, for: High Street",
        f"who: Bert, {HELPS}, when: all year, from: 2020-01-01, for: Low Street",
    )
    assert inspected(seen) == lost_in(("High", "summer"), ("High", "winter"), lost=lost, since=since)


@ENDS
def test_and_in_one_window_the_other(end: str, lost: str, since: date) -> None:
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: winter, from: 2020-01-01, until: {end}",
        f"who: Bert, {HELPS}, when: summer, from: 2020-01-01",
    )
    assert inspected(seen) == lost_in(("High", "winter"), ("Low", "winter"), lost=lost, since=since)


@ENDS
def test_who_does_something_else_for_it_takes_nobodys_place(end: str, lost: str, since: date) -> None:
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: {end}",
        "who: Bert, on behalf of: Red Brigade, what: marking, kind: performance, when: all year, from: 2020-01-01",
        "who: Cor, on behalf of: Red Brigade, what: inspection, kind: organisation, from: 2020-01-01",
    )
    every = [(street, window) for street in ("High", "Low") for window in ("summer", "winter")]
    assert inspected(seen) == lost_in(*every, lost=lost, since=since)


@pytest.mark.parametrize(
    ("end", "others", "lost", "since"),
    [
        ("2024-05-31", ["2022-12-31", "2024-06-10"], "Gap NoCapacity", date(2024, 6, 1)),
        ("2024-06", ["2024-06"], "Undetermined", date(2024, 6, 2)),
    ],
    ids=["ended", "may have ended"],
)
def test_what_ended_of_something_else_tells_nothing(end: str, others: list[str], lost: str, since: date) -> None:
    lines = []
    for other in others:
        lines += [
            f"who: Bert, {HELPS}, when: summer, from: 2020-01-01, until: {other}",
            f"who: Cor, {HELPS}, when: winter, from: 2020-01-01, until: {other}, for: Low Street",
            f"who: Cor, on behalf of: Red Brigade, what: inspection, kind: organisation, from: 2020-01-01, until: {other}",
            f"who: Cor, on behalf of: Red Brigade, what: marking, kind: performance, when: winter, from: 2020-01-01, until: {other}",
        ]
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: winter, from: 2020-01-01, until: {end}, for: High Street",
        f"who: Kees, {HELPS}, when: winter, from: 2020-01-01, for: Low Street",
        f"who: Kees, {HELPS}, when: summer, from: 2020-01-01",
        *lines,
    )
    assert inspected(seen) == lost_in(("High", "winter"), lost=lost, since=since)
    found = {
        seen.name(short.source)
        for c in seen.cells("inspection")
        for one in c.candidates
        for short in one.shortfalls
        if seen.name(one.party) == "Red Brigade"
    }
    assert found == {"Anna: inspection"}


def test_nor_what_may_have_ended_of_it_later() -> None:
    hires = [
        ("winter", "inspection", "Low Street"),
        ("summer", "inspection", "High Street"),
        ("winter", "marking", "High Street"),
    ]
    deals = "".join(
        f"          - {{name: hire {number}, kind: service contract, between: [Cor, Board], on behalf of: Red Brigade, what: {what}, when: {when}, for: {street}, from: 2020-01-01}}\n"
        for number, (when, what, street) in enumerate(hires)
    )
    notices = "".join(
        f"          - {{date: 2024-03-01, who: Cor, what: gave notice, agreement: hire {number}, last day: 2024-06-05}}\n"
        for number in range(len(hires))
    )
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: winter, from: 2020-01-01, until: 2024-06, for: High Street",
        f"who: Kees, {HELPS}, when: winter, from: 2020-01-01, for: Low Street",
        f"who: Kees, {HELPS}, when: summer, from: 2020-01-01",
        more=f"        agreements:\n{deals}        events:\n{notices}        state of affairs: {{good reason: unknown}}",
    )
    assert inspected(seen) == lost_in(("High", "winter"), lost="Undetermined", since=date(2024, 6, 2))


MARKS = "what: marking, kind: performance"
SEES = "on behalf of: Red Brigade, what: marking, kind: organisation"


def marked(seen: Seen) -> tuple[str, date | None, set[str]]:
    """Verdict on marking in one of the streets, since when, and by what the brigade falls short."""
    cell = next(cell for cell in seen.cells("marking") if seen.name(cell.situation) == "High Street")
    (red,) = [one for one in cell.candidates if seen.name(one.party) == "Red Brigade"]
    assert (red.party in cell.holders) == (not red.shortfalls)
    verdict = f"Gap {cell.leading}" if cell.leading else cell.verdict
    since = None if cell.since is None else date.fromordinal(cell.since)
    return verdict, since, {seen.name(short.source) for short in red.shortfalls}


@pytest.mark.parametrize(
    ("end", "others", "lost", "since"),
    [
        ("2024-05-31", ["2022-12-31", "2024-06-10"], "Gap NoCapacity", date(2024, 6, 1)),
        ("2024-06", ["2024-06"], "Undetermined", date(2024, 6, 2)),
    ],
    ids=["ended", "may have ended"],
)
def test_who_saw_to_it_for_the_service_never_did_it(end: str, others: list[str], lost: str, since: date) -> None:
    red = f"who: Red Brigade, {MARKS}, from: 2020-01-01"
    saw = [f"who: Cor, {SEES}, from: 2020-01-01, until: {other}" for other in others]
    sees = f"who: Bert, {SEES}, from: 2020-01-01"
    helped = f"who: Anna, on behalf of: Red Brigade, {MARKS}, from: YEAR-01-01, until: {end}"
    assert marked(service(red, helped.replace("YEAR", "2020"), sees, *saw)) == (lost, since, {"Anna: marking"})
    assert marked(service(red, helped.replace("YEAR", "2022"), sees)) == ("Held", None, set()), (
        "it did that itself before"
    )


def test_it_is_unable_since_the_last_of_those_that_did_it_for_it_ended() -> None:
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: 2021-12-31",
        f"who: Bert, {HELPS}, when: all year, from: 2021-06-01, until: 2024-05-31",
    )
    assert set(inspected(seen).values()) == {("Gap NoCapacity", date(2024, 6, 1))}


def test_and_in_doubt_since_the_last_of_them_may_have_ended() -> None:
    hired = HIRED.format(more="", last="2024-06-05", reason="unknown")
    seen = service(RED, f"who: Bert, {HELPS}, when: all year, from: 2021-06-01, until: 2024-06", more=hired)
    assert set(inspected(seen).values()) == {("Undetermined", date(2024, 6, 6))}


def test_that_who_saw_to_it_for_the_service_may_have_ended_later_tells_nothing() -> None:
    deal = """
        agreements: [{name: pact, kind: service contract, between: [Cor, Board], by: Cor, what: greasing, from: 2020-01-01}]
        events:
          - {date: 2024-03-01, who: Cor, what: gave notice, agreement: pact, last day: 2024-06-10}
    """
    saw = f"who: Cor, {SEES}, agreement: pact, from: 2020-01-01"
    red = f"who: Red Brigade, {MARKS}, from: 2020-01-01"
    helped = f"who: Anna, on behalf of: Red Brigade, {MARKS}, from: 2020-01-01, until: 2024-06"
    assert marked(service(red, helped, saw, more=deal)) == ("Undetermined", date(2024, 6, 2), {"Anna: marking"})


@ENDS
def test_nor_who_was_only_stood_in_for(end: str, lost: str, since: date) -> None:
    cover = f"""
        agreements: [{{kind: cover, between: [Kees, Board], on behalf of: Red Brigade, what: inspection, when: all year, from: 2020-01-01, until: {end}}}]
    """
    assert inspected(service(RED, more=cover)) == lost_in(lost=lost, since=since)


@ENDS
def test_who_did_it_itself_before_it_had_help_here_is_not_unable(end: str, lost: str, since: date) -> None:
    others = [
        f"who: Bert, {HELPS}, when: summer, from: 2020-01-01",
        f"who: Bert, {HELPS}, when: all year, from: 2020-01-01, for: Low Street",
        "who: Cor, on behalf of: Red Brigade, what: marking, kind: performance, when: all year, from: 2020-01-01",
        "who: Cor, on behalf of: Red Brigade, what: inspection, kind: organisation, from: 2020-01-01",
        "who: Kees, what: marking, kind: performance, from: 2023-01-01",
    ]
    seen = service(RED, f"who: Anna, {HELPS}, when: all year, from: 2022-01-01, until: {end}", *others)
    assert inspected(seen) == lost_in(lost=lost, since=since)


@ENDS
def test_the_service_that_lost_it_takes_nobody_else_along(end: str, lost: str, since: date) -> None:
    seen = service(
        RED,
        f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: {end}",
        "who: Kees, what: inspection, kind: performance, when: all year, from: 2021-01-01",
    )
    assert {seen.name(one) for cell in seen.cells("inspection") for one in cell.holders} == {"Kees"}


@ENDS
def test_a_service_that_has_ended_itself_is_former_and_no_more(end: str, lost: str, since: date) -> None:
    seen = service(f"{RED}, until: 2024-05-31", f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: {end}")
    own = {
        one.standing: one.shortfalls
        for c in seen.cells("inspection")
        for one in c.candidates
        if seen.name(one.party) == "Red Brigade"
    }
    assert {standing: {short.cause for short in why} for standing, why in own.items()} == {"Former": {"Ended"}}


@pytest.mark.parametrize(
    ("more", "last", "reason", "found"),
    [
        ("", "2024-04-30", "unknown", ("Undetermined", date(2024, 5, 1))),
        ("", "2024-07-31", "unknown", ("Held", None)),
        ("", "2024-04-30", "no", ("Held", None)),
        (", until: 2024-06", "2024-04-30", "no", ("Undetermined", date(2024, 6, 2))),
        (", until: 2024-06", "2024-06-05", "no", ("Undetermined", date(2024, 6, 2))),
        (", until: 2024-06", "2024-04-30", "unknown", ("Undetermined", date(2024, 5, 1))),
        (", exists: unknown", "2024-07-31", "no", ("Held", None)),
    ],
    ids=[
        "may have worked",
        "not yet",
        "did nothing",
        "did nothing, but it may have ended",
        "did nothing after it may have ended",
        "one of both",
        "may never have been",
    ],
)
def test_notice_that_may_have_worked_puts_a_service_in_doubt(
    more: str, last: str, reason: str, found: tuple[str, date | None]
) -> None:
    seen = service(RED, more=HIRED.format(more=more, last=last, reason=reason))
    assert set(inspected(seen).values()) == {found}


@pytest.mark.parametrize("of", ["engagement", "agreement", "party"])
@pytest.mark.parametrize("end", ["", ", until: 2024-05-31"])
def test_a_stand_in_is_one_whoever_says_so(of: str, end: str) -> None:
    stands = "stands in for: Jans"
    party = f"{{is: fitter, {stands}}}" if of == "party" else "fitter"
    line = f"what: inspection, from: 2020-01-01{end}" + ("" if of == "party" else f", {stands}")
    added = (
        f"agreements: [{{kind: handshake, between: [Kees, Board], {line}}}]"
        if of == "agreement"
        else f"engagements: [{{who: Kees, kind: performance, {line}}}]"
    )
    text = f"parties: {{Jans: fitter, Kees: {party}, Board: water board}}\n{added}\n"
    own = "{who: Jans, what: inspection, kind: performance, from: 2020-01-01}"
    alone = village(text, needs="{what: inspection}")
    both = village(
        text.replace("engagements: [", f"engagements: [{own}, ")
        if "engagements" in text
        else f"{text}engagements: [{own}]\n",
        needs="{what: inspection}",
    )
    assert both.holders("inspection") == {"Jans"}, (
        "it takes nothing from whom it stands in for, and does not hold it beside"
    )
    assert [finding.kind for finding in alone.findings("Precarious")] == ([] if end else ["Precarious"])


def test_who_always_stands_in_for_one_is_no_stand_in_in_its_own_name() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: {is: fitter, stands in for: Jans}}
        engagements: [{who: Kees, what: inspection, kind: performance, in own name: yes, from: 2020-01-01}]
        """,
        needs="{what: inspection}",
    )
    assert (seen.holders("inspection"), seen.findings("Precarious")) == ({"Kees"}, [])


def test_nor_when_it_does_it_for_another() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Board: water board, Kees: {is: fitter, stands in for: Jans}}
        engagements: [{who: Kees, what: inspection, kind: performance, on behalf of: Board, from: 2020-01-01}]
        """,
        needs="{what: inspection}",
    )
    assert (seen.holders("inspection"), seen.findings("Precarious")) == ({"Kees"}, [])


def test_who_lost_whom_it_has_do_it_must_still_see_to_it_unless_it_cannot_itself() -> None:
    def musts(more: str) -> set[str]:
        seen = service(RED, f"who: Anna, {HELPS}, when: all year, from: 2020-01-01, until: 2024-05-31", more=more)
        acts = [act for finding in seen.findings("NoCapacity") for act in finding.acts if act.modality == "Must"]
        return {seen.name(act.party) for act in acts}

    assert "Red Brigade" in musts("")
    assert "Red Brigade" not in musts("        party states: [{who: Red Brigade, is: bankrupt, from: 2024-06-01}]")

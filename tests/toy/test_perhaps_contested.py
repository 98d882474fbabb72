"""What is said on a vague day or no more, who falls short of what it perhaps holds, and contests that are only possible."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal, Triple
from tests.toy.asked import asked
from tests.toy.seen import Seen, read, see, village
from tests.toy.street import place
from tests.toy.told import in_kind

from hiaat.knowledge.terms import h

CREW = "parties: {Jans: fitter, Kees: fitter, Board: water board}\n"
HOLDS = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]\n"
INSPECTION = place(ground="green", needs="{what: inspection}") + CREW
MARSH = place(ground="marsh", needs="{what: ferry}") + "parties: {Red: fire brigade, Jans: fitter}\n"
DENIES = "claims: [{{who: {who}, says: is not my task, about: {what}, date: {day}}}]\n"

DAYS = pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2024-06-15", (date(2024, 6, 15), "surely")),
        ("2024-05", (date(2024, 5, 31), "surely")),
        ("2024-06", (date(2024, 6, 1), "possibly")),
        ("2024-06-16", None),
        ("2024-07", None),
    ],
)


def until(text: str, *, surely: str, perhaps: str) -> Seen:
    """What is seen when the claims stood until a day; that of each claim may be vague."""
    scenario = read(text)
    claims = {t.subject for t in scenario.triples if t.object == h("Claim")}
    days = {h("untilDay"): surely, h("latestDay"): perhaps}

    def ended(triple: Triple) -> Triple:
        if triple.subject not in claims or triple.predicate not in days:
            return triple
        day = date.fromisoformat(days[triple.predicate])
        return Triple(triple.subject, triple.predicate, Literal(day.toordinal()))

    return see(replace(scenario, triples=tuple(map(ended, scenario.triples))))


def said(seen: Seen, kind: str = "Contested") -> set[tuple[date | None, str]]:
    """Since when, and how surely."""
    return {(None if f.since is None else date.fromordinal(f.since), f.certainty) for f in seen.findings(kind)}


def claimed(seen: Seen) -> set[str]:
    """On whom another says that inspection lies."""
    return {who for who, how, _ in seen.candidates("inspection") if how == "Claimed"}


# -- Said on a day of which only the month is known, or no longer said


@DAYS
def test_who_denies_what_it_took_on_contests_it_from_the_day_it_may_have_said_so(
    day: str, told: tuple[date, str] | None
) -> None:
    seen = village(INSPECTION + HOLDS + DENIES.format(who="Jans", what="inspection", day=day))
    assert said(seen) == ({told} if told else set())


@pytest.mark.parametrize(
    ("surely", "perhaps", "certainty"),
    [
        ("2024-06-15", "2024-06-15", "surely"),
        ("2024-06-14", "2024-06-15", "possibly"),
        ("2024-06-14", "2024-06-14", None),
    ],
    ids=["says so", "perhaps still", "no more"],
)
def test_what_was_said_counts_until_it_is_taken_back(surely: str, perhaps: str, certainty: str | None) -> None:
    denied = DENIES.format(who="Jans", what="inspection", day="2024-01-01")
    ends = {"surely": surely, "perhaps": perhaps}
    assert said(until(INSPECTION + HOLDS + denied, **ends)) == ({(date(2024, 1, 1), certainty)} if certainty else set())

    vague = DENIES.format(who="Jans", what="inspection", day="2024-05")
    assert said(until(INSPECTION + HOLDS + vague, **ends)) == ({(date(2024, 5, 31), certainty)} if certainty else set())

    duty = until(MARSH + DENIES.format(who="Red", what="ferry", day="2024-01-01"), **ends)
    verdicts = {"surely": "Gap Contested", "possibly": "Undetermined", None: "Held"}
    assert duty.verdict("ferry") == verdicts[certainty]

    anothers = "claims: [{who: Kees, says: is the task of Jans, about: inspection, date: 2024-01-01}]\n"
    assert claimed(until(INSPECTION + anothers, **ends)) == ({"Jans"} if certainty else set())

    ring = anothers + "  - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-02-01}\n"
    ring = ring.replace("claims: [", "claims:\n  - ").replace("}]", "}")
    seen = until(INSPECTION + ring, **ends)
    assert said(seen, "CircularReferral") == ({(date(2024, 2, 1), certainty)} if certainty else set())


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2024-06-15", "Gap Contested"), ("2024-06", "Undetermined"), ("2024-06-16", "Held")],
)
def test_who_perhaps_denies_a_duty_perhaps_has_it(day: str, verdict: str) -> None:
    assert village(MARSH + DENIES.format(who="Red", what="ferry", day=day)).verdict("ferry") == verdict


@pytest.mark.parametrize(
    ("day", "listed"), [("2024-06-15", True), ("2024-06", True), ("2024-06-16", False), ("2024-07", False)]
)
def test_on_whom_another_perhaps_laid_it_comes_into_view(day: str, listed: bool) -> None:
    seen = village(INSPECTION + f"claims: [{{who: Kees, says: is the task of Jans, about: inspection, date: {day}}}]\n")
    assert claimed(seen) == ({"Jans"} if listed else set())


@DAYS
def test_who_perhaps_points_back_makes_a_circle_perhaps(day: str, told: tuple[date, str] | None) -> None:
    seen = village(
        INSPECTION
        + "claims:\n  - {who: Kees, says: is the task of Jans, about: inspection, date: 2024-01-01}\n"
        + f"  - {{who: Jans, says: is the task of Kees, about: inspection, date: {day}}}\n"
    )
    assert said(seen, "CircularReferral") == ({told} if told else set())


def test_what_was_perhaps_laid_on_a_party_is_perhaps_contested() -> None:
    seen = village(
        INSPECTION
        + "claims:\n  - {who: Kees, says: is the task of Jans, about: inspection, date: 2024-06}\n"
        + "  - {who: Jans, says: is not my task, about: inspection, date: 2024-01-01}\n"
    )
    assert seen.verdict("inspection") == "Gap Vacuum"


# -- Contested, where the duty only possibly reaches

BACK = """
events: [{date: 2024-05-01, who: Red, what: left}]
engagements:
  - {who: Red, what: key keeping, kind: performance, from: DAY}
  - {who: Jans, what: WHAT, kind: performance, when: WHEN, from: 2020-01-01}
"""


@pytest.mark.parametrize(
    ("day", "certainty"), [("2024-05-15", {"surely"}), ("2024-06", {"possibly"}), ("2024-07-01", set())]
)
def test_who_denies_a_duty_that_only_perhaps_reaches_it_contests_it_perhaps(day: str, certainty: set[str]) -> None:
    claim = DENIES.format(who="Red", what="ferry", day="2024-01-01")
    seen = village(MARSH + BACK.replace("DAY", day).replace("WHAT", "ferry").replace("when: WHEN, ", "") + claim)
    assert seen.holders("ferry") == {"Jans"}
    assert {how for _, how in said(seen)} == certainty


@pytest.mark.parametrize(
    ("day", "beside", "certainty"),
    [
        ("2024-05-15", True, {"surely"}),
        ("2024-05-15", False, {"surely"}),
        ("2024-06", True, {"possibly"}),
        ("2024-06", False, set()),
        ("2024-07-01", True, set()),
    ],
)
def test_so_it_is_where_greater_force_would_settle_it_beside_a_holder(
    day: str, beside: bool, certainty: set[str]
) -> None:
    square = place(ground="square", needs="{what: bell, when: winter}") + "parties: {Red: fire brigade, Jans: fitter}\n"
    told = BACK.replace("DAY", day).replace("WHAT", "bell").replace("WHEN", "winter")
    others = "\n".join(line for line in told.splitlines() if beside or "Jans" not in line) + "\n"
    seen = village(square + others)
    contests = {f.certainty for f in seen.findings("Contested") if f.responsibility == "Performance"}
    assert contests == certainty


@pytest.mark.parametrize(
    ("until", "certainty"), [("", "surely"), (", until: 2024-06", "possibly"), (", until: 2024-06-14", None)]
)
def test_who_perhaps_holds_what_it_denies_contests_it_perhaps_beside_a_holder(
    until: str, certainty: str | None
) -> None:
    denies = DENIES.format(who="Jans", what="inspection", day="2024-01-01")
    holds = HOLDS.replace("from: 2020-01-01", f"from: 2020-01-01{until}")
    beside = holds.replace("[{", "[{who: Kees, what: inspection, kind: performance, from: 2020-01-01}, {")
    assert said(village(INSPECTION + beside + denies)) == ({(date(2024, 1, 1), certainty)} if certainty else set())
    alone = {(date(2024, 1, 1), certainty)} if certainty == "surely" else set[tuple[date, str]]()
    assert said(village(INSPECTION + holds + denies)) == alone, "what nobody surely holds is not settled"


def test_whether_it_denies_it_yet_is_asked() -> None:
    seen = village(MARSH + DENIES.format(who="Red", what="ferry", day="2024-06"))
    assert asked(seen, "ferry") == [("BeginUncertain", "Red: is not my task: ferry", frozenset({"Red"}))]


# -- Who falls short of what it holds, or perhaps does, in whatever kind

SHORT = "conduct: [{who: Jans, what: inspection, how: falls short, from: 2024-01-01}]\n"


@pytest.mark.parametrize("kind", ["organisation", "procurement", "funding", "supervision"])
@pytest.mark.parametrize(("who", "breach"), [("Jans", True), ("Kees", False)])
def test_who_falls_short_of_all_it_must_do_falls_short_of_that_too(kind: str, who: str, breach: bool) -> None:
    named = {"supervision": "Oversight"}.get(kind, kind.capitalize())
    took = f"engagements: [{{who: {who}, what: painting, kind: {kind}, from: 2020-01-01}}]\n"
    text = place(ground="green", needs="{what: painting}") + CREW + took + SHORT.replace("inspection", "painting")
    seen = in_kind(text, painting=named)
    assert {f.responsibility for f in seen.findings("Breach")} == ({named} if breach else set())


@pytest.mark.parametrize(
    ("until", "certainty"), [("", "surely"), (", until: 2024-06", "possibly"), (", until: 2024-06-14", None)]
)
def test_who_perhaps_holds_it_perhaps_falls_short(until: str, certainty: str | None) -> None:
    seen = village(INSPECTION + HOLDS.replace("from: 2020-01-01", f"from: 2020-01-01{until}") + SHORT)
    assert said(seen, "Breach") == ({(date(2024, 1, 1), certainty)} if certainty else set())


@pytest.mark.parametrize(
    ("how", "other", "certainty"),
    [
        (", stands in for: Board", False, {"possibly"}),
        (", stands in for: Board", True, set[str]()),
        ("", True, {"possibly"}),
    ],
    ids=["stands in", "stands in beside another", "as the other does"],
)
def test_but_not_who_only_perhaps_stands_in_while_another_does_it(how: str, other: bool, certainty: set[str]) -> None:
    does = "what: inspection, kind: performance, from: 2024-01-01"
    lines = f"  - {{who: Jans, {does}, until: 2024-06{how}}}\n" + f"  - {{who: Kees, {does}}}\n" * other
    seen = village(INSPECTION + "engagements:\n" + lines + SHORT)
    assert {f.certainty for f in seen.findings("Breach")} == certainty


@pytest.mark.parametrize(
    ("since_when", "certainty"), [("2024-07-01", {"surely"}), ("2024-06", {"possibly"}), ("2024-06-01", set())]
)
def test_who_perhaps_has_a_duty_perhaps_does_not_fulfil_it(since_when: str, certainty: set[str]) -> None:
    seen = village(
        place(ground="green", needs="{what: key keeping}")
        + "parties: {Shops: shop association}\n"
        + f"party states: [{{who: Shops, is: bankrupt, from: {since_when}}}]\n"
        + "state of affairs: {key list is kept: no}\n"
    )
    assert {f.certainty for f in seen.findings("Breach")} == certainty

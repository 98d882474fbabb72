"""Who does it for another stops with that other: so what may stop there may stop here, unless somebody else carries it."""

from datetime import date

import pytest
from tests.toy.seen import Seen
from tests.toy.street import step, street

DEAL = "agreements: [{name: deal, kind: fen deal, between: [Jans, Board], what: inspection, from: 2020-01-01}]\n"
NOTICE = step("date: 2024-05-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31")
ENDS = step("date: 2024-05-01, who: Jans, what: ended, agreement: deal, last day: 2024-12-31")
UNSURE = DEAL.replace("fen deal", "service contract")  # a rule on its end asks what is not told
KEES = "who: Kees, on behalf of: Jans, from: 2020-01-01"
RED = "who: Red, on behalf of: Kees, from: 2020-01-01"
OWN = "who: Jans, from: 2020-01-01"
PERHAPS = "who: Jans, from: 2020-01-01, on condition of: key is there"


def engaged(*lines: str) -> str:
    """Engagements to perform inspection."""
    return "engagements:\n" + "".join(f"  - {{what: inspection, kind: performance, {line}}}\n" for line in lines)


def precarious(seen: Seen) -> set[tuple[str, str, date]]:
    """Kind, certainty and first day of what may stop."""
    findings = seen.findings("Precarious")
    return {(f.responsibility, f.certainty, date.fromordinal(f.since or 1)) for f in findings}


@pytest.mark.parametrize("told", [NOTICE, ENDS], ids=["notice", "end"])
@pytest.mark.parametrize("helpers", [(KEES,), (KEES, RED)], ids=["one", "two links"])
def test_an_end_that_was_told_is_one_of_all_who_do_it_for_that_party(helpers: tuple[str, ...], told: str) -> None:
    seen = street(DEAL + engaged(*helpers) + told)
    assert seen.verdict("inspection") == "Held"
    assert precarious(seen) == {("Performance", "surely", date(2024, 5, 1))}
    after = street(DEAL + engaged(*helpers) + told, as_of="2025-01-01")
    assert after.verdict("inspection") == "Gap Lapsed", "which is what the warning was for"


@pytest.mark.parametrize(
    "another",
    [
        "who: Kees, from: 2020-01-01",
        "who: Kees, on behalf of: Red, from: 2020-01-01}\n  - {what: inspection, kind: performance, who: Red, from: 2020-01-01",
        "who: Red, from: 2020-01-01",
        OWN,
    ],
    ids=["in its own name too", "for another too", "somebody else", "the party took it on again"],
)
def test_not_where_something_else_carries_it(another: str) -> None:
    assert not precarious(street(DEAL + engaged(KEES, another) + NOTICE))


def test_where_the_end_is_uncertain_so_is_the_warning() -> None:
    assert {certainty for _, certainty, _ in precarious(street(UNSURE + engaged(KEES) + NOTICE))} == {"possibly"}


@pytest.mark.parametrize("helpers", [(), (KEES,), (KEES, RED)], ids=["none", "one", "two links"])
def test_so_is_a_condition_that_is_not_met(helpers: tuple[str, ...]) -> None:
    seen = street(engaged(OWN, PERHAPS, *helpers) + "state of affairs: {key is there: {is: no, from: 2024-03-01}}\n")
    assert precarious(seen) == {("Performance", "surely", date(2024, 3, 1))}


@pytest.mark.parametrize("another", ["who: Kees, from: 2020-01-01", "who: Red, from: 2020-01-01"], ids=["own", "other"])
def test_but_not_where_somebody_else_carries_it(another: str) -> None:
    seen = street(engaged(OWN, PERHAPS, KEES, another) + "state of affairs: {key is there: no}\n")
    assert not precarious(seen)

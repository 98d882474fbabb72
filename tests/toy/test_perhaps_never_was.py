"""What perhaps never was ended only perhaps: it calls for a hand-over, stays with who held it, and lapsed, no surer than it was."""

import pytest
from tests.toy.asked import asked
from tests.toy.seen import Seen, village

PEOPLE = "parties: {Jans: fitter, Board: water board}\n"
DEAL = "agreements: [{{name: deal, kind: {kind}, between: [Jans, Board], what: repair, {days}}}]\n"
LEFT = "events: [{date: 2024-05-15, who: Jans, what: left}]\n"
NOTICE = "events: [{date: 2024-06-10, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31}]\n"
ENDED = "from: 2020-01-01, until: 2024-05-31"


def repaired(days: str, ground: str = "quay", kind: str = "handshake", more: str = "") -> Seen:
    street = f"streets: [{{name: Street, from: 2020-01-01, ground: {ground}, needs: {{what: repair}}}}]\n"
    return village(street + PEOPLE + DEAL.format(kind=kind, days=days) + more)


def certain(seen: Seen) -> set[bool]:
    """How surely a hand-over is called for."""
    return {cell.certain for cell in seen.cells("handover")}


@pytest.mark.parametrize(
    ("days", "more", "sure"),
    [
        (ENDED, "", True),
        (ENDED + ", exists: unknown", "", False),
        ("from: 2024-05-01", LEFT, True),
        ("from: 2024-05", LEFT, False),
        ("from: 2024-06-01", NOTICE, True),
        ("from: 2024-06", NOTICE, False),
    ],
    ids=["was", "perhaps was", "had begun", "had perhaps begun", "has begun", "has perhaps begun"],
)
def test_the_end_of_what_perhaps_never_was_calls_for_a_hand_over_perhaps(days: str, more: str, sure: bool) -> None:
    seen = repaired(days, more=more)
    assert certain(seen) == {sure}
    assert bool(asked(seen, "handover")) == (not sure)


@pytest.mark.parametrize(("ground", "sure"), [("quay", True), ("unknown", False)])
def test_so_does_that_of_what_is_brought_only_perhaps_there(ground: str, sure: bool) -> None:
    assert certain(repaired(ENDED, ground, "quay deal")) == {sure}


@pytest.mark.parametrize(
    ("exists", "ground", "verdict"),
    [
        ("yes", "dike", "Held"),
        ("unknown", "dike", "Undetermined"),
        ("yes", "green", "Gap Lapsed"),
        ("unknown", "green", "Gap Vacuum"),
    ],
)
def test_it_stays_with_who_perhaps_held_it_perhaps_and_lapsed_only_if_it_was(
    exists: str, ground: str, verdict: str
) -> None:
    days = ENDED + (", exists: unknown" if exists == "unknown" else "")
    assert repaired(days, ground).verdict("repair") == verdict


@pytest.mark.parametrize(
    ("who", "more"),
    [("Jans", ", on behalf of: Board"), ("The street", "")],
    ids=["for another", "nobody in particular"],
)
def test_but_not_that_of_who_did_it_for_another_or_names_nobody(who: str, more: str) -> None:
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: quay, needs: {what: repair}}]\n"
        + PEOPLE.replace("}", ", The street: the neighbours}")
        + DEAL.format(kind="handshake", days=ENDED + ", exists: unknown" + more).replace("[Jans", f"[{who}")
    )
    assert not seen.cells("handover")


SUSPENDED = "events: [{date: 2024-05-01, who: Board, what: suspended, agreement: deal, first day: 2024-05-01}]\n"


def test_nor_what_is_only_suspended() -> None:
    assert not repaired("from: 2020-01-01, exists: unknown", more=SUSPENDED).cells("handover")


@pytest.mark.parametrize(
    ("also", "certain_of"), [("", {False}), (ENDED.replace("2024-05-31", "2024-12-31"), set[bool]())]
)
def test_nor_of_who_goes_on_by_another(also: str, certain_of: set[bool]) -> None:
    more = f"engagements: [{{who: Jans, what: repair, kind: performance, {also}}}]\n" if also else ""
    assert certain(repaired(ENDED + ", exists: unknown", more=more)) == certain_of

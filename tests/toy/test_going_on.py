"""What calls for a hand-over, how surely: who goes on all the same, is only suspended, or may have ended."""

from datetime import date

import pytest
from tests.toy.asked import asked, fact
from tests.toy.seen import Seen, village

DIKE = "streets:\n  - {name: Dike, from: 2020-01-01, ground: dike, needs: {what: repair}}\n"
CREW = "parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Board: water board, Red Brigade: fire brigade}\n"


def on_dike(text: str, as_of: str = "2024-06-15") -> Seen:
    """A street that must be repaired, where who stops repairing goes on until there is a successor."""
    return village(DIKE + CREW + text, as_of=as_of)


def repairs(*days: str, who: str = "Jans") -> str:
    """Engagements of one party to repair."""
    lines = [f"  - {{who: {who}, what: repair, kind: performance, {one}}}\n" for one in days]
    return "engagements:\n" + "".join(lines)


def handed_over(seen: Seen) -> bool:
    """Whether the hand-over is called for."""
    return any(cell.triggered_by for cell in seen.cells("handover"))


@pytest.mark.parametrize(
    ("second", "called"),
    [
        ("from: 2024-06-01", False),
        ("from: 2021-01-01", False),
        ("from: 2021-01-01, when: winter", True),
        ("from: 2021-01-01, until: 2024-06-10", True),
        ("from: 2021-01-01, on behalf of: Kees", True),
    ],
    ids=["a new one", "another", "too narrow", "over too", "for another"],
)
def test_who_drops_one_of_two_and_goes_on_by_the_other_hands_nothing_over(second: str, called: bool) -> None:
    seen = on_dike(
        repairs(
            "from: 2020-01-01, until: 2024-05-31, when: all year",
            second + ("" if "when" in second else ", when: all year"),
        )
    )
    assert handed_over(seen) == called


def test_another_that_goes_on_is_no_going_on() -> None:
    text = repairs("from: 2020-01-01, until: 2024-05-31") + repairs("from: 2020-01-01", who="Kees").partition("\n")[2]
    assert handed_over(on_dike(text))


@pytest.mark.parametrize(
    "other", ["what: repair, kind: organisation", "what: inspection, kind: performance"], ids=["kind", "function"]
)
def test_nor_is_going_on_in_another_sense_or_with_something_else(other: str) -> None:
    text = repairs("from: 2020-01-01, until: 2024-05-31") + f"  - {{who: Jans, {other}, from: 2020-01-01}}\n"
    assert handed_over(on_dike(text))


def test_nor_in_another_street() -> None:
    seen = village(
        DIKE
        + "  - {name: Bank, from: 2020-01-01, ground: dike, needs: {what: repair}}\n"
        + CREW
        + repairs("for: Dike, from: 2020-01-01, until: 2024-05-31", "for: Bank, from: 2020-01-01")
    )
    assert {seen.name(cell.situation) for cell in seen.cells("handover")} == {"Dike"}


def test_nor_is_one_of_which_notice_was_given_too() -> None:
    deal = "  - {{name: {}, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}\n"
    text = "agreements:\n" + deal.format("one") + deal.format("two") + "events:\n"
    step = "  - {{date: 2024-06-01, who: Jans, what: gave notice, agreement: {}, last day: 2024-12-31}}\n"
    said = "state of affairs: {good reason: yes}\n"
    assert not handed_over(on_dike(text + step.format("one") + said))
    assert handed_over(on_dike(text + step.format("one") + step.format("two") + said))


def test_nor_does_a_notice_that_may_not_work_while_it_goes_on_by_another_call_for_it_even_perhaps() -> None:
    deal = "  - {{name: {}, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}\n"
    step = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: one, last day: 2024-05-31}]\n"
    assert not handed_over(on_dike("agreements:\n" + deal.format("one") + deal.format("two") + step))


@pytest.mark.parametrize("of", ["Jans", "Kees"])
def test_a_suspension_that_is_over_ended_nothing_nor_does_anothers_undo_an_end(of: str) -> None:
    deal = f"agreements: [{{name: deal, kind: team deal, between: [{of}, Board], what: repair, from: 2020-01-01}}]\n"
    step = "events: [{date: 2024-01-20, who: Board, what: suspended, agreement: deal, first day: 2024-02-01, last day: 2024-03-31}]\n"
    assert not handed_over(on_dike(deal + step))
    assert handed_over(on_dike(deal + step + repairs("from: 2020-01-01, until: 2024-05-31", who="Dirk"))) is True


def test_who_is_suspended_has_not_ended_it_so_nothing_stays_and_nothing_is_handed_over() -> None:
    deal = (
        "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]\n"
    )
    step = "events: [{date: 2024-05-20, who: Board, what: suspended, agreement: deal, first day: 2024-06-01}]\n"
    seen = on_dike(deal + step)
    assert (seen.verdict("repair"), seen.since("repair")) == ("Gap Lapsed", date(2024, 6, 1))
    assert not handed_over(seen)


def test_nor_is_it_where_the_notice_that_ends_it_came_only_after_the_suspension() -> None:
    seen = on_dike(
        """
agreements: [{name: deal, kind: team deal, between: [Jans, Board], what: repair, from: 2020-01-01}]
events:
  - {date: 2024-01-20, who: Board, what: suspended, agreement: deal, first day: 2024-02-01, last day: 2024-02-29}
  - {date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31}
"""
    )
    assert seen.since("handover") == date(2024, 4, 1)


# -- What may have ended calls for what follows, perhaps


@pytest.mark.parametrize("as_of", ["2024-05-20", "2024-06-15"], ids=["in the term of notice", "after it"])
@pytest.mark.parametrize(
    ("reason", "certain"), [("yes", {True}), ("unknown", {False}), ("no", set[bool]())], ids=["works", "may", "in vain"]
)
def test_a_notice_calls_for_a_hand_over_as_surely_as_it_works(reason: str, certain: set[bool], as_of: str) -> None:
    seen = on_dike(
        f"""
agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}]
events: [{{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}}]
state of affairs: {{good reason: {reason}}}
""",
        as_of,
    )
    assert {cell.certain for cell in seen.cells("handover") if cell.triggered_by} == certain


def test_so_does_an_end_on_a_day_that_is_not_known() -> None:
    seen = on_dike(repairs("from: 2020-01-01, until: 2024-06"))
    assert {cell.certain for cell in seen.cells("handover")} == {False}
    assert seen.verdict("handover") == "Undetermined"
    assert asked(seen, "handover") == [fact("EndUncertain", "Jans: repair", "Jans")]

"""Contests that something settles: which cell of whom they touch, where and when, and which they leave alone."""

from datetime import date

import pytest
from tests.toy.seen import village
from tests.toy.street import street
from tests.toy.told import found, in_kind, one, parties

BRIGADE = "parties: {Red Brigade: fire brigade, Jans: fitter}\n"
STREETS = """
streets:
  - {name: Square, from: 2020-01-01, ground: square, needs: NEEDS}
  - {name: Green, from: 2020-01-01, ground: green, needs: NEEDS}
"""


def streets(needs: str) -> str:
    return STREETS.replace("NEEDS", needs)


def test_an_exclusion_contests_only_what_it_denies() -> None:
    seen = village(BRIGADE + streets("[{what: bell, when: all year}, {what: gong, when: all year}]"))
    assert found(seen, "Contested") == {("Square", "bell", "Performance")}, (
        "not elsewhere, nor in another kind or function"
    )
    finding = one(seen, "Contested", "bell")
    assert {seen.name(window) for window in finding.windows} == {"winter"}
    assert parties(seen, finding) == {"Red Brigade"}


DRUM = BRIGADE + "streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: drum}}]\n"
TOOK = "engagements: [{who: WHO, what: drum, kind: performance, from: 2021-01-01UNTIL}]\n"


@pytest.mark.parametrize(
    ("engaged", "contested"),
    [
        ("", True),
        (TOOK.replace("WHO", "Red Brigade").replace("UNTIL", ""), False),
        (TOOK.replace("WHO", "Red Brigade").replace("UNTIL", ", until: 2024-05-31"), True),
        (TOOK.replace("WHO", "Jans").replace("UNTIL", ""), True),
    ],
)
def test_beside_a_liberty_it_denies_nothing_to_who_took_it_on_itself_and_still_does(
    engaged: str, contested: bool
) -> None:
    seen = village(DRUM + engaged)
    assert "Red Brigade" in seen.holders("drum")
    assert bool(found(seen, "Contested")) == contested


def test_an_exclusion_that_is_lifted_contests_nothing_whatever_its_force() -> None:
    seen = village(BRIGADE + streets("[{what: horn}, {what: flute}]"))
    verdicts = {
        (seen.name(cell.situation), seen.name(cell.function)): cell.verdict
        for cell in seen.judgement.cells
        if cell.kind == "Performance"
    }
    assert verdicts == {
        ("Square", "horn"): "Held",
        ("Square", "flute"): "Held",
        ("Green", "horn"): "Gap",
        ("Green", "flute"): "Held",
    }
    assert found(seen, "Contested") == {("Green", "horn", "Performance"), ("Green", "flute", "Performance")}, (
        "answering for it is shown with doing it"
    )


def test_one_that_is_perhaps_lifted_contests_perhaps() -> None:
    text = BRIGADE + "streets: [{name: Green, from: 2020-01-01GROUND, needs: {what: flute}}]\n"
    assert one(village(text.replace("GROUND", "")), "Contested", "flute").certainty == "possibly"
    assert one(village(text.replace("GROUND", ", ground: green")), "Contested", "flute").certainty == "surely"


def test_an_own_engagement_is_contested_by_no_weaker_word_of_the_own_voice() -> None:
    seen = village(
        BRIGADE + "engagements: [{who: Red Brigade, what: painting, kind: performance, from: 2020-01-01}]\n",
        needs="{what: painting}",
    )
    assert seen.holders("painting") == {"Red Brigade"}
    assert not seen.findings("Contested")


def test_nor_is_what_is_laid_on_several_together() -> None:
    seen = village(
        "parties: {Red Brigade: fire brigade, Board: water board}\n"
        "streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: parade}}]\n"
        "claims: [{who: Board, says: is not my task, about: parade, date: 2024-01-01}]\n"
    )
    assert seen.holders("parade", "Organisation") == {"Red Brigade", "Board"}
    assert seen.holders("parade", "Accountability") == {"Red Brigade", "Board"}
    assert not seen.findings("Contested")
    assert not seen.findings("MultipleLeads"), "one of them leads"


def test_a_settled_contest_begins_when_both_sides_spoke() -> None:
    text = """
        streets: [{name: High Street, from: 2015-06-01, ground: green, needs: {what: marking}}]
        parties: {Shops: shop association, Corner Shops: shop association}
        engagements: [{who: Corner Shops, what: marking, kind: organisation, from: 2016-01-01}]
        claims: [{who: Shops, says: is not my task, about: marking, date: DAY}]
    """
    for day, since in {"2017-01-01": date(2018, 1, 1), "2019-02-01": date(2019, 2, 1)}.items():
        seen = village(text.replace("DAY", day), as_of="2019-06-01")
        assert seen.holders("marking", "Organisation") == {"Corner Shops"}
        assert one(seen, "Contested", "marking", responsibility="Organisation").since == since.toordinal()


# -- What a holder says

TWO = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: [{what: flushing}, {what: water pressure}]}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: [{what: flushing}, {what: water pressure}]}
    parties: {Board: water board}
    engagements:
      - {who: Board, what: flushing, kind: performance, from: 2020-01-01, for: Low Street}
      - {who: Board, what: water pressure, kind: performance, from: 2020-01-01, for: High Street}
"""


def test_without_a_kind_it_speaks_of_doing_it_where_it_does_and_else_of_all_that_it_must() -> None:
    seen = village(TWO + "    claims: [{who: Board, says: is not my task, about: flushing, date: 2024-01-01}]\n")
    assert found(seen, "Contested") == {
        ("High Street", "flushing", "Organisation"),
        ("High Street", "flushing", "Procurement"),
        ("Low Street", "flushing", "Performance"),
    }


HOLDER = """
    parties: {Jans: fitter}
    engagements:
      - {who: Jans, what: inspection, kind: performance, from: 2021-01-01}
      - {who: Jans, what: inspection, kind: organisation, from: 2021-01-01}
      - {who: Jans, what: greasing, kind: performance, from: 2021-01-01}
    claims: [{who: Jans, says: SAYS, about: inspection, date: DAY}]
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: greasing}]}]
"""


@pytest.mark.parametrize(
    ("says", "kind", "contested"),
    [
        ("is not my task", "", {"Performance"}),
        ("is not my task", "Performance", {"Performance"}),
        ("is not my task", "Organisation", {"Organisation"}),
        ("is my task", "", set[str]()),
        ("only by agreement", "", set[str]()),
    ],
)
def test_only_a_denial_contests_and_only_in_the_kind_that_it_names(says: str, kind: str, contested: set[str]) -> None:
    board = "    parties: {Jans: fitter, Board: water board}\n"
    text = HOLDER.replace("SAYS", says).replace("DAY", "2024-01-01").replace("    parties: {Jans: fitter}\n", board)
    seen = in_kind(text, **({f"jans_{says.replace(' ', '_')}_inspection": kind} if kind else {}))
    assert "Jans" in seen.holders("inspection", "Organisation")
    assert found(seen, "Contested") == {("High Street", "inspection", one_kind) for one_kind in contested}


def test_a_denial_from_before_the_holding_contests_it_from_its_first_day() -> None:
    seen = village(HOLDER.replace("SAYS", "is not my task").replace("DAY", "2020-06-01"))
    assert one(seen, "Contested", "inspection").since == date(2021, 1, 1).toordinal()


def test_who_denies_only_that_it_answers_is_told_so() -> None:
    seen = in_kind(
        """
        streets:
          - {name: Quay, from: 2020-01-01, ground: quay, needs: [{what: marking, when: winter}, {what: greasing}]}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: marking}}
        parties: {Board: water board, Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: greasing, kind: performance, from: 2020-01-01, for: Quay}
          - {who: Kees, what: marking, kind: performance, from: 2020-01-01, for: Low Street}
        claims:
          - {who: Board, says: is not my task, about: marking, date: 2024-01-01}
          - {who: Jans, says: is not my task, about: greasing, date: 2024-01-01}
          - {who: Kees, says: is not my task, about: marking, date: 2024-01-01}
        """,
        board_is_not_my_task_marking="Accountability",
    )
    assert found(seen, "Contested") == {
        ("Quay", "marking", "Accountability"),
        ("Quay", "greasing", "Performance"),
        ("Low Street", "marking", "Performance"),
    }


def test_a_contest_over_what_only_an_end_calls_for_begins_with_that_end() -> None:
    text = (
        "engagements:\n"
        "  - {who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-05-31}\n"
        "  - {who: Kees, what: hand-over, kind: performance, from: 2020-01-01}\n"
        "claims: [{who: Kees, says: is not my task, about: hand-over, date: 2023-01-01}]\n"
    )
    contest = one(street(text, "{what: repair}"), "Contested", "handover")
    assert contest.since == date(2024, 6, 1).toordinal()

"""What an end or a gap calls for, who is assigned it, who may carry it unknown: here, in this function, in this sense."""

import pytest
from tests.toy.asked import asked, fact
from tests.toy.seen import Seen, read, see, village
from tests.toy.side import on, with_kinds
from tests.toy.street import street

TWO = """
streets:
  - {name: High Street, from: 2020-01-01, ground: green, needs: [{what: repair}, {what: marking}]}
  - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: repair}}
parties: {Jans: fitter, Kees: fitter, Board: water board}
engagements:
  - {who: Jans, what: repair, kind: performance, from: 2020-01-01, for: Low Street}
  - {who: Kees, what: repair, kind: performance, from: 2020-01-01HIGH, for: High Street}
"""


def called(high: str, function: str) -> set[str]:
    """The streets in which what happens in High Street calls for a function."""
    seen = village(TWO.replace("HIGH", high))
    assert on(seen, "Low Street").verdict("repair") == "Held"
    return {seen.name(cell.situation) for cell in seen.cells(function)}


@pytest.mark.parametrize("high", [", until: 2024-05-31", ", until: 2024-06", ", on condition of: key is there"])
def test_what_fails_in_one_street_calls_for_a_wagon_there_only(high: str) -> None:
    assert called(high, "tank_wagon") == {"High Street"}


def test_what_ends_in_one_street_calls_for_a_hand_over_there_only() -> None:
    assert called(", until: 2024-05-31", "handover") == {"High Street"}
    assert called("", "handover") == set()


def test_nor_does_what_may_have_ended_elsewhere_or_something_else_that_may_have_ended_there() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: repair}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
        parties: {Jans: fitter, Board: water board}
        agreements:
          - {name: repairs, kind: service contract, between: [Jans, Board], what: repair, for: High Street, from: 2020-01-01}
          - {name: rounds, kind: service contract, between: [Jans, Board], what: inspection, for: Low Street, from: 2020-01-01}
        events:
          - {date: 2024-04-01, who: Jans, what: gave notice, agreement: repairs, last day: 2024-05-31}
          - {date: 2024-04-02, who: Jans, what: gave notice, agreement: rounds, last day: 2024-05-31}
        """
    )
    assert {seen.name(cell.situation) for cell in seen.cells("handover")} == {"High Street"}


DONE = """
streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: repair}}]
parties: {Jans: fitter, Shops: shop association}
engagements:
  - {who: Jans, what: repair, kind: performance, from: 2020-01-01}
"""
ARRANGED = "  - {who: Shops, what: repair, kind: organisation, from: 2020-01-01, on condition of: key is there}\n"


@pytest.mark.parametrize(("more", "verdict"), [("", "Gap Vacuum"), (ARRANGED, "Undetermined")])
def test_that_nobody_sees_to_it_calls_for_no_wagon_while_somebody_does_it(more: str, verdict: str) -> None:
    seen = see(with_kinds(DONE + more, "Need", "Performance", "Organisation"))
    assert (seen.verdict("repair"), seen.verdict("repair", "Organisation")) == ("Held", verdict)
    assert not seen.cells("tank_wagon")


def test_what_nobody_called_for_itself_calls_for_nothing() -> None:
    """On the hill the end of an inspection calls for greasing; greasing that may fail calls for a wagon only then."""
    text = """
        streets: [{name: Hill, from: 2020-01-01, ground: hill, needs: {what: marking}}]
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: greasing, kind: performance, from: 2020-01-01, on condition of: key is there}]
    """
    seen = village(text)
    assert not seen.cells("greasing")
    assert not seen.cells("tank_wagon")


def test_what_is_needed_counts_though_nothing_called_for_it() -> None:
    assert village("parties: {Jans: fitter}\n", needs="{what: hand-over}").verdict("handover") == "Gap Vacuum"


UNMET = """
engagements: [{who: Jans, what: bailing, kind: performance, from: 2020-01-01, on condition of: key is there}]
state of affairs: {key is there: no}
"""


def test_who_is_to_answer_anyhow_is_missed_though_a_lack_elsewhere_would_ask_for_it_too() -> None:
    """Where nobody weeds, somebody answers for bailing; but here bailing is needed, and nobody lacks weeding."""
    seen = street(UNMET, needs="{what: bailing}", ground="fen")
    assert seen.verdict("bailing", "Accountability") == "Gap ConditionUnmet"


def test_what_a_lack_elsewhere_would_surely_ask_for_is_no_surer_needed_before_that() -> None:
    seen = street(UNMET, needs="{what: bailing, from: 2024-06}", ground="fen")
    assert seen.verdict("bailing", "Accountability") == "Undetermined"
    assert asked(seen, "bailing") == [fact("BeginUncertain", "bailing", "Street")]


# -- Who may carry it, unknown


def test_a_duty_on_an_unknown_party_says_nothing_where_it_does_not_apply_or_the_party_is_known() -> None:
    text = """
        streets:
          - {name: Lane, from: 2020-01-01, ground: lane, needs: {what: thawing}}
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: thawing}}
          - {name: Low Lane, from: 2020-01-01, ground: lane, brigade: Red Brigade, needs: {what: thawing}}
        party states: [{who: Red Brigade, is: bankrupt, from: 2024-01-01}]
    """
    seen = see(with_kinds(text, "Need", "Performance", "Organisation"))
    assert on(seen, "Lane").verdict("thawing", "Organisation") == "Undetermined"
    assert on(seen, "High Street").verdict("thawing", "Organisation") == "Gap Vacuum"
    assert on(seen, "Low Lane").verdict("thawing", "Organisation") == "Gap NoCapacity"


def hill(more: str, ground: str, what: str) -> Seen:
    street = f"streets: [{{name: Hill, from: 2020-01-01, ground: {ground}, needs: {{what: {what}}}}}]\n"
    return see(with_kinds(street + more, "Need", "Performance", "Organisation"))


@pytest.mark.parametrize(("as_of", "verdict"), [("2024-06-15", "Gap NoCapacity"), ("2024-08-01", "Undetermined")])
def test_while_it_is_known_who_has_the_tie_nobody_unknown_may_carry_it(as_of: str, verdict: str) -> None:
    told = with_kinds(
        """
        streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: thawing}, brigade: [{who: Red Brigade, until: 2024-07-31}, unknown]}]
        party states: [{who: Red Brigade, is: bankrupt, from: 2024-01-01}]
        """,
        "Need",
        "Performance",
        "Organisation",
    )
    assert see(told, as_of).verdict("thawing", "Organisation") == verdict


def test_a_duty_so_wide_that_it_makes_no_cell_may_carry_one_unless_it_lies_on_all_together() -> None:
    assert hill("", "moor", "inspection").verdict("inspection", "Organisation") == "Undetermined"
    assert hill("", "hill", "inspection").verdict("inspection", "Organisation") == "Gap Vacuum"
    assert not village("streets: [{name: Moor, from: 2020-01-01, ground: moor, needs: {what: inspection}}]\n").cells(
        "inspection", "Organisation"
    )


@pytest.mark.parametrize(("ground", "tie"), [("moor", True), ("hill", False)])
def test_and_only_where_it_may_is_it_asked_who_that_is(ground: str, tie: bool) -> None:
    seen = hill(
        "parties: {Shops: shop association}\nengagements: [{who: Shops, what: inspection, kind: organisation, from: 2020-01-01, on condition of: key is there}]\n",
        ground,
        "inspection",
    )
    assert seen.verdict("inspection", "Organisation") == "Undetermined"
    assert ("TieUnknown" in {sort for sort, _, _ in asked(seen, "inspection", "Organisation")}) is tie


def test_so_it_does_where_the_party_is_known() -> None:
    text = "streets: [{name: Moor, from: 2020-01-01, ground: moor, needs: {what: inspection}, brigade: Red Brigade}]\n"
    seen = see(with_kinds(text, "Need", "Performance", "Organisation"))
    assert seen.holders("inspection", "Organisation") == {"Red Brigade"}


# -- Who is assigned it


def test_who_answers_for_it_is_assigned_doing_it_there_only_where_engagements_are_not_known() -> None:
    seen = village(
        """
        in full: [parties, agreements]
        streets:
          - {name: Quay, from: 2020-01-01, ground: quay, needs: {what: marking, when: winter}}
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: marking, when: winter}}
        parties: {Board: water board}
        """
    )
    quay, street = on(seen, "Quay"), on(seen, "High Street")
    assert quay.holders("marking", "Accountability", "winter") == {"Board"}
    assert (quay.verdict("marking", window="winter"), quay.holders("marking", window="winter")) == (
        "Assigned",
        {"Board"},
    )
    assert (street.verdict("marking", window="winter"), street.holders("marking", window="winter")) == (
        "Undetermined",
        set(),
    )


# -- What waits for what


CHAIN = """
parties: {Jans: fitter, Kees: fitter, Dirk: fitter}
engagements:
  - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: marking}}
  - {who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: {what: repair}}
  - {who: Dirk, what: repair, kind: performance, from: 2020-01-01}
party states: [{who: Kees, is: ill, from: FROM}]
"""


@pytest.mark.parametrize(
    ("ill", "verdict"), [("2024-05-01", "Gap ConditionUnmet"), ("2024-06", "Undetermined"), ("2024-07-01", "Held")]
)
def test_who_cannot_do_it_carries_nothing_though_all_that_it_waits_for_is_there(ill: str, verdict: str) -> None:
    assert village(CHAIN.replace("FROM", ill), needs="{what: inspection}").verdict("inspection") == verdict


def test_what_ended_waits_for_nothing() -> None:
    seen = village(
        """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31, on condition of: {what: marking}}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert seen.candidates("inspection") == {("Jans", "Former", ("Ended",))}


def test_a_duty_waits_possibly_for_what_somebody_may_do() -> None:
    text = """
        in full: [agreements, engagements]
        streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: greasing, when: summer}}]
        parties: {Red Brigade: fire brigade}
        state of affairs: {key is there: no}
    """
    seen = see(read(text))
    assert ("Red Brigade", "Bound", ("ConditionUnmet?",)) in seen.candidates("greasing", window="summer")


@pytest.mark.parametrize("short", ["until: 2024-06, on condition of: {what: marking}", "until: 2024-06"])
def test_an_engagement_that_may_have_ended_leads_by_what_it_falls_short_in(short: str) -> None:
    ill = "" if "marking" in short else "    party states: [{who: Jans, is: ill, from: 2024-01-01}]\n"
    seen = village(
        "    parties: {Jans: fitter}\n"
        f"    engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, {short}}}]\n" + ill,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == ("Gap NoCapacity" if ill else "Gap ConditionUnmet")


def test_what_is_not_surely_unmet_does_not_lead() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: water pressure, kind: performance, from: 2020-01-01, on condition of: {what: marking}}
          - {who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: key is there}
        """,
        needs="{what: water pressure}",
    )
    assert ("Jans", "Bound", ("BeyondCompetence", "ConditionUnmet?")) in seen.candidates("pressure")
    assert seen.verdict("pressure") == "Gap BeyondCompetence"


@pytest.mark.parametrize(
    ("begins", "as_of", "since"),
    [("2024-05", "2024-06-15", "2024-05-31"), ("2024-06", "2024-06-15", "2024-06-01")],
)
def test_a_street_is_open_since_it_was_surely_there_else_since_it_may_be(begins: str, as_of: str, since: str) -> None:
    text = f"streets: [{{name: Quay, from: {begins}, ground: quay, needs: {{what: marking}}}}]\n"
    assert str(village(text, as_of=as_of).since("marking")) == since

"""What is asked for: windows, needs, what a rule leaves open, what only a gap or an ending calls for."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village


def street(
    ground: str, *, needs: str = "", more: str = "", parties: str = "{Jans: fitter, Board: water board}", **how: str
) -> Seen:
    asked = f", needs: {needs}" if needs else ""
    where = f", ground: {ground}" if ground else ""
    return village(
        f"streets: [{{name: High Street, from: 2020-01-01{where}{asked}}}]\nparties: {parties}\n{more}", **how
    )


def test_a_requirement_without_window_is_dropped_where_another_surely_names_one() -> None:
    assert street("quay").windows("inspection") == {"summer", "winter"}
    assert street("lane").windows("inspection") == {"AtSomeTime"}


def test_a_need_with_a_window_drops_it_too() -> None:
    assert street("lane", needs="{what: inspection, when: winter}").windows("inspection") == {"winter"}


def test_a_possible_requirement_drops_nothing() -> None:
    assert street("lane", needs="{what: marking}").windows("marking") == {"AtSomeTime", "winter"}


def test_windows_divide_performance_and_accountability_only() -> None:
    seen = street("quay")
    assert seen.windows("inspection", "Organisation") == {"AtSomeTime"}
    assert seen.windows("inspection", "Oversight") == {"AtSomeTime"}


def test_performing_without_a_window_is_at_some_time_only() -> None:
    engaged = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]\n"
    assert street("lane", more=engaged).verdict("inspection") == "Held"
    seen = street("quay", more=engaged)
    assert [seen.verdict("inspection", window=w) for w in ("summer", "winter")] == ["Gap Vacuum", "Gap Vacuum"]
    assert ("Jans", "NearMiss", ()) in seen.candidates("inspection", window="winter")


def test_any_window_is_at_some_time() -> None:
    engaged = "engagements: [{who: Jans, what: inspection, kind: performance, when: winter, from: 2020-01-01}]\n"
    assert street("lane", more=engaged).verdict("inspection") == "Held"
    seen = street("quay", more=engaged)
    assert [seen.verdict("inspection", window=w) for w in ("summer", "winter")] == ["Gap Vacuum", "Held"]


def test_a_broader_engagement_covers_a_narrower_need_and_never_the_reverse() -> None:
    broad = "engagements: [{who: Jans, what: upkeep, kind: performance, from: 2020-01-01}]\n"
    narrow = "engagements: [{who: Jans, what: greasing, kind: performance, from: 2020-01-01}]\n"
    assert street("green", needs="{what: repair}", more=broad).verdict("repair") == "Held"
    seen = street("green", needs="{what: repair}", more=narrow)
    assert seen.verdict("repair") == "Gap Vacuum"
    assert ("Jans", "NearMiss", ()) in seen.candidates("repair")


def test_a_situation_without_cells_is_not_in_order() -> None:
    seen = street("green")
    assert not seen.judgement.cells
    assert not seen.judgement.in_order
    assert seen.judgement.not_judged


# -- What is asked if ...

DARK = "state of affairs: {{street is dark: {}}}\n"


@pytest.mark.parametrize(("said", "verdict"), [("yes", "Gap Vacuum"), ("unknown", "Undetermined")])
def test_a_requirement_on_a_condition_is_as_sure_as_the_condition(said: str, verdict: str) -> None:
    seen = street("lane", more=DARK.format(said))
    assert seen.verdict("marking", window="winter") == verdict
    assert seen.verdict("marking", "Accountability", "winter") == verdict


def test_and_asks_nothing_if_it_is_not_met() -> None:
    assert not street("lane", more=DARK.format("no")).cells("marking")


def test_a_cell_on_a_possible_requirement_is_held_if_somebody_is_sound() -> None:
    engaged = "engagements: [{who: Jans, what: marking, kind: performance, when: winter, from: 2020-01-01}]\n"
    seen = street("lane", more=engaged)
    assert seen.verdict("marking", window="winter") == "Held"
    assert seen.verdict("marking", "Accountability", "winter") == "Held"


def test_a_need_settles_a_possible_requirement_in_its_windows_for_every_kind() -> None:
    seen = street("lane", needs="{what: marking, when: winter}")
    assert seen.verdict("marking", window="winter") == "Gap Vacuum"
    assert seen.verdict("marking", "Accountability", "winter") == "Gap Vacuum"


def test_a_need_in_another_window_does_not() -> None:
    seen = street("lane", needs="{what: marking, when: summer}")
    assert seen.verdict("marking", window="summer") == "Gap Vacuum"
    assert seen.verdict("marking", window="winter") == "Undetermined"


def test_since_of_a_settled_requirement_is_the_day_of_the_need() -> None:
    seen = street("lane", needs="{what: marking, when: winter, from: 2023-01-01}")
    assert seen.since("marking", window="winter") == date(2023, 1, 1)
    assert seen.since("marking", "Accountability", "winter") == date(2023, 1, 1)


def test_a_duty_on_what_is_only_possibly_asked_leaves_a_gap_undetermined() -> None:
    seen = street("lane", parties="{Shops: shop association}")
    assert seen.verdict("marking", "Organisation") == "Undetermined"


def test_where_the_lie_of_the_land_is_unknown_its_norms_apply_possibly_and_the_others_surely() -> None:
    seen = street("", needs="{what: repair}", parties="{Board: water board}")
    assert [seen.verdict("inspection", window=w) for w in ("summer", "winter")] == ["Undetermined", "Undetermined"]
    assert seen.verdict("repair", "Organisation") == "Held"


# -- Wide duties


def test_a_wide_duty_makes_no_cell() -> None:
    seen = street("lane", parties="{Jans: fitter}")
    assert not seen.cells("fire_water", "Organisation")
    assert not seen.cells("inspection", "Organisation")


def test_and_adds_candidates_to_the_narrower_cells_of_others() -> None:
    seen = street("lane")
    assert seen.holders("inspection", "Organisation") == {"Board"}
    assert "Jans" in {party for party, _, _ in seen.candidates("inspection", "Organisation")}


# -- When others fail

REPAIR = "engagements: [{{who: Jans, what: repair, kind: performance, from: 2020-01-01{}}}]\n"


def test_what_a_gap_calls_for_counts_once_there_is_a_gap() -> None:
    assert not street("green", needs="{what: repair}", more=REPAIR.format("")).cells("tank_wagon")
    seen = street("green", needs="{what: repair}", more=REPAIR.format(", until: 2024-05-31"))
    assert seen.verdict("tank_wagon") == "Gap Vacuum"
    assert seen.since("tank_wagon") == date(2024, 6, 1)


def test_an_undetermined_cell_calls_for_it_possibly() -> None:
    seen = street("green", needs="{what: repair}", more=REPAIR.format(", on condition of: key is there"))
    assert seen.verdict("repair") == "Undetermined"
    assert seen.verdict("tank_wagon") == "Undetermined"


def test_an_ended_holding_with_a_successor_is_no_gap() -> None:
    more = """
engagements:
  - {who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-05-31}
  - {who: Kees, what: repair, kind: performance, from: 2024-06-01}
"""
    seen = street("green", needs="{what: repair}", more=more, parties="{Jans: fitter, Kees: fitter}")
    assert not seen.cells("tank_wagon")
    assert seen.verdict("handover") == "Gap Vacuum", "the end of a holding asks a hand-over, successor or not"


def test_notice_calls_for_a_hand_over_before_the_end() -> None:
    more = """
agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]
events: [{date: 2024-06-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-08-31}]
state of affairs: {good reason: yes}
"""
    assert street("green", needs="{what: repair}", more=more).verdict("handover") == "Gap Vacuum"
    assert not street("green", needs="{what: repair}", more=more, as_of="2024-05-31").cells("handover")


def test_the_end_of_what_was_done_for_another_does_not() -> None:
    more = (
        "agreements: [{kind: job order, between: [Jans, Board], what: repair, from: 2020-01-01, until: 2024-05-31}]\n"
    )
    assert not street("green", needs="{what: repair}", more=more).cells("handover")


def test_a_duty_makes_no_cell_for_what_is_only_called_for_by_a_gap() -> None:
    seen = street("green", needs="{what: repair}", parties="{Red Brigade: fire brigade}")
    assert seen.cells("tank_wagon")
    assert not seen.cells("tank_wagon", "Organisation")


def test_what_is_called_for_is_not_supervised_apart() -> None:
    seen = street("green", needs="{what: repair}")
    assert not seen.cells("tank_wagon", "Oversight")
    assert ("Unsupervised", "tank_wagon", "Oversight") not in seen.told()


# -- What is not described


def test_where_engagements_are_not_known_who_is_surely_bound_is_assigned_it() -> None:
    seen = street("green", needs="{what: inspection}", more="in full: [parties]\n")
    assert (seen.verdict("inspection", "Organisation"), seen.holders("inspection", "Organisation")) == (
        "Assigned",
        {"Board"},
    )


def test_and_to_perform_too_who_is_bound_to_see_to_it() -> None:
    seen = street("green", needs="{what: inspection}", more="in full: [parties]\n")
    assert (seen.verdict("inspection"), seen.holders("inspection")) == ("Assigned", {"Board"})


def test_no_performer_is_missed() -> None:
    seen = street("green", needs="{what: inspection}", more="in full: [parties]\n", parties="{Jans: fitter}")
    assert seen.verdict("inspection") == "Undetermined"
    assert not seen.judgement.in_order


# -- Time


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        ("2018-02-28", None),
        ("2018-03-15", "Undetermined"),
        ("2022-06-15", "Gap Vacuum"),
        ("2023-05-15", "Undetermined"),
        ("2023-06-01", None),
    ],
)
def test_a_requirement_with_vague_dates_is_possible_in_those_months(when: str, kind: str | None) -> None:
    seen = village("streets: [{name: Quay, from: 2017-01-01, ground: quay, brigade: none}]\n", as_of=when)
    if when == "2018-03-15":
        assert seen.since("thawing", window="winter") == date(2018, 3, 1)
    assert [seen.verdict("thawing", window="winter")] if seen.cells("thawing") else [kind] == [None]


def test_what_only_an_ended_requirement_asked_is_not_judged() -> None:
    seen = village("streets: [{name: Quay, from: 2017-01-01, ground: quay, brigade: none}]\n")
    assert ("thawing", "winter") in {
        (seen.name(n.function), seen.name(n.window or "")) for n in seen.judgement.not_judged
    }


@pytest.mark.parametrize("period", ["from: 2025-01-01", "from: 2020-01-01, until: 2024-05-31"])
def test_a_street_that_is_not_there_yet_or_no_more_has_no_cells(period: str) -> None:
    seen = village(
        f"streets: [{{name: Quay, {period}, ground: quay, brigade: none}}]\nparties: {{Board: water board}}\n"
    )
    assert not seen.judgement.cells


@pytest.mark.parametrize("period", ["from: 2024-06", "from: 2020-01-01, until: 2024-06"])
def test_a_street_that_may_not_be_there_asks_possibly(period: str) -> None:
    seen = village(f"streets: [{{name: Quay, {period}, ground: quay, needs: {{what: marking}}}}]\n")
    assert [seen.verdict("marking"), seen.verdict("inspection", window="winter")] == ["Undetermined", "Undetermined"]


def test_a_need_that_may_have_begun_is_open_since_the_first_day_that_it_may() -> None:
    seen = street("green", needs="{what: inspection, from: 2024-06}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", date(2024, 6, 1))


def test_since_is_not_before_it_was_asked() -> None:
    assert street("green", needs="{what: inspection, from: 2022-01-01}").since("inspection") == date(2022, 1, 1)


def test_nor_before_the_norm_that_asks_it() -> None:
    seen = village("streets: [{name: Quay, from: 2010-01-01, ground: quay}]\n")
    assert seen.since("inspection", window="winter") == date(2015, 1, 1)


def test_a_need_that_begins_later_is_none_yet() -> None:
    assert not street("green", needs="{what: inspection, from: 2025-01-01}").cells("inspection")


def test_since_is_the_earliest_of_windows_that_began_on_different_days() -> None:
    more = """
engagements:
  - {who: Jans, what: inspection, kind: performance, when: summer, from: 2020-01-01, until: 2022-12-31}
  - {who: Jans, what: inspection, kind: performance, when: winter, from: 2020-01-01, until: 2023-12-31}
"""
    seen = street("quay", more=more)
    (finding,) = [f for f in seen.findings("Lapsed") if f.responsibility == "Performance"]
    assert len(finding.cells) == 2
    assert finding.since == date(2023, 1, 1).toordinal()


# -- Perspective


def test_who_is_not_heard_requires_nothing() -> None:
    assert not street("lane", perspective="law alone").cells("inspection")
    assert street("quay", perspective="law alone").windows("inspection") == {"summer", "winter"}

"""What a second program, written from the model alone, judged otherwise, and rightly: when, how surely, for whom, in which windows."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import CREW, place, street

from hiaat.findings import Finding

GAPS = ("Vacuum", "ConditionUnmet", "Lapsed", "NoCapacity")


def told(finding: Finding) -> tuple[date | None, str]:
    """Since when, and how surely."""
    return (None if finding.since is None else date.fromordinal(finding.since)), finding.certainty


def doing(*lines: str) -> str:
    return "engagements:\n" + "".join(f"  - {{kind: performance, {line}}}\n" for line in lines)


# -- Since when, and how surely, a warning is told


def test_a_contest_by_a_norm_that_is_only_possibly_in_force_began_with_its_first_possible_day() -> None:
    (contest,) = street("", "{what: key keeping}", "quay").findings("Contested")
    assert told(contest) == (date(2024, 6, 1), "possibly")


def test_nothing_is_told_since_a_day_still_to_come() -> None:
    lonely = village(place(since="2024-06", ground="green", needs="{what: painting}") + CREW)
    assert {told(finding) for finding in lonely.findings("Unsupervised")} == {(date(2024, 6, 1), "possibly")}


@pytest.mark.parametrize(
    ("watch", "certainty"), [("", "possibly"), (", watch: unknown", "possibly"), (", watch: none", "surely")]
)
def test_where_it_is_not_known_who_watches_it_is_perhaps_unsupervised(watch: str, certainty: str) -> None:
    """Who keeps watch over the street, watched the rafting."""
    where = f"streets: [{{name: Street, from: 2020-01-01, ground: fen, needs: {{what: rafting}}{watch}}}]\n"
    found = village(where + CREW, as_of="2022-06-15").findings("Unsupervised")
    assert [one.certainty for one in found if one.function.endswith("rafting")] == [certainty]


def test_an_agreement_is_forbidden_since_the_norm_that_forbids_it_when_that_is_younger() -> None:
    deal = "agreements: [{kind: division of streets, between: [Jans, Kees], from: 2010-01-01}]\n"
    (finding,) = street(deal, "{what: inspection}", since="2009-01-01").findings("ProhibitedArrangement")
    assert told(finding) == (date(2015, 1, 1), "surely")


def test_a_breach_is_no_older_than_the_tie_by_which_one_is_bound() -> None:
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red, from: 2024-03-01}]}]\n"
        + CREW
        + "conduct: [{who: Red, what: thawing, how: falls short, from: 2024-01-01}]\n"
    )
    assert {told(finding) for finding in seen.findings("Breach")} == {(date(2024, 3, 1), "surely")}


def test_what_nobody_held_before_was_not_about_to_stop_before() -> None:
    notice = "events: [{date: 2024-01-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31}]\n"
    deal = "agreements: [{name: deal, kind: team deal, between: [Jans, Board], what: inspection, from: 2024-02-01}]\n"
    (finding,) = street(deal + notice, "{what: inspection}").findings("Precarious")
    assert told(finding) == (date(2024, 2, 1), "surely")


def test_a_warning_on_what_is_only_possibly_required_is_possible() -> None:
    cover = "agreements: [{kind: cover, between: [Jans, Board], what: marking, when: winter, from: 2024-01-01}]\n"
    sure, perhaps = (
        street(f"{cover}state of affairs: {{street is dark: {dark}}}\n", "[]", "lane").findings("Precarious")
        for dark in ("yes", "unknown")
    )
    assert {told(one)[1] for one in sure} == {"surely"}
    assert {told(one)[1] for one in perhaps} == {"possibly"}


# -- Who answers for it: its own warnings and gaps, where those of who does it tell nothing of that window

ANSWERS = "engagements:\n  - {who: Kees, what: inspection, kind: accountability, when: summer, from: 2020-01-01, on condition of: key is there}\n"


def test_a_gap_in_answering_is_told_where_no_gap_in_doing_it_is() -> None:
    seen = street(ANSWERS + "state of affairs: {key is there: no}\n", "{what: inspection, when: winter}")
    gaps = {(f.kind, f.responsibility, *map(seen.name, f.windows)) for kind in GAPS for f in seen.findings(kind)}
    assert gaps == {("Vacuum", "Performance", "winter"), ("ConditionUnmet", "Accountability", "summer")}


def test_who_answers_only_as_a_stand_in_may_stop_too() -> None:
    cover = "agreements: [{kind: cover, between: [Jans, Board], what: inspection, when: winter, from: 2020-01-01}]\n"
    seen = street(cover, "{what: inspection, when: summer}")
    assert {(seen.name(f.function), f.responsibility) for f in seen.findings("Precarious")} == {
        ("inspection", "Accountability")
    }


# -- Who left


def test_who_left_is_no_longer_one_of_those_who_are_there() -> None:
    left = "events: [{date: 2024-05-31, who: Board, what: left}]\n"
    seen = street(left, "{what: inspection}")
    assert street("", "{what: inspection}").holders("inspection", "Organisation") == {"Board"}
    assert not seen.cells("inspection", "Organisation")
    again = left + "engagements: [{who: Board, what: flushing, kind: performance, from: 2024-06-05}]\n"
    assert street(again, "{what: inspection}").holders("inspection", "Organisation") == {"Board"}


def test_nor_does_it_nearly_do_it() -> None:
    left = "events: [{date: 2024-05-31, who: Red, what: left}]\n"
    assert "Red" in street("", "{what: inspection}").misses("inspection")
    assert "Red" not in street(left, "{what: inspection}").misses("inspection")


# -- In which windows one answers


def test_what_is_surely_answered_for_at_some_time_stays_so_beside_what_is_perhaps_in_a_window() -> None:
    one = "  - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}\n"
    perhaps = "agreements: [{kind: team deal, between: [Kees, Board], what: inspection, when: winter, exists: unknown, from: 2020-01-01}]\n"
    seen = street("engagements:\n" + one + perhaps, "{what: inspection}")
    assert seen.holders("inspection", "Accountability") == {"Jans"}


def test_where_a_requirement_surely_names_a_window_there_is_none_at_some_time() -> None:
    seen = street(doing("who: Red, what: ferry, from: 2020-01-01"), "{what: ferry}", "marsh")
    assert seen.windows("ferry", "Accountability") == {"summer"}


# -- What an end calls for


def test_the_end_of_what_is_broader_ends_what_falls_under_it() -> None:
    ended = doing("who: Jans, what: upkeep, from: 2020-01-01, until: 2024-05-31")
    assert street(ended, "{what: upkeep}", "quay").verdict("handover") == "Held", "who stops on the quay, hands over"


# -- Which kind leads


def test_that_a_lead_is_lacking_leads_only_for_who_falls_short_in_nothing_else() -> None:
    both = (
        place(since="2020-01-01", ground="quay", needs="{what: flushing}")
        + "parties: {Red: fire brigade, Blue: fire brigade}\n"
    )
    lacking = "party states:\n  - {who: Red, is: not competent, from: 2024-01-01}\n"
    assert village(both).verdict("flushing") == "Gap SharedWithoutLead"
    assert village(both + lacking).verdict("flushing") == "Gap SharedWithoutLead", "Blue falls short in nothing else"
    lacking += "  - {who: Blue, is: not competent, from: 2024-01-01}\n"
    assert village(both + lacking).verdict("flushing") == "Gap BeyondCompetence"


def test_an_engagement_that_may_not_have_begun_leads_nothing() -> None:
    said = "state of affairs: {key is there: no}\n"
    begun, perhaps = (
        doing(f"who: Jans, what: inspection, from: {day}, on condition of: key is there") + said
        for day in ("2024-06-01", "2024-06")
    )
    assert street(begun, "{what: inspection}").verdict("inspection") == "Gap ConditionUnmet"
    assert street(perhaps, "{what: inspection}").verdict("inspection") == "Gap Vacuum"


# -- Who names nobody, and who speaks of itself


def test_a_collective_is_not_nearly_there_and_makes_nobody_answer() -> None:
    seen = village(
        place(since="2020-01-01", ground="green", needs="{what: inspection, when: winter}")
        + "parties: {The street: the neighbours}\n"
        + doing("who: The street, what: inspection, when: summer, from: 2020-01-01")
    )
    assert seen.verdict("inspection", window="winter") == "Gap Vacuum"
    assert seen.candidates("inspection", window="winter") == set()
    assert not seen.cells("inspection", "Accountability")


@pytest.mark.parametrize(("of", "circles"), [("Jans", 0), ("Kees", 1)], ids=["itself", "each other"])
def test_who_points_at_itself_points_at_nobody(of: str, circles: int) -> None:
    said = f"claims:\n  - {{who: Jans, says: is the task of {of}, about: inspection, date: 2024-01-01}}\n"
    said += "  - {who: Kees, says: is the task of Jans, about: inspection, date: 2024-01-01}\n" * circles
    seen = street(said, "{what: inspection}")
    assert len(seen.findings("CircularReferral")) == circles
    assert ("Jans", "Claimed", ("Contested",) if circles else ()) in seen.candidates("inspection")


# -- Since when nobody does


def test_a_former_holder_that_was_unable_before_it_ended_held_it_no_longer_since_then() -> None:
    seen = street(
        doing("who: Jans, what: inspection, from: 2020-01-01, until: 2024-05-31")
        + "party states: [{who: Jans, is: bankrupt, from: 2024-03-01}]\n",
        "{what: inspection}",
    )
    assert seen.since("inspection") == date(2024, 3, 1)


def test_who_must_see_to_it_is_missed_since_it_was_needed_and_the_duty_was_there() -> None:
    needed = "{what: marking, from: 2024-02-01}"
    assert street("", needed).since("marking", "Organisation") == date(2024, 2, 1)
    brigades = (
        place(since="2009-01-01", ground="green", needs="{what: water pressure}") + "parties: {Red: fire brigade}\n"
    )
    assert village(brigades).since("pressure", "Organisation") == date(2015, 1, 1)


def test_a_duty_to_answer_names_it_also_where_it_reaches_nobody() -> None:
    seen = village(place(since="2020-01-01", ground="quay", needs="{what: marking}") + "parties: {Jans: fitter}\n")
    assert seen.verdict("marking", "Accountability", "winter") == "Gap Vacuum"


# -- Who must act


def acting(seen: Seen, finding: Finding) -> set[tuple[str, str, str]]:
    return {(seen.name(act.party), act.modality, act.certainty) for act in finding.acts}


def test_who_falls_short_must_still_do_it() -> None:
    seen = street(
        doing("who: Jans, what: inspection, from: 2020-01-01")
        + "conduct: [{who: Jans, what: inspection, how: falls short, from: 2024-01-01}]\n",
        "{what: inspection}",
    )
    (breach,) = seen.findings("Breach")
    own = [act for act in breach.acts if act.ground in seen.judgement.engagements]
    assert [(seen.name(act.party), act.modality, act.certainty) for act in own] == [("Jans", "Must", "surely")]


def test_so_must_with_whom_it_stays_as_surely_as_it_does() -> None:
    deal = (
        "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]\n"
    )
    step = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]\n"
    seen = street(deal + step + "state of affairs: {good reason: unknown}\n", "{what: repair}", "dike")
    (open_question,) = (f for f in seen.findings("UndeterminedFinding") if seen.name(f.function) == "repair")
    assert ("Jans", "Must", "possibly") in acting(seen, open_question)


# -- What the second round brought


@pytest.mark.parametrize(("sort", "verdict"), [("fitter", "Held"), ("crew", "Gap Lapsed")])
def test_what_stays_with_a_former_holder_stays_only_with_one_that_can_do_it(sort: str, verdict: str) -> None:
    seen = village(
        place(since="2020-01-01", ground="dike", needs="{what: repair}")
        + f"parties: {{Jans: {sort}}}\n"
        + doing("who: Jans, what: repair, from: 2020-01-01, until: 2024-05-31")
    )
    assert seen.verdict("repair") == verdict


def test_for_whom_another_did_it_answered_for_it_until_that_ended() -> None:
    seen = street(
        doing("who: Jans, what: inspection, when: winter, from: 2020-01-01, until: 2024-05-31, on behalf of: Red")
        + "  - {who: Kees, what: inspection, kind: accountability, when: winter, from: 2020-01-01, on condition of: key is there}\n"
        + "state of affairs: {key is there: no}\n",
        "{what: inspection, when: winter}",
    )
    assert ("Red", "Former", ("Ended",)) in seen.candidates("inspection", "Accountability", "winter")


@pytest.mark.parametrize(
    ("other", "certain"),
    [
        ("from: 2021-01-01", set[bool]()),
        ("from: 2021-01-01, until: 2024-06", {False}),
        ("from: 2021-01-01, until: 2024-01-01", {True}),
    ],
    ids=["goes on", "may go on", "does not"],
)
def test_who_may_go_on_by_another_perhaps_hands_over(other: str, certain: set[bool]) -> None:
    seen = street(
        doing("who: Jans, what: repair, from: 2020-01-01, until: 2024-05-31", f"who: Jans, what: repair, {other}"),
        "{what: repair}",
        "quay",
    )
    assert {cell.certain for cell in seen.cells("handover")} == certain


def test_an_offer_that_may_not_hold_yet_leads_nothing() -> None:
    offers = "offers: [{{who: Jans, what: inspection, from: {}, on condition of: key is there}}]\nstate of affairs: {{key is there: no}}\n"
    assert street(offers.format("2024-06-01"), "{what: inspection}").verdict("inspection") == "Gap ConditionUnmet"
    assert street(offers.format("2024-06"), "{what: inspection}").verdict("inspection") == "Gap Vacuum"


def test_who_left_and_is_perhaps_back_is_perhaps_bound() -> None:
    left = "events: [{date: 2024-05-01, who: Board, what: left}]\n"
    back = "engagements: [{who: Board, what: flushing, kind: performance, from: 2024-06}]\n"
    assert street(left + back, "{what: inspection}").verdict("inspection", "Organisation") == "Undetermined"


def test_an_agreement_is_forbidden_no_earlier_than_the_situation_that_it_is_about() -> None:
    deal = "agreements: [{kind: division of streets, between: [Jans, Kees], from: 2016-01-01}]\n"
    (finding,) = street(deal, "{what: inspection}").findings("ProhibitedArrangement")
    assert told(finding) == (date(2020, 1, 1), "surely")


@pytest.mark.parametrize(
    ("days", "certainty"),
    [("from: 2020-01-01", set[str]()), ("from: 2024-06", {"possibly"}), ("from: 2025-01-01", {"surely"})],
    ids=["there", "perhaps", "not yet"],
)
def test_who_is_only_perhaps_engaged_to_supervise_leaves_it_perhaps_unsupervised(
    days: str, certainty: set[str]
) -> None:
    watch = f"engagements: [{{who: Board, what: painting, kind: supervision, {days}}}]\n"
    assert {told(one)[1] for one in street(watch, "{what: painting}").findings("Unsupervised")} == certainty


@pytest.mark.parametrize(("tied", "verdict"), [("brigade: unknown", "Undetermined"), ("brigade: none", "Gap Vacuum")])
def test_what_an_agreement_brings_to_whoever_has_a_tie_is_perhaps_there_where_that_is_not_known(
    tied: str, verdict: str
) -> None:
    seen = village(
        f"streets: [{{name: Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}, {tied}}}]\n"
        + CREW
        + "agreements: [{kind: standby contract, between: [Red, Board], from: 2020-01-01}]\n"
    )
    assert seen.verdict("inspection") == verdict


# -- What each pattern of these rules is for

DELEGATES = "events: [{date: 2024-01-01, who: %s, what: delegated, about: inspection, to: Kees}]\n"
ALL_YEAR = "{what: inspection, when: [winter, summer]}"


def done_by_kees(seen: Seen) -> set[str]:
    return {when for when in ("winter", "summer") if "Kees" in seen.holders("inspection", window=when)}


def test_who_delegates_what_only_a_duty_lays_on_it_has_it_done_always() -> None:
    assert done_by_kees(street(DELEGATES.replace("%s", "Board"), ALL_YEAR)) == {"winter", "summer"}
    assert done_by_kees(street(DELEGATES.replace("%s", "Shops"), ALL_YEAR)) == set()


def test_and_in_the_windows_in_which_it_answers_for_it() -> None:
    answers = "engagements: [{who: Shops, what: inspection, kind: accountability, when: winter, from: 2020-01-01}]\n"
    assert done_by_kees(street(answers + DELEGATES.replace("%s", "Shops"), ALL_YEAR)) == {"winter"}
    later = answers.replace("2020-01-01", "2024-07-01")
    assert done_by_kees(street(later + DELEGATES.replace("%s", "Shops"), ALL_YEAR)) == set()


@pytest.mark.parametrize(("who", "verdict"), [("Jans", "Held"), ("Kees", "Gap ConditionUnmet")])
def test_an_agreement_with_whomever_is_one_of_the_party_itself(who: str, verdict: str) -> None:
    seen = street(
        doing("who: Jans, what: inspection, from: 2020-01-01, on condition of: some water pact")
        + f"agreements: [{{kind: water pact, between: [{who}, Board], from: 2020-01-01}}]\n",
        "{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


@pytest.mark.parametrize(
    ("needs", "more"),
    [("{what: inspection}", ", until: 2024-05-31"), ("{what: inspection, when: winter}", "")],
    ids=["an agreement that is over", "work at some time in a window"],
)
def test_nothing_is_perhaps_brought_to_an_unknown_tie_by(needs: str, more: str) -> None:
    seen = village(
        f"streets: [{{name: Street, from: 2020-01-01, ground: green, needs: {needs}, brigade: unknown}}]\n"
        + CREW
        + f"agreements: [{{kind: standby contract, between: [Red, Board], from: 2020-01-01{more}}}]\n"
    )
    assert {cell.verdict for cell in seen.cells("inspection")} == {"Gap"}


def windows(seen: Seen, kind: str) -> set[tuple[str, ...]]:
    """Kind of responsibility and windows of the findings of a kind."""
    return {(f.responsibility, *sorted(map(seen.name, f.windows))) for f in seen.findings(kind)}


def test_an_open_question_on_answering_is_told_where_none_on_doing_it_is() -> None:
    doubt = "state of affairs: {key is there: unknown}\n"
    seen = street(
        doing("who: Jans, what: inspection, when: winter, from: 2020-01-01, on condition of: key is there")
        + ANSWERS.partition("\n")[2]
        + doubt,
        "{what: inspection, when: winter}",
    )
    assert windows(seen, "UndeterminedFinding") == {("Performance", "winter"), ("Accountability", "summer")}


def test_so_is_a_contest() -> None:
    seen = street(
        doing("who: Jans, what: inspection, when: winter, from: 2020-01-01")
        + "  - {who: Kees, what: inspection, kind: accountability, when: summer, from: 2020-01-01}\n"
        + "claims:\n"
        + "".join(
            f"  - {{who: {who}, says: is not my task, about: inspection, date: 2024-01-01}}\n"
            for who in ("Jans", "Kees")
        ),
        "{what: inspection, when: winter}",
    )
    assert windows(seen, "Contested") == {("Performance", "winter"), ("Accountability", "summer")}


def test_so_is_that_it_may_stop() -> None:
    cover = "  - {{kind: cover, between: [{}, Board], what: inspection, when: {}, from: 2020-01-01}}\n"
    deals = "agreements:\n" + cover.format("Jans", "winter") + cover.format("Kees", "summer")
    seen = street(deals, "{what: inspection, when: winter}")
    assert windows(seen, "Precarious") == {("Performance", "winter"), ("Accountability", "summer")}


def test_an_offer_that_may_be_over_leads_nothing_and_that_of_a_collective_is_none() -> None:
    offer = "offers: [{who: %s, what: inspection, from: 2020-01-01, until: %s, on condition of: key is there}]\n"
    said = "state of affairs: {key is there: no}\n"
    assert (
        street(offer % ("Jans", "2024-06-30") + said, "{what: inspection}").verdict("inspection")
        == "Gap ConditionUnmet"
    )
    assert street(offer % ("Jans", "2024-06") + said, "{what: inspection}").verdict("inspection") == "Gap Vacuum"
    text = place(since="2020-01-01", ground="green", needs="{what: inspection}") + "parties: {All: the neighbours}\n"
    assert village(text + offer % ("All", "2024-06-30") + said).candidates("inspection") == set()


def test_who_holds_it_and_says_that_it_is_its_own_contests_nothing() -> None:
    seen = street(
        doing("who: Jans, what: inspection, from: 2020-01-01")
        + "claims: [{who: Jans, says: is the task of Jans, about: inspection, date: 2024-01-01}]\n",
        "{what: inspection}",
    )
    assert not seen.findings("Contested")


def test_a_notice_that_works_beside_what_may_run_calls_for_a_hand_over_perhaps() -> None:
    deal = (
        "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]\n"
    )
    step = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31}]\n"
    said = "state of affairs: {good reason: yes}\n"
    other = doing("who: Jans, what: repair, from: 2020-01-01, until: 2024-06")
    seen = street(deal + step + said + other, "{what: repair}", "quay")
    assert {cell.certain for cell in seen.cells("handover")} == {False}


def test_a_tie_of_which_only_the_month_is_known_surely_ties_from_its_last_day() -> None:
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red, from: 2024-03}]}]\n"
        + CREW
        + "conduct: [{who: Red, what: thawing, how: falls short, from: 2024-01-01}]\n"
    )
    assert {told(finding)[0] for finding in seen.findings("Breach")} == {date(2024, 3, 31)}


def test_a_former_holder_that_could_again_before_it_ended_held_it_until_then() -> None:
    seen = street(
        doing("who: Jans, what: inspection, from: 2020-01-01, until: 2024-05-31")
        + "party states: [{who: Jans, is: ill, from: 2024-03-01, until: 2024-04-01}]\n",
        "{what: inspection}",
    )
    assert seen.since("inspection") == date(2024, 6, 1)


def test_nor_does_an_engagement_that_may_not_have_begun_lead_by_a_function_that_is_missing() -> None:
    begun, perhaps = (
        street(
            doing(f"who: Jans, what: inspection, from: {day}, on condition of: {{what: torch}}"), "{what: inspection}"
        )
        for day in ("2024-06-01", "2024-06")
    )
    assert (begun.verdict("inspection"), perhaps.verdict("inspection")) == ("Gap ConditionUnmet", "Gap Vacuum")

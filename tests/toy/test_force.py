"""What takes a holding away, and what does not: states, limits of greater and of less force, exceptions, money."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village

from hiaat.findings import Finding


def engaged(
    who: str, party: str, what: str, *, when: str = "", need: str = "", ground: str = "green", more: str = ""
) -> Seen:
    """One party that took on to do one thing, in a street that needs it."""
    place = f", ground: {ground}" if ground else ""
    return village(
        f"streets: [{{name: High Street, from: 2020-01-01{place}, needs: {need or f'{{what: {what}}}'}}}]\n"
        f"parties: {{{who}: {party}}}\n"
        f"engagements: [{{who: {who}, what: {what}, kind: performance{when}, from: 2020-01-01}}]\n{more}"
    )


# -- States


@pytest.mark.parametrize(
    ("state", "verdict", "answers"),
    [
        ("ill", "Gap NoCapacity", True),
        ("bankrupt", "Gap NoCapacity", True),
        ("not competent", "Gap BeyondCompetence", True),
        ("full", "Held", True),
    ],
)
def test_a_state_takes_the_doing_and_not_the_answering(state: str, verdict: str, answers: bool) -> None:
    seen = engaged(
        "Jans", "fitter", "inspection", more=f"party states: [{{who: Jans, is: {state}, from: 2024-03-01}}]\n"
    )
    assert seen.verdict("inspection") == verdict
    assert (seen.verdict("inspection", "Accountability") == "Held") is answers
    if verdict != "Held":
        assert seen.since("inspection") == date(2024, 3, 1)


def test_who_is_bankrupt_sees_to_nothing() -> None:
    seen = village(
        "parties: {Board: water board}\nparty states: [{who: Board, is: bankrupt, from: 2024-03-01}]\n",
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection", "Organisation") == "Gap NoCapacity"


def test_who_is_ill_still_sees_to_it() -> None:
    seen = village(
        "parties: {Board: water board}\nparty states: [{who: Board, is: ill, from: 2024-03-01}]\n",
        needs="{what: inspection}",
    )
    assert seen.holders("inspection", "Organisation") == {"Board"}


def test_a_state_that_may_have_ended_is_possible() -> None:
    seen = engaged(
        "Jans", "fitter", "inspection", more="party states: [{who: Jans, is: ill, from: 2024-03-01, until: 2024-06}]\n"
    )
    assert seen.verdict("inspection") == "Undetermined"


def test_a_duty_to_perform_makes_no_candidate_of_who_cannot() -> None:
    seen = village(
        "streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: lookout}}]\nparties: {Red Brigade: fire brigade, Jans: fitter}\n"
    )
    assert seen.holders("lookout") == {"Red Brigade"}
    assert "Jans" not in {party for party, _, _ in seen.candidates("lookout")}


def test_a_collective_names_nobody() -> None:
    seen = engaged("Everyone", "the neighbours", "inspection")
    assert seen.verdict("inspection") == "Gap Vacuum"


# -- Limits


def test_a_limit_of_no_lesser_force_takes_an_engagement_away() -> None:
    assert engaged("Jans", "fitter", "water pressure").verdict("pressure") == "Gap BeyondCompetence"


def test_a_limit_that_is_only_a_voice_does_not() -> None:
    assert engaged("Shops", "shop association", "marking").verdict("marking") == "Held"


def test_a_limit_in_a_window_touches_that_window_only() -> None:
    seen = engaged(
        "Red Brigade", "fire brigade", "greasing", when=", when: all year", need="{what: greasing, when: all year}"
    )
    assert seen.verdict("greasing", window="summer") == "Held"
    assert seen.verdict("greasing", window="winter") == "Gap BeyondCompetence"


@pytest.mark.parametrize(
    ("when", "verdict"), [("all year", "Held"), ("winter", "Gap BeyondCompetence"), ("summer", "Held")]
)
def test_and_touches_at_some_time_only_through_the_windows_of_the_ground(when: str, verdict: str) -> None:
    seen = engaged("Red Brigade", "fire brigade", "greasing", when=f", when: {when}")
    assert seen.verdict("greasing") == verdict


@pytest.mark.parametrize(
    ("ground", "verdict"), [("lane", "Held"), ("quay", "Gap BeyondCompetence"), ("", "Undetermined")]
)
def test_an_exception_lifts_a_limit_as_surely_as_it_applies(ground: str, verdict: str) -> None:
    assert engaged("Piet", "master fitter", "water pressure", ground=ground).verdict("pressure") == verdict


def test_an_exception_lifts_it_for_nobody_else() -> None:
    assert engaged("Jans", "fitter", "water pressure", ground="lane").verdict("pressure") == "Gap BeyondCompetence"


# -- Money


def test_what_cannot_be_paid_takes_the_contracting_and_not_who_does_it_anyway() -> None:
    seen = engaged("Board", "water board", "flushing", ground="dike")
    assert seen.verdict("flushing", "Procurement") == "Gap Unfundable"
    assert seen.verdict("flushing") == "Held"


def test_an_offer_is_paid_by_the_routes_of_the_street() -> None:
    text = "parties: {Jans: fitter}\noffers: [{who: Jans, what: flushing, from: 2024-01-01}]\n"
    on_dike = village("streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: flushing}}]\n" + text)
    assert on_dike.verdict("flushing") == "Gap Unfundable"
    assert village(text, needs="{what: flushing}").verdict("flushing") == "Gap Vacuum"


# -- On paper, and what is bound to end


def test_a_gap_in_the_doing_is_marked_with_who_must_see_to_it_on_paper() -> None:
    seen = village("parties: {Board: water board}\n", needs="{what: flushing}")
    (finding,) = seen.findings("Vacuum")
    assert {seen.name(party) for party in finding.on_paper} == {"Board"}


def test_a_duty_whose_fulfilment_is_denied_is_a_breach() -> None:
    text = "parties: {Shops: shop association}\nstate of affairs: {key list is kept: {is: KEPT, from: 2024-03-01}}\n"
    (finding,) = village(text.replace("KEPT", "no"), needs="{what: key keeping}").findings("Breach")
    assert (finding.responsibility, finding.since) == ("Organisation", date(2024, 3, 1).toordinal())
    for said in ("yes", "unknown"):
        assert not village(text.replace("KEPT", said), needs="{what: key keeping}").findings("Breach")


BOUND_TWICE = """
    parties: {{Jans: fitter, Board: water board}}
    agreements: [{{kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01}}]
    engagements: [{{who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: key is there}}]
    state of affairs:
      key is there: {{is: no, from: 2024-03-01}}
      {reason}
"""


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("good reason: no", "LockedIn"), ("good reason: yes", "Precarious"), ("pay agreed: yes", "Precarious")],
)
def test_only_a_norm_that_surely_keeps_it_bound_locks_it_in(reason: str, kind: str) -> None:
    seen = village(BOUND_TWICE.format(reason=reason), needs="{what: inspection}")
    assert {finding.kind for finding in seen.judgement.findings} == {kind}


def test_locked_in_begins_when_the_last_way_out_closed() -> None:
    seen = village(
        BOUND_TWICE.format(reason="good reason: [{is: yes, until: 2024-03-31}, {is: no, from: 2024-04-01}]"),
        needs="{what: inspection}",
    )
    (finding,) = seen.findings("LockedIn")
    assert finding.since == date(2024, 4, 1).toordinal()


def test_bound_twice_and_once_on_a_function_that_nobody_does_is_precarious() -> None:
    seen = village(
        """
        parties: {Jans: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: {what: marking}}
        """,
        needs="{what: inspection}",
    )
    (finding,) = seen.findings("Precarious")
    assert finding.since == date(2021, 1, 1).toordinal()


# -- Who can act


def acts(seen: Seen, finding: Finding) -> set[tuple[str, str, str]]:
    """Party, modality and ground."""
    return {(seen.name(act.party), act.modality, seen.name(act.ground)) for act in finding.acts}


def test_possible_acts_name_who_must_may_must_not_and_may_address() -> None:
    seen = village(
        "parties: {Board: water board, Jans: fitter, Shops: shop association}\noffers: [{who: Jans, what: inspection, from: 2024-01-01}]\n",
        needs="{what: inspection}",
    )
    (finding,) = seen.findings("Vacuum")
    assert acts(seen, finding) == {
        ("Board", "Must", "board-organises"),
        ("Jans", "May", "Jans: inspection"),
        ("Jans", "Must", "fitter-must-report"),
        ("Jans", "MustNot", "no-division"),
        ("Shops", "May", "shops-may-complain"),
        ("province", "MayAddress", "province-supervises"),
    }
    (addressed,) = [act.towards for act in finding.acts if act.modality == "MayAddress"]
    assert {seen.name(party) for party in addressed} == {"Board"}


def test_who_gave_notice_must_do_what_stays_with_it() -> None:
    seen = village(
        """
        streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: repair}}]
        parties: {Jans: fitter, Board: water board}
        agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]
        events: [{date: 2024-06-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-08-31}]
        state of affairs: {good reason: yes}
        """
    )
    (finding,) = seen.findings("Precarious")
    assert ("Jans", "Must", "finish-the-job") in {
        (seen.name(act.party), act.modality, seen.name(act.ground)) for act in finding.acts
    }


def test_who_took_on_to_see_to_it_must_act() -> None:
    seen = village(
        "parties: {Jans: fitter}\nengagements: [{who: Jans, what: marking, kind: organisation, from: 2020-01-01}]\n",
        needs="{what: marking}",
    )
    (finding,) = seen.findings("Vacuum")
    assert ("Jans", "Must", "Jans: marking") in acts(seen, finding)


def test_so_must_who_sees_to_what_the_gap_calls_for() -> None:
    seen = village("parties: {Red Brigade: fire brigade}\n", needs="{what: repair}")
    (finding,) = [f for f in seen.findings("Vacuum") if seen.name(f.function) == "repair"]
    assert ("Red Brigade", "Must", "brigade-keeps-wagon") in acts(seen, finding)


def test_a_precarious_holder_may_do_what_it_may() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade}
        engagements: [{who: Red Brigade, what: lookout, kind: performance, from: 2020-01-01}]
        state of affairs: {key is there: no}
        """,
        needs="{what: lookout}",
    )
    (finding,) = seen.findings("Precarious")
    assert ("Red Brigade", "May", "brigade-may-look-out") in acts(seen, finding)


def test_beside_unmet_conditions_stand_the_rules_on_ending() -> None:
    seen = village(BOUND_TWICE.format(reason="good reason: yes"), needs="{what: inspection}")
    (finding,) = seen.findings("Precarious")
    assert "stop-for-a-reason" in {seen.name(source) for source in finding.sources}


@pytest.mark.parametrize(
    ("reason", "forbidden"), [("good reason: yes", False), ("good reason: no", True), ("pay agreed: yes", True)]
)
def test_it_must_not_simply_end_it_unless_it_surely_has_the_ground(reason: str, forbidden: bool) -> None:
    seen = village(BOUND_TWICE.format(reason=reason), needs="{what: inspection}")
    (finding,) = seen.judgement.findings
    assert (("Jans", "MustNot", "stop-for-a-reason") in acts(seen, finding)) is forbidden


@pytest.mark.parametrize(("ground", "certainty"), [("lane", "surely"), ("", "possibly")])
def test_an_act_is_as_sure_as_its_ground(ground: str, certainty: str) -> None:
    place = f", ground: {ground}" if ground else ""
    seen = village(
        f"streets: [{{name: Lane, from: 2020-01-01{place}, needs: {{what: thawing}}, brigade: Red Brigade}}]\n"
        "party states: [{who: Red Brigade, is: ill, from: 2024-01-01}]\n"
    )
    (finding,) = seen.findings("NoCapacity")
    (act,) = [act for act in finding.acts if seen.name(act.ground) == "brigade-sees-to-thawing"]
    assert (act.modality, act.certainty) == ("Must", certainty)


def test_an_exclusion_with_a_liberty_beside_it_denies_nothing_that_stays_after_a_holding() -> None:
    text = """
        streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: lookout}}]
        parties: {Red Brigade: fire brigade}
        engagements: [{who: Red Brigade, what: lookout, kind: performance, from: 2020-01-01, until: 2024-05-31}]
    """
    seen = village(text)
    assert seen.holders("lookout") == seen.holders("lookout", "Accountability") == {"Red Brigade"}
    assert not seen.told("Contested")

"""What is held together, by one of several, or behind another."""

from datetime import date

import pytest
from tests.toy.seen import village

LOOKOUT = "parties: {Red Brigade: fire brigade, Shops: shop association}\n"
QUAY = "streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: repair}}]\nparties: {Red Brigade: fire brigade, Piet: master fitter, Jans: fitter}\n"


def test_performing_together_suffices_also_to_answer_for_it() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, jointly: yes}
          - {who: Kees, what: inspection, kind: performance, from: 2020-01-01, jointly: yes}
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Jans", "Kees"}
    assert seen.holders("inspection", "Accountability") == {"Jans", "Kees"}
    assert seen.told() == set()


def test_what_is_organised_together_needs_a_lead() -> None:
    seen = village(
        LOOKOUT + "agreements: [{kind: covenant, between: [Red Brigade, Shops], what: lookout, from: 2021-01-01}]\n",
        needs="{what: lookout}",
    )
    assert seen.verdict("lookout", "Organisation") == "Gap SharedWithoutLead"


def test_a_covenant_that_names_who_leads_is_held() -> None:
    seen = village(
        LOOKOUT
        + "agreements: [{kind: covenant, between: [Red Brigade, Shops], what: lookout, from: 2021-01-01, by: Shops}]\n",
        needs="{what: lookout}",
    )
    assert seen.verdict("lookout", "Organisation") == "Held"
    assert {seen.name(lead) for lead in seen.cell("lookout", "Organisation").leads} == {"Shops"}


def test_all_who_are_jointly_bound_are_holders_and_the_lead_is_marked() -> None:
    seen = village("parties: {Red Brigade: fire brigade, Board: water board}\n", needs="{what: water pressure}")
    cell = seen.cell("pressure", "Organisation")
    assert seen.holders("pressure", "Organisation") == {"Red Brigade", "Board"}
    assert [seen.name(lead) for lead in cell.leads] == ["Board"]


def test_who_took_on_alone_what_is_laid_on_all_is_the_only_holder() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade, Board: water board}
        engagements: [{who: Red Brigade, what: water pressure, kind: organisation, from: 2022-01-01}]
        """,
        needs="{what: water pressure}",
    )
    assert seen.holders("pressure", "Organisation") == {"Red Brigade"}


def test_an_escalation_is_as_good_as_a_lead() -> None:
    seen = village(
        "streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: painting}}]\nparties: {Shops: shop association, Board: water board}\n"
    )
    assert seen.holders("painting", "Organisation") == {"Shops", "Board"}


def test_a_joint_duty_to_perform_needs_a_lead_and_answering_follows_it() -> None:
    text = "streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: flushing}}]\nparties: {Red Brigade: fire brigade, Board: water board}\n"
    seen = village(text)
    assert seen.verdict("flushing") == "Gap SharedWithoutLead"
    assert seen.verdict("flushing", "Accountability") == "Gap SharedWithoutLead"
    assert ("SharedWithoutLead", "flushing", "Performance") in seen.told()
    assert ("SharedWithoutLead", "flushing", "Accountability") not in seen.told()


def test_one_that_took_on_such_a_duty_holds_alone() -> None:
    text = """
        streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: flushing}}]
        parties: {Red Brigade: fire brigade, Board: water board}
        engagements: [{who: Board, what: flushing, kind: performance, from: 2020-01-01}]
    """
    seen = village(text)
    assert seen.holders("flushing") == {"Board"}
    assert seen.holders("flushing", "Accountability") == {"Board"}


def test_the_first_backstop_holds_and_is_no_stand_in() -> None:
    seen = village(QUAY)
    assert seen.holders("repair") == {"Red Brigade"}
    assert not seen.findings("Precarious")


def test_the_next_holds_when_the_first_cannot() -> None:
    seen = village(QUAY + "party states: [{who: Red Brigade, is: ill, from: 2024-01-01}]\n")
    assert seen.holders("repair") == {"Piet"}


def test_who_took_it_on_goes_before_every_backstop() -> None:
    seen = village(QUAY + "engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01}]\n")
    assert seen.holders("repair") == {"Jans"}


def test_the_lowest_rank_that_is_surely_sound_holds_and_a_possible_better_one_is_listed() -> None:
    seen = village(
        QUAY
        + "engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01, on condition of: key is there}]\n"
    )
    assert (seen.verdict("repair"), seen.holders("repair")) == ("Held", {"Red Brigade"})
    assert ("Jans", "Bound", ("ConditionUnmet?",)) in seen.candidates("repair")


def test_a_stand_in_beside_a_contract_is_not_the_holder() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter, Board: water board}
        agreements:
          - {kind: cover, between: [Jans, Board], what: inspection, from: 2024-01-01}
          - {kind: service contract, between: [Kees, Board], what: inspection, from: 2024-02-01}
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Kees"}
    assert not seen.findings("Precarious")


def test_a_second_lead_that_falls_short_is_none() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Kees, what: inspection, kind: performance, from: 2022-01-01, on condition of: key is there}
        state of affairs: {key is there: no}
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection", "Accountability") == {"Jans"}
    assert not seen.findings("MultipleLeads")


def test_since_of_two_leads_is_the_day_of_the_second() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: accountability, from: 2023-01-01}
          - {who: Kees, what: inspection, kind: accountability, from: 2021-01-01}
        """,
        needs="{what: inspection}",
    )
    (finding,) = seen.findings("MultipleLeads")
    assert finding.since == date(2023, 1, 1).toordinal()


LED = """
    parties: {{Jans: fitter, Kees: fitter}}
    agreements: [{{kind: {kind}, between: [Jans, Kees], what: inspection, by: Jans, from: 2020-01-01}}]
    {events}
"""
LEFT = "events: [{date: 2024-05-31, who: Jans, what: left}]"


@pytest.mark.parametrize(
    ("kind", "events", "holders"),
    [
        ("team deal", "", {"Jans", "Kees"}),
        ("team deal", LEFT, {"Kees"}),
        ("service contract", "", {"Jans"}),
        ("service contract", LEFT, set()),
    ],
)
def test_who_leads_what_is_agreed_together_does_not_unbind_the_other(kind: str, events: str, holders: set[str]) -> None:
    seen = village(LED.format(kind=kind, events=events), needs="{what: inspection}")
    assert {name for name, standing, _ in seen.candidates("inspection") if standing == "Bound"} == holders


def test_a_voice_that_denies_its_part_of_a_joint_duty_takes_it_away_and_contests_nothing() -> None:
    seen = village(
        "streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: marking}}]\nparties: {Shops: shop association, Board: water board}\n",
    )
    assert ("Shops", "Bound", ("Excluded", "SharedWithoutLead")) in seen.candidates("marking", "Organisation")


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        (", Anna: master fitter}", "Held"),
        ("}", "Gap SharedWithoutLead"),
        ("}\nin full: [agreements, engagements]", "Undetermined"),
    ],
    ids=["a master", "no master", "perhaps a master"],
)
def test_an_escalation_to_nobody_settles_nothing(more: str, verdict: str) -> None:
    seen = village(
        "streets: [{name: Moor, from: 2020-01-01, ground: moor, needs: {what: painting}}]\n"
        "parties: {Shops: shop association, Board: water board" + more + "\n",
    )
    assert seen.verdict("painting", "Organisation") == verdict

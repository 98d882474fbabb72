"""What a fourth program, written from the text of the model alone, had otherwise and right."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import CREW, place, street

CHAIN = """parties: {Jans: fitter, Red: fire brigade, Board: water board}
engagements:
  - {who: Red, what: ferry, kind: performance, when: summer, from: 2021-01-01, on behalf of: Board}
  - {who: Jans, what: ferry, kind: performance, when: winter, from: 2021-01-01, on behalf of: Red}
"""


def ferried(ground: str) -> Seen:
    where = f", ground: {ground}" if ground else ""
    return village(
        f"streets: [{{name: Street, from: 2020-01-01{where}, needs: {{what: ferry, when: winter}}}}]\n{CHAIN}"
    )


@pytest.mark.parametrize(
    ("ground", "holders"), [("marsh", {"Board", "Red", "Jans"}), ("", {"Board"}), ("green", {"Board"})]
)
def test_who_perhaps_has_a_duty_of_its_own_answers_perhaps_for_who_performs_for_it(
    ground: str, holders: set[str]
) -> None:
    seen = ferried(ground)
    assert seen.holders("ferry", "Accountability", "winter") == holders
    found = {party: sound for party, _, sound in seen.candidates("ferry", "Accountability", "winter")}
    assert ("Red" in found) == (ground != "green")


@pytest.mark.parametrize("when", ["", ", when: winter"])
def test_what_an_end_calls_for_falls_to_who_stopped_in_all_windows(when: str) -> None:
    needs = "[{what: repair}, {what: hand-over, when: all year}]"
    taken = (
        f"engagements: [{{who: Jans, what: repair, kind: performance, from: 2021-01-01, until: 2024-05-31{when}}}]\n"
    )
    seen = street(taken, needs, "quay")
    for window in ("summer", "winter"):
        assert seen.holders("handover", window=window) == {"Jans"}


def test_who_does_it_together_and_alone_too_is_no_second_lead() -> None:
    text = CREW + (
        "agreements: [{kind: team deal, between: [Jans, Red], what: repair, when: winter, from: 2021-01-01}]\n"
        "engagements: [{who: Red, what: repair, kind: performance, when: winter, from: 2022-01-01}]\n"
    )
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: green, needs: {what: repair, when: winter}}]\n" + text
    )
    assert seen.holders("repair", "Accountability", "winter") == {"Jans", "Red"}
    assert not seen.findings("MultipleLeads")


@pytest.mark.parametrize(("others", "held"), [("Kees, Board", False), ("Jans, Board", True)])
def test_a_contract_of_strangers_with_the_partner_that_a_condition_names_does_not_meet_it(
    others: str, held: bool
) -> None:
    text = f"agreements: [{{kind: service contract, between: [{others}], what: marking, from: 2020-01-01}}]\n"
    taken = (
        "engagements:\n  - who: Jans\n    what: inspection\n    kind: performance\n    from: 2020-01-01\n"
        "    on condition of: {agreement: service contract, between: [Board]}\n"
    )
    assert (street(text + taken).verdict("inspection") == "Held") == held


ENGAGED = "engagements: [{who: Red, what: lookout, kind: performance, when: summer, from: 2024-03-01}]\n"


@pytest.mark.parametrize(("ground", "warned"), [("quay", False), ("green", True)])
def test_an_unmet_condition_makes_nothing_precarious_that_a_duty_lays_on_the_same_party(
    ground: str, warned: bool
) -> None:
    text = f"parties: {{Red: fire brigade}}\n{ENGAGED}state of affairs: {{key is there: no}}\n"
    seen = village(place(ground, "{what: lookout, when: summer}") + text)
    assert seen.holders("lookout", window="summer") == {"Red"}
    assert bool(seen.findings("Precarious")) == warned


@pytest.mark.parametrize(("kind", "verdict"), [("performance", "Held"), ("accountability", "Gap Vacuum")])
def test_what_stays_with_who_did_it_does_not_fall_to_who_only_answered(kind: str, verdict: str) -> None:
    taken = (
        f"engagements: [{{who: Jans, what: repair, kind: {kind}, when: winter, from: 2023-06-16, until: 2024-05-16}}]\n"
    )
    seen = village(place("dike", "{what: repair, when: winter}") + "parties: {Jans: fitter}\n" + taken)
    assert seen.verdict("repair", window="winter") == verdict


def test_falling_short_in_what_is_not_determined_begins_with_the_falling_short() -> None:
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: pond, own brigade: Red, needs: {what: ferry}}]\n"
        "parties: {Red: fire brigade}\n"
        "conduct: [{who: Red, what: ferry, how: falls short, from: 2024-06-10}]\n"
    )
    (breach,) = seen.findings("Breach")
    assert breach.since == date(2024, 6, 10).toordinal()

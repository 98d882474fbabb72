"""What a fourth program, written from the text of the model alone, had otherwise and right."""

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import CREW, street

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

"""For whom a thing holds: which street, which party to an agreement, which windows."""

import pytest
from tests.toy.seen import village

STREETS = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: {what: WHAT}}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: WHAT}}
    parties: {Jans: fitter, Kees: fitter, Board: water board}
"""


def streets(text: str, what: str = "inspection") -> dict[str, str]:
    """The verdict on performance in each of the two streets."""
    seen = village(
        STREETS.replace("WHAT", what) + "".join(f"    {line.strip()}\n" for line in text.strip().splitlines())
    )
    return {
        seen.name(c.situation): f"Gap {c.leading}" if c.leading else c.verdict
        for c in seen.judgement.cells
        if c.kind == "Performance" and seen.name(c.function) == what
    }


def test_without_a_street_it_holds_for_all() -> None:
    assert set(
        streets("engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]").values()
    ) == {"Held"}


def test_with_a_street_for_that_one_only() -> None:
    assert streets(
        "engagements: [{who: Jans, what: inspection, kind: performance, for: High Street, from: 2020-01-01}]"
    ) == {"High Street": "Held", "Low Street": "Gap Vacuum"}


def test_a_contract_may_name_its_street() -> None:
    found = streets(
        "agreements: [{kind: service contract, between: [Jans, Board], what: inspection, for: Low Street, from: 2020-01-01}]"
    )
    assert found == {"High Street": "Gap Vacuum", "Low Street": "Held"}


def test_a_subscription_is_for_the_street_that_has_it() -> None:
    found = streets(
        "agreements: [{kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01}]", "repair"
    )
    assert found == {"High Street": "Held", "Low Street": "Gap Vacuum"}


def test_an_offer_and_a_refusal_for_one_street_say_nothing_of_the_other() -> None:
    condition = "offers: [{who: Jans, what: inspection, for: High Street, from: 2024-01-01, on condition of: key is there}]\nstate of affairs: {key is there: no}"
    assert streets(condition) == {"High Street": "Gap ConditionUnmet", "Low Street": "Gap Vacuum"}
    refusal = (
        condition + "\nevents: [{date: 2024-02-01, who: Jans, what: refused, about: inspection, for: High Street}]"
    )
    assert streets(refusal) == {"High Street": "Gap Vacuum", "Low Street": "Gap Vacuum"}


@pytest.mark.parametrize(
    ("when", "windows"), [("", {"summer"}), (", when: winter", {"winter"}), (", when: all year", {"summer", "winter"})]
)
def test_windows_follow_the_kind_of_agreement_unless_it_names_others(when: str, windows: set[str]) -> None:
    seen = village(
        f"parties: {{Jans: fitter}}\nagreements: [{{kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01{when}}}]\n",
        needs="{what: repair, when: all year}",
    )
    assert {window for window in ("summer", "winter") if seen.verdict("repair", window=window) == "Held"} == windows


def test_who_of_two_takes_it_on_is_said_with_by() -> None:
    text = "parties: {{Jans: fitter, Kees: fitter}}\nagreements: [{{kind: service contract, between: [Jans, Kees], what: inspection, from: 2020-01-01{}}}]\n"
    assert village(text.format(", by: Jans"), needs="{what: inspection}").holders("inspection") == {"Jans"}


def test_an_agreement_that_may_exist_is_at_most_possible() -> None:
    text = "parties: {Jans: fitter, Board: water board}\nagreements: [{kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, exists: unknown}]\n"
    assert village(text, needs="{what: inspection}").verdict("inspection") == "Undetermined"


# -- Through ties and partners

SUBSCRIBED = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
    parties: {Jans: fitter, Board: water board, Red Brigade: fire brigade}
    agreements:
      - {kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01}
      - {kind: KIND, between: [Jans, OTHER], from: 2020-01-01}
"""


@pytest.mark.parametrize(
    ("kind", "other", "performer"),
    [("rounds contract", "Board", "Jans"), ("helper deal", "Red Brigade", "Red Brigade")],
)
def test_an_agreement_reaches_the_streets_to_which_a_party_to_it_is_tied(kind: str, other: str, performer: str) -> None:
    seen = village(SUBSCRIBED.replace("KIND", kind).replace("OTHER", other))
    held = {seen.name(c.situation): {seen.name(p) for p in c.holders} for c in seen.cells("inspection")}
    assert held == {"High Street": {performer}, "Low Street": set()}


def test_who_is_employed_does_for_its_employer_what_no_agreement_says_otherwise() -> None:
    seen = village(
        """
        parties: {Anna: fitter, Bert: {is: fitter, employed by: Anna}, Board: water board}
        agreements: [{kind: handshake, between: [Bert, Board], what: inspection, from: 2020-01-01}]
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Bert"}
    assert seen.holders("inspection", "Accountability") == {"Anna"}


def test_an_engagement_under_an_agreement_ends_with_it() -> None:
    text = """
        parties: {Jans: fitter, Board: water board}
        agreements: [{name: pact, kind: water pact, between: [Jans, Board], from: 2020-01-01}]
        engagements: [{who: Jans, what: inspection, kind: performance, agreement: pact, from: 2020-01-01}]
        EVENTS
    """
    assert village(text.replace("EVENTS", ""), needs="{what: inspection}").verdict("inspection") == "Held"
    ended = text.replace("EVENTS", "events: [{date: 2024-05-31, who: Jans, what: ended, agreement: pact}]")
    assert village(ended, needs="{what: inspection}").verdict("inspection") == "Gap Lapsed"


# -- Where the street is


def station(kind: str, opened: str = "") -> set[str]:
    setting = f"setting: {{name: Station, kind: {kind}{opened}}}\n" if kind else ""
    seen = village(f"{setting}streets: [{{name: Yard, from: 2023-06-01, ground: yard}}]\n")
    return {f"{seen.name(c.function)} {c.verdict}" for c in seen.judgement.cells if c.kind == "Performance"}


def test_the_type_of_the_setting_tells_which_norms_apply() -> None:
    assert station("water board") == set()
    assert station("") == {"painting Undetermined", "marking Undetermined"}
    assert station("fire brigade", ", opened: 2022-01-01") == {"painting Gap"}


def test_a_norm_on_new_settings_looks_at_the_day_of_opening() -> None:
    assert station("fire brigade", ", opened: 2023-01-01") == {"painting Gap", "marking Gap"}
    assert station("fire brigade") == {"painting Gap", "marking Undetermined"}


# -- Near misses


def test_near_misses_are_listed_with_their_reason() -> None:
    seen = village(
        """
        parties: {Board: water board, Anna: fitter, Bert: fitter, Cor: fitter}
        engagements:
          - {who: Anna, what: greasing, kind: performance, when: all year, from: 2020-01-01}
          - {who: Bert, what: repair, kind: performance, when: summer, from: 2020-01-01}
        """,
        needs="{what: repair, when: winter}",
    )
    assert seen.misses("repair", "winter") == {
        "Board": ("OtherKind", "board-organises"),
        "Anna": ("NarrowerFunction", "Anna: greasing"),
        "Bert": ("OtherWindows", "Bert: repair"),
        "Cor": ("AbleType", "Cor"),
    }


def test_a_limit_that_stands_in_the_way_of_a_near_miss_is_shown_with_it() -> None:
    seen = village("parties: {Jans: fitter}\n", needs="{what: water pressure}")
    assert seen.misses("pressure") == {"Jans": ("AbleType", "fitter-no-pressure")}


CONDUCT = """
    streets:
      - {{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
      - {{name: Low Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
    parties: {{Jans: fitter}}
    {engaged}
    conduct: [{{who: Jans, what: inspection, how: {how}{place}, from: 2024-02-01}}]
"""


@pytest.mark.parametrize(
    ("place", "told"), [("", {"High Street", "Low Street"}), (", for: Low Street", {"Low Street"})]
)
def test_what_is_done_in_one_street_is_told_of_that_one_only(place: str, told: set[str]) -> None:
    engaged = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]"
    seen = village(CONDUCT.format(engaged=engaged, how="falls short", place=place))
    assert {seen.name(finding.situation) for finding in seen.findings("Breach")} == told
    seen = village(CONDUCT.format(engaged="", how="without agreement", place=place))
    assert {seen.name(finding.situation) for finding in seen.findings("Vacuum") if finding.in_fact} == told

"""What must be known where a cell is undetermined: every sort of missing fact, what it is about and whose it is.

Each has beside it the nearest case in which that fact is given, and nothing is asked.
"""

import pytest
from tests.toy.asked import CREW, DEAL, ENGAGED, INSPECTION, Asked, asked, fact, jans, on_street
from tests.toy.seen import village

# -- Characteristics

GROUND = fact("CharacteristicUnknown", "ground", "High Street")


@pytest.mark.parametrize(("where", "facts"), [("", [GROUND]), (", ground: quay", []), (", ground: green", [])])
def test_a_characteristic_on_which_a_requirement_depends(where: str, facts: list[Asked]) -> None:
    assert on_street(where, "inspection") == facts


@pytest.mark.parametrize(("where", "facts"), [("", [GROUND]), (", ground: lane", []), (", ground: quay", [])])
def test_a_characteristic_on_which_an_exception_depends(where: str, facts: list[Asked]) -> None:
    more = "parties: {Piet: master fitter}\nengagements: [{who: Piet, what: water pressure, kind: performance, from: 2020-01-01}]\n"
    assert on_street(where + ", needs: {what: water pressure}", "pressure", more=more) == facts


@pytest.mark.parametrize(("where", "facts"), [("", [GROUND]), (", ground: quay", []), (", ground: lane", [])])
def test_a_characteristic_on_which_it_depends_what_an_agreement_brings(where: str, facts: list[Asked]) -> None:
    more = CREW + DEAL.replace("ON", "").replace("service contract", "quay deal").replace("inspection", "flushing")
    assert on_street(where + ", needs: {what: flushing}", "flushing", more=more) == facts


def test_a_characteristic_on_which_nothing_here_depends_is_not_asked() -> None:
    text = CREW + ENGAGED.replace("ON", ", on condition of: key is there")
    seen = village(
        f"streets: [{{name: High Street, from: 2020-01-01, needs: {{what: greasing}}}}]\n{text}".replace(
            "inspection", "greasing"
        )
    )
    assert asked(seen, "greasing") == [fact("StateUnknown", "key_there", "Jans")]


@pytest.mark.parametrize(
    ("setting", "painting", "marking"),
    [
        ("", [fact("CharacteristicUnknown", "setting", "Yard")], [fact("CharacteristicUnknown", "setting", "Yard")]),
        ("kind: fire brigade", [], [fact("CharacteristicUnknown", "openedDay", "Station")]),
        ("kind: fire brigade, opened: 2023-01-01", [], []),
    ],
)
def test_the_setting_and_the_day_it_opened(setting: str, painting: list[Asked], marking: list[Asked]) -> None:
    where = f"setting: {{name: Station, {setting}}}\n" if setting else ""
    seen = village(where + "streets: [{name: Yard, from: 2023-06-01, ground: yard}]\n")
    assert (asked(seen, "painting"), asked(seen, "marking")) == (painting, marking)


@pytest.mark.parametrize(("first", "facts"), [("2023-03-01", 1), ("2022-12-31", 0)])
def test_where_people_were_before_it_is_no_question_when_a_setting_opened(first: str, facts: int) -> None:
    """Where a norm speaks of settings opened since a day, and somebody was surely there before that day."""
    seen = village(
        "setting: {name: Station, kind: fire brigade}\n"
        f"streets: [{{name: Yard, from: 2023-06-01, ground: yard}}, {{name: Old Yard, from: {first}, ground: green}}]\n"
    )
    assert len(asked(seen, "marking")) == facts


# -- Ties


@pytest.mark.parametrize(
    ("tie", "facts"),
    [
        (", brigade: unknown", [fact("TieUnknown", "brigade_of", "High Street")]),
        ("", [fact("TieUnknown", "brigade_of", "High Street")]),
        (", brigade: none", []),
        (", brigade: Red Brigade", []),
    ],
)
def test_who_has_a_tie(tie: str, facts: list[Asked]) -> None:
    assert on_street(", ground: green, needs: {what: thawing}" + tie, "thawing") == facts


# -- Conditions

KEY = fact("StateUnknown", "key_there", "Jans")
ON_KEY = ", on condition of: key is there"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("", [KEY]),
        ("state of affairs: {key is there: unknown}\n", [KEY]),
        ("state of affairs: {key is there: yes}\n", []),
        ("state of affairs: {key is there: no}\n", []),
        (
            "state of affairs: {key is there: [{is: yes}, {is: no}]}\n",
            [fact("StatementsContradict", "key_there", "Jans")],
        ),
    ],
)
def test_a_condition_of_an_engagement(said: str, facts: list[Asked]) -> None:
    assert jans(ON_KEY, said) == facts


@pytest.mark.parametrize(("said", "lines"), [("", 0), ("unknown", 1), ("[{is: yes}, {is: no}]", 2)])
def test_what_the_scenario_says_of_it_comes_with_it(said: str, lines: int) -> None:
    text = CREW + ENGAGED.replace("ON", ON_KEY) + (f"state of affairs: {{key is there: {said}}}\n" if said else "")
    (finding,) = village(text, needs=INSPECTION).findings("UndeterminedFinding")
    assert [len(one.facts) for one in finding.missing] == [lines]


def test_of_several_conditions_those_that_are_not_known() -> None:
    said = "state of affairs: {pay agreed: yes}\n"
    assert jans(", on condition of: usual terms", said) == [KEY]
    assert jans(", on condition of: usual terms") == [KEY, fact("StateUnknown", "pay_agreed", "Jans")]


@pytest.mark.parametrize(
    ("said", "facts"),
    [("unknown", [fact("StateUnknown", "dark", "High Street")]), ("yes", []), ("no", [])],
)
def test_the_condition_of_a_requirement_is_one_of_the_situation(said: str, facts: list[Asked]) -> None:
    more = CREW + f"state of affairs: {{street is dark: {said}}}\n"
    assert on_street(", ground: lane", "marking", more=more) == facts


@pytest.mark.parametrize(
    ("said", "facts"), [("unknown", [fact("StateUnknown", "key_there", "Red Brigade")]), ("yes", []), ("no", [])]
)
def test_the_condition_of_a_duty_is_one_of_who_has_it(said: str, facts: list[Asked]) -> None:
    more = f"parties: {{Red Brigade: fire brigade}}\nstate of affairs: {{key is there: {said}}}\n"
    assert on_street(", ground: lane, needs: {what: repair}", "repair", more=more) == facts


def test_the_condition_of_who_surely_falls_short_is_not_asked() -> None:
    terms = ", on condition of: [key is there, pay agreed]"
    other = ENGAGED.replace("ON", terms).replace(
        "}]", "}, {who: Kees, what: inspection, kind: performance, from: 2020-01-01, on condition of: street is dark}]"
    )
    assert jans(engaged=other, more="state of affairs: {pay agreed: no}\n") == [fact("StateUnknown", "dark", "Kees")]


def test_what_a_waiting_engagement_needs_to_know_is_what_the_other_needs() -> None:
    chain = ENGAGED.replace("ON", ", on condition of: {what: greasing}").replace(
        "}]", "}, {who: Kees, what: greasing, kind: performance, from: 2020-01-01WHEN}]"
    )
    assert jans(engaged=chain.replace("WHEN", ON_KEY)) == [fact("StateUnknown", "key_there", "Kees")]
    assert jans(engaged=chain.replace("WHEN", "")) == []


@pytest.mark.parametrize(
    ("what", "facts"), [("greasing", [fact("SourceLeavesOpen", "repaired", "Jans")]), ("repair", []), ("flushing", [])]
)
def test_what_the_source_of_a_condition_leaves_open(what: str, facts: list[Asked]) -> None:
    more = f"{{who: Kees, what: {what}, kind: performance, from: 2020-01-01}}"
    assert (
        jans(engaged=ENGAGED.replace("ON", ", on condition of: there is repair").replace("}]", "}, " + more + "]"))
        == facts
    )


# -- Agreements


@pytest.mark.parametrize(
    ("exists", "facts"),
    [(", exists: unknown", [fact("AgreementUncertain", "deal", "Jans", "Board")]), (", exists: yes", []), ("", [])],
)
def test_whether_there_is_an_agreement(exists: str, facts: list[Asked]) -> None:
    assert jans(exists, engaged=DEAL) == facts


@pytest.mark.parametrize(
    ("writing", "facts"),
    [
        ("", [fact("WritingUnknown", "pact", "Jans", "Board")]),
        (", in writing: yes", []),
        (", in writing: no", []),
    ],
)
def test_whether_it_is_in_writing(writing: str, facts: list[Asked]) -> None:
    pact = "agreements: [{name: pact, kind: water pact, between: [Jans, Board], from: 2020-01-01WRITING}]\n"
    terms = ", on condition of: {agreement: water pact, between: [Jans, Board], in writing: yes}"
    assert jans(terms, pact.replace("WRITING", writing)) == facts


NOTICE = """
    events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]
    state of affairs: {SAID}
"""


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("good reason: unknown", [fact("EndingGroundUnknown", "good_reason", "Jans")]),
        ("pay agreed: yes", [fact("EndingGroundUnknown", "good_reason", "Jans")]),
        ("good reason: yes", []),
        ("good reason: no", []),
    ],
)
def test_the_ground_that_a_rule_asks_for_an_ending(said: str, facts: list[Asked]) -> None:
    assert jans(engaged=DEAL, more=NOTICE.replace("SAID", said)) == facts
    assert jans(engaged=DEAL, more=NOTICE.replace("SAID", said), as_of="2024-05-31") == []


# -- What is not described

PARTS = {"parties": "AllParties", "agreements": "AllAgreements", "engagements": "AllEngagements"}


@pytest.mark.parametrize("left_out", [["parties"], ["agreements", "engagements"], []])
def test_what_is_not_described_in_full(left_out: list[str]) -> None:
    full = f"in full: [{', '.join(part for part in PARTS if part not in left_out)}]\n"
    seen = village(full + "parties: {Jans: fitter}\n", needs=INSPECTION)
    assert {(sort, about) for sort, about, _ in asked(seen, "inspection")} == {
        ("NotDescribedInFull", PARTS[part]) for part in left_out
    }


# -- What follows from something else


def test_what_is_possibly_called_for_asks_what_its_cause_asks() -> None:
    text = CREW + ENGAGED.replace("ON", ON_KEY).replace("inspection", "repair")
    assert asked(village(text, needs="{what: repair}"), "tank_wagon") == [KEY]
    assert asked(village(text + "state of affairs: {key is there: yes}\n", needs="{what: repair}"), "tank_wagon") == []


def test_what_a_duty_sees_to_is_asked_as_what_it_is_needed_for() -> None:
    more = "parties: {Shops: shop association}\n"
    assert on_street(", ground: lane", "marking", "Organisation", more) == [fact("StateUnknown", "dark", "High Street")]


def test_the_principal_of_whom_it_is_not_known_whether_it_is_bound() -> None:
    text = (
        CREW
        + """agreements:
  - {name: deal, kind: service contract, between: [Kees, Board], what: inspection, from: 2020-01-01UNTIL}
  - {name: help, kind: handshake, between: [Jans, Board], what: inspection, from: 2020-01-01, on behalf of: Kees}
"""
    )
    seen = village(text.replace("UNTIL", ", until: 2024-06"), needs=INSPECTION)
    assert asked(seen, "inspection") == [fact("EndUncertain", "deal", "Kees", "Board")]
    assert asked(village(text.replace("UNTIL", ""), needs=INSPECTION), "inspection") == []


def test_what_decides_most_is_asked_first_and_nothing_twice() -> None:
    text = DEAL.replace("ON", ", exists: unknown" + ON_KEY + ", until: 2024-06").replace("inspection", "marking")
    assert [one[0] for one in on_street("", "marking", more=CREW + text)] == [
        "CharacteristicUnknown",
        "CharacteristicUnknown",
        "StateUnknown",
        "StateUnknown",
        "AgreementUncertain",
        "EndUncertain",
    ]

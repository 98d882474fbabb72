"""What must be known of days: of what has one, the earliest and the latest; and nothing where the day does not matter."""

import pytest
from tests.toy.asked import CREW, DEAL, ENGAGED, INSPECTION, Asked, asked, fact, jans, on_street
from tests.toy.seen import village


@pytest.mark.parametrize(
    ("period", "facts"),
    [
        ("from: 2024-06", [fact("BeginUncertain", "Jans: inspection", "Jans")]),
        ("from: 2020-01-01, until: 2024-06", [fact("EndUncertain", "Jans: inspection", "Jans")]),
        ("from: 2024-06-01", []),
        ("from: 2020-01-01, until: 2024-06-30", []),
    ],
)
def test_the_days_of_an_engagement(period: str, facts: list[Asked]) -> None:
    assert jans(engaged=ENGAGED.replace("ON", "").replace("from: 2020-01-01", period)) == facts


def test_a_vague_day_lies_between_two_days() -> None:
    text = CREW + ENGAGED.replace("ON", ", until: 2024-06")
    (finding,) = village(text, needs=INSPECTION).findings("UndeterminedFinding")
    (missing,) = finding.missing
    assert (missing.earliest, missing.latest) == (739038, 739067)  # 1 and 30 June 2024


@pytest.mark.parametrize(
    ("until", "facts"),
    [(", until: 2024-06", [fact("EndUncertain", "deal", "Jans", "Board")]), (", until: 2024-06-30", [])],
)
def test_the_days_of_an_agreement(until: str, facts: list[Asked]) -> None:
    assert jans(until, engaged=DEAL) == facts


@pytest.mark.parametrize(
    ("until", "facts"),
    [(", until: 2024-06", [fact("EndUncertain", "ill", "Jans")]), (", until: 2024-06-14", []), ("", [])],
)
def test_the_days_of_a_state(until: str, facts: list[Asked]) -> None:
    found = jans(more=f"party states: [{{who: Jans, is: ill, from: 2024-03-01{until}}}]\n")
    assert [(sort, of) for sort, _, of in found] == [(sort, of) for sort, _, of in facts]


@pytest.mark.parametrize(
    ("since", "facts"), [("2024-06", [("BeginUncertain", frozenset({"High Street"}))]), ("2024-06-01", [])]
)
def test_the_days_of_a_need(since: str, facts: list[tuple[str, frozenset[str]]]) -> None:
    found = on_street(f", ground: green, needs: {{what: inspection, from: {since}}}", "inspection")
    assert [(sort, of) for sort, _, of in found] == facts


@pytest.mark.parametrize(
    ("period", "facts"),
    [
        ("from: 2024-06", [fact("BeginUncertain", "Quay")]),
        ("from: 2020-01-01, until: 2024-06", [fact("EndUncertain", "Quay")]),
        ("from: 2024-06-01", []),
    ],
)
def test_the_days_of_a_situation(period: str, facts: list[Asked]) -> None:
    seen = village(f"streets: [{{name: Quay, {period}, ground: quay, brigade: none}}]\n")
    assert asked(seen, "inspection") == facts


@pytest.mark.parametrize(
    ("until", "facts"), [("2024-06", [("EndUncertain", frozenset({"Red Brigade"}))]), ("2024-06-30", [])]
)
def test_the_days_of_an_involvement(until: str, facts: list[tuple[str, frozenset[str]]]) -> None:
    tie = f", ground: green, brigade: [{{who: Red Brigade, until: {until}}}], needs: {{what: thawing}}"
    assert [(sort, of) for sort, _, of in on_street(tie, "thawing")] == facts


@pytest.mark.parametrize(
    ("as_of", "facts"),
    [
        ("2018-03-15", [fact("BeginUncertain", "quay-thawing")]),
        ("2023-05-15", [fact("EndUncertain", "quay-thawing")]),
        ("2022-06-15", []),
    ],
)
def test_the_days_of_a_norm(as_of: str, facts: list[Asked]) -> None:
    text = "streets: [{name: Quay, from: 2017-01-01, ground: quay, brigade: none}]\n"
    assert asked(village(text, as_of=as_of), "thawing") == facts

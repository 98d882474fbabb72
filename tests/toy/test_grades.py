"""One word for each function, and which of several reasons leads."""

import pytest
from tests.toy.seen import Seen, village


def grade(seen: Seen, function: str) -> str:
    (found,) = [grade.grade for grade in seen.judgement.grades if seen.name(grade.function) == function]
    return found


def engaged(who: str, what: str, kind: str = "performance", more: str = "") -> str:
    return f"engagements: [{{who: {who}, what: {what}, kind: {kind}, from: 2020-01-01{more}}}]\n"


BOARD = "parties: {Board: water board, Jans: fitter}\n"
BOTH = "parties: {Red Brigade: fire brigade, Shops: shop association}\n"


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        ("lookout", BOTH, "Nobody"),
        ("inspection", BOARD, "NoPerformer"),
        ("lookout", BOTH + engaged("Red Brigade", "lookout"), "NoLead"),
        ("marking", BOTH + engaged("Shops", "marking"), "NoLead"),
        ("inspection", BOARD + engaged("Jans", "inspection", more=", on condition of: key is there"), "Unclear"),
        ("inspection", BOARD + engaged("Jans", "inspection"), "InOrder"),
    ],
)
def test_a_function_gets_the_first_grade_that_fits(what: str, text: str, expected: str) -> None:
    assert grade(village(text, needs=f"{{what: {what}}}"), what) == expected


def test_any_other_gap_is_not_arranged() -> None:
    text = "streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: flushing}}]\n"
    assert grade(village(text + BOARD + engaged("Board", "flushing")), "flushing") == "NotArranged"


def test_only_what_is_in_order_everywhere_is_in_order() -> None:
    assert village(BOARD + engaged("Jans", "inspection"), needs="{what: inspection}").judgement.in_order
    assert not village(BOARD, needs="{what: inspection}").judgement.in_order


REASONS = {
    "NoCapacity": ("  - {who: Ill, what: pressure, kind: performance, from: 2020-01-01}\n", "Ill"),
    "ConditionUnmet": (
        "  - {who: Cond, what: pressure, kind: performance, from: 2020-01-01, on condition of: key is there}\n",
        "Cond",
    ),
    "BeyondCompetence": ("  - {who: Jans, what: pressure, kind: performance, from: 2020-01-01}\n", "Jans"),
    "Lapsed": ("  - {who: Gone, what: pressure, kind: performance, from: 2020-01-01, until: 2024-05-31}\n", "Gone"),
}


def pressure(*kinds: str, more: str = "") -> Seen:
    lines = "".join(REASONS[kind][0] for kind in kinds).replace("what: pressure", "what: water pressure")
    return village(
        "parties: {Ill: water board, Cond: water board, Gone: water board, Jans: fitter}\n"
        "party states: [{who: Ill, is: ill, from: 2024-01-01}]\nstate of affairs: {key is there: no}\n"
        f"engagements:\n{lines}{more}",
        needs="{what: water pressure}",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("NoCapacity", "ConditionUnmet"), ("ConditionUnmet", "BeyondCompetence"), ("BeyondCompetence", "Lapsed")],
)
def test_reasons_lead_in_the_order_of_the_model(first: str, second: str) -> None:
    assert pressure(first).verdict("pressure") == f"Gap {first}"
    assert pressure(second).verdict("pressure") == f"Gap {second}"
    seen = pressure(second, first)
    assert seen.verdict("pressure") == f"Gap {first}"
    listed = {party: shortfalls for party, _, shortfalls in seen.candidates("pressure")}
    assert listed[REASONS[second][1]] == (("Ended",) if second == "Lapsed" else (second,)), "the rest is listed"


def test_what_is_certain_leads_whatever_is_possible_beside_it() -> None:
    seen = village(
        """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}]
        party states: [{who: Jans, is: ill, from: 2024-01-01}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Gap NoCapacity"
    assert ("Jans", "Bound", ("ConditionUnmet?", "NoCapacity")) in seen.candidates("inspection")

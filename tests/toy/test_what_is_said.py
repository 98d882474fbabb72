"""What is said of a condition, a street, a party or an agreement: of what, of which days, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Triple
from tests.toy.seen import Seen, read, see, village

from hiaat.scenario.terms import h

WHERE = ["agreement", "party", "street", "all"]
MORE_GENERAL = {"agreement": "all", "party": "all", "street": "all"}


def told(condition: str = "key is there", more: str = "", agreement_too: str = "", **said: str) -> Seen:
    """Jans inspects on a condition; what is said of the agreement, of Jans, of the street, of all."""
    own = {where: f", state of affairs: {{{text}}}" for where, text in said.items()}
    everywhere = f"state of affairs: {{{said['all']}}}" if "all" in said else ""
    return village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}{own.get("street", "")}}}]
        parties: {{Jans: {{is: fitter{own.get("party", "")}}}, Board: water board}}
        agreements:
          - {{kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, on condition of: {condition}{own.get("agreement", "")}}}
          {agreement_too}
        {everywhere}
        {more}
        """
    )


def found(seen: Seen) -> tuple[str, date | None]:
    return seen.verdict("inspection"), seen.since("inspection")


@pytest.mark.parametrize("where", WHERE)
def test_what_is_said_of_later_days_says_nothing_of_this_one(where: str) -> None:
    said = "key is there: [{is: yes, until: 2024-06-30}, {is: no, from: 2024-07-01}]"
    assert found(told(**{where: said})) == ("Held", None)


@pytest.mark.parametrize("where", MORE_GENERAL)
@pytest.mark.parametrize("days", ["until: 2024-05-31", "from: 2024-07-01"])
def test_what_is_said_of_other_days_leaves_it_to_what_is_said_of_all(where: str, days: str) -> None:
    said = f"key is there: [{{is: no, {days}}}]"
    assert found(told(**{where: said, "all": "key is there: yes"})) == ("Held", None)


@pytest.mark.parametrize("where", MORE_GENERAL)
def test_what_is_said_of_one_condition_says_nothing_of_another(where: str) -> None:
    assert found(told(**{where: "pay agreed: no", "all": "key is there: yes"})) == ("Held", None)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("{is: no, from: 2024-06}", ("Undetermined", date(2020, 1, 1))),
        ("{is: yes, from: 2020-01-01, until: 2024-06}", ("Undetermined", date(2024, 6, 2))),
        ("{is: no, from: 2024-05}", ("Gap ConditionUnmet", date(2024, 5, 31))),
        ("[{is: yes}, {is: no}]", ("Undetermined", date(2020, 1, 1))),
    ],
    ids=["perhaps not yet", "perhaps no more", "surely since the last day of that month", "both"],
)
def test_it_is_as_sure_as_its_days_and_as_what_is_said_beside_it(
    where: str, said: str, verdict: tuple[str, date | None]
) -> None:
    assert found(told(**{where: f"key is there: {said}"})) == verdict


def test_what_is_surely_not_so_is_not_so_from_its_own_day_whatever_is_perhaps_so_before() -> None:
    said = "key is there: [{is: no, from: 2024-06-10}, {is: no, from: 2024-06}]"
    assert told(all=said).since("inspection") == date(2024, 6, 10)


STATED = """
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: marking}]}]
    parties: {Jans: fitter, Kees: fitter}
    engagements:
      - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}
      - {who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: key is there}
    state of affairs: {key is there: no}
"""


def test_what_is_said_of_an_engagement_counts_for_that_one() -> None:
    scene = read(STATED)
    (his,) = {one.subject for one in scene.triples if str(one.subject).endswith("/jans-inspection>")}
    (state,) = {one.subject for one in scene.triples if one.predicate == h.state}
    seen = see(replace(scene, triples=(*scene.triples, Triple(state, h.of, his))))
    assert (seen.verdict("inspection"), seen.verdict("marking")) == ("Gap ConditionUnmet", "Undetermined")


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("answer", "state"), [("yes", "Met"), ("no", "NotMet")])
def test_a_condition_on_an_agreement_may_be_stated_where_agreements_are_not_described(
    where: str, answer: str, state: str
) -> None:
    seen = told(
        "water pact with a water board",
        "in full: [parties, engagements]",
        **{where: f"water pact with a water board: {answer}"},
    )
    assert [one.state for one in seen.judgement.conditions] == [state]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("answer", "state"), [("yes", "Met"), ("no", "NotMet"), ("unknown", "Unknown")])
def test_so_may_one_on_a_function_where_engagements_are_not_described(where: str, answer: str, state: str) -> None:
    seen = told(
        "somebody sees to repair", "in full: [parties, agreements]", **{where: f"somebody sees to repair: {answer}"}
    )
    assert [one.state for one in seen.judgement.conditions] == [state]


@pytest.mark.parametrize("where", WHERE)
def test_what_is_agreed_goes_before_what_is_said_of_it(where: str) -> None:
    pact = "- {kind: water pact, between: [Jans, Board], from: 2020-01-01}"
    full = "in full: [parties, engagements]"
    seen = told("water pact with a water board", full, pact, **{where: "water pact with a water board: no"})
    assert found(seen) == ("Assigned", None)
    assert [one.state for one in seen.judgement.conditions] == ["Met"]


# -- Agreements that a condition asks for


PACTS = """
    parties: {{Jans: fitter, Kees: fitter, Board: water board, Dike Board: water board, Shops: shop association}}
    agreements:
      {pact}
      - {{name: deal, kind: {kind}, between: [{who}, Shops], what: inspection, from: 2020-01-01, on condition of: {condition}}}
"""
NAMED = "{agreement: water pact, between: [Jans, Board]}"
TYPED = "water pact with a water board"


@pytest.mark.parametrize(
    ("condition", "pact", "verdict"),
    [
        (NAMED, "kind: water pact, between: [Jans, Board]", "Held"),
        (NAMED, "kind: water pact, between: [Jans, Board], in writing: no", "Held"),
        (NAMED, "kind: water pact, between: [Jans, Board], until: 2024-05-31", "Gap ConditionUnmet"),
        (NAMED, "kind: water pact, between: [Jans, Dike Board]", "Gap ConditionUnmet"),
        (NAMED, "kind: division, between: [Jans, Board]", "Gap ConditionUnmet"),
        (TYPED, "kind: water pact, between: [Jans, Dike Board]", "Held"),
        (TYPED, "kind: water pact, between: [Kees, Board]", "Gap ConditionUnmet"),
        (TYPED, "kind: division, between: [Jans, Board]", "Gap ConditionUnmet"),
    ],
)
def test_an_agreement_that_is_asked_for_must_be_that_one(condition: str, pact: str, verdict: str) -> None:
    pact = pact.replace("division", "division of streets")
    started = pact if "from" in pact else f"{pact}, from: 2020-01-01"
    text = PACTS.format(pact=f"- {{{started}}}", condition=condition, who="Jans", kind="service contract")
    assert village(text, needs="{what: inspection}").verdict("inspection") == verdict


@pytest.mark.parametrize(("other", "verdict"), [("Shops", "Gap ConditionUnmet"), ("Dike Board", "Held")])
def test_who_is_of_the_type_itself_needs_another_of_that_type(other: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Board: water board, Dike Board: water board, Shops: shop association}}
        agreements: [{{kind: water pact, between: [Board, {other}], from: 2020-01-01}}]
        engagements: [{{who: Board, what: flushing, kind: performance, from: 2020-01-01, on condition of: {TYPED}}}]
        """,
        needs="{what: flushing}",
    )
    assert seen.verdict("flushing") == verdict


def test_writing_is_asked_of_the_condition_that_asks_it_only() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Board: water board, Dike Board: water board}
        agreements:
          - {kind: water pact, between: [Jans, Board], in writing: no, from: 2020-01-01}
          - {kind: water pact, between: [Jans, Dike Board], in writing: yes, from: 2020-01-01}
          - {kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, on condition of: [
              {agreement: water pact, between: [Jans, Board]}, {agreement: water pact, between: [Jans, Dike Board], in writing: yes}]}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Held"


# -- On whom a condition bears


@pytest.mark.parametrize(("said", "verdict"), [("no", "Gap ConditionUnmet"), ("unknown", "Undetermined")])
def test_who_lets_another_do_it_on_a_condition_answers_for_it_all_the_same(said: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Anna: fitter, Bert: fitter}}
        engagements: [{{who: Bert, what: inspection, kind: performance, on behalf of: Anna, from: 2020-01-01, on condition of: key is there}}]
        state of affairs: {{key is there: {said}}}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict
    assert seen.candidates("inspection", "Accountability") == {("Anna", "Bound", ())}


@pytest.mark.parametrize("said", ["no", "unknown"])
def test_of_what_has_ended_no_condition_is_told(said: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31, on condition of: key is there}}]
        state of affairs: {{key is there: {said}}}
        """,
        needs="{what: inspection}",
    )
    assert ("Jans", "Former", ("Ended",)) in seen.candidates("inspection")
    assert seen.verdict("inspection") == "Gap Lapsed"


# -- Days


def test_a_need_that_was_is_none() -> None:
    seen = village("parties: {Jans: fitter}\n", needs="{what: inspection, from: 2020-01-01, until: 2024-05-31}")
    assert not seen.cells("inspection")


@pytest.mark.parametrize("days", ["from: 2025-01-01", "from: 2020-01-01, until: 2024-05-31"])
def test_nothing_is_needed_in_a_street_that_is_not_there(days: str) -> None:
    need = "needs: {what: inspection, from: 2020-01-01}"
    seen = village(f"streets: [{{name: High Street, {days}, ground: green, {need}}}]\nparties: {{Jans: fitter}}\n")
    assert not seen.cells("inspection")


def test_what_began_in_a_month_that_is_over_surely_began_on_its_last_day() -> None:
    seen = village("parties: {Jans: fitter}\n", needs="{what: inspection, from: 2024-05}")
    assert found(seen) == ("Gap Vacuum", date(2024, 5, 31))
    ill = """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]
        party states: [{who: Jans, is: ill, from: 2024-05}]
    """
    assert found(village(ill, needs="{what: inspection}")) == ("Gap NoCapacity", date(2024, 5, 31))

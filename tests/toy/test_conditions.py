"""Conditions: the most specific statement wins, what is not said is unknown, and functions that wait for functions."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import street

from hiaat.errors import EngineError

TERMS = """
    parties: {{Jans: {party}, Board: water board}}
    agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, on condition of: {condition}{agreement}}}]
"""


def on(condition: str = "key is there", party: str = "fitter", agreement: str = "", more: str = "") -> Seen:
    """Jans inspects by a contract on this condition; more is said of him, of the contract, or of all."""
    text = TERMS.format(condition=condition, party=party, agreement=agreement)
    return village(
        "".join(line.removeprefix("    ") + "\n" for line in text.splitlines()) + more, needs="{what: inspection}"
    )


ALL = "state of affairs: {{key is there: {}}}\n"


@pytest.mark.parametrize(
    ("said", "verdict"), [("yes", "Held"), ("no", "Gap ConditionUnmet"), ("unknown", "Undetermined")]
)
def test_a_stated_condition_decides(said: str, verdict: str) -> None:
    assert on(more=ALL.format(said)).verdict("inspection") == verdict


def test_what_is_not_said_is_unknown() -> None:
    assert on().verdict("inspection") == "Undetermined"


@pytest.mark.parametrize(("of_one", "of_all", "verdict"), [("no", "yes", "Gap ConditionUnmet"), ("yes", "no", "Held")])
def test_what_is_said_of_the_agreement_goes_before_what_is_said_of_all(of_one: str, of_all: str, verdict: str) -> None:
    own = f", state of affairs: {{key is there: {of_one}}}"
    assert on(agreement=own, more=ALL.format(of_all)).verdict("inspection") == verdict


@pytest.mark.parametrize(("of_one", "of_all", "verdict"), [("no", "yes", "Gap ConditionUnmet"), ("yes", "no", "Held")])
def test_what_is_said_of_the_party_too(of_one: str, of_all: str, verdict: str) -> None:
    party = f"{{is: fitter, state of affairs: {{key is there: {of_one}}}}}"
    assert on(party=party, more=ALL.format(of_all)).verdict("inspection") == verdict


@pytest.mark.parametrize(
    ("of_one", "of_party", "verdict"), [("yes", "no", "Held"), ("no", "yes", "Gap ConditionUnmet")]
)
def test_what_is_said_of_the_agreement_goes_before_what_is_said_of_the_party(
    of_one: str, of_party: str, verdict: str
) -> None:
    party = f"{{is: fitter, state of affairs: {{key is there: {of_party}}}}}"
    own = f", state of affairs: {{key is there: {of_one}}}"
    assert on(party=party, agreement=own).verdict("inspection") == verdict


@pytest.mark.parametrize(("of_party", "verdict"), [("yes", "Held"), ("no", "Gap ConditionUnmet")])
def test_what_is_said_of_the_party_goes_before_what_is_said_of_the_street(of_party: str, verdict: str) -> None:
    other = "no" if of_party == "yes" else "yes"
    seen = village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}, state of affairs: {{key is there: {other}}}}}]
        parties: {{Jans: {{is: fitter, state of affairs: {{key is there: {of_party}}}}}}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}}]
        """
    )
    assert seen.verdict("inspection") == verdict


@pytest.mark.parametrize(("of_street", "verdict"), [("yes", "Held"), ("no", "Gap ConditionUnmet")])
def test_what_is_said_of_the_street_goes_before_what_is_said_of_all(of_street: str, verdict: str) -> None:
    other = "no" if of_street == "yes" else "yes"
    seen = village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}, state of affairs: {{key is there: {of_street}}}}}]
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}}]
        state of affairs: {{key is there: {other}}}
        """
    )
    assert seen.verdict("inspection") == verdict


def test_contradictory_statements_are_unknown() -> None:
    assert on(more="state of affairs: {key is there: [{is: yes}, {is: no}]}\n").verdict("inspection") == "Undetermined"


def test_statements_of_different_times_do_not_contradict() -> None:
    more = "state of affairs: {key is there: [{is: no, until: 2024-05-31}, {is: yes, from: 2024-06-01}]}\n"
    assert on(more=more).verdict("inspection") == "Held"


def test_a_condition_that_implies_another_meets_it() -> None:
    assert on(more="state of affairs: {spare key is there too: yes}\n").verdict("inspection") == "Held"


def test_that_the_stronger_is_not_met_says_nothing_of_the_weaker() -> None:
    assert on(more="state of affairs: {spare key is there too: no}\n").verdict("inspection") == "Undetermined"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("key is there: yes, pay agreed: yes", "Held"),
        ("key is there: yes, pay agreed: no", "Gap ConditionUnmet"),
        ("key is there: yes", "Undetermined"),
    ],
)
def test_of_a_set_all_must_be_met(said: str, verdict: str) -> None:
    assert on("usual terms", more=f"state of affairs: {{{said}}}\n").verdict("inspection") == verdict


def test_what_is_said_of_a_set_is_said_of_its_members() -> None:
    assert on("usual terms", more="state of affairs: {usual terms: yes}\n").verdict("inspection") == "Held"


# -- Conditions that are an agreement

PACT = "{agreement: water pact, between: [Jans, Board], in writing: yes}"


@pytest.mark.parametrize(
    ("writing", "verdict"),
    [(", in writing: yes", "Held"), (", in writing: no", "Gap ConditionUnmet"), ("", "Undetermined")],
)
def test_an_agreement_in_writing_must_be_in_writing(writing: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Board: water board}}
        agreements:
          - {{kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, on condition of: {PACT}}}
          - {{kind: water pact, between: [Jans, Board], from: 2020-01-01{writing}}}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


def test_an_agreement_that_is_not_there_is_not_there_if_all_are_described() -> None:
    assert on(PACT).verdict("inspection") == "Gap ConditionUnmet"


def test_and_unknown_if_they_are_not() -> None:
    seen = on(PACT, more="in full: [parties, engagements]\n")
    assert [condition.state for condition in seen.judgement.conditions] == ["Unknown"]


@pytest.mark.parametrize(("other", "verdict"), [("Board", "Held"), ("Shops", "Gap ConditionUnmet")])
def test_an_agreement_may_be_asked_with_any_party_of_a_type(other: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Board: water board, Shops: shop association}}
        agreements: [{{kind: water pact, between: [Jans, {other}], from: 2020-01-01}}]
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: water pact with a water board}}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


# -- Conditions that are a function

GREASING = "{what: greasing, when: all year}"


@pytest.mark.parametrize(
    ("engagement", "verdict"),
    [
        ("{who: Kees, what: greasing, kind: performance, when: all year, from: 2020-01-01}", "Held"),
        ("{who: Kees, what: greasing, kind: performance, when: summer, from: 2020-01-01}", "Gap ConditionUnmet"),
        ("{who: Kees, what: greasing, kind: performance, when: all year, from: 2024-06}", "Undetermined"),
        ("{who: Kees, what: repair, kind: performance, when: all year, from: 2020-01-01}", "Held"),
        ("{who: Kees, what: greasing, kind: organisation, from: 2020-01-01}", "Gap ConditionUnmet"),
    ],
)
def test_a_function_must_be_held_in_all_its_windows(engagement: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Kees: fitter}}
        engagements:
          - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {GREASING}}}
          - {engagement}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict
    assert not seen.cells("greasing"), "a condition makes no cell that counts"


@pytest.mark.parametrize(
    ("board", "verdict"), [("Board: water board", "Held"), ("Board: street", "Gap ConditionUnmet")]
)
def test_a_condition_may_look_at_another_kind(board: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, {board}}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: somebody sees to repair}}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


def chain(length: int, last: str = "") -> Seen:
    """Each step waits for the next; the last waits for nothing, or for what is given."""
    steps = "".join(f"  - {{name: step {i}, broader: supply of fire water}}\n" for i in range(1, length + 1))
    waits = "".join(
        f"  - {{who: Jans, what: step {i}, kind: performance, from: 2020-01-01, on condition of: {{what: step {i + 1}}}}}\n"
        for i in range(1, length)
    )
    end = f"  - {{who: Jans, what: step {length}, kind: performance, from: 2020-01-01{last}}}\n"
    needs = "[" + ", ".join(f"{{what: step {i}}}" for i in range(1, length + 1)) + "]"
    street = f"streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {needs}}}]\n"
    return village(f"own functions:\n{steps}{street}parties: {{Jans: fitter}}\nengagements:\n{waits}{end}")


def verdicts(seen: Seen) -> set[str]:
    return {cell.verdict for cell in seen.judgement.cells if cell.kind == "Performance"}


@pytest.mark.parametrize("length", [2, 6, 9, 10, 12])
def test_a_chain_settles(length: int) -> None:
    assert verdicts(chain(length)) == {"Held"}


def test_a_chain_too_long_to_settle_is_refused_not_judged() -> None:
    with pytest.raises(EngineError, match="chain"):
        chain(40)


def test_a_chain_on_an_unknown_is_unknown_all_along() -> None:
    assert verdicts(chain(6, ", on condition of: key is there")) == {"Undetermined"}


def test_a_chain_on_nobody_is_a_gap_all_along() -> None:
    seen = chain(6, ", until: 2024-05-31")
    assert verdicts(seen) == {"Gap"}
    assert len(seen.findings("ConditionUnmet")) == 5
    assert not seen.findings("CircularReferral")


@pytest.mark.parametrize("steps", [2, 3])
def test_since_is_the_day_on_which_the_function_fell_away(steps: int) -> None:
    seen = chain(steps, ", until: 2023-12-31")
    assert {seen.since(f"step {i}") for i in range(1, steps + 1)} == {date(2024, 1, 1)}


def test_who_wait_for_each_other_stay_unmet_also_in_a_ring_of_three() -> None:
    seen = chain(3, ", on condition of: {what: step 1}")
    assert verdicts(seen) == {"Gap"}
    (ring,) = seen.findings("CircularReferral")
    assert {seen.name(function) for function in ring.functions} == {"step 1", "step 2", "step 3"}
    assert {seen.name(cell.function) for cell in ring.cells} == {"step 1", "step 2", "step 3"}


def test_a_ring_that_another_performer_breaks_holds() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter, Dirk: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: marking}}
          - {who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: {what: inspection}}
          - {who: Dirk, what: marking, kind: performance, from: 2020-01-01}
        """,
        needs="[{what: inspection}, {what: marking}]",
    )
    assert [seen.verdict("inspection"), seen.verdict("marking")] == ["Held", "Held"]
    assert not seen.findings("CircularReferral")


@pytest.mark.parametrize(
    ("said", "verdict", "since"),
    [
        ("{is: no, from: 2024-06}", "Undetermined", date(2020, 1, 1)),  # nothing was said of it before
        ("{is: no, from: 2024-05}", "Gap ConditionUnmet", date(2024, 5, 31)),
        ("{is: yes, from: 2020-01-01, until: 2024-06}", "Undetermined", date(2024, 6, 2)),
    ],
)
def test_a_state_with_a_vague_date_is_not_sure_in_that_month(said: str, verdict: str, since: date) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}}]
        state of affairs: {{key is there: {said}}}
        """,
        needs="{what: inspection}",
    )
    assert (seen.verdict("inspection"), seen.since("inspection")) == (verdict, since)


# -- One condition implies another


@pytest.mark.parametrize(
    ("condition", "said", "verdict"),
    [
        ("key is there", "{spare key is there too: yes}", "Held"),
        ("key is there", "{key is there: yes, spare key is there too: no}", "Held"),
        ("key is there", "{spare key is there too: no}", "Undetermined"),
        ("spare key is there too", "{key is there: no}", "Gap ConditionUnmet"),
        ("spare key is there too", "{key is there: yes}", "Undetermined"),
        ("key is there", "{key is there: no, spare key is there too: yes}", "Undetermined"),
    ],
)
def test_what_is_said_of_one_bears_on_the_other_as_far_as_it_follows(condition: str, said: str, verdict: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {condition}}}]
        state of affairs: {said}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


# -- Preconditions of guidance

LOOKOUT = """
        parties: {{Red Brigade: fire brigade}}
        {engaged}
        state of affairs: {{key is there: {{is: no, from: 2024-03-01}}}}
"""


def test_a_precondition_keeps_a_prospect_from_beginning() -> None:
    seen = village(LOOKOUT.format(engaged=""), needs="{what: lookout}")
    assert seen.verdict("lookout") == "Gap ConditionUnmet"
    assert ("Red Brigade", "Prospect", ("ConditionUnmet",)) in seen.candidates("lookout")


def test_it_undoes_no_engagement_that_was_not_made_on_it() -> None:
    engaged = "engagements: [{who: Red Brigade, what: lookout, kind: performance, from: 2020-01-01}]"
    seen = village(LOOKOUT.format(engaged=engaged), needs="{what: lookout}")
    assert seen.verdict("lookout") == "Held"
    assert len(seen.findings("Precarious")) == 1


# -- What is not described in full

WAITS = "{what: greasing}"


@pytest.mark.parametrize("left_out", ["parties", "agreements", "engagements"])
def test_a_function_that_nobody_is_known_to_hold_is_unknown_where_not_all_is_described(left_out: str) -> None:
    full = ", ".join(part for part in ("parties", "agreements", "engagements") if part != left_out)
    seen = on(WAITS, more=f"in full: [{full}]\n")
    assert ("Jans", "Bound", ("ConditionUnmet?",)) in seen.candidates("inspection")
    assert seen.verdict("inspection") == ("Undetermined" if left_out == "parties" else "Assigned"), "Board sees to it"


def test_where_all_is_described_it_is_surely_not_held() -> None:
    seen = on(WAITS)
    assert ("Jans", "Bound", ("ConditionUnmet",)) in seen.candidates("inspection")
    assert seen.verdict("inspection") == "Gap ConditionUnmet"


@pytest.mark.parametrize(
    ("full", "unmet"), [("parties, agreements, engagements", ""), ("agreements, engagements", "?")]
)
def test_so_it_is_for_who_is_willing(full: str, unmet: str) -> None:
    offer = f"parties: {{Jans: fitter}}\noffers: [{{who: Jans, what: inspection, on condition of: {WAITS}, from: 2020-01-01}}]\n"
    seen = village(offer + f"in full: [{full}]\n", needs="{what: inspection}")
    assert ("Jans", "Prospect", (f"ConditionUnmet{unmet}",)) in seen.candidates("inspection")


def test_a_condition_is_looked_at_in_each_street_of_one_engagement() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: marking}}
          - {who: Kees, what: marking, kind: performance, from: 2020-01-01, for: High Street}
        """
    )
    found = {seen.name(cell.situation): cell.verdict for cell in seen.cells("inspection")}
    assert found == {"High Street": "Held", "Low Street": "Gap"}


def test_what_is_said_of_one_street_says_nothing_of_the_other() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: yes}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: no}}
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}]
        """
    )
    found = {seen.name(cell.situation): cell.verdict for cell in seen.cells("inspection")}
    assert found == {"High Street": "Held", "Low Street": "Gap"}


WAITING = """\
engagements:
  - {who: Jans, what: inspection, kind: performance, when: summer, from: 2021-01-01, on condition of: {what: marking}}
  - {who: Kees, what: marking, kind: performance, when: summer, from: 2022-01-01, on condition of: {what: inspection}}
"""


@pytest.mark.parametrize("windowed", [False, True], ids=["a condition without a window", "in a window"])
def test_two_that_wait_for_each_other_are_a_ring_since_both_wait(windowed: bool) -> None:
    text = WAITING.replace("marking}}", "marking, when: summer}}").replace("inspection}}", "inspection, when: summer}}")
    needs = "[{what: inspection, when: summer}, {what: marking, when: summer}]"
    seen = street(text if windowed else WAITING, needs=needs)
    (ring,) = seen.findings("CircularReferral")
    assert ring.since == date(2022, 1, 1).toordinal()
    assert {seen.name(cell.window) for cell in ring.cells} == {"summer"}

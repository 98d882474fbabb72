"""Steps on this case, and who answers for what is done."""

import pytest
from tests.toy.seen import village

# -- Windows in which somebody answers for it


def answering(*lines: str) -> set[str]:
    entries = "".join(f"  - {{what: inspection, kind: performance, from: 2020-01-01, {line}}}\n" for line in lines)
    return village(
        f"parties: {{Jans: fitter, Kees: fitter}}\nengagements:\n{entries}", needs="{what: inspection}"
    ).windows("inspection", "Accountability")


def test_somebody_answers_in_the_windows_in_which_it_is_done() -> None:
    assert answering("who: Jans, when: winter") == {"winter"}
    assert answering("who: Jans") == {"AtSomeTime"}
    assert answering("who: Jans", "who: Kees, when: winter") == {"winter"}, "at some time only if none names a window"


def test_who_takes_it_on_to_answer_without_a_window_answers_in_all() -> None:
    seen = village(
        """
        streets: [{name: Lane, from: 2020-01-01, ground: lane}]
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: marking, kind: accountability, from: 2020-01-01}]
        state of affairs: {street is dark: yes}
        """
    )
    assert seen.holders("marking", "Accountability", "winter") == {"Jans"}


def test_nobody_bound_no_cell_for_answering() -> None:
    seen = village("parties: {Jans: fitter}\n", needs="{what: inspection}")
    assert not seen.cells("inspection", "Accountability")


def test_a_duty_to_perform_is_a_duty_to_answer() -> None:
    seen = village(
        "streets: [{name: High Street, from: 2020-01-01, ground: green, brigade: Red Brigade, needs: {what: thawing}}]\n"
    )
    assert seen.holders("thawing") == {"Red Brigade"}
    assert seen.holders("thawing", "Accountability") == {"Red Brigade"}


def test_where_it_is_not_known_on_whom_a_duty_lies_neither_is_a_gap() -> None:
    seen = village(
        "parties: {Jans: fitter}\nengagements: [{who: Jans, what: thawing, kind: performance, from: 2020-01-01, on condition of: key is there}]\nstate of affairs: {key is there: no}\n",
        needs="{what: thawing}",
    )
    assert [seen.verdict("thawing"), seen.verdict("thawing", "Accountability")] == ["Undetermined", "Undetermined"]


# -- Steps on this case

OWN = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]\n"
CREW = "parties: {Jans: fitter, Kees: fitter, Board: water board}\n"


def test_who_delegates_answers_and_the_other_does_it() -> None:
    seen = village(
        CREW
        + OWN
        + "events: [{date: 2024-01-01, who: Jans, what: delegated, about: inspection, to: Kees}]\nparty states: [{who: Jans, is: ill, from: 2024-02-01}]\n",
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Kees"}
    assert seen.holders("inspection", "Accountability") == {"Jans"}


ARRANGED = "{who: Jans, what: inspection, kind: organisation, from: 2020-01-01}"
IN_SUMMER = "{who: Jans, what: inspection, kind: performance, when: summer, from: 2020-01-01}"
IN_WINTER = "{who: Jans, what: inspection, kind: performance, when: winter, from: 2020-01-01"


@pytest.mark.parametrize(
    ("own", "held"),
    [
        ("engagements: [{who: Jans, what: inspection, kind: performance, when: winter, from: 2020-01-01}]", {"winter"}),
        ("engagements: [{who: Jans, what: upkeep, kind: performance, when: winter, from: 2020-01-01}]", {"winter"}),
        ("engagements: [{who: Jans, what: inspection, kind: organisation, from: 2020-01-01}]", {"winter", "summer"}),
        ("engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]", set[str]()),
        (f"engagements: [{ARRANGED}, {IN_WINTER}, until: 2023-12-31}}]", {"winter", "summer"}),
        (f"engagements: [{IN_SUMMER}, {IN_WINTER}, until: 2023-12-31}}]", {"summer"}),
        (f"engagements: [{ARRANGED}, {IN_WINTER}, until: 2024-01-01}}]", {"winter"}),
        (f"engagements: [{ARRANGED}, {IN_WINTER}, until: 2023-12}}]", {"winter", "summer"}),
        (f"engagements: [{ARRANGED}, {IN_WINTER}, until: 2024-01}}]", {"winter"}),
    ],
    ids=[
        "what it does in winter",
        "what is wider",
        "what it must arrange",
        "what it does now and then",
        "what it no longer did",
        "what it did instead",
        "what it still did that day",
        "what was over by then",
        "what may not have been over",
    ],
)
def test_the_other_does_it_when_the_first_did_or_else_always(own: str, held: set[str]) -> None:
    seen = village(
        f"{CREW}{own}\nevents: [{{date: 2024-01-01, who: Jans, what: delegated, about: inspection, to: Kees}}]\n",
        needs="{what: inspection, when: [winter, summer]}",
    )
    assert {when for when in ("winter", "summer") if "Kees" in seen.holders("inspection", window=when)} == held


@pytest.mark.parametrize(
    ("subscribed", "rounds", "held"),
    [
        ("2020-01-01", "2020-01-01", {"summer"}),
        ("2020-01-01, until: 2022-12-31", "2023-01-01", set[str]()),
        ("2023-01-01", "2020-01-01, until: 2022-12-31", set[str]()),
    ],
    ids=["both at once", "the tie was over", "the contract was over"],
)
def test_what_the_first_would_have_done_had_contract_and_tie_met_it_never_did(
    subscribed: str, rounds: str, held: set[str]
) -> None:
    seen = village(
        f"""
        {CREW.strip()}
        agreements:
          - {{kind: upkeep subscription, between: [Jans, High Street], from: {subscribed}}}
          - {{kind: rounds contract, between: [Jans, Board], when: summer, from: {rounds}}}
        events: [{{date: 2024-01-01, who: Jans, what: delegated, about: inspection, to: Kees}}]
        """,
        needs="{what: inspection, when: [winter, summer]}",
    )
    assert {when for when in ("winter", "summer") if "Kees" in seen.holders("inspection", window=when)} == held


def test_an_order_binds_with_the_force_of_a_ruling() -> None:
    seen = village(
        CREW + "events: [{date: 2024-01-01, who: the province, what: ordered, about: inspection, to: Kees}]\n",
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Kees"}
    assert seen.holders("inspection", "Accountability") == {"Kees"}


def test_an_order_to_who_cannot_do_it_is_an_order_to_see_to_it() -> None:
    seen = village(
        "parties: {Board: water board, Shops: shop association}\nevents: [{date: 2024-01-01, who: the province, what: ordered, about: inspection, to: Shops}]\n",
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert seen.holders("inspection", "Organisation") == {"Board", "Shops"}


def test_who_was_ordered_to_see_to_it_must_act() -> None:
    seen = village(
        "parties: {Board: water board, Shops: shop association}\nevents: [{date: 2024-01-01, who: the province, what: ordered, about: inspection, to: Shops}]\n",
        needs="{what: inspection}",
    )
    (gap,) = seen.findings("Vacuum")
    (must,) = [act for act in gap.acts if seen.name(act.party) == "Shops" and act.modality == "Must"]
    assert must.certainty == "surely"
    assert gap.on_paper


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2024-05-31", "Held"), ("2024-06-15", "Gap Lapsed"), ("2024-07-01", "Held")]
)
def test_who_is_suspended_as_a_party_loses_all_while_that_lasts(as_of: str, verdict: str) -> None:
    text = (
        CREW
        + OWN
        + "events: [{date: 2024-05-20, who: the province, what: suspended, to: Jans, first day: 2024-06-01, last day: 2024-06-30}]\n"
    )
    assert village(text, needs="{what: inspection}", as_of=as_of).verdict("inspection") == verdict


SUSPENDED = """
parties: {Jans: fitter}
events: [{date: 2024-05-20, who: the province, what: suspended, to: Jans, first day: 2024-06-01, last day: 2024-06-30}]
"""
LATER = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2024-09-01}]\n"


def test_who_is_suspended_loses_nothing_that_begins_after_the_day() -> None:
    before, after = (
        village(SUSPENDED, needs="{what: inspection}"),
        village(SUSPENDED + LATER, needs="{what: inspection}"),
    )
    assert before.verdict("inspection") == "Gap Vacuum"
    assert after.verdict("inspection") == before.verdict("inspection")
    assert after.since("inspection") == before.since("inspection")

"""A joint duty whose lead is nobody here."""

from datetime import date

import pytest
from tests.toy.seen import village
from tests.toy.side import on

LEAD = "streets: [{{name: Street, from: 2020-01-01, ground: {ground}, needs: {{what: parade}}}}]\n"


@pytest.mark.parametrize(
    ("parties", "full", "verdict"),
    [
        ("Red: fire brigade, Board: water board", "", "Held"),
        ("Red: fire brigade, Blue: fire brigade", "", "Gap SharedWithoutLead"),
        ("Red: fire brigade, Blue: fire brigade", "in full: [agreements, engagements]\n", "Undetermined"),
    ],
    ids=["the lead is there", "it is not", "it may be there"],
)
def test_a_joint_duty_needs_its_lead_to_be_somebody(parties: str, full: str, verdict: str) -> None:
    seen = village(LEAD.format(ground="green") + f"parties: {{{parties}}}\n{full}")
    assert seen.verdict("parade", "Organisation") == verdict
    short = {"Held": (), "Undetermined": ("SharedWithoutLead?",)}.get(verdict, ("SharedWithoutLead",))
    assert ("Red", "Bound", short) in seen.candidates("parade", "Organisation")


def test_what_all_must_together_was_nobodys_before_one_of_them_could_not() -> None:
    text = """
        parties: {Red: fire brigade, Shops: shop association}
        party states: [{who: Red, is: bankrupt, from: 2024-01-01}]
    """
    assert village(text, needs="{what: lookout}").since("lookout", "Organisation") == date(2020, 1, 1)


RED, BLUE = "{who: Red, from: 2020-01-01}", "{who: Blue, from: 2020-01-01}"


@pytest.mark.parametrize(
    ("brigades", "short"),
    [
        ([RED], ("SharedWithoutLead",)),
        ([RED, BLUE], ()),
        ([RED, "{who: Blue, from: 2024-06}"], ("SharedWithoutLead?",)),
        ([RED, "{who: Blue, from: 2020-01-01, until: 2024-05-31}"], ("SharedWithoutLead",)),
    ],
    ids=["it is not", "it is", "it may be", "it was"],
)
def test_a_lead_through_a_tie_must_be_tied_here(brigades: list[str], short: tuple[str, ...]) -> None:
    seen = village(
        f"""
streets:
  - {{name: Street, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{", ".join(brigades)}]}}
  - {{name: Lane, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{RED}, {BLUE}]}}
parties: {{Red: fire brigade, Blue: river brigade}}
"""
    )
    assert ("Red", "Bound", short) in on(seen, "Street").candidates("raft", "Organisation")


def test_one_of_its_kind_that_took_it_on_for_itself_and_cannot_is_no_lead() -> None:
    seen = village(
        f"""
streets: [{{name: Street, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{RED}]}}]
parties: {{Red: fire brigade, Blue: river brigade}}
engagements: [{{who: Blue, what: raft, kind: organisation, from: 2020-01-01}}]
party states: [{{who: Blue, is: bankrupt, from: 2024-01-01}}]
"""
    )
    assert ("Red", "Bound", ("SharedWithoutLead",)) in seen.candidates("raft", "Organisation")

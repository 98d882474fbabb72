"""Duties: whom they bind, how surely, to what besides; what a voice of one's own takes from them."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village

# -- What is only possible


def test_a_service_that_may_have_lost_its_only_performer_is_possibly_unable() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements:
          - {who: Red Brigade, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Jans, what: inspection, kind: performance, on behalf of: Red Brigade, from: 2020-01-01, until: 2024-06}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Undetermined"


def test_the_end_of_a_stand_in_takes_nothing_from_whom_it_stood_in_for() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter, Board: water board}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]
        agreements: [{kind: cover, between: [Kees, Jans], by: Kees, on behalf of: Jans, what: inspection, from: 2024-02-01, until: 2024-03-31}]
        """,
        needs="{what: inspection}",
    )
    assert (seen.verdict("inspection"), seen.holders("inspection")) == ("Held", {"Jans"})


def test_nor_does_the_end_of_a_helper_that_came_later_from_who_did_it_before() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements:
          - {who: Red Brigade, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Jans, what: inspection, kind: performance, on behalf of: Red Brigade, from: 2022-01-01, until: 2024-05-31}
        """,
        needs="{what: inspection}",
    )
    assert (seen.verdict("inspection"), seen.holders("inspection")) == ("Held", {"Red Brigade"})


def lane(*lines: str, what: str = "repair", ground: str = "lane") -> Seen:
    place = f", ground: {ground}" if ground else ""
    return village(
        f"streets: [{{name: Lane, from: 2020-01-01{place}, needs: {{what: {what}}}}}]\nparties: {{Red Brigade: fire brigade}}\n"
        + "".join(f"{line}\n" for line in lines)
    )


@pytest.mark.parametrize(
    ("said", "verdict"), [("yes", "Held"), ("no", "Gap ConditionUnmet"), ("unknown", "Undetermined")]
)
def test_a_duty_on_a_condition_binds_as_surely_as_that_is_met(said: str, verdict: str) -> None:
    assert lane(f"state of affairs: {{key is there: {said}}}").verdict("repair") == verdict


def test_a_duty_that_applies_possibly_binds_possibly() -> None:
    assert lane("state of affairs: {key is there: yes}", ground="").verdict("repair") == "Undetermined"


@pytest.mark.parametrize(("more", "verdict"), [("", "Gap ConditionUnmet"), (", Board: water board", "Held")])
def test_a_duty_on_a_function_waits_for_that_function(more: str, verdict: str) -> None:
    seen = village(
        f"""
        streets: [{{name: Lane, from: 2020-01-01, ground: lane, needs: {{what: greasing, when: summer}}}}]
        parties: {{Red Brigade: fire brigade{more}}}
        state of affairs: {{key is there: no}}
        """
    )
    assert seen.verdict("greasing", window="summer") == verdict


# -- Duties of other kinds


def test_a_duty_to_see_to_it_that_lies_on_an_unknown_party_makes_an_undetermined_cell() -> None:
    street = "streets: [{{name: Lane, from: 2020-01-01, ground: lane, needs: {{what: thawing}}{}}}]\n"
    assert village(street.format("")).verdict("thawing", "Organisation") == "Undetermined"
    assert village(street.format(", brigade: Red Brigade")).holders("thawing", "Organisation") == {"Red Brigade"}
    assert not village(street.format(", brigade: none")).cells("thawing", "Organisation")


def test_a_duty_to_answer_makes_its_cell_in_its_windows() -> None:
    seen = village(
        "streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: marking, when: winter}}]\nparties: {Board: water board}\n"
    )
    assert seen.windows("marking", "Accountability") == {"winter"}
    assert seen.holders("marking", "Accountability", "winter") == {"Board"}
    assert seen.verdict("marking", window="winter") == "Gap Vacuum"


def test_who_was_bound_by_a_norm_that_ended_is_former_and_nothing_lapsed() -> None:
    text = "streets: [{name: Lane, from: 2020-01-01, ground: lane, brigade: Red Brigade}]\n"
    assert village(text, as_of="2023-12-31").holders("inspection") == {"Red Brigade"}
    seen = village(text)
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("inspection")


def test_what_nobody_does_is_nobodys_if_nobody_sees_to_it() -> None:
    seen = village("streets: [{name: Quay, from: 2020-01-01, ground: quay}]\n")
    assert seen.verdict("keys", "Organisation") == "Gap Vacuum"
    assert {g.grade for g in seen.judgement.grades if seen.name(g.function) == "keys"} == {"Nobody"}


@pytest.mark.parametrize(
    ("ground", "listed"),
    [
        ("quay", ("Red Brigade", "Prospect", ())),
        ("", ("Red Brigade", "Prospect", ("Uncertain?",))),
        ("green", ("Red Brigade", "NearMiss", ())),
    ],
)
def test_a_liberty_makes_a_prospect_as_surely_as_it_applies(
    ground: str, listed: tuple[str, str, tuple[str, ...]]
) -> None:
    found = lane(what="marking", ground=ground).candidates("marking")
    if ground == "green":
        assert "Prospect" not in {standing for _, standing, _ in found}
    else:
        assert listed in found


# -- What the own voice says


def test_an_exclusion_with_a_liberty_beside_it_denies_no_engagement() -> None:
    text = "streets: [{{name: Dike, from: 2020-01-01, ground: dike, needs: {{what: {what}}}}}]\nparties: {{Red Brigade: fire brigade}}\nengagements: [{{who: Red Brigade, what: {what}, kind: performance, from: 2020-01-01}}]\n"
    assert village(text.format(what="lookout")).verdict("lookout") == "Held"
    assert village(text.format(what="greasing")).verdict("greasing") == "Gap Contested"


def test_a_norm_possibly_in_force_is_enough_for_a_warning_marked_possible() -> None:
    text = "streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: key keeping}}]\nparties: {Shops: shop association}\n"
    (finding,) = village(text).findings("Contested")
    assert (finding.severity, finding.certainty) == ("Warning", "possibly")
    (sure,) = village(text, as_of="2024-07-01").findings("Contested")
    assert sure.certainty == "surely"


# -- Who performs it here


def thawed(*engagements: str) -> Seen:
    """Fitters who thaw a lane, or another street; each engagement is a party and what else there is to say of it."""
    told = "".join(
        f"          - {{who: {who}, what: thawing, kind: performance, from: 2020-01-01{more}}}\n"
        for who, _, more in (line.partition(",") for line in engagements)
        for more in [f", {more}" if more else ""]
    )
    return village(
        """
        streets:
          - {name: Lane, from: 2020-01-01, ground: lane, needs: {what: thawing}, brigade: none}
          - {name: Green, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: none}
        parties: {Jans: fitter, Kees: fitter, Board: water board}
        engagements:
"""
        + told
    )


def answering(seen: Seen, street: str) -> set[str]:
    """Who answers for the thawing of a street."""
    return {
        seen.name(holder)
        for cell in seen.judgement.cells
        if (seen.name(cell.situation), seen.name(cell.function), cell.kind) == (street, "thawing", "Accountability")
        for holder in cell.holders
    }


def test_a_duty_of_who_performs_it_here_binds_who_does_it_for_another_too() -> None:
    assert answering(thawed("Jans, on behalf of: Board, for: Lane"), "Lane") == {"Board", "Jans"}


def test_and_nobody_who_is_there_without_performing_it() -> None:
    seen = thawed("Jans, for: Lane", "Kees, for: Green")
    assert (answering(seen, "Lane"), answering(seen, "Green")) == ({"Jans"}, {"Kees"})
    assert not seen.findings("MultipleLeads")


def test_nor_who_performed_it_before() -> None:
    assert answering(thawed("Jans, on behalf of: Board, for: Lane, until: 2024-05-31"), "Lane") == set()


def test_who_may_perform_it_answers_possibly() -> None:
    seen = thawed("Jans, on behalf of: Board, for: Lane, until: 2024-06")
    assert answering(seen, "Lane") == set()
    assert {c.verdict for c in seen.judgement.cells if c.kind == "Accountability"} == {"Undetermined"}


# -- A breach of what is possibly asked


@pytest.mark.parametrize(
    ("dark", "certainty"), [("street is dark: yes, ", "surely"), ("street is dark: no, ", None), ("", "possibly")]
)
def test_a_breach_is_as_sure_as_what_asks_for_it(dark: str, certainty: str | None) -> None:
    seen = village(
        f"""
        streets: [{{name: Lane, from: 2020-01-01, ground: lane}}]
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: marking, kind: performance, when: winter, from: 2020-01-01}}]
        conduct: [{{who: Jans, what: marking, how: falls short, from: 2024-02-01}}]
        state of affairs: {{{dark}key is there: yes}}
        """
    )
    breaches = seen.findings("Breach")
    assert [finding.certainty for finding in breaches] == ([certainty] if certainty else [])
    assert {finding.since for finding in breaches} <= {date(2024, 2, 1).toordinal()}


@pytest.mark.parametrize(("when", "certainty"), [("2024-02-01", "surely"), ("2024-06", "possibly")])
def test_so_it_is_as_sure_as_its_own_dates(when: str, certainty: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01}}]
        conduct: [{{who: Jans, what: inspection, how: falls short, from: {when}}}]
        """,
        needs="{what: inspection}",
    )
    (finding,) = seen.findings("Breach")
    assert finding.certainty == certainty


def test_a_breach_does_not_begin_before_the_duty() -> None:
    seen = village(
        """
        parties: {Shops: shop association}
        state of affairs: {key list is kept: {is: no, from: 2015-01-01}}
        """,
        needs="{what: key keeping}",
    )
    (finding,) = seen.findings("Breach")
    assert finding.since == date(2020, 1, 1).toordinal(), "the street; the duty is of 2018"


def test_who_is_only_perhaps_bound_leads_nothing() -> None:
    text = """
        streets: [{name: Old Street, from: 2020-01-01GROUND, needs: {what: greasing, when: summer}}]
        parties: {Red Brigade: fire brigade}
        party states: [{who: Red Brigade, is: ill, from: 2024-01-01}]
        """
    assert village(text.replace("GROUND", ", ground: lane")).verdict("greasing", window="summer") == "Gap NoCapacity"
    seen = village(text.replace("GROUND", ""))
    assert ("Red Brigade", "Bound", ("ConditionUnmet", "NoCapacity", "Uncertain?")) in seen.candidates(
        "greasing", window="summer"
    )
    assert seen.verdict("greasing", window="summer") == "Gap Vacuum", "where the street lies is not said"

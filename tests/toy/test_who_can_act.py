"""Who must, may or must not do something about what is found, and who does it in fact: about that, there, and then."""

import pytest
from tests.toy.seen import Seen, village
from tests.toy.told import acts, found, in_kind, one

GAP = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: greasing}]}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: greasing}]}
    parties: {Jans: fitter, Shops: shop association}
"""
TAKEN = (
    "    engagements: [{who: Shops, what: inspection, kind: organisation, from: 2020-01-01UNTIL, for: High Street}]\n"
)


def doing(seen: Seen, street: str, function: str = "inspection", kind: str = "Vacuum") -> set[tuple[str, str]]:
    told = acts(seen, one(seen, kind, function, street))
    return {act[:2] for act in told if act[1] != "MayAddress" and not act[2].startswith(("fitter", "shops", "no-"))}


@pytest.mark.parametrize(("until", "modality"), [("", "Must"), (", until: 2024-06", "Must?")])
def test_who_took_it_on_to_arrange_it_must_there_and_for_that(until: str, modality: str) -> None:
    seen = village(GAP + TAKEN.replace("UNTIL", until))
    assert doing(seen, "High Street") == {("Shops", modality)}
    assert doing(seen, "High Street", "greasing") == doing(seen, "Low Street") == set()


@pytest.mark.parametrize(("kind", "told"), [("organisation", True), ("procurement", True), ("performance", False)])
def test_who_was_ordered_to_arrange_or_contract_it_must_for_that_only(kind: str, told: bool) -> None:
    seen = in_kind(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: [{what: flushing}, {what: inspection}]}
        parties: {Board: water board, Red Brigade: fire brigade, Jans: fitter}
        events: [{date: 2024-01-01, who: Board, what: ordered, about: flushing, to: Red Brigade}]
        party states: [{who: Red Brigade, is: ill, from: 2024-02-01}]
        """,
        **{"2024_01_01_board_ordered": kind.capitalize()},
    )
    gap = next(
        f for f in seen.judgement.findings if f.responsibility == "Performance" and seen.name(f.function) == "flushing"
    )
    must = {who for who, modality, ground in acts(seen, gap) if ground == "2024-01-01 Board ordered"}
    assert must == ({"Red Brigade"} if told else set())
    assert "Red Brigade" not in {who for who, *_ in acts(seen, one(seen, "Vacuum", "inspection"))}


@pytest.mark.parametrize(("last_day", "must"), [("2024-06-15", {"Shops"}), ("2024-06-14", set[str]())])
def test_who_was_ordered_must_until_the_last_day_of_the_order_only(last_day: str, must: set[str]) -> None:
    seen = village(
        "parties: {Board: water board, Shops: shop association}\n"
        f"events: [{{date: 2024-01-01, who: Board, what: ordered, about: inspection, to: Shops, last day: {last_day}}}]\n",
        needs="{what: inspection}",
    )
    (gap,) = [f for f in seen.judgement.findings if f.responsibility == "Performance"]
    assert {who for who, _, ground in acts(seen, gap) if ground == "2024-01-01 Board ordered"} == must


def test_who_has_a_duty_for_what_a_gap_calls_for_must_and_who_is_free_to_need_not() -> None:
    seen = village(
        """
        streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: repair}}]
        parties: {Board: water board, Red Brigade: fire brigade, Shops: shop association}
        """
    )
    assert {act for act in acts(seen, one(seen, "Vacuum", "repair")) if act[1] != "MayAddress"} == {
        ("Board", "Must", "board-organises"),
        ("Board", "Must", "board-contracts-wagon"),
        ("Red Brigade", "Must", "brigade-keeps-wagon"),
    }


STALLS = """
    streets:
      - {name: Square, from: 2020-01-01, ground: square, needs: [{what: stalls}]}
      - {name: Green, from: 2020-01-01, ground: green, needs: [{what: stalls}]}
    parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Board: water board}
    agreements:
      - {kind: stall deal, between: [Jans, Board], what: painting, from: 2020-01-01, until: 2024-05-31}
      - {kind: stall deal, between: [Dirk, Board], what: painting, from: 2020-01-01}
      - {kind: square deal, between: [Dirk, Board], what: painting, from: 2020-01-01}
    engagements:
      - {who: Kees, what: painting, kind: performance, from: 2020-01-01}
"""


def test_only_who_is_bound_by_such_an_agreement_may_end_it_and_where_the_rules_say_so() -> None:
    seen = village(STALLS)
    gap = one(seen, "Vacuum", "stalls", "Square")
    crew = {"Jans", "Kees", "Dirk"}
    assert {act for act in acts(seen, gap) if act[0] in crew} == {
        ("Dirk", "May", "crew-may-end-stall-deal"),
        ("Dirk", "MustNot", "stalls-do-not-simply-end"),
    }
    assert acts(seen, one(seen, "Vacuum", "stalls", "Green")) == set()


def test_a_prospect_that_is_only_perhaps_not_competent_may_act() -> None:
    text = """
        streets: [{name: Lane, from: 2020-01-01GROUND, needs: {what: water pressure}}]
        parties: {Piet: master fitter, Jans: fitter}
        offers:
          - {who: Piet, what: water pressure, from: 2024-01-01}
          - {who: Jans, what: water pressure, from: 2024-01-01}
    """
    for ground, may in {"": {"Piet"}, ", ground: lane": {"Piet"}, ", ground: green": set[str]()}.items():
        seen = village(text.replace("GROUND", ground))
        (gap,) = [
            f
            for f in seen.judgement.findings
            if f.responsibility == "Performance" and seen.name(f.function) == "pressure"
        ]
        assert {who for who, modality, _ in acts(seen, gap) if modality == "May"} == may


def test_it_is_sure_of_whom_and_where_the_norm_surely_reaches() -> None:
    seen = village(
        """
        streets:
          - name: Lane
            from: 2020-01-01
            ground: lane
            brigade: [{who: Red Brigade, from: 2020-01-01}, {who: Blue Brigade, from: 2020-01-01, until: 2024-06}]
            needs: {what: thawing}
          - name: Old Street
            from: 2020-01-01
            brigade: [{who: Red Brigade, from: 2020-01-01}]
            needs: {what: thawing}
        parties: {Red Brigade: fire brigade, Blue Brigade: fire brigade}
        party states: [{who: Red Brigade, is: ill, from: 2024-01-01}, {who: Blue Brigade, is: ill, from: 2024-01-01}]
        """
    )
    assert doing(seen, "Lane", "thawing", "NoCapacity") == {("Red Brigade", "Must"), ("Blue Brigade", "Must?")}
    assert doing(seen, "Old Street", "thawing", "NoCapacity") == {("Red Brigade", "Must?")}


# -- Done in fact

DONE = GAP + "    conduct: [{who: Shops, what: inspection, how: without agreement, FROM}]\n"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("from: 2024-01-01", True),
        ("from: 2024-07-01", False),
        ("from: 2023-01-01, until: 2024-05-31", False),
    ],
)
def test_what_is_done_in_fact_is_told_with_the_gap_of_that_function_while_it_is_done(days: str, told: bool) -> None:
    seen = village(DONE.replace("FROM", days))
    assert bool(one(seen, "Vacuum", "inspection", "High Street").in_fact) == told
    assert not one(seen, "Vacuum", "greasing", "High Street").in_fact


def test_and_not_with_what_is_found_of_arranging_it() -> None:
    seen = village(
        """
        streets: [{name: Quay, from: 2020-01-01, ground: quay, needs: {what: key keeping}}]
        parties: {Jans: fitter}
        conduct: [{who: Jans, what: key keeping, how: without agreement, from: 2024-01-01}]
        """
    )
    assert found(seen, "Vacuum") >= {("Quay", "keys", "Performance"), ("Quay", "keys", "Organisation")}
    assert one(seen, "Vacuum", "keys").in_fact
    assert not one(seen, "Vacuum", "keys", responsibility="Organisation").in_fact


@pytest.mark.parametrize("listed", ["yes", "no"])
@pytest.mark.parametrize(("dark", "offered"), [("yes", True), ("unknown", True), ("no", False)])
def test_a_power_is_not_offered_where_its_own_condition_is_not_met_whatever_guidance_asks_besides(
    dark: str, offered: bool, listed: str
) -> None:
    seen = village(
        f"""
        streets: [{{name: Square, from: 2020-01-01, ground: square, needs: {{what: stalls}}}}]
        parties: {{Shops: shop association}}
        state of affairs: {{street is dark: {dark}, key list is kept: {listed}}}
        """
    )
    told = acts(seen, next(one for one in seen.findings("Vacuum") if seen.name(one.function) == "stalls"))
    assert (("Shops", "May", "shops-may-hire") in told) == offered
    assert ("Shops", "May", "list-before-hiring") in told, (
        "to meet a condition is what whose it is may do where it is not met"
    )

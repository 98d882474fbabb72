"""What an agreement brings: to which party to it, for which streets, in whose name, and while which tie lasts."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest
from pyoxigraph import Literal, Triple
from tests.toy.seen import Seen, read, see, village

from hiaat.scenario.terms import h

TWO = """
streets:
  - {name: High Street, from: 2020-01-01, ground: GROUND, needs: NEEDSHIGH}
  - {name: Low Street, from: 2020-01-01, ground: GROUND, needs: NEEDSLOW}
parties:
  Jans: fitter
  Kees: fitter
  Anna: fitter
  Bert: {is: fitter, employed by: Anna}
  Cor: {is: fitter, employed by: Dirk}
  Dirk: fitter
  Delta: [fire brigade, water board]
  Both: [fitter, fire brigade]
  Red Brigade: fire brigade
  Blue Brigade: fire brigade
  Neighbours: the neighbours
  Board: water board
  Shops: shop association
"""
NEEDS = "[{what: inspection}, {what: marking}, {what: repair, when: summer}]"


def agreed(
    *agreements: str, high: str = "", low: str = "", ground: str = "green", more: str = "", needs: str = NEEDS
) -> Seen:
    """Two streets with these agreements; `high` and `low` say more of a street."""
    lines = "".join(f"  - {{from: 2020-01-01, {one}}}\n" for one in agreements)
    text = TWO.replace("NEEDSHIGH", needs + high).replace("NEEDSLOW", needs + low)
    text = text.replace(", ground: GROUND", f", ground: {ground}" if ground else "")
    return see(read(text + (f"agreements:\n{lines}" if lines else "") + dedent(more)))


def held(seen: Seen, function: str = "inspection", kind: str = "Performance") -> dict[str, set[str]]:
    """Who holds it in each street."""
    return {seen.name(c.situation): {seen.name(p) for p in c.holders} for c in seen.cells(function, kind)}


def candidates(seen: Seen, street: str, function: str = "inspection") -> set[tuple[str, str]]:
    """Party and standing of the candidates in a street, near misses apart."""
    (cell,) = [c for c in seen.cells(function) if seen.name(c.situation) == street]
    return {(seen.name(c.party), c.standing) for c in cell.candidates if c.standing not in ("NearMiss", "Prospect")}


def both(*who: str) -> dict[str, set[str]]:
    return {"High Street": set(who), "Low Street": set(who)}


# -- To whom


def test_what_is_brought_among_parties_of_some_type_needs_another_of_that_type() -> None:
    with_board = agreed("kind: gate deal, between: [Jans, Board]")
    assert (held(with_board), held(with_board, "marking")) == (both("Jans"), both())
    with_fitter = agreed("kind: gate deal, between: [Jans, Kees]")
    assert (held(with_fitter), held(with_fitter, "marking")) == (both(), both("Jans", "Kees"))


def test_who_is_named_to_take_on_what_is_joint_takes_it_on_with_the_others() -> None:
    deal = "kind: service contract, between: [Jans, Kees], what: inspection, by: Jans"
    one = agreed(deal)
    assert candidates(one, "High Street") == {("Jans", "Bound")}
    (agreement,) = [triple.subject for triple in one.scenario.triples if triple.predicate == h.takenOnBy]
    jointly = Triple(agreement, h.joint, Literal(True))
    together = see(replace(one.scenario, triples=(*one.scenario.triples, jointly)))
    assert candidates(together, "High Street") == {("Jans", "Bound"), ("Kees", "Bound")}


def test_a_function_that_the_kind_names_is_not_put_aside_by_one_that_the_agreement_names() -> None:
    seen = agreed("kind: upkeep subscription, between: [Jans, High Street], what: marking")
    assert held(seen, "repair") == {"High Street": {"Jans"}, "Low Street": set()}
    assert held(seen, "marking") == both()


# -- For which streets

HIGH = "kind: upkeep subscription, between: [Jans, High Street]"
ONLY_HIGH = {"High Street": {"Jans"}, "Low Street": set[str]()}


@pytest.mark.parametrize("kind", ["rounds contract", "helper deal"])
def test_only_a_tie_of_the_right_sort_that_the_right_party_has_counts(kind: str) -> None:
    who = {"rounds contract": "[Jans, Board]", "helper deal": "[Red Brigade, Jans]"}[kind]
    kees = "kind: upkeep subscription, between: [Kees, Low Street]"
    seen = agreed(HIGH, kees, f"kind: {kind}, between: {who}")
    holder = "Jans" if kind == "rounds contract" else "Red Brigade"
    assert held(seen) == {"High Street": {holder}, "Low Street": set()}


@pytest.mark.parametrize(
    "other",
    [
        "kind: service contract, between: [Jans, Low Street], what: greasing",
        "kind: rounds contract, between: [Jans, Low Street]",
    ],
)
def test_an_agreement_of_another_kind_with_a_street_makes_no_tie_and_is_for_no_subscriber(other: str) -> None:
    seen = agreed(HIGH, other, "kind: rounds contract, between: [Jans, Board]")
    assert held(seen) == ONLY_HIGH
    assert held(seen, "repair") == ONLY_HIGH


def test_a_tie_of_another_sort_brings_nothing() -> None:
    tied = {"high": ", brigade: Both", "low": ", brigade: Blue Brigade"}
    seen = agreed(
        "kind: rounds contract, between: [Both, Board]",
        "kind: helper deal, between: [Red Brigade, Blue Brigade]",
        **tied,
    )
    assert held(seen) == both()


def test_whose_partner_is_tied_does_nothing_for_the_streets_to_which_it_is_tied_itself() -> None:
    seen = agreed("kind: upkeep subscription, between: [Both, High Street]", "kind: helper deal, between: [Both, Kees]")
    assert held(seen) == both()


@pytest.mark.parametrize(
    ("deal", "holder"),
    [
        ("kind: rounds contract, between: [Jans, Board]", "Jans"),
        ("kind: helper deal, between: [Red Brigade, Jans]", "Red Brigade"),
    ],
)
def test_an_agreement_that_names_its_street_is_for_that_one_whatever_the_ties(deal: str, holder: str) -> None:
    assert held(agreed(HIGH, f"{deal}, for: Low Street")) == {"High Street": set(), "Low Street": {holder}}


def test_nor_for_the_street_that_made_it() -> None:
    assert held(agreed(f"{HIGH}, for: Low Street"), "repair") == {"High Street": set(), "Low Street": {"Jans"}}


@pytest.mark.parametrize(
    ("subscribed", "rounds"),
    [("from: 2023-01-01", "until: 2022-12-31"), ("until: 2022-12-31", "from: 2023-01-01")],
)
def test_an_agreement_and_a_tie_that_never_met_bring_nothing_not_even_once(subscribed: str, rounds: str) -> None:
    def deal(said: str, when: str) -> str:
        return f"{said}, {when}"

    text = TWO.replace("NEEDSHIGH", NEEDS).replace("NEEDSLOW", NEEDS).replace("GROUND", "green")
    lines = (deal(HIGH, subscribed), deal("kind: rounds contract, between: [Jans, Board]", rounds))
    seen = see(read(text + "agreements:\n" + "".join(f"  - {{{line}}}\n" for line in lines)))
    assert candidates(seen, "High Street") == set()
    assert {cell.leading for cell in seen.cells("inspection")} == {"Vacuum"}


def test_where_the_street_may_lie_where_the_kind_is_for_it_is_open() -> None:
    rounds = "kind: pond rounds, between: [Jans, Board]"
    where = {ground: agreed(HIGH, rounds, ground=ground) for ground in ("pond", "green", "")}
    verdicts = {
        ground: {seen.name(c.situation): c.verdict for c in seen.cells("inspection")} for ground, seen in where.items()
    }
    assert verdicts == {
        "pond": {"High Street": "Held", "Low Street": "Gap"},
        "green": {"High Street": "Gap", "Low Street": "Gap"},
        "": {"High Street": "Undetermined", "Low Street": "Gap"},
    }


# -- While which tie lasts, and for whom a norm holds through it

FLUSHING = "[{what: flushing}]"


def test_a_norm_through_a_tie_reaches_who_has_it_by_an_agreement_that_brings_it() -> None:
    other = "kind: service contract, between: [Jans, Low Street], what: greasing"
    seen = agreed(HIGH, other, ground="pond", needs=FLUSHING)
    assert held(seen, "flushing") == ONLY_HIGH


def test_once_that_agreement_is_over_the_norm_reaches_it_no_longer() -> None:
    seen = agreed(f"{HIGH}, until: 2024-05-31", ground="pond", needs=FLUSHING)
    assert {cell.verdict for cell in seen.cells("flushing")} == {"Gap"}


@pytest.mark.parametrize(
    ("begun", "holders"), [("2020-01-01", set[str]()), ("2024-06-10", {"Jans"})], ids=["before", "after"]
)
def test_who_left_has_again_the_ties_that_it_made_since(begun: str, holders: set[str]) -> None:
    left = "events: [{date: 2024-05-31, who: Jans, what: left}]\n"
    text = TWO.replace("NEEDSHIGH", FLUSHING).replace("NEEDSLOW", FLUSHING).replace("GROUND", "pond")
    seen = see(read(f"{text}agreements: [{{{HIGH}, from: {begun}}}]\n{left}"))
    assert held(seen, "flushing")["High Street"] == holders


def test_a_collective_that_is_tied_names_nobody() -> None:
    seen = agreed(high=", brigade: Neighbours", low=", brigade: Red Brigade", needs="[{what: thawing}]")
    assert held(seen, "thawing") == {"High Street": set(), "Low Street": {"Red Brigade"}}


def test_nor_does_one_of_a_type_on_which_a_norm_lays_it() -> None:
    group = "parties: {Volunteers: [the neighbours, fire brigade]}\n"
    assert village(group, needs="{what: bell}").verdict("bell") == "Gap Vacuum"
    brigade = group.replace("[the neighbours, fire brigade]", "fire brigade")
    assert village(brigade, needs="{what: bell}").holders("bell") == {"Volunteers"}


@pytest.mark.parametrize("until", ["", ", until: 2024-05-31"])
@pytest.mark.parametrize("ground", ["green", "dike"])
def test_nor_does_one_that_took_something_on_and_it_is_never_a_former_holder(ground: str, until: str) -> None:
    engaged = f"engagements: [{{who: Neighbours, what: repair, kind: performance, from: 2020-01-01{until}}}]\n"
    seen = agreed(ground=ground, more=engaged, needs="[{what: repair}]")
    assert {(cell.leading, cell.since) for cell in seen.cells("repair")} == {("Vacuum", date(2020, 1, 1).toordinal())}
    assert candidates(seen, "High Street", "repair") == set()


def test_who_escorts_a_brigade_stops_where_the_brigade_left() -> None:
    tied = {"high": ", brigade: Red Brigade", "low": ", brigade: Blue Brigade"}
    escorts = ("kind: escort deal, between: [Jans, Red Brigade]", "kind: escort deal, between: [Kees, Blue Brigade]")
    assert held(agreed(*escorts, **tied)) == {"High Street": {"Jans"}, "Low Street": {"Kees"}}
    seen = agreed(*escorts, more="events: [{date: 2024-05-31, who: Red Brigade, what: left}]\n", **tied)
    assert held(seen) == {"High Street": set(), "Low Street": {"Kees"}}


@pytest.mark.parametrize(("stands", "holders"), [("yes", set[str]()), ("no", {"Red Brigade"})])
def test_who_left_and_was_ruled_not_to_have_left_keeps_its_ties(stands: str, holders: set[str]) -> None:
    steps = f"""
    events:
      - {{name: it, date: 2024-05-31, who: Red Brigade, what: left}}
      - {{date: 2024-06-05, ruling by: Board, what: ruled, event: it, stands: {stands}}}
    """
    seen = agreed(high=", brigade: Red Brigade", needs="[{what: thawing}]", more=steps)
    assert held(seen, "thawing")["High Street"] == holders


# -- In whose name


def answers(deal: str, more: str = "") -> set[str]:
    return held(agreed(deal, more=more), kind="Accountability")["High Street"]


@pytest.mark.parametrize(
    ("deal", "answering"),
    [
        ("kind: job order, between: [Jans, Board], what: inspection", {"Board"}),
        ("kind: job order, between: [Jans, Board], what: inspection, in own name: yes", {"Jans"}),
        ("kind: job order, between: [Jans, Board], what: inspection, on behalf of: Kees", {"Kees"}),
        ("kind: job order, between: [Jans, Delta], what: inspection", {"Delta"}),
        ("kind: service contract, between: [Jans, Kees], what: inspection, on behalf of: Jans", {"Jans"}),
        ("kind: job order, between: [Bert, Board], what: inspection", {"Board"}),
        ("kind: handshake, between: [Bert, Board], what: inspection", {"Anna"}),
        ("kind: handshake, between: [Bert, Board], what: inspection, in own name: yes", {"Bert"}),
        ("kind: handshake, between: [Bert, Board], what: inspection, on behalf of: Kees", {"Kees"}),
        ("kind: service contract, between: [Bert, Board], what: inspection", {"Bert"}),
        ("kind: handshake, between: [Kees, Board], what: inspection", {"Kees"}),
    ],
)
def test_the_agreement_goes_before_its_kind_and_the_kind_before_the_party(deal: str, answering: set[str]) -> None:
    assert answers(deal) == answering


def test_each_of_two_does_it_for_its_own_employer_and_who_gives_an_order_to_itself_for_itself() -> None:
    seen = agreed("kind: job order, between: [Jans, Delta], what: inspection")
    assert candidates(seen, "High Street") == {("Jans", "Bound"), ("Delta", "Bound")}
    seen = agreed("kind: service contract, between: [Jans, Kees], what: inspection, on behalf of: Jans")
    assert held(seen) == both("Jans", "Kees")


def test_who_is_of_the_type_for_which_it_is_done_does_it_for_the_other_all_the_same() -> None:
    kees = "kind: upkeep subscription, between: [Kees, High Street]"
    seen = agreed(kees, "kind: helper deal, between: [Both, Kees]")
    assert held(seen)["High Street"] == {"Both"}
    assert held(seen, kind="Accountability")["High Street"] == {"Kees"}


ENGAGED = "engagements: [{who: Bert, what: inspection, kind: performance, from: 2020-01-01MORE}]\n"


@pytest.mark.parametrize(
    ("more", "answering"),
    [("", {"Anna"}), (", on behalf of: Kees", {"Kees"}), (", in own name: yes", {"Bert"})],
)
def test_so_too_what_is_taken_on_without_an_agreement(more: str, answering: set[str]) -> None:
    seen = agreed(more=ENGAGED.replace("MORE", more))
    assert held(seen, kind="Accountability")["High Street"] == answering


ENDED = ", until: 2024-05-31"
GROUP = "what: marking, kind: performance, when: winter, from: 2020-01-01"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((f"who: Neighbours, {GROUP}{ENDED}", f"who: Jans, {GROUP}{ENDED}"), "Accountability"),
        ((f"who: Jans, {GROUP}{ENDED}", f"who: Neighbours, on behalf of: Jans, {GROUP}"), "Performance"),
    ],
    ids=["who answered by doing it", "who did it for another"],
)
def test_a_collective_is_no_former_holder_beside_one_that_is(lines: tuple[str, ...], kind: str) -> None:
    engaged = "engagements:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    dark = "state of affairs: {street is dark: yes}\n"
    seen = agreed(ground="lane", more=engaged + dark, needs="[{what: marking, when: winter}]")
    found = [c for cell in seen.cells("marking", kind) for c in cell.candidates if c.standing == "Former"]
    assert {seen.name(one.party) for one in found} == {"Jans"}


def test_nor_does_what_may_have_ended_stay_with_a_collective() -> None:
    notice = """
        events: [{date: 2024-04-01, who: Neighbours, what: gave notice, agreement: deal, last day: 2024-05-31}]
    """
    deal = "name: deal, kind: service contract, between: [Neighbours, Board], what: repair"
    seen = agreed(deal, ground="dike", more=notice, needs="[{what: repair}]")
    assert candidates(seen, "High Street", "repair") == set()

"""Where a rule stops: what is said of one window, type, tie, kind or force says nothing of the others."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village


def marsh(parties: str, needs: str, *lines: str, more: str = "", **how: str) -> Seen:
    """A street on the marsh, with rules of its own."""
    text = (
        f"streets: [{{name: Marsh, from: 2020-01-01, ground: marsh, needs: {needs}{more}}}]\nparties: {{{parties}}}\n"
    )
    return village(text + "".join(f"{line}\n" for line in lines), **how)


def engaged(*lines: str) -> str:
    return "engagements: [" + ", ".join(f"{{{line}}}" for line in lines) + "]"


def former(seen: Seen, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> set[str]:
    return {who for who, standing, _ in seen.candidates(function, kind, window) if standing == "Former"}


LIGHT = "state of affairs: {street is dark: no}"
FERRY = "who: Jans, what: ferry, kind: performance, from: 2020-01-01"
BANKRUPT = "party states: [{who: Board, is: bankrupt, from: 2024-01-01}]"

# -- What is asked


def test_what_a_gap_calls_for_in_one_window_counts_in_that_window_and_once_there_is_a_gap() -> None:
    seen = marsh("Jans: fitter", "{what: ferry}", LIGHT)
    assert seen.windows("draining") == {"winter"}
    assert seen.verdict("draining", window="winter") == "Gap Vacuum"
    assert not marsh("Jans: fitter", "{what: ferry}", LIGHT, engaged(FERRY)).cells("draining")


def test_what_only_a_gap_calls_for_takes_no_place_of_what_is_needed_at_some_time() -> None:
    seen = marsh("Jans: fitter", "[{what: ferry}, {what: draining}]", LIGHT, engaged(FERRY))
    assert seen.windows("draining") == {"AtSomeTime"}


def test_nor_does_what_is_asked_in_another_kind() -> None:
    seen = marsh("Jans: fitter", "{what: ferry}", LIGHT)
    assert (seen.windows("ferry"), seen.windows("ferry", "Accountability")) == ({"AtSomeTime"}, {"summer"})


@pytest.mark.parametrize(
    ("needs", "said", "verdict"),
    [
        ("{what: ferry}", "unknown", "Undetermined"),
        ("{what: ferry}", "yes", "Gap NoCapacity"),
        ("[{what: ferry}, {what: pumping}]", "unknown", "Undetermined"),
    ],
    ids=["perhaps asked, besides what a gap calls for", "asked", "a need for what falls under it settles nothing"],
)
def test_who_must_see_to_what_is_perhaps_asked_leaves_a_gap_only_if_that_is_sure(
    needs: str, said: str, verdict: str
) -> None:
    dark = f"state of affairs: {{street is dark: {said}}}"
    seen = marsh("Board: water board, Jans: fitter", needs, dark, BANKRUPT, more=", brigade: none")
    assert seen.verdict("draining", "Organisation") == verdict


def test_who_answers_for_what_it_does_for_another_does_so_in_the_windows_of_that_duty() -> None:
    for_board = engaged(f"{FERRY}, on behalf of: Board")
    seen = marsh("Jans: fitter, Board: water board", "{what: ferry}", LIGHT, for_board)
    assert seen.windows("ferry", "Accountability") == {"summer", "winter"}
    assert seen.holders("ferry", "Accountability", "winter") == {"Jans"}


def test_and_for_nothing_else_that_is_done_there() -> None:
    drained = "who: Jans, what: draining, kind: performance, from: 2020-01-01, on behalf of: Board"
    parties, needs = "Jans: fitter, Kees: fitter, Board: water board", "[{what: ferry}, {what: draining}]"
    alone = marsh(parties, needs, LIGHT, engaged(drained))
    assert alone.windows("ferry", "Accountability") == {"summer"}
    seen = marsh(parties, needs, LIGHT, engaged(drained, f"{FERRY}, on behalf of: Board".replace("Jans", "Kees")))
    assert seen.holders("ferry", "Accountability", "winter") == {"Kees"}


def test_a_precondition_of_one_place_keeps_nobody_from_beginning_elsewhere() -> None:
    seen = village(
        """
        streets:
          - {name: Marsh, from: 2020-01-01, ground: marsh, needs: {what: siren}, brigade: none}
          - {name: Green, from: 2020-01-01, ground: green, needs: {what: siren}, brigade: none}
        parties: {Shops: shop association}
        state of affairs: {key is there: no}
        """
    )
    found = {seen.name(cell.situation): cell.leading for cell in seen.cells("siren")}
    assert found == {"Marsh": "ConditionUnmet", "Green": "Vacuum"}


# -- Voices, limits and what lifts them


def test_the_voice_of_others_takes_nothing_from_a_party() -> None:
    seen = marsh("Red Brigade: fire brigade, Shops: shop association", "{what: ferry}", LIGHT)
    assert seen.holders("ferry") == {"Red Brigade"}
    assert not seen.told("Contested")


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2024-02-15", "Gap Contested"), ("2024-03-15", "Undetermined"), ("2024-06-15", "Held")],
)
def test_an_exception_lifts_an_exclusion_as_surely_as_it_is_in_force(as_of: str, verdict: str) -> None:
    seen = marsh("River: river brigade", "{what: ferry}", LIGHT, as_of=as_of)
    assert seen.verdict("ferry") == verdict


DRAINS = "who: {}, what: draining, kind: performance, when: winter, from: 2020-01-01"


@pytest.mark.parametrize(
    ("party", "as_of", "verdict"),
    [
        ("fire brigade", "2024-06-15", "Gap BeyondCompetence"),
        ("river brigade", "2024-02-15", "Gap BeyondCompetence"),
        ("river brigade", "2024-03-15", "Undetermined"),
        ("river brigade", "2024-06-15", "Held"),
        ("fitter", "2024-06-15", "Held"),
    ],
)
def test_so_it_lifts_a_limit_in_a_window_that_touches_at_some_time(party: str, as_of: str, verdict: str) -> None:
    seen = marsh(
        f"Anna: {party}, Red Brigade: fire brigade",
        "{what: draining}",
        LIGHT,
        engaged(DRAINS.format("Anna")),
        as_of=as_of,
    )
    assert seen.verdict("draining") == verdict


def test_a_limit_in_a_window_of_less_force_touches_no_engagement() -> None:
    seen = marsh("Jans: fitter", "{what: ferry}", LIGHT, engaged(f"{FERRY}, when: winter"))
    assert seen.holders("ferry") == {"Jans"}


def test_of_whom_it_is_only_said_that_it_is_its_task_no_limit_is_told() -> None:
    claim = "claims: [{who: Jans, says: is the task of Red Brigade, about: draining, when: winter, date: 2024-01-01}]"
    seen = marsh("Jans: fitter, Red Brigade: fire brigade", "{what: draining}", LIGHT, claim)
    assert ("Red Brigade", "Claimed", ()) in seen.candidates("draining")


def test_a_rule_on_money_of_less_force_takes_no_duty_away() -> None:
    seen = marsh("Board: water board", "{what: draining}", LIGHT)
    assert seen.holders("draining", "Procurement") == {"Board"}


# -- Who was bound by a norm, or through a tie


SUBSCRIBED = "agreements: [{{kind: upkeep subscription, between: [{}, Marsh], from: {}}}]"


@pytest.mark.parametrize(
    ("party", "since", "found"),
    [
        ("master fitter", "2020-01-01", {"Anna"}),
        ("fitter", "2020-01-01", set[str]()),
        ("master fitter", "2024-02-01", set[str]()),
    ],
    ids=["of the type", "of another type", "not tied before it ended"],
)
def test_former_by_a_norm_that_ended_is_who_it_bound(party: str, since: str, found: set[str]) -> None:
    seen = marsh(
        f"Anna: {party}, Piet: master fitter, Board: water board",
        "[{what: draining}, {what: siren}]",
        SUBSCRIBED.format("Anna", since),
        more=", brigade: none",
    )
    assert former(seen, "draining") == found
    assert former(seen, "draining", "Organisation") == set(), "too wide to have bound anybody to this"
    assert former(seen, "siren") == set(), "nobody that could not do it was bound to do it"


def test_a_collective_is_not_former_by_a_duty_that_is_no_longer_in_force() -> None:
    seen = village(
        """
        streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: inspection}, brigade: [Red Brigade, Volunteers]}]
        parties: {Red Brigade: fire brigade, Volunteers: [fire brigade, the neighbours]}
        """
    )
    assert {seen.name(c.party) for c in seen.cell("inspection").candidates if c.standing == "Former"} == {"Red Brigade"}


def test_and_in_no_street_to_which_it_was_not_tied() -> None:
    seen = village(
        """
        streets:
          - {name: Marsh, from: 2020-01-01, ground: marsh, needs: {what: draining}}
          - {name: Bog, from: 2020-01-01, ground: marsh, needs: {what: draining}}
        parties: {Piet: master fitter}
        agreements: [{kind: upkeep subscription, between: [Piet, Marsh], from: 2020-01-01}]
        """
    )
    found = {seen.name(c.situation): {one.standing for one in c.candidates} for c in seen.cells("draining")}
    assert "Former" in found["Marsh"]
    assert "Former" not in found["Bog"]


def test_former_by_a_tie_that_ended_is_who_had_it_where_a_duty_bound_it() -> None:
    seen = marsh(
        "Jans: fitter, Blue Brigade: fire brigade, Board: water board",
        "[{what: siren}, {what: draining}, {what: ferry}]",
        SUBSCRIBED.format("Jans", "2020-01-01"),
        more=", brigade: [{who: Red Brigade, until: 2024-05-31}]",
    )
    assert former(seen, "siren", "Organisation") == {"Red Brigade"}
    assert former(seen, "siren") == set(), "it cannot do it"
    assert former(seen, "draining") == set(), "it was free to"
    assert former(seen, "draining", "Organisation") == set(), "too wide"
    assert former(seen, "ferry", "Organisation") == set(), "bound those of another type, and through another tie"


def test_each_that_had_the_tie_is_former_since_its_own_day() -> None:
    seen = marsh(
        "Jans: fitter",
        "{what: siren}",
        more=", brigade: [{who: Red Brigade, until: 2024-03-31}, {who: Blue Brigade, until: 2024-05-31}]",
    )
    days = {seen.name(c.party): s.since for c in seen.cell("siren", "Organisation").candidates for s in c.shortfalls}
    first, second = date(2024, 4, 1).toordinal(), date(2024, 6, 1).toordinal()
    assert days == {"Red Brigade": first, "Blue Brigade": second}


# -- What stays


@pytest.mark.parametrize(
    ("party", "when", "held"),
    [
        ("fitter", "all year", {"winter"}),
        ("fitter", "summer", set[str]()),
        ("fitter", "winter", {"winter"}),
        ("fire brigade", "winter", set[str]()),
    ],
)
def test_what_stays_in_a_window_stays_there_with_who_of_its_type_did_it_then(
    party: str, when: str, held: set[str]
) -> None:
    pumped = engaged(f"who: Anna, what: pumping, kind: performance, when: {when}, from: 2020-01-01, until: 2024-05-31")
    seen = marsh(f"Anna: {party}", "{what: pumping, when: all year}", LIGHT, pumped)
    assert {w for w in ("summer", "winter") if seen.holders("pumping", window=w) == {"Anna"}} == held


RANG = "who: Anna, what: WHAT, kind: performance, from: 2020-01-01, until: 2024-05-31"


@pytest.mark.parametrize(
    ("party", "what", "answers"),
    [("fitter", "siren", {"Anna"}), ("fire brigade", "siren", set[str]()), ("fitter", "repair", set[str]())],
    ids=["of the type", "of another type", "of another function, whose end calls for something"],
)
def test_who_stops_goes_on_answering_for_what_it_did_if_the_rule_is_on_its_type(
    party: str, what: str, answers: set[str]
) -> None:
    seen = marsh(f"Anna: {party}", "{what: siren}", engaged(RANG.replace("WHAT", what)), more=", brigade: none")
    cells = seen.cells("siren", "Accountability")
    assert {seen.name(one) for cell in cells for one in cell.holders} == answers
    assert bool(cells) == bool(answers)


@pytest.mark.parametrize("place", ["", ", for: Green"])
def test_and_where_that_rule_applies_and_it_did_it(place: str) -> None:
    seen = village(
        f"""
        streets:
          - {{name: Marsh, from: 2020-01-01, ground: marsh, needs: [{{what: siren}}, {{what: pumping, when: winter}}], brigade: none}}
          - {{name: Green, from: 2020-01-01, ground: green, needs: [{{what: siren}}, {{what: pumping, when: winter}}], brigade: none}}
        parties: {{Anna: fitter}}
        engagements:
          - {{who: Anna, what: siren, kind: performance, from: 2020-01-01, until: 2024-05-31{place}}}
          - {{who: Anna, what: pumping, kind: performance, when: winter, from: 2020-01-01, until: 2024-05-31{place}}}
        """
    )
    there = set() if place else {"Marsh"}
    assert {seen.name(cell.situation) for cell in seen.cells("siren", "Accountability")} == there
    assert {seen.name(cell.situation) for cell in seen.cells("pumping") if cell.holders} == there


def test_nobody_answers_for_what_it_only_must_see_to() -> None:
    seen = marsh(
        "Jans: fitter",
        "{what: draining}",
        LIGHT,
        engaged("who: Jans, what: draining, kind: organisation, from: 2020-01-01, until: 2024-05-31"),
    )
    assert not seen.cells("draining", "Accountability")


def test_the_end_of_one_thing_keeps_nobody_bound_to_another() -> None:
    seen = marsh(
        "Jans: fitter",
        "[{what: pumping, when: winter}, {what: repair}]",
        LIGHT,
        engaged("who: Jans, what: repair, kind: performance, when: winter, from: 2020-01-01, until: 2024-05-31"),
    )
    assert seen.verdict("pumping", window="winter") == "Gap Vacuum"

"""Who is willing or free to take it on, and who is not: each where, when and as what it said."""

from dataclasses import replace

import pytest
from pyoxigraph import Triple
from tests.toy.seen import see, village
from tests.toy.side import grounds, on, standing, with_kinds

from hiaat.knowledge.terms import h
from hiaat.scenario import Scenario

CREW = "parties: {Jans: fitter, Kees: fitter, Red Brigade: fire brigade, Board: water board}\n"
STREETS = """
streets:
  - {name: High Street, from: 2020-01-01, ground: green, needs: {what: WHAT}}
  - {name: Low Street, from: 2020-01-01, ground: green, needs: [{what: WHAT}, {what: painting}]}
"""
SUMMER = "repair, when: [summer, winter]"
WHOLE = "upkeep subscription"


@pytest.mark.parametrize("offer", ["what: inspection", "agreement: rounds contract"])
@pytest.mark.parametrize(
    ("dates", "willing"),
    [
        ("from: 2024-06-15", True),
        ("from: 2024-06-16", False),
        ("from: 2020-01-01, until: 2024-06-15", True),
        ("from: 2020-01-01, until: 2024-06-14", False),
    ],
)
def test_who_is_willing_is_so_on_the_days_that_it_says(offer: str, dates: str, willing: bool) -> None:
    seen = village(f"{CREW}offers: [{{who: Jans, {offer}, {dates}}}]\n", needs="{what: inspection}")
    assert (("Jans", "Prospect") in standing(seen, "inspection")) is willing


@pytest.mark.parametrize("offer", ["what: inspection", "agreement: rounds contract"])
def test_who_is_willing_in_one_street_is_so_nowhere_else(offer: str) -> None:
    text = STREETS.replace("WHAT", "inspection") + CREW
    seen = village(f"{text}offers: [{{who: Jans, {offer}, for: High Street, from: 2020-01-01}}]\n")
    assert ("Jans", "Prospect") in standing(on(seen, "High Street"), "inspection")
    assert ("Jans", "NearMiss") in standing(on(seen, "Low Street"), "inspection")


@pytest.mark.parametrize(
    ("offer", "windows"),
    [
        ("what: repair", {"summer", "winter"}),
        ("what: repair, when: winter", {"winter"}),
        ("agreement: upkeep subscription", {"summer"}),
    ],
)
def test_who_is_willing_in_part_of_the_year_is_so_in_that_part(offer: str, windows: set[str]) -> None:
    seen = village(
        f"{CREW}offers: [{{who: Jans, {offer}, from: 2020-01-01}}]\n", needs="{what: repair, when: [summer, winter]}"
    )
    assert {when for when in ("summer", "winter") if ("Jans", "Prospect") in standing(seen, "repair", window=when)} == (
        windows
    )


@pytest.mark.parametrize(
    ("offer", "what"), [("what: repair, when: winter", "repair"), ("agreement: upkeep subscription", "repair")]
)
def test_any_part_of_the_year_is_at_some_time(offer: str, what: str) -> None:
    seen = village(f"{CREW}offers: [{{who: Jans, {offer}, from: 2020-01-01}}]\n", needs=f"{{what: {what}}}")
    assert ("Jans", "Prospect") in standing(seen, what)


def test_an_agreement_that_names_no_part_of_the_year_brings_it_all_year() -> None:
    seen = village(
        f"{CREW}offers: [{{who: Jans, agreement: rounds contract, from: 2020-01-01}}]\n",
        needs="{what: inspection, when: winter}",
    )
    assert ("Jans", "Prospect") in standing(seen, "inspection", window="winter")


INSPECTED = "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]\n"
OFFER = INSPECTED + "parties: {Jans: fitter, Shops: shop association}\noffers: [{who: Jans, OFFER, from: 2020-01-01}]\n"


def willing(told: Scenario) -> set[str]:
    """The kinds in which Jans is a prospect, where it must be done and be seen to."""
    seen = see(told)
    return {one for one in ("Performance", "Organisation") if ("Jans", "Prospect") in standing(seen, "inspection", one)}


@pytest.mark.parametrize(
    ("offer", "kinds"),
    [
        ("what: inspection", {"Performance"}),
        ("agreement: rounds contract", {"Performance"}),
        ("agreement: stewardship", {"Organisation"}),
    ],
)
def test_who_is_willing_to_do_it_is_not_willing_to_see_to_it_nor_the_reverse(offer: str, kinds: set[str]) -> None:
    assert willing(with_kinds(OFFER.replace("OFFER", offer), "Need", "Performance", "Organisation")) == kinds


def test_who_says_in_what_sense_it_is_willing_is_so_in_that_sense() -> None:
    told = with_kinds(OFFER.replace("OFFER", "what: inspection"), "Need", "Performance", "Organisation")
    (offer,) = (triple.subject for triple in told.triples if triple.object == h("Offer"))
    to_see_to = Triple(offer, h("kind"), h("Organisation"))
    assert willing(replace(told, triples=(*told.triples, to_see_to))) == {"Organisation"}


def test_an_agreement_that_brings_another_type_to_do_it_makes_nobody_else_willing() -> None:
    seen = village(
        f"{CREW}offers: [{{who: Board, agreement: upkeep subscription, from: 2020-01-01}}]\n", needs="{what: repair}"
    )
    assert ("Board", "Prospect") not in standing(seen, "repair")


REPAIR = "offers: [{who: Jans, OFFER, from: 2020-01-01}]\n"
OFFERS = ["what: repair", "agreement: upkeep subscription"]


@pytest.mark.parametrize("offer", OFFERS)
def test_who_is_bound_already_is_not_willing_besides(offer: str) -> None:
    ill = "engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01}]\nparty states: [{who: Jans, is: ill, from: 2024-01-01}]\n"
    seen = village(CREW + REPAIR.replace("OFFER", offer) + ill, needs="{what: repair}")
    assert {how for party, how in standing(seen, "repair") if party == "Jans"} == {"Bound"}


@pytest.mark.parametrize("offer", OFFERS)
def test_that_another_is_bound_and_ill_takes_nothing_from_who_is_willing(offer: str) -> None:
    ill = "engagements: [{who: Kees, what: repair, kind: performance, from: 2020-01-01}]\nparty states: [{who: Kees, is: ill, from: 2024-01-01}]\n"
    seen = village(CREW + REPAIR.replace("OFFER", offer) + ill, needs="{what: repair}")
    assert standing(seen, "repair") >= {("Jans", "Prospect"), ("Kees", "Bound")}


@pytest.mark.parametrize("offer", OFFERS)
def test_who_did_it_before_may_be_willing_again(offer: str) -> None:
    ended = "engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-05-31, in own name: yes}]\n"
    seen = village(CREW + REPAIR.replace("OFFER", offer) + ended, needs="{what: repair}")
    assert standing(seen, "repair") >= {("Jans", "Prospect"), ("Jans", "Former")}


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize(("who", "jans"), [("Jans", "Refused"), ("Kees", "Prospect")])
def test_a_refusal_ends_ones_own_offer_and_nobody_elses(offer: str, who: str, jans: str) -> None:
    refused = f"events: [{{date: 2024-02-01, who: {who}, what: refused, about: repair}}]\n"
    seen = village(CREW + REPAIR.replace("OFFER", offer) + refused, needs="{what: repair}")
    assert {how for party, how in standing(seen, "repair") if party == "Jans"} == {jans}


# -- Conditions, money, capacity: of this street, this function, this party, this day


def test_the_condition_of_an_offer_is_looked_at_in_each_street() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: yes}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: no}}
        parties: {Jans: fitter}
        offers: [{who: Jans, what: inspection, from: 2020-01-01, on condition of: key is there}]
        """
    )
    assert on(seen, "High Street").candidates("inspection") == {("Jans", "Prospect", ())}
    assert on(seen, "Low Street").candidates("inspection") == {("Jans", "Prospect", ("ConditionUnmet",))}
    assert on(seen, "High Street").verdict("inspection") == "Gap Vacuum"
    assert on(seen, "Low Street").verdict("inspection") == "Gap ConditionUnmet"


@pytest.mark.parametrize(("who", "short"), [("Jans", ("ConditionUnmet",)), ("Kees", ())])
def test_what_is_said_of_who_is_willing_goes_before_what_is_said_of_all(who: str, short: tuple[str, ...]) -> None:
    parties = CREW.replace(f"{who}: fitter", f"{who}: {{is: fitter, state of affairs: {{key is there: no}}}}")
    offer = "offers: [{who: Jans, what: inspection, from: 2020-01-01, on condition of: key is there}]\n"
    seen = village(f"{parties}{offer}state of affairs: {{key is there: yes}}\n", needs="{what: inspection}")
    assert ("Jans", "Prospect", short) in seen.candidates("inspection")


@pytest.mark.parametrize(("who", "short"), [("Jans", ()), ("Kees", ("ConditionUnmet",))])
def test_who_is_willing_on_an_agreement_must_have_it_itself(who: str, short: tuple[str, ...]) -> None:
    offer = (
        "offers: [{who: Jans, what: inspection, from: 2020-01-01, on condition of: water pact with a water board}]\n"
    )
    pact = f"agreements: [{{kind: water pact, between: [{who}, Board], from: 2020-01-01}}]\n"
    seen = village(CREW + offer + pact, needs="{what: inspection}")
    assert ("Jans", "Prospect", short) in seen.candidates("inspection")


def test_and_in_no_street_for_which_it_is_not_offered() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: yes}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}, state of affairs: {key is there: no}}
        parties: {Jans: fitter}
        offers: [{who: Jans, what: inspection, for: High Street, from: 2020-01-01, on condition of: key is there}]
        """
    )
    assert [(seen.name(one.condition), one.state) for one in seen.judgement.conditions] == [("key_there", "Met")]


WAITING = """
streets:
  - {{name: High Street, from: 2020-01-01, ground: green, needs: [{{what: inspection}}, {{what: marking}}]}}
  - {{name: Low Street, from: 2020-01-01, ground: green, needs: [{{what: inspection}}, {{what: marking}}]}}
{crew}offers:
  - {{who: Jans, what: inspection, from: 2020-01-01, on condition of: {{what: marking}}}}
  - {{who: Kees, what: marking, from: 2020-01-01, on condition of: {{what: inspection}}{where}}}
"""


@pytest.mark.parametrize(
    ("where", "rings"),
    [("", [{"High Street"}, {"Low Street"}]), (", for: Low Street", [{"Low Street"}])],
    ids=["in each", "in one"],
)
def test_who_are_willing_if_the_other_is_first_wait_for_each_other_in_one_street_at_a_time(
    where: str, rings: list[set[str]]
) -> None:
    seen = village(WAITING.format(crew=CREW, where=where))
    found = [{seen.name(cell.situation) for cell in ring.cells} for ring in seen.findings("CircularReferral")]
    assert sorted(found, key=sorted) == rings


def test_who_waits_for_nobody_is_waited_for_in_no_circle() -> None:
    seen = village(
        CREW
        + """
offers:
  - {who: Jans, what: inspection, from: 2020-01-01}
  - {who: Kees, what: marking, from: 2020-01-01, on condition of: {what: inspection}}
  - {who: Kees, what: repair, from: 2020-01-01, on condition of: {what: marking}}
""",
        needs="[{what: inspection}, {what: marking}, {what: repair}]",
    )
    assert not seen.findings("CircularReferral")


@pytest.mark.parametrize(
    ("state", "short"),
    [
        ("who: Jans, is: full, from: 2024-06-15", ("NoCapacity",)),
        ("who: Jans, is: full, from: 2024-06-16", ()),
        ("who: Jans, is: full, from: 2020-01-01, until: 2024-06-15", ("NoCapacity",)),
        ("who: Jans, is: full, from: 2020-01-01, until: 2024-06-14", ()),
        ("who: Kees, is: full, from: 2024-01-01", ()),
    ],
)
def test_who_is_full_on_the_day_takes_nobody_new(state: str, short: tuple[str, ...]) -> None:
    offer = "offers: [{who: Jans, what: inspection, from: 2020-01-01}]\n"
    seen = village(f"{CREW}{offer}party states: [{{{state}}}]\n", needs="{what: inspection}")
    assert ("Jans", "Prospect", short) in seen.candidates("inspection")


GROUNDS = """
streets:
  - {name: Dike, from: 2020-01-01, ground: dike, needs: [{what: flushing}, {what: inspection}]}
  - {name: Moor, from: 2020-01-01, ground: moor, needs: {what: flushing}}
  - {name: Hill, from: 2020-01-01, ground: hill, needs: {what: flushing}}
parties: {Jans: fitter}
offers: [{who: Jans, what: upkeep, from: 2020-01-01}]
"""


@pytest.mark.parametrize(
    ("street", "function", "short"),
    [
        ("Dike", "flushing", ("Unfundable",)),
        ("Dike", "inspection", ()),
        ("Moor", "flushing", ()),
        ("Hill", "flushing", ()),
    ],
    ids=["here", "another function", "where nothing is said of the levy", "where there is no levy"],
)
def test_a_route_takes_away_what_it_cannot_fund_where_that_is_said_and_it_is_open(
    street: str, function: str, short: tuple[str, ...]
) -> None:
    assert ("Jans", "Prospect", short) in on(village(GROUNDS), street).candidates(function)


# -- What is free, and what a voice says against it

HILL = "streets: [{name: Hill, from: 2020-01-01, ground: hill, needs: NEEDS}]\nparties: {Red Brigade: fire brigade, Blue Brigade: fire brigade, Shops: shop association}\n"


def hill(needs: str, more: str = "", brigade: str = "") -> str:
    return HILL.replace("NEEDS", needs + brigade) + more


def test_a_liberty_for_part_of_the_year_makes_a_prospect_in_that_part() -> None:
    seen = village(hill("{what: marking, when: all year}"))
    assert ("Red Brigade", "Prospect") in standing(seen, "marking", window="summer")
    assert ("Red Brigade", "Prospect") not in standing(seen, "marking", window="winter")


def test_a_refusal_ends_ones_own_liberty_and_nobody_elses() -> None:
    refused = "events: [{date: 2024-02-01, who: Red Brigade, what: refused, about: marking}]\n"
    seen = village(hill("{what: marking, when: summer}", refused))
    assert standing(seen, "marking", window="summer") >= {("Red Brigade", "Refused"), ("Blue Brigade", "Prospect")}
    assert ("Red Brigade", "Prospect") not in standing(seen, "marking", window="summer")


def test_that_another_is_bound_and_ill_takes_no_liberty_away() -> None:
    ill = "engagements: [{who: Red Brigade, what: marking, kind: performance, when: summer, from: 2020-01-01}]\nparty states: [{who: Red Brigade, is: ill, from: 2024-01-01}]\n"
    seen = village(hill("{what: marking, when: summer}", ill))
    assert standing(seen, "marking", window="summer") >= {("Red Brigade", "Bound"), ("Blue Brigade", "Prospect")}


MARKING = "offers: [{who: Red Brigade, what: marking, from: 2020-01-01}, {who: Shops, what: marking, from: 2020-01-01}]\nstate of affairs: {pay agreed: yes}\n"


def test_a_voice_takes_away_an_offer_and_no_liberty_that_the_law_gives() -> None:
    found = grounds(village(hill("{what: marking, when: summer}", MARKING)), "marking", "summer")
    assert found["Red Brigade", "brigade-may-mark-hill"] == ()
    assert found["Red Brigade", "Red Brigade: marking"] == ("Excluded",)
    assert found["Shops", "shops-may-mark-hill"] == ()
    assert found["Shops", "Shops: marking"] == ("BeyondCompetence",)


def test_so_for_the_route_on_which_it_is_paid() -> None:
    offer = "offers: [{who: Shops, what: key keeping, from: 2020-01-01}]\n"
    found = grounds(village(hill("{what: key keeping}", offer)), "keys")
    assert found["Shops", "shops-may-keep-keys"] == ()
    assert found["Shops", "Shops: key keeping"] == ("Unfundable",)


def test_a_voice_that_leaves_one_liberty_denies_another_that_less_force_gives() -> None:
    found = grounds(
        village(hill("{what: lookout}", "state of affairs: {key is there: yes, pay agreed: yes}\n")), "lookout"
    )
    assert found["Red Brigade", "brigade-may-look-out"] == ()
    assert found["Red Brigade", "boards-let-brigade-look-out"] == ("Excluded",)


WINTER = "offers: [{who: Red Brigade, what: repair, from: 2020-01-01}, {who: Blue Brigade, what: repair, from: 2020-01-01}, {who: Jans, what: repair, from: 2020-01-01}]\n"


def test_a_voice_denies_for_whom_it_speaks_when_it_says_so_save_whom_it_excepts() -> None:
    text = hill("{what: repair, when: all year}", WINTER, ", brigade: Blue Brigade")
    seen = village(text.replace("parties: {", "parties: {Jans: fitter, "))
    winter = {party: short for (party, _), short in grounds(seen, "repair", "winter").items()}
    assert winter == {"Red Brigade": ("Excluded",), "Blue Brigade": (), "Jans": ()}
    summer = {party: short for (party, _), short in grounds(seen, "repair", "summer").items()}
    assert summer == {"Red Brigade": (), "Blue Brigade": (), "Jans": ()}


def test_and_where_it_says_so() -> None:
    seen = village(
        """
        streets:
          - {name: Dike, from: 2020-01-01, ground: dike, needs: {what: greasing}}
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: greasing}}
        parties: {Red Brigade: fire brigade}
        offers: [{who: Red Brigade, what: greasing, from: 2020-01-01}]
        """
    )
    assert ("Red Brigade", "Prospect", ("Excluded",)) in on(seen, "Dike").candidates("greasing")
    assert ("Red Brigade", "Prospect", ()) in on(seen, "High Street").candidates("greasing")


def test_that_it_is_not_ours_to_do_says_nothing_of_seeing_to_it() -> None:
    text = INSPECTED.replace("inspection", "painting") + "parties: {Red Brigade: fire brigade}\n"
    text += "offers: [{who: Red Brigade, what: painting, from: 2020-01-01}]\n"
    told = with_kinds(text, "Need", "Performance", "Organisation")
    (offer,) = (triple.subject for triple in told.triples if triple.object == h("Offer"))
    kinds = [Triple(offer, h("kind"), h(kind)) for kind in ("Organisation", "Performance")]
    seen = see(replace(told, triples=(*told.triples, *kinds)))
    assert ("Red Brigade", "Prospect", ("Excluded",)) in seen.candidates("painting")
    assert seen.candidates("painting", "Organisation") == {("Red Brigade", "Prospect", ())}


@pytest.mark.parametrize(
    ("party", "ground", "short"),
    [
        ("master fitter", ", ground: lane", ()),
        ("master fitter", ", ground: green", ("BeyondCompetence",)),
        ("master fitter", "", ("BeyondCompetence?",)),
        ("fitter", ", ground: lane", ("BeyondCompetence",)),
    ],
)
def test_an_exception_lifts_a_limit_for_whom_and_where_it_says(party: str, ground: str, short: tuple[str, ...]) -> None:
    seen = village(
        f"""
        streets:
          - {{name: High Street, from: 2020-01-01{ground}, needs: {{what: water pressure}}}}
          - {{name: Low Street, from: 2020-01-01, ground: green, needs: {{what: water pressure}}}}
        parties: {{Piet: {party}}}
        offers: [{{who: Piet, what: water pressure, from: 2020-01-01}}]
        """
    )
    assert ("Piet", "Prospect", short) in on(seen, "High Street").candidates("pressure")


def test_what_surely_holds_here_is_not_in_doubt_because_it_perhaps_holds_for_another_reason_too() -> None:
    seen = village(
        "streets: [{name: Yard, from: 2020-01-01, ground: yard, needs: {what: lookout}}]\nparties: {Jans: fitter}\n"
    )
    assert ("Jans", "Prospect", ()) in seen.candidates("lookout")

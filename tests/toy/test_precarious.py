"""A holder that may stop: what it may, must and must not, by which rules, and of whom they say nothing."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.told import acts, found, one, sources

# Who rings by a bell deal, and took it on a second time on a condition that is not met, holds it and may stop.
BELL = """
    streets:
      - {name: Square, from: 2020-01-01, ground: square, needs: [{what: bell}, {what: gong}]}
      - {name: Market, from: 2020-01-01, ground: square, needs: [{what: bell}]}
      - {name: Green, from: 2020-01-01, ground: green, needs: [{what: bell}]}
      - {name: Plaza, from: 2020-01-01, ground: square, needs: [{what: bell}]}
      - {name: Old Street, from: 2020-01-01, needs: [{what: bell}]}
    parties:
      Jans: {is: fitter, state of affairs: {JANS}}
      Kees: {is: fitter, state of affairs: {KEES}}
      Ringers: crew
      Board: water board
    agreements:
      - {name: deal, kind: bell deal, between: [Jans, Kees], by: Jans, what: bell, from: 2020-01-01, for: [Square, Green, Old Street]}
      - {name: ringers deal, kind: bell deal, between: [Ringers, Board], what: bell, from: 2020-01-01, for: Market}
      - {kind: cover, between: [Jans, Board], what: bell, from: 2020-01-01, for: Plaza}
    engagements:
      - {who: Jans, what: bell, kind: performance, from: 2021-01-01, for: [Square, Green, Old Street], on condition of: key is there}
      - {who: Ringers, what: bell, kind: performance, from: 2021-01-01, for: Market, on condition of: key is there}
      - {who: Jans, what: gong, kind: performance, from: 2021-01-01, for: Square}
      - {who: Jans, what: gong, kind: performance, from: 2021-01-01, for: Square, on condition of: key is there}
    state of affairs: {key is there: no, ALL}
"""
MUST_RING = ("Jans", "Must", "klokafspraak")
STOP = ("Jans", "MustNot", "fitter-rings-for-a-reason")
FRAYED = ("Jans", "MustNot", "fitter-rings-till-frayed")
MAY = ("Jans", "May", "fitter-may-stop-ringing")
MUST = ("Jans", "Must", "fitter-goes-on-ringing")


def bell(jans: str = "pay agreed: yes", kees: str = "pay agreed: yes", of_all: str = "pay agreed: yes") -> Seen:
    return village(BELL.replace("JANS", jans).replace("KEES", kees).replace("ALL", of_all))


def jans_acts(seen: Seen, street: str, function: str = "bell", kind: str = "Precarious") -> set[tuple[str, str, str]]:
    return {act for act in acts(seen, one(seen, kind, function, street)) if act[0] == "Jans"}


def test_the_rules_of_a_place_are_told_there_and_of_that_function_and_party_only() -> None:
    seen = bell()
    assert jans_acts(seen, "Square") == {STOP, FRAYED, MAY, MUST}
    assert jans_acts(seen, "Green") == set()
    assert jans_acts(seen, "Square", "gong") == set()
    assert acts(seen, one(seen, "Precarious", "bell", "Market")) == set(), "rung by a crew of no such type"


def test_so_are_the_norms_beside_the_finding() -> None:
    seen = bell()
    norms = {"fitter-may-stop-ringing", "fitter-rings-for-a-reason", "fitter-rings-till-frayed"}
    assert sources(seen, one(seen, "Precarious", "bell", "Square")) == {"key_there"} | norms
    for street, function in [("Square", "gong"), ("Green", "bell"), ("Market", "bell")]:
        assert sources(seen, one(seen, "Precarious", function, street)) == {"key_there"}
    assert not sources(seen, one(seen, "Precarious", "bell", "Plaza")) & norms, "only a stand-in, no condition"


def test_where_it_is_not_known_whether_they_apply_they_are_possible() -> None:
    assert jans_acts(bell(), "Old Street") == {
        (who, modality + "?", what) for who, modality, what in (STOP, FRAYED, MAY, MUST)
    }


@pytest.mark.parametrize(
    ("said", "must_not"),
    [
        ({"jans": "good reason: yes"}, {FRAYED}),
        ({"jans": "rope is frayed: yes"}, {STOP}),
        ({"of_all": "good reason: yes, rope is frayed: yes"}, set[tuple[str, str, str]]()),
        ({"kees": "good reason: yes"}, {STOP, FRAYED}),
        ({"jans": "good reason: {is: yes, from: 2024-07-01}"}, {STOP, FRAYED}),
        ({"jans": "good reason: {is: yes, from: 2023-01-01, until: 2024-05-31}"}, {STOP, FRAYED}),
    ],
)
def test_a_ground_to_end_is_one_of_the_rule_the_party_and_the_day(
    said: dict[str, str], must_not: set[tuple[str, str, str]]
) -> None:
    assert {act for act in jans_acts(bell(**said), "Square") if act[1] == "MustNot"} == must_not


@pytest.mark.parametrize("both", [False, True])
def test_it_may_stop_only_if_nobody_who_rings_beside_goes_on(both: bool) -> None:
    on_condition = "{who: Jans, what: bell, kind: performance, from: 2022-01-01, on condition of: key is there}"
    seen = village(
        f"""
        streets: [{{name: Square, from: 2020-01-01, ground: square, needs: [{{what: bell}}]}}]
        parties: {{Jans: fitter, Kees: fitter, Board: water board}}
        agreements:
          - {{kind: bell deal, between: [Jans, Board], what: bell, from: 2020-01-01}}
          - {{kind: bell deal, between: [Kees, Board], what: bell, from: 2020-01-01}}
        engagements:
          - {{who: Kees, what: bell, kind: performance, from: 2021-01-01, on condition of: key is there}}
          {"- " + on_condition if both else ""}
        conduct: [{{who: Jans, what: bell, how: falls short, from: 2024-01-01}}]
        state of affairs: {{key is there: no}}
        """
    )
    found = seen.findings("Precarious")
    assert [{seen.name(party) for party in finding.parties} for finding in found] == (
        [{"Jans", "Kees"}] if both else []
    )
    if not both:
        assert acts(seen, one(seen, "Breach", "bell")) == {MUST_RING}, "and of stopping nothing is told"


def test_who_falls_short_in_one_thing_and_may_stop_another_is_told_each_apart() -> None:
    seen = village(
        """
        streets: [{name: Square, from: 2020-01-01, ground: square, needs: [{what: bell}, {what: gong}]}]
        parties: {Jans: fitter, Board: water board}
        agreements:
          - {kind: bell deal, between: [Jans, Board], what: bell, from: 2020-01-01}
          - {kind: bell deal, between: [Jans, Board], what: gong, from: 2020-01-01}
        engagements: [{who: Jans, what: gong, kind: performance, from: 2021-01-01, on condition of: key is there}]
        conduct: [{who: Jans, what: bell, how: falls short, from: 2024-01-01}]
        state of affairs: {key is there: no}
        """
    )
    assert acts(seen, one(seen, "Breach", "bell")) == {MUST_RING}
    assert acts(seen, one(seen, "Precarious", "gong")) == {STOP, FRAYED}


def test_one_that_is_kept_bound_and_gave_notice_may_still_stop_by_that_notice() -> None:
    seen = village(
        """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
        parties: {Jans: fitter, Board: water board}
        agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01}]
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: key is there}]
        events: [{name: the notice, date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-07-31}]
        state of affairs:
          key is there: {is: no, from: 2024-03-01}
          good reason: [{is: yes, from: 2024-01-01, until: 2024-05-01}, {is: no, from: 2024-05-02}]
        """
    )
    assert found(seen, "LockedIn") == found(seen, "Precarious") == {("High Street", "inspection", "Performance")}
    locked, precarious = one(seen, "LockedIn", "inspection"), one(seen, "Precarious", "inspection")
    assert sources(seen, locked) == {"key_there", "stop-for-a-reason"}
    assert "key_there" not in sources(seen, precarious)
    assert precarious.since == date(2024, 4, 1).toordinal()


@pytest.mark.parametrize(
    ("second", "since", "certainty"),
    [
        ("from: 2024-06, on condition of: key is there", date(2024, 6, 1), "possibly"),
        ("from: 2024-05, on condition of: key is there", date(2024, 5, 31), "surely"),
        ("from: 2024-06, on condition of: {what: gong}", date(2024, 6, 1), "possibly"),
        ("from: 2024-05, on condition of: {what: gong}", date(2024, 5, 31), "surely"),
    ],
)
def test_what_was_perhaps_taken_on_again_warns_perhaps_since_it_may_have_been(
    second: str, since: date, certainty: str
) -> None:
    seen = village(
        f"""
        streets: [{{name: Square, from: 2020-01-01, ground: square, needs: [{{what: bell}}, {{what: gong}}]}}]
        parties: {{Jans: fitter, Board: water board}}
        engagements:
          - {{who: Jans, what: bell, kind: performance, from: 2020-01-01}}
          - {{who: Jans, what: bell, kind: performance, {second}}}
        state of affairs: {{key is there: no}}
        """
    )
    warning = one(seen, "Precarious", "bell")
    assert (warning.since, warning.certainty) == (since.toordinal(), certainty)

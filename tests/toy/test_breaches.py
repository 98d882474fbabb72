"""Who falls short of what it holds: in what, where, since when; and a duty that shows that it is not fulfilled."""

from datetime import date

import pytest
from tests.toy.seen import village
from tests.toy.street import CREW, street
from tests.toy.told import found, in_kind, one, parties

JANS = """
    streets: [{name: High Street, from: 2018-01-01, ground: green, needs: [{what: inspection}, {what: greasing}]}]
    parties: {Jans: fitter, Kees: fitter}
    engagements:
      - {who: Jans, what: inspection, kind: performance, from: 2017-01-01}
      - {who: Jans, what: greasing, kind: performance, from: 2021-01-01}
    conduct: [{CONDUCT}]
"""


@pytest.mark.parametrize(
    ("conduct", "since"),
    [
        ("who: Jans, what: inspection, how: falls short, from: 2024-02-01", date(2024, 2, 1)),
        ("who: Jans, what: inspection, how: falls short, from: 2024-05", date(2024, 5, 31)),
        ("who: Jans, what: inspection, how: falls short, from: 2024-06", date(2024, 6, 1)),
        ("who: Jans, what: inspection, how: falls short, from: 2016-01-01", date(2018, 1, 1)),
        ("who: Jans, what: inspection, how: falls short, when: winter, from: 2024-02-01", date(2024, 2, 1)),
        ("who: Jans, what: inspection, how: falls short, from: 2024-07-01", None),
        ("who: Jans, what: inspection, how: falls short, from: 2024-01-01, until: 2024-05-31", None),
        ("who: Jans, what: inspection, how: without agreement, from: 2024-02-01", None),
        ("who: Kees, what: inspection, how: falls short, from: 2024-02-01", None),
    ],
)
def test_a_holder_falls_short_in_what_it_does_badly_since_it_does(conduct: str, since: date | None) -> None:
    seen = village(JANS.replace("CONDUCT", conduct))
    assert found(seen, "Breach") == ({("High Street", "inspection", "Performance")} if since else set())
    assert {finding.since for finding in seen.findings("Breach")} == ({since.toordinal()} if since else set())


def test_not_before_it_took_it_on() -> None:
    seen = village(JANS.replace("CONDUCT", "who: Jans, what: greasing, how: falls short, from: 2020-06-01"))
    assert found(seen, "Breach") == {("High Street", "greasing", "Performance")}
    assert one(seen, "Breach", "greasing").since == date(2021, 1, 1).toordinal()


TWO = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: [{what: flushing}, {what: water pressure}]}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: [{what: flushing}, {what: water pressure}]}
    parties: {Board: water board}
    engagements:
      - {who: Board, what: flushing, kind: performance, from: 2020-01-01, for: Low Street}
      - {who: Board, what: water pressure, kind: performance, from: 2020-01-01, for: High Street}
    conduct: [{who: Board, what: flushing, how: falls short, from: 2024-01-01}]
"""


def test_without_a_kind_it_is_in_doing_it_where_the_party_does_and_else_in_all_that_it_must() -> None:
    assert found(village(TWO), "Breach") == {
        ("High Street", "flushing", "Organisation"),
        ("High Street", "flushing", "Procurement"),
        ("Low Street", "flushing", "Performance"),
    }


def test_and_with_one_in_that() -> None:
    assert found(in_kind(TWO, board_flushing="Organisation"), "Breach") == {
        ("High Street", "flushing", "Organisation"),
        ("Low Street", "flushing", "Organisation"),
    }


WAGON = """
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: repair}, {what: tank wagon}]}]
    parties: {Red Brigade: fire brigade, Jans: fitter}
    engagements:
      - {who: Red Brigade, what: tank wagon, kind: performance, from: 2020-01-01}
      - {who: Jans, what: repair, kind: performance, from: 2020-01-01}
    conduct: [{who: Red Brigade, what: tank wagon, how: falls short, from: 2024-01-01}]
"""


def test_in_what_nothing_calls_for_nobody_falls_short() -> None:
    assert not village(WAGON.replace(", {what: tank wagon}", "")).findings("Breach")
    assert found(village(WAGON), "Breach") == {("High Street", "tank_wagon", "Performance")}
    seen = in_kind(WAGON, tank_wagon="Organisation")
    assert found(seen, "Breach") == {
        ("High Street", "tank_wagon", "Organisation"),
        ("High Street", "tank_wagon", "Accountability"),
    }, "doing it is not asked"


# -- Duties that show whether they are fulfilled

STALLS = """
    streets:
      - {name: Square, from: 2016-01-01, ground: square, needs: [{what: stalls}, {what: key keeping}]SAID}
      - {name: Market, from: 2016-01-01, ground: square, needs: [{what: stalls}]}
      - {name: Green, from: 2016-01-01, ground: green, needs: [{what: stalls}]}
    parties: {Shops: shop association, Board: water board}
    engagements:
      - {who: Shops, what: stalls, kind: performance, from: 2016-01-01, for: Square}
      - {who: Board, what: stalls, kind: organisation, from: 2016-01-01, for: Square}
      - {who: Shops, what: stalls, kind: organisation, from: 2016-01-01, for: Green}
"""
OF_ALL = "    state of affairs: {stalls are listed: {is: noSPAN}}\n"
HERE = ", state of affairs: {stalls are listed: {is: noSPAN}}"


def organised(*streets: str) -> set[tuple[str, str, str]]:
    return {(street, "stalls", "Organisation") for street in streets}


def test_a_duty_is_not_fulfilled_only_where_and_in_what_it_binds_and_by_whom() -> None:
    seen = in_kind(STALLS.replace("SAID", "") + OF_ALL.replace("SPAN", ", from: 2024-01-01"), stalls_3="Organisation")
    assert found(seen, "Breach") == organised("Square", "Market")
    finding = one(seen, "Breach", "stalls", "Square", "Organisation")
    assert parties(seen, finding) == {"Shops"}, "the board took it on too, and no duty binds it"
    assert {(seen.name(c.situation), seen.name(c.function), c.kind) for c in finding.cells} == organised("Square")
    assert finding.since == date(2024, 1, 1).toordinal()


def test_since_the_duty_or_the_street_began_if_that_is_later() -> None:
    early = OF_ALL.replace("SPAN", ", from: 2010-01-01")
    seen = village(STALLS.replace("SAID", "") + early)
    assert one(seen, "Breach", "stalls", "Square", "Organisation").since == date(2016, 1, 1).toordinal()
    older = village(STALLS.replace("SAID", "").replace("2016-01-01, ground", "2012-01-01, ground") + early)
    assert one(older, "Breach", "stalls", "Market", "Organisation").since == date(2015, 1, 1).toordinal()


@pytest.mark.parametrize("span", [", from: 2024-07-01", ", from: 2023-01-01, until: 2024-05-31"])
def test_on_other_days_it_says_nothing(span: str) -> None:
    assert not village(STALLS.replace("SAID", "") + OF_ALL.replace("SPAN", span)).findings("Breach")


def test_what_is_said_of_one_street_shows_it_there_only() -> None:
    seen = village(STALLS.replace("SAID", HERE.replace("SPAN", ", from: 2024-01-01")))
    assert found(seen, "Breach") == organised("Square")


SAID = """
    streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: stalls}HERE}]
    parties: {Shops: {is: shop associationSHOPS}}
    state of affairs: {pay agreed: yesALL}
"""


@pytest.mark.parametrize(
    ("shops", "here", "of_all", "breach"),
    [
        ("no", "", "", True),
        ("no", "yes", "yes", True),
        ("", "no", "yes", True),
        ("", "", "no", True),
        ("yes", "no", "no", False),
        ("unknown", "", "no", False),
        ("", "yes", "no", False),
        ("", "[{is: yes}, {is: no}]", "no", False),
        ("", "", "[{is: yes}, {is: no}]", False),
        ("", "{is: yes, until: 2024-05-31}", "no", True),
        ("", "{is: yes, from: 2024-06}", "no", False),
        ("", "{is: yes, from: 2024-07-01}", "no", True),
        ("", "", "{is: no, from: 2024-01-01, until: 2024-06}", False),
        ("", "", "{is: no, from: 2024-06}", False),
    ],
)
def test_what_is_said_closest_decides_and_what_is_not_sure_denies_nothing(
    shops: str, here: str, of_all: str, breach: bool
) -> None:
    said = "stalls are listed: "
    text = SAID.replace("ALL", f", {said}{of_all}" if of_all else "")
    for place, what in {"HERE": here, "SHOPS": shops}.items():
        text = text.replace(place, f", state of affairs: {{{said}{what}}}" if what else "")
    assert bool(village(text).findings("Breach")) == breach


@pytest.mark.parametrize(("ground", "certainty"), [(", ground: square", "surely"), ("", "possibly")])
def test_it_is_as_sure_as_the_duty(ground: str, certainty: str) -> None:
    seen = village(
        f"""
        streets: [{{name: Square, from: 2020-01-01{ground}, needs: {{what: stalls}}}}]
        parties: {{Shops: shop association, Board: water board}}
        engagements: [{{who: Shops, what: stalls, kind: organisation, from: 2020-01-01}}]
        state of affairs: {{stalls are listed: no}}
        """
    )
    assert one(seen, "Breach", "stalls", responsibility="Organisation").certainty == certainty


def test_a_duty_on_what_nothing_calls_for_is_not_broken() -> None:
    text = """
        streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: repair}}]
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements: [{who: Jans, what: repair, kind: performance, from: 2020-01-01UNTIL}]
        state of affairs: {tank wagon is listed: no}
    """
    assert not village(text.replace("UNTIL", "")).findings("Breach")
    called = village(text.replace("UNTIL", ", until: 2024-05-31"))
    assert found(called, "Breach") == {("Square", "tank_wagon", "Accountability")}


SLUICE = """agreements: [{{kind: sluice contract, between: [Jans, Board], from: 2020-01-01{until}}}{more}]
engagements: [{{who: {who}, what: sluice, kind: performance, from: 2020-01-01}}]
"""
AGAIN = ", {kind: sluice contract, between: [Jans, Board], from: 2024-03-01}"
ENDED = ", until: 2023-12-31"


@pytest.mark.parametrize(
    ("until", "more", "who", "short"),
    [
        ("", "", "Jans", False),
        (ENDED, "", "Jans", True),
        (ENDED, AGAIN, "Jans", False),
        (ENDED, AGAIN.replace("Jans", "Kees"), "Jans", True),
        (ENDED, "", "Kees", False),
    ],
    ids=["it runs", "it ended", "there is a new one", "with another", "another does the work"],
)
def test_who_must_contract_and_has_no_contract_any_more_falls_short(
    until: str, more: str, who: str, short: bool
) -> None:
    seen = street(SLUICE.format(until=until, more=more, who=who), "{what: sluice}", "hill")
    found = seen.findings("Breach")
    assert [(seen.name(one.function), one.responsibility) for one in found] == [("sluice", "Procurement")] * short
    assert {one.since for one in found} == ({date(2024, 1, 1).toordinal()} if short else set())


@pytest.mark.parametrize(("whom", "short"), [("Red", True), ("Kees", False)])
def test_so_does_one_that_refused_it_to_who_does_the_work_here(whom: str, short: bool) -> None:
    refused = f"{{date: 2024-02-01, who: Board, what: refused, agreement: sluice contract, to: {whom}}}"
    seen = village(
        "streets: [{name: Street, from: 2020-01-01, ground: hill, brigade: Red, needs: {what: sluice}}]\n"
        f"{CREW}engagements: [{{who: Red, what: sluice, kind: performance, from: 2020-01-01}}]\nevents: [{refused}]\n"
    )
    assert [one.since for one in seen.findings("Breach")] == [date(2024, 2, 1).toordinal()] * short

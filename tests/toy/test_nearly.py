"""Who nearly does it, or was asked and refused: in this street, in this sense, in this part of the year."""

import pytest
from tests.toy.seen import see, village
from tests.toy.side import on, standing, with_kinds

STREETS = """
streets:
  - {name: High Street, from: 2020-01-01, ground: green, needs: {what: repair, when: winter}}
  - {name: Low Street, from: 2020-01-01, ground: green, needs: [{what: repair, when: winter}, {what: painting}]}
parties: {Shops: shop association}
engagements:
  - {who: Shops, WHAT, kind: performance, from: 2020-01-01, for: High Street}
"""


@pytest.mark.parametrize(
    ("what", "reason"),
    [("what: greasing, when: winter", "NarrowerFunction"), ("what: repair, when: summer", "OtherWindows")],
)
def test_who_does_nearly_that_in_one_street_does_nearly_nothing_in_the_other(what: str, reason: str) -> None:
    seen = village(STREETS.replace("WHAT", what))
    high, low = (on(seen, street).misses("repair", "winter") for street in ("High Street", "Low Street"))
    assert (high["Shops"][0], low) == (reason, {})


def test_who_sees_to_less_does_nothing_of_it() -> None:
    seen = village(
        "parties: {Shops: shop association}\nengagements: [{who: Shops, what: greasing, kind: organisation, from: 2020-01-01}]\n",
        needs="{what: repair}",
    )
    assert seen.misses("repair") == {}


@pytest.mark.parametrize("besides", ["what: greasing", "what: repair, when: winter"])
def test_who_is_listed_already_is_not_nearly_there_besides(besides: str) -> None:
    """It did all of it until a month ago, and still does a part."""
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements:
          - {{who: Jans, what: repair, kind: performance, when: summer, from: 2020-01-01, until: 2024-05-31}}
          - {{who: Jans, {besides}, kind: performance, from: 2020-01-01}}
        """,
        needs="{what: repair, when: summer}",
    )
    assert standing(seen, "repair", window="summer") == {("Jans", "Former")}


@pytest.mark.parametrize("nearly", ["what: greasing", "what: repair, when: summer"])
def test_nobody_nearly_sees_to_it_by_doing_some_of_it(nearly: str) -> None:
    text = f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: repair, when: winter}}}}]
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, {nearly}, kind: performance, from: 2020-01-01}}]
    """
    seen = see(with_kinds(text, "Need", "Performance", "Organisation"))
    assert seen.misses("repair", "winter")["Jans"][0] in ("NarrowerFunction", "OtherWindows")
    assert seen.candidates("repair", "Organisation") == set()


def test_who_can_do_it_but_is_not_here_is_not_nearly_there() -> None:
    seen = village("parties: {Jans: fitter}\n", needs="{what: painting}")
    assert seen.candidates("painting") == set(), "the museum can paint"


def test_a_limit_is_shown_with_who_could_do_it_where_it_stands_in_the_way() -> None:
    seen = village(
        """
        streets:
          - {name: Hill, from: 2020-01-01, ground: hill, needs: {what: flushing}}
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: flushing}}
        parties: {Red Brigade: fire brigade}
        """
    )
    assert on(seen, "Hill").misses("flushing")["Red Brigade"][1] == "brigade-flushes-not-hill"
    assert on(seen, "High Street").misses("flushing")["Red Brigade"][1] != "brigade-flushes-not-hill"


@pytest.mark.parametrize(("when", "shown"), [("winter", True), ("summer", False)])
def test_a_limit_in_winter_is_shown_in_winter(when: str, shown: bool) -> None:
    seen = village("parties: {Red Brigade: fire brigade}\n", needs="{what: greasing, when: all year}")
    assert (seen.misses("greasing", when)["Red Brigade"][1] == "no-winter-greasing") is shown


def test_a_limit_on_seeing_to_it_is_not_shown_with_doing_it() -> None:
    seen = village(
        "streets: [{name: Hill, from: 2020-01-01, ground: hill, needs: {what: flushing}}]\nparties: {Jans: fitter}\n"
    )
    assert seen.misses("flushing")["Jans"][1] != "fitter-arranges-no-flushing-hill"


# -- Who refused

PARTIES = "parties: {Jans: fitter, Kees: fitter, Board: water board, Red Brigade: fire brigade}\n"


def refused(what: str, needs: str, more: str = "", who: str = "Jans", **how: str) -> bool:
    """Whether that party is listed as having refused."""
    event = f"events:\n  - {{name: the refusal, date: 2024-06-01, who: {who}, what: refused, {what}}}\n"
    seen = village(PARTIES + event + more, needs=f"{{what: {needs}}}", **how)
    return (who, "Refused") in standing(seen, needs)


def test_who_refused_an_agreement_refused_to_do_what_it_brings_its_type_to_do() -> None:
    assert refused("agreement: rounds contract", "inspection")
    assert not refused("agreement: stewardship", "inspection"), "that brings only that it sees to it"
    assert not refused("agreement: rounds contract", "inspection", who="Red Brigade"), "that brings fitters to do it"


def test_a_refusal_that_a_ruling_undid_is_none() -> None:
    ruling = "  - {date: 2024-06-10, ruling by: Board, what: ruled, event: the refusal, stands: no}\n"
    assert refused("about: inspection", "inspection")
    assert not refused("about: inspection", "inspection", ruling)


def test_a_refusal_of_after_the_day_is_not_yet_there_though_known() -> None:
    assert not refused("about: inspection", "inspection", as_of="2024-05-31", known_on="2024-06-15")
    assert refused("about: inspection", "inspection", as_of="2024-06-01", known_on="2024-06-15")


def test_nobody_is_listed_as_refusing_what_another_does() -> None:
    done = "engagements: [{who: Kees, what: inspection, kind: performance, from: 2020-01-01}]\n"
    assert not refused("about: inspection", "inspection", done)


def test_who_refused_to_do_it_did_not_refuse_to_see_to_it() -> None:
    text = "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]\nparties: {Jans: fitter}\n"
    event = "events: [{date: 2024-06-01, who: Jans, what: refused, about: inspection}]\n"
    seen = see(with_kinds(text + event, "Need", "Performance", "Organisation"))
    assert standing(seen, "inspection") == {("Jans", "Refused")}
    assert standing(seen, "inspection", "Organisation") == set()

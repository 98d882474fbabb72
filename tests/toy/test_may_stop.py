"""What makes a holding precarious or locks it in: this holder, this agreement, this street, on this day."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.side import on


def warned(seen: Seen, function: str, kind: str = "Precarious") -> tuple[set[str], set[str], str | None]:
    """Who may stop, what that rests on, since when."""
    (one,) = [finding for finding in seen.findings(kind) if seen.name(finding.function) == function]
    since = None if one.since is None else str(date.fromordinal(one.since))
    return {seen.name(party) for party in one.parties}, {seen.name(source) for source in one.sources}, since


# -- A second time, on a condition

TWICE = """
streets: [{{name: High Street, from: {street}, ground: green, needs: [{{what: inspection}}]}}]
parties: {{Jans: fitter}}
engagements:
  - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01}}
  - {{who: Jans, what: inspection, kind: performance, from: {taken}, on condition of: {condition}}}
  - {{who: Jans, what: marking, kind: performance, from: 2020-01-01, until: {until}}}
state of affairs: {{key is there: {{is: no, from: {unmet}}}}}
"""
DAYS = [
    ("2020-01-01", "2021-01-01", "2022-01-01", "2022-01-01"),
    ("2020-01-01", "2023-01-01", "2022-01-01", "2023-01-01"),
    ("2023-06-01", "2021-01-01", "2022-01-01", "2023-06-01"),
    ("2023-06-01", "2023-07-01", "2022-01-01", "2023-07-01"),
    ("2023-06", "2021-01-01", "2022-01-01", "2023-06-30"),
]


@pytest.mark.parametrize("condition", ["key is there", "{what: marking}"])
@pytest.mark.parametrize(("street", "taken", "unmet", "since"), DAYS)
def test_it_may_stop_once_the_street_the_promise_and_the_lack_are_all_there(
    street: str, taken: str, unmet: str, since: str, condition: str
) -> None:
    until = str(date.fromordinal(date.fromisoformat(unmet).toordinal() - 1))
    seen = village(TWICE.format(street=street, taken=taken, unmet=unmet, until=until, condition=condition))
    assert warned(seen, "inspection")[2] == since


def test_a_street_that_may_be_there_puts_it_at_risk_since_the_first_day_that_it_may_be() -> None:
    told = TWICE.format(street="2024-06", taken="2021-01-01", unmet="2022-01-01", until="2021-12-31", condition="C")
    for condition in ("key is there", "{what: marking}"):
        assert warned(village(told.replace("C}", condition + "}")), "inspection")[2] == "2024-06-01"


@pytest.mark.parametrize("condition", ["pay agreed", "{what: marking}"])
def test_what_is_not_surely_unmet_is_no_ground_to_stop(condition: str) -> None:
    seen = village(
        TWICE.format(street="2020-01-01", taken="2021-01-01", unmet="2022-01-01", until="2024-06", condition=condition)
    )
    assert seen.verdict("inspection") == "Held"
    assert not seen.findings("Precarious")


@pytest.mark.parametrize("condition", ["key is there", "{what: marking}"])
def test_a_condition_of_who_does_not_hold_it_puts_nothing_at_risk(condition: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Kees: fitter}}
        engagements:
          - {{who: Kees, what: inspection, kind: performance, from: 2020-01-01}}
          - {{who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: {condition}}}
          - {{who: Jans, what: repair, kind: performance, from: 2021-01-01}}
        state of affairs: {{key is there: no}}
        """,
        needs="[{what: inspection}, {what: repair}]",
    )
    assert (seen.holders("inspection"), seen.holders("repair")) == ({"Kees"}, {"Jans"})
    assert not seen.findings("Precarious")


def test_falling_short_in_another_way_is_no_condition() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade}
        engagements:
          - {who: Red Brigade, what: greasing, kind: performance, from: 2020-01-01}
          - {who: Red Brigade, what: greasing, kind: performance, when: winter, from: 2021-01-01}
        """,
        needs="{what: greasing}",
    )
    assert ("Red Brigade", "Bound", ("BeyondCompetence",)) in seen.candidates("greasing")
    assert seen.verdict("greasing") == "Held"
    assert not seen.findings("Precarious")


def test_a_condition_of_a_duty_takes_nothing_from_what_was_taken_on_without_one() -> None:
    seen = village(
        """
        streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: greasing, when: summer}}]
        parties: {Red Brigade: fire brigade}
        engagements: [{who: Red Brigade, what: greasing, kind: performance, when: summer, from: 2020-01-01}]
        """
    )
    assert ("Red Brigade", "Bound", ("ConditionUnmet",)) in seen.candidates("greasing", window="summer")
    assert seen.verdict("greasing", window="summer") == "Held"
    assert not seen.findings("Precarious")


@pytest.mark.parametrize(
    "marks",
    [
        "{who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: key is there}",
        "{who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: {what: repair}}",
    ],
)
def test_of_what_only_a_condition_asks_for_nothing_is_told(marks: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Kees: fitter}}
        engagements:
          - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {{what: marking}}}}
          - {{who: Kees, what: marking, kind: performance, from: 2020-01-01}}
          - {marks}
        state of affairs: {{key is there: no}}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Held"
    assert not seen.cells("marking")
    assert seen.told() == set()


def test_nor_that_only_a_stand_in_does_it() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Kees: fitter, Board: water board}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: marking}}]
        agreements: [{kind: cover, between: [Kees, Board], what: marking, from: 2024-02-01}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Held"
    assert not seen.findings("Precarious")


# -- Notice, stand-ins, backstops

NOTICE = """
parties: {Jans: fitter, Kees: fitter, Board: water board}
agreements:
  - {name: of Jans, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01}
  - {name: of Kees, kind: service contract, between: [Kees, Board], what: WHAT, from: 2020-01-01}
events:
  - {name: his notice, date: 2024-06-01, who: Jans, what: gave notice, agreement: of Jans, last day: 2024-07-31}
  MORE
state of affairs: {good reason: yes}
"""


def test_notice_of_one_of_two_who_hold_it_puts_nothing_at_risk() -> None:
    seen = village(NOTICE.replace("WHAT", "inspection").replace("MORE", ""), needs="{what: inspection}")
    assert seen.holders("inspection") == {"Jans", "Kees"}
    assert not seen.findings("Precarious")


def test_notice_is_of_what_it_ends_and_since_it_was_given() -> None:
    more = (
        "- {name: her notice, date: 2024-04-01, who: Kees, what: gave notice, agreement: of Kees, last day: 2024-07-31}"
    )
    seen = village(NOTICE.replace("WHAT", "repair").replace("MORE", more), needs="[{what: inspection}, {what: repair}]")
    assert warned(seen, "inspection") == ({"Jans"}, {"his notice"}, "2024-06-01")
    assert warned(seen, "repair") == ({"Kees"}, {"her notice"}, "2024-04-01")


def test_a_stand_in_stands_behind_those_who_are_jointly_bound() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade, Board: water board, Jans: fitter}
        engagements: [{who: Jans, what: water pressure, kind: organisation, stands in for: Board, from: 2022-01-01}]
        """,
        needs="{what: water pressure}",
    )
    assert seen.verdict("pressure", "Organisation") == "Held"
    assert seen.holders("pressure", "Organisation") == {"Red Brigade", "Board"}
    assert ("Jans", "Bound", ()) in seen.candidates("pressure", "Organisation")


def test_a_backstop_is_no_stand_in_whatever_its_rank() -> None:
    seen = village(
        "streets: [{name: Moor, from: 2020-01-01, ground: moor, needs: {what: flushing}}]\nparties: {Red Brigade: fire brigade}\n"
    )
    assert seen.holders("flushing") == {"Red Brigade"}
    assert not seen.findings("Precarious")


# -- Until there is a successor

ENDED = """
streets:
  - {name: Dike, from: 2020-01-01, ground: dike, needs: [{what: repair}, {what: inspection}]}
  - {name: Hill, from: 2020-01-01, ground: hill, needs: {what: inspection}}
parties: {Jans: fitter, Kees: fitter}
engagements:
  - {who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-05-31, for: Dike}
  - {who: Kees, what: inspection, kind: performance, from: 2020-01-01}
"""


def until_successor(seen: Seen) -> set[tuple[str, str]]:
    """Street and function of what is done only until there is a successor."""
    return {
        (seen.name(cell.situation), seen.name(cell.function))
        for cell in seen.judgement.cells
        if cell.until_successor and cell.kind == "Performance"
    }


def test_only_what_survives_is_marked_as_held_until_then() -> None:
    assert until_successor(village(ENDED)) == {("Dike", "repair")}


def test_what_an_end_calls_for_on_the_hill_takes_no_mark_away_on_the_dike() -> None:
    assert until_successor(village(ENDED.replace("what: repair", "what: greasing"))) == {("Dike", "greasing")}


def test_what_another_holds_at_the_same_rank_is_not_held_until_a_successor_only() -> None:
    moor = ENDED.replace("dike", "moor").replace("Dike", "Moor").replace("{Jans", "{Red Brigade: fire brigade, Jans")
    seen = village(moor)
    assert on(seen, "Moor").holders("repair") == {"Jans", "Red Brigade"}
    assert until_successor(seen) == set()
    alone = village(moor.replace("Red Brigade: fire brigade, ", ""))
    assert until_successor(alone) == {("Moor", "repair")}


# -- A condition that a voice sets to who is free to do it

FREE = """
streets: [{{name: Hill, from: {street}, ground: {ground}, needs: {{what: inspection, when: [summer, winter]}}}}]
parties: {{Red Brigade: fire brigade}}
engagements: [{{who: Red Brigade, what: inspection, kind: performance, when: [summer, winter], from: {taken}}}]
state of affairs: {{key is there: {{is: no, from: {unmet}}}}}
"""


def test_a_voice_that_perhaps_speaks_yet_puts_it_at_risk_perhaps_in_the_part_of_the_year_that_it_speaks_of() -> None:
    seen = village(FREE.format(street="2020-01-01", ground="hill", taken="2020-01-01", unmet="2022-01-01"))
    (finding,) = seen.findings("Precarious")
    assert finding.certainty == "possibly"
    assert {seen.name(cell.window) for cell in finding.cells} == {"summer"}


def test_but_not_where_it_perhaps_speaks_of_another_place() -> None:
    text = FREE.format(street="2020-01-01", ground="hill", taken="2020-01-01", unmet="2022-01-01")
    assert not village(text.replace(", ground: hill", "")).findings("Precarious")


@pytest.mark.parametrize("what", ["lookout", "marking, when: summer"])
@pytest.mark.parametrize(("ground", "told"), [(", ground: hill", True), ("", False)])
def test_both_the_freedom_and_the_voice_must_surely_be_about_this_place(what: str, ground: str, told: bool) -> None:
    seen = village(
        f"""
        streets: [{{name: Hill, from: 2020-01-01{ground}, needs: {{what: {what}}}}}]
        parties: {{Red Brigade: fire brigade}}
        engagements: [{{who: Red Brigade, kind: performance, from: 2020-01-01, what: {what}}}]
        state of affairs: {{pay agreed: no, key is there: yes}}
        """
    )
    assert bool(seen.findings("Precarious")) is told


LOOKOUT = """
streets: [{{name: High Street, from: {street}, ground: green, needs: {{what: lookout}}}}]
parties: {{Red Brigade: fire brigade}}
engagements: [{{who: Red Brigade, what: lookout, kind: performance, from: {taken}}}]
state of affairs: {{key is there: {{is: no, from: {unmet}}}}}
"""


@pytest.mark.parametrize(
    ("street", "taken", "unmet", "since"),
    [
        ("2020-01-01", "2021-01-01", "2022-01-01", "2022-01-01"),
        ("2020-01-01", "2023-01-01", "2022-01-01", "2023-01-01"),
        ("2023-06-01", "2021-01-01", "2022-01-01", "2023-06-01"),
        ("2010-01-01", "2011-01-01", "2012-01-01", "2015-01-01"),
    ],
)
def test_it_does_so_once_street_promise_lack_and_voice_are_all_there(
    street: str, taken: str, unmet: str, since: str
) -> None:
    seen = village(LOOKOUT.format(street=street, taken=taken, unmet=unmet))
    assert warned(seen, "lookout")[2] == since


def test_a_condition_that_is_not_met_in_one_street_puts_nothing_at_risk_in_another() -> None:
    seen = village(
        """
        streets:
          - {name: Hill, from: 2020-01-01, ground: hill, needs: {what: lookout}, state of affairs: {pay agreed: no}}
          - {name: Hillside, from: 2020-01-01, ground: hill, needs: {what: lookout}, state of affairs: {pay agreed: yes}}
        parties: {Red Brigade: fire brigade}
        engagements: [{who: Red Brigade, what: lookout, kind: performance, from: 2020-01-01}]
        state of affairs: {key is there: yes}
        """
    )
    assert {seen.name(finding.situation) for finding in seen.findings("Precarious")} == {"Hill"}


# -- Locked in

KEPT = """
streets:
  - {{name: Hill, from: 2020-01-01, ground: hill, needs: {{what: inspection}}}}
  - {{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
parties: {{Jans: {jans}, Kees: fitter, Board: water board}}
agreements: [{{name: deal, kind: hill deal, between: [Jans, {other}], by: Jans, what: inspection, from: 2020-01-01{deal}}}]
engagements: [{{who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: key is there}}]
state of affairs:
  key is there: {{is: no, from: 2021-01-01}}
  {said}
"""
BOTH = "good reason: no\n  pay agreed: no"


def kept(said: str = BOTH, jans: str = "fitter", other: str = "Board", deal: str = "", hill: str = "hill") -> str:
    """What is told of the hill."""
    text = KEPT.format(said=said, jans=jans, other=other, deal=deal).replace("ground: hill", f"ground: {hill}")
    seen = on(village(text.replace(", ground: unknown", "")), "Hill")
    (kind,) = {finding.kind for finding in seen.judgement.findings if finding.kind in ("LockedIn", "Precarious")}
    return kind


def test_a_rule_that_leaves_no_way_out_locks_in_where_it_applies() -> None:
    assert kept() == "LockedIn"
    assert kept(hill="lane") == "Precarious"
    assert kept(hill="unknown") == "Precarious", "only perhaps"
    elsewhere = on(village(KEPT.format(said=BOTH, jans="fitter", other="Board", deal="")), "High Street")
    assert "LockedIn" not in {finding.kind for finding in elsewhere.judgement.findings}
    assert elsewhere.findings("Precarious")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("good reason: no", "Precarious"),
        ("pay agreed: no", "Precarious"),
        ("good reason: no\n  pay agreed: {is: no, until: 2024-06-14}", "Precarious"),
        ("good reason: no\n  pay agreed: {is: no, until: 2024-06-15}", "LockedIn"),
        ("good reason: no\n  pay agreed: {is: no, from: 2024-06-15}", "LockedIn"),
        ("good reason: no\n  pay agreed: {is: no, from: 2024-06-16}", "Precarious"),
    ],
)
def test_every_way_out_must_be_closed_on_the_day(said: str, kind: str) -> None:
    assert kept(said) == kind


def test_a_rule_on_fitters_keeps_no_brigade() -> None:
    assert kept(jans="fire brigade") == "Precarious"
    assert kept("", hill="dike") == "LockedIn", "it names no ground, so nothing ends it"
    assert kept("", jans="fire brigade", hill="dike") == "Precarious"


def test_that_the_other_has_no_way_out_keeps_nobody_but_the_other() -> None:
    text = KEPT.format(said="", jans="fitter", other="Kees", deal="").replace(
        "Kees: fitter", "Kees: {is: fitter, state of affairs: {good reason: no, pay agreed: no}}"
    )
    seen = on(village(text), "Hill")
    assert not seen.findings("LockedIn")
    assert seen.findings("Precarious")


def test_an_agreement_on_something_else_keeps_nobody() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Board: water board}
        agreements: [{kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: key is there}
        state of affairs: {key is there: no, good reason: no}
        """,
        needs="[{what: inspection}, {what: repair}]",
    )
    assert not seen.findings("LockedIn")
    assert seen.findings("Precarious")


@pytest.mark.parametrize(
    ("pay", "since"),
    [
        ("{is: no, from: 2023-01-01}", "2023-01-01"),
        ("[{is: no, from: 2023-01-01}, {is: no, from: 2023-05-01, until: 2023-06-30}]", "2023-01-01"),
        ("[{is: no, from: 2023-01-01}, {is: no, from: 2024-07-01}]", "2023-01-01"),
    ],
)
def test_locked_in_since_the_last_way_out_that_is_closed_now_was_closed(pay: str, since: str) -> None:
    said = f"good reason: {{is: no, from: 2022-01-01}}\n  pay agreed: {pay}\n  street is dark: {{is: no, from: 2024-02-01}}"
    seen = on(village(KEPT.format(said=said, jans="fitter", other="Board", deal="")), "Hill")
    assert warned(seen, "inspection", "LockedIn")[2] == since


IN_VAIN = "events: [{date: 2023-06-01, who: Jans, what: gave notice, agreement: deal, last day: 2023-07-31}]\n"


def test_a_way_out_that_was_closed_when_it_was_tried_may_be_open_now() -> None:
    said = "good reason: no\n  pay agreed: {is: no, until: 2024-05-31}"
    text = KEPT.format(said=said, jans="fitter", other="Board", deal="")
    seen = on(village(text + IN_VAIN), "Hill")
    assert not seen.findings("LockedIn")
    assert seen.findings("Precarious")


def test_what_closed_it_when_it_was_tried_and_is_over_tells_not_since_when_it_is_closed_now() -> None:
    pay = "[{is: no, from: 2023-01-01}, {is: no, from: 2023-05-01, until: 2023-06-30}]"
    said = f"good reason: {{is: no, from: 2022-01-01}}\n  pay agreed: {pay}"
    seen = on(village(KEPT.format(said=said, jans="fitter", other="Board", deal="") + IN_VAIN), "Hill")
    assert warned(seen, "inspection", "LockedIn")[2] == "2023-01-01"


TWO = """
parties: {Jans: {is: fitter, SAID}, Kees: {is: fitter, state of affairs: {good reason: {is: no, from: 2023-05-01}}}, Board: water board}
agreements:
  - {name: first, kind: service contract, between: [Jans, Kees], by: Jans, what: inspection, from: 2020-01-01, OF FIRST}
  - {name: second, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01, state of affairs: {good reason: {is: no, from: 2023-04-01}}}
engagements:
  - {who: Jans, what: inspection, kind: performance, from: 2021-01-01, on condition of: key is there}
  - {who: Jans, what: repair, kind: performance, from: 2021-01-01, on condition of: key is there}
state of affairs: {key is there: {is: no, from: 2021-01-01}}
"""


def test_each_agreement_and_each_party_is_locked_in_since_its_own_way_out_was_closed() -> None:
    text = TWO.replace(", SAID", "").replace("OF FIRST", "state of affairs: {good reason: {is: no, from: 2022-02-01}}")
    seen = village(text, needs="[{what: inspection}, {what: repair}]")
    assert warned(seen, "inspection", "LockedIn")[2] == "2022-02-01"
    assert warned(seen, "repair", "LockedIn")[2] == "2023-04-01"
    text = TWO.replace("SAID", "state of affairs: {good reason: {is: no, from: 2022-03-01}}").replace(", OF FIRST", "")
    assert warned(village(text, needs="{what: inspection}"), "inspection", "LockedIn")[2] == "2022-03-01"

"""How holdings end: by an agreed day, notice, leaving or suspension; what survives; what does not work."""

from datetime import date
from textwrap import dedent

import pytest
from tests.toy.asked import asked, fact
from tests.toy.seen import Seen, read, see, village
from tests.toy.street import street

CONTRACT = """
    streets: [{{name: High Street, from: 2020-01-01, ground: {ground}, needs: {{what: repair}}}}]
    parties: {{Jans: fitter, Kees: fitter, Board: water board}}
    agreements:
      - {{name: deal, kind: {kind}, between: [Jans, Board], what: repair, from: 2020-01-01}}
"""
NOTICE = """
    events:
      - {name: the notice, date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}
    state of affairs: {good reason: REASON}
"""
SUCCESSOR = """
    engagements: [{who: Kees, what: repair, kind: performance, from: 2024-06-01}]
"""


def contract(
    *more: str,
    ground: str = "green",
    kind: str = "service contract",
    as_of: str | None = None,
    known_on: str | None = None,
) -> Seen:
    text = dedent(CONTRACT.format(ground=ground, kind=kind)) + "".join(map(dedent, more))
    return see(read(text), as_of, known_on)


def notice(reason: str = "yes") -> str:
    return NOTICE.replace("REASON", reason)


def test_a_holding_that_ended_without_successor_lapsed_on_the_day_after() -> None:
    seen = contract(notice())
    assert seen.verdict("repair") == "Gap Lapsed"
    assert seen.since("repair") == date(2024, 6, 1)


def test_what_survives_holds_until_there_is_a_successor() -> None:
    seen = contract(notice(), ground="dike")
    assert (seen.verdict("repair"), seen.holders("repair")) == ("Held", {"Jans"})


@pytest.mark.parametrize("ground", ["dike", "quay"])
@pytest.mark.parametrize("last", ["2024-08-01", "2024-12-31"], ids=["before it begins", "after"])
def test_notice_of_what_has_not_begun_leaves_nothing_with_anybody(last: str, ground: str) -> None:
    seen = village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: {ground}, needs: {{what: repair}}}}]
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{name: deal, kind: cover, between: [Jans, Board], what: repair, from: 2024-09-01}}]
        events: [{{date: 2024-06-01, who: Jans, what: gave notice, agreement: deal, last day: {last}}}]
        """
    )
    assert seen.verdict("repair") == "Gap Vacuum"
    assert not seen.cells("handover")


def until_successor(seen: Seen) -> set[tuple[str, str]]:
    """Function and kind of what is held only until there is a successor."""
    return {(seen.name(cell.function), cell.kind) for cell in seen.judgement.cells if cell.until_successor}


def test_and_is_marked_as_held_until_then() -> None:
    seen = contract(notice(), ground="dike")
    assert until_successor(seen) == {("repair", "Performance"), ("repair", "Accountability")}
    assert not seen.findings("Precarious"), "a norm that keeps it there is no stand-in"


def test_while_notice_runs_or_with_a_successor_it_is_not() -> None:
    assert not until_successor(contract(notice(), ground="dike", as_of="2024-05-01"))
    assert not until_successor(contract(notice(), SUCCESSOR, ground="dike"))


def test_nor_is_what_the_end_itself_calls_for() -> None:
    seen = contract(notice(), ground="quay")
    assert (seen.verdict("handover"), seen.holders("handover")) == ("Held", {"Jans"})
    assert not until_successor(seen)


def test_a_successor_outranks_what_survives_and_does_not_remove_it() -> None:
    seen = contract(notice(), SUCCESSOR, ground="dike")
    assert seen.holders("repair") == {"Kees"}
    assert ("Jans", "Bound", ()) in seen.candidates("repair")


def test_during_the_term_of_notice_the_holder_holds_precariously() -> None:
    seen = contract(notice(), as_of="2024-05-01")
    assert seen.holders("repair") == {"Jans"}
    (finding,) = seen.findings("Precarious")
    assert finding.since == date(2024, 4, 1).toordinal()


PAUSE_TO_COME = """
    events: [{date: 2024-04-20, who: Board, what: suspended, agreement: deal, first day: 2024-06-01, last day: 2024-06-30}]
"""


@pytest.mark.parametrize("event", [notice("no"), PAUSE_TO_COME], ids=["notice in vain", "a suspension to come"])
def test_only_notice_that_works_puts_it_at_risk_and_calls_for_a_hand_over(event: str) -> None:
    seen = contract(event, ground="quay", as_of="2024-05-01")
    assert seen.holders("repair") == {"Jans"}
    assert not seen.findings("Precarious")
    assert not seen.cells("handover")


def test_nor_does_notice_before_it_is_given() -> None:
    seen = contract(notice(), as_of="2024-03-31", known_on="2024-06-15")
    assert not seen.findings("Precarious")
    assert not seen.cells("handover")


def test_nothing_survives_with_who_did_it_for_another() -> None:
    seen = contract(notice(), ground="dike", kind="job order")
    assert seen.verdict("repair") == "Gap Lapsed"
    assert "Bound" not in {standing for party, standing, _ in seen.candidates("repair") if party == "Jans"}


def test_notice_without_the_ground_that_the_rule_asks_does_nothing() -> None:
    seen = contract(notice("no"))
    assert (seen.verdict("repair"), seen.holders("repair")) == ("Held", {"Jans"})
    assert not seen.findings("Precarious")


def test_notice_before_the_term_does_nothing() -> None:
    seen = contract(notice().replace("2024-04-01", "2024-05-20"))
    assert seen.verdict("repair") == "Held"


def test_notice_on_an_unknown_ground_makes_what_it_touches_uncertain() -> None:
    seen = contract(notice("unknown"))
    assert (seen.verdict("repair"), seen.since("repair")) == ("Undetermined", date(2024, 6, 1))


def test_it_is_not_uncertain_as_long_as_it_would_run_anyhow() -> None:
    assert contract(notice("unknown"), as_of="2024-05-31").verdict("repair") == "Held"


@pytest.mark.parametrize(("reason", "certainty"), [("yes", "surely"), ("unknown", "possibly")])
def test_but_it_may_stop_as_surely_as_the_notice_works(reason: str, certainty: str) -> None:
    (finding,) = contract(notice(reason), as_of="2024-05-31").findings("Precarious")
    assert finding.certainty == certainty


GROUND = fact("EndingGroundUnknown", "good_reason", "Jans")


@pytest.mark.parametrize(("ground", "gap"), [("quay", "Held"), ("green", "Gap Vacuum")])
@pytest.mark.parametrize("as_of", ["2024-05-31", "2024-06-15"])
def test_and_as_surely_calls_for_a_hand_over(as_of: str, ground: str, gap: str) -> None:
    sure = contract(notice(), ground=ground, as_of=as_of)
    assert sure.verdict("handover") == gap
    assert sure.since("handover") == (None if gap == "Held" else date(2024, 4, 1)), "called for since the notice"
    perhaps = contract(notice("unknown"), ground=ground, as_of=as_of)
    assert perhaps.verdict("handover") == "Undetermined"
    assert perhaps.since("handover") == date(2024, 4, 1)
    assert asked(perhaps, "handover") == [GROUND]


FIRST = "{name: the first, date: 2024-03-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}"
BESIDE = """
    engagements:
      - {who: Kees, what: hand-over, kind: performance, from: 2020-01-01, on condition of: key is there}
      - {who: Kees, what: repair, kind: performance, from: 2020-01-01UNTIL}
"""


def test_of_several_notices_the_one_that_may_work_is_asked_about() -> None:
    more = f"events:\n      - {FIRST}\n      - {{date: 2024-03-10, ruling by: Board, what: ruled, event: the first, stands: no}}"
    seen = contract(notice("unknown").replace("events:", more), as_of="2024-05-31")
    (finding,) = [one for one in seen.findings("UndeterminedFinding") if seen.name(one.function) == "handover"]
    assert [{seen.name(fact) for fact in one.facts} for one in finding.missing] == [{"the notice"}]


@pytest.mark.parametrize(
    ("needed", "until"),
    [(", {what: hand-over}", ""), ("", ", until: 2024-05-20")],
    ids=["needed anyhow", "called for anyhow"],
)
def test_and_only_where_that_decides(needed: str, until: str) -> None:
    text = dedent(CONTRACT.format(ground="green", kind="service contract")) + dedent(notice("unknown"))
    text = text.replace("needs: {what: repair}", f"needs: [{{what: repair}}{needed}]")
    seen = see(read(text + dedent(BESIDE.replace("UNTIL", until))), "2024-05-31")
    assert seen.verdict("handover") == "Undetermined"
    assert asked(seen, "handover") == [fact("StateUnknown", "key_there", "Kees")]


@pytest.mark.parametrize(("reason", "verdict"), [("yes", "Gap BeyondCompetence"), ("unknown", "Undetermined")])
def test_who_may_not_answer_for_what_stays_with_it_leaves_that_open_as_surely(reason: str, verdict: str) -> None:
    text = CONTRACT.format(ground="quay", kind="service contract") + notice(reason)
    told = dedent(text).replace("{Jans: fitter", "{Jans: fire brigade")
    assert see(read(told), "2024-05-31").verdict("handover", "Accountability") == verdict


def survives(seen: Seen) -> set[tuple[str, str]]:
    """With whom repair stays after a holding, and how certainly."""
    stays = [one for one in seen.cell("repair").candidates if seen.name(one.ground) == "finish-the-job"]
    return {(seen.name(one.party), one.certainty) for one in stays}


@pytest.mark.parametrize(
    ("what", "as_of", "verdict"),
    [
        ("gave notice", "2024-05-31", "Held"),
        ("gave notice", "2024-06-15", "Undetermined"),
        ("ended", "2024-06-15", "Undetermined"),
    ],
)
def test_what_survives_notice_or_end_that_may_not_have_worked_is_looked_at_too(
    what: str, as_of: str, verdict: str
) -> None:
    seen = contract(notice("unknown").replace("gave notice", what), ground="dike", as_of=as_of)
    assert seen.verdict("repair") == verdict
    assert survives(seen) == {("Jans", "possibly")}


@pytest.mark.parametrize(
    "event",
    [notice("no"), notice("unknown").replace("gave notice", "ended").replace("2024-05-31", "2024-07-31")],
    ids=["notice in vain", "an end to come"],
)
def test_nothing_survives_what_has_not_ended(event: str) -> None:
    assert not survives(contract(event, ground="dike"))


@pytest.mark.parametrize(("reason", "verdict"), [("yes", "Gap Vacuum"), ("unknown", "Undetermined")])
def test_nor_what_ended_before_it_could_begin_or_did_not_end(reason: str, verdict: str) -> None:
    told = dedent(CONTRACT.format(ground="dike", kind="service contract")).replace(
        "repair, from: 2020-01-01", "repair, from: 2024-06-10"
    )
    seen = see(read(told + dedent(notice(reason))))
    assert seen.verdict("repair") == verdict
    assert not survives(seen)
    assert not seen.cells("handover")


@pytest.mark.parametrize(("stands", "verdict"), [("yes", "Gap Lapsed"), ("no", "Held")])
def test_a_ruling_decides_whether_the_notice_works(stands: str, verdict: str) -> None:
    ruling = f"  - {{date: 2024-06-20, ruling by: Board, what: ruled, event: the notice, stands: {stands}}}\n"
    text = notice("unknown").replace("    state of", f"    {ruling}    state of")
    assert contract(text, known_on="2024-06-30").verdict("repair") == verdict
    assert contract(text).verdict("repair") == "Undetermined", "not known yet on the day that is judged"


def test_a_ruling_goes_before_the_rules() -> None:
    ruling = "  - {date: 2024-05-20, ruling by: Board, what: ruled, event: the notice, stands: yes}\n"
    seen = contract(notice("no").replace("    state of", f"    {ruling}    state of"))
    assert seen.verdict("repair") == "Gap Lapsed"


def test_an_agreed_last_day_is_no_notice() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Board: water board}
        agreements: [{kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01, until: 2024-07-31}]
        """,
        needs="{what: repair}",
    )
    assert seen.verdict("repair") == "Held"
    assert not seen.findings("Precarious")
    assert not seen.cells("handover")


SINCE = {"Held": None, "Undetermined": date(2024, 6, 2), "Gap Lapsed": date(2024, 7, 1)}


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2024-05-31", "Held"), ("2024-06-15", "Undetermined"), ("2024-07-01", "Gap Lapsed")]
)
def test_a_month_as_last_day_leaves_the_days_of_that_month_open(as_of: str, verdict: str) -> None:
    text = """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-06}]
    """
    seen = village(text, needs="{what: inspection}", as_of=as_of)
    assert seen.verdict("inspection") == verdict
    assert seen.since("inspection") == SINCE[verdict]


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2024-05-31", "Gap Vacuum"), ("2024-06-15", "Undetermined"), ("2024-07-01", "Held")]
)
def test_a_month_as_first_day_too(as_of: str, verdict: str) -> None:
    text = """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2024-06}]
    """
    assert village(text, needs="{what: inspection}", as_of=as_of).verdict("inspection") == verdict


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2024-05-31", "Held"), ("2024-06-01", "Gap Lapsed"), ("2024-06-30", "Gap Lapsed"), ("2024-07-01", "Held")],
)
def test_who_is_suspended_is_former_while_that_lasts(as_of: str, verdict: str) -> None:
    text = """
    events: [{date: 2024-05-20, who: Board, what: suspended, agreement: deal, first day: 2024-06-01, last day: 2024-06-30}]
    """
    seen = contract(text, as_of=as_of)
    assert seen.verdict("repair") == verdict
    if verdict != "Held":
        assert seen.since("repair") == date(2024, 6, 1)


@pytest.mark.parametrize(("known_on", "verdict"), [("2024-06-15", "Held"), ("2024-07-01", "Gap Lapsed")])
def test_a_suspension_with_effect_from_before_counts_once_it_is_known(known_on: str, verdict: str) -> None:
    text = """
    events: [{date: 2024-07-01, who: Board, what: suspended, agreement: deal, first day: 2024-06-01, last day: 2024-06-30}]
    """
    assert contract(text, as_of="2024-06-15", known_on=known_on).verdict("repair") == verdict


def test_who_leaves_ends_all_it_had_here_that_day_included() -> None:
    text = """
        parties: {Jans: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Jans, what: marking, kind: performance, from: 2020-01-01}
        events: [{date: 2024-05-31, who: Jans, what: left}]
    """
    before = village(text, needs="[{what: inspection}, {what: marking}]", as_of="2024-05-31")
    assert [before.verdict("inspection"), before.verdict("marking")] == ["Held", "Held"]
    after = village(text, needs="[{what: inspection}, {what: marking}]", as_of="2024-06-01")
    assert [after.verdict("inspection"), after.verdict("marking")] == ["Gap Lapsed", "Gap Lapsed"]


def test_who_drops_one_of_two_engagements_is_still_held_by_the_other() -> None:
    text = """
        parties: {Jans: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}
          - {who: Jans, what: inspection, kind: performance, from: 2022-01-01}
    """
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.holders("inspection")) == ("Held", {"Jans"})


def test_former_by_a_norm_is_listed_but_leads_to_no_lapse() -> None:
    text = """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red Brigade, until: 2024-05-31}]}
    """
    seen = village(text)
    assert seen.verdict("thawing") == "Gap Vacuum"
    assert ("Red Brigade", "Former", ("Ended",)) in seen.candidates("thawing")
    assert seen.since("thawing") == date(2024, 6, 1)


def test_what_survives_is_answered_for_by_who_does_it() -> None:
    seen = contract(notice(), ground="dike")
    assert seen.holders("repair", "Accountability") == {"Jans"}


def test_who_answered_by_doing_it_is_former_there_too() -> None:
    seen = village(
        """
        streets: [{name: Lane, from: 2020-01-01, ground: lane}]
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: marking, kind: performance, when: winter, from: 2020-01-01, until: 2024-05-31}]
        state of affairs: {street is dark: yes}
        """
    )
    assert seen.verdict("marking", "Accountability", "winter") == "Gap Lapsed"
    assert ("Jans", "Former", ("Ended",)) in seen.candidates("marking", "Accountability", "winter")


PACT = """
    parties: {{Jans: fitter, Board: water board}}
    agreements: [{{kind: water pact, between: [Jans, Board], from: 2020-01-01{until}}}]
    engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: water pact with a water board}}]
"""


@pytest.mark.parametrize(
    ("until", "verdict"),
    [("", "Held"), (", until: 2024-05-31", "Gap ConditionUnmet"), (", until: 2024-06", "Undetermined")],
)
def test_an_agreement_that_is_over_meets_no_condition(until: str, verdict: str) -> None:
    assert village(PACT.format(until=until), needs="{what: inspection}").verdict("inspection") == verdict


GAVE_UP = "{date: 2024-02-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-03-31}"
PAUSED = "{date: 2024-05-20, who: Board, what: suspended, agreement: deal, first day: 2024-06-01, last day: 2024-06-30}"


@pytest.mark.parametrize(
    ("start", "event", "reason", "verdict"),
    [
        ("2020-01-01", "", "yes", "Held"),
        ("2024-06", "", "yes", "Undetermined"),
        ("2024-07-01", "", "yes", "Gap ConditionUnmet"),
        ("2020-01-01", GAVE_UP, "yes", "Gap ConditionUnmet"),
        ("2020-01-01", GAVE_UP, "unknown", "Undetermined"),
        ("2020-01-01", GAVE_UP, "no", "Held"),
        ("2020-01-01", GAVE_UP.replace("03-31", "08-31"), "yes", "Held"),
        ("2020-01-01", GAVE_UP.replace("03-31", "08-31"), "unknown", "Held"),
        ("2020-01-01", GAVE_UP.replace("02-01", "07-01").replace("03-31", "08-31"), "yes", "Held"),
        ("2020-01-01", PAUSED, "yes", "Held"),
    ],
    ids=[
        "there",
        "may have begun",
        "not begun",
        "ended",
        "may have ended",
        "notice in vain",
        "notice given",
        "notice that may work",
        "notice to come",
        "suspended: it is still agreed",
    ],
)
def test_a_condition_on_an_agreement_is_met_while_it_is_there(
    start: str, event: str, reason: str, verdict: str
) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: greasing, when: all year, from: {start}}}]
        engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: service contract with a water board}}]
        events: [{event}]
        state of affairs: {{good reason: {reason}}}
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == verdict


# -- Undetermined since


def test_what_may_have_begun_leaves_it_open_since_nobody_surely_held_it() -> None:
    text = """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2024-06}]
    """
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", date(2020, 1, 1))


def test_of_two_who_may_have_stopped_the_last_one_counts() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2023-10}
          - {who: Kees, what: inspection, kind: performance, from: 2020-01-01, until: 2024-06}
    """
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", date(2024, 6, 2))


def test_who_works_for_one_that_may_have_stopped_is_in_doubt_since_then() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, until: 2024-06}
          - {who: Kees, what: inspection, kind: performance, in dienst van: Jans, from: 2020-01-01}
    """
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", date(2024, 6, 2))


def test_who_may_be_ill_is_in_doubt_since_the_first_day_that_it_may_be() -> None:
    text = """
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]
        party states: [{who: Jans, is: ill, from: 2024-06}]
    """
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", date(2024, 6, 1))


def test_a_tie_that_may_have_ended_leaves_the_duty_in_doubt_since_then() -> None:
    text = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red Brigade, until: 2024-06}]}]
    """
    seen = village(text)
    assert (seen.verdict("thawing"), seen.since("thawing")) == ("Undetermined", date(2024, 6, 2))


def test_a_street_that_may_be_there_is_open_since_the_first_day_that_it_may_be() -> None:
    seen = village("streets: [{name: Quay, from: 2024-06, ground: quay, needs: {what: marking}}]\n")
    assert (seen.verdict("marking"), seen.since("marking")) == ("Undetermined", date(2024, 6, 1))


# -- What ended before it could begin; which of several ends counts


DEAL = """
    parties: {{Jans: fitter, Board: water board}}
    agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: {begins}}}]
    events: [{{date: 2024-02-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}}]
    state of affairs: {{good reason: {reason}}}
"""


@pytest.mark.parametrize(("reason", "verdict"), [("yes", "Gap Vacuum"), ("no", "Held"), ("unknown", "Undetermined")])
def test_only_notice_that_works_undoes_what_was_still_to_begin(reason: str, verdict: str) -> None:
    seen = village(DEAL.format(begins="2024-06-10", reason=reason), needs="{what: inspection}")
    assert seen.verdict("inspection") == verdict
    assert "Former" not in {standing for _, standing, _ in seen.candidates("inspection")}


SOONER = {
    "ended": "{date: 2024-03-15, who: Board, what: ended, agreement: deal, last day: 2024-03-31}",
    "gave notice": "{date: 2024-02-15, who: Board, what: gave notice, agreement: deal, last day: 2024-03-31}",
    "left": "{date: 2024-03-31, who: Jans, what: left}",
    "suspended": "{date: 2024-03-01, who: Board, what: suspended, agreement: deal, first day: 2024-03-10, last day: 2024-03-31}",
}


@pytest.mark.parametrize(
    ("sooner", "since"),
    [
        ("ended", date(2024, 4, 1)),
        ("gave notice", date(2024, 4, 1)),
        ("left", date(2024, 4, 1)),
        ("suspended", date(2024, 6, 1)),
    ],
)
def test_the_first_end_counts_and_a_suspension_is_none(sooner: str, since: date) -> None:
    text = DEAL.format(begins="2020-01-01", reason="yes").replace("events: [", f"events: [{SOONER[sooner]}, ")
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", since)


@pytest.mark.parametrize(("until", "since"), [("", date(2024, 3, 10)), (", last day: 2024-05-30", date(2024, 6, 1))])
def test_who_was_suspended_when_it_ended_held_it_no_longer_since_then(until: str, since: date) -> None:
    off = f"{{date: 2024-03-01, who: Board, what: suspended, agreement: deal, first day: 2024-03-10{until}}}"
    text = DEAL.format(begins="2020-01-01", reason="yes").replace("events: [", f"events: [{off}, ")
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", since)


def test_an_end_in_vain_does_not_hide_a_later_one() -> None:
    later = "{date: 2024-06-01, who: Board, what: ended, agreement: deal, last day: 2024-06-05}"
    text = DEAL.format(begins="2020-01-01", reason="no").replace("events: [", f"events: [{later}, ")
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", date(2024, 6, 6))


def test_nor_does_notice_make_it_last_longer_than_agreed() -> None:
    text = DEAL.format(begins="2020-01-01, until: 2024-03-31", reason="yes")
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", date(2024, 4, 1))


@pytest.mark.parametrize(("what", "verdict"), [(", agreement: deal", "Gap Vacuum"), ("", "Held")])
def test_who_leaves_an_agreement_before_it_begins_never_was_bound_and_who_leaves_may_come_back(
    what: str, verdict: str
) -> None:
    text = f"""
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2024-06-10}}]
        events: [{{date: 2024-05-31, who: Jans, what: left{what}}}]
    """
    assert village(text, needs="{what: inspection}").verdict("inspection") == verdict


@pytest.mark.parametrize(("what", "verdict"), [("suspended", "Held"), ("ended", "Gap Vacuum")])
def test_a_suspension_that_was_over_before_it_began_undoes_nothing(what: str, verdict: str) -> None:
    days = "first day: 2024-05-01, last day: 2024-05-31" if what == "suspended" else "last day: 2024-05-31"
    text = f"""
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2024-06-10}}]
        events: [{{date: 2024-05-01, who: Board, what: {what}, agreement: deal, {days}}}]
    """
    assert village(text, needs="{what: inspection}").verdict("inspection") == verdict


# -- What is under an agreement runs while both do


def under_pact(agreement: str, own: str) -> tuple[str, date | None]:
    text = f"""
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{name: pact, kind: water pact, between: [Jans, Board], {agreement}}}]
        engagements: [{{who: Jans, what: inspection, kind: performance, agreement: pact, {own}}}]
    """
    seen = village(text, needs="{what: inspection}")
    return seen.verdict("inspection"), seen.since("inspection")


@pytest.mark.parametrize(
    ("agreement", "own", "found"),
    [
        ("from: 2020-01-01", "from: 2020-01-01, until: 2024-05-31", ("Gap Lapsed", date(2024, 6, 1))),
        ("from: 2020-01-01", "from: 2020-01-01, until: 2024-06", ("Undetermined", date(2024, 6, 2))),
        ("from: 2020-01-01, until: 2024-05-31", "from: 2020-01-01", ("Gap Lapsed", date(2024, 6, 1))),
        ("from: 2024-07-01", "from: 2020-01-01", ("Gap Vacuum", date(2020, 1, 1))),
        ("from: 2024-06", "from: 2020-01-01", ("Undetermined", date(2020, 1, 1))),
        ("from: 2020-01-01", "from: 2024-07-01", ("Gap Vacuum", date(2020, 1, 1))),
        ("from: 2020-01-01", "from: 2024-06", ("Undetermined", date(2020, 1, 1))),
    ],
    ids=["ended", "may have ended", "pact ended", "pact to begin", "pact perhaps begun", "to begin", "perhaps begun"],
)
def test_what_is_under_an_agreement_runs_while_both_do(
    agreement: str, own: str, found: tuple[str, date | None]
) -> None:
    assert under_pact(agreement, own) == found


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2024-05-31", "Held"),
        ("2024-06-01", "Undetermined"),
        ("2024-08-14", "Undetermined"),
        ("2024-08-15", "Gap Lapsed"),
    ],
    ids=["the last day named", "the day after", "the last day of the term", "the day after that"],
)
def test_a_last_day_before_the_agreed_term_is_over_may_end_it(as_of: str, verdict: str) -> None:
    text = (
        "agreements: [{name: deal, kind: fen deal, between: [Jans, Board], what: inspection, from: 2020-01-01, notice term: 6 months}]\n"
        "events: [{date: 2024-02-14, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]\n"
    )
    assert street(text, as_of=as_of).verdict("inspection") == verdict

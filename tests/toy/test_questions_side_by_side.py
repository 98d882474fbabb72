"""What must be known is asked of the street, the party, the function and the ground that it is about, and of no other."""

from dataclasses import replace

import pytest
from tests.toy.asked import Asked, asked, fact
from tests.toy.seen import Seen, read, see, village
from tests.toy.told import in_kind

from hiaat.knowledge.terms import h

# -- Two streets of which the same is not known: each asks of itself

STREETS = """
    setting: {name: Station, kind: fire brigade}
    streets:
      - {name: Old Street, from: 2020-01-01, needs: NEEDS}
      - {name: New Street, from: 2020-01-01, needs: NEEDS}
    parties: {Jans: fitter, Kees: fitter, Board: water board, Shops: shop association, Piet: master fitter, Dirk: fitter}
    agreements:
      - {name: pipe deal, kind: quay deal, between: [Jans, Board], what: flushing, from: 2020-01-01}
    engagements:
      - {who: Piet, what: water pressure, kind: performance, from: 2020-01-01}
      - {who: Piet, what: greasing, kind: performance, from: 2020-01-01, when: summer, on condition of: key is there}
      - {who: Dirk, what: thawing, kind: performance, from: 2020-01-01, on condition of: pay agreed}
"""
NEEDS = "[{what: flushing}, {what: water pressure}, {what: thawing}, {what: greasing, when: summer}, {what: repair}]"


def all_asked(seen: Seen) -> dict[tuple[str, str, str], set[Asked]]:
    """What each undetermined finding asks, by street, function and kind."""
    return {
        (seen.name(f.situation), seen.name(f.function), f.responsibility): {
            (one.sort, seen.name(one.about), frozenset(map(seen.name, one.of))) for one in f.missing
        }
        for f in seen.findings("UndeterminedFinding")
    }


def test_of_two_streets_each_asks_of_itself() -> None:
    seen = village(STREETS.replace("NEEDS", NEEDS))
    told = all_asked(seen)
    streets = {"Old Street", "New Street"}
    assert {street for street, *_ in told} == streets
    assert {function for _, function, _ in told} >= {"flushing", "pressure", "thawing", "greasing", "marking"}
    for (street, function, _), facts in told.items():
        assert facts, function
        assert not {fact for fact in facts if fact[2] & (streets - {street})}, function


def test_what_another_street_knows_answers_nothing_here() -> None:
    known = ", ground: lane, brigade: Red Brigade, needs: NEEDS}\n    parties"
    text = STREETS.replace(
        "needs: NEEDS}\n    parties", "needs: NEEDS}\n      - {name: Lane, from: 2020-01-01" + known
    ).replace("{Jans: fitter,", "{Jans: fitter, Red Brigade: fire brigade,")
    told = all_asked(village(text.replace("NEEDS", NEEDS)))
    assert told["Old Street", "thawing", "Performance"] == {
        fact("TieUnknown", "brigade_of", "Old Street"),
        fact("CharacteristicUnknown", "ground", "Old Street"),
        fact("StateUnknown", "pay_agreed", "Dirk"),
    }
    assert ("Lane", "thawing", "Performance") not in told


def test_the_opening_that_is_known_is_not_asked_where_the_ground_is_not() -> None:
    text = (
        "setting: {name: Station, kind: fire brigade, opened: 2023-05-01}\nstreets: [{name: Yard, from: 2020-01-01}]\n"
    )
    assert fact("CharacteristicUnknown", "ground", "Yard") in asked(village(text), "marking")
    assert "openedDay" not in {about for _, about, _ in asked(village(text), "marking")}


@pytest.mark.parametrize(
    ("where", "facts"),
    [
        (", ground: yard", [fact("CharacteristicUnknown", "setting", "Yard")]),
        (", ground: lane", []),
        (", ground: quay", []),
    ],
)
def test_of_what_has_several_marks_only_the_one_that_is_not_known(where: str, facts: list[Asked]) -> None:
    seen = village(
        f"""
        streets: [{{name: Yard, from: 2020-01-01{where}, needs: {{what: greasing}}}}]
        parties: {{Jans: fitter, Board: water board}}
        agreements: [{{kind: handy deal, between: [Jans, Board], what: greasing, from: 2020-01-01}}]
        """
    )
    assert asked(seen, "greasing") == facts


def test_a_street_without_a_setting_asks_for_that_and_not_for_the_opening_of_another() -> None:
    told = read(
        """
        setting: {name: Station, kind: fire brigade}
        streets: [{name: Yard, from: 2023-06-01, ground: yard}, {name: Back Yard, from: 2023-06-01, ground: yard}]
        """
    )
    kept = [t for t in told.triples if t.predicate != h("setting") or not str(t.subject).endswith("/back-yard>")]
    asked_of = all_asked(see(replace(told, triples=tuple(kept))))
    assert asked_of["Yard", "marking", "Performance"] == {fact("CharacteristicUnknown", "openedDay", "Station")}
    assert asked_of["Back Yard", "marking", "Performance"] == {fact("CharacteristicUnknown", "setting", "Back Yard")}


def test_an_exception_to_what_stands_in_nobodys_way_is_not_asked() -> None:
    seen = village(
        """
        streets: [{name: Old Street, from: 2020-01-01, needs: {what: bell}}]
        parties: {Piet: master fitter}
        engagements: [{who: Piet, what: bell, kind: performance, from: 2020-01-01, on condition of: key is there}]
        """
    )
    assert asked(seen, "bell") == [fact("StateUnknown", "key_there", "Piet")]


def test_nor_is_one_for_somebody_else() -> None:
    seen = village(
        """
        streets: [{name: Old Street, from: 2020-01-01, needs: {what: rattle}}]
        parties: {Piet: master fitter, Jans: fitter}
        engagements: [{who: Jans, what: rattle, kind: performance, from: 2020-01-01}]
        """
    )
    assert asked(seen, "rattle") == [fact("BeginUncertain", "fitter-no-rattle")]


# -- What calls for it

CALLED = """
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: WHAT}]
    parties: {Jans: fitter, Kees: fitter}
    engagements:
      - {who: Jans, what: repair, kind: performance, when: summer, from: 2020-01-01, on condition of: key is there}
      - {who: Kees, what: tank wagon, kind: performance, from: 2020-01-01, on condition of: pay agreed}
"""
KEY = fact("StateUnknown", "key_there", "Jans")
PAY = fact("StateUnknown", "pay_agreed", "Kees")


@pytest.mark.parametrize(
    ("needs", "facts"),
    [
        ("[{what: repair, when: summer}]", [KEY, PAY]),
        ("[{what: repair, when: all year}]", [PAY]),
        ("[{what: repair, when: summer}, {what: tank wagon}]", [PAY]),
    ],
)
def test_what_may_call_for_it_is_asked_only_if_nothing_surely_does(needs: str, facts: list[Asked]) -> None:
    assert sorted(asked(village(CALLED.replace("WHAT", needs)), "tank_wagon"), key=str) == sorted(facts, key=str)


def test_what_only_a_gap_calls_for_is_no_reason_to_see_to_it() -> None:
    seen = village(
        """
        streets: [{name: High Street, from: 2020-01-01, needs: [{what: tank wagon, from: 2024-06}]}]
        parties: {Red Brigade: fire brigade}
        party states: [{who: Red Brigade, is: bankrupt, from: 2024-01-01}]
        """
    )
    assert asked(seen, "tank_wagon", "Organisation") == [fact("BeginUncertain", "tank wagon", "High Street")]


def test_answering_is_asked_with_doing_it_of_the_same_street() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, for: High Street, on condition of: key is there}
          - {who: Kees, what: inspection, kind: performance, from: 2020-01-01, for: Low Street, on condition of: pay agreed}
        """
    )
    told = all_asked(seen)
    assert told["High Street", "inspection", "Performance"] == {KEY}
    assert told["Low Street", "inspection", "Performance"] == {PAY}


def test_who_falls_short_anyhow_is_not_asked_what_it_waits_for() -> None:
    seen = village(
        """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
        parties: {Jans: fitter, Kees: fitter, Dirk: fitter}
        engagements:
          - {who: Dirk, what: inspection, kind: performance, from: 2020-01-01, on condition of: [{what: greasing}, street is dark]}
          - {who: Jans, what: greasing, kind: performance, from: 2020-01-01, on condition of: key is there}
          - {who: Kees, what: inspection, kind: performance, from: 2020-01-01, on condition of: pay agreed}
        state of affairs: {street is dark: no}
        """
    )
    assert asked(seen, "inspection") == [PAY]


@pytest.mark.parametrize(
    ("gong", "facts"),
    [
        ("", [fact("StateUnknown", "key_there", "Kees")]),
        (
            "{who: Jans, what: gong, kind: performance, from: 2020-01-01}",
            [fact("StateUnknown", "key_there", "Kees"), fact("SourceLeavesOpen", "drummed", "Jans")],
        ),
    ],
)
def test_whether_it_suffices_is_asked_only_of_what_somebody_does(gong: str, facts: list[Asked]) -> None:
    seen = village(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}]
        parties: {{Jans: fitter, Kees: fitter}}
        engagements:
          - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: there is drumming}}
          - {{who: Kees, what: drum, kind: performance, from: 2020-01-01, on condition of: key is there}}
          {"- " + gong if gong else ""}
        """
    )
    assert sorted(asked(seen, "inspection"), key=str) == sorted(facts, key=str)


def test_a_condition_of_a_street_of_which_both_is_said() -> None:
    text = "streets: [{name: Lane, from: 2020-01-01, ground: lane}]\nstate of affairs: {street is dark: [{is: yes}, {is: no}]}\n"
    assert asked(village(text), "marking") == [fact("StatementsContradict", "dark", "Lane")]


# -- Ties

TIED = """
    streets:
      - {name: Lane, from: 2020-01-01, ground: lane, needs: {what: thawing}, brigade: [BLUE, {who: Red Brigade, from: 2020-01-01, until: 2024-06}, {who: Red Brigade, from: 2024-09}, {who: Red Brigade, from: 2015-01-01, until: 2018-06}, {who: Green Brigade, from: 2020-01-01}]}
      - {name: Alley, from: 2020-01-01, ground: lane, needs: {what: thawing}, brigade: [{who: Red Brigade, from: 2019-01-01, until: 2024-06}]}
      - {name: Dike, from: 2020-01-01, ground: dike, needs: {what: thawing}, brigade: Red Brigade}
    parties: {Red Brigade: fire brigade, Blue Brigade: fire brigade, Green Brigade: fire brigade}
    party states:
      - {who: Blue Brigade, is: bankrupt, from: 2024-01-01}
      - {who: Green Brigade, is: bankrupt, from: 2024-01-01}
"""


def test_the_day_of_a_tie_is_one_of_who_may_hold_it_here() -> None:
    text = TIED.replace("BLUE", "{who: Blue Brigade, from: 2020-01-01, until: 2024-06}")
    seen = in_kind(text, thawing="Organisation")
    (finding,) = [
        f
        for f in seen.findings("UndeterminedFinding")
        if (seen.name(f.situation), f.responsibility) == ("Lane", "Organisation")
    ]
    assert [(one.sort, [seen.name(p) for p in one.of]) for one in finding.missing] == [
        ("EndUncertain", ["Red Brigade"])
    ]


CLIENTS = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: {what: horn}}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: horn}}
      - {name: Third Street, from: 2020-01-01, ground: green, needs: {what: horn}}
    parties: {Jans: fitter, Kees: fitter, Dirk: fitter}
    agreements:
      - {name: high, kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01, until: 2024-06}
      - {name: before, kind: upkeep subscription, between: [Jans, High Street], exists: unknown, from: 2015-01-01, until: 2018-12-31}
      - {name: rounds, kind: rounds contract, between: [Jans, High Street], from: 2020-01-01, until: 2024-06}
      - {name: low, kind: upkeep subscription, between: [Jans, Low Street], from: 2020-01-01, until: 2024-06}
      - {name: third, kind: upkeep subscription, between: [Jans, Third Street], from: 2020-01-01}
      - {name: kees, kind: upkeep subscription, between: [Kees, High Street], from: 2020-01-01, until: 2024-06}
      - {name: dirk, kind: upkeep subscription, between: [Dirk, High Street], from: 2020-01-01}
    party states:
      - {who: Kees, is: bankrupt, from: 2024-01-01}
      - {who: Dirk, is: bankrupt, from: 2024-01-01}
"""


def test_the_agreement_that_makes_a_tie_is_one_of_who_may_hold_it_here() -> None:
    told = all_asked(in_kind(CLIENTS, horn="Organisation", horn_2="Organisation", horn_3="Organisation"))
    assert told["High Street", "horn", "Organisation"] == {fact("EndUncertain", "high", "Jans", "High Street")}
    assert told["Low Street", "horn", "Organisation"] == {fact("EndUncertain", "low", "Jans", "Low Street")}
    assert ("Third Street", "horn", "Organisation") not in told


def test_a_tie_that_one_agreement_surely_makes_is_not_asked_of_another() -> None:
    seen = village(
        """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: horn, from: 2024-06}}]
        parties: {Jans: fitter}
        agreements:
          - {name: sure, kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01}
          - {name: vague, kind: upkeep subscription, between: [Jans, High Street], from: 2020-01-01, until: 2024-06}
        party states: [{who: Jans, is: bankrupt, from: 2024-01-01}]
        """
    )
    assert asked(seen, "horn", "Organisation") == [fact("BeginUncertain", "horn", "High Street")]


def test_a_tie_on_which_no_duty_to_do_it_now_rests_is_not_asked() -> None:
    seen = village(
        """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: drum, when: summer}}]
        parties: {Jans: fitter}
        engagements: [{who: Jans, what: drum, kind: performance, when: summer, from: 2020-01-01, on condition of: key is there}]
        """
    )
    assert asked(seen, "drum") == [KEY]


def test_who_must_do_it_answers_for_it_so_the_tie_is_asked_for_that() -> None:
    text = "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: thawing}]}]\n"
    told = all_asked(in_kind(text, thawing="Accountability"))
    assert told["High Street", "thawing", "Accountability"] == {fact("TieUnknown", "brigade_of", "High Street")}


def test_where_answering_is_asked_anyhow_who_surely_does_not_answer_is_not_asked() -> None:
    seen = in_kind(
        """
        streets: [{name: Old Street, from: 2020-01-01, needs: [{what: rattle}]}]
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements: [{who: Jans, what: rattle, kind: accountability, from: 2020-01-01, on condition of: key is there}]
        """,
        rattle="Accountability",
    )
    assert asked(seen, "rattle", "Accountability") == [KEY]


# -- For another

FOR_RED = """
    streets: [{name: Green, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: [{who: Red Brigade, from: 2020-01-01TIE}]}]
    parties: {Red Brigade: fire brigade, Jans: fitter, Dirk: fitter}
    engagements:
      - {who: Jans, what: thawing, kind: performance, on behalf of: Red Brigade, from: 2020-01-01MINE}
      - {who: Dirk, what: thawing, kind: accountability, from: 2020-01-01}
      MORE
    party states: [{who: Red Brigade, is: ill, from: 2024-01-01}]
"""


def for_red(tie: str, mine: str, more: str = "") -> set[Asked]:
    text = FOR_RED.replace("TIE", tie).replace("MINE", mine).replace("      MORE\n", more)
    return all_asked(village(text)).get(("Green", "thawing", "Performance"), set())


def test_of_the_one_for_whom_it_is_done_is_asked_what_may_bind_it_unless_something_surely_does() -> None:
    vague = ", until: 2024-06"
    red = {("EndUncertain", frozenset({"Red Brigade"}))}
    assert {(sort, of) for sort, _, of in for_red(vague, "")} == red
    assert for_red("", "") == set()
    sees = "      - {who: Red Brigade, what: thawing, kind: organisation, from: 2020-01-01UNTIL}\n"
    both = sees.replace("UNTIL", "") + sees.replace("UNTIL", vague)
    assert {(sort, of) for sort, _, of in for_red(vague, vague, both)} == {("EndUncertain", frozenset({"Jans"}))}


# -- Acts

NOTICE = """
    parties: {Jans: fitter, Board: water board}
    agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01, until: 2024-06}]
    events:
      - {date: 2024-03-01, who: Jans, what: asked, agreement: deal}
      - {date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: DAY}
"""


@pytest.mark.parametrize(("day", "asks"), [("2024-05-31", True), ("2024-06-20", False)])
def test_an_ending_that_has_not_come_yet_is_not_asked(day: str, asks: bool) -> None:
    seen = village(NOTICE.replace("DAY", day), needs="{what: inspection}")
    facts = {fact("EndUncertain", "deal", "Jans", "Board")}
    ground = {fact("EndingGroundUnknown", "good_reason", "Jans")}
    assert set(asked(seen, "inspection")) == (facts | ground if asks else facts)


def test_an_act_that_may_have_taken_the_last_that_does_it_is_asked_itself() -> None:
    seen = village(
        """
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements: [{who: Red Brigade, what: inspection, kind: performance, from: 2020-01-01}]
        agreements:
          - {name: deal, kind: service contract, between: [Jans, Red Brigade], by: Jans, on behalf of: Red Brigade, what: inspection, from: 2020-01-01}
        events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]
        party states: [{who: Jans, is: ill, from: 2024-06-01}]
        """,
        needs="{what: inspection}",
    )
    assert asked(seen, "inspection") == [fact("EndingGroundUnknown", "good_reason", "Jans")]


STALL = """
    parties: {Jans: {is: fitter, state of affairs: {good reason: REASON}}, Board: water board}
    agreements: [{name: deal, kind: stall deal, between: [Jans, Board], by: Jans, what: painting, from: 2019-01-01}]
    events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]
"""


@pytest.mark.parametrize(
    ("reason", "perspective", "grounds"),
    [
        ("yes", "everybody", {"rope_frayed", "list_kept"}),
        ("yes", "law alone", {"rope_frayed"}),
        ("unknown", "law alone", {"good_reason", "rope_frayed"}),
        ("{is: yes, from: 2024-04-15}", "law alone", {"good_reason", "rope_frayed"}),
        ("{is: yes, from: 2020-01-01, until: 2024-03-15}", "law alone", {"good_reason", "rope_frayed"}),
    ],
)
def test_the_grounds_are_those_of_the_rules_of_that_day_on_that_party(
    reason: str, perspective: str, grounds: set[str]
) -> None:
    seen = village(STALL.replace("REASON", reason), needs="{what: painting}", perspective=perspective)
    assert set(asked(seen, "painting")) == {fact("EndingGroundUnknown", ground, "Jans") for ground in grounds}


# -- Agreements that a condition asks for

PACT = """
    parties: {Jans: fitter, Kees: fitter, Board: water board}
    engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {agreement: water pact, between: [Jans, Board]ASKED}}]
    agreements:
      - {name: pact, kind: water pact, between: [Jans, Board], from: 2020-01-01FIRST}
      SECOND
"""
WRITTEN = ", in writing: yes"


def pact(asks: str, first: str, second: str = "", more: str = "", what: str = "inspection") -> set[tuple[str, str]]:
    other = f"- {{name: other, kind: water pact, between: [Jans, Board], from: 2020-01-01{second}}}" if second else ""
    text = (
        PACT.replace("ASKED", asks)
        .replace("FIRST", first)
        .replace("      SECOND\n", f"      {other}\n" if other else "")
    )
    return {
        (sort, about)
        for sort, about, _ in asked(village(text.replace("inspection", what) + more, needs=f"{{what: {what}}}"), what)
    }


def test_of_an_agreement_it_is_asked_whether_it_runs_and_only_if_that_counts_whether_it_is_in_writing() -> None:
    vague = ", until: 2024-06"
    assert pact("", vague) == {("EndUncertain", "pact")}
    assert pact("", vague + ", in writing: no") == {("EndUncertain", "pact")}
    assert pact(WRITTEN, "") == {("WritingUnknown", "pact")}
    assert pact(WRITTEN, "", ", in writing: no") == {("WritingUnknown", "pact")}
    assert pact(WRITTEN, "", ", in writing: yes" + vague) == {("WritingUnknown", "pact"), ("EndUncertain", "other")}


def test_another_that_asks_for_writing_makes_no_difference() -> None:
    kees = "    claims: [{who: Kees, says: is my task, about: greasing, date: 2024-01-01}]\n"
    text = PACT.replace("      SECOND\n", "").replace("ASKED", "").replace("FIRST", ", until: 2024-06")
    text = text.replace(
        "    engagements: [",
        "    engagements: [{who: Kees, what: greasing, kind: performance, from: 2020-01-01, on condition of: {agreement: water pact, between: [Jans, Board], in writing: yes}}, ",
    )
    seen = village(text + kees, needs="[{what: inspection}, {what: greasing}]")
    assert {sort for sort, *_ in asked(seen, "inspection")} == {"EndUncertain"}
    assert {sort for sort, *_ in asked(seen, "greasing")} == {"EndUncertain", "WritingUnknown"}


def test_where_not_all_agreements_are_told_another_in_writing_may_be_there() -> None:
    full = "    in full: [parties, engagements]\n"
    assert {sort for sort, _ in pact(WRITTEN, ", in writing: no", more=full, what="painting")} == {
        "StateUnknown",
        "NotDescribedInFull",
    }


# -- Only the ground that was open on the day of the act, of who did it


@pytest.mark.parametrize(
    ("said", "grounds"),
    [
        ("{is: yes, from: 2020-01-01, until: 2024-04-30}", {"rope_frayed"}),
        ("{is: yes, from: 2020-01-01}", {"rope_frayed"}),
        ("unknown", {"good_reason", "rope_frayed"}),
    ],
)
def test_what_was_known_when_notice_was_given_is_not_asked_nor_what_another_that_day_may_have_had(
    said: str, grounds: set[str]
) -> None:
    board = "{date: 2024-04-01, who: Board, what: gave notice, agreement: deal, last day: 2024-12-31}"
    text = STALL.replace("REASON", said).replace("events: [", f"events: [{board}, ")
    seen = village(text, needs="{what: painting}", perspective="law alone")
    assert set(asked(seen, "painting")) == {fact("EndingGroundUnknown", ground, "Jans") for ground in grounds}


# -- Who may answer for it


def test_of_who_is_bound_and_cannot_do_it_it_is_not_asked_whether_it_answers_for_it() -> None:
    seen = village(
        """
        streets:
          - name: Marsh
            from: 2020-01-01
            ground: marsh
            needs: {what: siren}
            brigade: [{who: Red Brigade, until: 2024-06}, {who: Blue Brigade, from: 2024-06}]
        parties: {Red Brigade: fire brigade, Blue Brigade: river brigade}
        """
    )
    assert {(sort, of) for sort, _, of in asked(seen, "siren")} == {("BeginUncertain", frozenset({"Blue Brigade"}))}

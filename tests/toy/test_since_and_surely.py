"""Since when, and how surely: of who goes on, is suspended, has no lead, may have ended, or answers beside another."""

import re
from datetime import date

import pytest
from tests.toy.asked import asked, fact
from tests.toy.seen import Seen, village
from tests.toy.side import on

DIKE = "streets:\n  - {name: Dike, from: 2020-01-01, ground: dike, needs: {what: repair}}\n"
CREW = "parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Board: water board, Red Brigade: fire brigade}\n"


def on_dike(text: str, as_of: str = "2024-06-15") -> Seen:
    """A street that must be repaired, where who stops repairing goes on until there is a successor."""
    return village(DIKE + CREW + text, as_of=as_of)


def repairs(*days: str, who: str = "Jans") -> str:
    """Engagements of one party to repair."""
    lines = [f"  - {{who: {who}, what: repair, kind: performance, {one}}}\n" for one in days]
    return "engagements:\n" + "".join(lines)


def handed_over(seen: Seen) -> bool:
    """Whether the hand-over is called for."""
    return any(cell.triggered_by for cell in seen.cells("handover"))


# -- Who goes on, and who is only suspended


@pytest.mark.parametrize(
    ("second", "called"),
    [
        ("from: 2024-06-01", False),
        ("from: 2021-01-01", False),
        ("from: 2021-01-01, when: winter", True),
        ("from: 2021-01-01, until: 2024-06-10", True),
        ("from: 2021-01-01, on behalf of: Kees", True),
    ],
    ids=["a new one", "another", "too narrow", "over too", "for another"],
)
def test_who_drops_one_of_two_and_goes_on_by_the_other_hands_nothing_over(second: str, called: bool) -> None:
    seen = on_dike(
        repairs(
            "from: 2020-01-01, until: 2024-05-31, when: all year",
            second + ("" if "when" in second else ", when: all year"),
        )
    )
    assert handed_over(seen) == called


def test_another_that_goes_on_is_no_going_on() -> None:
    text = repairs("from: 2020-01-01, until: 2024-05-31") + repairs("from: 2020-01-01", who="Kees").partition("\n")[2]
    assert handed_over(on_dike(text))


@pytest.mark.parametrize(
    "other", ["what: repair, kind: organisation", "what: inspection, kind: performance"], ids=["kind", "function"]
)
def test_nor_is_going_on_in_another_sense_or_with_something_else(other: str) -> None:
    text = repairs("from: 2020-01-01, until: 2024-05-31") + f"  - {{who: Jans, {other}, from: 2020-01-01}}\n"
    assert handed_over(on_dike(text))


def test_nor_in_another_street() -> None:
    seen = village(
        DIKE
        + "  - {name: Bank, from: 2020-01-01, ground: dike, needs: {what: repair}}\n"
        + CREW
        + repairs("for: Dike, from: 2020-01-01, until: 2024-05-31", "for: Bank, from: 2020-01-01")
    )
    assert {seen.name(cell.situation) for cell in seen.cells("handover")} == {"Dike"}


def test_nor_is_one_of_which_notice_was_given_too() -> None:
    deal = "  - {{name: {}, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}\n"
    text = "agreements:\n" + deal.format("one") + deal.format("two") + "events:\n"
    step = "  - {{date: 2024-06-01, who: Jans, what: gave notice, agreement: {}, last day: 2024-12-31}}\n"
    said = "state of affairs: {good reason: yes}\n"
    assert not handed_over(on_dike(text + step.format("one") + said))
    assert handed_over(on_dike(text + step.format("one") + step.format("two") + said))


def test_nor_does_a_notice_that_may_not_work_while_it_goes_on_by_another_call_for_it_even_perhaps() -> None:
    deal = "  - {{name: {}, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}\n"
    step = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: one, last day: 2024-05-31}]\n"
    assert not handed_over(on_dike("agreements:\n" + deal.format("one") + deal.format("two") + step))


@pytest.mark.parametrize("of", ["Jans", "Kees"])
def test_a_suspension_that_is_over_ended_nothing_nor_does_anothers_undo_an_end(of: str) -> None:
    deal = f"agreements: [{{name: deal, kind: team deal, between: [{of}, Board], what: repair, from: 2020-01-01}}]\n"
    step = "events: [{date: 2024-01-20, who: Board, what: suspended, agreement: deal, first day: 2024-02-01, last day: 2024-03-31}]\n"
    assert not handed_over(on_dike(deal + step))
    assert handed_over(on_dike(deal + step + repairs("from: 2020-01-01, until: 2024-05-31", who="Dirk"))) is True


def test_who_is_suspended_has_not_ended_it_so_nothing_stays_and_nothing_is_handed_over() -> None:
    deal = (
        "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}]\n"
    )
    step = "events: [{date: 2024-05-20, who: Board, what: suspended, agreement: deal, first day: 2024-06-01}]\n"
    seen = on_dike(deal + step)
    assert (seen.verdict("repair"), seen.since("repair")) == ("Gap Lapsed", date(2024, 6, 1))
    assert not handed_over(seen)


def test_nor_is_it_where_the_notice_that_ends_it_came_only_after_the_suspension() -> None:
    seen = on_dike(
        """
agreements: [{name: deal, kind: team deal, between: [Jans, Board], what: repair, from: 2020-01-01}]
events:
  - {date: 2024-01-20, who: Board, what: suspended, agreement: deal, first day: 2024-02-01, last day: 2024-02-29}
  - {date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-12-31}
"""
    )
    assert seen.since("handover") == date(2024, 4, 1)


# -- What may have ended calls for what follows, perhaps


@pytest.mark.parametrize("as_of", ["2024-05-20", "2024-06-15"], ids=["in the term of notice", "after it"])
@pytest.mark.parametrize(
    ("reason", "certain"), [("yes", {True}), ("unknown", {False}), ("no", set[bool]())], ids=["works", "may", "in vain"]
)
def test_a_notice_calls_for_a_hand_over_as_surely_as_it_works(reason: str, certain: set[bool], as_of: str) -> None:
    seen = on_dike(
        f"""
agreements: [{{name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01}}]
events: [{{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}}]
state of affairs: {{good reason: {reason}}}
""",
        as_of,
    )
    assert {cell.certain for cell in seen.cells("handover") if cell.triggered_by} == certain


def test_so_does_an_end_on_a_day_that_is_not_known() -> None:
    seen = on_dike(repairs("from: 2020-01-01, until: 2024-06"))
    assert {cell.certain for cell in seen.cells("handover")} == {False}
    assert seen.verdict("handover") == "Undetermined"
    assert asked(seen, "handover") == [fact("EndUncertain", "Jans: repair", "Jans")]


# -- A joint duty whose lead is nobody here


LEAD = "streets: [{{name: Street, from: 2020-01-01, ground: {ground}, needs: {{what: parade}}}}]\n"


@pytest.mark.parametrize(
    ("parties", "full", "verdict"),
    [
        ("Red: fire brigade, Board: water board", "", "Held"),
        ("Red: fire brigade, Blue: fire brigade", "", "Gap SharedWithoutLead"),
        ("Red: fire brigade, Blue: fire brigade", "in full: [agreements, engagements]\n", "Undetermined"),
    ],
    ids=["the lead is there", "it is not", "it may be there"],
)
def test_a_joint_duty_needs_its_lead_to_be_somebody(parties: str, full: str, verdict: str) -> None:
    seen = village(LEAD.format(ground="green") + f"parties: {{{parties}}}\n{full}")
    assert seen.verdict("parade", "Organisation") == verdict
    short = {"Held": (), "Undetermined": ("SharedWithoutLead?",)}.get(verdict, ("SharedWithoutLead",))
    assert ("Red", "Bound", short) in seen.candidates("parade", "Organisation")


def test_what_all_must_together_was_nobodys_before_one_of_them_could_not() -> None:
    text = """
        parties: {Red: fire brigade, Shops: shop association}
        party states: [{who: Red, is: bankrupt, from: 2024-01-01}]
    """
    assert village(text, needs="{what: lookout}").since("lookout", "Organisation") == date(2020, 1, 1)


RED, BLUE = "{who: Red, from: 2020-01-01}", "{who: Blue, from: 2020-01-01}"


@pytest.mark.parametrize(
    ("brigades", "short"),
    [
        ([RED], ("SharedWithoutLead",)),
        ([RED, BLUE], ()),
        ([RED, "{who: Blue, from: 2024-06}"], ("SharedWithoutLead?",)),
        ([RED, "{who: Blue, from: 2020-01-01, until: 2024-05-31}"], ("SharedWithoutLead",)),
    ],
    ids=["it is not", "it is", "it may be", "it was"],
)
def test_a_lead_through_a_tie_must_be_tied_here(brigades: list[str], short: tuple[str, ...]) -> None:
    seen = village(
        f"""
streets:
  - {{name: Street, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{", ".join(brigades)}]}}
  - {{name: Lane, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{RED}, {BLUE}]}}
parties: {{Red: fire brigade, Blue: river brigade}}
"""
    )
    assert ("Red", "Bound", short) in on(seen, "Street").candidates("raft", "Organisation")


def test_one_of_its_kind_that_took_it_on_for_itself_and_cannot_is_no_lead() -> None:
    seen = village(
        f"""
streets: [{{name: Street, from: 2020-01-01, ground: marsh, needs: {{what: raft}}, brigade: [{RED}]}}]
parties: {{Red: fire brigade, Blue: river brigade}}
engagements: [{{who: Blue, what: raft, kind: organisation, from: 2020-01-01}}]
party states: [{{who: Blue, is: bankrupt, from: 2024-01-01}}]
"""
    )
    assert ("Red", "Bound", ("SharedWithoutLead",)) in seen.candidates("raft", "Organisation")


# -- Since when a condition is not met, or is no longer known to be


ON = "on condition of: {}"
INSPECTS = "parties: {{Jans: fitter, Board: water board}}\nengagements: [{{who: Jans, what: inspection, kind: performance, from: {}, on condition of: {}}}]\n"
PACT = "{agreement: water pact, between: [Jans, Board]}"


@pytest.mark.parametrize(
    ("pacts", "since"),
    [
        ("{from: 2021-01-01, until: 2024-03-31}", date(2024, 4, 1)),
        ("{from: 2021-01-01, until: 2022-03-31}|{from: 2023-01-01, until: 2024-04-30}", date(2024, 5, 1)),
        ("", date(2020, 1, 1)),
    ],
    ids=["one that ended", "two", "none"],
)
def test_an_agreement_that_a_condition_asks_is_missed_since_it_ended(pacts: str, since: date) -> None:
    told = [f"{{kind: water pact, between: [Jans, Board], {one[1:]}" for one in pacts.split("|") if one]
    text = INSPECTS.format("2019-01-01", PACT) + f"agreements: [{', '.join(told)}]\n"
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap ConditionUnmet", since)


@pytest.mark.parametrize(
    ("last", "since"), [("2024-02-15", date(2024, 2, 16)), ("2024-05-15", date(2024, 4, 1))], ids=["sooner", "later"]
)
def test_it_ended_as_agreed_or_by_notice_whichever_came_first(last: str, since: date) -> None:
    text = (
        INSPECTS.format("2019-01-01", PACT)
        + "agreements: [{name: pact, kind: water pact, between: [Jans, Board], from: 2021-01-01, until: 2024-03-31}]\n"
        + f"events: [{{date: 2024-01-01, who: Board, what: gave notice, agreement: pact, last day: {last}}}]\n"
    )
    assert village(text, needs="{what: inspection}").since("inspection") == since


def test_one_in_writing_is_missed_since_it_ended_and_one_that_need_not_be_too() -> None:
    ended = "{kind: water pact, between: [Jans, Board], from: 2021-01-01, until: 2024-03-31%s}"
    pact = PACT.replace("}", ", in writing: yes}")
    text = INSPECTS.format("2019-01-01", pact) + f"agreements: [{ended % ', in writing: yes'}]\n"
    assert village(text, needs="{what: inspection}").since("inspection") == date(2024, 4, 1)
    other = f", {{who: Jans, what: marking, kind: performance, from: 2019-01-01, on condition of: {pact}}}]"
    seen = village(
        INSPECTS.format("2019-01-01", PACT)[:-2] + f"{other}\nagreements: [{ended % ''}]\n", needs="{what: inspection}"
    )
    assert seen.since("inspection") == date(2024, 4, 1)


def test_that_it_was_suspended_for_a_while_is_no_end() -> None:
    text = (
        INSPECTS.format("2019-01-01", PACT)
        + "agreements: [{name: pact, kind: water pact, between: [Jans, Board], from: 2021-01-01, until: 2024-03-31}]\n"
        + "events: [{date: 2024-01-01, who: Board, what: suspended, agreement: pact, first day: 2024-02-01, last day: 2024-02-20}]\n"
    )
    assert village(text, needs="{what: inspection}").since("inspection") == date(2024, 4, 1)


def test_that_it_may_have_ended_before_is_no_end() -> None:
    text = (
        INSPECTS.format("2019-01-01", "service contract with a water board")
        + "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: marking, from: 2021-01-01, until: 2024-05-31}]\n"
        + "events: [{date: 2024-01-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-03-31}]\n"
    )
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap ConditionUnmet", date(2024, 6, 1))


def test_one_that_was_never_in_writing_was_never_the_one_that_was_asked() -> None:
    pact = PACT.replace("}", ", in writing: yes}")
    text = (
        INSPECTS.format("2019-01-01", pact)
        + "agreements: [{kind: water pact, between: [Jans, Board], in writing: no, from: 2021-01-01, until: 2024-03-31}]\n"
    )
    assert village(text, needs="{what: inspection}").since("inspection") == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("{is: yes, until: 2024-03-31}", date(2024, 4, 1)),
        ("[{is: yes, until: 2023-03-31}, {is: yes, from: 2024-01-01, until: 2024-04-30}]", date(2024, 5, 1)),
        ("{is: no, until: 2024-03-31}", date(2020, 1, 1)),
        ("{is: yes, from: 2024-07-01}", date(2020, 1, 1)),
    ],
    ids=["was met", "was met twice", "was not met", "will be"],
)
def test_what_is_no_longer_known_is_in_doubt_since_it_last_was(said: str, since: date) -> None:
    text = INSPECTS.format("2019-01-01", "key is there") + f"state of affairs: {{key is there: {said}}}\n"
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", since)


KNOWN = ", state of affairs: {key is there: {is: yes, until: 2024-03-31}}"
SPEAKING = """
streets:
  - {name: Street, from: 2020-01-01, ground: green, needs: {what: inspection}<street>}
  - {name: Lane, from: 2020-01-01, ground: green<lane>}
parties: {Jans: {is: fitter<Jans>}, Kees: {is: fitter<Kees>}, Board: water board}
agreements:
  - {name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2019-01-01, on condition of: key is there<deal>}
  - {name: job, kind: service contract, between: [Jans, Board], what: marking, from: 2019-01-01<job>}
"""


@pytest.mark.parametrize(
    ("of", "since"),
    [
        ("street", date(2024, 4, 1)),
        ("lane", date(2020, 1, 1)),
        ("Jans", date(2024, 4, 1)),
        ("Kees", date(2020, 1, 1)),
        ("deal", date(2024, 4, 1)),
        ("job", date(2020, 1, 1)),
    ],
)
def test_what_was_known_of_this_street_party_or_agreement_puts_it_in_doubt_since_and_of_no_other(
    of: str, since: date
) -> None:
    text = re.sub("<(.*?)>", lambda found: KNOWN if found[1] == of else "", SPEAKING)
    seen = village(text)
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Undetermined", since)


@pytest.mark.parametrize(
    ("other", "since"), [("spare key is there too", date(2024, 4, 1)), ("pay agreed", date(2020, 1, 1))]
)
def test_what_was_known_of_another_condition_does_if_it_says_so_of_this_one_too(other: str, since: date) -> None:
    text = INSPECTS.format("2019-01-01", "key is there")
    text += f"state of affairs: {{{other}: {{is: yes, until: 2024-03-31}}}}\n"
    assert village(text, needs="{what: inspection}").since("inspection") == since


def test_who_took_it_on_when_the_condition_was_not_met_never_held_it() -> None:
    text = (
        INSPECTS.format("2024-03-01", "key is there") + "state of affairs: {key is there: {is: no, from: 2024-02-01}}\n"
    )
    seen = village(text, needs="{what: inspection}")
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap ConditionUnmet", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("torch", "torch is passed: [{is: yes, until: 2024-01-31}, {is: no, from: 2024-02-01}]"),
        ("whistle", "people are asleep: [{is: no, until: 2024-01-31}, {is: yes, from: 2024-02-01}]"),
    ],
    ids=["an exception fell away", "its own condition came to be met"],
)
def test_a_limit_bites_since_nothing_keeps_it_off(function: str, said: str) -> None:
    seen = village(
        f"""
streets: [{{name: Square, from: 2020-01-01, ground: square, needs: {{what: {function}}}}}]
parties: {{Piet: master fitter}}
engagements: [{{who: Piet, what: {function}, kind: performance, from: 2020-01-01}}]
state of affairs: {{{said}}}
"""
    )
    assert (seen.verdict(function), seen.since(function)) == ("Gap BeyondCompetence", date(2024, 2, 1))


def master(said: str, where: str = "", street: str = "", more: str = "", needs: str = "{what: torch}") -> Seen:
    """A master fitter that carries the torch and whistles on the square, and another that does not."""
    return village(
        f"""
streets:
  - {{name: Square, from: 2020-01-01, ground: square, needs: [{needs}]{street}}}
  - {{name: Plaza, from: 2020-01-01, ground: square{where}}}
parties: {{Piet: master fitter, Anna: {{is: master fitter{more}}}, Red: fire brigade}}
engagements:
  - {{who: Piet, what: torch, kind: performance, from: 2020-01-01}}
  - {{who: Piet, what: whistle, kind: performance, from: 2020-01-01}}
  - {{who: Piet, what: water pressure, kind: performance, from: 2020-01-01}}
state of affairs: {{{said}}}
"""
    )


FELL = "torch is passed: [{is: yes, until: <day>}, {is: no, from: <next>}]"
EARLY = FELL.replace("<day>", "2024-01-31").replace("<next>", "2024-02-01")
LATE = FELL.replace("<day>", "2024-03-31").replace("<next>", "2024-04-01")


def test_an_exception_for_another_party_or_in_another_street_keeps_nothing_off() -> None:
    for seen in (
        master(EARLY, more=f", state of affairs: {{{LATE}}}"),
        master("", street=f", state of affairs: {{{EARLY}}}", where=f", state of affairs: {{{LATE}}}"),
    ):
        assert (seen.verdict("torch"), seen.since("torch")) == ("Gap BeyondCompetence", date(2024, 2, 1))


def test_nor_does_one_to_another_limit() -> None:
    assert master(EARLY, needs="{what: torch}, {what: water pressure}").since("pressure") == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("function", "said", "since"),
    [
        ("torch", "torch is passed: {is: unknown, from: 2024-02-01}", date(2020, 1, 1)),
        ("torch", "torch is passed: {is: yes, until: 2024-01-31}", date(2024, 2, 1)),
        ("torch", "torch is passed: [{is: yes, until: 2024-01-31}, {is: unknown, from: 2024-02-01}]", date(2024, 2, 1)),
        ("whistle", "people are asleep: {is: unknown, from: 2024-02-01}", date(2020, 1, 1)),
        ("whistle", "people are asleep: {is: no, until: 2024-01-31}", date(2024, 2, 1)),
        ("whistle", "people are asleep: {is: yes, until: 2024-01-31}", date(2020, 1, 1)),
        ("beacon", "people are asleep: {is: no, until: 2024-01-31}", date(2024, 2, 1)),
    ],
)
def test_a_limit_that_may_bite_is_a_doubt_since_nothing_surely_keeps_it_off(
    function: str, said: str, since: date
) -> None:
    seen = master(said, needs=f"{{what: {function}}}")
    assert (seen.verdict(function), seen.since(function)) == ("Undetermined", since)


def test_an_exception_on_two_conditions_fell_away_since_one_was_surely_not_met_whatever_is_in_doubt() -> None:
    seen = village(
        """
streets: [{name: Street, from: 2020-01-01, ground: green, needs: {what: ember}}]
parties: {Piet: master fitter}
engagements: [{who: Piet, what: ember, kind: performance, from: 2020-01-01}]
state of affairs:
  key is there: [{is: yes, until: 2024-02-29}, {is: no, from: 2024-03-01}]
  pay agreed: {is: yes, until: 2024-01-31}
"""
    )
    assert (seen.verdict("ember"), seen.since("ember")) == ("Gap BeyondCompetence", date(2024, 3, 1))


# -- Two who answer for it


def answering(*days: str, street: str = "2020-01-01") -> date | None:
    """Since when more than one answers for the inspection, each by an engagement of these days."""
    names = ("Jans", "Kees", "Dirk")
    lines = "".join(
        f"  - {{who: {who}, what: inspection, kind: performance, {one}}}\n"
        for who, one in zip(names, days, strict=False)
    )
    text = f"streets: [{{name: Street, from: {street}, ground: green, needs: {{what: inspection, when: all year}}}}]\nparties: {{Jans: fitter, Kees: fitter, Dirk: fitter}}\nengagements:\n{lines}"
    (found,) = village(text).findings("MultipleLeads")
    return None if found.since is None else date.fromordinal(found.since)


ALWAYS = ", when: all year"


@pytest.mark.parametrize(
    ("days", "street", "since"),
    [
        (("from: 2024-02-01", "from: 2024-03-01", "from: 2024-05-01"), "2020-01-01", date(2024, 3, 1)),
        (
            ("from: 2022-02-01", "from: 2022-02-01, when: winter", "from: 2023-02-01, when: summer"),
            "2020-01-01",
            date(2022, 2, 1),
        ),
        (("from: 2019-01-01", "from: 2019-02-01"), "2020-01-01", date(2020, 1, 1)),
    ],
    ids=["the second of three", "the first window", "not before the street was there"],
)
def test_two_answer_for_it_since_the_second_began(days: tuple[str, ...], street: str, since: date) -> None:
    assert answering(*(one if "when" in one else one + ALWAYS for one in days), street=street) == since


def test_who_does_it_for_the_other_elsewhere_answers_beside_it_here() -> None:
    seen = village(
        """
streets:
  - {name: Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
  - {name: Lane, from: 2020-01-01, ground: green, needs: {what: inspection}}
parties: {Jans: fitter, Kees: fitter}
engagements:
  - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
  - {who: Kees, what: inspection, kind: performance, for: Street, from: 2020-01-01}
  - {who: Kees, what: inspection, kind: performance, on behalf of: Jans, for: Lane, from: 2020-01-01}
"""
    )
    (found,) = seen.findings("MultipleLeads")
    assert (seen.name(found.situation), {seen.name(one) for one in found.parties}) == ("Street", {"Jans", "Kees"})


@pytest.mark.parametrize(("also", "certainty"), [("2024-07-01", "surely"), ("2024-06", "possibly")])
def test_who_wait_for_each_other_do_so_perhaps_where_another_may_have_begun(also: str, certainty: str) -> None:
    seen = village(
        f"""
parties: {{Jans: fitter, Kees: fitter, Dirk: fitter}}
engagements:
  - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {{what: marking}}}}
  - {{who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: {{what: inspection}}}}
  - {{who: Dirk, what: marking, kind: performance, from: {also}}}
""",
        needs="[{what: inspection}, {what: marking}]",
    )
    (found,) = seen.findings("CircularReferral")
    assert (found.certainty, found.since) == (certainty, date(2020, 1, 1).toordinal())


CALLED = """
streets:
  - {name: Dike, from: 2020-01-01, ground: dike, needs: [{what: repair<when>}<asked>]}
  - {name: Bank, from: 2020-01-01, ground: dike, needs: {what: repair}}
parties: {Jans: fitter, Piet: fitter, Kees: fitter, Dirk: fitter, Board: water board}
agreements:
  - {name: deal, kind: service contract, between: [Jans, Board], what: repair, for: Dike, from: 2020-01-01<in>}
events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]
state of affairs: {good reason: <works>}
engagements:
  - {who: Piet, what: repair, kind: performance, for: Bank, from: 2020-01-01<until>}
  - {who: Kees, what: handover, kind: performance, from: 2020-01-01}
  - {who: Dirk, what: handover, kind: performance, from: <second>}
<more>"""


def handing_over(second: str = "2021-01-01", works: str = "yes", **more: str) -> dict[str, tuple[str, date]]:
    """How surely, and since when, more than one answers for what the end of a repair calls for, in each street."""
    values = {"second": second, "works": works, **more}
    seen = village(re.sub("<(.*?)>", lambda found: values.get(found[1], ""), CALLED).replace("handover", "hand-over"))
    found = [one for one in seen.findings("MultipleLeads") if seen.name(one.function) == "handover"]
    return {seen.name(one.situation): (one.certainty, date.fromordinal(one.since or 0)) for one in found}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, {"Dike": ("surely", date(2024, 4, 1))}),
        ({"second": "2024-05-01"}, {"Dike": ("surely", date(2024, 5, 1))}),
        ({"works": "unknown"}, {"Dike": ("possibly", date(2024, 4, 1))}),
        (
            {"works": "unknown", "until": ", until: 2024-02-29"},
            {"Dike": ("possibly", date(2024, 4, 1)), "Bank": ("surely", date(2024, 3, 1))},
        ),
        (
            {"works": "unknown", "asked": ", {what: hand-over}"},
            {"Dike": ("surely", date(2021, 1, 1))},
        ),
        (
            {"works": "unknown", "when": ", when: all year", "in": ", when: summer"},
            {"Dike": ("possibly", date(2024, 4, 1))},
        ),
        (
            {
                "more": "  - {who: Piet, what: greasing, kind: performance, for: Dike, from: 2020-01-01, until: 2024-02-29}\n"
            },
            {"Dike": ("surely", date(2024, 3, 1))},
        ),
        (
            {
                "works": "unknown",
                "more": "  - {who: Piet, what: greasing, kind: performance, for: Dike, from: 2020-01-01, until: 2024-04-30}\n",
            },
            {"Dike": ("surely", date(2024, 4, 1))},
        ),
    ],
    ids=[
        "called for",
        "began since",
        "perhaps",
        "surely in another street",
        "asked too",
        "something else surely",
        "two ends",
        "one is sure",
    ],
)
def test_two_answer_for_what_an_end_calls_for_as_surely_and_since_it_does(
    told: dict[str, str], found: dict[str, tuple[str, date]]
) -> None:
    assert handing_over(**told) == found


# -- A stand-in alone, an order, a refusal


def test_only_a_stand_in_does_it_since_the_other_fell_short() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}
        party states: [{who: Jans, is: ill, from: 2024-04-01}]
    """
    (found,) = village(text, needs="{what: inspection}").findings("Precarious")
    assert found.since == date(2024, 4, 1).toordinal()


def test_whatever_was_in_doubt_before_or_another_fell_short_in_elsewhere() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter, Piet: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}
          - {who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}
          - {who: Piet, what: marking, kind: performance, from: 2020-01-01}
        party states: [{who: Jans, is: ill, from: 2024-04-01}, {who: Piet, is: ill, from: 2024-05-01}]
    """
    (found,) = village(text, needs="[{what: inspection}, {what: marking}]").findings("Precarious")
    assert found.since == date(2024, 4, 1).toordinal()


@pytest.mark.parametrize(
    ("states", "since"),
    [
        ("{who: Jans, is: ill, from: 2024-04-01}, {who: Piet, is: ill, from: 2024-02-01}", date(2024, 4, 1)),
        ("{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-04-01}", date(2024, 4, 1)),
        (
            "{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-03-01}, {who: Jans, is: bankrupt, from: 2024-05-01}",
            date(2024, 3, 1),
        ),
        (
            "{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-03-01}, {who: Dirk, is: ill, from: 2024-05-01}",
            date(2024, 3, 1),
        ),
    ],
    ids=["the first came last", "the second", "who fell short already", "that another stand-in did"],
)
def test_only_stand_ins_do_it_since_the_last_of_the_others_first_fell_short(states: str, since: date) -> None:
    text = f"""
        parties: {{Jans: fitter, Piet: fitter, Kees: fitter, Dirk: fitter}}
        engagements:
          - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01}}
          - {{who: Piet, what: inspection, kind: performance, from: 2020-01-01}}
          - {{who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}}
          - {{who: Dirk, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}}
        party states: [{states}]
    """
    (found,) = village(text, needs="{what: inspection}").findings("Precarious")
    assert found.since == since.toordinal()


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2024-04-25", "Gap Vacuum"), ("2024-05-01", "Held"), ("2024-06-30", "Held"), ("2024-07-01", "Gap Vacuum")],
)
def test_an_order_binds_from_its_first_day_to_its_last(as_of: str, verdict: str) -> None:
    text = (
        CREW
        + "events: [{date: 2024-04-20, who: the province, what: ordered, about: inspection, to: Kees, first day: 2024-05-01, last day: 2024-06-30}]\nclaims: [{date: 2024-04-30, who: Kees, says: is not my task, about: inspection}]\n"
    )
    seen = village(text, needs="{what: inspection}", as_of=as_of)
    assert seen.verdict("inspection") == verdict
    assert (len(seen.cells("inspection", "Accountability")) == 1) == (verdict == "Held")
    assert {found.since for found in seen.findings("Contested")} == (
        {date(2024, 5, 1).toordinal()} if verdict == "Held" else set()
    )


@pytest.mark.parametrize(("step", "to"), [("ordered", "Board"), ("asked", "Kees")], ids=["cannot", "asked only"])
def test_nobody_answers_because_one_that_cannot_was_ordered_or_one_that_can_was_asked(step: str, to: str) -> None:
    text = f"{CREW}events: [{{date: 2024-04-20, who: the province, what: {step}, about: inspection, to: {to}}}]\n"
    assert not village(text, needs="{what: inspection}").cells("inspection", "Accountability")


@pytest.mark.parametrize(("dark", "certainty"), [("yes", "surely"), ("unknown", "possibly")])
def test_nobody_supervises_it_as_surely_as_it_is_required(dark: str, certainty: str) -> None:
    seen = village(
        f"streets: [{{name: Street, from: 2020-01-01, ground: marsh}}]\nparties: {{Jans: fitter}}\nstate of affairs: {{street is dark: {dark}}}\n"
    )
    found = [one.certainty for one in seen.findings("Unsupervised") if seen.name(one.function) == "draining"]
    assert found == [certainty]


@pytest.mark.parametrize("offer", ["what: inspection", "agreement: rounds contract"])
@pytest.mark.parametrize(
    ("offered", "leading"), [("2024-01-01", "Vacuum"), ("2024-03-01", "ConditionUnmet")], ids=["before", "after"]
)
def test_a_refusal_ends_what_was_offered_before_it_and_not_what_is_offered_after(
    offered: str, leading: str, offer: str
) -> None:
    text = f"""
        parties: {{Jans: fitter, Kees: fitter}}
        offers: [{{who: Jans, {offer}, from: {offered}, on condition of: key is there}}]
        events:
          - {{date: 2024-02-01, who: Jans, what: refused, about: inspection}}
          - {{date: 2024-04-01, who: Kees, what: refused, about: inspection}}
        state of affairs: {{key is there: no}}
    """
    assert village(text, needs="{what: inspection}").verdict("inspection") == f"Gap {leading}"


# -- What guidance asks first is judged of the agreement, of the party, then of all


LOOKS_OUT = """
parties: {Red: {is: fire brigade<Red>}, Blue: {is: fire brigade<Blue>}, Board: water board}
agreements: [{kind: service contract, between: [Blue, Board], what: lookout, from: 2020-01-01<deal>}]
state of affairs: {key is there: no}
"""


@pytest.mark.parametrize(
    ("of", "said", "warned"),
    [
        ("", "", True),
        ("deal", "key is there: yes", False),
        ("deal", "key is there: no", True),
        ("deal", "pay agreed: yes", True),
        ("deal", "key is there: {is: yes, until: 2024-05-31}", True),
        ("deal", "key is there: {is: yes, from: 2024-07-01}", True),
        ("Blue", "key is there: yes", False),
        ("Red", "key is there: yes", True),
    ],
)
def test_what_is_to_be_there_first_is_not_missed_where_it_is_said_of_this(of: str, said: str, warned: bool) -> None:
    told = f", state of affairs: {{{said}}}"
    text = re.sub("<(.*?)>", lambda found: told if found[1] == of else "", LOOKS_OUT)
    found = village(text, needs="{what: lookout}").findings("Precarious")
    assert [one.certainty for one in found] == ["surely"] * warned

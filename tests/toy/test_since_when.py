"""Since when a condition is not met, a limit bites, or something is in doubt."""

import re
from datetime import date

import pytest
from tests.toy.seen import Seen, village

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

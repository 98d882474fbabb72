"""Of notice is told whether it has effect and why, with what it touches: a ruling, a rule on ending, or neither."""

from textwrap import dedent

import pytest
from tests.toy.seen import judge as village
from tests.toy.seen import read

from hiaat.explain import explain
from hiaat.scenario.messages import Language

WATCH = """
    streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}]
    parties: {{Jans: fitter, Board: water board, Kees: fitter}}
    agreements:
      - {{name: watch, kind: night watch, between: [Jans, Board], by: Jans, what: inspection, for: High Street, from: 2020-01-01}}
    events:
      - {{name: the notice, date: 2024-04-15, who: Jans, what: gave notice, agreement: watch, last day: {last}, reason: tired}}
      {ruling}
    state of affairs: {{{said}}}
"""
RULED = "- {date: 2024-05-01, ruling by: Kees, what: ruled, event: the notice, stands: ANSWER}"


def told(language: Language, said: str = "key list is kept: yes", ruling: str = "", last: str = "2024-05-31") -> str:
    scenario = read(dedent(WATCH.format(said=said, ruling=ruling, last=last)))
    steps = explain(village().judge(scenario), village().knowledge.words, language).steps
    return " ".join(map(str, steps.bullets))


def test_who_gave_notice_of_what_and_when_is_told_with_the_function() -> None:
    watch = "\N{LEFT SINGLE QUOTATION MARK}watch\N{RIGHT SINGLE QUOTATION MARK}"
    assert f"Controle: Jans heeft {watch} met Board op 15 april 2024 opgezegd, met 31 mei 2024 als laatste dag" in told(
        "nl"
    )
    assert (
        f"Inspection: Jans gave notice of {watch} with Board on 15 April 2024, with 31 May 2024 as the last day"
        in told("en")
    )
    assert "; the reason that was given: tired (toy.yaml line" in told("en")


@pytest.mark.parametrize(
    ("answer", "dutch", "english"),
    [
        (
            "no",
            "Dat heeft geen effect: Kees heeft op 1 mei 2024 geoordeeld dat het geen stand houdt",
            "That has no effect: Kees ruled on 1 May 2024 that it does not stand",
        ),
        (
            "yes",
            "Dat heeft effect: Kees heeft op 1 mei 2024 geoordeeld dat het stand houdt",
            "That has effect: Kees ruled on 1 May 2024 that it stands",
        ),
    ],
)
def test_a_ruling_decides_and_is_named(answer: str, dutch: str, english: str) -> None:
    ruling = RULED.replace("ANSWER", answer)
    assert dutch in told("nl", "good reason: unknown", ruling)
    assert english in told("en", "good reason: unknown", ruling)
    assert ("goes on, with Jans" in told("en", "good reason: unknown", ruling)) == (answer == "no")


def test_a_ground_that_is_not_there_bars_it_and_the_rule_is_named() -> None:
    said = told("nl", "good reason: no")
    assert "Dat heeft geen effect, want een regel die bindt houdt het tegen." in said
    assert "Volgens de beschrijving was dit er niet: " in said
    assert "Het loopt dus door, bij Jans." in said
    reason = "\N{LEFT SINGLE QUOTATION MARK}good reason\N{RIGHT SINGLE QUOTATION MARK}"
    assert f"According to the description this was not there: {reason} (toy.yaml line" in told("en", "good reason: no")


def test_a_ground_that_is_not_known_leaves_it_open() -> None:
    said = told("en", "")
    assert "Whether that has effect is not certain." in said
    assert "It is not known whether this was there:" in said
    assert "goes on" not in said


def test_a_term_that_is_too_short_bars_it() -> None:
    said = told("en", "good reason: yes, key list is kept: yes", last="2024-04-20")
    assert "That has no effect" in said
    assert "The term for that is 30 days, and this was shorter." in said


def test_what_meets_the_rules_has_effect() -> None:
    assert "That has effect, for it meets what the rules that bind ask for it." in told(
        "en", "good reason: yes, key list is kept: yes"
    )


def test_notice_for_a_later_day_leaves_it_going_until_then() -> None:
    said = told("en", "good reason: yes, key list is kept: yes", last="2024-12-31")
    assert "It goes on until 31 December 2024 in any case." in said


AGREED = """
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
    parties: {Jans: fitter, Board: water board}
    agreements:
      - {name: deal, kind: service contract, between: [Jans, Board], by: Jans, what: inspection, from: 2020-01-01, notice term: 6 months}
    events: [{name: the notice, date: DAY, who: Jans, what: gave notice, agreement: deal, last day: LAST}]
"""


@pytest.mark.parametrize(
    ("day", "last", "earlier"),
    [
        ("2024-02-14", "2024-05-31", True),
        ("2024-02-14", "2024-08-14", False),
        ("2024-02-14", "2024-09-30", False),
        ("2024-02", "2024-05-31", False),  # of a day that is not known exactly nothing is counted
    ],
)
def test_a_last_day_before_the_agreed_term_is_over_is_told_with_what_is_open(
    day: str, last: str, earlier: bool
) -> None:
    scenario = read(dedent(AGREED.replace("DAY", day).replace("LAST", last)))
    judged = village().judge(scenario)
    for language, term in (
        ("nl", "een opzegtermijn afgesproken die, gerekend vanaf 14 februari 2024, loopt tot en met 14 augustus 2024"),
        ("en", "has a notice term that, counted from 14 February 2024, runs until 14 August 2024"),
    ):
        said = " ".join(map(str, explain(judged, village().knowledge.words, language).steps.bullets))  # type: ignore[arg-type]
        assert (term in said) is earlier
        assert (
            "of het op die dag al eindigt, staat niet vast." in said.lower() or "Whether it ends on that day" in said
        ) is earlier
        assert ("31 mei 2024 als laatste dag" in said or "31 May 2024 as the last day" in said) is (
            "2024-05-31" in last
        )


@pytest.mark.parametrize("what", ["inspection", "greasing"])
def test_an_order_to_do_what_was_ended_is_told_beside_it(what: str) -> None:
    order = f"- {{date: 2024-05-20, who: the province, what: ordered, about: {what}, to: Jans, last day: 2024-08-31}}"
    dutch, english = told("nl", ruling=order), told("en", ruling=order)
    nl = "Op 20 mei 2024 heeft de provincie Jans opgedragen te zorgen voor controle, tot en met 31 augustus 2024"
    en = "On 20 May 2024 the province ordered Jans to see to inspection, until 31 August 2024"
    assert (nl in dutch, en in english) == ((what == "inspection",) * 2)


def test_without_a_last_day_that_of_the_term_is_told() -> None:
    text = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
        parties: {Jans: fitter, Board: water board}
        agreements:
          - {name: deal, kind: service contract, between: [Jans, Board], by: Jans, what: inspection, from: 2020-01-01, notice term: 3 months}
        events: [{date: 2024-06-10, who: Jans, what: gave notice, agreement: deal}]
    """
    explained = explain(village().judge(read(dedent(text))), village().knowledge.words, "en")
    said = " ".join(map(str, explained.steps.bullets))
    assert "with 10 September 2024 as the last day" in said
    assert "9999" not in said

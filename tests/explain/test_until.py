"""What is arranged only until there is a successor: the report says who stopped when, by what rule, and who came after."""

from textwrap import dedent

from tests.toy.seen import judge, read

from hiaat.explain import explain
from hiaat.scenario.messages import Language

STREET = """
    streets: [{name: High Street, from: 2020-01-01, ground: dike, needs: {what: repair}}]
    parties: {Jans: fitter, Kees: fitter, Board: water board}
    agreements:
      - {name: deal, kind: service contract, between: [Jans, Board], what: repair, from: 2020-01-01, until: 2024-01-31}
"""
AFTER = """
    engagements: [{who: Kees, what: repair, kind: performance, from: 2024-02-01}]
    party states: [{who: Kees, is: ill, from: 2024-06-01}]
"""


def summary(*more: str, language: Language = "en") -> list[str]:
    text = dedent(STREET) + "".join(map(dedent, more))
    return list(map(str, explain(judge().judge(read(text)), judge().knowledge.words, language).summary))


def test_the_end_and_the_rule_are_told() -> None:
    said = summary()
    assert "is arranged only until there is a successor, by Jans (" in said[-2]
    assert said[-1] == "Jans stopped after 31 January 2024."


def test_and_that_another_took_over_and_fell_away() -> None:
    *_, stopped, later = summary(AFTER)
    assert stopped == "Jans stopped after 31 January 2024."
    assert later.startswith("Kees took it on after that, from 1 February 2024 on, and cannot do it now: ")
    assert later.endswith("Whether the rule then still holds for who stopped before is not certain.")
    assert summary(AFTER, language="nl")[-1].startswith("Kees nam het daarna op zich, vanaf 1 februari 2024")

"""No internal name ever reaches a reader: no hash, no IRI and no local name of one, in any text, in either language."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.explain.told import LANGUAGES
from tests.toy.seen import WORLD, read

from hiaat.bundle import root
from hiaat.judging import Judge, Judged
from hiaat.knowledge import Knowledge
from hiaat.reports import FORMATS, MATRICES, Case, Report
from hiaat.reports.selection import Asked
from hiaat.reports.trace import render_trace

TESTS = Path(__file__).parents[1]
WORLDS = {"kinds": WORLD, "toy": WORLD, "foreign": TESTS / "foreign" / "polder"}
FILES = sorted(
    [
        *(root() / "data" / "scenarios").glob("*/scenario.yaml"),
        *TESTS.glob("cases/*/scenario.yaml"),
        *TESTS.glob("kinds/*/*.yaml"),
        *TESTS.glob("foreign/scenarios/*/scenario.yaml"),
    ]
)
INTERNAL = re.compile(r"[0-9a-f]{32}|https?://|\bid/[a-z]+/|urn:")
CREW = "parties: {Anna: fitter, Bert: fitter, Red Brigade: fire brigade, Board: water board}\n"
STREET = "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]\n"
TOLD = {
    "delegated": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01}]
events: [{date: 2024-01-01, who: Anna, what: delegated, about: inspection, to: Bert}]
""",
    "delegated, then ended": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}]
events: [{date: 2024-01-01, who: Anna, what: delegated, about: inspection, to: Bert}]
""",
    "ordered": """
events: [{date: 2024-01-01, who: Board, what: ordered, about: inspection, to: Red Brigade}]
""",
    "ordered, and ill": """
events: [{date: 2024-01-01, who: Board, what: ordered, about: inspection, to: Anna}]
party states: [{who: Anna, is: ill, from: 2024-02-01}]
""",
    "delegated by who may have stopped": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01, until: 2024-06}]
events: [{date: 2024-01-01, who: Anna, what: delegated, about: inspection, to: Bert}]
""",
    "an agreement that may be": """
agreements: [{kind: job order, between: [Anna, Board], what: inspection, from: 2020-01-01, exists: unknown}]
""",
    "an agreement that ended": """
agreements: [{kind: job order, between: [Anna, Board], what: inspection, from: 2020-01-01, until: 2024-05-31}]
""",
    "notice without reason": """
agreements: [{kind: job order, between: [Anna, Board], what: inspection, from: 2020-01-01}]
events: [{date: 2024-04-01, who: Anna, what: gave notice, agreement: job order, last day: 2024-05-31}]
""",
    "for another, whose work ended": """
engagements:
  - {who: Anna, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}
  - {who: Bert, what: inspection, kind: performance, on behalf of: Anna, from: 2020-01-01}
""",
    "a service without performer": """
engagements:
  - {who: Red Brigade, what: inspection, kind: performance, from: 2020-01-01}
  - {who: Bert, what: inspection, kind: performance, on behalf of: Red Brigade, from: 2020-01-01, until: 2024-05-31}
""",
    "a service that may be without performer": """
engagements:
  - {who: Red Brigade, what: inspection, kind: performance, from: 2020-01-01}
  - {who: Bert, what: inspection, kind: performance, on behalf of: Red Brigade, from: 2020-01-01, until: 2024-06}
""",
    "suspended": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01}]
events: [{date: 2024-05-01, who: Board, what: suspended, to: Anna, first day: 2024-05-02}]
""",
    "an offer on a condition": """
offers: [{who: Anna, what: inspection, from: 2024-01-01, on condition of: {what: greasing, when: winter}}]
""",
    "claims": """
claims: [{who: Anna, says: is the task of Bert, about: inspection, date: 2024-01-01}, {who: Bert, says: is not my task, about: inspection, date: 2024-01-01}]
""",
    "ill, perhaps": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01}]
party states: [{who: Anna, is: ill, from: 2024-06}]
""",
    "done in fact, and badly": """
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01}]
conduct: [{who: Bert, what: inspection, how: without agreement, from: 2024-01-01}, {who: Anna, what: inspection, how: falls short, from: 2024-01-01}]
""",
}


@cache
def judge(sort: str) -> Judge:
    return Judge(folders=[WORLDS[sort]]) if sort in WORLDS else Judge()


def texts(judged: Judged, knowledge: Knowledge) -> str:
    """Everything in text that is told of a scenario, in both languages; each function asked about."""
    judgement = judged.judgement
    asked = {cell.function for cell in judgement.cells} | {one.function for one in judgement.not_judged}
    functions = tuple(sorted(asked))
    written = []
    for language in LANGUAGES:
        report = Report((Case(judged, knowledge, language),), knowledge, language)
        written += [FORMATS["text"].render(report), MATRICES["text"].render(report), MATRICES["csv"].render(report)]
        written += [render_trace(report, Asked()), render_trace(report, Asked(functions=functions))]
    return "\n".join(written)


@pytest.mark.parametrize("file", FILES, ids=lambda file: "-".join(file.parts[-3:-1]) + f"-{file.stem}")
def test_no_report_of_a_scenario_shows_an_internal_name(file: Path) -> None:
    sort = file.relative_to(TESTS).parts[0] if file.is_relative_to(TESTS) else "care"
    here = judge(sort)
    told = texts(here.judge(here.read(file)), here.knowledge)
    assert [line for line in told.splitlines() if INTERNAL.search(line)] == []


@pytest.mark.parametrize("name", TOLD)
def test_no_report_of_what_may_happen_to_an_engagement_does(name: str) -> None:
    here = judge("toy")
    told = texts(here.judge(read(STREET + CREW + TOLD[name].lstrip())), here.knowledge)
    assert [line for line in told.splitlines() if INTERNAL.search(line)] == []

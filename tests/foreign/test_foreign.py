"""The polder, judged by the rules that were written for care: every cell, candidate, finding, act and grade."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.foreign.lines import Derived, expected

from hiaat.judging import Judge

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """A scenario, a day and a perspective."""

    scenario: str
    as_of: date
    perspective: str

    def __str__(self) -> str:
        return f"{self.scenario}-{self.as_of}-{self.perspective}"


def outcomes() -> dict[Case, Mapping[str, Any]]:
    files = sorted((HERE / "scenarios").glob("*/expected.yaml"))
    told = {file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    return {
        Case(name, entry["as_of"], entry["perspective"]): entry for name, entries in told.items() for entry in entries
    }


OUTCOMES = outcomes()


@cache
def judge(engine: str) -> Judge:
    return Judge(folders=[HERE / "polder"], engine_name=engine)


@cache
def derived(case: Case, engine: str = "fast") -> frozenset[str]:
    asked = judge(engine)
    scenario = asked.read(HERE / "scenarios" / case.scenario / "scenario.yaml")
    judged = asked.judge(scenario, case.as_of, case.perspective)
    return Derived(judged.judgement, judged.scenario, asked.knowledge.words).lines()


def test_every_scenario_has_an_outcome() -> None:
    assert {case.scenario for case in OUTCOMES} == {file.name for file in (HERE / "scenarios").iterdir()}


@pytest.mark.parametrize("case", OUTCOMES, ids=str)
def test_the_polder_is_judged_as_the_model_says(case: Case) -> None:
    want, got = expected(OUTCOMES[case]), derived(case)
    assert (sorted(want - got), sorted(got - want)) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize("case", OUTCOMES, ids=str)
def test_both_engines_judge_the_polder_alike(case: Case) -> None:
    assert derived(case) == derived(case, "reference")

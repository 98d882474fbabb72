"""Every competency question of the documents is answered by a named question; what they leave open gives nothing."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.query.conftest import asked, column

CASES = Path(__file__).parent / "competency.yaml"
OWN = {"query", "exact", "not"}
MOST = 40  # statements that one question may give: an answer, not a document


@cache
def document() -> dict[str, Any]:
    return dict(yaml.safe_load(CASES.read_text("utf-8")))


def given(ask: dict[str, Any]) -> dict[str, str]:
    named = {key: value for key, value in ask.items() if key not in OWN}
    return {key: document()["sources"].get(value, value) for key, value in named.items()}


@pytest.mark.parametrize("case", document()["questions"], ids=lambda case: case["id"])
def test_a_competency_question_is_answered(case: dict[str, Any]) -> None:
    found: set[str] = set()
    for ask in case["asks"]:
        answer = column(asked(ask["query"], given(ask)), "statement")
        assert len(answer) <= MOST, ask
        assert not answer & set(ask.get("not", ())), ask
        if "exact" in ask:
            assert answer == set(ask["exact"]), ask
        found |= answer
    assert set(case["statements"]) - found == set()
    if not case["statements"]:
        assert found == set()


def test_all_competency_questions_are_here() -> None:
    names = [case["id"] for case in document()["questions"]]
    assert len(names) == len(set(names)) == 60

"""All engines derive the same triples, and the same findings, from the same rules."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.engines.witness import Given, engines, given, parsed_once
from tests.toy import seen

from hiaat.judging import Judge

ROOT = Path(__file__).parents[2]
BUNDLED = sorted(path.parent.name for path in (ROOT / "data/scenarios").glob("*/scenario.yaml"))
TOY = sorted((ROOT / "tests/kinds").glob("*/*.yaml"), key=lambda path: path.parts)
ONE_IN = 4  # of the examples of kinds of finding: judged by pySHACL every time, the others by the third engine
EXAMPLES = [path for path in TOY if path.stem == "example"]
OTHERS = [path for path in TOY if path not in EXAMPLES[1::ONE_IN]]
VIEWS = (None, "recht", "recht_en_lhv")
DAYS = (date(2018, 6, 1), date(2024, 5, 15))  # under the older guidance, and in a month of which the day is not known


@pytest.fixture(autouse=True)
def _parsed_once() -> Iterator[None]:
    with parsed_once():
        yield


@cache
def care() -> Judge:
    return Judge()


def bundled(name: str, view: str | None = None, day: date | None = None) -> Given:
    return given(care(), care().read(ROOT / "data/scenarios" / name / "scenario.yaml"), view, day)


def compare(judge: Judge, facts: Given, other: str) -> None:
    fast, same = facts.to(engines(judge)["fast"]), facts.to(engines(judge)[other])
    assert sorted(map(str, fast.triples - same.triples)) == [], f"only fast, not {other}"
    assert sorted(map(str, same.triples - fast.triples)) == [], f"only {other}, not fast"
    if other == "reference":
        assert fast.findings == same.findings


def quickly(path: Path) -> object:
    """What pySHACL, which is slow, judges every time; the rest in the slow set."""
    return path if path in EXAMPLES[1::ONE_IN] else pytest.param(path, marks=pytest.mark.slow)


def named(paths: list[Path]) -> list[str]:
    return [f"{path.parent.name}-{path.stem}" for path in paths]


@pytest.mark.parametrize("path", list(map(quickly, TOY)), ids=named(TOY))
def test_reference_and_fast_agree_on_every_kind_of_finding(path: Path) -> None:
    compare(seen.judge(), given(seen.judge(), seen.judge().read(path)), "reference")


@pytest.mark.parametrize("path", OTHERS, ids=named(OTHERS))
def test_a_third_engine_agrees_on_the_kinds_of_finding(path: Path) -> None:
    compare(seen.judge(), given(seen.judge(), seen.judge().read(path)), "shifty")


# pySHACL itself, without hiaat, judges (a) every time: tests/export/test_bundle.py
@pytest.mark.slow
@pytest.mark.parametrize("name", BUNDLED)
def test_reference_and_fast_agree_on_a_bundled_scenario(name: str) -> None:
    compare(care(), bundled(name), "reference")


@pytest.mark.parametrize("name", BUNDLED)
def test_a_third_engine_agrees_in_every_perspective(name: str) -> None:
    for view in VIEWS:
        compare(care(), bundled(name, view), "shifty")


@pytest.mark.parametrize(
    "name", [name if name in "adh" else pytest.param(name, marks=pytest.mark.slow) for name in BUNDLED]
)
def test_a_third_engine_agrees_on_other_days(name: str) -> None:
    for day in DAYS:
        compare(care(), bundled(name, day=day), "shifty")


def test_an_engine_forgets_what_it_judged_before() -> None:
    judge = seen.judge()
    first, second = (given(judge, judge.read(path)) for path in TOY[:2])
    fast = engines(judge)["fast"]
    before = first.to(fast)
    second.to(fast)
    assert first.to(fast) == before

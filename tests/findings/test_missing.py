"""Whatever is undetermined says what must be known: in every scenario that there is, as of its days, whoever is heard."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from hiaat.bundle import root
from hiaat.findings import Finding
from hiaat.judging import Judge

TESTS = Path(__file__).parents[1]
CARE: tuple[Path, ...] = ()
POLDER = (TESTS / "foreign" / "polder",)
VILLAGE = (TESTS / "toy" / "world",)


@cache
def judge(world: tuple[Path, ...]) -> Judge:
    return Judge(folders=world)


def scenarios() -> Iterator[tuple[tuple[Path, ...], Path]]:
    """Every scenario file, with the body of knowledge by which it is judged."""
    yield from ((CARE, file) for file in sorted((root() / "data" / "scenarios").glob("*/scenario.yaml")))
    yield from ((CARE, file) for file in sorted((TESTS / "cases").glob("*/scenario.yaml")))
    yield from ((POLDER, file) for file in sorted((TESTS / "foreign" / "scenarios").glob("*/scenario.yaml")))
    yield from ((VILLAGE, file) for file in sorted((TESTS / "kinds").glob("*/*.yaml")))


def days(file: Path) -> list[date | None]:
    """The day of the scenario, and those for which an outcome was written."""
    written = file.parent / "expected.yaml"
    told = yaml.safe_load(written.read_text("utf-8")) if written.exists() else []
    entries = told if isinstance(told, list) else told.get("assessments", [])
    return [None, *sorted({one["as_of"] for one in entries if isinstance(one.get("as_of"), date)})]


@cache
def undetermined(world: tuple[Path, ...], file: Path) -> tuple[Finding, ...]:
    """All undetermined findings, of every day and perspective that is tried."""
    asked = judge(world)
    scenario = asked.read(file)
    views = [None, *(("recht", "recht_en_minister") if world == CARE else ())]
    judged = (asked.judge(scenario, day, view) for day in days(file) for view in views)
    return tuple(one for each in judged for one in each.judgement.findings if one.kind == "UndeterminedFinding")


@pytest.mark.parametrize(
    ("world", "file"),
    [pytest.param(world, file, id=f"{file.parent.name}-{file.stem}") for world, file in scenarios()],
)
def test_an_undetermined_finding_names_what_must_be_known(world: tuple[Path, ...], file: Path) -> None:
    for finding in undetermined(world, file):
        assert finding.missing, finding.key
        questions = [(one.sort, one.about, one.of) for one in finding.missing]
        assert len(set(questions)) == len(questions), "nothing is asked twice"
        assert [one.order for one in finding.missing] == sorted(one.order for one in finding.missing)


def test_there_is_something_undetermined_in_each_world() -> None:
    files = list(scenarios())
    for world in (CARE, POLDER, VILLAGE):
        assert any(undetermined(world, file) for its, file in files if its == world), world

"""Situations that none of the worked scenarios reach, with outcomes read from the sources: which articles are named there.

A row names a function, and mostly a kind; the windows are all the windows that it has cells in (unless `only: false`),
and every one of these cells has the verdict, the leading kind, the first day and the holders of the row. An assessment
may also say which warnings there are, what is held only until there is a successor, on what functions an agreement is
forbidden, who may or must act on a norm, and who falls short by it: then these and no others.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.worked.found import Found, day

from hiaat.judging import Judge
from hiaat.knowledge.terms import local

FOLDER = Path(__file__).parent
VERDICTS = {"held": "Held", "gap": "Gap", "undetermined": "Undetermined"}


@cache
def judge() -> Judge:
    return Judge()


@cache
def found(case: str, as_of: date, perspective: str | None) -> Found:
    judged = judge().judge(judge().read(FOLDER / case / "scenario.yaml"), as_of, perspective)
    return Found(judge(), judged)


def rows() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/expected.yaml")):
        for assessment in yaml.safe_load(file.read_text(encoding="utf-8"))["assessments"]:
            view = assessment.get("perspective")
            for row in assessment["cells"]:
                label = (
                    f"{file.parent.name} {assessment['as_of']} {row['function']} {row.get('kind', '')} {row['verdict']}"
                )
                yield pytest.param(file.parent.name, assessment["as_of"], view, row, id=label)


@pytest.mark.parametrize(("case", "as_of", "perspective", "row"), list(rows()))
def test_cells_are_as_the_sources_say(case: str, as_of: date, perspective: str | None, row: dict[str, Any]) -> None:
    seen = found(case, as_of, perspective)
    cells = seen.cells(row["function"], row.get("kind"), None, row.get("situation"))
    if row["verdict"] == "absent":
        assert not cells
        return
    named = set(row["windows"])
    windows = {seen.window(cell.window) for cell in cells}
    assert named <= windows if row.get("only") is False else named == windows
    for cell in cells:
        if seen.window(cell.window) in named:
            assert cell.verdict == VERDICTS[row["verdict"]]
            assert {seen.party(holder) for holder in cell.holders} == set(row["holders"])
            assert row.get("leading") in (None, cell.leading)
            assert str(row.get("since")) in ("None", day(cell.since))


def marks() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/expected.yaml")):
        for assessment in yaml.safe_load(file.read_text(encoding="utf-8"))["assessments"]:
            if "findings" in assessment:
                yield pytest.param(file.parent.name, assessment, id=f"{file.parent.name} {assessment['as_of']}")


@pytest.mark.parametrize(("case", "assessment"), list(marks()))
def test_warnings_and_marks_are_these_and_no_others(case: str, assessment: dict[str, Any]) -> None:
    judgement = found(case, assessment["as_of"], assessment.get("perspective")).judgement
    warned = {f"{one.kind} {local(one.function)}" for one in judgement.findings if one.severity == "Warning"}
    assert warned == set(assessment["findings"])
    until = {local(cell.function) for cell in judgement.cells if cell.until_successor}
    assert until == set(assessment.get("until_successor", ()))


def forbidding() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/expected.yaml")):
        for assessment in yaml.safe_load(file.read_text(encoding="utf-8"))["assessments"]:
            if "forbidden" in assessment:
                view = assessment.get("perspective", "alles")
                yield pytest.param(file.parent.name, assessment, id=f"{file.parent.name} {assessment['as_of']} {view}")


@pytest.mark.parametrize(("case", "assessment"), list(forbidding()))
def test_agreements_on_these_functions_are_forbidden_and_no_others(case: str, assessment: dict[str, Any]) -> None:
    judgement = found(case, assessment["as_of"], assessment.get("perspective")).judgement
    forbidden = {local(one.function) for one in judgement.findings if one.kind == "ProhibitedArrangement"}
    assert forbidden == set(assessment["forbidden"])


def acting() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/expected.yaml")):
        for assessment in yaml.safe_load(file.read_text(encoding="utf-8"))["assessments"]:
            for norm in assessment.get("acts", ()):
                view = assessment.get("perspective", "alles")
                yield pytest.param(file.parent.name, assessment, norm, id=f"{file.parent.name} {norm} {view}")


@pytest.mark.parametrize(("case", "assessment", "norm"), list(acting()))
def test_these_parties_may_or_must_act_on_this_norm_and_no_others(
    case: str, assessment: dict[str, Any], norm: str
) -> None:
    seen = found(case, assessment["as_of"], assessment.get("perspective"))
    acts = [act for finding in seen.judgement.findings for act in finding.acts if local(act.ground) == norm]
    assert {f"{seen.party(act.party)} {act.modality}" for act in acts} == set(assessment["acts"][norm])


def falling_short() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/expected.yaml")):
        for assessment in yaml.safe_load(file.read_text(encoding="utf-8"))["assessments"]:
            for norm in assessment.get("short", ()):
                yield pytest.param(file.parent.name, assessment, norm, id=f"{file.parent.name} {norm}")


@pytest.mark.parametrize(("case", "assessment", "norm"), list(falling_short()))
def test_these_parties_fall_short_by_this_norm_and_no_others(case: str, assessment: dict[str, Any], norm: str) -> None:
    seen = found(case, assessment["as_of"], assessment.get("perspective"))
    short = {
        seen.party(one.party)
        for cell in seen.judgement.cells
        for one in cell.candidates
        if norm in {local(source) for source in (one.ground, *(why.source for why in one.shortfalls))}
    }
    assert short == set(assessment["short"][norm])


def test_every_case_has_a_scenario_and_expectations() -> None:
    folders = {path for path in FOLDER.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders
    assert all({"scenario.yaml", "expected.yaml"} == {file.name for file in folder.iterdir()} for folder in folders)

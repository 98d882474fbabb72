"""The eight worked situations, as transcribed from the page that is this project's truth, against what is found.

`docs/worked.md` is the table of every row; `make worked` writes it anew, and this test holds that it is up to date.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.worked.compare import Row, rows
from tests.worked.found import Found

from hiaat.judging import Judge

ROOT = Path(__file__).parents[2]
NAMES = ("g", "a", "b", "c", "d1", "d2", "e", "f", "h")


@cache
def judge() -> Judge:
    return Judge()


def transcription(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "data/scenarios" / name / "expected.yaml").read_text("utf-8"))
    return loaded


def second_transcription(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "tests/transcription" / f"{name}.yaml").read_text("utf-8"))
    return loaded


def assessments(source: Any = transcription) -> list[tuple[str, int]]:
    return [(name, number) for name in NAMES for number in range(len(source(name)["assessments"]))]


def scenario_file(name: str, expected: dict[str, Any], folder: Path) -> Path:
    """The file of the scenario, or of its variant."""
    file = ROOT / "data/scenarios" / name / "scenario.yaml"
    if not expected.get("variant"):
        return file
    document = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    for section in expected["changes"]["verwijder"]:
        del document[section]
    changed = folder / f"{name}.yaml"
    changed.write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")
    return changed


def compared(name: str, expected: dict[str, Any], folder: Path) -> list[Row]:
    scenario = judge().read(scenario_file(name, expected, folder))
    day = date.fromisoformat(str(expected["as_of"]))
    judged = judge().judge(scenario, day, expected["perspective"])
    return list(rows(expected, Found(judge(), judged), 0 if judged.judgement.in_order else 1))


def _title(case: tuple[str, int], source: Any = transcription) -> str:
    expected = source(case[0])["assessments"][case[1]]
    return f"{case[0]}-{expected['as_of']}-{expected['perspective']}{'-variant' if expected.get('variant') else ''}"


@pytest.mark.parametrize("case", assessments(), ids=_title)
def test_every_row_is_as_transcribed(case: tuple[str, int], tmp_path: Path) -> None:
    wrong = [
        row for row in compared(case[0], transcription(case[0])["assessments"][case[1]], tmp_path) if not row.equal
    ]
    assert not wrong, "\n".join(
        f"{row.section} {row.row} | {row.what} | expected {row.expected} | found {row.found}" for row in wrong
    )


@pytest.mark.parametrize("case", assessments(second_transcription), ids=lambda case: _title(case, second_transcription))
def test_a_second_transcription_agrees(case: tuple[str, int], tmp_path: Path) -> None:
    wrong = [
        row
        for row in compared(case[0], second_transcription(case[0])["assessments"][case[1]], tmp_path)
        if not row.equal
    ]
    assert not wrong, "\n".join(
        f"{row.section} {row.row} | {row.what} | expected {row.expected} | found {row.found}" for row in wrong
    )


def page(folder: Path) -> str:
    """docs/worked.md."""
    return "\n".join(_lines(folder)) + "\n"


def _lines(folder: Path) -> Iterator[str]:
    yield "# The worked situations: expected and found\n"
    yield "Made by `make worked`; a test holds it up to date. Expected outcomes were transcribed by hand from the worked page, never from"
    yield "the program. S: sure, L: likely. What the sources leave open stands at the end of each situation and is no expectation.\n"
    for name in NAMES:
        whole = transcription(name)
        yield f"## ({name})\n"
        for expected in whole["assessments"]:
            found = compared(name, expected, folder)
            variant = f", {expected['variant']}" if expected.get("variant") else ""
            equal = sum(row.equal for row in found)
            yield f"### {expected['as_of']}, heard: {expected['perspective']}{variant}: {equal} of {len(found)} rows equal\n"
            yield "| section | row | mark | what | expected | found | equal |"
            yield "|---|---|---|---|---|---|---|"
            for row in found:
                parts = (
                    row.section,
                    row.row,
                    row.mark,
                    row.what,
                    row.expected,
                    row.found,
                    "yes" if row.equal else "**no**",
                )
                yield "| " + " | ".join(part.replace("|", "/") for part in parts) + " |"
            yield ""
        for row in whole.get("open") or ():
            yield f"- open, section {row.get('section')}, {row.get('row')}: {row.get('text')}"
        yield ""


def test_the_page_is_up_to_date(tmp_path: Path) -> None:
    assert (ROOT / "docs/worked.md").read_text("utf-8") == page(tmp_path), "run `make worked`"

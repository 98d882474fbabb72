"""The matrix: every cell in it, a hundred characters wide, also as a table for a spreadsheet."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.reports.conftest import NAMES, MakeReport
from tests.reports.schema import Schema

from hiaat.reports import MATRICES
from hiaat.reports.layout import WIDTH
from hiaat.reports.rows import COLUMNS
from hiaat.reports.rows_csv import _plain
from hiaat.reports.rows_json import SCHEMA

PUBLISHED = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "matrix-1.json").read_text("utf-8"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_fits_a_hundred_columns(name: str, language: str, report: MakeReport) -> None:
    text = MATRICES["text"].render(report(name, language=language))
    assert max(map(len, text.splitlines())) <= WIDTH


def test_gap_holder_and_what_is_not_required(report: MakeReport) -> None:
    text = " ".join(MATRICES["text"].render(report("a")).split())
    assert "GAT: weggevallen, sinds 2024-06-01" in text
    assert "|Praktijk |·" in text
    assert "Niet beoordeeld: " in text


def test_every_function_and_kind_with_a_cell_has_a_row(report: MakeReport) -> None:
    case = report("b").cases[0]
    text = MATRICES["text"].render(report("b")).lower()
    for cell in case.judged.judgement.cells:
        assert case.names.of(cell.function).lower() in text
        assert case.names.word(cell.kind).lower() in text
    assert "? niet uit te maken" in text


def test_what_only_rules_lay_on_somebody_is_a_question(report: MakeReport) -> None:
    assert "? volgens de regels: H" in MATRICES["text"].render(report("unknown"))
    assert "niets beoordeeld" in MATRICES["text"].render(report("silent"))


def test_a_wide_box_says_when_it_is_about_no_part_of_the_week(report: MakeReport) -> None:
    """Else it reads as if somebody who comes by day were there at night."""
    lines = (
        MATRICES["text"].render(report("by day")).split("ZORG VAN EEN SPECIALIST OUDERENGENEESKUNDE")[1].splitlines()
    )
    assert lines[1].split("|")[0].strip() == "uitvoering, ooit"
    assert lines[1].split("|")[1].strip() == "S"


def test_csv_has_a_line_for_each_cell(report: MakeReport) -> None:
    lines = list(csv.DictReader(StringIO(MATRICES["csv"].render(report("a", "g")))))
    cells = [cell for case in report("a", "g").cases for cell in case.judged.judgement.cells]
    assert list(lines[0]) == list(COLUMNS)
    assert len(lines) == len(cells)
    gaps = [line for line in lines if line["verdict"] == "Gap"]
    assert {(line["scenario"], line["leading"], line["since"], line["holders"]) for line in gaps} == {
        ("a", "Lapsed", "2024-06-01", "")
    }


def test_json_has_the_same_lines(report: MakeReport) -> None:
    made = json.loads(MATRICES["json"].render(report("a")))["rows"]
    assert len(made) == len(MATRICES["csv"].render(report("a")).splitlines()) - 1


def test_a_name_is_never_a_formula() -> None:
    assert _plain("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert _plain(["De Linde", "IGJ"]) == "De Linde; IGJ"
    assert _plain(None) == ""


@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_json_is_by_the_schema_that_is_published(name: str, report: MakeReport) -> None:
    written = json.loads(MATRICES["json"].render(report(name)))
    assert Schema(PUBLISHED).errors(written) == []
    assert written["$schema"] == PUBLISHED["$id"] == SCHEMA


def test_the_schema_of_the_matrix_refuses_what_is_wrong(report: MakeReport) -> None:
    written = json.loads(MATRICES["json"].render(report("a")))
    assert written["rows"]
    for change in ({"verdict": "Fine"}, {"since": "June"}, {"holders": "De Linde"}, {"more": 1}):
        wrong = {**written, "rows": [{**written["rows"][0], **change}]}
        assert Schema(PUBLISHED).errors(wrong), change
    assert Schema(PUBLISHED).errors({key: value for key, value in written.items() if key != "version"})

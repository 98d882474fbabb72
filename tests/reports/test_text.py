"""The report for people: in the order in which one reads it, no wider than a screen."""

import pytest
from tests.reports.conftest import NAMES, MakeReport

from hiaat.reports import FORMATS
from hiaat.reports.layout import WIDTH, columns, page, wrapped


def places(text: str, *marks: str) -> list[int]:
    found = [text.index(mark) for mark in marks]
    assert -1 not in found
    return found


def test_said_back_first_then_outcome_findings_and_what_was_not_judged(report: MakeReport) -> None:
    text = FORMATS["text"].render(report("a"))
    order = places(
        text,
        "De SO vertrekt",
        "begrepen",
        "aangenomen",
        "niet weten",
        "Uitkomst",
        "Per functie",
        "1. Gat",
        "2. Waarschuwing",
        "Wat is niet bekeken",
        "geen juridisch advies",
    )
    assert order == sorted(order)


def test_english(report: MakeReport) -> None:
    text = FORMATS["text"].render(report("a", language="en"))
    order = places(
        text,
        "understood",
        "assumed",
        "do not know",
        "Outcome",
        "By function",
        "1. Gap",
        "2. Warning",
        "not examined",
        "no legal advice",
    )
    assert order == sorted(order)
    assert "Uitkomst" not in text


def test_each_function_in_one_line_with_its_grade_the_worst_first(report: MakeReport) -> None:
    lines = [
        line.strip()
        for line in FORMATS["text"].render(report("a")).split("Per functie")[1].split("\n\n")[0].splitlines()[1:]
    ]
    assert lines[0].startswith("zorg van een specialist ouderengeneeskunde")
    assert "geen uitvoerder (weggevallen)" in lines[0]
    assert any("huisartsenzorg" in line and "geregeld, maar let op (zit vast)" in line for line in lines)
    assert len(lines) == len({cell.function for cell in report("a").cases[0].judged.judgement.cells}) > 5


def test_control_names_every_function_and_what_was_not_judged(report: MakeReport) -> None:
    text, case = FORMATS["text"].render(report("g")), report("g").cases[0]
    for function in {cell.function for cell in case.judged.judgement.cells}:
        assert case.names.of(function).lower() in text.lower()
    for missing in case.judged.judgement.not_judged:
        assert case.names.of(missing.function) in " ".join(text.split())


@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_no_line_is_wider_than_a_screen(name: str, report: MakeReport) -> None:
    for line in FORMATS["text"].render(report(name)).splitlines():
        assert len(line) <= WIDTH or " " not in line.strip(), line
        assert line == line.rstrip()


def test_what_nothing_answers_is_said(report: MakeReport) -> None:
    assert "niets beoordeeld" in FORMATS["text"].render(report("silent"))


def test_long_words_stay_whole() -> None:
    word = "https://example.org/" + "a" * 200
    assert wrapped(f"zie {word} daar", 2)[1].strip() == word


def test_columns_and_pages() -> None:
    assert columns([("a", "b"), ("ccc", "d")]) == ["  a    b", "  ccc  d"]
    assert columns([]) == []
    assert page(["", "", "a  ", "", "", "b", ""]) == "a\n\nb\n"

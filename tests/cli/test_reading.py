"""`hiaat coverage` and `hiaat sources verify` as a user runs them."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.reading.conftest import Body, body, copies
from tests.reports.schema import Schema

from hiaat.reading import coverage, load

__all__ = ["body", "copies"]  # fixtures
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def follows(written: str, name: str) -> dict[str, object]:
    """What was written, if it is by its schema."""
    schema = json.loads((SCHEMAS / f"{name}-1.json").read_text("utf-8"))
    data: dict[str, object] = json.loads(written)
    assert Schema(schema).errors(data) == []
    assert data["$schema"] == schema["$id"]
    return data


@pytest.mark.parametrize(("language", "word"), [("nl", "artikelen"), ("en", "articles")])
def test_coverage_of_what_ships(language: str, word: str, run: Run) -> None:
    done = run("coverage", "--lang", language)
    assert (done.status, done.err) == (0, "")
    assert word in done.out
    assert "169 " in done.out
    assert "HP24-" not in done.out


def test_coverage_names_what_is_missing(run: Run, body: Body) -> None:
    shown = run("coverage", "--missing", "--knowledge", body(), "--lang", "en").out
    assert "S-5, lines 3-4 (fact; limits): sentence 5" in shown
    assert "S-4" not in shown
    assert "Sleutelwet, without a norm: 2" in shown
    assert "Oude sleutelwet" in shown


def test_coverage_as_json(run: Run) -> None:
    data = follows(run("coverage", "--format", "json").out, "coverage")
    found = coverage(load())
    missing = [len(document.missing) for document in found.documents]
    assert [len(one["missing"]) for one in data["documents"]] == missing  # type: ignore[attr-defined]


def test_coverage_is_written_by_the_name_of_the_file(run: Run, tmp_path: Path, body: Body) -> None:
    assert run("coverage", "--knowledge", body(), "--output", tmp_path / "dekking.json").out == ""
    follows((tmp_path / "dekking.json").read_text("utf-8"), "coverage")


def test_copies_that_agree(run: Run, body: Body, copies: Path) -> None:
    done = run("sources", "verify", copies, "--knowledge", body())
    assert (done.status, done.err) == (0, "")
    assert (
        done.out == "sleutel.txt: klopt (5 passages)\n\nDocumenten die kloppen: 1; die afwijken: 0; die ontbreken: 0.\n"
    )


def test_a_copy_that_differs(run: Run, body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_text("Iets anders\n", "utf-8")
    done = run("sources", "verify", copies, "--knowledge", body(), "--lang", "en")
    assert done.status == 1
    for told in (
        "sleutel.txt: differs",
        "number of lines is 1, not 5",
        "5 of 5",
        "P-1  lines 1 to 1 say something else",
    ):
        assert told in done.out
    data = follows(run("sources", "verify", copies, "--knowledge", body(), "--format", "json").out, "sources")
    assert data["documents"][0]["differences"][0]["reason"] == "digest"  # type: ignore[index]


def test_a_copy_with_more_text(run: Run, body: Body, copies: Path) -> None:
    with (copies / "sleutel.txt").open("a", encoding="utf-8") as file:
        file.write("meer\n")
    done = run("sources", "verify", copies, "--knowledge", body())
    assert done.status == 1
    assert "alle 5 passages kloppen wel" in done.out


def test_what_is_absent_is_said_to_be_absent(run: Run, tmp_path: Path) -> None:
    done = run("sources", "verify", tmp_path)
    assert done.status == 1
    assert done.out.count("ontbreekt") == 5
    data = follows(run("sources", "verify", tmp_path, "--format", "json").out, "sources")
    assert {one["state"] for one in data["documents"]} == {"absent"}  # type: ignore[attr-defined]


def test_a_copy_of_another_name_is_told(run: Run, body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").rename(copies / "brief.txt")
    done = run("sources", "verify", copies, "--knowledge", body())
    assert done.status == 0
    assert "bekeken is brief.txt" in done.out


WRONG = {
    "sources": "verify",
    "sources check {copies}": "verify",
    "sources verify": "hiaat sources --help",
    "sources verify {copies} {copies}": "kopieen",
    "sources verify {copies}/nergens": "nergens",
    "sources verify {copies}/sleutel.txt": "sleutel.txt",
    "sources verify a\0b": "a",
    "sources verify {copies} --knowledge {copies}": "--knowledge",
    "sources verify {copies} --knowledge {empty}": "passages",
    "sources verify {copies} --output {copies}/uit.xml": ".json",
    "sources verify {copies} --format ttl": "json",
    "coverage iets": "iets",
    "coverage --missing=x": "--missing",
    "coverage --help=x": "--help",
    "coverage --knowledge {copies}/nergens": "nergens",
}


@pytest.mark.parametrize("command", WRONG)
def test_wrong_commands(command: str, run: Run, copies: Path, tmp_path: Path) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    (empty / "leeg.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", "utf-8")
    done = run(*(word.format(copies=copies, empty=empty) for word in command.split(" ")))
    assert (done.status, done.out) == (2, "")
    assert WRONG[command] in done.err

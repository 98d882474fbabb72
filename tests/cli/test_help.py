"""Help that is enough to work from, and documents whose commands work."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from hiaat import __version__
from hiaat.cli.commands import COMMANDS

Bundled = Callable[[str], Path]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_main_help_names_every_command_and_how_to_begin(language: str, run: Run) -> None:
    done = run("--help", "--lang", language)
    assert (done.status, done.err) == (0, "")
    for word in (*COMMANDS, "--help", "0 ", "1 ", "2 "):
        assert word in done.out
    assert max(map(len, done.out.splitlines())) <= 110


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(command: str, language: str, run: Run) -> None:
    done = run(command, "--help", "--lang", language)
    assert (done.status, done.err) == (0, "")
    assert f"hiaat {command}" in done.out
    assert "--lang nl|en" in done.out
    english = {"usage:", "options:", "show this help message and exit"}
    assert not (english & set(done.out.split()) and language == "nl")
    assert "[nl|en]" not in done.out


def test_help_wins_from_mistakes(run: Run) -> None:
    assert run("check", "--nonsens", "--help").status == 0


def test_version(run: Run) -> None:
    assert run("--version").out == f"hiaat {__version__}\n"


def plain_blocks(text: str) -> Iterator[str]:
    """The lines of the fenced blocks that have no language."""
    fence = ""
    for line in text.splitlines():
        if line.startswith("```"):
            fence = "" if fence else line
        elif fence == "```":
            yield line


@pytest.mark.parametrize("document", ["README.md", "docs/guide.md"])
def test_commands_of_a_document_work(document: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / document).read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    for name, written in re.findall(r"`([\w-]+\.yaml)`[^`]*?```yaml\n(.*?)```", text, re.DOTALL):
        Path(name).write_text(written, "utf-8")
    tried = [line.split("#")[0].strip() for line in plain_blocks(text) if line.startswith("hiaat ")]
    tried = [command for command in dict.fromkeys(tried) if not command.startswith("hiaat demo")]  # tested below
    assert tried
    for command in tried:
        done = run(*shlex.split(command)[1:])
        assert done.status in (0, 1), (command, done.err)
        assert done.err == ""


def examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/guide.md").read_text("utf-8"), re.DOTALL)


def test_what_the_guide_adds_to_its_example_can_be_added(run: Run, tmp_path: Path) -> None:
    first, more, _ = examples()
    court = "partijen:\n  Rechtbank Den Haag: rechter\n"
    (tmp_path / "beuk.yaml").write_text(first.replace("partijen:\n", court) + more, "utf-8")
    done = run("check", tmp_path / "beuk.yaml")
    assert (done.status, done.err) == (1, "")
    assert "te weinig artsen" in done.out


def sections(text: str) -> dict[str, str]:
    """The parts of a scenario file, by the key at the head of each."""
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return {part.split(":")[0]: part for part in parts if part.strip()}


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [("2023-06-01", "bewoners tot 2024", "bewoners"), ("2024-03-01", "bewoners", "bewoners tot 2024")],
)
def test_another_provider_and_a_form_that_changes_are_written_as_the_guide_has_it(
    day: str, there: str, gone: str, run: Run, tmp_path: Path
) -> None:
    first, _, changed = examples()
    text = "".join({**sections(first), **sections(changed)}.values())
    (tmp_path / "beuk.yaml").write_text(text, "utf-8")
    done = run("check", tmp_path / "beuk.yaml", "--as-of", day)
    assert (done.status, done.err) == (1, "")
    assert re.search(rf"Voor\s+{gone}\s+is\s+op\s+deze\s+dag\s+(nog niets|niets meer)", done.out)
    assert f"Per functie, voor {there}:" in done.out
    assert "Stichting Zorg aan Huis" in done.out.split("Uitkomst")[1]
    assert "De Beuk zelf, want er staat niemand" not in done.out


def test_words_tell_what_a_file_may_say(run: Run) -> None:
    sorts = run("words").out
    assert "soort afspraak" in sorts
    assert "leveringsvorm" in sorts
    kinds = run("words", "soort afspraak").out
    assert "inschrijving op naam" in kinds
    assert "zegt: is taak van NAAM" in run("words", "soort uitspraak over een taak").out
    assert "registration by name" in run("words", "kind of agreement", "--lang", "en").out
    assert "vpt" in run("words", "leveringsvorm").out


def heads(shown: str) -> set[str]:
    return {line for line in shown.splitlines() if not line.startswith(" ")}


def test_the_keys_of_a_file_are_also_those_that_the_body_of_knowledge_adds(run: Run) -> None:
    characteristics = {"leveringsvorm", "behandeling", "zorgprofiel", "fase", "omstandigheid", "wet"}
    ties = {"zorgkantoor", "zorgverzekeraar", "zorgaanbieder", "verhuurder"}
    keys = heads(run("words", "sleutel van het scenariobestand").out)
    assert characteristics | ties | {"naam", "aantal"} <= keys
    assert "praktijk van inschrijving" not in keys, "that follows from an agreement"
    english = heads(run("words", "scenario key", "--lang", "en").out)
    assert {"delivery form", "care office", "insurer", "provider", "landlord"} <= english


def test_perspectives_name_whom_they_hear(run: Run) -> None:
    shown = run("perspectives", "--lang", "en").out
    for key in ("alles", "recht", "recht_en_minister", "recht_en_lhv"):
        assert key in shown
    assert "legislator" in shown


def test_demo_judges_every_bundled_scenario(run: Run, bundled: Bundled, tmp_path: Path) -> None:
    done = run("demo", "--output", tmp_path / "uit")
    assert (done.status, done.err) == (0, "")
    names = [folder.name for folder in bundled("a").parents[1].iterdir() if folder.is_dir()]
    files = {file.name for file in (tmp_path / "uit").iterdir()}
    assert files == {f"{name}{end}" for name in names for end in (".nl.txt", ".en.txt", ".nl.json", ".en.json", ".ttl")}
    assert all(f"\n  {name} " in done.out for name in names)
    english = (tmp_path / "uit" / "a.en.txt").read_text("utf-8")
    assert "Outcome" in english
    assert "Uitkomst" not in english

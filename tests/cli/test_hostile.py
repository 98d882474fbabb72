"""Wrong commands: told in one or two lines with what would be valid, status 2, and nothing written anywhere."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Write

Bundled = Callable[[str], Path]

# Words of a command ({a}: a scenario, {min}: a file of our own, {dir}: a folder), and what the message must name.
WRONG: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", ["check", "matrix", "--help"]),
    "no command": ("chekc {a}", ["chekc", "check"]),
    "an option first": ("--as-of 2024-06-15 check {a}", ["--as-of"]),
    "no scenario": ("check", ["hiaat check --help"]),
    "no such option": ("check {a} --formt json", ["--formt", "--format"]),
    "abbreviated option": ("check {a} --form json", ["--form", "--format"]),
    "no value": ("check {a} --as-of", ["--as-of"]),
    "an option twice": ("check {a} --as-of 2024-01-01 --as-of 2025-01-01", ["--as-of"]),
    "empty value": ("check {a} --as-of=", ["--as-of"]),
    "no language": ("check {a} --lang fr", ["fr", "nl, en"]),
    "no language, in front": ("--lang fr check {a}", ["fr", "nl, en"]),
    "no format": ("check {a} --format xml", ["xml", "text, json, turtle"]),
    "format of another command": ("check {a} --format csv", ["csv", "turtle"]),
    "no engine": ("check {a} --engine slow", ["slow", "fast, reference"]),
    "no level": ("check {a} --fail-on error", ["error", "violation, warning, info"]),
    "no date": ("check {a} --as-of gisteren", ["gisteren", "2024-06-15"]),
    "no such day": ("check {a} --as-of 2024-02-30", ["2024-02-30"]),
    "a month": ("check {a} --as-of 2024-06", ["2024-06"]),
    "a date without dashes": ("check {a} --as-of 20240615", ["20240615"]),
    "a date in other digits": ("check {a} --as-of \uff12\uff10\uff12\uff14-06-15", ["\uff12\uff10\uff12\uff14"]),
    "no such known day": ("check {a} --known-on morgen", ["morgen"]),
    "no perspective": ("check {a} --perspective wet", ["wet", "recht"]),
    "no knowledge": ("check {a} --knowledge {dir}/nergens", ["nergens", "--knowledge"]),
    "empty knowledge": ("check {a} --knowledge {dir}", ["--knowledge"]),
    "missing file": ("check {dir}/nergens.yaml", ["nergens.yaml"]),
    "a folder": ("check {dir}", ["map"]),
    "a device": ("check /dev/null", ["/dev/null"]),
    "a file of another sort": ("check {dir}/lees.mij", ["lees.mij", ".yaml"]),
    "no text": ("check {dir}/binair.yaml", ["binair.yaml:2:8", "UTF-8"]),
    "a zero byte in the name": ("check a\0b.yaml", ["a"]),
    "a name without end": ("check " + "a" * 5000, ["aaa"]),
    "no function": ("explain {a} --function vliegen", ["vliegen"]),
    "no kind": ("explain {a} --kind vliegen", ["vliegen", "uitvoering"]),
    "no party": ("explain {a} --why-not Jansen", ["Jansen", "Dr. B"]),
    "no sort of words": ("words vliegen", ["vliegen", "soort afspraak"]),
    "too many sorts": ("words functie fase", ["fase"]),
    "nothing to export": ("export", ["knowledge", "scenario", "findings"]),
    "no such export": ("export alles", ["alles", "knowledge"]),
    "knowledge of a scenario": ("export knowledge {a}", ["knowledge"]),
    "export of no scenario": ("export scenario", ["hiaat export --help"]),
    "export of two": ("export scenario {a} {min}", ["situatie.yaml"]),
    "perspectives of something": ("perspectives {a}", ["scenario.yaml"]),
    "demo of something": ("demo {a}", ["scenario.yaml"]),
    "output without a form": ("check {a} --output {dir}/uit.xml", ["uit.xml", ".json"]),
    "output into a folder": ("check {a} --output {dir}", ["{dir}"]),
    "output into no folder": ("check {a} --output {dir}/geen/uit.txt", ["uit.txt"]),
    "output below a file": ("check {a} --output {min}/uit.txt", ["uit.txt"]),
    "output over the input": ("check {min} --output {min}", ["situatie.yaml"]),
    "output over the input, by another name": ("check {min} --output {dir}/./situatie.yaml", ["situatie.yaml"]),
    "output over another scenario": ("check {a} --output {min}", ["situatie.yaml", ".json"]),
    "output over the input, in a form": ("check {min} --output {min} --format json", ["situatie.yaml"]),
    "output with a zero byte": ("check {a} --output a\0b.txt", ["a"]),
    "demo onto a file": ("demo --output {min}", ["situatie.yaml"]),
    "options after two dashes are files": ("check -- --as-of", ["--as-of"]),
}  # fmt: skip

LITTLE = "hiaat: 1\npeildatum: 2024-06-15\nbewoners: {naam: b, leveringsvorm: vpt}\n"


@pytest.mark.parametrize("name", WRONG)
def test_wrong_command(name: str, run: Run, write: Write, bundled: Bundled, tmp_path: Path) -> None:
    write(LITTLE)
    write("lees mij", "lees.mij")
    (tmp_path / "binair.yaml").write_bytes(b"hiaat: 1\ntitel: \xff")
    slots = {"a": bundled("a"), "min": tmp_path / "situatie.yaml", "dir": tmp_path}
    before = _contents(tmp_path)
    command, named = WRONG[name]
    done = run(*(word.format(**slots) for word in command.split(" ") if word))
    assert done.status == 2, done
    assert done.out == ""
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) <= 3
    for word in named:
        assert word.format(**slots) in done.err
    assert _contents(tmp_path) == before


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_mistakes_of_all_files_are_told_at_once(run: Run, write: Write, bundled: Bundled) -> None:
    first = write("hiaat: 1\n", "een.yaml")
    second = write("hiaat: 1\npeildatum: 2024-06-15\nbewoners: {naam: b, leveringsvorm: vtp}\n", "twee.yaml")
    done = run("check", first, bundled("g"), second)
    assert done.status == 2
    assert done.out == ""
    assert f"{first}:1:1" in done.err
    assert f"{second}:3:36" in done.err
    assert "vpt" in done.err


def test_mistakes_are_told_in_the_language_asked_for(run: Run, write: Write) -> None:
    file = write("hiaat: 1\npeildatum: 2024-06-15\n")
    assert "hier ontbreekt" in run("check", file).err
    assert "is missing here" in run("check", file, "--lang", "en").err
    assert "error: " in run("--lang=en", "check").err


def test_two_scenarios_of_one_name_do_not_mix_in_one_graph(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    one, other = write(LITTLE, "huis.yaml"), write(LITTLE.replace("vpt", "pgb"), "ander/huis.yaml")
    done = run("check", one, other, "--format", "turtle")
    assert done.status == 2
    assert str(one) in done.err
    assert str(other) in done.err
    assert run("check", one, other, "--format", "json").status == 1


def test_no_usable_perspective_in_a_foreign_body_is_told(run: Run, bundled: Bundled, tmp_path: Path) -> None:
    (tmp_path / "kennis").mkdir()
    (tmp_path / "kennis" / "kapot.ttl").write_text("dit is geen turtle", "utf-8")
    done = run("check", bundled("a"), "--knowledge", tmp_path / "kennis")
    assert done.status == 2
    assert "kapot.ttl:1:" in done.err


def test_output_never_replaces_what_a_command_reads(run: Run, write: Write, bundled: Bundled, tmp_path: Path) -> None:
    write(LITTLE, "eerder.yaml")
    later = write("hiaat: 1\nafgeleid van: eerder.yaml\npeildatum: 2024-07-01\n", "later.yaml")
    write("SELECT ?s WHERE { ?s a ?o } LIMIT 1\n", "vraag.rq")
    world = _own_body(tmp_path)
    commands = {
        "eerder.yaml": ("check", later, "--format", "json"),
        "vraag.rq": ("query", tmp_path / "vraag.rq", "--format", "json"),
        "kennis/wereld.ttl": ("export", "knowledge", "--knowledge", world),
        "kennis/lijst.ttl": ("coverage", "--knowledge", world, "--format", "json"),
    }
    (world / "lijst.ttl").write_text("# niets\n", "utf-8")
    before = _contents(tmp_path)
    for name, words in commands.items():
        done = run(*words, "--output", tmp_path / name)
        assert done.status == 2, (name, done)
        assert "overschreven" in done.err
    assert _contents(tmp_path) == before


def _own_body(folder: Path) -> Path:
    """The body of knowledge that docs/own-knowledge.md shows, as a folder."""
    page = (Path(__file__).parents[2] / "docs/own-knowledge.md").read_text("utf-8")
    (folder / "kennis").mkdir()
    (folder / "kennis/wereld.ttl").write_text(page.split("```turtle\n")[1].split("```")[0], "utf-8")
    return folder / "kennis"


@pytest.mark.parametrize("sort", ["pipe", "link to nothing"])
def test_knowledge_that_is_no_file_is_told_and_not_waited_for(sort: str, run: Run, tmp_path: Path) -> None:
    file = _own_body(tmp_path) / "raar.ttl"
    os.mkfifo(file) if sort == "pipe" else file.symlink_to("nergens")
    done = run("perspectives", "--knowledge", file.parent)
    assert done.status == 2
    assert "raar.ttl" in done.err


def test_a_folder_named_as_turtle_is_a_folder(run: Run, tmp_path: Path) -> None:
    folder = _own_body(tmp_path)
    (folder / "deel.ttl").mkdir()
    assert run("perspectives", "--knowledge", folder).status == 0


def test_knowledge_is_used_without_a_home_to_keep_it_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert run("perspectives", "--knowledge", _own_body(tmp_path)).status == 0


@pytest.mark.parametrize("bad", ["(", "{", "FILTER(!", "OPTIONAL {} "])
def test_a_query_that_would_exhaust_the_engine_is_refused(bad: str, run: Run, write: Write) -> None:
    """It was no mistake but the end of the process, by a signal."""
    file = write("SELECT * WHERE {\n" + bad * 20_000, "groot.rq")
    done = run("query", file)
    assert done.status == 2
    assert f"{file}:2:" in done.err
    assert "te groot" in done.err


@pytest.mark.parametrize("header", ["a: " + "[" * 5000, "a: 2024-02-31"])
def test_a_header_that_is_no_yaml_is_told(header: str, run: Run, write: Write) -> None:
    file = write(f"#+ {header}\nSELECT * WHERE {{ ?s a ?o }} LIMIT 1\n", "kop.rq")
    done = run("query", file)
    assert done.status == 2
    assert f"{file}:1: de kop van deze vraag" in done.err


def test_a_query_may_begin_with_a_byte_order_mark(run: Run, write: Write) -> None:
    assert run("query", write("\ufeffSELECT * WHERE { ?s a ?o } LIMIT 1\n", "vraag.rq")).status == 0


def test_a_file_name_that_is_no_text_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"huis\xff.yaml")
    try:
        file.write_text(LITTLE, "utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    done = run("check", file)
    assert done.status == 2
    assert "UTF-8" in done.err


def test_a_chain_of_derived_scenarios_has_an_end(run: Run, write: Write) -> None:
    for number in range(1200):
        write(f"hiaat: 1\nafgeleid van: {number + 1}.yaml\n", f"{number}.yaml")
    write(LITTLE, "1200.yaml")
    done = run("check", write("hiaat: 1\nafgeleid van: 0.yaml\n"))
    assert done.status == 2
    assert "afgeleid" in done.err

"""A bundle: written whole or not at all, and with stock SHACL tools the findings of hiaat come out of it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run, run
from tests.export.conftest import Made, PySHACL, TopBraid, care, triples

from hiaat.bundle import root

__all__ = ["run"]

Bundled = Callable[..., Made]
A = root() / "data" / "scenarios" / "a" / "scenario.yaml"
NAMES = sorted(file.parent.name for file in (root() / "data" / "scenarios").glob("*/scenario.yaml"))
FILES = ["README.md", "command.sh", "data.ttl", "shapes.ttl"]
IN_ORDER = ["e", "g"]  # as their expected.yaml has it: no finding at all
# The commands take their time: one situation in every run of the tests, the others when asked for.
EVERY = [pytest.param(name, marks=[pytest.mark.slow] if name != "a" else []) for name in NAMES]


def test_the_bundled_scenarios_are_all_there() -> None:
    assert NAMES == ["a", "b", "c", "d1", "d2", "e", "f", "g", "h"]


@pytest.mark.parametrize("name", EVERY)
def test_stock_pyshacl_without_hiaat_finds_the_same(name: str, bundled: Bundled, pyshacl: PySHACL) -> None:
    made = bundled(name)
    assert pyshacl.findings(made.folder) == made.findings
    assert (made.findings == []) == (name in IN_ORDER)


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_ORDER)
def test_stock_pyshacl_finds_nothing_for_the_right_reason(name: str, bundled: Bundled, pyshacl: PySHACL) -> None:
    made = bundled(name)
    assert pyshacl.derived(made.folder) == made.derived.triples


@pytest.mark.parametrize("name", EVERY)
def test_topbraid_derives_and_finds_the_same(name: str, bundled: Bundled, topbraid: TopBraid) -> None:
    made = bundled(name)
    assert topbraid.derived(made.folder) == made.derived.triples
    assert topbraid.findings(made.folder) == made.findings


def test_another_perspective_is_another_question(bundled: Bundled, topbraid: TopBraid) -> None:
    made = bundled("a", "--perspective", "recht")
    assert topbraid.findings(made.folder) == made.findings != bundled("a").findings
    assert b"/recht>" in (made.folder / "data.ttl").read_bytes()


def test_data_is_what_rules_read_and_nothing_that_they_derive(bundled: Bundled) -> None:
    made = bundled("a")
    data = triples((made.folder / "data.ttl").read_bytes())
    assert not data & made.derived.triples
    assert triples(care().knowledge.judging) < data
    assert len([triple for triple in data if str(triple.object) == "<https://w3id.org/hiaat/ns#Assessment>"]) == 1


def test_the_day_and_what_was_known_are_told(tmp_path: Path, run: Run) -> None:
    options = ("--as-of", "2024-06-10", "--known-on", "2024-06-20")
    assert run("export", "bundle", A, *options, "--output", tmp_path / "uit") == run(
        "export", "rules", "--output", "/dev/null"
    )
    text = (tmp_path / "uit" / "README.md").read_text("utf-8")
    assert "Bekeken op 2024-06-10" in text
    assert "Met wat bekend was op 2024-06-20." in text
    assert '"2024-06-10"^^xsd:date' in (tmp_path / "uit" / "data.ttl").read_text("utf-8")


def test_the_readme_says_what_is_what_in_both_languages(bundled: Bundled) -> None:
    made = bundled("a")
    text = (made.folder / "README.md").read_text("utf-8")
    for word in ("geen juridisch advies", "no legal advice", "EUPL-1.2", "CC BY 4.0", *FILES[1:]):
        assert word in text
    assert f"{len(made.findings)} keer `sh:result`" in text


def test_a_title_is_no_markup(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "situatie.yaml"
    text = A.read_text("utf-8").replace("../", f"{A.parents[1]}/")
    start = text.index("titel:")
    file.write_text(f'{text[:start]}titel: "<b>a*b*\\n# c"{text[text.index(chr(10), start) :]}', "utf-8")
    assert run("export", "bundle", file, "--output", tmp_path / "uit").status == 0
    first = (tmp_path / "uit" / "README.md").read_text("utf-8").splitlines()[0]
    assert first == r"# \<b\>a\*b\* \# c"


def test_modes_are_those_that_the_user_gives(tmp_path: Path, run: Run) -> None:
    before = os.umask(0o027)
    try:
        assert run("export", "bundle", A, "--output", tmp_path / "uit").status == 0
    finally:
        os.umask(before)
    found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "uit", *(tmp_path / "uit").iterdir())}
    assert found == {"uit": 0o750, "README.md": 0o640, "command.sh": 0o750, "data.ttl": 0o640, "shapes.ttl": 0o640}


def test_an_empty_folder_may_be_there(tmp_path: Path, run: Run) -> None:
    (tmp_path / "uit").mkdir(mode=0o700)
    assert run("export", "bundle", A, "--output", tmp_path / "uit").status == 0
    assert sorted(file.name for file in (tmp_path / "uit").iterdir()) == FILES
    assert stat.S_IMODE((tmp_path / "uit").stat().st_mode) == 0o700
    assert [path.name for path in tmp_path.iterdir()] == ["uit"]


@pytest.mark.parametrize("sort", ["folder", "file", "link"])
def test_what_is_there_stays_there(sort: str, tmp_path: Path, run: Run) -> None:
    there = tmp_path / "uit"
    if sort == "folder":
        there.mkdir()
        (there / "mijn.txt").write_text("van mij")
    elif sort == "file":
        there.write_text("van mij")
    else:
        there.symlink_to("nergens")
    done = run("export", "bundle", A, "--output", there, "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "there is something already" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["uit"]
    assert sort != "folder" or [path.name for path in there.iterdir()] == ["mijn.txt"]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", full)
        done = run("export", "bundle", A, "--output", tmp_path / "uit")
    assert done.status == 2
    assert "de schijf is vol" in done.err
    assert list(tmp_path.iterdir()) == []
    assert run("export", "bundle", A, "--output", tmp_path / "niet" / "uit").status == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([A], "--output"),
        ([A, "--output", "uit", "--format", "turtle"], "--format"),
        (["--output", "uit"], "noem een scenariobestand"),
        ([A, A, "--output", "uit"], "hoort hier niet"),
        (["nergens.yaml", "--output", "uit"], "er niet"),
    ],
)
def test_mistakes_write_nothing(
    words: list[object], says: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("export", "bundle", *words)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert list(tmp_path.iterdir()) == []

"""Writing: the whole result or nothing, whatever is in the way."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from hiaat.cli import output
from hiaat.cli.mistakes import OutputError
from hiaat.reports.texts import Texts

Bundled = Callable[[str], Path]
HIAAT = [sys.executable, "-m", "hiaat"]
NL = Texts("nl")


def shell(command: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A command of the shell in which "$@" is hiaat with these arguments."""
    words = ["bash", "-c", command, "-", *HIAAT, *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "start"), [("uit.txt", "De SO"), ("uit.json", "{"), ("uit.ttl", "@prefix"), ("uit", "De SO")]
)
def test_the_name_tells_the_format(name: str, start: str, run: Run, bundled: Bundled, tmp_path: Path) -> None:
    done = run("check", bundled("a"), "--output", tmp_path / name)
    assert (done.status, done.out) == (1, "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_a_format_asked_for_goes_before_the_name(run: Run, bundled: Bundled, tmp_path: Path) -> None:
    run("check", bundled("g"), "--format", "json", "--output", tmp_path / "uit.dat")
    assert (tmp_path / "uit.dat").read_text("utf-8").startswith("{")


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "uit.txt"
    file.write_text("oud" * 1000)
    file.chmod(0o640)
    output.write("nieuw", file, NL)
    assert file.read_text() == "nieuw"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_has_the_mode_that_the_user_gives_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        output.write("nieuw", tmp_path / "uit.txt", NL)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "uit.txt").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.txt").write_text("oud")
    (tmp_path / "link.txt").symlink_to("echt.txt")
    output.write("nieuw", tmp_path / "link.txt", NL)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "echt.txt").read_text() == "nieuw"


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "uit.txt"
    file.write_text("oud")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="de schijf is vol"):
        output.write("nieuw", file, NL)
    assert file.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [file]


def test_a_reader_that_stops(bundled: Bundled) -> None:
    done = shell('"$@" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}', "export", "knowledge")
    assert done.returncode == 2
    assert "gestopt" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    del bundled


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk(bundled: Bundled) -> None:
    for command in ('"$@" > /dev/full', '"$@" --output /dev/full'):
        done = shell(command, "check", bundled("g"))
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" not in done.stderr


def test_no_screen_at_all(bundled: Bundled) -> None:
    done = shell('"$@" >&-', "check", bundled("g"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert shell('"$@" 2>&-', "check", "nergens.yaml").returncode == 2


def test_bytes_do_not_depend_on_the_terminal(bundled: Bundled) -> None:
    written = {
        shell(f'{setting} "$@"', "check", bundled("a")).stdout for setting in ("PYTHONIOENCODING=ascii", "LC_ALL=C", "")
    }
    assert len(written) == 1


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (errno.EACCES, "u mag hier niet schrijven", "you may not write here"),
        (errno.ENOENT, "deze map bestaat niet", "there is no such folder"),
        (errno.EISDIR, "dit is een map", "this is a folder"),
        (errno.ENOSPC, "de schijf is vol", "the disk is full"),
    ],
)
def test_a_common_refusal_of_the_system_is_told_in_the_language_of_the_reader(
    number: int, dutch: str, english: str
) -> None:
    refused = OSError(number, os.strerror(number))
    assert output.reason(refused, NL) == dutch
    assert output.reason(refused, Texts("en")) == english


def test_another_refusal_is_told_in_the_words_of_the_system() -> None:
    assert output.reason(OSError(errno.EXDEV, "some words"), NL) == "some words"
    assert output.reason(ValueError("embedded null byte"), NL) == "embedded null byte"

"""The wheel carries the knowledge, works without the checkout, and carries no tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads
from zipfile import ZipFile

import pytest

import hiaat
from hiaat.bundle import FOLDERS


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    with ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


def test_wheel_carries_the_knowledge_and_no_tests(wheel: ZipFile) -> None:
    names = wheel.namelist()
    for folder in FOLDERS:
        assert any(name.startswith(f"hiaat/_bundle/{folder}/") for name in names), folder
    assert {name.split("/")[0] for name in names} == {"hiaat", f"hiaat-{hiaat.__version__}.dist-info"}
    assert not [name for name in names if "/tests/" in name]


def test_wheel_carries_both_licences(wheel: ZipFile) -> None:
    names = {Path(name).name for name in wheel.namelist()}
    assert {"LICENSE", "LICENSE-DATA", "py.typed"} <= names


def test_unpacked_wheel_finds_its_own_knowledge(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    # -I: no checkout on the path, no site-packages of the user.
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import hiaat.bundle as b; print(b.root())"
    done = subprocess.run([sys.executable, "-I", "-c", program], check=True, capture_output=True, text=True)
    assert Path(done.stdout.strip()) == tmp_path / "hiaat" / "_bundle"


def test_unpacked_wheel_need_not_close_its_knowledge(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    told = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import hiaat.knowledge.body as b; b.close_knowledge = None\n"
        "from hiaat.judging import Judge; print(len(Judge().knowledge.judging))"
    )
    nowhere = {"XDG_CACHE_HOME": str(tmp_path / "none"), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True, env=nowhere)
    assert int(done.stdout) > 100_000


def test_version_is_the_same_everywhere(repository: Path) -> None:
    declared = loads((repository / "pyproject.toml").read_text())["project"]["version"]
    citation = (repository / "CITATION.cff").read_text()
    assert hiaat.__version__ == declared
    assert f"version: {declared}\n" in citation

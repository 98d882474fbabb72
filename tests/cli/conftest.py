"""Runs commands as a user does, in this process; and small scenario files to run them on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hiaat.bundle import root
from hiaat.cli import main


@dataclass(frozen=True)
class Done:
    """What a command left: its exit status, and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]
Write = Callable[..., Path]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """`run("check", file)` gives what the command left."""

    def run(*words: object) -> Done:
        capsysbinary.readouterr()
        status = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Done(status, out.decode(), err.decode())

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(text)` gives a scenario file with that text."""

    def write(text: str, name: str = "situatie.yaml") -> Path:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def bundled() -> Callable[[str], Path]:
    """The file of a scenario that ships."""
    return lambda name: root() / "data" / "scenarios" / name / "scenario.yaml"

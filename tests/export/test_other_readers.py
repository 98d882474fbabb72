"""Other readers of Turtle, in C and in JavaScript: every file that we write or ship is read without a word, as the same triples."""

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import REPOSITORY, STRICT, RequireTool

from hiaat.bundle import FOLDERS, root
from hiaat.cli import main

A = str(root() / "data" / "scenarios" / "a" / "scenario.yaml")
NT = ox.RdfFormat.N_TRIPLES
SAID = ("rapper: Parsing URI ", "rapper: Serializing with ", "rapper: Parsing returned ")  # no warnings
TOOLS = {"rapper": "raptor2-utils", "serdi": "serdi"}
NODE = Path(__file__).parents[1] / "readers"
EXPORTS = [["scenario", A], ["findings", A], ["rules"], ["closure"], ["knowledge"]]

Read = tuple[Path, list[str], bytes]
Reader = Callable[[Sequence[Path]], Iterator[Read]]


@pytest.fixture(params=[*TOOLS, "n3", "comunica"])
def reader(request: pytest.FixtureRequest, require_tool: RequireTool) -> Reader:
    """Each file, what was complained of, and its triples."""
    name = request.param
    if name in TOOLS:
        return partial(in_c, require_tool(name, TOOLS[name]))
    return partial(in_javascript, require_tool("node", "nodejs"), require_packages(NODE), name)


def require_packages(folder: Path) -> Path:
    """The folder, if its npm packages are installed; without them the test is skipped aloud."""
    if not (folder / "node_modules").is_dir():
        reason = f"NOT TESTED: packages are missing (npm ci --prefix {folder.relative_to(REPOSITORY)})"
        pytest.fail(reason, pytrace=False) if STRICT else pytest.skip(reason)
    return folder


def in_c(command: str, files: Sequence[Path]) -> Iterator[Read]:
    """One process a file."""
    for file in files:
        done = subprocess.run([command, "-i", "turtle", "-o", "ntriples", str(file)], capture_output=True, check=False)
        said = [line for line in done.stderr.decode().splitlines() if not line.startswith(SAID)]
        yield file, [*said, *([f"exit status {done.returncode}"] if done.returncode else [])], done.stdout


def in_javascript(command: str, folder: Path, name: str, files: Sequence[Path]) -> Iterator[Read]:
    """All in one process."""
    done = subprocess.run([command, str(folder / "read.mjs"), name, *map(str, files)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    for line in done.stdout.decode().splitlines():
        told = json.loads(line)
        yield Path(told["file"]), told["said"], told["triples"].encode()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every sort of Turtle that a command writes."""
    folder = tmp_path_factory.mktemp("turtle")
    for words in EXPORTS:
        assert main(["export", *words, "--output", str(folder / f"{words[0]}.ttl")]) == 0
    assert main(["export", "bundle", A, "--output", str(folder / "bundle")]) == 0
    assert main(["check", A, "--output", str(folder / "report.ttl")]) in (0, 1)
    return sorted(folder.glob("**/*.ttl"))


def wrong(reader: Reader, files: Sequence[Path]) -> list[str]:
    """Which files the reader complains of, or reads as something else."""
    found, read = [], []
    for file, said, triples in reader(files):
        read.append(file)
        if said:
            found.append(f"{file}: {said}")
        elif told(ox.parse(triples, format=NT)) != told(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)):
            found.append(f"{file}: other triples")
    assert read == list(files)
    return found


def told(quads: Iterable[ox.Quad]) -> tuple[int, set[ox.Triple]]:
    """How many triples there are, and those without blank nodes, whose names no two readers share."""
    every = {quad.triple for quad in quads}
    return len(every), {one for one in every if not {type(one.subject), type(one.object)} & {ox.BlankNode}}


def test_reads_what_is_exported(reader: Reader, written: list[Path]) -> None:
    assert {file.name for file in written} >= {"data.ttl", "shapes.ttl", "report.ttl", "knowledge.ttl"}
    assert wrong(reader, written) == []


def test_reads_what_ships(reader: Reader) -> None:
    files = sorted(file for folder in FOLDERS for file in (root() / folder).glob("**/*.ttl"))
    assert len(files) > 50
    assert wrong(reader, files) == []

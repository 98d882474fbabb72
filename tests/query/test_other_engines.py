"""The questions in engines that know nothing of hiaat, on the files that it exports: the same rows everywhere."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from tests.conftest import RequireTool
from tests.export.test_other_readers import NODE, require_packages
from tests.query.conftest import store, words

from hiaat.bundle import root
from hiaat.cli import main
from hiaat.cli.values import given_values
from hiaat.query import Question, ask, named, store_of
from hiaat.query.answer import bound
from hiaat.query.values import Term

OF_KNOWLEDGE = sorted(name for name, one in named().items() if one.example)
OF_SCENARIO = sorted(name for name, one in named().items() if one.of_scenario)
SCENARIO = root() / "data" / "scenarios" / "f" / "scenario.yaml"
Row = tuple[str | None, ...]


def given(question: Question) -> dict[str, Term]:
    return given_values(question, question.example.split(), store(), words())


def text(name: str) -> str:
    return bound(named()[name], given(named()[name]))


def ours(name: str, of: ox.Store) -> list[Row]:
    answer = ask(named()[name], of, given(named()[name]))
    rows: Iterable[Iterable[object]] = answer.rows if answer.triples is None else answer.triples
    return ordered([None if term is None else str(term) for term in row] for row in rows)


def ordered(rows: Iterable[Iterable[str | None]]) -> list[Row]:
    return sorted((tuple(row) for row in rows), key=str)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("exported") / "knowledge.trig"
    assert main(["export", "knowledge", "--output", str(file)]) == 0
    return file


@pytest.fixture(scope="module")
def judged(exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the knowledge a scenario and its judgement, each from its own export."""
    folder = tmp_path_factory.mktemp("judged")
    files = [exported, folder / "scenario.trig", folder / "findings.trig"]
    for file in files[1:]:
        assert main(["export", file.stem, str(SCENARIO), "--output", str(file)]) == 0
    together = folder / "together.trig"
    loaded(*files).dump(str(together), format=ox.RdfFormat.TRIG)
    return together


def loaded(*files: Path) -> ox.Store:
    store = ox.Store()
    for file in files:
        store.bulk_load(path=str(file), format=ox.RdfFormat.TRIG)
    return store


def merged(file: Path) -> ox.Store:
    """With a default graph in which each triple stands once, as SPARQL has it."""
    graphs: dict[ox.NamedNode, set[ox.Triple]] = {}
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TRIG):
        if isinstance(quad.graph_name, ox.NamedNode):
            graphs.setdefault(quad.graph_name, set()).add(quad.triple)
    return store_of(graphs)


def test_pyoxigraph_on_the_exported_file(exported: Path) -> None:
    read = merged(exported)
    for name in OF_KNOWLEDGE:
        rows = ours(name, store())
        assert rows, name
        assert ours(name, read) == rows, name


def in_comunica(command: str, data: Path, names: list[str], folder: Path) -> dict[str, list[Row]]:
    for name in names:
        (folder / f"{name}.rq").write_text(text(name), "utf-8")
    files = [str(folder / f"{name}.rq") for name in names]
    words = [command, str(require_packages(NODE) / "ask.mjs"), str(data), *files]
    done = subprocess.run(words, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    told = {Path(one["query"]).stem: one["rows"] for one in map(json.loads, done.stdout.decode().splitlines())}
    assert sorted(told) == names
    return told


@pytest.mark.slow  # a process of Node, and rather more work than ours
def test_comunica(exported: Path, tmp_path: Path, require_tool: RequireTool) -> None:
    told = in_comunica(require_tool("node", "nodejs"), exported, OF_KNOWLEDGE, tmp_path)
    for name, rows in told.items():
        once = (
            set(map(tuple, rows)) if "CONSTRUCT" in text(name) else rows
        )  # Comunica gives a triple as often as it finds it
        assert terms(once) == terms(ours(name, store())), name


@pytest.mark.slow
def test_comunica_on_a_judgement(judged: Path, tmp_path: Path, require_tool: RequireTool) -> None:
    told = in_comunica(require_tool("node", "nodejs"), judged, OF_SCENARIO, tmp_path)
    for name, rows in told.items():
        assert terms(rows) == terms(ours(name, merged(judged))), name


def terms(rows: Iterable[Iterable[str | None]]) -> list[Row]:
    """Numbers and truths as every engine writes them in full."""
    return ordered([None if term is None else str(read(term)) for term in row] for row in rows)


def read(term: str) -> object:
    (triple,) = ox.parse(f"<urn:s> <urn:p> {term} .".encode(), format=ox.RdfFormat.TURTLE)
    return triple.object


@pytest.fixture(scope="module")
def in_rdflib(exported: Path) -> rdflib.Graph:
    return one_graph(exported)


def one_graph(file: Path) -> rdflib.Graph:
    """In one graph: of a dataset, rdflib looks into every graph for every triple."""
    graph = rdflib.Graph()
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TRIG):
        graph.add(tuple(rdflib.util.from_n3(str(term)) for term in quad.triple))  # type: ignore[arg-type]
    return graph


def by_rdflib(name: str, graph: rdflib.Graph) -> list[Row]:
    result = graph.query(text(name))
    return terms([None if term is None else term.n3() for term in row] for row in result)  # type: ignore[union-attr]


@pytest.mark.slow  # rdflib works out every part of a condition, also where the first one settles it
@pytest.mark.parametrize("name", OF_KNOWLEDGE)
def test_rdflib(name: str, in_rdflib: rdflib.Graph) -> None:
    assert by_rdflib(name, in_rdflib) == terms(ours(name, store()))


@pytest.mark.slow
def test_rdflib_on_a_judgement(judged: Path) -> None:
    graph, ours_of = one_graph(judged), loaded(judged)
    for name in OF_SCENARIO:
        rows = terms(ours(name, ours_of))
        assert rows, name
        assert by_rdflib(name, graph) == rows, name

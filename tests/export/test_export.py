"""Exports: the same bytes every time, read by other tools, and a scenario that comes back as it was."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import BNode, Dataset, Graph

from hiaat.bundle import root
from hiaat.cli import main
from hiaat.export import FORMATS

A = root() / "data" / "scenarios" / "a" / "scenario.yaml"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
RDF_FORMATS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "json-ld": ox.RdfFormat.JSON_LD}
RDFLIB = {"turtle": "turtle", "nquads": "nquads", "trig": "trig", "json-ld": "json-ld"}
WHAT = {"scenario": [str(A)], "findings": [str(A)], "rules": [], "closure": [], "knowledge": []}


def exported(folder: Path, what: str, form: str) -> Path:
    file = folder / f"{what}.{form}"
    assert main(["export", what, *WHAT[what], "--format", form, "--output", str(file)]) == 0
    return file


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", ["scenario", "findings", "rules"])
def test_rdflib_reads_every_format(what: str, form: str, tmp_path: Path) -> None:
    graph = Dataset() if form != "turtle" else Graph()
    graph.parse(exported(tmp_path, what, form), format=RDFLIB[form])
    turtle = Graph().parse(exported(tmp_path, what, "turtle"), format="turtle")
    assert len(graph) == len(turtle) > 100


def test_rdflib_reads_the_knowledge(tmp_path: Path) -> None:
    quads = list(ox.parse(path=str(exported(tmp_path, "knowledge", "nquads")), format=ox.RdfFormat.N_QUADS))
    graphs = {quad.graph_name.value.rsplit("/", 1)[-1] for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert graphs == {"ontology", "norms", "reading"}
    turtle = Graph().parse(exported(tmp_path, "knowledge", "turtle"), format="turtle")
    assert len(turtle) == len({quad.triple for quad in quads})


@pytest.mark.parametrize("what", ["scenario", "findings", "closure"])
def test_no_blank_nodes(what: str, tmp_path: Path) -> None:
    graph = Graph().parse(exported(tmp_path, what, "turtle"), format="turtle")
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]


def test_bytes_do_not_depend_on_the_run_or_the_hash_seed(tmp_path: Path) -> None:
    program = "import sys; from hiaat.cli import main; [main(line.split()) for line in sys.argv[1].splitlines()]"
    every = [(what, form) for what in ("scenario", "findings", "rules") for form in FORMATS]
    every += [("knowledge", "turtle"), ("closure", "nquads")]
    commands = [f"export {what} {' '.join(WHAT[what])} --format {form}" for what, form in every]
    commands += [f"export bundle {A}"]
    commands += [f"check {A} --format {form}" for form in ("text", "json", "turtle")]
    commands += [f"check {root()}/tests/cases/inschrijven-of-doorgaan/scenario.yaml"]  # conditions not known, in a list
    commands += [f"matrix {A} --format {form}" for form in ("text", "csv", "json")] + [f"explain {A} --lang en"]
    lines = "\n".join(f"{line} --output {{}}/{number}" for number, line in enumerate(commands))
    running = []
    for seed in ("0", "1"):
        (tmp_path / seed).mkdir()
        given = lines.format(*[tmp_path / seed] * len(commands))
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        running.append(subprocess.Popen([sys.executable, "-c", program, given], env=environment))
    assert [process.wait() for process in running] == [0, 0]
    made = [
        {
            file.relative_to(tmp_path / seed): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in (tmp_path / seed).glob("**/*")
            if file.is_file()
        }
        for seed in ("0", "1")
    ]
    assert (
        len(made[0]) == len(made[1]) == len(commands) - 1 + len(("README.md", "command.sh", "data.ttl", "shapes.ttl"))
    )
    assert [commands[int(name.parts[0])] for name in made[0] if made[0][name] != made[1][name]] == []


@pytest.mark.parametrize(("form", "suffix"), [("turtle", "ttl"), ("json-ld", "jsonld"), ("nquads", "nq")])
@pytest.mark.parametrize("name", ["a", "b", "f"])
def test_a_scenario_comes_back_as_it_was(name: str, form: str, suffix: str, tmp_path: Path) -> None:
    file = root() / "data" / "scenarios" / name / "scenario.yaml"
    copy = tmp_path / f"{name}.{suffix}"
    assert main(["export", "scenario", str(file), "--format", form, "--output", str(copy)]) == 0
    found = []
    for number, one in enumerate((file, copy)):
        out = tmp_path / f"{number}.json"
        main(["check", str(one), "--format", "json", "--output", str(out)])
        found.append(json.loads(out.read_text("utf-8"))["judgements"][0])
    for part in ("cells", "findings", "grades", "not_judged", "conditions", "engagements", "situations"):
        assert found[0][part] == found[1][part]


def test_rules_are_a_document_that_stock_shacl_takes(tmp_path: Path) -> None:
    graph = Graph().parse(exported(tmp_path, "rules", "turtle"), format="turtle")
    sh = "http://www.w3.org/ns/shacl#"
    rules = graph.query(
        f"SELECT ?r WHERE {{ ?s <{sh}rule> ?r . ?r <{sh}construct> ?c ; <{sh}order> ?o ; <{sh}prefixes> ?p }}"
    )
    shapes = graph.query(f"SELECT ?s WHERE {{ ?s <{sh}sparql>/<{sh}select> ?q ; <{sh}severity> ?v }}")
    assert len(list(rules)) > 100
    assert len(list(shapes)) == len(list((root() / "shapes" / "findings").glob("*.ttl")))


@pytest.mark.parametrize("form", ["nquads", "trig", "json-ld"])
def test_judgements_of_one_scenario_live_in_one_store_and_are_told_apart(form: str, tmp_path: Path) -> None:
    asked = [["--as-of", "2024-05-31"], ["--as-of", "2024-06-15"], ["--as-of", "2024-06-15", "--perspective", "law"]]
    store, alone = ox.Store(), []
    for number, how in enumerate(asked):
        file = tmp_path / f"{number}.{form}"
        assert main(["export", "findings", str(A), *how, "--format", form, "--output", str(file)]) == 0
        quads = list(ox.parse(path=str(file), format=RDF_FORMATS[form]))
        (name,) = {quad.graph_name for quad in quads}
        alone.append({quad.triple for quad in quads})
        store.extend(quads)
        assert {quad.triple for quad in store.quads_for_pattern(None, None, None, name)} == alone[-1], "its own graph"
    made = [{t.subject for t in one if str(t.subject).startswith("<https://w3id.org/hiaat/id/cell/")} for one in alone]
    assert all(made), "each has its cells"
    assert not made[0] & made[1], "and none is of two judgements"
    assert not made[1] & made[2]
    keys = [{t.object for t in one if t.predicate.value.endswith("#key")} for one in alone]
    assert keys[0] & keys[1] & keys[2], "though what they are about is told by the same key"

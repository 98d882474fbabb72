"""The same scenario as a graph, in and out."""

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiaat.errors import InputError
from hiaat.export import FORMATS as EXPORTS
from hiaat.export import scenario_graph
from hiaat.scenario import InputErrors, Words, read
from hiaat.scenario.reader import GRAPHS
from hiaat.scenario.terms import h, rdf

SCENARIOS = Path(__file__).parents[2] / "data" / "scenarios"
CONTROL = SCENARIOS / "g" / "scenario.yaml"
PREFIXES = {"h": "https://w3id.org/hiaat/ns#"}
HEAD = (
    "@prefix h: <https://w3id.org/hiaat/ns#> .\n@prefix : <https://w3id.org/hiaat/id/scenario/x/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
)


def mistakes(file: Path, words: Words) -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as caught:
        read(file, words)
    return caught.value.errors


@pytest.mark.parametrize("suffix", GRAPHS)
def test_graph_reads_back_as_it_was_written(suffix: str, words: Words, tmp_path: Path) -> None:
    told = read(CONTROL, words)
    file = tmp_path / f"control{suffix}"
    ox.serialize(told.triples, str(file), GRAPHS[suffix], prefixes=PREFIXES)
    again = read(file, words)
    assert set(again.triples) == set(told.triples)
    assert (again.iri, again.title, again.as_of) == (told.iri, told.title, told.as_of)


@pytest.mark.parametrize("form", ["turtle", "json-ld", "nquads"])
@pytest.mark.parametrize("file", sorted(SCENARIOS.glob("*/scenario.yaml")), ids=lambda file: file.parent.name)
def test_what_is_exported_reads_back_without_a_mistake(file: Path, form: str, words: Words, tmp_path: Path) -> None:
    told = read(file, words)
    copy = tmp_path / f"x{EXPORTS[form].suffixes[0]}"
    copy.write_text(EXPORTS[form].write(scenario_graph(told), PREFIXES), "utf-8")
    assert set(read(copy, words).triples) == set(told.triples)


def test_blank_nodes_get_names_and_numbers_one_form(words: Words, tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(
        HEAD + ":x a h:Scenario ; rdfs:label 'x' ; h:day 0739052 .\n"
        ":p a h:Actor ; rdfs:label 'p' ; h:inScenario :x .\n"
        "[] a h:Situation ; rdfs:label 's' ; h:inScenario :x ; h:subject :p ; h:size 012 ;\n"
        "  h:earliestDay 1 ; h:fromDay 01 ; h:untilDay 3652059 ; h:latestDay 3652059 .\n",
        "utf-8",
    )
    scenario = read(file, words)
    assert all(isinstance(term, ox.NamedNode) for t in scenario.triples for term in (t.subject, t.predicate))
    assert [t.object for t in scenario.triples if t.predicate == h.size] == [ox.Literal(12)]
    assert scenario.as_of == 739052


WRONG = {
    "x.ttl": (HEAD + ":x a h:Scenario ;\n  h:day ' .\n", 5),
    "x.nq": ("<https://a.b/c> <https://a.b/d> .\n", 1),
    "x.jsonld": ('{"@context": {"h": "https://w3id.org/hiaat/ns#"},\n "@type": h:Scenario}\n', 2),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_graph_is_told_with_its_place(name: str, words: Words, tmp_path: Path) -> None:
    text, line = WRONG[name]
    file = tmp_path / name
    file.write_text(text, "utf-8")
    (error,) = mistakes(file, words)
    assert error.file == str(file)
    assert error.line == line
    assert error.column is not None


def test_misspelt_term_is_told_with_its_place_and_the_nearest(words: Words, tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(HEAD + ":x a h:Scenario ; rdfs:label 'x' .\n:s a h:Actor ;\n  h:inScenaro :x .\n", "utf-8")
    (error,) = mistakes(file, words)
    assert (error.line, error.column) == (6, 3)
    assert "h:inScenario" in error.valid


@pytest.mark.parametrize("body", ["", ":x a h:Scenario . :y a h:Scenario .\n"])
def test_one_scenario_a_file(body: str, words: Words, tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(HEAD + body, "utf-8")
    (error,) = mistakes(file, words)
    assert "hier hoort één" in error.problem


def test_context_is_never_fetched(words: Words, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonld"
    file.write_text('{"@context": "https://example.org/context", "@type": "Scenario"}', "utf-8")
    (error,) = mistakes(file, words)
    assert "niets op van het netwerk" in error.problem


def test_file_of_another_sort(words: Words, tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(b"PK")
    (error,) = mistakes(file, words)
    assert {".yaml", ".ttl", ".jsonld"} <= set(error.valid)


def test_file_that_is_not_there_and_folder(words: Words, tmp_path: Path) -> None:
    assert "kan niet worden gelezen" in mistakes(tmp_path / "niets.yaml", words)[0].problem
    folder = tmp_path / "map.yaml"
    folder.mkdir()
    assert "kan niet worden gelezen" in mistakes(folder, words)[0].problem


def test_type_is_written_for_the_scenario(words: Words) -> None:
    scenario = read(CONTROL, words)
    assert ox.Triple(scenario.iri, rdf.type, h.Scenario) in scenario.triples


def test_yaml_loads_nothing_that_only_graphs_need() -> None:
    """In a process of its own: what one test imported would be there for the next."""
    code = (
        "import sys; from hiaat.judging import Judge; Judge().read(sys.argv[1])\n"
        "assert not {f'hiaat.scenario.{n}' for n in ('graph', 'shacl', 'closed', 'wellformed', 'json_ld')} & {*sys.modules}"
    )
    assert subprocess.run([sys.executable, "-c", code, str(CONTROL)], check=False).returncode == 0

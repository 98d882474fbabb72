"""The page for who writes own SPARQL: its queries answer, and its words are those of the graph."""

import re
from functools import cache

import pyoxigraph as ox
import pytest
from tests.query.conftest import graphs, store

from hiaat.bundle import root
from hiaat.export import scenario_graph
from hiaat.judging import Judge
from hiaat.knowledge.terms import CORE, h
from hiaat.query import ask, store_of, unsaid_names
from hiaat.query.header import question
from hiaat.reports.report import Case
from hiaat.reports.validation import report_graph

PAGE = (root() / "docs/data.md").read_text("utf-8")
BLOCKS = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
PREFIXES = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>", BLOCKS[0], re.MULTILINE))
QUERIES = [block for block in BLOCKS if "SELECT" in block]


SCENARIO = root() / "data" / "scenarios" / "a" / "scenario.yaml"


@cache
def judged() -> ox.Store:
    """With the knowledge a scenario and its judgement."""
    judge = Judge()
    scenario = judge.read(SCENARIO)
    case = Case(judge.judge(scenario), judge.knowledge, "en")
    assessment = case.judged.judgement.assessment.iri
    return store_of({**graphs(), **scenario_graph(scenario), assessment: report_graph(case)})


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_every_query_of_the_page_has_an_answer(number: int) -> None:
    needs_scenario = any(one.place for one in unsaid_names(QUERIES[number], store()))
    assert ask(question("page", QUERIES[number]), judged() if needs_scenario else store()).rows


def test_there_are_examples_with_and_without_a_scenario() -> None:
    asked = [any(one.place for one in unsaid_names(query, store())) for query in QUERIES]
    assert asked.count(True) >= 2
    assert asked.count(False) >= 6


def test_the_page_tells_of_every_word_of_a_judgement() -> None:
    marked = store().quads_for_pattern(None, h("saidIn"), h("Assessment"))
    words = {one.subject.value.removeprefix(CORE) for one in marked if isinstance(one.subject, ox.NamedNode)}
    dates = {word for word in words if word.endswith("Date") and word.removesuffix("Date") in words}
    assert not [word for word in sorted(words - dates) if f"h:{word}" not in PAGE]


def test_every_word_of_the_page_is_in_the_graph() -> None:
    graph = {
        part.value
        for quad in store()
        for part in (quad.subject, quad.predicate, quad.object)
        if isinstance(part, ox.NamedNode)
    }
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    named = re.findall(r"\b([a-z]+):([A-Za-z_][\w-]*)", " ".join(re.findall(r"`([^`]+)`", prose)))
    words = [PREFIXES[prefix] + name for prefix, name in named if prefix in PREFIXES]
    assert len(words) > 60
    assert not [word for word in words if word not in graph]


def test_every_text_of_a_property_on_the_page_is_in_the_graph() -> None:
    said = {(quad.predicate.value, quad.object.value) for quad in store() if isinstance(quad.object, ox.Literal)}
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    pairs = [(CORE + word, text) for word, text in re.findall(r'\bh:(\w+) "([^"]+)"', prose)]
    assert len(pairs) > 5
    assert not [pair for pair in pairs if pair not in said]


INTERNAL = {"rdf:type", "skos:inScheme"}  # the first is written `a`


def test_the_page_tells_of_every_property_of_norms_and_of_what_was_read() -> None:
    """Of the terms themselves `ontology/` tells: how a scenario is read, how a report words things, what rules go by."""
    short = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    read = {graph: triples for graph, triples in graphs().items() if not graph.value.endswith("/ontology")}
    used = {triple.predicate.value for triples in read.values() for triple in triples}
    names = {re.sub(r"^(.*[#/])(\w+)$", lambda found: f"{short[found[1]]}:{found[2]}", word) for word in used}
    assert len(names) > 80
    assert sorted(name for name in names - INTERNAL if not re.search(rf"{name}\b", PAGE)) == []


def test_the_default_graph_has_each_triple_once() -> None:
    counted = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    distinct = "SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } } }"
    in_graphs = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    once, all_of_them, placed = (
        int(str(getattr(ask(question("page", text), judged()).rows[0][0], "value", "")))
        for text in (counted, distinct, in_graphs)
    )
    assert once == all_of_them < placed

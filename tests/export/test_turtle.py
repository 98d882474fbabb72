"""Canonical Turtle: one text for one graph, and the same graph when it is read back."""

import random

import pyoxigraph as ox
import pytest

from hiaat.knowledge.body import default_files, parse_files
from hiaat.turtle import named, prefixes_in, trig, turtle

X = "http://example.org/"
PREFIXES = {"x": X, "xs": X + "sub/", "xsd": "http://www.w3.org/2001/XMLSchema#"}

GRAPHS = {
    "empty": "",
    "terms": 'x:a x:p x:b , "t" , "t"@nl , 1 , 01 , true , 1.5 , "2024-06-15"^^xsd:date , "\\"a\\\\b\\n\\tc\\u00e9" .',
    "odd names": "<http://example.org/a%20b> x:p <http://example.org/> , <http://example.org/a.> , <http://example.org/sub/c> , <http://example.org/d/e> , <urn:x> .",
    "one blank node": "x:a x:p [ x:q x:b ; x:r 1 , 2 ] .",
    "nested": "x:a x:p [ x:q [ x:r [ a x:C ] ] ] .",
    "lists": "x:a x:p ( x:b ( 1 2 ) [ x:q () ] ) , () .",
    "no subject": "[] x:p 1 . [] x:p 2 .",
    "shared": "x:a x:p _:s . x:b x:p _:s . _:s x:q 1 .",
    "circle of one": "_:a x:p _:a .",
    "circle of two": "_:a x:p _:b . _:b x:p _:a .",
    "chain into a circle": "x:a x:p _:a . _:a x:p _:b . _:b x:p _:a .",
    "broken list": "x:a x:p _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 .",
    "list with a remark": "x:a x:p _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> () ; x:q 1 .",
    "alike": "x:a x:p [ x:q 1 ] , [ x:q 1 ; x:r 2 ] .",
}  # fmt: skip


def read(text: str) -> list[ox.Triple]:
    declared = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return [quad.triple for quad in ox.parse((declared + text).encode(), format=ox.RdfFormat.TURTLE)]


def same(one: list[ox.Triple], other: list[ox.Triple]) -> bool:
    graphs = [ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples) for triples in (one, other)]
    for graph in graphs:
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return graphs[0] == graphs[1]


@pytest.mark.parametrize("name", GRAPHS)
def test_reads_back_as_the_same_graph(name: str) -> None:
    triples = read(GRAPHS[name])
    text = turtle(triples, PREFIXES)
    again = [quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)]
    assert same(triples, again)
    assert turtle(again, PREFIXES) == text
    assert same(triples, [quad.triple for quad in named(triples, ox.NamedNode(X + "g"))])


@pytest.mark.parametrize("name", GRAPHS)
def test_order_and_labels_of_the_input_do_not_matter(name: str) -> None:
    texts = set()
    for seed in range(3):
        triples = read(GRAPHS[name])  # blank nodes get other labels each time
        random.Random(seed).shuffle(triples)
        texts.add(turtle(triples, PREFIXES))
    assert len(texts) == 1


def test_subjects_in_order_type_and_label_first_prefixes_only_if_used() -> None:
    triples = read('x:b x:p 1 . x:a x:z 1 ; <http://www.w3.org/2000/01/rdf-schema#label> "l" ; a x:C .')
    text = turtle(triples, {**PREFIXES, "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "unused": "http://unused/"})
    assert text == (
        f"@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix x: <{X}> .\n\n"
        'x:a a x:C ;\n  rdfs:label "l" ;\n  x:z 1 .\n\nx:b x:p 1 .\n'
    )


def test_the_longest_prefix_wins() -> None:
    assert "xs:c" in turtle(read("<http://example.org/sub/c> x:p 1 ."), PREFIXES)


def test_trig_keeps_graphs_apart() -> None:
    graphs = {ox.NamedNode(X + name): read(GRAPHS["one blank node"]) for name in ("g2", "g1")}
    text = trig(graphs, PREFIXES)
    quads = list(ox.parse(text.encode(), format=ox.RdfFormat.TRIG))
    assert len(quads) == 8
    assert text.index("<http://example.org/g1>") < text.index("<http://example.org/g2>")


def test_all_knowledge_reads_back_as_itself() -> None:
    triples = list(parse_files(default_files()).triples)
    prefixes = prefixes_in(file.read_text("utf-8") for file in default_files())
    text = turtle(triples, prefixes)
    assert same(triples, [quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)])
    assert "_:" not in text


def test_of_two_prefixes_for_one_thing_the_first_counts() -> None:
    texts = ["@prefix a: <http://a/> .\n@prefix b: <http://a/> .", "@prefix a: <http://c/> .\n@prefix d: <http://d/> ."]
    assert prefixes_in(texts) == {"a": "http://a/", "d": "http://d/"}

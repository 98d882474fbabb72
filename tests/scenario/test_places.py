"""Where triples stand in Turtle and JSON-LD: exactly, or not at all."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiaat.scenario.json_ld import JsonText
from hiaat.scenario.turtle_text import WORD, TurtleText
from hiaat.scenario.written import OBJECT, PREDICATE, SUBJECT

SOURCES = sorted((Path(__file__).parents[2] / "data").glob("sources/*/*.ttl"))
PARTS = (SUBJECT, PREDICATE, OBJECT)

TRICKY = '''@base <https://a.b/> . @prefix : <https://a.b/> .
PREFIX p.q: <https://c.d/>
# :not a :triple .
<x> :p "a # \\" . ;" , """long "" \n . """@nl-be , \'\'\'it's\'\'\'^^:t ;; a :C ; .
:a.b p.q:c\\,d -1.5e3 , .5 , true , 1.
[ :p [ :q () ] , _:b.c ] :r [] .
[] :p <https://e.f/g#h> .
:s :p [ :q [ :r [ :t "x" ] ] ] , "y" ; :u [ :v "w" , "z" ; ] . [ :q "x" ] :p "o" , [ :q "x"@nl ] .
:s :p :p ; :q :s , :s.s , :p . # :q :s
'''
WRITTEN = [
    ("<x>", ":p", '"a # \\" . ;"'),
    ("<x>", ":p", '"""long "" \n . """'),
    ("<x>", ":p", "'''it's'''"),
    ("<x>", "a", ":C"),
    (":a.b", "p.q:c\\,d", "-1.5e3"),
    (":a.b", "p.q:c\\,d", ".5"),
    (":a.b", "p.q:c\\,d", "true"),
    (":a.b", "p.q:c\\,d", "1"),
    ("[", ":q", "("),
    ("[", ":p", "["),
    ("[", ":p", "_:b.c"),
    ("[", ":r", "["),
    ("[", ":p", "<https://e.f/g#h>"),
]


def read(text: str, form: ox.RdfFormat = ox.RdfFormat.TURTLE) -> TurtleText:
    triples = [quad.triple for quad in ox.parse(text, format=form, base_iri="https://base/")]
    return TurtleText(text, "x.ttl", form, triples, triples)


def found(written: TurtleText, index: int) -> list[str | None]:
    """The three words of a triple, by what is written at their places."""
    words = {word.start(): word.group() for word in WORD.finditer(written.text)}
    offsets = [written.offset(index, part) for part in PARTS]
    return [None if offset is None else words[offset] for offset in offsets]


@pytest.mark.parametrize("index", range(len(WRITTEN)))
def test_every_term_of_tricky_turtle_is_found_where_it_is(index: int) -> None:
    assert found(read(TRICKY), index) == list(WRITTEN[index])


def test_of_a_word_written_often_each_is_found_by_itself() -> None:
    text = "@prefix : <https://a.b/> .\n:s :p :s , :q ; :q :s . # :s\n:q :p :s ."
    written = read(text)
    places = [[str(written.at(written.offset(index, part)))[6:] for part in PARTS] for index in range(4)]
    assert places == [
        ["2:1", "2:4", "2:7"],
        ["2:1", "2:4", "2:12"],
        ["2:1", "2:17", "2:20"],
        ["3:1", "3:4", "3:7"],
    ]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_turtle_as_people_write_it_is_followed(file: Path) -> None:
    """Each part of each triple has a place, but for the members of a list."""
    written = read(file.read_text("utf-8"))
    for index, triple in enumerate(written.parsed):
        in_list = {triple.predicate.value.rpartition("#")[2]} & {"first", "rest"}
        assert in_list or None not in [written.offset(index, part) for part in PARTS], triple


def test_n_quads_have_a_fourth_word() -> None:
    text = '<https://a.b/s> <https://a.b/p> "x"@nl <https://a.b/g> .\n_:a <https://a.b/p> _:b .\n'
    written = read(text, ox.RdfFormat.N_QUADS)
    assert found(written, 0) == ["<https://a.b/s>", "<https://a.b/p>", '"x"']
    assert found(written, 1) == ["_:a", "<https://a.b/p>", "_:b"]


def test_a_long_text_costs_no_time() -> None:
    text = "@prefix : <https://a.b/> .\n" + ":s :p " + '"' + "woord " * 200_000 + '" .\n' + ":s :q :o .\n" * 2000
    written = read(text)
    assert str(written.of(written.parsed[-1], OBJECT)) == "x.ttl:3:7"


def test_json_ld_has_a_place_where_a_term_is_written_once() -> None:
    document = {"@context": {"a": "https://a.b/"}, "@id": "a:s", "a:p": ["x", "y"], "a:q": {"@id": "a:o", "a:r": "y"}}
    text = json.dumps(document, indent=1)
    triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)]
    written = JsonText(text, "x.jsonld", ox.RdfFormat.JSON_LD, triples, triples)
    a = "https://a.b/"
    subject, p, q, o = (ox.NamedNode(a + name) for name in "spqo")
    assert str(written.of_subject(subject)) == "x.jsonld:5:9"
    assert str(written.of_value(subject, p, ox.Literal("x"))) == "x.jsonld:7:3"
    assert str(written.of_value(subject, p, ox.Literal("y"))) == "x.jsonld"
    assert str(written.of(ox.Triple(subject, q, o), PREDICATE)) == "x.jsonld:10:2"

"""Where triples stand in Turtle: exactly, or not at all."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from hiaat.scenario.spots import Spot, spots

SCENARIOS = sorted((Path(__file__).parents[2] / "data").glob("sources/*/*.ttl"))

TRICKY = '''@base <https://a.b/> . @prefix : <https://a.b/> .
PREFIX p.q: <https://c.d/>
# :not a :triple .
<x> :p "a # \\" . ;" , """long "" \n . """@nl-be , \'\'\'it's\'\'\'^^:t ;; a :C ; .
:a.b p.q:c\\,d -1.5e3 , .5 , true , 1.
[ :p [ :q () ] , _:b.c ] :r [] .
[] :p <https://e.f/g#h> .
:s :p [ :q [ :r [ :t "x" ] ] ] , "y" ; :u [ :v "w" , "z" ; ] . [ :q "x" ] :p "o" , [ :q "x"@nl ] .
'''


def parsed(text: str, form: ox.RdfFormat = ox.RdfFormat.TURTLE) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(text, format=form, base_iri="https://base/")]


def at(spot: Spot, text: str) -> str:
    return text[spot.offset :]


def test_every_term_of_tricky_turtle_is_found_where_it_is() -> None:
    found = spots(TRICKY, parsed(TRICKY))
    assert found is not None
    written = [[spot.written.split("\n")[0] for spot in row] for row in found]
    assert written[0] == ["<x>", ":p", '"a # \\\\" . ;"'.replace("\\\\", "\\")]
    assert [row[2].written for row in found][4:8] == ["-1.5e3", ".5", "true", "1"]
    assert [[spot.written for spot in row] for row in found][8:12] == [
        ["[", ":q", "()"],
        ["[", ":p", "["],
        ["[", ":p", "_:b.c"],
        ["[", ":r", "["],
    ]
    for row in found:
        assert all(at(spot, TRICKY).startswith(spot.written) for spot in row if spot.written != "()")


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_turtle_as_people_write_it_is_followed_or_left_alone(file: Path) -> None:
    text = file.read_text("utf-8")
    found = spots(text, parsed(text))
    assert found is None or all(at(spot, text).startswith(spot.written) for row in found for spot in row)
    assert found is not None or "( " in text


@pytest.mark.parametrize(
    "text",
    [
        "@prefix : <https://a.b/> . :a :b ( 1 2 ) .",
        "@prefix : <https://a.b/> . :a :b <<( :c :d :e )>> .",
        "@prefix : <https://a.b/> . :a :b :c {| :d :e |} .",
    ],
)
def test_forms_that_are_not_followed_give_nothing(text: str) -> None:
    assert spots(text, parsed(text)) is None


def test_a_reading_that_differs_from_the_parser_gives_nothing() -> None:
    text = "@prefix : <https://a.b/> . :a :b :c ."
    assert spots(text, parsed(text.replace(":c", ":d"))) is None
    assert spots(text, [*parsed(text), *parsed(text)]) is None


def test_n_quads_have_a_fourth_word() -> None:
    text = '<https://a.b/s> <https://a.b/p> "x"@nl <https://a.b/g> .\n_:a <https://a.b/p> _:b .\n'
    found = spots(text, parsed(text, ox.RdfFormat.N_QUADS))
    assert found is not None
    assert [spot.written for spot in found[1]] == ["_:a", "<https://a.b/p>", "_:b"]

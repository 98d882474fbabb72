"""A graph speaks of its own scenario only: what would change the knowledge, and with it the judgement, is refused."""

import json
from pathlib import Path

import pytest

from hiaat.errors import InputError
from hiaat.scenario import InputErrors, Words, read

HOUSE = """\
@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix care: <https://w3id.org/hiaat/care#> .
@prefix norm: <https://w3id.org/hiaat/id/norm/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/huis/> .

:huis a h:Scenario ; rdfs:label "Een huis" ; h:day 739052 .
:arts a care:SpecialistOuderengeneeskunde ; rdfs:label "Dr. B" ; h:inScenario :huis .
:groep a care:ClientEnNaaste ; rdfs:label "groep" ; h:inScenario :huis .
:bewoners a h:Situation ; rdfs:label "bewoners" ; h:inScenario :huis ; h:subject :groep ; care:leveringsvorm care:vpt ;
  h:earliestDay 1 ; h:fromDay 1 ; h:untilDay 3652059 ; h:latestDay 3652059 .
"""
OWN = ' ; rdfs:label "eigen" ; h:inScenario :huis .\n'

# A statement that is added, where it must be pointed at, and what the message must name.
ADDED: dict[str, tuple[str, str, list[str]]] = {
    "a broader function": ("care:so_expertise skos:broader care:anw_zorg .", "care:so", ["care:so_expertise"]),
    "a force of a norm": ("norm:wzd-5 h:force h:Statute .", "norm:wzd", ["norm:wzd-5"]),
    "a class below another": ("care:Woonvorm rdfs:subClassOf care:Huisartsenpost .", "care:Woonvorm", ["care:Woonvorm"]),
    "a word of the core": ("h:Met h:strength 9 .", "h:Met", ["h:Met"]),
    "a name of a term": ('care:vpt rdfs:label "iets anders" .', "care:vpt", ["care:vpt"]),
    "a term taken into the scenario": ("care:so_expertise a h:Function" + OWN, "care:so", ["care:so_expertise"]),
    "a party of the knowledge": ("care:igj a care:Huisartsenpost" + OWN, "care:igj", ["care:igj"]),
    "a party of the knowledge as principal": ("care:igj h:partOf :arts .", "care:igj", ["care:igj"]),
    "the scenario as a term": ("h:Met h:inScenario :huis .", "h:Met", ["h:Met"]),
    "a new term beside those of the knowledge": ("norm:nieuw a h:Actor" + OWN, "norm:nieuw", ["norm:nieuw"]),
    "what a rule might make": (
        "<https://w3id.org/hiaat/id/cell/1> a h:Engagement" + OWN, "<https://w3id.org/hiaat/id/cell/1>", ["id/cell/1"],
    ),
    "a term by its full name": (
        "<https://w3id.org/hiaat/care#vpt> skos:broader care:pgb .", "<https://w3id.org/hiaat/care#vpt>", ["care:vpt"],
    ),
    "a term of the general vocabularies": ("skos:broader rdfs:subPropertyOf h:function .", "skos:broader", ["skos:broader"]),
    "what is in no scenario": (":los owl:sameAs care:vpt .", ":los", [":los", "h:inScenario"]),
    "a blank node": ("[] owl:sameAs care:vpt .", "[]", ["[]", "h:inScenario"]),
    "a blank node as a class": ("[] a owl:Restriction ; owl:onProperty h:function .", "[]", ["[]"]),
    "an own thing that is the same": (":arts owl:sameAs care:igj .", "owl:sameAs", ["owl:sameAs"]),
    "an own thing that is narrower": (":arts skos:narrower care:so_expertise .", "skos:narrower", ["skos:narrower"]),
    "a situation with a broader function": (":bewoners skos:broader care:vpt .", "skos:broader", ["skos:broader"]),
    "an own thing as a subclass": (":arts rdfs:subClassOf care:Huisartsenpost .", "rdfs:subClassOf", ["rdfs:subClassOf"]),
    "a class of its own": (":soort rdfs:subClassOf care:Huisartsenpost" + OWN, ":soort", [":soort"]),
    "an own type": (":arts a :groep .", ":groep .", [":groep"]),
    "a duty of its own": (":plicht a h:Duty ; h:voice care:igj" + OWN, "h:Duty", ["h:Duty"]),
    "a requirement of its own": (":eis a h:Requirement" + OWN, "h:Requirement", ["h:Requirement"]),
    "a party that is a norm": (":arts a h:Exclusion .", "h:Exclusion", ["h:Exclusion"]),
    "a kind of agreement of its own": (":soort a h:AgreementKind" + OWN, "h:AgreementKind", ["h:AgreementKind"]),
    "a window of its own": (":deel a h:Window" + OWN, "h:Window", ["h:Window"]),
    "a perspective of its own": (":blik a h:Perspective ; h:hearsEvery true" + OWN, "h:Perspective", ["h:Perspective"]),
    "a stated condition of its own": (":eis a h:StatedCondition ; h:implies care:vpt" + OWN, "h:StatedCondition", ["h:Stated"]),
    "a class of the ontology language": (":soort a owl:Class ; owl:equivalentClass h:Duty" + OWN, "owl:equivalentClass", ["owl:eq"]),
    "what a rule would say of a party": (":arts h:hasType h:Collective .", "h:hasType", ["h:hasType"]),
    "what closing would say of a party": (":arts h:nationwide true .", "h:nationwide", ["h:nationwide"]),
    "what closing would say of a function": (
        ":f a h:Function ; skos:broader care:zorg ; h:covers care:vpt" + OWN, "h:covers", ["h:covers", "skos:broader"],
    ),
    "what follows from a condition": (
        ":c a h:FunctionCondition ; h:needsFunction care:zorg ; h:implies care:vpt" + OWN, "h:implies", ["h:implies"],
    ),
    "a function that falls under nothing": (":f a h:Function" + OWN, ":f", [":f", "skos:broader"]),
    "a function below what is none": (":f a h:Function ; skos:broader care:vpt" + OWN, "care:vpt ; rdfs", ["care:vpt"]),
}  # fmt: skip


def mistakes(text: str, name: str, words: Words, folder: Path, language: str = "nl") -> tuple[InputError, ...]:
    file = folder / name
    file.write_text(text, "utf-8")
    try:
        read(file, words, language)  # type: ignore[arg-type]
    except InputErrors as found:
        return found.errors
    return ()


def test_the_house_itself_is_right(words: Words, tmp_path: Path) -> None:
    assert mistakes(HOUSE, "x.ttl", words, tmp_path) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ADDED)
def test_what_is_not_the_scenarios_own_is_refused(name: str, language: str, words: Words, tmp_path: Path) -> None:
    added, piece, named = ADDED[name]
    (error,) = mistakes(HOUSE + added + "\n", "x.ttl", words, tmp_path, language)
    line = HOUSE.count("\n") + 1
    assert (error.line, error.column) == (line, added.index(piece) + 1), str(error)
    said = f"{error} {' '.join(error.valid)}"
    assert all(word in said for word in named), said


def test_a_list_is_refused_without_a_place_of_its_own(words: Words, tmp_path: Path) -> None:
    (error,) = mistakes(HOUSE + ":arts rdfs:comment ( care:vpt ) .", "x.ttl", words, tmp_path)
    assert error.line is None
    assert "h:inScenario" in error.problem


@pytest.mark.parametrize(
    "added",
    [
        ":f a h:Function ; skos:broader care:so_expertise" + OWN,
        ":arts <https://schema.org/url> <https://example.org/> ; rdfs:seeAlso <https://example.org/> ; rdfs:comment 'x' .",
        ":arts a owl:NamedIndividual , <https://schema.org/Person> .",
        "<urn:uuid:1> a h:Actor" + OWN,
        ":c a h:FunctionCondition ; h:needsFunction care:so_expertise" + OWN,
    ],
)
def test_what_is_the_scenarios_own_is_let_through(added: str, words: Words, tmp_path: Path) -> None:
    assert mistakes(HOUSE + added, "x.ttl", words, tmp_path) == ()


@pytest.mark.parametrize("suffix", [".nt", ".nq"])
def test_lines_of_triples_and_of_quads(suffix: str, words: Words, tmp_path: Path) -> None:
    graph = " <https://example.org/graaf>" if suffix == ".nq" else ""
    iri = "<https://w3id.org/hiaat/id/scenario/x>"
    lines = [
        f"{iri} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/hiaat/ns#Scenario>{graph} .",
        f'{iri} <http://www.w3.org/2000/01/rdf-schema#label> "x"{graph} .',
        f"<https://w3id.org/hiaat/care#vpt> <http://www.w3.org/2004/02/skos/core#broader> {iri}{graph} .",
    ]
    (error,) = mistakes("\n".join(lines), f"x{suffix}", words, tmp_path)
    assert (error.line, error.column) == (3, 1)


CONTEXT = {
    "h": "https://w3id.org/hiaat/ns#",
    "care": "https://w3id.org/hiaat/care#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "broader": {"@id": "skos:broader", "@type": "@id"},
}
SCENARIO = {"@id": "https://example.org/huis", "@type": "h:Scenario", "rdfs:label": "x", "h:day": 739052}

IN_JSON: dict[str, tuple[object, str]] = {
    "a node": ({"@id": "care:so_expertise", "broader": "care:anw_zorg"}, '"care:so_expertise"'),
    "a named graph": (
        {"@id": "https://example.org/graaf", "@graph": [{"@id": "care:so_expertise", "broader": "care:zorg"}]},
        '"care:so_expertise"',
    ),
    "a node inside another": (
        {"@id": "https://example.org/arts", "@type": "h:Actor", "rdfs:label": "a",
         "h:inScenario": {"@id": "https://example.org/huis"}, "h:partOf": {"@id": "care:igj", "h:place": "Utrecht"}},
        '"care:igj"',
    ),
    "the reverse of a property": (
        {"@id": "https://example.org/arts", "@type": "h:Actor", "rdfs:label": "a",
         "h:inScenario": {"@id": "https://example.org/huis"}, "@reverse": {"h:voice": {"@id": "care:igj"}}},
        '"care:igj"',
    ),
    "an included node": ({"@included": [{"@id": "care:vpt", "rdfs:label": "iets anders"}]}, '"care:vpt"'),
    "a duty": (
        {"@id": "https://example.org/plicht", "@type": "h:Duty", "rdfs:label": "p", "h:inScenario": {"@id": "https://example.org/huis"}},
        '"h:Duty"',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_JSON)
def test_json_ld_is_refused_alike(name: str, words: Words, tmp_path: Path) -> None:
    node, piece = IN_JSON[name]
    text = json.dumps({"@context": CONTEXT, "@graph": [SCENARIO, node]}, indent=1)
    (error,) = mistakes(text, "x.jsonld", words, tmp_path)
    line = text[: text.index(piece)].count("\n") + 1
    assert error.line == line, str(error)
    assert piece.strip('"') in error.problem


def test_an_alias_of_a_keyword_hides_nothing(words: Words, tmp_path: Path) -> None:
    context = CONTEXT | {"id": "@id", "type": "@type", "under": {"@reverse": "skos:broader"}}
    node = {"id": "https://example.org/f", "under": {"id": "care:so_expertise"}}
    text = json.dumps({"@context": context, "@graph": [SCENARIO, node]}, indent=1)
    (error,) = mistakes(text, "x.jsonld", words, tmp_path)
    assert "care:so_expertise" in error.problem


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("partijen:\n", "partijen:\n  IGJ: huisartsenpraktijk\n", 8),
        ("partijen:\n", "partijen:\n  IGJ: {is: huisartsenpraktijk}\n", 13),
        ("naam: De Linde, soort", "naam: VWS, soort", 26),
    ],
)
def test_yaml_does_not_change_a_party_of_the_knowledge_either(
    old: str, new: str, column: int, home: str, words: Words, tmp_path: Path
) -> None:
    (error,) = mistakes(home.replace(old, new, 1), "x.yaml", words, tmp_path)
    assert error.column == column
    assert "bestaat al in het model" in error.problem


def test_yaml_may_say_again_what_a_party_of_the_knowledge_is(home: str, words: Words, tmp_path: Path) -> None:
    assert mistakes(home.replace("partijen:\n", "partijen:\n  IGJ: inspectie\n", 1), "x.yaml", words, tmp_path) == ()

"""Words to terms, in a body of knowledge that has nothing to do with care."""

import pyoxigraph as ox

from hiaat.knowledge.graph import Graph
from hiaat.scenario.terms import h
from hiaat.scenario.words import Lexicon, Words, normal, slug

DIKES = """
@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix d: <https://example.org/dijk#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
d:Schap rdfs:subClassOf h:Actor ; skos:prefLabel "waterschap"@nl , "water board"@en .
d:Hoog rdfs:subClassOf d:Schap ; skos:prefLabel "hoogheemraadschap"@nl ; skos:altLabel "HHS"@nl .
d:rijnland a d:Hoog ; rdfs:label "Rijnland" .
d:maaien a h:Function ; skos:prefLabel "maaien"@nl , "mowing"@en ; skos:altLabel "onderhoud"@nl .
d:keuren a h:Function ; skos:prefLabel "keuren"@nl , "inspecting"@en ; skos:altLabel "onderhoud"@nl ; skos:notation "K1" .
"""
D = "https://example.org/dijk#"


def dikes() -> Words:
    return Words(Graph(quad.triple for quad in ox.parse(DIKES, format=ox.RdfFormat.TURTLE)))


def test_any_label_in_any_language_names_the_term() -> None:
    functions = dikes().instances(h.Function)
    keuren = (ox.NamedNode(D + "keuren"),)
    assert functions.find("keuren") == functions.find("  INSPECTING ") == functions.find("k1") == keuren


def test_types_and_parties_below_a_type() -> None:
    words = dikes()
    assert words.types(h.Actor).find("hhs") == (ox.NamedNode(D + "Hoog"),)
    assert words.instances(h.Actor).find("rijnland") == (ox.NamedNode(D + "rijnland"),)
    assert words.is_a(ox.NamedNode(D + "rijnland"), ox.NamedNode(D + "Schap"))


def test_ambiguous_word_names_both() -> None:
    assert len(dikes().instances(h.Function).find("onderhoud")) == 2


def test_unknown_word_gets_the_nearest() -> None:
    assert dikes().instances(h.Function).nearest("maaijen")[0] == "maaien"
    assert dikes().instances(h.Function).nearest("water") == ()
    assert dikes().types(h.Actor).nearest("schap") == ("waterschap", "hoogheemraadschap")


def test_few_things_are_told_all_and_many_are_not() -> None:
    assert len(dikes().instances(h.Function).few()) == 2
    lexicon = Lexicon((f"afspraak {number}", ox.NamedNode(f"{D}a{number}")) for number in range(100))
    assert lexicon.few() == ()
    assert len(lexicon.nearest("afspraak 7")) <= 10


def test_label_prefers_the_language_asked() -> None:
    words = dikes()
    assert words.label(ox.NamedNode(D + "maaien"), "nl") == "maaien"
    assert words.label(ox.NamedNode(D + "maaien"), "en") == "mowing"
    assert words.label(ox.NamedNode(D + "Hoog"), "en") == "hoogheemraadschap"
    assert words.label(ox.NamedNode(D + "onbenoemd"), "nl") == "onbenoemd"


def test_spelling_that_does_not_count() -> None:
    assert normal("  Café\u00a0 Noord ") == normal("cafe\u0301 noord")
    assert slug("Zorgkantoor", "Één & Twee!") == "zorgkantoor-een-twee"
    assert slug("…") == "x"

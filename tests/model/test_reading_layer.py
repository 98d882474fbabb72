"""The reading layer is complete and holds together: every statement can be read, located and followed.

Counts are fixed here on purpose: a statement or article that vanishes must be noticed. The file reads the Turtle
itself, so that it fails on the data and not on the code that loads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]
CORE, READING = ROOT / "ontology" / "core.ttl", ROOT / "ontology" / "reading.ttl"
SOURCES = ROOT / "data" / "sources"
PARTS = ("source.ttl", "passages.ttl", "statements.ttl", "articles.ttl")
STATEMENTS = {
    "brief-thuiszorg-amstelland-2018": ("BT18-", 159),
    "kamerbrief-2019-02-04": ("KB19-", 122),
    "kamerbrief-34104-272": ("KB19B-", 183),
    "lhv-handelingsperspectief-2024": ("HP24-", 169),
    "lhv-leidraad-2018": ("LL18-", 147),
}
INSTRUMENTS, ARTICLES = 67, 214
PREFIXES = """
PREFIX h: <https://w3id.org/hiaat/ns#>
PREFIX src: <https://w3id.org/hiaat/id/source/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def files() -> Iterator[Path]:
    """Every file of the reading layer, norms left out."""
    yield READING
    yield from sorted(SOURCES.glob("*.ttl"))
    yield from (path for path in sorted(SOURCES.glob("*/*.ttl")) if path.name in PARTS)


@cache
def store() -> Store:
    loaded = Store()
    for path in files():
        loaded.load(path=str(path), format=RdfFormat.TURTLE)
    return loaded


def test_only_a_commitment_is_due() -> None:
    """Of the five documents, six promises name a year or month."""
    due = rows("SELECT ?id ?when { ?s h:dueIn ?when ; h:statementType h:CommitmentStatement ; dcterms:identifier ?id }")
    assert sorted(due) == [
        ("BT18-095", "2018"),
        ("KB19B-099", "2019-12"),
        ("KB19B-150", "2020"),
        ("KB19B-172", "2020"),
        ("KB19B-174", "2020"),
        ("KB19B-182", "2020"),
    ]
    assert len(rows("SELECT ?s { ?s h:dueIn ?when }")) == len(due)


def rows(query: str, source: Store | None = None) -> list[tuple[str, ...]]:
    """The solutions of a SELECT, as plain strings."""
    solutions: Any = (source or store()).query(PREFIXES + query)
    return [tuple(getattr(term, "value", str(term)) for term in row) for row in solutions]


def no(query: str) -> None:
    """Nothing in the reading layer answers this query."""
    assert rows(query) == []


@pytest.mark.parametrize("document", STATEMENTS)
def test_every_statement_of_the_document_is_there(document: str) -> None:
    prefix, count = STATEMENTS[document]
    found = rows(f"""SELECT ?s ?id {{
        ?s a h:Statement ; dcterms:identifier ?id ; prov:hadPrimarySource src:{document} }}""")
    expected = [f"{prefix}{number:03d}" for number in range(1, count + 1)]
    assert sorted(identifier for _, identifier in found) == expected
    assert sorted(iri for iri, _ in found) == [f"https://w3id.org/hiaat/id/statement/{i}" for i in expected]


def test_there_are_no_other_statements() -> None:
    assert len(rows("SELECT ?s { ?s a h:Statement }")) == sum(count for _, count in STATEMENTS.values()) == 780


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_statement_is_paraphrased_once_in_each_language(language: str) -> None:
    no(f"""SELECT ?s {{ ?s a h:Statement
        OPTIONAL {{ ?s h:paraphrase ?p FILTER(lang(?p) = "{language}" && strlen(?p) > 10) }} }}
        GROUP BY ?s HAVING(COUNT(?p) != 1)""")


def test_every_statement_has_a_speaker_that_is_described() -> None:
    no("""SELECT ?s { ?s a h:Statement FILTER NOT EXISTS {
        ?s h:speaker ?who . ?who rdfs:label ?label FILTER(lang(?label) = "nl") } }""")
    no("""SELECT ?s ?who { ?s h:speaker|h:reporter ?who
        FILTER NOT EXISTS { ?who rdfs:label ?label ; h:speaksAs ?voice } }""")


def test_nobody_reports_themselves() -> None:
    no("SELECT ?s { ?s h:speaker ?who ; h:reporter ?who }")


@pytest.mark.parametrize(
    ("link", "kind", "count"),
    [("h:statementType", "h:StatementType", 20), ("h:gapRelevance", "h:GapRelevance", 10)],
)
def test_every_statement_is_classified_once(link: str, kind: str, count: int) -> None:
    no(f"""SELECT ?s {{ ?s a h:Statement OPTIONAL {{ ?s {link} ?t . ?t a {kind} }} }}
        GROUP BY ?s HAVING(COUNT(?t) != 1)""")
    assert len(rows(f"SELECT DISTINCT ?t {{ ?t a {kind} . ?s {link} ?t }}")) == count


def test_every_statement_is_located() -> None:
    no("""SELECT ?s { ?s a h:Statement OPTIONAL {
        ?s prov:wasDerivedFrom ?p ; prov:hadPrimarySource ?source .
        ?p a oa:SpecificResource ; oa:hasSource ?source ; h:section ?section ; h:textDigest ?digest ;
           h:firstLine ?first ; h:lastLine ?last ; oa:hasSelector/rdf:value ?selector .
        ?source h:lineCount ?lines ; h:textDigest ?whole
        FILTER(1 <= ?first && ?first <= ?last && ?last <= ?lines)
        FILTER(?selector = CONCAT("line=", STR(?first - 1), ",", STR(?last)))
        FILTER(REGEX(?digest, "^[0-9a-f]{64}$") && REGEX(?whole, "^[0-9a-f]{64}$")) } }
        GROUP BY ?s HAVING(COUNT(?p) != 1)""")


def test_every_link_to_a_statement_or_source_resolves() -> None:
    no("""SELECT ?s ?other { ?s h:dependsOn|h:repeats ?other
        FILTER NOT EXISTS { ?other a h:Statement } }""")
    no("SELECT ?s { ?s h:dependsOn|h:repeats ?s }")
    no("""SELECT ?x ?other {
        ?x dcterms:references|dcterms:replaces|dcterms:isReplacedBy|dcterms:isPartOf|dcterms:relation|dcterms:source
           |h:readAs|eli:is_part_of|prov:hadPrimarySource|oa:hasSource ?other
        FILTER NOT EXISTS { ?other a eli:LegalResource }
        FILTER NOT EXISTS { ?other a eli:LegalResourceSubdivision } }""")
    no("""SELECT ?x ?other { ?x eli:type_document|eli:responsibility_of_agent ?other
        FILTER NOT EXISTS { ?other rdfs:label ?label } }""")


def test_every_canonical_function_and_voice_exists() -> None:
    care = Store()
    for path in sorted((ROOT / "ontology" / "care").glob("*.ttl")):
        care.load(path=str(path), format=RdfFormat.TURTLE)
    known = {iri for (iri,) in rows("SELECT DISTINCT ?t { ?t a ?class }", care)}
    used = rows("SELECT DISTINCT ?t { ?s dcterms:subject|h:speaksAs ?t }")
    assert [iri for (iri,) in used if iri not in known] == []


def test_every_instrument_and_article_is_registered() -> None:
    instruments = {iri for (iri,) in rows("SELECT ?i { ?i a eli:LegalResource ; h:confidence ?c }")}
    documents = {iri for (iri,) in rows("SELECT ?d { ?d a eli:LegalResource ; h:textDigest ?digest }")}
    assert (len(instruments), len(documents)) == (INSTRUMENTS, len(STATEMENTS))
    assert len(rows("SELECT ?a { ?a a eli:LegalResourceSubdivision }")) == ARTICLES
    folders = {path.name for path in SOURCES.iterdir() if (path / "source.ttl").exists()}
    assert {iri.rsplit("/", 1)[1] for iri in instruments | documents} == folders


def test_every_source_says_what_it_is() -> None:
    no("""SELECT ?i { ?i a eli:LegalResource FILTER NOT EXISTS {
        ?i rdfs:label ?label ; eli:title ?title ; eli:type_document ?type FILTER(lang(?title) = "nl") } }""")
    no("""SELECT ?d { ?d a eli:LegalResource ; h:textDigest ?digest FILTER NOT EXISTS {
        ?d eli:title ?title ; eli:date_document ?date ; eli:responsibility_of_agent ?agent
        FILTER(lang(?title) = "en") } }""")


def test_every_article_says_what_it_regulates_and_how_sure_that_is() -> None:
    """Its name is its number, without the book of a code: 7:460 is article 460 of that book."""
    no("""SELECT ?a { ?a a eli:LegalResourceSubdivision FILTER NOT EXISTS {
        ?a eli:is_part_of ?law ; eli:number ?number ; h:regulates ?nl , ?en ; h:confidence ?sure
        FILTER(lang(?nl) = "nl" && lang(?en) = "en" && ?sure IN ("verified", "well_known", "unsure"))
        BIND(REPLACE(STR(?law), "/source/", "/article/") AS ?base)
        FILTER(STR(?a) = CONCAT(?base, "/", REPLACE(REPLACE(?number, " ", "-"), "^[0-9]+:", ""))) } }""")


def test_the_date_of_a_text_is_no_entry_into_force() -> None:
    no("SELECT ?a { ?a a eli:LegalResourceSubdivision ; eli:first_date_entry_in_force ?date }")
    no("SELECT ?i { ?i a eli:LegalResource ; h:textReadFrom ?date }")


def test_an_instrument_without_a_date_says_so() -> None:
    no("""SELECT ?i { ?i a eli:LegalResource ; h:confidence ?sure
        FILTER NOT EXISTS { ?i eli:first_date_entry_in_force ?date }
        FILTER NOT EXISTS { ?i dcterms:temporal/skos:note ?note } }""")


def test_dates_are_dates() -> None:
    no("""SELECT ?x ?date {
        ?x eli:first_date_entry_in_force|eli:date_no_longer_in_force|eli:date_document
           |h:textReadFrom|h:dateEarliest|h:dateLatest ?date
        FILTER(!((datatype(?date) = xsd:date && REGEX(STR(?date), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
              || (datatype(?date) = xsd:gYearMonth && REGEX(STR(?date), "^[0-9]{4}-[0-9]{2}$"))
              || (datatype(?date) = xsd:gYear && REGEX(STR(?date), "^[0-9]{4}$")))) }""")
    no("""SELECT ?i { ?i eli:first_date_entry_in_force ?from ; eli:date_no_longer_in_force ?until
        FILTER(STR(?until) < STR(?from)) }""")


def test_every_own_term_is_declared() -> None:
    declared = Store()
    for path in (CORE, READING):
        declared.load(path=str(path), format=RdfFormat.TURTLE)
    known = {iri for (iri,) in rows("SELECT DISTINCT ?t { ?t a ?class }", declared)}
    used = rows("""SELECT DISTINCT ?t { { ?s ?t ?o } UNION { ?s ?p ?t }
        FILTER(isIRI(?t) && STRSTARTS(STR(?t), STR(h:))) }""")
    assert [iri for (iri,) in used if iri not in known] == []


def test_every_term_of_the_reading_layer_is_defined_in_both_languages() -> None:
    for language in ("nl", "en"):
        no(f"""SELECT ?t {{ ?t a ?class FILTER(STRSTARTS(STR(?t), STR(h:)))
            FILTER NOT EXISTS {{ ?t rdfs:label ?label ; skos:definition ?definition
                FILTER(lang(?label) = "{language}" && lang(?definition) = "{language}") }} }}""")

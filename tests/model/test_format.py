"""Every Turtle file that ships is in the house form, by the tool that makes it so; and borrows no word that is not there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from tests.model.body import OURS, ROOT, read
from tools.format_turtle import files, formatted

FILES = files()
# Vocabularies of others that are used, with their words. ELI and Web Annotation rdflib does not have: the words that are used.
CLOSED: dict[str, Any] = {
    str(namespace): namespace
    for namespace in (
        rdflib.DCTERMS,
        rdflib.FOAF,
        rdflib.ORG,
        rdflib.OWL,
        rdflib.PROV,
        rdflib.RDF,
        rdflib.RDFS,
        rdflib.SH,
        rdflib.SKOS,
        rdflib.VANN,
        rdflib.XSD,
    )
}
SOME = {
    "http://data.europa.eu/eli/ontology#": {
        "LegalResource", "LegalResourceSubdivision", "date_document", "date_no_longer_in_force", "first_date_entry_in_force",
        "id_local", "is_part_of", "number", "responsibility_of", "responsibility_of_agent", "title", "title_short", "type_document",
    },
    "http://www.w3.org/ns/oa#": {"FragmentSelector", "SpecificResource", "hasSelector", "hasSource"},
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_in_the_house_form(path: Path) -> None:
    text = path.read_bytes().decode()
    assert formatted(text) == text, f"python tools/format_turtle.py {path.relative_to(ROOT)}"


HEAD = "# What this is.\n\n@prefix a: <urn:a#> .\n@prefix b: <urn:b#> .\n\n"
GOOD = HEAD + 'a:x b:y "b: <urn:b#z>  " . # <urn:b#z>\n'


def test_what_is_in_the_house_form_stays() -> None:
    assert formatted(GOOD) == GOOD


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" .\n", " . \n"),
        lambda text: text + "\n",
        lambda text: text[:-1],
        lambda text: text.replace("\n\na:x", "\n\n\na:x"),
        lambda text: text.replace("a:x b:y", "a:x <urn:b#y>"),
        lambda text: text.replace("@prefix b:", "@prefix c: <urn:c#> .\n@prefix b:"),
        lambda text: text.replace(
            "@prefix a: <urn:a#> .\n@prefix b: <urn:b#> .\n", "@prefix b: <urn:b#> .\n@prefix a: <urn:a#> .\n"
        ),
        lambda text: text.replace("a:x b:y", "a:x\tb:y"),
    ],
)
def test_what_is_not_is_changed_and_says_the_same(change: Callable[[str], str]) -> None:
    other = change(GOOD)
    assert formatted(other) != other
    assert triples(formatted(other)) == triples(other) == triples(GOOD)
    assert formatted(formatted(other)) == formatted(other)


def triples(text: str) -> set[str]:
    return {str(quad) for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (GOOD[2:], "no header"),
        (GOOD.replace("@prefix b:", "a:y a:z a:x .\n@prefix b:"), "between the prefixes"),
        (GOOD.replace("@prefix b:", "@prefix a: <urn:c#> .\n@prefix b:"), "declared twice"),
    ],
)
def test_what_a_tool_cannot_mend_is_told(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        formatted(text)


def unknown(paths: list[Path]) -> set[str]:
    """Words of others that are predicates or types and that their vocabulary does not have."""
    used = {
        part.value
        for triple, _ in read(paths)
        for part in (triple.predicate, triple.object if triple.predicate.value == str(rdflib.RDF.type) else None)
        if isinstance(part, ox.NamedNode) and not part.value.startswith(OURS)
    }
    return {word for word in used if not _known(word)}


def _known(word: str) -> bool:
    closed = next((terms for namespace, terms in CLOSED.items() if word.startswith(namespace)), ())
    return word in closed or any(word == namespace + name for namespace, names in SOME.items() for name in names)


def test_words_of_others_exist() -> None:
    assert unknown(FILES) == set()


@pytest.mark.parametrize(
    "word",
    [
        f"{rdflib.RDFS}Label",
        f"{rdflib.SKOS}preflabel",
        "http://data.europa.eu/eli/ontology#Title",
        "https://schema.org/name",
    ],
)
def test_a_misspelt_word_of_others_is_noticed(word: str) -> None:
    assert not _known(word)

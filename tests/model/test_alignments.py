"""The alignments: what hiaat's terms match in other vocabularies. They stand apart, and nothing is computed with them."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.model.body import CARE, OURS, ROOT, declared, files, read, stated
from tools import alignments
from tools.alignments import COLUMNS, SURE, Alignment, Row, tables, turtle_of

from hiaat.bundle import FOLDERS
from hiaat.knowledge.body import default_files
from hiaat.knowledge.terms import CORE, skos

TABLES = tables()
HIAAT = {"h": CORE, "care": CARE}
EXACT = skos("exactMatch")
# By vocabulary: where its terms stand. A file may not speak of another.
NAMESPACES = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "flint": "http://ontology.tno.nl/normengineering/flint#",
    "gufo": "http://purl.org/nemo/gufo#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "onz": "http://purl.org/ozo/onz-",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "tooi": "https://identifier.overheid.nl/tooi/",
}
PREDICATES = {f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
# The schema of SSSOM (src/sssom_schema/schema/sssom_schema.yaml, as of August 2026): what a set and a mapping must
# have, as far as both sides are terms with a name; and what of the rest is used here.
SET_MUST = {"mapping_set_id", "license"}
SET_MAY = {
    "curie_map", "creator_label", "extension_definitions", "mapping_set_description", "mapping_set_title",
    "object_source", "object_source_version", "subject_source",
}  # fmt: skip
MAPPING_MUST = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
MAPPING_MAY = {"subject_label", "object_label", "confidence", "comment"}
JUSTIFICATIONS = {"semapv:ManualMappingCuration", "semapv:MappingReview"}  # of those that the schema knows
BUILT_IN = {  # prefixes that SSSOM fixes
    "owl": "http://www.w3.org/2002/07/owl#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def name(table: Path) -> str:
    """The vocabulary of a table."""
    return turtle_of(table).stem


def parsed(table: Path) -> Alignment:
    return alignments.read(table.read_text(encoding="utf-8"))


def rows() -> list[tuple[Path, Alignment, Row]]:
    return [(table, found, row) for table in TABLES for found in [parsed(table)] for row in found.rows]


ROWS = rows()
per_table = pytest.mark.parametrize("table", TABLES, ids=name)


def test_every_vocabulary_has_its_table_and_its_turtle_and_there_is_nothing_else() -> None:
    assert {name(table) for table in TABLES} == set(NAMESPACES)
    assert set((ROOT / "alignments").iterdir()) == {*TABLES, *map(turtle_of, TABLES)}


@per_table
def test_the_files_are_what_the_tool_writes(table: Path) -> None:
    found = parsed(table)
    assert alignments.table(found) == table.read_bytes().decode(), "python tools/alignments.py"
    assert alignments.turtle(found) == turtle_of(table).read_bytes().decode(), "python tools/alignments.py"


@per_table
def test_the_turtle_says_what_the_table_says(table: Path) -> None:
    found = parsed(table)
    said = {tuple(map(str, triple)) for triple, _ in read([turtle_of(table)])}
    match = {
        tuple(f"<{found.iri(row[column])}>" for column in ("subject_id", "predicate_id", "object_id"))
        for row in found.rows
    }
    sure = {(f"<{found.iri(row['object_id'])}>", f"<{CORE}confidence>", f'"{row[SURE]}"') for row in found.rows}
    assert match | sure <= said
    assert {triple[0] for triple in said - match - sure} == {f"<{found.about['mapping_set_id']}>"}


@per_table
def test_a_table_has_the_slots_of_sssom(table: Path) -> None:
    about = parsed(table).about
    assert set(about) >= SET_MUST
    assert set(about) <= SET_MUST | SET_MAY
    assert about["mapping_set_id"] == f"{OURS}alignments/{name(table)}"
    assert about["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert about["extension_definitions"] == [
        {"slot_name": SURE, "property": "h:confidence", "type_hint": "xsd:string"}
    ]
    assert BUILT_IN.items() <= about["curie_map"].items()


def test_the_columns_are_those_of_sssom_and_one_of_ours() -> None:
    assert set(COLUMNS) == MAPPING_MUST | MAPPING_MAY | {SURE}
    assert all(set(row) == set(COLUMNS) for _, _, row in ROWS)


def test_a_mapping_has_all_it_must_have() -> None:
    for _, _, row in ROWS:
        assert all(row[column] for column in COLUMNS), row
        assert row["predicate_id"] in PREDICATES
        assert row["mapping_justification"] in JUSTIFICATIONS
        assert 0 < float(row["confidence"]) <= 1
        assert row[SURE] in {"verified", "well_known", "unsure"}


def test_subjects_are_terms_of_hiaat() -> None:
    known = declared(stated())
    assert {found.iri(row["subject_id"]) for _, found, row in ROWS} - known == set()
    assert all(
        found.about["curie_map"].get(prefix, iri) == iri for _, found, _ in ROWS for prefix, iri in HIAAT.items()
    )


def test_objects_are_terms_of_the_vocabulary_of_their_file() -> None:
    assert [
        row for table, found, row in ROWS if not found.iri(row["object_id"]).startswith(NAMESPACES[name(table)])
    ] == []


def test_two_terms_match_in_one_way() -> None:
    pairs = [(found.iri(row["subject_id"]), found.iri(row["object_id"])) for _, found, row in ROWS]
    assert len(pairs) == len(set(pairs))


def test_a_term_is_as_sure_everywhere() -> None:
    said = {(found.iri(row["object_id"]), row[SURE]) for _, found, row in ROWS}
    assert len(said) == len({term for term, _ in said})


def test_no_exact_match_with_a_term_that_nobody_here_saw() -> None:
    assert [row for _, _, row in ROWS if row["predicate_id"] == "skos:exactMatch" and row[SURE] == "unsure"] == []


def test_no_chain_of_exact_matches_makes_two_terms_of_hiaat_the_same() -> None:
    """Those of the ontology itself included. Its keys of reading stand outside: they are names for its terms."""
    triples = [triple for triple, _ in (*stated(), *read(map(turtle_of, TABLES)))]
    links = [
        (triple.subject, triple.object)
        for triple in triples
        if triple.predicate == EXACT and not f"{triple.subject}".startswith(f"<{OURS}id/")
    ]
    assert links
    assert [group for group in groups(links) if sum(is_ours(term) for term in group) > 1] == []


def is_ours(term: object) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(OURS)


def groups(links: Sequence[tuple[object, object]]) -> list[set[object]]:
    """What hangs together by the links."""
    found: list[set[object]] = []
    for link in links:
        joined = {*link}.union(*(group for group in found if group & {*link}))
        found = [*(group for group in found if not group & joined), joined]
    return found


def test_a_chain_of_exact_matches_is_noticed() -> None:
    a, b, c, d = (ox.NamedNode(f"{start}x") for start in (f"{OURS}a", "urn:b", "urn:c", f"{OURS}d"))
    assert groups([(a, b), (d, c), (b, c)]) == [{a, b, c, d}]


def test_what_the_ontology_says_of_public_bodies_stands_in_their_table_the_same() -> None:
    table = next(table for table in TABLES if name(table) == "tooi")
    told = {triple for triple, _ in read([turtle_of(table)]) if triple.predicate == EXACT}
    in_ontology = {
        triple
        for triple, _ in stated()
        if triple.predicate == EXACT and f"{triple.object}".startswith(f"<{NAMESPACES['tooi']}")
    }
    assert told == in_ontology


def test_hiaat_loads_no_alignment() -> None:
    assert "alignments" not in FOLDERS
    loaded = {*default_files(), *files(ROOT / "ontology", ROOT / "data", ROOT / "shapes")}
    assert not loaded & {turtle_of(table) for table in TABLES}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "alignments" not in project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


def test_nothing_names_an_alignment() -> None:
    """No import, no rule, no question and no line of the program."""
    read_by_hiaat = [path for folder in (*FOLDERS, "src") for path in (ROOT / folder).glob("**/*") if path.is_file()]
    naming = [path for path in read_by_hiaat if b"hiaat/alignments" in path.read_bytes()]
    assert naming == []

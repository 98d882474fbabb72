"""What the detectors find of the known tensions, how much of the rest is real, and that no detector knows its answers."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from tests.tensions.detecting import DETECTORS, ROOT, drawn, hits, judged, known, reading, run
from tests.tensions.page import PAGE, with_tables

WORDS = {"dcterms": None, "prov": None, "rdfs": None, "skos": None, "h": "https://w3id.org/hiaat/ns#"}
by_name = pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.stem)


def test_at_least_65_of_the_82_are_found() -> None:
    assert len(known()) == 82
    found = [tension.id for tension in known() if tension.found_in(hits())]
    assert len(found) >= 65, sorted({tension.id for tension in known()} - set(found))


def test_what_is_not_found_has_its_reason_and_only_that() -> None:
    assert {tension.id for tension in known() if tension.missed} == {
        tension.id for tension in known() if not tension.found_in(hits())
    }


def test_every_statement_of_a_known_tension_exists() -> None:
    identifiers = [row.object for row in reading().quads_for_pattern(None, IDENTIFIER, None)]
    told = {term.value for term in identifiers if isinstance(term, ox.Literal)}
    assert {name for tension in known() for name in tension.statements} <= told


def test_there_are_at_most_fifteen_detectors() -> None:
    assert 0 < len(DETECTORS) <= 15


@by_name
def test_every_detector_finds_a_known_tension(detector: Path) -> None:
    assert any(detector.stem in tension.found_in(hits()) for tension in known())


@by_name
def test_no_detector_names_a_statement_norm_passage_or_key(detector: Path) -> None:
    text = detector.read_text("utf-8")
    query = re.sub(r"^(#.*|PREFIX.*)$", "", text, flags=re.MULTILINE)
    assert "<" not in query.replace("STR(?one) < STR(?other)", "")
    assert '"' not in query
    assert set(re.findall(r"\b([a-z]+):", query)) <= set(WORDS)
    assert set(re.findall(r"^PREFIX ([a-z]+):", text, flags=re.MULTILINE)) <= set(WORDS)


@by_name
def test_every_word_of_a_detector_is_of_the_ontology(detector: Path) -> None:
    declared = {
        quad.subject.value
        for file in (ROOT / "ontology").glob("*.ttl")
        for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode)
    }
    used = {f"{WORDS['h']}{word}" for word in re.findall(r"\bh:([A-Za-z]+)", detector.read_text("utf-8"))}
    assert used <= declared


@by_name
def test_the_header_tells_what_and_why_in_two_languages(detector: Path) -> None:
    lines = [line[3:] for line in detector.read_text("utf-8").splitlines() if line.startswith("#+")]
    header = yaml.safe_load("\n".join(lines))
    assert set(header) == {"summary", "why", "columns"}
    assert set(header["summary"]) == {"nl", "en"}
    asked = re.findall(r"\?(\w+)", re.findall(r"^SELECT .*$", detector.read_text("utf-8"), re.MULTILINE)[0])
    assert list(header["columns"]) == asked


def test_the_sample_is_what_the_seed_draws() -> None:
    assert [entry.hit for entry in judged()] == drawn(), "the hits have changed: draw and judge again"


def test_of_the_sample_at_least_six_in_ten_are_real() -> None:
    assert len(judged()) == 60
    assert all(entry.why for entry in judged())
    assert sum(entry.real for entry in judged()) / 60 >= 0.6


def test_a_detector_finds_the_same_twice() -> None:
    assert list(run(DETECTORS[0], reading())) == list(run(DETECTORS[0], reading()))


IDENTIFIER = ox.NamedNode("http://purl.org/dc/terms/identifier")


def test_the_page_shows_what_is_found_and_judged() -> None:
    text = PAGE.read_text("utf-8")
    assert text == with_tables(text), "run python -m tests.tensions.page"

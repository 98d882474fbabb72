"""The sentences of the report are data: complete in both languages, general, and each of them used."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from tests.explain.told import LANGUAGES, judge
from tests.explain.words import care_words, hits, without_slots

import hiaat.explain
from hiaat.bundle import root
from hiaat.explain.lexicon import Lexicon
from hiaat.explain.template import Template
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, SH, h
from hiaat.scenario.messages import Language

MODULES = tuple(sorted(Path(hiaat.explain.__file__).parent.glob("*.py")))
FAMILIES = (
    "age-",
    "miss-",
    "title-",
    "heading-",
    "summary-",
    "severity-",
    "cell-",
    "paper-",
    "ended-",
    "missing-",
    "conduct-",
    "claim-",
    "contest-held-",
    "taken-",
)


@cache
def report() -> Graph:
    """The sentences that ship, without what bodies of knowledge say instead."""
    return parse_files([root() / "ontology" / "report.ttl"])


@cache
def lexicon(language: Language) -> Lexicon:
    return Lexicon(report(), language)


def keys() -> list[str]:
    return sorted(node.value.rsplit("/", 1)[-1] for node in report().subjects(RDF_TYPE, h("Sentence")))


def template(key: str, language: Language) -> Template:
    return lexicon(language).template(key)


def _nodes() -> list[ast.AST]:
    return [node for file in MODULES for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]


def strings() -> set[str]:
    """Every string in the modules."""
    return {node.value for node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Where a sentence is said by name with all its slots written out: the place, its key and the slots."""
    for file in MODULES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("say", "fill")
            ):
                given = {keyword.arg for keyword in node.keywords}
                first = node.args[0] if node.args else None
                if None not in given and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{file.name}:{node.lineno}", first.value, {arg for arg in given if arg}


@pytest.mark.parametrize("key", keys())
def test_a_sentence_has_both_languages(key: str) -> None:
    for language in LANGUAGES:
        assert template(key, language).text


@pytest.mark.parametrize("key", keys())
def test_a_sentence_speaks_general_words(key: str) -> None:
    words = care_words(judge().knowledge.words)
    for language in LANGUAGES:
        assert not list(hits(without_slots(template(key, language)), words))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_no_module_knows_a_word_of_care(file: Path) -> None:
    assert not list(hits(file.read_text(encoding="utf-8"), care_words(judge().knowledge.words)))


@pytest.mark.parametrize(("place", "key", "given"), list(calls()))
def test_whoever_says_a_sentence_fills_its_slots(place: str, key: str, given: set[str]) -> None:
    for language in LANGUAGES:
        assert template(key, language).needed <= given, place


def test_every_slot_is_filled_by_somebody() -> None:
    filled = {keyword.arg for node in _nodes() if isinstance(node, ast.Call) for keyword in node.keywords} | strings()
    assert {slot for key in keys() for language in LANGUAGES for slot in template(key, language).slots} <= filled


def test_no_sentence_is_dead() -> None:
    said = strings()
    assert [key for key in keys() if key not in said and not key.startswith(FAMILIES)] == []


def test_every_kind_of_finding_has_a_title() -> None:
    kinds = judge().knowledge.words.subjects(RDF_TYPE, h("FindingKind"))
    names = [node.value.rsplit("#", 1)[-1] for node in kinds if isinstance(node, NamedNode)]
    gaps = {"Vacuum", "Lapsed"}  # nobody is bound
    titled = {key.removeprefix("title-").removeprefix("bound-") for key in keys() if key.startswith("title-")}
    assert set(names) - gaps <= titled


def test_every_severity_has_a_word() -> None:
    severities = {value.value for _, value in judge().knowledge.words.pairs(h("severity"))}
    assert severities <= {SH + name for name in ("Violation", "Warning", "Info")}
    for name in ("Gap", "Violation", "Warning", "Info"):
        assert {f"severity-{name}", f"summary-{name}", f"summary-{name}-one"} <= set(keys())


def test_a_body_of_knowledge_may_say_it_otherwise() -> None:
    said = {language: Lexicon(judge().knowledge.words, language).template("situation").text for language in LANGUAGES}
    assert all(said[language] != template("situation", language).text for language in LANGUAGES)

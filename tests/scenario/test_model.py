"""The reader and the model agree: keys, fields and terms are known on both sides, and no trade is in the code."""

import ast
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from hiaat.knowledge.body import default_files, parse_files
from hiaat.knowledge.graph import Graph
from hiaat.scenario import Words
from hiaat.scenario.terms import h, rdf, rdfs, skos
from hiaat.scenario.values import READERS

PACKAGE = Path(__file__).parents[2] / "src" / "hiaat" / "scenario"
MODULES = sorted(PACKAGE.glob("*.py"))
CARE = "https://w3id.org/hiaat/care#"


@pytest.fixture(scope="module")
def model() -> Graph:
    return parse_files(default_files())


def strings(module: Path) -> list[str]:
    """The texts in a module that are no docstring."""
    tree = ast.parse(module.read_text("utf-8"))
    told = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    return [
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and n not in told
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_every_term_in_the_code_is_in_the_model(module: Path, model: Graph) -> None:
    for local in set(re.findall(r"\bh\.([A-Za-z]\w*)", module.read_text("utf-8"))) - {"base"}:
        assert model.value(h[local], rdf.type) is not None, local


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_word_of_a_trade_is_in_the_code(module: Path, model: Graph) -> None:
    labels = {
        name.value.casefold()
        for predicate in (skos.prefLabel, skos.altLabel, rdfs.label)
        for thing, name in model.pairs(predicate)
        if isinstance(thing, NamedNode) and thing.value.startswith(CARE)
    }
    text = " | ".join(strings(module)).casefold()
    found = {label for label in labels if len(label) >= 6 and re.search(rf"\b{re.escape(label)}\b", text)}
    assert not found


def test_every_field_writes_a_known_property_from_a_key_of_its_section(words: Words, model: Graph) -> None:
    fields = words.subjects(rdf.type, h.ScenarioField)
    assert len(fields) > 60
    for field in fields:
        (key,), (predicate,) = words.objects(field, h.fieldKey), words.objects(field, h.fieldProperty)
        assert words.is_a(key, h.ScenarioKey), field
        assert set(words.objects(field, h.fieldSection)) <= set(words.objects(key, h.keySection)), field
        assert predicate not in h or model.value(predicate, rdf.type) is not None, field


def test_every_sort_of_value_can_be_read(words: Words) -> None:
    for sort in {
        sort for field in words.subjects(rdf.type, h.ScenarioField) for sort in words.objects(field, h.fieldValue)
    }:
        assert sort in READERS or sort == h.Condition or list(words.instances(sort).all()), sort


def test_every_key_is_read(words: Words) -> None:
    by_field = {key for field in words.subjects(rdf.type, h.ScenarioField) for key in words.objects(field, h.fieldKey)}
    code = "\n".join(module.read_text("utf-8") for module in MODULES)
    by_code = {h[local] for local in re.findall(r"\bh\.(key[A-Z]\w*)", code)}
    assert set(words.subjects(rdf.type, h.ScenarioKey)) == (by_field | by_code) - {h.keySection}


def test_no_word_of_the_file_has_two_meanings(words: Words) -> None:
    sections = {
        section for key in words.subjects(rdf.type, h.ScenarioKey) for section in words.objects(key, h.keySection)
    }
    for section in sections:
        names: dict[str, set[NamedNode]] = {}
        for key in words.subjects(h.keySection, section):
            for name in words.texts(key):
                names.setdefault(name.value.casefold(), set()).add(key)
        assert all(len(keys) == 1 for keys in names.values()), section
    for sort in (
        "Function",
        "Window",
        "AgreementKind",
        "Condition",
        "ActKind",
        "StateKind",
        "ClaimKind",
        "ConductKind",
        "State",
        "Tie",
    ):
        lexicon = words.instances(h[sort])
        assert all(len(lexicon.find(word)) == 1 for word, _ in lexicon.all()), sort


def test_modules_are_read_in_one_sitting() -> None:
    assert all(len(module.read_text("utf-8").splitlines()) < 200 for module in MODULES)

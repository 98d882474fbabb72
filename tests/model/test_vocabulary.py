"""The words: rules know only the core, and the core knows no trade. That every word is explained is in shapes/model/terms.ttl."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.model.body import (
    CARE,
    ONTOLOGY,
    OURS,
    ROOT,
    core,
    declared,
    files,
    graph,
    iri,
    read,
    stated,
    undeclared,
)

from hiaat.judging import Judge
from hiaat.knowledge.terms import CORE, RDF_TYPE, h, rdfs, sh, skos
from hiaat.reports.graph import judgement_graph
from hiaat.reports.report import Case

SHAPES = files(ROOT / "shapes")
OF_THE_MODEL = ROOT / "shapes" / "model"  # these look at what was read as well, and at the words that it borrows
BORROWED = ("http://purl.org/dc/terms/", "http://data.europa.eu/eli/ontology#", f"{OURS}id/document-type")
PYTHON = sorted((ROOT / "src" / "hiaat").glob("**/*.py"))
ABOUT = ROOT / "src" / "hiaat" / "__init__.py"  # says what the program is for
NOT_OF_A_TRADE = [
    *(ONTOLOGY / name for name in ("core.ttl", "report.ttl", "interface.ttl")),
    *SHAPES,
    *(path for path in PYTHON if path != ABOUT),
    *sorted((ROOT / "docs" / "schema").glob("*.json")),
]
PREFIXED = re.compile(r"(?<![\w:/-])([a-z][a-z_]*):([A-Za-z]\w*)")
FULL = re.compile(r"<(http[^>]*)>")
IN_PYTHON = re.compile(r"\bh\(\"(\w+)\"\)|\bh\.([A-Za-z]\w*)(?!\w*\()")
LABELS = {rdfs("label"), skos("prefLabel"), skos("altLabel")}
TOKEN = re.compile(r"[^\W\d_]{3,}")
HUMP = re.compile(r"([a-z])([A-Z])")


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_rules_and_shapes_name_only_the_core_and_the_w3c(path: Path) -> None:
    found = list(read([path]))
    own = declared(found)
    named = {iri(part) for triple, _ in found for part in (triple.predicate, triple.object)} - own - {f"{OURS}ns", ""}
    more = BORROWED if path.parent == OF_THE_MODEL else ()
    assert {name for name in named if not name.startswith((CORE, "http://www.w3.org/", f"{OURS}rule/", *more))} == set()
    for text in queries(found):
        assert {prefix for prefix, _ in PREFIXED.findall(text)} <= {"h", "skos", "rdfs", "rdf", "owl", "sh", "xsd"} | (
            {"dcterms"} if more else set()
        )
        assert not FULL.findall(text)


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_words_of_rules_and_shapes_are_declared_in_the_core(path: Path) -> None:
    found = list(read([path]))
    in_text = {CORE + word for text in queries(found) for prefix, word in PREFIXED.findall(text) if prefix == "h"}
    named = {iri(part) for triple, _ in found for part in (triple.subject, triple.predicate, triple.object)}
    known = core() | (declared(read([ONTOLOGY / "reading.ttl"])) if path.parent == OF_THE_MODEL else set())
    assert {name for name in in_text | named if name.startswith(CORE)} - known == set()


def queries(found: Iterable[tuple[ox.Triple, str]]) -> Iterator[str]:
    """The SPARQL in shapes, without what stands between quotes."""
    for triple, _ in found:
        if triple.predicate in {sh("construct"), sh("select")} and isinstance(triple.object, ox.Literal):
            yield re.sub(r'"[^"]*"', '""', triple.object.value)


def test_words_that_python_names_are_declared() -> None:
    known = declared(read(files(*ONTOLOGY.glob("*.ttl"))))
    named = {one or other for path in PYTHON for one, other in IN_PYTHON.findall(path.read_text(encoding="utf-8"))}
    assert {word for word in named - {"base"} if CORE + word not in known} == set()


@pytest.mark.parametrize("name", ["a", "d2", "f", "g"])
def test_words_in_a_scenario_and_in_its_judgement_are_declared(name: str) -> None:
    judge = Judge()
    judged = judge.judge(judge.read(ROOT / "data" / "scenarios" / name / "scenario.yaml"))
    written = [*judged.scenario.triples, *judgement_graph(Case(judged, judge.knowledge, "nl"))]
    used = [(triple, name) for triple in written]
    known = declared(stated())
    assert {name for name in undeclared(used, known) if name.startswith((CORE, CARE))} == set()


def test_no_word_of_the_core_is_left_over() -> None:
    """Each is used by a rule, a program or the model; of what a scenario may choose from, the class is."""
    texts = [path.read_text(encoding="utf-8") for path in (*SHAPES, *PYTHON)]
    used = {word for text in texts for word in re.findall(r"\w+", text)}
    used |= {iri(part).removeprefix(CORE) for triple, _ in stated() for part in (triple.predicate, triple.object)}
    used |= {f"{word}Date" for word in used if word.endswith(("Day", "Since"))}  # a report gives days as dates too
    chosen = {iri(node) for node, kind in graph().pairs(RDF_TYPE) if iri(kind).removeprefix(CORE) in used}
    words = {name for name in core() - chosen if name.startswith(CORE)}
    assert {name for name in words if name.removeprefix(CORE) not in used} == set()


@pytest.mark.parametrize(
    "misspelt", [f"{CORE}Dutty", f"{CARE}huisart", f"{OURS}id/norm/HP24-999", f"{OURS}id/statement/LL18-999"]
)
def test_a_misspelt_name_is_noticed(misspelt: str) -> None:
    triple = ox.Triple(ox.NamedNode(f"{OURS}id/norm/HP24-124"), h("basedOn"), ox.NamedNode(misspelt))
    assert undeclared([(triple, "here")], declared(stated())) == {misspelt: {"here"}}


@pytest.mark.parametrize("path", NOT_OF_A_TRADE, ids=lambda path: path.name)
def test_no_word_of_care_outside_its_own_files(path: Path) -> None:
    words = tokens(path.read_text(encoding="utf-8"))
    assert {word for word in words if stems(word) & care_words()} - general_words() == set()


def tokens(text: str) -> set[str]:
    """Words in lower case; names in camel case taken apart."""
    return {word.lower() for word in TOKEN.findall(HUMP.sub(r"\1 \2", text))}


def stems(word: str) -> set[str]:
    """The word, and what it is the plural of, perhaps."""
    return {
        word,
        *(word.removesuffix(ending) for ending in ("s", "en", "n") if word.endswith(ending) and len(word) > 5),
    }


@cache
def care_words() -> frozenset[str]:
    """What care calls things: the words of labels and names of its terms."""
    found: set[str] = set()
    for triple, _ in stated():
        if iri(triple.subject).startswith(CARE):
            found |= tokens(iri(triple.subject).removeprefix(CARE))
            if isinstance(triple.object, ox.Literal) and triple.predicate in LABELS:
                found |= tokens(triple.object.value)
    return frozenset(found)


def general_words() -> set[str]:
    """Words of these labels that everybody uses, whatever the trade: general_words.txt. A new one is a decision."""
    return set(Path(__file__).with_name("general_words.txt").read_text(encoding="utf-8").split())


def test_general_words_are_no_more_than_needed() -> None:
    """A word that no label of care has any more goes."""
    assert {word for word in general_words() if not stems(word) & care_words()} == set()

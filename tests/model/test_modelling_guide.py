"""The guide to modelling is true of the norms that there are."""

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from hiaat.bundle import root
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, local

GUIDE = (Path(__file__).parents[2] / "docs/modelling.md").read_text("utf-8")
NORM = "https://w3id.org/hiaat/id/norm/"
ONLY = "statement only"


@pytest.fixture(scope="module")
def known() -> Graph:
    return parse_files(sorted((root() / "data/sources").rglob("*.ttl")))


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading."""
    table = GUIDE.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def classes(graph: Graph, norm: str) -> set[str]:
    return {
        local(cls.value) for cls in graph.objects(ox.NamedNode(NORM + norm), RDF_TYPE) if isinstance(cls, ox.NamedNode)
    }


def test_every_example_is_a_norm_of_its_class_and_what_looks_like_it_is_another(known: Graph) -> None:
    for cell, _, example, other in rows("The classes"):
        cls = cell.strip("`")
        named = re.match(r"`([^`]+)`", example)
        assert cls in classes(known, named[1]) if named else example == "none in these sources", example
        ((lookalike, another),) = re.findall(r"^`([^`]+)`.*: (\w+)$", other)
        assert another in classes(known, lookalike), other
        assert cls != another


def test_every_class_of_norm_is_told(known: Graph) -> None:
    used = {local(cls.value) for norm, _ in known.pairs(h("voice")) for cls in known.objects(norm, RDF_TYPE)}
    assert used <= {row[0].strip("`") for row in rows("The classes")}


def test_no_statement_became_a_norm_that_the_table_does_not_know(known: Graph) -> None:
    told = {
        row[0].strip("`"): {*re.findall(r"\w+", row[1]), *re.findall(r"\w+", row[2])} for row in rows("What the types")
    }
    made: dict[str, set[str]] = defaultdict(set)
    for statement, kind in known.pairs(h("statementType")):
        made[local(kind.value)]
        for norm in known.subjects(h("basedOn"), statement):
            made[local(kind.value)] |= classes(known, norm.value.removeprefix(NORM))
    assert made.keys() == told.keys()
    assert {kind: found - told[kind] for kind, found in made.items() if found - told[kind]} == {}

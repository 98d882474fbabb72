"""The page for who writes own SPARQL: its queries answer, and its words are those of the graph."""

import re

import pyoxigraph as ox
import pytest
from tests.query.conftest import store

from hiaat.bundle import root
from hiaat.query import ask
from hiaat.query.header import question

PAGE = (root() / "docs/data.md").read_text("utf-8")
BLOCKS = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
PREFIXES = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>", BLOCKS[0], re.MULTILINE))
QUERIES = [block for block in BLOCKS if "SELECT" in block]


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_every_query_of_the_page_has_an_answer(number: int) -> None:
    assert ask(question("page", QUERIES[number]), store()).rows


def test_every_word_of_the_page_is_in_the_graph() -> None:
    graph = {
        part.value
        for quad in store()
        for part in (quad.subject, quad.predicate, quad.object)
        if isinstance(part, ox.NamedNode)
    }
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    named = re.findall(r"\b([a-z]+):([A-Za-z_][\w-]*)", " ".join(re.findall(r"`([^`]+)`", prose)))
    words = [PREFIXES[prefix] + name for prefix, name in named if prefix in PREFIXES]
    assert len(words) > 60
    assert not [word for word in words if word not in graph]

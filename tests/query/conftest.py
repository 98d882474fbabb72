"""The graphs that questions are asked of, and questions asked of them as the command line does."""

from collections.abc import Callable, Mapping
from functools import cache

import pyoxigraph as ox
import pytest

from hiaat.cli.parser import Parser
from hiaat.cli.query import parser
from hiaat.cli.values import given_values
from hiaat.export import knowledge_graphs
from hiaat.judging import Judge
from hiaat.knowledge.terms import local
from hiaat.query import Answer, ask, named, store_of
from hiaat.reports.texts import Texts

Graphs = dict[ox.NamedNode, set[ox.Triple]]
Ask = Callable[..., Answer]


@cache
def graphs() -> Graphs:
    return knowledge_graphs(Judge())


@cache
def store() -> ox.Store:
    return store_of(graphs())


@cache
def words() -> Parser:
    return parser(Texts("nl"))


def asked(name: str, given: Mapping[str, str], of: ox.Store | None = None) -> Answer:
    """A named question, each value written as a user writes it."""
    data = of or store()
    values = given_values(named()[name], [f"{key}={value}" for key, value in given.items()], data, words())
    return ask(named()[name], data, values)


def column(answer: Answer, name: str) -> set[str]:
    """The ends of the IRIs in a column, or its texts."""
    number = answer.variables.index(name)
    values = [row[number] for row in answer.rows]
    return {local(one.value) for one in values if isinstance(one, ox.NamedNode | ox.Literal)}


@pytest.fixture
def altered() -> Callable[[Callable[[ox.Triple], ox.Triple | None]], ox.Store]:
    """The knowledge with every triple changed by a function; None leaves it out."""

    def make(change: Callable[[ox.Triple], ox.Triple | None]) -> ox.Store:
        changed = {
            name: {new for one in triples if (new := change(one)) is not None} for name, triples in graphs().items()
        }
        return store_of(changed)

    return make

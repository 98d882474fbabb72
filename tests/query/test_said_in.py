"""`h:saidIn` says where a word is said that the knowledge itself never says, and leaves none out."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

import pyoxigraph as ox
import pytest
from tests.query.conftest import graphs, store

from hiaat.bundle import root
from hiaat.export import scenario_graph
from hiaat.judging import Judge
from hiaat.knowledge.terms import CORE, RDF_TYPE, h
from hiaat.reports.report import Case
from hiaat.reports.validation import report_graph

FILES = [*root().glob("data/scenarios/*/scenario.yaml")]
# Both have narrower classes in the knowledge, so that without a scenario a question about them can have an answer.
WIDE = {"Actor", "Situation"}


def said(triples: Iterable[ox.Triple]) -> set[str]:
    """The words of the core that are properties, or classes of something."""
    found = chain.from_iterable(
        (one.predicate, one.object) if one.predicate == RDF_TYPE else (one.predicate,) for one in triples
    )
    iris = (one.value for one in found if isinstance(one, ox.NamedNode))
    return {iri.removeprefix(CORE) for iri in iris if iri.startswith(CORE)}


@cache
def known() -> set[str]:
    return said(chain.from_iterable(graphs().values()))


def marked(place: str) -> set[str]:
    found = store().quads_for_pattern(None, h("saidIn"), h(place))
    return {one.subject.value.removeprefix(CORE) for one in found if isinstance(one.subject, ox.NamedNode)}


@cache
def written() -> tuple[set[str], set[str]]:
    """What all the scenarios say, and what is judged of them."""
    judge, told, judged = Judge(), set[str](), set[str]()
    for file in sorted(FILES):
        scenario = judge.read(file)
        told |= said(chain.from_iterable(scenario_graph(scenario).values()))
        judged |= said(report_graph(Case(judge.judge(scenario), judge.knowledge, "nl")))
    return told, judged


def test_no_word_is_left_out() -> None:
    told, judged = written()
    assert told - known() - WIDE <= marked("Scenario")
    assert judged - known() - told <= marked("Assessment")


@pytest.mark.parametrize("place", ["Scenario", "Assessment"])
def test_what_the_knowledge_says_is_not_marked(place: str) -> None:
    assert len(marked(place)) > 50
    assert not marked(place) & known()


def test_a_word_has_one_place() -> None:
    assert not marked("Scenario") & marked("Assessment")

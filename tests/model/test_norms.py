"""Everything that norms need is there, and nothing is there for nobody. That a norm is complete is in shapes/model/norms.ttl."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

import pyoxigraph as ox
import pytest
from tests.model.body import ROOT, graph, iri, norms, short, situation_classes

from hiaat.engines import Assessment, engine
from hiaat.judging import Judge
from hiaat.knowledge.classes import close_classes
from hiaat.knowledge.close import close_scenario
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs, skos
from hiaat.rules import RuleSet

SCENARIOS = sorted(
    [*(ROOT / "data" / "scenarios").glob("*/scenario.yaml"), *(ROOT / "tests" / "cases").glob("*/scenario.yaml")]
)
CONDITIONS = ("StatedCondition", "FunctionCondition", "AgreementCondition", "ConditionSet")
CLASSIFYING = 14  # the last order of the rules that put situations in classes


@pytest.mark.parametrize("norm", norms(), ids=lambda norm: short(iri(norm)))
def test_care_that_is_sound_is_not_called_responsible(norm: ox.NamedNode) -> None:
    for word in (rdfs("label"), h("says")):
        texts = {v.language: v.value for v in graph().objects(norm, word) if isinstance(v, ox.Literal)}
        if re.search(r"verantwoorde?\b", texts.get("nl", "")):
            assert "responsible" not in texts["en"]


@pytest.mark.parametrize("sort", CONDITIONS)
def test_every_condition_is_of_use(sort: str) -> None:
    """To a norm or a kind of agreement, to another condition, or as a name for several that are."""
    links = [h(word) for word in ("condition", "requiresIf", "endingGround", "fulfilledWhen", "member", "implies")]
    for condition in graph().subjects(RDF_TYPE, h(sort)):
        looked_at = {condition, *graph().nodes(condition, h("member"))}
        users = {user for link in links for one in looked_at for user in graph().subjects(link, one)} - looked_at
        assert users, f"nothing looks at {short(iri(condition))}"


def used_classes() -> set[ox.NamedNode]:
    """Classes of situations that a norm or a template names."""
    named = {value for word in ("appliesIn", "where") for _, value in graph().pairs(h(word))}
    return {name for name in situation_classes() if name in named}


def test_norms_and_templates_name_classes_that_there_are() -> None:
    named = {value for word in ("appliesIn", "where") for _, value in graph().pairs(h(word))}
    assert {short(iri(value)) for value in named if value not in situation_classes() | {h("Situation")}} == set()


Tests = frozenset[tuple[str, ...]]


def ways_in(triples: Iterable[ox.Triple]) -> dict[ox.NamedNode, set[Tests]]:
    """For each class that is used, the smallest sets of tests that put a situation in it."""
    closed = Graph(triples)
    close_classes(closed)
    found = {}
    for name in used_classes():
        ways = [
            frozenset(
                tuple(
                    sorted(
                        str(value)
                        for word in ("testProperty", "testValue", "testType")
                        for value in closed.objects(test, h(word))
                    )
                )
                for test in closed.nodes(alternative, h("test"))
            )
            for alternative in closed.nodes(name, h("alternative"))
        ]
        found[name] = {way for way in ways if not any(other < way for other in ways)}
    return found


@cache
def all_ways_in() -> dict[ox.NamedNode, set[Tests]]:
    return ways_in(graph().triples)


@pytest.mark.parametrize("name", sorted(situation_classes(), key=iri), ids=lambda node: short(iri(node)))
def test_every_class_of_situations_serves_a_norm(name: ox.NamedNode) -> None:
    """A norm or template names it, or without it fewer situations would be in a class that one names."""
    without = (t for t in graph().triples if not (t.predicate == rdfs("subClassOf") and name in (t.subject, t.object)))
    assert name in used_classes() or ways_in(without) != all_ways_in()


@cache
def reached() -> frozenset[str]:
    """Classes that some scenario has a situation in."""
    judge = Judge()
    rules = RuleSet(tuple(rule for rule in judge.rules.rules if rule.order <= CLASSIFYING), ())
    runner = engine("fast", judge.knowledge, rules)
    found: set[str] = set()
    for path in SCENARIOS:
        scenario = judge.read(path)
        day = date.fromordinal(scenario.day_to_judge(None))
        closed = Graph(scenario.triples)
        close_scenario(closed, judge.knowledge.words)
        derived = runner.derive(
            sorted(closed.triples, key=str), Assessment(scenario.iri, judge.perspective(None), day, day)
        )
        found |= {iri(t.object) for t in derived.triples if t.predicate == h("inClass")}
    return frozenset(found)


def test_every_class_of_situations_has_a_scenario() -> None:
    assert {short(name.value) for name in situation_classes() if name.value not in reached()} == set()


def test_labels_of_conditions_are_told_apart() -> None:
    """An analyst writes them, so one label is one condition."""
    labels: dict[str, set[str]] = {}
    for sort in CONDITIONS:
        for condition in graph().subjects(RDF_TYPE, h(sort)):
            for word in ("prefLabel", "altLabel"):
                for label in graph().objects(condition, skos(word)):
                    labels.setdefault(str(getattr(label, "value", "")).casefold(), set()).add(short(iri(condition)))
    assert {label: names for label, names in labels.items() if len(names) > 1} == {}

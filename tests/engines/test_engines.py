"""The registry of engines, the assessment that they read, and what they refuse."""

from datetime import date

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import SH
from tests.toy.seen import judge

from hiaat.engines import ENGINES, Assessment, engine
from hiaat.errors import EngineError
from hiaat.rules import Rule, RuleSet, shapes_turtle, unrolled

HERE = ox.NamedNode("https://w3id.org/hiaat/id/scenario/here")
VIEW = ox.NamedNode("https://example.org/hydrants#everybody")


def test_an_engine_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(EngineError, match="no engine 'slow'; there are: fast, reference"):
        engine("slow", judge().knowledge, judge().rules)
    assert set(ENGINES) == {"fast", "reference"}


def test_assessments_of_one_scenario_have_names_of_their_own() -> None:
    day, later = date(2024, 6, 15), date(2024, 7, 1)
    assert (
        Assessment(HERE, VIEW, day, day).iri.value
        == "https://w3id.org/hiaat/id/scenario/here/assessment/2024-06-15/everybody"
    )
    assert Assessment(HERE, VIEW, day, later).iri.value.endswith("/2024-06-15/everybody/known-2024-07-01")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("CONSTRUCT { ?x h:p } WHERE { ?x h:q ?y }", "not SPARQL that this engine runs"),
        ("SELECT ?x WHERE { ?x h:q ?y }", "not a CONSTRUCT"),
    ],
)
def test_fast_names_the_rule_that_it_cannot_run(text: str, why: str) -> None:
    wrong = RuleSet((Rule("https://w3id.org/hiaat/rule/wrong", 1, 1, text.replace("h:q", "a"), "", ""),), ())
    day = date(2024, 6, 15)
    with pytest.raises(EngineError, match=f"rule/wrong is {why}"):
        engine("fast", judge().knowledge, wrong).derive([], Assessment(HERE, VIEW, day, day))


def test_rounds_are_written_out_one_after_the_other() -> None:
    made = [Rule(f"r{order}", order, rounds, "", "", "") for order, rounds in ((1, 1), (2, 3), (3, 3), (4, 1))]
    assert [(order, rule.iri) for order, rule in unrolled(RuleSet(tuple(made), ()))] == [
        (1, "r1"), (2, "r2"), (3, "r3"), (4, "r2"), (5, "r3"), (6, "r2"), (7, "r3"), (8, "r4"),
    ]  # fmt: skip


def test_the_rules_as_one_shacl_document_have_every_rule_in_order_on_one_shape() -> None:
    rules = judge().rules
    shapes = Graph().parse(data=shapes_turtle(rules), format="turtle")
    assert {str(shape).rsplit("#", 1)[-1] for shape in shapes.subjects(SH.rule)} == {"Derivation"}
    orders = [int(str(order)) for order in shapes.objects(predicate=SH.order)]
    assert len(orders) == len(unrolled(rules)) == len(list(shapes.objects(predicate=SH.rule)))
    assert len(set(shapes.subjects(SH.sparql))) == len(rules.constraints)

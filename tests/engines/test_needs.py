"""The driver leaves out only rules that can give nothing."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef
from tests.engines.witness import engines, given
from tests.rules.parsed import Parsed
from tests.toy.seen import judge

from hiaat.engines import fast
from hiaat.engines.needs import needs
from hiaat.judging import Judge
from hiaat.knowledge.close import TRUE, whole
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.rules import Rule

RULES = Judge().rules.rules
EXAMPLES = sorted((Path(__file__).parents[1] / "kinds").glob("*/example.yaml"))


def name(rule: Rule) -> str:
    return rule.iri.rsplit("/", 1)[-1]


def value(part: object) -> ox.NamedNode | ox.Literal | None:
    if isinstance(part, Literal):
        return ox.Literal(part, datatype=ox.NamedNode(part.datatype)) if part.datatype else ox.Literal(part)
    return ox.NamedNode(part) if isinstance(part, URIRef) else None


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_what_a_rule_needs_stands_outside_every_negation_and_choice(rule: Rule) -> None:
    patterns = [(ox.NamedNode(p), value(o)) for _, p, o in Parsed(rule).must if isinstance(p, URIRef)]
    assert needs(rule.query) <= {*patterns, *((p, None) for p, _ in patterns)}


def test_most_rules_need_something() -> None:
    assert sum(len(needs(rule.query)) > 2 for rule in RULES) > len(RULES) / 2


def test_a_class_is_asked_for_by_name() -> None:
    assert needs("CONSTRUCT { ?x a h:A } WHERE { $this a h:Assessment . ?x a h:B }") == {
        (RDF_TYPE, h(name)) for name in ("Assessment", "B")
    }


def test_what_must_exist_is_needed_and_what_may_is_not() -> None:
    query = "CONSTRUCT { ?x h:p ?y } WHERE { ?x h:q ?y . FILTER EXISTS { ?x h:r h:B } FILTER NOT EXISTS { ?y h:s ?z } }"
    assert needs(query) == {(h("q"), None), (h("r"), h("B"))}


def test_a_value_is_asked_for_with_its_predicate() -> None:
    assert needs("CONSTRUCT { ?x a h:A } WHERE { ?x h:p h:B ; h:q true ; h:r 2 ; h:s ?y }") == {
        (h("p"), h("B")),
        (h("q"), TRUE),
        (h("r"), whole(2)),
        (h("s"), None),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_leaving_rules_out_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = given(judge(), judge().read(path))
    engine = engines(judge())["fast"]
    some = facts.to(engine)
    monkeypatch.setattr(fast, "needs", lambda query: frozenset())
    assert facts.to(engine) == some

"""The driver leaves out only rules that can give nothing."""

from pathlib import Path

import pytest
from rdflib import RDF, URIRef
from tests.engines.witness import engines, given
from tests.rules.parsed import Parsed
from tests.toy.seen import judge

from hiaat.engines import fast
from hiaat.engines.needs import needs, offers
from hiaat.judging import Judge
from hiaat.knowledge.terms import RDF_TYPE
from hiaat.rules import Rule

RULES = Judge().rules.rules
EXAMPLES = sorted((Path(__file__).parents[1] / "kinds").glob("*/example.yaml"))


def name(rule: Rule) -> str:
    return rule.iri.rsplit("/", 1)[-1]


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_what_a_rule_needs_stands_outside_every_filter_and_choice(rule: Rule) -> None:
    patterns = {(p, o) for _, p, o in Parsed(rule).top if isinstance(p, URIRef)}
    must = {offers(str(p), str(o) if p == RDF.type else "") for p, o in patterns}
    assert needs(rule.query) <= must


def test_most_rules_need_something() -> None:
    assert sum(len(needs(rule.query)) > 2 for rule in RULES) > len(RULES) / 2


def test_a_class_is_asked_for_by_name() -> None:
    assert needs("CONSTRUCT { ?x a h:A } WHERE { $this a h:Assessment . ?x a h:B }") == {
        offers(RDF_TYPE.value, f"https://w3id.org/hiaat/ns#{c}") for c in ("Assessment", "B")
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_leaving_rules_out_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = given(judge(), judge().read(path))
    engine = engines(judge())["fast"]
    some = facts.to(engine)
    monkeypatch.setattr(fast, "needs", lambda query: frozenset())
    assert facts.to(engine) == some

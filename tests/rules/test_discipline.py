"""The rules keep to their discipline; and each check sees what it is there for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph
from tests.rules.discipline import Violation, violations

from hiaat.judging import Judge
from hiaat.rules import Rule, RuleSet

CORE = Path(__file__).parents[2] / "ontology" / "core.ttl"

# What the checks cannot see to be harmless, and why it is.
EXPLAINED = {
    ("party-types", "reads what a later order writes"): "the class is one below h:Actor, and no rule makes a party",
    ("test-value-passes", "predicate bound by data"): "h:testProperty names a property of the input",
    ("test-type-passes", "predicate bound by data"): "the same",
    ("test-fails", "predicate bound by data"): "the same",
    (
        "lead-fell",
        "reads under a negation, aggregate or IF what a later order writes",
    ): "of leads; it is written of others",
    ("lead-fell-surely", "reads what a later order writes"): "the same",
    ("route-open", "predicate bound by data"): "the value of whatever characteristic opens a route",
}


@pytest.fixture(scope="module")
def found() -> list[Violation]:
    core = Graph().parse(CORE, format="turtle")
    return violations(Judge().rules, core)


def test_the_rules_keep_to_the_discipline(found: list[Violation]) -> None:
    assert [violation for violation in found if (violation.rule, violation.check) not in EXPLAINED] == []


def test_nothing_is_explained_that_is_not_there(found: list[Violation]) -> None:
    assert EXPLAINED.keys() <= {(violation.rule, violation.check) for violation in found}


def rules(*texts: tuple[int, str], rounds: int = 1) -> RuleSet:
    return RuleSet(
        tuple(
            Rule(f"https://w3id.org/hiaat/rule/r{i}", order, rounds, text, "", "")
            for i, (order, text) in enumerate(texts)
        ),
        (),
    )


def checks(rule_set: RuleSet) -> Iterator[str]:
    declared = Graph().parse(
        data="@prefix h: <https://w3id.org/hiaat/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        + "".join(f"h:{w} a owl:Class . " for w in ("Assessment", "p", "q", "r", "k")),
        format="turtle",
    )
    return (violation.check for violation in violations(rule_set, declared))


TOP = "$this a h:Assessment . "
GOOD = f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y }}"


def test_a_good_rule_has_no_violation() -> None:
    assert list(checks(rules((1, GOOD)))) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("CONSTRUCT { ?x h:q ?y } WHERE { ?x h:p ?y }", "no $this at the top of WHERE"),
        (
            "CONSTRUCT { ?x h:q ?y } WHERE { { $this a h:Assessment } UNION { $this h:p ?z } ?x h:p ?y }",
            "no $this at the top of WHERE",
        ),
        (f"CONSTRUCT {{ ?x h:q [] }} WHERE {{ {TOP} ?x h:p ?y }}", "blank node in the head"),
        (f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . MINUS {{ ?x h:r ?z }} }}", "unwanted"),
        (f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . OPTIONAL {{ ?x h:r ?z }} }}", "unwanted"),
        (f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . VALUES ?y {{ h:p }} }}", "unwanted"),
        (
            f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . FILTER NOT EXISTS {{ ?x <https://example.org/care> ?z }} }}",
            "not a word of the core or of the W3C",
        ),
        (f"CONSTRUCT {{ ?x h:unheard ?y }} WHERE {{ {TOP} ?x h:p ?y }}", "not declared in the core"),
        (f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x ?any ?y }}", "predicate bound by data"),
        (
            f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?k . {{ ?x h:r ?y . FILTER(?k = h:k) }} UNION {{ ?x h:p ?y }} }}",
            "a filter or BIND speaks of what its group does not bind",
        ),
    ],
)
def test_a_rule_that_is_wrong_by_itself_is_seen(text: str, check: str) -> None:
    assert check in set(checks(rules((1, text))))


LATER = (5, GOOD)
SAME = "reads what the same order writes"
NEGATED = "reads under a negation, aggregate or IF what a later order writes"


@pytest.mark.parametrize(
    ("where", "check"),
    [
        ("?x h:q ?y", "reads what a later order writes"),
        ("?x h:p ?y . FILTER NOT EXISTS { ?x h:q ?z }", NEGATED),
        ("?x h:p ?y . FILTER NOT EXISTS { ?x h:p ?z . FILTER NOT EXISTS { ?z h:q ?x } }", NEGATED),
        ("?x h:p ?z . BIND(IF(EXISTS { ?x h:q ?z }, h:p, h:r) AS ?y)", NEGATED),
        ("{ SELECT ?x (MIN(?z) AS ?y) WHERE { ?x h:q ?z } GROUP BY ?x }", NEGATED),
        ("?x h:p|h:q ?y", "reads what a later order writes"),
        ("?x h:q* ?y", "reads what a later order writes"),
        ("?x ?w ?y . BIND(h:q AS ?w)", "reads what a later order writes"),
    ],
)
def test_what_is_read_too_early_is_seen(where: str, check: str) -> None:
    assert check in set(checks(rules((1, f"CONSTRUCT {{ ?x h:r ?y }} WHERE {{ {TOP} {where} }}"), LATER)))


def test_what_the_same_order_writes_is_seen_too() -> None:
    assert list(checks(rules((5, f"CONSTRUCT {{ ?x h:r ?y }} WHERE {{ {TOP} ?x h:q ?y }}"), LATER))) == [SAME]


def test_constants_keep_marks_apart() -> None:
    sure = (1, f"CONSTRUCT {{ ?x h:r ?y }} WHERE {{ {TOP} ?x h:q h:p ; h:p ?y }}")
    other = (5, f"CONSTRUCT {{ ?x h:q ?k }} WHERE {{ {TOP} ?x h:p ?y . BIND(IF(?y = h:p, h:r, h:k) AS ?k) }}")
    assert list(checks(rules(sure, other))) == []


def test_rounds_may_read_their_own_as_long_as_more_never_gives_less() -> None:
    own = f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . FILTER NOT EXISTS {{ ?x h:r ?z . FILTER NOT EXISTS {{ ?z h:q ?y }} }} }}"
    assert list(checks(rules((1, own), rounds=8))) == []
    falling = f"CONSTRUCT {{ ?x h:q ?y }} WHERE {{ {TOP} ?x h:p ?y . FILTER NOT EXISTS {{ ?y h:q ?x }} }}"
    assert list(checks(rules((1, falling), rounds=8))) == ["negation or aggregate within a block of rounds"]

"""Rules and finding shapes, as any engine runs them: read from `shapes/`, in order, rounds written out.

A rule is a `sh:SPARQLRule`, a constraint a `sh:SPARQLConstraint` that gives one `?value` a finding. A rule with
`h:rounds n` takes part in a least fixpoint: neighbouring orders with rounds are one block, run n times over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import CORE, RDFS, SH, SKOS, h, rdfs, sh

PREFIXES = f"PREFIX h: <{CORE}>\nPREFIX skos: <{SKOS}>\nPREFIX rdfs: <{RDFS}>\nPREFIX sh: <{SH}>\n"
_WORD = re.compile(r"\bh:([A-Za-z]\w*)")


@dataclass(frozen=True)
class Rule:
    """One rule: its text, when it runs, and how often at most."""

    iri: str
    order: int
    rounds: int
    query: str
    why: str
    file: str


@dataclass(frozen=True)
class Constraint:
    """One finding shape: a query that gives the findings of a kind."""

    iri: str
    query: str
    severity: str
    file: str


@dataclass(frozen=True)
class RuleSet:
    """All rules in order, and all constraints."""

    rules: tuple[Rule, ...]
    constraints: tuple[Constraint, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the core that some rule or constraint names."""
        texts = [rule.query for rule in self.rules] + [constraint.query for constraint in self.constraints]
        return frozenset(CORE + word for text in texts for word in _WORD.findall(text))

    @cached_property
    def groups(self) -> tuple[tuple[int, tuple[tuple[Rule, ...], ...]], ...]:
        """Groups of one order; a block of rounds is (times, its groups), everything else (1, one group)."""
        by_order: dict[int, list[Rule]] = {}
        for rule in self.rules:
            by_order.setdefault(rule.order, []).append(rule)
        found: list[tuple[int, list[tuple[Rule, ...]]]] = []
        for order in sorted(by_order):
            rounds = max(rule.rounds for rule in by_order[order])
            if rounds > 1 and found and found[-1][0] == rounds:
                found[-1][1].append(tuple(by_order[order]))
            else:
                found.append((rounds, [tuple(by_order[order])]))
        return tuple((rounds, tuple(groups)) for rounds, groups in found)


def read_rules(files: Iterable[Path]) -> RuleSet:
    """The rules and constraints of the files. KnowledgeError if one has no text or no order."""
    rules: list[Rule] = []
    constraints: list[Constraint] = []
    for file in sorted(files):
        graph = Graph(quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
        rules += [_rule(graph, node, file) for node, _ in graph.pairs(sh("construct"))]
        constraints += [_constraint(graph, shape, file) for shape, _ in graph.pairs(sh("sparql"))]
    return RuleSet(
        tuple(sorted(rules, key=lambda rule: (rule.order, rule.iri))),
        tuple(sorted(constraints, key=lambda constraint: constraint.iri)),
    )


def _rule(graph: Graph, node: object, file: Path) -> Rule:
    if not isinstance(node, ox.NamedNode):
        raise KnowledgeError(f"{file.name}: a rule without a name")
    order, rounds = (_number(graph.value(node, name)) for name in (sh("order"), h("rounds")))
    if order is None:
        raise KnowledgeError(f"{file.name}: {node.value} has no whole number as sh:order")
    query, why = _literal(graph, node, sh("construct")), _literal(graph, node, rdfs("comment"))
    return Rule(node.value, order, rounds or 1, query, why, file.name)


def _constraint(graph: Graph, shape: object, file: Path) -> Constraint:
    if not isinstance(shape, ox.NamedNode):
        raise KnowledgeError(f"{file.name}: a finding shape without a name")
    node = graph.nodes(shape, sh("sparql"))[0]
    severity = graph.value(shape, sh("severity"))
    return Constraint(shape.value, _literal(graph, node, sh("select")), getattr(severity, "value", ""), file.name)


def _number(value: object) -> int | None:
    return int(value.value) if isinstance(value, ox.Literal) and value.value.isdigit() else None


def _literal(graph: Graph, node: object, predicate: ox.NamedNode) -> str:
    value = graph.value(node, predicate)  # type: ignore[arg-type]
    return value.value if isinstance(value, ox.Literal) else ""


def unrolled(rules: RuleSet) -> list[tuple[int, Rule]]:
    """Every rule with the orders at which it runs: blocks of rounds written out, for engines that know only orders."""
    found: list[tuple[int, Rule]] = []
    order = 0
    for rounds, groups in rules.groups:
        for _ in range(rounds):
            for group in groups:
                order += 1
                found += [(order, rule) for rule in group]
    return found


def shapes_turtle(rules: RuleSet) -> str:
    """The rules and finding shapes as one standard SHACL document, rounds written out, in stable order."""
    namespaces = (("h", CORE), ("skos", SKOS), ("rdfs", RDFS), ("sh", SH))
    declarations = [f'[ sh:prefix "{name}" ; sh:namespace "{iri}"^^xsd:anyURI ]' for name, iri in namespaces]
    declared = " ,\n    ".join(declarations)
    parts = [
        f"@prefix h: <{CORE}> .\n@prefix rdfs: <{RDFS}> .\n@prefix sh: <{SH}> .",
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n",
        f"<https://w3id.org/hiaat/ns> a owl:Ontology ; sh:declare {declared} .\n",
        "h:Derivation a sh:NodeShape ; sh:targetClass h:Assessment .\n",
    ]
    parts += [_rule_turtle(order, rule) for order, rule in unrolled(rules)]
    parts += [_constraint_turtle(constraint) for constraint in rules.constraints]
    return "\n".join(parts)


_PREFIXED = "sh:prefixes <https://w3id.org/hiaat/ns>"


def _rule_turtle(order: int, rule: Rule) -> str:
    name = rule.iri if rule.rounds == 1 else f"{rule.iri}/{order}"
    return (
        f"h:Derivation sh:rule <{name}> .\n<{name}> a sh:SPARQLRule ; sh:order {order} ; {_PREFIXED} ;\n"
        f"  rdfs:comment {_quoted(rule.why)}@en ;\n  sh:construct {_quoted(rule.query)} .\n"
    )


def _constraint_turtle(constraint: Constraint) -> str:
    select = _quoted(constraint.query)
    return (
        f"<{constraint.iri}> a sh:NodeShape ; sh:targetClass h:Assessment ; sh:severity <{constraint.severity}> ;\n"
        f"  sh:sparql [ a sh:SPARQLConstraint ; {_PREFIXED} ; sh:select {select} ] .\n"
    )


def _quoted(text: str) -> str:
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'

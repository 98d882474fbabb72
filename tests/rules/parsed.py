"""A rule in rdflib's algebra: what it reads, what it writes, and the other things that the discipline asks of it.

A mark is what a triple pattern can be told by: its predicate, and its object where that is a constant. Constants that a
rule binds itself count as such; a variable that data binds does not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from rdflib import BNode, URIRef, Variable
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from hiaat.rules import PREFIXES, Rule

CORE = "https://w3id.org/hiaat/ns#"
MONOTONE = {"ConditionalOrExpression", "ConditionalAndExpression", "Builtin_EXISTS"}
EXISTS = ("Builtin_EXISTS", "Builtin_NOTEXISTS")

Pattern = tuple[object, object, object]


@dataclass(frozen=True, order=True)
class Mark:
    """What a triple pattern can be told by."""

    predicate: str
    value: str | None = None

    def meets(self, other: "Mark") -> bool:
        """Whether one triple can have both marks."""
        return self.predicate == other.predicate and (self.value == other.value or None in (self.value, other.value))

    def __str__(self) -> str:
        return " ".join(short(part) for part in (self.predicate, self.value) if part)


@dataclass(frozen=True)
class Read:
    """A mark that a rule reads; `guarded` under a negation, aggregate or IF; `falling`: more of it can give less."""

    mark: Mark
    guarded: bool = False
    falling: bool = False
    mixed: bool = False

    def negated(self) -> "Read":
        """The same, under one more negation."""
        return replace(self, guarded=True, falling=not self.falling)

    def weighed(self) -> "Read":
        """The same, in an aggregate or where both outcomes count."""
        return replace(self, guarded=True, falling=True, mixed=True)


class Parsed:
    """One rule in rdflib's algebra."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.name = rule.iri.rsplit("/", 1)[-1]
        query = translateQuery(parseQuery(PREFIXES + rule.query)).algebra
        self._head: list[Pattern] = list(query.template)
        self.where: CompValue = query.p.p
        self._constants = dict(_constants(self.where))

    @cached_property
    def writes(self) -> frozenset[Mark]:
        """The marks of the head."""
        return frozenset(chain.from_iterable(map(self._marks, self._head)))

    @cached_property
    def reads(self) -> frozenset[Read]:
        """The marks of the WHERE clause."""
        return frozenset(self._read(self.where))

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every IRI named anywhere."""
        named = chain(chain.from_iterable(self._head), leaves(self.where))
        return frozenset(str(part) for part in named if isinstance(part, URIRef))

    @cached_property
    def blank(self) -> frozenset[str]:
        """Blank nodes of the head."""
        return frozenset(str(part) for triple in self._head for part in triple if isinstance(part, BNode))

    @cached_property
    def top(self) -> tuple[Pattern, ...]:
        """Triple patterns that always apply: outside filters, choices, aggregates and sub-selects."""
        return tuple(_top(self.where))

    @cached_property
    def must(self) -> tuple[Pattern, ...]:
        """The same, and those that a filter there asks to exist."""
        return tuple(_must(self.where))

    @cached_property
    def open_predicates(self) -> frozenset[str]:
        """Variables that stand for a predicate and are bound by data, not by the rule."""
        triples = chain(self._head, (triple for node in nodes(self.where, "BGP") for triple in node.triples))
        named = {predicate for _, predicate, _ in triples if isinstance(predicate, Variable)}
        return frozenset(str(variable) for variable in named - self._constants.keys())

    def uses(self, operator: str) -> bool:
        """Whether the algebra has this operator."""
        return any(nodes(self.where, operator))

    def _marks(self, triple: Pattern) -> Iterator[Mark]:
        _, predicate, value = triple
        constants = self._constants.get(value, {None}) if isinstance(value, Variable) else {value}
        for one in self._predicates(predicate):
            for known in constants:
                yield Mark(str(one), str(known) if isinstance(known, URIRef) else None)

    def _predicates(self, predicate: object) -> set[URIRef]:
        if isinstance(predicate, Variable):
            return self._constants.get(predicate, set())
        return {part for part in leaves(predicate) if isinstance(part, URIRef)}

    def _read(self, node: object) -> Iterator[Read]:
        if isinstance(node, CompValue) and node.name == "BGP":
            for triple in node.triples:
                yield from map(Read, self._marks(triple))
        elif isinstance(node, CompValue):
            inner = chain.from_iterable(map(self._read, parts(node)))
            yield from (_under(node.name, read) for read in inner)
        elif isinstance(node, (list, tuple)):
            yield from chain.from_iterable(map(self._read, node))


def _under(operator: str, read: Read) -> Read:
    """What is read, one operator further out."""
    if operator in ("Builtin_NOTEXISTS", "UnaryNot", "Minus"):
        return read.negated()
    expression = operator.startswith(("Builtin_", "Aggregate_")) or operator.endswith("Expression")
    weighs = operator in ("Group", "AggregateJoin") or (expression and operator not in MONOTONE)
    return read.weighed() if weighs else read


# -- Walking the algebra


def parts(node: object) -> Iterable[object]:
    """What a node is made of. rdflib keeps the translated pattern of EXISTS apart from the parsed one."""
    if isinstance(node, CompValue):
        return [node.graph] if node.name in EXISTS else list(node.values())
    if isinstance(node, PropertyPath):
        return list(vars(node).values())
    return node if isinstance(node, (list, tuple, set)) else ()


def nodes(node: object, *names: str) -> Iterator[CompValue]:
    """All nodes of these names, the node itself included."""
    if isinstance(node, CompValue) and node.name in names:
        yield node
    for part in parts(node):
        yield from nodes(part, *names)


def leaves(node: object) -> Iterator[object]:
    """Terms and variables."""
    if isinstance(node, (PropertyPath, CompValue, list, tuple, set)):
        for part in parts(node):
            yield from leaves(part)
    else:
        yield node


def _top(node: object) -> Iterator[Pattern]:
    if not isinstance(node, CompValue):
        return
    if node.name == "BGP":
        yield from node.triples
    elif node.name in ("Join", "Filter", "Extend"):
        for part in (node.get("p"), node.get("p1"), node.get("p2")):
            yield from _top(part)


def _must(node: object) -> Iterator[Pattern]:
    if not isinstance(node, CompValue):
        return
    if node.name == "BGP":
        yield from node.triples
    elif node.name in ("Join", "Filter", "Extend"):
        asked = [node.get("p"), node.get("p1"), node.get("p2"), node.get("expr") if node.name == "Filter" else None]
        yield from chain.from_iterable(map(_must, asked))
    elif node.name == "ConditionalAndExpression":
        yield from chain.from_iterable(map(_must, [node.expr, *node.other]))
    elif node.name == "Builtin_EXISTS":
        yield from _must(node.graph)


def _constants(node: object) -> Iterator[tuple[Variable, set[URIRef]]]:
    """Variables that a rule itself binds to IRIs and to nothing else, and to which."""
    found: dict[Variable, list[set[URIRef]]] = {}
    for extend in nodes(node, "Extend"):
        found.setdefault(extend.var, []).append(_values(extend.expr))
    for variable, values in found.items():
        if all(values):
            yield variable, set().union(*values)


def _values(expression: object) -> set[URIRef]:
    """The IRIs that an expression gives, if it can give nothing else."""
    if isinstance(expression, URIRef):
        return {expression}
    if isinstance(expression, CompValue) and expression.name == "Builtin_IF":
        then, other = _values(expression.arg2), _values(expression.arg3)
        return then | other if then and other else set()
    return set()


def short(iri: str) -> str:
    """An IRI as a message names it."""
    return iri.rsplit("#", 1)[-1] if iri.startswith(CORE) else iri.rsplit("/", 1)[-1]

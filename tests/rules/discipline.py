"""What every rule must keep to, so that all engines give the same and a later rule never overturns an earlier one.

A rule is read with rdflib's algebra, not by its text. A mark is what a triple pattern can be told by: its predicate,
and its object where that is a constant. What a rule reads must have been written by an earlier order; what it reads
under a negation, in an aggregate or in the condition of an IF must be complete by then. Orders with `h:rounds` are one
block, that may read its own results as long as more of them never gives less.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from rdflib import RDF, BNode, Graph, URIRef, Variable
from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from hiaat.rules import PREFIXES, Rule, RuleSet

CORE = "https://w3id.org/hiaat/ns#"
W3C = "http://www.w3.org/"
THIS = Variable("this")
UNWANTED = {"Minus": "MINUS", "ServiceGraphPattern": "SERVICE", "values": "VALUES", "LeftJoin": "OPTIONAL"}
MONOTONE = {"ConditionalOrExpression", "ConditionalAndExpression", "Builtin_EXISTS"}


@dataclass(frozen=True, order=True)
class Mark:
    """What a triple pattern can be told by."""

    predicate: str
    value: str | None = None

    def meets(self, other: "Mark") -> bool:
        """Whether one triple can have both marks."""
        return self.predicate == other.predicate and (self.value == other.value or None in (self.value, other.value))

    def __str__(self) -> str:
        return " ".join(_short(part) for part in (self.predicate, self.value) if part)


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


@dataclass(frozen=True, order=True)
class Violation:
    """A rule that does not keep to a check."""

    rule: str
    check: str
    detail: str


class Parsed:
    """One rule in rdflib's algebra."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.name = rule.iri.rsplit("/", 1)[-1]
        self._query = translateQuery(parseQuery(PREFIXES + rule.query)).algebra
        self._head = list(self._query.template)
        self._bound = dict(_constants(self._query.p))

    @cached_property
    def writes(self) -> frozenset[Mark]:
        """The marks of the head."""
        return frozenset(chain.from_iterable(self._marks(triple) for triple in self._head))

    @cached_property
    def reads(self) -> frozenset[Read]:
        """The marks of the WHERE clause."""
        return frozenset(self._read(self._query.p))

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every IRI named anywhere."""
        found = {str(part) for triple in self._head for part in triple if isinstance(part, URIRef)}
        return frozenset(found | {str(part) for part in _leaves(self._query.p) if isinstance(part, URIRef)})

    @cached_property
    def top(self) -> tuple[tuple[object, object, object], ...]:
        """Triple patterns that always apply."""
        return tuple(_top(self._query.p))

    @cached_property
    def open_predicates(self) -> frozenset[str]:
        """Variables that stand for a predicate and are bound by data, not by the rule."""
        triples = chain(self._head, (triple for node in _nodes(self._query.p, "BGP") for triple in node.triples))
        named = {predicate for _, predicate, _ in triples if isinstance(predicate, Variable)}
        return frozenset(str(variable) for variable in named - self._bound.keys())

    def own(self) -> Iterator[Violation]:
        """Checks that need no other rule."""
        for part in {part for triple in self._head for part in triple if isinstance(part, BNode)}:
            yield Violation(self.name, "blank node in the head", str(part))
        for name, word in UNWANTED.items():
            if any(_nodes(self._query.p, name)):
                yield Violation(self.name, "unwanted", word)
        for term in sorted(self.terms):
            if not term.startswith((CORE, W3C)):
                yield Violation(self.name, "not a word of the core or of the W3C", term)
        if not any(THIS in triple for triple in self.top):
            yield Violation(self.name, "no $this at the top of WHERE", "")
        for variable in _out_of_scope(self._query.p.p, set(), _bound(self._query.p.p)):
            yield Violation(self.name, "a filter or BIND speaks of what its group does not bind", f"?{variable}")

    def _marks(self, triple: tuple[object, object, object]) -> Iterator[Mark]:
        _, predicate, value = triple
        for one in self._predicates(predicate):
            values = (
                self._bound.get(value, {None})
                if isinstance(value, Variable)
                else {value if isinstance(value, URIRef) else None}
            )
            yield from (Mark(str(one), None if known is None else str(known)) for known in values)

    def _predicates(self, predicate: object) -> set[URIRef]:
        if isinstance(predicate, URIRef):
            return {predicate}
        if isinstance(predicate, PropertyPath):
            return {part for part in _leaves(predicate) if isinstance(part, URIRef)}
        return self._bound.get(predicate, set()) if isinstance(predicate, Variable) else set()

    def _read(self, node: object) -> Iterator[Read]:
        if isinstance(node, (list, tuple)):
            for part in node:
                yield from self._read(part)
            return
        if not isinstance(node, CompValue):
            return
        if node.name == "BGP":
            for triple in node.triples:
                yield from map(Read, self._marks(triple))
            return
        inner = chain.from_iterable(self._read(part) for part in _parts(node))
        if node.name in ("Builtin_NOTEXISTS", "UnaryNot", "Minus"):
            yield from (read.negated() for read in inner)
        elif node.name in ("Group", "AggregateJoin") or (_is_expression(node) and node.name not in MONOTONE):
            yield from (read.weighed() for read in inner)
        else:
            yield from inner


def violations(rules: RuleSet, core: Graph, allowed_open: frozenset[tuple[str, str]] = frozenset()) -> list[Violation]:
    """All that is wrong with the rules, in stable order; `allowed_open` are (rule, variable) pairs that data may bind."""
    parsed = [Parsed(rule) for rule in rules.rules]
    found = [violation for one in parsed for violation in one.own()]
    found += _strata(parsed, _places(rules))
    found += [
        Violation(one.name, "predicate bound by data", f"?{name}")
        for one in parsed
        for name in one.open_predicates
        if (one.name, name) not in allowed_open
    ]
    declared = {str(subject) for subject in core.subjects(RDF.type, None)}
    for one in parsed:
        found += [
            Violation(one.name, "not declared in the core", _short(word))
            for word in one.terms
            if word.startswith(CORE) and word not in declared
        ]
    return sorted(set(found))


def _places(rules: RuleSet) -> dict[str, tuple[int, int | None]]:
    """For each rule its place among the orders, and the block of rounds that it is part of."""
    places: dict[str, tuple[int, int | None]] = {}
    order = 0
    for block, (rounds, groups) in enumerate(rules.groups):
        for group in groups:
            order += 1
            places.update({rule.iri: (order, block if rounds > 1 else None) for rule in group})
    return places


def _strata(parsed: list[Parsed], places: dict[str, tuple[int, int | None]]) -> Iterator[Violation]:
    writers: dict[str, list[tuple[Parsed, Mark]]] = {}
    for one in parsed:
        for mark in one.writes:
            writers.setdefault(mark.predicate, []).append((one, mark))
    for one in parsed:
        for read in one.reads:
            for writer, mark in writers.get(read.mark.predicate, ()):
                if read.mark.meets(mark) and (why := _why_not(read, places[one.rule.iri], places[writer.rule.iri])):
                    yield Violation(one.name, why, f"{read.mark} <- {writer.name} (order {writer.rule.order})")


def _why_not(read: Read, at: tuple[int, int | None], written: tuple[int, int | None]) -> str:
    """Why a mark may not be read there; empty if it may."""
    if at[1] is not None and at[1] == written[1]:
        return "negation or aggregate within a block of rounds" if read.falling or read.mixed else ""
    if written[0] < at[0]:
        return ""
    later = "the same" if written[0] == at[0] else "a later"
    return f"reads {'under a negation, aggregate or IF ' if read.guarded else ''}what {later} order writes"


def _is_expression(node: CompValue) -> bool:
    return node.name.startswith("Builtin_") or node.name.endswith("Expression") or node.name.startswith("Aggregate_")


def _parts(node: object) -> Iterable[object]:
    """What a node is made of. rdflib keeps the translated pattern of EXISTS apart from the parsed one."""
    if isinstance(node, CompValue):
        return [node.graph] if node.name in ("Builtin_EXISTS", "Builtin_NOTEXISTS") else node.values()
    if isinstance(node, PropertyPath):
        return vars(node).values()
    return node if isinstance(node, (list, tuple, set)) else ()


def _nodes(node: object, name: str) -> Iterator[CompValue]:
    if isinstance(node, CompValue) and node.name == name:
        yield node
    if isinstance(node, (CompValue, list, tuple)):
        for part in _parts(node):
            yield from _nodes(part, name)


def _leaves(node: object) -> Iterator[object]:
    if isinstance(node, (PropertyPath, CompValue, list, tuple, set)):
        for part in _parts(node):
            yield from _leaves(part)
    else:
        yield node


def _constants(node: object) -> Iterator[tuple[Variable, set[URIRef]]]:
    """Variables that a rule itself binds to IRIs, and to which."""
    found: dict[Variable, set[URIRef]] = {}
    other: set[Variable] = set()
    for extend in _nodes(node, "Extend"):
        values = _values(extend.expr)
        found.setdefault(extend.var, set()).update(values)
        if not values:
            other.add(extend.var)
    return iter([(variable, values) for variable, values in found.items() if variable not in other])


def _values(expression: object) -> set[URIRef]:
    """The IRIs that an expression gives, if it can give nothing else."""
    if isinstance(expression, URIRef):
        return {expression}
    if isinstance(expression, CompValue) and expression.name == "Builtin_IF":
        then, other = _values(expression.arg2), _values(expression.arg3)
        return then | other if then and other else set()
    return set()


def _top(node: object) -> Iterator[tuple[object, object, object]]:
    """Triple patterns that always apply: outside filters, choices, aggregates and sub-selects."""
    if not isinstance(node, CompValue):
        return
    if node.name == "BGP":
        yield from node.triples
    elif node.name in ("Join", "Filter", "Extend", "Project", "Distinct"):
        for part in (node.get("p"), node.get("p1"), node.get("p2")):
            yield from _top(part)


def _bound(node: object) -> set[Variable]:
    """Variables that a pattern can bind; those inside filters stay there."""
    if not isinstance(node, CompValue):
        return set().union(*map(_bound, node)) if isinstance(node, (list, tuple)) else set()
    if node.name == "BGP":
        return {part for triple in node.triples for part in triple if isinstance(part, Variable)}
    if node.name == "Filter":
        return _bound(node.p)
    if node.name == "Extend":
        return _bound(node.p) | {node.var}
    if node.name == "Project":
        return set(node.PV)
    return set().union(*map(_bound, node.values()))


def _out_of_scope(node: object, seen: set[Variable], everywhere: set[Variable]) -> Iterator[Variable]:
    """Variables of the rule that a filter or BIND names where they are not bound: there they are always empty.

    `seen` are those that EXISTS hands down from the solution that it is asked of.
    """
    if isinstance(node, (list, tuple)):
        for part in node:
            yield from _out_of_scope(part, seen, everywhere)
    if not isinstance(node, CompValue):
        return
    if node.name in ("Filter", "Extend"):
        here = seen | _bound(node.p)
        yield from (variable for variable in _named(node.expr) & everywhere if variable not in here)
        for exists in chain(_nodes(node.expr, "Builtin_EXISTS"), _nodes(node.expr, "Builtin_NOTEXISTS")):
            yield from _out_of_scope(exists.graph, here, everywhere)
        yield from _out_of_scope(node.p, seen, everywhere)
    else:
        for part in _parts(node):
            yield from _out_of_scope(part, seen, everywhere)


def _named(expression: object) -> set[Variable]:
    """Variables that an expression names, also in the patterns of its EXISTS."""
    return {leaf for leaf in _leaves(expression) if isinstance(leaf, Variable)}


def _short(iri: str) -> str:
    return iri.rsplit("#", 1)[-1] if iri.startswith(CORE) else iri.rsplit("/", 1)[-1]

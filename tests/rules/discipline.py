"""What every rule must keep to, so that all engines give the same and a later rule never overturns an earlier one.

What a rule reads must have been written by an earlier order; what it reads under a negation, in an aggregate or in the
condition of an IF must be complete by then. Orders with `h:rounds` are one block, that may read its own results as long
as more of them never gives less. And a filter must speak of what its own group binds: elsewhere it is always empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from rdflib import RDF, Graph, Variable
from rdflib.plugins.sparql.parserutils import CompValue
from tests.rules.parsed import CORE, EXISTS, Mark, Parsed, Read, leaves, nodes, parts, short

from hiaat.rules import RuleSet

W3C = "http://www.w3.org/"
THIS = Variable("this")
UNWANTED = {"Minus": "MINUS", "ServiceGraphPattern": "SERVICE", "values": "VALUES", "LeftJoin": "OPTIONAL"}


@dataclass(frozen=True, order=True)
class Violation:
    """A rule that does not keep to a check."""

    rule: str
    check: str
    detail: str


def violations(rules: RuleSet, core: Graph) -> list[Violation]:
    """All that is wrong with the rules, in stable order."""
    parsed = [Parsed(rule) for rule in rules.rules]
    declared = {str(subject) for subject in core.subjects(RDF.type, None)}
    own = ((one.name, check, detail) for one in parsed for check, detail in _by_itself(one, declared))
    return sorted({Violation(*found) for found in chain(own, _strata(parsed, _places(rules)))})


def _by_itself(rule: Parsed, declared: set[str]) -> Iterator[tuple[str, str]]:
    """Checks that need no other rule."""
    yield from (("blank node in the head", node) for node in rule.blank)
    yield from (("unwanted", word) for operator, word in UNWANTED.items() if rule.uses(operator))
    yield from (
        ("not a word of the core or of the W3C", term) for term in rule.terms if not term.startswith((CORE, W3C))
    )
    yield from (
        ("not declared in the core", short(term))
        for term in rule.terms
        if term.startswith(CORE) and term not in declared
    )
    yield from (("predicate bound by data", f"?{name}") for name in rule.open_predicates)
    if not any(THIS in triple for triple in rule.top):
        yield "no $this at the top of WHERE", ""
    for variable in _out_of_scope(rule.where, set(), _bound(rule.where)):
        yield "a filter or BIND speaks of what its group does not bind", f"?{variable}"


# -- Orders


Place = tuple[int, int | None]
"""The place of a rule among the orders, and the block of rounds that it is part of."""


def _places(rules: RuleSet) -> dict[str, Place]:
    places: dict[str, Place] = {}
    order = 0
    for block, (rounds, groups) in enumerate(rules.groups):
        for group in groups:
            order += 1
            places.update({rule.iri: (order, block if rounds > 1 else None) for rule in group})
    return places


def _strata(parsed: list[Parsed], places: dict[str, Place]) -> Iterator[tuple[str, str, str]]:
    writers: dict[str, list[tuple[Parsed, Mark]]] = {}
    for one in parsed:
        for mark in one.writes:
            writers.setdefault(mark.predicate, []).append((one, mark))
    for one in parsed:
        for read in one.reads:
            for writer, mark in writers.get(read.mark.predicate, ()):
                if read.mark.meets(mark) and (why := _why_not(read, places[one.rule.iri], places[writer.rule.iri])):
                    yield one.name, why, f"{read.mark} <- {writer.name} (order {writer.rule.order})"


def _why_not(read: Read, at: Place, written: Place) -> str:
    """Why a mark may not be read there; empty if it may."""
    if at[1] is not None and at[1] == written[1]:
        return "negation or aggregate within a block of rounds" if read.falling or read.mixed else ""
    if written[0] < at[0]:
        return ""
    later = "the same" if written[0] == at[0] else "a later"
    return f"reads {'under a negation, aggregate or IF ' if read.guarded else ''}what {later} order writes"


# -- Scope


def _bound(node: object) -> set[Variable]:
    """Variables that a pattern can bind; those inside filters stay there."""
    if isinstance(node, (list, tuple)):
        return set().union(*map(_bound, node))
    if not isinstance(node, CompValue):
        return set()
    if node.name == "BGP":
        return {part for triple in node.triples for part in triple if isinstance(part, Variable)}
    if node.name == "Filter":
        return _bound(node.p)
    if node.name == "Extend":
        return _bound(node.p) | {node.var}
    return set(node.PV) if node.name == "Project" else set().union(*map(_bound, node.values()))


def _out_of_scope(node: object, seen: set[Variable], everywhere: set[Variable]) -> Iterator[Variable]:
    """Variables of the rule that a filter or BIND names where they are not bound: there they are always empty.

    `seen` are those that EXISTS hands down from the solution that it is asked of.
    """
    if isinstance(node, CompValue) and node.name in ("Filter", "Extend"):
        here = seen | _bound(node.p)
        named = {leaf for leaf in leaves(node.expr) if isinstance(leaf, Variable)}
        yield from (named & everywhere) - here
        for exists in nodes(node.expr, *EXISTS):
            yield from _out_of_scope(exists.graph, here, everywhere)
        yield from _out_of_scope(node.p, seen, everywhere)
    elif isinstance(node, (CompValue, list, tuple)):
        for part in parts(node):
            yield from _out_of_scope(part, seen, everywhere)

"""Runs the shapes of the input over a scenario graph, without a SHACL library: those cost seconds and are optional.

The part of SHACL that `shapes/input/` uses, and SPARQL constraints as one query each. What else a shape asks is refused
by name, never skipped. Shapes see scenario and knowledge together; only what the scenario describes is a focus.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph, Node, Term
from hiaat.knowledge.terms import RDF_FIRST, RDF_REST, SH
from hiaat.scenario.both import Both, sh
from hiaat.scenario.terms import rdf, xsd

Value = Term | None


@dataclass(frozen=True)
class Result:
    """One thing that a shape does not allow: of what, by which property and value, and by which part of the shape."""

    shape: Node
    focus: Term
    path: Value
    value: Value
    part: str
    parameter: Term


class Checker:
    """Shapes, held against a scenario."""

    def __init__(self, shapes: Graph, data: Both) -> None:
        self.shapes = shapes
        self.data = data
        for triple in shapes.triples:
            local = triple.predicate.value.removeprefix(SH)
            if triple.predicate in sh and local not in PARTS and local not in OTHERS:
                raise KnowledgeError(f"{triple.subject}: sh:{local} is not run here")

    def results(self) -> Iterator[Result]:
        """All that some shape does not allow, shape by shape. KnowledgeError if a shape asks what is not run here."""
        for shape in self.targeted():
            targets = self.targets(shape)
            for focus in targets:
                yield from self.against(shape, focus)
            for constraint in self.shapes.nodes(shape, sh.sparql):
                yield from self._query(constraint, targets)

    def against(self, shape: Node, focus: Term) -> Iterator[Result]:
        """What this shape does not allow of one node, queries aside."""
        path = self.shapes.value(shape, sh.path)
        values = [focus] if path is None else self._values(focus, path)
        named = path if isinstance(path, NamedNode) else None
        for part, breaks in PARTS.items():
            for parameter in self.shapes.objects(shape, sh[part]):
                for value in breaks(self, parameter, focus, values):
                    told = None if path is None and value == focus else value
                    yield Result(shape, focus, named, told, part, parameter)
        for inner in self.shapes.nodes(shape, sh.property):
            for value in values:
                yield from self.against(inner, value)

    def members(self, node: Term) -> list[Term]:
        """The members of a list."""
        found: list[Term] = []
        while not isinstance(node, Literal) and (first := self.shapes.value(node, RDF_FIRST)) is not None:
            found.append(first)
            node = self.shapes.value(node, RDF_REST) or rdf.nil
        return found

    def _values(self, focus: Term, path: Term) -> Sequence[Term]:
        if isinstance(path, NamedNode):
            return self.data.objects(focus, path)
        inverse = None if isinstance(path, Literal) else self.shapes.value(path, sh.inversePath)
        if not isinstance(inverse, NamedNode):
            raise KnowledgeError(f"a path that is not run here: {path}")
        return self.data.own.subjects(inverse, focus)

    def targeted(self) -> list[Node]:
        """The shapes that say what they are for."""
        return list(dict.fromkeys(s for name in TARGETS for s, _ in self.shapes.pairs(name)))

    def targets(self, shape: Node) -> list[Node]:
        """What the scenario describes that a shape is for."""
        return list(dict.fromkeys(self._targets(shape)))

    def _targets(self, shape: Node) -> Iterator[Node]:
        for cls in self.shapes.nodes(shape, sh.targetClass):
            for below in self.data.below(cls):
                yield from self.data.own.subjects(rdf.type, below)
        for predicate in self.shapes.nodes(shape, sh.targetSubjectsOf):
            if isinstance(predicate, NamedNode):
                yield from (subject for subject, _ in self.data.own.pairs(predicate))

    def _query(self, constraint: Node, targets: Iterable[Node]) -> Iterator[Result]:
        text = _text(self.shapes.value(constraint, sh.select)).replace("$this", "?this")
        try:
            rows = self.data.store.query(self.data.prefixes + text)
        except SyntaxError as wrong:
            raise KnowledgeError(f"{constraint} is not SPARQL that is run here: {wrong}") from wrong
        if not isinstance(rows, ox.QuerySolutions):
            raise KnowledgeError(f"{constraint} is not a SELECT")
        names = {variable.value for variable in rows.variables}
        chosen = set(targets)
        for row in rows:
            this, path, value = (row[name] if name in names else None for name in ("this", "path", "value"))
            if this in chosen:
                yield Result(constraint, this, path, value, "sparql", sh.sparql)


TARGETS = (sh.targetClass, sh.targetSubjectsOf)
OTHERS = {"targetClass", "targetSubjectsOf", "path", "inversePath", "property", "message"} | {
    "sparql",
    "select",
    "prefixes",
}
KINDS: dict[Term, type] = {sh.IRI: NamedNode, sh.Literal: Literal}
Breaks = Callable[[Checker, Term, Term, Sequence[Term]], Iterable[Value]]


def _text(term: Value) -> str:
    return term.value if term is not None else ""


def _number(term: Value) -> int | None:
    try:
        return int(term.value) if isinstance(term, Literal) and term.datatype == xsd.integer else None
    except ValueError:
        return None


def _of_datatype(value: Term, datatype: Term) -> bool:
    if not isinstance(value, Literal) or value.datatype != datatype:
        return False
    if datatype == xsd.boolean:
        return value.value in ("true", "false")
    return datatype != xsd.integer or _number(value) is not None


def _within(value: Term, least: Term | None, most: Term | None) -> bool:
    number, low, high = _number(value), _number(least), _number(most)
    return number is not None and (low is None or low <= number) and (high is None or number <= high)


def _conforming(checker: Checker, parameter: Term, value: Term) -> int:
    options = [option for option in checker.members(parameter) if not isinstance(option, Literal)]
    return sum(next(checker.against(option, value), None) is None for option in options)


def _at_most(most: Term, values: Sequence[Term]) -> Iterable[Value]:
    return values[_number(most) or 0 :][:1]


def _of_kind(value: Term, kind: Term) -> bool:
    if kind not in KINDS:
        raise KnowledgeError(f"sh:nodeKind {kind} is not run here")
    return isinstance(value, KINDS[kind])


def _matches(value: Term, pattern: Term) -> bool:
    return isinstance(value, (Literal, NamedNode)) and re.search(pattern.value, value.value) is not None


def _later(checker: Checker, other: Term, focus: Term, value: Term) -> bool:
    bounds = checker.data.objects(focus, other) if isinstance(other, NamedNode) else []
    return not all(_within(value, None, bound) and _number(bound) is not None for bound in bounds)


PARTS: dict[str, Breaks] = {
    "minCount": lambda _, least, __, values: [None] if len(values) < (_number(least) or 0) else [],
    "maxCount": lambda _, most, __, values: _at_most(most, values),
    "nodeKind": lambda _, kind, __, values: [v for v in values if not _of_kind(v, kind)],
    "class": lambda c, cls, _, values: [v for v in values if not c.data.is_a(v, cls)],
    "in": lambda c, options, _, values: [v for v in values if v not in c.members(options)],
    "datatype": lambda _, datatype, __, values: [v for v in values if not _of_datatype(v, datatype)],
    "pattern": lambda _, pattern, __, values: [v for v in values if not _matches(v, pattern)],
    "minInclusive": lambda _, least, __, values: [v for v in values if not _within(v, least, None)],
    "maxInclusive": lambda _, most, __, values: [v for v in values if not _within(v, None, most)],
    "lessThanOrEquals": lambda c, other, focus, values: [v for v in values if _later(c, other, focus, v)],
    "or": lambda c, options, _, values: [v for v in values if not _conforming(c, options, v)],
    "xone": lambda c, options, _, values: [v for v in values if _conforming(c, options, v) != 1],
}
"""The parts of a shape that are run, each giving the values that break it; None if none can be named."""

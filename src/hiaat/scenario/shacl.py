"""Runs shapes over a scenario, or a body of knowledge, without a SHACL library: those cost seconds and are optional.

The part of SHACL that `shapes/input/` and `shapes/knowledge/` use, and SPARQL constraints as one query each. What else
a shape asks is refused by name, never skipped. Shapes see what is checked and what is known together; a focus is only
what is checked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph, Node, Term
from hiaat.knowledge.terms import RDF_FIRST, RDF_REST, SH
from hiaat.scenario.asked import in_order, number, of_datatype, of_kind
from hiaat.scenario.terms import PREFIXES, rdf, rdfs, sh


@dataclass(frozen=True)
class Result:
    """One thing that a shape does not allow: of what, by which property and value, and by which part of the shape."""

    shape: Node
    focus: Term
    path: Term | None
    value: Term | None
    part: str


class Checker:
    """Shapes, held against own triples beside what is known. KnowledgeError if a shape asks what is not run here."""

    def __init__(self, shapes: Graph, own: Graph, known: Graph) -> None:
        self.shapes = shapes
        self.own = own
        self.known = known
        self._below: dict[Node, frozenset[Node]] = {}
        for triple in shapes.triples:
            local = triple.predicate.value.removeprefix(SH)
            if triple.predicate in sh and local not in PARTS and local not in OTHERS:
                raise KnowledgeError(f"{triple.subject}: sh:{local} is not run here")

    # -- Scenario and knowledge as one

    def objects(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """What the subject says by the predicate, each once."""
        if isinstance(subject, Literal):
            return []
        return list(dict.fromkeys([*self.own.objects(subject, predicate), *self.known.objects(subject, predicate)]))

    def below(self, cls: Node) -> frozenset[Node]:
        """A class and all that the knowledge has under it."""
        if cls not in self._below:
            found, waiting = {cls}, [cls]
            while waiting:
                new = set(self.known.subjects(rdfs.subClassOf, waiting.pop())) - found
                found |= new
                waiting += new
            self._below[cls] = frozenset(found)
        return self._below[cls]

    def is_a(self, value: Term, cls: Term) -> bool:
        """Whether a value is of a class, or of one below it."""
        return not isinstance(cls, Literal) and not self.below(cls).isdisjoint(self.objects(value, rdf.type))

    def instances(self, cls: Node) -> Iterator[Node]:
        """All of a class, those of the scenario first."""
        for graph in (self.own, self.known):
            for one in sorted(self.below(cls), key=str):
                yield from graph.subjects(rdf.type, one)

    @cached_property
    def _store(self) -> ox.Store:
        """Both for SPARQL; but for the texts of the knowledge, at which no shape looks."""
        known = (t for t in self.known.triples if not (isinstance(t.object, Literal) and t.object.language))
        made = ox.Store()
        made.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in chain(known, self.own.triples))
        return made

    # -- Shapes

    def targeted(self) -> list[Node]:
        """The shapes that say what they are for."""
        return list(dict.fromkeys(s for name in TARGETS for s, _ in self.shapes.pairs(name)))

    def targets(self, shape: Node) -> list[Node]:
        """What is described, of what is checked, that a shape is for."""
        classes = [below for cls in self.shapes.nodes(shape, sh.targetClass) for below in self.below(cls)]
        found = [thing for cls in classes for thing in self.own.subjects(rdf.type, cls)]
        for predicate in self.shapes.nodes(shape, sh.targetSubjectsOf):
            found += [thing for thing, _ in self.own.pairs(predicate)]  # type: ignore[arg-type]
        return list(dict.fromkeys(found))

    def pointed_to(self, shape: Node) -> dict[Term, None]:
        """The values, of what is checked, that a shape is for."""
        words = self.shapes.nodes(shape, sh.targetObjectsOf)
        return dict.fromkeys(value for word in words for _, value in self.own.pairs(word))  # type: ignore[arg-type]

    def paths(self, shape: Node) -> set[NamedNode]:
        """The properties that a shape speaks of."""
        paths = (self.shapes.value(one, sh.path) for one in self.shapes.nodes(shape, sh.property))
        return {path for path in paths if isinstance(path, NamedNode)}

    def members(self, node: Term) -> list[Term]:
        """The members of a list."""
        found: list[Term] = []
        while not isinstance(node, Literal) and (first := self.shapes.value(node, RDF_FIRST)) is not None:
            found.append(first)
            node = self.shapes.value(node, RDF_REST) or rdf.nil
        return found

    def results(self) -> Iterator[Result]:
        """All that some shape does not allow, shape by shape."""
        for shape in self.targeted():
            yield from self.results_of(shape)

    def results_of(self, shape: Node) -> Iterator[Result]:
        """All that one shape with targets does not allow."""
        targets = self.targets(shape)
        for focus in (*targets, *self.pointed_to(shape)):
            yield from self._against(shape, focus)
        for constraint in self.shapes.nodes(shape, sh.sparql):
            yield from self._query(constraint, targets)

    def conforms(self, shape: Term, focus: Term) -> bool:
        """Whether a shape allows a node, queries aside."""
        return not isinstance(shape, Literal) and next(self._against(shape, focus), None) is None

    def _against(self, shape: Node, focus: Term) -> Iterator[Result]:
        path = self.shapes.value(shape, sh.path)
        values: Sequence[Term] = [focus] if path is None else self._values(focus, path)
        for part, breaks in PARTS.items():
            for parameter in self.shapes.objects(shape, sh[part]):
                for value in breaks(self, parameter, values):
                    yield Result(shape, focus, path, None if path is None and value == focus else value, part)
        for inner in self.shapes.nodes(shape, sh.property):
            for value in values:
                yield from self._against(inner, value)

    def _values(self, focus: Term, path: Term) -> Sequence[Term]:
        """What a path leads to: a property, or any number of steps by one."""
        if isinstance(path, NamedNode):
            return self.objects(focus, path)
        step = None if isinstance(path, Literal) else self.shapes.value(path, sh.zeroOrMorePath)
        if not isinstance(step, NamedNode):
            raise KnowledgeError(f"a path that is not run here: {path}")
        found = {focus: None}
        waiting = [focus]
        while waiting:
            new = [one for one in self.objects(waiting.pop(), step) if one not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return list(found)

    def _query(self, constraint: Node, targets: Iterable[Node]) -> Iterator[Result]:
        select = self.shapes.value(constraint, sh.select)
        text = "" if select is None else select.value.replace("$this", "?this")
        try:
            rows = self._store.query(text, prefixes=PREFIXES)
        except SyntaxError as wrong:
            raise KnowledgeError(f"{constraint} is not SPARQL that is run here: {wrong}") from wrong
        if not isinstance(rows, ox.QuerySolutions):
            raise KnowledgeError(f"{constraint} is not a SELECT")
        names = {variable.value for variable in rows.variables}
        chosen = set(targets)
        for row in rows:
            this, path, value = (row[name] if name in names else None for name in ("this", "path", "value"))
            if this in chosen:
                yield Result(constraint, this, path, value, "sparql")


TARGETS = (sh.targetClass, sh.targetSubjectsOf, sh.targetObjectsOf)
OTHERS = {"path", "zeroOrMorePath", "property", "message", "sparql"}
OTHERS |= {"select", "prefixes", "declare", "prefix", "namespace"}
OTHERS |= {target.value.removeprefix(SH) for target in TARGETS}
Breaks = Callable[[Checker, Term, Sequence[Term]], Iterable[Term | None]]


PARTS: dict[str, Breaks] = {
    "minCount": lambda _, least, values: [None] if len(values) < (number(least) or 0) else [],
    "maxCount": lambda _, most, values: values[number(most) or 0 :][:1],
    "nodeKind": lambda _, kind, values: [v for v in values if not of_kind(v, kind)],
    "class": lambda c, cls, values: [v for v in values if not c.is_a(v, cls)],
    "in": lambda c, options, values: [v for v in values if v not in c.members(options)],
    "hasValue": lambda _, value, values: [] if value in values else [None],
    "pattern": lambda _, pattern, values: [v for v in values if not re.search(pattern.value, v.value)],
    "datatype": lambda _, datatype, values: [v for v in values if not of_datatype(v, datatype)],
    "minInclusive": lambda _, least, values: [v for v in values if not in_order(least, v)],
    "maxInclusive": lambda _, most, values: [v for v in values if not in_order(v, most)],
    "not": lambda c, refused, values: [v for v in values if c.conforms(refused, v)],
    "or": lambda c, options, values: [v for v in values if not any(c.conforms(one, v) for one in c.members(options))],
}
"""The parts of a shape that are run, each giving the values that break it; None if none can be named."""

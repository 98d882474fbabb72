"""Words that are known, but not of the thing on which they stand: no rule would look for them there.

The shapes of a class name the properties that its things may have; for words of the core, that is all of them. What
SHACL calls closed is said per shape; here it is asked of all shapes of a thing together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from hiaat.knowledge.graph import Node, Term
from hiaat.scenario.both import sh
from hiaat.scenario.shacl import Checker
from hiaat.scenario.terms import h


@dataclass(frozen=True)
class Misplaced:
    """A property of a thing that its class does not have, and those that it has."""

    triple: Triple
    cls: Term
    known: frozenset[NamedNode]


def misplaced(checker: Checker, triples: Iterable[Triple]) -> Iterator[Misplaced]:
    """All of them, in the order of the file."""
    own: dict[Term, set[NamedNode]] = {}
    classes: dict[Term, Term] = {}
    for shape in checker.targeted():
        paths = properties(checker, shape)
        for focus in checker.targets(shape):
            own.setdefault(focus, set()).update(paths)
            for cls in checker.shapes.nodes(shape, sh.targetClass):
                if checker.data.is_a(focus, cls):
                    classes.setdefault(focus, cls)
    for triple in triples:
        thing = triple.subject
        known = own.get(thing, set()) if isinstance(thing, NamedNode) and thing in classes else None
        if known is not None and triple.predicate in h and triple.predicate not in known:
            yield Misplaced(triple, classes[thing], frozenset(known))  # type: ignore[index]


def properties(checker: Checker, shape: Node) -> set[NamedNode]:
    """The properties that a shape speaks of."""
    paths = (checker.shapes.value(one, sh.path) for one in checker.shapes.nodes(shape, sh.property))
    return {path for path in paths if isinstance(path, NamedNode)}

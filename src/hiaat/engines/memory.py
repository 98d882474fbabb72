"""What each rule gave the last time, to be given again where nothing that it reads has changed.

A rule gives a set of triples that follows from the triples it can find, and from nothing else. So it need not run again
if, of every predicate and class that it names, the same triples are there as before. They are told apart by a sum of
hashes. A rule that may read any predicate is run every time.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

import pyoxigraph as ox

from hiaat.knowledge.terms import CORE, RDF_TYPE
from hiaat.rules import Rule

Given = tuple[ox.Triple, ...]

_NAMED = re.compile(r"\bh:(\w+)")
_ANY_CLASS = re.compile(r"[\s{;]a\s+\?")
_ANY_PREDICATE = re.compile(r"[?$]\w+\s+\?\w+\s+[?\w]|;\s*\?")
_TYPE = RDF_TYPE.value


class Memory:
    """Lasts from one judgement to the next; what is there is told anew in each."""

    def __init__(self) -> None:
        self._sums: dict[str, int] = {}
        self._kept: dict[tuple[str, int], tuple[object, Given]] = {}

    def begin(self) -> None:
        """Nothing is there yet but the knowledge, that is always the same."""
        self._sums = {}

    def note(self, triples: Iterable[ox.Triple]) -> None:
        """These are there now. None may be told twice."""
        sums = self._sums
        for triple in triples:
            name, number = triple.predicate.value, hash(triple)
            sums[name] = sums.get(name, 0) + number
            if name == _TYPE:
                name = getattr(triple.object, "value", "")
                sums[name] = sums.get(name, 0) + number

    def recall(self, rule: Rule, turn: int, this: str, run: Callable[[], Given]) -> Given:
        """What the rule gives in this turn of its block, for the assessment `this`; it is run if that is not known."""
        names = reads(rule.query)
        if names is None:
            return run()
        now = (this, *map(self._sums.get, names))
        before = self._kept.get((rule.iri, turn))
        if before is not None and before[0] == now:
            return before[1]
        given = run()
        self._kept[rule.iri, turn] = (now, given)
        return given


@cache
def reads(query: str) -> tuple[str, ...] | None:
    """The predicates and classes that a rule names where it looks; None if it may look at any predicate."""
    where = query[query.index("WHERE") :]
    if _ANY_PREDICATE.search(where):
        return None
    names = {CORE + name for name in _NAMED.findall(where)}
    return (*sorted(names), *([_TYPE] if _ANY_CLASS.search(where) else []))

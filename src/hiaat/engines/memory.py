"""What each rule gave the last time, to be given again where nothing that it reads has changed.

A rule gives a set of triples that follows from the triples it can find, and from nothing else. So it need not run again
if, of every predicate and class that it names, the same triples are there as before. They are told apart by a sum of
hashes: of the triples that are given, and of all that a rule gave for each predicate and class that it writes. A rule
that may read any predicate is run every time.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from hiaat.knowledge.terms import CORE, RDF_TYPE
from hiaat.rules import Rule

Given = tuple[bytes, ...]
"""Triples, each a line of N-Triples."""

_NAMED = re.compile(r"\bh:(\w+)")
_ANY_CLASS = re.compile(r"[\s{;]a\s+\?")
_A_CLASS = re.compile(r"[\s{;]a\s")
_ANY_PREDICATE = re.compile(r"[?$]\w+\s+\?\w+\s+[?\w]|;\s*\?")
_TYPE = f"<{RDF_TYPE.value}>".encode()


class Memory:
    """Lasts from one judgement to the next; what is there is told anew in each."""

    def __init__(self) -> None:
        self._sums: dict[str, int] = {}
        self._kept: dict[tuple[str, int], tuple[object, Given, int]] = {}
        self._gave: list[tuple[Rule, Given, int]] = []

    def begin(self) -> None:
        """Nothing is there yet but the knowledge, that is always the same."""
        self._sums = {}
        self._gave = []

    def note(self, lines: Iterable[bytes]) -> None:
        """These are there now."""
        sums = self._sums
        for line in lines:
            _, predicate, value = line.split(b" ", 2)
            number = hash(line)
            for word in (predicate, value.removesuffix(b" .")) if predicate == _TYPE else (predicate,):
                name = word[1:-1].decode()
                sums[name] = sums.get(name, 0) + number

    def recall(self, rule: Rule, turn: int, this: str, run: Callable[[], Given]) -> Given:
        """What the rule gives in this turn of its block, for the assessment `this`; it is run if that is not known."""
        names = reads(rule.query)
        now = None if names is None else (this, *map(self._sums.get, names))
        kept = self._kept.get((rule.iri, turn))
        if kept is None or now is None or kept[0] != now:
            given = run()
            self._kept[rule.iri, turn] = kept = (now, given, sum(map(hash, given)))
        _, given, number = kept
        if given:
            self._gave.append((rule, given, number))
        return given

    def settle(self) -> None:
        """What was recalled since the last time is there now: rules of one order do not see what the others give."""
        for rule, given, number in self._gave:
            names = writes(rule.query)
            if names is None:
                self.note(given)
            for name in names or ():
                self._sums[name] = self._sums.get(name, 0) + number
        self._gave = []


@cache
def reads(query: str) -> tuple[str, ...] | None:
    """The predicates and classes that a rule names where it looks; None if it may look at any predicate."""
    where = query[query.index("WHERE") :]
    if _ANY_PREDICATE.search(where):
        return None
    names = {CORE + name for name in _NAMED.findall(where)}
    return (*sorted(names), *([RDF_TYPE.value] if _ANY_CLASS.search(where) else []))


@cache
def writes(query: str) -> tuple[str, ...] | None:
    """The predicates and classes that a rule names where it gives; None if it may give any."""
    head = query[: query.index("WHERE")]
    if _ANY_PREDICATE.search(head) or _ANY_CLASS.search(head):
        return None
    return (
        *sorted({CORE + name for name in _NAMED.findall(head)}),
        *([RDF_TYPE.value] if _A_CLASS.search(head) else []),
    )

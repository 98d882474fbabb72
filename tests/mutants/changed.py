"""A process that judges with one change: every judge that a test makes gets the changed rules and knowledge.

Bodies of knowledge, engines and judgements are made once in a process, however often tests ask for them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import pyoxigraph as ox
from tests.mutants.changes import Mutant

from hiaat.engines.base import Assessment, Derived
from hiaat.engines.fast import FastEngine
from hiaat.judging import Judge, Judged
from hiaat.knowledge import Knowledge
from hiaat.knowledge.body import closed, parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.rules import Rule, RuleSet
from hiaat.scenario import Scenario

DATED = ("validFrom", "validUntil")
Make = Callable[[Knowledge, RuleSet], FastEngine]
KNOWLEDGE = Judge.knowledge.func  # type: ignore[attr-defined]
PLAIN = Judge.judge


class Probe(FastEngine):
    """Judges by the rules as they are, and asks at each rule which of its mutants would give something else there.

    A mutant of a norm may give something else where the norm is used in what is derived; if its days are changed, where
    it is heard.
    """

    def __init__(self, knowledge: Knowledge, rules: RuleSet, mutants: Mapping[str, Sequence[Mutant]]) -> None:
        super().__init__(knowledge, rules)
        self._mutants = mutants
        self.differ: set[str] = set()

    def derive(self, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        """As the engine does."""
        derived = super().derive(scenario, assessment)
        used = {triple.object.value for triple in derived.triples if isinstance(triple.object, ox.NamedNode)}
        heard = {triple.subject for triple in derived.triples if triple.predicate == h("isHeard")}
        known = used | {norm.value for norm in heard if isinstance(norm, ox.NamedNode)}
        for norm in known & self._mutants.keys():
            self.differ |= {one.name for one in self._mutants[norm] if norm in used or one.name.endswith(DATED)}
        return derived

    def _run(self, group: tuple[Rule, ...], turn: int, derived: set[bytes]) -> None:
        self._settle()
        there = set(derived)
        for rule in group:
            given = set(self._give(rule)) - there
            for mutant in self._mutants.get(rule.iri, ()):
                if mutant.name not in self.differ and self._differs(rule, mutant, given, there):
                    self.differ.add(mutant.name)
        super()._run(group, turn, derived)

    def _differs(self, rule: Rule, mutant: Mutant, given: set[bytes], there: set[bytes]) -> bool:
        if mutant.query is None:
            return bool(given)
        found = set()
        for line in self._give(replace(rule, query=mutant.query)):
            if line not in there:
                if line not in given:
                    return True
                found.add(line)
        return len(found) < len(given)


class Judging:
    """What the judges of this process work with."""

    def __init__(self, rules: RuleSet, make: Make, mutant: Mutant | None = None) -> None:
        self._rules = mutant.rules(rules) if mutant else rules
        self._words = frozenset({*rules.words, RDF_TYPE.value})
        self._mutant = mutant
        self._make = make
        self._bodies: dict[Any, Knowledge] = {}
        self._engines: dict[Any, FastEngine] = {}
        self._judged: dict[Any, tuple[Judged, frozenset[str]]] = {}
        self.differ: set[str] = set()

    def install(self) -> None:
        """From now on, all judges."""
        for name, made in (("rules", self._rules_of), ("knowledge", self._knowledge), ("_engine", self._engine)):
            held: Any = cached_property(made)
            held.__set_name__(Judge, name)
            setattr(Judge, name, held)
        judging = self

        def judge(own: Judge, scenario: Scenario, *args: Any, **named: Any) -> Judged:
            return judging.judge(own, scenario, *args, **named)

        Judge.judge = judge  # type: ignore[method-assign,assignment]

    def judge(
        self,
        own: Judge,
        scenario: Scenario,
        as_of: date | None = None,
        perspective: str | None = None,
        known_on: date | None = None,
    ) -> Judged:
        key = (own._folders, scenario.iri, frozenset(scenario.triples), as_of, perspective, known_on)
        if key not in self._judged:
            engine = self._engine(own)
            if isinstance(engine, Probe):
                engine.differ = set()
            try:
                judged = PLAIN(own, scenario, as_of, perspective, known_on)
            finally:  # one that is refused tells too
                self.differ |= getattr(engine, "differ", set())
            self._judged[key] = judged, frozenset(getattr(engine, "differ", ()))
        judged, differ = self._judged[key]
        self.differ |= differ
        return judged

    def _rules_of(self, _: Judge) -> RuleSet:
        return self._rules

    def _knowledge(self, judge: Judge) -> Knowledge:
        files = judge._folders
        if files not in self._bodies:
            self._bodies[files] = self._changed(KNOWLEDGE(judge))
        return self._bodies[files]

    def _engine(self, judge: Judge) -> FastEngine:
        files = judge._folders
        if files not in self._engines:
            self._engines[files] = self._make(self._knowledge(judge), self._rules)
        return self._engines[files]

    def _changed(self, knowledge: Knowledge) -> Knowledge:
        if self._mutant is None or not self._mutant.out:
            return knowledge
        graph = parse_files(knowledge.files)
        if not self._mutant.out <= set(graph.triples):
            return knowledge
        kept = [triple for triple in graph.triples if triple not in self._mutant.out]
        return replace(knowledge, judging=closed(Graph([*kept, *self._mutant.into]), self._words))

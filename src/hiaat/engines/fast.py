"""The default engine: pyoxigraph, and a driver that runs the rules of one order on one snapshot.

Knowledge stays in the default graph; scenario and derived triples live in graphs of their own, which are dropped
before the next run, so that a change is judged in a warm process without loading anything again.
"""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from hiaat.engines.base import Assessment, Derived
from hiaat.engines.needs import needs, offers
from hiaat.engines.nested import nested
from hiaat.errors import EngineError
from hiaat.knowledge import Knowledge
from hiaat.rules import PREFIXES, Rule, RuleSet

SCENARIO = ox.NamedNode("https://w3id.org/hiaat/id/graph/scenario")
DERIVED = ox.NamedNode("https://w3id.org/hiaat/id/graph/derived")


class FastEngine:
    """Rules on pyoxigraph, set at a time."""

    def __init__(self, knowledge: Knowledge, rules: RuleSet) -> None:
        self._rules = rules
        self._store = ox.Store()
        self._store.load(knowledge.judging, format=ox.RdfFormat.N_TRIPLES)
        self._this = ""
        self._known = _offered(quad.triple for quad in self._store)
        self._there: set[str] = set()

    def derive(self, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        """Run every order, block by block; a block of rounds stops when a round adds nothing."""
        for graph in (SCENARIO, DERIVED):
            self._store.remove_graph(graph)
        given = [*scenario, *assessment.triples()]
        self._this = f"<{assessment.iri.value}>"
        self._there = self._known | _offered(given)
        self._store.extend(ox.Quad(triple.subject, triple.predicate, triple.object, SCENARIO) for triple in given)
        derived: set[ox.Triple] = set()
        for rounds, groups in self._rules.groups:
            for _ in range(rounds):
                before = len(derived)
                for group in groups:
                    self._run(group, derived)
                if len(derived) == before:
                    break
        return Derived(frozenset(derived), self._findings())

    def _run(self, group: tuple[Rule, ...], derived: set[ox.Triple]) -> None:
        new: set[ox.Triple] = set()
        for rule in group:
            if needs(rule.query) <= self._there:
                new.update(self._query(rule))
        new -= derived
        derived |= new
        self._there |= _offered(new)
        self._store.extend(ox.Quad(triple.subject, triple.predicate, triple.object, DERIVED) for triple in new)

    def _query(self, rule: Rule) -> ox.QueryTriples:
        try:
            text = PREFIXES + nested(rule.query).replace("$this", self._this)
            result = self._store.query(text, use_default_graph_as_union=True)
        except SyntaxError as wrong:
            raise EngineError(f"{rule.iri} is not SPARQL that this engine runs: {wrong}") from wrong
        if not isinstance(result, ox.QueryTriples):
            raise EngineError(f"{rule.iri} is not a CONSTRUCT")
        return result

    def _findings(self) -> frozenset[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for constraint in self._rules.constraints:
            text = PREFIXES + constraint.query.replace("$this", "?this")  # it is selected, so it stays a variable
            result = self._store.query(text, use_default_graph_as_union=True)
            if not isinstance(result, ox.QuerySolutions):
                raise EngineError(f"{constraint.iri} is not a SELECT")
            found.update((constraint.iri, row["value"].value) for row in result)
        return frozenset(found)


def _offered(triples: Iterable[ox.Triple]) -> set[str]:
    """What is there for a rule to find. A derived type is always found with its class; few rules ask for one."""
    return {offers(triple.predicate.value, getattr(triple.object, "value", "")) for triple in triples}

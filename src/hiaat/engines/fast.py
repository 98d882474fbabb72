"""The default engine: pyoxigraph, and a driver that runs the rules of one order on one snapshot.

Knowledge stays in the default graph; scenario and derived triples live in graphs of their own, which are dropped
before the next run, so that a change is judged in a warm process without loading anything again. pyoxigraph keeps what
is dropped and walks past it, ever slower, so once in a while the store is made anew. A rule of which nothing that it
reads has changed since gives what it gave (`memory`).
"""

from collections.abc import Iterable, Sequence
from functools import cache, partial

import pyoxigraph as ox

from hiaat.engines.base import N_TRIPLES, Assessment, Derived, lines
from hiaat.engines.memory import Given, Memory
from hiaat.engines.needs import Need, needs
from hiaat.engines.nested import nested
from hiaat.errors import EngineError
from hiaat.knowledge import Knowledge
from hiaat.rules import PREFIXES, Rule, RuleSet

SCENARIO = ox.NamedNode("https://w3id.org/hiaat/id/graph/scenario")
DERIVED = ox.NamedNode("https://w3id.org/hiaat/id/graph/derived")
RUNS = 8  # of one store: then loading costs as much as walking past what was dropped


class FastEngine:
    """Rules on pyoxigraph, set at a time."""

    def __init__(self, knowledge: Knowledge, rules: RuleSet) -> None:
        self._rules = rules
        self._judging = knowledge.judging
        self._store = ox.Store()
        self._runs = 0
        self._there: set[Need] = set()
        self._memory = Memory()
        self._this = ""
        self._waiting: list[bytes] = []

    def derive(self, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        """Run every order, block by block; a block of rounds stops when a round adds nothing."""
        self._clear()
        self._this = f"<{assessment.iri.value}>"
        given = lines({*scenario, *assessment.triples()})
        self._memory.note(given)
        self._load(given, SCENARIO)
        derived: set[bytes] = set()
        for rounds, groups in self._rules.groups:
            for turn in range(rounds):
                before = len(derived)
                for group in groups:
                    self._run(group, turn, derived)
                if len(derived) == before:
                    break
        return Derived(frozenset(derived), self._findings())

    def _clear(self) -> None:
        """A store with the knowledge alone."""
        if self._runs % RUNS == 0:
            self._store = ox.Store()
            self._store.load(self._judging, format=N_TRIPLES, lenient=True)
        else:
            self._store.remove_graph(SCENARIO)
            self._store.remove_graph(DERIVED)
        self._runs += 1
        self._there = set()
        self._waiting = []
        self._memory.begin()

    def _load(self, some: Iterable[bytes], graph: ox.NamedNode) -> None:
        """Their IRIs need no second look."""
        self._store.load(b"\n".join(some), format=N_TRIPLES, to_graph=graph, lenient=True)

    def _run(self, group: tuple[Rule, ...], turn: int, derived: set[bytes]) -> None:
        new: set[bytes] = set()
        for rule in group:
            new.update(self._memory.recall(rule, turn, self._this, partial(self._give, rule)))
        self._memory.settle()
        new = new - derived  # quick where little is new; -= would walk all that was derived
        derived |= new
        self._waiting.extend(new)

    def _give(self, rule: Rule) -> Given:
        self._settle()
        if not all(map(self._has, needs(rule.query))):
            return ()
        return tuple((self._query(rule).serialize(format=N_TRIPLES) or b"").splitlines())

    def _has(self, need: Need) -> bool:
        if need not in self._there:
            predicate, value = need
            if next(self._store.quads_for_pattern(None, predicate, value, None), None) is None:
                return False
            self._there.add(need)
        return True

    def _query(self, rule: Rule) -> ox.QueryTriples:
        try:
            text = _text(rule.query).replace("$this", self._this)
            result = self._store.query(text, use_default_graph_as_union=True)
        except SyntaxError as wrong:
            raise EngineError(f"{rule.iri} is not SPARQL that this engine runs: {wrong}") from wrong
        if not isinstance(result, ox.QueryTriples):
            raise EngineError(f"{rule.iri} is not a CONSTRUCT")
        return result

    def _settle(self) -> None:
        """Put in the store what waits: only for who looks, and rules that give what they gave do not."""
        if self._waiting:
            self._load(self._waiting, DERIVED)
            self._waiting = []

    def _findings(self) -> frozenset[tuple[str, str]]:
        self._settle()
        found: set[tuple[str, str]] = set()
        for constraint in self._rules.constraints:
            text = _declared(constraint.query).replace("$this", "?this")  # it is selected, so it stays a variable
            result = self._store.query(text, use_default_graph_as_union=True)
            if not isinstance(result, ox.QuerySolutions):
                raise EngineError(f"{constraint.iri} is not a SELECT")
            found.update((constraint.iri, row["value"].value) for row in result)
        return frozenset(found)


@cache
def _text(query: str) -> str:
    """The query as it is run: what holds of every assessment is not asked, for each pattern more costs time to plan."""
    return _declared(nested(query.replace("$this a h:Assessment . ", "")))


def _declared(query: str) -> str:
    """The query with the prefixes that occur in it: reading each takes time, and there are hundreds of queries."""
    return "".join(line for line in PREFIXES.splitlines(keepends=True) if line.split()[1] in query) + query

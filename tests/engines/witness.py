"""Other engines than the default one, and one thing to give to each of them.

pySHACL parses a rule anew each time that it runs; here each text is parsed once for a whole process. Nothing else of it
is touched. Shifty, a young engine in Rust, is the third witness: it derives the same triples or the test fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from unittest.mock import patch

import pyoxigraph as ox
import shifty
from rdflib.plugins.sparql import processor

from hiaat.engines import Assessment, Derived, Engine, engine
from hiaat.engines.base import lines
from hiaat.judging import Judge
from hiaat.knowledge import Knowledge
from hiaat.knowledge.close import close_scenario
from hiaat.knowledge.graph import Graph
from hiaat.rules import RuleSet, shapes_turtle
from hiaat.scenario import Scenario

NT = ox.RdfFormat.N_TRIPLES
translate, parse = processor.translateQuery, processor.parseQuery  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Given:
    """What an engine is given besides knowledge and rules."""

    triples: tuple[ox.Triple, ...]
    assessment: Assessment

    def to(self, one: Engine) -> Derived:
        """What the engine makes of it."""
        return one.derive(self.triples, self.assessment)


def given(judge: Judge, scenario: Scenario, perspective: str | None = None, as_of: date | None = None) -> Given:
    """A scenario as the judge gives it to its engine."""
    closed = Graph(scenario.triples)
    close_scenario(closed, judge.knowledge.words)
    day = as_of or date.fromordinal(scenario.day_to_judge())
    return Given(
        tuple(sorted(closed.triples, key=str)), Assessment(scenario.iri, judge.perspective(perspective), day, day)
    )


class Shifty:
    """The rules, rounds written out, in shifty."""

    def __init__(self, knowledge: Knowledge, rules: RuleSet) -> None:
        self._knowledge = knowledge.judging
        self._shapes = shapes_turtle(rules)

    def derive(self, scenario: tuple[ox.Triple, ...], assessment: Assessment) -> Derived:
        """Triples only: it is slow at reporting many values."""
        facts = ox.serialize([*scenario, *assessment.triples()], format=NT) or b""
        made = shifty.infer(self._knowledge + facts, self._shapes)
        derived = ox.parse(made.inferred_ntriples.encode(), format=NT)
        return Derived(frozenset(lines(quad.triple for quad in derived)), frozenset())


@contextmanager
def parsed_once() -> Iterator[None]:
    """Let rdflib keep what it parsed."""
    with (
        patch.object(processor, "parseQuery", lambda text: text),
        patch.object(processor, "translateQuery", lambda text, base, namespaces: _translated(text)),
    ):
        yield


@cache
def _translated(text: str) -> object:
    return translate(parse(text))


@cache
def engines(judge: Judge) -> dict[str, Engine]:
    """Every engine, over the knowledge of a judge."""
    made = {name: engine(name, judge.knowledge, judge.rules) for name in ("fast", "reference")}
    return {**made, "shifty": Shifty(judge.knowledge, judge.rules)}  # type: ignore[dict-item]

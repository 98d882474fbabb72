"""The main job in one place: read a scenario, judge it on a day in a perspective, give the judgement.

A `Judge` keeps knowledge, rules and engine, so that a second scenario, day or perspective costs only its rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from hiaat.bundle import root
from hiaat.engines import Assessment, Engine, engine
from hiaat.errors import InputError, KnowledgeError
from hiaat.findings import Judgement, decode
from hiaat.knowledge import Knowledge, load
from hiaat.knowledge.body import body_files, own_files
from hiaat.knowledge.close import TRUE, close_scenario
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, local, rdfs, skos
from hiaat.rules import RuleSet, read_rules
from hiaat.scenario import Scenario, Words, read
from hiaat.scenario.messages import Language


@dataclass(frozen=True)
class Judged:
    """A scenario and what was judged of it."""

    scenario: Scenario
    judgement: Judgement


class Judge:
    """Judges scenarios by one body of knowledge, with one engine."""

    def __init__(self, folders: Sequence[Path] = (), engine_name: str = "fast", language: Language = "nl") -> None:
        self._folders = tuple(folders)
        self._engine_name = engine_name
        self._language = language

    @cached_property
    def rules(self) -> RuleSet:
        """The rules and finding shapes that ship with hiaat: no body of knowledge brings its own."""
        shapes = root() / "shapes"
        return read_rules([*shapes.glob("derive/*.ttl"), *shapes.glob("findings/*.ttl")])

    @cached_property
    def knowledge(self) -> Knowledge:
        """The body of knowledge, closed and cut down to what the rules read. InputErrors if folders are wrong."""
        keep = {*self.rules.words, RDF_TYPE.value}
        if not self._folders:
            return load(keep=keep)
        return load(body_files(self._folders), keep=keep, check=self._check)

    def _check(self) -> None:
        from hiaat.vetting import check_body  # noqa: PLC0415 - only a body that is new needs this

        check_body(own_files(self._folders), self._language)

    @cached_property
    def words(self) -> Words:
        """The words that scenario files may use."""
        return Words(self.knowledge.words)

    @cached_property
    def _engine(self) -> Engine:
        return engine(self._engine_name, self.knowledge, self.rules)

    def read(self, path: str | Path) -> Scenario:
        """A scenario file. InputErrors with everything that is wrong with it."""
        return read(path, self.words)

    def judge(
        self,
        scenario: Scenario,
        as_of: date | None = None,
        perspective: str | None = None,
        known_on: date | None = None,
    ) -> Judged:
        """Judge a scenario that was read; by default on the day in the file, hearing everybody."""
        day = date.fromordinal(scenario.day_to_judge(None if as_of is None else as_of.toordinal()))
        assessment = Assessment(scenario.iri, self.perspective(perspective), day, known_on or day)
        triples = self.closed(scenario)
        return Judged(scenario, decode(self._engine.derive(triples, assessment), triples, assessment))

    def closed(self, scenario: Scenario) -> list[ox.Triple]:
        """What a scenario says as rules read it: with what it leaves to be filled in."""
        graph = Graph(scenario.triples)
        close_scenario(graph, self.knowledge.words)
        return sorted(graph.triples, key=str)

    def perspective(self, name: str | None) -> ox.NamedNode:
        """A perspective by its label or key; None is the one that hears everybody. InputError lists what there is."""
        words = self.knowledge.words
        found = [node for node in words.subjects(RDF_TYPE, h("Perspective")) if isinstance(node, ox.NamedNode)]
        for node in sorted(found, key=lambda one: one.value):
            every = TRUE in words.objects(node, h("hearsEvery"))
            if (name is None and every) or (name is not None and name.casefold() in self._called(node)):
                return node
        if name is None:
            choices = ", ".join(sorted(map(_key, found))) or "none"
            raise KnowledgeError(
                "this body of knowledge has no perspective that hears every voice, to judge in by default; "
                f"give one of them h:hearsEvery true, or choose with --perspective; there are: {choices}"
            )
        raise InputError(f"there is no perspective '{name}'", file="--perspective", valid=sorted(map(_key, found)))

    def _called(self, node: ox.NamedNode) -> set[str]:
        labels = [value for word in _LABELS for value in self.knowledge.words.objects(node, word)]
        return {_key(node).casefold(), *(label.value.casefold() for label in labels if isinstance(label, ox.Literal))}


_LABELS = (rdfs("label"), skos("prefLabel"), skos("altLabel"))


def _key(node: ox.NamedNode) -> str:
    return local(node.value)

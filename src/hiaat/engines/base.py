"""What every engine takes and gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

import pyoxigraph as ox

from hiaat.knowledge.close import whole
from hiaat.knowledge.terms import RDF_TYPE, XSD, h, local

N_TRIPLES = ox.RdfFormat.N_TRIPLES


@dataclass(frozen=True)
class Assessment:
    """The one node that rules read: a scenario, judged on a day, known on a day, heard in a perspective."""

    scenario: ox.NamedNode
    perspective: ox.NamedNode
    as_of: date
    known_on: date

    @property
    def iri(self) -> ox.NamedNode:
        """Made from its parts, so that two assessments of one scenario live in one store."""
        view = local(self.perspective.value)
        known = "" if self.known_on == self.as_of else f"/known-{self.known_on}"
        return ox.NamedNode(f"{self.scenario.value}/assessment/{self.as_of}/{view}{known}")

    def triples(self) -> list[ox.Triple]:
        """As rules read it."""
        node = self.iri
        return [
            ox.Triple(node, RDF_TYPE, h("Assessment")),
            ox.Triple(node, h("ofScenario"), self.scenario),
            ox.Triple(node, h("perspective"), self.perspective),
            ox.Triple(node, h("asOf"), ox.Literal(self.as_of.isoformat(), datatype=ox.NamedNode(XSD + "date"))),
            ox.Triple(node, h("day"), whole(self.as_of.toordinal())),
            ox.Triple(node, h("knownDay"), whole(self.known_on.toordinal())),
        ]


@dataclass(frozen=True)
class Derived:
    """What the rules added, and for each finding shape the findings that it gave."""

    lines: frozenset[bytes]  # N-Triples
    findings: frozenset[tuple[str, str]]  # shape, finding

    @cached_property
    def triples(self) -> frozenset[ox.Triple]:
        """What the rules added, as things to look into: made when asked for, as that takes a while."""
        return frozenset(quad.triple for quad in ox.parse(b"\n".join(self.lines), format=N_TRIPLES, lenient=True))


def lines(triples: Iterable[ox.Triple]) -> tuple[bytes, ...]:
    """The triples as N-Triples, a line for each: compared, loaded and read in a fraction of the time of objects."""
    return tuple((ox.serialize(triples, format=N_TRIPLES) or b"").splitlines())


class Engine(Protocol):
    """Runs the rules over the knowledge, a scenario and an assessment."""

    def derive(self, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        """All that follows. The scenario triples are closed already (hiaat.scenario.close)."""
        ...

"""The oracle: the same rules and shapes in stock pySHACL over rdflib. Slow; what any SHACL tool would say.

pySHACL runs the rules of a shape by `sh:order`; blocks of rounds are written out as successive orders, and nothing is
iterated. Only tests and `--engine reference` come here.
"""

from collections.abc import Sequence

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from hiaat.engines.base import N_TRIPLES, Assessment, Derived, lines
from hiaat.errors import EngineError
from hiaat.knowledge import Knowledge
from hiaat.rules import RuleSet, shapes_turtle

CORE = Namespace("https://w3id.org/hiaat/ns#")


class ReferenceEngine:
    """Rules and constraints in pySHACL."""

    def __init__(self, knowledge: Knowledge, rules: RuleSet) -> None:
        self._knowledge = knowledge
        self._shapes = Graph().parse(data=shapes_turtle(rules), format="turtle")

    def derive(self, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        """Run the rules once, in order, and read the findings from the validation report."""
        data = Graph().parse(data=self._knowledge.judging, format="nt")
        data.parse(data=b"\n".join(lines([*scenario, *assessment.triples()])), format="nt")
        given = set(data)
        _, report, text = pyshacl.validate(
            data, shacl_graph=self._shapes, advanced=True, inplace=True, inference="none", iterate_rules=False
        )
        if not isinstance(report, Graph):
            raise EngineError(f"pySHACL did not give a report: {text}")
        added = Graph()
        for triple in set(data) - given:
            added.add(triple)
        derived = ox.parse(added.serialize(format="nt", encoding="utf-8"), format=N_TRIPLES)
        told = lines(quad.triple for quad in derived)
        return Derived(frozenset(told), _findings(report, self._shapes))


def _findings(report: Graph, shapes: Graph) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape, value = report.value(result, SH.sourceShape), report.value(result, SH.value)
        if isinstance(shape, URIRef) and not isinstance(value, Literal) and value is not None:
            found.add((str(shape), str(value)))
    return frozenset(found)

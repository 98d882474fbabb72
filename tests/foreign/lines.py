"""Expected and derived outcomes as sets of lines, so that every difference is a line that one of them lacks.

A line names its situation and what it is about: a cell, a candidate of a cell that nobody holds, a finding, a possible
act, or a grade. Norms, functions and windows appear by the last part of their IRI, parties and situations by their name.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pyoxigraph as ox

from hiaat.findings import Cell, Finding, Judgement, Shortfall
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs, skos
from hiaat.scenario import Scenario

KINDS = {
    "Performance": "U",
    "Accountability": "E",
    "Organisation": "O",
    "Procurement": "I",
    "Funding": "B",
    "Oversight": "T",
}
FACTS = {"Act": "act", "PartyState": "state", "Claim": "claim", "Offer": "offer"}
UNSAID = "not said"


def local(iri: str) -> str:
    """The last part of an IRI; "-" for the window that every window covers."""
    name = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return "-" if name == "AtSomeTime" else name


def day(number: int | None) -> str:
    return UNSAID if number is None else date.fromordinal(number).isoformat()


# ---- what is expected


def expected(outcome: Mapping[str, Any]) -> frozenset[str]:
    """The lines of one entry of expected.yaml."""
    return frozenset(
        f"{situation}: {line}" for situation, told in outcome["situations"].items() for line in _expected(told)
    )


def _expected(told: Mapping[str, Any]) -> Iterator[str]:
    leads = told.get("lead", {})
    for cell, holders in told["held"].items():
        yield f"cell {cell}: Held by {', '.join(sorted(holders))}" + (f", {leads[cell]} leads" if cell in leads else "")
    for cell, gap in told["open"].items():
        yield f"cell {cell}: {gap['verdict']}" + (f" {gap['leading']} since {gap['since']}" if "leading" in gap else "")
        for candidate in gap["candidates"]:
            why = candidate.get("miss") or ", ".join(sorted(candidate["shortfalls"])) or "nothing"
            yield f"candidate {cell}: {candidate['party']} {candidate['standing']}: {why}"
    for finding in told["findings"]:
        about = f"{finding['kind']} {finding['function']} {finding['responsibility'] or '-'}"
        windows = ", ".join(sorted(finding["windows"])) or "no cell"
        since = finding.get("since", UNSAID)
        yield f"finding {about}: {finding['certainty']}, {windows}, since {since}"
        for act in finding["acts"]:
            yield f"act on {about}: {act}"
    for function, grade in told["grades"].items():
        yield f"grade {function}: {grade}"


# ---- what is derived


class Derived:
    """Tells a judgement in lines, with the names of the scenario and the knowledge."""

    def __init__(self, judgement: Judgement, scenario: Scenario, words: Graph) -> None:
        self.judgement = judgement
        self.graphs = (Graph(scenario.triples), words)

    def lines(self) -> frozenset[str]:
        parts = (self._cells(), self._candidates(), self._findings(), self._grades())
        return frozenset(line for part in parts for line in part)

    def _cells(self) -> Iterator[str]:
        for cell in self.judgement.cells:
            line = f"{self._cell('cell', cell)}: {cell.verdict}"
            if cell.verdict == "Held":
                line += f" by {self._names(cell.holders)}" + (
                    f", {self._names(cell.leads)} leads" if cell.leads else ""
                )
            yield line + (f" {cell.leading} since {day(cell.since)}" if cell.leading else "")

    def _candidates(self) -> Iterator[str]:
        for cell in self.judgement.cells:
            for candidate in cell.candidates if cell.verdict != "Held" else ():
                why = candidate.reason or ", ".join(sorted(self._why(one) for one in candidate.shortfalls)) or "nothing"
                yield f"{self._cell('candidate', cell)}: {self._name(candidate.party)} {candidate.standing}: {why}"

    def _findings(self) -> Iterator[str]:
        for finding in self.judgement.findings:
            situation, about = self._about(finding)
            windows = ", ".join(sorted({local(window) for window in finding.windows})) or "no cell"
            yield f"{situation}: finding {about}: {finding.certainty}, {windows}, since {day(finding.since)}"
            for act in finding.acts:
                yield f"{situation}: act on {about}: {self._name(act.party)} {act.modality} {self._ground(act.ground)}"

    def _grades(self) -> Iterator[str]:
        for grade in self.judgement.grades:
            yield f"{self._name(grade.situation)}: grade {local(grade.function)}: {grade.grade}"

    def _cell(self, word: str, cell: Cell) -> str:
        about = f"{local(cell.function)} {KINDS[local(cell.kind)]} {local(cell.window)}"
        return f"{self._name(cell.situation)}: {word} {about}"

    def _about(self, finding: Finding) -> tuple[str, str]:
        kind = KINDS.get(local(finding.responsibility), "-")
        return self._name(finding.situation), f"{finding.kind} {local(finding.function)} {kind}"

    def _why(self, shortfall: Shortfall) -> str:
        return f"{shortfall.cause} {shortfall.certainty} {self._source(shortfall)}"

    def _source(self, shortfall: Shortfall) -> str:
        if shortfall.condition is not None:
            return local(shortfall.condition.condition)
        return self._ground(shortfall.source)

    def _ground(self, iri: str) -> str:
        """A norm by its name, a fact by what it is, an engagement by the kind of agreement that brought it."""
        engagement = self.judgement.engagements.get(iri)
        if engagement is not None and engagement.agreement is None:
            return "engagement"
        node = ox.NamedNode(engagement.agreement if engagement is not None and engagement.agreement else iri)
        kinds = [local(kind.value) for kind in self._all(node, h("agreementKind"))]
        facts = [FACTS[local(kind.value)] for kind in self._all(node, RDF_TYPE) if local(kind.value) in FACTS]
        return next(iter(kinds + sorted(facts)), local(iri))

    def _all(self, node: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        return [value for value in self.graphs[0].objects(node, predicate) if isinstance(value, ox.NamedNode)]

    def _names(self, iris: tuple[str, ...]) -> str:
        return ", ".join(sorted(self._name(iri) for iri in iris))

    def _name(self, iri: str) -> str:
        for graph in self.graphs:
            for label in (rdfs("label"), skos("prefLabel")):
                for value in graph.objects(ox.NamedNode(iri), label):
                    if isinstance(value, ox.Literal) and value.language in (None, "nl"):
                        return value.value
        return local(iri)

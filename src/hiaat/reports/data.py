"""JSON for programs: everything that was derived, with its labels. Its schema is docs/schema/judgement-1.json.

Kinds, verdicts, causes and the like are words of the core, without their namespace. What something rests on is an IRI
that is explained once, under `grounds`. Nothing here is in an order that depends on the run.
"""

from collections.abc import Sequence

from hiaat import __version__
from hiaat.explain import Explanation, Paragraph
from hiaat.knowledge import Knowledge
from hiaat.reports import parts
from hiaat.reports.grounds import grounds
from hiaat.reports.listing import dumped, listed
from hiaat.reports.parts import Data
from hiaat.reports.report import Case, Part
from hiaat.scenario import Place, Remark, Told
from hiaat.scenario.messages import Language

SCHEMA = "https://w3id.org/hiaat/schema/judgement-1.json"
VERSION = "1.4"


def written(case: Case) -> str:
    """One judgement as JSON, indented."""
    return dumped(_judgement(case))


def whole(parts: Sequence[Part], language: Language, _: Knowledge) -> str:
    """The judgements as JSON, indented, ending in a newline."""
    head = {"$schema": SCHEMA, "version": VERSION, "hiaat": __version__, "language": language}
    return listed(head, "judgements", [part.written for part in parts])


def _judgement(case: Case) -> Data:
    scenario, judgement, names = case.judged.scenario, case.judged.judgement, case.names
    explanation = case.explanation
    told = {finding.finding: finding for finding in explanation.findings}
    understood = scenario.understood
    return {
        "scenario": {
            "iri": scenario.iri.value,
            "name": scenario.name,
            "title": scenario.title,
            "file": scenario.file,
        },
        "assessment": {
            "iri": judgement.assessment.iri.value,
            "as_of": judgement.assessment.as_of.isoformat(),
            "known_on": judgement.assessment.known_on.isoformat(),
            "perspective": parts.ref(names, judgement.assessment.perspective.value),
        },
        "outcome": _outcome(case),
        "understood": {
            "understood": [_told(one) for one in understood.understood],
            "assumed": [_remark(one) for one in understood.assumed],
            "unknown": [_remark(one) for one in understood.unknown],
        },
        "summary": [parts.sentence(one) for one in explanation.summary],
        "situations": [parts.ref(names, iri) for iri in judgement.situations],
        "grades": [
            {
                "situation": parts.ref(names, one.situation),
                "function": parts.ref(names, one.function),
                "grade": one.grade,
            }
            for one in judgement.grades
        ],
        "steps": parts.paragraph(explanation.steps),
        "findings": [parts.finding(names, one, told.get(one.iri)) for one in judgement.findings],
        "cells": [parts.cell(names, one) for one in judgement.cells],
        "not_judged": [
            {
                "situation": parts.ref(names, one.situation),
                "function": parts.ref(names, one.function),
                "window": None if one.window is None else parts.ref(names, one.window),
                "because": list(one.because),
            }
            for one in judgement.not_judged
        ],
        "no_longer_heard": [
            {"situation": parts.ref(names, situation), "norm": norm} for situation, norm in judgement.no_longer
        ],
        "engagements": [parts.engagement(names, judgement.engagements[iri]) for iri in sorted(judgement.engagements)],
        "conditions": [parts.condition(one) for one in judgement.conditions],
        "grounds": {iri: parts.ground(names, iri) for iri in grounds(judgement)},
        "notes": [parts.paragraph(one) for one in _notes(explanation)],
        "disclaimer": explanation.disclaimer.text,
    }


def _notes(explanation: Explanation) -> list[Paragraph]:
    """How old the sources are; and what of the file has no effect, if there is any."""
    return [explanation.notes, *([explanation.idle] if explanation.idle.bullets else [])]


def _outcome(case: Case) -> Data:
    found = case.outcome
    return {
        "in_order": found.in_order,
        "violations": found.violations,
        "warnings": found.warnings,
        "infos": found.infos,
        "situations_without_cell": [parts.ref(case.names, iri) for iri in found.without_cell],
        "needs_without_cell": [parts.ref(case.names, iri) for iri in found.unanswered],
        "assigned_cells": found.assigned,
    }


def _place(place: Place) -> Data:
    return {"file": place.file, "line": place.line, "column": place.column}


def _told(told: Told) -> Data:
    facts = [{"key": key, "value": value} for key, value in told.facts]
    return {"section": told.section, "name": told.name, "facts": facts, "place": _place(told.place)}


def _remark(remark: Remark) -> Data:
    return {"text": remark.text, "asked": remark.asked, "place": _place(remark.place)}

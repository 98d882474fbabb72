"""JSON for programs: everything that was derived, with its labels. Its schema is docs/schema/judgement-1.json.

Kinds, verdicts, causes and the like are words of the core, without their namespace. What something rests on is an IRI
that is explained once, under `grounds`. Nothing here is in an order that depends on the run.
"""

import json
from collections.abc import Iterable, Iterator

from hiaat import __version__
from hiaat.explain import FindingExplanation, Paragraph, Sentence
from hiaat.findings import Candidate, Cell, Condition, Engagement, Finding, Judgement, Shortfall
from hiaat.reports.explained import explained
from hiaat.reports.names import Names, day
from hiaat.reports.report import Case, Report
from hiaat.scenario import Place, Remark, Told

SCHEMA = "https://w3id.org/hiaat/schema/judgement-1.json"
VERSION = "1.0"

Data = dict[str, object]


def render(report: Report) -> str:
    """The judgements as JSON, indented, ending in a newline."""
    return json.dumps(data(report), ensure_ascii=False, indent=2) + "\n"


def data(report: Report) -> Data:
    """The same as plain dictionaries, lists, texts and numbers."""
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "hiaat": __version__,
        "language": report.language,
        "judgements": [_judgement(case) for case in report.cases],
    }


def _judgement(case: Case) -> Data:
    scenario, judgement, names = case.judged.scenario, case.judged.judgement, case.names
    explanation = explained(case)
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
            "perspective": _ref(names, judgement.assessment.perspective.value),
        },
        "outcome": _outcome(case),
        "understood": {
            "understood": [_told(one) for one in understood.understood],
            "assumed": [_remark(one) for one in understood.assumed],
            "unknown": [_remark(one) for one in understood.unknown],
        },
        "summary": [_sentence(one) for one in explanation.summary],
        "situations": [_ref(names, iri) for iri in judgement.situations],
        "grades": [
            {"situation": _ref(names, one.situation), "function": _ref(names, one.function), "grade": one.grade}
            for one in judgement.grades
        ],
        "findings": [_finding(names, one, told.get(one.iri)) for one in judgement.findings],
        "cells": [_cell(names, one) for one in judgement.cells],
        "not_judged": [
            {
                "situation": _ref(names, one.situation),
                "function": _ref(names, one.function),
                "window": None if one.window is None else _ref(names, one.window),
                "because": list(one.because),
            }
            for one in judgement.not_judged
        ],
        "engagements": [_engagement(names, judgement.engagements[iri]) for iri in sorted(judgement.engagements)],
        "conditions": [_condition(one) for one in judgement.conditions],
        "grounds": {iri: _ground(names, iri) for iri in sorted(set(_grounds(judgement)))},
        "notes": [_paragraph(one) for one in (explanation.notes,)],
        "disclaimer": explanation.disclaimer.text,
    }


def _outcome(case: Case) -> Data:
    found = case.outcome
    return {
        "in_order": found.in_order,
        "violations": found.violations,
        "warnings": found.warnings,
        "infos": found.infos,
        "situations_without_cell": [_ref(case.names, iri) for iri in found.without_cell],
        "needs_without_cell": [_ref(case.names, iri) for iri in found.unanswered],
        "assigned_cells": found.assigned,
    }


def _ref(names: Names, iri: str) -> Data:
    return {"iri": iri, "label": names.of(iri)}


def _refs(names: Names, iris: Iterable[str]) -> list[Data]:
    return [_ref(names, iri) for iri in iris]


def _place(place: Place) -> Data:
    return {"file": place.file, "line": place.line, "column": place.column}


def _told(told: Told) -> Data:
    facts = [{"key": key, "value": value} for key, value in told.facts]
    return {"section": told.section, "name": told.name, "facts": facts, "place": _place(told.place)}


def _remark(remark: Remark) -> Data:
    return {"text": remark.text, "asked": remark.asked, "place": _place(remark.place)}


def _cell(names: Names, cell: Cell) -> Data:
    return {
        "iri": cell.iri,
        "key": cell.key,
        "situation": _ref(names, cell.situation),
        "function": _ref(names, cell.function),
        "kind": cell.kind,
        "window": _ref(names, cell.window),
        "certain": cell.certain,
        "verdict": cell.verdict,
        "leading": cell.leading,
        "since": day(cell.since),
        "required_by": list(cell.required_by),
        "triggered_by": list(cell.triggered_by),
        "holders": _refs(names, cell.holders),
        "leads": _refs(names, cell.leads),
        "held_on": list(cell.held_on),
        "candidates": [_candidate(names, one) for one in cell.candidates],
    }


def _candidate(names: Names, candidate: Candidate) -> Data:
    return {
        "party": _ref(names, candidate.party),
        "standing": candidate.standing,
        "ground": candidate.ground,
        "certainty": candidate.certainty,
        "rank": candidate.rank,
        "reason": candidate.reason,
        "sound": candidate.sound,
        "shortfalls": [_shortfall(one) for one in candidate.shortfalls],
    }


def _shortfall(shortfall: Shortfall) -> Data:
    return {
        "cause": shortfall.cause,
        "certainty": shortfall.certainty,
        "source": shortfall.source,
        "since": day(shortfall.since),
        "condition": None if shortfall.condition is None else _condition(shortfall.condition),
    }


def _condition(condition: Condition) -> Data:
    return {
        "condition": condition.condition,
        "state": condition.state,
        "norm": condition.norm,
        "fact": condition.fact,
        "since": day(condition.since),
    }


def _finding(names: Names, finding: Finding, told: FindingExplanation | None) -> Data:
    return {
        "iri": finding.iri,
        "key": finding.key,
        "kind": finding.kind,
        "severity": finding.severity,
        "situation": _ref(names, finding.situation),
        "function": _ref(names, finding.function),
        "responsibility": finding.responsibility,
        "windows": _refs(names, names.windows(finding.windows)),
        "cells": [cell.iri for cell in finding.cells],
        "since": day(finding.since),
        "certainty": finding.certainty,
        "on_paper": _refs(names, finding.on_paper),
        "parties": _refs(names, finding.parties),
        "sources": list(finding.sources),
        "acts": [
            {
                "party": _ref(names, act.party),
                "modality": act.modality,
                "ground": act.ground,
                "towards": _refs(names, act.towards),
            }
            for act in finding.acts
        ],
        "title": "" if told is None else told.title.text,
        "explanation": [] if told is None else [_paragraph(one) for one in told.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> Data:
    return {
        "key": paragraph.key,
        "heading": paragraph.heading,
        "sentences": [_sentence(one) for one in paragraph.sentences],
        "bullets": [
            {"lead": one.lead, "sentences": [_sentence(said) for said in one.sentences]} for one in paragraph.bullets
        ],
    }


def _sentence(sentence: Sentence) -> Data:
    return {"text": sentence.text, "facts": list(sentence.facts)}


def _engagement(names: Names, engagement: Engagement) -> Data:
    return {
        "iri": engagement.iri,
        "party": _ref(names, engagement.party),
        "function": _ref(names, engagement.function),
        "kind": engagement.kind,
        "windows": _refs(names, names.windows(engagement.windows)),
        "situation": _ref(names, engagement.situation),
        "agreement": None if engagement.agreement is None else _ref(names, engagement.agreement),
        "principals": _refs(names, engagement.principals),
        "status": engagement.status,
        "last_day": day(engagement.last_day),
    }


def _ground(names: Names, iri: str) -> Data:
    ground = names.ground(iri)
    return {
        "sort": ground.sort,
        "label": ground.label,
        "says": ground.says or None,
        "based_on": list(ground.based_on),
        "voices": list(ground.voices),
        "written_at": ground.written_at or None,
    }


def _grounds(judgement: Judgement) -> Iterator[str]:
    for cell in judgement.cells:
        yield from (*cell.required_by, *cell.triggered_by, *cell.held_on)
        for candidate in cell.candidates:
            yield candidate.ground
            yield from (shortfall.source for shortfall in candidate.shortfalls)
    for finding in judgement.findings:
        yield from finding.sources
        yield from (act.ground for act in finding.acts)
    for missing in judgement.not_judged:
        yield from missing.because
    for condition in (*judgement.conditions, *_conditions(judgement)):
        yield from (iri for iri in (condition.condition, condition.norm, condition.fact) if iri is not None)


def _conditions(judgement: Judgement) -> Iterator[Condition]:
    for cell in judgement.cells:
        for candidate in cell.candidates:
            yield from (one.condition for one in candidate.shortfalls if one.condition is not None)

"""The parts of the JSON report: a cell, a candidate, a finding, as plain dictionaries with every key always there."""

from collections.abc import Iterable

from hiaat.explain import FindingExplanation, Paragraph, Sentence
from hiaat.findings import Candidate, Cell, Condition, Engagement, Finding, Shortfall
from hiaat.reports.names import Names, day

Data = dict[str, object]


def ref(names: Names, iri: str) -> Data:
    return {"iri": iri, "label": names.of(iri)}


def refs(names: Names, iris: Iterable[str]) -> list[Data]:
    return [ref(names, iri) for iri in iris]


def cell(names: Names, cell: Cell) -> Data:
    return {
        "iri": cell.iri,
        "key": cell.key,
        "situation": ref(names, cell.situation),
        "function": ref(names, cell.function),
        "kind": cell.kind,
        "window": ref(names, cell.window),
        "certain": cell.certain,
        "verdict": cell.verdict,
        "leading": cell.leading,
        "since": day(cell.since),
        "required_by": list(cell.required_by),
        "triggered_by": list(cell.triggered_by),
        "holders": refs(names, cell.holders),
        "leads": refs(names, cell.leads),
        "held_on": list(cell.held_on),
        "candidates": [_candidate(names, one) for one in cell.candidates],
    }


def _candidate(names: Names, candidate: Candidate) -> Data:
    return {
        "party": ref(names, candidate.party),
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
        "condition": None if shortfall.condition is None else condition(shortfall.condition),
    }


def condition(condition: Condition) -> Data:
    return {
        "condition": condition.condition,
        "state": condition.state,
        "norm": condition.norm,
        "fact": condition.fact,
        "since": day(condition.since),
    }


def finding(names: Names, finding: Finding, told: FindingExplanation | None) -> Data:
    return {
        "iri": finding.iri,
        "key": finding.key,
        "kind": finding.kind,
        "severity": finding.severity,
        "situation": ref(names, finding.situation),
        "function": ref(names, finding.function),
        "responsibility": finding.responsibility,
        "windows": refs(names, names.windows(finding.windows)),
        "cells": [cell.iri for cell in finding.cells],
        "since": day(finding.since),
        "certainty": finding.certainty,
        "on_paper": refs(names, finding.on_paper),
        "parties": refs(names, finding.parties),
        "sources": list(finding.sources),
        "acts": [
            {
                "party": ref(names, act.party),
                "modality": act.modality,
                "ground": act.ground,
                "towards": refs(names, act.towards),
            }
            for act in finding.acts
        ],
        "title": "" if told is None else told.title.text,
        "explanation": [] if told is None else [paragraph(one) for one in told.paragraphs],
    }


def engagement(names: Names, engagement: Engagement) -> Data:
    return {
        "iri": engagement.iri,
        "party": ref(names, engagement.party),
        "function": ref(names, engagement.function),
        "kind": engagement.kind,
        "windows": refs(names, names.windows(engagement.windows)),
        "situation": ref(names, engagement.situation),
        "agreement": None if engagement.agreement is None else ref(names, engagement.agreement),
        "principals": refs(names, engagement.principals),
        "status": engagement.status,
        "last_day": day(engagement.last_day),
    }


def ground(names: Names, iri: str) -> Data:
    ground = names.ground(iri)
    return {
        "sort": ground.sort,
        "label": ground.label,
        "says": ground.says or None,
        "based_on": list(ground.based_on),
        "voices": list(ground.voices),
        "written_at": ground.written_at or None,
    }


def paragraph(paragraph: Paragraph) -> Data:
    return {
        "key": paragraph.key,
        "heading": paragraph.heading,
        "sentences": [sentence(one) for one in paragraph.sentences],
        "bullets": [
            {"lead": one.lead, "sentences": [sentence(said) for said in one.sentences]} for one in paragraph.bullets
        ],
    }


def sentence(sentence: Sentence) -> Data:
    return {"text": sentence.text, "facts": list(sentence.facts)}

"""The parts of the JSON report: a cell, a candidate, a finding, as plain dictionaries with every key always there."""

from collections.abc import Iterable

from hiaat.explain import FindingExplanation, Paragraph, Sentence
from hiaat.findings import Candidate, Cell, Condition, Engagement, Finding, Shortfall
from hiaat.reports.missing import missing_data
from hiaat.reports.names import Names, day

Data = dict[str, object]


def ref(names: Names, iri: str) -> Data:
    """A thing by IRI and name."""
    return {"iri": iri, "label": names.of(iri)}


def refs(names: Names, iris: Iterable[str]) -> list[Data]:
    """Several of them."""
    return [ref(names, iri) for iri in iris]


def cell(names: Names, one: Cell) -> Data:
    """A cell with its candidates."""
    return {
        "iri": one.iri,
        "key": one.key,
        "situation": ref(names, one.situation),
        "function": ref(names, one.function),
        "kind": one.kind,
        "window": ref(names, one.window),
        "certain": one.certain,
        "verdict": one.verdict,
        "leading": one.leading,
        "since": day(one.since),
        "required_by": list(one.required_by),
        "triggered_by": list(one.triggered_by),
        "holders": refs(names, one.holders),
        "until_successor": one.until_successor,
        "leads": refs(names, one.leads),
        "held_on": list(one.held_on),
        "candidates": [_candidate(names, each) for each in one.candidates],
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


def condition(one: Condition) -> Data:
    """A condition as it was judged."""
    return {
        "condition": one.condition,
        "state": one.state,
        "norm": one.norm,
        "fact": one.fact,
        "since": day(one.since),
    }


def finding(names: Names, one: Finding, told: FindingExplanation | None) -> Data:
    """A finding, with its explanation."""
    return {
        "iri": one.iri,
        "key": one.key,
        "kind": one.kind,
        "severity": one.severity,
        "situation": ref(names, one.situation),
        "function": ref(names, one.function),
        "responsibility": one.responsibility,
        "windows": refs(names, names.windows(one.windows)),
        "cells": [each.iri for each in one.cells],
        "since": day(one.since),
        "certainty": one.certainty,
        "on_paper": refs(names, one.on_paper),
        "binds_absent": list(one.binds_absent),
        "parties": refs(names, one.parties),
        "sources": list(one.sources),
        "in_fact": list(one.in_fact),
        "acts": [
            {
                "party": ref(names, act.party),
                "modality": act.modality,
                "certainty": act.certainty,
                "ground": act.ground,
                "towards": refs(names, act.towards),
            }
            for act in one.acts
        ],
        "missing": missing_data(names, one, told),
        "title": "" if told is None else told.title.text,
        "explanation": [] if told is None else [paragraph(each) for each in told.paragraphs],
    }


def engagement(names: Names, one: Engagement) -> Data:
    """What a party took on."""
    return {
        "iri": one.iri,
        "party": ref(names, one.party),
        "function": ref(names, one.function),
        "kind": one.kind,
        "windows": refs(names, names.windows(one.windows)),
        "situation": ref(names, one.situation),
        "agreement": None if one.agreement is None else ref(names, one.agreement),
        "principals": refs(names, one.principals),
        "status": one.status,
        "last_day": day(one.last_day),
    }


def ground(names: Names, iri: str) -> Data:
    """What something rests on."""
    found = names.ground(iri)
    return {
        "sort": found.sort,
        "label": found.label,
        "says": found.says or None,
        "based_on": list(found.based_on),
        "voices": list(found.voices),
        "written_at": found.written_at or None,
    }


def paragraph(one: Paragraph) -> Data:
    """A paragraph of the explanation."""
    return {
        "key": one.key,
        "heading": one.heading,
        "sentences": [sentence(each) for each in one.sentences],
        "bullets": [
            {"lead": each.lead, "sentences": [sentence(said) for said in each.sentences]} for each in one.bullets
        ],
    }


def sentence(one: Sentence) -> Data:
    """A sentence with the facts behind it."""
    return {"text": one.text, "facts": sorted(one.facts)}

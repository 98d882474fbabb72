"""The facts that must be known to settle a finding, for each format: as sentences, as data, as a graph."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from hiaat.explain import FindingExplanation
from hiaat.findings import Cell, Finding
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.reports.names import Names, day
from hiaat.reports.report import Case
from hiaat.reports.triples import days, say, thing, things, word

PARAGRAPH = "missing"


def questions(told: FindingExplanation | None) -> list[str]:
    """A sentence for every missing fact, in the order of the facts."""
    parts = () if told is None else told.paragraphs
    bullets = (bullet for part in parts if part.key == PARAGRAPH for bullet in part.bullets)
    return [" ".join(sentence.text for sentence in bullet.sentences) for bullet in bullets]


def asked_of(case: Case, cell: Cell) -> list[str]:
    """The same, of the finding that a cell is part of."""
    told = {one.finding: one for one in case.explanation.findings}
    found = (one for one in case.judged.judgement.findings if one.missing and cell in one.cells)
    return [question for one in found for question in questions(told[one.iri])]


def missing_data(names: Names, finding: Finding, told: FindingExplanation | None) -> list[dict[str, object]]:
    """The missing facts as plain dictionaries."""
    texts = questions(told) or [""] * len(finding.missing)
    return [
        {
            "iri": one.iri,
            "sort": one.sort,
            "about": {"iri": one.about, "label": names.of(one.about)},
            "of": [{"iri": each, "label": names.of(each)} for each in one.of],
            "facts": list(one.facts),
            "earliest": day(one.earliest),
            "latest": day(one.latest),
            "text": text,
        }
        for one, text in zip(finding.missing, texts, strict=True)
    ]


def missing_graph(finding: Finding) -> Iterator[Triple]:
    """The missing facts in the words of the core."""
    for one in finding.missing:
        yield from say(
            NamedNode(one.iri),
            (RDF_TYPE, h("MissingFact")),
            thing("missingFor", finding.iri),
            word("missingSort", one.sort),
            thing("missingAbout", one.about),
            *things("missingOf", one.of),
            *things("missingFact", one.facts),
            *days("missingEarliest", one.earliest),
            *days("missingLatest", one.latest),
        )


def missing_things(finding: Finding) -> set[str]:
    """What the missing facts are about, and whose they are."""
    return {thing for one in finding.missing for thing in (one.about, *one.of)}

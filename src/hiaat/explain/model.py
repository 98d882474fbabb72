"""The frozen shape of an explanation: sentences, and the facts behind each of them.

A sentence knows the IRIs of the cells, norms, acts, engagements and statements it was made from, so that a report can
link it. A report adds no sentence of its own: what it shows is here, in one language.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One or two sentences said in one go, and what they rest on: IRIs, or a place in the file.

    A fixed phrase rests on nothing.
    """

    text: str
    facts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Bullet:
    """What is said of one party or thing; `lead` names it and is meant to stand out."""

    lead: str
    sentences: tuple[Sentence, ...]

    def __str__(self) -> str:
        said = " ".join(map(str, self.sentences))
        return f"{self.lead}: {said}" if self.lead else said


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text under a heading (empty: none), then bullets. `key` names it for machines."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...] = ()
    bullets: tuple[Bullet, ...] = ()

    def all_sentences(self) -> Iterator[Sentence]:
        """Those of the running text, then those of the bullets."""
        yield from self.sentences
        for bullet in self.bullets:
            yield from bullet.sentences


@dataclass(frozen=True, slots=True)
class FindingExplanation:
    """One finding, told from its title to its notes. `kind_label` and `severity_label` are in the language."""

    finding: str
    kind: str
    severity: str
    kind_label: str
    severity_label: str
    title: Sentence
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that a report says of one judgement, in one language.

    `said_back` is what the file was taken to say (understood, assumed, unknown: one paragraph each); `idle` what of
    that has no effect here; `looked_at` names every function, party and window looked at, with a bullet each; `steps`
    what was ended or ruled on, and whether that has effect; `notes` tell the age of what was read.
    """

    language: str
    title: str
    summary: tuple[Sentence, ...]
    said_back: tuple[Paragraph, ...]
    idle: Paragraph
    steps: Paragraph
    findings: tuple[FindingExplanation, ...]
    looked_at: Paragraph
    not_judged: Paragraph
    notes: Paragraph
    disclaimer: Sentence

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order."""
        yield from (*self.said_back, self.idle, self.steps)
        for finding in self.findings:
            yield from finding.paragraphs
        yield from (self.looked_at, self.not_judged, self.notes)

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        yield from self.summary
        for finding in self.findings:
            yield finding.title
        for paragraph in self.paragraphs():
            yield from paragraph.all_sentences()
        yield self.disclaimer

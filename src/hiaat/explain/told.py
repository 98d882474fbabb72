"""One finding, told from its title to its notes; each kind has a builder, gaps are the rule."""

from collections.abc import Callable, Iterator, Sequence

from hiaat.explain.act import Acts
from hiaat.explain.asked import Asked
from hiaat.explain.contests import CONTESTED, Contests
from hiaat.explain.crossing import crossing
from hiaat.explain.looked import Looked
from hiaat.explain.missing import Missing
from hiaat.explain.model import FindingExplanation, Paragraph, Sentence
from hiaat.explain.notes import finding_notes
from hiaat.explain.paper import Paper
from hiaat.explain.scene import Scene
from hiaat.explain.teller import Teller
from hiaat.explain.titles import is_bound, severity_word, title
from hiaat.explain.unexamined import parts_not_examined
from hiaat.explain.warning import Warnings
from hiaat.findings import Finding
from hiaat.knowledge.terms import h


def tell(scene: Scene, finding: Finding, before: Sequence[Finding]) -> FindingExplanation:
    """One finding; `before` are those that were told already."""
    teller = Teller(scene)
    heading = title(teller, finding)
    paragraphs = list(_BUILDERS.get(finding.kind, _gap)(teller, finding, before))
    paragraphs += _note(teller, finding, paragraphs, before)
    return FindingExplanation(
        finding=finding.iri,
        kind=finding.kind,
        severity=finding.severity,
        kind_label=scene.lexicon.label(h(finding.kind).value),
        severity_label=scene.lexicon.fill(f"severity-{severity_word(finding)}"),
        title=heading,
        paragraphs=tuple(paragraphs),
    )


def _gap(teller: Teller, finding: Finding, before: Sequence[Finding]) -> Iterator[Paragraph]:
    asked = Asked(teller, finding)
    bound = is_bound(finding) or all(cell.verdict != "Gap" for cell in finding.cells)
    perhaps = [] if finding.certainty == "surely" else [teller.say("perhaps", [finding.iri])]
    opening = [asked.situation(), *asked.required(), *asked.since(bound=bound), *asked.part_and_past(), *perhaps]
    yield teller.paragraph("situation", opening)
    paper = Paper(teller, finding)
    if finding.responsibility == "Performance":
        yield paper.paragraph(bound=bound)
    if finding.kind == CONTESTED:
        contests = Contests(teller, finding)
        yield from contests.settled() if finding.severity == "Warning" else contests.open()
    yield Looked(teller, finding).paragraph(crossing(teller, finding))
    yield Acts(teller, finding, paper.told).paragraph()


def _warning(teller: Teller, finding: Finding, before: Sequence[Finding]) -> Iterator[Paragraph]:
    yield from Warnings(teller, finding).paragraphs(opening=_opening(teller, finding, before))
    yield Acts(teller, finding, short=True).paragraph()


def _circle(teller: Teller, finding: Finding, before: Sequence[Finding]) -> Iterator[Paragraph]:
    yield from Warnings(teller, finding).paragraphs(opening=_opening(teller, finding, before))
    yield Looked(teller, finding).paragraph(crossing(teller, finding))
    yield Acts(teller, finding, short=True).paragraph()


def _undetermined(teller: Teller, finding: Finding, before: Sequence[Finding]) -> Iterator[Paragraph]:
    asked = Asked(teller, finding)
    opening = _opening(teller, finding, before)
    yield teller.paragraph("situation", [*opening, *asked.required(ask=False)])
    yield from Missing(teller, finding).paragraphs(ask=not any(one.missing for one in before))
    if any(_same_function(finding, one) for one in before):
        yield teller.paragraph("looked", [teller.say("told-above", [finding.iri])])
        return
    yield Looked(teller, finding).paragraph(crossing(teller, finding))
    yield Acts(teller, finding, short=True).paragraph()


def _opening(teller: Teller, finding: Finding, before: Sequence[Finding]) -> list[Sentence]:
    """The situation, unless it was told with another finding."""
    told = any(one.situation == finding.situation for one in before)
    return [] if told else [Asked(teller, finding).situation()]


def _same_work(one: Finding, other: Finding) -> bool:
    """Whether a gap was told that is about the same function in the same situation."""
    return other.severity == "Violation" and (one.situation, one.function) == (other.situation, other.function)


def _same_function(one: Finding, other: Finding) -> bool:
    return (one.situation, one.function, one.responsibility) == (other.situation, other.function, other.responsibility)


def _note(
    teller: Teller, finding: Finding, paragraphs: Sequence[Paragraph], before: Sequence[Finding]
) -> Iterator[Paragraph]:
    facts = dict.fromkeys(fact for one in paragraphs for said in one.all_sentences() for fact in said.facts)
    norms = [fact for fact in facts if teller.scene.lexicon.strength(fact) > 0]
    notes = finding_notes(teller, finding, norms)
    if finding.severity == "Violation" and not any(_same_work(finding, one) for one in before):
        notes += parts_not_examined(teller, finding.situation, finding.functions)
    if notes:
        yield teller.paragraph("note", notes)


Builder = Callable[[Teller, Finding, Sequence[Finding]], Iterator[Paragraph]]
_BUILDERS: dict[str, Builder] = {
    "LockedIn": _warning,
    "Precarious": _warning,
    "MultipleLeads": _warning,
    "Unsupervised": _warning,
    "Breach": _warning,
    "ProhibitedArrangement": _warning,
    "CircularReferral": _circle,
    "UndeterminedFinding": _undetermined,
}

"""What was told of a party with one finding is not told again, word for word, with another: it refers to the first."""

from collections.abc import Iterable
from dataclasses import replace

from hiaat.explain.model import Bullet, FindingExplanation, Paragraph
from hiaat.explain.teller import Teller

LOOKED, ACT = "looked", "act"
VIOLATION = "Violation"
LONG = 300  # from this length on a bullet is worth referring to


def without_repeating(teller: Teller, findings: Iterable[FindingExplanation]) -> tuple[FindingExplanation, ...]:
    """The findings, where the number of the first that tells the same stands for a long bullet on a party.

    So it does for all that can be done about what is no gap, where that is the same.
    """
    first: dict[str, int] = {}
    told = []
    for number, finding in enumerate(findings, 1):
        paragraphs = []
        for one in finding.paragraphs:
            if one.key == LOOKED:
                paragraphs.append(_referring(teller, one, first, number))
            else:
                paragraphs.append(_same_acts(teller, one, first, number, finding.severity) if one.key == ACT else one)
        told.append(replace(finding, paragraphs=tuple(paragraphs)))
    return tuple(told)


def _same_acts(teller: Teller, paragraph: Paragraph, first: dict[str, int], number: int, severity: str) -> Paragraph:
    """The same facts, in one sentence, where all that can be done was told with a finding before."""
    text = " ".join([paragraph.heading, *sorted(map(str, paragraph.bullets))])
    where = first.setdefault(text, number)
    if where == number or severity == VIOLATION or len(text) < LONG:
        return paragraph
    facts = [fact for said in paragraph.all_sentences() for fact in said.facts]
    return replace(paragraph, sentences=(teller.say("acts-told-in", facts, number=str(where)),), bullets=())


def _referring(teller: Teller, paragraph: Paragraph, first: dict[str, int], number: int) -> Paragraph:
    bullets = []
    for bullet in paragraph.bullets:
        where = first.setdefault(str(bullet), number)
        again = where != number and len(str(bullet)) >= LONG
        bullets.append(_reference(teller, bullet, where) if again else bullet)
    return replace(paragraph, bullets=tuple(bullets))


def _reference(teller: Teller, bullet: Bullet, number: int) -> Bullet:
    """The same facts, in one sentence."""
    facts = [fact for said in bullet.sentences for fact in said.facts]
    return teller.bullet(bullet.lead, [teller.say("told-in", facts, number=str(number))])

"""What was told of a party with one finding is not told again, word for word, with another: it refers to the first."""

from collections.abc import Iterable
from dataclasses import replace

from hiaat.explain.model import Bullet, FindingExplanation, Paragraph
from hiaat.explain.teller import Teller

LOOKED = "looked"
LONG = 300  # from this length on a bullet is worth referring to


def without_repeating(teller: Teller, findings: Iterable[FindingExplanation]) -> tuple[FindingExplanation, ...]:
    """The findings, where the number of the first that tells the same stands for a long bullet on a party."""
    first: dict[str, int] = {}
    told = []
    for number, finding in enumerate(findings, 1):
        paragraphs = tuple(
            _referring(teller, one, first, number) if one.key == LOOKED else one for one in finding.paragraphs
        )
        told.append(replace(finding, paragraphs=paragraphs))
    return tuple(told)


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

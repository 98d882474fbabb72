"""The day since when something is so, where the scenario knows it only as a period: rules count from its last day."""

from collections.abc import Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.days import FIRST_DAY


def undated_claims(teller: Teller, finding: Finding) -> list[str]:
    """The claims that make a contest, if of none of them the day is told: then nobody knows since when it is."""
    scene = teller.scene
    claims = [one for one in finding.sources if scene.value(one, "claimKind")]
    contest = finding.kind == "Contested" and finding.severity == "Warning"
    return claims if contest and all(scene.number(one, "fromDay") == FIRST_DAY for one in claims) else []


def vague_since(teller: Teller, finding: Finding) -> Iterator[Sentence]:
    """From which day on it may have begun, if what began on that day began on a day that is not known exactly."""
    scene, day = teller.scene, finding.since
    shortfalls = (short.source for cell in finding.cells for one in cell.candidates for short in one.shortfalls)
    facts = [finding.situation, *finding.sources, *(one for one in shortfalls if scene.number(one, "fromDay") == day)]
    earliest = {one: found for one in facts if (found := scene.number(one, "earliestDay"))}
    begun = [one for one in earliest if scene.number(one, "fromDay") == day]
    if day and begun and all(earliest[one] < day for one in begun):
        first = max(earliest.values())
        if first < day:
            yield teller.say("since-vague", begun, first=scene.lexicon.date(first))

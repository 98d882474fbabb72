"""What must be known to settle each finding, in the order in which to ask: what decides most, and for most, first."""

from collections import Counter, defaultdict

from hiaat.findings.model import MissingFact
from hiaat.findings.read import Reading


def missing_facts(reading: Reading) -> dict[str, tuple[MissingFact, ...]]:
    """What is missing, by finding."""
    found: dict[str, list[MissingFact]] = defaultdict(list)
    for node in reading.subjects("missingFor"):
        found[reading.one(node, "missingFor")].append(_fact(reading, node))
    asked = Counter(_question(fact) for facts in found.values() for fact in facts)

    def place(fact: MissingFact) -> tuple[int, int, str, tuple[str, ...]]:
        return fact.order, -asked[_question(fact)], fact.about, fact.of

    return {finding: tuple(sorted(facts, key=place)) for finding, facts in found.items()}


def _question(fact: MissingFact) -> tuple[str, str, tuple[str, ...]]:
    """What makes two facts, each for a finding of its own, the same question."""
    return fact.sort, fact.about, fact.of


def _fact(reading: Reading, node: str) -> MissingFact:
    return MissingFact(
        iri=node,
        sort=reading.word(node, "missingSort"),
        order=int(reading.one(node, "missingOrder")),
        about=reading.one(node, "missingAbout"),
        of=reading.all(node, "missingOf"),
        facts=reading.all(node, "missingFact"),
        earliest=reading.day(node, "missingEarliest"),
        latest=reading.day(node, "missingLatest"),
    )

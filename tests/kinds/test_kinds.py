"""One smallest village for each kind of finding, and its nearest control: one fact differs, and the finding is not there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from tests.toy.seen import Seen, judge, see

from hiaat.knowledge.terms import RDF_TYPE, h

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """The one finding of an example, and the kinds that its control still has."""

    kind: str
    function: str
    responsibility: str
    since: str
    severity: str = "Violation"
    about: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()
    control: frozenset[str] = frozenset()


EXPECTED = (
    Expected("Vacuum", "inspection", "Performance", "2020-01-01"),
    Expected("Lapsed", "inspection", "Performance", "2024-06-01"),
    Expected("ConditionUnmet", "inspection", "Performance", "2024-03-01"),
    Expected("BeyondCompetence", "pressure", "Performance", "2020-01-01"),
    Expected("Unfundable", "flushing", "Procurement", "2020-01-01"),
    Expected("NoCapacity", "thawing", "Performance", "2024-01-01"),
    Expected("SharedWithoutLead", "lookout", "Organisation", "2020-01-01"),
    Expected("Contested", "marking", "Organisation", "2020-01-01"),
    Expected("ProhibitedArrangement", "rounds", "Performance", "2023-01-01"),
    Expected("MultipleLeads", "inspection", "Accountability", "2022-01-01", "Warning"),
    Expected(
        "CircularReferral",
        "inspection",
        "Performance",
        "2020-01-01",
        "Warning",
        ("inspection", "keys"),
        frozenset({"ConditionUnmet"}),
    ),
    Expected("LockedIn", "inspection", "Performance", "2024-03-01", "Warning", control=frozenset({"Precarious"})),
    Expected("Precarious", "inspection", "Performance", "2024-04-01", "Warning"),
    Expected("Unsupervised", "painting", "Oversight", "2020-01-01", "Warning"),
    Expected("Breach", "inspection", "Performance", "2024-02-01", "Warning"),
    Expected("UndeterminedFinding", "inspection", "Performance", "2020-01-01", "Info"),
)


def seen(kind: str, name: str) -> Seen:
    return see(judge().read(HERE / kind / f"{name}.yaml"))


def kinds(found: Seen) -> set[str]:
    return {finding.kind for finding in found.judgement.findings}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.kind)
def test_the_example_has_the_finding_and_no_other(expected: Expected) -> None:
    example = seen(expected.kind, "example")
    (finding,) = example.findings(expected.kind)
    assert example.name(finding.function) == expected.function
    assert finding.responsibility == expected.responsibility
    assert finding.severity == expected.severity
    assert finding.certainty == "surely"
    assert finding.since == date.fromisoformat(expected.since).toordinal()
    about = {example.name(cell.function) for cell in finding.cells}
    assert about <= set(expected.about or (expected.function,))
    assert about >= set(expected.about)
    assert kinds(example) == {expected.kind} | expected.beside


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.kind)
def test_the_control_does_not(expected: Expected) -> None:
    assert kinds(seen(expected.kind, "control")) == expected.control


def test_a_contest_that_an_engagement_settles_is_a_warning_since_the_later_of_the_two_norms() -> None:
    (finding,) = seen("Contested", "settled").judgement.findings
    assert (finding.kind, finding.severity, finding.since) == ("Contested", "Warning", date(2020, 1, 1).toordinal())


def test_every_kind_of_the_core_has_its_example() -> None:
    words = judge().knowledge.words
    kinds_told = {
        node.value.rsplit("#", 1)[-1]
        for node in words.subjects(RDF_TYPE, h("FindingKind"))
        if isinstance(node, NamedNode)
    }
    assert kinds_told == {expected.kind for expected in EXPECTED}

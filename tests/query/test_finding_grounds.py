"""`hiaat query finding-grounds` gives what the report cites of a finding, and the role of each norm in it."""

from functools import cache

import pyoxigraph as ox
import pytest
from tests.query.conftest import Graphs, asked, column, graphs

from hiaat.bundle import root
from hiaat.explain import FindingExplanation
from hiaat.export import scenario_graph
from hiaat.judging import Judge
from hiaat.knowledge.terms import h
from hiaat.query import store_of
from hiaat.reports.report import Case
from hiaat.reports.validation import report_graph

NORM = "/id/norm/"
# Notes tell how long other rules last and what was not examined.
NOTES = "note"


@cache
def case(name: str, perspective: str | None = None) -> tuple[Case, Graphs]:
    judge = Judge()
    scenario = judge.read(root() / "data" / "scenarios" / name / "scenario.yaml")
    judged = judge.judge(scenario, perspective=perspective)
    made = Case(judged, judge.knowledge, "nl")
    told = {**graphs(), **scenario_graph(scenario), judged.judgement.assessment.iri: report_graph(made)}
    return made, told


def rows(told: Graphs) -> set[tuple[str, str, str]]:
    """Finding, role and norm; of the latter two the ends of their IRIs."""
    found = asked("finding-grounds", {}, store_of(told))
    numbers = [found.variables.index(one) for one in ("finding", "role", "norm")]
    values = ([str(row[number]).strip("<>") for number in numbers] for row in found.rows)
    return {(finding, role.rsplit("#", 1)[-1], norm.rsplit("/", 1)[-1]) for finding, role, norm in values}


def cited(told: FindingExplanation) -> set[str]:
    sentences = [one for part in told.paragraphs if part.key != NOTES for one in part.all_sentences()]
    return {fact.split(NORM)[1] for one in sentences for fact in one.facts if NORM in fact}


@pytest.mark.parametrize("name", ["a", "b", "c", "d1", "d2", "f", "h"])
def test_all_that_the_report_cites_is_there(name: str) -> None:
    """What keeps a party going in other work, which the report tells beside a gap, is with that other finding."""
    made, told_of = case(name)
    given = rows(told_of)
    for told in made.explanation.findings:
        own = {norm for finding, _, norm in given if finding == told.finding}
        others = {norm for finding, role, norm in given if finding != told.finding and role == "findingSource"}
        assert not cited(told) - own - others
        assert cited(told) & own


@pytest.mark.parametrize(
    ("name", "role", "norm"),
    [
        ("a", "Requirement", "wlz-3.1.1-lid-1-c-eis"),
        ("a", "requiredBy", "KB19-076"),
        ("a", "Defeater", "HP24-043"),
        ("a", "Defeater", "KB19-059"),
        ("a", "Candidate", "HP24-049-mogelijkheid"),
        ("a", "onPaper", "wlz-4.2.1-lid-1-behandeling"),
        ("a", "Must", "wkkgz-3"),
        ("a", "May", "KB19-109"),
        ("a", "MayAddress", "wkkgz-24"),
        ("a", "findingSource", "HP24-053"),
        ("c", "Requirement", "zvw-10-anw-eis"),
        ("f", "Requirement", "zvw-10-huisartsenzorg-eis"),
        ("f", "permitsRefusal", "HP24-044"),
    ],
)
def test_a_norm_has_its_role(name: str, role: str, norm: str) -> None:
    assert (role, norm) in {(one, other) for _, one, other in rows(case(name)[1])}


def test_what_is_arranged_is_no_matter_of_paper() -> None:
    made, told = case("a")
    held = {one.iri for one in made.judged.judgement.findings if {cell.verdict for cell in one.cells} == {"Held"}}
    assert held
    assert not {finding for finding, role, _ in rows(told) if role == "onPaper"} & held


def test_a_function_narrows_the_answer() -> None:
    of = store_of(case("a")[1])
    assert column(asked("finding-grounds", {"function": "so_expertise"}, of), "about") == {"so_expertise"}


def unmet(triple: ox.Triple) -> ox.Triple:
    """No condition of the scenario is met."""
    return ox.Triple(triple.subject, triple.predicate, h("NotMet")) if triple.predicate == h("state") else triple


def test_a_right_whose_condition_is_not_met_is_not_given() -> None:
    _, told = case("a")
    altered = {name: {unmet(one) for one in triples} for name, triples in told.items()}
    assert ("Requirement", "wlz-3.1.1-lid-1-c-eis") not in {(role, norm) for _, role, norm in rows(altered)}


def test_a_right_that_nobody_heard_speaks_of_is_not_given() -> None:
    rights = {norm for _, role, norm in rows(case("a", "recht")[1]) if role == "Requirement"}
    assert "wlz-3.1.1-lid-1-c-eis" in rights
    assert "KB19-080" not in rights
    assert ("Requirement", "KB19-080") in {(role, norm) for _, role, norm in rows(case("a")[1])}

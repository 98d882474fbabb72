"""What is found and graded of cells: each street and function for itself, and nothing of what nothing calls for."""

from datetime import date
from textwrap import dedent

import pytest
from tests.toy.seen import Seen, village
from tests.toy.told import found, grades, in_kind, parties

TWO = """
    streets:
      - {name: High Street, from: 2020-01-01, ground: green, needs: HIGH}
      - {name: Low Street, from: 2020-01-01, ground: green, needs: LOW}
"""


def two(high: str, low: str, more: str = "") -> str:
    return TWO.replace("HIGH", high).replace("LOW", low) + more


def engaged(*lines: str) -> str:
    return "    engagements:\n" + "".join(f"      - {{from: 2020-01-01, {line}}}\n" for line in lines)


# -- What nothing calls for: repair is held, so no tank wagon is needed

TRUCK = """
    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: repair}]}]
    parties: {Dirk: fitter, Jans: fitter, Kees: fitter}
"""
REPAIR = "who: Dirk, what: repair, kind: performance"


@pytest.mark.parametrize(
    ("together", "kind"),
    [
        (", jointly: yes", "SharedWithoutLead"),
        ("", "MultipleLeads"),
        (", on condition of: key is there", "ConditionUnmet"),
    ],
)
def test_what_nothing_calls_for_is_neither_found_nor_graded(together: str, kind: str) -> None:
    both = [f"who: {who}, what: tank wagon, kind: accountability{together}" for who in ("Jans", "Kees")]
    state = "    state of affairs: {key is there: no}\n"
    seen = village(TRUCK + engaged(REPAIR, *both) + state)
    assert not seen.findings(kind)
    assert grades(seen, "tank_wagon") == {}
    called = village(TRUCK + engaged(REPAIR + ", until: 2024-05-31", *both) + state)
    assert ("High Street", "tank_wagon", "Performance") in found(called, "Vacuum")
    assert grades(called, "tank_wagon") == {"High Street": "NoPerformer"}


def test_nor_do_parties_point_at_each_other_for_it() -> None:
    claims = """
    claims:
      - {who: Jans, says: is the task of Kees, about: tank wagon, date: 2024-01-01}
      - {who: Kees, says: is the task of Jans, about: tank wagon, date: 2024-02-01}
    """
    assert not village(TRUCK + engaged(REPAIR) + claims).findings("CircularReferral")
    called = village(TRUCK + engaged(REPAIR + ", until: 2024-05-31") + claims)
    assert found(called, "CircularReferral") == {("High Street", "tank_wagon", "Performance")}


def test_who_answers_is_undetermined_with_who_does_it_only_where_doing_it_is_asked() -> None:
    needs = "[{what: tank wagon}, {what: repair}]"
    text = two(needs, needs, "    parties: {Jans: fitter, Dirk: fitter}\n") + engaged(
        "who: Jans, what: tank wagon, kind: performance, on condition of: key is there", REPAIR
    )
    seen = in_kind(text, tank_wagon="Organisation")
    assert {one_found for one_found in found(seen, "UndeterminedFinding") if one_found[1] == "tank_wagon"} == {
        ("High Street", "tank_wagon", "Accountability"),
        ("Low Street", "tank_wagon", "Performance"),
    }


# -- Grades

LOOKOUT = "    parties: {Red Brigade: fire brigade, Shops: shop association, Jans: fitter}\n"


def test_nobody_does_it_and_nobody_sees_to_it_only_where_both_are_so() -> None:
    seen = village(
        two("{what: lookout}", "{what: lookout}", LOOKOUT)
        + engaged(
            "who: Red Brigade, what: lookout, kind: organisation, for: High Street",
            "who: Jans, what: lookout, kind: performance, for: Low Street",
        )
    )
    assert grades(seen, "lookout") == {"High Street": "NoPerformer", "Low Street": "NoLead"}


def test_nobody_sees_to_what_nobody_need_do_here_whoever_must_elsewhere() -> None:
    seen = village(
        """
        streets:
          - {name: Quay, from: 2020-01-01, ground: quay}
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: key keeping}}
        """
    )
    assert grades(seen, "keys") == {"Quay": "Nobody", "High Street": "NoPerformer"}


def test_any_other_kind_without_anybody_is_not_arranged() -> None:
    seen = in_kind(two("[{what: painting}]", "[{what: inspection}]"), painting="Procurement")
    assert grades(seen, "painting") == {"High Street": "NotArranged"}


def test_a_supervisor_that_cannot_is_told_as_no_supervisor_and_nothing_else() -> None:
    text = two("{what: inspection}", "{what: greasing}") + "    parties: {Jans: fitter, Shops: shop association}\n"
    held = engaged("who: Jans, what: inspection, kind: performance", "who: Jans, what: greasing, kind: performance")
    bankrupt = "    party states: [{who: the province, is: bankrupt, from: 2024-01-01}]\n"
    seen = village(text + held + bankrupt)
    assert {c.verdict for c in seen.cells("inspection", "Oversight")} == {"Gap"}
    assert {kind for kind, *_ in seen.told()} == {"Unsupervised"}
    assert grades(seen, "inspection") == {"High Street": "InOrder"}


# -- Who answers, where nobody need do it


def test_a_gap_in_answering_is_shown_with_doing_it_only_where_that_is_one_too() -> None:
    text = two("[{what: marking}, {what: inspection}]", "[{what: marking}]")
    seen = in_kind(text, marking="Accountability")
    assert found(seen, "Vacuum") == {
        ("High Street", "marking", "Accountability"),
        ("High Street", "inspection", "Performance"),
        ("Low Street", "marking", "Performance"),
    }


# -- More than one that answers

ANNA = "parties: {Anna: fitter, Bert: fitter, Cor: fitter, Dirk: fitter}\n"


def leads(*lines: str) -> set[str]:
    """Who answers for the inspection beside each other."""
    seen = village(
        ANNA + engaged(*lines).replace("    engagements", "engagements"), needs="[{what: inspection}, {what: greasing}]"
    )
    return {
        name
        for finding in seen.findings("MultipleLeads")
        if seen.name(finding.function) == "inspection"
        for name in parties(seen, finding)
    }


ANSWERS = "what: inspection, kind: accountability"
FOR_BERT = "who: Cor, what: inspection, kind: performance, on behalf of: Bert"
FOR_ANNA = "who: Bert, what: inspection, kind: performance, on behalf of: Anna"
OWN = "who: Anna, what: inspection, kind: performance"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((OWN, FOR_ANNA, FOR_BERT, f"who: Cor, {ANSWERS}"), set[str]()),
        ((OWN, FOR_ANNA, f"who: Bert, {ANSWERS}"), set[str]()),
        ((OWN, f"who: Cor, {ANSWERS}"), {"Anna", "Cor"}),
        ((OWN, FOR_ANNA + ", until: 2024-05-31", f"who: Bert, {ANSWERS}"), {"Anna", "Bert"}),
        (
            (f"who: Anna, {ANSWERS}", FOR_ANNA.replace("inspection", "greasing"), f"who: Bert, {ANSWERS}"),
            {"Anna", "Bert"},
        ),
    ],
)
def test_two_that_answer_are_one_too_many_unless_one_acts_for_the_other(lines: tuple[str, ...], told: set[str]) -> None:
    assert leads(*lines) == told


@pytest.mark.parametrize(("when", "answers"), [(", when: summer", {"Bert"}), ("", {"Anna", "Bert"})])
def test_who_names_a_window_answers_in_that_only_and_who_names_none_in_all(when: str, answers: set[str]) -> None:
    lines = (f"who: Anna, {ANSWERS}{when}", "who: Bert, what: inspection, kind: performance, when: winter")
    seen = village(ANNA + dedent(engaged(*lines)), needs="{what: inspection, when: all year}")
    assert seen.holders("inspection", "Accountability", "winter") == answers


def test_who_do_it_together_answer_as_one_and_beside_a_third() -> None:
    joint = [f"who: {who}, what: inspection, kind: performance, jointly: yes" for who in ("Anna", "Bert")]
    assert leads(*joint) == set()
    assert leads(*joint, "who: Dirk, what: inspection, kind: performance") == {"Anna", "Bert", "Dirk"}


# -- Oversight


def test_who_supervised_before_supervises_no_longer() -> None:
    text = "parties: {Jans: fitter}\n"
    taken = "engagements: [{who: Jans, what: painting, kind: supervision, from: 2020-01-01UNTIL}]\n"
    seen = village(text + taken.replace("UNTIL", ""), needs="{what: painting}")
    assert not seen.findings("Unsupervised")
    assert village(text + taken.replace("UNTIL", ", until: 2024-05-31"), needs="{what: painting}").findings(
        "Unsupervised"
    )


@pytest.mark.parametrize(
    ("told", "since"),
    [
        ("events: [{date: 2024-02-01, who: the province, what: left, last day: 2024-02-10}]\n", date(2024, 2, 11)),
        ("party states: [{who: the province, is: bankrupt, from: 2024-02-01}]\n", date(2024, 2, 1)),
    ],
    ids=["left", "unable"],
)
def test_it_is_unsupervised_since_who_supervised_it_left_or_cannot(told: str, since: date) -> None:
    crew = "parties: {Jans: fitter}\nengagements: [{who: Jans, what: inspection, kind: performance}]\n"
    assert not village(crew, needs="{what: inspection}").findings("Unsupervised")
    (finding,) = village(crew + told, needs="{what: inspection}").findings("Unsupervised")
    assert (finding.since, finding.certainty) == (since.toordinal(), "surely")


def test_what_is_only_called_for_by_a_gap_need_not_be_supervised_though_it_is_needed_elsewhere() -> None:
    seen = village(two("{what: repair}", "[{what: repair}, {what: tank wagon}]"))
    assert found(seen, "Unsupervised") == set()
    assert ("High Street", "tank_wagon", "Performance") in found(seen, "Vacuum")


def test_it_is_unsupervised_since_it_was_asked_there() -> None:
    needs = "[{what: painting, from: 2022-01-01}, {what: bell, from: 2021-01-01}]"
    seen = village(two(needs, "{what: painting, from: 2021-06-01}"))
    since = {
        (seen.name(f.situation), seen.name(f.function)): date.fromordinal(f.since or 1)
        for f in seen.findings("Unsupervised")
    }
    assert since == {
        ("High Street", "painting"): date(2022, 1, 1),
        ("High Street", "bell"): date(2021, 1, 1),
        ("Low Street", "painting"): date(2021, 6, 1),
    }


# -- Agreements that are forbidden

DIVIDED = """
    streets: [{name: High Street, from: 2020-01-01WHERE}]
    parties: {Jans: fitter, Piet: master fitter, Board: water board, Kees: fitter}
    agreements: [{name: deal, kind: division of streets, between: [WHO, Board], from: 2023-01-01UNTIL}]
"""


@pytest.mark.parametrize(
    ("who", "where", "until", "told"),
    [
        ("Jans", ", ground: green", "", "surely"),
        ("Jans", ", ground: green", ", until: 2024-05-31", None),
        ("Jans", ", ground: green", ", until: 2024-06", "possibly"),
        ("Piet", ", ground: green", "", "surely"),
        ("Piet", ", ground: square", "", None),
        ("Piet", "", "", "possibly"),
    ],
)
def test_a_forbidden_agreement_is_one_that_runs_of_whom_it_is_forbidden(
    who: str, where: str, until: str, told: str | None
) -> None:
    seen = village(DIVIDED.replace("WHO", who).replace("WHERE", where).replace("UNTIL", until))
    assert [(f.certainty, parties(seen, f)) for f in seen.findings("ProhibitedArrangement")] == (
        [(told, {who})] if told else []
    )


# -- Not judged


def test_a_window_that_only_an_older_rule_asked_for_is_not_judged_where_nothing_asks_now() -> None:
    def windows(seen: Seen, street: str) -> set[tuple[str, str]]:
        return {
            (seen.name(n.function), seen.name(n.window))
            for n in seen.judgement.not_judged
            if n.window and seen.name(n.situation) == street
        }

    seen = village(
        """
        streets:
          - {name: Quay, from: 2020-01-01, ground: quay}
          - {name: Wharf, from: 2020-01-01, ground: quay, needs: {what: thawing, when: winter}}
          - {name: Square, from: 2020-01-01, ground: square}
        """
    )
    assert windows(seen, "Quay") == {("thawing", "winter")}
    assert windows(seen, "Wharf") == set()
    assert windows(seen, "Square") == set(), "what only a trigger brings up is never judged before"


# -- Circles

POINTING = """
    parties: {Jans: fitter, Kees: fitter, Dirk: fitter}
    claims:
      - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}
      - {who: Kees, says: is the task of Jans, about: inspection, date: DAY}
"""


def circles(day: str = "2024-02-01", more: str = "", **kinds: str) -> set[tuple[str, str]]:
    street = "    streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: greasing}, {what: inspection}]}]\n"
    seen = in_kind(street + POINTING.replace("DAY", day) + more, **kinds)
    return {
        (seen.name(cell.function), cell.kind) for finding in seen.findings("CircularReferral") for cell in finding.cells
    }


JANS, KEES = "jans_is_the_task_of_kees_inspection", "kees_is_the_task_of_jans_inspection"


def test_a_circle_is_about_what_they_point_at_each_other_for() -> None:
    assert circles(inspection_2="Organisation") == {("inspection", "Performance")}
    assert circles("2024-07-01") == set(), "not yet"
    held = engaged("who: Dirk, what: inspection, kind: performance")
    assert circles(more=held) == set(), "somebody does it"


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ({JANS: "Organisation", KEES: "Organisation"}, {("inspection", "Organisation")}),
        ({JANS: "Organisation"}, set[tuple[str, str]]()),
        ({KEES: "Organisation"}, set[tuple[str, str]]()),
        ({JANS: "Organisation", KEES: "Performance"}, set[tuple[str, str]]()),
        ({JANS: "Performance"}, {("inspection", "Performance")}),
        ({KEES: "Performance"}, {("inspection", "Performance")}),
    ],
)
def test_and_in_the_kind_that_both_speak_of(kinds: dict[str, str], told: set[tuple[str, str]]) -> None:
    assert circles(inspection_2="Organisation", **kinds) == told

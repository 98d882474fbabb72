"""What ended and was laid on anybody of a type; what an exception lifts; what stays, or is asked, without a part of the year."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import place, step, street
from tests.toy.told import acts, one

BOARD = "parties: {Board: water board}\n"


def fen(text: str = "", needs: str = "[]", **how: str) -> Seen:
    """A street in the fen."""
    return street(text, needs, "fen", **how)


# -- A norm that ended leaves who was bound by it, also if it lay on anybody of a type


@pytest.mark.parametrize(
    ("as_of", "verdict", "since"),
    [
        ("2022-12-31", "Held", None),
        ("2023-01-01", "Gap Vacuum", date(2023, 1, 1)),
        ("2024-06-15", "Gap Vacuum", date(2023, 1, 1)),
    ],
)
@pytest.mark.parametrize(("kind", "who"), [("Performance", "Red"), ("Organisation", "Board")])
def test_who_was_bound_by_a_norm_on_its_type_that_ended_is_former(
    kind: str, who: str, as_of: str, verdict: str, since: date | None
) -> None:
    seen = fen(as_of=as_of)
    assert (seen.verdict("dredging", kind), seen.since("dredging", kind)) == (verdict, since)
    standing = {(name, standing) for name, standing, _ in seen.candidates("dredging", kind) if name == who}
    assert standing == {(who, "Bound" if verdict == "Held" else "Former")}


@pytest.mark.parametrize(
    ("crew", "since"),
    [
        (BOARD + step("date: 2022-05-31, who: Board, what: left"), date(2022, 6, 1)),
        (BOARD + step("date: 2022-12-31, who: Board, what: left"), date(2023, 1, 1)),
        (BOARD + step("date: 2023-05-31, who: Board, what: left"), date(2023, 1, 1)),
        ("", date(2020, 1, 1)),
    ],
    ids=["left before it ended", "left then", "left after", "not there"],
)
def test_only_who_was_there_while_it_held(crew: str, since: date) -> None:
    seen = fen_of(crew)
    assert seen.since("dredging", "Organisation") == since


@pytest.mark.parametrize(
    ("as_of", "since"), [("2022-12-31", None), ("2023-01-01", date(2023, 1, 1)), ("2024-06-15", date(2023, 1, 1))]
)
def test_nobody_supervises_since_the_last_who_did_stopped(as_of: str, since: date | None) -> None:
    days = [
        finding.since for finding in fen(as_of=as_of).findings("Unsupervised") if finding.function.endswith("dredging")
    ]
    assert days == ([] if since is None else [since.toordinal()])


@pytest.mark.parametrize(
    ("last_day", "verdict", "since"),
    [("2024-12-31", "Held", None), ("2023-12-31", "Gap Vacuum", date(2024, 1, 1))],
)
def test_who_was_ordered_until_a_day_is_former_after_it(last_day: str, verdict: str, since: date | None) -> None:
    order = f"date: 2021-01-01, who: the province, what: ordered, about: mowing, to: Red, last day: {last_day}"
    seen = fen(step(order), "{what: mowing}")
    assert (seen.verdict("mowing"), seen.since("mowing")) == (verdict, since)
    expected = {("Red", "Bound" if since is None else "Former")}
    assert {(name, standing) for name, standing, _ in seen.candidates("mowing") if name == "Red"} == expected


# -- An exception lifts what it speaks of, no more

MASTER = "parties: {Jans: master fitter, Board: water board}\n"
MASTERS_DEAL = (
    "agreements: [{{name: deal, kind: fen deal, between: [Jans, Board], what: {what}, from: 2020-01-01{when}}}]\n"
)


def masters(what: str, when: str = "", needs: str = "") -> Seen:
    """What a master fitter took on in the fen."""
    deal = MASTERS_DEAL.format(what=what, when=f", when: {when}" if when else "")
    return fen_of(MASTER + deal, needs or f"{{what: {what}}}")


def fen_of(text: str, needs: str = "[]") -> Seen:
    """A street in the fen, with these parties alone."""
    return village(place("fen", needs) + text)


@pytest.mark.parametrize(("what", "verdict"), [("netting", "Held"), ("dredging", "Gap BeyondCompetence")])
def test_an_exception_lifts_for_its_function_and_what_is_narrower(what: str, verdict: str) -> None:
    assert masters(what).verdict(what) == verdict


@pytest.mark.parametrize(
    ("when", "window", "verdict"),
    [
        ("all year", "winter", "Held"),
        ("all year", "summer", "Gap BeyondCompetence"),
        ("winter", "winter", "Held"),
        ("summer", "summer", "Gap BeyondCompetence"),
    ],
)
@pytest.mark.parametrize("kind", ["Performance", "Accountability"])
def test_an_exception_lifts_in_its_part_of_the_year(kind: str, when: str, window: str, verdict: str) -> None:
    seen = masters("mowing", when, f"{{what: mowing, when: {when}}}")
    assert seen.verdict("mowing", kind, window) == verdict


@pytest.mark.parametrize(("when", "verdict"), [("", "Held"), ("winter", "Held"), ("summer", "Gap BeyondCompetence")])
def test_at_some_time_is_met_in_the_part_of_the_year_that_is_lifted(when: str, verdict: str) -> None:
    assert masters("mowing", when).verdict("mowing") == verdict


def test_an_exception_lifts_for_its_kind() -> None:
    seen = masters("rowing")
    assert seen.verdict("rowing") == "Held"
    assert seen.verdict("rowing", "Accountability") == "Gap BeyondCompetence"


# -- What stays with who stopped, in a part of the year


@pytest.mark.parametrize(
    ("when", "windows"),
    [("", {"AtSomeTime"}), (", when: all year", {"summer"}), (", when: summer", {"summer"}), (", when: winter", set())],
)
def test_what_stays_for_a_part_of_the_year_is_answered_for_in_that_part(when: str, windows: set[str]) -> None:
    deal = f"agreements: [{{name: deal, kind: fen deal, between: [Jans, Board], what: staking, from: 2020-01-01, until: 2024-03-31{when}}}]\n"
    seen = fen(deal, "{what: staking, when: summer}")
    assert seen.windows("staking", "Accountability") == windows
    for window in windows:
        assert seen.holders("staking", "Accountability", window) == {"Jans"}


# -- What is asked without naming a part of the year is answered for when those who do it do it

DEALS = "agreements:\n  - {{name: one, kind: fen deal, between: [Red, Board], what: sounding, from: 2020-01-01{one}}}\n  - {{name: two, kind: fen deal, between: [Jans, Board], what: sounding, from: 2020-01-01{two}}}\n"


@pytest.mark.parametrize(
    ("one", "two", "holders"),
    [
        (", when: summer", ", when: winter", {"summer": {"Red"}, "winter": {"Jans"}}),
        (", when: summer", ", when: summer", {"summer": {"Red", "Jans"}}),
        ("", "", {"AtSomeTime": {"Red", "Jans"}}),
    ],
)
def test_a_window_that_who_answers_names_leaves_no_cell_at_some_time(
    one: str, two: str, holders: dict[str, set[str]]
) -> None:
    seen = fen(DEALS.format(one=one, two=two))
    found = {
        window: seen.holders("sounding", "Accountability", window)
        for window in seen.windows("sounding", "Accountability")
    }
    assert found == holders
    several = any(len(names) > 1 for names in holders.values())
    assert ("MultipleLeads" in {kind for kind, what, _ in seen.told() if what == "sounding"}) == several


JOBS = (
    "agreements:\n  - {{name: one, kind: job order, between: [Jans, {one}], what: sounding, from: 2020-01-01}}\n"
    "  - {{name: two, kind: job order, between: [Kees, {two}], what: sounding, from: 2020-01-01}}\n"
)


@pytest.mark.parametrize(("two", "several"), [("Board", False), ("Other Board", True)])
def test_two_that_work_for_one_that_answers_are_one_house(two: str, several: bool) -> None:
    crew = "parties: {Jans: fitter, Kees: fitter, Board: water board, Other Board: water board}\n"
    seen = fen_of(crew + JOBS.format(one="Board", two=two))
    assert seen.holders("sounding", "Accountability") == {"Jans", "Kees", "Board", two}
    assert bool(seen.findings("MultipleLeads")) == several


def test_where_nobody_answers_it_is_missed_at_some_time() -> None:
    assert fen().verdict("sounding", "Accountability") == "Gap Vacuum"


# -- Laid on all together; watched by nobody


def test_what_is_laid_on_all_must_be_done_by_nobody_in_particular_also_if_a_lack_calls_for_it() -> None:
    seen = fen("", "{what: repair}")
    assert seen.verdict("tank_wagon").startswith("Gap")
    told = acts(seen, one(seen, "Vacuum", "repair")) | acts(seen, one(seen, "Vacuum", "tank_wagon"))
    assert "wagon-together" not in {ground for _, _, ground in told}


def test_what_is_not_watched_though_that_is_required_is_not_arranged() -> None:
    deal = "agreements: [{name: deal, kind: fen deal, between: [Jans, Board], what: staking, from: 2020-01-01}]\n"
    seen = fen(deal, "{what: staking}")
    assert (seen.verdict("staking"), seen.verdict("staking", "Oversight")) == ("Held", "Gap Vacuum")
    assert {grade.grade for grade in seen.judgement.grades if seen.name(grade.function) == "staking"} == {"NotArranged"}


# -- The day that is judged counts, not the day that the file names


@pytest.mark.parametrize(
    ("as_of", "verdict", "since"),
    [("2024-05-10", "Undetermined", date(2024, 5, 1)), ("2024-06-01", "Held", None)],
)
@pytest.mark.parametrize("in_file", ["2024-05-10", "2024-06-15"])
def test_the_day_of_the_file_changes_nothing_on_another(
    in_file: str, as_of: str, verdict: str, since: date | None
) -> None:
    seen = village(
        f"as of: {in_file}\n"
        "streets: [{name: Street, from: 2020-01-01, ground: fen, watch: Red, needs: {what: staking}}]\n"
        "parties: {Red: fire brigade}\n",
        as_of=as_of,
    )
    assert (seen.verdict("staking", "Accountability"), seen.since("staking", "Accountability")) == (verdict, since)

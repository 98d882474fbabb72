"""A dam and the people below it: what a larger body of knowledge, judged by hand, brought up."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hiaat.findings import Cell, Judgement
from hiaat.judging import Judge
from hiaat.knowledge.terms import local
from hiaat.scenario import read_text

HOUSE = "hiaat: 1\ntitel: Onder de dam\npeildatum: DAY\nhuis: {naam: Grim, soort: dam}\n"
CONCESSION = "{naam: de concessie, soort: concession, tussen: [Sluis, Grim], vanaf: 2010-01-01}"


@cache
def judge() -> Judge:
    return Judge([Path(__file__).parent / "dam"])


def below(
    *needs: str, told: str = "", who: str = "Sluis: service", day: str = "2024-06-15", more: str = ", hazard: low"
) -> Judgement:
    """People below the dam since 2022, and what is told of them."""
    nodig = f", nodig: [{', '.join(f'{{wat: {need}}}' for need in needs)}]" if needs else ""
    text = HOUSE.replace("DAY", day) + f"bewoners: [{{naam: below, vanaf: 2022-01-01{more}{nodig}}}]\n"
    text += f"partijen: {{{who}}}\n{told}"
    return judge().judge(read_text(text.encode(), "dam.yaml", judge().words)).judgement


def cell(judgement: Judgement, function: str, kind: str = "Performance") -> Cell:
    (found,) = [one for one in judgement.cells if (local(one.function), one.kind) == (function, kind)]
    return found


def verdict(judgement: Judgement, function: str, kind: str = "Performance") -> str:
    found = cell(judgement, function, kind)
    return f"{found.verdict} {found.leading or ''}".strip()


@pytest.mark.parametrize(("last", "found"), [("2021-12-31", "Gap Vacuum"), ("2022-01-01", "Gap Lapsed")])
def test_what_ended_before_they_came_was_not_there(last: str, found: str) -> None:
    told = f"afspraken: [{CONCESSION.replace('}', f', tot en met: {last}}}')}]\n"
    judgement = below(told=told)
    assert verdict(judgement, "gates") == found
    handed_over = {local(one.function) for one in judgement.cells} - {"gates"}
    assert handed_over == ({"log"} if "Lapsed" in found else set())


def test_so_was_an_order_that_ended_before() -> None:
    order = "{op: 2021-05-01, wie: Grim, wat: opgedragen, aan: Sluis, over: gates, laatste dag: LAST}"
    for last, since in (("2021-06-30", date(2022, 1, 1)), ("2022-06-30", date(2022, 7, 1))):
        found = cell(below(told=f"gebeurtenissen: [{order.replace('LAST', last)}]\n"), "gates")
        assert (found.verdict, found.since) == ("Gap", since.toordinal())


@pytest.mark.parametrize(
    ("hazard", "vigil"),
    [(" ", "Undetermined"), (", hazard: high", "Gap ConditionUnmet"), (", hazard: low", "")],
)
def test_who_answers_for_what_may_not_be_called_for_is_open(hazard: str, vigil: str) -> None:
    judgement = below(who="Sluis: service, Red: brigade", more=hazard, told="stand van zaken: {ready: nee}\n")
    found = {verdict(judgement, "vigil", one.kind) for one in judgement.cells if local(one.function) == "vigil"}
    assert found == ({vigil} if vigil else set())


def test_so_it_is_where_the_gap_that_calls_for_it_is_open() -> None:
    told = f"afspraken: [{CONCESSION.replace('}', ', bestaat: onbekend}')}]\nstand van zaken: {{ready: nee}}\n"
    judgement = below(who="Sluis: service, Red: brigade", more=", hazard: high", told=told)
    assert {one.verdict for one in judgement.cells} == {"Undetermined"}


def test_a_limit_bites_again_once_the_exception_to_it_has_ended() -> None:
    told = "afspraken: [{soort: weir job, tussen: [Sluis, Grim], vanaf: 2022-01-01}]\n"
    judgement = below("weir", who="Sluis: deep service", told=told)
    assert verdict(judgement, "weir") == "Gap BeyondCompetence"
    assert cell(judgement, "weir").since == date(2024, 4, 1).toordinal()
    assert cell(below("weir", told=told), "weir").since == date(2022, 1, 1).toordinal()


def test_what_two_voices_lay_on_each_other_lies_with_neither() -> None:
    judgement = below("ferry", who="West: west board, East: east board")
    assert verdict(judgement, "ferry", "Organisation") == "Gap Contested"
    assert [
        verdict(below("ferry", who=one), "ferry", "Organisation") for one in ("W: west board", "E: east board")
    ] == [
        "Held",
        "Held",
    ]


def test_a_voice_that_also_lays_it_on_its_own_party_denies_nothing() -> None:
    judgement = below("bridge", who="West: west board, East: east board")
    assert {one.rsplit("/", 1)[-1] for one in cell(judgement, "bridge", "Organisation").holders} == {"west"}
    (warning,) = [one for one in judgement.findings if one.kind == "Contested"]
    assert (warning.severity, warning.responsibility) == ("Warning", "Organisation")


@pytest.mark.parametrize(
    ("rulings", "found"),
    [
        ({"2024-06-01": "nee"}, "Held"),
        ({"2024-06-01": "nee", "2024-06-10": "ja"}, "Gap Lapsed"),
        ({"2024-06-01": "ja", "2024-06-10": "nee"}, "Held"),
        ({"2024-06-01": "ja", "2024-06-20": "nee"}, "Gap Lapsed"),
    ],
)
def test_the_last_ruling_known_by_then_decides(rulings: dict[str, str], found: str) -> None:
    steps = ["{naam: n, op: 2024-04-01, wie: Sluis, wat: opgezegd, afspraak: de concessie, laatste dag: 2024-05-31}"]
    steps += [
        f"{{op: {day}, uitspraak van: Grim, wat: geoordeeld, gebeurtenis: n, houdt stand: {stands}}}"
        for day, stands in rulings.items()
    ]
    told = f"afspraken: [{CONCESSION}]\ngebeurtenissen: [{', '.join(steps)}]\n"
    assert verdict(below(told=told), "gates") == found


def test_what_is_assigned_is_missed_by_nobody() -> None:
    for more in (", hazard: low", ", hazard: high"):
        judgement = below(who="Sluis: deep service", more=more, told="volledig: [partijen]\n")
        assert verdict(judgement, "gates") == "Assigned"
        assert {local(one.function) for one in judgement.cells} == {"gates"}

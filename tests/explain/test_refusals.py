"""A refusal is told with the norms on what was refused, and with none on other work of the same party."""

from textwrap import dedent

import pytest
from tests.explain.told import judge

from hiaat.explain import explain
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language

HOME = """
    hiaat: 1
    titel: Een huisarts weigert
    peildatum: 2024-09-01
    huis: {naam: De Beuk, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor H}
    bewoners:
      - {naam: bewoners, aantal: 8, vanaf: 2022-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen, nodig: [{wat: SO-expertise, wanneer: dag, vanaf: 2024-01-01}, {wat: Wzd-beoordeling, vanaf: 2024-01-01}]}
    partijen: {Praktijk Bos: huisartsenpraktijk}
    gebeurtenissen: [{op: 2024-08-03, wie: Praktijk Bos, wat: geweigerd, aan: De Beuk, WHAT}]
"""
NEW_RESIDENTS = ("HP24-041", "HP24-044", "HP24-045", "KNMG")


def refused(what: str, function: str, language: Language = "nl") -> str:
    scenario = read_text(dedent(HOME.replace("WHAT", what)).encode(), "beuk.yaml", judge().words)
    judged = judge().judge(scenario)
    told = explain(judged, judge().knowledge.words, language)
    (gap,) = [
        said
        for said, one in zip(told.findings, judged.judgement.findings, strict=True)
        if one.function.endswith(f"#{function}") and one.responsibility == "Performance" and one.severity == "Violation"
    ]
    return next(str(b) for part in gap.paragraphs for b in part.bullets if "geweigerd" in str(b) or "refused" in str(b))


@pytest.mark.parametrize(
    ("what", "function", "norms"),
    [
        ("over: SO-expertise", "so_expertise", ("HP24-085", "HP24-047", "HP24-108", "KB19-059")),
        ("over: Wzd-beoordeling", "wzd_beoordeling", ("HP24-084",)),
    ],
)
def test_a_refusal_of_other_work_cites_no_norm_on_new_residents(
    what: str, function: str, norms: tuple[str, ...]
) -> None:
    said = refused(what, function)
    assert not [norm for norm in NEW_RESIDENTS if norm in said]
    assert all(norm in said for norm in norms)
    assert "staat daarmee nog niet vast" in said


def test_a_refusal_of_an_agreement_cites_the_norms_on_what_it_would_bring() -> None:
    said = refused("afspraak: inschrijving op naam", "algemeen_medische_zorg")
    assert all(norm in said for norm in NEW_RESIDENTS)


def test_a_refusal_is_not_told_as_the_reason_that_nothing_was_agreed() -> None:
    said = refused("over: SO-expertise", "so_expertise")
    assert "Daarom" not in said
    assert "geweigerd (beuk.yaml regel" in said

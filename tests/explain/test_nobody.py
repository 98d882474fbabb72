"""Since when nobody has taken on the work: in which part of the week, and of all of it only where somebody does some."""

import pytest
from tests.explain.told import part, tell

HOME = """\
hiaat: 1
titel: Een woning
peildatum: 2024-06-15
huis: {naam: woning, soort: eigen woning, zorgaanbieder: Thuiszorg, zorgkantoor: Zorgkantoor}
bewoners:
  - {naam: bewoner, aantal: 1, vanaf: 2024-02-01, leveringsvorm: mpt, behandeling: niet gecontracteerd, zorgprofiel: VV5,
     zorgverzekeraar: Zeker, nodig: {wat: zorg van een specialist ouderengeneeskunde, wanneer: WHEN}}
partijen: {Thuiszorg: thuiszorgorganisatie, Dr. Kool: specialist ouderengeneeskunde}
MORE
"""
ADVICE = "verbintenissen: {wie: Dr. Kool, wat: SO-consultatie op afstand, soort: uitvoering, vanaf: 2024-02-01}"


@pytest.mark.parametrize(
    ("when", "more", "said"),
    [
        ("dag", "", "Sinds 1 februari 2024 heeft niemand dit werk overdag op zich genomen."),
        ("dag", ADVICE, "Sinds 1 februari 2024 heeft niemand dit hele werk overdag op zich genomen."),
        ("24/7", "", "dit werk op zich genomen: niet overdag en niet in de avond, de nacht en het weekend."),
    ],
)
def test_nobody_has_taken_it_on(when: str, more: str, said: str) -> None:
    told = tell(HOME.replace("WHEN", when).replace("MORE", more)).findings
    assert said in next(part(one, "situation") for one in told if "specialist" in str(one.title))

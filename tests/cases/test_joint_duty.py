"""All parties together organise medical generalist care: of which physicians, each letter of the minister says itself.

The letter of December 2019 means GPs, elderly care physicians and intellectual disability physicians by it (KB19B-010), for everybody
with a Wlz indication (KB19B-005). That of February 2019 speaks of profile VV4 and higher (KB19-021), and names GP and elderly care physician.
"""

from datetime import date
from pathlib import Path

import pytest
from tests.worked.found import Found

from hiaat.judging import Judge
from hiaat.knowledge.terms import local

HOME = """\
hiaat: 1
titel: Een kleinschalige woonvorm
peildatum: 2023-03-15
huis: {{naam: De Vlier, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Vlierland}}
bewoners:
  - {{naam: bewoners, aantal: 6, vanaf: 2018-01-01, leveringsvorm: vpt, zorgprofiel: {profile}, zorgverzekeraar: ieder de eigen,
     nodig: [{{wat: {need}, vanaf: 2018-01-01}}]}}
"""
OF_FEBRUARY = {"KB19-013", "KB19-072", "KB19-104", "KB19-113"}
AVG = "inzet van een arts verstandelijk gehandicapten"
SO = "inzet van een specialist ouderengeneeskunde"
FUNCTION = {AVG: "avg_expertise", SO: "so_expertise"}


@pytest.mark.parametrize(
    ("profile", "need", "when", "february", "december"),
    [
        ("VG6", AVG, date(2023, 3, 15), False, True),
        ("VG6", AVG, date(2019, 6, 15), False, False),
        ("VV5", AVG, date(2023, 3, 15), False, True),
        ("VV5", SO, date(2023, 3, 15), True, True),
        ("VG6", SO, date(2023, 3, 15), False, True),
    ],
)
def test_each_letter_binds_for_the_physicians_that_it_means(
    tmp_path: Path, profile: str, need: str, when: date, february: bool, december: bool
) -> None:
    file = tmp_path / "home.yaml"
    file.write_text(HOME.format(profile=profile, need=need), encoding="utf-8")
    judge = Judge()
    found = Found(judge, judge.judge(judge.read(file), when))
    (cell,) = found.cells(FUNCTION[need], "O", None, None)
    grounds = {local(candidate.ground) for candidate in cell.candidates}
    assert ("KB19B-143" in grounds) == december
    assert bool(grounds & OF_FEBRUARY) == february

"""Judgements of the scenarios that ship, each made once."""

from collections.abc import Callable
from functools import cache

import pytest

from hiaat.bundle import root
from hiaat.judging import Judge
from hiaat.reports import Case, Report
from hiaat.scenario import read, read_text
from hiaat.scenario.messages import Language

MakeReport = Callable[..., Report]
NAMES = sorted(folder.name for folder in (root() / "data" / "scenarios").iterdir() if folder.is_dir())
LITTLE = b"hiaat: 1\npeildatum: 1904-06-15\nbewoners: {naam: bewoners, leveringsvorm: vpt}\n"
UNKNOWN = b"hiaat: 1\npeildatum: 2024-06-15\nvolledig: []\nhuis: {naam: H, soort: kleinschalige woonvorm}\nbewoners: {naam: b, leveringsvorm: vpt}\n"

BY_DAY = b"""hiaat: 1
peildatum: 2025-03-10
huis: {naam: H, soort: kleinschalige woonvorm}
bewoners: {naam: b, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VV5}
partijen: {P: huisartsenpraktijk, S: specialist ouderengeneeskunde}
afspraken:
  - {soort: inschrijving op naam, tussen: [P, b]}
  - {soort: inzet specialist ouderengeneeskunde, tussen: [S, H], wanneer: dag}
"""


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge()


@pytest.fixture(scope="session")
def report(judge: Judge) -> MakeReport:
    """`report("a", "g", language="en")` judges scenarios by name.

    Beside those that ship: "silent": no norm speaks yet; "unknown": nothing is known of agreements; "by day": a specialist
    comes by day, where no part of the week is asked for.
    """

    @cache
    def case(name: str, language: Language) -> Case:
        own = {"silent": LITTLE, "unknown": UNKNOWN, "by day": BY_DAY}.get(name)
        if own is not None:
            scenario = read_text(own, f"{name}.yaml", judge.words, language)
        else:
            scenario = read(root() / "data" / "scenarios" / name / "scenario.yaml", judge.words, language)
        return Case(judge.judge(scenario), judge.knowledge, language)

    def report(*names: str, language: Language = "nl") -> Report:
        return Report(tuple(case(name, language) for name in names), judge.knowledge, language)

    return report

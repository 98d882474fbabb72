"""What the file says and nothing here turns on is told, and nothing else is."""

from textwrap import dedent

import pytest
from tests.explain.told import SCENARIOS, judge, part, tell, told

from hiaat.explain import explain
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language

HOME = """\
hiaat: 1
titel: Een huis
peildatum: 2024-06-15
huis: {naam: De Linde, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noord}
bewoners:
  - {naam: bewoners, vanaf: 2022-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: Verzekeraar Noord}
partijen:
  Praktijk Dorp: huisartsenpraktijk
  HAP Dorp: huisartsenpost
"""


def idle(below: str, language: Language = "nl", day: str = "", home: str = HOME) -> list[str]:
    """What is told to have no effect, of what is written below a small home."""
    text = home.replace("2024-06-15", day) if day else home
    judged = judge().judge(read_text((text + dedent(below)).encode(), "huis.yaml", judge().words))
    return list(map(str, explain(judged, judge().knowledge.words, language).idle.bullets))


REFUSED = """\
gebeurtenissen:
  - {op: 2024-06-03, wie: De Linde, wat: gevraagd, aan: Praktijk Dorp, over: inschrijving bij een huisarts}
  - {op: 2024-06-05, wie: Praktijk Dorp, wat: geweigerd, aan: De Linde, over: inschrijving bij een huisarts}
"""


def test_a_refusal_of_what_nothing_asks_for_is_told_with_what_is_asked() -> None:
    (bullet,) = idle(REFUSED)
    assert bullet.startswith("Inschrijving bij een huisarts: niets wat is gehoord, vraagt hier om deze functie")
    assert "geweigerd’ (huis.yaml regel 12)" in bullet
    assert "iets wat de huisarts kan doen: huisartsenzorg en zorg buiten kantooruren" in bullet
    (bullet,) = idle(REFUSED, "en")
    assert "asks for this function here, so this changes nothing" in bullet


@pytest.mark.parametrize(
    "below",
    [
        "gebeurtenissen: {op: 2024-06-05, wie: Praktijk Dorp, wat: geweigerd, aan: De Linde, over: huisartsenzorg}\n",
        "gebeurtenissen: {op: 2024-06-05, wie: Praktijk Dorp, wat: geweigerd, aan: De Linde, afspraak: inschrijving op naam}\n",
        "uitspraken: {wie: Praktijk Dorp, zegt: is niet mijn taak, over: zorg, op: 2024-06-05}\n",
        "aanbod: {wie: Praktijk Dorp, wat: huisartsenzorg}\n",
        "afspraken: {soort: inschrijving op naam, tussen: [Praktijk Dorp, bewoners], vanaf: 2022-01-01}\n",
        "verbintenissen: {wie: HAP Dorp, wat: zorg buiten kantooruren, soort: uitvoering, wanneer: avond}\n",
    ],
)
def test_of_what_is_asked_nothing_is_told(below: str) -> None:
    assert idle(below) == []


TAKEN = """\
verbintenissen: {wie: HAP Dorp, wat: zorg buiten kantooruren, soort: uitvoering, wanneer: "anw", vanaf: 2022-01-01}
gebeurtenissen: {op: 2024-06-05, wie: WHO, wat: geweigerd, aan: De Linde, over: zorg buiten kantooruren, reden: te druk}
"""


def test_who_refuses_what_it_is_bound_to_is_still_bound() -> None:
    (bullet,) = idle(TAKEN.replace("WHO", "HAP Dorp"))
    assert bullet.startswith("Zorg buiten kantooruren: de huisartsenpost heeft dit op 5 juni 2024 geweigerd: te druk")
    assert "dit ligt nog bij de huisartsenpost (eindverantwoordelijkheid en uitvoering)" in bullet
    (bullet,) = idle(TAKEN.replace("WHO", "HAP Dorp"), "en")
    assert "Refusing alone frees nobody" in bullet


def test_who_refuses_what_lies_with_another_changes_nothing() -> None:
    (bullet,) = idle(TAKEN.replace("WHO", "Praktijk Dorp"))
    assert bullet.endswith("Dat verandert hier niets aan bij wie het ligt.")


def test_of_a_day_before_it_nothing_is_told() -> None:
    assert idle(REFUSED, day="2024-06-01") == []


@pytest.mark.parametrize(
    "below",
    [
        "uitspraken: {wie: Praktijk Dorp, zegt: is niet mijn taak, over: schoonmaak, op: 2024-06-05}\n",
        "aanbod: {wie: Praktijk Dorp, wat: schoonmaak}\n",
        "verricht: {wie: Praktijk Dorp, wat: schoonmaak, hoe: zonder afspraak}\n",
        "verbintenissen: {wie: Praktijk Dorp, wat: schoonmaak, soort: uitvoering}\n",
        "gebeurtenissen: {op: 2024-06-05, wie: HAP Dorp, wat: opgedragen, aan: Praktijk Dorp, over: schoonmaak}\n",
    ],
)
def test_whatever_is_said_of_what_nothing_asks_for_is_told(below: str) -> None:
    (bullet,) = idle(below)
    assert bullet.startswith("Schoonmaak: niets wat is gehoord")


def test_what_is_written_beside_a_kind_of_agreement_that_has_its_own_function() -> None:
    contract = (
        "afspraken: {soort: contract zorgverzekeraar, tussen: [Verzekeraar Noord, PARTY], wat: tijdelijk verblijf}\n"
    )
    (bullet,) = idle(contract.replace("PARTY", "Praktijk Dorp"))
    assert "dat er tijdelijk verblijf bij staat, telt niet" in bullet
    assert "brengt de afspraak hier niet mee" not in bullet
    (bullet,) = idle(contract.replace("PARTY", "De Linde"))
    assert "brengt hier niets mee" in bullet, "it buys what is written, but only for people without an indication"
    assert "tijdelijk verblijf" in bullet
    assert "telt niet" not in bullet


def test_what_an_agreement_buys_as_written_counts() -> None:
    indicated = "leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5"
    home = HOME.replace(indicated, "leveringsvorm: geen Wlz, nodig: {wat: eerstelijnsverblijf}")
    contract = "{soort: contract zorgverzekeraar, tussen: [Verzekeraar Noord, De Linde], wat: eerstelijnsverblijf}"
    assert idle(f"afspraken: {contract}\n", home=home) == []


LATER = """\
hiaat: 1
titel: Een woning
peildatum: 2024-03-01
huis: {naam: woning, soort: eigen woning, zorgaanbieder: Thuiszorg, zorgkantoor: Zorgkantoor}
bewoners:
  - {naam: eerst, aantal: 1, vanaf: 2023-06-01, tot en met: 2024-01-31, leveringsvorm: geen Wlz, zorgverzekeraar: Zeker}
  - {naam: nu, aantal: 1, vanaf: 2024-02-01, leveringsvorm: mpt, behandeling: niet gecontracteerd, zorgprofiel: VV5,
     zorgverzekeraar: Zeker, nodig: {wat: zorg van een specialist ouderengeneeskunde, wanneer: dag}}
partijen: {Thuiszorg: thuiszorgorganisatie, Dr. Kool: specialist ouderengeneeskunde}
afspraken:
  - {soort: medebehandeling SO (Zvw), tussen: [Dr. Kool, eerst, nu], vanaf: 2024-01-15}
  - {soort: contract zorgverzekeraar, tussen: [Zeker, Thuiszorg], wat: wijkverpleging, vanaf: 2023-01-01}
"""


def test_what_a_kind_brings_to_some_people_only_is_told_with_to_whom() -> None:
    treated, bought = idle("", home=LATER)
    for said in (treated, bought):
        assert "alleen bij zorg zonder Wlz-indicatie" in said
        assert "vraagt daar hier om" not in said
    assert "gaat over wijkverpleging, maar" in bought, "that is what is written, and not what others are bought from"


def test_and_who_would_do_it_by_that_agreement_is_told_so() -> None:
    said = next(part(one, "looked") for one in tell(LATER).findings if one.title.text.count("specialist"))
    assert "brengt het hier niet mee: dat is alleen bij zorg zonder Wlz-indicatie" in said
    assert "heeft het hier niet op zich genomen" not in said


def test_windows_that_do_not_divide_what_is_taken_on() -> None:
    paid = "verbintenissen: {wie: Verzekeraar Noord, wat: huisartsenzorg, soort: KIND, wanneer: dag}\n"
    (bullet,) = idle(paid.replace("KIND", "bekostiging"))
    assert "de tijd die erbij staat (overdag), telt niet: bekostiging wordt niet per deel van de week bekeken" in bullet
    assert idle(paid.replace("KIND", "eindverantwoordelijkheid")) == []


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name != "c"])
def test_in_the_bundled_scenarios_nothing_is_idle_but_in_c(name: str) -> None:
    assert not told(name, "nl").idle.bullets
    assert told("c", "nl").idle.bullets


@pytest.mark.parametrize(("language", "said"), [("nl", "zo lezen we LL18-020"), ("en", "as we read LL18-020")])
def test_for_whom_only_an_agreement_brings_something_is_told_with_the_document_that_says_so(
    language: Language, said: str
) -> None:
    (bullet,) = [one for one in map(str, told("c", language).idle.bullets) if said in one]
    assert "LL18-012" in bullet
    assert ("LHV-leidraad 2018" if language == "nl" else "LHV guidance 2018") in bullet


SUBSIDY = """\
hiaat: 1
titel: Een huis
peildatum: 2024-06-15
huis: {naam: huis van mevrouw Kers, soort: eigen woning, zorgkantoor: Zorgkantoor Kersland}
bewoners:
  - {naam: mevrouw Kers, vanaf: 2019-01-01, leveringsvorm: geen Wlz, zorgverzekeraar: Verzekeraar Kersland, nodig: {wat: zorg van een specialist ouderengeneeskunde, vanaf: 2019-01-01}}
partijen: {Dr. Pit: specialist ouderengeneeskunde}
afspraken: {soort: medebehandeling SO (Zvw), tussen: [Dr. Pit, mevrouw Kers], vanaf: 2019-01-01}
"""


def test_who_pays_for_co_treatment_before_it_was_insured_is_told() -> None:
    """Until 31 December 2019 the care office could have it come with a subsidy (1.2); since 1 January 2020 it is insured."""
    (bullet,) = idle("", day="2019-12-31", home=SUBSIDY)
    assert "pas zo vanaf 1 januari 2020" in bullet
    assert "het zorgkantoor met subsidie" in bullet
    assert "Tijdelijke subsidieregeling extramurale behandeling artikel 1.2" in bullet
    assert idle("", day="2020-01-01", home=SUBSIDY) == []


BUDGET = """\
hiaat: 1
titel: Een wooninitiatief
peildatum: 2025-06-01
huis: {naam: De Horizon, soort: pgb-wooninitiatief, zorgkantoor: Zorgkantoor Zuid}
bewoners:
  - {naam: bewoners, vanaf: 2018-09-01, leveringsvorm: pgb, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
partijen: {de ouders: budgethouder, Vermeer: gedragskundige, De Eik: zorgaanbieder}
"""


@pytest.mark.parametrize(("carer", "told_so"), [("Vermeer", True), ("De Eik", False)])
def test_an_agreement_on_a_budget_with_who_does_other_work_is_told(carer: str, told_so: bool) -> None:
    deal = f"afspraken: [{{soort: zorgovereenkomst pgb, tussen: [de ouders, {carer}], voor: bewoners, vanaf: 2021-01-01}}]\n"
    found = [one for one in idle(deal, home=BUDGET) if "niemand van deze partijen doet dat werk" in one]
    assert bool(found) == told_so


COUPLE = """\
hiaat: 1
titel: Een echtpaar
peildatum: 2026-03-10
huis: {naam: De Wilg, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noord}
bewoners:
  - {naam: meneer, vanaf: 2026-02-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: Verzekeraar Noord}
  - {naam: mevrouw, vanaf: 2026-02-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV4, zorgverzekeraar: Verzekeraar Noord}
partijen: {Praktijk Nieuw: huisartsenpraktijk, Praktijk Oud: huisartsenpraktijk}
afspraken:
  - {soort: inschrijving op naam, tussen: [Praktijk Nieuw, mevrouw], vanaf: 2026-02-01}
  - {soort: inschrijving op naam, tussen: [Praktijk Oud, meneer], vanaf: 2026-02-01}
"""


@pytest.mark.parametrize(("whom", "bound"), [("meneer", False), ("mevrouw", True)])
def test_a_refusal_speaks_of_those_to_whom_it_was_given(whom: str, bound: bool) -> None:
    refused = f"{{op: 2026-02-03, wie: Praktijk Nieuw, wat: geweigerd, afspraak: inschrijving op naam, aan: {whom}}}"
    (bullet,) = [one for one in idle(f"gebeurtenissen: [{refused}]\n", home=COUPLE) if "geweigerd" in one]
    assert ("Weigeren alleen maakt niemand los" in bullet) == bound

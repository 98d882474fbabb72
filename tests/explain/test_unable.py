"""A party that cannot do the work is not told how to begin it; many rules of one document are noted by its name."""

import pytest
from tests.explain.told import part, tell

HOME = """\
hiaat: 1
titel: Een failliete praktijk
peildatum: 2024-06-20
huis: {naam: De Specht, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Oost}
bewoners:
  - {naam: bewoners, vanaf: 2020-01-01, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
partijen: {Praktijk Dorp: huisartsenpraktijk, Praktijk Stad: huisartsenpraktijk}
afspraken:
  - {soort: inschrijving op naam, tussen: [Praktijk Dorp, bewoners], vanaf: 2020-01-01}
STATE
"""
BROKE = "toestand: [{wie: Praktijk Dorp, is: failliet, vanaf: 2024-05-14}]"
START = "HP24-022"


def acts(text: str) -> dict[str, str]:
    """What each GP is told in the first finding on their work."""
    found = next(one for one in tell(text).findings if "huisartsenzorg" in str(one.title))
    bullets = [str(one) for paragraph in found.paragraphs if paragraph.key == "act" for one in paragraph.bullets]
    return {name: said for name in ("Praktijk Dorp", "Praktijk Stad") for said in bullets if f"({name}):" in said}


def test_who_cannot_do_the_work_is_not_told_how_to_begin_it() -> None:
    said = acts(HOME.replace("STATE", BROKE))
    assert START in said["Praktijk Stad"], "who is able is told so"
    assert START not in said.get("Praktijk Dorp", "")


def test_all_rules_of_a_document_that_were_told_are_noted_by_its_name() -> None:
    (first, *_) = [one for one in tell(HOME.replace("STATE", BROKE), day="2024-05-20").findings if part(one, "note")]
    note = part(first, "note")
    assert "LHV-handelingsperspectief 2024\N{RIGHT SINGLE QUOTATION MARK} die hier zijn genoemd" in note
    assert START not in note


def test_who_closed_and_would_have_to_go_on_is_told_to_be_there_no_more() -> None:
    stopped = (
        "gebeurtenissen: [{op: 2024-03-01, wie: Praktijk Dorp, wat: opgezegd, afspraak: inschrijving op naam, laatste dag: 2024-05-31}]\n"
        "stand van zaken: {gewichtige reden om te stoppen: ja}\n"
        "toestand: [{wie: Praktijk Dorp, is: gesloten, vanaf: 2024-06-01}]"
    )
    assert "kan dat nu niet: er niet meer" in acts(HOME.replace("STATE", stopped))["Praktijk Dorp"]


GONE = """\
hiaat: 1
titel: Een arts die stopte
peildatum: 2024-10-01
huis: {naam: De Wilg, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noord}
bewoners:
  - {naam: bewoners, vanaf: 2020-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
partijen: {Praktijk Dorp: huisartsenpraktijk}
toestand: {wie: Praktijk Dorp, is: STATE, vanaf: 2024-09-01}
"""


@pytest.mark.parametrize(("state", "able"), [("er niet meer", False), ("vol", True)])
def test_who_is_no_longer_there_is_not_said_to_be_able_nor_told_what_it_may_take_on(state: str, able: bool) -> None:
    findings = tell(GONE.replace("STATE", state)).findings
    said = " ".join(part(one, key) for one in findings for key in ("looked", "acts"))
    assert ("Praktijk Dorp): kan dit soort werk doen" in said) == able
    assert ("Praktijk Dorp): kan het niet doen: er niet meer" in said) == (not able)

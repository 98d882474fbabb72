"""What a reader would stumble over: a rule beside its later version, a plural that is one party, a suspension by nobody."""

from textwrap import dedent

from tests.explain.told import judge, text

from hiaat.explain import explain
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language


def told(scenario: str, language: Language = "nl") -> str:
    judged = judge().judge(read_text(dedent(scenario).encode(), "huis.yaml", judge().words))
    return text(explain(judged, judge().knowledge.words, language))


BANKRUPT = """
    hiaat: 1
    titel: De aanbieder is failliet
    peildatum: 2024-06-05
    huis: {naam: De Haven, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Kust, zorgaanbieder: Zorg Nabij}
    bewoners:
      - {naam: bewoners, aantal: 14, vanaf: 2021-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: geen}
    partijen: {Zorg Nabij: thuiszorgorganisatie}
    afspraken: {soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Kust, Zorg Nabij], vanaf: 2021-01-01}
    toestand: {wie: Zorg Nabij, is: failliet, vanaf: 2024-05-20}
"""


def test_who_is_bound_by_the_later_text_of_an_article_is_not_told_as_bound_by_it_no_longer() -> None:
    """Wlz 3.3.2 has a text until 30 June 2023 and one after it."""
    said = told(BANKRUPT)
    assert "moet als enige zorgaanbieder zorgen dat het hele pakket er is" in said
    assert "geldt zo niet meer (Wlz" not in said
    assert "geldt zo niet meer (LL18-058)" in said, "of which no later text binds"
    assert "no longer applies so (Wlz" not in told(BANKRUPT, "en")


def test_an_article_that_changed_is_told_as_that_text_of_it() -> None:
    said = told(BANKRUPT.replace("2024-06-05", "2022-05-01").replace("2024-05-20", "2022-04-20"))
    assert "telt hier in de tekst die geldt tot en met 30 juni 2023; daarna geldt een andere tekst." in said
    assert "Wlz artikel 3.3.2: wat er toen stond, is afgeleid uit de tekst die geldt vanaf 1 juli 2023." in said
    assert "ot en met 30 juni 2023 geldt: Wlz artikel 3.3.2" not in said
    assert "Wlz artikel 3.3.2: gelezen in de tekst die geldt vanaf 1 juli 2023" not in said


BUDGET = """
    hiaat: 1
    titel: Een budget en geen nacht
    peildatum: 2024-06-15
    huis: {naam: Villa Zon, soort: pgb-wooninitiatief, zorgkantoor: Zorgkantoor Zon}
    bewoners:
      - {naam: NAME, aantal: SIZE, vanaf: 2023-01-01, leveringsvorm: pgb, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: geen}
    afspraken: {soort: zorgovereenkomst pgb, tussen: [NAME, Villa Zon], wanneer: dag, vanaf: 2023-01-01}
"""


def test_a_group_of_several_is_spoken_of_as_a_group_and_one_person_by_name() -> None:
    several = told(BUDGET.replace("NAME", "budgethouders").replace("SIZE", "7"))
    assert "moet de groep \N{LEFT SINGLE QUOTATION MARK}budgethouders\N{RIGHT SINGLE QUOTATION MARK} zelf" in several
    assert "oet budgethouders" not in several
    assert "udgethouders moet" not in several
    one = told(BUDGET.replace("NAME", "mevrouw Smit").replace("SIZE", "1"))
    assert "moet mevrouw Smit zelf goede zorg inkopen" in one


SUSPENDED = """
    hiaat: 1
    titel: De specialist is geschorst
    peildatum: 2024-06-15
    huis: {naam: De Wende, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Wende}
    bewoners:
      - naam: bewoners
        leveringsvorm: vpt
        behandeling: gecontracteerd
        zorgprofiel: VV5
        zorgverzekeraar: geen
        stand van zaken: {zorgvraag eist een SO: ja}
    partijen: {Dr. Willems: specialist ouderengeneeskunde, Regionaal College: tuchtcollege}
    afspraken: {soort: inzet SO, tussen: [Dr. Willems, De Wende], wanneer: 24/7, vanaf: 2021-01-01}
    gebeurtenissen: {op: 2024-05-28, wie: WHO, wat: geschorst, ABOUT, eerste dag: 2024-06-01, reden: maatregel}
"""


def test_of_a_suspension_is_told_by_whom_when_and_why() -> None:
    party = SUSPENDED.replace("WHO", "Regionaal College").replace("ABOUT", "aan: Dr. Willems")
    assert (
        "s op 28 mei 2024 geschorst door Regionaal College; 31 mei 2024 was de laatste dag; "
        "de reden die is genoemd: maatregel (huis.yaml regel 15)" in told(party)
    )
    assert "as suspended on 28 May 2024 by Regionaal College" in told(party, "en")


def test_who_suspends_its_own_agreement_is_not_named_again() -> None:
    agreement = SUSPENDED.replace("WHO", "Dr. Willems").replace("ABOUT", "afspraak: inzet SO")
    assert "e afspraak is op 28 mei 2024 geschorst; 31 mei 2024 was de laatste dag" in told(agreement)


def test_of_a_day_before_most_acts_that_were_read_is_told_that_silence_says_little() -> None:
    """Most of the acts that were read apply from 2015."""
    said = told(BANKRUPT.replace("2024-06-05", "2014-06-01").replace("2021-01-01", "2012-01-01"))
    assert "golden er op 1 juni 2014 zeker" in said
    assert "er kan dus meer gevraagd zijn dan hier staat" in said
    assert "regels uit wetten die zijn gelezen" not in told(BANKRUPT)


TWO_GROUPS = """
    hiaat: 1
    titel: Twee groepen
    peildatum: 2024-06-15
    huis: {naam: De Beuk, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noord}
    bewoners:
      - {naam: beneden, leveringsvorm: mpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
      - {naam: boven, leveringsvorm: mpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
"""


def test_what_is_said_back_is_said_as_it_was_written_and_once() -> None:
    said = told(TWO_GROUPS)
    assert "zorgverzekeraar: ieder de eigen;" in said
    assert "zorgverzekeraar: zorgverzekeraar" not in said
    assert said.count("zorgverzekeraar: ieder de eigen, als één partij.") == 1
    assert said.count("zorgaanbieder: De Beuk zelf, want er staat niemand.") == 1


def test_rules_and_articles_are_listed_plainly() -> None:
    """Articles in the order of their numbers; rules of two voices, of which the same is told, in one list."""
    said = told(TWO_GROUPS)
    assert "telt ook Bzv artikel 2.1 en 2.4, gelezen in de tekst" in said
    assert "gelden: KB19-076, KB19-080." in said


OWN = """
    hiaat: 1
    titel: Een eigen functie
    peildatum: 2024-06-15
    huis: {naam: De Haven, soort: zorginstelling, zorgkantoor: Zorgkantoor Kust}
    bewoners:
      - {naam: bewoners, aantal: 9, vanaf: 2021-01-01, leveringsvorm: verblijf, zorgverzekeraar: geen, nodig: [{wat: Hulp bij het Lezen, vanaf: 2021-01-01}]}
    partijen: {Team Lezen: behandeldienst}
    eigen functies: [{naam: Hulp bij het Lezen, valt onder: medische zorg}]
"""


def test_a_function_of_ones_own_is_named_as_it_was_written() -> None:
    for language in ("nl", "en"):
        said = told(OWN, language)
        assert "Hulp bij het Lezen" in said
        assert "hulp-bij-het-lezen" not in said.casefold()


VISITS = """
    hiaat: 1
    titel: Een huisarts en geen specialist
    peildatum: 2024-09-01
    huis: {naam: De Beuk, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor H}
    bewoners:
      - {naam: bewoners, aantal: 8, vanaf: 2022-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: geen}
    partijen: {Praktijk Bos: huisartsenpraktijk, HAP H: huisartsenpost}
    afspraken:
      - {soort: inschrijving op naam, tussen: [Praktijk Bos, bewoners], vanaf: 2022-01-01}
      - {soort: afspraak met huisartsenpost, tussen: [HAP H, De Beuk], schriftelijk: ja, vanaf: 2022-01-01}
"""


def test_conditions_that_differ_stand_on_a_line_each_with_whether_they_are_met() -> None:
    judged = judge().judge(read_text(dedent(VISITS).encode(), "huis.yaml", judge().words))
    findings = explain(judged, judge().knowledge.words, "nl").findings
    (part,) = [part for one in findings for part in one.paragraphs if part.key == "conditions"]
    lines = list(map(str, part.bullets))
    assert "Niet zo: er is een specialist ouderengeneeskunde." in lines
    assert "Wel zo: de zorg in de avond, de nacht en het weekend is geregeld." in lines
    long = "Staat niet vast: de huisarts heeft tijd voor nieuwe pati\N{LATIN SMALL LETTER E WITH DIAERESIS}nten"
    assert [line for line in lines if line.startswith(long)]
    assert "Of dit hier zo is, staat niet vast" not in " ".join(map(str, part.sentences))

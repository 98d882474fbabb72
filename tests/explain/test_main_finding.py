"""The main finding of the scenario in which the specialist leaves: what it must tell, in which order and in which tone."""

import re

import pytest
from tests.explain.told import LANGUAGES, judge, judged, told

from hiaat.explain import FindingExplanation, Paragraph, explain
from hiaat.scenario.messages import Language


def finding(language: Language) -> FindingExplanation:
    return told("a", language).findings[0]


def paragraph(key: str, language: Language) -> Paragraph:
    return next(one for one in finding(language).paragraphs if one.key == key)


def running(key: str, language: Language) -> str:
    return " ".join(map(str, paragraph(key, language).sentences))


def bullet(key: str, lead: str, language: Language) -> str:
    found = [str(one) for one in paragraph(key, language).bullets if re.search(lead, one.lead)]
    assert len(found) == 1, f"{lead}: {found}"
    return found[0]


TITLES: dict[Language, str] = {
    "nl": "In De Linde heeft niemand de volledige zorg van een specialist ouderengeneeskunde op zich genomen.",
    "en": "At De Linde nobody has taken on the full care of an elderly care physician.",
}
SITUATION: dict[Language, tuple[str, ...]] = {
    "nl": (
        "In De Linde in Lindehorst wonen 12 mensen met een volledig pakket thuis",
        "zorgprofiel VV5",
        "recht op behandeling door een specialist ouderengeneeskunde",
        "Wlz artikel 3.1.1",
        "(bron: zorgplannen)",
        "dag en nacht",
        "Sinds 1 juni 2024 heeft niemand dit hele werk op zich genomen: niet overdag en niet in de avond, de nacht en het weekend.",
        "De vorige specialist (Dr. B) stopte na 31 mei 2024. Er kwam geen ander voor in de plaats.",
        "geeft soms advies op afstand",
    ),
    "en": (
        "12 people live at De Linde in Lindehorst with a full package at home",
        "care profile VV5",
        "right to treatment by an elderly care physician",
        "Wlz article 3.1.1",
        "(source: zorgplannen)",
        "day and night",
        "Since 1 June 2024 nobody has taken on all of this work: not by day, and not in the evening, at night and at the weekend.",
        "The former physician (Dr. B) stopped after 31 May 2024. No other took over.",
        "gives advice at a distance now and then",
    ),
}
PAPER: dict[Language, tuple[str, ...]] = {
    "nl": (
        "De Linde moet zorgen voor de volledige zorg van een specialist ouderengeneeskunde. Dat staat in het contract voor Wlz-zorg met het zorgkantoor.",
        "Volgens de wet moet De Linde de zorg goed organiseren",
        "(Wkkgz artikel 3)",
        "Volgens de LHV, de vereniging van huisartsen, moet De Linde zorgen dat een specialist",
        "(HP24-124)",
        "Volgens de wet moet het zorgkantoor zorgen dat de behandeling op tijd en dichtbij komt",
        "(Wlz artikel 4.2.1 lid 1)",
        "Maar niemand heeft de hele uitvoering op zich genomen.",
    ),
    "en": (
        "De Linde must see to the full care of an elderly care physician. The contract for Wlz care with the care office says so.",
        "According to the law De Linde must organise care well",
        "(Wkkgz article 3)",
        "According to the LHV, the association of GPs, De Linde must see to it that an elderly care physician",
        "(HP24-124)",
        "According to the law the care office must see to it that the treatment comes in time and nearby",
        "(Wlz article 4.2.1 paragraph 1)",
        "But nobody has taken on the whole of it.",
    ),
}
LOOKED: dict[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "nl": (
        ("De vorige specialist", ("opgezegd", "afgelopen", "31 mei 2024")),
        (
            "Dr. C, andere regio",
            ("geeft soms advies op afstand", "Meer is niet afgesproken", "zegt de LHV niet (HP24-070)"),
        ),
        ("De Linde zelf", ("moet het regelen, maar is geen arts",)),
        (
            "De huisarts",
            (
                "kan de huisarts deze zware zorg niet alleen geven (HP24-047)",
                "gedragsproblemen bij dementie",
                "HP24-085",
                "met een specialist ouderengeneeskunde kunnen overleggen (HP24-049)",
                "staat niet vast",
                "In de overeenkomst met De Linde staat als voorwaarde",
                "dag en nacht een specialist ouderengeneeskunde bereikbaar en inzetbaar",
                "Dat is nu niet zo.",
                "De huisartsenzorg gaat wel door",
                "(HP24-053, HP24-078)",
            ),
        ),
    ),
    "en": (
        ("The former physician", ("Notice was given".lower(), "ended", "31 May 2024")),
        (
            "Dr. C, andere regio",
            ("gives advice at a distance now and then", "No more was agreed", "the LHV does not say (HP24-070)"),
        ),
        ("De Linde itself", ("must arrange it, but is no doctor",)),
        (
            "The GP",
            (
                "the GP cannot give this heavy care alone (HP24-047)",
                "behavioural problems in dementia",
                "HP24-085",
                "must be able to consult an elderly care physician (HP24-049)",
                "is not certain",
                "The agreement with De Linde has as a condition",
                "an elderly care physician is reachable and deployable day and night",
                "That is not so now.",
                "GP care does go on",
                "(HP24-053, HP24-078)",
            ),
        ),
    ),
}
ACT: dict[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "nl": (
        (
            "De Linde",
            (
                "moet zorgen dat dit werk gedaan wordt",
                "HP24-124",
                "Wkkgz artikel 3",
                "een oplossing zoeken",
                "KB19-098",
            ),
        ),
        (
            "Zorgkantoor",
            (
                "moet zorgen dat dit werk wordt ingekocht",
                "Wlz artikel 4.2.1",
                "kan het zorgkantoor extra behandeling inkopen",
            ),
        ),
        (
            "De huisarts",
            (
                "het tekort melden bij het zorgkantoor (HP24-148)",
                "opzeggen",
                "HP24-077",
                "daarmee doet nog niemand dit werk",
            ),
        ),
        ("inspectie", ("kan De Linde aanspreken", "KB19-094", "Wkkgz artikel 24, 25 en 27")),
        ("NZa", ("houdt toezicht", "het zorgkantoor", "Wmg artikel 16 en 78")),
    ),
    "en": (
        (
            "De Linde",
            ("must see to it that this work is done", "HP24-124", "Wkkgz article 3", "seek a solution", "KB19-098"),
        ),
        ("care office", ("must see to it that this work is bought", "Wlz article 4.2.1", "can buy extra treatment")),
        (
            "The GP",
            (
                "report the shortage to the care office (HP24-148)",
                "end the contract",
                "HP24-077",
                "gets nobody to do this work",
            ),
        ),
        ("inspectorate", ("take De Linde to task", "KB19-094", "Wkkgz article 24, 25 and 27")),
        ("NZa", ("supervises", "the care office", "Wmg article 16 and 78")),
    ),
}
NOTE: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Dat het dag en nacht moet, volgt uit zorgplannen en uit het Kwaliteitskader, zoals de minister dat uitlegt (KB19-076).",
        "tot en met 30 juni 2024",
    ),
    "en": (
        "That it must be day and night follows from zorgplannen and from the quality framework, as the minister reads it (KB19-076).",
        "until 30 June 2024",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_title_situation_paper_candidates_acts_and_notes_in_this_order(language: Language) -> None:
    assert finding(language).title.text == TITLES[language]
    assert [one.key for one in finding(language).paragraphs] == ["situation", "paper", "looked", "act", "note"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_situation_what_is_asked_by_what_and_since_when(language: Language) -> None:
    for said in SITUATION[language]:
        assert said in running("situation", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statute_comes_first(language: Language) -> None:
    said = running("situation", language)
    assert 0 < said.index("3.1.1") < said.index("KB19-076")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_it_is_arranged(language: Language) -> None:
    for said in PAPER[language]:
        assert said in running("paper", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_we_looked_at_each_with_every_reason_in_this_order(language: Language) -> None:
    leads = [one.lead for one in paragraph("looked", language).bullets]
    assert len(leads) == len(LOOKED[language])
    for (lead, parts), found in zip(LOOKED[language], leads, strict=True):
        assert lead in found
        for said in parts:
            assert said in bullet("looked", lead, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_can_act_must_before_may_before_supervision(language: Language) -> None:
    leads = [one.lead for one in paragraph("act", language).bullets]
    assert len(leads) == len(ACT[language])
    for (lead, parts), found in zip(ACT[language], leads, strict=True):
        assert lead in found
        for said in parts:
            assert said in bullet("act", f"^.*{lead}", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_keep_in_mind(language: Language) -> None:
    for said in NOTE[language]:
        assert said in running("note", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_more_than_four_norms_of_a_party_get_a_sentence_in_a_row(language: Language) -> None:
    for one in paragraph("looked", language).bullets + paragraph("act", language).bullets:
        told_norms = [said for said in one.sentences if re.search(r"\((HP|KB|LL)\d", said.text)]
        assert len(told_norms) <= 7


def test_nothing_of_it_is_written_in_a_program_another_scenario_says_it_of_another_house() -> None:
    said = " ".join(str(one) for one in told("h", "nl").findings[0].paragraphs[1].sentences)
    assert "De Wilg" in said
    assert "De Linde" not in said


def test_the_same_judgement_is_told_the_same() -> None:
    assert explain(judged("a"), judge().knowledge.words, "nl") == told("a", "nl")

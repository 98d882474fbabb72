"""What holds of every explanation: each sentence has facts, nothing is left out, nothing false is said."""

import re
from datetime import date

import pytest
from pyoxigraph import NamedNode
from tests.explain.told import CASES, LANGUAGES, judge, judged, text, told

from hiaat.bundle import root
from hiaat.explain import Explanation, FindingExplanation, explain
from hiaat.findings import Judgement
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE
from hiaat.scenario import Scenario
from hiaat.scenario.messages import Language

Case = tuple[str, str | None, str | None]
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(part for part in case if part))
languages = pytest.mark.parametrize("language", LANGUAGES)


def of(case: Case, language: Language) -> Explanation:
    name, day, view = case
    return told(name, language, day, view)


def known(scenario: Scenario, judgement: Judgement) -> set[str]:
    """Every IRI of the scenario and of the judgement."""
    graph = Graph(scenario.triples)
    found = {
        node.value
        for triple in graph.triples
        for node in (triple.subject, triple.object)
        if isinstance(node, NamedNode)
    }
    found |= (
        {cell.iri for cell in judgement.cells} | {one.iri for one in judgement.findings} | set(judgement.engagements)
    )
    return found | {cell.iri for finding in judgement.findings for cell in finding.cells}


@cases
@languages
def test_every_sentence_has_facts_but_the_disclaimer(case: Case, language: Language) -> None:
    said = of(case, language)
    assert [one.text for one in said.sentences() if not one.facts] == [said.disclaimer.text]


@cases
def test_every_fact_is_known(case: Case) -> None:
    name, day, view = case
    scenario, judgement = judged(name, day, view).scenario, judged(name, day, view).judgement
    words, here = judge().knowledge.words, known(scenario, judgement)
    readable = re.compile(r".+:\d+:\d+|.+/id/(statement|source)/.+")
    for said in of(case, "nl").sentences():
        for fact in set(said.facts) - here:
            assert readable.fullmatch(fact) or words.value(NamedNode(fact), RDF_TYPE) is not None, fact


@cases
@languages
def test_no_slot_stays_open_and_no_iri_shows(case: Case, language: Language) -> None:
    for said in of(case, language).sentences():
        assert not re.search(r"[{}\[\]]|https?://|\(\)|\s[,.;)]|\s\s|,,|\.\.", said.text), said.text


@cases
def test_both_languages_tell_the_same_facts(case: Case) -> None:
    dutch, english = (
        [
            {fact for part in one.paragraphs for said in part.all_sentences() for fact in said.facts}
            for one in of(case, language).findings
        ]
        for language in LANGUAGES
    )
    assert dutch == english


@cases
@languages
def test_every_finding_is_told_with_its_acts(case: Case, language: Language) -> None:
    name, day, view = case
    judgement = judged(name, day, view).judgement
    assert [one.finding for one in of(case, language).findings] == [one.iri for one in judgement.findings]


@cases
def test_every_candidate_of_a_gap_is_told_with_every_norm_it_lacks(case: Case) -> None:
    name, day, view = case
    judgement = judged(name, day, view).judgement
    for finding, told_finding in zip(judgement.findings, of(case, "nl").findings, strict=True):
        if finding.severity != "Violation":
            continue
        facts = {fact for part in told_finding.paragraphs for said in part.all_sentences() for fact in said.facts}
        for cell in finding.cells:
            for candidate in cell.candidates:
                causes = {one.cause for one in candidate.shortfalls}
                if causes == {"SharedWithoutLead"} and finding.kind not in causes:
                    continue
                assert {one.source for one in candidate.shortfalls} <= facts
                assert candidate.shortfalls or candidate.ground in facts or candidate.party in facts


@cases
def test_every_party_that_must_act_on_a_gap_is_told(case: Case) -> None:
    name, day, view = case
    judgement = judged(name, day, view).judgement
    for finding, told_finding in zip(judgement.findings, of(case, "nl").findings, strict=True):
        if finding.severity == "Violation":
            acts = next(part for part in told_finding.paragraphs if part.key == "act")
            facts = {fact for said in acts.all_sentences() for fact in said.facts}
            assert {act.ground for act in finding.acts if act.modality in ("Must", "MayAddress")} <= facts


@cases
@languages
def test_what_was_looked_at_names_every_cell(case: Case, language: Language) -> None:
    name, day, view = case
    said = of(case, language).looked_at
    facts = {fact for one in said.all_sentences() for fact in one.facts}
    assert {cell.iri for cell in judged(name, day, view).judgement.cells} <= facts


@pytest.mark.parametrize("name", ["g", "e"])
@languages
def test_a_control_says_that_somebody_is_bound_to_all_and_finds_nothing(name: str, language: Language) -> None:
    said = told(name, language)
    assert said.findings == ()
    in_order = {
        "nl": "Voor alles wat hier gevraagd wordt, is iemand gebonden.",
        "en": "For everything that is required here, somebody is bound",
    }
    assert in_order[language] in " ".join(map(str, said.summary))


@cases
@languages
def test_it_says_what_was_not_examined_and_that_it_is_no_legal_advice(case: Case, language: Language) -> None:
    said = of(case, language)
    assert said.not_judged.sentences
    assert {"nl": "geen juridisch advies", "en": "no legal advice"}[language] in said.disclaimer.text


def sentence(case: Case, language: Language, part: str) -> str:
    return next(said.text for said in of(case, language).sentences() if part in said.text)


def test_a_wording_of_then_that_was_not_checked_is_told() -> None:
    assert "De tekst van 1 juni 2018 is niet nagekeken." in sentence(
        ("h", "2018-06-01", None), "nl", "gelezen in de tekst"
    )


def test_each_article_is_told_with_the_day_of_its_own_text() -> None:
    """Not with that of another article that the same norm rests on; one that is not cited, with what it stands behind."""
    said = sentence(("h", "2018-06-01", None), "nl", "20 april 2023")
    assert said.startswith("Bij Wlz artikel 4.2.2 telt ook Wlz artikel 3.3.3, gelezen in de tekst")
    assert said.endswith("die geldt vanaf 20 april 2023. De tekst van 1 juni 2018 is niet nagekeken.")


def test_of_a_text_known_by_year_no_day_is_told() -> None:
    """Wmg 16 was read in a text of 2017: `data/sources/wmg/articles.ttl`."""
    case = judge().read(root() / "tests" / "cases" / "rest-verblijf-met-behandeling" / "scenario.yaml")
    found = judge().judge(case, date(2016, 6, 1))
    said = " ".join(map(str, explain(found, judge().knowledge.words, "en").sentences()))
    assert re.search(r"Wmg article 16\b[^.]*: read in the text that applies from 2017\.", said)


def test_a_framework_whose_text_was_not_read_is_named_as_such() -> None:
    said = sentence(("a", "2024-09-01", None), "nl", "Generiek kompas")
    assert "KB19-076" in said
    assert "gold tot en met 30 juni 2024" in said
    assert "is niet gelezen" in said


@pytest.mark.parametrize(
    ("day", "perspective", "said"),
    [
        ("2022-03-01", None, False),  # in force: told as conditions
        ("2024-05-15", None, False),  # perhaps in force
        ("2024-09-01", None, True),  # ended; the list of conditions of what came after was not read (HP24-026, -033)
        ("2024-09-01", "recht", False),  # not heard
    ],
)
def test_conditions_that_ended_with_a_guide_whose_successor_was_not_read_are_told_as_such(
    day: str, perspective: str | None, said: bool
) -> None:
    found = [str(one) for one in told("d1", "nl", day, perspective).not_judged.all_sentences()]
    found = [one for one in found if "LHV-leidraad 2018" in one]
    assert len(found) == said
    for one in found:
        assert "huisartsenzorg" in one
        assert "uiterlijk tot en met 31 mei 2024" in one
        assert "LHV-leidraad en handelingsperspectief 2024" in one
        assert "niet gelezen of maar voor een deel" in one


def test_a_document_of_which_only_the_year_is_known_has_an_age_that_is_told_as_about() -> None:
    """The letter on care at home is of 2018; that of 4 February 2019 has a day."""
    said = [str(one) for one in told("h", "en", "2020-03-01").notes.all_sentences()]
    ages = [one for one in said if " old" in one]
    assert any("of 2018, about 2 years old on 1 March 2020" in one for one in ages), ages
    assert any("of 4 February 2019, a year old on 1 March 2020" in one for one in ages), ages
    assert not [one for one in ages if "1 years" in one]


def test_rules_that_may_have_been_in_force_are_told_together_with_their_last_day_at_the_latest() -> None:
    dutch, english = (text(told("h", language, "2024-05-15", "recht_en_lhv")) for language in LANGUAGES)
    assert re.search(r"Uiterlijk tot en met 31 mei 2024 gelden: ", dutch)
    assert re.search(r"Of deze regels op 15 mei 2024 golden, is niet zeker: ", dutch)
    assert re.search(r"In force until 31 May 2024 at the latest: ", english)
    assert re.search(r"Whether these rules applied on 15 May 2024 is not certain: ", english)


def test_a_duty_of_one_of_two_is_laid_on_neither() -> None:
    said = sentence(("b", None, None), "nl", "KB19-085")
    assert "het zorgkantoor of de zorgverzekeraar" in said
    assert "Wie van hen, is niet gezegd" in said


def test_a_refusal_is_told_with_what_permits_it_and_leaves_open_whether_it_did() -> None:
    looked = next(part for part in told("f", "nl").findings[0].paragraphs if part.key == "looked")
    said = next(str(one) for one in looked.bullets if "Praktijk Dorp" in one.lead)
    for part in (
        "heeft op 5 juni 2024 geweigerd: praktijk vol",
        "HP24-041",
        "HP24-044",
        "KNMG-richtlijn 2021",
        "staat daarmee nog niet vast",
    ):
        assert part in said


def test_law_alone_lets_no_association_and_no_minister_speak() -> None:
    for case in (("a", None, "recht"), ("c", "2024-06-15", "recht"), ("d2", None, "recht")):
        assert not re.search(
            r"LHV|de minister|HP24-|KB19-|LL18-", " ".join(text(one) for one in of(case, "nl").findings)
        )


# What the worked situations say must not be said, as words. Structure is checked elsewhere.
NOT_SAID: dict[str, tuple[str, ...]] = {
    "a": (
        r"geen arts in de nacht|no doctor at night",
        r"huisarts is (nu )?verantwoordelijk voor|GP is (now )?responsible for",
        r"uitgevallen|dropped out",
        r"blijft gebonden tot|stays bound until",
        r"advies (is|was) (niet )?(genoeg|voldoende)|advice (is|was) (not )?enough",
        r"inspectie kan (niets|weinig)|inspectorate can do (nothing|little)",
        r"schiet tekort|in breach|falls short",
        r"GZSP",
    ),
    "b": (
        r"niemand kan (het|dit) betalen|nobody can pay",
        r"heeft (het|dit)? ?(ingekocht|gecontracteerd)|has (bought|contracted)",
        r"geen plichten|has no dut",
        r"moet de zorgverzekeraar (deze|het|dit)",
        r"the health insurer must (buy|contract)",
    ),
    "c": (
        r"de huisartsenpost weigert|centre refuses",
        r"noodgeval|emergency",
        r"in breach|schiet tekort",
        r"medisch verantwoordelijk",
    ),
    "d1": (r"niemand (heeft|doet)|nobody", r"morgen|tomorrow", r"zit vast|locked in"),
    "d2": (
        r"zorgkantoor (kan|mag) (de )?huisartsenzorg",
        r"moet (de bewoners )?inschrijven|must register",
        r"geweigerd|refused",
    ),
    "f": (
        r"moet (haar|de nieuwe bewoner|de bewoner) (aannemen|inschrijven)|must take her",
        r"Tuchtcollege|Disciplinary Court",
        r"kan het niet doen|cannot do it",
    ),
    "h": (
        r"GZSP",
        r"(niet meer|nog steeds) (verplicht|vereist|nodig)|(no longer|still) required",
        r"heeft (het|dit)? ?(ingekocht|gecontracteerd)",
    ),
}


@pytest.mark.parametrize("name", sorted(NOT_SAID))
@languages
def test_what_must_not_be_said_is_not(name: str, language: Language) -> None:
    found: list[FindingExplanation] = list(told(name, language).findings)
    said = " ".join(text(one) for one in found)
    for pattern in NOT_SAID[name]:
        assert not re.search(pattern, said, re.IGNORECASE), pattern

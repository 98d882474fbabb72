"""What is possible is not told as sure, nothing is said twice over, and a party in its own house is named once."""

import re

from tests.explain.test_elsewhere import TESTS, told
from tests.explain.told import judge, text
from tests.toy.seen import STREET, read
from tests.toy.seen import judge as village

from hiaat.bundle import root
from hiaat.explain import Explanation, explain
from hiaat.explain.lexicon import Lexicon
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language

CASE = TESTS / "cases"
MAYBE = """parties: {Jans: fitter, Board: water board}
engagements:
  - {who: Board, what: inspection, kind: organisation, from: 2024-06}
"""


def toy(more: str, language: Language) -> Explanation:
    scenario = read(STREET.replace("NEEDS", "{what: inspection}") + more)
    return explain(village().judge(scenario), village().knowledge.words, language)


def acts(said: Explanation) -> str:
    return " ".join(str(bullet) for part in said.findings[0].paragraphs if part.key == "act" for bullet in part.bullets)


def test_what_was_only_perhaps_taken_on_is_told_as_perhaps() -> None:
    assert "misschien ook op grond van een afspraak zorgen dat dit werk gedaan wordt (toy.yaml regel 6)" in acts(
        toy(MAYBE, "nl")
    )
    assert "Perhaps must see to it that this work is done because of an agreement too (toy.yaml line 6)" in acts(
        toy(MAYBE, "en")
    )
    assert not re.search(r": must see to it that this work is done \([^)]*toy.yaml", acts(toy(MAYBE, "en")))


def test_doubt_is_told_once_of_a_party() -> None:
    for finding in told(CASE / "vorm-onbekend" / "scenario.yaml", "nl").findings:
        for part in finding.paragraphs:
            for bullet in part.bullets:
                assert str(bullet).count("is niet zeker") <= 1, bullet
                if "is niet zeker (" in str(bullet):  # which of what was told; the rest is sure
                    assert len(bullet.sentences) > 2, bullet


def test_a_right_that_may_not_apply_is_not_told_as_sure() -> None:
    said = text(told(CASE / "vorm-onbekend" / "scenario.yaml", "en"))
    assert "Whether this is required here depends on what is not known yet." in said


def test_what_to_do_with_what_is_not_known_is_told_once() -> None:
    assert text(told(CASE / "vorm-onbekend" / "scenario.yaml", "en")).count("Ask whoever may know.") == 1


def test_without_is_told_as_without() -> None:
    said = text(told(CASE / "mpt-woonvorm" / "scenario.yaml", "nl"))
    assert "zonder behandeling in het pakket" in said
    assert "met geen" not in said


def test_who_falls_short_in_its_own_house_is_named_once() -> None:
    data = (root() / "data" / "scenarios" / "g" / "scenario.yaml").read_bytes()
    more = b"verricht: [{wie: De Linde, wat: verpleging en verzorging, hoe: schiet tekort, vanaf: 2024-02-01}]\n"
    judged = judge().judge(read_text(data + more, "g.yaml", judge().words, "nl"))
    for language, title, sentence in (
        (
            "nl",
            "De Linde schiet tekort bij de verpleging en verzorging.",
            "schiet De Linde hierin tekort, sinds 1 februari 2024 (g.yaml",
        ),
        (
            "en",
            "De Linde falls short in nursing and personal care.",
            "De Linde falls short in this, since 1 February 2024 (g.yaml",
        ),
    ):
        (finding,) = explain(judged, judge().knowledge.words, language).findings  # type: ignore[arg-type]
        assert finding.title.text == title
        assert sentence in text(finding)


def test_that_care_goes_on_is_told_under_the_voice_that_says_so() -> None:
    judged = judge().judge(judge().read(root() / "data" / "scenarios" / "a" / "scenario.yaml"))
    said = text(explain(judged, judge().knowledge.words, "en"))
    assert "GP care does go on: according to the LHV the GP" in said


def test_who_must_is_not_told_as_having_it() -> None:
    said = told(CASE / "huis-sluit" / "scenario.yaml", "en")
    assert "this names who must. Whether it happens is not said by that." in " ".join(
        map(str, said.looked_at.sentences)
    )
    titles = [one.title.text for one in said.findings]
    assert "At De Zwaluw there is nobody who must see to the care plan." in titles


def test_duties_that_ended_together_are_told_together() -> None:
    said = text(told(CASE / "huis-sluit" / "scenario.yaml", "en"))
    assert "(Wlz article 8.1.1 and 8.1.3)" in said


CLAIMED = """parties: {Anna: fitter, Bert: fitter, Board: water board}
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: greasing}}]
claims:
  - {who: Anna, says: is the task of Bert, about: inspection, date: 2024-01-01}
  - {who: Board, says: is the task of Bert, about: inspection, date: 2024-01-02}
  - {who: Board, says: is the task of Bert, about: inspection, date: 2024-02-02}
  - {who: Bert, says: is not my task, about: inspection, date: 2024-01-01}
"""


def test_a_claim_is_told_by_who_made_it_and_once_of_whom_it_names() -> None:
    (looked,) = [part for part in toy(CLAIMED, "en").findings[0].paragraphs if part.key == "looked"]
    said = {str(one).split(":")[0]: str(one) for one in looked.bullets}
    assert said["Anna"].count("is the task of Bert") == 1
    assert said["Board"].count("(toy.yaml line 8, toy.yaml line 9)") == 1
    assert re.search(r"says of this: .is not my task", said["Bert"])
    assert said["Bert"].count("Anna says that this is a task of Bert") == 1
    assert said["Bert"].count("Board says that this is a task of Bert") == 1
    assert said["Bert"].count("does not bind by itself") == 1


AVG = """hiaat: 1
titel: Een huis zonder arts verstandelijk gehandicapten
peildatum: 2025-07-10
huis: {naam: De Esp, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Esp}
bewoners:
  - {naam: bewoners, vanaf: 2021-01-01, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VG7, zorgverzekeraar: ieder de eigen}
partijen: {Praktijk Esp: huisartsenpraktijk}
afspraken:
  - {soort: inschrijving op naam, tussen: [Praktijk Esp, bewoners], vanaf: 2021-01-01}
stand van zaken: {zorgvraag eist een arts verstandelijk gehandicapten: ja}
"""


def test_a_norm_that_is_our_reading_of_its_sources_is_told_so_with_all_of_them() -> None:
    scenario = read_text(AVG.encode(), "avg.yaml", judge().words, "nl")
    said = text(explain(judge().judge(scenario), judge().knowledge.words, "nl"))
    assert "(HP24-008, HP24-023, zoals wij dat lezen" in said


ORDERED = """parties: {Board: water board, Shops: shop association}
events: [{date: 2024-01-01, who: the province, what: ordered, about: inspection, to: Shops}]
"""


def test_an_order_is_told_on_paper_and_with_who_must_act() -> None:
    dutch, english = toy(ORDERED, "nl"), toy(ORDERED, "en")
    assert "Op 1 januari 2024 heeft de provincie Shops opgedragen te zorgen voor controle" in text(dutch.findings[0])
    assert "Shops: moet zorgen dat dit werk gedaan wordt (toy.yaml regel 5)" in acts(dutch)
    assert "On 1 January 2024 the province ordered Shops to see to inspection" in text(english.findings[0])
    assert "Shops: must see to it that this work is done (toy.yaml line 5)" in acts(english)


def test_what_is_done_in_fact_is_told_with_when() -> None:
    done = "parties: {Jans: fitter}\nconduct: [{who: Jans, what: inspection, when: WHEN, how: without agreement, from: 2024-01-01}]\n"
    assert "In feite doet Jans het wel, winter, zonder afspraak" in text(toy(done.replace("WHEN", "winter"), "nl"))
    assert "In fact Jans does it, all year, without an agreement" in text(toy(done.replace("WHEN", "all year"), "en"))


DENIED = """streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: lookout}}]
parties: {Red: fire brigade, Board: water board}
claims: [{who: Board, says: is the task of Red, about: lookout, date: 2024-01-01}]
"""


def test_who_denies_what_others_say_of_it_is_told_with_the_rule_that_denies_it() -> None:
    said = explain(village().judge(read(DENIED)), village().knowledge.words, "en")
    (looked,) = [part for part in said.findings[0].paragraphs if part.key == "looked"]
    (red,) = [str(one) for one in looked.bullets if str(one).startswith("Red")]
    assert re.search(r"this is a task of Red .*Lookout does not belong to the brigade \(30\)", red), red


POINTING = """parties: {Anna: fitter, Bert: fitter}
claims:
  - {who: Anna, says: is the task of Bert, about: inspection, date: 2024-01-01}
  - {who: Bert, says: is the task of Anna, about: inspection, date: 2024-02-01}
"""


def test_in_a_circle_each_says_whose_task_it_is() -> None:
    dutch, english = (
        " ".join(text(one) for one in said.findings if one.kind == "CircularReferral")
        for said in (toy(POINTING, "nl"), toy(POINTING, "en"))
    )
    assert "Anna zegt dat controle een taak is van Bert (toy.yaml regel 6)" in dutch
    assert "Bert says that inspection is a task of Anna (toy.yaml line 7)" in english


def test_when_something_holds_is_a_sentence_with_every_phrase() -> None:
    for language, said in (
        ("nl", {"Dit geldt overdag.", "Dit geldt in de nacht.", "Dit geldt dag en nacht."}),
        ("en", {"This holds by day.", "This holds at night.", "This holds day and night."}),
    ):
        words = Lexicon(judge().knowledge.words, "nl" if language == "nl" else "en")
        phrases = [words.phrase(f"https://w3id.org/hiaat/care#{name}") for name in ("dag", "nacht", "continu")]
        assert {words.fill("windows-only", windows=phrase) for phrase in phrases} == said


def test_where_engagements_are_not_known_the_summary_says_why_so_little_is_told() -> None:
    more = "parties: {Board: water board}\nin full: [parties]\n"
    assert "Daarom staat hier alleen bij wie het hoort" in " ".join(map(str, toy(more, "nl").summary))
    assert "So this tells only with whom it belongs" in " ".join(map(str, toy(more, "en").summary))
    perhaps = more + "claims: [{who: Board, says: is not my task, about: inspection, date: 2024-01-01}]\n"
    assert "not say which agreements" in " ".join(map(str, toy(perhaps, "en").summary))
    assert "not say which agreements" not in " ".join(map(str, toy("parties: {Board: water board}\n", "en").summary))

"""What is possible is not told as sure, nothing is said twice over, and a party in its own house is named once."""

import re
from datetime import date

from tests.explain.test_elsewhere import TESTS, told
from tests.explain.told import SCENARIOS, judge, text
from tests.explain.told import told as told_of_care
from tests.toy.seen import STREET, read
from tests.toy.seen import judge as village

from hiaat.bundle import root
from hiaat.explain import Explanation, explain
from hiaat.explain.lexicon import Lexicon
from hiaat.judging import Judged
from hiaat.reports.outcome import outcome
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language

CASE = TESTS / "cases"
MAYBE = """parties: {Jans: fitter, Board: water board}
engagements:
  - {who: Board, what: inspection, kind: organisation, from: 2024-06}
"""


def toy(more: str, language: Language, needs: str = "{what: inspection}", ground: str = "green") -> Explanation:
    scenario = read(STREET.replace("NEEDS", needs).replace("green", ground) + more)
    return explain(village().judge(scenario), village().knowledge.words, language)


def both(more: str, needs: str = "{what: inspection}") -> tuple[str, str]:
    """All that is said of the street, in Dutch and in English."""
    return text(toy(more, "nl", needs)), text(toy(more, "en", needs))


def house(more: str) -> Judged:
    """De Linde of situation g, and more."""
    data = (root() / "data" / "scenarios" / "g" / "scenario.yaml").read_bytes()
    return judge().judge(read_text(data + more.encode(), "g.yaml", judge().words, "nl"))


def titles(more: str, language: Language) -> list[str]:
    return [one.title.text for one in explain(house(more), judge().knowledge.words, language).findings]


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


def test_no_right_of_those_who_are_treated_is_told_where_the_institution_does_not_treat() -> None:
    file = CASE / "woonvorm-verblijf-zonder-behandeling" / "scenario.yaml"
    judged = judge().judge(judge().read(file), date(2024, 6, 15))  # before a practice registered them
    said = text(explain(judged, judge().knowledge.words, "en"))
    assert "in which they stay and are treated" not in said
    assert "right to GP care from their health insurance" in said


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
    judged = house(
        "verricht: [{wie: De Linde, wat: verpleging en verzorging, hoe: schiet tekort, vanaf: 2024-02-01}]\n"
    )
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
    assert said["Board"].count("(toy.yaml lines 8 and 9)") == 1
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
    assert "(HP24-006, HP24-008, HP24-020, HP24-023, zoals wij dat lezen" in said


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
    assert "In feite wordt dit wel gedaan door Jans, winter, zonder afspraak" in text(
        toy(done.replace("WHEN", "winter"), "nl")
    )
    assert "In fact it is done by Jans, all year, without an agreement" in text(
        toy(done.replace("WHEN", "all year"), "en")
    )


DENIED_BY_RULE = """streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: lookout}}]
parties: {Red: fire brigade, Board: water board}
claims: [{who: Board, says: is the task of Red, about: lookout, date: 2024-01-01}]
"""


def test_who_denies_what_others_say_of_it_is_told_with_the_rule_that_denies_it() -> None:
    said = explain(village().judge(read(DENIED_BY_RULE)), village().knowledge.words, "en")
    (looked,) = [part for part in said.findings[0].paragraphs if part.key == "looked"]
    (red,) = [str(one) for one in looked.bullets if str(one).startswith("Red")]
    assert re.search(r"this is a task of Red .*Lookout does not belong to the brigade. \(30\)", red), red


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


WAITING = """parties: {Anna: fitter, Bert: fitter}
engagements:
  - {who: Anna, what: inspection, kind: performance, from: 2020-01-01, on condition of: {what: marking}}
  - {who: Bert, what: marking, kind: performance, from: 2020-01-01, on condition of: {what: inspection}}
"""


def test_a_circle_of_waiting_is_told_once_with_all_that_waits() -> None:
    (said,) = (
        one
        for one in toy(WAITING, "en", "[{what: inspection}, {what: marking}]").findings
        if one.kind == "CircularReferral"
    )
    assert "each other over inspection and marking." in said.title.text
    (looked,) = [part for part in said.paragraphs if part.key == "looked"]
    anna, bert = map(str, looked.bullets)
    assert "took on inspection" in anna
    assert "somebody has taken on marking" in anna
    assert "took on marking" in bert
    assert "somebody has taken on inspection" in bert
    assert "has not taken it on" not in bert, "of which of the two?"


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


def test_what_is_stated_not_to_be_so_is_told_as_not_so() -> None:
    dutch, english = both(
        "parties: {Shops: shop association}\nstate of affairs: {key list is kept: no}\n", "{what: key keeping}"
    )
    assert re.search(r"staat .sleutellijst bijgehouden.: nee \(toy.yaml regel 5\)\.", dutch)
    assert re.search(r"says .key list is kept.: no \(toy.yaml line 5\)\.", english)
    assert "In de beschrijving staat:" not in dutch
    assert "The description says:" not in english


DENIED = """parties: {Anna: fitter, Board: water board}
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01}]
claims: [{who: Anna, says: is not my task, about: inspection, date: 2024-01-01}]
"""


def test_that_no_rule_says_who_must_arrange_it_is_told_only_where_it_is_so() -> None:
    nobody = "Geen regel die hier is gehoord, zegt wie dit moet regelen of inkopen."
    assert "No rule that was heard here says who must" in both(DENIED, "{what: lookout}")[1]
    dutch, english = both(DENIED.replace(", Board: water board", ""))
    assert nobody not in dutch
    assert "Waterbestuur zorgt voor onderhoud’ (5). Wie dat hier is, staat niet in de beschrijving." in dutch
    assert "Who that is here, the description does not say." in english
    dutch, english = both(DENIED)
    assert re.search(r"Dorpsraad heeft hierover een regel: .Waterbestuur zorgt voor onderhoud. \(5\)\.", dutch)
    assert nobody not in dutch
    assert "No rule that was heard here" not in english
    dutch, english = both(DENIED + "party states: [{who: Board, is: bankrupt, from: 2024-01-01}]\n")
    assert nobody not in dutch
    assert "Wie dit moet regelen of inkopen, schiet daarin tekort of staat niet vast." in dutch
    assert "Who must arrange or contract this falls short in that, or is not certain." in english


IN_FACT = """parties: {Anna: fitter, Bert: fitter}
conduct: [{who: Bert, what: repair, how: without agreement, when: WHEN, from: 2024-01-01}]
"""
SUMMER = """engagements: [{who: Anna, what: repair, kind: performance, when: summer, from: 2020-01-01}]
claims: [{who: Anna, says: is not my task, about: repair, date: 2024-01-01}]
"""
ALL_YEAR = "{what: repair, when: all year}"


def test_what_is_done_in_fact_does_not_make_it_arranged_where_it_is_not() -> None:
    dutch, english = both(IN_FACT.replace("WHEN", "winter"), ALL_YEAR)
    assert (
        "In feite wordt dit wel gedaan door Bert, winter, zonder afspraak (toy.yaml regel 5). Daarmee is het nog niet"
        in dutch
    )
    assert "In fact it is done by Bert, winter, without an agreement (toy.yaml line 5). That does not make" in english


def test_beside_a_holder_what_is_done_in_fact_is_done_too() -> None:
    said = {one.kind: text(one) for one in toy(IN_FACT.replace("WHEN", "summer") + SUMMER, "nl", ALL_YEAR).findings}
    assert "In feite" not in said["Vacuum"], "the gap is in winter"
    assert "In feite wordt dit ook gedaan door Bert, zonder afspraak (toy.yaml regel 5)." in said["Contested"]
    assert "nog niet geregeld" not in said["Contested"]
    said = {one.kind: text(one) for one in toy(IN_FACT.replace("WHEN", "summer") + SUMMER, "en", ALL_YEAR).findings}
    assert "In fact it is done by Bert too, without an agreement (toy.yaml line 5)." in said["Contested"]


def test_of_a_holder_it_is_not_told_that_it_does_it_without_an_agreement() -> None:
    doing = IN_FACT.replace("Bert, what", "Anna, what").replace("WHEN", "summer")
    assert "without an agreement" not in both(doing + SUMMER, ALL_YEAR)[1]


OFFERED = """parties: {Anna: fitter, Bert: fitter}
offers: [{who: Anna, what: inspection, from: 2024-01-01ON}]
"""


def test_a_condition_is_told_with_its_windows_also_where_they_are_all_windows() -> None:
    dutch, english = both(OFFERED.replace("ON", ", on condition of: {what: greasing, when: all year}"))
    assert "iemand heeft smeren op zich genomen, hele jaar (toy.yaml" in dutch
    assert "somebody has taken on greasing, all year (toy.yaml" in english


def test_since_when_is_told_of_the_gap_and_not_of_the_sentence_before_it() -> None:
    ill = "parties: {Anna: fitter}\n" + SUMMER.splitlines()[0] + "\n"
    dutch, english = both(
        ill + "party states: [{who: Anna, is: ill, from: 2024-02-01}]\n", "{what: repair, when: summer}"
    )
    assert "Dit gat is er sinds 1 februari 2024, zomer." in dutch
    assert "There has been this gap since 1 February 2024, summer." in english
    dutch, english = both("parties: {Anna: fitter}\n" + SUMMER, "{what: repair, when: summer}")
    assert "Dit speelt sinds 1 januari 2024, zomer." in dutch
    assert "This has been going on since 1 January 2024, summer." in english


def test_who_surely_must_and_cannot_is_named_in_the_title() -> None:
    board = "parties: {Board: water board}\nparty states: [{who: Board, is: bankrupt, from: 2024-01-01}]\n"
    other = board.replace("Board: water board", "Board: water board, Polder: water board").replace(
        "Board, is: bankrupt, from: 2024-01-01}", "Board, is: bankrupt, from: 2024-01-01}, {who: Polder, is: bankrupt}"
    )
    expected = {
        (board, "nl"): "In High Street moet Board zorgen voor controle, maar kan dat niet.",
        (board, "en"): "At High Street Board must see to inspection, but cannot.",
        (other, "nl"): "In High Street moeten Board en Polder zorgen voor controle, maar kunnen dat niet.",
    }
    for (more, language), title in expected.items():
        assert title in [one.title.text for one in toy(more, language).findings]  # type: ignore[arg-type]


def test_a_house_that_surely_must_and_cannot_is_named_once() -> None:
    bankrupt = "toestand: [{wie: De Linde, is: failliet, vanaf: 2024-02-01}]\n"
    assert "De Linde moet zorgen voor het zorgplan, maar kan dat niet." in titles(bankrupt, "nl")
    assert "De Linde must see to the care plan, but cannot." in titles(bankrupt, "en")


def test_who_must_arrange_it_and_does_it_in_other_windows_is_not_said_not_to_do_it() -> None:
    board = "parties: {Board: water board}\nengagements: [{who: Board, what: repair, kind: performance, when: summer, from: 2020-01-01}]\n"
    dutch, english = both(board, ALL_YEAR)
    assert "moet het regelen, en doet dit werk zelf alleen zomer." in dutch
    assert "must arrange it, and does this work itself only summer." in english
    assert "maar doet dit werk niet zelf" not in dutch
    assert "but does not do this work itself" not in english


def test_an_offer_is_told_with_what_still_stands_between_it_and_the_work() -> None:
    free, asking = OFFERED.replace("ON", ""), OFFERED.replace("ON", ", on condition of: {what: greasing}")
    assert "Wil dit doen; er is alleen nog een afspraak nodig (toy.yaml regel 5)." in acts(toy(free, "nl"))
    assert "Is willing to do this; only an agreement is still needed (toy.yaml line 5)." in acts(toy(free, "en"))
    assert "Can begin as soon as there is what the offer asks for (toy.yaml line 5)." in acts(toy(asking, "en"))
    assert "only an agreement" not in acts(toy(asking, "en"))


def test_an_offer_on_which_rules_set_a_condition_needs_more_than_an_agreement() -> None:
    offered = "parties: {Red: fire brigade}\noffers: [{who: Red, what: lookout, from: 2024-01-01}]\n"
    for known in ("", "state of affairs: {key is there: no}\n"):
        dutch, english = both(offered + known, "{what: lookout}")
        assert "il dit doen; daarvoor moet eerst aan voorwaarden zijn voldaan (toy.yaml regel 5)." in dutch
        assert "s willing to do this; conditions must be met first (toy.yaml line 5)." in english
    there = both(offered + "state of affairs: {key is there: yes}\n", "{what: lookout}")
    assert "only an agreement is still needed" in there[1]


def test_an_offer_for_a_part_of_the_windows_is_told_with_them() -> None:
    summer = toy(OFFERED.replace("inspection", "repair").replace("ON", ", when: summer"), "en", ALL_YEAR)
    assert "is willing to do this, summer; only an agreement is still needed" in acts(summer)


def test_an_offer_that_cannot_be_paid_is_not_said_to_be_able_to_begin() -> None:
    said = toy(OFFERED.replace("inspection", "flushing").replace("ON", ""), "en", "{what: flushing}", "dike")
    assert "is willing to do this (toy.yaml line 5)." in text(said)
    assert acts(said) == ""


def test_of_each_condition_of_an_offer_is_told_whether_it_is_met() -> None:
    asking = OFFERED.replace("ON", ", on condition of: [key is there, {what: greasing}]")
    dutch, english = both(asking)
    assert "Dit is hier niet zo: iemand heeft smeren op zich genomen." in dutch
    assert re.search("Of dit hier zo is, staat niet vast: .sleutel ligt klaar.\\.", dutch)
    assert "This is not so here: somebody has taken on greasing." in english
    assert re.search("Whether this is so here is not certain: .key is there.\\.", english)
    there = both(asking + "state of affairs: {key is there: yes}\n")
    assert re.search("Dit is hier wel zo: .sleutel ligt klaar.\\.", there[0])
    assert re.search("This is so here: .key is there.\\.", there[1])
    assert "Dat is hier allemaal niet zo." in both(asking + "state of affairs: {key is there: no}\n")[0]


def test_of_each_condition_of_an_agreement_is_told_whether_it_is_met() -> None:
    taken = "on condition of: [key is there, {what: greasing}]"
    dutch, _ = both(
        f"parties: {{Anna: fitter}}\nengagements: [{{who: Anna, what: inspection, kind: performance, from: 2020-01-01, {taken}}}]\n"
    )
    assert "Dit is hier niet zo: iemand heeft smeren op zich genomen." in dutch
    assert re.search("Of dit hier zo is, staat niet vast: .sleutel ligt klaar.\\.", dutch)
    assert "Dat is nu niet zo." not in dutch


DEAL = """parties: {Anna: fitter, Board: water board}
agreements: [{name: deal, kind: service contract, between: [Anna, Board], what: repair, from: 2020-01-01MORE}]
"""


def test_what_surely_began_and_perhaps_ended_is_told_as_begun() -> None:
    notice = "events: [{date: 2024-04-01, who: Anna, what: gave notice, agreement: deal, last day: 2024-05-31}]\n"
    for more in (DEAL.replace("MORE", "") + notice, DEAL.replace("MORE", ", until: 2024-06")):
        dutch, english = both(more, "{what: repair}")
        assert "eeft herstel op zich genomen, in" in dutch
        assert "; of dat nu nog zo is, staat niet vast (toy.yaml regel 5)." in dutch
        assert "; whether that is still so is not certain (toy.yaml line 5)." in english


def test_what_perhaps_never_began_is_told_as_perhaps() -> None:
    for more in (DEAL.replace("MORE", ", exists: unknown"), DEAL.replace("2020-01-01MORE", "2024-06")):
        assert "eeft herstel misschien op zich genomen" in both(more, "{what: repair}")[0]


def test_who_only_answers_for_it_is_not_said_to_have_taken_it_on() -> None:
    more = """parties: {Anna: fitter, Bert: fitter}
engagements:
  - {who: Anna, what: inspection, kind: performance, from: 2020-01-01}
  - {who: Bert, what: inspection, kind: accountability, from: 2022-01-01}
"""
    dutch, english = both(more)
    assert "Anna heeft controle op zich genomen. Bert staat in voor controle." in dutch
    assert "Anna has taken on inspection. Bert answers for inspection." in english


def test_rules_that_fail_by_the_same_are_told_together_and_then_once_by_what() -> None:
    judged = house("toestand: [{wie: De Linde, is: failliet, vanaf: 2024-02-01}]\n")
    bullets = [
        bullet
        for finding in explain(judged, judge().knowledge.words, "nl").findings
        for part in finding.paragraphs
        for bullet in part.bullets
    ]
    for bullet in bullets:
        said = [one.text.casefold() for one in bullet.sentences]
        assert len(set(said)) == len(said), bullet
    assert any("failliet" in str(one) and "ligt bij meer partijen samen" in str(one) for one in bullets)


def test_who_must_arrange_it_and_does_it_in_fact_is_not_said_not_to_do_it() -> None:
    doing = "parties: {Board: water board}\nconduct: [{who: Board, what: inspection, how: without agreement, from: 2024-01-01}]\n"
    dutch, english = both(doing)
    assert "moet het regelen en doet het in feite ook, maar heeft dit werk niet op zich genomen." in dutch
    assert "must arrange it and does it in fact, but has not taken on this work." in english
    assert "doet dit werk niet zelf" not in dutch
    assert "does not do this work itself" not in english


ORDERED_BACK = """parties: {Anna: fitter}
engagements: [{who: Anna, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}]
events: [{date: 2024-05-31, who: the province, what: ordered, about: inspection, to: Anna, first day: 2024-06-01}]
claims: [{who: Anna, says: is not my task, about: inspection, date: 2024-06-02}]
"""


def test_of_what_is_held_it_is_not_told_that_no_other_took_over() -> None:
    dutch, english = both(ORDERED_BACK)
    assert "Er kwam geen ander voor in de plaats." not in dutch
    assert "stopte na" not in dutch
    assert "No other took over." not in english
    assert "Er kwam geen ander voor in de plaats." in both("\n".join(ORDERED_BACK.splitlines()[:2]) + "\n")[0]


def test_a_contest_names_who_holds_it_and_who_does_not_agree() -> None:
    dutch, english = both(ORDERED_BACK)
    assert "Controle ligt nu bij Anna. Anna zegt dat controle niet de eigen taak is (toy.yaml regel 7)." in dutch
    assert "Inspection lies with Anna now. Anna says that inspection is not its own task (toy.yaml line 7)." in english
    assert "Wie is het er niet mee eens?" in dutch
    assert "Who does not agree?" in english


TWO_STREETS = """hiaat: 1
as of: DAY
streets:
  - {name: Old Street, from: 2020-01-01, until: 2024-05-31, ground: green, needs: {what: inspection}}
  - {name: New Street, from: 2024-07-01, ground: green, needs: {what: inspection}}
parties: {Anna: fitter}
"""


def test_of_what_has_not_begun_or_has_ended_that_is_told_and_no_list() -> None:
    scenario = read_text(TWO_STREETS.replace("DAY", "2024-06-15").encode(), "two.yaml", village().words, "nl")
    for language, ended, begins in (
        (
            "nl",
            "Voor Old Street is op deze dag niets meer te beoordelen: dat eindigde op 31 mei 2024.",
            "begint op 1 juli",
        ),
        (
            "en",
            "For Old Street there is nothing to judge on this day any more: that ended on 31 May",
            "begins on 1 July",
        ),
    ):
        said = explain(village().judge(scenario), village().knowledge.words, language)  # type: ignore[arg-type]
        for part in (said.summary, said.not_judged.sentences):
            assert ended in " ".join(map(str, part))
            assert begins in " ".join(map(str, part))
        assert len(said.not_judged.sentences) == 2
        assert "geen regel die is gehoord, vraagt" not in text(said)


def test_what_is_not_there_on_the_day_is_not_out_of_order() -> None:
    head, *rest = TWO_STREETS.replace("DAY", "2024-05-15").splitlines(keepends=True)
    held = "engagements: [{who: Anna, what: inspection, kind: performance, for: Old Street, from: 2020-01-01}]\n"
    board = "".join([head, *rest]).replace("Anna: fitter", "Anna: fitter, Board: water board") + held
    there = village().judge(read_text(board.encode(), "two.yaml", village().words, "nl"))
    assert there.judgement.away == tuple(one for one in there.judgement.situations if "new" in one.lower())
    assert outcome(there).without_cell == ()
    assert outcome(there).unanswered == ()
    nobody = village().judge(
        read_text(board.replace("2024-05-15", "2024-06-15").encode(), "t.yaml", village().words, "nl")
    )
    assert not outcome(nobody).in_order
    assert len(outcome(nobody).without_cell) == 2


BANKRUPT = """parties: {Board: water board, Polder: water board, Anna: fitter}
party states: [{who: Board, is: bankrupt, from: 2024-01-01}]
"""


def test_who_cannot_comes_last_among_who_can_act_and_is_told_so() -> None:
    for language, unable in (("nl", "kan dat nu niet: failliet ("), ("en", "cannot do that now: bankrupt (")):
        said = toy(BANKRUPT, language)  # type: ignore[arg-type]
        (gap,) = [one for one in said.findings if one.kind == "Vacuum"]
        (act,) = [part for part in gap.paragraphs if part.key == "act"]
        musts = [bullet for bullet in act.bullets if bullet.lead in ("Board", "Polder")]
        assert [bullet.lead for bullet in musts] == ["Polder", "Board"]
        assert act.bullets[-1].lead == "Board"
        assert unable in str(musts[1])
        assert unable not in str(musts[0])


def test_what_is_most_serious_for_a_function_is_told_first_and_who_does_it_before_who_arranges_it() -> None:
    more = "toestand: [{wie: De Linde, is: failliet, vanaf: 2024-02-01}]\n"
    found = house(more).judgement
    places = {"Nobody": 1, "NoPerformer": 2, "NoLead": 3, "NotArranged": 4, "Unclear": 5, "InOrder": 7}
    grades = {(one.situation, one.function): places[one.grade] for one in found.grades}
    severities = ("Violation", "Warning", "Info")
    order = [
        (severities.index(one.severity), min(grades[one.situation, f] for f in one.functions)) for one in found.findings
    ]
    assert order == sorted(order)
    assert order[0][1] == 1
    kinds = [one.responsibility for one in found.findings if one.function == found.findings[0].function]
    assert kinds == sorted(kinds, key=["Performance", "Accountability", "Organisation"].index)


EACH_OTHER = """parties: {Anna: fitter, Bert: fitter}
offers:
  - {who: Anna, what: inspection, from: 2024-01-01, on condition of: [key is there, {what: greasing}]}
claims:
  - {who: Anna, says: is the task of Bert, about: inspection, date: 2024-01-01}
  - {who: Bert, says: is the task of Anna, about: inspection, date: 2024-02-01}
"""


def test_what_was_told_of_a_party_with_one_finding_is_referred_to_with_the_next() -> None:
    for language, reference in (
        ("nl", "iervoor geldt hetzelfde als bij 1."),
        ("en", "he same holds for this as under 1."),
    ):
        said = toy(EACH_OTHER, language)  # type: ignore[arg-type]
        first, second = said.findings[:2]
        assert second.kind == "CircularReferral"
        whole, short = (
            next(b for p in one.paragraphs if p.key == "looked" for b in p.bullets if b.lead.startswith("Anna"))
            for one in (first, second)
        )
        assert len(whole.sentences) >= 3
        assert reference in str(short)
        assert {fact for one in whole.sentences for fact in one.facts} == set(short.sentences[0].facts)


def test_what_was_not_examined_is_listed_at_the_end_and_with_no_finding() -> None:
    for name in SCENARIOS:
        said = told_of_care(name, "nl")
        (listed, *_) = [str(one) for one in said.not_judged.sentences]
        functions = listed.split(" om: ")[-1][:60]
        assert all(functions not in text(finding) for finding in said.findings), name


STANDS_IN = """parties: {Jans: fitter, Board: water board}
agreements: [{kind: cover, between: [Jans, Board], what: inspection, from: 2020-01-01UNTIL}]
"""


def test_of_a_stand_in_is_told_until_when() -> None:
    dutch, english = both(STANDS_IN.replace("UNTIL", ", until: 2024-08-31"))
    assert "Het is een tijdelijke vervanger, tot en met 31 augustus 2024 (toy.yaml regel" in dutch
    assert "It is a stand-in for a while, until 31 August 2024 (toy.yaml line" in english
    assert (
        "It is a stand-in for a while, until 31 August 2024 at the latest ("
        in both(STANDS_IN.replace("UNTIL", ", until: 2024-08"))[1]
    )
    assert "It is a stand-in for a while (toy.yaml line" in both(STANDS_IN.replace("UNTIL", ""))[1]


NOTICE_TOO = """hiaat: 1
as of: 2024-06-15
streets: [{name: Square, from: 2020-01-01, ground: square, needs: {what: bell}}]
parties: {Jans: fitter, Kees: fitter, Board: water board}
agreements: [{name: deal, kind: bell deal, between: [Jans, Kees], by: Jans, what: bell, from: 2020-01-01}]
engagements: [{who: Jans, what: bell, kind: performance, from: 2021-01-01, on condition of: key is there}]
events: [{name: the notice, date: 2024-06-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-07-31}]
state of affairs: {key is there: no, pay agreed: yes, good reason: yes, rope is frayed: yes}
"""


def test_since_when_conditions_are_not_met_is_not_told_with_a_later_notice() -> None:
    scenario = read_text(NOTICE_TOO.encode(), "toy.yaml", village().words, "nl")
    said = explain(village().judge(scenario), village().knowledge.words, "en")
    (finding,) = [one for one in said.findings if one.kind == "Precarious"]
    parts = {part.key: " ".join(map(str, part.sentences)) for part in finding.paragraphs}
    assert "Notice was given on 1 June 2024" in parts["situation"]
    assert "going on since" not in parts["situation"]
    assert "This has been going on since 1 January 2021." in parts["conditions"]


def test_what_is_held_and_only_perhaps_required_is_told_to_be_arranged_if_needed() -> None:
    found = judge().judge(judge().read(CASE / "geen-wlz-thuis" / "scenario.yaml"))
    judgement = found.judgement
    held = [one for one in judgement.grades if one.grade == "InOrder"]
    only = [one for one in held if judgement.only_perhaps_required(one.situation, one.function)]
    assert 0 < len(only) < len(held)
    for language, told_so in (("nl", ", als het nodig is"), ("en", ", if it is needed")):
        said = explain(found, judge().knowledge.words, language)  # type: ignore[arg-type]
        assert sum(told_so in str(bullet) for bullet in said.looked_at.bullets) == len(only)


def test_who_took_it_on_in_some_windows_and_does_it_in_fact_in_others_is_not_said_to_do_it_only_in_some() -> None:
    summer = "engagements: [{who: Bert, what: repair, kind: performance, when: summer, from: 2020-01-01}]\n"
    dutch, english = both(IN_FACT.replace("WHEN", "winter") + summer, ALL_YEAR)
    assert "heeft dit werk alleen zomer op zich genomen." in dutch
    assert "has taken on this work only summer." in english
    assert "oet dit werk alleen" not in dutch


def test_what_the_authority_cannot_do_is_told_with_whom_it_may_address() -> None:
    """Wmg 79: no instruction on a single case. It limits the instructions (77, 78), not what the inspectorate does."""
    dutch, english = text(told_of_care("a", "nl")), text(told_of_care("a", "en"))
    assert "(Wmg artikel 16 en 78), maar geeft geen aanwijzing over één geval (Wmg artikel 79)" in dutch
    assert "(Wmg article 16 and 78), but gives no instruction on a single case (Wmg article 79)" in english
    assert not re.search(r"Wkkgz[^.]*, maar geeft geen aanwijzing", dutch)


def case(name: str, day: str) -> str:
    """A case, told in Dutch on a day."""
    judged = judge().judge(judge().read(CASE / name / "scenario.yaml"), date.fromisoformat(day))
    return text(explain(judged, judge().knowledge.words, "nl"))


def test_a_norm_is_cited_by_the_articles_that_say_what_it_says() -> None:
    """Who has access is in Wlz 3.2.1; what ended is the subsidy, not the article of the act under it."""
    assert "recht op verpleging en verzorging (Wlz artikel 3.1.1 en 3.2.1)" in case("rest-vpt", "2024-06-15")
    subsidy = case("subsidie-2019", "2019-06-15")
    assert re.search(
        "Tot en met 31 december 20(19|20) geldt: Tijdelijke subsidieregeling [a-z ]+ artikel 1.2[.]", subsidy
    )


def test_a_supervisor_that_says_that_it_can_do_little_is_named_in_the_title() -> None:
    said = {language: text(toy("", language, "[]", ground="pier")) for language in ("nl", "en")}
    assert "houdt de provincie toezicht op belichten, maar zegt zelf hier weinig te kunnen doen" in said["nl"]
    assert "supervises lighting, but says itself that it can do little here" in said["en"]
    assert "no supervision of towing is known" in said["en"], "of which nobody is supervisor"

"""Who is bound no longer because another is not, and who has nobody left: told for what it is, with the line of the file."""

import pytest
from tests.explain.test_wording import toy
from tests.explain.told import part, tell
from tests.toy.seen import STREET, judge, read

from hiaat.explain import FindingExplanation, explain
from hiaat.scenario.messages import Language

PARTIES = "parties: {Anna: fitter, Bert: fitter, Cor: fitter, Red Brigade: fire brigade}\n"
OWN = "who: Anna, from: 2020-01-01"  # line 6 of the file, as the first engagement
BERT = "who: Bert, on behalf of: Anna, from: 2020-01-01"
COR = "who: Cor, on behalf of: Bert, from: 2020-01-01"
BRIGADE = "who: Red Brigade, from: 2020-01-01"
FOR_BRIGADE = "who: Anna, on behalf of: Red Brigade, from: 2020-01-01"
UNTIL = ", until: 2024-05-31"


def gap(language: Language, *lines: str, more: str = "") -> FindingExplanation:
    """What is told of a street that needs inspection, with these engagements to perform it."""
    entries = "".join(f"  - {{what: inspection, kind: performance, {line}}}\n" for line in lines)
    text = STREET.replace("NEEDS", "{what: inspection}") + PARTIES + f"engagements:\n{entries}{more}"
    told = explain(judge().judge(read(text)), judge().knowledge.words, language)
    return told.findings[0]


def looked(told: FindingExplanation, party: str) -> str:
    """What is said of a party under whom we looked at."""
    (part,) = [part for part in told.paragraphs if part.key == "looked"]
    (bullet,) = [bullet for bullet in part.bullets if bullet.lead == party]
    return str(bullet)


def opening(told: FindingExplanation) -> str:
    return " ".join(map(str, told.paragraphs[0].sentences))


def test_who_worked_for_one_that_is_no_longer_bound_is_told_so_in_both_languages() -> None:
    lines = (OWN + UNTIL, BERT)
    assert looked(gap("nl", *lines), "Bert") == (
        "Bert: deed dit voor Anna. Anna is sinds 1 juni 2024 niet meer gebonden (toy.yaml regel 6), en Bert daarmee ook niet."
    )
    assert looked(gap("en", *lines), "Bert") == (
        "Bert: did this for Anna. As of 1 June 2024 Anna is no longer bound (toy.yaml line 6), and so Bert is not either."
    )


def test_the_end_of_the_other_is_where_the_file_tells_of_it() -> None:
    left = "events: [{date: 2024-05-31, who: Anna, what: left}]\n"
    assert "(toy.yaml line 8)" in looked(gap("en", OWN, BERT, more=left), "Bert")


def test_a_chain_names_whom_it_went_through() -> None:
    said = looked(gap("en", OWN + UNTIL, BERT, COR), "Cor")
    assert said.startswith("Cor: did this for Anna, through Bert. As of 1 June 2024 Anna is no longer bound")


def test_of_several_ends_of_the_other_the_last_counts() -> None:
    said = looked(gap("en", "who: Anna, from: 2020-01-01, until: 2022-12-31", OWN + UNTIL, BERT), "Bert")
    assert "As of 1 June 2024" in said
    assert "2023" not in said


def test_who_worked_for_another_did_not_stop_of_its_own_accord() -> None:
    said = opening(gap("en", OWN + UNTIL, BERT))
    assert "Anna stopped after 31 May 2024." in said
    assert "Bert stopped" not in said
    assert "Bert did it until 31 May 2024, for Anna." in said
    assert said.count("No other took over.") == 1


def test_who_was_given_notice_is_not_said_to_have_stopped() -> None:
    """The board gave notice: with Jans it ended, by the board, and the line says where that stands."""
    text = """parties: {Jans: fitter, Board: water board}
agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01}]
state of affairs: {good reason: yes}
events: [{date: 2024-04-01, who: Board, what: gave notice, agreement: deal, last day: 2024-05-31}]
"""
    languages: tuple[tuple[Language, str], ...] = (
        ("nl", "Met Jans hield dit op na 31 mei 2024, door Board (toy.yaml regel 7)."),
        ("en", "With Jans this ended after 31 May 2024, by Board (toy.yaml line 7)."),
    )
    for language, told in languages:
        (found,) = [one for one in toy(text, language).findings if one.kind == "Lapsed"]
        assert told in opening(found)
    (found,) = [
        one for one in toy(text.replace("who: Board, what", "who: Jans, what"), "en").findings if one.kind == "Lapsed"
    ]
    assert "Jans stopped after 31 May 2024." in opening(found)


def test_an_end_that_was_agreed_beforehand_has_its_line() -> None:
    assert looked(gap("en", OWN + UNTIL), "Anna").endswith("31 May 2024 was the last day (toy.yaml line 6).")
    assert looked(gap("nl", OWN + UNTIL), "Anna").endswith("31 mei 2024 was de laatste dag (toy.yaml regel 6).")


@pytest.mark.parametrize(
    ("lines", "more", "place"),
    [
        ((BRIGADE, FOR_BRIGADE + UNTIL), "", 7),
        ((BRIGADE, FOR_BRIGADE), "events: [{date: 2024-05-31, who: Anna, what: left}]\n", 8),
    ],
    ids=["agreed last day", "left"],
)
def test_a_service_without_performer_is_told_so_with_the_line(lines: tuple[str, ...], more: str, place: int) -> None:
    assert looked(gap("en", *lines, more=more), "Red Brigade") == (
        "Red Brigade: took on inspection. Cannot do it: there is nobody left who does it (since 1 June 2024). "
        f"Anna did it until 31 May 2024 (toy.yaml line {place})."
    )
    assert looked(gap("nl", *lines, more=more), "Red Brigade") == (
        "Red Brigade: heeft controle op zich genomen. Kan het niet doen: er is sinds 1 juni 2024 niemand meer die het uitvoert. "
        f"Anna deed dat tot en met 31 mei 2024 (toy.yaml regel {place})."
    )


def test_a_service_that_may_have_lost_its_performer_perhaps_cannot_do_it() -> None:
    lines = (BRIGADE, FOR_BRIGADE + ", until: 2024-06")
    assert "Perhaps cannot do it: there may be nobody left who does it" in looked(gap("en", *lines), "Red Brigade")
    assert "Kan het misschien niet doen: misschien is er niemand meer" in looked(gap("nl", *lines), "Red Brigade")


def test_a_state_of_a_party_that_is_not_sure_is_not_told_as_sure() -> None:
    ill = "party states: [{who: Anna, is: ill, from: 2024-06}]\n"
    assert "Perhaps cannot do it: ill" in looked(gap("en", OWN, more=ill), "Anna")


BANKRUPT = """\
hiaat: 1
titel: Een huis dat failliet ging
peildatum: 2025-05-15
huis: {naam: De Vlinder, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Oost}
bewoners:
  - {naam: bewoners, vanaf: 2020-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV6, zorgverzekeraar: ieder de eigen}
afspraken:
  - {soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Oost, De Vlinder], vanaf: 2020-01-01}
toestand: {wie: De Vlinder, is: failliet, vanaf: 2025-04}
"""


def test_rules_that_ended_on_one_day_are_told_in_one_sentence() -> None:
    findings = tell(BANKRUPT).findings
    said = [part(one, "looked") for one in findings if "verpleging en verzorging" in one.title.text]
    assert any("gold tot en met 30 juni 2024 en geldt zo niet meer (HP24-090, HP24-091)" in one for one in said)


def test_a_gap_since_a_day_that_is_known_as_a_month_is_told_so() -> None:
    (found, *_) = [one for one in tell(BANKRUPT).findings if "verpleging en verzorging" in one.title.text]
    assert "Dit gat is er sinds 30 april 2025" in part(found, "situation")
    assert "het begon op een dag vanaf 1 april 2025" in part(found, "situation")

"""What must not be said of each worked situation: checked, and each check is seen to fail when the false thing is put in.

One entry a sentence of the transcription (`not_said`); the test below holds that none is forgotten.
"""

import pytest
from tests.worked.found import Found
from tests.worked.said import (
    Said,
    View,
    bound,
    fact,
    finding,
    holder,
    leading,
    must,
    not_held,
    required,
    source,
    standing,
    words,
)
from tests.worked.test_worked import ROOT, judge, transcription

from hiaat.explain import explain

GP, OUT, SO, NURSING = "algemeen_medische_zorg", "anw_zorg", "so_expertise", "verpleging_en_verzorging"
SHORT_TERM = words(r"GZSP", "De verzekeraar betaalt dit (GZSP).")
H_CLAIMS: dict[str, tuple[Said, ...]] = {
    "Since 2020 the insurer pays the SO": (holder("zorgverzekeraar", SO, "B"), SHORT_TERM),
    "The letter of 2019 created, or closed, the gap": (
        leading("Vacuum", SO),
        words(r"brief.{0,40}(gat|sloot)|letter.{0,40}(closed|created)", "The letter of 2019 closed the gap."),
    ),
    "The LHV obliged the home to have an SO": (
        required(SO, "LL18-083"),
        required(GP, "LL18-090"),
        bound("De Wilg", SO, "O", "LL18-083"),
        must("De Wilg", "LL18-083"),
        must("De Wilg", "LL18-090"),
    ),
    "2024: writing missing, condition unmet": (source("LockedIn", "LL18-090"), source("LockedIn", "HP24-022")),
    "Since 1 July 2024 an SO 24/7 is no longer, or still, required": (
        words(
            r"(niet meer|nog steeds) (verplicht|vereist)|(no longer|still) required",
            "An SO 24/7 is no longer required.",
        ),
    ),
    "In 2019 the insurer must buy the SO": (holder("zorgverzekeraar", SO, "I"), bound("zorgverzekeraar", SO, "I")),
    "The zorgkantoor has contracted": (
        words(
            r"zorgkantoor heeft (het|dit|de behandeling)? ?(ingekocht|gecontracteerd)|care office has (contracted|bought)",
            "The care office has contracted it.",
        ),
    ),
}
NOT_SAID: dict[str, dict[str, tuple[Said, ...]]] = {
    "g": {
        "All LHV conditions are met": (
            words(r"alle voorwaarden|all (the )?conditions", "Alle voorwaarden van de LHV zijn vervuld."),
        ),
        "Contested because the LHV": (finding("Contested"),),
        "SharedWithoutLead from KB19-013": (finding("SharedWithoutLead"),),
        "MultipleLeads for SO and De Linde": (finding("MultipleLeads"),),
        "Unsupervised from HP24-136": (finding("Unsupervised"), fact("HP24-136")),
        "Treatment in the package ends registration": (fact("HP24-028"), fact("HP24-119"), not_held(GP)),
        "KB19-106 binds the insurer": (bound("zorgverzekeraar", GP, "I", "KB19-106"),),
    },
    "a": {
        "No doctor at night": (
            not_held(OUT),
            words(r"geen (arts|dokter) in de nacht|no doctor at night", "Er is geen arts in de nacht."),
        ),
        "The huisarts is now responsible for SO care": (
            bound("Praktijk Dorpsstraat", SO, "U"),
            holder("Praktijk Dorpsstraat", SO, "U"),
            bound("Praktijk Dorpsstraat", SO, "E"),
        ),
        "The huisarts has dropped out": (not_held(GP), standing("Praktijk Dorpsstraat", GP, "Former")),
        "The SO stays bound until a successor": (bound("Dr. B", SO, "U"), holder("Dr. B", SO, "U")),
        "Telephone advice does (not) suffice": (
            words(
                r"(dit|dat|het|advies)[^.]{0,20} is (wel |niet )?(genoeg|voldoende)\b|advice (does not suffice|suffices|is (not )?enough)",
                "Het advies is niet genoeg.",
            ),
        ),
        "IGJ can do nothing": (
            words(
                r"(IGJ|inspectie)[^.]{0,30}(weinig|niets) (kan )?doen|inspectorate can do (little|nothing)",
                "De IGJ kan weinig doen.",
            ),
            fact("HP24-136"),
        ),
        "The zorgkantoor is in breach": (
            finding("Breach"),
            words(
                r"zorgkantoor schiet tekort|care office (falls short|is in breach)", "Het zorgkantoor schiet tekort."
            ),
        ),
        "NoCapacity": (finding("NoCapacity"),),
        "Vacuum": (finding("Vacuum"),),
        "The insurer pays (GZSP)": (holder("zorgverzekeraar", SO, "B"), SHORT_TERM),
    },
    "b": {
        "Unfundable as leading kind, or nobody can pay": (
            leading("Unfundable", SO),
            words(r"niemand kan (dit |het )?betalen|nobody can pay", "Niemand kan dit betalen."),
        ),
        "The zorgkantoor has contracted it": H_CLAIMS["The zorgkantoor has contracted"],
        "The budget holder must buy the SO": (bound("budgethouders", SO, "I"), holder("budgethouders", SO, "I")),
        "The zorgkantoor must deliver the nursing": (
            bound("Zorgkantoor Oeverland", NURSING, "I"),
            bound("Zorgkantoor Oeverland", NURSING, "U"),
        ),
        "The home has no duties": (
            fact("HP24-096"),
            words(r"geen (enkele )?plicht|has no duties", "De woonvorm heeft geen plichten."),
        ),
        "A pgb gives up treatment": (
            words(
                r"(ziet|zien)[^.]{0,20} af van (de )?behandeling|gives up treatment",
                "Met een pgb ziet men af van behandeling.",
            ),
        ),
        "The insurer must buy it": (holder("zorgverzekeraar", SO, "I"),),
        "GZSP": (SHORT_TERM,),
        "SharedWithoutLead on I": (finding("SharedWithoutLead"),),
        "The care-plan right is breached": (
            finding("Breach"),
            words(
                r"zorgplan[^.]{0,30}(geschonden|ontbreekt)|care plan[^.]{0,30}breached",
                "The care plan right is breached.",
            ),
        ),
    },
    "c": {
        "The practice is responsible at night": (
            bound("Praktijk Beukenrade", OUT, "U"),
            holder("Praktijk Beukenrade", OUT, "E"),
        ),
        "The HAP refuses": (
            standing("HAP Heuvelrug", OUT, "Refused"),
            words(r"(HAP|huisartsenpost)[^.]{0,30}weiger|GP centre[^.]{0,20}refuse", "De HAP weigert."),
        ),
        "Nobody comes in an emergency": (words(r"spoed|noodgeval|emergency", "Bij spoed komt er niemand."),),
        "The insurer has no duty at night": (
            words(
                r"verzekeraar[^.]{0,30}geen (zorg)?plicht|insurer has no duty",
                "De zorgverzekeraar heeft geen plicht in de nacht.",
            ),
        ),
        "De Beuk is medically responsible at night": (holder("De Beuk", OUT, "E"), bound("De Beuk", OUT, "U")),
        "Breach": (finding("Breach"),),
    },
    "d1": {
        "Nobody": (not_held(GP), finding("Vacuum")),
        "Void": (words(r"ongeldig|nietig|\bvoid\b|invalid", "De afspraak is ongeldig."),),
        "May stop tomorrow": (words(r"morgen (stoppen|ophouden)|stop tomorrow", "De huisarts mag morgen stoppen."),),
        "LockedIn": (finding("LockedIn"),),
    },
    "d2": {
        "The zorgkantoor can buy the GP care": (
            holder("Zorgkantoor Iepenhof", GP, "I"),
            bound("Zorgkantoor Iepenhof", GP, "I"),
        ),
        "The practice must register them": (
            bound("Praktijk De Driesprong", GP, "U"),
            must("Praktijk De Driesprong", "LL18-064"),
        ),
        "Refused": (
            standing("Praktijk De Driesprong", GP, "Refused"),
            words(r"geweigerd|\brefused\b", "De praktijk heeft geweigerd."),
        ),
        "Broke the KNMG guideline": (
            finding("Breach"),
            words(
                r"richtlijn[^.]{0,20}(geschonden|overtreden)|broke the", "De praktijk heeft de richtlijn overtreden."
            ),
        ),
    },
    "e": {
        "No huisarts registered": (not_held(GP), not_held(OUT)),
        "The insurer buys GP care": (holder("zorgverzekeraar", GP, "I"), holder("zorgverzekeraar", GP, "B")),
        "MultipleLeads": (finding("MultipleLeads"),),
        "LHV conditions": (finding("Precarious"), finding("LockedIn"), fact("HP24-020")),
        "Has the admission for treatment": (
            words(r"toelating|admission", "De instelling heeft de toelating voor behandeling."),
        ),
    },
    "f": {
        "NoCapacity": (finding("NoCapacity"),),
        "ConditionUnmet": (finding("ConditionUnmet"), leading("ConditionUnmet", GP)),
        "Lapsed": (finding("Lapsed"),),
        "The practice must take her": (
            must("Praktijk Dorp", "LL18-064"),
            words(r"praktijk moet haar|practice must take", "De praktijk moet haar inschrijven."),
        ),
        "The Centraal Tuchtcollege allows it": (
            fact("HP24-057"),
            words(r"tuchtcollege", "Het Centraal Tuchtcollege vindt dit goed."),
        ),
        "A2 covers her": (),
        "No doctor out of hours": (not_held(OUT),),
    },
    "h": H_CLAIMS,
}


def cases() -> list[tuple[str, int, str]]:
    return [
        (name, number, text)
        for name in NOT_SAID
        for number, one in enumerate(transcription(name)["assessments"])
        for text in one.get("not_said") or ()
    ]


def checks(name: str, text: str) -> tuple[Said, ...]:
    matching = [said for start, said in NOT_SAID[name].items() if text.startswith(start)]
    assert matching, f"({name}) nothing checks: {text}"
    return max(matching, key=len)


def view(name: str, number: int) -> View:
    from datetime import date  # noqa: PLC0415

    expected = transcription(name)["assessments"][number]
    scenario = judge().read(ROOT / "data/scenarios" / name / "scenario.yaml")
    judged = judge().judge(scenario, date.fromisoformat(str(expected["as_of"])), expected["perspective"])
    sentences = [
        (s.text, frozenset(s.facts))
        for language in ("nl", "en")
        for s in explain(judged, judge().knowledge.words, language).sentences()
    ]
    return View(judged.judgement, tuple(sentences), Found(judge(), judged))


@pytest.mark.parametrize(("name", "number", "text"), cases())
def test_it_is_not_said(name: str, number: int, text: str) -> None:
    told = view(name, number)
    assert not [said.name for said in checks(name, text) if said.is_said(told)]


@pytest.mark.parametrize(("name", "number", "text"), cases())
def test_the_check_fails_when_it_is_put_in(name: str, number: int, text: str) -> None:
    told = view(name, number)
    assert not [said.name for said in checks(name, text) if not said.is_said(said.put_in(told))]


def test_the_agreement_of_home_and_practice_does_not_cover_the_new_resident() -> None:
    told = view("f", 0)
    new = next(
        cell.situation for cell in told.judgement.cells if told.found.situation(cell.situation) == "nieuwe bewoner"
    )
    party = [e for e in told.judgement.engagements.values() if told.found.party(e.party) == "Praktijk Dorp"]
    assert party
    assert not [e for e in party if e.situation == new]

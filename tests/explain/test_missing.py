"""What must be known, in sentences: every sort of missing fact says what is not known, whose it is and where that stands."""

import pytest
from tests.toy.asked import CREW, DEAL, ENGAGED
from tests.toy.seen import STREET, judge, read

from hiaat.explain import explain
from hiaat.scenario.messages import Language

KEY = ENGAGED.replace("ON", ", on condition of: key is there")
PACT = ENGAGED.replace("ON", ", on condition of: {agreement: water pact, between: [Jans, Board], in writing: yes}")
WATER_PACT = "agreements: [{name: pact, kind: water pact, between: [Jans, Board], from: 2020-01-01}]\n"
NOTICE = "events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]\n"
GREASED = """engagements:
  - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: there is repair}
  - {who: Kees, what: greasing, kind: performance, from: 2020-01-01}
"""
PLAIN = {0x2018: "'", 0x2019: "'"}

TOLD = {
    "characteristic": (
        "streets: [{name: Yard, from: 2020-01-01, ground: yard}]\n",
        "Wat geldt voor Yard: huis? Daarvan hangt af welke regels gelden.",
        "What holds for Yard: setting? That decides which rules apply.",
    ),
    "tie": (
        STREET.replace("NEEDS", "{what: thawing}"),
        "Wie is dit voor High Street: eigen brandweer?",
        "Who is this for High Street: own brigade?",
    ),
    "state": (
        CREW + KEY,
        "Klopt dit voor Jans: 'sleutel ligt klaar'?",
        "Is this so for Jans: 'key is there'?",
    ),
    "state that is said to be unknown": (
        CREW + KEY + "state of affairs: {key is there: unknown}\n",
        "Klopt dit voor Jans: 'sleutel ligt klaar' (toy.yaml regel 6)?",
        "Is this so for Jans: 'key is there' (toy.yaml line 6)?",
    ),
    "agreement that a condition asks for": (
        CREW + "in full: [parties, engagements]\n" + PACT,
        "Klopt dit voor Jans: er is een afspraak 'waterpact' tussen Board en Jans, op papier (toy.yaml regel 6)?",
        "Is this so for Jans: there is an agreement 'water pact' between Board and Jans, in writing (toy.yaml line 6)?",
    ),
    "contradiction": (
        CREW + KEY + "state of affairs: {key is there: [{is: yes}, {is: no}]}\n",
        "Wat klopt er voor Jans: 'sleutel ligt klaar', of niet? De beschrijving zegt beide (toy.yaml regel 6).",
        "Which is right for Jans: 'key is there', or not? The description says both (toy.yaml line 6).",
    ),
    "existence": (
        CREW + DEAL.replace("ON", ", exists: unknown"),
        "Is 'deal' er, tussen Board en Jans (toy.yaml regel 5)?",
        "Does 'deal' exist, between Board and Jans (toy.yaml line 5)?",
    ),
    "writing": (
        CREW + WATER_PACT + PACT,
        "Staat 'pact' tussen Board en Jans op papier (toy.yaml regel 5)?",
        "Is 'pact' between Board and Jans in writing (toy.yaml line 5)?",
    ),
    "ground for ending": (
        CREW + DEAL.replace("ON", "") + NOTICE,
        "Was dit zo bij Jans op 1 april 2024: 'gegronde reden'? Daarvan hangt af of 'deal' is geëindigd (toy.yaml regel 6).",
        "Was this so for Jans on 1 April 2024: 'good reason'? That decides whether 'deal' has ended (toy.yaml line 6).",
    ),
    "beginning": (
        "streets: [{name: Quay, from: 2024-06, ground: quay, brigade: none}]\n",
        "Wanneer begon dit precies: Quay (toy.yaml regel 3)? De eerste dag ligt ergens van 1 juni 2024 tot en met 30 juni 2024.",
        "When exactly did this begin: Quay (toy.yaml line 3)? The first day is somewhere from 1 June 2024 to 30 June 2024.",
    ),
    "end": (
        CREW + DEAL.replace("ON", ", until: 2024-06"),
        "Wanneer eindigt of eindigde dit precies (bij Board en Jans): 'deal' (toy.yaml regel 5)? De laatste dag ligt ergens van 1 juni 2024 tot en met 30 juni 2024.",
        "When exactly does or did this end (for Board and Jans): 'deal' (toy.yaml line 5)? The last day is somewhere from 1 June 2024 to 30 June 2024.",
    ),
    "end of which nothing is known": (
        CREW + DEAL.replace("ON", ", until: unknown"),
        "Wanneer eindigt of eindigde dit precies (bij Board en Jans): 'deal' (toy.yaml regel 5)?",
        "When exactly does or did this end (for Board and Jans): 'deal' (toy.yaml line 5)?",
    ),
    "beginning of which nothing is known": (
        CREW + DEAL.replace("2020-01-01", "unknown").replace("ON", ", until: 2030-12-31"),
        "Wanneer begon dit precies (bij Board en Jans): 'deal' (toy.yaml regel 5)?",
        "When exactly did this begin (for Board and Jans): 'deal' (toy.yaml line 5)?",
    ),
    "day of leaving of which nothing is known": (
        CREW + DEAL.replace("ON", "") + "events: [{date: unknown, who: Jans, what: left}]\n",
        "Wanneer eindigt of eindigde dit precies (bij Jans): Jans left (toy.yaml regel 6)?",
        "When exactly does or did this end (for Jans): Jans left (toy.yaml line 6)?",
    ),
    "beginning of a norm": (
        "as of: 2018-03-15\nstreets: [{name: Quay, from: 2017-01-01, ground: quay, brigade: none}]\n",
        "Wanneer begon dit precies: Ontdooien aan de kade (3)? De eerste dag ligt ergens van 1 maart 2018 tot en met 31 maart 2018.",
        "When exactly did this begin: Thawing on the quay (3)? The first day is somewhere from 1 March 2018 to 31 March 2018.",
    ),
    "left open": (
        CREW + GREASED,
        "Is smeren hiervoor genoeg (bij Jans): 'er is herstel'? De bron laat dat open.",
        "Is greasing enough for this (for Jans): 'there is repair'? The source leaves that open.",
    ),
    "in full": (
        "in full: [parties, agreements]\nparties: {Jans: fitter}\n",
        "Is er bij verbintenissen meer dan hier staat? De beschrijving zegt niet dat zij alle noemt.",
        "Is there more than stands here under engagements? The description does not say that it names them all.",
    ),
}


def questions(text: str, language: Language) -> list[str]:
    """What must be known in the village, with plain quotes; a street that needs inspection, unless another is told."""
    street = "" if "streets:" in text else STREET.replace("NEEDS", "{what: inspection}")
    told = explain(judge().judge(read(street + text)), judge().knowledge.words, language)
    parts = [part for one in told.findings for part in one.paragraphs if part.key == "missing"]
    return [str(bullet).translate(PLAIN) for part in parts for bullet in part.bullets]


@pytest.mark.parametrize("sort", TOLD)
def test_a_missing_fact_is_told_in_both_languages(sort: str) -> None:
    text, dutch, english = TOLD[sort]
    assert dutch in questions(text, "nl")
    assert english in questions(text, "en")


def test_where_nothing_is_missing_nothing_is_asked() -> None:
    assert questions(CREW + ENGAGED.replace("ON", ""), "en") == []

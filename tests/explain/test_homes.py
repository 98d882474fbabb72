"""Situations in a home, told: who may press where somebody does it, one of two that answer for it, a budget on paper."""

from functools import cache

from pyoxigraph import Literal
from tests.explain.told import judge, text

from hiaat.explain import Explanation, FindingExplanation, explain
from hiaat.knowledge.terms import h
from hiaat.scenario import read_text

HOME = """hiaat: 1
titel: Een huis
peildatum: 2024-02-10
huis: {naam: De Berk, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Kust}
bewoners:
  - {naam: bewoners, aantal: 9, vanaf: 2020-01-01, leveringsvorm: vpt, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
"""
ORDERED = """partijen: {Praktijk Een: huisartsenpraktijk, Praktijk Twee: huisartsenpraktijk, Tuchtcollege: tuchtcollege}
afspraken:
  - {naam: inschrijving een, soort: inschrijving op naam, tussen: [Praktijk Een, bewoners], vanaf: 2020-01-01}
  - {naam: inschrijving twee, soort: inschrijving op naam, tussen: [Praktijk Twee, bewoners], vanaf: 2024-04-01}
gebeurtenissen:
  - {op: 2023-12-01, wie: Praktijk Een, wat: opgezegd, afspraak: inschrijving een, laatste dag: 2024-01-31}
  - {op: 2024-02-07, wie: Tuchtcollege, wat: opgedragen, aan: Praktijk Een, over: huisartsenzorg, eerste dag: 2024-02-08}
stand van zaken: {gewichtige reden om te stoppen: ja}
"""
TWO_ANSWER = """partijen: {De Kring: behandeldienst}
afspraken:
  - {soort: inkoop losse behandeling, tussen: [Zorgkantoor Kust, De Kring], wanneer: 24/7, vanaf: 2020-01-01}
stand van zaken: {zorgvraag eist een specialist ouderengeneeskunde: ja, zorgvraag eist dag en nacht een specialist ouderengeneeskunde: ja}
"""
BUDGET = """hiaat: 1
titel: Een budget
peildatum: 2024-01-20
huis: {naam: De Dijk, soort: pgb-wooninitiatief, zorgkantoor: Zorgkantoor Kust}
bewoners:
  - {naam: bewoonster, aantal: 1, vanaf: 2021-01-01, leveringsvorm: pgb, behandeling: niet gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: Verzekeraar Z}
"""


@cache
def told(document: str) -> Explanation:
    return explain(
        judge().judge(read_text(document.encode(), "huis.yaml", judge().words, "nl")), judge().knowledge.words, "nl"
    )


def of_kind(document: str, kind: str) -> list[FindingExplanation]:
    return [one for one in told(document).findings if one.kind == kind]


def test_of_pressure_on_what_is_held_it_is_not_told_that_nobody_does_it() -> None:
    (contested, *_) = of_kind(HOME + ORDERED, "Contested")
    assert "Dat kan druk zetten, maar lost het niet vanzelf op." in text(contested)
    assert "daarmee doet nog niemand dit werk" not in text(contested)


def test_who_must_not_do_everything_and_nothing_else_is_told_what_it_must_not() -> None:
    (contested, *_) = of_kind(HOME + ORDERED, "Contested")
    (act,) = [part for part in contested.paragraphs if part.key == "act"]
    (two,) = [str(one) for one in act.bullets if "Praktijk Twee" in one.lead]
    assert "arbij mag niet alles" not in two
    assert "mag de huisarts (Praktijk Twee) in principe niet" in two


def test_a_holder_that_gave_notice_and_was_ordered_back_is_not_told_as_the_former_one() -> None:
    for finding in of_kind(HOME + ORDERED, "Contested"):
        assert "vorige huisarts" not in text(finding)
        assert "Er kwam geen ander voor in de plaats." not in text(finding)
        assert "ligt nu bij de huisarts (Praktijk Een)" in text(finding)
        assert "(LL18-057). Dat verandert nu niet bij wie het ligt." in text(finding)


def test_a_rule_on_one_of_several_parties_is_told_of_that_party() -> None:
    (several,) = of_kind(HOME + TWO_ANSWER, "MultipleLeads")
    assert "moet De Berk dag en nacht" in text(several)
    assert "heeft hierover een regel" not in text(several)


def test_no_norm_is_told_twice_of_a_party_on_paper() -> None:
    papers = [part for one in told(BUDGET).findings for part in one.paragraphs if part.key == "paper"]
    assert any("goede zorg inkopen met het budget" in str(said) for part in papers for said in part.sentences)
    for part in papers:
        said = [str(one) for one in part.sentences]
        assert len(said) == len(set(said))


def test_a_clause_has_one_verb_in_front_so_that_its_party_can_follow_it() -> None:
    said = [clause for _, clause in judge().knowledge.words.pairs(h("says")) if isinstance(clause, Literal)]
    dutch = [clause.value.split() for clause in said if clause.language == "nl"]
    assert dutch
    assert [" ".join(words) for words in dutch if words[1] in ("en", "of")] == []

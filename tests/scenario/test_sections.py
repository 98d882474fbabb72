"""What each part of the file means, written below a small valid home."""

from collections.abc import Callable
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode

from hiaat.knowledge.graph import Graph
from hiaat.scenario import InputErrors, Scenario
from hiaat.scenario.terms import h, rdf, rdfs, skos

Reader = Callable[[str], Scenario]
CARE = "https://w3id.org/hiaat/care#"
BASE = "https://w3id.org/hiaat/id/scenario/huis/"
LAST = date.max.toordinal()


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def care(name: str) -> NamedNode:
    return NamedNode(CARE + name)


def thing(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def only(graph: Graph, cls: NamedNode) -> NamedNode:
    (found,) = graph.subjects(rdf.type, cls)
    assert isinstance(found, NamedNode)
    return found


def values(graph: Graph, subject: NamedNode, *predicates: NamedNode) -> list[object]:
    """Numbers and texts as Python has them, things as they are."""
    found = [graph.value(subject, predicate) for predicate in predicates]
    return [
        (int(value.value) if value.value.isdigit() else value.value) if isinstance(value, Literal) else value
        for value in found
    ]


def test_provider_left_out_is_the_house_and_other_ties_are_unknown(read_yaml: Reader, home: str) -> None:
    scenario = read_yaml(home)
    graph = Graph(scenario.triples)
    situation = only(graph, h.Situation)
    assert graph.nodes(only(graph, h.Involvement), h.involved) == [thing("partijen/de-linde")]
    assert set(graph.nodes(situation, h.unknownTie)) == {care("zorgkantoor_van"), care("verzekeraar")}
    assert any("De Linde zelf" in remark.text for remark in scenario.understood.assumed)


def test_landlord_is_unknown_only_if_agreements_are_not_in_full(read_yaml: Reader, home: str) -> None:
    graph = Graph(read_yaml(home + "volledig: geen\n").triples)
    assert care("verhuurder") in graph.nodes(only(graph, h.Situation), h.unknownTie)


def test_ties_each_own_none_unknown_and_from_to(read_yaml: Reader, home: str) -> None:
    ties = """zorgverzekeraar: ieder de eigen, verhuurder: geen, zorgaanbieder: onbekend,
     zorgkantoor: [{wie: Kantoor Oud, tot en met: 2023-12-31}, {wie: Kantoor Nieuw, vanaf: 2024-01-01}]"""
    graph = Graph(read_yaml(home.replace("zorgprofiel: VV5", ties)).triples)
    assert graph.nodes(only(graph, h.Situation), h.unknownTie) == [care("aanbieder")]
    involved = {graph.nodes(i, h.involved)[0]: i for i in graph.subjects(rdf.type, h.Involvement)}
    own = thing("partijen/zorgverzekeraar-bewoners")
    assert set(involved) == {own, thing("partijen/kantoor-oud"), thing("partijen/kantoor-nieuw")}
    assert {label.value for label in graph.objects(own, rdfs.label) if isinstance(label, Literal)} == {
        "zorgverzekeraar",
        "health insurer",
    }
    assert values(graph, NamedNode(involved[thing("partijen/kantoor-oud")].value), h.earliestDay, h.latestDay) == [
        1,
        day("2023-12-31"),
    ]
    assert care("Zorgkantoor") in graph.objects(thing("partijen/kantoor-nieuw"), rdf.type)


def test_tie_of_a_group_goes_before_that_of_the_house(read_yaml: Reader, home: str) -> None:
    text = home.replace("soort: kleinschalige woonvorm", "soort: woonvorm, zorgkantoor: Een").replace(
        "zorgprofiel: VV5", "zorgkantoor: Twee"
    )
    graph = Graph(read_yaml(text).triples)
    tied = [i for i in graph.subjects(rdf.type, h.Involvement) if graph.nodes(i, h.tie) == [care("zorgkantoor_van")]]
    assert [graph.nodes(i, h.involved) for i in tied] == [[thing("partijen/twee")]]


def test_who_works_for_whom(read_yaml: Reader, home: str) -> None:
    parties = "  Dr. A: {is: [huisarts, kaderhuisarts], waarnemer voor: Praktijk Dorp, onderdeel van: De Maatschap}\n"
    graph = Graph(read_yaml(home + parties).triples)
    doctor = thing("partijen/dr-a")
    assert {care("Huisarts"), care("Kaderhuisarts")} <= set(graph.objects(doctor, rdf.type))
    assert graph.nodes(doctor, h.worksFor) == [thing("partijen/praktijk-dorp")]
    assert graph.value(doctor, h.standIn) == Literal(True)
    assert graph.nodes(doctor, h.partOf) == [thing("partijen/de-maatschap")]


AGREEMENT = "afspraken:\n  - {naam: A, soort: inzet SO, tussen: [Dr. B, De Linde], vanaf: 2023-01-01"


def test_agreement_with_everything_written(read_yaml: Reader, home: str) -> None:
    written = """, tot en met: 2025-12, door: Dr. B, voor: bewoners, wanneer: [avond, nacht], schriftelijk: onbekend, bestaat: onbekend,
     in opdracht van: De Linde, op eigen naam: nee, stand van zaken: {voldoende bekwaam personeel: nee}, bron: gesprek, toelichting: let op}\n"""
    scenario = read_yaml(home + AGREEMENT + written)
    graph = Graph(scenario.triples)
    agreement = only(graph, h.Agreement)
    assert values(graph, agreement, h.earliestDay, h.fromDay, h.untilDay, h.latestDay) == [
        day("2023-01-01"), day("2023-01-01"), day("2025-12-01"), day("2025-12-31"),
    ]  # fmt: skip
    assert set(graph.nodes(agreement, h.window)) == {care("avond"), care("nacht")}
    assert graph.nodes(agreement, h.forSituation) == [only(graph, h.Situation)]
    assert graph.nodes(agreement, h.takenOnBy) == [thing("partijen/dr-b")]
    assert graph.nodes(agreement, h.principal) == [thing("partijen/de-linde")]
    assert graph.value(agreement, h.ownName) == Literal(False)
    assert graph.value(agreement, h.inWriting) is None
    assert graph.nodes(agreement, h.existence) == [h.possibly]
    assert graph.nodes(only(graph, h.ConditionState), h.of) == [agreement]
    asked = [remark.text for remark in scenario.understood.unknown if remark.asked]
    assert len(asked) == 2


def test_conditions_written_out(read_yaml: Reader, home: str) -> None:
    conditions = (
        ", op voorwaarde van: [{wat: zorg buiten kantooruren, wanneer: ANW},"
        " {afspraak: afspraak met huisartsenpost, tussen: [De Linde, Praktijk Dorp], schriftelijk: ja}]}\n"
    )
    graph = Graph(read_yaml(home + AGREEMENT + conditions).triples)
    function, agreed = only(graph, h.FunctionCondition), only(graph, h.AgreementCondition)
    assert set(graph.nodes(only(graph, h.Agreement), h.condition)) == {function, agreed}
    assert graph.nodes(function, h.needsFunction) == [care("anw_zorg")]
    assert graph.nodes(function, h.window) == [care("anw")]
    assert graph.nodes(agreed, h.needsAgreement) == [care("afspraak_met_huisartsenpost")]
    assert set(graph.nodes(agreed, h.partner)) == {thing("partijen/de-linde"), thing("partijen/praktijk-dorp")}
    assert graph.value(agreed, h.needsWriting) == Literal(True)


def notice(term: str, last: str = "") -> str:
    act = f"gebeurtenissen: {{op: 2024-01-31, wie: Dr. B, wat: opgezegd, afspraak: A{last}}}\n"
    return f"{AGREEMENT}{term}}}\n{act}"


def effect(read_yaml: Reader, text: str) -> object:
    graph = Graph(read_yaml(text).triples)
    return values(graph, only(graph, h.Act), h.effectDay)[0]


def test_last_day_of_notice_written_or_by_term(read_yaml: Reader, home: str) -> None:
    assert effect(read_yaml, home + notice("", ", laatste dag: 2024-05-31")) == day("2024-05-31")
    assert effect(read_yaml, home + notice(", opzegtermijn: 1 maand")) == day("2024-02-29")
    assert effect(read_yaml, home + notice(", opzegtermijn: 2 weken")) == day("2024-02-14")
    assert effect(read_yaml, home + notice(", opzegtermijn: 2 weken", ", laatste dag: 2024-05-31")) == day("2024-05-31")
    assert effect(read_yaml, home + notice("")) is None


def test_term_in_days_is_written(read_yaml: Reader, home: str) -> None:
    graph = Graph(read_yaml(home + AGREEMENT + ", opzegtermijn: 3 weken}\n").triples)
    assert values(graph, only(graph, h.Agreement), h.termDays) == [21]


def acts(graph: Graph) -> dict[NamedNode, NamedNode]:
    return {graph.nodes(act, h.actKind)[0]: act for act in graph.subjects(rdf.type, h.Act)}  # type: ignore[misc]


def test_steps_take_effect_on_their_own_day_unless_written(read_yaml: Reader, home: str) -> None:
    steps = """gebeurtenissen:
  - {op: 2024-03-01, wie: Dr. B, wat: vertrokken}
  - {op: 2024-03-02, wie: Praktijk Dorp, wat: gedelegeerd, over: huisartsenzorg, aan: Dr. B}
  - {op: 2024-03-03, wie: IGJ, wat: geschorst, aan: Dr. B, eerste dag: 2024-03-05, laatste dag: 2024-04-05}
  - {op: 2024-03, wie: bewoners, wat: gevraagd, over: huisartsenzorg, aan: [Praktijk Dorp, Dr. B]}
"""
    graph = Graph(read_yaml(home + steps).triples)
    found = acts(graph)
    assert values(graph, found[h.Leave], h.effectDay) == [day("2024-03-01")]
    assert values(graph, found[h.Delegate], h.effectDay, h.function) == [
        day("2024-03-02"),
        care("algemeen_medische_zorg"),
    ]
    assert values(graph, found[h.Suspend], h.effectDay, h.latestDay) == [day("2024-03-05"), day("2024-04-05")]
    assert graph.nodes(found[h.Suspend], h.about) == [thing("partijen/dr-b")]
    assert graph.nodes(found[h.Suspend], h.actor) == [care("igj")]
    assert values(graph, found[h.Ask], h.earliestDay, h.actDay) == [day("2024-03-01"), day("2024-03-31")]
    assert len(graph.nodes(found[h.Ask], h.addressee)) == 2


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("wie: Dr. B, wat: geschorst", "hier ontbreekt 'aan'"),
        ("wie: IGJ, wat: geschorst, aan: Dr. B, laatste dag: 2024-02-01", "voor het begint"),
        ("wie: IGJ, wat: opgedragen, aan: Dr. B, over: huisartsenzorg, laatste dag: 2024-02-01", "voor het begint"),
    ],
)
def test_who_is_suspended_is_told_and_nothing_ends_before_it_begins(
    read_yaml: Reader, home: str, step: str, said: str
) -> None:
    with pytest.raises(InputErrors) as wrong:
        read_yaml(home + f"gebeurtenissen:\n  - {{op: 2024-03-03, {step}}}\n")
    (problem,) = wrong.value.errors
    assert said in str(problem)


def test_ruling_is_about_a_named_step(read_yaml: Reader, home: str) -> None:
    steps = """  Het Hof: tuchtcollege
gebeurtenissen:
  - {op: 2024-04-01, uitspraak van: Het Hof, wat: geoordeeld, gebeurtenis: vertrek, houdt stand: nee}
  - {naam: vertrek, op: 2024-03-01, wie: Dr. B, wat: vertrokken}
"""
    graph = Graph(read_yaml(home + steps).triples)
    found = acts(graph)
    assert graph.nodes(found[h.Rule], h.about) == [found[h.Leave]]
    assert graph.nodes(found[h.Rule], h.actor) == [thing("partijen/het-hof")]
    assert graph.nodes(found[h.Rule], h.finds) == [h.No]


def test_claims_and_who_they_point_to(read_yaml: Reader, home: str) -> None:
    claims = """uitspraken:
  - {wie: Praktijk Dorp, zegt: Is taak van  dr. b, over: SO-expertise, op: 2024-02-01, voor: bewoners}
  - {wie: Dr. B, zegt: is niet mijn taak, over: huisartsenzorg, op: 2024-02-01}
"""
    graph = Graph(read_yaml(home + claims).triples)
    kinds = {graph.nodes(claim, h.claimKind)[0]: claim for claim in graph.subjects(rdf.type, h.Claim)}
    assert graph.nodes(kinds[h.Anothers], h.claimedOf) == [thing("partijen/dr-b")]
    assert graph.nodes(kinds[h.Anothers], h.function) == [care("so_expertise")]
    assert graph.nodes(kinds[h.NotMine], h.claimant) == [thing("partijen/dr-b")]


def test_conduct_state_offer_and_joint_engagement(read_yaml: Reader, home: str) -> None:
    text = """verricht: {wie: Dr. B, wat: huisartsenzorg, hoe: zonder afspraak, vanaf: 2024-01}
toestand: {wie: Dr. B, is: ziek, vanaf: 2024-02-01, tot en met: onbekend}
aanbod: {wie: Praktijk Dorp, afspraak: inschrijving op naam, voor: bewoners}
verbintenissen: {wie: Dr. B, wat: SO-expertise, soort: [uitvoering, E], gezamenlijk: ja}
"""
    graph = Graph(read_yaml(home + text).triples)
    assert graph.nodes(only(graph, h.Conduct), h.conductKind) == [h.DoesInFact]
    assert values(graph, only(graph, h.PartyState), h.fromDay, h.untilDay, h.latestDay) == [day("2024-02-01"), 1, LAST]
    assert graph.nodes(only(graph, h.Offer), h.aboutKind) == [care("inschrijving_op_naam")]
    engagement = only(graph, h.Engagement)
    assert set(graph.nodes(engagement, h.kind)) == {h.Performance, h.Accountability}
    assert graph.value(engagement, h.joint) == Literal(True)
    assert graph.nodes(engagement, h.situation) == [only(graph, h.Situation)]


def test_state_of_affairs_of_all_of_a_party_and_over_time(read_yaml: Reader, home: str) -> None:
    text = """  Thuiszorg X: {is: thuiszorgorganisatie, stand van zaken: {voldoende bekwaam personeel: nee}}
stand van zaken:
  voldoende bekwaam personeel: [{is: ja, tot en met: 2024-01-31}, {is: onbekend, vanaf: 2024-02-01, bron: gesprek}]
"""
    scenario = read_yaml(home + text)
    graph = Graph(scenario.triples)
    of = [graph.nodes(state, h.of) for state in graph.subjects(rdf.type, h.ConditionState)]
    assert sorted(map(len, of)) == [0, 0, 1]
    assert [thing("partijen/thuiszorg-x")] in of
    assert any(remark.asked for remark in scenario.understood.unknown)


def test_condition_that_follows_may_be_stated_if_not_in_full(read_yaml: Reader, home: str) -> None:
    text = "stand van zaken: {zorg buiten kantooruren geregeld: ja}\nvolledig: [partijen]\n"
    graph = Graph(read_yaml(home + text).triples)
    assert graph.nodes(only(graph, h.ConditionState), h.condition) == [care("anw_geregeld")]


def test_own_function(read_yaml: Reader, home: str) -> None:
    text = "eigen functies: [{naam: waken, valt onder: verpleging en verzorging}]\nverricht: {wie: Dr. B, wat: Waken, hoe: schiet tekort}\n"
    graph = Graph(read_yaml(home + text).triples)
    own = only(graph, h.Function)
    assert graph.nodes(own, skos.broader) == [care("verpleging_en_verzorging")]
    assert graph.nodes(only(graph, h.Conduct), h.function) == [own]


def test_english_keys_and_words(read_yaml: Reader) -> None:
    text = """
    hiaat: 1
    title: A home
    as of: 2024-06-15
    home: {name: Lime Tree, kind: care home}
    residents: {name: residents, delivery form: full package at home, needs: {what: GP care, when: evening}}
    parties: {Dr. B: elderly care physician}
    events: [{date: 2024-01-01, who: Dr. B, what: left}]
    """
    text = text.replace("care home", "kleinschalige woonvorm")
    graph = Graph(read_yaml(text).triples)
    assert graph.nodes(only(graph, h.Situation), care("leveringsvorm")) == [care("vpt")]
    assert graph.nodes(only(graph, h.Act), h.actKind) == [h.Leave]
    assert graph.nodes(only(graph, h.Need), h.window) == [care("avond")]


def test_no_house_at_all(read_yaml: Reader) -> None:
    graph = Graph(read_yaml("hiaat: 1\nbewoners: {naam: mevrouw X, leveringsvorm: geen Wlz}\n").triples)
    situation = only(graph, h.Situation)
    assert graph.value(situation, h.setting) is None
    assert care("aanbieder") in graph.nodes(situation, h.unknownTie)


def test_what_was_understood_is_said_in_the_words_of_the_model(read_yaml: Reader, home: str) -> None:
    scenario = read_yaml(home.replace("huisartsenpraktijk", "praktijk"))
    told = {item.name: str(item) for item in scenario.understood.understood}
    assert "soort: huisartsenpraktijk" in told["Praktijk Dorp"]
    assert "leveringsvorm: volledig pakket thuis" in told["bewoners"]
    assert any(remark.text.startswith("volledig: ") for remark in scenario.understood.assumed)


def test_remarks_fit_anywhere(read_yaml: Reader, home: str) -> None:
    text = (
        home
        + "  toelichting: wie er meedoet\nstand van zaken: {bron: gesprek, voldoende bekwaam personeel: ja}\ntoelichting: alles\n"
    )
    graph = Graph(read_yaml(text).triples)
    scenario = only(graph, h.Scenario)
    assert {note.value for note in graph.objects(scenario, rdfs.comment) if isinstance(note, Literal)} == {
        "wie er meedoet",
        "alles",
    }
    assert len(graph.subjects(rdf.type, h.ConditionState)) == 1


@pytest.mark.parametrize(("when", "asked"), [("", True), (", wanneer: dag", False)])
def test_of_what_is_done_only_in_the_hours_agreed_it_is_said_that_they_are_not_told(
    read_yaml: Reader, home: str, when: str, asked: bool
) -> None:
    def of(kind: str, who: str) -> bool:
        agreement = f"afspraken:\n  - {{naam: A, soort: {kind}, tussen: [{who}, De Linde], vanaf: 2023-01-01{when}}}\n"
        return "A, wanneer: niet vermeld" in [one.text for one in read_yaml(home + agreement).understood.unknown]

    assert of("inzet SO", "Dr. B") is asked
    assert not of("samenwerking huisarts en woonvorm", "Praktijk Dorp"), "who does all that it brings"

"""The scenarios that ship: they read without a mistake, and say what the worked situations say."""

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from hiaat.knowledge.graph import Graph
from hiaat.scenario import Scenario, Words, read
from hiaat.scenario.terms import h, rdf, rdfs

FOLDER = Path(__file__).parents[2] / "data" / "scenarios"
FILES = sorted(FOLDER.glob("*/scenario.yaml"))
CARE = "https://w3id.org/hiaat/care#"


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


class Facts:
    """A scenario with its things by their labels."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.graph = Graph(scenario.triples)

    def of(self, cls: NamedNode) -> list[NamedNode]:
        return [thing for thing in self.graph.subjects(rdf.type, cls) if isinstance(thing, NamedNode)]

    def names(self, thing: NamedNode, predicate: NamedNode) -> set[str]:
        return {self.name(found) for found in self.graph.nodes(thing, predicate) if isinstance(found, NamedNode)}

    def name(self, thing: NamedNode) -> str:
        labels = [
            t for t in self.graph.objects(thing, rdfs.label) if isinstance(t, Literal) and t.language in (None, "nl")
        ]
        return labels[0].value if labels else thing.value.rpartition("#")[2]

    def number(self, thing: NamedNode, predicate: NamedNode) -> int:
        value = self.graph.value(thing, predicate)
        assert isinstance(value, Literal)
        return int(value.value)

    def only(self, cls: NamedNode, name: str = "") -> NamedNode:
        found = [thing for thing in self.of(cls) if name in self.name(thing)]
        assert len(found) == 1, found
        return found[0]


def facts(name: str, words: Words) -> Facts:
    return Facts(read(FOLDER / name / "scenario.yaml", words))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_scenario_reads_without_a_mistake(file: Path, words: Words) -> None:
    scenario = read(file, words)
    assert scenario.name == file.parent.name
    assert scenario.iri.value == f"https://w3id.org/hiaat/id/scenario/{scenario.name}"
    assert scenario.title
    assert scenario.as_of is not None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_thing_has_type_scenario_label_place_and_days(file: Path, words: Words) -> None:
    found = Facts(read(file, words))
    dated = (
        h.Situation,
        h.Involvement,
        h.Need,
        h.Agreement,
        h.Engagement,
        h.Offer,
        h.ConditionState,
        h.PartyState,
        h.Claim,
        h.Act,
    )
    for thing in found.scenario.places:
        for predicate in (rdf.type, h.inScenario, rdfs.label, h.writtenAt):
            assert found.graph.value(thing, predicate) is not None, (thing, predicate)
        if any(cls in found.graph.objects(thing, rdf.type) for cls in dated):
            days = [found.number(thing, p) for p in (h.earliestDay, h.fromDay, h.untilDay, h.latestDay)]
            assert days[0] <= days[1]
            assert days[2] <= days[3]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_triple_is_where_it_says_and_no_node_is_blank(file: Path, words: Words) -> None:
    scenario = read(file, words)
    for triple in scenario.triples:
        place = scenario.positions[triple]
        lines = Path(place.file).read_text("utf-8").splitlines()
        assert 1 <= place.line <= len(lines)
        assert place.column <= len(lines[place.line - 1])
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_reading_twice_gives_the_same(file: Path, words: Words) -> None:
    assert read(file, words) == read(file, words)


def test_control_has_its_five_agreements_and_conditions(words: Words) -> None:
    found = facts("g", words)
    assert len(found.of(h.Agreement)) == 5
    cooperation = found.only(h.Agreement, "samenwerking")
    assert found.names(cooperation, h.between) == {"Praktijk Dorpsstraat", "De Linde"}
    assert found.graph.nodes(cooperation, h.inWriting) == [h.Yes]
    assert len(found.graph.nodes(cooperation, h.condition)) == 3
    situation = found.only(h.Situation)
    assert found.number(situation, h.size) == 12
    assert found.number(situation, h.fromDay) == day("2021-03-01")
    assert found.names(situation, NamedNode(CARE + "leveringsvorm")) == {"vpt"}
    involved = {found.names(i, h.involved).pop() for i in found.of(h.Involvement)}
    assert involved == {"De Linde", "zorgverzekeraar", "Zorgkantoor Rivierenstreek"}
    demand = found.only(h.ConditionState, "zorgvraag")
    assert found.graph.nodes(demand, h.of) == [situation]
    assert found.number(demand, h.fromDay) == day("2023-11-01")


def test_notice_of_the_specialist_in_a(words: Words) -> None:
    found = facts("a", words)
    act = found.only(h.Act)
    assert found.graph.nodes(act, h.actKind) == [h.GiveNotice]
    assert found.names(act, h.about) == {"inzet specialist ouderengeneeskunde"}
    assert found.number(act, h.actDay) == day("2024-04-15")
    assert found.number(act, h.effectDay) == day("2024-05-31")
    assert len(found.of(h.Agreement)) == 6
    assert "Dr. C" in {found.name(party) for party in found.of(h.Actor)}


def test_budget_holders_in_b(words: Words) -> None:
    found = facts("b", words)
    holders = found.only(h.Actor, "budgethouders")
    assert NamedNode(CARE + "Budgethouder") in found.graph.objects(holders, rdf.type)
    assert found.number(found.only(h.Need), h.fromDay) == day("2024-06-10")
    condition = found.only(h.AgreementCondition)
    assert found.names(condition, h.partner) == {"Zorgkantoor Oeverland", "Behandeldienst Oeverland"}
    assert found.number(found.only(h.Actor, "Het Anker"), h.openedDay) == day("2024-06-01")
    assert h.AllActs in found.graph.objects(found.scenario.iri, h.inFull)
    own = [i for i in found.of(h.Involvement) if found.graph.nodes(i, h.involved) == [holders]]
    assert [found.graph.nodes(i, h.tie) for i in own] == [[NamedNode(CARE + "budgethouder_zelf")]]


def test_claim_and_lead_in_c(words: Words) -> None:
    found = facts("c", words)
    claim = found.only(h.Claim)
    assert found.graph.nodes(claim, h.claimKind) == [h.OnlyByAgreement]
    assert (found.number(claim, h.earliestDay), found.number(claim, h.fromDay)) == (1, date.max.toordinal())
    engagement = found.only(h.Engagement)
    assert found.names(engagement, h.principal) == {"De Beuk"}
    assert found.graph.nodes(engagement, h.situation) == found.of(h.Situation)


def test_oral_understanding_in_d1_and_offer_in_d2(words: Words) -> None:
    oral = facts("d1", words)
    assert oral.graph.nodes(oral.only(h.Agreement, "samenwerking"), h.inWriting) == [h.No]
    offered = facts("d2", words)
    offer = offered.only(h.Offer)
    assert offered.graph.nodes(offer, h.aboutKind) == [NamedNode(CARE + "inschrijving_op_naam")]
    assert offered.graph.value(offered.only(h.AgreementCondition), h.needsWriting) == Literal(True)


def test_one_word_says_stay_and_treatment_in_e(words: Words) -> None:
    found = facts("e", words)
    situation = found.only(h.Situation)
    assert found.names(situation, NamedNode(CARE + "leveringsvorm")) == {"verblijf"}
    assert found.names(situation, NamedNode(CARE + "behandeling")) == {"gecontracteerd"}
    assert found.names(found.only(h.Actor, "artsen"), h.worksFor) == {"Stichting Zonneveld"}


def test_request_and_refusal_in_f_are_about_a_kind_not_about_the_agreement_of_others(words: Words) -> None:
    found = facts("f", words)
    for act in found.of(h.Act):
        assert found.graph.nodes(act, h.aboutKind) == [NamedNode(CARE + "inschrijving_op_naam")]
        assert not found.graph.nodes(act, h.about)
    assert found.graph.nodes(found.only(h.PartyState), h.stateKind) == [h.Full]
    insurers = [p for p in found.of(h.Actor) if found.name(p) == "zorgverzekeraar"]
    assert len(insurers) == 2


def test_nothing_but_registration_with_the_practice_in_h(words: Words) -> None:
    found = facts("h", words)
    with_practice = [a for a in found.of(h.Agreement) if "Praktijk Wilgenbroek" in found.names(a, h.between)]
    assert [found.name(a) for a in with_practice] == ["inschrijving op naam"]
    assert found.names(found.only(h.Situation), NamedNode(CARE + "behandeling")) == {"niet_gecontracteerd"}


def test_day_to_judge_is_never_today(words: Words, tmp_path: Path) -> None:
    text = (FOLDER / "g" / "scenario.yaml").read_text("utf-8").replace("peildatum: 2024-06-15\n", "")
    file = tmp_path / "g.yaml"
    file.write_text(text, "utf-8")
    scenario = read(file, words)
    assert scenario.as_of is None
    assert scenario.day_to_judge(7) == 7
    with pytest.raises(Exception, match="geen peildatum"):
        scenario.day_to_judge()


def test_positions_are_of_this_graph(words: Words) -> None:
    scenario = read(FOLDER / "g" / "scenario.yaml", words)
    situation = next(t.subject for t in scenario.triples if t.predicate == h.size)
    place = scenario.positions[Triple(situation, h.size, Literal(12))]
    assert (place.line, place.column) == (15, 13)

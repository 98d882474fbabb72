"""Scenarios written as changes to another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from pyoxigraph import Literal, NamedNode

from hiaat.errors import InputError
from hiaat.knowledge.graph import Graph
from hiaat.scenario import InputErrors, Scenario, Words, read
from hiaat.scenario.terms import h, rdf, rdfs

BASE = """\
hiaat: 1
titel: Een huis
peildatum: 2024-06-15
huis: {naam: De Linde, soort: kleinschalige woonvorm, zorgkantoor: Kantoor Oud}
bewoners: {naam: bewoners, leveringsvorm: vpt}
partijen: {Praktijk Dorp: huisartsenpraktijk, Dr. B: SO}
afspraken:
  - {soort: inzet SO, tussen: [Dr. B, De Linde], vanaf: 2023-01-01, wanneer: dag}
  - {naam: nacht, soort: consultatie specialist ouderengeneeskunde op afstand, tussen: [Dr. B, De Linde]}
stand van zaken: {voldoende bekwaam personeel: ja}
"""
HEAD = "hiaat: 1\nafgeleid van: base.yaml\nwijzigingen:\n"

Derive = Callable[..., Scenario]


@pytest.fixture
def derive(tmp_path: Path, words: Words) -> Derive:
    def read_change(text: str, base: str = BASE) -> Scenario:
        (tmp_path / "base.yaml").write_text(base, "utf-8")
        file = tmp_path / "wat-als.yaml"
        file.write_text(text, "utf-8")
        return read(file, words)

    return read_change


def mistakes(derive: Derive, changes: str) -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as caught:
        derive(HEAD + changes)
    return caught.value.errors


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def labelled(graph: Graph, cls: NamedNode, label: str) -> NamedNode:
    found = [
        thing
        for thing in graph.subjects(rdf.type, cls)
        if any(isinstance(t, Literal) and label in t.value for t in graph.objects(thing, rdfs.label))
    ]
    assert len(found) == 1, found
    assert isinstance(found[0], NamedNode)
    return found[0]


def number(graph: Graph, thing: NamedNode, predicate: NamedNode) -> int:
    value = graph.value(thing, predicate)
    assert isinstance(value, Literal)
    return int(value.value)


def test_derived_is_the_base_under_its_own_name_and_day(derive: Derive) -> None:
    scenario = derive("hiaat: 1\nafgeleid van: base.yaml\ntitel: Anders\npeildatum: 2025-01-01\n")
    assert (scenario.title, scenario.as_of) == ("Anders", day("2025-01-01"))
    assert scenario.iri.value.endswith("/wat-als")
    assert len(Graph(scenario.triples).subjects(rdf.type, h.Agreement)) == 2


def test_add_a_party_an_agreement_and_keys_to_a_group(derive: Derive) -> None:
    changes = dedent("""\
        voeg toe:
          partijen: {Dr. C: SO}
          afspraken: {soort: inzet SO, tussen: [Dr. C, De Linde]}
          bewoners: {naam: bewoners, zorgprofiel: VV5, stand van zaken: {zorgvraag eist een SO: ja}}
    """)
    graph = Graph(derive(HEAD + indent(changes)).triples)
    assert len(graph.subjects(rdf.type, h.Agreement)) == 3
    assert len(graph.subjects(rdf.type, h.Situation)) == 1
    assert graph.nodes(labelled(graph, h.ConditionState, "zorgvraag"), h.of) == graph.subjects(rdf.type, h.Situation)


def test_replace_keeps_what_is_not_written(derive: Derive) -> None:
    changes = dedent("""\
        vervang:
          afspraken: [{soort: inzet SO, wanneer: 24/7}]
          huis: {zorgkantoor: Kantoor Nieuw}
          partijen: {Dr. B: [SO, kaderhuisarts]}
          stand van zaken: {voldoende bekwaam personeel: nee}
          volledig: [partijen]
    """)
    graph = Graph(derive(HEAD + indent(changes)).triples)
    agreement = labelled(graph, h.Agreement, "inzet")
    assert [w.value.rpartition("#")[2] for w in graph.nodes(agreement, h.window)] == ["continu"]
    assert number(graph, agreement, h.fromDay) == day("2023-01-01")
    assert labelled(graph, h.Actor, "Kantoor Nieuw").value.endswith("/kantoor-nieuw")
    assert graph.nodes(labelled(graph, h.ConditionState, "personeel"), h.state) == [h.NotMet]


def test_end_by_kind_by_name_and_in_short_form(derive: Derive) -> None:
    changes = dedent("""\
        beëindig:
          afspraken: {inzet SO: 2024-05-31, nacht: 2024-06}
          stand van zaken: {voldoende bekwaam personeel: 2024-04-30}
          huis: {zorgkantoor: 2023-12-31}
          bewoners: {bewoners: 2024-12-31}
    """)
    graph = Graph(derive(HEAD + indent(changes)).triples)
    assert number(graph, labelled(graph, h.Agreement, "inzet"), h.latestDay) == day("2024-05-31")
    assert number(graph, labelled(graph, h.Agreement, "nacht"), h.untilDay) == day("2024-06-01")
    assert number(graph, labelled(graph, h.ConditionState, "personeel"), h.latestDay) == day("2024-04-30")
    assert number(graph, labelled(graph, h.Involvement, "zorgkantoor"), h.latestDay) == day("2023-12-31")
    assert number(graph, labelled(graph, h.Situation, "bewoners"), h.latestDay) == day("2024-12-31")


def test_one_is_ended_and_one_of_its_kind_added(derive: Derive) -> None:
    changes = "  beëindig: {afspraken: {inzet SO: 2024-05-31}}\n  voeg toe: {afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde], vanaf: 2024-06-01}}\n"
    graph = Graph(derive(HEAD + changes).triples)
    assert len(graph.subjects(rdf.type, h.Agreement)) == 3


def test_everything_keeps_the_place_where_it_was_written(derive: Derive) -> None:
    scenario = derive(HEAD + "  vervang: {afspraken: {soort: inzet SO, wanneer: 24/7}}\n")
    window = next(t for t in scenario.triples if t.predicate == h.window)
    party = next(t for t in scenario.triples if t.predicate == h.between)
    assert Path(scenario.positions[window].file).name == "wat-als.yaml"
    assert Path(scenario.positions[party].file).name == "base.yaml"


def test_chain_of_derivations(derive: Derive, tmp_path: Path) -> None:
    (tmp_path / "eerst.yaml").write_text(BASE, "utf-8")
    middle = "hiaat: 1\nafgeleid van: eerst.yaml\nwijzigingen: {voeg toe: {partijen: {Dr. C: SO}}}\n"
    scenario = derive(HEAD + "  voeg toe: {partijen: {Dr. D: SO}}\n", middle)
    assert {labelled(Graph(scenario.triples), h.Actor, f"Dr. {letter}").value[-1] for letter in "BCD"} == {
        "b",
        "c",
        "d",
    }


MISTAKES = {
    "no such agreement": (
        "  vervang: {afspraken: {soort: inkoop Wlz-zorg, wanneer: dag}}\n",
        4,
        "komt in het andere",
        ["inzet SO"],
    ),
    "no such party": ("  vervang: {partijen: {Dr. X: SO}}\n", 4, "komt in het andere", ["Dr. B"]),
    "no such end": ("  beëindig: {afspraken: {inzet HAP: 2024-01-01}}\n", 4, "komt in het andere", []),
    "there already": ("  voeg toe: {partijen: {Dr. B: huisarts}}\n", 4, "staat er al; gebruik 'vervang'", []),
    "a party has no end": ("  beëindig: {partijen: {Dr. B: 2024-01-01}}\n", 4, "geen einddatum", []),
    "no such change": ("  haal weg: {partijen: {Dr. B: SO}}\n", 4, "geen sleutel", ["voeg toe", "vervang", "beëindig"]),
    "end before start": ("  beëindig: {afspraken: {inzet SO: 2022-01-01}}\n", 4, "voor het begint", []),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_in_changes(name: str, derive: Derive) -> None:
    changes, line, problem, valid = MISTAKES[name]
    (error,) = mistakes(derive, changes)
    assert error.file is not None
    assert Path(error.file).name == "wat-als.yaml"
    assert error.line == line
    assert problem in error.problem
    assert set(valid) <= set(error.valid), error.valid


def test_sections_beside_the_changes_are_refused(derive: Derive) -> None:
    with pytest.raises(InputErrors, match="zet 'partijen' onder 'wijzigingen'"):
        derive("hiaat: 1\nafgeleid van: base.yaml\npartijen: {Dr. C: SO}\n")


def test_derived_from_itself(derive: Derive) -> None:
    with pytest.raises(InputErrors, match="van zichzelf afgeleid"):
        derive("hiaat: 1\nafgeleid van: wat-als.yaml\n")


def test_mistake_in_the_base_is_told_there(derive: Derive) -> None:
    with pytest.raises(InputErrors) as caught:
        derive(HEAD + "  voeg toe: {}\n", BASE.replace("vpt", "vtp"))
    (error,) = caught.value.errors
    assert Path(str(error.file)).name == "base.yaml"
    assert (error.line, error.column) == (5, 43)


def indent(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())

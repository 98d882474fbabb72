"""Each detector on the smallest graph that has its tension, and on the nearest ones that have not."""

from typing import Any

import pyoxigraph as ox
import pytest
import yaml
from tests.tensions.detecting import DETECTORS, HERE, Hit, run

H = "https://w3id.org/hiaat/ns#"
EX = "https://example.org/"
IRIS = {
    "type": H + "statementType",
    "relevance": H + "gapRelevance",
    "subject": "http://purl.org/dc/terms/subject",
    "needs": H + "dependsOn",
    "voice": H + "speaker",
    "reporter": H + "reporter",
    "source": "http://www.w3.org/ns/prov#hadPrimarySource",
}
KEYS = {
    "topic": H + "topicKey",
    "bearer": H + "bearerKey",
    "role": H + "bearerRole",
    "counterparty": H + "counterpartyKey",
    "place": H + "settingKey",
    "group": H + "populationKey",
    "money": H + "financingKey",
}
WORLD = """
@prefix ex: <https://example.org/> .
@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:Wide a h:Function .
ex:F a h:Function ; skos:broader ex:Wide .
ex:G a h:Function .
ex:A2 rdfs:subClassOf ex:A .
ex:B h:canPerform ex:F .
[] a h:TopicKey ; h:namesTopic "care of F" ; h:keyOf ex:F .
[] a h:PartyKey ; h:namesParty "a" ; h:keyOf ex:A .
[] a h:PartyKey ; h:namesParty "a2" ; h:keyOf ex:A2 .
[] a h:PartyKey ; h:namesParty "b" ; h:keyOf ex:B .
[] a h:PartyKey ; h:namesParty "c" ; h:keyOf ex:C .
[] a h:CollectiveKey ; h:namesParty "all" .
[] a h:PlaceKey ; h:namesPlace "at home" ; h:keyOf ex:Home .
[] a h:PlaceKey ; h:namesPlace "on the ward" ; h:keyOf ex:Ward .
[] a h:MoneyKey ; h:namesMoney "purse" ; h:keyOf ex:Act .
[] a h:MoneyKey ; h:namesMoney "purse by another name" ; h:keyOf ex:Act .
[] a h:GroupKey ; h:namesGroup "young" ; h:keyOf ex:Young .
[] a h:GroupKey ; h:namesGroup "old" ; h:keyOf ex:Old .
ex:all a h:GroupKey ; h:namesGroup "all of them" .
[] a h:GroupKey ; h:namesGroup "some of them" ; h:widerGroup ex:all .
"""
Told = dict[str, Any]
CASES: dict[str, list[Told]] = yaml.safe_load((HERE / "made.yaml").read_text("utf-8"))
QUERIES = {detector.stem: detector for detector in DETECTORS}
WITH = [(name, case) for name, cases in CASES.items() for case in cases]
WITHOUT = [(name, case, change) for name, case in WITH for change in case["not"]]


def graph(case: Told, change: Told | None = None) -> ox.Store:
    """The graph of a case, changed or not."""
    store = ox.Store()
    store.load(WORLD, format=ox.RdfFormat.TURTLE)
    for name in ("one", "other"):
        if name in case:
            for triple in triples(name, {**case[name], **(change or {}).get(name, {})}):
                store.add(ox.Quad(*triple))
    return store


def triples(name: str, told: Told) -> list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """A statement in words as triples."""
    told = {"voice": name, "source": name, **told}
    made: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]] = []
    for word, values in told.items():
        for value in values if isinstance(values, list) else [values]:
            if word in KEYS:
                made.append((ox.NamedNode(EX + name), ox.NamedNode(KEYS[word]), ox.Literal(value)))
            else:
                made.append((ox.NamedNode(EX + name), ox.NamedNode(IRIS[word]), ox.NamedNode(iri(word, value))))
    return made


def iri(word: str, value: str | None) -> str:
    """What a word of made.yaml stands for. `None` in YAML is a text, but read as such all the same."""
    if word == "type":
        return f"{H}{value}Statement"
    if word == "relevance":
        return f"{H}Relevance{value}"
    return EX + str(value).replace(" ", "_")


def test_every_detector_has_its_cases() -> None:
    assert set(CASES) == set(QUERIES)


@pytest.mark.parametrize(("name", "case"), WITH, ids=[name for name, _ in WITH])
def test_it_finds_its_tension(name: str, case: Told) -> None:
    alone = "other" not in case or case.get("alone", False)
    assert Hit(name, "one", "" if alone else "other") in set(run(QUERIES[name], graph(case)))


@pytest.mark.parametrize(("name", "case", "change"), WITHOUT, ids=[name for name, _, _ in WITHOUT])
def test_it_finds_nothing_in_the_nearest_graph_without(name: str, case: Told, change: Told) -> None:
    assert list(run(QUERIES[name], graph(case, change))) == []

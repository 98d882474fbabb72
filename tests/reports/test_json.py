"""JSON: by the schema that is published, complete, and never milder than the judgement."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.reports.conftest import NAMES, MakeReport
from tests.reports.schema import Schema

from hiaat.bundle import root
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.reports import FORMATS
from hiaat.reports.data import SCHEMA

PUBLISHED = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "judgement-1.json").read_text("utf-8"))


def judged(report: MakeReport, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FORMATS["json"].render(report(name)))["judgements"][0]
    return found


@pytest.mark.parametrize("name", [*NAMES, "silent", "unknown"])
def test_report_is_by_the_schema(name: str, report: MakeReport) -> None:
    written = json.loads(FORMATS["json"].render(report(name)))
    assert Schema(PUBLISHED).errors(written) == []
    assert written["$schema"] == PUBLISHED["$id"] == SCHEMA


def test_the_check_of_the_schema_finds_what_is_wrong(report: MakeReport) -> None:
    written = json.loads(FORMATS["json"].render(report("g")))
    one = written["judgements"][0]
    one["cells"][0]["verdict"] = "Fine"
    del one["outcome"]["in_order"]
    one["extra"] = one["scenario"]["title"] = 1
    assert len(Schema(PUBLISHED).errors(written)) == 4


def test_several_scenarios_are_one_document(report: MakeReport) -> None:
    names = [one["scenario"]["name"] for one in json.loads(FORMATS["json"].render(report("a", "g")))["judgements"]]
    assert names == ["a", "g"]


def test_finding_of_a_has_candidates_acts_and_explanation(report: MakeReport) -> None:
    found = judged(report, "a")
    gap = found["findings"][0]
    assert (gap["kind"], gap["severity"], gap["since"]) == ("Lapsed", "Violation", "2024-06-01")
    assert {one["label"] for one in gap["on_paper"]} == {"De Linde", "Zorgkantoor Rivierenstreek"}
    cells = {cell["iri"]: cell for cell in found["cells"]}
    former = [one for one in cells[gap["cells"][0]]["candidates"] if one["standing"] == "Former"]
    assert [one["party"]["label"] for one in former] == ["Dr. B"]
    assert former[0]["shortfalls"][0]["cause"] == "Ended"
    assert gap["title"].startswith("In De Linde heeft niemand")
    assert gap["explanation"]
    assert any(act["modality"] == "Must" and act["party"]["label"] == "De Linde" for act in gap["acts"])


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_referred_to_is_there(name: str, report: MakeReport) -> None:
    found = judged(report, name)
    named = {ground for cell in found["cells"] for ground in (*cell["required_by"], *cell["held_on"])}
    named |= {one["ground"] for cell in found["cells"] for one in cell["candidates"]}
    named |= {short["source"] for cell in found["cells"] for one in cell["candidates"] for short in one["shortfalls"]}
    named |= {act["ground"] for finding in found["findings"] for act in finding["acts"]}
    assert named <= set(found["grounds"])
    assert {iri for finding in found["findings"] for iri in finding["cells"]} <= {
        cell["iri"] for cell in found["cells"]
    }
    norms = [ground for ground in found["grounds"].values() if ground["sort"] == "norm"]
    assert norms
    assert all(ground["voices"] and ground["based_on"] for ground in norms)
    facts = [ground for ground in found["grounds"].values() if ground["sort"] == "fact"]
    assert all(ground["written_at"] for ground in facts)


def test_silence_is_not_in_order(report: MakeReport) -> None:
    silent = judged(report, "silent")["outcome"]
    assert (silent["in_order"], len(silent["situations_without_cell"])) == (False, 1)
    unknown = judged(report, "unknown")["outcome"]
    assert not unknown["in_order"]
    assert unknown["assigned_cells"] > 0
    assert judged(report, "g")["outcome"]["in_order"]


def test_what_was_understood_is_told_with_its_place(report: MakeReport) -> None:
    told = judged(report, "b")["understood"]["understood"]
    home = next(one for one in told if one["name"] == "Het Anker")
    assert home["place"]["line"] == 6
    assert {"key": "plaats", "value": "Oeverdam"} in home["facts"]


def test_what_is_undetermined_names_what_must_be_known(report: MakeReport) -> None:
    (finding,) = [one for one in judged(report, "h")["findings"] if one["kind"] == "UndeterminedFinding"]
    (missing,) = finding["missing"]
    assert (missing["sort"], missing["about"]["iri"]) == (
        "StateUnknown",
        "https://w3id.org/hiaat/care#zorgvraag_eist_so_24_7",
    )
    assert [one["label"] for one in missing["of"]] == ["bewoners van De Wilg"]
    assert missing["text"].startswith("Klopt dit voor bewoners van De Wilg: de zorgvraag eist")


def test_nothing_else_names_anything_missing(report: MakeReport) -> None:
    found = [one for name in NAMES for one in judged(report, name)["findings"]]
    assert {one["kind"] for one in found if one["missing"]} == {"UndeterminedFinding"}


def test_every_sort_of_missing_fact_is_in_the_schema() -> None:
    core = parse_files([root() / "ontology" / "core.ttl"])
    sorts = {node.value.rsplit("#", 1)[-1] for node in core.subjects(RDF_TYPE, h("MissingSort"))}
    assert set(PUBLISHED["$defs"]["missing"]["properties"]["sort"]["enum"]) == sorts

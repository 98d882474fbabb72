"""The body of knowledge that docs/own-knowledge.md shows is good, and judges the scenario beside it."""

import re
from datetime import date
from pathlib import Path

import pytest

from hiaat.explain import explain
from hiaat.judging import Judge
from hiaat.knowledge.body import parse_files
from hiaat.scenario.terms import h, rdf, rdfs
from hiaat.vetting.vet import check_body

PAGE = Path(__file__).parents[2] / "docs" / "own-knowledge.md"


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """The folder with what the page shows."""
    blocks = dict(re.findall(r"```(turtle|yaml)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "keys.ttl").write_text(blocks["turtle"], "utf-8")
    (tmp_path / "school.yaml").write_text(blocks["yaml"], "utf-8")
    return tmp_path


def test_what_the_page_shows_is_good(shown: Path) -> None:
    check_body([shown / "keys" / "keys.ttl"], "en")


def test_it_judges_the_scenario_of_the_page(shown: Path) -> None:
    judge = Judge([shown / "keys"], language="en")
    judged = judge.judge(judge.read(shown / "school.yaml"), date(2024, 1, 15))
    found = [(one.kind.rsplit("#")[-1], [w.rsplit("#")[-1] for w in one.windows]) for one in judged.judgement.findings]
    assert ("Vacuum", ["weekend"]) in found


def test_the_sentences_of_the_page_are_told_instead(shown: Path) -> None:
    (more,) = re.findall(r"```\n(key:about-one .*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    body, file = shown / "keys" / "keys.ttl", shown / "school.yaml"
    body.write_text(body.read_text("utf-8") + more, "utf-8")
    check_body([body], "en")
    assert "20 pupils go to The Annex." in _told(shown)
    file.write_text(file.read_text("utf-8").replace("aantal: 20", "aantal: 1"), "utf-8")
    assert "At The Annex this is about one class." in _told(shown)


def _told(folder: Path) -> set[str]:
    judge = Judge([folder / "keys"], language="en")
    said = explain(judge.judge(judge.read(folder / "school.yaml")), judge.knowledge.words, "en")
    return {str(one) for finding in said.findings for part in finding.paragraphs for one in part.all_sentences()}


def test_every_word_of_the_page_is_one_of_the_core() -> None:
    core = parse_files(sorted((PAGE.parents[1] / "ontology").glob("*.ttl")))
    words = set(re.findall(r"\bh:(\w+)", PAGE.read_text("utf-8")))
    assert {word for word in words if core.value(h[word], rdf.type) is None} == set()


def test_every_class_of_norms_is_in_its_table() -> None:
    core = parse_files(sorted((PAGE.parents[1] / "ontology").glob("core.ttl")))
    text = PAGE.read_text("utf-8").split("A **norm** has a class")[1]
    named = {h[word] for word in re.findall(r"`(\w+)`", text)}
    classes = set(core.subjects(rdfs.subClassOf, h.Norm))
    assert {str(cls) for cls in classes} <= {str(one) for one in named}

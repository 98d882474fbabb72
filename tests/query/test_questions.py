"""The files in `queries/`: each has a header that documents it, and none knows what it is to find."""

import re

import pytest
from tests.query.conftest import asked, store

from hiaat.bundle import root
from hiaat.query import ask, named
from hiaat.query.head import HeaderError
from hiaat.query.header import Question, question

ROOT = root()
NAMES = sorted(named())
FOUND = re.compile(r"id/(?:norm|statement|passage|article)/|\b(?:norm|stm|psg):")


@pytest.mark.parametrize("name", NAMES)
def test_the_header_documents_the_question(name: str) -> None:
    one = named()[name]
    parts = [*(part.says for part in one.parameters), *(part.says for part in one.columns)]
    for said in (one.summary, one.description, *parts):
        assert {"nl", "en"} <= {language for language, text in said.items() if text.strip()}
    assert {slot for slot in one.slots if slot != "language"} == {part.name for part in one.parameters}


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_explained_and_only_those(name: str) -> None:
    answer = asked(name, dict(word.split("=", 1) for word in named()[name].example.split()))
    if not answer.is_graph:
        assert [column.name for column in named()[name].columns] == list(answer.variables)


@pytest.mark.parametrize("name", NAMES)
def test_no_query_names_what_it_is_to_find(name: str) -> None:
    asked_for = "\n".join(line for line in named()[name].text.splitlines() if not line.startswith("#"))
    assert not FOUND.search(asked_for)


@pytest.mark.parametrize("name", [name for name in NAMES if named()[name].example])
def test_the_example_gives_an_answer(name: str) -> None:
    given = dict(word.split("=", 1) for word in named()[name].example.split())
    assert not asked(name, given).is_empty


def test_the_guide_names_every_question() -> None:
    guide = (ROOT / "docs" / "query.md").read_text("utf-8")
    for one in named().values():
        assert f"`{one.name}`" in guide
        assert one.summary["en"] in guide


@pytest.mark.parametrize(
    ("header", "key", "line"),
    [
        ("# a query\n#+ summary: [", "header-yaml", 2),
        ("#+ just words", "header-words", 1),
        ("#+ a: 2024-02-31", "header-yaml", 1),
        ("#+ parameters: [date]", "header-section", 1),
        ("#+ parameters:\n#+   date: { nl: dag, en: day, values: [date] }", "header-unbound", 2),
        ("#+ parameters:\n#+   date: { nl: dag, en: day }", "header-values", 2),
        ("#+ parameters:\n#+   s:\n#+     values: [things h:Norm]", "header-sort", 3),
        ("#+ parameters:\n#+   s:\n#+     values:\n#+       - instances foo:Norm", "header-prefix", 4),
    ],
)
def test_a_header_that_is_no_good_is_told_with_its_line(header: str, key: str, line: int) -> None:
    with pytest.raises(HeaderError) as caught:
        question("own", f"{header}\nSELECT ?s {{ VALUES (?s) {{ (UNDEF) }} ?s ?p ?o }}")
    assert (caught.value.key, caught.value.line) == (key, line)


def test_a_query_without_header_is_a_query() -> None:
    plain: Question = question("own", "ASK { ?s ?p ?o }")
    assert (plain.parameters, plain.slots) == ((), ())
    assert ask(plain, store()).truth is True


@pytest.mark.parametrize(
    "who", ["huisarts", "huisartsenpost", "behandeldienst", "SpecialistOuderengeneeskunde", "woonvorm"]
)
def test_somebody_watches_whoever_gives_medical_care(who: str) -> None:
    answer = asked("supervision", {"supervised": who})
    bearer = list(answer.variables).index("bearer")
    assert any("IGJ" in str(row[bearer]) for row in answer.rows)

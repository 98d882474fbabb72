"""What is asked of a function or a type of party is answered with norms about it, also where a norm names neither."""

import pytest
from tests.query.conftest import asked, column, store

PREFIXES = """PREFIX h: <https://w3id.org/hiaat/ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX care: <https://w3id.org/hiaat/care#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"""
GIVEN = {"norms": {}, "grounds": {}, "changes": {"since": "2000-01-01", "to": "2026-01-01"}}
QUESTIONS = pytest.mark.parametrize("name", sorted(GIVEN))


def norms(pattern: str) -> set[str]:
    """The norms of which the graph says so."""
    found = store().query(f"{PREFIXES} SELECT ?norm {{ {pattern} }}", use_default_graph_as_union=True)
    return {str(row["norm"]).strip("<>").rsplit("/", 1)[-1] for row in found}  # type: ignore[union-attr]


@QUESTIONS
@pytest.mark.parametrize("function", ["casemanagement_dementie", "so_expertise", "wzd_beoordeling"])
def test_a_precondition_is_about_what_it_is_a_condition_of(name: str, function: str) -> None:
    own = f"care:{function} skos:broader* ?about . ?norm h:function ?about"
    of = f"care:{function} skos:broader* ?about . ?norm h:conditionOf|h:lifts ?other . ?other h:function ?about"
    found = column(asked(name, {**GIVEN[name], "function": function}), "norm")
    assert found
    assert found <= norms(f"{{ {own} }} UNION {{ {of} }}")


@QUESTIONS
def test_a_precondition_is_found_by_the_function_of_its_norm(name: str) -> None:
    found = column(asked(name, {**GIVEN[name], "function": "algemeen_medische_zorg"}), "norm")
    assert {"HP24-020", "HP24-023"} <= found


@QUESTIONS
def test_a_norm_that_nobody_bears_is_not_of_a_type_of_party(name: str) -> None:
    found = column(asked(name, {**GIVEN[name], "actor": "Huisarts"}), "norm")
    assert found
    assert found <= norms("care:Huisarts rdfs:subClassOf* ?bearer . ?norm h:bearer ?bearer")


@pytest.mark.parametrize(
    "topic",
    [
        *("logeeropvang", "farmaceutische_zorg", "tandheelkundige_zorg", "so_expertise", "toetreding"),
        *("zorgvervoer", "wijkverpleging", "zorgverantwoordelijke"),
    ],
)
def test_articles_are_found_by_the_function_that_they_are_on(topic: str) -> None:
    assert not asked("articles", {"topic": topic}).is_empty


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("respijtzorg", "logeeropvang"),
        ("respite care", "logeeropvang"),
        ("zorgleefplan", "regie_zorgplan"),
        ("huisartsenspoedpost", "Huisartsenpost"),
        ("ZZP VV4", "VV4"),
        ("ZZP 5", "VV5"),
    ],
)
def test_a_word_of_the_sources_names_one_thing(word: str, name: str) -> None:
    """The guidance of the LHV calls VV5 what was ZZP 5 (LL18-046); the letter of 2019 writes ZZP VV4."""
    found = store().query(
        f"{PREFIXES} SELECT DISTINCT ?x {{ ?x skos:altLabel ?label FILTER(LCASE(STR(?label)) = LCASE('{word}')) }}",
        use_default_graph_as_union=True,
    )
    assert [row["x"].value.rsplit("#", 1)[-1] for row in found] == [name]  # type: ignore[union-attr]


def test_respite_is_found_in_act_and_letter() -> None:
    """Wlz 3.1.1 under g is respite; the letter of 2018 counts it among temporary stay (BT18-106)."""
    assert "wlz-4.2.1-lid-1-vervoer-logeren" in column(asked("norms", {"function": "respijtzorg"}), "norm")
    assert column(asked("said", {"topic": "logeeropvang"}), "statement") == {"BT18-106"}
    assert "BT18-106" in column(asked("said", {"topic": "tijdelijk_verblijf"}), "statement")

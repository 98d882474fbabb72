"""EXISTS written pattern in pattern says what it said before."""

from pathlib import Path

import pytest
from tests.engines.witness import engines, given
from tests.toy.seen import judge

from hiaat.engines import fast
from hiaat.engines.nested import nested

EXAMPLES = sorted((Path(__file__).parents[1] / "kinds").glob("*/example.yaml"))


def where(text: str) -> str:
    return f"CONSTRUCT {{ ?x h:out ?y }} WHERE {{ ?x h:in ?y . {text} }}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FILTER EXISTS { ?x h:p ?y }", "FILTER EXISTS { ?x h:p ?y }"),
        ("FILTER EXISTS { ?x h:p ?a . ?a h:q ?b }", "FILTER EXISTS { ?x h:p ?a FILTER EXISTS { ?a h:q ?b } }"),
        ("FILTER NOT EXISTS { ?x h:p ?a ; a h:C }", "FILTER NOT EXISTS { ?x a h:C FILTER EXISTS { ?x h:p ?a } }"),
        ("FILTER EXISTS { ?x h:p ?y , ?a }", "FILTER EXISTS { ?x h:p ?y FILTER EXISTS { ?x h:p ?a } }"),
        (
            "FILTER EXISTS { ?a h:q ?b . ?x h:p ?a .\n FILTER(?a != ?y) }",
            "FILTER EXISTS { ?x h:p ?a FILTER(?a != ?y) FILTER EXISTS { ?a h:q ?b } }",
        ),
        (
            "FILTER EXISTS { ?x h:p ?a ; h:r ?b . FILTER NOT EXISTS { ?b h:q ?z . FILTER(?z < ?a) } }",
            "FILTER EXISTS { ?x h:p ?a FILTER EXISTS { ?x h:r ?b FILTER NOT EXISTS { ?b h:q ?z FILTER(?z < ?a) } } }",
        ),
        (
            "BIND(IF(EXISTS { ?x h:p/h:q ?a . ?a h:r* ?b }, 1, 2) AS ?n)",
            "BIND(IF(EXISTS { ?x h:p/h:q ?a FILTER EXISTS { ?a h:r* ?b } }, 1, 2) AS ?n)",
        ),
    ],
)
def test_a_group_is_written_pattern_in_pattern(text: str, said: str) -> None:
    assert nested(where(text)) == where(said)


@pytest.mark.parametrize(
    "text",
    [
        "?y h:p ?a . ?a h:q ?b",
        "FILTER EXISTS { { ?x h:p ?a } UNION { ?a h:q ?y } }",
        "FILTER EXISTS { ?x h:p ?a . BIND(?a AS ?b) ?b h:q ?c }",
        "FILTER EXISTS { ?x (h:p | h:q) ?a . ?a h:q ?b }",
    ],
)
def test_what_is_not_plain_stays(text: str) -> None:
    assert nested(where(text)) == where(text)


def test_a_filter_waits_for_what_its_own_group_binds() -> None:
    """Another part of the query may have a variable of the same name that has no value here."""
    text = "{ SELECT ?y (MIN(?a) AS ?n) WHERE { ?y h:o ?a } GROUP BY ?y } FILTER EXISTS { ?x h:p ?b . ?b h:q ?a . FILTER(?a < 3) }"
    assert "FILTER EXISTS { ?b h:q ?a FILTER(?a < 3) }" in nested(where(text))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_it_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = given(judge(), judge().read(path))
    engine = engines(judge())["fast"]
    some = facts.to(engine)
    monkeypatch.setattr(fast, "nested", lambda query: query)
    assert facts.to(engine) == some

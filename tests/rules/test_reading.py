"""Rules and finding shapes are read from Turtle, in order; what has no name, text or order is refused."""

from pathlib import Path

import pytest

from hiaat.errors import KnowledgeError
from hiaat.rules import read_rules

PREFIXES = "@prefix h: <https://w3id.org/hiaat/ns#> . @prefix rule: <https://w3id.org/hiaat/rule/> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "some.ttl"
    file.write_text(PREFIXES + text, "utf-8")
    return file


def test_rules_come_in_order_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        'rule:b sh:order 2 ; sh:construct "B" . rule:c sh:order 10 ; h:rounds 3 ; sh:construct "C" . rule:a sh:order 2 ; sh:construct "A" ; rdfs:comment "why"@en .',
    )
    found = read_rules([file]).rules
    assert [(rule.iri.rsplit("/", 1)[-1], rule.order, rule.rounds) for rule in found] == [
        ("a", 2, 1),
        ("b", 2, 1),
        ("c", 10, 3),
    ]
    assert (found[0].query, found[0].why, found[0].file) == ("A", "why", "some.ttl")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[] sh:order 1 ; sh:construct "A" .', "some.ttl: a rule without a name"),
        ('rule:a sh:construct "A" .', "some.ttl: .*rule/a has no whole number as sh:order"),
        ('rule:a sh:order "soon" ; sh:construct "A" .', "has no whole number as sh:order"),
        ('[] sh:sparql [ sh:select "S" ] .', "some.ttl: a finding shape without a name"),
    ],
)
def test_what_cannot_be_run_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(KnowledgeError, match=why):
        read_rules([written(tmp_path, text)])


def test_neighbouring_orders_with_rounds_are_one_block(tmp_path: Path) -> None:
    text = "".join(
        f'rule:r{order} sh:order {order} ; h:rounds {rounds} ; sh:construct "X" .\n'
        for order, rounds in ((1, 1), (2, 4), (3, 4), (4, 1), (5, 4))
    )
    groups = read_rules([written(tmp_path, text)]).groups
    assert [(rounds, [group[0].order for group in block]) for rounds, block in groups] == [
        (1, [1]),
        (4, [2, 3]),
        (1, [4]),
        (4, [5]),
    ]


def test_the_words_of_the_rules_are_those_of_the_core_that_they_name(tmp_path: Path) -> None:
    file = written(tmp_path, 'rule:a sh:order 1 ; sh:construct "CONSTRUCT { ?x h:one ?y } WHERE { ?x h:two ?y }" .')
    assert read_rules([file]).words == {"https://w3id.org/hiaat/ns#one", "https://w3id.org/hiaat/ns#two"}

"""A rule is not run again where nothing that it reads has changed, and that changes nothing of what is derived."""

from datetime import date, timedelta

import pyoxigraph as ox
import pytest
from tests.rules.parsed import Parsed
from tests.toy.seen import WORLD, read

from hiaat.engines.base import lines
from hiaat.engines.memory import Memory, reads, writes
from hiaat.judging import Judge
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.rules import Rule

Parts = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]
RULES = Judge().rules.rules
A, B = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.iri.rsplit("/", 1)[-1])
def test_all_that_a_rule_may_find_is_watched(rule: Rule) -> None:
    watched, parsed = reads(rule.query), Parsed(rule)
    if watched is None:
        assert parsed.open_predicates, "it names every predicate that it reads, so it could be watched"
        return
    where = {str(p) for mark in (read.mark for read in parsed.reads) for p in (mark.predicate, mark.value) if p}
    predicates = {read.mark.predicate for read in parsed.reads} - {RDF_TYPE.value}
    typed = {read.mark.value for read in parsed.reads if read.mark.predicate == RDF_TYPE.value}
    assert predicates <= set(watched), where
    assert {cls or RDF_TYPE.value for cls in typed} <= set(watched)


def test_what_a_rule_only_writes_is_not_watched() -> None:
    assert reads("CONSTRUCT { ?x h:p ?y } WHERE { ?x h:q ?y . FILTER NOT EXISTS { ?y a h:C } }") == tuple(
        sorted(h(name).value for name in ("C", "q"))
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.iri.rsplit("/", 1)[-1])
def test_all_that_a_rule_may_give_is_known(rule: Rule) -> None:
    known, parsed = writes(rule.query), Parsed(rule)
    marks = parsed.writes
    if known is not None:
        typed = {mark.value for mark in marks if mark.predicate == RDF_TYPE.value}
        assert {mark.predicate for mark in marks} | typed <= set(known)


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("?x h:p ?y", ["p"]),
        ("?x a h:C ; h:p h:v", ["C", "p", "v", ""]),
        ("?x ?p ?y", None),
        ("?x h:p ?y ; ?q ?z", None),
        ("?x a ?c", None),
    ],
)
def test_what_a_rule_writes_is_named_or_may_be_anything(head: str, known: list[str] | None) -> None:
    named = None if known is None else {h(name).value if name else RDF_TYPE.value for name in known}
    found = writes(f"CONSTRUCT {{ {head} }} WHERE {{ ?x h:q ?y }}")
    assert (found if found is None else set(found)) == named


@pytest.mark.parametrize("where", ["?x ?p ?y", "?x h:q ?y ; ?p ?z", "$this ?p h:B"])
def test_a_rule_that_may_read_anything_is_always_run(where: str) -> None:
    assert reads(f"CONSTRUCT {{ ?x h:p ?y }} WHERE {{ {where} }}") is None


def rule(where: str) -> Rule:
    return Rule("https://w3id.org/hiaat/rule/one", 1, 1, f"CONSTRUCT {{ ?x h:p ?y }} WHERE {{ {where} }}", "", "")


class Counted:
    """A rule that counts how often it is run."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.runs = 0

    def judge(self, this: str, *there: Parts) -> None:
        """Recall the rule where this is there."""
        self.memory.begin()
        self.memory.note(lines(ox.Triple(*parts) for parts in there))
        self.memory.recall(rule("?x h:q ?y . ?x a h:C"), 0, this, self._run)

    def _run(self) -> tuple[bytes, ...]:
        self.runs += 1
        return ()


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ([(A, h("q"), B)], [(A, h("q"), B)], 1),
        ([(A, h("q"), B)], [(A, h("q"), B), (A, h("other"), B)], 1),
        ([(A, h("q"), B)], [(B, h("q"), A)], 2),
        ([(A, h("q"), B)], [], 2),
        ([], [(A, h("q"), B)], 2),
        ([(A, RDF_TYPE, h("C"))], [(B, RDF_TYPE, h("C"))], 2),
        ([(A, RDF_TYPE, h("D"))], [(B, RDF_TYPE, h("D"))], 1),
    ],
)
def test_it_runs_again_when_what_it_names_has_changed(before: list[Parts], after: list[Parts], runs: int) -> None:
    counted = Counted()
    counted.judge("<this>", *before)
    counted.judge("<this>", *after)
    assert counted.runs == runs


def test_another_day_runs_all_again() -> None:
    counted = Counted()
    counted.judge("<monday>")
    counted.judge("<tuesday>")
    assert counted.runs == 2


VILLAGE = """
    streets: [{{name: High Street, from: 2020-01-01, ground: {ground}, needs: {{what: inspection{when}}}}}]
    parties: {{Jans: fitter, Kees: {kees}, Board: water board}}
    engagements: [{{who: Jans, what: inspection, kind: performance, from: 2020-01-01{end}}}]
    state of affairs: {{key is there: {key}}}
"""
PLAIN = {"ground": "green", "when": "", "kees": "fitter", "end": "", "key": "yes"}
CHANGES = [
    {},
    {"end": ", until: 2024-05-31"},
    {"end": ", until: 2024-05-31", "ground": "lane"},
    {"ground": "lane"},
    {"kees": "fire brigade"},
    {"end": ", until: 2024-06", "key": "no"},
    {},
    {"end": ", on condition of: key is there", "key": "no"},
    {"end": ", on condition of: {what: marking}"},
    {"when": ", when: winter"},
    {},
]


def test_one_engine_for_many_changes_derives_what_a_new_one_does() -> None:
    kept = Judge(folders=[WORLD])
    for number, change in enumerate(CHANGES):
        scenario = read(VILLAGE.format(**(PLAIN | change)))
        day = date(2024, 6, 15) + timedelta(days=number // 7)
        fresh = Judge(folders=[WORLD])
        assert kept.judge(scenario, day).judgement == fresh.judge(scenario, day).judgement, change

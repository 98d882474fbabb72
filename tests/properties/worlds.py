"""Scenarios at random, made from the ontology and its kinds of agreement and not from the examples.

A `World` is a list of facts, each a handful of triples; a property adds or takes away a fact and judges again.
"""

from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox
from hypothesis import strategies as st

from hiaat.engines import Assessment
from hiaat.findings import Judgement, decode
from hiaat.judging import Judge
from hiaat.knowledge.close import close_scenario, whole
from hiaat.knowledge.days import FIRST_DAY, LAST_DAY
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs

CARE = "https://w3id.org/hiaat/care#"
BASE = "https://w3id.org/hiaat/id/scenario/random"
SCENARIO = ox.NamedNode(BASE)
SITUATION = ox.NamedNode(f"{BASE}/situation")
HOME = ox.NamedNode(f"{BASE}/party/home")
SUBJECT = ox.NamedNode(f"{BASE}/party/subject")
BEGIN = date(2017, 1, 1).toordinal()
DAYS = [date(2018, 6, 1), date(2019, 3, 1), date(2022, 3, 1), date(2024, 5, 15), date(2024, 6, 15), date(2024, 9, 1)]
JUDGE = Judge()

Fact = tuple[ox.Triple, ...]


def care(name: str) -> ox.NamedNode:
    return ox.NamedNode(CARE + name)


def node(path: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}/{path}")


def _short(part: object) -> str:
    return str(getattr(part, "value", part)).rsplit("#", 1)[-1].removeprefix(BASE)


@dataclass(frozen=True, repr=False)
class World:
    """Facts of a scenario, and the day on which it is judged."""

    facts: tuple[Fact, ...]
    day: date
    perspective: str

    def with_facts(self, *more: Fact) -> "World":
        return World((*self.facts, *more), self.day, self.perspective)

    def __repr__(self) -> str:
        told = [
            f"{_short(t.subject)} {_short(t.predicate)} {_short(t.object)}"
            for t in self.triples
            if not t.predicate.value.endswith(("Day", "label", "inScenario"))
        ]
        return f"World({self.day}, {self.perspective}):\n  " + "\n  ".join(told)

    @property
    def triples(self) -> list[ox.Triple]:
        return [triple for fact in self.facts for triple in fact]


def judged(world: World) -> Judgement:
    graph = Graph(world.triples)
    close_scenario(graph, JUDGE.knowledge.words)
    triples = list(graph.triples)
    assessment = Assessment(SCENARIO, care(world.perspective), world.day, world.day)
    return decode(JUDGE._engine.derive(triples, assessment), triples, assessment)


def thing(subject: ox.NamedNode, kind: ox.NamedNode, *more: tuple[ox.NamedNode, ox.NamedNode | ox.Literal]) -> Fact:
    own: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (RDF_TYPE, kind),
        (h("inScenario"), SCENARIO),
        (rdfs("label"), ox.Literal(subject.value.rsplit("/", 1)[-1])),
    ]
    return tuple(ox.Triple(subject, predicate, value) for predicate, value in (*own, *more))


def days(subject: ox.NamedNode, first: int, last: int = LAST_DAY) -> Fact:
    names = ("earliestDay", "fromDay", "untilDay", "latestDay")
    return tuple(
        ox.Triple(subject, h(name), whole(day)) for name, day in zip(names, (first, first, last, last), strict=True)
    )


def _nodes(word: str, kind: str) -> list[ox.NamedNode]:
    del word
    found = [one for one in JUDGE.knowledge.words.subjects(RDF_TYPE, h(kind)) if isinstance(one, ox.NamedNode)]
    return sorted(found, key=lambda one: one.value)


KINDS = _nodes("", "AgreementKind")
STATED = _nodes("", "StatedCondition")
FUNCTIONS = [care(name) for name in ("algemeen_medische_zorg", "anw_zorg", "so_expertise", "verpleging_en_verzorging")]
WINDOWS = [care(name) for name in ("dag", "avond", "nacht", "weekend", "continu", "anw")]
HOMES = [care(name) for name in ("Woonvorm", "ZelfstandigeWoonvorm", "PgbWooninitiatief", "Verpleeghuis")]


def by_types(kind: ox.NamedNode) -> list[ox.NamedNode]:
    """The types of party that the kind of agreement speaks of."""
    words = JUDGE.knowledge.words
    found: set[ox.NamedNode] = set()
    for template in [*words.nodes(kind, h("brings")), *words.nodes(kind, h("bringsTie"))]:
        for word in ("byType", "inNameOf", "partnerType"):
            found |= {one for one in words.nodes(template, h(word)) if isinstance(one, ox.NamedNode)}
    return sorted(found, key=lambda one: one.value)


def base(form: str, treatment: str | None, home: ox.NamedNode) -> list[Fact]:
    facts: list[Fact] = [
        (
            ox.Triple(SCENARIO, RDF_TYPE, h("Scenario")),
            *(ox.Triple(SCENARIO, h("inFull"), h(part)) for part in ("AllParties", "AllAgreements", "AllEngagements")),
        ),
        thing(HOME, home),
        thing(SUBJECT, care("ClientEnNaaste"), *([(RDF_TYPE, care("Budgethouder"))] if form == "pgb" else [])),
        thing(
            SITUATION,
            h("Situation"),
            (h("subject"), SUBJECT),
            (h("setting"), HOME),
            (care("leveringsvorm"), care(form)),
        ),
        days(SITUATION, BEGIN),
    ]
    if treatment:
        facts.append((ox.Triple(SITUATION, care("behandeling"), care(treatment)),))
    ties = {
        "aanbieder": (HOME, None),
        "zorgkantoor_van": (node("party/office"), care("Zorgkantoor")),
        "verzekeraar": (node("party/insurer"), care("Zorgverzekeraar")),
    }
    if form == "pgb":
        ties["budgethouder_zelf"] = (SUBJECT, None)
    for tie, (party, kind) in ties.items():
        involvement = node(f"involvement/{tie}")
        facts.append(
            (
                *(thing(party, kind) if kind else ()),
                ox.Triple(SITUATION, h("involvement"), involvement),
                ox.Triple(involvement, h("tie"), care(tie)),
                ox.Triple(involvement, h("involved"), party),
                *days(involvement, BEGIN),
            )
        )
    return facts


def agreement(number: int, kind: ox.NamedNode, begin: int, last: int, windows: tuple[ox.NamedNode, ...]) -> Fact:
    """An agreement of the kind between parties of the types it speaks of; the home, subject and office play their own parts."""
    this = node(f"agreement/{number}")
    known = {
        care("ClientEnNaaste"): SUBJECT,
        care("Budgethouder"): SUBJECT,
        care("Zorgaanbieder"): HOME,
        care("Woonvorm"): HOME,
        care("Zorgkantoor"): node("party/office"),
        care("WlzUitvoerder"): node("party/office"),
        care("Zorgverzekeraar"): node("party/insurer"),
    }
    parties: list[ox.NamedNode] = []
    made: list[ox.Triple] = []
    for one in by_types(kind):
        party = known.get(one) or node(f"party/{one.value.rsplit('#', 1)[-1]}")
        parties.append(party)
        if one not in known:
            made += thing(party, one)
    between = {*parties, SUBJECT} if _with_subject(kind) else {*parties, HOME}
    return (
        *made,
        *thing(
            this,
            h("Agreement"),
            (h("agreementKind"), kind),
            *((h("between"), party) for party in sorted(between, key=lambda p: p.value)),
            *((h("window"), window) for window in windows),
        ),
        *days(this, begin, last),
    )


def _with_subject(kind: ox.NamedNode) -> bool:
    words = JUDGE.knowledge.words
    return any(h("ScopeSubjects") in words.objects(template, h("scope")) for template in words.nodes(kind, h("brings")))


def engagement(number: int, function: ox.NamedNode, party_type: str, begin: int) -> Fact:
    this, party = node(f"engagement/{number}"), node(f"party/{party_type}")
    taken = (
        (h("engaged"), party),
        (h("function"), function),
        (h("kind"), h("Performance")),
        (h("situation"), SITUATION),
        (h("window"), care("continu")),
    )
    return (*thing(party, care(party_type)), *thing(this, h("Engagement"), *taken), *days(this, begin))


def state(number: int, condition: ox.NamedNode, value: str) -> Fact:
    this = node(f"state/{number}")
    return (
        *thing(this, h("ConditionState"), (h("condition"), condition), (h("state"), h(value))),
        *days(this, FIRST_DAY),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    form = draw(st.sampled_from(["vpt", "mpt", "pgb", "verblijf"]))
    facts = base(
        form, draw(st.sampled_from([None, "gecontracteerd", "niet_gecontracteerd"])), draw(st.sampled_from(HOMES))
    )
    for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=6))):
        begin = draw(st.sampled_from([BEGIN, BEGIN + 700, BEGIN + 2400]))
        last = draw(st.sampled_from([LAST_DAY, LAST_DAY, BEGIN + 2600]))
        windows = tuple(draw(st.lists(st.sampled_from(WINDOWS), max_size=2, unique=True)))
        facts.append(agreement(number, kind, begin, last, windows))
    for number, (condition, value) in enumerate(
        draw(
            st.lists(
                st.tuples(st.sampled_from(STATED), st.sampled_from(["Met", "NotMet"])),
                max_size=6,
                unique_by=lambda pair: pair[0],
            )
        )
    ):
        facts.append(state(number, condition, value))
    for number, function in enumerate(draw(st.lists(st.sampled_from(FUNCTIONS), max_size=2, unique=True))):
        need = node(f"need/{number}")
        facts.append(
            (
                *thing(
                    need,
                    h("Need"),
                    (h("situation"), SITUATION),
                    (h("function"), function),
                    (h("window"), draw(st.sampled_from(WINDOWS))),
                ),
                *days(need, BEGIN),
            )
        )
    return World(
        tuple(facts),
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from(["alles", "recht", "recht_en_minister", "recht_en_lhv"])),
    )

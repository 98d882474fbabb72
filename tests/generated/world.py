"""A scenario as facts, that a property adds to, takes from, renames and judges again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox
from tests.generated.bodies import Body, Iri, body

from hiaat.engines import Assessment, Derived
from hiaat.findings import Judgement, decode
from hiaat.knowledge.close import close_scenario, whole
from hiaat.knowledge.days import FIRST_DAY, LAST_DAY
from hiaat.knowledge.graph import Graph, Term
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs

BASE = "https://w3id.org/hiaat/id/scenario/generated"
SCENARIO = Iri(BASE)
FOUR_DAYS = ("earliestDay", "fromDay", "untilDay", "latestDay")
Says = tuple[Iri, Term]
Days = tuple[int, int, int, int]
ALWAYS: Days = (FIRST_DAY, FIRST_DAY, LAST_DAY, LAST_DAY)


@dataclass(frozen=True)
class Fact:
    """One thing of a scenario, and all that is said of it."""

    this: Iri
    says: tuple[Says, ...]

    @property
    def triples(self) -> list[ox.Triple]:
        """As a graph has it."""
        return [ox.Triple(self.this, predicate, value) for predicate, value in self.says]

    def is_a(self, cls: str) -> bool:
        """Whether it is of this class of the core."""
        return (RDF_TYPE, h(cls)) in self.says

    def values(self, word: str) -> list[Term]:
        """What it says by a word of the core."""
        return [value for predicate, value in self.says if predicate == h(word)]

    def value(self, word: str) -> Term | None:
        """The first of these."""
        return next(iter(self.values(word)), None)

    def day(self, word: str) -> int:
        """A day that it says."""
        value = self.value(word)
        assert isinstance(value, ox.Literal), (self, word)
        return int(value.value)

    def speaks_of(self, nodes: set[Iri]) -> bool:
        """Whether it cannot be said without these."""
        return any(value in nodes for _, value in self.says)

    def saying(self, word: str, *values: Term) -> "Fact":
        """The same with other values of a word."""
        return Fact(self.this, (*(one for one in self.says if one[0] != h(word)), *((h(word), v) for v in values)))


def fact(path: str, types: Iterable[Iri], *says: Says, days: Days | None = None) -> Fact:
    """A thing of the scenario, named by a path."""
    when = [] if days is None else [(h(name), whole(day)) for name, day in zip(FOUR_DAYS, days, strict=True)]
    own: list[Says] = [(RDF_TYPE, kind) for kind in types]
    own += [(h("inScenario"), SCENARIO), (rdfs("label"), ox.Literal(path.replace("/", " ")))]
    return Fact(Iri(f"{BASE}/{path}"), (*own, *says, *when))


@dataclass(frozen=True, repr=False)
class World:
    """Facts, and how they are judged."""

    about: str
    facts: tuple[Fact, ...]
    day: int
    known: int
    perspective: Iri

    @property
    def body(self) -> Body:
        """The body of knowledge."""
        return body(self.about)

    def adding(self, *more: Fact) -> "World":
        """With these facts too."""
        return replace(self, facts=(*self.facts, *more))

    def changing(self, old: Fact, new: Fact) -> "World":
        """With a fact that says something else."""
        return replace(self, facts=tuple(new if one is old else one for one in self.facts))

    def without(self, *gone: Fact) -> "World":
        """Without these, and without whatever cannot be said without them."""
        left, nodes = [one for one in self.facts if one not in gone], {one.this for one in gone}
        while more := [one for one in left if one.speaks_of(nodes)]:
            nodes |= {one.this for one in more}
            left = [one for one in left if one not in more]
        return replace(self, facts=tuple(left))

    def is_party(self, one: Fact) -> bool:
        """Whether it is a party: of one of the types of the body."""
        return any(value in self.body.types for _, value in one.says)

    def of(self, cls: str) -> list[Fact]:
        """The facts of a class."""
        return [one for one in self.facts if one.is_a(cls)]

    @property
    def triples(self) -> list[ox.Triple]:
        """The scenario as a graph."""
        return [triple for one in self.facts for triple in one.triples]

    @cached_property
    def closed(self) -> tuple[ox.Triple, ...]:
        """As rules read it."""
        graph = Graph(self.triples)
        close_scenario(graph, self.body.words)
        return tuple(sorted(graph.triples, key=str))

    @property
    def assessment(self) -> Assessment:
        """The day, and the voices heard."""
        day, known = date.fromordinal(self.day), date.fromordinal(self.known)
        return Assessment(SCENARIO, self.perspective, day, known)

    def derive(self) -> Derived:
        """What rules add."""
        return self.body.engine.derive(self.closed, self.assessment)

    @cached_property
    def judgement(self) -> Judgement:
        """Judged, once."""
        return decode(self.derive(), self.closed, self.assessment)

    @cached_property
    def settled(self) -> Judgement:
        """Judged up to the verdicts: without findings, grades and days, in half of the time."""
        derived = self.body.settling.derive(self.closed, self.assessment)
        return decode(derived, self.closed, self.assessment)

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        """As Hypothesis prints what it found."""
        del cycle
        printer.text(repr(self))  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        head = f"World({self.about}, {date.fromordinal(self.day)}, known {date.fromordinal(self.known)}, {_short(self.perspective)}):"
        return "\n  ".join([head, *(_line(one, self.day) for one in self.facts)])


def write(world: World, file: Path) -> None:
    """Its facts as a Turtle file, apart from how they are judged."""
    prefixes = {"": f"{BASE}/", "h": h("").value, "rdfs": rdfs("").value}
    file.write_bytes(ox.serialize(world.triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"")


def plain(world: World, folder: Path) -> Path:
    """Its facts as a file of plain lines, as a user could have it."""
    file = folder / "generated.nt"
    file.write_bytes(ox.serialize(world.triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    return file


def judged(world: World) -> tuple[str, str, str, str]:
    """How it is judged, as `read` wants it: body, day, day of knowledge and perspective."""
    day, known = date.fromordinal(world.day), date.fromordinal(world.known)
    return world.about, day.isoformat(), known.isoformat(), world.perspective.value


def read(file: Path, about: str, day: str, known: str, perspective: str) -> World:
    """What `write` wrote."""
    says: dict[Iri, list[Says]] = {}
    for one in ox.parse(path=file):
        says.setdefault(Iri(one.subject.value), []).append((Iri(one.predicate.value), one.object))
    facts = tuple(Fact(this, tuple(said)) for this, said in says.items())
    on, known_on = (date.fromisoformat(one).toordinal() for one in (day, known))
    return World(about, facts, on, known_on, Iri(perspective))


def _line(one: Fact, day: int) -> str:
    skipped = {RDF_TYPE, rdfs("label"), h("inScenario"), *(h(name) for name in FOUR_DAYS)}
    types = "+".join(_short(value) for predicate, value in one.says if predicate == RDF_TYPE)
    told = [f"{_short(p)} {_told(v, day)}" for p, v in one.says if p not in skipped]
    when = [_told(value, day) for name in FOUR_DAYS for value in one.values(name)]
    return f"{_short(one.this)} ({types}) " + "; ".join([*told, *(["..".join(when)] if when else [])])


def _told(value: Term, day: int) -> str:
    if not isinstance(value, ox.Literal) or not value.value.isdigit():
        return _short(value)
    number = int(value.value)
    return "*" if number in (FIRST_DAY, LAST_DAY) else f"d{number - day:+d}" if number > 100000 else str(number)


def _short(part: object) -> str:
    return str(getattr(part, "value", part)).rsplit("#", 1)[-1].removeprefix(f"{BASE}/")

"""What a body of knowledge has to choose from: its types, functions, windows, ties, kinds of agreement, conditions, norms.

Everything is read from the knowledge itself, by words of the core, so one generator makes scenarios of care, of a village
with hydrants and of a polder. Nothing here, or in the generator, names a word of any of them.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from hiaat.engines import Engine, engine
from hiaat.judging import Judge
from hiaat.knowledge.days import FIRST_DAY, LAST_DAY
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import CORE, RDF_TYPE, h, rdfs, skos
from hiaat.rules import RuleSet

Iri = ox.NamedNode
TESTS = Path(__file__).parents[1]
VERDICT = 84  # the order after which no rule changes who has what, or which cells count
CONDITIONAL = ("condition", "requiresIf", "endingGround", "fulfilledWhen")


@dataclass(frozen=True, eq=False)
class Body:
    """A body of knowledge, as a generator sees it."""

    name: str
    judge: Judge

    @cached_property
    def engine(self) -> Engine:
        """The default engine, kept: it remembers what rules gave."""
        return engine("fast", self.judge.knowledge, self.judge.rules)

    @cached_property
    def settling(self) -> Engine:
        """The same with the rules up to the verdict alone: who has what, and nothing of how that is told."""
        rules = tuple(rule for rule in self.judge.rules.rules if rule.order <= VERDICT)
        return engine("fast", self.judge.knowledge, RuleSet(rules, ()))

    @cached_property
    def words(self) -> Graph:
        """The files as they are."""
        return self.judge.knowledge.words

    @cached_property
    def closed(self) -> Graph:
        """What rules read of them: closed."""
        text = self.judge.knowledge.judging
        return Graph(quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES))

    def instances(self, cls: str) -> list[Iri]:
        """All things of a class of the core."""
        return ordered(self.words.subjects(RDF_TYPE, h(cls)))

    @cached_property
    def functions(self) -> list[Iri]:
        """Every function."""
        return self.instances("Function")

    @cached_property
    def windows(self) -> list[Iri]:
        """Every part of the time that has a name, groups too."""
        return [window for window in self.instances("Window") if not _core(window)]

    @cached_property
    def kinds(self) -> list[Iri]:
        """Every kind of agreement."""
        return self.instances("AgreementKind")

    @cached_property
    def ties(self) -> list[Iri]:
        """Every tie that a scenario can say."""
        return [tie for tie in self.instances("Tie") if not _core(tie)]

    @cached_property
    def perspectives(self) -> list[Iri]:
        """Every perspective; first the one that hears everybody."""
        found = self.instances("Perspective")
        return sorted(found, key=lambda one: (not self.words.objects(one, h("hearsEvery")), one.value))

    @cached_property
    def types(self) -> list[Iri]:
        """Every type of party that the body declares."""
        return [kind for kind in ordered(self.closed.subjects(h("subTypeOf"), h("Actor"))) if not _core(kind)]

    @cached_property
    def standing(self) -> list[Iri]:
        """Parties that the knowledge itself knows."""
        return ordered(node for node, _ in self.closed.pairs(h("nationwide")))

    @cached_property
    def subject_types(self) -> list[Iri]:
        """The types of whoever a situation is of."""
        return ordered(node for node, _ in self.words.pairs(h("defaultSubjectType")))

    @cached_property
    def characteristics(self) -> dict[Iri, list[Iri]]:
        """By what situations are told apart, and which values each has."""
        found = ordered(self.words.subjects(rdfs("subPropertyOf"), h("characteristic")))
        return {one: self._values(one) for one in found}

    def _values(self, characteristic: Iri) -> list[Iri]:
        return ordered(
            value
            for kind in self.words.nodes(characteristic, rdfs("range"))
            for value in self.words.subjects(RDF_TYPE, kind)
        )

    @cached_property
    def norms(self) -> list[Iri]:
        """Every norm."""
        return ordered(node for node, _ in self.words.pairs(h("voice")))

    def functions_of(self, norm: Iri) -> list[Iri]:
        """What a norm is about, or bears on."""
        words = ("function", "remedyFor", "onGapIn", "onEndingOf")
        return ordered(function for word in words for function in self.words.nodes(norm, h(word)))

    def beside(self, norm: Iri) -> list[Iri]:
        """The norms that are about the same, or about one another."""
        about = set(self.closed.nodes(norm, h("coversFunction")))
        linked = {t.object for t in self.words.triples if t.subject == norm}
        alike = [one for one in self.norms if about & set(self.closed.nodes(one, h("coversFunction")))]
        return ordered([*alike, *(one for one in self.norms if one in linked)])

    def days_of(self, norm: Iri) -> list[int]:
        """The days on which something of it begins or ends, and the days around them."""
        names = ("earliestDay", "fromDay", "untilDay", "latestDay")
        values = [self.closed.value(norm, h(name)) for name in names]
        days = {int(value.value) for value in values if isinstance(value, ox.Literal)} - {FIRST_DAY, LAST_DAY}
        return sorted({near for day in days for near in (day - 1, day, day + 1, day + 10)})

    def below(self, kind: Iri) -> list[Iri]:
        """A type and those under it."""
        return [one for one in self.types if kind in self.closed.objects(one, h("subTypeOf"))]

    def covered(self, function: Iri) -> list[Iri]:
        """A function and what is narrower."""
        return ordered(self.closed.nodes(function, h("covers")))

    def able(self, function: Iri) -> list[Iri]:
        """Types of party that can perform a function."""
        above = ordered(self.closed.subjects(h("covers"), function))
        return ordered(kind for one in above for kind in self.words.subjects(h("canPerform"), one))

    def places(self, norm: Iri) -> list[dict[Iri, Iri]]:
        """Values of characteristics that put a situation in a class in which the norm applies."""
        found = []
        for cls in self.closed.nodes(norm, h("appliesIn")):
            for way in self.closed.nodes(cls, h("alternative")):
                tests = self.closed.nodes(way, h("test"))
                found.append({p: v for p, v in map(self._value_test, tests) if p is not None and v is not None})
        return sorted(found, key=str)

    def _value_test(self, test: object) -> tuple[Iri | None, Iri | None]:
        read = [self.closed.nodes(test, h(word)) for word in ("testProperty", "testValue")]  # type: ignore[arg-type]
        found = [ordered(values)[:1] for values in read]
        return (found[0][0], self._written(found[0][0], found[1][0])) if all(found) else (None, None)

    def _written(self, characteristic: Iri, value: Iri) -> Iri:
        """A value that a file can name: the value itself, or one below it that stands for it."""
        allowed = self.characteristics.get(characteristic, [value])
        below = [one for one in allowed if value in self.words.above(one, skos("broader"))]
        return value if value in allowed else (below or [value])[0]

    def stated(self, conditions: list[Iri]) -> list[Iri]:
        """The stated conditions among these and their members."""
        members = [member for one in conditions for member in (one, *self.closed.nodes(one, h("member")))]
        return [one for one in ordered(members) if h("StatedCondition") in self.words.objects(one, RDF_TYPE)]

    def conditions_of(self, norm: Iri) -> list[Iri]:
        """All conditions that a norm names, and those of its preconditions."""
        norms = [norm, *self.words.subjects(h("conditionOf"), norm)]
        return ordered(found for one in norms for word in CONDITIONAL for found in self.words.nodes(one, h(word)))

    @cached_property
    def ruled(self) -> dict[Iri, list[Iri]]:
        """The kinds of agreement of which a norm says how they end, and the conditions on which it lets them."""
        rules = [(kind, norm) for norm in self.norms for kind in self.words.nodes(norm, h("endsKind"))]
        kinds = ordered(kind for kind, _ in rules)
        return {kind: [c for k, norm in rules if k == kind for c in self.conditions_of(norm)] for kind in kinds}

    def templates(self, kind: Iri) -> list[Iri]:
        """The engagements and ties that a kind of agreement brings."""
        return ordered(one for word in ("brings", "bringsTie") for one in self.words.nodes(kind, h(word)))

    def kinds_about(self, functions: list[Iri]) -> list[Iri]:
        """Kinds of agreement that bring one of these functions, or whatever is written."""
        found = []
        for kind in self.kinds:
            templates = self.templates(kind)
            brought = ordered(function for one in templates for function in self.words.nodes(one, h("function")))
            written = any(self.words.value(one, h("asWritten")) for one in templates)
            if written or any(f in self.covered(b) for b in brought for f in functions):
                found.append(kind)
        return found


def ordered(nodes: object) -> list[Iri]:
    """Each once, in the order of their names."""
    found = {node for node in nodes if isinstance(node, Iri)}  # type: ignore[attr-defined]
    return sorted(found, key=lambda one: one.value)


def _core(node: Iri) -> bool:
    return node.value.startswith(CORE)


@cache
def body(name: str) -> Body:
    """`care`, the body that ships; `village`, the toy; `polder`, written by somebody who knew no rule."""
    folders = {"care": [], "village": [TESTS / "toy/world"], "polder": [TESTS / "foreign/polder"]}
    return Body(name, Judge(folders[name]))


BODIES = ("care", "village", "polder")

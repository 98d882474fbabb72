"""What a generated scenario is made of so far: what it is mostly about, and who is in it.

A scenario made of anything at all would seldom let two things meet. So each is about a few norms of the body: their
functions, the types that they speak of, the places and days in which they count. What is added after that mostly keeps to
these, and sometimes does not.
"""

from dataclasses import dataclass, field

from tests.generated.bodies import Body, Iri, ordered
from tests.generated.choose import Choose, chance, one, some, weighed
from tests.generated.world import ALWAYS, Days, Fact, Says, World, fact

from hiaat.knowledge.close import TRUE
from hiaat.knowledge.days import FIRST_DAY, LAST_DAY
from hiaat.knowledge.terms import h, skos

USUAL_DAY = 739052  # 2024-06-15
LONG, YEAR, MONTH = 2500, 365, 30
KINDS = ("endsKind", "prohibitsAgreement")


@dataclass
class Cast:
    """A scenario that is being made."""

    body: Body
    choose: Choose
    day: int = USUAL_DAY
    facts: list[Fact] = field(default_factory=list)
    norms: list[Iri] = field(default_factory=list)
    functions: list[Iri] = field(default_factory=list)
    conditions: list[Iri] = field(default_factory=list)
    kinds: list[Iri] = field(default_factory=list)
    types: list[Iri] = field(default_factory=list)
    parties: dict[Iri, Iri] = field(default_factory=dict)  # and the first type of each
    subjects: list[Iri] = field(default_factory=list)
    settings: list[Iri] = field(default_factory=list)

    def of(self, cls: str) -> list[Fact]:
        """What there is of a class of the core."""
        return [one for one in self.facts if one.is_a(cls)]

    def tell(self, name: str, types: list[Iri], *says: Says, days: Days | None = None) -> Fact:
        """Add a thing."""
        made = fact(f"{name}/{sum(f'/{name}/' in one.this.value for one in self.facts) + 1}", types, *says, days=days)
        self.facts.append(made)
        return made

    def function(self) -> Iri:
        """Mostly one that the scenario is about; else one near it, or any."""
        near = [(58, self.functions[:1]), (28, self.functions), (10, self._near())]
        own = [one.this for one in self.of("Function")]
        options = weighed(self.choose, [*near, (4, self.body.functions), *([(4, own)] if own else [])])
        return one(self.choose, options)

    def _near(self) -> list[Iri]:
        wide = [above for f in self.functions for above in self.body.closed.subjects(h("covers"), f)]
        return ordered([*wide, *(narrow for f in self.functions for narrow in self.body.covered(f))])

    def windows(self) -> list[Says]:
        """None, one, or more."""
        count = weighed(self.choose, [(45, 0), (45, 1), (10, 2)])
        return [(h("window"), window) for window in some_exactly(self.choose, self.body.windows, count)]

    def party(self, *kinds: Iri) -> Iri:
        """A party of one of the types that is there already, or a new one; of no type in particular: anybody."""
        fitting = [kind for wanted in kinds for kind in self.body.below(wanted)]
        there = [party for party, kind in self.parties.items() if not kinds or kind in fitting]
        if there and not chance(self.choose, 14):
            return one(self.choose, there)
        if not kinds and self.body.standing and chance(self.choose, 15):
            return one(self.choose, self.body.standing)
        exact = [kind for kind in kinds if kind in fitting and not chance(self.choose, 40)]
        return self.new_party(one(self.choose, exact or fitting or self.types or self.body.types))

    def new_party(self, kind: Iri) -> Iri:
        """A party of a type; now and then of two, for another, or a stand-in."""
        types = [kind, one(self.choose, self.types or [kind])] if chance(self.choose, 8) else [kind]
        says: list[Says] = []
        if self.parties and chance(self.choose, 10):
            says.append((h("worksFor"), one(self.choose, list(self.parties))))
        if chance(self.choose, 5):
            says.append((h("standIn"), TRUE))
        made = self.tell("party", list(dict.fromkeys(types)), *says).this
        self.parties[made] = kind
        return made

    def period(self) -> Days:
        """Mostly running on the day; else over, still to come, or not sure to be either."""
        d, begin = self.day, weighed(self.choose, [(6, LONG), (2, YEAR), (2, MONTH), (1, 1), (1, 0)])
        return weighed(
            self.choose,
            [
                (56, (d - begin, d - begin, LAST_DAY, LAST_DAY)),
                (6, ALWAYS),
                (9, (d - LONG, d - LONG, d - 40, d - 40)),
                (4, (d - begin, d - begin, d + 100, d + 100)),
                (3, (d - YEAR, d - YEAR, d, d)),
                (3, (d - YEAR, d - YEAR, d - 1, d - 1)),
                (4, (d + 1, d + 1, LAST_DAY, LAST_DAY)),
                (5, (d - 14, d + 15, LAST_DAY, LAST_DAY)),
                (5, (d - YEAR, d - YEAR, d - 15, d + 14)),
                (2, (d - LONG, d - LONG + MONTH, d - YEAR, d - YEAR + MONTH)),
                (1, (d + 10, d + 40, LAST_DAY, LAST_DAY)),
                (1, (d - 14, d + 15, d - 14, d + 15)),
                (1, (FIRST_DAY, FIRST_DAY, d + 5, LAST_DAY)),
            ],
        )

    def day_near(self) -> int:
        """Of a step: mostly before the day."""
        return self.day + weighed(self.choose, [(5, -20), (3, -100), (2, -1), (2, 0), (1, 1), (1, 30), (1, -LONG)])


def some_exactly(choose: Choose, options: list[Iri], count: int) -> list[Iri]:
    """So many of the options."""
    left, found = list(options), list[Iri]()
    while len(found) < min(count, len(options)):
        found.append(left.pop(choose.number(len(left) - 1)))
    return found


def start(body: Body, choose: Choose) -> Cast:
    """What the scenario is about, and the day on which it is judged."""
    cast = Cast(body, choose)
    first = one(choose, body.norms)
    cast.norms = [
        first,
        *some_exactly(choose, body.beside(first) if chance(choose, 70) else body.norms, choose.number(2)),
    ]
    functions = ordered(f for norm in cast.norms for f in body.functions_of(norm)) or body.functions
    cast.functions = some_exactly(choose, functions, 3)
    near = [norm for norm in body.norms if set(body.closed.nodes(norm, h("coversFunction"))) & set(cast.functions)]
    ending = ordered(kind for norm in cast.norms for word in KINDS for kind in body.words.nodes(norm, h(word)))
    about = body.kinds_about(cast.functions)
    cast.kinds = [*ending, *ending, *about, *(kind for kind in about if kind in body.ruled), *about] or body.kinds
    cast.conditions = ordered(found for norm in [*cast.norms, *near] for found in body.conditions_of(norm))
    bearers = [kind for norm in [*cast.norms, *near] for kind in body.words.nodes(norm, h("bearer"))]
    cast.types = ordered([*bearers, *(kind for f in cast.functions for kind in body.able(f))]) or body.types
    days = [day for norm in cast.norms for day in body.days_of(norm)]
    if days and chance(choose, 22):
        cast.day = one(choose, days)
    _people(cast)
    return cast


def _people(cast: Cast) -> None:
    for kind in some(cast.choose, cast.types, 4):
        cast.new_party(one(cast.choose, [kind, *cast.body.below(kind)]))
    if chance(cast.choose, 6):
        broader = one(cast.choose, cast.functions)
        cast.tell("function", [h("Function")], (skos("broader"), broader))


def going_on(world: World, choose: Choose) -> Cast:
    """A scenario that is there, to add to: about what it speaks of, between the parties that it has."""
    cast, about = Cast(world.body, choose, world.day, list(world.facts)), world.body
    told = ordered(value for one in world.facts for value in one.values("function"))
    cast.functions = [function for function in told if function in about.functions] or about.functions
    cast.kinds = about.kinds_about(cast.functions) or about.kinds
    cast.conditions = about.instances("StatedCondition")
    cast.parties = {one.this: _type(world, one) for one in world.facts if world.is_party(one)}
    cast.subjects = ordered(who for situation in world.of("Situation") for who in situation.values("subject"))
    cast.types = ordered(cast.parties.values())
    return cast


def _type(world: World, party: Fact) -> Iri:
    return next(value for _, value in party.says if isinstance(value, Iri) and value in world.body.types)

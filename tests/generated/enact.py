"""Small stories that a norm calls for: somebody of whom it speaks, who takes on what it is about, or ends it.

What several things must come together for is too rare where each is drawn alone. Each story is read off the norm: its
bearer, function, windows, conditions, and the kind of agreement of which it says how that ends.
"""

from tests.generated.bodies import Iri, ordered
from tests.generated.cast import MONTH, YEAR, Cast
from tests.generated.choose import chance, one, weighed
from tests.generated.grounds import STATES, agree, conditions
from tests.generated.steps import act
from tests.generated.world import ALWAYS, FOUR_DAYS, Fact, Says

from hiaat.knowledge.close import TRUE
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs

OF_ITSELF = {RDF_TYPE, rdfs("label"), h("inScenario"), *map(h, FOUR_DAYS)}


def tell_story(cast: Cast) -> None:
    """Of a norm near what the scenario is about."""
    words = cast.body.words
    near = [
        norm for norm in cast.body.norms if set(cast.body.closed.nodes(norm, h("coversFunction"))) & set(cast.functions)
    ]
    norm = one(cast.choose, near or cast.norms)
    party = cast.party(*ordered(words.nodes(norm, h("bearer"))))
    kinds = ordered([*words.nodes(norm, h("endsKind")), *words.nodes(norm, h("prohibitsAgreement"))])
    if kinds:
        _ended(cast, one(cast.choose, kinds), party)
    if not kinds or chance(cast.choose, 40):
        _taken_on(cast, norm, party)
    for condition in cast.body.stated(cast.body.conditions_of(norm)):
        if chance(cast.choose, 70):
            said = [(h("condition"), condition), (h("state"), h(weighed(cast.choose, STATES)))]
            cast.tell("state", [h("ConditionState")], *said, days=ALWAYS if chance(cast.choose, 60) else cast.period())


def _taken_on(cast: Cast, norm: Iri, party: Iri) -> None:
    """The party, or whoever can, takes it on in the windows that the norm names."""
    covered = ordered(cast.body.closed.nodes(norm, h("coversFunction")))
    function = one(cast.choose, [f for f in covered if f in cast.functions] or covered or cast.functions)
    windows = [
        (h("window"), one) for one in ordered(cast.body.words.nodes(norm, h("window"))) if chance(cast.choose, 60)
    ]
    where = one(cast.choose, cast.of("Situation")).this
    says: list[Says] = [(h("engaged"), party), (h("function"), function), (h("kind"), h("Performance"))]
    cast.tell("engagement", [h("Engagement")], *says, (h("situation"), where), *windows, days=cast.period())


def _ended(cast: Cast, kind: Iri, party: Iri) -> None:
    """An agreement of the kind, of which the party perhaps gives notice."""
    made = agree(cast, kind, party)
    if chance(cast.choose, 60):
        effect = weighed(cast.choose, [(3, MONTH), (2, 2 * MONTH), (2, 0), (1, YEAR)])
        ago = effect + weighed(cast.choose, [(6, 10), (2, -5), (2, 0)])
        kind_of_step = one(cast.choose, ["GiveNotice", "GiveNotice", "End"])
        act(cast, kind_of_step, party, (h("about"), made.this), effect=effect, ago=ago)


def tell_again(cast: Cast) -> None:
    """What somebody took on, taken on once more: on conditions, by another, in another time, or as a stand-in."""
    there = cast.of("Engagement") + cast.of("Agreement")
    if not there:
        return
    old = one(cast.choose, there)
    new = Fact(old.this, tuple(said for said in old.says if said[0] not in OF_ITSELF))
    if old.is_a("Engagement") and chance(cast.choose, 40):
        new = new.saying("engaged", cast.party())
    if chance(cast.choose, 20):
        new = new.saying("standIn", TRUE)
    new = new.saying("condition", *(condition for _, condition in conditions(cast, 60)))
    sort = "Engagement" if old.is_a("Engagement") else "Agreement"
    cast.tell(sort.lower(), [h(sort)], *new.says, days=cast.period())

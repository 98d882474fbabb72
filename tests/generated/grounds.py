"""What parties agreed, took on and offered, and on what conditions."""

from tests.generated.bodies import Iri, ordered
from tests.generated.cast import Cast
from tests.generated.choose import chance, one, some, weighed
from tests.generated.world import ALWAYS, Fact, Says

from hiaat.knowledge.close import TRUE
from hiaat.knowledge.terms import RDF_TYPE, h

RESPONSIBILITIES = [(66, "Performance"), (12, "Accountability"), (14, "Organisation")]
OTHERS = [(3, "Procurement"), (3, "Funding"), (2, "Oversight")]


def responsibility(cast: Cast) -> Iri:
    """In which sense: mostly doing it."""
    return h(weighed(cast.choose, [*RESPONSIBILITIES, *OTHERS]))


def conditions(cast: Cast, percent: int, *near: Iri) -> list[Says]:
    """On what conditions a ground rests, if on any: of the knowledge, or of the scenario's own."""
    if not chance(cast.choose, percent):
        return []
    own = [one.this for sort in ("FunctionCondition", "AgreementCondition") for one in cast.of(sort)]
    sorts = ("StatedCondition", "FunctionCondition", "AgreementCondition", "ConditionSet")
    known = ordered(c for sort in sorts for c in cast.body.instances(sort))
    groups = [(40, cast.conditions), (12, own), (20, known), (28, [])]
    group = weighed(cast.choose, [(w, group) for w, group in groups if group or w == 28])
    found = [one(cast.choose, group) if group else _own_condition(cast, *near)]
    if chance(cast.choose, 20):
        found.append(one(cast.choose, cast.body.instances("StatedCondition")))
    return [(h("condition"), condition) for condition in dict.fromkeys(found)]


def _own_condition(cast: Cast, *near: Iri) -> Iri:
    """That somebody does something, or that something was agreed."""
    if chance(cast.choose, 35):
        return _agreed(cast, *near)
    needed: list[Says] = [(h("needsFunction"), cast.function()), *cast.windows()]
    return cast.tell("condition", [h("FunctionCondition")], *needed).this


def _agreed(cast: Cast, *near: Iri) -> Iri:
    """Often something that was, with a party to it; of those who made it, some may be near: who rest on the condition."""
    made = cast.of("Agreement")
    agreement = one(cast.choose, made) if made and chance(cast.choose, 80) else None
    kind = agreement.value("agreementKind") if agreement else one(cast.choose, cast.body.kinds)
    says: list[Says] = [(h("needsAgreement"), kind or cast.body.kinds[0])]
    if chance(cast.choose, 70):
        partners = [one for one in (agreement.values("between") if agreement else []) if one not in near]
        says.append((h("partner"), one(cast.choose, partners) if partners else cast.party()))
    if chance(cast.choose, 40):
        says.append((h("needsWriting"), TRUE))
    return cast.tell("condition", [h("AgreementCondition")], *says).this


def tell_agreement(cast: Cast) -> None:
    """An agreement of a kind, between parties of the types that it speaks of."""
    agree(cast, one(cast.choose, cast.body.kinds if chance(cast.choose, 20) else cast.kinds))


def agree(cast: Cast, kind: Iri, *with_them: Iri) -> Fact:
    """One of this kind, between these parties and whoever else it takes."""
    templates = cast.body.templates(kind)
    words = ("byType", "inNameOf", "partnerType")
    cast_as = [(template, word, _party(cast, template, word)) for template in templates for word in words]
    between = ordered([*with_them, *(party for _, _, party in cast_as)])
    if any(h("ScopeSubjects") in cast.body.words.objects(one, h("scope")) for one in templates) or chance(
        cast.choose, 10
    ):
        between.append(one(cast.choose, cast.subjects))
    while len(set(between)) < 2:
        between.append(cast.new_party(one(cast.choose, cast.types)) if between else cast.party())
    says: list[Says] = [(h("agreementKind"), kind), *((h("between"), party) for party in ordered(between))]
    if any(cast.body.words.value(one, h("asWritten")) for one in templates):
        says += [(h("function"), cast.function()), *cast.windows()]
    elif chance(cast.choose, 15):
        says += cast.windows()
    performed = [one for one in templates if h("Performance") in cast.body.words.nodes(one, h("kind"))]
    able = [party for template, word, party in cast_as if template in performed and word == "byType"]
    says += conditions(cast, 28, *between)
    details = _details(cast, ordered(between))
    says += [one for one in details if one[0] != h("takenOnBy") or not performed or one[1] in able]
    if able and _is_for_another(cast, templates) and not any(word == h("takenOnBy") for word, _ in says):
        says.append((h("takenOnBy"), one(cast.choose, ordered(able))))
    return cast.tell("agreement", [h("Agreement")], *says, days=cast.period())


def _is_for_another(cast: Cast, templates: list[Iri]) -> bool:
    """Whether one does for another what the kind brings, so that it must be said who, where both could."""
    types = {tuple(ordered(cast.body.words.nodes(one, h("byType")))) for one in templates}
    return len(types) > 1 or any(cast.body.words.value(one, h("standIn")) for one in templates)


def _party(cast: Cast, template: Iri, word: str) -> Iri | None:
    kinds = ordered(cast.body.words.nodes(template, h(word)))
    subject = [one for one in kinds if set(cast.body.below(one)) & set(cast.body.subject_types)]
    if subject and chance(cast.choose, 70):
        return one(cast.choose, cast.subjects)
    return cast.party(*kinds) if kinds else None


def _details(cast: Cast, between: list[Iri]) -> list[Says]:
    """What an agreement may say besides."""
    said: list[Says] = [
        (h("inWriting"), h(one(cast.choose, ["Yes", "No"]))),
        (h("existence"), h("possibly")),
        (h("takenOnBy"), one(cast.choose, between)),
        (h("forSituation"), one(cast.choose, cast.of("Situation")).this),
        (h("joint"), TRUE),
    ]
    rare = {h("inWriting"): 40, h("takenOnBy"): 10}
    return [pair for pair in said if chance(cast.choose, rare.get(pair[0], 7))] + _name(cast, 12)


def _name(cast: Cast, percent: int) -> list[Says]:
    """In whose name."""
    if not chance(cast.choose, percent):
        return []
    if chance(cast.choose, 30):
        return [(h("ownName"), TRUE)]
    taken = [value for made in cast.of("Engagement") for value in made.values("engaged") if isinstance(value, Iri)]
    return [(h("principal"), one(cast.choose, taken) if taken and chance(cast.choose, 70) else cast.party())]


def tell_engagement(cast: Cast) -> None:
    """What a party itself took on."""
    function = cast.function()
    able = [kind for kind in cast.body.able(function) if kind in cast.body.types]
    party = cast.party(*able) if able and not chance(cast.choose, 20) else cast.party()
    where = [one(cast.choose, cast.of("Situation")).this]
    if chance(cast.choose, 30):
        where = [situation.this for situation in cast.of("Situation")]
    says: list[Says] = [(h("engaged"), party), (h("function"), function), (h("kind"), responsibility(cast))]
    says += [(h("situation"), situation) for situation in where]
    says += cast.windows() + conditions(cast, 30, party) + _name(cast, 30)
    says += [(h(word), TRUE) for word in ("joint", "standIn") if chance(cast.choose, 9)]
    if cast.of("Agreement") and chance(cast.choose, 12):
        says.append((h("underAgreement"), one(cast.choose, cast.of("Agreement")).this))
    cast.tell("engagement", [h("Engagement")], *says, days=cast.period())


def tell_offer(cast: Cast) -> None:
    """That a party is willing."""
    says: list[Says] = [(h("offeredBy"), cast.party())]
    if chance(cast.choose, 30):
        kind = one(cast.choose, cast.kinds)
        says.append((h("aboutKind"), kind))
        takers = ordered(
            t for template in cast.body.templates(kind) for t in cast.body.words.nodes(template, h("byType"))
        )
        says[0] = (h("offeredBy"), cast.party(*takers))
    else:
        says += [(h("function"), cast.function()), *cast.windows()]
        if chance(cast.choose, 10):
            says.append((h("kind"), responsibility(cast)))
    if chance(cast.choose, 20):
        says.append((h("forSituation"), one(cast.choose, cast.of("Situation")).this))
    cast.tell("offer", [h("Offer")], *says, *conditions(cast, 40), days=cast.period())


def tell_states(cast: Cast) -> None:
    """Whether conditions are met, of all or of one thing."""
    used = [value for fact in cast.facts for value in fact.values("condition") if isinstance(value, Iri)]
    kinds = [kind for fact in cast.of("Agreement") for kind in fact.values("agreementKind")]
    grounds = [ground for kind in kinds if isinstance(kind, Iri) for ground in cast.body.ruled.get(kind, ())]
    stated = cast.body.stated([*used, *grounds, *cast.conditions]) or cast.body.instances("StatedCondition")
    for condition in some(cast.choose, stated, 6):
        for _ in range(weighed(cast.choose, [(85, 1), (15, 2)])):
            says: list[Says] = [(h("condition"), condition), (h("state"), h(weighed(cast.choose, STATES)))]
            of = _of(cast)
            says += [(h("of"), of)] if of else []
            cast.tell("state", [h("ConditionState")], *says, days=ALWAYS if chance(cast.choose, 50) else cast.period())
    others = [one for one in (*used, *cast.conditions) if one not in cast.body.stated([one])]
    if others and chance(cast.choose, 20):
        _state_what_follows(cast, one(cast.choose, ordered(others)))


def _state_what_follows(cast: Cast, condition: Iri) -> None:
    """A condition that follows from what is agreed may be stated only where that is not described in full."""
    types = [
        *cast.body.words.objects(condition, RDF_TYPE),
        *(v for f in cast.facts if f.this == condition for _, v in f.says),
    ]
    parts = {h("FunctionCondition"): "AllEngagements", h("AgreementCondition"): "AllAgreements"}
    scenario = next(fact for fact in cast.facts if fact.is_a("Scenario"))
    if all(h(part) not in scenario.values("inFull") for cls, part in parts.items() if cls in types):
        says = [(h("condition"), condition), (h("state"), h(weighed(cast.choose, STATES)))]
        cast.tell("state", [h("ConditionState")], *says, days=ALWAYS)


STATES = [(45, "Met"), (45, "NotMet"), (10, "Unknown")]


def _of(cast: Cast) -> Iri | None:
    of = [None, *(f"{name}" for name in ("Situation", "Agreement", "Engagement", "party"))]
    chosen = weighed(cast.choose, list(zip((60, 12, 10, 8, 10), of, strict=True)))
    if chosen is None:
        return None
    there = list(cast.parties) if chosen == "party" else [fact.this for fact in cast.of(chosen)]
    return one(cast.choose, there) if there else None

"""Steps that parties took, the state they are in, what they do in fact, and what they say."""

from tests.generated.bodies import Iri
from tests.generated.cast import MONTH, YEAR, Cast
from tests.generated.choose import chance, one, weighed
from tests.generated.grounds import responsibility
from tests.generated.world import Days, Fact, Says

from hiaat.knowledge.close import whole
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h

VAGUE = 20  # days


def tell_act(cast: Cast) -> None:
    """A step of any kind for which there is something to step upon."""
    there = cast.of("Agreement") + cast.of("Engagement")
    options = [
        (6, _ask),
        (8, _refuse),
        (8, _leave),
        (8, _delegate),
        (8, _suspend),
        (8, _order),
        *([(22, _give_notice), (10, _end)] if there else []),
        *([(10, _rule)] if any(done.value("about") for done in cast.of("Act")) else []),
    ]
    weighed(cast.choose, options)(cast)


def act(
    cast: Cast,
    kind: str,
    actor: Iri,
    *says: Says,
    effect: int | None = None,
    until: int = LAST_DAY,
    ago: int | None = None,
) -> Fact:
    """A step; its effect is so many days after it. Its day may be vague, and so is its effect then, and its last day."""
    day = cast.day_near() if ago is None else cast.day - ago
    vague, open_end = chance(cast.choose, 20) * VAGUE, chance(cast.choose, 20) * 3 * VAGUE
    if vague and ago is None and chance(cast.choose, 30):
        day = cast.day + VAGUE // 2  # it may have been, and may be to come
    if kind in ("End", "Leave") and effect is not None and vague:
        until, open_end = day + effect, vague
    last = max(day, until)
    days: Days = (day - vague, day, last if last == LAST_DAY else max(day - vague, last - open_end), last)
    more = [] if effect is None else [(h("effectDay"), whole(day + effect))]
    if effect is not None and vague:
        more.append((h("effectEarliest"), whole(day + effect - vague)))
    own: list[Says] = [(h("actKind"), h(kind)), (h("actor"), actor), (h("actDay"), whole(day)), *more]
    return cast.tell("act", [h("Act")], *own, *says, days=days)


def _about(cast: Cast) -> list[Says]:
    if chance(cast.choose, 30):
        return [(h("aboutKind"), one(cast.choose, cast.kinds))]
    return [(h("function"), cast.function())]


def _where(cast: Cast) -> list[Says]:
    return [(h("forSituation"), one(cast.choose, cast.of("Situation")).this)] if chance(cast.choose, 20) else []


def _ask(cast: Cast) -> None:
    act(cast, "Ask", cast.party(), (h("addressee"), cast.party()), *_about(cast), *_where(cast))


def _refuse(cast: Cast) -> None:
    act(cast, "Refuse", cast.party(), *_about(cast), *_where(cast))


def _ended(cast: Cast) -> tuple[Iri, Says]:
    """Who ends what: a party to it."""
    thing = one(cast.choose, cast.of("Agreement") + cast.of("Engagement"))
    parties = [value for word in ("between", "engaged") for value in thing.values(word) if isinstance(value, Iri)]
    return one(cast.choose, parties), (h("about"), thing.this)


def _give_notice(cast: Cast) -> None:
    actor, about = _ended(cast)
    effect = weighed(cast.choose, [(4, MONTH), (3, 10), (2, YEAR), (2, 0), (1, None)])
    act(cast, "GiveNotice", actor, about, effect=effect)


def _end(cast: Cast) -> None:
    actor, about = _ended(cast)
    act(cast, "End", actor, about, effect=weighed(cast.choose, [(4, 0), (1, 10)]))


def _leave(cast: Cast) -> None:
    act(cast, "Leave", cast.party(), effect=weighed(cast.choose, [(4, 0), (1, 10)]))


def _delegate(cast: Cast) -> None:
    taken = [value for made in cast.of("Engagement") for value in made.values("engaged") if isinstance(value, Iri)]
    actor = one(cast.choose, taken) if taken and not chance(cast.choose, 30) else cast.party()
    kind = one(cast.choose, ["Delegate", "Assign"])
    act(cast, kind, actor, (h("addressee"), cast.party()), (h("function"), cast.function()), *_where(cast), effect=0)


def _suspend(cast: Cast) -> None:
    there = [fact.this for fact in cast.of("Agreement") + cast.of("Engagement")]
    party = cast.party()
    about = party if not there or chance(cast.choose, 40) else one(cast.choose, there)
    until = cast.day + one(cast.choose, [50, 0, -1, LAST_DAY - cast.day])
    act(cast, "Suspend", cast.party(), (h("addressee"), party), (h("about"), about), effect=0, until=until)


def _order(cast: Cast) -> None:
    says: list[Says] = [(h("addressee"), cast.party()), (h("function"), cast.function()), *_where(cast)]
    if chance(cast.choose, 40):
        says.append((h("kind"), responsibility(cast)))
    until = weighed(cast.choose, [(6, LAST_DAY), (1, cast.day + 50), (2, cast.day - 1)])
    act(cast, "Order", cast.party(), *says, effect=weighed(cast.choose, [(4, 0), (1, 10)]), until=until)


def _rule(cast: Cast) -> None:
    acts = [done.this for done in cast.of("Act") if done.value("about")]
    answer = h(one(cast.choose, ["Yes", "No"]))
    act(cast, "Rule", cast.party(), (h("about"), one(cast.choose, acts)), (h("finds"), answer), effect=0)


def tell_party_state(cast: Cast) -> None:
    """A party that is full, ill, not able, or bankrupt."""
    kind = one(cast.choose, cast.body.instances("StateKind"))
    cast.tell("partystate", [h("PartyState")], (h("party"), cast.party()), (h("stateKind"), kind), days=cast.period())


def tell_conduct(cast: Cast) -> None:
    """What a party does in fact, or does not."""
    says: list[Says] = [(h("party"), cast.party()), (h("function"), cast.function()), *_where(cast)]
    kind = one(cast.choose, cast.body.instances("ConductKind"))
    cast.tell("conduct", [h("Conduct")], (h("conductKind"), kind), *says, days=cast.period())


def tell_claim(cast: Cast) -> None:
    """What a party says of a task."""
    kind = one(cast.choose, cast.body.instances("ClaimKind"))
    says: list[Says] = [(h("claimant"), cast.party()), (h("claimKind"), kind), (h("function"), cast.function())]
    if kind == h("Anothers"):
        says.append((h("claimedOf"), cast.party()))
    if chance(cast.choose, 30):
        says.append((h("kind"), responsibility(cast)))
    day = cast.day_near()
    days = cast.period() if chance(cast.choose, 40) else (day, day, LAST_DAY, LAST_DAY)
    cast.tell("claim", [h("Claim")], *says, days=days)

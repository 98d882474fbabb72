"""Offers that begin after the day judged: nothing follows from them yet, and whoever needs the work wants to know."""

from collections.abc import Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.scene import Scene
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.terms import h

PERFORMANCE = h("Performance").value


def functions_of(scene: Scene, thing: str) -> tuple[str, ...]:
    """What a statement names, or what a party could perform by the kind of agreement that it names."""
    lexicon = scene.lexicon
    brought = [one for kind in scene.values(thing, "aboutKind") for one in lexicon.nodes(kind, "brings")]
    performed = [one for one in brought if PERFORMANCE in lexicon.nodes(one, "kind")]
    own = scene.values(thing, "function")
    return tuple(dict.fromkeys([*own, *(f for one in performed for f in lexicon.nodes(one, "function"))]))


def later_offers(teller: Teller, finding: Finding, party: str) -> Iterator[Sentence]:
    """What a party offers of the work that a finding is about, from a later day on."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    for offer in scene.things("Offer") if h(finding.responsibility).value == PERFORMANCE else ():
        begins, surely = (scene.number(offer, word) for word in ("earliestDay", "fromDay"))
        named = scene.values(offer, "forSituation")
        about = any(lexicon.narrower_or_same(finding.function, one) for one in functions_of(scene, offer))
        here = not named or bool({*named} & {*finding.situations})
        if begins and begins > scene.day and party in scene.values(offer, "offeredBy") and about and here:
            conditions = scene.values(offer, "condition")
            short = Shortfalls(teller, finding.function)
            yield teller.say(
                "offer-later",
                [offer, *conditions],
                since=lexicon.date(begins) if begins == surely else lexicon.month(begins),
                windows=lexicon.windows(scene.values(offer, "window")),
                conditions=lexicon.join(map(short.condition, conditions)),
                cites=teller.cite([offer]),
            )

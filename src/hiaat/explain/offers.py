"""What begins after the day judged, offered or taken on: nothing follows from it yet; who needs it wants to know."""

from collections.abc import Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.scene import Scene
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.findings import Engagement, Finding
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
                since=_since(scene, begins, surely),
                windows=lexicon.windows(scene.values(offer, "window")),
                conditions=short.listed(conditions),
                cites=teller.cite([offer]),
            )


def later_engagements(teller: Teller, finding: Finding, party: str) -> Iterator[Sentence]:
    """What a party took on of the work that a finding is about, from a later day on; each source once."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    told: dict[str, list[Engagement]] = {}
    for one in begins_later(scene, finding, party):
        told.setdefault(one.source, []).append(one)
    for source, same in told.items():
        begins, surely = (scene.number(source, word) for word in ("earliestDay", "fromDay"))
        windows = {window for one in same for window in one.windows}
        yield teller.say(
            "engaged-later",
            [*(one.iri for one in same), source],
            function=lexicon.join(dict.fromkeys(lexicon.phrase(one.function) for one in same)),
            since=_since(scene, begins or scene.day, surely),
            windows=lexicon.windows(windows) if windows != set(finding.windows) else "",
            agreement=lexicon.join(dict.fromkeys(scene.agreement(one.agreement) for one in same if one.agreement)),
            others=scene.others(source, party),
            cites=teller.cite([source]),
        )


def begins_later(scene: Scene, finding: Finding, party: str) -> list[Engagement]:
    """What a party took on of this work here, from a day after the day judged."""
    return [
        one
        for one in scene.judgement.engagements.values()
        if one.party == party
        and one.status == "NotYet"
        and one.kind == finding.responsibility
        and one.situation in finding.situations
        and any(scene.lexicon.narrower_or_same(function, one.function) for function in finding.functions)
        and (scene.number(one.source, "earliestDay") or 1) > scene.day
        and any(party not in cell.holders for cell in finding.cells)
    ]


def coming(scene: Scene, finding: Finding) -> list[str]:
    """The parties that took this work on from a later day."""
    parties = dict.fromkeys(one.party for one in scene.judgement.engagements.values())
    return sorted(party for party in parties if begins_later(scene, finding, party))


def _since(scene: Scene, begins: int, surely: int | None) -> str:
    return scene.lexicon.date(begins) if begins == surely else scene.lexicon.month(begins)

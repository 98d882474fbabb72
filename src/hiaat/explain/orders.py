"""Orders on a case: who ordered what of whom, from when until when. It is no agreement, and nobody took it on."""

from collections.abc import Iterable

from hiaat.explain.norms import until_day
from hiaat.explain.scene import Scene
from hiaat.explain.teller import Teller
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h

ORDER = h("Order").value


def is_order(scene: Scene, ground: str) -> bool:
    """Whether a ground is an order."""
    return ORDER in scene.values(ground, "actKind")


def orders_among(scene: Scene, grounds: Iterable[str]) -> list[str]:
    """The orders among grounds, the earliest first."""
    found = {one for one in grounds if is_order(scene, one)}
    return sorted(found, key=lambda one: (scene.number(one, "actDay") or 0, one))


def orders_given(teller: Teller) -> list[str]:
    """The orders that were given by the day judged, and are known, the earliest first."""
    scene = teller.scene
    known = min(scene.day, scene.judgement.assessment.known_on.toordinal())
    return [one for one in orders_among(scene, scene.things("Act")) if (scene.number(one, "actDay") or 0) <= known]


def order_slots(teller: Teller, act: str) -> dict[str, str]:
    """The day of an order, who gave it, its first day if that is another, and its last day if it has one."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    day = scene.number(act, "actDay") or scene.day
    first = scene.number(act, "effectDay") or day
    last, latest = (scene.number(act, word) or LAST_DAY for word in ("untilDay", "latestDay"))
    return {
        "actor": scene.party(scene.value(act, "actor")),
        "day": lexicon.date(day),
        "first": lexicon.date(first) if first != day else "",
        "until": until_day(lexicon, (last, latest)) if latest < LAST_DAY else "",
        "cites": teller.cite([act]),
    }

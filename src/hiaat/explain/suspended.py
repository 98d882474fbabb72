"""Suspensions: of who may not do the work now, and those that were decided and begin after the day judged."""

from collections.abc import Iterator

from hiaat.explain.model import Bullet, Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.terms import h

SUSPEND = h("Suspend").value


def suspended(teller: Teller, finding: Finding, party: str) -> list[str]:
    """The acts by which a party itself surely may not do now what a finding is about."""
    scene = teller.scene
    short = (
        short.source
        for cell in scene.judgement.cells
        if (cell.situation, cell.function) in finding.where
        for one in cell.candidates
        if one.party == party and one.standing == "Former"
        for short in one.shortfalls
        if short.certainty == "surely"
    )
    return sorted({one for one in short if _is_suspension(teller, one) and party in scene.values(one, "about")})


def may_not_now(teller: Teller, acts: list[str]) -> Iterator[Sentence]:
    """That a party may not do the work now, by these acts."""
    for act in acts:
        yield teller.say("act-suspended", [act], **_slots(teller, act))


def coming_suspensions(teller: Teller) -> Iterator[Bullet]:
    """Suspensions that were decided by the day judged, and are known, with a first day after it."""
    scene = teller.scene
    known = min(scene.day, scene.judgement.assessment.known_on.toordinal())
    for act in scene.things("Act"):
        day, first = (scene.number(act, word) for word in ("actDay", "effectDay"))
        if _is_suspension(teller, act) and day and first and day <= known and scene.day < first:
            said = teller.say("suspended-later", [act], **_slots(teller, act))
            functions = teller.scene.lexicon.join(map(scene.lexicon.label, scene.values(act, "function")))
            lead = scene.lexicon.fill("lead-function", function=functions, situation="") if functions else ""
            yield teller.bullet(lead or scene.label(act), [said])


def _is_suspension(teller: Teller, act: str) -> bool:
    return SUSPEND in teller.scene.values(act, "actKind")


def _slots(teller: Teller, act: str) -> dict[str, str]:
    """What was suspended, when, by whom, from when on, and why."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    day = scene.number(act, "actDay") or scene.day
    first, actor = scene.number(act, "effectDay") or day, scene.value(act, "actor")
    about = scene.values(act, "about")
    return {
        "party": lexicon.join(scene.agreement(o) if scene.value(o, "agreementKind") else scene.party(o) for o in about),
        "day": lexicon.date(day),
        "by": scene.party(actor) if actor and actor not in about else "",
        "first": lexicon.date(first) if first != day else "",
        "reason": scene.value(act, "reason"),
        "cites": teller.cite([act]),
    }

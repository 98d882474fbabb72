"""The state that parties are in, what they do in fact, and what they say."""

from pyoxigraph import NamedNode

from hiaat.scenario.dates import Period
from hiaat.scenario.describe import describe_period, read_interval, required, things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.terms import h
from hiaat.scenario.values import party
from hiaat.scenario.words import normal


def describe_party_states(draft: Draft, node: Node | None) -> None:
    """What state parties are in."""
    for state, entry in things(draft, node, h.keyPartyStates, h.PartyState, h.keyWho, h.keyIs):
        describe_period(draft, state, entry)


def describe_conduct(draft: Draft, node: Node | None) -> None:
    """What parties do in fact."""
    for conduct, entry in things(draft, node, h.keyConduct, h.Conduct, h.keyWho, h.keyWhat):
        describe_period(draft, conduct, entry)


def describe_claims(draft: Draft, node: Node | None) -> None:
    """What parties say of a task, from the day they said it."""
    for claim, entry in things(draft, node, h.keyClaims, h.Claim, h.keyWho, h.keySays, h.keyAbout):
        text = required(draft, entry, h.keySays)
        if text is not None:
            _claim(draft, claim, text)
        day = read_interval(draft, claim, entry, h.keyDate)
        earliest, begin = day or (1, 1)
        draft.days(claim, Period(earliest, begin), entry.place_of(h.keyDate))


def _claim(draft: Draft, claim: NamedNode, text: Text) -> None:
    """What is claimed; some claims name, after their own words, another party, and say nothing without one."""
    kinds = draft.words.instances(h.ClaimKind)
    kind, who = next(iter(kinds.find(text.text)), None), None
    if kind is None:
        kind, who = _of_another(draft, text)
    if kind is None:
        draft.find(text, kinds, sort=draft.shown(h.ClaimKind))
        return
    draft.add(claim, h.claimKind, kind, text.place)
    draft.tell(claim, h.keySays, text.text)
    if who is None and _names_another(draft, kind):
        others = [name for name, party in draft.named(h.Actor).all() if party not in draft.objects(claim, h.claimant)]
        draft.problems.add(text.place, "no party named", (f"{text.text} {name}" for name in others), word=text.text)
    other = party(draft, who) if who is not None else None
    if other is not None:
        draft.add(claim, h.claimedOf, other, text.place)


def _of_another(draft: Draft, text: Text) -> tuple[NamedNode | None, Text | None]:
    """The kind of claim that a text begins with, of those that name a party, and what stands after it."""
    said = normal(text.text)
    known = ((word, kind) for word, kind in draft.words.instances(h.ClaimKind).all() if _names_another(draft, kind))
    starts = [(len(normal(word)), kind) for word, kind in known if said.startswith(f"{normal(word)} ")]
    if not starts:
        return None, None
    length, kind = max(starts, key=lambda start: start[0])
    return kind, Text(" ".join(text.text.split())[length:].strip(), text.place)


def _names_another(draft: Draft, kind: NamedNode) -> bool:
    return draft.words.is_true(kind, h.namesAnother)

"""Who takes on what an agreement brings: types of party decide, or the file names who does."""

from collections.abc import Sequence

from pyoxigraph import NamedNode

from hiaat.scenario.document import Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry
from hiaat.scenario.problems import Place
from hiaat.scenario.terms import h, rdf


def typed(entry: Entry, key: NamedNode) -> Text | None:
    """What is written there, if it is a text."""
    node = entry.get(key)
    return node if isinstance(node, Text) and node.text.strip() else None


def check_takers(draft: Draft, agreement: NamedNode, parties: list[NamedNode], entry: Entry) -> None:
    """Tell if who takes it on is no party, cannot do it, or is missing where each of the parties could."""
    word = typed(entry, h.keyTakenOnBy)
    if word is None:
        _either_could(draft, agreement, parties, entry)
    elif any(taker not in parties for taker in draft.objects(agreement, h.takenOnBy)):
        valid, section = map(draft.shown, parties), draft.keys.name(h.keyBetween)
        draft.problems.add(word.place, "unknown name", valid, word=word.text, section=section)
    else:
        _taken_on_by_who_can(draft, agreement, parties, word)


def _either_could(draft: Draft, agreement: NamedNode, parties: list[NamedNode], entry: Entry) -> None:
    """Of what one does for another, types do not tell who does it if each of the parties is of such a type."""
    for kind in draft.objects(agreement, h.agreementKind):
        brought = draft.words.objects(kind, h.brings)
        performed = [
            one for one in brought if _is_performed_by_one(draft, one) and _is_for_another(draft, one, brought)
        ]
        if len(parties) > 1 and any(all(_is_such(draft, party, one) for party in parties) for one in performed):
            valid, key = map(draft.shown, parties), draft.keys.name(h.keyTakenOnBy)
            draft.problems.add(entry.place_of(h.keyBetween), "missing", valid, key=key)


def _is_for_another(draft: Draft, template: NamedNode, brought: Sequence[NamedNode]) -> bool:
    """It is done in the place of another, or the kind brings that other something of its own."""
    takers = draft.words.objects(template, h.byType)
    others = [one for one in brought if not set(draft.words.objects(one, h.byType)) & set(takers)]
    return bool(others) or draft.words.is_true(template, h.standIn)


def _is_such(draft: Draft, party: NamedNode, template: NamedNode) -> bool:
    known = bool({*draft.objects(party, rdf.type), *draft.words.objects(party, rdf.type)} - {h.Actor})
    return known and _can_take(draft, [party], template)


def _taken_on_by_who_can(draft: Draft, agreement: NamedNode, parties: list[NamedNode], word: Text) -> None:
    """Tell if nothing would come of it: who takes it on is of no type that performs what the kind brings.

    Of what parties do together the one named leads, and may be any of them.
    """
    for kind in draft.objects(agreement, h.agreementKind):
        performed = [one for one in draft.words.objects(kind, h.brings) if _is_performed_by_one(draft, one)]
        able = [party for party in parties if any(_can_take(draft, [party], one) for one in performed)]
        if performed and any(taker not in able for taker in draft.objects(agreement, h.takenOnBy)):
            shown = draft.shown(kind)
            draft.problems.add(word.place, "cannot take on", map(draft.shown, able), word=word.text, kind=shown)


def _is_performed_by_one(draft: Draft, template: NamedNode) -> bool:
    return h.Performance in draft.words.objects(template, h.kind) and not draft.words.is_true(template, h.joint)


def refuse_empty(draft: Draft, agreement: NamedNode, place: Place) -> None:
    """Tell if no party to the agreement can take on anything that its kind brings, or if it is for nobody."""
    parties = draft.objects(agreement, h.between)
    for kind in draft.objects(agreement, h.agreementKind):
        templates = draft.words.objects(kind, h.brings)
        takers = [template for template in templates if _can_take(draft, parties, template)]
        if templates and not takers:
            wanted = dict.fromkeys(cls for template in templates for cls in draft.words.objects(template, h.byType))
            draft.problems.add(place, "no taker", map(draft.shown, wanted), kind=draft.shown(kind))
        elif takers and not any(_is_for_somebody(draft, agreement, parties, template) for template in takers):
            groups = (name for name, _ in draft.named(h.subject).all())
            draft.problems.add(place, "for nobody", groups, kind=draft.shown(kind))


def _can_take(draft: Draft, parties: list[NamedNode], template: NamedNode) -> bool:
    wanted = draft.words.objects(template, h.byType)
    return any(_may_be(draft, party, cls) for party in parties for cls in wanted)


def has_partner(draft: Draft, parties: list[NamedNode], template: NamedNode) -> bool:
    """Whether a party is of the type that another party must be, if the template asks for one."""
    wanted = draft.words.objects(template, h.partnerType)
    return not wanted or any(_may_be(draft, party, cls) for party in parties for cls in wanted)


def _may_be(draft: Draft, party: NamedNode, cls: NamedNode) -> bool:
    """Whether a party is of a type; one of which no type is known might be of any."""
    written = {*draft.objects(party, rdf.type), *draft.words.objects(party, rdf.type)} - {h.Actor}
    return not written or any(draft.words.is_subtype(found, cls) for found in written)


def _is_for_somebody(draft: Draft, agreement: NamedNode, parties: list[NamedNode], template: NamedNode) -> bool:
    """Some templates are for those subjects only who are party to the agreement, unless it says for whom."""
    if h.ScopeSubjects not in draft.words.objects(template, h.scope):
        return True
    return bool(draft.objects(agreement, h.forSituation)) or any(draft.subjects(h.subject, party) for party in parties)

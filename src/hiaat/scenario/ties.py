"""Who is involved in a situation, in what capacity, from when to when.

A tie is written at the house for all, or at a group for that group alone. It names a party, or says: each their own,
nobody, unknown. What a tie falls back on when nothing is written is data.
"""

from pyoxigraph import NamedNode

from hiaat.scenario.dates import Period
from hiaat.scenario.describe import describe_period
from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.parties import new_party, register, types_of
from hiaat.scenario.situations import Group, all_characteristics
from hiaat.scenario.terms import h, rdf
from hiaat.scenario.words import Lexicon, Words, slug


def ties(draft: Draft) -> Lexicon:
    """The ties that can be written as a key."""
    return tie_keys(draft.words)


def tie_keys(words: Words) -> Lexicon:
    """The ties that a body of knowledge has as keys: those that take a type of party, and are not the subject's own."""
    own = {tie for value in words.subjects(h.subjectTie) for tie in words.objects(value, h.subjectTie)}
    every = words.instances(h.Tie).all()
    return Lexicon((word, tie) for word, tie in every if tie not in own and words.objects(tie, h.tieType))


def register_tied(draft: Draft, *entries: Entry) -> None:
    """Who is named by a tie is a party, listed or not."""
    for entry in entries:
        for tie in _all(draft):
            for node in listed(entry.get(tie)):
                name, _ = _who(draft, node)
                if name is not None and _special(draft, name) is None:
                    register(draft, name)


def tie_group(draft: Draft, group: Group, house: Entry | None, setting: NamedNode | None) -> None:
    """Write the involvements of one group."""
    for tie in _all(draft):
        entry = next((e for e in (group.entry, house) if e is not None and tie in e), None)
        if entry is not None:
            for node in listed(entry.values[tie]):
                _involve(draft, group, tie, node)
        elif setting is not None and _defaults(draft, group, setting, tie):
            _involvement(draft, group, tie, setting, group.entry)
            draft.assume(group.entry.place, "assumed own house", tie=draft.keys.name(tie), name=draft.shown(setting))
    for characteristic in all_characteristics(draft):
        for value in draft.objects(group.situation, characteristic):
            for tie in draft.words.objects(value, h.subjectTie):
                _involvement(draft, group, tie, group.subject, group.entry)


def _defaults(draft: Draft, group: Group, setting: NamedNode, tie: NamedNode) -> bool:
    """Whether a tie is by itself that of the house, of this sort and with these characteristics of the group."""
    values = (v for one in all_characteristics(draft) for v in draft.objects(group.situation, one))
    ended = any(tie in draft.words.objects(value, h.endsDefault) for value in values)
    return draft.words.is_true(tie, h.defaultsToSetting) and not ended and not _is_something_else(draft, setting, tie)


def remark_untied(draft: Draft, group: Group, house: Entry | None) -> None:
    """A tie that is written nowhere, and that no agreement brings, is unknown."""
    for tie in _all(draft):
        written = any(tie in entry for entry in (group.entry, house) if entry is not None)
        if written or _tied(draft, group, tie) or _brought(draft, group, tie):
            continue
        draft.add(group.situation, h.unknownTie, tie, group.entry.place)
        draft.unknown(group.entry.place, group.name, tie, asked=False)


def _all(draft: Draft) -> tuple[NamedNode, ...]:
    return tuple(dict.fromkeys(tie for _, tie in ties(draft).all()))


def _who(draft: Draft, node: Node) -> tuple[Text | None, Entry | None]:
    """The name in a tie; in long form also the entry that has its period."""
    if not isinstance(node, Fields):
        return draft.text(node), None
    entry = draft.keys.entry(node, h.Involvement)
    who = entry.get(h.keyWho) if entry else None
    if entry is not None and who is None:
        draft.problems.add(node.place, "missing", key=draft.keys.name(h.keyWho))
    return (None if who is None else draft.text(who)), entry


def _special(draft: Draft, name: Text) -> NamedNode | None:
    words = (h.Unknown, h.wordNone, h.wordEachOwn)
    return next((word for word in words if draft.is_word(name, word)), None)


def _involve(draft: Draft, group: Group, tie: NamedNode, node: Node) -> None:
    name, entry = _who(draft, node)
    if name is None:
        return
    special = _special(draft, name)
    if special == h.Unknown:
        draft.add(group.situation, h.unknownTie, tie, name.place)
        draft.unknown(name.place, group.name, tie, asked=True)
    elif special == h.wordNone:
        draft.tell(group.situation, tie, name.text)
    elif special == h.wordEachOwn:
        _involvement(draft, group, tie, _own(draft, group, tie, name), entry or name, said=draft.shown(special))
        draft.assume(name.place, "assumed each own", tie=draft.keys.name(tie))
    else:
        party = register(draft, name)
        _involvement(draft, group, tie, party, entry or name)
        _type(draft, party, tie, name)


def _own(draft: Draft, group: Group, tie: NamedNode, at: Text) -> NamedNode:
    """One party that stands for each subject's own."""
    types = draft.words.objects(tie, h.tieType)
    called = draft.words.label(types[0], draft.language)
    party = new_party(draft, called, slug(draft.keys.notation(tie), group.name), at, *draft.words.labels(types[0]))
    for found in types:
        draft.add(party, rdf.type, found, at.place)
    return party


def _involvement(
    draft: Draft, group: Group, tie: NamedNode, party: NamedNode, at: Entry | Text, said: str = ""
) -> None:
    """One involvement; an entry of its own says from when to when. `said` is how it was written, if not by name."""
    path = f"{slug(group.name)}/{slug(draft.keys.notation(tie))}"
    label = f"{draft.keys.name(tie)}: {draft.shown(party)}"
    involvement = draft.node(h.keySituations, h.Involvement, path, label, at.place)
    draft.label(involvement)
    draft.add(group.situation, h.involvement, involvement, at.place)
    draft.add(involvement, h.involved, party, at.place)
    draft.add(involvement, h.tie, tie, at.place)
    draft.tell(group.situation, tie, said or draft.shown(party))
    if isinstance(at, Entry) and at.section == h.Involvement:
        describe_period(draft, involvement, at)
    else:
        draft.days(involvement, Period(), at.place)


def _type(draft: Draft, party: NamedNode, tie: NamedNode, at: Text) -> None:
    """Who has a tie is of the type that the tie takes, whatever else it is."""
    had = types_of(draft, party)
    for wanted in draft.words.objects(tie, h.tieType):
        if party in draft.places and not any(draft.words.is_subtype(found, wanted) for found in had):
            draft.add(party, rdf.type, wanted, at.place)
            draft.tell(party, h.keyKind, draft.shown(wanted))
            if had:
                draft.assume(at.place, "assumed type", name=draft.shown(party), type=draft.shown(wanted))


def _is_something_else(draft: Draft, setting: NamedNode, tie: NamedNode) -> bool:
    """Whether the house is of a type that is none of those that have the tie, such as a house of one's own."""
    had, wanted = types_of(draft, setting), draft.words.objects(tie, h.tieType)
    return bool(had and wanted) and not any(draft.words.is_subtype(one, other) for one in had for other in wanted)


def _tied(draft: Draft, group: Group, tie: NamedNode) -> bool:
    involvements = draft.objects(group.situation, h.involvement)
    return any(tie in draft.objects(involvement, h.tie) for involvement in involvements)


def _brought(draft: Draft, group: Group, tie: NamedNode) -> bool:
    """Whether agreements settle this tie: one of the subject brings it, or would be there if anybody had it."""
    kinds = [kind for kind in draft.words.subjects(h.bringsTie) if tie in _brings(draft, kind)]
    if kinds and h.AllAgreements in draft.full:
        return True
    made = (draft.objects(agreement, h.agreementKind) for agreement in draft.subjects(h.between, group.subject))
    return any(kind in kinds for of_one in made for kind in of_one)


def _brings(draft: Draft, kind: NamedNode) -> set[NamedNode]:
    templates = draft.words.objects(kind, h.bringsTie)
    return {tie for template in templates for tie in draft.words.objects(template, h.tie)}

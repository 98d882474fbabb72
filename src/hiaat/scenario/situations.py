"""The groups: one situation each, with its subject, its characteristics, its ties and what is needed in fact.

Which characteristics and ties there are, and which type the subject of a situation has, is told by the body of
knowledge: a value may bring a type, a value may stand for several, a tie may fall to the house itself.
"""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.describe import describe, describe_period, things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.parties import new_party
from hiaat.scenario.terms import h, rdf, rdfs
from hiaat.scenario.words import Lexicon, slug


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the file: its situation, the party that is its subject, and what the file says of it."""

    name: str
    situation: NamedNode
    subject: NamedNode
    entry: Entry


def register_groups(draft: Draft, node: Node | None, more: Lexicon) -> list[Group]:
    """The groups by name."""
    groups = []
    for one in listed(node):
        entry = draft.keys.entry(one, h.Situation, more)
        if entry is None:
            continue
        if h.keyName not in entry:
            draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keyName))
            continue
        name = draft.text(entry.values[h.keyName])
        if name is not None:
            groups.append(_register(draft, name, entry))
    return groups


def _register(draft: Draft, name: Text, entry: Entry) -> Group:
    if known := draft.named(h.Actor).find(name.text):
        draft.problems.add(name.place, "name twice", word=name.text, line=draft.places[known[0]].line)
    situation = draft.node(h.keySituations, h.Situation, slug(name.text), name.text, entry.place)
    draft.label(situation)
    subject = new_party(draft, name.text, slug(name.text), name)
    draft.named(h.Situation).add(name.text, situation)
    draft.named(h.Actor).add(name.text, subject)
    draft.named(h.subject).add(name.text, subject)
    return Group(name.text, situation, subject, entry)


def describe_group(draft: Draft, group: Group, house: NamedNode | None) -> None:
    """All that is said of a group, but for its ties and the state of affairs."""
    situation, entry = group.situation, group.entry
    draft.add(situation, h.subject, group.subject, entry.place)
    if house is not None:
        draft.add(situation, h.setting, house, entry.place)
    describe(draft, situation, entry)
    describe_period(draft, situation, entry)
    for key, node in entry.values.items():
        if key in all_characteristics(draft):
            _characteristic(draft, situation, key, node)
    for characteristic in all_characteristics(draft):
        if not draft.objects(situation, characteristic) and characteristic not in entry:
            draft.unknown(entry.place, group.name, characteristic, asked=False)
    _subject_types(draft, group)
    _needs(draft, group)


def characteristics(draft: Draft) -> Lexicon:
    """The properties by which situations are told apart."""
    return draft.words.properties(h.characteristic)


def all_characteristics(draft: Draft) -> tuple[NamedNode, ...]:
    """Each of them once."""
    return tuple(dict.fromkeys(found for _, found in characteristics(draft).all()))


def _characteristic(draft: Draft, situation: NamedNode, characteristic: NamedNode, node: Node) -> None:
    text = draft.text(node)
    if text is None:
        return
    if draft.is_word(text, h.Unknown):
        draft.unknown(text.place, draft.shown(situation), characteristic, asked=True)
        return
    value = draft.find(text, _value_words(draft, characteristic), sort=draft.keys.name(characteristic))
    if value is None:
        return
    for meant in draft.words.objects(value, h.standsFor) or (value,):
        said = next((c for c in all_characteristics(draft) if _takes(draft, c, meant)), characteristic)
        if any(other != meant for other in draft.objects(situation, said)):
            draft.problems.add(text.place, "one value")
        draft.add(situation, said, meant, text.place)
        draft.tell(situation, said, draft.shown(meant))


def _value_words(draft: Draft, characteristic: NamedNode) -> Lexicon:
    """The values of a characteristic, and the words that stand for several, one of these among them."""
    classes = draft.words.objects(characteristic, rdfs.range)
    values = [pair for cls in classes for pair in draft.words.instances(cls).all()]
    for name, word in draft.words.instances(h.ValueWord).all():
        if any(_takes(draft, characteristic, meant) for meant in draft.words.objects(word, h.standsFor)):
            values.append((name, word))
    return Lexicon(values)


def _takes(draft: Draft, characteristic: NamedNode, value: NamedNode) -> bool:
    classes = draft.words.objects(characteristic, rdfs.range)
    return any(draft.words.is_a(value, cls) for cls in classes)


def _subject_types(draft: Draft, group: Group) -> None:
    """The type of the subject: what a characteristic brings, or else the type of every subject."""
    brought: dict[NamedNode, None] = {}
    for characteristic in all_characteristics(draft):
        for value in draft.objects(group.situation, characteristic):
            brought.update(dict.fromkeys(draft.words.objects(value, h.subjectType)))
    default = draft.words.subjects(h.defaultSubjectType, Literal(True))
    for found in brought or default:
        draft.add(group.subject, rdf.type, found, group.entry.place)


def _needs(draft: Draft, group: Group) -> None:
    for need, entry in things(draft, group.entry.get(h.keyNeeds), h.keyNeeds, h.Need, h.keyWhat):
        draft.add(need, h.situation, group.situation, entry.place)
        describe_period(draft, need, entry)

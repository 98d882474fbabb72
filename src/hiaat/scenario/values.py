"""From one written word to the term it becomes, for each sort of value that a field can ask for.

A sort is a class of the core (its instances are looked up by their labels), a thing that the scenario itself names
(a party, a group, an agreement, an act), or a kind of literal.
"""

import re
from collections.abc import Callable

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.dates import Interval, interval
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.terms import h, owl, xsd

Value = NamedNode | Literal
WHOLE = re.compile("[0-9]{1,9}")
DATES = ("2024-06-15", "2024-06")


def read_value(draft: Draft, node: Node, sort: NamedNode) -> Value | None:
    """The value of a field; what cannot be one is told."""
    text = draft.text(node)
    if text is None:
        return None
    reader = READERS.get(sort)
    return reader(draft, text) if reader else word(draft, text, sort)


def word(draft: Draft, text: Text, sort: NamedNode) -> NamedNode | None:
    """A term of the model, by its label."""
    own = draft.named(sort)
    return draft.find(text, own, draft.words.instances(sort), sort=draft.shown(sort))


def party(draft: Draft, text: Text) -> NamedNode | None:
    """A party or group of the scenario by its name, or one that is always there."""
    here, always = draft.named(h.Actor), draft.words.instances(h.Actor)
    section = draft.keys.name(h.keyParties)
    return draft.find(text, here, always, problem="unknown name", section=section)


def group(draft: Draft, text: Text) -> NamedNode | None:
    """The situation of a group, by the name of the group."""
    section = draft.keys.name(h.keySituations)
    return draft.find(text, draft.named(h.Situation), problem="unknown name", section=section)


def agreement(draft: Draft, text: Text) -> NamedNode | None:
    """An agreement by its own name, or by its kind if there is one such."""
    by_name, by_kind = draft.named(h.Agreement), draft.named(h.agreementKind)
    section = draft.keys.name(h.keyAgreements)
    return draft.find(text, by_name, by_kind, problem="unknown name", several="several such", section=section)


def act(draft: Draft, text: Text) -> NamedNode | None:
    """An act of the scenario, by its name."""
    section = draft.keys.name(h.keyActs)
    return draft.find(text, draft.named(h.Act), problem="unknown name", section=section)


def party_type(draft: Draft, text: Text) -> NamedNode | None:
    """A type of party."""
    return draft.find(text, draft.words.types(h.Actor), sort=draft.shown(h.Actor))


def day(draft: Draft, text: Text) -> Literal | None:
    """One day, as a day number; no month will do, nor that it is not known."""
    found = interval(text.text.strip())
    if found is None:
        draft.problems.add(text.place, "bad date", DATES[:1], word=text.text)
        return None
    if found[0] != found[1]:
        draft.problems.add(text.place, "day needed", DATES[:1])
        return None
    return Literal(found[0])


def days(draft: Draft, text: Text) -> Interval | None:
    """A day or a month, as the days it can mean; where one may be written, so may that it is not known."""
    found = interval(text.text.strip())
    if found is None:
        unknown = dict.fromkeys(name.value for name in draft.words.texts(h.Unknown))
        draft.problems.add(text.place, "bad date", (*DATES, *unknown), word=text.text)
    return found


def number(draft: Draft, text: Text) -> Literal | None:
    """A whole number of one or more."""
    if WHOLE.fullmatch(text.text) and int(text.text):
        return Literal(int(text.text))
    draft.problems.add(text.place, "no number", word=text.text)
    return None


def truth(draft: Draft, text: Text) -> Literal | None:
    """Yes or no, as a value that rules compare."""
    answer = word(draft, text, h.Answer)
    return None if answer is None else Literal(answer == h.Yes)


READERS: dict[NamedNode, Callable[[Draft, Text], Value | None]] = {
    h.Actor: party,
    h.Situation: group,
    h.Agreement: agreement,
    h.Act: act,
    h.day: day,
    owl.Class: party_type,
    xsd.integer: number,
    xsd.boolean: truth,
    xsd.string: lambda _, text: Literal(text.text.strip()),
}

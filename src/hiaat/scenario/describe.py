"""Writes what an entry says of a thing, field by field, as the mapping of the model has it."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from hiaat.scenario.dates import UNKNOWN, Interval, Period, period, written
from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.fields import Field
from hiaat.scenario.terms import h, owl
from hiaat.scenario.values import Value, days, read_value
from hiaat.scenario.words import slug

FEW = 8  # words that a message can name in full


def describe(draft: Draft, thing: NamedNode, entry: Entry) -> None:
    """Write every field of the entry; tell which required ones are missing."""
    fields = draft.fields(entry.section)
    for key, node in entry.values.items():
        for field in (field for field in fields if field.key == key):
            _write_field(draft, thing, field, node)
    for required in (field for field in fields if field.required):
        keys = [field.key for field in fields if field.property == required.property]
        if not any(key in entry for key in keys):
            valid = [one for key in keys for one in _ways_to_write(draft, key, required.sort)]
            draft.problems.add(entry.place, "missing", valid, key=draft.keys.name(required.key))


def _ways_to_write(draft: Draft, key: NamedNode, sort: NamedNode) -> list[str]:
    """A key; with each of its values, where those are a few words."""
    values = sorted({draft.shown(thing) for _, thing in draft.words.instances(sort).all()})
    name = draft.keys.name(key)
    return [f"{name}: {value}" for value in values] if 0 < len(values) <= FEW else [name]


def _write_field(draft: Draft, thing: NamedNode, field: Field, node: Node) -> None:
    if field.constant is not None:
        draft.add(thing, field.property, field.constant, node.place)
        return
    written_values = list(listed(node))
    if not written_values:
        draft.problems.add(node.place, "nothing written")
    if len(written_values) > 1 and not field.many:
        draft.problems.add(written_values[1].place, "one value")
    for one in written_values:
        if not field.required and field.sort != h.State and draft.is_word(one, h.Unknown):
            draft.unknown(one.place, draft.shown(thing), field.key, asked=True)
            continue
        value = _value(draft, thing, field, one)
        if value is not None:
            draft.add(thing, field.property, value, one.place)
            draft.tell(thing, field.key, one.text if isinstance(one, Text) and _as_typed(field) else draft.shown(value))


def _as_typed(field: Field) -> bool:
    """Whether a value is said back as it was typed: literals are, terms get the name the model gives them."""
    return field.sort in (h.day, h.State, h.Answer) or (field.sort not in h and field.sort != owl.Class)


def _value(draft: Draft, thing: NamedNode, field: Field, node: Node) -> Value | None:
    if field.sort == h.Condition and isinstance(node, Fields):
        return _agreed_condition(draft, thing, node)
    return read_value(draft, node, field.sort)


def _agreed_condition(draft: Draft, thing: NamedNode, node: Fields) -> NamedNode | None:
    """A condition written out: that somebody holds a function, or that there is an agreement."""
    entry = draft.keys.entry(node, h.Condition)
    if entry is None:
        return None
    chosen = [key for key in (h.keyWhat, h.keyAgreement) if key in entry]
    if len(chosen) != 1:
        draft.problems.add(node.place, "one of", keys=_names(draft, h.keyWhat, h.keyAgreement))
        return None
    cls = h.FunctionCondition if chosen == [h.keyWhat] else h.AgreementCondition
    asked = entry.values[chosen[0]]
    name = asked.text if isinstance(asked, Text) else "?"
    condition = draft.node(h.keyOnCondition, cls, slug(draft.shown(thing), name), name, node.place)
    draft.label(condition)
    describe(draft, condition, entry)
    return condition


def _names(draft: Draft, *keys: NamedNode) -> str:
    return ", ".join(draft.keys.name(key) for key in keys)


def describe_period(draft: Draft, thing: NamedNode, entry: Entry) -> Period:
    """Write when the thing counts, from the first day to the last, both included."""
    start = read_interval(draft, thing, entry, h.keyFrom)
    end = read_interval(draft, thing, entry, h.keyUntil)
    found = period(start, end)
    if not found.is_possible():
        place = entry.place_of(h.keyUntil)
        days_said = {"start": written(found.earliest), "end": written(found.latest)}
        draft.problems.add(place, "end before start", **days_said)
    draft.days(thing, found, entry.place_of(h.keyFrom if h.keyFrom in entry else h.keyUntil))
    return found


def read_interval(draft: Draft, thing: NamedNode, entry: Entry, key: NamedNode) -> Interval | None:
    """A date of an entry; the word for unknown is any day at all."""
    node = entry.get(key)
    text = draft.text(node) if node is not None else None
    if text is None:
        return None
    if draft.is_word(text, h.Unknown):
        draft.unknown(text.place, draft.shown(thing), key, asked=True)
        return UNKNOWN
    found = days(draft, text)
    if found is not None:
        draft.tell(thing, key, text.text)
    return found


def things(
    draft: Draft, node: Node | None, key: NamedNode, cls: NamedNode, *naming: NamedNode
) -> Iterator[tuple[NamedNode, Entry]]:
    """The things of a section, each named after some of its keys, and described."""
    for one in listed(node):
        entry = draft.keys.entry(one, cls)
        if entry is None:
            continue
        said = [text for text in map(entry.get, naming) if isinstance(text, Text)]
        name = ": ".join(text.text for text in said)
        thing = draft.node(key, cls, slug(name), name or draft.keys.name(key), entry.place)
        draft.label(thing)
        describe(draft, thing, entry)
        yield thing, entry


def without_remarks(draft: Draft, thing: NamedNode, node: Fields) -> tuple[tuple[Text, Node], ...]:
    """The pairs of a section whose keys are names; remarks, which fit anywhere, are written of the thing."""
    remarks = tuple(pair for pair in node.pairs if draft.keys.anywhere.find(pair[0].text))
    entry = draft.keys.entry(Fields(remarks, node.place), h.ScenarioKey)
    for field in draft.fields(h.ScenarioKey):
        if entry is not None and field.key in entry:
            _write_field(draft, thing, field, entry.values[field.key])
    return tuple(pair for pair in node.pairs if pair not in remarks)


def one_of(draft: Draft, entry: Entry, *keys: NamedNode) -> None:
    """Tell if not exactly one of these keys was written."""
    chosen = [key for key in keys if key in entry]
    if not chosen:
        draft.problems.add(entry.place, "one of", keys=_names(draft, *keys))
    elif len(chosen) > 1:
        draft.problems.add(entry.place_of(chosen[1]), "only one of", keys=_names(draft, *keys))


def required(draft: Draft, entry: Entry, key: NamedNode) -> Text | None:
    """The text under a key that an entry cannot do without; that it is missing, or is no text, is told."""
    node = entry.get(key)
    if node is None:
        draft.problems.add(entry.place, "missing", key=draft.keys.name(key))
        return None
    return draft.text(node)

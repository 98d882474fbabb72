"""The house and the parties: who is there, of which type, working for whom.

Names come first: a party may be spoken of before it is described. Who is named only in a tie, or as the organisation
that another belongs to, need not be listed.
"""

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.describe import describe, without_remarks
from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.terms import h, rdf
from hiaat.scenario.values import party_type
from hiaat.scenario.words import slug


def register(draft: Draft, name: Text) -> NamedNode:
    """The party of this name: the one that is there, one that is always there, or a new one."""
    known = draft.named(h.Actor).find(name.text) or draft.words.instances(h.Actor).find(name.text)
    if known:
        return known[0]
    party = new_party(draft, name.text, slug(name.text), name)
    draft.named(h.Actor).add(name.text, party)
    return party


def new_party(draft: Draft, called: str, path: str, at: Node, *labels: Literal) -> NamedNode:
    """A party that is found by no name unless one is given to it."""
    party = draft.node(h.keyParties, h.Actor, path, called, at.place)
    draft.label(party, *labels)
    return party


def register_house(draft: Draft, entry: Entry) -> NamedNode | None:
    """The house as a party."""
    node = entry.get(h.keyName)
    if node is None:
        draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keyName))
        return None
    name = draft.text(node)
    if name is None:
        return None
    _register_organisation(draft, entry)
    return register(draft, name)


def register_parties(draft: Draft, node: Node) -> dict[NamedNode, Node]:
    """The parties listed, each with what describes it."""
    if not isinstance(node, Fields):
        draft.problems.add(node.place, "keys expected")
        return {}
    described: dict[NamedNode, Node] = {}
    lines: dict[NamedNode, int] = {}
    for name, value in without_remarks(draft, draft.scenario, node):
        party = register(draft, name)
        if party in described or draft.named(h.subject).find(name.text):
            line = lines.get(party) or draft.places[party].line
            draft.problems.add(name.place, "name twice", word=name.text, line=line)
        described[party] = value
        lines.setdefault(party, name.place.line)
    return described


def describe_party(draft: Draft, party: NamedNode, node: Node) -> Entry | None:
    """A party in short form, its types, or in long form with keys."""
    if isinstance(node, Fields):
        entry = draft.keys.entry(node, h.Actor)
        if entry is not None:
            _register_organisation(draft, entry)
            describe(draft, party, entry)
            _works_for_another(draft, party, entry)
        return entry
    for one in listed(node):
        text = draft.text(one)
        found = party_type(draft, text) if text else None
        if found is not None:
            draft.add(party, rdf.type, found, one.place)
            draft.tell(party, h.keyKind, draft.shown(found))
    return None


def _works_for_another(draft: Draft, party: NamedNode, entry: Entry) -> None:
    """Tell if a party is said to work for itself: there is nobody then who answers for it."""
    if party in draft.objects(party, h.worksFor):
        keys = [field.key for field in draft.fields(h.Actor) if field.property == h.worksFor and field.key in entry]
        others = (draft.shown(other) for other in draft.subjects(rdf.type, h.Actor) if other != party)
        draft.problems.add(entry.place_of(keys[0]), "of itself", others, word=draft.shown(party))


def types_of(draft: Draft, party: NamedNode) -> list[NamedNode]:
    """The types written of a party so far, besides that it is one."""
    return [found for found in draft.objects(party, rdf.type) if found != h.Actor]


def _register_organisation(draft: Draft, entry: Entry) -> None:
    node = entry.get(h.keyPartOf)
    if isinstance(node, Text) and node.text.strip() and not draft.is_word(node, h.Unknown):
        register(draft, node)


def remark_untyped(draft: Draft) -> None:
    """Say of which parties nobody knows what they are."""
    for party in draft.subjects(rdf.type, h.Actor):
        if not types_of(draft, party):
            draft.assume(draft.places[party], "assumed untyped", name=draft.shown(party))

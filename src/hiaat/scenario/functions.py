"""Functions that a scenario brings itself: each has a name, and a known function that it falls under."""

from pyoxigraph import NamedNode

from hiaat.scenario.describe import things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.terms import h


def describe_own_functions(draft: Draft, node: Node | None) -> None:
    """Write the functions by name; what is said of broader ones is said of them."""
    for function, entry in things(draft, node, h.keyOwnFunctions, h.Function, h.keyName):
        name = entry.get(h.keyName)
        text = draft.text(name) if name is not None else None
        if name is None:
            draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keyName))
        if text is not None:
            _name(draft, function, text)


def _name(draft: Draft, function: NamedNode, name: Text) -> None:
    known = draft.words.instances(h.Function).find(name.text) or draft.named(h.Function).find(name.text)
    if known:
        draft.problems.add(name.place, "own word", word=name.text)
    else:
        draft.named(h.Function).add(name.text, function)

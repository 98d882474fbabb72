"""Functions that a scenario brings itself: each has a name, and a known function that it falls under."""

from pyoxigraph import NamedNode

from hiaat.scenario.describe import things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.terms import h, skos


def describe_own_functions(draft: Draft, node: Node | None) -> None:
    """Write the functions, with what is said of them by being said of broader ones."""
    for function, entry in things(draft, node, h.keyOwnFunctions, h.Function, h.keyName):
        name = entry.get(h.keyName)
        text = draft.text(name) if name is not None else None
        if text is None:
            draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keyName))
            continue
        _name(draft, function, text)
        draft.add(function, h.covers, function, text.place)
        for above in _above(draft, function):
            draft.add(above, h.covers, function, text.place)


def _name(draft: Draft, function: NamedNode, name: Text) -> None:
    known = draft.words.instances(h.Function).find(name.text) or draft.named(h.Function).find(name.text)
    if known:
        draft.problems.add(name.place, "own word", word=name.text)
    else:
        draft.named(h.Function).add(name.text, function)


def _above(draft: Draft, function: NamedNode) -> list[NamedNode]:
    """Every broader function, the nearest first."""
    found: dict[NamedNode, None] = {}
    waiting = draft.objects(function, skos.broader)
    while waiting:
        broader = waiting.pop(0)
        if broader not in found:
            found[broader] = None
            waiting += [*draft.words.objects(broader, skos.broader), *draft.objects(broader, skos.broader)]
    return list(found)

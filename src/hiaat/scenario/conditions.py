"""The state of affairs: what is met, is not met, or is unknown; of all, or of one group, party or agreement.

A condition that follows from who holds a function, or from which agreements there are, is not stated where those are
described in full: the file would then say the same thing twice, and perhaps differently.
"""

from pyoxigraph import NamedNode

from hiaat.scenario.dates import Period
from hiaat.scenario.describe import describe, describe_period, without_remarks
from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import listed
from hiaat.scenario.terms import h
from hiaat.scenario.values import read_value
from hiaat.scenario.words import slug

FOLLOWS = {h.FunctionCondition: h.AllEngagements, h.AgreementCondition: h.AllAgreements}
"""What a sort of condition follows from, once the scenario describes it in full."""


def state_conditions(draft: Draft, node: Node | None, of: NamedNode | None = None) -> None:
    """Write the states of a section `state of affairs`."""
    if node is None:
        return
    if not isinstance(node, Fields):
        draft.problems.add(node.place, "keys expected")
        return
    for name, value in without_remarks(draft, of or draft.scenario, node):
        condition = draft.find(name, draft.words.instances(h.Condition), sort=draft.shown(h.Condition))
        if condition is not None:
            _refuse_if_it_follows(draft, name, condition)
            for one in listed(value):
                _state(draft, name, condition, one, of)


def _refuse_if_it_follows(draft: Draft, name: Text, condition: NamedNode) -> None:
    for cls, part in FOLLOWS.items():
        if part in draft.full and draft.words.is_a(condition, cls):
            draft.problems.add(name.place, "not stated", word=name.text, part=draft.shown(part))


def _state(draft: Draft, name: Text, condition: NamedNode, node: Node, of: NamedNode | None) -> None:
    called = draft.shown(condition)
    path = slug(called, draft.shown(of)) if of is not None else slug(called)
    state = draft.node(h.keyConditionStates, h.ConditionState, path, called, name.place)
    draft.label(state, *draft.words.labels(condition))
    draft.add(state, h.condition, condition, name.place)
    if of is not None:
        draft.add(state, h.of, of, name.place)
        draft.tell(state, h.keyFor, draft.shown(of))
    if isinstance(node, Fields):
        entry = draft.keys.entry(node, h.ConditionState)
        if entry is not None:
            describe(draft, state, entry)
            describe_period(draft, state, entry)
    else:
        draft.days(state, Period(), node.place)
        value = read_value(draft, node, h.State)
        if value is not None:
            draft.add(state, h.state, value, node.place)
            draft.tell(state, h.keyIs, node.text if isinstance(node, Text) else draft.shown(value))
    if h.Unknown in draft.objects(state, h.state):
        draft.unknown(name.place, called, h.keyConditionStates, asked=True)

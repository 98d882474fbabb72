"""The whole of a scenario: its sections, in the order in which they speak of each other."""

from pyoxigraph import Literal, NamedNode

from hiaat.scenario import acts, agreements, parties, situations, states, ties
from hiaat.scenario.conditions import state_conditions
from hiaat.scenario.describe import describe, required, things
from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.terms import h, rdf, rdfs
from hiaat.scenario.values import day, word

VERSION = "1"


def describe_scenario(draft: Draft, document: Fields) -> None:
    """Write all that the file says."""
    top = draft.keys.entry(document, h.Scenario)
    if top is None:
        return
    _head(draft, top)
    _in_full(draft, top)
    _own_functions(draft, top.get(h.keyOwnFunctions))
    house, groups, described = _who_is_there(draft, top)
    agreed = agreements.register_agreements(draft, top.get(h.keyAgreements))
    for agreement, entry in agreed:
        agreements.describe_agreement(draft, agreement, entry)
    agreements.describe_engagements(draft, top.get(h.keyEngagements))
    agreements.describe_offers(draft, top.get(h.keyOffers))
    acts.describe_acts(draft, top.get(h.keyActs))
    states.describe_party_states(draft, top.get(h.keyPartyStates))
    states.describe_conduct(draft, top.get(h.keyConduct))
    states.describe_claims(draft, top.get(h.keyClaims))
    state_conditions(draft, top.get(h.keyConditionStates))
    for thing, entry in described:
        state_conditions(draft, entry.get(h.keyConditionStates), thing)
    agreements.state_of_agreements(draft, agreed)
    for group in groups:
        ties.remark_untied(draft, group, house)
    parties.remark_untyped(draft)


def _head(draft: Draft, top: Entry) -> None:
    """Version, title and the day to judge."""
    scenario, place = draft.scenario, top.place
    draft.add(scenario, rdf.type, h.Scenario, place)
    describe(draft, scenario, top)
    version = top.get(h.keyVersion)
    text = draft.text(version) if version is not None else None
    if version is None:
        draft.problems.add(
            place, "missing", (f"{draft.keys.name(h.keyVersion)}: {VERSION}",), key=draft.keys.name(h.keyVersion)
        )
    elif text is not None and text.text != VERSION:
        draft.problems.add(text.place, "version", (VERSION,), word=text.text)
    title = top.get(h.keyTitle)
    text = draft.text(title) if title is not None else None
    if text is not None:
        draft.title = text.text
        draft.add(scenario, rdfs.label, Literal(text.text), text.place)
    asked = top.get(h.keyAsOf)
    text = draft.text(asked) if asked is not None else None
    number = day(draft, text) if text is not None else None
    if number is not None and text is not None:
        draft.add(scenario, h.day, number, text.place)


def _in_full(draft: Draft, top: Entry) -> None:
    """What the scenario describes in full: as written, or as the model has it when nothing is written."""
    node = top.get(h.keyInFull)
    if node is None:
        for part in draft.words.subjects(h.fullByDefault, Literal(True)):
            draft.full.add(part)
            draft.add(draft.scenario, h.inFull, part, top.place)
        parts = ", ".join(sorted(map(draft.shown, draft.full)))
        draft.assume(top.place, "assumed full", parts=parts)
        return
    for one in listed(node):
        text = draft.text(one)
        found = word(draft, text, h.Part) if text is not None and not draft.is_word(text, h.wordNone) else None
        if found is not None:
            draft.full.add(found)
            draft.add(draft.scenario, h.inFull, found, one.place)


def _who_is_there(
    draft: Draft, top: Entry
) -> tuple[Entry | None, list[situations.Group], list[tuple[NamedNode, Entry]]]:
    """House, groups and parties: names first, then what is said of them."""
    tie_keys = ties.ties(draft)
    house = _house_entry(draft, top)
    setting = parties.register_house(draft, house) if house is not None else None
    more = tie_keys + situations.characteristics(draft)
    if h.keySituations not in top:
        draft.problems.add(top.place, "missing", key=draft.keys.name(h.keySituations))
    groups = situations.register_groups(draft, top.get(h.keySituations), more)
    listed_parties = _parties(draft, top.get(h.keyParties))
    ties.register_tied(draft, *([house] if house else []), *(group.entry for group in groups))
    described: list[tuple[NamedNode, Entry]] = []
    if house is not None and setting is not None:
        describe(draft, setting, house)
        described.append((setting, house))
    for party, node in listed_parties.items():
        entry = parties.describe_party(draft, party, node)
        if entry is not None:
            described.append((party, entry))
    for group in groups:
        situations.describe_group(draft, group, setting)
        ties.tie_group(draft, group, house, setting)
        described.append((group.situation, group.entry))
    return house, groups, described


def _house_entry(draft: Draft, top: Entry) -> Entry | None:
    node = top.get(h.keySetting)
    return draft.keys.entry(node, h.setting, ties.ties(draft)) if node is not None else None


def _parties(draft: Draft, node: Node | None) -> dict[NamedNode, Node]:
    return parties.register_parties(draft, node) if node is not None else {}


def _own_functions(draft: Draft, node: Node | None) -> None:
    """Write the functions by name; what is said of broader ones is said of them."""
    for function, entry in things(draft, node, h.keyOwnFunctions, h.Function, h.keyName):
        text = required(draft, entry, h.keyName)
        if text is not None:
            _name_function(draft, function, text)


def _name_function(draft: Draft, function: NamedNode, name: Text) -> None:
    known = draft.words.instances(h.Function).find(name.text) or draft.named(h.Function).find(name.text)
    if known:
        draft.problems.add(name.place, "own word", word=name.text)
    else:
        draft.named(h.Function).add(name.text, function)

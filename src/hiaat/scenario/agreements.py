"""What was agreed, taken on and offered. What a kind of agreement brings is data, and follows by rules.

An agreement that can bring nothing of what its kind brings would be silently ignored, so it is refused.
"""

from pyoxigraph import NamedNode

from hiaat.scenario.conditions import state_conditions
from hiaat.scenario.describe import describe, describe_period, one_of, things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.notice import write_term
from hiaat.scenario.takers import check_takers, has_partner, refuse_empty, typed
from hiaat.scenario.terms import h, rdf
from hiaat.scenario.words import normal, slug


def register_agreements(draft: Draft, node: Node | None) -> list[tuple[NamedNode, Entry]]:
    """The agreements by name and by kind, so that they can be spoken of."""
    found = []
    for one in listed(node):
        entry = draft.keys.entry(one, h.Agreement)
        if entry is not None:
            found.append((_register(draft, entry), entry))
    return found


def _register(draft: Draft, entry: Entry) -> NamedNode:
    name, kind = typed(entry, h.keyName), typed(entry, h.keyKind)
    parties = [text.text for text in listed(entry.get(h.keyBetween)) if isinstance(text, Text)]
    said = name or kind
    called = said.text if said else draft.keys.name(h.keyAgreements)
    agreement = draft.node(
        h.keyAgreements,
        h.Agreement,
        slug(name.text) if name else slug(called, *sorted(parties)),
        called if name or not parties else f"{called} ({', '.join(parties)})",
        entry.place,
    )
    kinds = draft.words.instances(h.AgreementKind).find(kind.text) if kind else ()
    for found in kinds:
        for word in draft.words.texts(found):
            draft.named(h.agreementKind).add(word.value, agreement)
    if name is not None and draft.named(h.Agreement).find(name.text):
        line = draft.places[draft.named(h.Agreement).find(name.text)[0]].line
        draft.problems.add(name.place, "name twice", word=name.text, line=line)
    if name is not None:
        draft.named(h.Agreement).add(name.text, agreement)
    draft.label(agreement, *(draft.words.labels(kinds[0]) if kinds and not name else ()))
    return agreement


def describe_agreement(draft: Draft, agreement: NamedNode, entry: Entry) -> None:
    """All that is said of an agreement."""
    describe(draft, agreement, entry)
    describe_period(draft, agreement, entry)
    written = len(list(listed(entry.get(h.keyBetween))))
    if written == 1:
        draft.problems.add(entry.place_of(h.keyBetween), "too few")
    _each_party_once(draft, entry)
    parties = draft.objects(agreement, h.between)
    check_takers(draft, agreement, parties, entry)
    _leaves_no_function_open(draft, agreement, entry)
    _when(draft, agreement, entry)
    if len(parties) == written > 1:
        refuse_empty(draft, agreement, entry.place_of(h.keyBetween))
    _existence(draft, agreement, entry)
    term = entry.get(h.keyNoticeTerm)
    if term is not None:
        write_term(draft, agreement, term)


def _each_party_once(draft: Draft, entry: Entry) -> None:
    names: set[str] = set()
    for node in listed(entry.get(h.keyBetween)):
        if isinstance(node, Text) and normal(node.text) in names:
            draft.problems.add(node.place, "said twice", word=node.text)
        elif isinstance(node, Text):
            names.add(normal(node.text))


def _leaves_no_function_open(draft: Draft, agreement: NamedNode, entry: Entry) -> None:
    """Tell if the function is missing of an agreement of a kind that names none of its own between such parties."""
    said = [node for node in listed(entry.get(h.keyWhat)) if not draft.is_word(node, h.Unknown)]
    parties = draft.objects(agreement, h.between)
    for kind in draft.objects(agreement, h.agreementKind):
        brought = draft.words.objects(kind, h.brings)
        templates = [template for template in brought if has_partner(draft, parties, template)]
        if templates and not said and not any(draft.words.objects(one, h.function) for one in templates):
            functions = draft.words.instances(h.Function).all()
            valid = dict.fromkeys(draft.shown(function) for _, function in functions)
            draft.problems.add(entry.place_of(h.keyWhat), "missing", valid, key=draft.keys.name(h.keyWhat))


def _when(draft: Draft, agreement: NamedNode, entry: Entry) -> None:
    """Tell if it is not said when, of a kind by which somebody does only what is written."""
    if h.keyWhen in entry:
        return
    parties, words = draft.objects(agreement, h.between), draft.words
    for kind in draft.objects(agreement, h.agreementKind):
        brought = [one for one in words.objects(kind, h.brings) if has_partner(draft, parties, one)]
        done = [one for one in brought if h.Performance in words.objects(one, h.kind)]
        if done and all(words.is_true(one, h.asWritten) for one in done):
            draft.unknown(entry.place, draft.shown(agreement), h.keyWhen, asked=False)


def _existence(draft: Draft, agreement: NamedNode, entry: Entry) -> None:
    node = entry.get(h.keyExists)
    if node is None or draft.is_word(node, h.Yes):
        return
    if draft.is_word(node, h.Unknown):
        draft.add(agreement, h.existence, h.possibly, node.place)
        draft.unknown(node.place, draft.shown(agreement), h.keyExists, asked=True)
    elif (text := draft.text(node)) is not None:
        valid = (draft.shown(h.Yes), draft.shown(h.Unknown))
        draft.problems.add(node.place, "no yes", valid, word=text.text)


def describe_engagements(draft: Draft, node: Node | None) -> None:
    """What parties have taken on, apart from what agreements bring; for all, unless it says for whom."""
    for engagement, entry in things(draft, node, h.keyEngagements, h.Engagement, h.keyWho, h.keyWhat):
        describe_period(draft, engagement, entry)
        for party in draft.objects(engagement, h.engaged):
            if party in draft.objects(engagement, h.principal):
                draft.problems.add(entry.place, "of itself", word=draft.shown(party))
        if h.keyFor not in entry:
            for situation in draft.subjects(rdf.type, h.Situation):
                draft.add(engagement, h.situation, situation, entry.place)


def describe_offers(draft: Draft, node: Node | None) -> None:
    """What parties are willing to do, without being bound."""
    named_by = (h.keyWho, h.keyWhat, h.keyAgreement)
    for offer, entry in things(draft, node, h.keyOffers, h.Offer, *named_by):
        one_of(draft, entry, h.keyWhat, h.keyAgreement)
        describe_period(draft, offer, entry)


def state_of_agreements(draft: Draft, agreements: list[tuple[NamedNode, Entry]]) -> None:
    """What is met or not met of one agreement."""
    for agreement, entry in agreements:
        state_conditions(draft, entry.get(h.keyConditionStates), agreement)

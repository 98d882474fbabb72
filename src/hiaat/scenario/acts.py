"""Steps that parties took: notice, an end, an order, a ruling."""

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.dates import LAST, Interval, Period, written
from hiaat.scenario.describe import describe, one_of, read_interval
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.notice import agreed_later, end_of_notice, keep_agreed_end
from hiaat.scenario.terms import h
from hiaat.scenario.values import agreement, word
from hiaat.scenario.words import slug

ABOUT_A_KIND = (h.Ask, h.Refuse)
"""Acts about an agreement that is not there: they speak of its kind."""

ENDING = (h.GiveNotice, h.End, h.Leave)
"""Acts whose effect is a last day; the others begin something, on their own day unless another is written."""

HANDING = (h.Delegate, h.Assign, h.Order)
"""Acts that lay something on another: without whom, or what, they do nothing."""


def describe_acts(draft: Draft, node: Node | None) -> None:
    """The steps: first all names, since a ruling speaks of another act."""
    acts = [(_register_act(draft, entry), entry) for entry in _entries(draft, node)]
    for act, entry in acts:
        describe(draft, act, entry)
        _about(draft, act, entry)
        _without_which_it_does_nothing(draft, act, entry)
        _when(draft, act, entry)


def _entries(draft: Draft, node: Node | None) -> list[Entry]:
    entries = (draft.keys.entry(one, h.Act) for one in listed(node))
    return [entry for entry in entries if entry is not None]


def _register_act(draft: Draft, entry: Entry) -> NamedNode:
    keys = (h.keyDate, h.keyWho, h.keyRulingBy, h.keyWhat)
    said = [text.text for text in map(entry.get, keys) if isinstance(text, Text) and not draft.is_word(text, h.Unknown)]
    name = entry.get(h.keyName)
    called = name.text if isinstance(name, Text) and name.text.strip() else " ".join(said)
    act = draft.node(h.keyActs, h.Act, slug(called), called or draft.keys.name(h.keyActs), entry.place)
    draft.label(act)
    if isinstance(name, Text):
        draft.named(h.Act).add(name.text, act)
    return act


def _about(draft: Draft, act: NamedNode, entry: Entry) -> None:
    """What an act is about: an agreement that is there, or a kind that is asked for or refused."""
    if h.keyAgreement not in entry:
        _about_no_agreement(draft, act, entry)
        return
    if h.keyAbout in entry:
        one_of(draft, entry, h.keyAbout, h.keyAgreement)
    text = draft.text(entry.values[h.keyAgreement])
    if text is None or draft.is_word(text, h.Unknown):
        return
    by_kind = any(kind in ABOUT_A_KIND for kind in draft.objects(act, h.actKind))
    if by_kind and not draft.named(h.Agreement).find(text.text):
        predicate, found = h.aboutKind, word(draft, text, h.AgreementKind)
    else:
        predicate, found = h.about, agreement(draft, text)
    if found is not None:
        draft.add(act, predicate, found, text.place)
        draft.tell(act, h.keyAgreement, draft.shown(found))


def _about_no_agreement(draft: Draft, act: NamedNode, entry: Entry) -> None:
    """Who is suspended is a party, unless an agreement is: one must be said; what ends must be said."""
    kinds = draft.objects(act, h.actKind)
    if h.Suspend in kinds:
        for suspended in draft.objects(act, h.addressee):
            draft.add(act, h.about, suspended, entry.place_of(h.keyTowards))
        if h.keyTowards not in entry:
            keys = (draft.keys.name(h.keyTowards), draft.keys.name(h.keyAgreement))
            draft.problems.add(entry.place, "missing", keys, key=keys[0])
    if any(draft.words.is_true(kind, h.endsThings) for kind in kinds):
        key = draft.keys.name(h.keyAgreement)
        draft.problems.add(entry.place, "missing", (key,), key=key)


def _without_which_it_does_nothing(draft: Draft, act: NamedNode, entry: Entry) -> None:
    kinds = draft.objects(act, h.actKind)
    needed = (h.keyTowards, h.keyAbout) if any(kind in HANDING for kind in kinds) else ()
    for key in (h.keyAboutAct, h.keyFinds) if h.Rule in kinds else needed:
        if key not in entry:
            draft.problems.add(entry.place, "missing", key=draft.keys.name(key))


def _when(draft: Draft, act: NamedNode, entry: Entry) -> None:
    """The day of the act, the day that it takes effect, and how long: of a vague date, when it surely has."""
    if h.keyDate not in entry:
        draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keyDate))
    day = read_interval(draft, act, entry, h.keyDate)
    first = read_interval(draft, act, entry, h.keyFirstDay)
    last = read_interval(draft, act, entry, h.keyLastDay)
    if day is None:
        return
    kinds = draft.objects(act, h.actKind)
    ending = any(kind in ENDING for kind in kinds)
    if ending:
        effect = last or _end_by_default(draft, act, day)
        vague = effect is not None and effect[0] < effect[1]
        last = last or (effect if vague or h.GiveNotice not in kinds else None)
        keep_agreed_end(draft, act, day)
        if h.keyFirstDay in entry:
            word = entry.typed[h.keyFirstDay]
            draft.problems.add(word.place, "unknown key", (draft.keys.name(h.keyLastDay),), word=word.text)
    else:
        effect = first or day
    _check_order(draft, entry, first or (last if ending and h.GiveNotice not in kinds else day), last)
    if last is not None and (agreed := agreed_later(draft, act, last)):
        effect = last = (last[0], agreed)
    place = entry.place_of(h.keyDate)
    draft.add(act, h.actDay, Literal(day[1]), place)
    if effect is not None:
        draft.add(act, h.effectDay, Literal(effect[1]), place)
        if effect[0] < effect[1]:
            draft.add(act, h.effectEarliest, Literal(effect[0]), place)
    last_sure, latest = last or (LAST, LAST)
    draft.days(act, Period(day[0], day[1], last_sure, latest), place)


def _end_by_default(draft: Draft, act: NamedNode, day: Interval) -> Interval | None:
    """Without a last day: that of the term of notice; of an act that ends things at once, its own day."""
    effect: Interval | None = day
    if h.GiveNotice in draft.objects(act, h.actKind):
        ends = [[end_of_notice(draft, about, one) for one in day] for about in draft.objects(act, h.about)]
        effect = next(((first, last) for first, last in ends if first is not None and last is not None), None)
    if effect is None:
        draft.unknown(draft.places[act], draft.shown(act), h.keyLastDay, asked=False)
    else:
        draft.assume(draft.places[act], "assumed day", name=draft.shown(act), day=written(effect[1]))
    return effect


def _check_order(draft: Draft, entry: Entry, start: Interval | None, end: Interval | None) -> None:
    if start is not None and end is not None and end[1] < start[0]:
        dates = {"start": written(start[0]), "end": written(end[1])}
        draft.problems.add(entry.place_of(h.keyLastDay), "end before start", **dates)

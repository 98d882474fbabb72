"""Steps that parties took, the state they are in, what they do in fact, and what they say."""

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.dates import LAST, Interval, Period, written
from hiaat.scenario.describe import describe, describe_period, one_of, read_interval, things
from hiaat.scenario.document import Node, Text
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, listed
from hiaat.scenario.notice import agreed_later, end_of_notice, keep_agreed_end
from hiaat.scenario.terms import h
from hiaat.scenario.values import agreement, party, word
from hiaat.scenario.words import normal, slug

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
    said = [text.text for text in map(entry.get, keys) if isinstance(text, Text)]
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
    """Who is suspended is a party, unless an agreement is; what ends must be said."""
    kinds = draft.objects(act, h.actKind)
    if h.Suspend in kinds:
        for suspended in draft.objects(act, h.addressee):
            draft.add(act, h.about, suspended, entry.place_of(h.keyTowards))
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
    if any(kind in ENDING for kind in kinds):
        effect = last or _end_by_default(draft, act, day)
        last = last or (effect if h.GiveNotice not in kinds else None)
        keep_agreed_end(draft, act, day)
        if h.keyFirstDay in entry:
            word = entry.typed[h.keyFirstDay]
            draft.problems.add(word.place, "unknown key", (draft.keys.name(h.keyLastDay),), word=word.text)
    else:
        effect = first or day
    _check_order(draft, entry, (day if h.GiveNotice in kinds else first or last), last)
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
        ends = [end_of_notice(draft, about, day[1]) for about in draft.objects(act, h.about)]
        effect = next(((end, end) for end in ends if end is not None), None)
    if effect is None:
        draft.unknown(draft.places[act], draft.shown(act), h.keyLastDay, asked=False)
    else:
        draft.assume(draft.places[act], "assumed day", name=draft.shown(act), day=written(effect[1]))
    return effect


def _check_order(draft: Draft, entry: Entry, start: Interval | None, end: Interval | None) -> None:
    if start is not None and end is not None and end[1] < start[0]:
        dates = {"start": written(start[0]), "end": written(end[1])}
        draft.problems.add(entry.place_of(h.keyLastDay), "end before start", **dates)


def describe_party_states(draft: Draft, node: Node | None) -> None:
    """What state parties are in."""
    for state, entry in things(draft, node, h.keyPartyStates, h.PartyState, h.keyWho, h.keyIs):
        describe_period(draft, state, entry)


def describe_conduct(draft: Draft, node: Node | None) -> None:
    """What parties do in fact."""
    for conduct, entry in things(draft, node, h.keyConduct, h.Conduct, h.keyWho, h.keyWhat):
        describe_period(draft, conduct, entry)


def describe_claims(draft: Draft, node: Node | None) -> None:
    """What parties say of a task, from the day they said it."""
    for claim, entry in things(draft, node, h.keyClaims, h.Claim, h.keyWho, h.keySays, h.keyAbout):
        said = entry.get(h.keySays)
        text = draft.text(said) if said is not None else None
        if said is None:
            draft.problems.add(entry.place, "missing", key=draft.keys.name(h.keySays))
        if text is not None:
            _claim(draft, claim, text)
        day = read_interval(draft, claim, entry, h.keyDate)
        earliest, begin = day or (1, 1)
        draft.days(claim, Period(earliest, begin), entry.place_of(h.keyDate))


def _claim(draft: Draft, claim: NamedNode, text: Text) -> None:
    """What is claimed; some claims name, after their own words, another party, and say nothing without one."""
    kinds = draft.words.instances(h.ClaimKind)
    kind, who = next(iter(kinds.find(text.text)), None), None
    if kind is None:
        kind, who = _of_another(draft, text)
    if kind is None:
        draft.find(text, kinds, sort=draft.shown(h.ClaimKind))
        return
    draft.add(claim, h.claimKind, kind, text.place)
    draft.tell(claim, h.keySays, text.text)
    if who is None and _names_another(draft, kind):
        others = [name for name, party in draft.named(h.Actor).all() if party not in draft.objects(claim, h.claimant)]
        draft.problems.add(text.place, "no party named", (f"{text.text} {name}" for name in others), word=text.text)
    other = party(draft, who) if who is not None else None
    if other is not None:
        draft.add(claim, h.claimedOf, other, text.place)


def _of_another(draft: Draft, text: Text) -> tuple[NamedNode | None, Text | None]:
    """The kind of claim that a text begins with, of those that name a party, and what stands after it."""
    said = normal(text.text)
    known = ((word, kind) for word, kind in draft.words.instances(h.ClaimKind).all() if _names_another(draft, kind))
    starts = [(len(normal(word)), kind) for word, kind in known if said.startswith(f"{normal(word)} ")]
    if not starts:
        return None, None
    length, kind = max(starts, key=lambda start: start[0])
    return kind, Text(" ".join(text.text.split())[length:].strip(), text.place)


def _names_another(draft: Draft, kind: NamedNode) -> bool:
    return draft.words.is_true(kind, h.namesAnother)

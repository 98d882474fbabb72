"""What-if: a scenario written as changes to another, worked out before anything is understood.

To end gives a named thing a last day. To replace puts new values for the keys that are written and leaves the others.
To add puts in what is new; under a name that is there, it adds keys to it. In that order, so that an agreement can be
ended and one of the same kind added. Everything keeps the place where it was written.
"""

from collections.abc import Callable

from pyoxigraph import NamedNode

from hiaat.scenario.document import Fields, Items, Node, Text
from hiaat.scenario.entry import Entry, Keys, listed
from hiaat.scenario.problems import Problems
from hiaat.scenario.terms import h
from hiaat.scenario.which import Which, shown
from hiaat.scenario.words import Words, normal

OWN = (h.keyVersion, h.keyTitle, h.keyAsOf, h.keyDerivedFrom, h.keyChanges, h.keyNote, h.keySource)
"""What a derived scenario says of itself; all else goes under its changes."""

NAMED = (h.keyParties, h.keyConditionStates)
"""Sections whose keys are names."""

LISTED = (
    h.keySituations,
    h.keyAgreements,
    h.keyEngagements,
    h.keyOffers,
    h.keyActs,
    h.keyPartyStates,
    h.keyConduct,
    h.keyClaims,
    h.keyOwnFunctions,
    h.keyNeeds,
    h.keyInFull,
)
"""Sections that hold entries, one or a list of them."""

Change = Callable[[NamedNode | None, Node | None, Node], Node]


class Derivation:
    """The changes of one file, applied to another."""

    def __init__(self, words: Words, keys: Keys, problems: Problems) -> None:
        self._which = Which(words, keys, problems)
        self._keys = keys
        self._problems = problems

    def derive(self, base: Entry, own: Entry) -> Fields:
        """The whole scenario."""
        for key, typed in own.typed.items():
            if key not in OWN:
                changes = self._keys.name(h.keyChanges)
                self._problems.add(typed.place, "only in changes", word=typed.text, changes=changes)
        values, typed_keys = dict(base.values), dict(base.typed)
        node = own.get(h.keyChanges)
        changes_entry = self._keys.entry(node, h.keyChanges) if node is not None else None
        steps = ((h.keyEndThings, self._end), (h.keyReplace, self._replace), (h.keyAdd, self._add))
        for step, change in steps:
            self._apply(changes_entry.get(step) if changes_entry else None, change, values, typed_keys)
        for key in (h.keyDerivedFrom, h.keyChanges):
            values.pop(key, None)
        kept = {key: value for key, value in own.values.items() if key not in (h.keyDerivedFrom, h.keyChanges)}
        values.update(kept)
        typed_keys.update({key: own.typed[key] for key in kept})
        return Fields(tuple((typed_keys[key], value) for key, value in values.items()), own.place)

    def _apply(
        self,
        node: Node | None,
        change: Change,
        values: dict[NamedNode, Node],
        typed: dict[NamedNode, Text],
    ) -> None:
        part = self._keys.entry(node, h.Scenario) if node is not None else None
        for key, value in (part.values if part else {}).items():
            if key in OWN:
                self._problems.add(value.place, "nothing to change", word=self._keys.name(key))
            elif part is not None:
                values[key] = change(key, values.get(key), value)
                typed.setdefault(key, part.typed[key])

    # -- Add

    def _add(self, key: NamedNode | None, old: Node | None, new: Node) -> Node:
        if old is None:
            return new
        if key in LISTED:
            return self._append(old, new)
        if isinstance(old, Fields) and isinstance(new, Fields):
            return self._merge(old, new, self._add)
        replace = self._keys.name(h.keyReplace)
        self._problems.add(new.place, "there already", word=shown(new), replace=replace)
        return old

    def _append(self, old: Node, new: Node) -> Node:
        items = list(listed(old))
        for one in listed(new):
            name = self._which.value(one, h.keyName)
            places = [
                i for i, item in enumerate(items) if name and self._which.same(name, self._which.value(item, h.keyName))
            ]
            if places and isinstance(one, Fields):
                rest = tuple((word, value) for word, value in one.pairs if self._which.key(word) != h.keyName)
                items[places[0]] = self._add(None, items[places[0]], Fields(rest, one.place))
            else:
                items.append(one)
        return Items(tuple(items), old.place)

    # -- Replace

    def _replace(self, key: NamedNode | None, old: Node | None, new: Node) -> Node:
        if key in LISTED and any(isinstance(one, Fields) for one in listed(new)):
            items = list(listed(old))
            for one in listed(new):
                index = self._which.index(items, self._which.name(one), one)
                if index is not None:
                    items[index] = self._replace(None, items[index], one)
            return Items(tuple(items), new.place)
        if isinstance(old, Fields) and isinstance(new, Fields):
            if key in NAMED:
                self._refuse_new(old, new)
            return self._merge(old, new, self._replace)
        return new

    def _refuse_new(self, old: Fields, new: Fields) -> None:
        known = {normal(word.text): word.text for word, _ in old.pairs}
        for word, _ in new.pairs:
            if normal(word.text) not in known:
                self._problems.add(word.place, "nothing to change", known.values(), word=word.text)

    # -- End

    def _end(self, key: NamedNode | None, old: Node | None, new: Node) -> Node:
        if not isinstance(new, Fields):
            return self._replace(key, old, new)
        if key == h.keyParties:
            self._problems.add(new.place, "no period")
            return old or new
        if key in LISTED:
            items = list(listed(old))
            for word, day in new.pairs:
                index = self._which.index(items, word, word)
                if index is not None:
                    items[index] = self._until(items[index], day, h.keyIs)
            return Items(tuple(items), new.place)
        return self._end_values(key, old, new)

    def _end_values(self, key: NamedNode | None, old: Node | None, new: Fields) -> Node:
        if not isinstance(old, Fields):
            return new
        self._refuse_new(old, new)
        days = {normal(word.text): day for word, day in new.pairs}
        holder = h.keyIs if key == h.keyConditionStates else h.keyWho
        return Fields(
            tuple(
                (word, self._until(value, days[normal(word.text)], holder) if normal(word.text) in days else value)
                for word, value in old.pairs
            ),
            old.place,
        )

    def _until(self, old: Node, day: Node, holder: NamedNode) -> Node:
        """The same with a last day, in long form if it was in short."""
        last = (Text(self._keys.name(h.keyUntil), day.place), day)
        if isinstance(old, Items):
            return Items((*old.items[:-1], self._until(old.items[-1], day, holder)), old.place) if old.items else old
        if isinstance(old, Text):
            return Fields(((Text(self._keys.name(holder), old.place), old), last), old.place)
        kept = tuple(pair for pair in old.pairs if self._which.key(pair[0]) != h.keyUntil)
        return Fields((*kept, last), old.place)

    def _merge(self, old: Fields, new: Fields, change: Change) -> Fields:
        pairs = {self._which.key(word): (word, value) for word, value in old.pairs}
        for word, value in new.pairs:
            key = self._which.key(word)
            known, before = pairs.get(key, (word, None))
            pairs[key] = (known, change(key if isinstance(key, NamedNode) else None, before, value))
        return Fields(tuple(pairs.values()), old.place)

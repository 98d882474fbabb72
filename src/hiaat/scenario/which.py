"""Which entry of a scenario a change speaks of: by its name, or else by its kind, or else by who it is of."""

from pyoxigraph import NamedNode

from hiaat.scenario.document import Fields, Node, Text
from hiaat.scenario.entry import Keys
from hiaat.scenario.problems import Problems
from hiaat.scenario.terms import h
from hiaat.scenario.words import Words, normal

NAMING = (h.keyName, h.keyKind, h.keyWho)
"""By which an entry of a list is known: the first of these that it has."""


class Which:
    """Finds entries by what they are called."""

    def __init__(self, words: Words, keys: Keys, problems: Problems) -> None:
        self._kinds = words.instances(h.AgreementKind)
        self._keys = keys
        self._problems = problems

    def key(self, word: Text) -> NamedNode | str:
        found = self._keys.all.find(word.text)
        return found[0] if found else normal(word.text)

    def value(self, entry: Node, key: NamedNode) -> str | None:
        pairs = entry.pairs if isinstance(entry, Fields) else ()
        texts = (value for word, value in pairs if self.key(word) == key)
        return next((value.text for value in texts if isinstance(value, Text)), None)

    def name(self, entry: Node) -> Text:
        names = (self.value(entry, key) for key in NAMING)
        return Text(next((name for name in names if name), ""), entry.place)

    def same(self, one: str, other: str | None) -> bool:
        if other is None:
            return False
        return normal(one) == normal(other) or self._kinds.find(one) == self._kinds.find(other) != ()

    def index(self, items: list[Node], name: Text, at: Node) -> int | None:
        """Which entry is meant; none or several is told."""
        for key in NAMING:
            found = [i for i, item in enumerate(items) if self.same(name.text, self.value(item, key))]
            if len(found) == 1:
                return found[0]
            if found:
                self._problems.add(at.place, "several such", word=name.text)
                return None
        valid = [self.name(item).text for item in items]
        self._problems.add(at.place, "nothing to change", valid, word=name.text or shown(at))
        return None


def shown(node: Node) -> str:
    """A node in a message."""
    return node.text if isinstance(node, Text) else "..."

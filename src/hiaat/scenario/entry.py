"""Part of the file read with the keys of the model: from what was typed to which key it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from hiaat.scenario.document import Fields, Items, Node, Text
from hiaat.scenario.problems import Place, Problems
from hiaat.scenario.terms import h, rdfs, skos
from hiaat.scenario.words import Lexicon, Words, normal


@dataclass(frozen=True, slots=True)
class Entry:
    """What describes one thing: its keys as the model knows them, with the value and the place of each."""

    section: NamedNode
    place: Place
    values: dict[NamedNode, Node]
    typed: dict[NamedNode, Text]

    def __contains__(self, key: NamedNode) -> bool:
        return key in self.values

    def get(self, key: NamedNode) -> Node | None:
        """The value of a key, if it was written."""
        return self.values.get(key)

    def place_of(self, key: NamedNode) -> Place:
        """Where the value of a key is written, or else where the entry begins."""
        return self.values[key].place if key in self.values else self.place


class Keys:
    """Which keys fit in which part of the file."""

    def __init__(self, words: Words, problems: Problems) -> None:
        self._words = words
        self._problems = problems
        self._known: dict[NamedNode, Lexicon] = {}
        self.all = words.instances(h.ScenarioKey)
        self._anywhere = {key for _, key in self.all.all()} - set(words.subjects(h.keySection))
        self.anywhere = self._lexicon(self._anywhere)
        self._english = False

    def name(self, key: NamedNode) -> str:
        """The key as it is said back: in English for a file with English keys, else as one writes it."""
        english = [text.value for text in self._words.texts(key, skos.prefLabel, rdfs.label) if text.language == "en"]
        return english[0] if self._english and english else self.notation(key)

    def notation(self, key: NamedNode) -> str:
        """The key as one writes it, whatever the file: its notation, or the shortest of its names."""
        notations = [text.value for text in self._words.texts(key, skos.notation)]
        names = [text.value for text in self._words.texts(key) if text.language == self._problems.language]
        return min(notations or names or [self._words.label(key, self._problems.language)], key=len)

    def of(self, section: NamedNode) -> Lexicon:
        """The words of the keys that fit in a section."""
        if section not in self._known:
            self._known[section] = self._lexicon({*self._words.subjects(h.keySection, section), *self._anywhere})
        return self._known[section]

    def entry(self, node: Node, section: NamedNode, more: Lexicon | None = None) -> Entry | None:
        """Read a node as an entry of this section; keys that are none are told, and left out."""
        lexicon = self.of(section) + more if more else self.of(section)
        if not isinstance(node, Fields):
            self._problems.add(node.place, "keys expected", self.canonical(lexicon))
            return None
        entry = Entry(section, node.place, {}, {})
        for word, value in node.pairs:
            key = self._key(word, value, lexicon)
            if key is None:
                continue
            if key in entry:
                self._problems.add(word.place, "same key", word=word.text, other=entry.typed[key].text)
            else:
                entry.values[key], entry.typed[key] = value, word
        if section == h.Scenario:
            self._english = self._is_english(entry)
        return entry

    def _is_english(self, entry: Entry) -> bool:
        """Whether most keys that tell are English: those of the core that are written otherwise in Dutch."""
        told = 0
        for key, word in entry.typed.items():
            written = [text for text in self._words.texts(key) if normal(text.value) == normal(word.text)]
            languages = {text.language for text in written} if key in h else set()
            told += (languages == {"en"}) - ("en" not in languages)
        return told > 0

    def canonical(self, lexicon: Lexicon) -> tuple[str, ...]:
        """Keys as one writes them in a file, each once."""
        return tuple(dict.fromkeys(self.name(key) for _, key in lexicon.all()))

    def _lexicon(self, keys: set[NamedNode]) -> Lexicon:
        ordered = sorted(keys, key=self.notation)
        return Lexicon((text.value, key) for key in ordered for text in self._words.texts(key))

    def _key(self, word: Text, value: Node, lexicon: Lexicon) -> NamedNode | None:
        found = lexicon.find(word.text)
        if len(found) == 1:
            return found[0]
        if found:
            valid = tuple(self.notation(key) for key in found)
            self._problems.add(word.place, "two meanings", valid, word=word.text)
        else:
            valid = (*lexicon.nearest(word.text), *self.canonical(lexicon))
            alone = isinstance(value, Text) and not value.text  # as what follows a comma in a text without quotes
            key = "unknown key alone" if alone and " " in word.text else "unknown key"
            self._problems.add(word.place, key, dict.fromkeys(valid), word=word.text)
        return None


def listed(node: Node | None) -> Iterator[Node]:
    """One thing, or the things of a list: both may be written."""
    if isinstance(node, Items):
        yield from node.items
    elif node is not None:
        yield node

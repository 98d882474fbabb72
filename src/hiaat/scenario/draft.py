"""The graph of a scenario while it is being read: triples, where each was written, names, and what to say back."""

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.scenario.dates import Period
from hiaat.scenario.document import Node, Text
from hiaat.scenario.entry import Keys
from hiaat.scenario.fields import Field, fields_of
from hiaat.scenario.messages import message
from hiaat.scenario.problems import Place, Problems
from hiaat.scenario.terms import SCENARIOS, h, rdf, rdfs
from hiaat.scenario.understood import Remark, Told, Understood
from hiaat.scenario.words import Lexicon, Words, alike, normal, slug


class Draft:
    """What the sections write to; the order of writing is the order of the file."""

    def __init__(self, name: str, words: Words, problems: Problems) -> None:
        self.scenario = NamedNode(SCENARIOS + slug(name))
        self.words = words
        self.problems = problems
        self.language = problems.language
        self.keys = Keys(words, problems)
        self.positions: dict[Triple, Place] = {}
        self.places: dict[NamedNode, Place] = {}
        self.names: dict[NamedNode, Lexicon] = {}
        self.title = ""
        self.full: set[NamedNode] = set()
        self.terms: dict[NamedNode, tuple[int, NamedNode]] = {}
        self.agreed_ends: dict[NamedNode, int] = {}
        self._objects: dict[tuple[NamedNode, NamedNode], list[NamedNode | Literal]] = {}
        self._subjects: dict[tuple[NamedNode, NamedNode | Literal], list[NamedNode]] = {}
        self._sections: dict[NamedNode, str] = {}
        self._called: dict[NamedNode, str] = {}
        self._told: dict[NamedNode, dict[str, str]] = {}
        self._assumed: list[Remark] = []
        self._unknown: list[Remark] = []
        self._fields: dict[NamedNode, tuple[Field, ...]] = {}

    # -- The graph

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal, place: Place) -> None:
        """Say something, and remember where it was written; what the knowledge speaks of is not changed."""
        triple = Triple(subject, predicate, value)
        if self.words.knows(subject):
            if triple not in self.words.graph.triples:
                self.problems.add(place, "own word", word=self.shown(subject))
        elif triple not in self.positions:
            self.positions[triple] = place
            self._objects.setdefault((subject, predicate), []).append(value)
            self._subjects.setdefault((predicate, value), []).append(subject)

    def node(self, section: NamedNode, cls: NamedNode, path: str, label: str, place: Place) -> NamedNode:
        """A new thing of the scenario, named after where it stands and what it is called."""
        base = f"{self.scenario.value}/{slug(self.keys.notation(section))}/{path}"
        iri = NamedNode(base)
        count = 1
        while iri in self.places:
            count += 1
            iri = NamedNode(f"{base}-{count}")
        self.places[iri] = place
        self._sections[iri] = self.keys.name(section)
        self._called[iri] = label
        self.add(iri, rdf.type, cls, place)
        self.add(iri, h.inScenario, self.scenario, place)
        self.add(iri, h.writtenAt, Literal(str(place)), place)
        return iri

    def label(self, thing: NamedNode, *labels: Literal) -> None:
        """Give a thing its names; without any, the one it is called by here."""
        for text in labels or (Literal(self._called[thing]),):
            self.add(thing, rdfs.label, text, self.places[thing])

    def days(self, thing: NamedNode, period: Period, place: Place) -> None:
        """Write the four day numbers."""
        numbers = (period.earliest, period.begin, period.end, period.latest)
        for predicate, day in zip((h.earliestDay, h.fromDay, h.untilDay, h.latestDay), numbers, strict=True):
            self.add(thing, predicate, Literal(day), place)

    def objects(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The things that were written of this so far."""
        return [o for o in self._objects.get((subject, predicate), ()) if isinstance(o, NamedNode)]

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Literal]:
        """The literals that were written of this so far."""
        return [o for o in self._objects.get((subject, predicate), ()) if isinstance(o, Literal)]

    def subjects(self, predicate: NamedNode, value: NamedNode) -> list[NamedNode]:
        """The things of which this was written so far."""
        return self._subjects.get((predicate, value), [])

    def fields(self, section: NamedNode) -> tuple[Field, ...]:
        """The mapping of a section."""
        if section not in self._fields:
            self._fields[section] = fields_of(self.words, section)
        return self._fields[section]

    # -- Words and names

    def text(self, node: Node) -> Text | None:
        """One word or name, and something in it; anything else is told."""
        if not isinstance(node, Text):
            self.problems.add(node.place, "word expected")
        elif not node.text.strip():
            self.problems.add(node.place, "nothing written")
        else:
            return node
        return None

    def is_word(self, node: Node | None, term: NamedNode) -> bool:
        """Whether this is the word for a term of the core, such as the one for unknown."""
        if not isinstance(node, Text):
            return False
        return normal(node.text) in {normal(name.value) for name in self.words.texts(term)}

    def find(
        self,
        text: Text,
        *lexicons: Lexicon,
        problem: str = "unknown word",
        several: str = "two meanings",
        **details: str,
    ) -> NamedNode | None:
        """The one thing that a word names; none or several is told, with what would be valid."""
        found = next((named for named in (words.find(text.text) for words in lexicons) if named), ())
        if len(found) == 1:
            return found[0]
        if found:
            self.problems.add(text.place, several, map(self.shown, found), word=text.text)
        else:
            near = (word for lexicon in lexicons for word in self._near(lexicon, text.text))
            every = [self.shown(thing) for lexicon in lexicons for thing in lexicon.few()]
            said = "unknown word of many" if problem == "unknown word" and not every else problem
            self.problems.add(text.place, said, dict.fromkeys((*near, *every)), word=text.text, **details)
        return None

    def _near(self, lexicon: Lexicon, word: str) -> list[str]:
        """The nearest words: those of the language spoken here first, of others only what is very near."""
        near = lexicon.nearest(word)
        own = [one for one in near if any(self._is_spoken(thing, one) for thing in lexicon.find(one))]
        return [*own, *(one for one in near if one not in own and alike(one, word))]

    def _is_spoken(self, thing: NamedNode, word: str) -> bool:
        """Whether a word for a thing is of the language spoken here, or of none."""
        names = [name for name in self.words.texts(thing) if normal(name.value) == normal(word)]
        return not names or any(name.language in (self.language, None) for name in names)

    def named(self, sort: NamedNode) -> Lexicon:
        """The names of the things of this sort that the scenario itself brings."""
        return self.names.setdefault(sort, Lexicon())

    def shown(self, term: NamedNode | Literal) -> str:
        """A term as the analyst knows it."""
        if isinstance(term, Literal):
            return term.value
        return self._called[term] if term in self._called else self.words.label(term, self.language)

    # -- What to say back

    def tell(self, thing: NamedNode, key: NamedNode, value: str) -> None:
        """What was understood of a thing."""
        facts = self._told.setdefault(thing, {})
        name = self.keys.name(key)
        facts[name] = f"{facts[name]}, {value}" if name in facts else value

    def assume(self, place: Place, key: str, /, **details: object) -> None:
        """What was filled in because nothing was written."""
        self._assumed.append(Remark(message(key, self.language, **details), place))

    def unknown(self, place: Place, name: str, key: NamedNode, *, asked: bool) -> None:
        """What stays unknown: written so, or not mentioned."""
        said = "not known" if asked else "not mentioned"
        text = message(said, self.language, name=name, key=self.keys.name(key))
        self._unknown.append(Remark(text, place, asked))

    def understood(self) -> Understood:
        """All that is to be said back."""
        told = tuple(
            Told(self._sections[thing], self.shown(thing), tuple(facts.items()), self.places[thing])
            for thing, facts in self._told.items()
            if thing in self.places
        )
        return Understood(told, tuple(self._assumed), tuple(self._unknown))

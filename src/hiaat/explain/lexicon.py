"""The words of the body of knowledge in one language: sentences, phrases, dates, lists and windows.

Made once for a body of knowledge and a language, and kept.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from functools import cached_property, lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.explain.template import Template
from hiaat.knowledge.graph import Graph, Node
from hiaat.knowledge.terms import AT_SOME_TIME, RDF_TYPE, SH, h, local, rdfs, skos
from hiaat.scenario.messages import Language

SENTENCES = "https://w3id.org/hiaat/id/sentence/"
_ORDER = NamedNode(SH + "order")


class Lexicon:
    """What things are called, and how sentences are built."""

    def __init__(self, words: Graph, language: Language) -> None:
        self.words = words
        self.language = language
        self._templates = self._read_sentences()
        self._months = self.template("months").text.split()
        self._above: dict[str, frozenset[str]] = {}
        self._scenario: Graph | None = None

    def with_words_of(self, scenario: Graph) -> "Lexicon":
        """The same, with the functions that a scenario has of its own: named as written, and below those it names."""
        own = copy(self)
        own._scenario = scenario
        return own

    def template(self, key: str) -> Template:
        """A sentence. KnowledgeError if the knowledge has none of that name in this language."""
        found = self._templates.get(key)
        if found is None:
            raise KnowledgeError(f"no sentence '{key}' in '{self.language}'")
        return found

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._templates

    def fill(self, key: str, /, **values: str) -> str:
        """A sentence, filled."""
        return self.template(key).fill(values)

    def text(self, thing: str, *words: str) -> str:
        """What the knowledge says of a thing by the first of these words of the core that it uses."""
        return next((said for word in words if (said := self._literal(thing, h(word)))), "")

    def label(self, thing: str) -> str:
        """The name of a thing, as the scenario writes it if it is a function of its own; or else the end of its IRI."""
        named = self._literal(thing, skos("prefLabel")) or self._literal(thing, rdfs("label"))
        return named or self._own_label(thing) or local(thing)

    def phrase(self, thing: str) -> str:
        """How running text names a thing."""
        return self.text(thing, "phrase") or self.label(thing)

    def condition(self, thing: str) -> str:
        """A condition as a main clause: its phrase, or what its definition says."""
        said = self.text(thing, "phrase") or self._literal(thing, skos("definition"))
        return (said[:1].lower() + said[1:]).rstrip(".") if said else self.fill("quoted", text=self.label(thing))

    def nodes(self, thing: str, word: str) -> list[str]:
        """The things that the knowledge says of a thing by a word of the core, in the order in which it says them."""
        return [found.value for found in self.words.nodes(_node(thing), h(word)) if isinstance(found, NamedNode)]

    def values(self, thing: str, word: str) -> list[str]:
        """The literals, as text."""
        return [v.value for v in self.words.objects(_node(thing), h(word)) if isinstance(v, Literal)]

    def names(self, thing: str) -> set[str]:
        """What a thing is called, in either language, without capitals."""
        found = (v for word in (rdfs("label"), skos("altLabel")) for v in self.words.objects(_node(thing), word))
        return {v.value.casefold() for v in found if isinstance(v, Literal)}

    def types(self, thing: str) -> list[str]:
        """The classes of a thing, as written."""
        return [found.value for found in self.words.nodes(_node(thing), RDF_TYPE)]

    def is_a(self, thing: str, word: str) -> bool:
        """Whether a thing is of a class of the core, or of one below it."""
        return any(h(word).value in self.above(cls) for cls in self.types(thing))

    def above(self, cls: str) -> frozenset[str]:
        """A class and all above it."""
        if cls not in self._above:
            self._above[cls] = frozenset(n.value for n in self.words.above(_node(cls), rdfs("subClassOf")))
        return self._above[cls]

    def narrower_or_same(self, function: str, of: str) -> bool:
        """Whether a function is another, or below it."""
        broader = skos("broader")
        own = self._scenario.above(_node(function), broader) if self._scenario else {_node(function)}
        return any(_node(of) in self.words.above(one, broader) for one in own)

    def strength(self, norm: str) -> int:
        """With what force a norm binds; 0 if it is none."""
        found = [int(v) for force in self.nodes(norm, "force") for v in self.values(force, "strength")]
        return max(found, default=0)

    def date(self, day: int) -> str:
        """A day number as a date."""
        on = date.fromordinal(day)
        return self.fill("date", day=str(on.day), month=self._months[on.month - 1], year=str(on.year))

    def month(self, day: int) -> str:
        """The month of a day number."""
        on = date.fromordinal(day)
        return self.fill("month", month=self._months[on.month - 1], year=str(on.year))

    def numbered(self, texts: Iterable[str]) -> str:
        """Texts that hold commas or sentences of their own, each with its number."""
        told = [self.fill("list-numbered", number=str(number), text=text) for number, text in enumerate(texts, 1)]
        return self.join(told, last="list-apart", between="list-apart")

    def join(self, parts: Iterable[str], last: str = "list-end", between: str = "list") -> str:
        """Several words as one: a, b and c."""
        found = [part for part in dict.fromkeys(parts) if part]
        if not found:
            return ""
        told = found[0]
        for index, part in enumerate(found[1:], 2):
            told = self.fill(last if index == len(found) else between, first=told, last=part)
        return told

    def order(self, thing: str) -> tuple[int, str]:
        """Where a reader expects a thing."""
        found = [int(v.value) for v in self.words.objects(_node(thing), _ORDER) if isinstance(v, Literal)]
        return min(found, default=999), thing

    def atoms(self, windows: Iterable[str]) -> set[str]:
        """Windows with every group of windows taken apart."""
        return {part for window in windows for part in self.nodes(window, "hasPart") or [window]}

    def windows(self, windows: Iterable[str], *, apart: bool = False) -> str:
        """When: the group that is exactly these windows; or group by group, with 'not' between them."""
        left = self.atoms(windows) - {AT_SOME_TIME}
        told = []
        whole = frozenset[str]().union(*(parts for _, parts in self._groups))
        for group, parts in self._groups:
            if parts <= left and not (apart and parts == whole):
                told.append((min(map(self.order, parts)), self.phrase(group)))
                left -= parts
        last, between = ("list-not", "list-neither") if apart else ("list-end", "list")
        return self.join([phrase for _, phrase in sorted(told)], last, between)

    def in_order(self, windows: Iterable[str]) -> Sequence[str]:
        """Windows as a reader expects them."""
        return sorted(set(windows), key=self.order)

    @cached_property
    def _groups(self) -> list[tuple[str, frozenset[str]]]:
        """All windows and groups of windows, with the atoms of each, largest first."""
        found = [n.value for n in self.words.subjects(RDF_TYPE, h("Window")) if n.value != AT_SOME_TIME]
        atoms = [(window, frozenset(self.nodes(window, "hasPart") or [window])) for window in found]
        return sorted(atoms, key=lambda one: (-len(one[1]), bool(self.nodes(one[0], "hasPart")), self.order(one[0])))

    def _read_sentences(self) -> dict[str, Template]:
        found, replaced = {}, {}
        for node in self.words.subjects(RDF_TYPE, h("Sentence")):
            text = self._literal(node.value, h("text"), strict=True)
            if text:
                found[local(node.value)] = Template(local(node.value), text)
                replaced.update({local(old): local(node.value) for old in self.nodes(node.value, "insteadOf")})
        return found | {old: Template(old, found[new].text) for old, new in replaced.items()}

    def _own_label(self, thing: str) -> str:
        said = self._scenario.objects(_node(thing), rdfs("label")) if self._scenario else ()
        is_function = self._scenario is not None and h("Function") in self._scenario.nodes(_node(thing), RDF_TYPE)
        return next((v.value for v in said if isinstance(v, Literal)), "") if is_function else ""

    def _literal(self, thing: str, predicate: NamedNode, *, strict: bool = False) -> str:
        said = [v for v in self.words.objects(_node(thing), predicate) if isinstance(v, Literal)]
        own = [v.value for v in said if v.language == self.language]
        rest = [] if strict else [v.value for v in said]
        return next(iter([*own, *rest]), "")


@lru_cache(maxsize=8)
def lexicon(words: Graph, language: Language) -> Lexicon:
    """The lexicon of a body of knowledge in a language."""
    return Lexicon(words, language)


def _node(iri: str) -> Node:
    """The node of a name; names of blank nodes hold no colon."""
    return NamedNode(iri) if ":" in iri else BlankNode(iri)

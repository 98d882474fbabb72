"""What things are called: those of the scenario by its own labels, the others by the labels of the knowledge."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from hiaat.findings import Engagement
from hiaat.judging import Judged
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import SH, h, rdfs, skos
from hiaat.scenario import Words
from hiaat.scenario.messages import Language

LAST_DAY = date.max.toordinal()
KINDS = ("Performance", "Accountability", "Organisation", "Procurement", "Funding", "Oversight")


@dataclass(frozen=True)
class Ground:
    """A norm, an engagement or a fact that something rests on, as a report shows it."""

    iri: str
    sort: str  # norm, engagement, fact or term
    label: str
    says: str = ""
    based_on: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    written_at: str = ""


class Names:
    """Labels in one language for one judgement."""

    def __init__(self, judged: Judged, words: Words, language: Language) -> None:
        self._judgement = judged.judgement
        self._scenario = Graph(judged.scenario.triples)
        self._words = words
        self.language = language
        self._known: dict[str, str] = {}

    def of(self, iri: str) -> str:
        """The name of a thing, or else the end of its IRI."""
        if iri not in self._known:
            self._known[iri] = self._own(iri) or self._words.label(ox.NamedNode(iri), self.language)
        return self._known[iri]

    def all(self, iris: Iterable[str]) -> list[str]:
        """The names of several things, each once, in order."""
        return list(dict.fromkeys(self.of(iri) for iri in iris))

    def labels(self, iri: str) -> list[ox.Literal]:
        """The names of a thing as a graph has them: those of the scenario as written there."""
        engagement = self._judgement.engagements.get(iri)
        if engagement is not None:
            return self.labels(self._called(engagement))
        return self._labels(iri) or [ox.Literal(self.of(iri), language=self.language)]

    def word(self, local: str) -> str:
        """The name of a word of the core."""
        return self.of(h(local).value)

    def definition(self, local: str) -> str:
        """What a word of the core means, without the full stop: to stand inside a sentence."""
        return self._said(h(local).value, skos("definition")).rstrip(".")

    def text(self, iri: str, word: str) -> str:
        """A text that the knowledge says of a thing by a word of the core, in this language or else any."""
        return self._said(iri, h(word))

    def _said(self, iri: str, predicate: ox.NamedNode) -> str:
        found = self._words.texts(ox.NamedNode(iri), predicate)
        own = [text.value for text in found if text.language == self.language]
        return next(iter([*own, *(text.value for text in found)]), "")

    def things(self, iri: str, word: str) -> tuple[str, ...]:
        """The things that the knowledge says of a thing by a word of the core."""
        return tuple(thing.value for thing in self._words.objects(ox.NamedNode(iri), h(word)))

    def written_at(self, iri: str) -> str:
        """Where the scenario says this: file, line and column."""
        value = self._scenario.value(ox.NamedNode(iri), h("writtenAt"))
        return value.value if isinstance(value, ox.Literal) else ""

    def ground(self, iri: str) -> Ground:
        """What a candidate, a shortfall or a possible act rests on."""
        engagement = self._judgement.engagements.get(iri)
        if engagement is not None:
            return self._engagement(iri, engagement)
        place = self.written_at(iri)
        if place:
            return Ground(iri, "fact", self.of(iri), written_at=place)
        voices = self.things(iri, "voice")
        if not voices:
            return Ground(iri, "term", self.of(iri))
        based_on = self.things(iri, "basedOn")
        return Ground(iri, "norm", self.of(iri), self.text(iri, "says"), based_on, tuple(self.all(voices)))

    def _engagement(self, iri: str, engagement: Engagement) -> Ground:
        label = self.of(self._called(engagement))
        return Ground(iri, "engagement", label, written_at=self.written_at(engagement.source))

    def _called(self, engagement: Engagement) -> str:
        """What an engagement is called by: its agreement, its own name in the scenario, or its function."""
        own = engagement.agreement or self._labels(engagement.source)
        return engagement.source if own else engagement.function

    def windows(self, iris: Iterable[str]) -> list[str]:
        """Windows in the order in which a reader expects them, the one without a time last."""
        return sorted(set(iris), key=lambda iri: (self._order(iri), iri))

    def _order(self, window: str) -> int:
        found = [text.value for text in self._words.texts(ox.NamedNode(window), ox.NamedNode(SH + "order"))]
        return int(found[0]) if found and found[0].isdigit() else 999

    def _labels(self, iri: str) -> list[ox.Literal]:
        found = self._scenario.objects(ox.NamedNode(iri), rdfs("label"))
        return [label for label in found if isinstance(label, ox.Literal)]

    def _own(self, iri: str) -> str:
        found = self._labels(iri)
        own = [label.value for label in found if label.language in (self.language, None)]
        return next(iter([*own, *(label.value for label in found)]), "")


def day(number: int | None) -> str | None:
    """A day number as a date; none for no day, and for the first and the last day there are."""
    return None if number is None or number in (1, LAST_DAY) else date.fromordinal(number).isoformat()

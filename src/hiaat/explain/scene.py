"""The scenario as an explanation speaks of it: what parties and agreements are called, and where facts are written.

A party is called by the phrase of its type where it is the only one of that type ('the supervisor'), by phrase and name
where there are more, and by its name alone where its type has no phrase.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from hiaat.explain.lexicon import Lexicon, lexicon
from hiaat.explain.library import Library, library
from hiaat.findings import Engagement
from hiaat.judging import Judged
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, local, rdfs
from hiaat.scenario.messages import Language

ACTOR = h("Actor").value
_SOURCE = NamedNode("http://purl.org/dc/terms/source")


class Scene:
    """One judgement, the words to tell it in, and the names in it."""

    def __init__(self, judged: Judged, words: Graph, language: Language) -> None:
        self.judged = judged
        self.judgement = judged.judgement
        self.graph = Graph(judged.scenario.triples)
        self.lexicon: Lexicon = lexicon(words, language).with_words_of(self.graph)
        self.library: Library = library(words, language)
        self.day = judged.judgement.assessment.as_of.toordinal()

    def values(self, thing: str, word: str) -> list[str]:
        """Everything that the scenario says of a thing by a word of the core."""
        return [found.value for found in self.graph.objects(NamedNode(thing), h(word))]

    def about(self, thing: str, predicate: str) -> list[str]:
        """The same by any predicate, named in full."""
        return [found.value for found in self.graph.objects(NamedNode(thing), NamedNode(predicate))]

    def value(self, thing: str, word: str) -> str:
        """The first of these, or nothing."""
        return next(iter(self.values(thing, word)), "")

    def number(self, thing: str, word: str) -> int | None:
        """A number that the scenario gives."""
        found = self.value(thing, word)
        return int(found) if found else None

    def last_named(self, act: str) -> int | None:
        """The last day that an act named, the first that it may be, where the agreed term ends later; or that term."""
        last = self.number(act, "effectDay")
        agreed = self.judged.scenario.agreed_ends.get(NamedNode(act))
        named = self.number(act, "untilDay") or LAST_DAY
        return named if last is not None and last == agreed and named < LAST_DAY else last

    def label(self, thing: str) -> str:
        """The name of a thing: that of the scenario, or that of the knowledge."""
        said = [v for v in self.graph.objects(NamedNode(thing), rdfs("label")) if isinstance(v, Literal)]
        own = [v.value for v in said if v.language in (self.lexicon.language, None)]
        return next(iter([*own, *(v.value for v in said)]), "") or self.lexicon.label(thing)

    def source(self, thing: str) -> str:
        """The evidence that the scenario names for a fact."""
        found = self.graph.value(NamedNode(thing), _SOURCE)
        return found.value if isinstance(found, Literal) else ""

    def written(self, *things: str) -> str:
        """File and line of facts, as a citation; the lines of one file together."""
        lines: dict[str, set[int]] = {}
        for place in filter(None, (self.value(thing, "writtenAt") for thing in things)):
            file, line, _ = place.rsplit(":", 2)
            lines.setdefault(local(file), set()).add(int(line))
        told = ((file, [str(one) for one in sorted(some)]) for file, some in lines.items())
        keys = ("source-fact", "source-facts")
        cites = (self.lexicon.fill(keys[len(some) > 1], file=f, line=self.lexicon.join(some)) for f, some in told)
        return self.lexicon.join(cites, last="list")

    def things(self, word: str) -> list[str]:
        """What the scenario has of a class of the core."""
        return sorted(node.value for node in self.graph.subjects(RDF_TYPE, h(word)))

    def types(self, party: str) -> list[str]:
        """The types of a party, of the scenario or of the knowledge; most telling first."""
        found = [n.value for n in self.graph.nodes(NamedNode(party), RDF_TYPE)] or self.lexicon.types(party)
        return sorted(set(found) - {ACTOR}, key=lambda cls: (-len(self.lexicon.above(cls)), cls))

    def all_types(self, party: str) -> set[str]:
        """The types of a party, those above them included."""
        return {above for cls in self.types(party) for above in self.lexicon.above(cls)}

    def can_perform(self, party: str, function: str) -> bool:
        """Whether a party of this type can do the function itself."""
        able = {f for cls in self.all_types(party) for f in self.lexicon.nodes(cls, "canPerform")}
        return any(self.lexicon.narrower_or_same(function, one) for one in able)

    def party(self, party: str) -> str:
        """A party in running text."""
        own = self.lexicon.text(party, "phrase")
        if own:
            return own
        phrase = self._type_phrase(party)
        if not phrase:
            name = self.label(party)
            return self.lexicon.fill("party-group", name=name) if party in self._groups else name
        if len(self._called[phrase]) == 1 or self._is_nameless(party):
            return phrase
        return self.lexicon.fill("lead-named", party=phrase, name=self.label(party))

    def parties(self, parties: Iterable[str], last: str = "list-end") -> str:
        """Several parties in running text."""
        return self.lexicon.join(map(self.party, parties), last=last)

    def former(self, party: str) -> str:
        """A party that used to do it."""
        for cls in self.types(party):
            phrase = self.lexicon.text(cls, "formerPhrase")
            if phrase:
                return self.lexicon.fill("lead-named", party=phrase, name=self.label(party))
        return self.party(party)

    def name(self, party: str) -> str:
        """A party in a list: by its name, unless that is only the name of its type."""
        return self.party(party) if self._is_nameless(party) else self.label(party)

    def lead(self, party: str, setting: str) -> str:
        """A party as the head of what is said of it; without a setting, just that."""
        if party == setting:
            return self.lexicon.fill("lead-self", name=self.label(party))
        phrase = self._type_phrase(party)
        named = self.label(party).casefold()
        if not phrase or self._is_nameless(party):
            return self.party(party)
        if any(one in named for one in self._type_names(party)):
            return self.label(party)
        place = self.value(party, "place")
        elsewhere = place if setting and place != self.value(setting, "place") else ""
        return self.lexicon.fill("lead-named", party=phrase, name=self.label(party), place=elsewhere)

    def agreement(self, agreement: str) -> str:
        """An agreement in running text: by its own name, or by the phrase of its kind."""
        kind = self.value(agreement, "agreementKind")
        own = self.label(agreement)
        if kind and own == self.lexicon.label(kind) and self.lexicon.text(kind, "phrase"):
            return self.lexicon.phrase(kind)
        return self.lexicon.fill("quoted", text=own)

    def others(self, agreement: str, party: str) -> str:
        """The other parties to an agreement."""
        return self.parties(sorted(other for other in self.values(agreement, "between") if other != party))

    def engagement(self, ground: str) -> Engagement | None:
        """What a party took on, if a ground is that."""
        return self.judgement.engagements.get(ground)

    def setting(self, situation: str) -> str:
        """The party in whose house a situation takes place; without one, its subject."""
        return self.value(situation, "setting") or self.value(situation, "subject") or situation

    def begins(self, situation: str) -> int | None:
        """The first day of a situation that surely has not begun on the day judged."""
        earliest = self.number(situation, "earliestDay")
        return self.number(situation, "fromDay") if earliest and earliest > self.day else None

    def ended(self, situation: str) -> int | None:
        """The last day of a situation that surely ended before the day judged."""
        latest = self.number(situation, "latestDay")
        return latest if latest and latest < self.day else None

    def apart(self, situation: str) -> str:
        """The name of a situation, where there is more than one."""
        return self.label(situation) if len(self.judgement.situations) > 1 else ""

    def _is_nameless(self, party: str) -> bool:
        """Whether a party is called by its phrase alone: a public body, or one without a name of its own."""
        return bool(self.lexicon.text(party, "phrase")) or self.label(party).casefold() in self._type_names(party)

    def _type_names(self, party: str) -> set[str]:
        return {self.lexicon.label(cls).casefold() for cls in self.types(party)}

    def _type_phrase(self, party: str) -> str:
        return next((phrase for cls in self.types(party) if (phrase := self.lexicon.text(cls, "phrase"))), "")

    @cached_property
    def _groups(self) -> set[str]:
        """Subjects of more than one person: their name may be a plural, so a sentence speaks of the group."""
        situations = self.things("Situation")
        several = {one for one in situations if self._is_several(one)}
        return {subject for one in several for subject in self.values(one, "subject")}

    def _is_several(self, situation: str) -> bool:
        """By its number of people; if that is not told, by its name, if that is the word for all such groups."""
        size = self.number(situation, "size")
        return size > 1 if size else self.label(situation).casefold() in self.lexicon.names(h("keySituations").value)

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """The parties of the scenario by the phrase of their type."""
        found: dict[str, set[str]] = defaultdict(set)
        for party in self.things("Actor"):
            found[self._type_phrase(party)].add(party)
        return found

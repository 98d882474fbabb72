"""Where a graph file says something, as far as that is sure, and what the file calls it.

No place is better than a wrong one.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hiaat.knowledge.graph import Term
from hiaat.scenario.problems import Place
from hiaat.scenario.spots import Spots, spots
from hiaat.scenario.terms import h, rdf, rdfs, skos, xsd
from hiaat.scenario.vocabulary import Role, uses

LONGEST = 70
DECLARED = re.compile(r"@?prefix\s+([^\s:]*):\s*<([^<>\s]*)>", re.IGNORECASE)
USUAL = {"h": h.base, "rdf": rdf.base, "rdfs": rdfs.base, "skos": skos.base, "xsd": xsd.base}
BARE = {xsd.integer, xsd.boolean}


class Written(ABC):
    """The text of a graph file beside its triples: as the parser gave them, and as they were named."""

    def __init__(self, text: str, file: str, parsed: Sequence[Triple], named: Sequence[Triple]) -> None:
        self.text = text
        self.named = named
        self._file = file
        self._parsed = parsed

    @abstractmethod
    def of_value(self, subject: Term, predicate: Term | None, value: Term) -> Place:
        """Where a thing has a value; of a thing that does not have it, where the thing is."""

    @abstractmethod
    def of_property(self, triple: Triple) -> Place:
        """Where a thing is said to have a property."""

    @abstractmethod
    def of_subject(self, thing: Term) -> Place:
        """Where a thing is first described."""

    @abstractmethod
    def of_word(self, word: NamedNode, role: Role) -> Place:
        """Where a word is first used as this."""

    @property
    @abstractmethod
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""

    def at(self, offset: int | None) -> Place:
        """A place in the text; None is a place that is not known."""
        if offset is None:
            return Place(self._file, 0, 0)
        before = self.text[:offset]
        return Place(self._file, before.count("\n") + 1, len(before) - before.rfind("\n"))

    def shown(self, term: Term) -> str:
        """A term as the file would write it: short where the file has a prefix for it."""
        if isinstance(term, Literal):
            return term.value if term.datatype in BARE else f'"{_cut(term.value)}"'
        if term in self.unnamed:
            labels = [t.object for t in self.named if t.subject == term and t.predicate == rdfs.label]
            called = f' "{_cut(labels[0].value)}"' if labels and isinstance(labels[0], Literal) else ""
            return f"[]{called}"
        longest_first = sorted((USUAL | self.prefixes).items(), key=lambda item: (-len(item[1]), item[0]))
        short = [f"{name}:{term.value[len(base) :]}" for name, base in longest_first if term.value.startswith(base)]
        return short[0] if short else f"<{_cut(term.value)}>"

    @cached_property
    def unnamed(self) -> set[Term]:
        """What has a name only because it was given one."""
        found: set[Term] = set()
        for parsed, named in zip(self._parsed, self.named, strict=True):
            for before, after in ((parsed.subject, named.subject), (parsed.object, named.object)):
                if isinstance(before, BlankNode) and isinstance(after, NamedNode):
                    found.add(after)
        return found


class TurtleText(Written):
    """Turtle, N-Triples or N-Quads: followed word by word."""

    def of_value(self, subject: Term, predicate: Term | None, value: Term) -> Place:
        """Where a thing has a value; of a thing that does not have it, where the thing is."""
        sought = (subject, predicate, value)
        found = [i for i, t in enumerate(self.named) if (t.subject, t.predicate, t.object) == sought]
        return self.at(self._spots[found[0]][2].offset) if found and self._spots else self.of_subject(subject)

    def of_property(self, triple: Triple) -> Place:
        """Where a thing is said to have a property."""
        return self.at(self._spots[self.named.index(triple)][1].offset if self._spots else None)

    def of_subject(self, thing: Term) -> Place:
        """Where a thing is first described."""
        rows = zip(self._spots or (), self.named, strict=False)
        return self.at(min((row[0].offset for row, triple in rows if triple.subject == thing), default=None))

    def of_word(self, word: NamedNode, role: Role) -> Place:
        """Where a word is first used as this; of a namespace, where it gets its prefix."""
        offsets = [
            spot.offset
            for row, triple in zip(self._spots or (), self.named, strict=False)
            for spot, use in zip(row, uses(triple), strict=True)
            if use == (word, role)
        ]
        whole = f"<{word.value}>"
        once = self.text.index(whole) if self.text.count(whole) == 1 else None
        return self.at(min(offsets, default=once))

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""
        return {name: base for name, base in DECLARED.findall(self.text) if base}

    @cached_property
    def _spots(self) -> list[Spots] | None:
        return spots(self.text, self._parsed)


def _cut(text: str) -> str:
    """The end of a long text, where IRIs differ."""
    return text if len(text) <= LONGEST else f"...{text[-LONGEST:]}"

"""Where a graph file says something, as far as that is sure, and what the file calls it.

No place is better than a wrong one.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

from pyoxigraph import BlankNode, Literal, RdfFormat, Triple

from hiaat.knowledge.graph import Term
from hiaat.scenario.problems import Place
from hiaat.scenario.terms import PREFIXES, rdfs, xsd

LONGEST = 70
BARE = {xsd.integer, xsd.boolean}
SUBJECT, PREDICATE, OBJECT = range(3)


class Written(ABC):
    """The text of a graph file beside its triples: as the parser gave them, and as they were named."""

    def __init__(
        self, text: str, file: str, form: RdfFormat, parsed: Sequence[Triple] = (), named: Sequence[Triple] = ()
    ) -> None:
        self.text = text
        self.form = form
        self.parsed = parsed
        self.named = named
        self._file = file
        self._index: dict[tuple[object, ...], int] = {}
        for index, triple in enumerate(named):
            self._index.setdefault(tuple(triple), index)

    @abstractmethod
    def offset(self, index: int, part: int) -> int | None:
        """Where the subject (0), predicate (1) or object (2) of a triple is written; None where that is not sure."""

    @property
    @abstractmethod
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""

    def of(self, triple: Triple, part: int) -> Place:
        """Where a part of a triple is written."""
        return self.at(self.offset(self._index[tuple(triple)], part))

    def of_subject(self, thing: Term) -> Place:
        """Where a thing is first described."""
        found = (self.offset(index, SUBJECT) for index, triple in enumerate(self.named) if triple.subject == thing)
        return self.at(next(found, None))

    def of_value(self, subject: Term, predicate: Term | None, value: Term | None) -> Place:
        """Where a thing has a value; of a thing that does not have it, where the thing is."""
        index = self._index.get((subject, predicate, value))
        return self.of_subject(subject) if index is None else self.at(self.offset(index, OBJECT))

    def once(self, text: str) -> Place:
        """Where this is written, as a name or between quotes, if that is once."""
        found = [match.start() for match in re.finditer(f'["<]{re.escape(text)}[">]', self.text)]
        return self.at(found[0] if len(found) == 1 else None)

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
        longest_first = sorted((PREFIXES | self.prefixes).items(), key=lambda item: (-len(item[1]), item[0]))
        short = [f"{name}:{term.value[len(base) :]}" for name, base in longest_first if term.value.startswith(base)]
        return short[0] if short else f"<{_cut(term.value)}>"

    @cached_property
    def unnamed(self) -> set[Term]:
        """What has a name only because it was given one."""
        pairs = ((before[i], after[i]) for before, after in zip(self.parsed, self.named, strict=True) for i in (0, 2))
        return {after for before, after in pairs if isinstance(before, BlankNode)}


def _cut(text: str) -> str:
    """The end of a long text, where IRIs differ."""
    return text if len(text) <= LONGEST else f"...{text[-LONGEST:]}"

"""A body of knowledge as it is written: its triples, of which file each is, and where in it."""

from collections.abc import Sequence
from functools import cached_property
from os.path import commonpath
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Triple

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Graph, Term
from hiaat.scenario.problems import Place, Problems
from hiaat.scenario.reasons import reason
from hiaat.scenario.terms import rdf
from hiaat.scenario.turtle_text import TurtleText
from hiaat.scenario.written import SUBJECT

TURTLE = ox.RdfFormat.TURTLE


class WrittenBody:
    """The own files of a body. InputErrors if one of them is no Turtle."""

    def __init__(self, files: Sequence[Path], problems: Problems) -> None:
        self.files = files
        self._triples = {file: _parsed(file, problems) for file in files}
        problems.raise_if_any()
        self.graph = Graph(triple for triples in self._triples.values() for triple in triples)

    @property
    def triples(self) -> list[Triple]:
        """All that is said, in the order in which it is written."""
        return [triple for triples in self._triples.values() for triple in triples]

    def place(self, triple: Triple, part: int) -> Place:
        """Where a part of a triple is written."""
        return self._texts[self._file_of[triple]].of(triple, part)

    def place_of(self, thing: Term) -> Place:
        """Where a thing gets its type, or else is first spoken of; else the folder."""
        said = [triple for triple in self._file_of if triple.subject == thing]
        typed = [triple for triple in said if triple.predicate == rdf.type]
        if said:
            return self.place((typed or said)[0], SUBJECT)
        return Place(commonpath([file.parent for file in self.files]), 0, 0)

    def shown(self, term: Term, by: Triple | None = None) -> str:
        """A term as the file of a triple would write it; without one, as the first file would."""
        file = self.files[0] if by is None else self._file_of[by]
        return self._texts[file].shown(term)

    def said(self, subject: Term | None, predicate: Term | None, value: Term | None) -> list[Triple]:
        """The triples that say this; None is anything."""
        asked = (subject, predicate, value)
        return [
            triple
            for triple in self._file_of
            if all(one is None or one == part for one, part in zip(asked, triple, strict=True))
        ]

    @cached_property
    def _file_of(self) -> dict[Triple, Path]:
        return {triple: file for file, triples in reversed(self._triples.items()) for triple in triples}

    @cached_property
    def _texts(self) -> dict[Path, TurtleText]:
        return {
            file: TurtleText(file.read_text("utf-8", "replace"), str(file), TURTLE, triples, triples)
            for file, triples in self._triples.items()
        }


def _parsed(file: Path, problems: Problems) -> list[Triple]:
    try:
        return [quad.triple for quad in ox.parse(path=str(file), format=TURTLE, rename_blank_nodes=True)]
    except SyntaxError as wrong:
        why = reason(wrong.msg, problems.language)
        problems.add(Place(str(file), wrong.lineno or 1, wrong.offset or 1), "no graph", format=TURTLE.name, reason=why)
        return []
    except OSError as wrong:
        raise KnowledgeError(f"{file}: {wrong.strerror}") from wrong

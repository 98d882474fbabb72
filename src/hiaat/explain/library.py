"""The sources behind norms: how a norm is cited, from which document it comes, what came after that.

Norms name statements and articles; what those are stands in the reading layer, which is large. Only the files that a
citation needs are read, once.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from hiaat.bundle import root
from hiaat.explain.lexicon import Lexicon, lexicon
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import h, local, rdfs
from hiaat.scenario.messages import Language

ELI = "http://data.europa.eu/eli/ontology#"
_PART_OF = NamedNode(ELI + "is_part_of")
_NUMBER = NamedNode(ELI + "number")
_DOCUMENT_DATE = NamedNode(ELI + "date_document")
_SUCCESSOR = NamedNode("http://purl.org/dc/terms/isReplacedBy")
_PRIMARY_SOURCE = NamedNode("http://www.w3.org/ns/prov#hadPrimarySource")
_ARTICLE = "/id/article/"
_STATEMENT = "/id/statement/"
_SOURCE = "/id/source/"


class Library:
    """Citations in one language."""

    def __init__(self, lex: Lexicon) -> None:
        self._lexicon = lex
        self._read: dict[Path, Graph] = {}
        self._cited: dict[str, str] = {}

    def cite(self, basis: str) -> str:
        """A statement by its number, an article by its instrument and number, another source by its name."""
        if basis not in self._cited:
            numbered = local(basis) if _STATEMENT in basis else self.name(basis)
            self._cited[basis] = self._article(basis) if _ARTICLE in basis else numbered
        return self._cited[basis]

    def cites(self, bases: Iterable[str]) -> list[str]:
        """Several statements and articles, each once; articles of one instrument together."""
        told: dict[str, list[str]] = {}
        for basis in dict.fromkeys(bases):
            number = self._number(basis) if _ARTICLE in basis else ""
            name = self.name(self._instrument(basis)) if number else self.cite(basis)
            told.setdefault(name, []).extend([number] if number else [])
        return [self._numbered(name, numbers) for name, numbers in told.items()]

    def bases(self, norm: str) -> list[str]:
        """What a norm is cited by: the statements or articles that it is named after, or else the first two.

        A reading that is not sure is cited by all that it was put together from.
        """
        found = self._lexicon.nodes(norm, "basedOn")
        if self.is_reading(norm):
            return found
        named = [basis for basis in found if local(norm).startswith(_key(basis))]
        longest = max(map(len, map(_key, named)), default=0)
        return [basis for basis in named if len(_key(basis)) == longest] or found[:2]

    def articles(self, norm: str) -> list[str]:
        """The articles that a norm is cited by, if it is cited by articles."""
        return [basis for basis in self.bases(norm) if _ARTICLE in basis]

    def is_reading(self, norm: str) -> bool:
        """Whether a norm is how we read its sources, which do not say it in so many words."""
        return self._lexicon.text(norm, "confidence") == "unsure"

    def instruments(self, norm: str) -> list[str]:
        """The instruments whose articles a norm is made from."""
        bases = [basis for basis in self._lexicon.nodes(norm, "basedOn") if _ARTICLE in basis]
        return list(dict.fromkeys(self._instrument(basis) for basis in bases))

    def speaks_as(self, instrument: str) -> str | None:
        """The voice of an instrument, if it has one of its own."""
        return next(iter(self._nodes(instrument, h("speaksAs"))), None)

    def successor(self, norm: str) -> str:
        """The name of what came after an instrument that the norm rests on."""
        found = [new for one in self.instruments(norm) for new in self._nodes(one, _SUCCESSOR)]
        return self.name(found[0]) if found else ""

    def document(self, norm: str) -> str | None:
        """The document whose statement a norm is made from."""
        bases = [basis for basis in self.bases(norm) if _STATEMENT in basis]
        return next((self._statements[basis] for basis in bases if basis in self._statements), None)

    def others(self, norm: str) -> list[str]:
        """The sources of a norm that are neither an article nor a statement: nobody knows from when they are."""
        return [basis for basis in self.bases(norm) if _ARTICLE not in basis and _STATEMENT not in basis]

    def document_of(self, basis: str) -> str | None:
        """The document that a statement is from."""
        return self._statements.get(basis)

    def written(self, document: str) -> str:
        """The day or month of a document, as written."""
        return self._value(document, _DOCUMENT_DATE)

    def read_from(self, article: str) -> str:
        """The day from which the text of an article that was read is in force, as written."""
        return self._value(article, h("textReadFrom")) if _ARTICLE in article else ""

    def clause(self, article: str) -> str:
        """What an article says, as the clause by which running text tells it."""
        return self._value(article, h("phrase"))

    def name(self, source: str) -> str:
        """What an instrument or document is called."""
        return self._value(source, rdfs("label")) or local(source)

    def _article(self, article: str) -> str:
        return self._numbered(self.name(self._instrument(article)), [self._number(article)])

    def _number(self, article: str) -> str:
        """The number of an article; nothing if it has a name instead."""
        number = self._value(article, _NUMBER)
        member = self._lexicon.fill("source-member")
        parts = (member if part == "lid" else part for part in number.split())
        return " ".join(parts) if number[:1].isdigit() else ""

    def _numbered(self, name: str, numbers: Iterable[str]) -> str:
        told = self._lexicon.join(numbers)
        return self._lexicon.fill("source-article", instrument=name, number=told) if told else name

    def _instrument(self, article: str) -> str:
        found = self._nodes(article, _PART_OF)
        return found[0] if found else article.split(_ARTICLE, maxsplit=1)[0] + _SOURCE + _folder(article)

    def _nodes(self, thing: str, predicate: NamedNode) -> list[str]:
        return [n.value for graph in self._graphs(thing) for n in graph.nodes(NamedNode(thing), predicate)]

    def _value(self, thing: str, predicate: NamedNode) -> str:
        said = [v for graph in self._graphs(thing) for v in graph.objects(NamedNode(thing), predicate)]
        texts = [v for v in said if isinstance(v, Literal)]
        own = [v.value for v in texts if v.language == self._lexicon.language]
        return next(iter([*own, *(v.value for v in texts)]), "")

    def _graphs(self, thing: str) -> Iterator[Graph]:
        """Where something is said of an instrument or article: the body of knowledge itself, then its own files."""
        yield self._lexicon.words
        names = ("source.ttl", "articles.ttl") if _ARTICLE in thing else ("source.ttl",)
        for file in (root() / "data" / "sources" / _folder(thing) / name for name in names):
            if file not in self._read:
                self._read[file] = parse_files([file] if file.is_file() else [])
            yield self._read[file]

    @cached_property
    def _statements(self) -> dict[str, str]:
        """The document of every statement."""
        said = list(self._lexicon.words.pairs(_PRIMARY_SOURCE))
        for file in sorted((root() / "data" / "sources").glob("*/statements.ttl")):
            quads = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
            said += [(quad.subject, quad.object) for quad in quads if quad.predicate == _PRIMARY_SOURCE]
        return {str(s.value): o.value for s, o in said if isinstance(o, NamedNode)}


@lru_cache(maxsize=8)
def library(words: Graph, language: Language) -> Library:
    """The library of a body of knowledge in a language."""
    return Library(lexicon(words, language))


def _folder(thing: str) -> str:
    """The folder of an instrument or of one of its articles."""
    for kind in (_ARTICLE, _SOURCE):
        if kind in thing:
            return thing.split(kind)[1].split("/", maxsplit=1)[0]
    return "-"


def _key(basis: str) -> str:
    """What the name of a norm that is made from this begins with."""
    return basis.rsplit(_ARTICLE, maxsplit=1)[-1].replace("/", "-") if _ARTICLE in basis else local(basis)

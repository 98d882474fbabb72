"""Where the norms come from: the statements and articles they are based on, with document, section and lines.

This is the reading layer. Judging never needs it, so it is read only when somebody asks for it.
"""

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from hiaat.bundle import root
from hiaat.knowledge import Knowledge
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import h, local, rdfs
from hiaat.scenario.messages import Language

PROV = "http://www.w3.org/ns/prov#"
ELI = "http://data.europa.eu/eli/ontology#"
IDENTIFIER = ox.NamedNode("http://purl.org/dc/terms/identifier")
FILES = ("source", "articles", "passages", "statements")


@dataclass(frozen=True)
class Source:
    """A statement or article: what it is called, in which document and where, and what it says in our own words."""

    iri: str
    label: str
    document: str
    title: str = ""
    section: str = ""
    lines: tuple[int, int] | None = None
    says: str = ""
    read_from: str = ""
    confidence: str = ""


class Sources:
    """Looks up statements and articles, of the body of knowledge or else of the sources that ship."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self._knowledge = knowledge
        self._language = language

    def of(self, iri: str) -> Source:
        """The source with this IRI; where it is not described, its identifier alone."""
        node = ox.NamedNode(iri)
        graph = self._described(node)
        if graph is None:
            return Source(iri, identifier(iri), "")
        document = graph.value(node, ox.NamedNode(PROV + "hadPrimarySource")) or graph.value(
            node, ox.NamedNode(ELI + "is_part_of")
        )
        first, last = (self._passage(graph, node, word) for word in ("firstLine", "lastLine"))
        named = document if isinstance(document, ox.NamedNode) else None
        return Source(
            iri=iri,
            label=self._text(graph, node, IDENTIFIER) or self._text(graph, node, rdfs("label")) or identifier(iri),
            document="" if named is None else self._text(graph, named, rdfs("label")) or identifier(named.value),
            title="" if named is None else self._text(graph, named, ox.NamedNode(ELI + "title")),
            section=self._passage(graph, node, "section"),
            lines=(int(first), int(last)) if first and last else None,
            says=self._text(graph, node, h("paraphrase")) or self._text(graph, node, h("regulates")),
            read_from=self._text(graph, node, h("textReadFrom")),
            confidence=self._text(graph, node, h("confidence")),
        )

    def _described(self, node: ox.NamedNode) -> Graph | None:
        for graph in (self._knowledge.words, _reading()):
            if any(graph.value(node, word) is not None for word in (h("paraphrase"), h("regulates"), rdfs("label"))):
                return graph
        return None

    def _passage(self, graph: Graph, node: ox.NamedNode, word: str) -> str:
        for passage in graph.nodes(node, ox.NamedNode(PROV + "wasDerivedFrom")):
            if isinstance(passage, ox.NamedNode):
                return self._text(graph, passage, h(word))
        return ""

    def _text(self, graph: Graph, node: ox.NamedNode, name: ox.NamedNode) -> str:
        found = [value for value in graph.objects(node, name) if isinstance(value, ox.Literal)]
        own = [value.value for value in found if value.language == self._language]
        return next(iter([*own, *sorted(value.value for value in found)]), "")


@cache
def _reading() -> Graph:
    return parse_files(file for name in FILES for file in sorted(root().glob(f"data/sources/*/{name}.ttl")))


def identifier(iri: str) -> str:
    """What an IRI says of itself: the key of a statement, instrument and number of an article; else its last part."""
    _, known, tail = iri.partition("/id/")
    return " ".join(tail.split("/")[1:]) if known and "/" in tail else local(iri)

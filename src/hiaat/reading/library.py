"""Everything that was read: sources, passages, statements and articles, with the norms that rest on them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from hiaat.bundle import root
from hiaat.knowledge.body import body_files, parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, local, rdfs

ELI = "http://data.europa.eu/eli/ontology#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"


def load(folders: Sequence[Path] = ()) -> "Library":
    """The library of the body of knowledge in these folders, by default the one that ships."""
    base = root()
    files = (
        body_files(folders)
        if folders
        else sorted([*base.glob("ontology/**/*.ttl"), *base.glob("data/sources/**/*.ttl")])
    )
    return Library(parse_files(files))


class Library:
    """Looks things up in what was read; everything comes in the order of its IRI."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def of_type(self, kind: NamedNode) -> list[NamedNode]:
        """All things of a type."""
        return in_order(self.graph.subjects(RDF_TYPE, kind))

    def subjects(self, predicate: NamedNode, value: NamedNode) -> list[NamedNode]:
        """Who says the value by the predicate."""
        return in_order(self.graph.subjects(predicate, value))

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """What the subject points to by the predicate: the first, or None."""
        return next(iter(self.nodes(subject, predicate)), None)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """All that the subject points to by the predicate."""
        return in_order(self.graph.objects(subject, predicate))

    def text(self, subject: NamedNode, predicate: NamedNode, language: str = "") -> str:
        """What the subject says by the predicate, in the language where it does; nothing if it says nothing."""
        said = [value for value in self.graph.objects(subject, predicate) if isinstance(value, Literal)]
        own = (value.value for value in said if value.language == language)
        return next(own, min((value.value for value in said), default=""))

    def number(self, subject: NamedNode, predicate: NamedNode) -> int:
        """The whole number that the subject says, or 0."""
        said = self.text(subject, predicate)
        return int(said) if said.isdecimal() else 0

    def label(self, subject: NamedNode, language: str) -> str:
        """What the thing is called; without a label, the end of its IRI."""
        return self.text(subject, rdfs("label"), language) or local(subject.value)


def in_order(nodes: Iterable[object]) -> list[NamedNode]:
    """Those with a name, once each, in the order of their IRI."""
    return sorted(set(_named(nodes)), key=lambda node: node.value)


def _named(nodes: Iterable[object]) -> Iterator[NamedNode]:
    yield from (node for node in nodes if isinstance(node, NamedNode))

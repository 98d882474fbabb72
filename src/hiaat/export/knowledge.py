"""The knowledge itself: terms, norms and what the sources say; what follows from them; and the rules."""

import io
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from hiaat.bundle import root
from hiaat.judging import Judge
from hiaat.knowledge.body import default_files, parse_files
from hiaat.rules import shapes_turtle
from hiaat.turtle import prefixes_in

GRAPHS = "https://w3id.org/hiaat/id/graph/"
NORMS = "norms.ttl"


def knowledge_graphs(judge: Judge) -> dict[ox.NamedNode, set[ox.Triple]]:
    """Terms, norms and the reading layer, each in a graph of its own."""
    parts: dict[str, list[Path]] = {"ontology": [], "norms": [], "reading": []}
    for file in _files(judge):
        within = file.is_relative_to(root() / "data" / "sources")
        parts["norms" if file.name == NORMS else "reading" if within else "ontology"].append(file)
    return {ox.NamedNode(GRAPHS + name): parse_files(files).triples for name, files in parts.items() if files}


def knowledge_prefixes(judge: Judge) -> dict[str, str]:
    """The prefixes that the files themselves use."""
    return prefixes_in(file.read_text("utf-8") for file in _files(judge))


def closure(judge: Judge) -> dict[ox.NamedNode, set[ox.Triple]]:
    """The knowledge as rules read it."""
    quads = ox.parse(io.BytesIO(judge.knowledge.judging), format=ox.RdfFormat.N_TRIPLES)
    return {ox.NamedNode(GRAPHS + "closure"): {quad.triple for quad in quads}}


def rules(judge: Judge) -> dict[ox.NamedNode, set[ox.Triple]]:
    """The rules and finding shapes as one standard SHACL document, rounds written out as orders."""
    quads = ox.parse(shapes_turtle(judge.rules).encode(), format=ox.RdfFormat.TURTLE)
    return {ox.NamedNode(GRAPHS + "rules"): {quad.triple for quad in quads}}


def _files(judge: Judge) -> Iterable[Path]:
    """The files of the body of knowledge; of the one that ships also those that rules never read."""
    files = judge.knowledge.files
    if tuple(files) != default_files():
        return files
    reading = (root() / "data" / "sources").glob("**/*.ttl")
    return sorted({*files, *reading})

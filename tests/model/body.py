"""The whole of the knowledge as one graph, with the file in which everything stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from hiaat.knowledge.close import close_conditions
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h, rdfs

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY, SOURCES = ROOT / "ontology", ROOT / "data" / "sources"
CARE = "https://w3id.org/hiaat/care#"
OURS = "https://w3id.org/hiaat/"
LANGUAGES = {"nl", "en"}
Stated = tuple[ox.Triple, str]


def files(*folders: Path) -> list[Path]:
    """All Turtle files in folders, and files themselves."""
    return sorted(file for folder in folders for file in ([folder] if folder.is_file() else folder.glob("**/*.ttl")))


def read(paths: Iterable[Path]) -> Iterator[Stated]:
    """Every triple of the files, with the name of its file."""
    for path in paths:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
            yield quad.triple, str(path.relative_to(ROOT))


@cache
def stated() -> tuple[Stated, ...]:
    """Everything that ontology and sources state."""
    return tuple(read(files(ONTOLOGY, SOURCES)))


@cache
def graph() -> Graph:
    """The same, as a graph, sets of conditions closed."""
    found = Graph(triple for triple, _ in stated())
    close_conditions(found)
    return found


@cache
def core() -> frozenset[str]:
    """The words that ontology/core.ttl declares."""
    return declared(read([ONTOLOGY / "core.ttl"]))


def declared(triples: Iterable[Stated]) -> frozenset[str]:
    """What the triples give a type."""
    return frozenset(
        t.subject.value for t, _ in triples if t.predicate == RDF_TYPE and isinstance(t.subject, ox.NamedNode)
    )


def undeclared(triples: Iterable[Stated], known: frozenset[str]) -> dict[str, set[str]]:
    """Names of ours that nothing declares, with the files that use them."""
    missing: dict[str, set[str]] = defaultdict(set)
    for triple, file in triples:
        for part in (triple.subject, triple.predicate, triple.object):
            if isinstance(part, ox.NamedNode) and part.value.startswith(OURS) and part.value not in known:
                missing[part.value].add(file)
    return dict(missing)


def languages(subject: ox.NamedNode, *predicates: ox.NamedNode) -> set[str]:
    """The languages in which the subject says something by one of the predicates."""
    return {
        str(value.language)
        for predicate in predicates
        for value in graph().objects(subject, predicate)
        if isinstance(value, ox.Literal)
    }


@cache
def norms() -> tuple[ox.NamedNode, ...]:
    """All norms."""
    found = {node for node, _ in graph().pairs(h("voice")) if isinstance(node, ox.NamedNode)}
    return tuple(sorted(found, key=lambda node: node.value))


@cache
def situation_classes() -> frozenset[ox.NamedNode]:
    """Every class of situations."""
    found: set[ox.NamedNode] = set()
    waiting = [h("Situation")]
    while waiting:
        for node in graph().subjects(rdfs("subClassOf"), waiting.pop()):
            if isinstance(node, ox.NamedNode) and node not in found:
                found.add(node)
                waiting.append(node)
    return frozenset(found)


def iri(term: object) -> str:
    """The name of a term, or nothing if it has none."""
    return term.value if isinstance(term, ox.NamedNode) else ""


def short(iri: str) -> str:
    """The last part of a name."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]

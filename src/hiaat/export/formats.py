"""Named graphs as text, in the formats that other tools read. Turtle has no names of graphs: it has all in one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from hiaat.turtle import Prefixes, named, trig, turtle

Graphs = Mapping[ox.NamedNode, Iterable[ox.Triple]]


@dataclass(frozen=True)
class Format:
    """A way to write graphs, and the file names that ask for it."""

    write: Callable[[Graphs, Prefixes], str]
    suffixes: tuple[str, ...]


def _turtle(graphs: Graphs, prefixes: Prefixes) -> str:
    return turtle((triple for graph in graphs.values() for triple in graph), prefixes)


def _quads(graphs: Graphs) -> list[ox.Quad]:
    return [quad for name in sorted(graphs, key=str) for quad in named(graphs[name], name)]


def _n_quads(graphs: Graphs, _prefixes: Prefixes) -> str:
    return _serialised(graphs, ox.RdfFormat.N_QUADS)


def _json_ld(graphs: Graphs, _prefixes: Prefixes) -> str:
    return _serialised(graphs, ox.RdfFormat.JSON_LD) + "\n"


def _serialised(graphs: Graphs, form: ox.RdfFormat) -> str:
    return (ox.serialize(_quads(graphs), format=form) or b"").decode()


FORMATS: dict[str, Format] = {
    "turtle": Format(_turtle, (".ttl",)),
    "nquads": Format(_n_quads, (".nq",)),
    "trig": Format(trig, (".trig",)),
    "json-ld": Format(_json_ld, (".jsonld",)),
}

"""Triples as canonical text: the same triples always give the same bytes, in an order that people can read.

Subjects in order of their IRI, type and label first, one predicate a line. A blank node is written where it is used,
as `[ .. ]` or `( .. )`; where that cannot be, its label is that of RDF Dataset Canonicalization.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Triple

from hiaat.knowledge.terms import RDF_FIRST, RDF_REST, RDF_TYPE, XSD, rdfs, skos

RDF = RDF_TYPE.value.removesuffix("type")
NIL = NamedNode(RDF + "nil")
PREFIX = re.compile(r"@prefix ([A-Za-z][\w-]*): <([^<>\s]*)>")
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
FIRST = {RDF_TYPE.value: 0, rdfs("label").value: 1, skos("prefLabel").value: 2}
BARE = {XSD + "boolean": re.compile("true|false"), XSD + "integer": re.compile("0|-?[1-9][0-9]*")}

Term = NamedNode | BlankNode | Literal
Prefixes = Mapping[str, str]


def prefixes_in(texts: Iterable[str]) -> dict[str, str]:
    """The prefixes that texts in Turtle declare; of two for one name or namespace the first counts."""
    found: dict[str, str] = {}
    for text in texts:
        for name, namespace in PREFIX.findall(text):
            if name not in found and namespace not in found.values():
                found[name] = namespace
    return found


def turtle(triples: Iterable[Triple], prefixes: Prefixes) -> str:
    """One graph."""
    writer = _Writer(triples, prefixes)
    body = "\n".join(writer.blocks())
    return writer.head() + body


def trig(graphs: Mapping[NamedNode, Iterable[Triple]], prefixes: Prefixes) -> str:
    """Several named graphs; blank nodes of different graphs are different nodes."""
    writers = {graph: _Writer(triples, prefixes) for graph, triples in graphs.items()}
    parts = []
    for graph in sorted(writers, key=lambda node: node.value):
        body = "\n".join(writers[graph].blocks())
        parts.append(f"<{graph.value}> {{\n{body}}}\n")
    used: set[str] = set().union(*(writer.used for writer in writers.values()))
    return _head(prefixes, used) + "\n".join(parts)


def named(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    """Quads in order; blank nodes have the labels of RDF Dataset Canonicalization."""
    return sorted((Quad(t.subject, t.predicate, t.object, graph) for t in _canonical(triples)), key=str)


def _canonical(triples: Iterable[Triple]) -> set[Triple]:
    """The same triples, with labels of blank nodes that follow from what the triples say."""
    dataset = Dataset(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {quad.triple for quad in dataset}


def _term(term: object) -> Term:
    if isinstance(term, NamedNode | BlankNode | Literal):
        return term
    raise TypeError(f"no term of RDF 1.1: {term}")


def _head(prefixes: Prefixes, used: Iterable[str]) -> str:
    lines = [f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(used)]
    return "".join(lines) + ("\n" if lines else "")


class _Writer:
    """Writes one graph; remembers which prefixes it used."""

    def __init__(self, triples: Iterable[Triple], prefixes: Prefixes) -> None:
        self.triples = _canonical(triples)
        self.prefixes = prefixes
        self.used: set[str] = set()
        self._longest_first = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._says: dict[Term, list[tuple[NamedNode, Term]]] = defaultdict(list)
        self._used_by: dict[Term, list[tuple[Term, NamedNode]]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self._inline: dict[Term, bool] = {}
        for triple in self.triples:
            subject, value = _term(triple.subject), _term(triple.object)
            self._says[subject].append((triple.predicate, value))
            if isinstance(value, BlankNode):
                self._used_by[value].append((subject, triple.predicate))

    def head(self) -> str:
        """The prefixes that were used."""
        return _head(self.prefixes, self.used)

    def blocks(self) -> list[str]:
        """One block a subject; after them blank nodes that nothing, or more than one thing, points to."""
        subjects = [node for node in self._says if isinstance(node, NamedNode)]
        found = [self._block(self._iri(node.value), node) for node in sorted(subjects, key=lambda node: node.value)]
        apart = [node for node in self._says if isinstance(node, BlankNode) and not self._is_inline(node)]
        loose = [self._block(f"_:{node.value}" if node in self._used_by else "[]", node) for node in apart]
        return found + sorted(loose)

    def _block(self, name: str, node: Term) -> str:
        return f"{name} {self._content(node, '  ', ())} .\n"

    def _content(self, node: Term, indent: str, path: tuple[Term, ...]) -> str:
        by_predicate: dict[str, list[str]] = defaultdict(list)
        for predicate, value in self._says[node]:
            by_predicate[predicate.value].append(self._term(value, indent + "  ", (*path, node)))
        lines = []
        for iri in sorted(by_predicate, key=lambda iri: (FIRST.get(iri, 9), iri)):
            name = "a" if iri == RDF_TYPE.value else self._iri(iri)
            lines.append(f"{name} {' , '.join(sorted(by_predicate[iri]))}")
        return f" ;\n{indent}".join(lines)

    def _term(self, term: Term, indent: str, path: tuple[Term, ...]) -> str:
        if isinstance(term, NamedNode):
            return "()" if term == NIL else self._iri(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        if term in path or not self._is_inline(term):
            return f"_:{term.value}"
        members = self._members(term)
        if members is not None:
            return f"( {' '.join(self._term(member, indent, (*path, term)) for member in members)} )"
        return f"[ {self._content(term, indent, path)} ]" if self._says[term] else "[]"

    def _members(self, node: Term) -> list[Term] | None:
        """The members of a list that is written out whole, or None if this is no such list."""
        members: list[Term] = []
        while node != NIL:
            says = dict(self._says.get(node, ()))
            if len(self._says.get(node, ())) != 2 or set(says) != {RDF_FIRST, RDF_REST} or not self._is_inline(node):
                return None
            members.append(says[RDF_FIRST])
            node = says[RDF_REST]
        return members

    def _is_inline(self, node: Term) -> bool:
        """Whether one thing points to it, and that chain of pointing does not run in a circle."""
        if node not in self._inline:
            seen: set[Term] = set()
            above = node
            while isinstance(above, BlankNode) and above not in seen and len(self._used_by.get(above, ())) == 1:
                seen.add(above)
                above = self._used_by[above][0][0]
            self._inline[node] = len(self._used_by.get(node, ())) == 1 and above not in seen
        return self._inline[node]

    def _iri(self, iri: str) -> str:
        if iri not in self._names:
            self._names[iri] = self._short(iri)
        return self._names[iri]

    def _short(self, iri: str) -> str:
        for name, namespace in self._longest_first:
            if iri.startswith(namespace) and LOCAL.fullmatch(iri[len(namespace) :]):
                self.used.add(name)
                return f"{name}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        if datatype in BARE and BARE[datatype].fullmatch(literal.value):
            return literal.value
        quoted = str(Literal(literal.value))  # escaped as N-Triples has it, which Turtle reads too
        if literal.language:
            return f"{quoted}@{literal.language}"
        return quoted if datatype == XSD + "string" else f"{quoted}^^{self._iri(datatype)}"

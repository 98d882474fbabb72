"""The IRIs that the reader addresses itself: terms of the core and of RDF, never a word of any language.

What an analyst writes is found through the labels of the knowledge graph (`words`); which property it becomes is
told by the fields of the model (`fields`). Only what has a shape of its own is named in Python, by its IRI.
"""

from pyoxigraph import NamedNode

SCENARIOS = "https://w3id.org/hiaat/id/scenario/"


class Namespace:
    """`h.Actor` is the IRI of the term `Actor`."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, local: str) -> NamedNode:
        return self[local]

    def __getitem__(self, local: str) -> NamedNode:
        return NamedNode(self.base + local)

    def __contains__(self, iri: NamedNode) -> bool:
        return iri.value.startswith(self.base)


h = Namespace("https://w3id.org/hiaat/ns#")
rdf = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
rdfs = Namespace("http://www.w3.org/2000/01/rdf-schema#")
owl = Namespace("http://www.w3.org/2002/07/owl#")
skos = Namespace("http://www.w3.org/2004/02/skos/core#")
xsd = Namespace("http://www.w3.org/2001/XMLSchema#")

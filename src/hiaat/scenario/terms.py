"""The IRIs that the reader addresses itself: terms of the core and of RDF, never a word of any language.

What an analyst writes is found through the labels of the knowledge graph (`words`); which property it becomes is
told by the fields of the model (`fields`). Only what has a shape of its own is named in Python, by its IRI.
"""

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import CORE, OWL, RDF_TYPE, RDFS, SH, SKOS, XSD

HIAAT = CORE.removesuffix("ns#")
SCENARIOS = f"{HIAAT}id/scenario/"


class Namespace:
    """`h.Actor` is the IRI of the term `Actor`."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, local: str) -> NamedNode:
        self.__dict__[local] = term = self[local]
        return term

    def __getitem__(self, local: str) -> NamedNode:
        return NamedNode(self.base + local)

    def __contains__(self, iri: NamedNode) -> bool:
        return iri.value.startswith(self.base)


h = Namespace(CORE)
rdf = Namespace(RDF_TYPE.value.removesuffix("type"))
rdfs = Namespace(RDFS)
owl = Namespace(OWL)
skos = Namespace(SKOS)
sh = Namespace(SH)
xsd = Namespace(XSD)
PREFIXES = {"h": h.base, "owl": owl.base, "rdf": rdf.base, "rdfs": rdfs.base, "skos": skos.base, "xsd": xsd.base}

"""The few IRIs that programs name, all words of the core or of the W3C, and how an IRI ends."""

from pyoxigraph import NamedNode

CORE = "https://w3id.org/hiaat/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
RDF_FIRST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
RDF_REST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")

AT_SOME_TIME = CORE + "AtSomeTime"


def local(iri: str) -> str:
    """The end of an IRI: what follows its last # or /."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def h(name: str) -> NamedNode:
    """A word of the core."""
    return NamedNode(CORE + name)


def skos(name: str) -> NamedNode:
    """A word of SKOS."""
    return NamedNode(SKOS + name)


def rdfs(name: str) -> NamedNode:
    """A word of RDF Schema."""
    return NamedNode(RDFS + name)


def owl(name: str) -> NamedNode:
    """A word of OWL."""
    return NamedNode(OWL + name)


def sh(name: str) -> NamedNode:
    """A word of SHACL."""
    return NamedNode(SH + name)

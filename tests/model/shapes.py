"""The shapes of the model run over the knowledge, or over a copy in which something was changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
import shifty
from rdflib import RDF, SH, Graph, Namespace, URIRef
from tests.model.body import ROOT, stated

FOLDER = ROOT / "shapes" / "model"
MODEL = Namespace("https://w3id.org/hiaat/shape/model/")
NT = ox.RdfFormat.N_TRIPLES
PREFIXES = """
PREFIX care: <https://w3id.org/hiaat/care#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX doctype: <https://w3id.org/hiaat/id/document-type/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX h: <https://w3id.org/hiaat/ns#>
PREFIX id: <https://w3id.org/hiaat/id/>
PREFIX norm: <https://w3id.org/hiaat/id/norm/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX psg: <https://w3id.org/hiaat/id/passage/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX stm: <https://w3id.org/hiaat/id/statement/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@dataclass(frozen=True, order=True)
class Result:
    """What a shape complains of: the shape at the top of its file, the thing, and in English why."""

    focus: str
    value: str
    message: str


@cache
def knowledge() -> bytes:
    """The knowledge as N-Triples."""
    return ox.serialize([triple for triple, _ in stated()], format=NT) or b""


def changed(update: str) -> bytes:
    """A copy of the knowledge, changed by SPARQL."""
    store = ox.Store()
    store.bulk_load(knowledge(), format=NT)
    before = set(store)
    store.update(PREFIXES + update)
    assert set(store) != before, "nothing was changed"
    return store.dump(format=NT, from_graph=ox.DefaultGraph()) or b""


def results(name: str, data: bytes | None = None) -> list[Result]:
    """What the shapes of a file complain of."""
    shapes = (FOLDER / f"{name}.ttl").read_bytes()
    _, report, _ = shifty.validate(knowledge() if data is None else data, shapes, graph_mode="data", infer=False)
    return sorted(_results(report))


def _results(report: Graph) -> Iterable[Result]:
    for found in report.subjects(RDF.type, SH.ValidationResult):
        messages = [str(text) for text in report.objects(found, SH.resultMessage)]
        focus = report.value(found, SH.focusNode)
        value = report.value(found, SH.value)
        yield Result(
            str(focus) if isinstance(focus, URIRef) else "_",
            "" if value is None else str(value),
            " | ".join(sorted(messages)),
        )

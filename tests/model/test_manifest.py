"""Ids, types, lines and digests of what was read are those of the manifest, which was made from the documents themselves.

So the documents need not be here: a statement that goes, changes its type or points elsewhere is noticed. Where such a
change is meant, `tools/manifest.py` writes the manifest anew, from copies of the documents.
"""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple

from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import h, local
from hiaat.reading import Library, documents, load
from hiaat.reading.library import PROV

MANIFEST = Path(__file__).with_name("manifest.csv")
DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")
ID = "https://w3id.org/hiaat/id/"


@cache
def library() -> Library:
    """What was read."""
    return load()


def recorded(read: Library) -> list[str]:
    """The rows that the data say there should be."""
    found = ["id,type,first,last,digest"]
    for document in documents(read):
        found.append(f"{local(document.node.value)},document,1,{document.lines},{document.digest}")
        for passage in document.passages:
            for statement in read.subjects(DERIVED_FROM, passage.node):
                kinds = " ".join(local(kind.value) for kind in read.nodes(statement, h("statementType")))
                found.append(f"{local(statement.value)},{kinds},{passage.first},{passage.last},{passage.digest}")
    return found


def test_the_data_are_those_of_the_manifest() -> None:
    assert recorded(library()) == MANIFEST.read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        ("passage/KB19-004", "textDigest"),
        ("passage/KB19-004", "firstLine"),
        ("statement/KB19-004", "statementType"),
        ("source/kamerbrief-2019-02-04", "textDigest"),
    ],
)
def test_what_goes_is_noticed(subject: str, predicate: str) -> None:
    changed = {
        t for t in library().graph.triples if (t.subject, t.predicate) != (NamedNode(ID + subject), h(predicate))
    }
    assert len(changed) == len(library().graph.triples) - 1
    assert recorded(Library(Graph(changed))) != MANIFEST.read_text("utf-8").splitlines()


def test_a_statement_too_many_is_noticed() -> None:
    more = Triple(NamedNode(ID + "statement/KB19-999"), DERIVED_FROM, NamedNode(ID + "passage/KB19-004"))
    assert recorded(Library(Graph([*library().graph.triples, more]))) != MANIFEST.read_text("utf-8").splitlines()

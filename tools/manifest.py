"""Writes the manifest of what was read, tests/model/manifest.csv: `python tools/manifest.py FOLDER-OF-COPIES`.

The digests are computed from the copies of the documents, never taken from the data: so that the test that holds the
data against the manifest says what `hiaat sources verify` says, without the documents.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import h, local
from hiaat.reading import Library, documents, load
from hiaat.reading.library import PROV
from hiaat.reading.verify import Document, digest, lines_of

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / "tests" / "model" / "manifest.csv"
HEAD = "id,type,first,last,digest"
DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")


def rows(library: Library, document: Document, text: bytes) -> Iterator[str]:
    """A document, and its statements: type, first and last line, digest."""
    lines = lines_of(text)
    yield f"{local(document.node.value)},document,1,{len(lines)},{sha256(text).hexdigest()}"
    for passage in document.passages:
        part = digest(lines[passage.first - 1 : passage.last])
        for statement in library.subjects(DERIVED_FROM, passage.node):
            kinds = [local(kind.value) for kind in library.nodes(statement, h("statementType"))]
            yield f"{local(statement.value)},{' '.join(kinds)},{passage.first},{passage.last},{part}"


def main(copies: Path) -> None:
    """Write it anew."""
    library = load()
    texts = {document: (copies / document.file).read_bytes() for document in documents(library)}
    found = [row for document, text in texts.items() for row in rows(library, document, text)]
    MANIFEST.write_text("\n".join([HEAD, *found]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Whether local copies of the documents are the very texts that were read, passage by passage.

Only digests and line numbers are known here, no text. So a copy is compared as bytes: another encoding, or other line
ends, is another text, and the lines of its passages are then not to be trusted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import h, local
from hiaat.reading.library import OA, Library

SOURCE = NamedNode(OA + "hasSource")
State = Literal["agrees", "differs", "absent"]
Reason = Literal["lines", "digest", "undescribed"]


@dataclass(frozen=True)
class Document:
    """A document with passages: the file that was read, and what is known of it."""

    node: NamedNode
    file: str
    digest: str
    lines: int
    passages: tuple["Passage", ...]


@dataclass(frozen=True)
class Passage:
    """A place in a document; 0 or nothing is what the data do not say."""

    node: NamedNode
    first: int
    last: int
    digest: str

    @property
    def name(self) -> str:
        """The end of its IRI, which is the identifier of its statement."""
        return local(self.node.value)


@dataclass(frozen=True)
class Difference:
    """A passage that does not agree: its lines are not there, say something else, or are not described."""

    passage: Passage
    reason: Reason


@dataclass(frozen=True)
class Checked:
    """A document and its copy, if there is one."""

    document: Document
    copy: Path | None
    digest: str = ""  # of the copy
    lines: int = 0  # of the copy
    differences: tuple[Difference, ...] = ()

    @property
    def state(self) -> State:
        """Whether there is a copy, and it is the text that was read."""
        if self.copy is None:
            return "absent"
        same = self.digest == self.document.digest and self.lines == self.document.lines
        return "agrees" if same and not self.differences else "differs"


def documents(library: Library) -> list[Document]:
    """The documents that have passages."""
    passages: dict[NamedNode, list[Passage]] = {}
    for node, source in library.graph.pairs(SOURCE):
        if isinstance(node, NamedNode) and isinstance(source, NamedNode):
            passages.setdefault(source, []).append(_passage(library, node))
    return [_document(library, source, passages[source]) for source in sorted(passages, key=lambda node: node.value)]


def verify(found: Sequence[Document], folder: Path) -> list[Checked]:
    """Each document held against its copy in the folder. OSError if the folder or a copy cannot be read."""
    return [_checked(document, folder) for document in found]


def digest(lines: Sequence[bytes]) -> str:
    """The digest of lines as passages have it: joined by LF, without a final LF."""
    return sha256(b"\n".join(lines)).hexdigest()


def _document(library: Library, node: NamedNode, passages: list[Passage]) -> Document:
    return Document(
        node,
        library.text(node, h("textFile")),
        library.text(node, h("textDigest")),
        library.number(node, h("lineCount")),
        tuple(sorted(passages, key=lambda passage: passage.name)),
    )


def _passage(library: Library, node: NamedNode) -> Passage:
    return Passage(
        node,
        library.number(node, h("firstLine")),
        library.number(node, h("lastLine")),
        library.text(node, h("textDigest")),
    )


def _checked(document: Document, folder: Path) -> Checked:
    copy = _copy(document, folder)
    if copy is None:
        return Checked(document, None)
    text = copy.read_bytes()
    lines = lines_of(text)
    reasons = ((passage, _reason(passage, lines)) for passage in document.passages)
    differences = tuple(Difference(passage, reason) for passage, reason in reasons if reason is not None)
    return Checked(document, copy, sha256(text).hexdigest(), len(lines), differences)


def lines_of(text: bytes) -> list[bytes]:
    """Every LF ends a line; what is left after the last one is a line if it is anything."""
    lines = text.split(b"\n")
    return lines if lines[-1] else lines[:-1]


def _copy(document: Document, folder: Path) -> Path | None:
    """The file of that name; else one of another name that is the same text, byte by byte."""
    inside = sorted(file for file in folder.iterdir() if file.is_file())
    named = [file for file in inside if file.name == document.file]
    same = (file for file in inside if file.suffix == Path(document.file).suffix and _is(file, document.digest))
    return next(iter(named), None) or next(same, None)


def _is(file: Path, known: str) -> bool:
    return sha256(file.read_bytes()).hexdigest() == known


def _reason(passage: Passage, lines: list[bytes]) -> Reason | None:
    if not (passage.first and passage.last and passage.digest):
        return "undescribed"
    if not passage.first <= passage.last <= len(lines):
        return "lines"
    return None if digest(lines[passage.first - 1 : passage.last]) == passage.digest else "digest"

"""A body of knowledge: the core, one or more folders under it, closed and cut down to what rules read.

Closing takes a while, so the result is kept beside the user's caches, under a name made from the contents of the
files: a changed file is a new name. A wheel carries what it ships closed.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from hiaat.bundle import root
from hiaat.errors import KnowledgeError
from hiaat.knowledge.close import NoDateError, close_knowledge
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h

TURTLE = ox.RdfFormat.TURTLE
VERSION = "6"  # raise it when the same files close to something else, or when something else is checked of them


@dataclass(frozen=True)
class Knowledge:
    """The files of a body of knowledge, and what was closed from them."""

    files: tuple[Path, ...]
    judging: bytes  # N-Triples that rules read
    digest: str

    @cached_property
    def words(self) -> Graph:
        """The files themselves, unclosed: labels, definitions, kinds of agreement."""
        return parse_files(self.files)


def default_files() -> tuple[Path, ...]:
    """The ontology and norms that ship with hiaat."""
    base = root()
    return tuple(sorted([*base.glob("ontology/**/*.ttl"), *base.glob("data/sources/*/norms.ttl")]))


def core_files() -> tuple[Path, ...]:
    """The general theory, which every body of knowledge stands on."""
    return tuple(sorted((root() / "ontology").glob("*.ttl")))


def own_files(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Every Turtle file of the folders. KnowledgeError if there is none, or one that is no file to be read."""
    named = (file for folder in folders for file in sorted(folder.glob("**/*.ttl")))
    own = tuple(file for file in named if not file.is_dir())
    if not own:
        raise KnowledgeError(f"no .ttl file in {', '.join(map(str, folders))}")
    for file in own:
        if not file.is_file():  # a link to nothing, or a pipe, of which reading may never end
            raise KnowledgeError(f"{file}: this is no file that can be read")
    return own


def check_files() -> tuple[Path, ...]:
    """The shapes by which a body of one's own is checked."""
    return tuple(sorted((root() / "shapes" / "knowledge").glob("*.ttl")))


def body_files(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The core, and every Turtle file of the folders instead of the body that ships."""
    return (*core_files(), *own_files(folders))


def load(
    files: Sequence[Path] | None = None,
    *,
    keep: Iterable[str] | None = None,
    check: Callable[[], None] | None = None,
) -> Knowledge:
    """The body of knowledge of these files, by default the one that ships; rules read the predicates in `keep`.

    `check` raises what is wrong with the files. What was closed and kept was good: it is asked again only if a
    file changed, of the body or of the shapes.
    """
    chosen = tuple(files) if files is not None else default_files()
    kept = None if keep is None else frozenset(keep)
    digest = _digest((*chosen, *(check_files() if check else ())), kept)
    judging = _kept(digest)
    if judging is None:
        if check is not None:
            check()
        try:
            judging = closed(parse_files(chosen), kept)
        except NoDateError as wrong:
            raise KnowledgeError(f"{_file_of(wrong, chosen)}: {wrong}") from wrong
        _keep(digest, judging)
    return Knowledge(chosen, judging, digest)


def parse_files(files: Iterable[Path]) -> Graph:
    """All triples of the files; blank nodes of different files stay apart. KnowledgeError names file and line."""
    graph = Graph()
    for file in files:
        try:
            graph.extend(quad.triple for quad in ox.parse(path=str(file), format=TURTLE, rename_blank_nodes=True))
        except SyntaxError as wrong:
            raise KnowledgeError(f"{file}:{wrong.lineno}:{wrong.offset}: {wrong.msg}") from wrong
    return graph


def _file_of(wrong: NoDateError, files: Iterable[Path]) -> Path:
    """The file that gives a norm what is no date."""
    return next(file for file in files if wrong.value in parse_files([file]).objects(wrong.norm, h(wrong.word)))


def closed(graph: Graph, kept: frozenset[str] | None) -> bytes:
    """The graph closed, in place, and of that the triples that rules read, as sorted N-Triples."""
    close_knowledge(graph)
    triples = [triple for triple in graph.triples if _is_read(triple, kept)]
    if kept is not None:
        triples = list(_telling(triples, kept))
    lines = sorted(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES).splitlines())  # type: ignore[union-attr]
    return b"\n".join(lines) + b"\n"


def _is_read(triple: ox.Triple, kept: frozenset[str] | None) -> bool:
    if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
        return False
    return kept is None or triple.predicate.value in kept


def _telling(triples: Sequence[ox.Triple], kept: frozenset[str]) -> Iterator[ox.Triple]:
    """All but the types that nothing can be made of: of a class that no rule names and no other triple speaks of."""
    spoken_of = {
        part.value
        for triple in triples
        if triple.predicate != RDF_TYPE
        for part in (triple.subject, triple.object)
        if isinstance(part, ox.NamedNode)
    }
    for triple in triples:
        named = triple.object.value if isinstance(triple.object, ox.NamedNode) else ""
        if triple.predicate != RDF_TYPE or named in kept or named in spoken_of:
            yield triple


def _digest(files: Iterable[Path], kept: frozenset[str] | None) -> str:
    made = hashlib.sha256(VERSION.encode())
    for word in sorted(kept or ()):
        made.update(word.encode())
    for file in files:
        try:
            made.update(file.read_bytes())
        except OSError as wrong:
            raise KnowledgeError(f"{file}: this is no file that can be read ({wrong.strerror})") from wrong
    return made.hexdigest()[:32]


def _shipped() -> Path:
    """Where a wheel has what was closed when it was built."""
    return root() / "closed"


def _folder() -> Path:
    """Where what was closed is kept. OSError where the user has no home."""
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(named) if named else Path.home() / ".cache") / "hiaat"
    except RuntimeError as wrong:
        raise FileNotFoundError(str(wrong)) from wrong


def _kept(digest: str) -> bytes | None:
    for folder in (_shipped, _folder):
        with suppress(OSError):
            return (folder() / f"{digest}.nt").read_bytes()
    return None


def _keep(digest: str, judging: bytes) -> None:
    """Keep it for the next time, whole or not at all; where nothing can be written, close again next time."""
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(judging)
        Path(name).replace(folder / f"{digest}.nt")
    except OSError:
        return

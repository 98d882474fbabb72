"""Reads one scenario file: YAML as an analyst writes it, or the same as a graph.

The parts of a scenario are read in the order in which they speak of each other: names before what is said of them,
agreements before the acts that end them. Nothing is judged here, and nothing is filled in without being said back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import NamedNode, RdfFormat, Triple

from hiaat.errors import InputError
from hiaat.scenario import sections
from hiaat.scenario.derive import Derivation
from hiaat.scenario.document import DEEPEST, Fields, Text, parse
from hiaat.scenario.draft import Draft
from hiaat.scenario.entry import Entry, Keys
from hiaat.scenario.messages import Language, message
from hiaat.scenario.problems import Place, Problems
from hiaat.scenario.terms import h
from hiaat.scenario.understood import Understood
from hiaat.scenario.words import Words

YAML = (".yaml", ".yml", ".json")
GRAPHS = {
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}


@dataclass(frozen=True)
class Scenario:
    """A scenario as a graph, with what was understood of it and where each part was written."""

    iri: NamedNode
    name: str
    title: str
    as_of: int | None
    file: str
    triples: tuple[Triple, ...]
    positions: Mapping[Triple, Place]
    places: Mapping[NamedNode, Place]
    understood: Understood
    agreed_ends: Mapping[NamedNode, int]  # of notice: the last day that the term in the agreement gives

    def day_to_judge(self, override: int | None = None, language: Language = "nl") -> int:
        """The day to judge: the one given, or else the one in the file; never today."""
        day = self.as_of if override is None else override
        if day is None:
            text = message("no date to judge", language)
            raise InputError(text, file=self.file, line=1, column=1, valid=("--as-of",))
        return day


def read(path: str | Path, words: Words, language: Language = "nl") -> Scenario:
    """Read a file; raises InputErrors with everything that is wrong with it."""
    path = Path(path)
    problems = Problems(language)
    data = _bytes(path, problems)
    name = path.parent.resolve().name if path.stem == "scenario" else path.stem
    if not _is_text(f"{path}{name}"):
        problems.stop(Place(str(path)), "name no text")
    suffix = path.suffix.lower()
    if suffix in YAML:
        return _read_yaml(path, data, name, words, problems)
    if suffix not in GRAPHS:
        problems.stop(Place(str(path)), "no format", (*YAML, *GRAPHS), suffix=suffix or path.name)
    from hiaat.scenario.graph import read_graph  # noqa: PLC0415 - YAML needs none of this

    return _from_draft(read_graph(data, str(path), GRAPHS[suffix], Draft(name, words, problems)), name, str(path))


def read_text(data: bytes, file: str, words: Words, language: Language = "nl") -> Scenario:
    """Read YAML that is not on disk; what it derives from is looked for beside `file`."""
    path = Path(file)
    return _read_yaml(path, data, path.stem, words, Problems(language))


def _read_yaml(path: Path, data: bytes, name: str, words: Words, problems: Problems) -> Scenario:
    document = parse(data, str(path), problems)
    keys = Keys(words, problems)
    whole = _derived(path, document, words, keys, problems)
    draft = Draft(name, words, problems)
    sections.describe_scenario(draft, whole)
    problems.raise_if_any()
    return _from_draft(draft, name, str(path))


def _derived(
    path: Path, document: Fields, words: Words, keys: Keys, problems: Problems, seen: tuple[Path, ...] = ()
) -> Fields:
    """The document, or what its changes make of the one it derives from."""
    own = keys.entry(document, h.Scenario)
    if own is None or h.keyDerivedFrom not in own:
        return document
    node = own.values[h.keyDerivedFrom]
    if not isinstance(node, Text) or not node.text.strip():
        problems.stop(node.place, "word expected")
    base_path = path.parent / node.text
    trail = (*seen, path.resolve())
    data = _bytes(base_path, problems, node.place)
    if base_path.resolve() in trail:
        problems.stop(node.place, "derived from itself")
    if len(trail) >= DEEPEST:
        problems.stop(node.place, "derived too far", limit=DEEPEST)
    base = _derived(base_path, parse(data, str(base_path), problems), words, keys, problems, trail)
    base_entry = keys.entry(base, h.Scenario) or Entry(h.Scenario, base.place, {}, {})
    return Derivation(words, keys, problems).derive(base_entry, own)


def _bytes(path: Path, problems: Problems, place: Place | None = None) -> bytes:
    """The contents of a file; only of a regular file, since reading a device may never end."""
    found, reason = None, str(path)
    try:
        found = path.read_bytes() if path.is_file() else None
    except OSError as error:
        reason = f"{path}: {error.strerror}"
    if found is None:
        problems.stop(place or Place(str(path)), "no file", reason=reason)
    return found


def _is_text(name: str) -> bool:
    """Whether a name can stand in a graph and in a report: a file system takes any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _from_draft(draft: Draft, name: str, file: str) -> Scenario:
    days = draft.values(draft.scenario, h.day)
    return Scenario(
        iri=draft.scenario,
        name=name,
        title=draft.title or name,
        as_of=int(days[0].value) if days else None,
        file=file,
        triples=tuple(draft.positions),
        positions=MappingProxyType(draft.positions),
        places=MappingProxyType(draft.places),
        understood=draft.understood(),
        agreed_ends=MappingProxyType(draft.agreed_ends),
    )

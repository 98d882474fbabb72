"""What the detectors of tensions find in the reading layer, and which known tensions that is.

A known tension is found if one hit names two of its statements. Where the tension is that nobody is named, as
its kind says, each hit of a detector without the column `other` names one statement, and two such hits count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import yaml

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DETECTORS = sorted((ROOT / "queries" / "tensions").glob("*.rq"))
NOBODY = {"no_bearer", "duty_without_bearer"}


@dataclass(frozen=True, order=True)
class Hit:
    """One row of a detector, without what it is about."""

    detector: str
    one: str
    other: str = ""

    @property
    def names(self) -> set[str]:
        return {self.one, self.other} - {""}


@dataclass(frozen=True)
class Known:
    """A tension that reading found."""

    id: str
    kind: str
    text: str
    statements: frozenset[str]
    missed: str
    beside: str

    def named_by(self, hit: Hit) -> bool:
        """Whether this hit lies within this tension."""
        return hit.names <= self.statements and (len(hit.names) == 2 or (not hit.other and self.kind in NOBODY))

    def found_in(self, hits: Iterable[Hit]) -> list[str]:
        """The detectors that find it."""
        named: dict[str, set[str]] = {}
        for hit in hits:
            if self.named_by(hit):
                named.setdefault(hit.detector, set()).update(hit.names)
        return sorted(name for name, statements in named.items() if len(statements) >= 2)


@dataclass(frozen=True)
class Judged:
    """A hit of the sample, and whether it is a real tension."""

    hit: Hit
    real: bool
    why: str


@cache
def reading() -> ox.Store:
    """The ontology and all that was read."""
    store = ox.Store()
    for folder in (ROOT / "ontology", ROOT / "data" / "sources"):
        for file in sorted(folder.glob("**/*.ttl")):
            store.load(path=file, format=ox.RdfFormat.TURTLE)
    return store


def run(detector: Path, store: ox.Store) -> Iterator[Hit]:
    """The hits of one detector, in a graph."""
    rows = store.query(detector.read_text("utf-8"))
    assert isinstance(rows, ox.QuerySolutions)
    has_other = "other" in {variable.value for variable in rows.variables}
    seen = set()
    for row in rows:
        hit = Hit(detector.stem, _name(row["one"]), _name(row["other"]) if has_other else "")
        if hit not in seen:
            seen.add(hit)
            yield hit


@cache
def hits() -> tuple[Hit, ...]:
    """All hits of all detectors, in order."""
    return tuple(sorted(hit for detector in DETECTORS for hit in run(detector, reading())))


@cache
def known() -> tuple[Known, ...]:
    """The tensions that reading found."""
    told = yaml.safe_load((HERE / "tensions.yaml").read_text("utf-8"))
    return tuple(
        Known(
            entry["id"],
            entry.get("kind", ""),
            entry["text"],
            frozenset(entry["statements"].split()),
            entry.get("missed", ""),
            entry.get("beside", ""),
        )
        for entry in told
    )


def unknown_hits() -> list[Hit]:
    """The hits that lie in no known tension: what the sample is drawn from."""
    return [hit for hit in hits() if not any(tension.named_by(hit) for tension in known())]


def drawn() -> list[Hit]:
    """The sample of sixty: those of which the digest, with the seed of the review, comes first.

    So one hit more or less changes one of the sample at most, and the others need no second look.
    """
    return sorted(sorted(unknown_hits(), key=_lot)[:60])


def _lot(hit: Hit) -> str:
    return sha256(f"{review()['seed']} {hit}".encode()).hexdigest()


def judged() -> list[Judged]:
    """The hits of the review with their judgements."""
    return [
        Judged(Hit(entry["detector"], entry["one"], entry.get("other", "")), entry["real"], entry["why"])
        for entry in review()["hits"]
    ]


@cache
def review() -> dict[str, Any]:
    """The file of the review."""
    told: dict[str, Any] = yaml.safe_load((HERE / "review.yaml").read_text("utf-8"))
    return told


def _name(term: object) -> str:
    assert isinstance(term, ox.NamedNode)
    return term.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]

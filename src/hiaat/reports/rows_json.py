"""The matrix for programs: one object a cell. Its schema is docs/schema/matrix-1.json."""

from collections.abc import Sequence

from hiaat.knowledge import Knowledge
from hiaat.reports.listing import dumped, listed
from hiaat.reports.report import Case, Part
from hiaat.reports.rows import values
from hiaat.scenario.messages import Language

SCHEMA = "https://w3id.org/hiaat/schema/matrix-1.json"
VERSION = "1.0"


def written(case: Case) -> str:
    """The objects of one judgement, with commas between them."""
    return ",\n".join(dumped(row) for row in values(case))


def whole(parts: Sequence[Part], language: Language, _: Knowledge) -> str:
    """All objects in one list."""
    head = {"$schema": SCHEMA, "version": VERSION, "language": language}
    return listed(head, "rows", [part.written for part in parts if part.written])

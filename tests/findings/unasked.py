"""Undetermined findings that name no missing fact: a defect, wherever a test judges something."""

from collections.abc import Iterable

import pyoxigraph as ox

from hiaat.knowledge.terms import h


def unasked(derived: Iterable[ox.Triple]) -> set[str]:
    """Findings that are undetermined, and of which no rule says what must be known."""
    kind, undetermined, missing = h("findingKind"), h("UndeterminedFinding"), h("missingFor")
    triples = list(derived)
    asked = {str(one.object) for one in triples if one.predicate == missing}
    return {str(t.subject) for t in triples if t.predicate == kind and t.object == undetermined} - asked

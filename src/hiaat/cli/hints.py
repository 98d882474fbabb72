"""Why a query of the user may have found nothing: what of it the graphs do not know or do not use."""

import pyoxigraph as ox

from hiaat.query import Unknown, Unsaid, unknown_names, unknown_texts, unsaid_names
from hiaat.reports.texts import Texts


def hints(query: str, store: ox.Store, texts: Texts, *, given: bool) -> list[str]:
    """A sentence for each name or text; `given` tells whether a scenario is among the graphs."""
    found = [_unknown(one, texts) for one in (*unknown_names(query, store), *unknown_texts(query, store))]
    return found + [_unsaid(one, texts, given=given) for one in unsaid_names(query, store)]


def _unknown(name: Unknown, texts: Texts) -> str:
    key = "query-unknown-near" if name.near else "query-unknown"
    return texts(key, word=name.written, near=name.near)


def _unsaid(name: Unsaid, texts: Texts, *, given: bool) -> str:
    """That nothing is said with a word; where it is said in a scenario or its judgement only, that one is needed."""
    key = "query-unsaid" if given or name.place is None else f"query-said-in-{name.place}"
    return texts(key, word=name.written)

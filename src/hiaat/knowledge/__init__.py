"""The knowledge: what exists, what is known, what follows from it. Closed once, then only read.

`load()` gives the judging graph: the triples that rules read, with hierarchies closed and defaults filled in.
Texts, statements and articles are not in it; the report reads those when it is asked for them.
"""

from hiaat.knowledge.body import Knowledge, load

__all__ = ["Knowledge", "load"]

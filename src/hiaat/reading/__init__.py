"""The reading layer: documents, their passages and statements, laws and their articles. Judging never needs it.

What a body of knowledge read, how much of that its norms rest on (`coverage`), and whether a copy of a document is the
very text that was read (`verify`).
"""

from hiaat.reading.coverage import Coverage, DocumentCoverage, LawCoverage, StatementCoverage, coverage
from hiaat.reading.library import Library, load
from hiaat.reading.verify import Checked, Difference, documents, verify

__all__ = [
    "Checked",
    "Coverage",
    "Difference",
    "DocumentCoverage",
    "LawCoverage",
    "Library",
    "StatementCoverage",
    "coverage",
    "documents",
    "load",
    "verify",
]

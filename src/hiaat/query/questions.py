"""The questions that ship, by name, and those of a file."""

from functools import cache
from pathlib import Path

from hiaat.bundle import root
from hiaat.query.header import Question, question

SUFFIX = ".rq"


@cache
def named() -> dict[str, Question]:
    """All questions that ship. HeaderError if a header is no good."""
    files = sorted((root() / "queries").glob(f"*{SUFFIX}"))
    return {file.stem: read_question(file) for file in files}


def read_question(file: Path) -> Question:
    """The question in a file. OSError or UnicodeError if it cannot be read, HeaderError if its header is no good."""
    return question(file.stem, file.read_text("utf-8-sig"))

"""What can go wrong, one class for each kind of mistake.

Whatever hiaat raises on purpose is a `HiaatError`. The command line prints its text and exits with its
status; anything else that is raised is a defect of hiaat and is left to surface.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

CHOICES_SHOWN = 24


class HiaatError(Exception):
    """The root: a mistake in what hiaat was given. Its text is meant for the person who gave it."""

    exit_status: ClassVar[int] = 2


class InputError(HiaatError):
    """Something in a file of the user: where it is, what is wrong, and what would be valid there.

    Lines and columns count from 1. Choices are given best first: that order is kept, and a long list is cut.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        valid: Iterable[str] = (),
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.file = None if file is None else str(file)
        self.line = line
        self.column = column
        self.valid = tuple(valid)

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known: the form that editors make clickable."""
        position = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([self.file or "input", *position])

    def __str__(self) -> str:
        text = f"{self.place}: {self.problem}"
        return f"{text}\n  valid here: {self._choices()}" if self.valid else text

    def _choices(self) -> str:
        shown = ", ".join(self.valid[:CHOICES_SHOWN])
        more = len(self.valid) - CHOICES_SHOWN
        return f"{shown}, and {more} more" if more > 0 else shown


class KnowledgeError(HiaatError):
    """The knowledge itself (ontology, norms, rules, shapes) is missing, malformed or contradicts itself."""


class EngineError(HiaatError):
    """An engine is not installed, or refuses by name a rule or shape that it cannot run."""

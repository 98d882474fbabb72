"""Mistakes in a command, and how any mistake is told."""

import sys
from collections.abc import Iterable

from hiaat.errors import CHOICES_SHOWN, HiaatError, InputError
from hiaat.reports.texts import Texts
from hiaat.scenario.problems import InputErrors


class UsageError(HiaatError):
    """Something in the command that was given: what is wrong, and what would be valid."""

    def __init__(self, problem: str, valid: Iterable[str] = (), command: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.valid = tuple(valid)
        self.command = command


class UsageErrors(HiaatError):
    """Everything that is wrong with the command that was given, in its order."""

    def __init__(self, errors: Iterable[UsageError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(error.problem for error in self.errors))


class OutputError(HiaatError):
    """What was made cannot be written."""


def tell(wrong: HiaatError, texts: Texts) -> int:
    """Write a mistake to the error output; gives its exit status."""
    remark(_lines(wrong, texts))
    return wrong.exit_status


def remark(lines: Iterable[str]) -> None:
    """Write lines to the error output, if there are any: what no result may hold."""
    text = "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace").decode()  # names can be any bytes
    if text and sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, UnicodeError):
            pass  # nobody is there to read it; of a mistake the exit status still says it


def _lines(wrong: HiaatError, texts: Texts) -> Iterable[str]:
    if isinstance(wrong, InputErrors):
        for error in wrong.errors:
            yield from _lines(error, texts)
    elif isinstance(wrong, InputError):
        yield f"{wrong.place}: {wrong.problem}"
        yield from _valid(wrong.valid, texts)
    elif isinstance(wrong, UsageError | UsageErrors):
        errors = wrong.errors if isinstance(wrong, UsageErrors) else (wrong,)
        for mistake in errors:
            yield texts("mistake", problem=mistake.problem)
            yield from _valid(mistake.valid, texts)
        yield from (texts("see-help", command=one) for one in dict.fromkeys(one.command for one in errors) if one)
    else:
        yield texts("mistake", problem=str(wrong))


def _valid(choices: tuple[str, ...], texts: Texts) -> Iterable[str]:
    if choices:
        shown = ", ".join(choices[:CHOICES_SHOWN])
        more = len(choices) - CHOICES_SHOWN
        yield texts("valid", choices=texts("valid-more", choices=shown, more=more) if more > 0 else shown)

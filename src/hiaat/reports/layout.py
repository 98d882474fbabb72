"""Lines of text that fit a screen: wrapping, indents, columns. Knows nothing of what it lays out."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

WIDTH = 100


def wrapped(text: str, indent: int = 0, hang: int | None = None, width: int = WIDTH) -> list[str]:
    """Text over lines, the first indented, the others by `hang`. Long words stay whole, so that they can be copied."""
    later = indent if hang is None else hang
    lines = wrap(
        " ".join(text.split()),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * later,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [""]


def bullet(text: str, indent: int = 2) -> list[str]:
    """A text with a dash before it."""
    return wrapped(f"- {text}", indent, indent + 2)


def underlined(text: str, line: str = "=") -> list[str]:
    """A heading with a line below it."""
    lines = wrapped(text)
    return [*lines, line * max(len(one) for one in lines)]


def columns(rows: Sequence[Sequence[str]], indent: int = 2) -> list[str]:
    """Rows as columns, two spaces apart; what is too long for the last one goes on below itself."""
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]) - 1)] if rows else []
    lines: list[str] = []
    for row in rows:
        first = " " * indent + "".join(f"{text:<{width}}  " for text, width in zip(row, widths, strict=False))
        lines += _continued(first, row[-1])
    return lines


def _continued(first: str, text: str) -> list[str]:
    space = max(WIDTH - len(first), 30)
    parts = wrap(text, space, break_long_words=False, break_on_hyphens=False) or [""]
    return [(first + parts[0]).rstrip(), *(" " * len(first) + part for part in parts[1:])]


def page(lines: Iterable[str]) -> str:
    """Lines as one text without spaces at their ends, and never two empty lines in a row."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept) + "\n"

"""Which commands there are, and how one of them is found. A module a command, with `parser` and `run`."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

from hiaat import __version__
from hiaat.bundle import root
from hiaat.cli.mistakes import UsageError
from hiaat.cli.output import write
from hiaat.cli.parser import Helped
from hiaat.reports.texts import Texts

COMMANDS = ("check", "matrix", "explain", "query", "export", "demo", "perspectives", "words", "coverage", "sources")


def run(arguments: Sequence[str], texts: Texts) -> int:
    """Run the command that the first word names."""
    language, words = _language_first(list(arguments))
    if not words:
        raise UsageError(texts("which-command"), COMMANDS, "hiaat")
    first, *rest = words
    if first in ("-h", "--help", "help"):
        write(main_help(texts), None, texts)
        return 0
    if first == "--version":
        write(f"hiaat {__version__}\n", None, texts)
        return 0
    if first not in COMMANDS:
        like = get_close_matches(first, COMMANDS, 3, 0.5)
        raise UsageError(
            texts("no-command", word=first[:300]), [*like, *(one for one in COMMANDS if one not in like)], "hiaat"
        )
    module = import_module(f"hiaat.cli.{first}")
    parser = module.parser(texts)
    try:
        given = parser.read([*language, *rest])
    except Helped:
        return 0
    status: int = module.run(given, parser)
    return status


def _language_first(words: list[str]) -> tuple[list[str], list[str]]:
    """`hiaat --lang en check ..` is the same as `hiaat check .. --lang en`."""
    if words and words[0] == "--lang":
        return words[:2], words[2:]
    return (words[:1], words[1:]) if words and words[0].startswith("--lang=") else ([], words)


def main_help(texts: Texts) -> str:
    """What `hiaat --help` shows."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {texts(f'help-{name}')}" for name in COMMANDS)
    text = texts("help-main", commands=commands, examples=root() / "data" / "scenarios")
    return f"{texts('help-usage')}hiaat {texts('word-command')} ...\n\n{text}\n"

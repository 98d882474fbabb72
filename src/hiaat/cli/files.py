"""The files of a command: the folders of knowledge, the form of its output, and that it never replaces what it read."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hiaat.cli.output import write
from hiaat.cli.parser import Parser
from hiaat.knowledge.body import own_files

Suffixes = Mapping[str, Sequence[str]]  # of a format: the ends of file names that ask for it


def knowledge_folders(given: argparse.Namespace, parser: Parser) -> list[Path]:
    """The folders of `--knowledge`. UsageError if one holds no Turtle."""
    folders = [Path(name) for name in given.knowledge or ()]
    for folder in folders:
        if not folder.is_dir() or not any(folder.glob("**/*.ttl")):
            raise parser.mistake("no-folder", option="--knowledge", name=folder)
    return folders


def form(given: argparse.Namespace, parser: Parser, formats: Suffixes, usual: str) -> str:
    """The format asked for, or that the name of the output tells, or the usual one. UsageError if it tells another."""
    if given.format is not None or given.output is None:
        return str(given.format or usual)
    output = Path(given.output)
    suffix = output.suffix.lower()
    chosen = next((name for name, ends in formats.items() if suffix in ends), None)
    if chosen is None and suffix and (output.is_file() or not output.exists()):
        valid = [end for ends in formats.values() for end in ends]
        raise parser.mistake("bad-suffix", valid, option="--output", word=given.output)
    return chosen or usual


def put(text: str, given: argparse.Namespace, parser: Parser, read: Iterable[str | Path] = ()) -> None:
    """Write the result. UsageError if that would replace a file that was read: one of these, or of the knowledge."""
    if given.output is not None:
        folders = knowledge_folders(given, parser)
        if any(_same(given.output, file) for file in (*read, *(own_files(folders) if folders else ()))):
            raise parser.mistake("over-read", name=given.output)
    write(text, given.output, parser.texts)


def _same(one: str, other: str | Path) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False

"""What the commands on the sources have in common: the library they read, and in which form they write."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from hiaat.cli.output import write
from hiaat.cli.parser import Parser
from hiaat.knowledge.body import own_files
from hiaat.reading import Library, load

FORMATS = {"text": (".txt", ".text"), "json": (".json",)}


def of_reading(parser: Parser) -> None:
    """The options that both take."""
    parser.writing(FORMATS)
    parser.option("--knowledge", parser.texts("word-folder"), many=True)


def library(given: argparse.Namespace, parser: Parser) -> Library:
    """What was read, of the body of knowledge asked for. UsageError if there is none; InputErrors if it is wrong."""
    folders = [Path(name) for name in given.knowledge or ()]
    for folder in folders:
        if not folder.is_dir() or not any(folder.glob("**/*.ttl")):
            raise parser.mistake("no-folder", option="--knowledge", name=folder)
    if folders:
        from hiaat.vetting import check_body  # noqa: PLC0415 - what ships needs none of this

        check_body(own_files(folders), parser.texts.language, to_judge=False)
    return load(folders)


def put(given: argparse.Namespace, parser: Parser, written: Mapping[str, Callable[[], str]]) -> None:
    """Write it in the form asked for, or that the name of the output tells, or as text."""
    write(written[_form(given, parser)](), given.output, parser.texts)


def _form(given: argparse.Namespace, parser: Parser) -> str:
    if given.format is not None or given.output is None:
        return str(given.format or "text")
    suffix = Path(given.output).suffix.lower()
    for form, suffixes in FORMATS.items():
        if suffix in suffixes:
            return form
    if suffix and not Path(given.output).exists():
        valid = [one for suffixes in FORMATS.values() for one in suffixes]
        raise parser.mistake("bad-suffix", valid, option="--output", word=given.output)
    return "text"

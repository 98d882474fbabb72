"""What the commands on the sources have in common: the library they read, and in which form they write."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from hiaat.cli.files import form, knowledge_folders, put
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
    folders = knowledge_folders(given, parser)
    if folders:
        from hiaat.vetting import check_body  # noqa: PLC0415 - what ships needs none of this

        check_body(own_files(folders), parser.texts.language, to_judge=False)
    return load(folders)


def put_as(
    given: argparse.Namespace,
    parser: Parser,
    written: Mapping[str, Callable[[], str]],
    read: Iterable[Path] = (),
) -> None:
    """Write it in the form asked for, or that the name of the output tells, or as text."""
    put(written[form(given, parser, FORMATS, "text")](), given, parser, read)

"""`hiaat sources verify DIR`: whether local copies of the documents are the very texts that were read."""

import argparse
from pathlib import Path

from hiaat.cli.output import reason
from hiaat.cli.parser import Parser
from hiaat.cli.reading import library, of_reading, put_as
from hiaat.reading import documents, verify
from hiaat.reports.texts import Texts
from hiaat.reports.verification import as_json, text

VERIFY = "verify"


def parser(texts: Texts) -> Parser:
    """What `sources` can be given."""
    made = Parser("sources", texts, f"{VERIFY} {texts('word-folder')}")
    made.words("words", "arg-sources", f"{VERIFY} {texts('word-folder')}")
    of_reading(made)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0 if every document agrees, 1 if one differs or is absent."""
    folder = _folder(given, parser)
    read, texts = library(given, parser), parser.texts
    known = documents(read)
    if not known:
        raise parser.mistake("no-documents")
    try:
        checked = verify(known, folder)
    except OSError as wrong:
        raise parser.mistake("no-read", name=wrong.filename or folder, reason=reason(wrong, texts)) from wrong
    written = {
        "text": lambda: text(checked, read, texts),
        "json": lambda: as_json(checked, read, texts.language),
    }
    put_as(given, parser, written, [one.copy for one in checked if one.copy is not None])
    return 0 if all(one.state == "agrees" for one in checked) else 1


def _folder(given: argparse.Namespace, parser: Parser) -> Path:
    what, *names = given.words or [None]
    if what != VERIFY:
        raise (
            parser.mistake("no-verify", [VERIFY]) if what is None else parser.mistake("bad-verify", [VERIFY], word=what)
        )
    if not names:
        raise parser.mistake("no-copies")
    if len(names) > 1:
        raise parser.mistake("no-word", word=names[1])
    folder = Path(names[0])
    try:
        there = folder.is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise parser.mistake("no-such-folder", name=names[0])
    return folder

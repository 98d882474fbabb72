"""`hiaat coverage`: how much of what was read the norms rest on."""

import argparse

from hiaat.cli.parser import Parser
from hiaat.cli.reading import library, of_reading, put_as
from hiaat.reading import coverage
from hiaat.reports.coverage import as_json, text
from hiaat.reports.texts import Texts


def parser(texts: Texts) -> Parser:
    """What `coverage` can be given."""
    made = Parser("coverage", texts)
    made.flag("--missing")
    of_reading(made)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0, whatever is missing: it tells, it does not judge."""
    read, texts = library(given, parser), parser.texts
    found = coverage(read)
    written = {
        "text": lambda: text(found, read, texts, missing=given.missing),
        "json": lambda: as_json(found, read, texts.language),
    }
    put_as(given, parser, written)
    return 0

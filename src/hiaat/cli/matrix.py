"""`hiaat matrix`: who holds what, function by kind of responsibility by window."""

import argparse

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.reports import MATRICES
from hiaat.reports.texts import Texts


def parser(texts: Texts) -> Parser:
    """What `matrix` can be given."""
    made = Parser.of_scenarios("matrix", texts)
    made.judging()
    made.failing()
    made.writing(MATRICES)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """The same exit status as `check`."""
    session = Session(given, parser)
    form = MATRICES[session.form(MATRICES)]
    return session.tell(session.read(given.scenarios), form)

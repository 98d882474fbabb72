"""`hiaat check`: judge one or more scenarios and report."""

import argparse

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.reports import FORMATS
from hiaat.reports.texts import Texts


def parser(texts: Texts) -> Parser:
    """What `check` can be given."""
    made = Parser.of_scenarios("check", texts)
    made.judging()
    made.failing()
    made.writing(FORMATS)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0 in order, 1 if not; what is wrong with the input is raised before anything is written."""
    session = Session(given, parser)
    form = session.form(FORMATS)
    scenarios = session.read(given.scenarios)
    if form == "turtle":
        session.refuse_same_names(scenarios)
    return session.tell(scenarios, FORMATS[form])

"""`hiaat check`: judge one or more scenarios and report."""

import argparse
from collections import defaultdict

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.reports import FORMATS
from hiaat.reports.texts import Texts
from hiaat.scenario import Scenario


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
        _refuse_same_names(scenarios, parser)
    report = session.report(scenarios, explained=form != "turtle")
    session.write(FORMATS[form].render(report), scenarios)
    return session.status(report)


def _refuse_same_names(scenarios: list[Scenario], parser: Parser) -> None:
    files: dict[str, list[str]] = defaultdict(list)
    for scenario in scenarios:
        files[scenario.iri.value].append(scenario.file)
    for scenario in scenarios:
        same = files[scenario.iri.value]
        if len(same) > 1:
            raise parser.mistake("same-name", name=scenario.name, files=", ".join(same))

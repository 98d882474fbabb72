"""`hiaat export`: knowledge, rules, a scenario or its judgement as a graph."""

import argparse
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.export import FORMATS, by_suffix, closure, knowledge_graphs, knowledge_prefixes, rules, scenario_graph
from hiaat.judging import Judge
from hiaat.reports.texts import Texts
from hiaat.reports.validation import report_graph
from hiaat.scenario import Scenario

Made = dict[ox.NamedNode, set[ox.Triple]]

OF_KNOWLEDGE: dict[str, Callable[[Judge], Made]] = {"knowledge": knowledge_graphs, "closure": closure, "rules": rules}


def parser(texts: Texts) -> Parser:
    """What `export` can be given."""
    made = Parser("export", texts, f"{texts('word-what')} [{texts('word-scenario')}]")
    made.words("words", "arg-what", texts("word-what"))
    made.writing(FORMATS)
    made.judging()
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0, whatever the judgement is: an export tells, it does not judge the user's situation."""
    session = Session(given, parser)
    form = _form(given, parser)
    what, *files = given.words or [None]
    if what is None:
        raise parser.mistake("no-what", [*OF_KNOWLEDGE, *OF_SCENARIO])
    if what in OF_KNOWLEDGE:
        if files:
            raise parser.mistake("what-alone", what=what)
        scenarios: list[Scenario] = []
        graphs = OF_KNOWLEDGE[what](session.judge)
    elif what in OF_SCENARIO:
        if len(files) > 1:
            raise parser.mistake("no-word", word=files[1])
        scenarios = session.read(files)
        graphs = OF_SCENARIO[what](session, scenarios[0])
    else:
        raise parser.mistake("bad-what", [*OF_KNOWLEDGE, *OF_SCENARIO], word=what)
    session.write(FORMATS[form].write(graphs, knowledge_prefixes(session.judge)), scenarios)
    return 0


def _scenario(_session: Session, scenario: Scenario) -> Made:
    return scenario_graph(scenario)


def _findings(session: Session, scenario: Scenario) -> Made:
    case = session.report([scenario]).cases[0]
    return {case.judged.judgement.assessment.iri: report_graph(case)}


OF_SCENARIO: dict[str, Callable[[Session, Scenario], Made]] = {"scenario": _scenario, "findings": _findings}


def _form(given: argparse.Namespace, parser: Parser) -> str:
    if given.format is not None or given.output is None:
        return str(given.format or "turtle")
    found = by_suffix(Path(given.output))
    if found is None and Path(given.output).suffix and not Path(given.output).exists():
        valid = [suffix for one in FORMATS.values() for suffix in one.suffixes]
        raise parser.mistake("bad-suffix", valid, option="--output", word=given.output)
    return found or "turtle"

"""`hiaat export`: knowledge, rules, a scenario or its judgement as a graph; or all of it as a folder for SHACL."""

import argparse
from collections.abc import Callable

import pyoxigraph as ox

from hiaat.cli.folder import is_free, write_folder
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.export import (
    FORMATS,
    bundle,
    closure,
    knowledge_graphs,
    knowledge_prefixes,
    rules,
    scenario_graph,
)
from hiaat.export.bundle import COMMAND
from hiaat.judging import Judge
from hiaat.reports.texts import LANGUAGES, Texts
from hiaat.reports.validation import report_graph
from hiaat.scenario import Scenario

BUNDLE = "bundle"
Made = dict[ox.NamedNode, set[ox.Triple]]

OF_KNOWLEDGE: dict[str, Callable[[Judge], Made]] = {"knowledge": knowledge_graphs, "closure": closure, "rules": rules}


def parser(texts: Texts) -> Parser:
    """What `export` can be given."""
    made = Parser("export", texts, f"{texts('word-what')} [{texts('word-scenario')}]")
    made.words("words", "arg-what", texts("word-what"))
    made.writing(FORMATS, "opt-output-bundle")
    made.judging()
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0, whatever the judgement is: an export tells, it does not judge the user's situation."""
    session = Session(given, parser)
    what, *files = given.words or [None]
    if what == BUNDLE:
        _write_bundle(session, files)
        return 0
    form = session.form(FORMATS, usual="turtle")
    if what in OF_KNOWLEDGE:
        if files:
            raise parser.mistake("what-alone", what=what)
        scenarios: list[Scenario] = []
        graphs = OF_KNOWLEDGE[what](session.judge)
    elif what in OF_SCENARIO:
        scenarios = [_only(session, files)]
        graphs = OF_SCENARIO[what](session, scenarios[0])
    else:
        valid = [*OF_KNOWLEDGE, *OF_SCENARIO, BUNDLE]
        raise parser.mistake("no-what", valid) if what is None else parser.mistake("bad-what", valid, word=what)
    session.write(FORMATS[form].write(graphs, knowledge_prefixes(session.judge)), scenarios)
    return 0


def _only(session: Session, files: list[str]) -> Scenario:
    if len(files) > 1:
        raise session.parser.mistake("no-word", word=files[1])
    return session.read(files)[0]


def _write_bundle(session: Session, files: list[str]) -> None:
    """Refused before anything is judged where it could not be written; and not written where hiaat cannot judge."""
    given, mistake = session.given, session.parser.mistake
    if given.format is not None:
        raise mistake("bundle-format")
    if given.output is None:
        raise mistake("bundle-output")
    if not is_free(given.output):
        raise mistake("bundle-taken", name=given.output)
    judged = session.judged(_only(session, files))
    made = bundle(session.judge, judged, {language: Texts(language) for language in LANGUAGES})
    write_folder(made, given.output, session.texts, programs=[COMMAND])


def _scenario(_session: Session, scenario: Scenario) -> Made:
    return scenario_graph(scenario)


def _findings(session: Session, scenario: Scenario) -> Made:
    case = session.report([scenario]).cases[0]
    return {case.judged.judgement.assessment.iri: report_graph(case)}


OF_SCENARIO: dict[str, Callable[[Session, Scenario], Made]] = {"scenario": _scenario, "findings": _findings}

"""`hiaat explain`: every candidate, reason and source behind the cells that are asked about."""

import argparse

from pyoxigraph import NamedNode

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.judging import Judged
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.reports.names import Names
from hiaat.reports.selection import Asked
from hiaat.reports.texts import Texts
from hiaat.reports.trace import render_trace
from hiaat.scenario.words import Lexicon


def parser(texts: Texts) -> Parser:
    """What `explain` can be given."""
    made = Parser("explain", texts, f"{texts('word-scenario')} ...")
    made.words("scenarios", "arg-scenarios", texts("word-scenario"))
    made.option("--function", texts("word-name"), many=True)
    made.option("--kind", texts("word-name"), many=True)
    made.option("--why-not", texts("word-name"), many=True)
    made.judging()
    made.failing()
    made.option("--output", texts("word-file"))
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """The same exit status as `check`."""
    session = Session(given, parser)
    scenarios = session.read(given.scenarios)
    report = session.report(scenarios)
    asked = _asked(session, [case.judged for case in report.cases], [case.names for case in report.cases])
    session.write(render_trace(report, asked), scenarios)
    return max(case.outcome.status(given.fail_on or "violation") for case in report.cases)


def _asked(session: Session, judged: list[Judged], names: list[Names]) -> Asked:
    """What the words of the command name, in the model or in the scenarios themselves."""
    words, given = session.judge.words, session.given
    functions = words.instances(h("Function")) + _own(judged, names, "Function")
    kinds = words.instances(h("ResponsibilityKind"))
    parties = _parties(judged, names) + words.instances(h("Actor"))
    return Asked(
        functions=tuple(session.named("--function", "no-function", one, functions) for one in given.function or ()),
        kinds=tuple(session.named("--kind", "no-kind", one, kinds).rsplit("#", 1)[-1] for one in given.kind or ()),
        parties=tuple(session.named("--why-not", "no-party", one, parties) for one in given.why_not or ()),
    )


def _own(judged: list[Judged], names: list[Names], word: str) -> Lexicon:
    found = Lexicon()
    for one, called in zip(judged, names, strict=True):
        for thing in Graph(one.scenario.triples).subjects(RDF_TYPE, h(word)):
            if isinstance(thing, NamedNode):
                found.add(called.of(thing.value), thing)
    return found


def _parties(judged: list[Judged], names: list[Names]) -> Lexicon:
    """Everybody who is described, whether or not in view for anything."""
    found = Lexicon()
    for one, called in zip(judged, names, strict=True):
        involved = {candidate.party for cell in one.judgement.cells for candidate in cell.candidates}
        written = (place.value for place in one.scenario.places if "/partijen/" in place.value)
        for party in sorted({*involved, *written}):
            found.add(called.of(party), NamedNode(party))
    return found

"""`hiaat explain`: every candidate, reason and source behind the cells that are asked about."""

import argparse
from collections.abc import Sequence

from pyoxigraph import NamedNode

from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.knowledge.terms import RDF_TYPE, h, local
from hiaat.reports import Case
from hiaat.reports.selection import Asked
from hiaat.reports.texts import Texts
from hiaat.reports.trace import render_trace
from hiaat.scenario import Words
from hiaat.scenario.words import Lexicon


def parser(texts: Texts) -> Parser:
    """What `explain` can be given."""
    made = Parser.of_scenarios("explain", texts)
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
    asked = _asked(session, report.cases)
    session.write(render_trace(report, asked), scenarios)
    return session.status(case.outcome for case in report.cases)


def _asked(session: Session, cases: Sequence[Case]) -> Asked:
    """What the words of the command name, in the model or in the scenarios themselves."""
    words, given = session.judge.words, session.given
    functions = words.instances(h("Function")) + _own(cases, words, h("Function"))
    kinds = words.instances(h("ResponsibilityKind"))
    parties = _own(cases, words, h("Actor")) + words.instances(h("Actor"))
    return Asked(
        functions=tuple(session.named("no-function", one, functions) for one in given.function or ()),
        kinds=tuple(local(session.named("no-kind", one, kinds)) for one in given.kind or ()),
        parties=tuple(session.named("no-party", one, parties) for one in given.why_not or ()),
    )


def _own(cases: Sequence[Case], words: Words, cls: NamedNode) -> Lexicon:
    """The things of a class that the scenarios describe, by what they are called there."""
    found = Lexicon()
    for case in cases:
        for triple in case.judged.scenario.triples:
            thing, sort = triple.subject, triple.object
            if triple.predicate != RDF_TYPE or not isinstance(thing, NamedNode) or not isinstance(sort, NamedNode):
                continue
            if sort == cls or words.is_subtype(sort, cls):
                found.add(case.names.of(thing.value), thing)
    return found

"""`hiaat query`: named questions and own SPARQL over the knowledge, scenarios and their judgement."""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from hiaat.cli.hints import hints
from hiaat.cli.mistakes import remark
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.cli.values import given_values
from hiaat.errors import InputError
from hiaat.export import knowledge_graphs, knowledge_prefixes, scenario_graph
from hiaat.query import (
    FORMATS,
    SUFFIX,
    Answer,
    HeaderError,
    Question,
    Refused,
    TooLarge,
    Unreadable,
    ask,
    named,
    read_question,
    store_of,
)
from hiaat.query.answer import DEEPEST, MOST
from hiaat.query.formats import Told
from hiaat.query.table import Names
from hiaat.query.values import Term, nearest_names
from hiaat.reports.layout import page, wrapped
from hiaat.reports.texts import Texts
from hiaat.reports.validation import report_graph
from hiaat.scenario import Scenario
from hiaat.scenario.reasons import reason

EXPECTED_SHOWN = 12


def parser(texts: Texts) -> Parser:
    """What `query` can be given."""
    asked, filled = texts("word-question"), texts("word-parameter")
    made = Parser("query", texts, f"[{asked}] [{filled} ...]")
    made.words("words", "arg-question", asked)
    made.option("--scenario", texts("word-file"), many=True)
    made.writing(FORMATS)
    made.judging()
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0 when there is an answer, and when the knowledge has none."""
    session = Session(given, parser)
    if not given.words:
        session.write(page(_list(parser.texts)))
        return 0
    asked, *words = given.words
    question = _question(asked, parser)
    form = session.form(FORMATS, usual="")
    scenarios = session.read(given.scenario) if given.scenario else []
    session.refuse_same_names(scenarios)
    store = _store(session, scenarios)
    values = given_values(question, words, store, parser)
    answer = _answer(question, asked, store, values, parser)
    session.write(_written(answer, form, question, store, session), scenarios, [asked])
    return 0


def _list(texts: Texts) -> list[str]:
    """Every question: its name, what it answers, and what it can be given."""
    lines = [texts("query-heading"), ""]
    for name, question in named().items():
        slots = " ".join(f"{one.name}=..." if one.required else f"[{one.name}=...]" for one in question.parameters)
        lines += [*wrapped(f"{name} {slots}", 2, 6), *wrapped(question.summary[texts.language], 6)]
    return [*lines, "", *wrapped(texts("query-about"))]


def _question(asked: str, parser: Parser) -> Question:
    """The question of that name, or in that file. UsageError or InputError if there is none."""
    if asked in named():
        return named()[asked]
    if not asked.endswith(SUFFIX) and "/" not in asked:
        near = nearest_names(asked, named())
        raise parser.mistake("no-question", [*near, *(one for one in named() if one not in near)], word=asked)
    path = Path(asked)
    try:
        if path.is_dir():
            raise InputError(parser.texts("is-folder-query"), file=asked)
        return read_question(path)
    except HeaderError as wrong:
        slots = {key: reason(text, parser.texts.language) for key, text in wrong.slots.items()}
        raise InputError(parser.texts(wrong.key, **slots), file=asked, line=wrong.line) from wrong
    except FileNotFoundError as wrong:
        raise InputError(parser.texts("not-there"), file=asked) from wrong
    except (OSError, ValueError) as wrong:
        raise InputError(parser.texts("not-read"), file=asked) from wrong


def _store(session: Session, scenarios: list[Scenario]) -> ox.Store:
    """The graphs that `hiaat export` writes: the knowledge, and of each scenario what it says and how it is judged."""
    graphs = dict(knowledge_graphs(session.judge))
    for scenario in scenarios:
        graphs.update(scenario_graph(scenario))
    if scenarios:
        for case in session.report(scenarios).cases:
            graphs[case.judged.judgement.assessment.iri] = report_graph(case)
    return store_of(graphs)


def _answer(question: Question, asked: str, store: ox.Store, values: dict[str, Term], parser: Parser) -> Answer:
    try:
        return ask(question, store, values)
    except Refused as wrong:
        key = "query-service" if wrong.word == "SERVICE" else "query-update"
        raise InputError(
            parser.texts(key, word=wrong.word), file=asked, line=wrong.line, column=wrong.column
        ) from wrong
    except TooLarge as wrong:
        shown = parser.texts("query-large", deep=DEEPEST, parts=MOST)
        raise InputError(shown, file=asked, line=wrong.line, column=wrong.column) from wrong
    except Unreadable as wrong:
        if wrong.prefix is not None:
            shown, valid = parser.texts("query-prefix", word=wrong.prefix), _declared(wrong.prefix)
            raise InputError(shown, file=asked, line=wrong.line, column=wrong.column, valid=valid) from wrong
        shown = parser.texts("query-syntax", why=f" ({wrong.why})" if wrong.why else "")
        expected = wrong.expected[:EXPECTED_SHOWN]
        raise InputError(shown, file=asked, line=wrong.line, column=wrong.column, valid=expected) from wrong


def _declared(prefix: str) -> list[str]:
    """How our own questions declare a prefix."""
    written = re.compile(rf"^PREFIX {re.escape(prefix)} <.*>$", re.MULTILINE)
    return sorted({found for question in named().values() for found in written.findall(question.text)})


def _written(answer: Answer, form: str, question: Question, store: ox.Store, session: Session) -> str:
    """The answer in its format. UsageError if that cannot hold it."""
    texts = session.texts
    valid = [name for name, one in FORMATS.items() if one.of_graphs == answer.is_graph]
    chosen = form or valid[0]
    if chosen not in valid:
        key = "query-graph-only" if FORMATS[chosen].of_graphs else "query-rows-only"
        raise session.parser.mistake(key, valid, word=chosen)
    hinted = _hints(question, answer, store, session)
    if answer.is_empty and chosen in ("table", "turtle"):
        told = _nothing(question, hinted, session)
        return told if chosen == "table" else "".join(f"# {line}\n" for line in told.splitlines())
    remark(hinted)
    headings = {name: question.says(name, texts.language) for name in answer.variables}
    truths = {True: texts("yes"), False: texts("no")}
    names = Names(store, knowledge_prefixes(session.judge), texts.language, truths)
    return FORMATS[chosen].write(answer, Told(headings, names))


def _nothing(question: Question, hinted: Iterable[str], session: Session) -> str:
    """That there is no answer, and what may be why."""
    texts = session.texts
    if _lacks_scenario(question, session):
        return page(wrapped(texts("query-no-scenario")))
    return page([line for one in (texts("query-empty"), *hinted) for line in wrapped(one)])


def _hints(question: Question, answer: Answer, store: ox.Store, session: Session) -> list[str]:
    """Of an own query that found nothing: what of it the graphs do not know or do not use."""
    if not answer.is_for_nothing or named().get(question.name) == question or _lacks_scenario(question, session):
        return []
    return hints(question.text, store, session.texts, given=bool(session.given.scenario))


def _lacks_scenario(question: Question, session: Session) -> bool:
    return question.of_scenario and not session.given.scenario

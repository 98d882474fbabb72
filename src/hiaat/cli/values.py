"""What a user fills in for the parameters of a question: `name=value`, each held against what the graphs know."""

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from hiaat.cli.mistakes import UsageError, UsageErrors
from hiaat.cli.parser import Parser
from hiaat.knowledge.terms import local
from hiaat.query import Parameter, Question, choices
from hiaat.query.header import LANGUAGE
from hiaat.query.values import Term, day, nearest_names


def given_values(question: Question, words: Sequence[str], store: ox.Store, parser: Parser) -> dict[str, Term]:
    """A term for each parameter that is given, and the language of the reader. UsageErrors with all that is wrong."""
    known = {one.name: one for one in question.parameters}
    found: dict[str, Term] = {}
    given: set[str] = set()
    wrong: list[UsageError] = []
    for word in words:
        try:
            name, value = _split(word, question, known, parser)
            if name in given:
                raise parser.mistake("parameter-twice", word=name)
            given.add(name)
            found[name] = _term(known[name], value, store, parser)
        except UsageError as one:
            wrong.append(one)
    missing = [f"{one.name}=..." for one in question.parameters if one.required and one.name not in given]
    if missing:
        wrong.append(parser.mistake("missing-parameter", missing, name=question.name))
    if wrong:
        raise UsageErrors(wrong)
    return {**found, LANGUAGE: ox.Literal(parser.texts.language)}


def _split(word: str, question: Question, known: Mapping[str, Parameter], parser: Parser) -> tuple[str, str]:
    """The parameter that a word is for, and what it gives for that."""
    name, equals, value = word.partition("=")
    if not equals or name not in known:
        raise parser.mistake("no-parameter", nearest_names(name, known) or known, word=word, name=question.name)
    return name, value


def _term(parameter: Parameter, word: str, store: ox.Store, parser: Parser) -> Term:
    if not word.strip():
        raise parser.mistake("no-value", option=f"{parameter.name}=")
    if parameter.is_date:
        try:
            return day(word)
        except ValueError as wrong:
            raise parser.mistake("bad-date", ("2024-06-15",), option=parameter.name, word=word) from wrong
    there = choices(parameter, store)
    found = there.find(word)
    if len(found) > 1:
        names = [local(one.value) for one in found]
        raise parser.mistake("parameter-several", names, option=parameter.name, word=word)
    if not found:
        raise parser.mistake("bad-parameter", there.nearest(word), option=parameter.name, word=word)
    return found[0]

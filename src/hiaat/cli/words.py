"""`hiaat words`: the words that a scenario file may use, as the model has them."""

import argparse

from pyoxigraph import NamedNode

from hiaat.cli.output import write
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.knowledge.terms import h, rdfs, skos
from hiaat.reports.layout import columns, page, wrapped
from hiaat.reports.texts import Texts
from hiaat.scenario import Words
from hiaat.scenario.ties import tie_keys
from hiaat.scenario.words import Lexicon

THINGS = [
    "Function", "AgreementKind", "Condition", "Window", "ResponsibilityKind", "ActKind", "StateKind", "ConductKind",
    "ClaimKind", "State", "Part", "ScenarioKey",
]  # fmt: skip


def parser(texts: Texts) -> Parser:
    """What `words` can be given."""
    made = Parser("words", texts, f"[{texts('word-sort')}]")
    made.words("sorts", "arg-sort", texts("word-sort"))
    made.option("--knowledge", texts("word-folder"), many=True)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """The sorts of words, or the words of one sort."""
    given.engine = None
    session = Session(given, parser)
    if len(given.sorts) > 1:
        raise parser.mistake("no-word", word=given.sorts[1])
    words, texts = session.judge.words, parser.texts
    sorts = _sorts(words)
    if not given.sorts:
        lines = [texts("words-heading"), "", *columns(_counts(sorts, words, texts))]
    else:
        names = Lexicon((name.value, sort) for sort in sorts for name in words.texts(sort))
        chosen = session.named("no-sort", given.sorts[0], names)
        lines = [
            line for row in _words(sorts[NamedNode(chosen)], words, texts) for line in (row[0], *wrapped(row[1], 4))
        ]
    write(page(lines), None, texts)
    return 0


def _sorts(words: Words) -> dict[NamedNode, list[NamedNode]]:
    """What there are words for: types of party, things of the core, and values of each characteristic."""
    found = {
        h("Actor"): _things(words.types(h("Actor"))),
        **{h(name): _things(words.instances(h(name))) for name in THINGS},
    }
    characteristics = _things(words.properties(h("characteristic")))
    found[h("ScenarioKey")] += [*characteristics, *_things(tie_keys(words))]  # what the body of knowledge adds
    for characteristic in sorted(characteristics, key=str):
        values = [
            value
            for range_ in words.objects(characteristic, rdfs("range"))
            for value in _things(words.instances(range_))
        ]
        found[characteristic] = values
    return {sort: things for sort, things in found.items() if things}


def _things(lexicon: Lexicon) -> list[NamedNode]:
    return list(dict.fromkeys(thing for _, thing in lexicon.all()))


def _counts(sorts: dict[NamedNode, list[NamedNode]], words: Words, texts: Texts) -> list[tuple[str, str]]:
    counts = ((words.label(sort, texts.language), len(things)) for sort, things in sorts.items())
    return [(name, texts.counted("words-count", number)) for name, number in sorted(counts)]


def _name(thing: NamedNode, words: Words, ties: list[NamedNode], texts: Texts) -> str:
    """Its label; a tie has that of whoever has it, and is written as a key by a shorter name."""
    shorter = words.texts(thing, skos("altLabel")) if thing in ties else ()
    own = [text.value for text in shorter if text.language == texts.language]
    return min(own, key=len, default=words.label(thing, texts.language))


def _words(things: list[NamedNode], words: Words, texts: Texts) -> list[tuple[str, str]]:
    """Each word with the others that mean the same, and what it means."""
    rows = []
    ties = _things(tie_keys(words))
    for thing in things:
        name = _name(thing, words, ties, texts)
        others = (text.value for text in words.texts(thing) if text.language in (texts.language, None))
        also = ", ".join(dict.fromkeys(text for text in others if text != name))
        meanings = [text.value for text in words.texts(thing, skos("definition")) if text.language == texts.language]
        forms = [text.value for text in words.texts(thing, skos("example")) if text.language == texts.language]
        meaning = " ".join([*meanings[:1], *(texts("words-form", form=form) for form in forms)])
        rows.append((name, texts("words-also", names=also, text=meaning) if also else meaning))
    return sorted(rows, key=lambda row: row[0].casefold())

"""`hiaat perspectives`: whom one can choose to hear."""

import argparse

from pyoxigraph import NamedNode

from hiaat.cli.output import write
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.knowledge.terms import h, local, skos
from hiaat.reports.layout import page, wrapped
from hiaat.reports.texts import Texts


def parser(texts: Texts) -> Parser:
    """What `perspectives` can be given."""
    made = Parser("perspectives", texts)
    made.option("--knowledge", texts("word-folder"), many=True)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """Show them all, with what they mean."""
    given.engine = None
    session = Session(given, parser)
    words, texts = session.judge.words, parser.texts
    lines = [texts("perspectives-heading")]
    for view in words.subjects(NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), h("Perspective")):
        definitions = [text.value for text in words.texts(view, skos("definition")) if text.language == texts.language]
        definition = " ".join(definitions[:1])
        if words.is_true(view, h("hearsEvery")):
            definition = texts("perspectives-default", text=definition)
        label = words.label(view, texts.language)
        called = "" if label in ("", local(view.value)) else f": {label}"
        lines += ["", f"  {local(view.value)}{called}", *(wrapped(definition, 6) if definition else [])]
        voices = [words.label(voice, texts.language) for voice in words.objects(view, h("hears"))]
        if voices:
            lines += wrapped(texts("perspectives-hears", voices=", ".join(sorted(voices))), 6)
    write(page(lines), None, texts)
    return 0

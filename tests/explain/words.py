"""The words of care, to see that none of them stands in a program or a sentence of the report."""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from hiaat.explain.template import Template
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import rdfs, skos

CARE = "https://w3id.org/hiaat/care#"
LABELS = (skos("prefLabel"), skos("altLabel"), rdfs("label"), skos("notation"))
# Words of care that everybody uses in other senses too: a law, a day, a group, something out of order.
GENERAL = {"d", "a", "n", "w", "act", "all", "alles", "always", "law", "recht", "wet", "the law", "de wet"} | {
    "day",
    "dag",
    "so",
    "press",
    "standing in",
}


def care_words(words: Graph) -> set[str]:
    """Every label of a term of care."""
    found = {
        value.value.casefold()
        for label in LABELS
        for subject, value in words.pairs(label)
        if isinstance(subject, NamedNode) and subject.value.startswith(CARE) and isinstance(value, Literal)
    }
    return found - GENERAL


def without_slots(template: Template) -> str:
    """The words of a template itself."""
    return re.sub(r"\{[A-Za-z]+\}|[\[\]]", " ", template.text)


def hits(text: str, words: Iterable[str]) -> Iterator[str]:
    """Which of these words stand in a text as words of their own."""
    folded = text.casefold()
    there = (word for word in words if word in folded)  # most are not, and looking for a text is quick
    return (word for word in there if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded))

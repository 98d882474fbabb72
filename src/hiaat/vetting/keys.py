"""Keys that a body brings to the scenario file and that every scenario has already: what is written could be either."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.knowledge.graph import Graph
from hiaat.scenario.entry import Keys
from hiaat.scenario.problems import Problems
from hiaat.scenario.terms import h, rdfs
from hiaat.scenario.words import LABELS, Words

SECTIONS = (h.setting, h.Situation)


def taken(own: Graph, known: Graph, problems: Problems) -> Iterator[Triple]:
    """The labels of ties and characteristics of one's own that the core has as a key where these are written."""
    keys = Keys(Words(known), problems)
    brought = [*own.pairs(h.tieType), *((key, None) for key in own.subjects(rdfs.subPropertyOf, h.characteristic))]
    for key in dict.fromkeys(key for key, _ in brought if isinstance(key, NamedNode)):
        for label in LABELS:
            for text in own.objects(key, label):
                of_core = [one for section in SECTIONS for one in keys.of(section).find(text.value) if one in h]
                if of_core and isinstance(text, Literal):
                    yield Triple(key, label, text)

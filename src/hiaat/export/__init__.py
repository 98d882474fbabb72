"""Export: knowledge, rules and scenarios as graphs for other tools. The same input always gives the same bytes.

`FORMATS` is the registry: a format writes named graphs, in canonical order, as text.
"""

from hiaat.export.bundle import bundle
from hiaat.export.formats import FORMATS, Graphs
from hiaat.export.knowledge import closure, knowledge_graphs, knowledge_prefixes, rules
from hiaat.export.scenario import scenario_graph

__all__ = [
    "FORMATS",
    "Graphs",
    "bundle",
    "closure",
    "knowledge_graphs",
    "knowledge_prefixes",
    "rules",
    "scenario_graph",
]

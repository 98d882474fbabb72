"""One scenario as a graph: what the file was understood to say, for machines. `hiaat check` reads it too."""

import pyoxigraph as ox

from hiaat.scenario import Scenario


def scenario_graph(scenario: Scenario) -> dict[ox.NamedNode, set[ox.Triple]]:
    """The triples of a scenario, in a graph of its own."""
    return {ox.NamedNode(f"{scenario.iri.value}/graph"): set(scenario.triples)}

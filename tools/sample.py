"""Draw statements and norms by a seed, to be read again against the text of their source: python tools/sample.py SEED.

The same seed draws the same ones from the same knowledge: sixty statements and forty norms. See docs/truth.md.
"""

import random
import sys

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import h
from hiaat.reading import Library, load

STATEMENTS, NORMS = 60, 40


def drawn(library: Library, seed: int) -> tuple[list[str], list[str]]:
    """The IRIs of statements and norms, each in order."""
    choose = random.Random(seed)
    statements = sorted(node.value for node in library.of_type(h("Statement")))
    norms = sorted({node.value for node, _ in library.graph.pairs(h("basedOn")) if isinstance(node, NamedNode)})
    return sorted(choose.sample(statements, STATEMENTS)), sorted(choose.sample(norms, NORMS))


if __name__ == "__main__":
    for part in drawn(load(), int(sys.argv[1])):
        print(*part, sep="\n")
        print()

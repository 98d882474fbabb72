"""Whatever a test of this folder judges, a second engine must derive too, and what is undetermined must say what to ask.

Both are told apart from what the test is about, as an error after it. The second engine takes most of the time: it looks
at one test in thirty-two, always the same ones, and at all of them with HIAAT_WITNESS=all, as in `make slow`.
"""

import os
import zlib
from collections.abc import Iterator, Sequence

import pyoxigraph as ox
import pytest
from tests.engines.witness import engines
from tests.findings.unasked import unasked
from tests.toy.seen import judge

from hiaat.engines import Assessment, Derived
from hiaat.engines.fast import FastEngine
from hiaat.knowledge.terms import h

ALL = os.environ.get("HIAAT_WITNESS") == "all"
ONE_IN = 32


@pytest.fixture(autouse=True)
def _witnessed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    runs: list[tuple[Sequence[ox.Triple], Assessment, Derived]] = []
    derive = FastEngine.derive

    def recorded(engine: FastEngine, scenario: Sequence[ox.Triple], assessment: Assessment) -> Derived:
        made = derive(engine, scenario, assessment)
        runs.append((scenario, assessment, made))
        return made

    monkeypatch.setattr(FastEngine, "derive", recorded)
    yield
    for scenario, assessment, made in runs:
        if any(triple.predicate == h("unsettled") for triple in made.triples):
            continue  # refused, so it may differ: some engines go on until nothing is added
        assert unasked(made.triples) == set(), "undetermined, and nothing to ask"
        if not ALL and zlib.crc32(request.node.nodeid.encode()) % ONE_IN:
            continue
        assert engines(judge())["shifty"].derive(scenario, assessment).lines == made.lines, "shifty derives otherwise"

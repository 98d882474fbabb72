"""Whatever is generated is told in whole sentences: nothing breaks, and nothing internal shows, though nobody wrote it."""

import json
import re
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.explain.told import LANGUAGES
from tests.generated.bodies import BODIES
from tests.generated.reached import MOST, chosen
from tests.generated.scenarios import seeded
from tests.generated.world import World, plain
from tests.reports.test_identifiers import INTERNAL, texts

from hiaat.explain import explain
from hiaat.judging import Judged
from hiaat.reports import FORMATS, Case, Report

MANY = 150  # more of each body, in the slow set
BROKEN = re.compile(r"[{}\[\]]|\(\)|\s\s|,,|\.\.")
SOME = [*chosen(), *(seeded(BODIES[seed % 3], 30_000 + seed) for seed in range(12))]


def judged(world: World, folder: Path) -> Judged:
    """As a user has it: read from a file, on its day."""
    judge, file = world.body.judge, plain(world, folder)
    return judge.judge(
        judge.read(file),
        date.fromordinal(world.day),
        world.perspective.value.rsplit("#")[-1],
        date.fromordinal(world.known),
    )


def tell(world: World, folder: Path) -> None:
    """Explanation and reports in both languages, looked through."""
    here, about = world.body.judge.knowledge, judged(world, folder)
    for language in LANGUAGES:
        said = explain(about, here.words, language)
        for one in said.sentences():
            assert one.facts or one == said.disclaimer, one.text
            assert not BROKEN.search(one.text), one.text
        found = {finding.iri: finding for finding in about.judgement.findings}
        titles = [(str(one.title), found[one.finding].situation) for one in said.findings]
        assert len(set(titles)) == len(titles), titles
        report = Report((Case(about, here, language),), here, language)
        assert json.loads(FORMATS["json"].render(report))
        assert list(ox.parse(FORMATS["turtle"].render(report), format=ox.RdfFormat.TURTLE))
    written = texts(about, here)
    assert [line for line in written.splitlines() if INTERNAL.search(line)] == []


@pytest.mark.parametrize("world", SOME, ids=lambda world: world.about)
def test_what_is_generated_is_told_in_whole_sentences(world: World, tmp_path: Path) -> None:
    tell(world, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", BODIES)
def test_much_of_what_is_generated_is(name: str, tmp_path: Path) -> None:
    for seed in range(40_000, 40_000 + MANY):
        tell(seeded(name, seed, MOST), tmp_path)

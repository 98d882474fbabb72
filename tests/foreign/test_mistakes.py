"""A body of knowledge with a mistake in it says which, where; a norm of one word is told like any other."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hiaat.errors import KnowledgeError
from hiaat.explain import explain
from hiaat.judging import Judge

HERE = Path(__file__).parent
SCENARIO = HERE / "scenarios" / "s02_notice_and_successor" / "scenario.yaml"
Changed = Callable[[str, str, str], Judge]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The judge of the polder with one change in one of its files."""

    def judge(name: str, pattern: str, new: str) -> Judge:
        folder = tmp_path / "polder"
        shutil.copytree(HERE / "polder", folder)
        file = folder / name
        text, count = re.subn(pattern, new, file.read_text("utf-8"))
        assert count
        file.write_text(text, "utf-8")
        return Judge(folders=[folder])

    return judge


def test_what_is_no_date_is_told_with_its_file_its_norm_and_the_value(changed: Changed) -> None:
    judge = changed("norms.ttl", '(?s)(plicht_waterschap .*?)h:validFrom "[^"]*"', r'\1h:validFrom "0000-01-01"')
    with pytest.raises(KnowledgeError) as wrong:
        judge.judge(judge.read(SCENARIO))
    assert re.search(
        "norms.ttl: https://example.org/polder/norm/plicht_waterschap: '0000-01-01' .h:validFrom. is no date",
        str(wrong.value),
    )


def test_without_a_perspective_that_hears_everybody_it_is_told_that_one_is_needed(changed: Changed) -> None:
    judge = changed("world.ttl", "h:hearsEvery true ;", "")
    with pytest.raises(KnowledgeError, match=r"h:hearsEvery true.* --perspective; there are: alleen_wet, iedereen"):
        judge.judge(judge.read(SCENARIO))
    assert judge.judge(judge.read(SCENARIO), perspective="alleen_wet").judgement.cells


def test_what_a_norm_says_in_one_word_is_told(changed: Changed) -> None:
    judge = changed("norms.ttl", 'h:says "[^"]*"@nl', 'h:says "moet"@nl')
    said = explain(judge.judge(judge.read(SCENARIO)), judge.knowledge.words, "nl")
    told = [str(one) for finding in said.findings for part in finding.paragraphs for one in part.all_sentences()]
    assert any(re.match(r"Volgens [^.]* moet [^.]* \(", one) for one in told)

"""Other situations, every kind of finding, and bodies of knowledge that share only the core with care."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal
from tests.explain.told import LANGUAGES, text
from tests.explain.told import judge as judge_of_care
from tests.explain.words import care_words, hits

from hiaat.explain import Explanation, explain
from hiaat.judging import Judge
from hiaat.knowledge.terms import h
from hiaat.scenario.messages import Language

TESTS = Path(__file__).parents[1]
WORLDS = {"kinds": TESTS / "toy" / "world", "foreign": TESTS / "foreign" / "polder"}
FILES = sorted(
    [
        *TESTS.glob("kinds/*/*.yaml"),
        *TESTS.glob("foreign/scenarios/*/scenario.yaml"),
        *TESTS.glob("cases/*/scenario.yaml"),
    ]
)
languages = pytest.mark.parametrize("language", LANGUAGES)
files = pytest.mark.parametrize("file", FILES, ids=lambda file: "-".join(file.relative_to(TESTS).parts))


@cache
def judge(sort: str) -> Judge:
    return Judge(folders=[WORLDS[sort]]) if sort in WORLDS else judge_of_care()


@cache
def told(file: Path, language: Language) -> Explanation:
    here = judge(file.relative_to(TESTS).parts[0])
    return explain(here.judge(here.read(file)), here.knowledge.words, language)


@files
@languages
def test_everything_that_is_found_is_told_in_whole_sentences_with_their_facts(file: Path, language: Language) -> None:
    said = told(file, language)
    for one in said.sentences():
        assert one.facts or one == said.disclaimer, one.text
        assert not re.search(r"[{}\[\]]|https?://|\(\)|\s\s|,,|\.\.", one.text), one.text


@files
@languages
def test_nothing_is_told_twice_of_a_party(file: Path, language: Language) -> None:
    for bullet in (one for part in told(file, language).paragraphs() for one in part.bullets):
        said = [one.text.casefold() for one in bullet.sentences]
        assert len(set(said)) == len(said), bullet


@files
@languages
def test_no_two_findings_have_the_same_title(file: Path, language: Language) -> None:
    titles = [str(one.title) for one in told(file, language).findings]
    assert len(set(titles)) == len(titles)


@files
def test_a_foreign_body_of_knowledge_is_told_without_a_word_of_care(file: Path) -> None:
    sort = file.relative_to(TESTS).parts[0]
    if sort not in WORLDS:
        return
    own = {
        value.value.casefold()
        for _, value in judge(sort).knowledge.words.pairs(h("says"))
        if isinstance(value, Literal)
    }
    words = {word for word in care_words(judge_of_care().knowledge.words) if len(word.split()) > 1}
    said = " ".join(text(one) for one in told(file, "nl").findings)
    assert [word for word in hits(said, words) if not any(word in says for says in own)] == []


def test_titles_tell_findings_of_one_judgement_apart() -> None:
    file = TESTS / "cases" / "vorm-onbekend" / "scenario.yaml"
    titles = [one.title.text for one in told(file, "nl").findings]
    assert len(set(titles)) == len(titles)


def test_what_is_not_known_of_a_situation_is_named() -> None:
    file = TESTS / "cases" / "vorm-onbekend" / "scenario.yaml"
    assert "Wat geldt voor mevrouw Vos: leveringsvorm? Daarvan hangt af welke regels gelden." in text(told(file, "nl"))


def test_a_settled_contest_does_not_say_that_nobody_took_it_on() -> None:
    said = text(told(TESTS / "kinds" / "Contested" / "settled.yaml", "en").findings[0])
    assert "nobody" not in said


def test_a_norm_without_a_clause_is_told_by_its_name() -> None:
    said = text(told(TESTS / "kinds" / "BeyondCompetence" / "example.yaml", "en"))
    assert "Village council has a rule on this: " in said


def test_explaining_does_not_load_rdflib() -> None:
    code = "import sys, hiaat.explain; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("word", ["phrase", "apposition", "formerPhrase", "performerPhrase", "doesPhrase", "says"])
def test_what_the_explanation_says_of_a_thing_it_says_in_both_languages(word: str) -> None:
    said: dict[str, set[str | None]] = {}
    for subject, value in judge_of_care().knowledge.words.pairs(h(word)):
        if isinstance(value, Literal):
            said.setdefault(str(subject), set()).add(value.language)
    assert [subject for subject, found in said.items() if found != set(LANGUAGES)] == []

"""The keys of a file are said back in the language in which it has them, whatever language is spoken."""

import re
from pathlib import Path

import pytest

from hiaat.knowledge.body import core_files, parse_files
from hiaat.knowledge.graph import Graph
from hiaat.scenario import InputErrors, Scenario, Words
from hiaat.scenario.messages import Language
from hiaat.scenario.reader import read_text

PAGE = Path(__file__).parents[2] / "docs" / "own-knowledge.md"
BODY, DUTCH = (block for _, block in re.findall(r"```(turtle|yaml)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[:2])
TRANSLATED = {
    "titel": "title",
    "peildatum": "as of",
    "huis": "home",
    "bewoners": "residents",
    "partijen": "parties",
    "afspraken": "agreements",
    "naam": "name",
    "soort": "kind",
    "aantal": "number",
    "vanaf": "from",
    "tussen": "between",
    "wanneer": "when",
}
ENGLISH = re.sub(r"\w+(?=:)", lambda key: TRANSLATED.get(key[0], key[0]), DUTCH)


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """The core and the body of the page."""
    return Words(graph(tmp_path, BODY))


def graph(folder: Path, body: str) -> Graph:
    file = folder / "keys.ttl"
    file.write_text(body, "utf-8")
    return parse_files([*core_files(), file])


def said(text: str, words: Words, language: Language) -> set[str]:
    return {key for told in scenario(text, words, language).understood.understood for key, _ in told.facts}


def scenario(text: str, words: Words, language: Language = "nl") -> Scenario:
    return read_text(text.encode(), "school.yaml", words, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_keys_are_said_back_as_the_file_has_them(language: Language, words: Words) -> None:
    assert said(DUTCH, words, language) >= {"soort", "aantal", "vanaf", "wanneer", "own school", "building"}
    assert said(ENGLISH, words, language) >= {"kind", "number", "from", "when", "own school", "building"}
    assert not said(ENGLISH, words, language) & set(TRANSLATED)


def test_one_key_in_english_makes_no_english_file(words: Words) -> None:
    assert "aantal" in said(DUTCH.replace("titel:", "title:"), words, "en")


def test_what_is_valid_is_told_in_the_language_of_the_file(words: Words) -> None:
    for text, valid in ((DUTCH, "geopend"), (ENGLISH, "opened")):
        with pytest.raises(InputErrors) as wrong:
            scenario(text.replace("own school:", "own schol:"), words, "en")
        (error,) = wrong.value.errors
        assert valid in error.valid
        assert "own school" in error.valid


def test_things_are_named_the_same_in_either_language(words: Words) -> None:
    english, dutch = ({one.subject for one in scenario(text, words).triples} for text in (ENGLISH, DUTCH))
    assert english == dutch


def test_a_key_of_the_core_is_told_apart_from_an_own_one(tmp_path: Path) -> None:
    words = Words(graph(tmp_path, BODY.replace('skos:notation "own school"', 'skos:notation "from"')))
    with pytest.raises(InputErrors) as wrong:
        scenario(ENGLISH, words, "en")
    error = next(one for one in wrong.value.errors if "can be two things" in one.problem)
    assert set(error.valid) == {"from", "vanaf"}

"""What would be valid is told in the language of the reader, each choice once, or where all of them are."""

import pytest
from tests.scenario.conftest import HOME

from hiaat.errors import InputError
from hiaat.scenario import InputErrors, Words, read_text
from hiaat.scenario.messages import Language


def mistake(below: str, words: Words, language: Language = "nl", home: str = HOME) -> InputError:
    with pytest.raises(InputErrors) as found:
        read_text((home + below).encode(), "huis.yaml", words, language)
    return found.value.errors[0]


TERM = "afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde], opzegtermijn: drie maanden}\n"


@pytest.mark.parametrize(
    ("language", "forms"),
    [("nl", ("2 dagen", "2 maanden", "2 weken")), ("en", ("2 days", "2 months", "2 weeks"))],
)
def test_forms_of_a_term_are_told_once_in_one_language(words: Words, language: Language, forms: tuple[str]) -> None:
    assert mistake(TERM, words, language).valid == forms


def test_words_of_another_language_are_told_only_if_they_are_very_near(words: Words) -> None:
    wrong = mistake("  Mr. Jansen: monitor\n", words)
    assert wrong.valid == (), "'doctor' looks like it, and is English"
    assert wrong.problem.endswith('alle woorden: hiaat words "soort partij"')
    assert "general practice" in mistake("  Praktijk Kust: generl practice\n", words).valid
    assert mistake("  Praktijk Kust: huisartspraktijk\n", words).valid[0] == "huisartsenpraktijk"


@pytest.mark.parametrize(
    ("below", "sort"),
    [
        ("  Kliniek Oost: kliniek\n", "soort partij"),
        ("afspraken: {soort: overgangsregeling, tussen: [Dr. B, De Linde]}\n", "soort afspraak"),
        ("aanbod: {wie: Dr. B, wat: xyz}\n", "functie"),
    ],
)
def test_where_there_are_many_words_it_is_told_what_lists_them(words: Words, below: str, sort: str) -> None:
    assert f'hiaat words "{sort}"' in mistake(below, words).problem


def test_a_characteristic_with_many_words_points_to_them_too(words: Words) -> None:
    home = HOME.replace("VV5", "GGZ-B3")
    assert 'hiaat words "zorgprofiel"' in mistake("", words, home=home).problem


def test_where_there_are_few_words_they_are_all_told(words: Words) -> None:
    wrong = mistake("toestand: {wie: Dr. B, is: surseance}\n", words)
    assert "hiaat words" not in wrong.problem
    assert set(wrong.valid) == {"er niet meer", "failliet", "onbekwaam", "vol", "ziek"}

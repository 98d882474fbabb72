import pytest

from hiaat.errors import KnowledgeError
from hiaat.explain.template import Template


def filled(text: str, **values: str) -> str:
    return Template("test", text).fill(values)


def test_a_slot_is_filled_and_a_slot_with_a_capital_gets_one() -> None:
    assert filled("{Party} and {party}.", party="the owner") == "The owner and the owner."


def test_what_stands_in_brackets_goes_where_its_slot_is_empty() -> None:
    assert filled("In {place}[ since {year}].", place="town", year="") == "In town."
    assert filled("In {place}[ since {year}].", place="town", year="2020") == "In town since 2020."


def test_a_bracket_with_two_slots_needs_both() -> None:
    assert filled("It[ is {one} {two}].", one="a", two="") == "It."


def test_the_comma_after_an_apposition_goes_before_a_stop_or_bracket() -> None:
    assert filled("{voice} ({cites}).", voice="the board, our union,", cites="B1") == "the board, our union (B1)."
    assert filled("{voice}.", voice="the board, our union,") == "the board, our union."


def test_an_empty_slot_outside_brackets_is_an_error_that_names_sentence_and_slot() -> None:
    with pytest.raises(KnowledgeError, match=r"'test'.*'Party'"):
        filled("{Party} must.")


def test_its_slots_are_named_as_they_are_filled() -> None:
    assert Template("test", "{Party} [in {place}]").slots == {"party", "place"}

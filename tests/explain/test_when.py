"""Who took the work on without saying when, and a group that is called by the word for all such groups."""

import pytest
from tests.explain.told import tell, text

from hiaat.bundle import root
from hiaat.scenario.messages import Language

FILE = root() / "tests" / "cases" / "pgb-zonder-uren" / "scenario.yaml"


def nursing(language: Language, of: str = "bewoners") -> str:
    """The gap in nursing where a carer on a budget agreed no hours."""
    file = FILE.read_text("utf-8").replace("naam: bewoners", f"naam: {of}").replace("[bewoners,", f"[{of},")
    said = map(text, tell(file, language).findings)
    return next(one for one in said if "verpleging en verzorging" in one or "nursing and personal care" in one)


def test_who_agreed_no_hours_is_not_said_not_to_do_it() -> None:
    assert "De Hoek zelf: moet het regelen, en doet dit werk wel eens; wanneer, is niet afgesproken." in nursing("nl")
    assert "De Hoek itself: must arrange it, and does this work at times; when, was not agreed." in nursing("en")


@pytest.mark.parametrize(("of", "group"), [("bewoners", True), ("mevrouw Jansen", False)])
def test_residents_of_whom_no_number_is_told_are_a_group_if_they_are_called_residents(of: str, group: bool) -> None:
    dutch, english = nursing("nl", of), nursing("en", of)
    assert ("De groep" in dutch, "The group" in english) == (group, group)
    assert ("Mevrouw Jansen heeft" in dutch) is not group

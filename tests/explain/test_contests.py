"""What is contested is told as that: with whom it lies, or who lays it on whom and who denies it."""

import pytest
from tests.explain.test_wording import toy
from tests.explain.told import text

POINTING = """parties: {Jans: fitter, Kees: fitter, Board: water board}
claims:
  - {date: 2024-05-01, who: Board, says: is the task of Jans, about: inspection}
  - {date: 2024-05-02, who: Jans, says: is not my task, about: inspection}
  - {date: 2024-05-03, who: Kees, says: is the task of Board, about: inspection}
"""


def test_of_a_gap_it_is_told_who_lays_it_on_whom_and_who_denies() -> None:
    (dutch,) = [one for one in toy(POINTING, "nl").findings if one.kind == "Contested"]
    assert str(dutch.title) == (
        "In High Street heeft niemand controle op zich genomen, en partijen zijn het niet eens over wie dat moet doen."
    )
    (part,) = [part for part in dutch.paragraphs if part.key == "dispute"]
    assert part.heading == "Wie legt dit bij wie, en wie zegt van niet?"
    said = list(map(str, part.sentences))
    assert said == [
        "Kees zegt dat controle een taak is van Board (toy.yaml regel 8).",
        "Board zegt dat controle een taak is van Jans (toy.yaml regel 6).",
        "Jans zegt dat controle niet de eigen taak is (toy.yaml regel 7).",
    ]
    (english,) = [one for one in toy(POINTING, "en").findings if one.kind == "Contested"]
    assert "and parties do not agree on who must." in str(english.title)
    assert "Board says that inspection is a task of Jans (toy.yaml line 6)." in text(english)


@pytest.mark.parametrize("line", POINTING.splitlines()[2:])
def test_of_a_claim_that_nobody_denies_no_dispute_is_told(line: str) -> None:
    said = toy("\n".join([*POINTING.splitlines()[:2], line]) + "\n", "nl").findings
    assert not [part for one in said for part in one.paragraphs if part.key == "dispute"]

"""What a party took on from a day after the day judged is told with that day: it is not there yet, and it is coming."""

import pytest
from tests.explain.test_wording import toy
from tests.explain.told import text

LATER = """parties: {Jans: fitter, Shops: shop association}
engagements: [{who: WHO, what: WHAT, kind: KIND, from: FROM}]
"""


def later(who: str, kind: str, since: str = "2024-07-01", what: str = "inspection") -> tuple[str, str]:
    """What is said of gaps in that kind of responsibility, in Dutch and in English."""
    told = LATER.replace("WHO", who).replace("KIND", kind).replace("FROM", since).replace("WHAT", what)
    dutch, english = toy(told, "nl"), toy(told, "en")
    return " ".join(map(text, dutch.findings)), " ".join(map(text, english.findings))


@pytest.mark.parametrize(
    ("since", "dutch", "english"), [("2024-07-01", "1 juli 2024", "1 July 2024"), ("2024-07", "juli 2024", "July 2024")]
)
def test_who_can_do_it_and_takes_it_on_later_is_told_with_the_day(since: str, dutch: str, english: str) -> None:
    said = later("Jans", "performance", since)
    assert (
        f"Jans: kan dit soort werk doen, maar heeft het hier nog niet op zich genomen. Neemt controle op zich vanaf "
        f"{dutch} (toy.yaml regel 5). Dat is na de dag waarop is bekeken." in said[0]
    )
    assert f"has not taken it on here yet. Takes on inspection from {english} on (toy.yaml line 5)." in said[1]


def test_who_is_in_view_for_nothing_else_is_told_too() -> None:
    """A shop association cannot do it."""
    said = later("Shops", "performance")
    assert "Shops: neemt controle op zich vanaf 1 juli 2024" in said[0]


@pytest.mark.parametrize("since", ["2024-06-15", "2020-01-01"])
def test_of_what_has_begun_nothing_is_told_as_coming(since: str) -> None:
    assert "vanaf" not in later("Jans", "performance", since)[0]


def test_nor_is_other_work_told() -> None:
    assert "Neemt" not in later("Jans", "performance", what="greasing")[0]

"""Since when a limit bites whose exception ended: in the part of the year that the exception was about, and in no other."""

import pytest
from tests.toy.seen import Seen, village
from tests.toy.street import place

MASTER = "parties: {Anna: master fitter, Jans: fitter}\n"


def by_the_fen(what: str, text: str, as_of: str) -> Seen:
    """A street where something is needed all year, that masters may do in winter and other fitters never."""
    needs = f"{{what: {what}, when: all year, from: 2021-01-01}}"
    return village(place("fen", needs) + MASTER + text, as_of=as_of)


def fished(what: str, as_of: str = "2024-06-15") -> Seen:
    """A master took it on for all of the year."""
    taken = f"engagements: [{{who: Anna, what: {what}, kind: performance, when: all year, from: 2021-01-01}}]\n"
    return by_the_fen(what, taken, as_of)


@pytest.mark.parametrize(
    ("as_of", "winter", "summer"),
    [
        ("2024-03-31", None, "2021-01-01"),
        ("2024-04-01", "2024-04-01", "2021-01-01"),
        ("2025-01-01", "2024-04-01", "2021-01-01"),
    ],
)
def test_where_it_was_never_lifted_it_bites_from_the_start(as_of: str, winter: str | None, summer: str) -> None:
    seen = fished("angling", as_of)
    assert seen.verdict("angling", window="winter") == ("Gap BeyondCompetence" if winter else "Held")
    assert str(seen.since("angling", window="summer")) == summer
    if winter:
        assert str(seen.since("angling", window="winter")) == winter


def test_what_may_no_longer_be_lifted_is_in_doubt_since_then() -> None:
    seen = fished("baiting")
    assert (seen.verdict("baiting", window="winter"), seen.verdict("baiting", window="summer")) == (
        "Undetermined",
        "Gap BeyondCompetence",
    )
    assert (str(seen.since("baiting", window="winter")), str(seen.since("baiting", window="summer"))) == (
        "2024-06-02",
        "2021-01-01",
    )


@pytest.mark.parametrize("what", ["angling", "baiting"])
def test_who_could_do_it_is_told_with_a_limit_only_where_that_is_not_lifted(what: str) -> None:
    seen = by_the_fen(what, "", "2024-03-01")
    limit = f"fitter-no-{what}"
    assert {who: ground for who, (_, ground) in seen.misses(what, "summer").items()} == {"Anna": limit, "Jans": limit}
    assert {who: ground for who, (_, ground) in seen.misses(what, "winter").items()} == {"Anna": "Anna", "Jans": limit}

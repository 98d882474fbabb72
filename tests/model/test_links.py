"""What a statement on which no norm rests is evidence of: links that were read again."""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]


@cache
def evidenced() -> dict[str, set[str]]:
    """Of each statement the norms, conditions and kinds of finding that it shows something of."""
    store = Store()
    for path in sorted(ROOT.glob("data/sources/*/links.ttl")):
        store.load(path=str(path), format=RdfFormat.TURTLE)
    found: dict[str, set[str]] = {}
    for quad in store:
        if quad.predicate.value.endswith("#evidences"):
            names = (str(one).strip("<>").rsplit("/", 1)[-1] for one in (quad.subject, quad.object))
            found.setdefault(next(names), set()).update(names)
    return found


@pytest.mark.parametrize("number", ["047", "048", "052", "053"])
def test_following_the_terms_of_another_insurer_is_contracting(number: str) -> None:
    """The letter: each insurer decides for itself to follow, which is no mandate to buy for all."""
    assert evidenced()[f"BT18-{number}"] == {"zvw-11-wijkverpleging"}


def test_following_terms_in_gp_care_is_contracting_gp_care() -> None:
    assert evidenced()["BT18-049"] == {"zvw-11"}


@pytest.mark.parametrize("number", ["113", "114"])
def test_rules_that_hinder_new_organisations_are_those_on_paying_and_buying(number: str) -> None:
    """The letter names both as the barriers (KB19B-115, -116)."""
    assert evidenced()[f"KB19B-{number}"] == evidenced()["KB19B-115"] | evidenced()["KB19B-116"]


def test_a_duty_of_care_that_does_not_suffice_is_that_of_office_and_insurer() -> None:
    """Care offices and insurers say it of their own duties (KB19B-076 to -078)."""
    assert evidenced()["KB19B-078"] < evidenced()["KB19B-082"]

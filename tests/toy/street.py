"""One street and the people about it, for tests that tell the rest in a line or two."""

from tests.toy.seen import Seen, village

CREW = "parties: {Jans: fitter, Kees: fitter, Board: water board, Red: fire brigade, Shops: shop association}\n"


def place(ground: str, needs: str, since: str = "2020-01-01") -> str:
    """The street of a file: on what ground, and what is needed there."""
    return f"streets: [{{name: Street, from: {since}, ground: {ground}, needs: {needs}}}]\n"


def street(
    text: str,
    needs: str = "{what: inspection}",
    ground: str = "green",
    *,
    since: str = "2020-01-01",
    as_of: str = "2024-06-15",
) -> Seen:
    """The street and the people, with what the text tells, judged."""
    return village(place(ground, needs, since) + CREW + text, as_of=as_of)


def step(told: str) -> str:
    """One event of a file."""
    return f"events: [{{{told}}}]\n"

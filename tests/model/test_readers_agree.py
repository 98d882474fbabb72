"""Two readers made the same of a statement often enough: what docs/truth.md says, counted from their tables."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "agreement"
FIELDS = ("class", "bearer", "function", "kind")
ROUNDS = (1, 2)
Row = dict[str, str]


def read(turn: int, reader: int) -> dict[str, Row]:
    with (FOLDER / f"round-{turn}-reader-{reader}.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def agreement(turn: int) -> dict[str, float]:
    """For each field, on how large a part they agree; on another field than the class only if they agree on that too."""
    one, other = read(turn, 1), read(turn, 2)
    assert one.keys() == other.keys()
    alike = [
        [row["class"] == other[i]["class"] and row[field] == other[i][field] for field in FIELDS]
        for i, row in one.items()
    ]
    return {field: sum(row[n] for row in alike) / len(alike) for n, field in enumerate(FIELDS)}


def line(turn: int) -> str:
    return f"| {turn} | " + " | ".join(f"{agreement(turn)[field]:.2f}" for field in FIELDS) + " |"


@pytest.mark.parametrize("turn", ROUNDS)
def test_each_round_has_thirty_statements(turn: int) -> None:
    assert len(read(turn, 1)) == 30


def test_no_statement_is_in_two_rounds() -> None:
    assert not read(1, 1).keys() & read(2, 1).keys()


def test_the_last_round_agrees_on_enough() -> None:
    assert min(agreement(ROUNDS[-1]).values()) >= 0.85


def test_the_page_says_so() -> None:
    told = (ROOT / "docs" / "truth.md").read_text("utf-8")
    assert told.split("<!-- agreement -->\n")[1].split("<!-- end")[0].splitlines() == [line(turn) for turn in ROUNDS]

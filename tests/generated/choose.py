"""How a generated scenario makes its choices: by Hypothesis, that shrinks them, or by a seed, that repeats them.

A generator says `one`, `some`, `number` or `chance`, and does not know which of the two answers. What stands first is the
plainest: to that Hypothesis shrinks.
"""

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Choose(Protocol):
    """Where choices come from."""

    def number(self, most: int) -> int:
        """A whole number from 0 to `most`."""
        ...


class Drawn:
    """Choices that Hypothesis makes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, most: int) -> int:
        """Shrinks to 0."""
        return self._draw(st.integers(0, most)) if most else 0


class Seeded:
    """Choices that follow from a seed: the same ones every time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def number(self, most: int) -> int:
        """Any of them alike."""
        return self._random.randint(0, most)


def one(choose: Choose, options: Sequence[T]) -> T:
    """One of the options."""
    return options[choose.number(len(options) - 1)]


def some(choose: Choose, options: Sequence[T], most: int) -> list[T]:
    """At most so many of the options, each once."""
    left, found = list(options), list[T]()
    count = choose.number(min(most, len(left)))
    while len(found) < count:
        found.append(left.pop(choose.number(len(left) - 1)))
    return found


def chance(choose: Choose, percent: int) -> bool:
    """True so often; it shrinks to False."""
    return choose.number(99) >= 100 - percent


def weighed(choose: Choose, options: Sequence[tuple[int, T]]) -> T:
    """One of the options, by weight."""
    left = choose.number(sum(weight for weight, _ in options) - 1)
    for weight, option in options:
        if left < weight:
            return option
        left -= weight
    raise AssertionError("weights add up")

"""Dates as day numbers, and vague dates as intervals.

Rules compare whole numbers only (`date.toordinal`), and tell sure from possible by four of them: a thing possibly
counts from the first to the last, surely from the second to the third.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hiaat.knowledge import days

FIRST, LAST = days.FIRST_DAY, days.LAST_DAY
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")

Interval = tuple[int, int]
"""The first and the last day that a written date can mean."""

UNKNOWN: Interval = (FIRST, LAST)


@dataclass(frozen=True, slots=True)
class Period:
    """When something counts: possibly from `earliest` to `latest`, surely from `begin` to `end`."""

    earliest: int = FIRST
    begin: int = FIRST
    end: int = LAST
    latest: int = LAST

    def is_possible(self) -> bool:
        """Whether there is a day on which it can count at all."""
        return self.earliest <= self.latest


def interval(text: str) -> Interval | None:
    """`2024-06-15` is one day, `2024-06` any day of that month; anything else is no date."""
    if not WRITTEN.fullmatch(text):
        return None
    try:
        return days.interval(text)
    except ValueError:
        return None


def period(start: Interval | None = None, end: Interval | None = None) -> Period:
    """The days between two written dates, both included; none written is open."""
    earliest, begin = start or (FIRST, FIRST)
    last_sure, latest = end or (LAST, LAST)
    return Period(earliest, begin, last_sure, latest)


def add_months(day: int, months: int) -> int:
    """The same day of a later month, or the last of it if there is none."""
    start = date.fromordinal(day)
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > date.max.year:
        return LAST
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def written(day: int) -> str:
    """A day number as people write it."""
    return date.fromordinal(day).isoformat()

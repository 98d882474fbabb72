"""Dates as day numbers, so that rules only compare. Day 1 is 0001-01-01; a month is an interval of days."""

import calendar
from datetime import date

FIRST_DAY = 1
LAST_DAY = date(9999, 12, 31).toordinal()


def interval(text: str) -> tuple[int, int]:
    """First and last day that `2024-06-15`, `2024-05` or `2024` can mean. ValueError if it is no date."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = date(*parts).toordinal()
        return day, day
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
    if len(parts) == 1 and len(text) == 4:
        return date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal()
    raise ValueError(text)


def four_days(first: str | None, last: str | None) -> tuple[int, int, int, int]:
    """From `first` until `last`: earliest, surely from, surely until and latest day; None is open."""
    earliest, surely_from = interval(first) if first else (FIRST_DAY, FIRST_DAY)
    surely_until, latest = interval(last) if last else (LAST_DAY, LAST_DAY)
    return earliest, surely_from, surely_until, latest

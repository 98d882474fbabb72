"""Day numbers, intervals and terms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiaat.scenario.dates import FIRST, LAST, UNKNOWN, Period, add_months, interval, period, written


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_a_day_and_a_month() -> None:
    assert interval("2024-06-15") == (day("2024-06-15"), day("2024-06-15"))
    assert interval("2024-02") == (day("2024-02-01"), day("2024-02-29"))


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-13",
        "2024-02-30",
        "0000-01-01",
        "15-06-2024",
        "20240615",
        "2024-6-15",
        "2024-06-15T00:00",
        "\u0662024-06-15",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert interval(text) is None


def test_open_unknown_and_vague_periods() -> None:
    assert period() == Period(FIRST, FIRST, LAST, LAST)
    assert period(UNKNOWN, None) == Period(FIRST, LAST, LAST, LAST)
    assert period(interval("2024-05"), interval("2024-05")) == Period(
        day("2024-05-01"), day("2024-05-31"), day("2024-05-01"), day("2024-05-31")
    )


def test_period_that_cannot_be() -> None:
    assert not period(interval("2024-06"), interval("2024-05")).is_possible()
    assert period(interval("2024-05"), interval("2024-05")).is_possible()


def test_term_of_months_ends_on_the_last_day_there_is() -> None:
    assert written(add_months(day("2024-01-31"), 1)) == "2024-02-29"
    assert written(add_months(day("2023-11-15"), 2)) == "2024-01-15"
    assert add_months(LAST, 12) == LAST


@given(st.dates())
def test_a_day_is_written_as_it_was_read(some: date) -> None:
    read = interval(some.isoformat())
    assert read is not None
    assert written(read[0]) == some.isoformat()

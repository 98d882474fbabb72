"""The smallest example of each place where a property is known not to hold (`known.py`): these are expected to fail."""

import pytest
from tests.toy.seen import village

SUSPENDED = """
parties: {Jans: fitter}
events: [{date: 2024-05-20, who: the province, what: suspended, to: Jans, first day: 2024-06-01, last day: 2024-06-30}]
"""
LATER = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2024-09-01}]\n"
NEED = "{what: inspection}"


@pytest.mark.xfail(strict=True, reason="rule:engagement-suspended ends what has not begun: the gap is told as Lapsed")
def test_who_is_suspended_loses_nothing_that_begins_after_the_day() -> None:
    before, after = village(SUSPENDED, needs=NEED), village(SUSPENDED + LATER, needs=NEED)
    assert before.verdict("inspection") == "Gap Vacuum"
    assert after.verdict("inspection") == before.verdict("inspection")
    assert after.since("inspection") == before.since("inspection")

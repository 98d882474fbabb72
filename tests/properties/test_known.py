"""The smallest example of each place where a property is known not to hold (`known.py`): these are expected to fail."""

import pytest
from tests.toy.seen import village

NEED = "{what: inspection}"
CHAIN = """
parties: {Jans: fitter, Kees: fitter, Piet: fitter}
engagements:
  - {who: Kees, what: inspection, kind: performance, on behalf of: Jans, from: 2020-01-01}
  - {who: Piet, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}
"""
LINK = "  - {who: Jans, what: inspection, kind: performance, on behalf of: THIRD, from: 2021-01-01}\n"


@pytest.mark.xfail(
    strict=True, reason="the model contradicts itself: a chain that ends nowhere cuts off who was held before"
)
@pytest.mark.parametrize("third", ["Piet", "Kees"], ids=["a third that is bound no longer", "a circle"])
def test_what_a_principal_takes_on_for_another_never_opens_what_is_held(third: str) -> None:
    assert village(CHAIN, needs=NEED).verdict("inspection") == "Held"
    assert village(CHAIN + LINK.replace("THIRD", third), needs=NEED).verdict("inspection") == "Held"

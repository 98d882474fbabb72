"""What is left out of `make test` is there: a name in the table that no test has would thin nothing."""

from pathlib import Path

import pytest
from tests.wide import ONE_IN, is_wide


@pytest.mark.parametrize("name", ONE_IN)
def test_a_name_of_the_table_is_that_of_a_test(name: str) -> None:
    file, _, test = name.partition("::")
    assert f"def {test}(" in (Path(__file__).parent / file).read_text(encoding="utf-8")


def test_one_in_so_many_stays_and_what_is_not_named_stays_whole() -> None:
    name, one_in = next((name, one_in) for name, one_in in ONE_IN.items() if one_in > 1)
    left = [one for one in range(1000) if not is_wide(f"tests/{name}[{one}]")]
    assert 0.7 * 1000 / one_in < len(left) < 1.3 * 1000 / one_in
    assert not is_wide("tests/test_wide.py::test_a_name_of_the_table_is_that_of_a_test[x]")

"""Many files are judged by several processes, and that shows in nothing but the time."""

import os
import signal
import sys

import pytest
from tests.cli.conftest import Run

from hiaat.bundle import root
from hiaat.cli import cores
from hiaat.cli.cores import WORTH, spread
from hiaat.errors import EngineError, HiaatError, InputError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
FILES = [root() / "data/scenarios" / name / "scenario.yaml" for name in ("a", "b", "c", "d1", "d2", "e", "f", "g")]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)


def test_what_is_given_is_in_order() -> None:
    assert spread(lambda one: one * one, 3 * WORTH, "") == [one * one for one in range(3 * WORTH)]


def test_two_processes_work_where_that_is_worth_it() -> None:
    assert len(set(spread(lambda _: os.getpid(), 2 * WORTH, "")) - {os.getpid()}) in (1, 2)
    assert set(spread(lambda _: os.getpid(), 2 * WORTH - 1, "")) == {os.getpid()}


def test_a_mistake_is_raised_as_in_one_process() -> None:
    def work(one: int) -> int:
        if one == WORTH:
            raise InputError("not so", file="a.yaml", line=3, valid=["b"])
        return one

    with pytest.raises(InputError, match=r"a\.yaml:3: not so\n  valid here: b"):
        spread(work, 2 * WORTH, "")


def test_a_process_that_the_system_ends_is_told() -> None:
    def work(one: int) -> int:
        if one == WORTH:
            os.kill(os.getpid(), signal.SIGKILL)
        return one

    with pytest.raises(EngineError, match="one is lost") as caught:
        spread(work, 2 * WORTH, "one is lost")
    assert isinstance(caught.value, HiaatError)


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_reports_are_the_same(form: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    both = run("check", *FILES, "--format", form)
    monkeypatch.setattr(cores, "cores", lambda: 1)
    assert run("check", *FILES, "--format", form) == both

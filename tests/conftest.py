"""Shared by all tests: tools from outside Python, and what happens when they are not there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.wide import is_wide

STRICT = os.environ.get("HIAAT_REQUIRE_TOOLS") == "1"
REPOSITORY = Path(__file__).parents[1]

RequireTool = Callable[[str, str], str]


@pytest.fixture
def require_tool() -> RequireTool:
    """`require_tool("rapper", "raptor2-utils")` gives the path of the program, or skips the test aloud.

    With HIAAT_REQUIRE_TOOLS=1, as in continuous integration, a missing tool fails the test.
    """

    def require(command: str, package: str) -> str:
        path = shutil.which(command)
        if path is None:
            reason = f"NOT TESTED: `{command}` is missing (Debian: apt-get install {package})"
            if STRICT:
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
        return path

    return require


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test` leaves to `make wide`."""
    for item in items:
        if is_wide(item.nodeid):
            item.add_marker(pytest.mark.wide)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With HIAAT_REQUIRE_TOOLS=1 a skipped test, for whatever reason, fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if STRICT and reporter is not None and reporter.stats.get("skipped"):
        reporter.ensure_newline()
        reporter.write_line("HIAAT_REQUIRE_TOOLS=1: a skipped test fails the run", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

"""The words of the model that ships, and ways to read a text as a scenario."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from hiaat.errors import InputError
from hiaat.knowledge.body import default_files, parse_files
from hiaat.scenario import InputErrors, Scenario, Words, read_text

Reader = Callable[[str], Scenario]
Mistakes = Callable[[str], tuple[InputError, ...]]

HOME = """\
hiaat: 1
titel: Een huis
peildatum: 2024-06-15
huis: {naam: De Linde, soort: kleinschalige woonvorm}
bewoners:
  - {naam: bewoners, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VV5}
partijen:
  Praktijk Dorp: huisartsenpraktijk
  Dr. B: specialist ouderengeneeskunde
"""


@pytest.fixture(scope="session")
def words() -> Words:
    return Words(parse_files(default_files()))


@pytest.fixture(scope="session")
def home() -> str:
    """A small valid file of nine lines, to write more below."""
    return HOME


@pytest.fixture(scope="session")
def read_yaml(words: Words) -> Reader:
    return lambda text: read_text(dedent(text).encode(), "huis.yaml", words)


@pytest.fixture(scope="session")
def mistakes(words: Words) -> Mistakes:
    """Everything that is wrong with a text; a text without mistakes gives none."""

    def find(text: str | bytes) -> tuple[InputError, ...]:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        try:
            read_text(data, "huis.yaml", words)
        except InputErrors as found:
            return found.errors
        return ()

    return find

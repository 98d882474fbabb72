"""What a query says of itself: lines that start with `#+` and are YAML together, in the style of grlc.

`summary` and `description` in both languages; `parameters`, each with what it is (`values`); `columns`, each with what
it means. Parameters are the variables of one `VALUES` block of `UNDEF`: a stock engine runs the file as it stands, with
every parameter left open, and hiaat writes terms there, never words of the user.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from hiaat.errors import KnowledgeError
from hiaat.scenario.messages import Language

MARK = "#+"
LANGUAGES: tuple[Language, ...] = ("nl", "en")
LANGUAGE = "language"  # a variable that is bound to the language of the reader
SLOTS = re.compile(r"VALUES\s*\(([^)]*)\)\s*\{\s*\(\s*UNDEF(?:\s+UNDEF)*\s*\)\s*\}")
PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
DATE = "date"

Said = Mapping[Language, str]


@dataclass(frozen=True)
class Parameter:
    """What can be filled in: its name, what it is, and which values it takes."""

    name: str
    says: Said
    values: tuple[tuple[str, tuple[str, ...]], ...]  # a sort of values, and the IRIs that it is about
    required: bool

    @property
    def is_date(self) -> bool:
        """Whether it is a day."""
        return any(sort == DATE for sort, _ in self.values)


@dataclass(frozen=True)
class Column:
    """What a variable of the answer means."""

    name: str
    says: Said


@dataclass(frozen=True)
class Question:
    """A query with what its header says; a query without header has nothing but its text."""

    name: str
    text: str
    summary: Said
    description: Said
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: str = ""
    of_scenario: bool = False  # whether it asks for what was judged of one

    @property
    def slots(self) -> tuple[str, ...]:
        """The variables that can be bound from outside."""
        found = SLOTS.search(self.text)
        return tuple(re.findall(r"\?(\w+)", found.group(1))) if found and self.parameters else ()

    def says(self, column: str, language: Language) -> str:
        """What a column is called: what the header says, or the variable itself."""
        return next((one.says.get(language, one.name) for one in self.columns if one.name == column), column)


def question(name: str, text: str, where: str = "") -> Question:
    """A query read with its header. KnowledgeError if the header is no good."""
    said = _said(text, where or name)
    prefixes = dict(PREFIX.findall(text))
    try:
        made = Question(
            name,
            text,
            _both(said.get("summary", {})),
            _both(said.get("description", {})),
            tuple(_parameter(key, one, prefixes) for key, one in said.get("parameters", {}).items()),
            tuple(Column(key, _both(one)) for key, one in said.get("columns", {}).items()),
            str(said.get("example", "")),
            bool(said.get("scenario", False)),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        raise KnowledgeError(f"{where or name}: this header cannot be read: {wrong}") from wrong
    unbound = {one.name for one in made.parameters} - set(made.slots)
    if unbound:
        raise KnowledgeError(f"{where or name}: no VALUES block of UNDEF binds {', '.join(sorted(unbound))}")
    return made


def _said(text: str, where: str) -> Mapping[str, Any]:
    lines = [line[len(MARK) :].removeprefix(" ") for line in text.splitlines() if line.startswith(MARK)]
    try:
        said = yaml.safe_load("\n".join(lines)) or {}
    except (yaml.YAMLError, ValueError) as wrong:  # ValueError: what looks like a date and is none
        raise KnowledgeError(f"{where}: its header is no YAML: {wrong}") from wrong
    except RecursionError as wrong:
        raise KnowledgeError(f"{where}: its header is nested too deep") from wrong
    if not isinstance(said, dict):
        raise KnowledgeError(f"{where}: its header is no mapping")
    return said


def _both(said: Any) -> Said:
    """In both languages; one text is for both."""
    if isinstance(said, str):
        return dict.fromkeys(LANGUAGES, said)
    return {language: str(said[language]) for language in LANGUAGES if language in said}


def _parameter(name: str, said: Mapping[str, Any], prefixes: Mapping[str, str]) -> Parameter:
    values = tuple(_values(one, prefixes) for one in said["values"])
    return Parameter(name, _both(said), values, bool(said.get("required", False)))


def _values(written: str, prefixes: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    sort, *names = written.split()
    return sort, tuple(prefixes[name.split(":")[0]] + name.split(":", 1)[1] for name in names)

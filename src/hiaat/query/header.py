"""What a query says of itself: lines that start with `#+` and are YAML together, in the style of grlc.

`summary` and `description` in both languages; `parameters`, each with what it is (`values`); `columns`, each with what
it means. Parameters are the variables of one `VALUES` block of `UNDEF`: a stock engine runs the file as it stands, with
every parameter left open, and hiaat writes terms there, never words of the user.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hiaat.query.head import Head, HeaderError
from hiaat.scenario.messages import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")
LANGUAGE = "language"  # a variable that is bound to the language of the reader
SLOTS = re.compile(r"VALUES\s*\(([^)]*)\)\s*\{\s*\(\s*UNDEF(?:\s+UNDEF)*\s*\)\s*\}")
PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
DATE = "date"
SORTS = (DATE, "instances", "types", "values", "keys")
"""What a parameter can be: a day, something of a class, a class below one, what a predicate says, a key of one."""

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


def question(name: str, text: str) -> Question:
    """A query read with its header. HeaderError if the header is no good."""
    head = Head(text)
    prefixes = dict(PREFIX.findall(text))
    made = Question(
        name,
        text,
        _both(head.says.get("summary", {})),
        _both(head.says.get("description", {})),
        tuple(_parameter(head, key, one, prefixes) for key, one in head.section("parameters").items()),
        tuple(Column(key, _both(one)) for key, one in head.section("columns").items()),
        str(head.says.get("example", "")),
        bool(head.says.get("scenario", False)),
    )
    for one in made.parameters:
        if one.name not in made.slots:
            raise HeaderError("header-unbound", head.line("parameters", one.name), name=one.name)
    return made


def _both(said: Any) -> Said:
    """In both languages; one text is for both."""
    if isinstance(said, dict):
        return {language: str(said[language]) for language in LANGUAGES if language in said}
    return dict.fromkeys(LANGUAGES, str(said))


def _parameter(head: Head, name: str, said: Any, prefixes: Mapping[str, str]) -> Parameter:
    sorts = said.get("values") if isinstance(said, dict) else None
    if not isinstance(sorts, list) or not sorts or not all(isinstance(one, str) and one.split() for one in sorts):
        raise HeaderError("header-values", head.line("parameters", name), name=name)
    values = tuple(_values(head, name, one, prefixes) for one in sorts)
    return Parameter(name, _both(said), values, bool(said.get("required", False)))


def _values(head: Head, parameter: str, written: str, prefixes: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    sort, *names = written.split()
    if sort not in SORTS:
        raise HeaderError("header-sort", head.line("parameters", parameter, sort), word=sort, known=", ".join(SORTS))
    for name in names:
        if name.partition(":")[0] not in prefixes or ":" not in name:
            line = head.line("parameters", parameter, name)
            raise HeaderError("header-prefix", line, word=name, known=", ".join(sorted(prefixes)))
    return sort, tuple(prefixes[name.split(":")[0]] + name.split(":", 1)[1] for name in names)

"""The lines of a query that start with `#+`: YAML together, and which line says what."""

from collections.abc import Mapping
from typing import Any

import yaml

from hiaat.errors import KnowledgeError

MARK = "#+"
SECTIONS = ("parameters", "columns")


class HeaderError(KnowledgeError):
    """A header that cannot be read: the key of the sentence that tells it, its slots, and the line of the file."""

    def __init__(self, key: str, line: int | None, **slots: str) -> None:
        super().__init__(f"{key}, line {line}: {slots}")
        self.key = key
        self.line = line
        self.slots = slots


class Head:
    """The header of one query. HeaderError if it is no mapping in YAML."""

    def __init__(self, text: str) -> None:
        marked = [(at, one) for at, one in enumerate(text.splitlines(), 1) if one.startswith(MARK)]
        self._lines = [at for at, _ in marked]
        self._texts = [one[len(MARK) :].removeprefix(" ") for _, one in marked]
        self.says = self._read()

    def _read(self) -> Mapping[str, Any]:
        try:
            said = yaml.safe_load("\n".join(self._texts)) or {}
        except yaml.MarkedYAMLError as wrong:
            at = wrong.problem_mark.line if wrong.problem_mark else 0
            reason = str(wrong.problem or wrong.context)
            raise HeaderError("header-yaml", self._lines[min(at, len(self._lines) - 1)], reason=reason) from wrong
        except (yaml.YAMLError, ValueError) as wrong:  # ValueError: what looks like a date and is none
            raise HeaderError("header-yaml", self._lines[0], reason=str(wrong).splitlines()[0]) from wrong
        except RecursionError as wrong:
            raise HeaderError("header-deep", self._lines[0]) from wrong
        if not isinstance(said, dict):
            raise HeaderError("header-words", self._lines[0])
        return said

    def section(self, name: str) -> Mapping[str, Any]:
        """What the header says of each parameter, or of each column, by name. HeaderError if it is no mapping."""
        found = self.says.get(name) or {}
        if not isinstance(found, dict):
            raise HeaderError("header-section", self.line(name), section=name)
        return {str(key): value for key, value in found.items()}

    def line(self, *names: str) -> int | None:
        """Where the header says the last of these names, below the others."""
        at, found = 0, None
        for name in names:
            here = next((n for n in range(at, len(self._texts)) if name in self._texts[n]), None)
            if here is None:
                break
            at, found = here, self._lines[here]
        return found

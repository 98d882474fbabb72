"""Sentences with slots. `{slot}` is filled, `{Slot}` with a capital; `[..]` goes where a slot in it stays empty.

A voice may end in a comma (it carries an apposition); before a bracket or a stop that comma goes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hiaat.errors import KnowledgeError

_SLOT = re.compile(r"\{([A-Za-z]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_LOOSE_COMMA = re.compile(r",(?=\s*[,.;:()])")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:?])")


def capital(text: str) -> str:
    """With a capital at the front; in Dutch *ij* is one letter."""
    front = 2 if text.startswith("ij") else 1
    return text[:front].upper() + text[front:]


@dataclass(frozen=True)
class Template:
    """The text of a sentence in one language."""

    key: str
    text: str

    @cached_property
    def slots(self) -> frozenset[str]:
        """The slots, in the spelling that fills them."""
        return _names(self.text)

    @cached_property
    def needed(self) -> frozenset[str]:
        """Those that must be filled: outside brackets."""
        return _names(_OPTIONAL.sub("", self.text))

    @cached_property
    def starts_plainly(self) -> bool:
        """Whether it begins with words of its own and not with a name, so that its capital may go."""
        return self.text.startswith("{Clause}") or not self.text.startswith(("{", "["))

    @cached_property
    def first_slot(self) -> str:
        """The slot that it begins with, if it gives that a capital."""
        found = _SLOT.match(self.text)
        return found[1][0].lower() + found[1][1:] if found and found[1][0].isupper() else ""

    def fill(self, values: Mapping[str, str]) -> str:
        """The sentence. KnowledgeError if a slot outside brackets has nothing in it."""
        kept = _OPTIONAL.sub(lambda found: self._optional(found[1], values), self.text)
        filled = _SLOT.sub(lambda found: self._value(found[1], values), kept)
        return _SPACE_BEFORE.sub("", _LOOSE_COMMA.sub("", " ".join(filled.split())))

    def _optional(self, part: str, values: Mapping[str, str]) -> str:
        return part if all(self._given(name, values) for name in _SLOT.findall(part)) else ""

    def _value(self, name: str, values: Mapping[str, str]) -> str:
        value = self._given(name, values)
        if not value:
            raise KnowledgeError(f"sentence '{self.key}' asks for '{name}', and there is nothing to put there")
        return capital(value) if name[0].isupper() else value

    @staticmethod
    def _given(name: str, values: Mapping[str, str]) -> str:
        return values.get(name[0].lower() + name[1:], "")


def _names(text: str) -> frozenset[str]:
    return frozenset(name[0].lower() + name[1:] for name in _SLOT.findall(text))

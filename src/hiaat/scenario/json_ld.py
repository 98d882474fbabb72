"""JSON-LD as text: which of its words the parser passes over in silence, and where a term is written.

A key that no context explains is dropped by every JSON-LD processor, so a misspelt key must be found here. A term is
looked for in its written forms; what is there just once has a place. Contexts elsewhere are never fetched.
"""

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from pyoxigraph import Literal

from hiaat.knowledge.graph import Term
from hiaat.scenario.document import DEEPEST
from hiaat.scenario.problems import Problems
from hiaat.scenario.terms import SCENARIOS
from hiaat.scenario.written import SUBJECT, Written

WORD = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|[][{}:]', re.DOTALL)
CONTEXT = "@context"
IN_NODES = (CONTEXT, "@id", "@type", "@graph", "@included", "@nest", "@reverse", "@index")
KEYWORDS = (*IN_NODES, "@value", "@language", "@direction", "@list", "@set")
NEAR = 0.6


class JsonText(Written):
    """The text of a JSON-LD file."""

    def offset(self, index: int, part: int) -> int | None:
        """Where a part of a triple is written: a subject where it is an @id; None where that is not once."""
        term = self.named[index][part]
        forms = self._forms(term)
        if part == SUBJECT:
            return None if "@id" in self._terms.values() else self._only(self._ids, forms)
        return self._only(self._strings, forms + [name for name, meaning in self._terms.items() if meaning in forms])

    def tell_unread(self, problems: Problems) -> None:
        """Tell what the parser drops or cannot have. InputErrors at absurd depth, or if a context is elsewhere."""
        depth = 0
        for match in self._words:
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match.group(), 0)
            if depth > DEEPEST:
                problems.stop(self.at(match.start()), "too deep", limit=DEEPEST)
        imports = (value for key, value in self._definitions if key == "@import")
        for context in (*self._contexts, *imports):
            if isinstance(context, str):
                problems.add(self.once(context), "remote context", context=context)
        problems.raise_if_any()
        vocabulary = any(key == "@vocab" and isinstance(value, str) for key, value in self._definitions)
        for key in dict.fromkeys(key for key, _ in _pairs(self._document)):
            if not (key in KEYWORDS if key.startswith("@") else key in self._terms or vocabulary or ":" in key):
                near = get_close_matches(key, [*self._terms, *KEYWORDS], 5, NEAR) or [*self._terms]
                problems.add(self.once(key), "unexplained key", near, word=key)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""
        return {name: base for name, base in self._terms.items() if base.endswith(("#", "/"))}

    @cached_property
    def _document(self) -> Any:
        """What the file says as JSON; None if it is no JSON."""
        try:
            return json.loads(self.text)
        except ValueError:
            return None

    @cached_property
    def _contexts(self) -> list[Any]:
        """Every context, those in lists each by itself."""
        found = (value for key, value in _pairs(self._document, (CONTEXT,)) if key == CONTEXT)
        return [one for context in found for one in (context if isinstance(context, list) else [context])]

    @cached_property
    def _definitions(self) -> list[tuple[str, Any]]:
        return [pair for context in self._contexts if isinstance(context, dict) for pair in context.items()]

    @cached_property
    def _terms(self) -> dict[str, str]:
        """Every term of every context, and what it stands for as written there."""
        found: dict[str, str] = {}
        for key, value in self._definitions:
            meaning = value.get("@id", "") if isinstance(value, dict) else value
            if not key.startswith("@"):
                found[key] = meaning if isinstance(meaning, str) else ""
        return found

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(WORD.finditer(self.text))

    @cached_property
    def _strings(self) -> dict[str, list[int]]:
        """Where each string or number is written."""
        found: dict[str, list[int]] = {}
        for match in self._words:
            found.setdefault(_plain(match.group()), []).append(match.start())
        return found

    @cached_property
    def _ids(self) -> dict[str, list[int]]:
        """Where each string is the value of @id."""
        found: dict[str, list[int]] = {}
        for key, colon, value in zip(self._words, self._words[1:], self._words[2:], strict=False):
            if (key.group(), colon.group()) == ('"@id"', ":"):
                found.setdefault(_plain(value.group()), []).append(value.start())
        return found

    def _only(self, places: dict[str, list[int]], forms: list[str]) -> int | None:
        found = [offset for form in dict.fromkeys(forms) for offset in places.get(form, ())]
        return found[0] if len(found) == 1 else None

    def _forms(self, term: Term) -> list[str]:
        """All ways in which the file may write a term itself."""
        if isinstance(term, Literal):
            return [term.value]
        if term in self.unnamed:
            return []
        bases = [value for key, value in self._definitions if key in ("@vocab", "@base") and isinstance(value, str)]
        starts = [("", ""), *((f"{name}:", base) for name, base in self.prefixes.items())]
        starts += [("", base) for base in (*bases, SCENARIOS)]
        return [name + term.value[len(base) :] for name, base in starts if term.value.startswith(base)]


def _plain(word: str) -> str:
    """What a string of JSON says; what only looks like a string says itself."""
    try:
        return str(json.loads(word)) if word.startswith('"') else word
    except ValueError:
        return word


def _pairs(node: Any, within: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Keys with their values, outside JSON that is itself a value, and outside contexts unless those are asked for."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            if key in within or key not in (CONTEXT, "@value"):
                yield from _pairs(value, within)
    elif isinstance(node, list):
        for one in node:
            yield from _pairs(one, within)

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
from hiaat.scenario.written import BARE, SUBJECT, Written

BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)
CONTEXT = "@context"
IN_NODES = (CONTEXT, "@id", "@type", "@graph", "@included", "@nest", "@reverse", "@index")
KEYWORDS = (*IN_NODES, "@value", "@language", "@direction", "@list", "@set")
NEAR = 0.6


class JsonText(Written):
    """The text of a JSON-LD file."""

    def offset(self, index: int, part: int) -> int | None:
        """Where a part of a triple is written: a subject where it is an @id; None where that is not once."""
        forms = self._forms(self.named[index][part])
        if part == SUBJECT:
            return None if "@id" in self._terms.values() else self._only(forms, r'"@id"\s*:\s*')
        return self._only(forms + [f'"{name}"' for name, meaning in self._terms.items() if f'"{meaning}"' in forms])

    def _only(self, forms: list[str], before: str = r"(?<![\w.+-])") -> int | None:
        """Where one of these is written, if that is once."""
        either = "|".join(map(re.escape, dict.fromkeys(forms)))
        found = [match.start(1) for match in re.finditer(f"{before}({either})(?![\\w.])", self.text)] if forms else []
        return found[0] if len(found) == 1 else None

    def tell_unread(self, problems: Problems) -> None:
        """Tell what the parser drops or cannot have. InputErrors at absurd depth, or if a context is elsewhere."""
        depth = 0
        for match in BRACKET.finditer(self.text):
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

    def _forms(self, term: Term) -> list[str]:
        """All ways in which the file may write a term itself."""
        if term in self.unnamed:
            return []
        if isinstance(term, Literal):
            texts, bare = [term.value], [term.value] if term.datatype in BARE else []
        else:
            bases = [value for key, value in self._definitions if key in ("@vocab", "@base") and isinstance(value, str)]
            starts = [*((f"{name}:", base) for name, base in self.prefixes.items()), *(("", b) for b in bases)]
            starts += [("", ""), ("", SCENARIOS)]
            texts, bare = [name + term.value[len(base) :] for name, base in starts if term.value.startswith(base)], []
        return [*(json.dumps(text, ensure_ascii=plain) for text in texts for plain in (True, False)), *bare]


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

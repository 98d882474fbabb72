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

from pyoxigraph import Literal, NamedNode, Triple

from hiaat.knowledge.graph import Term
from hiaat.scenario.problems import Place
from hiaat.scenario.terms import SCENARIOS
from hiaat.scenario.vocabulary import Role
from hiaat.scenario.written import Written

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false', re.DOTALL)
BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)
IN_NODES = ("@context", "@id", "@type", "@graph", "@included", "@nest", "@reverse", "@index")
KEYWORDS = (*IN_NODES, "@value", "@language", "@direction", "@list", "@set")
NEAR = 0.6


class JsonText(Written):
    """The text of a JSON-LD file."""

    def of_value(self, subject: Term, predicate: Term | None, value: Term) -> Place:
        """The value, if it is written once in the file and by no other name."""
        there = any((t.subject, t.predicate, t.object) == (subject, predicate, value) for t in self.named)
        return self.once(*self._forms(value), *self._aliases(value)) if there else self.of_subject(subject)

    def of_property(self, triple: Triple) -> Place:
        """The property, if it is written once in the file and by no other name."""
        return self.once(*self._forms(triple.predicate), *self._aliases(triple.predicate))

    def of_subject(self, thing: Term) -> Place:
        """The one place where this is an @id."""
        forms = "|".join(re.escape(json.dumps(form, ensure_ascii=False)) for form in self._forms(thing))
        found = [m.start(1) for m in re.finditer(rf'"@id"\s*:\s*({forms})', self.text)] if forms else []
        sure = len(found) == 1 and "@id" not in self._terms.values()
        return self.at(found[0] if sure else None)

    def of_word(self, word: NamedNode, role: Role) -> Place:
        """Where a word is written, if that is once."""
        return self.once(*self._forms(word))

    def once(self, *forms: str) -> Place:
        """Where one of these is written, if there is one such place."""
        found = [offset for form in dict.fromkeys(forms) for offset in self._strings.get(form, ())]
        return self.at(found[0] if len(found) == 1 else None)

    def unexplained(self) -> Iterator[tuple[str, list[str]]]:
        """Keys that mean nothing, each with the keys that may be meant."""
        known = [*self._terms, *KEYWORDS]
        for key in dict.fromkeys(_keys(self.document)):
            if key.startswith("@"):
                dropped = key not in KEYWORDS
            else:
                dropped = key not in self._terms and not self._vocabs and ":" not in key
            if dropped:
                yield key, get_close_matches(key, known, 5, NEAR) or [*self._terms]

    def remote(self) -> list[str]:
        """Contexts that are elsewhere."""
        contexts = list(_each_context(self.document))
        imports = [one["@import"] for one in contexts if isinstance(one, dict) and "@import" in one]
        return [one for one in (*contexts, *imports) if isinstance(one, str)]

    def deeper(self, limit: int) -> Place | None:
        """Where the text is nested deeper than this."""
        depth = 0
        for match in BRACKET.finditer(self.text):
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match.group(), 0)
            if depth > limit:
                return self.at(match.start())
        return None

    @cached_property
    def document(self) -> Any:
        """What the file says as JSON; None if it is no JSON."""
        try:
            return json.loads(self.text)
        except ValueError:
            return None

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The short names of namespaces."""
        return {name: base for name, base in self._terms.items() if base.endswith(("#", "/"))}

    @cached_property
    def _terms(self) -> dict[str, str]:
        """Every term of every context, and what it stands for as written there."""
        found: dict[str, str] = {}
        for key, value in _definitions(self.document):
            meaning = value.get("@id", "") if isinstance(value, dict) else value
            if not key.startswith("@"):
                found[key] = meaning if isinstance(meaning, str) else ""
        return found

    @cached_property
    def _vocabs(self) -> list[str]:
        pairs = [(key, value) for key, value in _definitions(self.document) if key in ("@vocab", "@base")]
        return [value for key, value in pairs if key == "@vocab" and isinstance(value, str)]

    @cached_property
    def _bases(self) -> list[str]:
        return [SCENARIOS, *(v for k, v in _definitions(self.document) if k == "@base" and isinstance(v, str))]

    @cached_property
    def _strings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for match in TOKEN.finditer(self.text):
            word = match.group()
            try:
                word = json.loads(word) if word.startswith('"') else word
            except ValueError:
                continue  # what only looks like a string is nowhere
            found.setdefault(word, []).append(match.start())
        return found

    def _forms(self, term: Term) -> list[str]:
        """All ways in which the file may write a term itself."""
        if isinstance(term, Literal):
            return [term.value]
        if term in self.unnamed:
            return []
        starts = [("", ""), *((f"{name}:", base) for name, base in self.prefixes.items())]
        starts += [("", base) for base in (*self._vocabs, *self._bases)]
        return list(dict.fromkeys(n + term.value[len(base) :] for n, base in starts if term.value.startswith(base)))

    def _aliases(self, term: Term) -> list[str]:
        forms = self._forms(term)
        return [name for name, meaning in self._terms.items() if meaning in forms]


def _contexts(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "@context":
                yield value
            yield from _contexts(value)
    elif isinstance(node, list):
        for one in node:
            yield from _contexts(one)


def _each_context(document: Any) -> Iterator[Any]:
    for context in _contexts(document):
        yield from context if isinstance(context, list) else [context]


def _definitions(document: Any) -> Iterator[tuple[str, Any]]:
    for context in _each_context(document):
        if isinstance(context, dict):
            yield from context.items()


def _keys(node: Any) -> Iterator[str]:
    """The keys outside contexts and outside JSON that is itself a value."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            if key not in ("@context", "@value"):
                yield from _keys(value)
    elif isinstance(node, list):
        for one in node:
            yield from _keys(one)

"""What the program itself says (headings, labels of columns, help, mistakes in a command), in Dutch or English.

The sentences are data, in `ontology/interface.ttl`; here they are only found and filled in. Whatever is said about a
judgement itself comes from the explanation, never from here.
"""

from functools import cache

import pyoxigraph as ox

from hiaat.bundle import root
from hiaat.errors import KnowledgeError
from hiaat.knowledge.terms import h
from hiaat.scenario.messages import Language

BASE = "https://w3id.org/hiaat/id/interface/"
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@cache
def sentences() -> dict[tuple[str, str], str]:
    """All sentences, by key and language."""
    file = root() / "ontology" / "interface.ttl"
    found: dict[tuple[str, str], str] = {}
    for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
        if (
            quad.predicate == h("text")
            and isinstance(quad.object, ox.Literal)
            and isinstance(quad.subject, ox.NamedNode)
        ):
            found[quad.subject.value.removeprefix(BASE), quad.object.language or ""] = quad.object.value
    return found


class Texts:
    """The sentences of the program in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, **slots: object) -> str:
        """One sentence, filled in. KnowledgeError if it is not there."""
        try:
            return sentences()[key, self.language].format(**slots)
        except (KeyError, IndexError) as wrong:
            raise KnowledgeError(
                f"ontology/interface.ttl: no '{key}' in '{self.language}', or no {wrong} in it"
            ) from wrong

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return (key, self.language) in sentences()

    def counted(self, key: str, number: int) -> str:
        """One thing or several: `key` for one, `key-s` for none or more."""
        return self(key if number == 1 else f"{key}-s", number=number)

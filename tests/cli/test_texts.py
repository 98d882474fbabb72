"""The sentences of the program: all there, in both languages, with the same slots; and none that nobody says."""

import errno
import re
import string
from pathlib import Path

import pytest

from hiaat.cli.commands import COMMANDS
from hiaat.errors import KnowledgeError
from hiaat.reports.texts import LANGUAGES, Texts, sentences

SOURCE = Path(__file__).parents[2] / "src" / "hiaat"
# Keys that are put together when they are used.
FAMILIES = [f"{word}-{command}" for word in ("help", "more") for command in COMMANDS]
FAMILIES += [
    f"opt-{name}"
    for name in (
        "as-of",
        "known-on",
        "perspective",
        "engine",
        "knowledge",
        "format",
        "output",
        "fail-on",
        "lang",
        "function",
        "kind",
        "why-not",
        "missing",
        "scenario",
    )
]
FAMILIES += [f"matrix-{verdict}{more}" for verdict in ("Gap", "Undetermined", "Assigned") for more in ("", "-since")]
FAMILIES += [f"trace-{verdict}{more}" for verdict in ("Gap", "Undetermined", "Assigned") for more in ("", "-why")]
FAMILIES += ["trace-Held", "trace-Held-until", "trace-since", "word-command", "source-well_known", "source-unsure"]
FAMILIES += [f"os-{name}" for name in errno.errorcode.values() if (f"os-{name}", "nl") in sentences()]
FAMILIES += [f"count-{severity}{more}" for severity in ("violation", "warning", "info") for more in ("", "-s")] + [
    "words-count-s"
]
FAMILIES += [f"verify-{state}" for state in ("agrees", "differs", "absent")]
FAMILIES += [f"verify-passage-{reason}" for reason in ("lines", "digest", "undescribed")]
FAMILIES += [f"query-said-in-{place}" for place in ("Scenario", "Assessment")]
FAMILIES += [f"coverage-{heading}" for heading in ("articles", "with-norm", "norms-count", "law")]


def keys() -> set[str]:
    return {key for key, _ in sentences()}


def literals() -> set[str]:
    texts = (
        file.read_text("utf-8")
        for folder in ("cli", "export", "query", "reports")
        for file in (SOURCE / folder).glob("*.py")
    )
    return {word for text in texts for word in re.findall(r'"([A-Za-z][\w-]*)"', text)}


def test_every_sentence_is_there_in_both_languages_with_the_same_slots() -> None:
    for key in keys():
        slots = [
            {name for _, name, _, _ in string.Formatter().parse(sentences()[key, language]) if name}
            for language in LANGUAGES
        ]
        assert slots[0] == slots[1], key


def test_no_sentence_is_left_that_nobody_says() -> None:
    assert keys() - set(FAMILIES) - literals() == set()


def test_every_key_that_is_put_together_is_there() -> None:
    assert set(FAMILIES) <= keys()


def test_an_unknown_key_or_slot_is_a_defect_of_the_knowledge() -> None:
    with pytest.raises(KnowledgeError, match="geen-zin"):
        Texts("nl")("geen-zin")
    with pytest.raises(KnowledgeError, match="about"):
        Texts("nl")("about")


def test_braces_of_the_user_are_no_slots() -> None:
    assert "{0}{x!r}" in Texts("en")("bad-choice", option="--lang", word="{0}{x!r}")

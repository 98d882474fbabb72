"""Which copies of documents are the texts that were read, as text and as JSON (docs/schema/sources-1.json)."""

import json
from collections.abc import Sequence

from hiaat.reading import Checked, Difference, Library
from hiaat.reports.layout import bullet, columns, page, wrapped
from hiaat.reports.texts import Texts

SCHEMA = "https://w3id.org/hiaat/schema/sources-1.json"
VERSION = "1.0"


def text(checked: Sequence[Checked], library: Library, texts: Texts) -> str:
    """For people: a document a line, and below it what does not agree."""
    lines: list[str] = []
    for one in checked:
        lines += _document(one, library, texts)
    states = [one.state for one in checked]
    counts = {state: states.count(state) for state in ("agrees", "differs", "absent")}
    return page([*lines, "", *wrapped(texts("verify-total", **counts))])


def _document(one: Checked, library: Library, texts: Texts) -> list[str]:
    document = one.document
    file = document.file or library.label(document.node, texts.language)
    lines = wrapped(texts(f"verify-{one.state}", file=file, number=len(document.passages)))
    if one.copy is None:
        return lines
    if one.copy.name != document.file:
        lines += bullet(texts("verify-other-name", name=one.copy.name))
    if one.state == "agrees":
        return lines
    if one.digest != document.digest:
        lines += bullet(texts("verify-whole", known=document.digest or "-", found=one.digest))
    if one.lines != document.lines:
        lines += bullet(texts("verify-count", known=document.lines, found=one.lines))
    if one.differences:
        lines += bullet(texts("verify-passages", number=len(one.differences), all=len(document.passages)))
        lines += columns([_difference(difference, texts) for difference in one.differences], 4)
    else:
        lines += bullet(texts("verify-passages-agree", all=len(document.passages)))
    return lines


def _difference(difference: Difference, texts: Texts) -> tuple[str, str]:
    passage = difference.passage
    return passage.name, texts(f"verify-passage-{difference.reason}", first=passage.first, last=passage.last)


def as_json(checked: Sequence[Checked], library: Library, language: str) -> str:
    """For programs."""
    written = {
        "$schema": SCHEMA,
        "version": VERSION,
        "language": language,
        "documents": [_data(one, library, language) for one in checked],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _data(one: Checked, library: Library, language: str) -> dict[str, object]:
    document = one.document
    return {
        "iri": document.node.value,
        "label": library.label(document.node, language),
        "file": document.file,
        "state": one.state,
        "copy": None if one.copy is None else str(one.copy),
        "digest": {"known": document.digest, "found": one.digest or None},
        "lines": {"known": document.lines, "found": None if one.copy is None else one.lines},
        "passages": len(document.passages),
        "differences": [
            {
                "passage": difference.passage.node.value,
                "lines": [difference.passage.first, difference.passage.last],
                "reason": difference.reason,
            }
            for difference in one.differences
        ],
    }

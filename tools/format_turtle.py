"""Writes Turtle files in the house form: `python tools/format_turtle.py FILE...`; without names all files that ship.

Statements and comments stay as they were written: people read these files, and their order tells something. What is
made the same everywhere is the rest: prefixes in order, each used, none declared twice; a name never written out in
full where the file has a prefix for it; no tabs, no space at the end of a line, one empty line at most between blocks,
one line end at the end; characters composed as people type them (NFC).
"""

import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("ontology", "data", "shapes", "alignments")
PREFIX = re.compile(r"@prefix ([\w-]*): <([^>]*)> \.\n")
APART = re.compile(r'("""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|<[^<>\s]*>|#[^\n]*)')  # texts, full names, comments
LOCAL = re.compile(r"[A-Za-z0-9_](?:[\w.-]*[\w-])?")


def files() -> list[Path]:
    """All Turtle files that ship."""
    return sorted(file for folder in FOLDERS for file in (ROOT / folder).glob("**/*.ttl"))


def formatted(text: str) -> str:
    """The same triples, in the house form. ValueError if it has no header, or its prefixes are not together."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if not text.startswith("# "):
        raise ValueError("no header: say in a comment on the first line what stands here, and why")
    found = list(PREFIX.finditer(text))
    if not found:
        return _spaced(text)
    first, last = found[0].start(), found[-1].end()
    if PREFIX.sub("", text[first:last]).strip():
        raise ValueError("something stands between the prefixes")
    prefixes = {one[1]: one[2] for one in found}
    if len(prefixes) < len(found):
        raise ValueError("a prefix is declared twice")
    body = _shortened(text[last:], prefixes)
    lines = [f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes) if _used(name, body)]
    return _spaced(text[:first] + "".join(lines) + body)


def _shortened(body: str, prefixes: dict[str, str]) -> str:
    """Full names as short ones, outside texts and comments."""

    def short(match: re.Match[str]) -> str:
        part = match[0]
        for name, namespace in prefixes.items():
            if part.startswith(f"<{namespace}") and LOCAL.fullmatch(part[len(namespace) + 1 : -1]):
                return f"{name}:{part[len(namespace) + 1 : -1]}"
        return part

    return APART.sub(short, body)


def _used(name: str, body: str) -> bool:
    """By the Turtle itself: what SPARQL in a text uses is declared by sh:prefixes."""
    return re.search(rf"(?<![\w-]){re.escape(name)}:", APART.sub("", body)) is not None


def _spaced(text: str) -> str:
    """Space where it should be; in long texts nothing is touched but the ends of lines."""
    text = re.sub(r"[ \t]+\n", "\n", text)
    parts = APART.split(text)
    plain = (
        part if number % 2 else re.sub(r"\n{3,}", "\n\n", part.replace("\t", "  ")) for number, part in enumerate(parts)
    )
    return "".join(plain).strip("\n") + "\n"


def main(names: list[str]) -> None:
    """Rewrite what is not in the house form."""
    for file in [Path(name) for name in names] or files():
        text = file.read_text("utf-8")
        new = formatted(text)
        if new != text:
            file.write_text(new, "utf-8")
            print(file)


if __name__ == "__main__":
    main(sys.argv[1:])

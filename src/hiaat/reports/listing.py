"""JSON of which the long list in the end comes in pieces that are text already."""

import json
from collections.abc import Mapping, Sequence
from textwrap import indent
from typing import Any

STEP = 2


def dumped(value: Any) -> str:
    """One value, indented, in the letters that it is written in."""
    return json.dumps(value, ensure_ascii=False, indent=STEP)


def listed(head: Mapping[str, Any], name: str, items: Sequence[str]) -> str:
    """An object with a list in the end; the same text as if all had been one value. It ends in a newline."""
    if not items:
        return dumped({**head, name: []}) + "\n"
    inside = ",\n".join(indent(item, " " * 2 * STEP) for item in items)
    opening = dumped(head).removesuffix("\n}")
    return f'{opening},\n{" " * STEP}"{name}": [\n{inside}\n{" " * STEP}]\n}}\n'

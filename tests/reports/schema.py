"""Enough of JSON Schema to hold a report against the schema that is published: no library is needed for that."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
KNOWN = {"$schema", "$id", "$ref", "$defs", "title", "description", "type", "properties", "required", "items", "anyOf"}
KNOWN |= {"additionalProperties", "enum", "const", "pattern", "format", "minimum"}


class Schema:
    """A schema; refuses words that it does not check."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self._whole = whole
        for schema in (whole, *_inside(whole)):
            assert set(schema) <= KNOWN, set(schema) - KNOWN

    def errors(self, value: object) -> list[str]:
        """What is wrong with a value, each with where it is."""
        return list(self._errors(value, self._whole, "$"))

    def _errors(self, value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
        if "$ref" in schema:
            schema = self._whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
        if "anyOf" in schema and all(list(self._errors(value, one, at)) for one in schema["anyOf"]):
            yield f"{at}: {value!r} is none of these"
        kind = schema.get("type")
        if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
            yield f"{at}: {value!r} is no {kind}"
            return
        if "const" in schema and value != schema["const"]:
            yield f"{at}: not {schema['const']}"
        if "enum" in schema and value not in schema["enum"]:
            yield f"{at}: {value!r} is not one of {schema['enum']}"
        if "minimum" in schema and value < schema["minimum"]:
            yield f"{at}: {value} is too low"
        if "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{at}: {value!r} does not look like {schema['pattern']}"
        yield from self._errors_inside(value, schema, at)

    def _errors_inside(self, value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
        if isinstance(value, list) and "items" in schema:
            for number, one in enumerate(value):
                yield from self._errors(one, schema["items"], f"{at}[{number}]")
        if isinstance(value, dict):
            known, more = schema.get("properties", {}), schema.get("additionalProperties", True)
            yield from (f"{at}: no {key}" for key in schema.get("required", ()) if key not in value)
            for key, one in value.items():
                if key in known:
                    yield from self._errors(one, known[key], f"{at}.{key}")
                elif isinstance(more, dict):
                    yield from self._errors(one, more, f"{at}.{key}")
                elif not more:
                    yield f"{at}: {key} is not in the schema"


def _inside(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All schemas within a schema."""
    below: list[Any] = [
        *schema.get("anyOf", ()),
        *schema.get("properties", {}).values(),
        *schema.get("$defs", {}).values(),
    ]
    below += [schema[word] for word in ("items", "additionalProperties") if word in schema]
    for one in below:
        if isinstance(one, dict):
            yield one
            yield from _inside(one)

"""EXISTS as pyoxigraph runs it well: one pattern a group, the next one in an EXISTS of its own.

pyoxigraph orders the joins of a query, but not those inside EXISTS: there, for every solution that it is asked of, it
finds all that meets each pattern apart, and joins that. `EXISTS { a . b }` says the same as `EXISTS { a . FILTER EXISTS
{ b } }`, and then each pattern is looked up by what the one before it found. Only groups of plain patterns and filters
are written anew; every other group stays as it is.
"""

import re
from functools import cache
from typing import NamedTuple

_EXISTS = re.compile(r"\bEXISTS\s*\{")
_VARIABLE = re.compile(r"[?$]\w+")
_PART = re.compile(r"\([^()\s]*\)[*+?]?|[^\s;,]+|[;,]")
_DOT = re.compile(r"\s\.(?:\s|$)")
_FILTER = re.compile(r"FILTER\b\s*(?:(?:NOT\s+)?EXISTS\s*)?")
_OTHER = re.compile(r"(?:BIND|UNION|SELECT|OPTIONAL|MINUS|VALUES|GRAPH)\b|\{")
_BRACKET = re.compile(r"[{}()]")
_PLAIN = re.compile(r"(?:(?!\b(?:FILTER|BIND|UNION|SELECT|OPTIONAL|MINUS|VALUES|GRAPH)\b)[^({])+")
_COST = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}  # subject and object known?


class _Pattern(NamedTuple):
    subject: str
    predicate: str
    value: str

    def cost(self, known: frozenset[str]) -> int:
        return _COST[_known(self.subject, known), _known(self.value, known)]


@cache
def nested(query: str) -> str:
    """The query with its EXISTS groups written pattern in pattern."""
    return _nested(query, frozenset())


def _nested(text: str, known: frozenset[str]) -> str:
    """The text with every EXISTS group in it written anew; `known` are variables with a value around it."""
    groups: list[tuple[int, int]] = []
    at = 0
    while found := _EXISTS.search(text, at):
        at = _end(text, found.end() - 1)
        groups.append((found.end(), at - 1))
    if not groups:
        return text
    starts, ends = [0, *(end for _, end in groups)], [*(start for start, _ in groups), len(text)]
    around = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    known = known.union(*map(_VARIABLE.findall, around))
    inner = [f" {_group(text[start:end], known)} " for start, end in groups]
    return "".join(part for pair in zip(around, [*inner, ""], strict=True) for part in pair)


def _group(body: str, known: frozenset[str]) -> str:
    split = _split(body)
    if split is None:
        return _nested(body, known).strip()
    patterns, filters = split
    own = _variables(patterns)
    return _chain(patterns, [(one, own.intersection(_VARIABLE.findall(one))) for one in filters], known, frozenset())


def _chain(
    patterns: list[_Pattern], filters: list[tuple[str, frozenset[str]]], known: frozenset[str], bound: frozenset[str]
) -> str:
    """First the pattern of which most is known, with the filters that it completes; in it the rest.

    `known` only helps to choose; a filter waits until the chain itself has bound what it speaks of.
    """
    first = min(patterns, key=lambda pattern: pattern.cost(known))
    rest = [pattern for pattern in patterns if pattern is not first]
    here = _variables([first])
    known, bound = known | here, bound | here
    parts = [" ".join(first), *(_nested(text, known) for text, names in filters if names <= bound)]
    if rest:
        waiting = [(text, names) for text, names in filters if not names <= bound]
        parts.append(f"FILTER EXISTS {{ {_chain(rest, waiting, known, bound)} }}")
    return " ".join(parts)


def _variables(patterns: list[_Pattern]) -> frozenset[str]:
    return frozenset(_VARIABLE.findall(" ".join(part for pattern in patterns for part in pattern)))


def _split(body: str) -> tuple[list[_Pattern], list[str]] | None:
    """The patterns and filters of a group; None if there is anything else in it."""
    patterns: list[_Pattern] = []
    filters: list[str] = []
    at, plain = 0, ""
    while at < len(body):
        if found := _FILTER.match(body, at):
            end = _end(body, found.end())
            filters.append(body[at:end])
            plain += " . "
            at = end
        elif _OTHER.match(body, at):
            return None
        else:
            end = found.end() if (found := _PLAIN.match(body, at)) else _end(body, at)
            plain += body[at:end]
            at = end
    for text in _DOT.split(plain):
        if text.strip():
            read = _patterns(text)
            if read is None:
                return None
            patterns += read
    return (patterns, filters) if patterns else None


def _patterns(text: str) -> list[_Pattern] | None:
    """The patterns of one subject; None if this is not how rules write them."""
    found: list[_Pattern] = []
    subject, *parts = _PART.findall(text)
    while parts:
        if len(parts) < 2:
            return None
        predicate, value, *parts = parts
        found.append(_Pattern(subject, predicate, value))
        while parts and parts[0] == ",":
            found.append(_Pattern(subject, predicate, parts[1]))
            parts = parts[2:]
        if parts and parts.pop(0) != ";":
            return None
    return found


def _end(text: str, start: int) -> int:
    """Just after the bracket that closes the one at `start`."""
    depth = 0
    for bracket in _BRACKET.finditer(text, start):
        depth += 1 if bracket[0] in "({" else -1
        if depth == 0:
            return bracket.end()
    raise ValueError(text)


def _known(part: str, known: frozenset[str]) -> bool:
    return part[0] not in "?$" or part in known

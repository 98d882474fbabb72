"""What a rule cannot do without: the predicates, with their values, that it asks for outside negation and choice.

Where the store holds none of one of them, the rule can give nothing, and the driver need not run it. Only plain
patterns count, at the top of the clause or in a plain FILTER EXISTS there, so a rule is at worst run for nothing, never
skipped wrongly.
"""

import re
from functools import cache

import pyoxigraph as ox

from hiaat.knowledge.close import TRUE, whole
from hiaat.knowledge.terms import RDF_TYPE, h

Need = tuple[ox.NamedNode, ox.NamedNode | ox.Literal | None]
"""A predicate, and the value that it must have, if the rule names one."""

_MUST = re.compile(r"\bFILTER EXISTS \{([^{}]*)\}")
_BRACKET = re.compile(r"[{}()]")
_WORD = re.compile(r"h:([A-Za-z]\w*)$")
_DOT = re.compile(r"\s\.\s")
_FILTER = re.compile(r"\b(?:FILTER|NOT|EXISTS|BIND|UNION|IRI|CONCAT|MD5|STR|IF)\b")


@cache
def needs(query: str) -> frozenset[Need]:
    """What must be there, for there to be anything that the rule gives."""
    body = query[query.index("WHERE") + len("WHERE") :].strip()
    body = _MUST.sub(r" . \1 . ", body[1 : body.rindex("}")])
    found: set[Need] = set()
    for pattern in _DOT.split(_FILTER.sub(" ", _outside(body))):
        subject_and_more = pattern.split()
        if len(subject_and_more) < 3:
            continue
        for part in " ".join(subject_and_more[1:]).split(" ; "):
            found |= _needed(part.split())
    return frozenset(found)


def _outside(text: str) -> str:
    """What stands outside all brackets."""
    parts, depth, start = [], 0, 0
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in "({":
            if depth == 0:
                parts.append(text[start : bracket.start()])
            depth += 1
        else:
            depth -= 1
            start = bracket.end()
    return " ".join([*parts, text[start:]])


def _needed(words: list[str]) -> set[Need]:
    if len(words) < 2:
        return set()
    predicate = RDF_TYPE if words[0] == "a" else _named(words[0])
    return set() if predicate is None else {(predicate, _value(words[1]))}


def _named(word: str) -> ox.NamedNode | None:
    named = _WORD.match(word)
    return h(named[1]) if named else None


def _value(word: str) -> ox.NamedNode | ox.Literal | None:
    if word == "true":
        return TRUE
    return whole(int(word)) if word.isdigit() else _named(word)

"""What a rule cannot do without: predicates and classes that its WHERE clause asks for outside any filter or choice.

Where the store holds none of one of them, the rule can give nothing, and the driver need not run it. Only plain
patterns at the top of the clause count, so a rule is at worst run for nothing, never skipped wrongly.
"""

import re
from functools import cache

from hiaat.knowledge.terms import CORE, RDF_TYPE

_INNERMOST = re.compile(r"\{[^{}]*\}|\([^()]*\)")
_WORD = re.compile(r"h:([A-Za-z]\w*)$")
_FILTER = re.compile(r"\b(?:FILTER|NOT|EXISTS|BIND|UNION|IRI|CONCAT|MD5|STR|IF)\b")


@cache
def needs(query: str) -> frozenset[str]:
    """Keys as `offers` makes them of triples: a predicate, or rdf:type with a class."""
    body = query[query.index("WHERE") + len("WHERE") :].strip()
    body = body[1 : body.rindex("}")]
    while (emptied := _INNERMOST.sub(" ", body)) != body:
        body = emptied
    found: set[str] = set()
    for pattern in _FILTER.sub(" ", body).split(" . "):
        subject_and_more = pattern.split()
        if len(subject_and_more) < 3:
            continue
        for part in " ".join(subject_and_more[1:]).split(" ; "):
            found |= _needed(part.split())
    return frozenset(found)


def _needed(words: list[str]) -> set[str]:
    if len(words) < 2:
        return set()
    if words[0] == "a":
        named = _WORD.match(words[1])
        return {offers(RDF_TYPE.value, CORE + named[1])} if named else set()
    named = _WORD.match(words[0])
    return {CORE + named[1]} if named else set()


def offers(predicate: str, value: str) -> str:
    """The key of a triple: its predicate, and for rdf:type its class too."""
    return f"{predicate} {value}" if predicate == RDF_TYPE.value else predicate

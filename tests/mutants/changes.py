"""What is changed, one at a time: a rule text, a finding shape, an order of the core, a norm or what an agreement brings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyoxigraph as ox

from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import CORE, h
from hiaat.rules import Rule, RuleSet

_FILTER = re.compile(r"FILTER\s*(?:NOT EXISTS\s*\{|\(|EXISTS\s*\{)")
_IF = re.compile(r"\bIF\(")
_UNION = re.compile(r"\}\s*UNION\s*\{")
_TRIPLE = re.compile(r" ; h:\w+ (?:\?\w+|h:\w+|true|\d+)(?= [;.}])")
WEAKER = ("kind", "window", "appliesIn", "condition", "requiresIf", "validFrom", "validUntil", "tie", "besideLiberty")
FORCES = ("VoiceForce", "StandardForce", "StatuteForce")


@dataclass(frozen=True)
class Mutant:
    """One change. `rule` with its new text (None: gone), or triples of the knowledge taken out and put in, of a `norm` or not."""

    name: str
    rule: str = ""
    query: str | None = None
    constraint: str = ""
    norm: str = ""
    out: frozenset[ox.Triple] = frozenset()
    into: frozenset[ox.Triple] = frozenset()

    def rules(self, rules: RuleSet) -> RuleSet:
        """The rules with this change."""
        if self.rule:
            changed = (
                replace(one, query=self.query) if one.iri == self.rule and self.query else one for one in rules.rules
            )
            return replace(rules, rules=tuple(one for one in changed if self.query or one.iri != self.rule))
        if self.constraint:
            return replace(rules, constraints=tuple(one for one in rules.constraints if one.iri != self.constraint))
        return rules


def of_rules(rules: RuleSet) -> Iterator[Mutant]:
    """Each rule gone; each of its conditions gone, each choice in it always the one or the other way; each shape gone."""
    for rule in rules.rules:
        short = _local(rule.iri)
        yield Mutant(f"rule {short}: gone", rule.iri)
        told: dict[str, int] = {}
        for text, what in dict(_weakened(rule)).items():
            told[what] = told.get(what, 0) + 1
            again = f" ({told[what]})" if told[what] > 1 else ""
            yield Mutant(f"rule {short}: {what}{again}", rule.iri, text)
    for constraint in rules.constraints:
        yield Mutant(f"shape {_local(constraint.iri)}: gone", constraint=constraint.iri)


def _weakened(rule: Rule) -> Iterator[tuple[str, str]]:
    text, start = rule.query, rule.query.index("WHERE")
    for found in _FILTER.finditer(text, start):
        end = _closing(text, found.end() - 1)
        inside = text[found.end() : end]
        yield text[: found.start()] + text[end + 1 :], f"without {_short(text[found.start() : end + 1])}"
        if found[0].endswith("("):
            for rest, gone in _operands(inside):
                yield text[: found.end()] + rest + text[end:], f"without {_short(gone)} in a condition"
    for found in _IF.finditer(text, start):
        end = _closing(text, found.end() - 1)
        parts = _split(text[found.end() : end], ",")
        if len(parts) == 3:
            for choice in parts[1:]:
                yield (
                    text[: found.start()] + choice.strip() + text[end + 1 :],
                    f"always {_short(choice)} for {_short(parts[0])}",
                )
    for found in _UNION.finditer(text, start):
        left, right = _opening(text, found.start()), _closing(text, found.end() - 1)
        yield text[:left] + text[found.end() - 1 :], f"without {_short(text[left : found.start() + 1])} of a choice"
        yield (
            text[: found.start() + 1] + text[right + 1 :],
            f"without {_short(text[found.end() - 1 : right + 1])} of a choice",
        )
    for found in _TRIPLE.finditer(text, start):
        yield text[: found.start()] + text[found.end() :], f"without {_short(found[0])}"


def _operands(inside: str) -> Iterator[tuple[str, str]]:
    for sign in ("||", "&&"):
        parts = _split(inside, sign)
        for number in range(len(parts) if len(parts) > 1 else 0):
            yield sign.join(parts[:number] + parts[number + 1 :]), parts[number]


def _split(text: str, sign: str) -> list[str]:
    parts, depth, last, position = [], 0, 0, 0
    while position < len(text):
        depth += (text[position] in "({") - (text[position] in ")}")
        if depth == 0 and text.startswith(sign, position):
            parts.append(text[last:position])
            last = position = position + len(sign)
        else:
            position += 1
    return [*parts, text[last:]]


def _closing(text: str, start: int) -> int:
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] in "({") - (text[position] in ")}")
        if depth == 0:
            return position
    raise ValueError(text)


def _opening(text: str, end: int) -> int:
    depth = 0
    for position in range(end, -1, -1):
        depth += (text[position] in ")}") - (text[position] in "({")
        if depth == 0:
            return position
    raise ValueError(text)


def of_orders(core: Graph) -> Iterator[Mutant]:
    """Each number, mark and severity that the core gives to one of its own terms, gone."""
    for triple in sorted(core.triples, key=str):
        own = isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(CORE)
        plain = isinstance(triple.object, ox.Literal) and triple.object.language is None
        severity = triple.predicate == h("severity")
        if own and triple.predicate.value.startswith(CORE) and (plain or severity):
            yield Mutant(f"core {_told(triple)}: gone", out=frozenset({triple}))


def of_norms(body: Graph) -> Iterator[Mutant]:
    """Each norm, and each thing that an agreement brings, gone; each without one of its limits; each of another force."""
    norms = {subject for subject, _ in body.pairs(h("voice"))} | {node for _, node in body.pairs(h("brings"))}
    about: dict[object, list[ox.Triple]] = {}
    for triple in body.triples:
        about.setdefault(triple.subject, []).append(triple)
    for norm in sorted((one for one in norms if isinstance(one, ox.NamedNode)), key=str):
        mine = sorted(about[norm], key=str)
        yield Mutant(f"norm {_local(norm.value)}: gone", norm=norm.value, out=frozenset(mine))
        for word in WEAKER:
            said = frozenset(triple for triple in mine if triple.predicate == h(word))
            if said:
                yield Mutant(f"norm {_local(norm.value)}: without {word}", norm=norm.value, out=said)
        for triple in mine:
            if triple.predicate == h("force"):
                others = [h(force) for force in FORCES if h(force) != triple.object]
                into = ox.Triple(norm, triple.predicate, others[0])
                yield Mutant(
                    f"norm {_local(norm.value)}: of {_local(others[0].value)}",
                    norm=norm.value,
                    out=frozenset({triple}),
                    into=frozenset({into}),
                )


def _told(triple: ox.Triple) -> str:
    return " ".join(_local(part.value) for part in (triple.subject, triple.predicate, triple.object))  # type: ignore[union-attr]


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _short(text: str) -> str:
    return " ".join(text.split())

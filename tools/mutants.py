"""The mutation check: takes away or weakens each rule and norm, one at a time, and asks whether anybody notices.

Noticed means that a row of the worked situations (a verdict, holder, candidate, defeater, finding or act) is no
longer as transcribed; counts and exit statuses do not count. It goes on where it stopped, and keeps what it found in
build/mutants.json.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox
from tests.worked.compare import rows
from tests.worked.found import Found
from tests.worked.test_worked import NAMES, scenario_file, transcription

from hiaat.engines.fast import FastEngine
from hiaat.errors import HiaatError
from hiaat.judging import Judge
from hiaat.knowledge import Knowledge
from hiaat.knowledge.body import closed, parse_files
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, h
from hiaat.rules import RuleSet

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "build/mutants.json"
_FILTER = re.compile(r"FILTER\s*(?:NOT EXISTS\s*\{|\(|EXISTS\s*\{)")
WEAKER = {
    "h:kind": "kind",
    "h:window": "window",
    "h:appliesIn": "class",
    "h:validUntil": "end",
    "h:condition": "condition",
    "h:requiresIf": "condition",
}


@dataclass(frozen=True)
class Mutant:
    """One thing changed: a rule text or a norm."""

    name: str
    rules: RuleSet | None = None
    norm: str | None = None
    drop: str | None = None


def rule_mutants(rules: RuleSet) -> Iterator[Mutant]:
    """Each rule gone, and each of its filters gone."""
    for rule in rules.rules:
        short = rule.iri.rsplit("/", 1)[-1]
        others = tuple(one for one in rules.rules if one is not rule)
        yield Mutant(f"rule {short}", rules=replace(rules, rules=others))
        for number, text in enumerate(_without_filters(rule.query)):
            changed = tuple(replace(one, query=text) if one is rule else one for one in rules.rules)
            yield Mutant(f"rule {short} without filter {number + 1}", rules=replace(rules, rules=changed))


def _without_filters(query: str) -> Iterator[str]:
    for match in _FILTER.finditer(query):
        end = _closing(query, match.end() - 1)
        yield query[: match.start()] + query[end + 1 :]


def _closing(text: str, start: int) -> int:
    pairs = {"{": "}", "(": ")"}
    waiting: list[str] = []
    for position in range(start, len(text)):
        if text[position] in pairs:
            waiting.append(pairs[text[position]])
        elif waiting and text[position] == waiting[-1]:
            waiting.pop()
            if not waiting:
                return position
    raise ValueError(text)


def norm_mutants(judge: Judge) -> Iterator[Mutant]:
    """Each norm gone, and each without its kind, windows, class, end or condition."""
    words = judge.knowledge.words
    for norm in sorted({subject.value for subject, _ in words.pairs(h("voice")) if isinstance(subject, ox.NamedNode)}):
        short = norm.rsplit("/", 1)[-1]
        yield Mutant(f"norm {short}", norm=norm)
        for word, what in WEAKER.items():
            if words.objects(ox.NamedNode(norm), h(word[2:])):
                yield Mutant(f"norm {short} without {what} ({word})", norm=norm, drop=word[2:])


class Noticing:
    """Judges the worked situations with something changed, until a row differs."""

    def __init__(self, folder: Path) -> None:
        self.judge = Judge()
        self.cases = [
            (name, one, self.judge.read(scenario_file(name, one, folder)))
            for name in NAMES
            for one in transcription(name)["assessments"]
        ]
        self._last: dict[str, int] = {}

    def noticed(self, mutant: Mutant) -> str | None:
        """The first row that differs, or None."""
        judge = self._mutated(mutant)
        for name, expected, scenario in self.cases:
            try:
                judged = judge.judge(scenario, date.fromisoformat(str(expected["as_of"])), expected["perspective"])
            except HiaatError as broken:
                return f"({name}) {broken}"
            for row in rows(expected, Found(judge, judged), 0):
                if not row.equal and row.row not in ("count", "status"):
                    return f"({name}) {row.what}: {row.expected} | {row.found}"
        return None

    def _mutated(self, mutant: Mutant) -> Judge:
        judge = Judge()
        judge.__dict__.update(
            knowledge=self.judge.knowledge, rules=mutant.rules or self.judge.rules, words=self.judge.words
        )
        if mutant.norm is not None:
            judge.__dict__["knowledge"] = self._without(mutant.norm, mutant.drop)
        judge.__dict__["_engine"] = FastEngine(judge.knowledge, judge.rules)
        return judge

    def _without(self, norm: str, drop: str | None) -> Knowledge:
        gone = h(drop) if drop else None
        kept = frozenset({*self.judge.rules.words, RDF_TYPE.value})
        whole = parse_files(self.judge.knowledge.files)
        graph = Graph(
            t for t in whole.triples if not (t.subject == ox.NamedNode(norm) and (gone is None or t.predicate == gone))
        )
        return replace(self.judge.knowledge, judging=closed(graph, kept))


def main() -> None:
    """Run what was not run yet, and tell."""
    RESULT.parent.mkdir(exist_ok=True)
    done: dict[str, str | None] = json.loads(RESULT.read_text("utf-8")) if RESULT.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        noticing = Noticing(Path(folder))
        mutants = [*rule_mutants(noticing.judge.rules), *norm_mutants(noticing.judge)]
        waiting = [mutant for mutant in mutants if mutant.name not in done]
        for number, mutant in enumerate(waiting, 1):
            done[mutant.name] = noticing.noticed(mutant)
            print(
                f"{number}/{len(waiting)} {'noticed ' if done[mutant.name] else 'SURVIVED'} {mutant.name}", flush=True
            )
            if number % 20 == 0 or number == len(waiting):
                RESULT.write_text(json.dumps(done, indent=1, ensure_ascii=False), "utf-8")
    survivors = [name for name, row in done.items() if row is None]
    print(f"{len(done) - len(survivors)} noticed, {len(survivors)} survived of {len(done)}")
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()

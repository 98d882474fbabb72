"""Which rules and finding shapes give something, over many scenarios.

The default engine is watched at the one place where each rule's result passes: what it gave, whether it was run or
remembered.
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import yaml
from tests.generated.bodies import body
from tests.generated.scenarios import seeded
from tests.generated.world import World

from hiaat.engines.fast import FastEngine
from hiaat.engines.memory import Given, Memory
from hiaat.rules import Rule, RuleSet

CHOSEN = Path(__file__).parent / "chosen.yaml"
MOST = 20  # things that happen, at most, in a scenario of these
RARE = 6  # scenarios that reach a rule, after which one more is not looked at


class Watched(Memory):
    """Remembers, and counts the rules that gave at least one triple."""

    def __init__(self) -> None:
        super().__init__()
        self.gave: set[str] = set()

    def recall(self, rule: Rule, turn: int, this: str, run: Callable[[], Given]) -> Given:
        """As the engine asks it."""
        given = super().recall(rule, turn, this, run)
        if given:
            self.gave.add(rule.iri)
        return given


class Watch:
    """Tells of a scenario which rules and finding shapes gave something."""

    def __init__(self) -> None:
        self._engines: dict[str, tuple[FastEngine, Watched]] = {}

    def see(self, world: World) -> frozenset[str]:
        """Judge it."""
        engine, memory = self._engine(world.about)
        memory.gave = set()
        derived = engine.derive(world.closed, world.assessment)
        return frozenset(memory.gave | {shape for shape, _ in derived.findings})

    def _engine(self, name: str) -> tuple[FastEngine, Watched]:
        if name not in self._engines:
            judge, memory = body(name).judge, Watched()
            engine = FastEngine(judge.knowledge, judge.rules)
            engine._memory = memory
            self._engines[name] = (engine, memory)
        return self._engines[name]


def all_of(rules: RuleSet) -> list[str]:
    """The names of everything that could give something."""
    return [rule.iri for rule in rules.rules] + [shape.iri for shape in rules.constraints]


def local(iri: str) -> str:
    """A rule by its own name."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def chosen() -> list[World]:
    """The few scenarios that are kept because together they reach all rules that generated ones reach."""
    told = yaml.safe_load(CHOSEN.read_text(encoding="utf-8"))
    return [seeded(name, seed, MOST) for name, seeds in told["seeds"].items() for seed in seeds]


def excused() -> dict[str, str]:
    """Rules that no generated scenario is expected to reach, each with the reason."""
    told: dict[str, str] = yaml.safe_load(CHOSEN.read_text(encoding="utf-8"))["never reached"]
    return told


def cover(each: dict[str, int]) -> tuple[dict[tuple[str, int], frozenset[str]], Counter[str]]:
    """Of so many scenarios of each body, few that reach all that any of them does; and how many reach each rule."""
    watch, counts = Watch(), Counter[str]()
    best: dict[tuple[str, int], frozenset[str]] = {}
    for name, number in each.items():
        for seed in range(number):
            gave = watch.see(seeded(name, seed, MOST))
            if any(counts[iri] < RARE for iri in gave):
                best[name, seed] = gave
            counts.update(gave)
    return _few(best), counts


def _few(best: dict[tuple[str, int], frozenset[str]]) -> dict[tuple[str, int], frozenset[str]]:
    left = frozenset[str]().union(*best.values())
    found: dict[tuple[str, int], frozenset[str]] = {}
    while left:
        most = max(best, key=lambda key: (len(best[key] & left), key[0] != "care", -key[1]))
        found[most] = best[most]
        left -= best[most]
    return found


def main(arguments: list[str]) -> None:
    """Print how often each is reached, and the few that reach all: `python -m tests.generated.reached 1500 1500 500`."""
    numbers = list(map(int, arguments)) or [600, 600, 200]
    each = dict(zip(("village", "polder", "care"), numbers, strict=True))
    few, counts = cover(each)
    names = all_of(body("care").judge.rules)
    for iri in sorted(names, key=lambda iri: (counts[iri], iri)):
        print(f"{counts[iri]:6d}  {local(iri)}")
    never = [local(iri) for iri in names if not counts[iri]]
    print(f"{len(names) - len(never)} of {len(names)} reached over {sum(numbers)} generated scenarios; never: {never}")
    print("seeds:")
    for name in each:
        print(f"  {name}: {sorted(seed for about, seed in few if about == name)}")


if __name__ == "__main__":
    main(sys.argv[1:])

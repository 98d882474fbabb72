"""Which rules and finding shapes give something, over many scenarios.

The default engine is watched at the one place where each rule's result passes: what it gave, whether it was run or
remembered.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import yaml
from tests.generated.bodies import body
from tests.generated.scenarios import seeded
from tests.generated.world import World, judged, read, write

from hiaat.engines.fast import FastEngine
from hiaat.engines.memory import Given, Memory
from hiaat.rules import Rule, RuleSet

CHOSEN = Path(__file__).parent / "chosen.yaml"
KEPT = Path(__file__).parent / "chosen"
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
    return list(_kept().values())


def _kept() -> dict[str, World]:
    told = yaml.safe_load(CHOSEN.read_text(encoding="utf-8"))["judged"]
    return {name: read(KEPT / f"{name}.ttl", *how.split()) for name, how in told.items()}


def excused() -> dict[str, str]:
    """Rules that no generated scenario is expected to reach, each with the reason."""
    told: dict[str, str] = yaml.safe_load(CHOSEN.read_text(encoding="utf-8"))["never reached"]
    return told


def cover(each: dict[str, int]) -> tuple[list[World], Counter[str]]:
    """Of what is kept and so many new scenarios of each body, few that reach all; and how many of the new reach each rule."""
    watch, counts = Watch(), Counter[str]()
    worlds = _kept()
    best = {name: watch.see(world) for name, world in worlds.items()}
    for about, number in each.items():
        for seed in range(number):
            world = seeded(about, seed, MOST)
            gave = watch.see(world)
            if any(counts[iri] < RARE for iri in gave):
                name = f"{about}-new-{seed}"
                worlds[name], best[name] = world, gave
            counts.update(gave)
    return [worlds[name] for name in _few(best)], counts


def _few(best: dict[str, frozenset[str]]) -> list[str]:
    left = frozenset[str]().union(*best.values())
    found: list[str] = []
    while left:
        found.append(max(best, key=lambda name: (len(best[name] & left), not name.startswith("care"), name)))
        left -= best[found[-1]]
    return sorted(found)


def keep(few: list[World]) -> None:
    """Write these in place of what was kept, numbered by body."""
    numbers = Counter[str]()
    told: dict[str, str] = {}
    for file in KEPT.glob("*.ttl"):
        file.unlink()
    for world in few:
        numbers[world.about] += 1
        name = f"{world.about}-{numbers[world.about]}"
        write(world, KEPT / f"{name}.ttl")
        told[name] = " ".join(judged(world))
    head, tail = re.split(r"(?ms)^judged:.*?(?=^never)", CHOSEN.read_text(encoding="utf-8"))
    listed = yaml.safe_dump({"judged": told}, width=1000, sort_keys=False)
    CHOSEN.write_text(f"{head}{listed}\n{tail}", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print how often each is reached, and keep the few that reach all: `python -m tests.generated.reached 1500 1500 500`."""
    numbers = list(map(int, arguments)) or [600, 600, 200]
    few, counts = cover(dict(zip(("village", "polder", "care"), numbers, strict=True)))
    names = all_of(body("care").judge.rules)
    for iri in sorted(names, key=lambda iri: (counts[iri], iri)):
        print(f"{counts[iri]:6d}  {local(iri)}")
    never = [local(iri) for iri in names if not counts[iri]]
    print(f"{len(names) - len(never)} of {len(names)} reached over {sum(numbers)} new scenarios; never: {never}")
    keep(few)
    print(f"kept: {len(few)}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""`make mutants`: change one thing, and see whether a test of what is expected notices.

Noticed means that a test fails that says who holds what, who fell short and why, what is found, since when, what may be
done or what is missing; counts and exit statuses do not count. First all tests run once with the rules as they are, and
at each rule all its mutants are asked whether they would give something else there: only those tests can notice, and of
a mutant of a norm those in which the norm is used. Then each mutant gets a process of its own, that runs these tests
until one fails. What was found is kept in build/mutants, and goes on where it stopped as long as nothing changed that it
rests on. explained.yaml names those that no test can notice, with the reason.
"""

import functools
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.runner import runtestprotocol
from tests.mutants import changes
from tests.mutants.changed import Judging, Probe
from tests.mutants.changes import Mutant

from hiaat.bundle import root
from hiaat.engines.fast import FastEngine
from hiaat.errors import HiaatError
from hiaat.judging import Judge
from hiaat.knowledge.body import parse_files

HERE = Path(__file__).parents[2]
BUILD = HERE / "build/mutants"
EXPLAINED = Path(__file__).parent / "explained.yaml"
EXPECTING = ("tests/toy", "tests/kinds", "tests/worked", "tests/cases", "tests/foreign", "tests/findings")
OTHERWISE = ("up_to_date", "has_its_example", "both_engines", "has_a_scenario", "has_an_outcome")
WORKERS = os.cpu_count() or 1
FORK = get_context("fork")


class Session:
    """A pytest plugin: takes the collected tests, and runs them its own way."""

    def __init__(self, only: str, tests: Sequence[str] = (), reach_only: bool = False) -> None:
        self._only = only
        self._reach_only = reach_only
        self._some = "-some" if only or tests else ""
        self.survivors: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = [item for item in session.items if not any(word in item.name for word in OTHERWISE)]
        judge = Judge()
        self._rules, body = judge.rules, judge.knowledge.words
        core = parse_files([root() / "ontology/core.ttl"])
        mutants = [*changes.of_rules(self._rules), *changes.of_orders(core), *changes.of_norms(body)]
        mutants = [mutant for mutant in {one.name: one for one in mutants}.values() if self._only in mutant.name]
        reach = self._reach(items, mutants)
        explained: dict[str, str] = yaml.safe_load(EXPLAINED.read_text("utf-8"))
        if self._reach_only:
            self.survivors = [name for name, numbers in reach.items() if not numbers and name not in explained]
            print(*self.survivors, f"{len(reach)} mutants, of which these give nothing else in any test", sep="\n")
            return True
        done = _Kept(BUILD / f"noticed-{_digest()}{self._some}.json", afresh=bool(self._some))
        for name, noticed in self._notice(items, [one for one in mutants if one.name not in done.found], reach):
            done.add(name, noticed)
        done.write()
        told = {mutant.name: done.found[mutant.name] for mutant in mutants}
        survived = [name for name, noticed in told.items() if noticed is None]
        self.survivors = [name for name in survived if name not in explained]
        (BUILD / "survivors.txt").write_text("".join(f"{name}\n" for name in self.survivors), "utf-8")
        counts = f"{len(told) - len(survived)} noticed, {len(survived)} survived, of which {len(self.survivors)} not explained"
        print(f"\n{len(told)} mutants: {counts}")
        print(Counter(name.split()[0] for name in self.survivors))
        return True

    def _reach(self, items: list[pytest.Item], mutants: list[Mutant]) -> dict[str, list[int]]:
        """For each mutant of a rule or norm, the numbers of the tests in which it may give something else."""
        kept = _Kept(BUILD / f"reach-{_digest()}{self._some}.json", afresh=bool(self._some))
        if not kept.found:
            parts = _apart([functools.partial(self._probe, items, mutants, part) for part in range(WORKERS)])
            kept.found = {name: sorted(number for found in parts for number in found[name]) for name in parts[0]}
            kept.write()
        return kept.found

    def _probe(self, items: list[pytest.Item], mutants: list[Mutant], part: int) -> dict[str, list[int]]:
        """For each, the numbers of those tests of a part: every so many from the first of it."""
        changing: dict[str, list[Mutant]] = {}
        for mutant in mutants:
            if mutant.rule or mutant.norm:
                changing.setdefault(mutant.rule or mutant.norm, []).append(mutant)
        judging = Judging(self._rules, lambda knowledge, rules: Probe(knowledge, rules, changing))
        judging.install()
        reach: dict[str, list[int]] = {mutant.name: [] for found in changing.values() for mutant in found}
        for number, item in list(enumerate(items))[part::WORKERS]:
            judging.differ.clear()
            forget()
            failed = _run(item)
            if failed:
                raise SystemExit(f"{item.nodeid} fails with nothing changed: {failed}")
            for name in judging.differ:
                reach[name].append(number)
            if number % 50 == 0:
                print(f"asked up to {number} of {len(items)}", flush=True)
        return reach

    def _notice(
        self, items: list[pytest.Item], mutants: list[Mutant], reach: dict[str, list[int]]
    ) -> Iterator[tuple[str, str | None]]:
        """Which test notices each: first the one that did before, then those that few mutants reach.

        These are about little else. What nothing noticed before comes last.
        """
        before = _before()
        numbered = {item.nodeid: number for number, item in enumerate(items)}
        explained: dict[str, str] = yaml.safe_load(EXPLAINED.read_text("utf-8"))
        common = Counter(number for numbers in reach.values() for number in numbers)
        started, waiting = (
            time.monotonic(),
            sorted(mutants, key=lambda one: (one.name in explained, before.get(one.name, "") is None)),
        )
        running: dict[str, tuple[Any, Any]] = {}
        while waiting or running:
            while waiting and len(running) < WORKERS:
                mutant = waiting.pop(0)
                last = numbered.get((before.get(mutant.name) or "").partition("\n")[0])
                reached = reach.get(mutant.name, range(len(items)))
                numbers = sorted(reached, key=lambda number: (number != last, common[number]))
                mine, theirs = FORK.Pipe(duplex=False)
                chosen = [items[number] for number in numbers]
                process = FORK.Process(target=self._judge, args=(mutant, chosen, theirs))
                process.start()
                running[mutant.name] = process, mine
            for name, (process, mine) in list(running.items()):
                if mine.poll(0.02) or not process.is_alive():
                    noticed = mine.recv() if mine.poll() else "the process ended"
                    process.join()
                    del running[name]
                    left = len(waiting) + len(running)
                    pace = (time.monotonic() - started) / max(1, len(mutants) - left) / 60
                    told = "noticed " if noticed else "SURVIVED"
                    print(f"{left} to go, {left * pace:.0f} min  {told} {name[:140]}", flush=True)
                    yield name, noticed

    def _judge(self, mutant: Mutant, items: list[pytest.Item], answer: Any) -> None:
        Judging(self._rules, FastEngine, mutant).install()
        forget()  # what was kept before it; of this mutant, tests may keep what they judged
        try:
            answer.send(next((f"{item.nodeid}\n{why}" for item in items if (why := _run(item))), None))
        except HiaatError as wrong:
            answer.send(str(wrong))


CACHES: list[Any] = []


def keep(function: Any, cache: Any = functools.cache) -> Any:
    """`functools.cache`, for tests, that can be made to forget."""
    CACHES.append(cache(function))
    return CACHES[-1]


def forget() -> None:
    """Tests keep no judgement from before."""
    for cache in CACHES:
        cache.cache_clear()


def _before() -> dict[str, str | None]:
    """What was found in earlier passes, when something was otherwise: which test noticed what, or None."""
    files = sorted(BUILD.glob("noticed-*.json"), key=lambda file: file.stat().st_mtime)
    return {name: noticed for file in files for name, noticed in json.loads(file.read_text("utf-8")).items()}


class _Kept:
    """What was found so far, in a file."""

    def __init__(self, file: Path, afresh: bool = False) -> None:
        self._file = file
        self.found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() and not afresh else {}

    def add(self, name: str, what: Any) -> None:
        self.found[name] = what
        if len(self.found) % 20 == 0:
            self.write()

    def write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self.found, indent=0, ensure_ascii=False), "utf-8")


def _run(item: pytest.Item) -> str | None:
    """Why the test fails, or None."""
    reports = runtestprotocol(item, log=False, nextitem=None)
    return next((str(report.longrepr)[-400:] for report in reports if report.failed), None)


def _apart(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each gives, done side by side in processes of their own, so that nothing of it stays."""
    running = []
    for work in works:
        mine, theirs = FORK.Pipe(duplex=False)
        process = FORK.Process(target=_send, args=(theirs, work))
        process.start()
        theirs.close()
        running.append((process, mine))
    found = [mine.recv() for _, mine in running]
    for process, _ in running:
        process.join()
    return found


def _send(pipe: Any, work: Callable[[], Any]) -> None:
    pipe.send(work())


@functools.cache
def _digest() -> str:
    """Of all that an outcome rests on."""
    made = hashlib.sha256()
    base = root()
    for folder in (base / "ontology", base / "data", base / "shapes", HERE / "src", *(HERE / one for one in EXPECTING)):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix in (".ttl", ".py", ".yaml"):
                made.update(file.read_bytes())
    return made.hexdigest()[:12]


def main() -> None:
    """`python -m tests.mutants [--reach] [words] [tests...]`: all mutants, or with these words in their name; by all tests or these.

    With --reach only the first pass: which mutants give nothing else in any test, so that none can notice.
    """
    given = [word for word in sys.argv[1:] if word != "--reach"]
    only, *tests = given or [""]
    session = Session(only, tests, reach_only="--reach" in sys.argv)
    functools.cache = keep
    options = [
        "-q",
        "--noconftest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-p",
        "no:randomly",
        "--assert=plain",
        "-m",
        "not slow",
    ]
    code = pytest.main([*options, *(tests or EXPECTING)], plugins=[session])
    sys.exit(code or (1 if session.survivors else 0))


if __name__ == "__main__":
    main()

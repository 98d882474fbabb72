"""`hiaat demo`: judge every scenario that comes with hiaat, show what came out, and write the reports of each."""

import argparse
from pathlib import Path

from hiaat.bundle import root
from hiaat.cli.mistakes import OutputError
from hiaat.cli.output import write
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.engines import ENGINES
from hiaat.reports import FORMATS, Case, Report
from hiaat.reports.layout import bullet, columns, page, underlined, wrapped
from hiaat.reports.text import conclusion
from hiaat.reports.texts import LANGUAGES, Texts

FOLDER = "hiaat-demo"


def parser(texts: Texts) -> Parser:
    """What `demo` can be given."""
    made = Parser("demo", texts)
    made.option("--output", texts("word-folder"))
    made.choice("--engine", ENGINES)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0: the examples are meant to have gaps."""
    given.as_of = given.known_on = given.perspective = given.knowledge = None
    session = Session(given, parser)
    folder = Path(given.output or FOLDER)
    scenarios = session.read([str(file) for file in sorted((root() / "data" / "scenarios").glob("*/scenario.yaml"))])
    report = session.report(scenarios)
    _make(folder, parser.texts)
    written = [file for case in report.cases for file in _write(case, report, folder, parser.texts)]
    write(page(_summary(report, parser.texts, folder, written)), None, parser.texts)
    return 0


def _make(folder: Path, texts: Texts) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise OutputError(texts("no-write", name=folder, reason=wrong.strerror)) from wrong


def _write(case: Case, report: Report, folder: Path, texts: Texts) -> list[Path]:
    """Text and JSON in each language, and Turtle, which has both."""
    name = case.judged.scenario.name
    written = []
    for language in LANGUAGES:
        told = Report((case.told_in(language),), report.knowledge, language)
        for form in ("text", "json"):
            file = folder / f"{name}.{language}{FORMATS[form].suffixes[0]}"
            write(FORMATS[form].render(told), file, texts)
            written.append(file)
    file = folder / f"{name}.ttl"
    write(FORMATS["turtle"].render(Report((case,), report.knowledge, report.language)), file, texts)
    return [*written, file]


def _summary(report: Report, texts: Texts, folder: Path, written: list[Path]) -> list[str]:
    lines = [*underlined(texts("demo-heading")), ""]
    rows = [(texts("demo-name"), texts("demo-day"), texts("demo-outcome"))]
    for case in report.cases:
        judged = case.judged
        day = judged.judgement.assessment.as_of.isoformat()
        rows.append((judged.scenario.name, day, f"{judged.scenario.title}. {conclusion(case, texts)}"))
    lines += columns(rows)
    for case in report.cases:
        titles = [finding.title.text for finding in case.explanation.findings]
        if titles:
            lines += ["", *wrapped(f"{case.judged.scenario.name}. {case.judged.scenario.title}")]
            lines += [line for title in titles for line in bullet(title)]
    lines += ["", *wrapped(texts("demo-written", number=len(written), folder=folder))]
    texts_written = [file for file in written if file.name.endswith(f".{texts.language}.txt")]
    if texts_written:
        lines += wrapped(texts("demo-next", example=texts_written[0]))
    return lines

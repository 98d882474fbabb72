"""`hiaat demo`: judge every scenario that comes with hiaat, show what came out, and write the reports of each."""

import argparse
from pathlib import Path

from hiaat.bundle import root
from hiaat.cli.mistakes import OutputError
from hiaat.cli.output import reason, write
from hiaat.cli.parser import Parser
from hiaat.cli.session import Session
from hiaat.engines import ENGINES
from hiaat.judging import Judged
from hiaat.reports import FORMATS, Case, Report
from hiaat.reports.layout import bullet, columns, page, underlined, wrapped
from hiaat.reports.texts import LANGUAGES, Texts
from hiaat.scenario import read
from hiaat.scenario.messages import Language

FOLDER = "hiaat-demo"


def parser(texts: Texts) -> Parser:
    """What `demo` can be given."""
    made = Parser("demo", texts)
    made.option("--output", texts("word-folder"), says="opt-folder")
    made.choice("--engine", ENGINES)
    return made


def run(given: argparse.Namespace, parser: Parser) -> int:
    """0: the examples are meant to have gaps."""
    given.as_of = given.known_on = given.perspective = given.knowledge = None
    session = Session(given, parser)
    folder = Path(given.output or FOLDER)
    _make(folder, parser.texts)
    told = _told(session)
    reports = [Report((case,), session.judge.knowledge, case.language) for cases in told.values() for case in cases]
    written = [file for report in reports for file in _write(report, folder, parser.texts)]
    write(page(_summary(told[parser.texts.language], parser.texts, folder, written)), None, parser.texts)
    return 0


def _told(session: Session) -> dict[Language, list[Case]]:
    """Every example, judged once and told in each language; what is said back is read in that language."""
    files = sorted((root() / "data" / "scenarios").glob("*/scenario.yaml"))
    judgements = [session.judged(read(file, session.judge.words)).judgement for file in files]
    return {
        language: [
            Case(Judged(read(file, session.judge.words, language), judgement), session.judge.knowledge, language)
            for file, judgement in zip(files, judgements, strict=True)
        ]
        for language in LANGUAGES
    }


def _make(folder: Path, texts: Texts) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise OutputError(texts("no-write", name=folder, reason=reason(wrong, texts))) from wrong


def _write(report: Report, folder: Path, texts: Texts) -> list[Path]:
    """Text and JSON in the language of the report, and Turtle, which has every language, once."""
    name = report.cases[0].judged.scenario.name
    files = {form: folder / f"{name}.{report.language}{FORMATS[form].suffixes[0]}" for form in ("text", "json")}
    if report.language == LANGUAGES[0]:
        files["turtle"] = folder / f"{name}{FORMATS['turtle'].suffixes[0]}"
    for form, file in files.items():
        write(FORMATS[form].render(report), file, texts)
    return list(files.values())


def _summary(cases: list[Case], texts: Texts, folder: Path, written: list[Path]) -> list[str]:
    lines = [*underlined(texts("demo-heading")), ""]
    rows = [(texts("demo-name"), texts("demo-day"), texts("demo-outcome"))]
    for case in cases:
        judged = case.judged
        day = judged.judgement.assessment.as_of.isoformat()
        rows.append((judged.scenario.name, day, f"{judged.scenario.title}. {case.conclusion}"))
    lines += columns(rows)
    for case in cases:
        titles = [finding.title.text for finding in case.explanation.findings]
        if titles:
            lines += ["", *wrapped(f"{case.judged.scenario.name}. {case.judged.scenario.title}")]
            lines += [line for title in titles for line in bullet(title)]
    lines += ["", *wrapped(texts("demo-written", number=len(written), folder=folder))]
    texts_written = [file for file in written if file.name.endswith(f".{texts.language}.txt")]
    if texts_written:
        lines += wrapped(texts("demo-next", example=texts_written[0]))
    return lines

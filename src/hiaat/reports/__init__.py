"""Reports: the same judgements for people, for programs and for other tools.

`FORMATS` is the registry. A format is a module with two functions, imported when it is used: `written(case)` gives what
one judgement adds, and `whole(parts, language, knowledge)` the report of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from hiaat.knowledge import Knowledge
from hiaat.reports.report import Case, Part, Report
from hiaat.scenario.messages import Language


@dataclass(frozen=True)
class Format:
    """A way to write a report: the module that does it, and the file names that ask for it."""

    module: str
    suffixes: tuple[str, ...]

    def part(self, case: Case) -> Part:
        """What one judgement adds."""
        written: str = import_module(self.module).written(case)
        return Part(case.judged.scenario.file, case.outcome, case.conclusion, written)

    def whole(self, parts: Sequence[Part], language: Language, knowledge: Knowledge) -> str:
        """The report, of its parts."""
        text: str = import_module(self.module).whole(parts, language, knowledge)
        return text

    def render(self, report: Report) -> str:
        """The report of judgements that are all at hand."""
        return self.whole([self.part(case) for case in report.cases], report.language, report.knowledge)


FORMATS: dict[str, Format] = {
    "text": Format("hiaat.reports.text", (".txt", ".text")),
    "json": Format("hiaat.reports.data", (".json",)),
    "turtle": Format("hiaat.reports.validation", (".ttl",)),
}
MATRICES: dict[str, Format] = {
    "text": Format("hiaat.reports.matrix", (".txt", ".text")),
    "csv": Format("hiaat.reports.rows_csv", (".csv",)),
    "json": Format("hiaat.reports.rows_json", (".json",)),
}


__all__ = ["FORMATS", "MATRICES", "Case", "Format", "Part", "Report"]

"""Reports: the same judgements for people, for programs and for other tools.

`FORMATS` is the registry: a format is a function from a `Report` to text, imported when it is used.
"""

from dataclasses import dataclass
from importlib import import_module

from hiaat.reports.report import Case, Report


@dataclass(frozen=True)
class Format:
    """A way to write a report: the function that does it, as `module:function`, and the file names that ask for it."""

    entry: str
    suffixes: tuple[str, ...]

    def render(self, report: Report) -> str:
        """The report as text."""
        module, function = self.entry.split(":")
        written: str = getattr(import_module(module), function)(report)
        return written


FORMATS: dict[str, Format] = {
    "text": Format("hiaat.reports.text:render", (".txt", ".text")),
    "json": Format("hiaat.reports.data:render", (".json",)),
    "turtle": Format("hiaat.reports.validation:render", (".ttl",)),
}
MATRICES: dict[str, Format] = {
    "text": Format("hiaat.reports.matrix:render", (".txt", ".text")),
    "csv": Format("hiaat.reports.rows:render_csv", (".csv",)),
    "json": Format("hiaat.reports.rows:render_json", (".json",)),
}


__all__ = ["FORMATS", "MATRICES", "Case", "Format", "Report"]

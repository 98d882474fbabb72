"""What every command that judges does first: knowledge, engine, scenarios read, judged on a day in a perspective."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from hiaat.cli.cores import spread
from hiaat.cli.files import form, knowledge_folders, put
from hiaat.cli.parser import Parser
from hiaat.errors import InputError
from hiaat.findings import Judgement
from hiaat.judging import Judge, Judged
from hiaat.knowledge.terms import h, local
from hiaat.reports import Case, Format, Part, Report
from hiaat.reports.outcome import Outcome
from hiaat.scenario import InputErrors, Scenario, read
from hiaat.scenario.words import Lexicon, normal

FAST = "fast"


class Suffixed(Protocol):
    """A format, by the ends of file names that ask for it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """With their dots."""


class Session:
    """One run of a command that judges."""

    def __init__(self, given: argparse.Namespace, parser: Parser) -> None:
        self.given = given
        self.parser = parser
        self.texts = parser.texts
        self.engine: str = given.engine or FAST

    @cached_property
    def judge(self) -> Judge:
        """The judge, with the knowledge that was asked for. UsageError if there is none."""
        folders = knowledge_folders(self.given, self.parser)
        return Judge(folders, self.engine, self.texts.language)

    def read(self, files: Sequence[str]) -> list[Scenario]:
        """All scenarios. InputErrors with everything that is wrong with all of them."""
        if not files:
            raise self.parser.mistake("no-scenario")
        words = self.judge.words
        found: list[Scenario] = []
        wrong: list[InputError] = []
        for file in dict.fromkeys(files):
            try:
                self._look_at(file)
                scenario = read(file, words, self.texts.language)
                self.day(scenario)
                found.append(scenario)
            except InputErrors as errors:
                wrong += errors.errors
            except InputError as error:
                wrong.append(error)
        if wrong:
            raise InputErrors(wrong)
        return found

    def refuse_same_names(self, scenarios: Sequence[Scenario]) -> None:
        """In one store two scenarios of one name would mix. UsageError if there are."""
        files: dict[str, list[str]] = {}
        for scenario in scenarios:
            files.setdefault(scenario.iri.value, []).append(scenario.file)
        for scenario in scenarios:
            same = files[scenario.iri.value]
            if len(same) > 1:
                raise self.parser.mistake("same-name", name=scenario.name, files=", ".join(same))

    def _look_at(self, file: str) -> None:
        """Tell apart what the reader cannot: not there, or a folder."""
        path = Path(file)
        try:
            key = "is-folder" if path.is_dir() else "" if path.exists() else "not-there"
        except (OSError, ValueError):
            key = "not-there"
        if key:
            raise InputError(self.texts(key), file=file)

    def day(self, scenario: Scenario) -> date:
        """The day to judge. InputError if neither the command nor the file has one."""
        asked = self.given.as_of.toordinal() if self.given.as_of else None
        return date.fromordinal(scenario.day_to_judge(asked, self.texts.language))

    def judged(self, scenario: Scenario) -> Judged:
        """One scenario judged. UsageError if the libraries of the engine are not installed."""
        try:
            return self.judge.judge(scenario, self.day(scenario), self.perspective, self.given.known_on)
        except ModuleNotFoundError as missing:
            if self.engine == FAST:
                raise
            raise self.parser.mistake("no-engine", word=self.engine, missing=missing.name) from missing

    def report(self, scenarios: Sequence[Scenario]) -> Report:
        """The judgements of all of them, to be told."""
        knowledge, language = self.judge.knowledge, self.texts.language

        def work(number: int) -> Judgement:
            return self.judged(scenarios[number]).judgement

        judgements = spread(work, len(scenarios), self.texts("lost-process"))
        told = zip(scenarios, judgements, strict=True)
        cases = (Case(Judged(scenario, judgement), knowledge, language) for scenario, judgement in told)
        return Report(tuple(cases), knowledge, language)

    def tell(self, scenarios: Sequence[Scenario], form: Format) -> int:
        """Judge all of them, and write each as soon as it is judged: no judgement is kept. Gives the exit status."""
        knowledge, language = self.judge.knowledge, self.texts.language

        def work(number: int) -> Part:
            return form.part(Case(self.judged(scenarios[number]), knowledge, language))

        parts = spread(work, len(scenarios), self.texts("lost-process"))
        self.write(form.whole(parts, language, knowledge), scenarios)
        return self.status(part.outcome for part in parts)

    def status(self, outcomes: Iterable[Outcome]) -> int:
        """The exit status: that of the worst, from the severity that `--fail-on` names."""
        return max(outcome.status(self.given.fail_on or "violation") for outcome in outcomes)

    @cached_property
    def perspective(self) -> str | None:
        """The perspective asked for, by its own name; none is the one that hears everybody."""
        if self.given.perspective is None:
            return None
        known = self.judge.words.instances(h("Perspective"))
        return local(self.named("no-perspective", self.given.perspective, known))

    def named(self, key: str, word: str, lexicon: Lexicon) -> str:
        """The IRI of what a word names. UsageError shows what there is."""
        for name, thing in lexicon.all():
            if normal(word) in (normal(name), normal(local(thing.value))):
                return thing.value
        raise self.parser.mistake(key, lexicon.nearest(word) or self.labels(lexicon), word=word)

    def labels(self, lexicon: Lexicon) -> list[str]:
        """What everything in a lexicon is called, in the language of the command where it has a name there."""
        words = self.judge.words
        called = {thing: name for name, thing in reversed(list(lexicon.all()))}
        return sorted(words.label(one, self.texts.language) if words.knows(one) else called[one] for one in called)

    def form(self, formats: Mapping[str, Suffixed], usual: str = "text") -> str:
        """The format asked for, or that the name of the output tells, or the usual one."""
        return form(self.given, self.parser, {name: one.suffixes for name, one in formats.items()}, usual)

    def write(self, text: str, scenarios: Sequence[Scenario] = (), others: Sequence[str] = ()) -> None:
        """Write the result. UsageError if it would replace a file that was read, also one that is derived from."""
        places = (place for scenario in scenarios for place in scenario.positions.values())
        files = {scenario.file for scenario in scenarios} | {place.file for place in places}
        put(text, self.given, self.parser, [*sorted(files), *others])

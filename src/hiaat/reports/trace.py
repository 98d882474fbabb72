"""The whole derivation of some cells: who asks for it, every candidate, every reason, and where each of them stands.

The explanation of a finding tells a story; this lists everything, so that who doubts a sentence can check it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from hiaat.findings import Candidate, Cell, PossibleAct, Shortfall
from hiaat.knowledge.days import interval
from hiaat.reports.layout import bullet, page, underlined, wrapped
from hiaat.reports.missing import asked_of
from hiaat.reports.names import Ground, day
from hiaat.reports.report import Case, Report
from hiaat.reports.selection import Alike, Asked, select
from hiaat.reports.sources import Source, Sources, identifier

SURELY = "surely"


def render_trace(report: Report, asked: Asked) -> str:
    """What was asked about, in all cases of the report."""
    return "\n".join(page(_Trace(report, case, asked).lines()) for case in report.cases)


class _Trace:
    """Tells one case, and remembers the sources that it named."""

    def __init__(self, report: Report, case: Case, asked: Asked) -> None:
        self._case = case
        self._names = case.names
        self._texts = report.texts
        self._asked = asked
        self._sources = Sources(report.knowledge, report.language)
        self._named: dict[str, None] = {}

    def lines(self) -> Iterator[str]:
        """All lines: cells, who can act, sources."""
        say, scenario, assessment = self._texts, self._case.judged.scenario, self._case.judged.judgement.assessment
        yield from underlined(scenario.title)
        perspective = self._names.of(assessment.perspective.value)
        yield from wrapped(say("about", file=scenario.file, day=assessment.as_of, perspective=perspective))
        chosen = select(self._case, self._asked)
        for alike in chosen:
            yield from self._cell(alike)
        yield from self._acts(chosen)
        yield from self._not_judged(chosen)
        yield from self._source_list()

    # ---- Cells ----------------------------------------------------------------------------------

    def _cell(self, alike: Alike) -> Iterator[str]:
        say, names, cell = self._texts, self._names, alike.cell
        windows = ", ".join(names.of(window) for window in alike.windows)
        yield ""
        yield from underlined(f"{names.of(cell.function)}: {names.word(cell.kind)}", "-")
        yield from wrapped(say("trace-where", situation=names.of(cell.situation), windows=windows))
        yield from wrapped(self._verdict(cell))
        yield from self._questions(cell)
        if not self._asked.parties:
            yield from self._list("trace-required", cell.required_by)
            yield from self._list("trace-triggered", cell.triggered_by)
        yield from self._candidates(alike)

    def _verdict(self, cell: Cell) -> str:
        say, names = self._texts, self._names
        slots = {
            "verdict": names.word(cell.verdict),
            "why": names.word(cell.leading) if cell.leading else "",
            "means": names.definition(cell.leading) if cell.leading else "",
            "since": day(cell.since) or "",
            "holders": ", ".join(names.all(cell.holders)),
        }
        more = "-why" if cell.leading else "-until" if cell.until_successor else ""
        text = say(f"trace-{cell.verdict}{more}", **slots)
        return text + (f" {say('trace-since', **slots)}" if slots["since"] and cell.verdict != "Held" else "")

    def _questions(self, cell: Cell) -> Iterator[str]:
        """What must be known of a cell that is not determined."""
        asked = asked_of(self._case, cell)
        if asked:
            yield from wrapped(self._texts("trace-missing"))
        for question in asked:
            yield from bullet(question)

    def _list(self, key: str, iris: Iterable[str]) -> Iterator[str]:
        said = [self._ground(iri) for iri in iris]
        if said:
            yield from wrapped(self._texts(key))
            for text in said:
                yield from bullet(text)

    def _candidates(self, alike: Alike) -> Iterator[str]:
        if self._asked.parties:
            seen = {candidate.party for candidate in alike.candidates}
            for party in self._asked.parties:
                if party not in seen:
                    yield from wrapped(self._texts("trace-not-in-view", party=self._names.of(party)))
        elif not alike.candidates:
            yield from wrapped(self._texts("trace-nobody-in-view"))
        if alike.candidates:
            yield from wrapped(self._texts("trace-candidates"))
        ordered = sorted(alike.candidates, key=lambda one: (self._names.of(one.party), one.party))
        for party, grounds in groupby(ordered, key=lambda one: one.party):
            yield from self._party(party, list(grounds))

    def _party(self, party: str, candidates: list[Candidate]) -> Iterator[str]:
        yield from wrapped(self._names.of(party), 2)
        for candidate in candidates:
            yield from bullet(self._standing(candidate), 4)
            for text in dict.fromkeys(map(self._shortfall, candidate.shortfalls)):
                yield from bullet(text, 8)

    def _standing(self, candidate: Candidate) -> str:
        say, names = self._texts, self._names
        standing = names.word(candidate.standing)
        if candidate.certainty != SURELY:
            standing = say("trace-perhaps", what=standing)
        if candidate.reason is not None:
            standing = say("trace-miss", standing=standing, why=names.definition(candidate.reason))
        return say("trace-ground", standing=standing, ground=self._ground(candidate.ground))

    def _shortfall(self, shortfall: Shortfall) -> str:
        say, names = self._texts, self._names
        slots = {"cause": names.word(shortfall.cause), "source": self._ground(shortfall.source)}
        text = say("trace-lacks" if shortfall.certainty == SURELY else "trace-lacks-perhaps", **slots)
        if shortfall.condition is not None:
            condition = shortfall.condition
            state = names.word(condition.state)
            text += " " + say("trace-condition", condition=names.of(condition.condition), state=state)
        since = day(shortfall.since)
        return text + (f" {say('trace-since', since=since)}" if since else "")

    # ---- Who can act, and what was not judged -----------------------------------------------------

    def _acts(self, chosen: list[Alike]) -> Iterator[str]:
        cells = {(one.cell.situation, one.cell.function, one.cell.kind) for one in chosen}
        for finding in self._case.judged.judgement.findings:
            if (finding.situation, finding.function, finding.responsibility) not in cells:
                continue
            acts = [one for one in finding.acts if not self._asked.parties or one.party in self._asked.parties]
            if acts:
                kind, function = self._names.word(finding.kind), self._names.of(finding.function)
                yield ""
                yield from underlined(self._texts("trace-acts", kind=kind, function=function), "-")
                yield from self._by_party(acts)

    def _by_party(self, acts: list[PossibleAct]) -> Iterator[str]:
        said = {act: self._who(act) for act in acts}
        ordered = sorted(acts, key=lambda act: (said[act], act.ground))
        for who, together in groupby(ordered, key=lambda act: said[act]):
            yield from wrapped(who, 2)
            for act in together:
                yield from bullet(self._ground(act.ground), 4)

    def _who(self, act: PossibleAct) -> str:
        who, what = self._names.of(act.party), self._names.word(act.modality)
        if act.certainty != SURELY:
            what = self._texts("trace-perhaps", what=what)
        towards = ", ".join(self._names.all(act.towards))
        return self._texts("trace-act-towards" if towards else "trace-act", party=who, modality=what, towards=towards)

    def _not_judged(self, chosen: list[Alike]) -> Iterator[str]:
        names, say = self._names, self._texts
        found = [one for one in self._case.judged.judgement.not_judged if one.function in self._asked.functions]
        for missing in found:
            window = f" ({names.of(missing.window)})" if missing.window else ""
            yield ""
            yield from wrapped(say("trace-not-judged", function=names.of(missing.function) + window))
            yield from wrapped(say("trace-because"))
            for norm in missing.because:
                yield from bullet(self._ground(norm) + self._not_in_force(norm))
        if not chosen and not found:
            yield ""
            yield from wrapped(say("trace-nothing"))

    def _not_in_force(self, norm: str) -> str:
        """From when on, or until when, a norm is in force that is not on the day judged."""
        day = self._case.judged.judgement.assessment.as_of.toordinal()
        first, last = (self._names.text(norm, word) for word in ("validFrom", "validUntil"))
        if first and day < interval(first)[0]:
            return self._texts("trace-not-yet", day=first)
        return self._texts("trace-no-longer", day=last) if last and interval(last)[1] < day else ""

    # ---- Grounds and sources ----------------------------------------------------------------------

    def _ground(self, iri: str) -> str:
        """A norm with who says it and on what it is based; a fact with where the scenario says it."""
        ground = self._names.ground(iri)
        if ground.sort == "norm":
            return self._norm(ground)
        return f"{ground.label} ({ground.written_at})" if ground.written_at else ground.label

    def _norm(self, ground: Ground) -> str:
        for source in ground.based_on:
            self._named.setdefault(source)
        based = ", ".join(self._sources.of(source).label for source in ground.based_on)
        voices = ", ".join(ground.voices)
        said = ground.says or ground.label
        return self._texts("trace-norm", norm=identifier(ground.iri), says=said, voices=voices, based=based)

    def _source_list(self) -> Iterator[str]:
        """The sources that were named, by document."""
        if not self._named:
            return
        yield ""
        yield from underlined(self._texts("trace-sources"), "-")
        found = sorted((self._sources.of(iri) for iri in self._named), key=lambda one: (one.document, one.iri))
        for (document, title), sources in groupby(found, key=lambda one: (one.document, one.title)):
            heading = self._texts("source-document", document=document, title=title) if title else document
            yield from wrapped(heading, 2)
            for source in sources:
                yield from bullet(self._source(source), 4)

    def _source(self, source: Source) -> str:
        say = self._texts
        where = [source.label]
        where += [say("source-section", section=source.section)] if source.section else []
        where += [self._lines(source.lines)] if source.lines else []
        where += [say("source-read", day=source.read_from)] if source.read_from else []
        where += [say(f"source-{source.confidence}")] if source.confidence not in ("", "verified") else []
        return say("source" if source.says else "source-only", where=", ".join(where), says=source.says)

    def _lines(self, lines: tuple[int, int]) -> str:
        first, last = lines
        return self._texts("source-line" if first == last else "source-lines", first=first, last=last)

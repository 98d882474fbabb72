"""What a finding is about: the people, what they must get and by what rule, and since when nobody does it."""

from collections.abc import Iterator, Sequence

from hiaat.explain.ends import Ends
from hiaat.explain.model import Sentence
from hiaat.explain.norms import alike, ranked
from hiaat.explain.reach import rights
from hiaat.explain.since import undated_claims, vague_since
from hiaat.explain.teller import Teller
from hiaat.findings import Condition, Finding
from hiaat.knowledge.terms import AT_SOME_TIME, h, rdfs

RIGHTS = 1
RULES = 2
UNSAID = "unsaid"
NOBODY = ("since-nobody-ever", "since-nobody")
WHOLE = ("since-nobody-ever-whole", "since-nobody-whole")
PARTLY = ("NarrowerFunction", "OtherWindows")
PERFORMANCE = "Performance"


class Asked:
    """Tells situation, requirement and time of one finding."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding

    def situation(self) -> Sentence:
        """Who lives where, and in what form."""
        one, scene = self._finding.situation, self._scene
        setting = scene.setting(one)
        size = scene.number(one, "size")
        key = "situation-one" if size == 1 else "situation"
        if size is None:
            key = "situation-itself" if scene.label(setting) == scene.label(one) else "situation-some"
        return self._teller.say(
            key,
            [one],
            setting=scene.label(setting),
            place=scene.value(setting, "place"),
            size=str(size),
            name=scene.label(one),
            features=self._features(),
        )

    def required(self, *, ask: bool = True) -> Iterator[Sentence]:
        """The rights and rules, strongest first; whether their condition is met; what is needed in fact.

        Without `ask` it leaves out conditions of which it is not known whether they are met: they are asked elsewhere.
        """
        named = {norm for cell in self._finding.cells for norm in cell.required_by}
        norms = ranked(self._lexicon, (n for n in named if self._is_requirement(n)), self._finding.function)
        also = [norm for norm in rights(self._scene, self._finding) if norm not in norms][:RIGHTS]
        groups = [*([norm] for norm in also), *alike(self._lexicon, norms)[:RULES]]
        told = [norm for group in groups for norm in group]
        for group in groups:
            yield self._teller.right(group)
        needs = sorted(named & set(self._scene.things("Need")))
        yield from self._conditions(told, settled=bool(needs) or not ask)
        yield from self._teller.see_also((norm for norm in norms if norm not in told), told)
        for need in needs:
            yield self._need(need)
        if groups and not needs and all(not cell.certain for cell in self._finding.cells):
            yield self._teller.say("required-perhaps", [cell.iri for cell in self._finding.cells])
        norms = sorted({norm for cell in self._finding.cells for norm in cell.triggered_by})
        for key, word in (("triggered-by-gap", "onGapIn"), ("triggered-by-end", "onEndingOf")):
            calling = [norm for norm in norms if self._lexicon.nodes(norm, word)]
            functions = dict.fromkeys(one for norm in calling for one in self._lexicon.nodes(norm, word))
            if functions:
                yield self._teller.say(key, calling, functions=self._lexicon.join(map(self._lexicon.label, functions)))

    def since(self, *, bound: bool) -> Iterator[Sentence]:
        """Since when nobody has taken it on; or since when there is a gap, or what else it is about."""
        cells = [cell.iri for cell in self._finding.cells]
        day = self._finding.since
        since = self._lexicon.date(day) if day else ""
        if bound:
            windows = self._lexicon.windows(self._finding.windows)
            key = "since-gap" if any(cell.verdict == "Gap" for cell in self._finding.cells) else "warning-since"
            if undated := undated_claims(self._teller, self._finding):
                yield self._teller.say("warning-undated", undated)
            elif since:
                yield self._teller.say(key, cells, since=since, windows=windows)
                yield from vague_since(self._teller, self._finding)
            return
        apart = self._lexicon.windows(self._finding.windows, apart=True)
        once = self._lexicon.windows(self._finding.windows)
        of_several = apart != once  # told group by group, or not at all at one time
        if self._finding.responsibility == PERFORMANCE:
            ever, dated = WHOLE if self._is_partly_done() else NOBODY
            key = dated if since else ever
        else:
            key = "since-none" if since else "since-none-ever"
        slots = {"windows": apart if of_several else "", "when": "" if of_several else once}
        yield self._teller.say(key, cells, since=since, **slots)
        yield from vague_since(self._teller, self._finding)

    def _is_partly_done(self) -> bool:
        """Whether somebody does a part of the work, or does it at other times."""
        return any(one.reason in PARTLY for cell in self._finding.cells for one in cell.candidates)

    def part_and_past(self) -> Iterator[Sentence]:
        """Who does a part of it, who used to do it, and who does it in fact without being bound."""
        candidates = sorted(
            {one for cell in self._finding.cells for one in cell.candidates}, key=lambda one: (one.party, one.ground)
        )
        for one in candidates:
            engagement = self._scene.engagement(one.ground)
            does = self._lexicon.text(engagement.function, "doesPhrase") if engagement else ""
            if one.reason == "NarrowerFunction" and does:
                yield self._teller.say("part-only", [one.ground], party=self._scene.party(one.party), clause=does)
        yield from Ends(self._teller).opening(self._finding, candidates)
        yield from self._in_fact()

    def _in_fact(self) -> Iterator[Sentence]:
        """Who does it without being bound, in windows that this is about; beside a holder that changes nothing."""
        held = all(cell.verdict == "Held" for cell in self._finding.cells)
        asked = set(self._finding.windows)
        holders = {party for cell in self._finding.cells for party in cell.holders}
        told = []
        for fact in self._finding.in_fact:
            party = self._scene.value(fact, "party")
            windows = self._lexicon.atoms(self._scene.values(fact, "window"))
            here = windows if AT_SOME_TIME in asked else windows & asked
            if (windows and not here) or party in holders:
                continue
            told.append(fact)
            yield self._teller.say(
                "in-fact-too" if held else "in-fact",
                [fact],
                party=self._scene.party(party),
                windows=self._lexicon.windows(here if here != asked else ()),
                cites=self._teller.cite([fact]),
            )
        if told and not held:
            yield self._teller.say("in-fact-not-arranged", told)

    def _features(self) -> str:
        """The characteristics of the situation that have a phrase."""
        said = [v for one in self._characteristics() for v in self._scene.about(self._finding.situation, one)]
        return self._lexicon.join(self._lexicon.text(value, "phrase") for value in said)

    def _characteristics(self) -> list[str]:
        properties = self._lexicon.words.subjects(rdfs("subPropertyOf"), h("characteristic"))
        return sorted((node.value for node in properties), key=self._lexicon.order)

    def _conditions(self, told: Sequence[str], *, settled: bool) -> Iterator[Sentence]:
        """The conditions of the rules told, each fact once; those of the last rules are the most telling."""
        found: dict[str, Condition] = {}
        for norm in told:
            for one in self._scene.judgement.conditions:
                if one.norm == norm and one.condition in self._lexicon.nodes(norm, "requiresIf"):
                    found[one.fact or UNSAID] = one
        met = {fact: one for fact, one in found.items() if one.state == "Met" and self._is_about(fact)}
        for fact, one in met.items():
            condition, source = self._lexicon.condition(one.condition), self._scene.source(fact)
            yield self._teller.say("required-if-met", [fact, one.condition], condition=condition, source=source)
        unknown = [one for one in found.values() if one.state == "Unknown"]
        if unknown and not met and not settled:
            condition = self._lexicon.condition(unknown[-1].condition)
            yield self._teller.say("required-if-unknown", [unknown[-1].condition], condition=condition)

    def _is_about(self, fact: str) -> bool:
        if fact == UNSAID:
            return False
        named = self._scene.values(fact, "of")
        return not named or self._finding.situation in named

    def _need(self, need: str) -> Sentence:
        first = self._scene.number(need, "fromDay") or 1
        windows = [one for one in self._scene.values(need, "window") if one != AT_SOME_TIME]
        return self._teller.say(
            "needed",
            [need],
            windows=self._lexicon.windows(windows),
            since=self._lexicon.date(first) if first > 1 else "",
            cites=self._teller.cite([need]),
        )

    def _is_requirement(self, norm: str) -> bool:
        return self._lexicon.is_a(norm, "Requirement")

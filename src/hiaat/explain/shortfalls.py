"""Why a party falls short, in sentences: what is outside its reach, which conditions are not met or not known."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from hiaat.explain.model import Sentence
from hiaat.explain.norms import alike, one_a_voice, ranked
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Engagement, Shortfall

LIMITS = 3
CONDITIONS = 3
FEW = 4  # from this number on conditions are numbered
UNMET = "ConditionUnmet"
NOT_MET, OPEN, MET = "unmet-named", "open-named", "met-named"
STATES = {"NotMet": NOT_MET, "Unknown": OPEN, "Met": MET}


class Shortfalls:
    """Tells the shortfalls of candidates for one function."""

    def __init__(self, teller: Teller, function: str) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._function = function

    def limits(self, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """Norms that keep the function from a party: outside its competence, not its task, not to be paid for."""
        found = [one for candidate in candidates for one in candidate.shortfalls if self._is_limit(one)]
        sources = {one.source for one in found}
        near = [basis for one in candidates for basis in self._lexicon.nodes(one.ground, "basedOn")]
        norms = ranked(self._lexicon, sources, self._function, near, later_first=True)
        unsure = {one.source for one in found if one.certainty != "surely"}
        written = [norm for norm in norms if not self._scene.library.is_reading(norm)]
        told = [*one_a_voice(self._lexicon, written), *written, *norms]
        first = list(dict.fromkeys(told))[:LIMITS]
        for norm in [norm for norm in norms if norm in first]:
            yield self._teller.norm([norm], self._subject(norm, candidates[0].party))
        yield from self._teller.see_also((norm for norm in norms if norm not in first), first)
        if unsure:
            yield self._teller.say("uncertain", unsure, cites=self._teller.cite(sorted(unsure)))

    def preconditions(self, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """Conditions that norms set: first those that are surely not met, then those of which it is not known."""
        near = [basis for one in candidates for basis in self._lexicon.nodes(one.ground, "basedOn")]
        shortfalls = [one for candidate in candidates for one in candidate.shortfalls if self._is_precondition(one)]
        grounds = {one.ground for one in candidates}
        own = [one for one in shortfalls if one.source in grounds]
        yield from self._own(own)
        shortfalls = [one for one in shortfalls if one not in own]
        certain = {one.source for one in shortfalls if one.certainty == "surely"}
        for sources, key in ((certain, "unmet"), ({one.source for one in shortfalls} - certain, "open")):
            groups = alike(self._lexicon, ranked(self._lexicon, sources, self._function, near))
            party = self._scene.party(candidates[0].party)
            for group in groups[:CONDITIONS]:
                yield self._teller.norm(group, party)
            named = self.named(sources) if key == "unmet" else []
            yield from named
            if groups and not named:
                several = key == "unmet" and len(groups) > 1
                yield self._teller.say("unmet-several" if several else key, sorted(sources))
            yield from self._teller.see_also(norm for group in groups[CONDITIONS:] for norm in group)

    def _own(self, shortfalls: Sequence[Shortfall]) -> Iterator[Sentence]:
        """Conditions that a norm that was told sets itself, by name: what is not so, then what is not known."""
        for key, sure in ((NOT_MET, True), (OPEN, False)):
            named = [one.condition for one in shortfalls if one.condition and (one.certainty == "surely") == sure]
            conditions = list(dict.fromkeys(one.condition for one in named))
            if conditions:
                yield self._teller.say(key, conditions, conditions=self.listed(conditions))

    def named(self, norms: Collection[str | None]) -> list[Sentence]:
        """Which conditions of norms are met and which not, each by name; nothing where all are alike."""
        told = self.by_state(norms)
        return [self._teller.say(key, same, conditions=self.listed(same)) for key, same in told.items()]

    def listed(self, conditions: Iterable[str]) -> str:
        """Conditions in running text; numbered where commas alone would not keep them apart."""
        said = list(dict.fromkeys(map(self.condition, conditions)))
        plain = len(said) < 2 or (len(said) < FEW and not any(set(".,") & set(one) for one in said))
        return self._lexicon.join(said) if plain else self._lexicon.numbered(said)

    def by_state(self, norms: Collection[str | None]) -> dict[str, list[str]]:
        """The conditions of norms by how they stand, those that are not met first; nothing where all are alike."""
        states: dict[str, set[str]] = {}
        for one in self._scene.judgement.conditions:
            if one.norm in norms:
                states.setdefault(one.condition, set()).add(one.state)
        if any(len(found) > 1 for found in states.values()):  # in one situation so, in another not
            return {}
        told: dict[str, list[str]] = {}
        for condition, (state,) in sorted(states.items()):
            told.setdefault(STATES[state], []).append(condition)
        if len(told) < 2 or NOT_MET not in told:
            return {}
        return {key: told[key] for key in STATES.values() if key in told}

    def terms(self, candidate: Candidate) -> Iterator[Sentence]:
        """Conditions that an agreement sets."""
        engagement = self._scene.engagement(candidate.ground)
        shortfalls = [one for one in candidate.shortfalls if one.cause == UNMET and not self._is_precondition(one)]
        if engagement and shortfalls:
            sources = [one.source for one in shortfalls]
            yield self.term(engagement.source, candidate.party, sources)
            yield from self.states(sources, shortfalls, one="term-unmet", several="term-unmet")

    def states(
        self,
        conditions: Sequence[str],
        shortfalls: Iterable[Shortfall],
        one: str = "unmet",
        several: str = "unmet-several",
    ) -> Iterator[Sentence]:
        """Whether conditions that were told are met, if any is not: of all at once, or of each where they differ."""
        unmet = [short for short in shortfalls if short.cause == UNMET and not self._is_norm(short.source)]
        if not unmet:
            return
        found: dict[str, list[str]] = {NOT_MET: [], OPEN: [], MET: []}
        for condition in dict.fromkeys(conditions):
            found[self._state(condition, unmet)].append(condition)
        told = {state: same for state, same in found.items() if same}
        if len(told) > 1:
            for state, same in told.items():
                yield self._teller.say(state, same, conditions=self.listed(same))
            return
        certain = any(short.certainty == "surely" for short in unmet)
        key = "open" if not certain else several if len(found[NOT_MET]) > 1 else one
        yield self._teller.say(key, [short.source for short in unmet])

    def _state(self, condition: str, unmet: Iterable[Shortfall]) -> str:
        parts = {condition, *self._lexicon.nodes(condition, "member")}
        certainties = {short.certainty for short in unmet if short.source in parts}
        return NOT_MET if "surely" in certainties else OPEN if certainties else MET

    def term(self, agreement: str, party: str, conditions: Iterable[str]) -> Sentence:
        """What an agreement, or a party that took something on by itself, sets as a condition."""
        found = list(dict.fromkeys(conditions))
        told = self.listed(found)
        facts = [agreement, *found]
        if not self._scene.value(agreement, "agreementKind"):
            return self._teller.say("term-own", facts, conditions=told)
        others = self._scene.others(agreement, party)
        return self._teller.say(
            "term", facts, agreement=self._scene.agreement(agreement), others=others, conditions=told
        )

    def facts(self, candidate: Candidate) -> Iterator[Sentence]:
        """Shortfalls that rest on facts: unable, denied, shared, uncertain."""
        for one in candidate.shortfalls:
            tell = self._facts.get(one.cause)
            if tell is not None and not self._is_limit(one) and not self._is_loss(one):
                yield tell(one)
        lost = [one for one in candidate.shortfalls if self._is_loss(one)]
        if lost:
            yield from self._without_performer(candidate, lost)

    def fact(self, one: Shortfall) -> tuple[str, ...]:
        """What tells a shortfall that rests on a fact; the same for those that are told in the same words."""
        if one.cause not in self._facts or self._is_limit(one):
            return ()
        return (one.cause, one.certainty, "" if one.cause == "SharedWithoutLead" else one.source)

    def condition(self, condition: str) -> str:
        """A condition as a clause: its own words, or what the scenario asks for."""
        kind = self._scene.value(condition, "needsAgreement")
        if kind:
            writing = self._scene.value(condition, "needsWriting") == "true"
            return self._lexicon.fill(
                "condition-agreement",
                label=self._lexicon.label(kind),
                partners=self._scene.parties(sorted(self._scene.values(condition, "partner"))),
                writing=self._lexicon.fill("in-writing") if writing else "",
            )
        function = self._scene.value(condition, "needsFunction")
        if function:
            windows = self._lexicon.windows(self._scene.values(condition, "window"))
            return self._lexicon.fill("condition-function", function=self._lexicon.phrase(function), windows=windows)
        return self._lexicon.condition(condition)

    @property
    def _facts(self) -> dict[str, Callable[[Shortfall], Sentence]]:
        return {
            "NoCapacity": self._unable,
            "BeyondCompetence": self._unable,
            "SharedWithoutLead": lambda one: self._teller.say("shared", [one.source]),
        }

    def _unable(self, one: Shortfall) -> Sentence:
        """A state of the party; possibly only, where its days are not sure."""
        why = self._scene.value(one.source, "stateKind") or one.source
        key = "no-capacity" if one.certainty == "surely" else "no-capacity-perhaps"
        return self._teller.say(key, [one.source], why=self._scene.label(why), cites=self._teller.cite([one.source]))

    def _is_loss(self, one: Shortfall) -> bool:
        """Whether a party is unable because nobody is left who does it for that party, not by a state of its own."""
        return (
            one.cause == "NoCapacity"
            and not self._is_norm(one.source)
            and not self._scene.value(one.source, "stateKind")
        )

    def _without_performer(self, candidate: Candidate, lost: Sequence[Shortfall]) -> Iterator[Sentence]:
        sources = list(dict.fromkeys(one.source for one in lost))
        if all(one.certainty != "surely" for one in lost):
            yield self._teller.say("no-performer-perhaps", sources, cites=self._teller.cite(sources))
            return
        since = max((one.since for one in lost if one.since), default=None)
        yield self._teller.say("no-performer", sources, since=self._lexicon.date(since) if since else "")
        for gone in self._gone(candidate, sources):
            yield self._teller.say(
                "no-performer-was",
                [gone.iri, *gone.ended_by],
                party=self._scene.party(gone.party),
                day=self._lexicon.date(gone.last_day or self._scene.day),
                cites=self._teller.cite(gone.ended_by),
            )

    def _gone(self, candidate: Candidate, sources: Sequence[str]) -> list[Engagement]:
        """What others took on for a candidate and that was ended so; of each of them the latest."""
        latest: dict[str, Engagement] = {}
        for one in sorted(self._scene.judgement.engagements.values(), key=lambda one: (one.last_day or 0, one.iri)):
            ended = set(one.ended_by) & set(sources)
            if ended and candidate.party in one.principals and one.kind == "Performance":
                latest[one.party] = one
        return [latest[party] for party in sorted(latest)]

    def _is_limit(self, one: Shortfall) -> bool:
        return one.cause not in (UNMET, "Uncertain", "SharedWithoutLead") and self._is_norm(one.source)

    def _is_precondition(self, one: Shortfall) -> bool:
        return one.cause == UNMET and self._is_norm(one.source)

    def _is_norm(self, source: str) -> bool:
        return self._lexicon.strength(source) > 0

    def _subject(self, norm: str, party: str) -> str:
        money = self._lexicon.is_a(norm, "FinancingRule")
        return self._lexicon.fill("unfundable-subject") if money else self._scene.party(party)

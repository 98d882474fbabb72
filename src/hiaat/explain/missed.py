"""Near misses: parties that have something to do with a function and do not do it."""

from collections.abc import Callable, Iterable, Iterator

from hiaat.explain.brought import fitting, functions, only_where, where_from
from hiaat.explain.model import Sentence
from hiaat.explain.offers import begins_later
from hiaat.explain.teller import Teller
from hiaat.explain.unable import disabled
from hiaat.findings import Candidate, Engagement, Finding


class NearMisses:
    """Tells why a party that comes near a function misses it."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._function = finding.function

    def tell(self, one: Candidate, others: Iterable[Candidate]) -> Iterator[Sentence]:
        """Why it misses, and whether what it does suffices for others."""
        if any(self._lexicon.is_a(one.ground, word) for word in ("CompetenceLimit", "Exclusion", "Prohibition")):
            yield self._teller.norm([one.ground], self._scene.party(one.party))
            return
        yield self._reasons[one.reason or ""](one)
        yield from self._left_open(one, others)

    @property
    def _reasons(self) -> dict[str, Callable[[Candidate], Sentence]]:
        return {
            "OtherKind": self._other_kind,
            "NarrowerFunction": self._narrower,
            "OtherWindows": self._other_windows,
            "AbleType": self._able,
        }

    def _able(self, one: Candidate) -> Sentence:
        """That it could; or cannot now, not yet, or not by what it agreed."""
        if states := self._unable(one.party):
            why = self._lexicon.join(self._lexicon.label(self._scene.value(state, "stateKind")) for state in states)
            return self._teller.say("no-capacity", [one.party, *states], why=why, cites=self._teller.cite(states))
        coming = begins_later(self._scene, self._finding, one.party)
        agreement = "" if coming else self._agreed_elsewhere(one.party)
        if agreement:
            templates = fitting(self._scene, agreement)
            return self._teller.say(
                "miss-able-agreement",
                [one.party, agreement, *templates],
                agreement=self._scene.agreement(agreement),
                where=only_where(self._scene, templates),
                sources=where_from(self._scene, templates),
                cites=self._teller.cite([agreement]),
            )
        return self._teller.say("miss-able-yet" if coming else "miss-able", [one.party])

    def _unable(self, party: str) -> list[str]:
        """States of a party in which it surely cannot do any work."""
        scene, day = self._scene, self._scene.day
        return [
            one
            for one in scene.things("PartyState")
            if party in scene.values(one, "party")
            and "Performance" in disabled(scene, one)
            and (scene.number(one, "fromDay") or day) <= day <= (scene.number(one, "untilDay") or day)
        ]

    def _agreed_elsewhere(self, party: str) -> str:
        """An agreement with these people by whose kind a party does this work, though not for them, as things stand."""
        scene, day = self._scene, self._scene.day
        subjects = {subject for one in self._finding.situations for subject in scene.values(one, "subject")}
        for one in scene.things("Agreement"):
            between = set(scene.values(one, "between"))
            first, last = (scene.number(one, word) for word in ("fromDay", "latestDay"))
            current = (first or 1) <= day <= (last or day)
            if party in between and subjects & between and current and self._brings(one, party):
                return one
        return ""

    def _brings(self, agreement: str, party: str) -> bool:
        """Whether its kind has a party of this type do this work for some people, and it does for none of these."""
        lexicon, types = self._scene.lexicon, self._scene.all_types(party)
        mine = [one for one in fitting(self._scene, agreement) if types.issuperset(lexicon.nodes(one, "byType"))]
        about = any(lexicon.narrower_or_same(self._function, one) for one in functions(self._scene, agreement, mine))
        here = (one for one in self._scene.judgement.engagements.values() if one.agreement == agreement)
        return about and not any(one.situation in self._finding.situations for one in here)

    def _other_kind(self, one: Candidate) -> Sentence:
        in_fact = self._in_fact(one.party)
        if in_fact:
            return self._teller.say("miss-in-fact", [one.ground, one.party, *in_fact])
        windows = self._lexicon.windows(self._done_in(one.party))
        if windows:
            return self._teller.say("miss-other-windows", [one.ground, one.party], windows=windows)
        if (taken := self._taken_at_some_time(one.party)) is not None:
            return self._teller.say("miss-other-some-time", [one.ground, one.party, taken.source])
        performer = self._lexicon.text(self._function, "performerPhrase")
        able = self._scene.can_perform(one.party, self._function)
        must = "miss-answers" if self._only_answers(one) else "miss-other"
        key = f"{must}-no" if performer and not able else must
        return self._teller.say(key, [one.ground, one.party], performer=performer)

    def _only_answers(self, one: Candidate) -> bool:
        """Whether a party answers for the work on this ground, and must arrange it on none."""
        here = (self._finding.situation, self._function)
        cells = [cell for cell in self._scene.judgement.cells if (cell.situation, cell.function) == here]
        kinds = {
            cell.kind
            for cell in cells
            for other in cell.candidates
            if (other.party, other.sound) == (one.party, "surely")
        }
        return "Accountability" in kinds and "Organisation" not in kinds

    def _in_fact(self, party: str) -> list[str]:
        """What says that a party does it in fact, without being bound."""
        return [fact for fact in self._finding.in_fact if self._scene.value(fact, "party") == party]

    def _done_in(self, party: str) -> list[str]:
        """The windows in which a party does this very work."""
        here = (self._finding.situation, self._function, "Performance")
        cells = (one for one in self._scene.judgement.cells if (one.situation, one.function, one.kind) == here)
        return [cell.window for cell in cells if party in cell.holders]

    def _taken_at_some_time(self, party: str) -> Engagement | None:
        """What it took on of this very work without saying when."""
        engagements = self._scene.judgement.engagements.values()
        mine = (one for one in engagements if (one.party, one.kind, one.status) == (party, "Performance", "Running"))
        here = (
            one for one in mine if one.situation == self._finding.situation and not self._lexicon.windows(one.windows)
        )
        return next((one for one in here if self._lexicon.narrower_or_same(self._function, one.function)), None)

    def _narrower(self, one: Candidate) -> Sentence:
        engagement = self._scene.engagement(one.ground)
        function = engagement.function if engagement else self._function
        does = self._lexicon.text(function, "doesPhrase")
        if does:
            return self._teller.say("miss-narrower-does", [one.ground], clause=does)
        return self._teller.say("miss-narrower", [one.ground], function=self._lexicon.phrase(function))

    def _other_windows(self, one: Candidate) -> Sentence:
        engagement = self._scene.engagement(one.ground)
        windows = self._lexicon.windows(engagement.windows if engagement else ())
        taken = "miss-windows-taken" if self._in_fact(one.party) else "miss-windows"
        key = taken if windows else "miss-some-time"
        return self._teller.say(key, [one.ground], windows=windows)

    def _left_open(self, one: Candidate, others: Iterable[Candidate]) -> Iterator[Sentence]:
        """Whether a narrower function suffices for a condition of somebody else, where the source does not say."""
        engagement = self._scene.engagement(one.ground)
        for short in (short for other in others for short in other.shortfalls if short.certainty == "possibly"):
            condition = short.condition.condition if short.condition else ""
            sources = self._lexicon.nodes(condition, "leftOpenIn") if condition else []
            if engagement and sources and engagement.function in self._lexicon.nodes(condition, "perhapsBy"):
                cites = self._lexicon.join(map(self._scene.library.cite, sources))
                facts = [short.source, condition, *sources]
                yield self._teller.say("open-suffices", facts, voice=self._teller.voice(short.source), cites=cites)
                return

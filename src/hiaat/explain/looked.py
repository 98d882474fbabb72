"""Whom did we look at: a bullet for every party that came into view, with everything it lacks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from hiaat.explain.claims import Claims
from hiaat.explain.ends import Ends
from hiaat.explain.missed import NearMisses
from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import ranked
from hiaat.explain.offers import later_offers
from hiaat.explain.reach import refusal_norms
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Finding

_ORDER = (
    "Former",
    "Bound",
    "NarrowerFunction",
    "OtherWindows",
    "OtherKind",
    "Refused",
    "Claimed",
    "Prospect",
    "AbleType",
)
Extra = Callable[[str], Iterable[Sentence]]


class Looked:
    """Tells the candidates of one finding."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._setting = teller.scene.setting(finding.situation)
        self._short = Shortfalls(teller, finding.function)
        self._missed = NearMisses(teller, finding)
        self._ends = Ends(teller)
        self._claims = Claims(teller, finding.function)
        self._windows: dict[Candidate, set[str]] = {}
        for cell in finding.cells:
            for candidate in cell.candidates:
                self._windows.setdefault(candidate, set()).add(cell.window)

    def paragraph(self, more: Extra) -> Paragraph:
        """Every party; `more` says of a party what other findings have to do with this one."""
        told = [candidate for candidate in self._windows if self._worth_telling(candidate)]
        parties = sorted({one.party for one in told}, key=lambda party: (self._first(told, party), party))
        bullets = [self._party([one for one in told if one.party == party], more) for party in parties]
        bullets += self._jointly()
        empty = [] if bullets else [self._teller.say("looked-nobody", [self._finding.iri])]
        return self._teller.paragraph("looked", empty, bullets)

    def _worth_telling(self, candidate: Candidate) -> bool:
        """Duties laid on everybody together say nothing of anybody, unless that is what the finding is about.

        Those whom they bind are told in one go, after the others.
        Of several functions at once it would not be clear to which of them a party comes close.
        """
        if candidate.reason and len(self._finding.functions) > 1:
            return False
        causes = {one.cause for one in candidate.shortfalls}
        return causes != {"SharedWithoutLead"} or self._finding.kind in causes

    def _jointly(self) -> Iterator[Bullet]:
        """Who is bound with others and falls short only because nobody leads: a bullet for those bound by the same."""
        grounds: dict[str, list[str]] = {}
        for one in self._windows:
            if not self._worth_telling(one) and not one.reason:
                grounds.setdefault(one.party, []).append(one.ground)
        together: dict[tuple[str, ...], list[str]] = {}
        for party, found in sorted(grounds.items()):
            together.setdefault(tuple(ranked(self._lexicon, found, self._finding.function)), []).append(party)
        for norms, parties in together.items():
            lead = self._lexicon.join(self._scene.lead(one, self._setting) for one in parties)
            key = "looked-jointly-several" if len(parties) > 1 else "looked-jointly"
            said = self._teller.say(key, [*norms, *parties], cites=self._teller.cite(norms))
            yield self._teller.bullet(lead, [said])

    def _first(self, told: Sequence[Candidate], party: str) -> int:
        return min(self._rank(one) for one in told if one.party == party)

    @staticmethod
    def _rank(candidate: Candidate) -> int:
        return _ORDER.index(candidate.reason or candidate.standing)

    def _party(self, candidates: Sequence[Candidate], more: Extra) -> Bullet:
        party = candidates[0].party
        sentences = [said for block in self._blocks(candidates) for said in block]
        sentences += self._doubt(candidates)
        sentences += self._claims.of(party, candidates)
        sentences += self._denied([one for one in candidates if one.standing == "Claimed"], sentences)
        sentences += later_offers(self._teller, self._finding, party)
        sentences += more(party)
        lead = self._scene.lead(party, self._setting)
        former = any(one.standing == "Former" and self._scene.engagement(one.ground) for one in candidates)
        if former and all(party not in cell.holders for cell in self._finding.cells):
            lead = self._scene.former(party)
        return self._teller.bullet(lead, list(dict.fromkeys(sentences)))

    def _blocks(self, candidates: Sequence[Candidate]) -> Iterator[list[Sentence]]:
        """What is to be told of a party; the same is told once, with all the windows that it is about."""
        told: dict[tuple[str, ...], tuple[list[Sentence], str, set[str]]] = {}
        for group in self._grouped(candidates):
            said = list(self._tell(group))
            _, _, windows = told.setdefault(tuple(map(str, said)), (said, group[0].ground, set()))
            windows.update(window for one in group for window in self._windows[one])
        for said, ground, windows in told.values():
            called = self._lexicon.windows(windows)  # nothing, where it is at some time only
            if said and called and windows != set(self._finding.windows):
                said.append(self._teller.say("windows-only", [ground], windows=called))
            yield said

    def _denied(self, claimed: Sequence[Candidate], told: Sequence[Sentence]) -> Iterator[Sentence]:
        """By which norms the voice of a party denies what others say of it, where that was not told of it already."""
        known = {fact for said in told for fact in said.facts}
        for one in claimed:
            new = tuple(short for short in one.shortfalls if short.source not in known)
            known |= {short.source for short in new}
            yield from self._short.limits([replace(one, shortfalls=new)])

    def _doubt(self, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """That some of what was told of a party holds only possibly, once; of an engagement it was said."""
        plain = [one for one in candidates if self._scene.engagement(one.ground) is None]
        unsure = list(dict.fromkeys(one.ground for one in plain if _is_unsure(one)))
        if unsure:
            sure = {one.ground for one in candidates} - set(unsure)
            yield self._teller.say("uncertain", unsure, cites=self._teller.cite(unsure) if sure else "")

    def _grouped(self, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
        """Prospects by a norm are told together, and duties that ended, or that fail, together; the others one by one.

        What was promised comes before what may be.
        """
        willing = [one for one in candidates if self._by_norm(one)]
        groups: dict[object, list[Candidate]] = {}
        for one in sorted(candidates, key=lambda one: (self._rank(one), one.ground)):
            if one not in willing:
                groups.setdefault(self._end(one) or self._failing(one) or one.ground, []).append(one)
        return [*groups.values(), willing] if willing else list(groups.values())

    def _end(self, candidate: Candidate) -> object:
        """By what a duty ended, and in which windows it is told: the same for duties that can be told together."""
        if candidate.standing != "Former" or self._lexicon.strength(candidate.ground) == 0:
            return None
        return tuple(one.source for one in candidate.shortfalls), frozenset(self._windows[candidate])

    def _failing(self, candidate: Candidate) -> object:
        """By what a rule that binds a party fails, and when: the same for rules that can be told together."""
        facts = {one: self._short.fact(one) for one in candidate.shortfalls}
        if candidate.standing != "Bound" or self._lexicon.strength(candidate.ground) == 0 or not all(facts.values()):
            return None
        return frozenset(facts.values()), frozenset(self._windows[candidate])

    def _by_norm(self, candidate: Candidate) -> bool:
        return candidate.standing == "Prospect" and self._lexicon.strength(candidate.ground) > 0

    def _tell(self, group: Sequence[Candidate]) -> Iterator[Sentence]:
        first = group[0]
        if self._by_norm(first):
            yield from self._willing(group)
        elif first.standing == "Former":
            yield from self._ends.former(group)
        elif self._failing(first):
            yield from self._laid(group)
        else:
            yield from self._telling[first.standing](first)

    @property
    def _telling(self) -> dict[str, Callable[[Candidate], Iterator[Sentence]]]:
        return {
            "Bound": self._bound,
            "Claimed": lambda _: iter(()),  # what is said of a party is told after all that lies on it
            "Prospect": self._offer,
            "Refused": self._refused,
            "NearMiss": lambda one: self._missed.tell(one, self._windows),
        }

    def _willing(self, group: Sequence[Candidate]) -> Iterator[Sentence]:
        limits = list(self._short.limits(group))
        if not limits:
            told = {short.source for candidate in group for short in candidate.shortfalls}
            for candidate in group:
                if candidate.ground not in told:
                    yield self._teller.norm([candidate.ground], self._scene.party(candidate.party))
        yield from limits
        yield from self._short.preconditions(group)
        for candidate in group:
            yield from self._short.facts(candidate)

    def _laid(self, group: Sequence[Candidate]) -> Iterator[Sentence]:
        """Rules that bind a party, and then once by what they all fail."""
        for candidate in group:
            yield self._teller.norm([candidate.ground], self._scene.party(candidate.party))
        yield from self._short.facts(group[0])

    def _offer(self, candidate: Candidate) -> Iterator[Sentence]:
        conditions = self._scene.values(candidate.ground, "condition")
        yield self._teller.say(
            "offer" if conditions else "offer-free",
            [candidate.ground, *conditions],
            windows=self._lexicon.windows(self._scene.values(candidate.ground, "window")),
            conditions=self._lexicon.join(map(self._short.condition, conditions)),
            cites=self._teller.cite([candidate.ground]),
        )
        yield from self._short.states(conditions, candidate.shortfalls)
        yield from self._short.limits([candidate])
        yield from self._short.facts(candidate)

    def _bound(self, candidate: Candidate) -> Iterator[Sentence]:
        engagement = self._scene.engagement(candidate.ground)
        if self._scene.value(candidate.ground, "actKind"):
            yield self._ordered(candidate.ground)
        elif engagement is None:
            yield self._teller.norm([candidate.ground], self._scene.party(candidate.party))
        else:
            agreement = engagement.agreement or ""
            yield self._teller.say(
                self._engaged(candidate, agreement),
                [candidate.ground],
                function=self._lexicon.phrase(engagement.function),
                agreement=self._scene.agreement(agreement) if agreement else "",
                others=self._scene.others(agreement, candidate.party) if agreement else "",
                cites=self._teller.cite([candidate.ground]),
            )
        yield from self._short.limits([candidate])
        yield from self._short.preconditions([candidate])
        yield from self._short.terms(candidate)
        yield from self._short.facts(candidate)

    def _engaged(self, candidate: Candidate, agreement: str) -> str:
        """What to say of an engagement: that it is there, that it perhaps is no longer, or perhaps never was."""
        doubts = [one for one in candidate.shortfalls if one.cause == "Uncertain"]
        began = self._scene.number(agreement or candidate.ground, "fromDay") or 1
        if not doubts:
            return "engaged"
        return "engaged-still" if all(one.since and began < one.since for one in doubts) else "engaged-perhaps"

    def _ordered(self, act: str) -> Sentence:
        return self._teller.say(
            "ordered",
            [act],
            party=self._scene.party(self._scene.value(act, "actor")),
            day=self._lexicon.date(self._scene.number(act, "actDay") or self._scene.day),
            cites=self._teller.cite([act]),
        )

    def _refused(self, candidate: Candidate) -> Iterator[Sentence]:
        act = candidate.ground
        yield self._teller.say(
            "refused",
            [act],
            day=self._lexicon.date(self._scene.number(act, "actDay") or self._scene.day),
            reason=self._scene.value(act, "reason"),
            cites=self._teller.cite([act]),
        )
        allowed = refusal_norms(self._scene, self._finding, candidate.party)
        for norm in allowed:
            yield self._teller.norm([norm], self._scene.party(candidate.party))
        if allowed:
            yield self._teller.say("refusal-allowed", allowed)


def _is_unsure(candidate: Candidate) -> bool:
    return any(one.cause == "Uncertain" for one in candidate.shortfalls)

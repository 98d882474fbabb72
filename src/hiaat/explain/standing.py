"""How a candidate stands: bound, former, willing or near, on what ground, and by what it falls short."""

from collections.abc import Callable, Iterator, Sequence

from hiaat.explain.ends import Ends
from hiaat.explain.missed import NearMisses
from hiaat.explain.model import Sentence
from hiaat.explain.orders import order_slots
from hiaat.explain.reach import refusal_norms
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Finding


class Standing:
    """Tells candidates of one finding, each with the windows in which it is one."""

    def __init__(self, teller: Teller, finding: Finding, windows: dict[Candidate, set[str]]) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._windows = windows
        self._short = Shortfalls(teller, finding.function)
        self._missed = NearMisses(teller, finding)
        self._ends = Ends(teller)

    def failing(self, candidate: Candidate) -> object:
        """By what a rule that binds a party fails, and when: the same for rules that can be told together."""
        facts = {one: self._short.fact(one) for one in candidate.shortfalls}
        if candidate.standing != "Bound" or self._lexicon.strength(candidate.ground) == 0 or not all(facts.values()):
            return None
        return frozenset(facts.values()), frozenset(self._windows[candidate])

    def by_norm(self, candidate: Candidate) -> bool:
        """Whether a party may do it by a norm, and promised nothing."""
        return candidate.standing == "Prospect" and self._lexicon.strength(candidate.ground) > 0

    def tell(self, group: Sequence[Candidate]) -> Iterator[Sentence]:
        """What makes a candidate of a party, and by what it falls short; of several that are told together, once."""
        first = group[0]
        if self.by_norm(first):
            yield from self._willing(group)
        elif first.standing == "Former":
            yield from self._ends.former(group)
        elif self.failing(first):
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
            for ground in dict.fromkeys(one.ground for one in group):
                if ground not in told:
                    yield self._teller.norm([ground], self._scene.party(group[0].party))
        yield from limits
        yield from self._short.preconditions(group)
        facts = [said for candidate in group for said in self._short.facts(candidate)]
        yield from {str(said): said for said in facts}.values()

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
            conditions=self._short.listed(conditions),
            cites=self._teller.cite([candidate.ground]),
        )
        yield from self._short.states(conditions, candidate.shortfalls)
        yield from self._short.limits([candidate])
        yield from self._short.facts(candidate)

    def _bound(self, candidate: Candidate) -> Iterator[Sentence]:
        engagement = self._scene.engagement(candidate.ground)
        if self._scene.value(candidate.ground, "actKind"):
            yield self._teller.say("ordered", [candidate.ground], **order_slots(self._teller, candidate.ground))
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

    def _refused(self, candidate: Candidate) -> Iterator[Sentence]:
        act = candidate.ground
        yield self._teller.say(
            "refused",
            [act],
            day=self._lexicon.date(self._scene.number(act, "actDay") or self._scene.day),
            reason=self._scene.value(act, "reason"),
            cites=self._teller.cite([act]),
        )
        limits = list(self._short.limits([candidate]))
        yield from limits
        allowed = refusal_norms(self._scene, self._finding, candidate)
        for norm in allowed:
            yield self._teller.norm([norm], self._scene.party(candidate.party))
        on = [*allowed, *(fact for said in limits for fact in said.facts)]
        if on:
            yield self._teller.say("refusal-allowed", on)

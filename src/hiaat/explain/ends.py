"""Ends: why a party is bound no longer, by an act, a last day, a rule, a tie, or because another is bound no longer."""

from collections.abc import Iterable, Iterator, Sequence

from hiaat.explain.model import Sentence
from hiaat.explain.norms import last_day, until_day
from hiaat.explain.orders import is_order, order_slots
from hiaat.explain.still import going_on
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Engagement, Finding
from hiaat.knowledge.terms import local


class Ends:
    """Tells how former holders became that."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon

    def opening(self, finding: Finding, candidates: Iterable[Candidate]) -> Iterator[Sentence]:
        """Who used to do it and until when, each once; and that no other took over, where nobody holds it now."""
        told: dict[str, Sentence] = {}
        holders = {party for cell in finding.cells for party in cell.holders}
        for one in candidates:
            still = going_on(self._teller, finding, one.party)
            said = self._stopped(one, self._lexicon.windows(finding.windows), self._lexicon.windows(still))
            if said is not None and one.party not in holders:
                told.setdefault(str(said), said)
        yield from told.values()
        if told and not holders:
            yield self._teller.say("no-other", [fact for said in told.values() for fact in said.facts])

    def stopped(self, candidates: Iterable[Candidate]) -> Iterator[Sentence]:
        """Until when each of these did it that surely does it no longer, each once."""
        told = [said for one in candidates if (said := self._stopped(one)) is not None]
        yield from {str(said): said for said in told}.values()

    def former(self, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """Why these candidates of one party, on one ground or on norms that ended together, are former."""
        first = candidates[0]
        links = self.links(first)
        told = [self._broken(first, link) for link in links]
        others = [short.source for short in first.shortfalls if short.source not in {link.iri for link in links}]
        told += [self._ended(candidates, source) for source in others]
        yield from {str(sentence): sentence for sentence in told}.values()

    def links(self, candidate: Candidate) -> list[Engagement]:
        """What another took on, and in whose end this one shared: of each party the latest."""
        latest: dict[str, Engagement] = {}
        for short in candidate.shortfalls:
            link = self._scene.engagement(short.source)
            if link is not None and link.iri != candidate.ground and candidate.standing == "Former":
                best = latest.get(link.party)
                if best is None or (best.last_day or 0) < (link.last_day or 0):
                    latest[link.party] = link
        return [latest[party] for party in sorted(latest)]

    def source(self, engagement: Engagement) -> str:
        """Where the file tells of the end of an engagement: the act or tie that ended it, else its own place."""
        return self._teller.cite(engagement.ended_by or [engagement.iri])

    def _stopped(self, one: Candidate, windows: str = "", still: str = "") -> Sentence | None:
        """Until when a party did it; with the windows that it is about, where it still does it in others."""
        engagement = self._scene.engagement(one.ground)
        if one.standing != "Former" or engagement is None:
            return None
        facts = [one.ground, *(short.source for short in one.shortfalls)]
        link = max(self.links(one), key=lambda link: link.last_day or 0, default=None)
        if link is not None and link.last_day:
            slots = {"party": self._scene.former(one.party), "principal": self._scene.party(link.party)}
            return self._teller.say("former-for", facts, day=self._lexicon.date(link.last_day), **slots)
        if engagement.last_day:
            day = self._lexicon.date(engagement.last_day)
            if still:
                slots = {"party": self._scene.party(one.party), "windows": windows, "still": still}
                return self._teller.say("former-stopped-part", facts, day=day, **slots)
            former = self._scene.former(one.party)
            others = {act: self._scene.value(act, "actor") for act in engagement.ended_by}
            by = [act for act, actor in others.items() if actor and actor != one.party]
            if by:
                actors = self._scene.parties(sorted({others[act] for act in by}))
                cites = self._teller.cite(by)
                return self._teller.say("former-ended", facts, party=former, day=day, actor=actors, cites=cites)
            return self._teller.say("former-stopped", facts, party=former, day=day)
        return None

    def _broken(self, candidate: Candidate, link: Engagement) -> Sentence:
        own = self._scene.engagement(candidate.ground)
        through = (
            [one for one in own.principals if one != link.party] if own and link.party not in own.principals else []
        )
        return self._teller.say(
            "ended-for",
            [candidate.ground, link.iri, *link.ended_by],
            party=self._scene.party(candidate.party),
            principal=self._scene.party(link.party),
            via=self._scene.parties(through),
            since=self._lexicon.date((link.last_day or self._scene.day - 1) + 1),
            cites=self.source(link),
        )

    def _ended(self, candidates: Sequence[Candidate], source: str) -> Sentence:
        first = candidates[0]
        grounds = [one.ground for one in candidates]
        facts, party = [*grounds, source], self._scene.party(first.party)
        is_norm = self._lexicon.strength(first.ground) > 0
        cites = self._teller.cite(grounds if is_norm else [source])
        tie = self._scene.value(source, "tie")
        if tie:
            until = self._lexicon.date(self._scene.number(source, "latestDay") or 0)
            slots = {"party": party, "tie": self._lexicon.label(tie), "last": until, "cites": cites}
            return self._teller.say("ended-tie-norm" if is_norm else "ended-tie", facts, **slots)
        if is_norm and not self._scene.value(source, "actKind"):
            return self._norm_ended(first.ground, facts, {"party": party, "cites": cites})
        if is_order(self._scene, source):
            return self._teller.say("ended-Order", facts, **order_slots(self._teller, source))
        day = self._scene.number(source, "actDay")
        key = f"ended-{local(self._scene.value(source, 'actKind'))}"
        engagement = self._scene.engagement(first.ground)
        last = engagement.last_day if engagement else None
        until = self._lexicon.date(last) if last else ""
        if day is None or not self._lexicon.has(key):
            return self._teller.say("ended", facts, last=until, cites=cites)
        actor = self._scene.value(source, "actor")
        itself = f"{key}-itself" if first.party in self._scene.values(source, "about") else ""
        return self._teller.say(
            itself if self._lexicon.has(itself) else key,
            facts,
            day=self._lexicon.date(day),
            by=self._scene.party(actor) if actor and actor != first.party else "",
            last=until,
            reason=self._scene.value(source, "reason"),
            cites=cites,
        )

    def _norm_ended(self, norm: str, facts: list[str], slots: dict[str, str]) -> Sentence:
        """Until when a rule applied, for a later version of the same article may be told beside it."""
        end = last_day(self._lexicon, norm)
        if end is None:
            return self._teller.say("ended-norm", facts, **slots)
        return self._teller.say("ended-norm-on", facts, until=until_day(self._lexicon, end), **slots)

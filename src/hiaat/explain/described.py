"""Facts of the scenario that a warning rests on: notice, a stand-in, what a party does or says, what is agreed."""

from collections.abc import Iterable, Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.orders import is_order, order_slots
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h, local

NOT_MET = h("NotMet").value
REFUSE = h("Refuse").value
PRECARIOUS = "Precarious"
BREACH = "Breach"


class Described:
    """Tells the facts of one finding, each as the description has it."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding

    def tell(self, facts: Iterable[str]) -> Iterator[Sentence]:
        """Facts of the scenario: notice, a stand-in, what a party does or says, a forbidden agreement."""
        for fact in facts:
            if self._scene.engagement(fact) and self._finding.kind != PRECARIOUS:
                continue
            cites = self._teller.cite([fact])
            day = self._scene.number(fact, "actDay")
            last = self._scene.last_named(fact)
            if is_order(self._scene, fact):
                party = self._scene.party(self._scene.value(fact, "addressee"))
                yield self._teller.say("fact-order", [fact], party=party, **order_slots(self._teller, fact))
            elif self._scene.value(fact, "actKind") == REFUSE:
                yield self._refused(fact, cites)
            elif day:
                until = self._lexicon.date(last) if last else ""
                yield self._teller.say("notice", [fact], day=self._lexicon.date(day), last=until, cites=cites)
            elif self._scene.engagement(fact):
                yield self._teller.say("stand-in", [fact], until=self._until(fact), cites=cites)
            else:
                yield self._said(fact, cites)

    def _until(self, ground: str) -> str:
        """Until when a party took something on, if that was agreed; at the latest, where the day is vague."""
        engagement = self._scene.engagement(ground)
        first, last = (
            self._scene.number(engagement.source, word) if engagement else None for word in ("untilDay", "latestDay")
        )
        if last is None or last >= LAST_DAY:
            return ""
        return self._lexicon.fill("until" if first == last else "until-latest", day=self._lexicon.date(last))

    def _said(self, fact: str, cites: str) -> Sentence:
        """What is agreed, done, claimed, not so, or whatever else is described."""
        if self._scene.value(fact, "agreementKind"):
            agreement, parties = self._scene.agreement(fact), self._scene.parties(self._finding.parties)
            key = "agreement-gone" if self._finding.kind == BREACH else "forbidden"
            return self._teller.say(key, [fact], agreement=agreement, parties=parties, cites=cites)
        if self._lexicon.has(key := f"conduct-{local(self._scene.value(fact, 'conductKind'))}"):
            return self._conduct(key, fact)
        if self._lexicon.has(key := f"claim-{local(self._scene.value(fact, 'claimKind'))}"):
            return self._claim(key, fact)
        if self._scene.value(fact, "state") == NOT_MET:
            named = self._lexicon.label(self._scene.value(fact, "condition"))
            condition = self._lexicon.fill("quoted", text=named)
            return self._teller.say("fact-not", [fact], condition=condition, cites=cites)
        if not self._scene.written(fact):  # it is said elsewhere than in the description
            return self._teller.say("see-also", [fact], cites=cites)
        return self._teller.say("fact", [fact], fact=self._scene.label(fact), cites=cites)

    def _refused(self, act: str, cites: str) -> Sentence:
        """That a party refused to make the agreement that its duty asks for."""
        day = self._lexicon.date(self._scene.number(act, "actDay") or 1)
        party = self._scene.party(self._scene.value(act, "actor"))
        reason = self._scene.value(act, "reason")
        return self._teller.say("fact-refused", [act], party=party, day=day, reason=reason, cites=cites)

    def _conduct(self, key: str, fact: str) -> Sentence:
        """What a party does, as the scenario tells it."""
        first = self._scene.number(fact, "fromDay") or 1
        return self._teller.say(
            key,
            [fact],
            party=self._scene.party(self._scene.value(fact, "party")),
            since=self._lexicon.date(first) if first > 1 else "",
            source=self._scene.source(fact),
            cites=self._teller.cite([fact]),
        )

    def _claim(self, key: str, fact: str) -> Sentence:
        """What a party says of a function, as the scenario tells it."""
        named = self._scene.value(fact, "claimedOf")
        return self._teller.say(
            key,
            [fact],
            party=self._scene.party(self._scene.value(fact, "claimant")),
            function=self._lexicon.phrase(self._scene.value(fact, "function")),
            whom=self._scene.party(named) if named else "",
            cites=self._teller.cite([fact]),
        )

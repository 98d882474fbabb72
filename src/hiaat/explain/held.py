"""Who has what a warning is about: by which agreements, orders or rules, and in which windows."""

from collections.abc import Iterable, Iterator, Sequence

from hiaat.explain.model import Sentence
from hiaat.explain.orders import order_slots, orders_among
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.terms import AT_SOME_TIME, h

ACCOUNTABILITY = "Accountability"
OWN_WORDS = ("Performance", ACCOUNTABILITY)  # kinds that sentences tell without naming them
TAKEN_ON = ""  # where nothing is named


class Held:
    """Tells it of one warning."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding

    def sentences(self) -> Iterator[Sentence]:
        """Who has it, and of each ground in which windows: an agreement may cover fewer of them than a rule."""
        for party in self._finding.parties:
            found: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
            for cell in self._finding.cells:
                sound = {one.ground for one in cell.candidates if one.party == party and one.sound is not None}
                if sound:
                    grounds, windows = found.setdefault(self._told_by(sound), (set(), set()))
                    grounds |= sound
                    windows.add(cell.window)
            for _, (grounds, windows) in sorted(found.items(), key=self._place):
                yield self._held_on(party, sorted(grounds), windows)
                yield from self._ordered_too(party, grounds)

    def _ordered_too(self, party: str, grounds: Iterable[str]) -> Iterator[Sentence]:
        """The orders that lay on a party what it took on as well: they may bind it when that has ended."""
        if any(map(self._scene.engagement, grounds)):
            for order in orders_among(self._scene, grounds):
                slots = order_slots(self._teller, order)
                yield self._teller.say("held-order-too", [order], party=self._scene.party(party), **slots)

    def _place(self, told: tuple[tuple[str, ...], object]) -> tuple[int, tuple[str, ...]]:
        """What was taken on comes before what was ordered, and rules last."""
        by, _ = told
        return (2 if not by else 1 if orders_among(self._scene, filter(None, by)) else 0), by

    def _told_by(self, grounds: Iterable[str]) -> tuple[str, ...]:
        """What a sentence names of these grounds: agreements, or nothing where there was none; orders; rules."""
        engaged = [found for one in grounds if (found := self._scene.engagement(one))]
        agreements = sorted({one.agreement for one in engaged if one.agreement})
        orders = orders_among(self._scene, grounds)
        return tuple(agreements) if agreements else (TAKEN_ON,) if engaged else tuple(orders)

    def _held_on(self, party: str, grounds: Sequence[str], windows: Iterable[str]) -> Sentence:
        """That a party has it on these grounds, in these windows."""
        engagements = [found for one in grounds if (found := self._scene.engagement(one))]
        agreements = [one.agreement for one in engagements if one.agreement]
        orders = orders_among(self._scene, grounds) if not engagements else []
        laid = bool(orders) or all(self._lexicon.strength(one) > 0 for one in grounds)
        by_rule = ("held-order", "answers-order") if orders else ("held-rule", "answers-rule")
        held, answers = by_rule if laid and not agreements else ("held-by" if agreements else "held", "answers")
        answering = laid and self._finding.responsibility == ACCOUNTABILITY
        return self._teller.say(
            answers if answering or self._only_answers(party) else held,
            [*(orders or grounds), *agreements, party],
            **(order_slots(self._teller, orders[-1]) if orders else {}),
            party=self._scene.party(party),
            function=self._lexicon.phrase(self._finding.function),
            kind=self._lexicon.label(h(kind).value) if (kind := self._finding.responsibility) not in OWN_WORDS else "",
            windows=self._lexicon.windows(windows),
            agreement=self._lexicon.join(map(self._scene.agreement, agreements)),
        )

    def _only_answers(self, party: str) -> bool:
        """Whether this is about answering for it, and a party does nothing of the work itself in these windows."""
        done = (self._finding.situation, self._finding.function, "Performance")
        cells = [one for one in self._scene.judgement.cells if (one.situation, one.function, one.kind) == done]
        anywhen = {AT_SOME_TIME, *self._finding.windows}
        does = any(party in cell.holders and (cell.window in anywhen) for cell in cells)
        return self._finding.responsibility == ACCOUNTABILITY and not does

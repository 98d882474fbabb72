"""What must be known: a sentence for every fact that is missing to settle a finding, and whose it is."""

from collections.abc import Iterator

from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.findings import Finding, MissingFact
from hiaat.knowledge.days import FIRST_DAY, LAST_DAY

AGREED = ("AgreementUncertain", "WritingUnknown")
CONDITIONS = ("StateUnknown", "StatementsContradict", "EndingGroundUnknown", "SourceLeavesOpen")
NAMED_BY = ("tie", "stateKind", "function")  # what stands for a thing of the scenario that has no name of its own


class Missing:
    """Tells the missing facts of one finding, the most useful question first."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._short = Shortfalls(teller, finding.function)

    def paragraphs(self, *, ask: bool = True) -> Iterator[Paragraph]:
        """One paragraph, if anything is missing; with `ask` it says what to do with it."""
        if self._finding.missing:
            cells = [cell.iri for cell in self._finding.cells]
            opening = [self._teller.say("ask-unknown", cells)] if ask else []
            bullets = [Bullet("", (self.sentence(fact),)) for fact in self._finding.missing]
            yield self._teller.paragraph("missing", opening, bullets)

    def sentence(self, fact: MissingFact) -> Sentence:
        """One fact: its sort has a sentence of its own, which takes of these slots what it needs."""
        facts = list(dict.fromkeys([*fact.facts, fact.about]))
        told = [one for one in facts if self._scene.value(one, "inScenario")]
        first, last = self._day(fact.earliest), self._day(fact.latest)
        norms = [fact.about] if self._lexicon.strength(fact.about) > 0 else []
        return self._teller.say(
            f"missing-{fact.sort}",
            [fact.about, *fact.of, *fact.facts],
            about=self._about(fact),
            of=self._of(fact),
            cites=self._teller.cite([*told, *norms]),
            first=first,
            last=last,
            earliest="" if last else first,
            latest="" if first else last,
            day=self._day(self._first_number(facts, "actDay")),
            agreement=self._lexicon.join(self._scene.agreement(ended) for ended in self._ended(facts)),
            function=self._lexicon.join(map(self._lexicon.phrase, self._lexicon.nodes(fact.about, "perhapsBy"))),
        )

    def _about(self, fact: MissingFact) -> str:
        about = fact.about
        if fact.sort in CONDITIONS:
            return self._short.condition(about)
        if fact.sort in AGREED or self._scene.value(about, "agreementKind"):
            return self._scene.agreement(about)
        named = next((found for word in NAMED_BY if (found := self._scene.value(about, word))), about)
        return self._scene.label(named)

    def _of(self, fact: MissingFact) -> str:
        parties = set(self._scene.things("Actor"))
        named = (self._scene.party(one) if one in parties else self._scene.label(one) for one in fact.of)
        return self._lexicon.join(sorted(named))

    def _ended(self, acts: list[str]) -> list[str]:
        """The agreements that acts are about."""
        return [about for act in acts for about in self._scene.values(act, "about")]

    def _first_number(self, things: list[str], word: str) -> int | None:
        return next((number for one in things if (number := self._scene.number(one, word))), None)

    def _day(self, day: int | None) -> str:
        return self._lexicon.date(day) if day and FIRST_DAY < day < LAST_DAY else ""

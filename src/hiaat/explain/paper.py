"""On paper: who must see to it, contract it and pay for it, by which order, agreement, act and voice."""

from collections.abc import Iterator, Sequence

from hiaat.explain.model import Paragraph, Sentence
from hiaat.explain.norms import is_joint, is_one_of_several, is_umbrella, one_a_voice, ranked
from hiaat.explain.orders import is_order, order_slots
from hiaat.explain.teller import Teller
from hiaat.findings import Cell, Finding

TOLD = ("Organisation", "Procurement", "Funding")
VOICES = {"Organisation": 3, "Procurement": 2, "Funding": 1}


class Paper:
    """Tells the other kinds of responsibility for the function of a finding; remembers what it told."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._agreements: set[str] = set()
        self._said: set[tuple[str, str]] = set()
        self.told: set[str] = set()

    def paragraph(self, *, bound: bool) -> Paragraph:
        """Who must, and that this is not enough."""
        cells = self._cells()
        sentences = [one for cell in cells for one in self._cell(cell)] or list(self._jointly(cells))
        iris = [cell.iri for cell in self._finding.cells]
        if not self._finding.on_paper:
            missing = [] if self._is_arranged(cells) else self._nobody(cells)
            return self._teller.paragraph("arrange", [*missing, *sentences])
        but = self._teller.say("paper-but-bound" if bound else "paper-but", iris)
        return self._teller.paragraph("paper", [*sentences, but])

    @staticmethod
    def _is_arranged(cells: Sequence[Cell]) -> bool:
        """Whether somebody holds it, to arrange or contract it."""
        return any(cell.holders for cell in cells if cell.kind != "Funding")

    @staticmethod
    def _who_not(cells: Sequence[Cell]) -> str:
        """What to say where nobody does: that somebody should, or that no rule says who."""
        arranging = (cell for cell in cells if cell.kind != "Funding")
        bound = any(one.standing == "Bound" for cell in arranging for one in cell.candidates)
        return "paper-falls-short" if bound else "paper-nobody"

    def _nobody(self, cells: Sequence[Cell]) -> list[Sentence]:
        """That nobody does: who would, were that party described; else that somebody should, or no rule says who."""
        norms = one_a_voice(self._lexicon, ranked(self._lexicon, self._finding.binds_absent, self._finding.function))
        if norms:
            told = [self._teller.norm([norm], self._absent(norm)) for norm in norms[: VOICES["Procurement"]]]
            return [*told, self._teller.say("paper-absent", norms)]
        return [self._teller.say(self._who_not(cells), [cell.iri for cell in self._finding.cells])]

    def _absent(self, norm: str) -> str:
        """The type of party that a norm binds, as running text names it: nothing where that has no phrase."""
        return next((self._lexicon.text(one, "phrase") for one in self._lexicon.nodes(norm, "bearer")), "")

    def _cells(self) -> list[Cell]:
        here = (self._finding.situation, self._finding.function)
        found = [one for one in self._scene.judgement.cells if (one.situation, one.function) == here]
        kinds = TOLD if self._is_about_money() else TOLD[:-1]
        return sorted((one for one in found if one.kind in kinds), key=lambda one: TOLD.index(one.kind))

    def _is_about_money(self) -> bool:
        """Whether somebody falls short because a route cannot pay, so that it matters who does pay."""
        candidates = (one for cell in self._finding.cells for one in cell.candidates)
        return any(short.cause == "Unfundable" for one in candidates for short in one.shortfalls)

    def _cell(self, cell: Cell) -> Iterator[Sentence]:
        for party in cell.holders:
            grounds = sorted({one.ground for one in cell.candidates if one.party == party and one.sound == "surely"})
            yield from self._party(cell.kind, party, grounds)

    def _party(self, kind: str, party: str, grounds: Sequence[str]) -> Iterator[Sentence]:
        for ground in grounds:
            yield from self._ordered(kind, party, ground)
            yield from self._agreed(kind, party, ground)
        norms = ranked(self._lexicon, filter(self._is_own, grounds), self._finding.function)
        norms = [norm for norm in norms if (party, norm) not in self._said]
        self.told.update(norms)
        told = one_a_voice(self._lexicon, norms)[: VOICES[kind]]
        self._said.update((party, norm) for norm in told)
        for norm in told:
            yield self._teller.norm([norm], self._scene.party(party))
        if kind != "Funding":
            yield from self._teller.see_also((norm for norm in norms if norm not in told), told)

    def _jointly(self, cells: Sequence[Cell]) -> Iterator[Sentence]:
        """The rules that lay it on several together, where it is laid on nobody in particular."""
        bound: dict[str, list[str]] = {}
        for one in (one for cell in cells for one in cell.candidates if one.party in cell.holders):
            if self._lexicon.strength(one.ground) > 0:
                bound.setdefault(one.ground, []).append(one.party)
        for norm in ranked(self._lexicon, bound, self._finding.function):
            self.told.add(norm)
            yield (
                self._teller.one_of(norm, set(bound[norm]))
                if is_one_of_several(self._lexicon, norm)
                else (self._teller.norm([norm], self._scene.party(min(bound[norm]))))
            )

    def _ordered(self, kind: str, party: str, act: str) -> Iterator[Sentence]:
        """What an order on this case lays on a party."""
        if not is_order(self._scene, act) or not self._lexicon.has(f"paper-order-{kind}"):
            return
        self.told.add(act)
        yield self._teller.say(
            f"paper-order-{kind}",
            [act],
            party=self._scene.party(party),
            function=self._lexicon.phrase(self._finding.function),
            **order_slots(self._teller, act),
        )

    def _agreed(self, kind: str, party: str, ground: str) -> Iterator[Sentence]:
        """What an agreement lays on a party; one agreement is told once."""
        engagement = self._scene.engagement(ground)
        if engagement is None:
            return
        self.told.add(ground)
        agreement = engagement.source
        if agreement in self._agreements or not self._lexicon.has(f"paper-{kind}"):
            return
        self._agreements.add(agreement)
        bought = f"paper-bought-{kind}"  # an agreement to contract is the contract
        is_bought = bool(engagement.agreement) and self._lexicon.has(bought)
        left = is_bought and self._has_stopped(engagement.agreement)
        yield self._teller.say(
            f"paper-bought-then-{kind}" if left else bought if is_bought else f"paper-{kind}",
            [ground, agreement],
            party=self._scene.party(party),
            function=self._lexicon.phrase(self._finding.function),
            agreement=self._scene.agreement(agreement),
            others=self._scene.others(agreement, party),
        )

    def _has_stopped(self, agreement: str | None) -> bool:
        """Whether who would do the work by this agreement does so no more, though the agreement goes on."""
        engagements = self._scene.judgement.engagements
        by_it = [
            one.standing
            for cell in self._finding.cells
            for one in cell.candidates
            if one.ground in engagements and engagements[one.ground].agreement == agreement
        ]
        return bool(by_it) and set(by_it) == {"Former"}

    def _is_own(self, ground: str) -> bool:
        """Whether a ground is a norm that lays this on a party in particular."""
        lexicon = self._lexicon
        return lexicon.strength(ground) > 0 and not is_joint(lexicon, ground) and not is_umbrella(lexicon, ground)

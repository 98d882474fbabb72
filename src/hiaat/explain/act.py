"""Who can act: a bullet for every party that must, may, must not, or may address others."""

from collections.abc import Collection, Iterator, Sequence

from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import alike, by_remedy, is_umbrella, ranked, remedies
from hiaat.explain.teller import Teller
from hiaat.findings import Finding, PossibleAct

MODALITIES = ("Must", "May", "MustNot", "MayAddress")
TOLD = {"Must": 2, "May": 4, "MustNot": 1, "MayAddress": 2}
FEW = {"Must": 1, "May": 2, "MustNot": 1, "MayAddress": 1}


class Acts:
    """Tells the possible acts of one finding; `told` are the norms that were told on paper already."""

    def __init__(self, teller: Teller, finding: Finding, told: Collection[str] = (), *, short: bool = False) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._paper = set(told)
        self._many = FEW if short else TOLD

    def paragraph(self) -> Paragraph:
        """All parties, those who must first."""
        acts = self._finding.acts
        if not acts:
            nobody = self._teller.say("act-nobody", [self._finding.iri])
            return self._teller.paragraph("act", [nobody])
        parties = sorted({act.party for act in acts}, key=self._first)
        return self._teller.paragraph("act", [], [self._party(party) for party in parties])

    def _first(self, party: str) -> tuple[object, ...]:
        modalities = [MODALITIES.index(act.modality) for act in self._finding.acts if act.party == party]
        return (min(modalities), party != self._scene.setting(self._finding.situation), party)

    def _party(self, party: str) -> Bullet:
        sentences: list[Sentence] = []
        for modality in MODALITIES:
            acts = [act for act in self._finding.acts if act.party == party and act.modality == modality]
            sentences += self._told(modality, acts)
        return self._teller.bullet(self._scene.lead(party, ""), sentences)

    def _told(self, modality: str, acts: Sequence[PossibleAct]) -> Iterator[Sentence]:
        grounds = [act.ground for act in acts]
        above = [ground for ground in grounds if ground in self._paper]
        if above:
            yield self._teller.say("act-must", above, cites=self._teller.cite(above))
        norms = [ground for ground in grounds if ground not in self._paper and self._lexicon.strength(ground) > 0]
        if modality == "MayAddress":
            towards = sorted({party for act in acts for party in act.towards})
            yield from self._address(norms, towards)
        yield from self._norms(norms, modality, acts)
        promised = [one for one in grounds if one not in self._paper and self._lexicon.strength(one) == 0]
        yield from self._promised(promised, modality)

    def _address(self, norms: Sequence[str], towards: Sequence[str]) -> Iterator[Sentence]:
        if norms and towards:
            yield self._teller.say("act-address", [*norms, *towards], towards=self._scene.parties(towards))

    def _norms(self, norms: Sequence[str], modality: str, acts: Sequence[PossibleAct]) -> Iterator[Sentence]:
        if not norms:
            return
        ordered = by_remedy(self._lexicon, ranked(self._lexicon, norms, self._finding.function))
        ordered.sort(key=lambda norm: not is_umbrella(self._lexicon, norm))
        groups = alike(self._lexicon, ordered)
        told = groups[: self._many[modality]]
        party = self._scene.party(acts[0].party)
        for index, group in enumerate(told):
            yield self._teller.norm(group, party)
            if self._last_to_press(told, index):
                pressing = [norm for one in told for norm in one if "Presses" in remedies(self._lexicon, norm)]
                yield self._teller.say("act-presses", pressing)
        rest = [norm for group in groups[self._many[modality] :] for norm in group]
        if rest:
            yield self._teller.say("see-also", rest, cites=self._teller.cite(rest))

    def _last_to_press(self, groups: Sequence[Sequence[str]], index: int) -> bool:
        """Whether this is the last of the acts told that only presses."""
        pressing = [i for i, group in enumerate(groups) if "Presses" in remedies(self._lexicon, group[0])]
        return bool(pressing) and index == pressing[-1]

    def _promised(self, grounds: Sequence[str], modality: str) -> Iterator[Sentence]:
        if grounds:
            key = "act-offer" if modality == "May" else "act-must"
            yield self._teller.say(key, grounds, cites=self._teller.cite(grounds))

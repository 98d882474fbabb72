"""Of what is contested: with whom it lies, who lays it on whom and who denies that, by which rule or in whose words."""

from collections.abc import Iterator

from hiaat.explain.described import Described
from hiaat.explain.model import Paragraph, Sentence
from hiaat.explain.norms import alike, ranked
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Finding

CONTESTED = "Contested"


class Contests:
    """Tells the contest of one finding."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._described = Described(teller, finding)

    def settled(self) -> Iterator[Paragraph]:
        """Of what is held: with whom it lies now, and who says otherwise, by which rule or in which words."""
        cells = self._finding.cells
        holders = sorted({party for cell in cells for party in cell.holders})
        grounds = {one.ground for cell in cells for one in cell.candidates if one.standing == "Bound"}
        against = [one for one in self._finding.sources if one not in grounds]
        if not holders or not against:
            return
        key = f"contest-held-{self._finding.responsibility}"
        held = self._teller.say(
            key if self._lexicon.has(key) else "contest-held",
            [cell.iri for cell in cells],
            function=self._lexicon.phrase(self._finding.function),
            parties=self._scene.parties(holders),
            windows=self._lexicon.windows(self._finding.windows),
        )
        norms = ranked(self._lexicon, filter(self._lexicon.strength, against), self._finding.function)
        said = [self._teller.norm(group, self._holder) for group in alike(self._lexicon, norms)]
        told = self._described.tell(one for one in against if one not in norms)
        rest = self._teller.say("contest-rest", against)
        yield self._teller.paragraph("contest", [held, *said, *told, rest])

    def open(self) -> Iterator[Paragraph]:
        """Of what nobody holds because it is contested: who lays it on whom, then who denies that; each once."""
        candidates = sorted(
            {one for cell in self._finding.cells for one in cell.candidates}, key=lambda one: (one.party, one.ground)
        )
        said = [sentence for one in candidates for sentence in self._laid(one)]
        told = list({str(sentence): sentence for sentence in said}.values())
        if told:
            yield self._teller.paragraph("dispute", told)

    def _laid(self, candidate: Candidate) -> Iterator[Sentence]:
        denials = [short.source for short in candidate.shortfalls if short.cause == CONTESTED]
        if denials or candidate.standing == "Claimed":
            yield from self._each([candidate.ground, *denials], self._scene.party(candidate.party))

    def _each(self, sources: list[str], party: str) -> Iterator[Sentence]:
        """Claims in their words, norms in theirs; of what was taken on or ordered is told elsewhere."""
        claims = set(self._scene.things("Claim"))
        norms = ranked(self._lexicon, filter(self._lexicon.strength, sources), self._finding.function)
        yield from (self._teller.norm(group, party) for group in alike(self._lexicon, norms))
        yield from self._described.tell(one for one in sources if one in claims)

    @property
    def _holder(self) -> str:
        """The one party that it is about, if there is one."""
        return self._scene.party(self._finding.parties[0]) if len(self._finding.parties) == 1 else ""

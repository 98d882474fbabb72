"""What is said of a task: by a party itself, and by others of that party."""

from collections.abc import Iterator, Sequence

from hiaat.explain.model import Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate


class Claims:
    """Tells the claims that bear on one function, of each party once."""

    def __init__(self, teller: Teller, function: str) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._function = function

    def of(self, party: str, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """What the party says of the function, then what others say of the party; what is said twice is told once."""
        leant_on = {one.ground for one in candidates} | {short.source for one in candidates for short in one.shortfalls}
        groups: dict[tuple[str, ...], list[str]] = {}
        for claim in self._scene.things("Claim"):
            claimant, named, kind = (self._scene.value(claim, word) for word in ("claimant", "claimedOf", "claimKind"))
            begun = (self._scene.number(claim, "earliestDay") or 1) <= self._scene.day
            if claim in leant_on or (begun and claimant == party and self._bears_on(claim)):
                groups.setdefault((claimant, named, kind), []).append(claim)
        for (claimant, named, kind), claims in sorted(groups.items(), key=lambda group: group[0][0] != party):
            whom = self._scene.party(named) if named else ""
            yield self._teller.say(
                "claims" if claimant == party else "claimed-by",
                claims,
                claim=self._scene.lexicon.fill("quoted", text=f"{self._scene.label(kind)} {whom}".rstrip()),
                whom=whom,
                party=self._scene.party(claimant),
                cites=self._teller.cite(claims),
            )
        claimed = [one.ground for one in candidates if one.standing == "Claimed"]
        if claimed:
            yield self._teller.say("claimed", claimed)

    def _bears_on(self, claim: str) -> bool:
        about = self._scene.value(claim, "function")
        return bool(about) and self._scene.lexicon.narrower_or_same(self._function, about)

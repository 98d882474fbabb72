"""The candidates of each cell: bound, former, claimed, prospects, refused and near misses, with what they lack."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from hiaat.findings.model import Candidate, Condition, Shortfall
from hiaat.findings.read import Reading

# Where the rules put a shortfall: the predicate to the candidate, its cause (None: always a condition), its certainty.
_SHORTFALLS = (
    ("defeats", "cause", "certainDefeat"),
    ("laterDefeats", None, "laterCertain"),
    ("fallsShort", "shortCause", "shortCertain"),
)
CONDITION_UNMET = "ConditionUnmet"


class Candidates:
    """All candidates, by cell."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_cell: dict[str, list[Candidate]] = defaultdict(list)
        for cell, candidate in (*self._bound(), *self._prospects(), *self._refused(), *self._near_misses()):
            self._by_cell[cell].append(candidate)

    def of(self, cell: str) -> tuple[Candidate, ...]:
        """Those of one cell, each party's together."""
        return tuple(sorted(self._by_cell.get(cell, ()), key=lambda found: (found.party, found.standing, found.ground)))

    def condition(self, use: str) -> Condition:
        """A condition as it was judged."""
        read = self._reading
        return Condition(
            condition=read.one(use, "useCondition"),
            state=read.word_or_none(use, "finalState") or "Unknown",
            norm=read.one_or_none(use, "useNorm"),
            fact=read.one_or_none(use, "useFact"),
            since=read.day(use, "unmetSince"),
        )

    def _bound(self) -> Iterator[tuple[str, Candidate]]:
        read = self._reading
        for x in read.subjects("candidateCell"):
            certain = read.words(x, "groundCertainty")
            sound = "surely" if "surely" in read.words(x, "sound") else read.word_or_none(x, "sound")
            yield (
                read.one(x, "candidateCell"),
                Candidate(
                    party=read.one(x, "candidateParty"),
                    standing=read.word(x, "standing"),
                    ground=read.one(x, "ground"),
                    certainty="possibly" if certain == ("possibly",) else "surely",
                    rank=int(read.one_or_none(x, "groundRank") or 0),
                    reason=None,
                    shortfalls=self._shortfalls(x),
                    sound=sound,
                ),
            )

    def _prospects(self) -> Iterator[tuple[str, Candidate]]:
        for x in self._reading.subjects("prospectCell"):
            yield self._plain(x, ("prospectCell", "prospectParty", "prospectGround"), "Prospect")

    def _refused(self) -> Iterator[tuple[str, Candidate]]:
        read = self._reading
        for x in read.subjects("refusedCell"):
            cell, refused = self._plain(x, ("refusedCell", "refusedBy", "refusal"), "Refused")
            why = Shortfall("Refused", "surely", refused.ground, read.day(refused.ground, "actDay"), None)
            yield cell, replace(refused, shortfalls=(why, *refused.shortfalls))

    def _near_misses(self) -> Iterator[tuple[str, Candidate]]:
        for x in self._reading.subjects("missCell"):
            reason = self._reading.word(x, "missReason")
            yield self._plain(x, ("missCell", "missParty", "missGround"), "NearMiss", reason)
        for x in self._reading.subjects("ableCell"):
            ground = "ableBut" if self._reading.has(x, "ableBut") else "ableParty"
            yield self._plain(x, ("ableCell", "ableParty", ground), "NearMiss", "AbleType")

    def _plain(
        self, x: str, words: tuple[str, str, str], standing: str, reason: str | None = None
    ) -> tuple[str, Candidate]:
        """A candidate that is not bound; `words` are those of its cell, party and ground."""
        cell, party, ground = (self._reading.one(x, word) for word in words)
        return cell, Candidate(party, standing, ground, "surely", 0, reason, self._shortfalls(x), None)

    def _shortfalls(self, x: str) -> tuple[Shortfall, ...]:
        found = []
        for link, cause, certainty in _SHORTFALLS:
            found += [self._shortfall(node, cause, certainty) for node in self._reading.with_value(link, x)]
        return tuple(sorted(found, key=lambda one: (one.cause, one.certainty, one.source)))

    def _shortfall(self, node: str, cause: str | None, certainty: str) -> Shortfall:
        read = self._reading
        use = read.one_or_none(node, "viaUse")
        condition = self.condition(use) if use else None
        return Shortfall(
            cause=read.word(node, cause) if cause else CONDITION_UNMET,
            certainty="surely" if "surely" in read.words(node, certainty) else "possibly",
            source=read.one(node, "source"),
            since=read.day(node, "startDay") or (condition.since if condition else None),
            condition=condition,
        )

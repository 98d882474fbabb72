"""Reads derived triples by the words of the core: strings in, strings out, in stable order."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from hiaat.errors import EngineError
from hiaat.knowledge.days import FIRST_DAY
from hiaat.knowledge.terms import CORE, RDF_TYPE, local

# What is read of all that rules derive; the rest is only theirs. A word that is not here is a mistake in this package.
_READ = """
    ableBut bindsAbsent ableCell ableParty actDay actFinding actGround actParty actTowards atWindow because brokenOn
    candidateCell candidateParty cause cellFunction cellKind cellSituation cellWindow certainDefeat countsSurely defeats
    demandBy doneInFact endedBy fallsShort finalState findingCell findingCertainty findingFunction findingKind
    findingParty findingResponsibility findingSeverity findingSince findingSituation findingSource grade
    gradeFunction gradeSituation ground groundCertainty groundRank heldOn holder inTheNameOf key laidBy
    laidOnUnknown lastDay laterCertain laterDefeats leadCell leadHolder leadOf leading live missCell missGround
    missParty missReason missingAbout missingEarliest missingFact missingFor missingLatest missingOf
    missingOrder missingSort modality notJudgedFunction notJudgedIn notJudgedWindow onPaper prospectCell
    prospectGround prospectParty reachNorm refusal refusedBy refusedCell requiredBy shortCause shortCertain
    sinceDay sound source standing startDay statedAs status takenAs takenFor takenUnder taker takesOn
    actCertainty entrustedBy triggerDemand triggeredBy unmetSince unsettled untilSuccessor useCondition useFact useNorm
    verdict viaUse works hits stepTakenOn decidedBy barredBy allowedBy openUnder groundToldBy earliestDay latestDay
    gradePlace takenAt noLongerHeard
"""
WORDS = frozenset(_READ.split())
_IRIS = {word: CORE + word for word in WORDS}


class Reading:
    """An index over the triples of one judgement, each a line of N-Triples."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._values: dict[str, dict[str, set[str]]] = {iri: {} for iri in (*_IRIS.values(), RDF_TYPE.value)}
        self._having: dict[str, dict[str, list[str]]] = {}
        wanted = {f"<{iri}>".encode(): values for iri, values in self._values.items()}
        for line in lines:
            subject, predicate, value = line.split(b" ", 2)
            read = wanted.get(predicate)
            if read is not None:
                read.setdefault(subject[1:-1].decode(), set()).add(_value(line, value))

    def subjects(self, word: str) -> list[str]:
        """Who says anything by the word."""
        return sorted(self._values[_IRIS[word]])

    def having(self, predicate: ox.NamedNode, value: ox.NamedNode) -> list[str]:
        """Who says the value by the predicate."""
        return self._inverse(predicate.value).get(value.value, [])

    def with_value(self, word: str, value: str) -> list[str]:
        """Who says the value by the word."""
        return self._inverse(_IRIS[word]).get(value, [])

    def _inverse(self, predicate: str) -> dict[str, list[str]]:
        if predicate not in self._having:
            inverse: dict[str, list[str]] = defaultdict(list)
            for subject, values in sorted(self._values[predicate].items()):
                for value in values:
                    inverse[value].append(subject)
            self._having[predicate] = dict(inverse)
        return self._having[predicate]

    def all(self, subject: str, word: str) -> tuple[str, ...]:
        """Everything that the subject says by the word."""
        found = self._values[_IRIS[word]].get(subject)
        return tuple(sorted(found)) if found else ()

    def has(self, subject: str, word: str) -> bool:
        """Whether the subject says anything by the word."""
        return subject in self._values[_IRIS[word]]

    def one_or_none(self, subject: str, word: str) -> str | None:
        """The first thing that the subject says by the word."""
        found = self._values[_IRIS[word]].get(subject)
        return min(found) if found else None

    def one(self, subject: str, word: str) -> str:
        """The same, where a rule must have said something."""
        found = self.one_or_none(subject, word)
        if found is None:
            raise EngineError(f"the rules left {subject} without {word}")
        return found

    def words(self, subject: str, word: str) -> tuple[str, ...]:
        """Words of the core that the subject says, without the namespace."""
        return tuple(local(value) for value in self.all(subject, word))

    def word_or_none(self, subject: str, word: str) -> str | None:
        """The first of these."""
        found = self.words(subject, word)
        return found[0] if found else None

    def word(self, subject: str, word: str) -> str:
        """The same, where a rule must have said something."""
        return local(self.one(subject, word))

    def day(self, subject: str, word: str) -> int | None:
        """A day number, or None where the beginning is open."""
        found = self.one_or_none(subject, word)
        return None if found is None or int(found) == FIRST_DAY else int(found)


def _value(line: bytes, value: bytes) -> str:
    """The IRI, or the text of the literal, that ends the line."""
    if value.startswith(b"<"):
        return value[1:-3].decode()
    if b"\\" in value:
        (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
        return str(quad.object.value)
    return value[1 : value.rindex(b'"')].decode()

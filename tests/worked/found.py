"""What the program found, in the words of the transcriptions: party names, canonical keys, ids of statements and articles."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from hiaat.findings import Candidate, Cell, Finding, Judgement
from hiaat.judging import Judge, Judged
from hiaat.knowledge.terms import h, local, rdfs, skos

KINDS = {
    "U": "Performance",
    "E": "Accountability",
    "O": "Organisation",
    "I": "Procurement",
    "B": "Funding",
    "T": "Oversight",
}
STATUS = {
    "Bound": "bound",
    "Former": "former",
    "Prospect": "prospect",
    "Refused": "refused",
    "NearMiss": "near miss",
    "Claimed": "claimed",
}
GRADES = {
    "Nobody": "nobody",
    "NoPerformer": "no performer",
    "NoLead": "no lead",
    "NotArranged": "not arranged",
    "Unclear": "undetermined",
    "InOrder": "in order",
}
MODALITIES = {"Must": "must", "May": "may", "MustNot": "must not", "MayAddress": "may address"}


def day(number: int | None) -> str | None:
    return None if number is None else date.fromordinal(number).isoformat()


class Found:
    """One judgement, read in those words."""

    def __init__(self, judge: Judge, judged: Judged) -> None:
        self.judgement: Judgement = judged.judgement
        self._words = judge.knowledge.words
        self._scenario = judged.scenario
        self._values: dict[tuple[str, str], list[str]] = {}
        for triple in judged.scenario.triples:
            if getattr(triple.object, "language", None) != "en":
                key = (str(getattr(triple.subject, "value", "")), local(triple.predicate.value))
                self._values.setdefault(key, []).append(str(getattr(triple.object, "value", "")))

    # -- names ---------------------------------------------------------------------------------

    def party(self, iri: str) -> str:
        named = self._values.get((iri, "label"))
        return named[0] if named else {"igj": "IGJ", "nza": "NZa"}.get(local(iri), local(iri))

    def situation(self, iri: str) -> str:
        return self.party(iri)

    @staticmethod
    def window(iri: str) -> str:
        return "-" if local(iri) == "AtSomeTime" else local(iri)

    # -- grounds: what a norm, engagement or fact may be called in the transcription ---------------

    def names(self, iri: str) -> set[str]:
        """All names by which a row may cite it."""
        if "://" not in iri:
            return {iri}
        engagement = self.judgement.engagements.get(iri)
        if engagement is not None:
            return self.names(engagement.agreement) if engagement.agreement else {"engagement"}
        found = {local(iri)}
        for word in ("agreementKind", "needsAgreement"):
            for value in self._values.get((iri, word), ()):
                found |= self._labels(value)
        for norm in self._words.subjects(h("condition"), NamedNode(iri)):
            if isinstance(norm, NamedNode) and not self._values.get((norm.value, "inScenario")):
                found.add(local(norm.value))
        for act in self._values.get((iri, "actKind"), ()):
            found |= {"GiveNotice": {"notice"}, "Refuse": {"refusal"}}.get(local(act), set())
        if any(local(value) == "Offer" for value in self._values.get((iri, "type"), ())):
            found.add("offer")
        for based in self._words.nodes(NamedNode(iri), h("basedOn")):
            if isinstance(based, NamedNode):
                found |= _cited(based.value)
        voice = self._words.value(NamedNode(iri), h("voice"))
        if isinstance(voice, NamedNode) and (
            "kwaliteitskader" in voice.value or local(iri) in ("KB19-082", "KB19-075-organisatie", "KB19-076")
        ):
            found |= {"kk_vph2017", "kk"}
        return found

    def _labels(self, iri: str) -> set[str]:
        named = NamedNode(iri)
        values = [
            *self._words.objects(named, skos("prefLabel")),
            *self._words.objects(named, rdfs("label")),
            *self._words.objects(named, skos("altLabel")),
        ]
        return {value.value for value in values if isinstance(value, Literal)}

    def cited(self, grounds: Iterable[str], by: Iterable[str]) -> set[str]:
        """Those of the grounds that none of the things cites."""
        names = set().union(*(self.names(iri) for iri in by)) if by else set()
        return {ground for ground in grounds if not any(_same(ground, name) for name in names)}

    # -- cells, candidates, findings --------------------------------------------------------------

    def cells(self, function: str, kind: str | None, windows: list[str] | None, situation: str | None) -> list[Cell]:
        return [
            cell
            for cell in self.judgement.cells
            if local(cell.function) == function
            and (kind is None or cell.kind == KINDS[kind])
            and (windows is None or self.window(cell.window) in windows)
            and (situation is None or self.situation(cell.situation) == situation)
        ]

    def candidates(self, cells: Iterable[Cell], party: str, status: str) -> list[Candidate]:
        return [
            c
            for cell in cells
            for c in cell.candidates
            if self.party(c.party) == party and STATUS[c.standing] == status
        ]

    def findings(self, kind: str | None) -> list[Finding]:
        wanted = "UndeterminedFinding" if kind == "Undetermined" else kind
        return [finding for finding in self.judgement.findings if wanted is None or finding.kind == wanted]

    @cached_property
    def counts(self) -> dict[str, int]:
        return {name.lower(): self.judgement.count(name) for name in ("Violation", "Warning", "Info")}

    @cached_property
    def not_judged(self) -> set[str]:
        return {local(one.function) for one in self.judgement.not_judged if one.window is None}


def _cited(iri: str) -> set[str]:
    kind, _, rest = iri.partition("/id/")[2].partition("/")
    if kind == "article":
        law, _, number = rest.partition("/")
        return {f"{law} {number.replace('-', ' ')}"}
    return {local(rest)}


def _same(ground: str, name: str) -> bool:
    """`wlz 3.1.1` cites all below it; `HP24-112` is norm HP24-112-nazorg too."""
    return name == ground or name.startswith((ground + " ", ground + "-")) or ground.startswith(name + " lid")

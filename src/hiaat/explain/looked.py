"""Whom did we look at: a bullet for every party that came into view, with everything it lacks."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from hiaat.explain.claims import Claims
from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import later_versions, ranked
from hiaat.explain.offers import coming, later_engagements, later_offers
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.standing import Standing
from hiaat.explain.still import still_does
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Cell, Finding

_ORDER = (
    "Former",
    "Bound",
    "NarrowerFunction",
    "OtherWindows",
    "OtherKind",
    "Refused",
    "Claimed",
    "Prospect",
    "AbleType",
)
Extra = Callable[[str], Iterable[Sentence]]


class Looked:
    """Tells the candidates of one finding."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._setting = teller.scene.setting(finding.situation)
        self._short = Shortfalls(teller, finding.function)
        self._claims = Claims(teller, finding.function)
        self._windows: dict[Candidate, set[str]] = {}
        for cell in finding.cells:
            for candidate in (one for one in cell.candidates if not _in_later_text(teller, one, cell)):
                self._windows.setdefault(candidate, set()).add(cell.window)
        self._standing = Standing(teller, finding, self._windows)

    def paragraph(self, more: Extra) -> Paragraph:
        """Every party; `more` says of a party what other findings have to do with this one."""
        told = [candidate for candidate in self._windows if self._worth_telling(candidate)]
        seen = {one.party for one in told}
        parties = sorted(seen, key=lambda party: (self._first(told, party), party))
        bullets = [self._party([one for one in told if one.party == party], more) for party in parties]
        bullets += [self._comes(party) for party in coming(self._scene, self._finding) if party not in seen]
        bullets += self._jointly()
        empty = [] if bullets else [self._teller.say("looked-nobody", [self._finding.iri])]
        return self._teller.paragraph("looked", empty, bullets)

    def _worth_telling(self, candidate: Candidate) -> bool:
        """Duties laid on everybody together say nothing of anybody, unless that is what the finding is about.

        Those whom they bind are told in one go, after the others.
        Of several functions at once it would not be clear to which of them a party comes close.
        """
        if candidate.reason and len(self._finding.functions) > 1:
            return False
        causes = {one.cause for one in candidate.shortfalls}
        return causes != {"SharedWithoutLead"} or self._finding.kind in causes

    def _jointly(self) -> Iterator[Bullet]:
        """Who is bound with others and falls short only because nobody leads: a bullet for those bound by the same."""
        grounds: dict[str, list[str]] = {}
        for one in self._windows:
            if not self._worth_telling(one) and not one.reason:
                grounds.setdefault(one.party, []).append(one.ground)
        together: dict[tuple[str, ...], list[str]] = {}
        for party, found in sorted(grounds.items()):
            together.setdefault(tuple(ranked(self._lexicon, found, self._finding.function)), []).append(party)
        for norms, parties in together.items():
            lead = self._lexicon.join(self._scene.lead(one, self._setting) for one in parties)
            holders = self._held_besides(norms)
            said = self._teller.say(
                "looked-jointly-held" if holders else self._together(norms, parties),
                [*norms, *parties],
                holders=self._scene.parties(holders),
                cites=self._teller.cite(norms),
            )
            yield self._teller.bullet(lead, [said])

    def _together(self, norms: Sequence[str], parties: Sequence[str]) -> str:
        """The sentence for parties bound by the same: together, or with others besides."""
        others = {one.party for one in self._windows if one.ground in norms} - {*parties}
        if len(parties) > 1:
            return "looked-jointly-several" if others else "looked-jointly-all"
        return "looked-jointly"

    def _held_besides(self, norms: Sequence[str]) -> list[str]:
        """Who holds it on another ground, wherever these norms bind several."""
        cells = [cell for cell in self._finding.cells if any(one.ground in norms for one in cell.candidates)]
        held = all(cell.holders and not {*cell.held_on} & {*norms} for cell in cells)
        return sorted({party for cell in cells for party in cell.holders}) if held else []

    def _first(self, told: Sequence[Candidate], party: str) -> int:
        return min(self._rank(one) for one in told if one.party == party)

    @staticmethod
    def _rank(candidate: Candidate) -> int:
        return _ORDER.index(candidate.reason or candidate.standing)

    def _party(self, candidates: Sequence[Candidate], more: Extra) -> Bullet:
        party = candidates[0].party
        sentences = [said for block in self._blocks(candidates) for said in block]
        former = any(one.standing == "Former" and self._scene.engagement(one.ground) for one in candidates)
        still = list(still_does(self._teller, self._finding, party)) if former else []
        sentences += [*still, *self._doubt(candidates)]
        sentences += self._claims.of(party, candidates)
        sentences += self._denied([one for one in candidates if one.standing == "Claimed"], sentences)
        sentences += later_engagements(self._teller, self._finding, party)
        sentences += later_offers(self._teller, self._finding, party)
        sentences += more(party)
        lead = self._scene.lead(party, self._setting)
        if former and not still and all(party not in cell.holders for cell in self._finding.cells):
            lead = self._scene.former(party)
        return self._teller.bullet(lead, list(dict.fromkeys(sentences)))

    def _comes(self, party: str) -> Bullet:
        """A party that is not in view yet, and took it on from a later day."""
        sentences = list(later_engagements(self._teller, self._finding, party))
        return self._teller.bullet(self._scene.lead(party, self._setting), sentences)

    def _blocks(self, candidates: Sequence[Candidate]) -> Iterator[list[Sentence]]:
        """What is to be told of a party; the same is told once, with all the windows that it is about."""
        told: dict[tuple[str, ...], tuple[list[Sentence], str, set[str]]] = {}
        for group in self._grouped(candidates):
            said = list(self._standing.tell(group))
            _, _, windows = told.setdefault(tuple(map(str, said)), (said, group[0].ground, set()))
            windows.update(window for one in group for window in self._windows[one])
        known: set[str] = set()
        for all_said, ground, windows in told.values():
            said = [one for one in all_said if ground in one.facts or not self._is_told(one, known)]
            known.update(fact for one in said for fact in one.facts)
            called = self._lexicon.windows(windows)  # nothing, where it is at some time only
            if said and called and windows != set(self._finding.windows):
                said.append(self._teller.say("windows-only", [ground], windows=called))
            yield said

    def _is_told(self, said: Sentence, known: Collection[str]) -> bool:
        """Whether it tells only norms that were told of this party already, on another ground."""
        return bool(said.facts) and all(one in known and self._lexicon.strength(one) > 0 for one in said.facts)

    def _denied(self, claimed: Sequence[Candidate], told: Sequence[Sentence]) -> Iterator[Sentence]:
        """By which norms the voice of a party denies what others say of it, where that was not told of it already."""
        known = {fact for said in told for fact in said.facts}
        for one in claimed:
            new = tuple(short for short in one.shortfalls if short.source not in known)
            known |= {short.source for short in new}
            yield from self._short.limits([replace(one, shortfalls=new)])

    def _doubt(self, candidates: Sequence[Candidate]) -> Iterator[Sentence]:
        """That some of what was told of a party holds only possibly, once; of an engagement it was said."""
        plain = [one for one in candidates if self._scene.engagement(one.ground) is None]
        unsure = list(dict.fromkeys(one.ground for one in plain if _is_unsure(one)))
        if unsure:
            sure = {one.ground for one in candidates} - set(unsure)
            yield self._teller.say("uncertain", unsure, cites=self._teller.cite(unsure) if sure else "")

    def _grouped(self, candidates: Sequence[Candidate]) -> list[list[Candidate]]:
        """Prospects by a norm are told together, and duties that ended, or that fail, together; the others one by one.

        What was promised comes before what may be.
        """
        willing = [one for one in candidates if self._standing.by_norm(one)]
        groups: dict[object, list[Candidate]] = {}
        for one in sorted(candidates, key=lambda one: (self._rank(one), one.ground)):
            if one not in willing:
                groups.setdefault(self._end(one) or self._standing.failing(one) or one.ground, []).append(one)
        return [*groups.values(), willing] if willing else list(groups.values())

    def _end(self, candidate: Candidate) -> object:
        """By what a duty ended, and in which windows it is told: the same for duties that can be told together."""
        if candidate.standing != "Former" or self._lexicon.strength(candidate.ground) == 0:
            return None
        own = tuple(self._lexicon.values(candidate.ground, "validUntil"))
        ended = (own if one.source == candidate.ground else one.source for one in candidate.shortfalls)
        return tuple(ended), frozenset(self._windows[candidate])


def _is_unsure(candidate: Candidate) -> bool:
    return any(one.cause == "Uncertain" for one in candidate.shortfalls)


def _in_later_text(teller: Teller, candidate: Candidate, cell: Cell) -> bool:
    """Whether a rule that bound a party was replaced by a later text of the same article, and that binds it now."""
    if candidate.standing != "Former" or teller.scene.lexicon.strength(candidate.ground) == 0:
        return False
    now = {one.ground for one in cell.candidates if (one.party, one.standing) == (candidate.party, "Bound")}
    return bool(now & {*later_versions(teller.scene, candidate.ground)})

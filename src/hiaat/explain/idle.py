"""What the file says and nothing here turns on: told, so that nobody takes it for counted.

A statement is idle if no function that it is about is judged where it speaks, and nothing that was derived names it.
Of an agreement it may also be what is written beside its kind, or the kind between these parties; of windows, that what
is taken on is not divided by them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hiaat.explain.brought import fitting, functions, only_where, where_from
from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import heard, surely_in_force
from hiaat.explain.offers import functions_of
from hiaat.explain.teller import Teller
from hiaat.findings import Judgement
from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import AT_SOME_TIME, h

SPOKEN = ("Act", "Claim")
TAKEN_ON = ("Conduct", "Offer", "Engagement")
REFUSE = h("Refuse").value


@dataclass(frozen=True)
class _About:
    """Statements without effect about the same functions in the same situations."""

    functions: tuple[str, ...]
    situations: tuple[str, ...]


class Idle:
    """Tells what has no effect in one judgement."""

    def __init__(self, teller: Teller, told: Collection[str] = ()) -> None:
        self._teller = teller
        self._told_before = told
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._judgement = teller.scene.judgement
        self._used = _used(self._judgement)

    def paragraph(self) -> Paragraph:
        """A bullet for each function that is not asked, or of which claims change nothing; then for parts of things."""
        bullets = [*self._unasked(), *self._claims(), *self._agreements(), *self._undivided()]
        return self._teller.paragraph("idle", [], bullets)

    # -- About functions that nothing asks for

    def _unasked(self) -> Iterator[Bullet]:
        found: dict[_About, list[str]] = {}
        for thing in self._things(*SPOKEN, *TAKEN_ON):
            functions, situations = functions_of(self._scene, thing), self._situations(thing)
            if functions and situations and thing not in self._used:
                wider = thing in self._spoken
                if not any(self._is_asked(one, situations, covered=wider) for one in functions):
                    found.setdefault(_About(functions, situations), []).append(thing)
        for about, things in found.items():
            yield self._teller.bullet(self._lead(about), list(self._told(about, things)))

    def _lead(self, about: _About) -> str:
        situations = self._lexicon.join(self._scene.apart(one) for one in about.situations)
        everywhere = set(about.situations) == set(self._judged)
        functions = self._lexicon.join(map(self._lexicon.label, about.functions))
        return self._lexicon.fill("lead-function", function=functions, situation="" if everywhere else situations)

    def _told(self, about: _About, things: Sequence[str]) -> Iterator[Sentence]:
        yield self._teller.say("idle-unasked", things, things=self._lexicon.join(map(self._named, things)))
        for party in sorted({one for thing in things for one in self._meant(thing)}):
            asked = self._could_do(party, about.situations)
            if asked:
                functions = self._lexicon.join(map(self._lexicon.label, asked))
                yield self._teller.say("idle-instead", asked, party=self._scene.party(party), functions=functions)

    def _could_do(self, party: str, situations: Collection[str]) -> list[str]:
        """What is asked there that a party of this type can do."""
        asked = {one.function for one in self._judgement.cells if one.situation in situations}
        return sorted(one for one in asked if self._scene.can_perform(party, one))

    def _is_asked(self, function: str, situations: Collection[str], *, covered: bool) -> bool:
        """Whether a function is judged there, or one that it covers; of what is taken on also one that is wider."""
        asked = {one.function for one in self._judgement.cells if one.situation in situations}
        narrower = self._lexicon.narrower_or_same
        return any(narrower(one, function) or (not covered and narrower(function, one)) for one in asked)

    # -- Claims on what is asked

    def _claims(self) -> Iterator[Bullet]:
        """Claims that no finding tells of: a claim alone binds nobody."""
        found: dict[_About, list[str]] = {}
        for claim in self._things("Claim"):
            functions, situations = functions_of(self._scene, claim), self._situations(claim)
            if claim not in self._told_before and any(
                self._is_asked(one, situations, covered=True) for one in functions
            ):
                found.setdefault(_About(functions, situations), []).append(claim)
        for about, claims in found.items():
            said = [self._claim(one) for one in claims]
            rest = self._teller.say("idle-claims" if len(claims) > 1 else "idle-claim", claims)
            yield self._teller.bullet(self._lead(about), [*said, rest])

    def _claim(self, claim: str) -> Sentence:
        claimant, named, kind = (self._scene.value(claim, one) for one in ("claimant", "claimedOf", "claimKind"))
        whom = self._scene.party(named) if named else ""
        said = self._lexicon.fill("quoted", text=f"{self._scene.label(kind)} {whom}".rstrip())
        party, cites = self._scene.party(claimant), self._teller.cite([claim])
        return self._teller.say("idle-claimed", [claim], party=party, claim=said, cites=cites)

    # -- Agreements

    def _agreements(self) -> Iterator[Bullet]:
        for agreement in self._things("Agreement"):
            kind = self._scene.value(agreement, "agreementKind")
            templates = self._lexicon.nodes(kind, "brings")
            own = list(dict.fromkeys(f for one in templates for f in self._lexicon.nodes(one, "function")))
            if templates and own:
                sentences = list(self._of_agreement(agreement, kind, own))
                if sentences:
                    yield self._teller.bullet(self._scene.label(agreement), sentences)

    def _of_agreement(self, agreement: str, kind: str, own: Sequence[str]) -> Iterator[Sentence]:
        """That it brings nothing here, or nothing that is asked, or not what is written beside its kind."""
        engaged = [one for one in self._judgement.engagements.values() if one.agreement == agreement]
        taken = {*own, *(one.function for one in engaged)}
        written = [one for one in self._scene.values(agreement, "function") if one not in taken]
        if not engaged and any(not self._lexicon.nodes(one, "function") for one in self._lexicon.nodes(kind, "brings")):
            own, written = written or own, []
        slots = {"kind": self._lexicon.label(kind), "cites": self._teller.cite([agreement])}
        if written:
            what = self._lexicon.join(map(self._lexicon.label, written))
            about = self._lexicon.join(map(self._lexicon.label, own))
            yield self._teller.say("idle-written", [agreement, *written], written=what, functions=about, **slots)
        if self._situations(agreement):
            yield from self._paid_otherwise(agreement, kind)
        if self._lexicon.nodes(kind, "bringsTie") or agreement in self._used or not self._situations(agreement):
            return
        brought = [one for one in engaged if one.situation in self._judged]
        if not brought:
            yield self._brings_nothing(agreement, own, slots, also=bool(written))
        elif not any(self._is_asked(one.function, [one.situation], covered=False) for one in brought):
            about = self._lexicon.join(self._lexicon.label(one.function) for one in brought)
            yield self._teller.say("idle-brings-unasked", [agreement], functions=about, **slots)

    def _paid_otherwise(self, agreement: str, kind: str) -> Iterator[Sentence]:
        """That who pays is not yet as its kind says on the day judged; by what it could be paid then."""
        since = min((interval(text)[0] for text in self._lexicon.values(kind, "paidSince")), default=None)
        if since is not None and self._scene.day < since:
            day, cites = self._lexicon.date(since), self._teller.cite([agreement])
            yield self._teller.say("idle-paid", [agreement], kind=self._lexicon.label(kind), day=day, cites=cites)
            for norm in self._lexicon.nodes(kind, "paidBefore"):
                if surely_in_force(self._scene, norm) and heard(self._scene, norm):
                    bearer = next(iter(self._lexicon.nodes(norm, "bearer")), "")
                    yield self._teller.norm([norm], self._lexicon.phrase(bearer))

    def _brings_nothing(self, agreement: str, own: Sequence[str], slots: dict[str, str], *, also: bool) -> Sentence:
        """Why not: for whom its kind brings it only, where that is one class of situations; else it does not fit."""
        templates = fitting(self._scene, agreement)
        about = functions(self._scene, agreement, templates) or own
        where = only_where(self._scene, templates)
        key = "idle-brings-elsewhere" if where else "idle-brings-nothing-either" if also else "idle-brings-nothing"
        told = self._lexicon.join(map(self._lexicon.label, about))
        sources = where_from(self._scene, templates) if where else ""
        return self._teller.say(key, [agreement, *templates], functions=told, where=where, sources=sources, **slots)

    # -- Windows

    def _undivided(self) -> Iterator[Bullet]:
        """Windows written with kinds of responsibility that are not divided by them."""
        for thing in self._things("Engagement", "Agreement"):
            windows = [one for one in self._scene.values(thing, "window") if one != AT_SOME_TIME]
            kinds = self._undivided_kinds(thing)
            if windows and kinds:
                said = self._teller.say(
                    "idle-windows",
                    [thing],
                    kinds=self._lexicon.join(map(self._lexicon.label, kinds)),
                    windows=self._lexicon.windows(windows),
                    cites=self._teller.cite([thing]),
                )
                yield self._teller.bullet(self._scene.label(thing), [said])

    def _undivided_kinds(self, thing: str) -> list[str]:
        """The kinds of what is taken on that windows do not divide; none of an agreement that brings others too."""
        own = [one for one in self._scene.values(thing, "kind") if not self._is_split(one)]
        engagements = self._judgement.engagements.values()
        brought = sorted({h(one.kind).value for one in engagements if one.agreement == thing})
        return own if own or any(map(self._is_split, brought)) else brought

    def _is_split(self, kind: str) -> bool:
        return "true" in self._lexicon.values(kind, "splitByWindow")

    # -- What a thing is about

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(thing for word in SPOKEN for thing in self._scene.things(word))

    @cached_property
    def _judged(self) -> tuple[str, ...]:
        """Situations in which anything is judged; of others it is said that nothing is."""
        found = {cell.situation for cell in self._judgement.cells}
        return tuple(one for one in self._judgement.situations if one in found)

    def _things(self, *words: str) -> list[str]:
        """The things of these classes that count on the day judged, in the order of the file."""
        found = {thing for word in words for thing in self._scene.things(word) if self._counts(thing)}
        return sorted(found, key=lambda thing: (self._line(thing), thing))

    def _counts(self, thing: str) -> bool:
        number = self._scene.number
        first = number(thing, "actDay") or number(thing, "earliestDay") or 1
        return first <= self._scene.day <= (number(thing, "latestDay") or self._scene.day)

    def _line(self, thing: str) -> tuple[int, ...]:
        place = self._scene.value(thing, "writtenAt").rsplit(":", 2)[1:]
        return tuple(int(part) for part in place if part.isdigit())

    def _situations(self, thing: str) -> tuple[str, ...]:
        """Where it speaks: of what is judged, the situations that it names, or all."""
        named = {*self._scene.values(thing, "forSituation"), *self._scene.values(thing, "situation")}
        between = self._scene.values(thing, "between")
        named.update(one for one in self._judgement.situations if self._scene.value(one, "subject") in between)
        return tuple(one for one in self._judged if one in named or not named)

    def _meant(self, thing: str) -> list[str]:
        """Of whom a function is said that is not taken on: who refuses or offers it, or of whom it is asked."""
        refuses = REFUSE in self._scene.values(thing, "actKind")
        words = ("actor" if refuses else "addressee", "claimant", "offeredBy")
        return [party for word in words for party in self._scene.values(thing, word)]

    def _named(self, thing: str) -> str:
        """A statement with where it stands."""
        place = self._teller.cite([thing])
        name = self._lexicon.fill("quoted", text=self._scene.label(thing))
        return self._lexicon.fill("idle-thing", name=name, cites=place if self._scene.written(thing) else "")


def _used(judgement: Judgement) -> frozenset[str]:
    """The facts of the scenario that something derived names, whatever it makes of them."""
    used: set[str | None] = set()
    for cell in judgement.cells:
        used.update((*cell.required_by, *cell.triggered_by, *cell.held_on))
        for candidate in cell.candidates:
            used.update((candidate.ground, *(short.source for short in candidate.shortfalls)))
    for finding in judgement.findings:
        used.update((*finding.sources, *finding.in_fact, *(act.ground for act in finding.acts)))
        used.update(fact for missing in finding.missing for fact in (missing.about, *missing.facts))
    used.update(condition.fact for condition in judgement.conditions)
    for step in judgement.steps:
        used.update((step.act, *step.decided_by, *step.grounds, *step.hits))
    taken = [one for iri, one in judgement.engagements.items() if iri in used]
    used.update(one for engagement in taken for one in (engagement.source, engagement.agreement))
    return frozenset(one for one in used if one)

"""What the file says and nothing here turns on: told, so that nobody takes it for counted.

A statement is idle if no function that it is about is judged where it speaks, and nothing that was derived names it.
Of an agreement it may also be what is written beside its kind, or the kind between these parties; of windows, that what
is taken on is not divided by them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.offers import functions_of
from hiaat.explain.refusals import refusals
from hiaat.explain.said import REFUSE, Said
from hiaat.explain.teller import Teller
from hiaat.explain.unused import Unused
from hiaat.findings import Judgement
from hiaat.knowledge.terms import h

SPOKEN = ("Act", "Claim")
TRIGGERS = ("onGapIn", "onEndingOf")
TAKEN_ON = ("Conduct", "Offer", "Engagement")


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
        self._said = Said(teller.scene)
        self._unused = Unused(teller, self._said, self._used)

    def paragraph(self) -> Paragraph:
        """A bullet for each function that is not asked, or of which claims change nothing; then for parts of things."""
        refused = refusals(self._teller, self._said, self._told_before)
        spoken = [*self._unasked(), *self._claims(), *refused]
        return self._teller.paragraph("idle", [], [*spoken, *self._unused.agreements(), *self._unused.undivided()])

    # -- About functions that nothing asks for

    def _unasked(self) -> Iterator[Bullet]:
        found: dict[_About, list[str]] = {}
        for thing in self._said.things(*SPOKEN, *TAKEN_ON):
            functions, situations = functions_of(self._scene, thing), self._said.situations(thing)
            if functions and situations and thing not in self._used:
                wider = thing in self._spoken
                if not any(self._said.is_asked(one, situations, covered=wider) for one in functions):
                    found.setdefault(_About(functions, situations), []).append(thing)
        for about, things in found.items():
            yield self._teller.bullet(self._lead(about), list(self._told(about, things)))

    def _lead(self, about: _About) -> str:
        situations = self._lexicon.join(self._scene.apart(one) for one in about.situations)
        everywhere = set(about.situations) == set(self._said.judged)
        functions = self._lexicon.join(map(self._lexicon.label, about.functions))
        return self._lexicon.fill("lead-function", function=functions, situation="" if everywhere else situations)

    def _told(self, about: _About, things: Sequence[str]) -> Iterator[Sentence]:
        named = self._lexicon.join(map(self._named, things))
        gaps, ends = (self._called_by(about.functions, word) for word in TRIGGERS)
        key = "idle-uncalled" if gaps or ends else "idle-unasked"
        yield self._teller.say(key, things, things=named, gaps=gaps, ends=ends)
        for party in sorted({one for thing in things for one in self._meant(thing)}):
            asked = self._could_do(party, about.situations)
            if asked:
                functions = self._lexicon.join(map(self._lexicon.label, asked))
                yield self._teller.say("idle-instead", asked, party=self._scene.party(party), functions=functions)

    def _called_by(self, functions: Collection[str], word: str) -> str:
        """What must be missing, or have ended, for these functions to be asked for; nothing if nothing is named."""
        lexicon = self._lexicon
        norms = [norm.value for norm, _ in lexicon.words.pairs(h(word)) if isinstance(norm, NamedNode)]
        asking = (one for one in norms if set(lexicon.nodes(one, "function")) & set(functions))
        return lexicon.join(
            dict.fromkeys(lexicon.label(of) for one in sorted(asking) for of in lexicon.nodes(one, word))
        )

    def _could_do(self, party: str, situations: Collection[str]) -> list[str]:
        """What is asked there that a party of this type can do."""
        asked = {one.function for one in self._judgement.cells if one.situation in situations}
        return sorted(one for one in asked if self._scene.can_perform(party, one))

    # -- Claims on what is asked

    def _claims(self) -> Iterator[Bullet]:
        """Claims that no finding tells of: a claim alone binds nobody."""
        found: dict[_About, list[str]] = {}
        for claim in self._said.things("Claim"):
            functions, situations = functions_of(self._scene, claim), self._said.situations(claim)
            if claim not in self._told_before and any(
                self._said.is_asked(one, situations, covered=True) for one in functions
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

    # -- What a thing is about

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(thing for word in SPOKEN for thing in self._scene.things(word))

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

"""What of an agreement does not count: all of it, what is written beside its kind, or the windows."""

from collections.abc import Collection, Iterator, Sequence

from hiaat.explain.brought import fitting, functions, only_where, where_from
from hiaat.explain.model import Bullet, Sentence
from hiaat.explain.norms import heard, surely_in_force
from hiaat.explain.said import Said
from hiaat.explain.teller import Teller
from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import AT_SOME_TIME, h

PERFORMANCE = h("Performance").value


class Unused:
    """Tells it of one judgement; `used` are the facts that something derived names."""

    def __init__(self, teller: Teller, said: Said, used: Collection[str]) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._judgement = teller.scene.judgement
        self._said = said
        self._used = used

    def agreements(self) -> Iterator[Bullet]:
        for agreement in self._said.things("Agreement"):
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
        if not self._said.situations(agreement):
            return
        yield from self._paid_otherwise(agreement, kind)
        if engaged and (unfit := self._nobody_performs(agreement, kind)):
            about = self._lexicon.join(map(self._lexicon.label, unfit))
            yield self._teller.say("idle-nobody-performs", [agreement], functions=about, **slots)
            return
        if self._lexicon.nodes(kind, "bringsTie") or agreement in self._used:
            return
        brought = [one for one in engaged if one.situation in self._said.judged]
        if not brought:
            yield self._brings_nothing(agreement, own, slots, also=bool(written))
        elif not any(self._said.is_asked(one.function, [one.situation], covered=False) for one in brought):
            about = self._lexicon.join(self._lexicon.label(one.function) for one in brought)
            yield self._teller.say("idle-brings-unasked", [agreement], functions=about, **slots)

    def _nobody_performs(self, agreement: str, kind: str) -> list[str]:
        """What somebody should perform by an agreement of its kind, if none of its parties is of a type that does."""
        templates = [
            one
            for one in self._lexicon.nodes(kind, "brings")
            if PERFORMANCE in self._lexicon.nodes(one, "kind") and self._lexicon.nodes(one, "function")
        ]
        doing = {one for template in templates for one in self._lexicon.nodes(template, "byType")}
        types = {one for party in self._scene.values(agreement, "between") for one in self._scene.all_types(party)}
        return [] if doing & types else list(functions(self._scene, agreement, templates))

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
        ties = dict.fromkeys(tie for one in templates for tie in self._lexicon.nodes(one, "scopeTie"))
        slots |= {"sources": sources, "tie": self._lexicon.join(map(self._lexicon.label, ties))}
        return self._teller.say(key, [agreement, *templates], functions=told, where=where, **slots)

    def undivided(self) -> Iterator[Bullet]:
        """Windows written with kinds of responsibility that are not divided by them."""
        for thing in self._said.things("Engagement", "Agreement"):
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

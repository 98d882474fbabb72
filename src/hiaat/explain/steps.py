"""What became of notice, of the end of something, and of what was ruled on: whether it works, and why."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from hiaat.explain.ages import wording
from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import alike, ranked
from hiaat.explain.orders import order_slots, orders_among, orders_given
from hiaat.explain.suspended import coming_suspensions
from hiaat.explain.teller import Teller
from hiaat.findings import Engagement, Step
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h, local

RULES = 2
MET, NOT_MET = h("Met").value, h("NotMet").value


class Steps:
    """Tells the steps of a judgement, each once, with the functions that it touches."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon

    def paragraph(self) -> Paragraph:
        """A bullet for every step, order, and what is yet to begin; then which articles were read in a later text."""
        steps = self._scene.judgement.steps
        ruled = {step.act for step in steps}
        given = (order for order in orders_given(self._teller) if order not in ruled)
        bullets = [
            *(self._bullet(step) for step in steps),
            *(self._order(order) for order in given),
            *coming_suspensions(self._teller),
        ]
        norms = dict.fromkeys(norm for step in steps for norm in (*step.barred_by, *step.open_under, *step.allowed_by))
        notes = [Bullet("", (one,)) for one in wording(self._teller, norms)]
        return self._teller.paragraph("steps", [], [*bullets, *notes])

    def _bullet(self, step: Step) -> Bullet:
        engaged = [self._scene.judgement.engagements[one] for one in step.hits]
        sentences = [self._taken(step), *self._outcome(step), *self._agreed(step), *self._after(step, engaged)]
        return self._teller.bullet(self._lead(step, engaged), sentences)

    def _order(self, act: str) -> Bullet:
        """Who was ordered what, and whether that is over."""
        scene, functions = self._scene, self._scene.values(act, "function")
        slots = order_slots(self._teller, act)
        work = self._lexicon.join(map(self._lexicon.phrase, functions))
        said = [
            self._teller.say("order-given", [act], party=scene.party(scene.value(act, "addressee")), work=work, **slots)
        ]
        if (scene.number(act, "latestDay") or LAST_DAY) < scene.day:
            said.append(self._teller.say("order-over", [act]))
        told = self._lexicon.join(map(self._lexicon.label, functions))
        return self._teller.bullet(self._lexicon.fill("lead-function", function=told, situation=""), said)

    def _lead(self, step: Step, engaged: list[Engagement]) -> str:
        functions = self._lexicon.join(sorted({self._lexicon.label(one.function) for one in engaged}))
        if not functions:
            return self._scene.label(step.act)
        situations = self._lexicon.join(sorted({self._scene.apart(one.situation) for one in engaged}))
        return self._lexicon.fill("lead-function", function=functions, situation=situations)

    def _taken(self, step: Step) -> Sentence:
        """Who did what, and when."""
        act, scene = step.act, self._scene
        about = next((one for one in scene.values(act, "about") if scene.value(one, "agreementKind")), "")
        actor, kind = scene.value(act, "actor"), scene.value(act, "actKind")
        last = scene.last_named(act)
        key = f"taken-{local(kind)}"
        return self._teller.say(
            key if about and actor and self._lexicon.has(key) else "taken-other",
            [act],
            party=scene.party(actor) if actor else scene.label(act),
            kind=self._lexicon.label(kind),
            agreement=scene.agreement(about) if about else "",
            others=scene.others(about, actor) if about else "",
            day=self._lexicon.date(scene.number(act, "actDay") or scene.day),
            last=self._lexicon.date(last) if last else "",
            reason=scene.value(act, "reason"),
            cites=self._teller.cite([act]),
        )

    def _outcome(self, step: Step) -> Iterator[Sentence]:
        """Whether it works: by the ruling, or else by the rules on ending."""
        if step.decided_by:
            for ruling in step.decided_by:
                yield self._ruled(ruling)
            return
        key, norms = self._reading(step)
        yield self._teller.say(key, [step.act, *norms])
        yield from self._norms(step, norms)
        told = [fact for fact in step.grounds if self._scene.value(fact, "state") in (MET, NOT_MET)]
        for fact in told:
            met = self._scene.value(fact, "state") == MET
            yield self._ground("step-ground" if met else "step-ground-not", self._conditions_of(fact), fact)
        if key == "step-open" and not told:
            grounds = [one for norm in norms for one in self._lexicon.nodes(norm, "endingGround")]
            yield self._ground("step-ground-open", grounds)

    @staticmethod
    def _reading(step: Step) -> tuple[str, tuple[str, ...]]:
        """What to say of a step that no ruling decided, and by which rules."""
        if step.works == "surely":
            return ("step-works" if step.allowed_by else "step-free"), step.allowed_by
        return ("step-open", step.open_under) if step.works else ("step-fails", step.barred_by)

    def _norms(self, step: Step, norms: tuple[str, ...]) -> Iterator[Sentence]:
        functions = [self._scene.judgement.engagements[one].function for one in step.hits]
        party = self._scene.party(self._scene.value(step.act, "actor"))
        groups = alike(self._lexicon, ranked(self._lexicon, norms, next(iter(functions), "")))
        for group in groups[:RULES]:
            yield self._teller.norm(group, party)
        yield from self._teller.see_also(norm for group in groups[RULES:] for norm in group)
        terms = {int(term) for norm in norms for term in self._lexicon.values(norm, "termDays")}
        first, last = (self._scene.number(step.act, word) for word in ("actDay", "effectDay"))
        short = [term for term in sorted(terms) if first and last and last < first + term]
        for term in short:
            yield self._teller.say("step-term", norms, days=str(term))

    def _agreed(self, step: Step) -> Iterator[Sentence]:
        """That the last day named is earlier than the term in the agreement gives: whether it ends on it is open."""
        end = self._scene.judged.scenario.agreed_ends.get(NamedNode(step.act))
        first, last = self._scene.number(step.act, "actDay"), self._scene.last_named(step.act)
        if step.works and end and first and last and last < end:
            yield self._teller.say(
                "step-agreed",
                [step.act, *self._scene.values(step.act, "about")],
                agreement=self._lexicon.join(map(self._scene.agreement, self._scene.values(step.act, "about"))),
                day=self._lexicon.date(first),
                end=self._lexicon.date(end),
                cites=self._teller.cite(self._scene.values(step.act, "about")),
            )

    def _ruled(self, ruling: str) -> Sentence:
        scene = self._scene
        actor = scene.value(ruling, "actor")
        stands = scene.value(ruling, "finds") == h("Yes").value
        return self._teller.say(
            "step-stands" if stands else "step-falls",
            [ruling],
            party=scene.party(actor) if actor else scene.label(ruling),
            day=self._lexicon.date(scene.number(ruling, "actDay") or scene.day),
            cites=self._teller.cite([ruling]),
        )

    def _ground(self, key: str, conditions: list[str], *facts: str) -> Sentence:
        named = [self._lexicon.fill("quoted", text=self._lexicon.label(one)) for one in dict.fromkeys(conditions)]
        cites = self._teller.cite(facts) if facts else ""
        return self._teller.say(key, [*facts, *conditions], conditions=self._lexicon.join(named), cites=cites)

    def _conditions_of(self, fact: str) -> list[str]:
        return self._scene.values(fact, "condition")

    def _after(self, step: Step, engaged: list[Engagement]) -> Iterator[Sentence]:
        """That it goes on all the same, or goes on until the last day."""
        running = [one for one in engaged if one.status == "Running"]
        last = self._scene.number(step.act, "effectDay")
        if running and not step.works:
            parties = self._scene.parties(sorted({one.party for one in running}))
            yield self._teller.say("step-goes-on", [one.iri for one in running], party=parties)
        elif running and last and last >= self._scene.day:
            yield self._teller.say("step-until", [one.iri for one in running], last=self._lexicon.date(last))
        yield from self._ordered(engaged)

    def _ordered(self, engaged: list[Engagement]) -> Iterator[Sentence]:
        """Orders that lay the same work on somebody."""
        work = {(one.situation, one.function) for one in engaged}
        cells = [cell for cell in self._scene.judgement.cells if (cell.situation, cell.function) in work]
        laid = {one.ground: one.party for cell in cells for one in cell.candidates if one.standing == "Bound"}
        for order in orders_among(self._scene, laid):
            function = self._lexicon.join(map(self._lexicon.phrase, self._scene.values(order, "function")))
            slots = {**order_slots(self._teller, order), "function": function, "party": self._scene.party(laid[order])}
            yield self._teller.say("paper-order-Organisation", [order, laid[order]], **slots)

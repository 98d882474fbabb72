"""Warnings: who holds it, what is not met, what keeps it going or may end it."""

from collections.abc import Iterator, Sequence

from hiaat.explain.crossing import KEEPERS, LOCKED
from hiaat.explain.described import PRECARIOUS, Described
from hiaat.explain.held import Held
from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import alike, flat, is_condition_norm, ranked
from hiaat.explain.orders import is_order
from hiaat.explain.shortfalls import CONDITIONS, MET, NOT_MET, OPEN, Shortfalls
from hiaat.explain.since import vague_since
from hiaat.explain.teller import Teller
from hiaat.explain.terms import agreements_on, is_condition
from hiaat.findings import Finding

RULES = 4
LEADS = {NOT_MET: "lead-unmet", OPEN: "lead-open", MET: "lead-met"}
HEADINGS = {LOCKED: "kept", PRECARIOUS: "ending"}


class Warnings:
    """Tells one warning from the sources that the rules gave it."""

    def __init__(self, teller: Teller, finding: Finding) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._short = Shortfalls(teller, finding.function)
        self._described = Described(teller, finding)
        self._each = list(self._each_condition())

    def paragraphs(self, opening: Sequence[Sentence]) -> Iterator[Paragraph]:
        """Who holds it; the conditions; why it goes on, or how it could end."""
        facts = [one for one in self._facts() if not self._is_condition(one)]
        conditions = list(self._conditions())
        since = list(self._since())
        later = conditions and any(
            self._scene.number(one, "actDay") not in (None, self._finding.since) for one in facts
        )
        held = list(Held(self._teller, self._finding).sentences())
        told = {fact for said in held for fact in said.facts}
        facts = [one for one in facts if one not in told or not is_order(self._scene, one)]
        opening = [*opening, *held, *([] if later else since), *self._described.tell(facts)]
        yield self._teller.paragraph("situation", opening)
        if conditions:
            yield self._teller.paragraph("conditions", [*conditions, *(since if later else [])], self._each)
        rules = list(self._rules())
        if rules:
            yield self._teller.paragraph(HEADINGS.get(self._finding.kind, "rules"), rules)

    def _since(self) -> Iterator[Sentence]:
        if self._finding.since:
            cells = [cell.iri for cell in self._finding.cells] or [self._finding.iri]
            yield self._teller.say("warning-since", cells, since=self._lexicon.date(self._finding.since))
            yield from vague_since(self._teller, self._finding)
        if self._finding.certainty != "surely":
            yield self._teller.say("perhaps", [self._finding.iri])

    def _conditions(self) -> Iterator[Sentence]:
        terms = [one for one in self._finding.sources if self._is_condition(one)]
        for party in self._finding.parties:
            yield from self._terms(party, terms)
        norms = [one for one in self._norms() if is_condition_norm(self._lexicon, one)]
        groups = alike(self._lexicon, ranked(self._lexicon, norms, self._finding.function))
        for group in groups[:CONDITIONS]:
            yield self._teller.norm(group, self._party)
        sure = self._finding.certainty == "surely"
        named = self._short.named(norms) if sure else []
        yield from () if self._each else named
        if groups and not named:
            key = "open" if not sure else "unmet-several" if len(groups) > 1 else "unmet"
            yield self._teller.say(key, norms)
        yield from self._teller.see_also(flat(groups[CONDITIONS:]), flat(groups[:CONDITIONS]))

    def _each_condition(self) -> Iterator[Bullet]:
        """The conditions of norms a line each, with whether they are met, where there are more than one of a kind."""
        norms = [one for one in self._norms() if is_condition_norm(self._lexicon, one)]
        told = self._short.by_state(norms) if self._finding.certainty == "surely" else {}
        if all(len(same) == 1 for same in told.values()):
            return
        for state, same in told.items():
            for one in same:
                said = self._teller.say("condition-named", [one], condition=self._short.condition(one))
                yield self._teller.bullet(self._lexicon.fill(LEADS[state]), [said])

    def _terms(self, party: str, conditions: Sequence[str]) -> Iterator[Sentence]:
        """Conditions of agreements of a party, or of what it took on by itself."""
        agreements = agreements_on(self._teller, party, conditions)
        for source in [*agreements, *self._on_own_terms(party, conditions)]:
            yield self._short.term(source, party, conditions)
            yield self._teller.say("term-unmet", conditions)

    def _on_own_terms(self, party: str, conditions: Sequence[str]) -> list[str]:
        """What a party took on here without an agreement, on one of these conditions."""
        candidates = (one for cell in self._finding.cells for one in cell.candidates if one.party == party)
        engaged = (found for one in candidates if (found := self._scene.engagement(one.ground)) and not found.agreement)
        own = {one.source for one in engaged if set(self._scene.values(one.source, "condition")) & set(conditions)}
        return sorted(own)

    def _rules(self) -> Iterator[Sentence]:
        """Rules that are no condition: on ending first, then what else the finding rests on."""
        norms = [one for one in self._norms() if not is_condition_norm(self._lexicon, one)]
        groups = alike(self._lexicon, ranked(self._lexicon, norms, self._finding.function))
        told = groups[: KEEPERS if self._finding.kind == LOCKED else RULES]
        for group in told:
            yield self._rule(group)
        yield from self._teller.see_also(flat(groups[len(told) :]), flat(told))
        grounded = [norm for norm in norms if self._lexicon.nodes(norm, "endingGround")]
        if grounded and self._finding.kind != LOCKED:
            yield self._teller.say("ending-open", grounded)

    def _rule(self, norms: Sequence[str]) -> Sentence:
        """What a rule says to the party that it is about, or to each of those that have it on this ground."""
        bound = {one.party for cell in self._finding.cells for one in cell.candidates if one.ground in norms}
        parties = [one for one in self._finding.parties if one in bound]
        if self._party or len(parties) != 1:
            return self._teller.norm(norms, self._party)
        return self._teller.norm(norms, self._scene.party(parties[0]))

    @property
    def _party(self) -> str:
        """The one party that it is about, if there is one."""
        return self._scene.party(self._finding.parties[0]) if len(self._finding.parties) == 1 else ""

    def _norms(self) -> list[str]:
        return [one for one in self._finding.sources if self._lexicon.strength(one) > 0]

    def _facts(self) -> list[str]:
        return [one for one in self._finding.sources if self._lexicon.strength(one) == 0]

    def _is_condition(self, source: str) -> bool:
        return is_condition(self._teller, source)

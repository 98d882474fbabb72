"""Who can act: a bullet for every party that must, may, must not, or may address others."""

from collections.abc import Collection, Iterator, Sequence

from hiaat.explain.model import Bullet, Paragraph, Sentence
from hiaat.explain.norms import alike, by_remedy, flat, helps, is_one_of_several, ranked, remedies
from hiaat.explain.orders import is_order, order_slots, orders_among
from hiaat.explain.shortfalls import UNMET
from hiaat.explain.suspended import may_not_now, suspended
from hiaat.explain.teller import Teller
from hiaat.explain.unable import Unable
from hiaat.findings import Finding, PossibleAct
from hiaat.knowledge.terms import local

MODALITIES = ("Must", "May", "MustNot", "MayAddress")
BOUGHT = ("Procurement", "Funding")
BREACH = "Breach"
OFFERS = ("act-offer-free", "act-offer", "act-offer-more")
TOLD = {"Must": 2, "May": 3, "MustNot": 1, "MayAddress": 1}


class Acts:
    """Tells the possible acts of one finding; `told` are the norms that were told on paper already.

    In short only what parties must do is told, what may be done by those the finding is about (where they fall short,
    by all), and who may address them: one act each.
    """

    def __init__(self, teller: Teller, finding: Finding, told: Collection[str] = (), *, short: bool = False) -> None:
        self._teller = teller
        self._scene = teller.scene
        self._lexicon = teller.scene.lexicon
        self._finding = finding
        self._paper = set(told)
        self._short = short
        self._unable = Unable(self._scene, finding)
        watching = {(act.party, act.ground) for act in finding.acts if act.modality == "MayAddress"}
        acts = [act for act in finding.acts if act.modality != "Must" or (act.party, act.ground) not in watching]
        self._acts = [act for act in acts if (not short or self._in_short(act)) and not self._unable.is_vain(act)]

    def paragraph(self) -> Paragraph:
        """All parties, those who must first; who cannot comes last."""
        if not self._acts:
            return self._teller.paragraph("act", [self._teller.say("act-nobody", [self._finding.iri])])
        parties = sorted({act.party for act in self._acts}, key=self._first)
        bullets = [bullet for party in parties if (bullet := self._party(party))]
        return self._teller.paragraph("act", [], bullets)

    def _in_short(self, act: PossibleAct) -> bool:
        own = act.party in self._finding.parties
        if self._finding.kind == BREACH and (own or act.modality == "May"):
            return True
        return act.modality == "MayAddress" or (act.modality == "May" if own else act.modality == "Must")

    def _first(self, party: str) -> tuple[object, ...]:
        modalities = [MODALITIES.index(act.modality) for act in self._acts if act.party == party]
        return (
            bool(self._unable.by(party)),
            min(modalities),
            party != self._scene.setting(self._finding.situation),
            party,
        )

    def _party(self, party: str) -> Bullet | None:
        """Whether it cannot; what is sure, then what is possible only."""
        own = [act for act in self._acts if act.party == party]
        sentences: list[Sentence] = []
        for modality in MODALITIES:
            acts = [act for act in own if act.modality == modality and _is_sure(act)]
            sentences += self._told(modality, acts, first=not sentences)
        sentences += self._in_doubt([act for act in own if not _is_sure(act)], sure=tuple(sentences))
        must = any(act.modality == "Must" for act in own)
        states = self._unable.by(party)
        if must:
            sentences[:0] = may_not_now(self._teller, suspended(self._teller, self._finding, party))
        if states and must:
            why = self._lexicon.join(self._scene.label(self._scene.value(one, "stateKind")) for one in states)
            sentences.insert(0, self._teller.say("act-unable", states, why=why, cites=self._teller.cite(states)))
        return self._teller.bullet(self._scene.lead(party, ""), sentences) if sentences else None

    def _told(self, modality: str, acts: Sequence[PossibleAct], *, first: bool) -> Iterator[Sentence]:
        """What a party must, may or must not; `first` if nothing was told of it before."""
        grounds = [act.ground for act in acts]
        norms = [ground for ground in grounds if self._lexicon.strength(ground) > 0]
        if modality == "MayAddress":
            yield from self._address(norms, sorted({party for act in acts for party in act.towards}))
            return
        if (
            modality == "Must"
            and self._finding.kind == BREACH
            and (own := {act.party for act in acts} & {*self._finding.parties})
            and not any(suspended(self._teller, self._finding, party) for party in own)
        ):
            yield self._teller.say("act-breach", grounds, cites=self._teller.list_sources(grounds))
            return
        orders = [order for order in orders_among(self._scene, grounds) if order not in self._paper]
        for order in orders:
            yield self._teller.say("act-order", [order], **order_slots(self._teller, order))
        grounds = [ground for ground in grounds if ground not in orders]
        above = [ground for ground in grounds if modality == "Must" and self._is_plain(ground)]
        bought = [ground for ground in above if set() < self._kinds(ground) <= set(BOUGHT)]
        for key, found in (("act-must", [one for one in above if one not in bought]), ("act-must-buy", bought)):
            if found:
                yield self._teller.say(key, found, cites=self._teller.list_sources(found))
        yield from self._norms([norm for norm in norms if norm not in above], modality, acts, first=first)
        promised = [ground for ground in grounds if ground not in above and ground not in norms]
        for key in OFFERS:
            offers = [offer for offer in promised if self._offered(offer) == key]
            if offers:
                cites = self._teller.list_sources(offers)
                yield self._teller.say(key, offers, windows=self._offered_in(offers), cites=cites)

    def _offered_in(self, offers: Sequence[str]) -> str:
        """The windows that offers are about, where the finding is about others too."""
        about = {cell.window for cell in self._finding.cells for one in cell.candidates if one.ground in offers}
        return self._lexicon.windows(about) if about != set(self._finding.windows) else ""

    def _offered(self, offer: str) -> str:
        """What stands between an offer and the work: nothing but an agreement, what it asks, or what rules ask.

        Nothing is said of an offer that surely comes to nothing, whatever becomes of its conditions.
        """
        candidates = {one for cell in self._finding.cells for one in cell.candidates}
        found = [one for one in candidates if one.ground == offer]
        alive = [one for one in found if all(s.cause == UNMET or s.certainty != "surely" for s in one.shortfalls)]
        if found and not alive:
            return ""
        parties = {one.party for one in alive}
        others = [one for one in candidates if one.party in parties and one.standing == "Prospect"]
        lacks = [short for one in [*alive, *others] for short in one.shortfalls]
        if any(short.cause != UNMET or self._lexicon.strength(short.source) > 0 for short in lacks):
            return "act-offer-more"
        return "act-offer" if lacks else "act-offer-free"

    def _in_doubt(self, acts: Sequence[PossibleAct], sure: Sequence[Sentence]) -> Iterator[Sentence]:
        """What is possible only: what was agreed so, and what rules say, with that doubt once after all of them."""
        must_do = [act.ground for act in acts if act.modality == "Must" and self._lexicon.strength(act.ground) == 0]
        agreed = [ground for ground in must_do if not is_order(self._scene, ground)]
        if agreed:
            must = {act.ground for act in self._acts if act.party == acts[0].party and act.modality == "Must"} - set(
                agreed
            )
            too = must & {fact for said in sure for fact in said.facts}
            key = "act-must-perhaps-too" if too else "act-must-perhaps"
            yield self._teller.say(key, agreed, cites=self._teller.list_sources(agreed))
        rest = [act for act in acts if act.ground not in agreed]
        for modality in MODALITIES:
            yield from self._told(modality, [act for act in rest if act.modality == modality], first=not sure)
        if rest:
            unsure = [act.ground for act in rest]
            cites = self._teller.list_sources(unsure) if sure or agreed else ""
            yield self._teller.say("uncertain", unsure, cites=cites)

    def _kinds(self, ground: str) -> set[str]:
        """In what senses a ground, a norm or an engagement, lays it on a party."""
        engagement = self._scene.engagement(ground)
        return {engagement.kind} if engagement else {local(kind) for kind in self._lexicon.nodes(ground, "kind")}

    def _is_plain(self, ground: str) -> bool:
        """Whether a ground just says that it must be done: an agreement, or what was told on paper and names no act."""
        if self._lexicon.strength(ground) == 0:
            return True
        return ground in self._paper and not remedies(self._lexicon, ground)

    def _address(self, norms: Sequence[str], towards: Sequence[str]) -> Iterator[Sentence]:
        """Who supervises may address whom it supervises; its strongest rule says how."""
        if norms:
            parties, cites = self._scene.parties(towards), self._teller.list_sources(norms)
            limits = list(dict.fromkeys(limit for norm in norms for limit in self._lexicon.nodes(norm, "limitedBy")))
            limit = self._lexicon.join(map(self._scene.library.clause, limits))
            told = {"limit": limit, "limits": self._lexicon.join(self._scene.library.cites(limits))}
            yield self._teller.say("act-address", [*norms, *towards], towards=parties, cites=cites, **told)

    def _helps(self, norm: str) -> bool:
        """Whether a permitted act is worth telling; a holder is not told that it may do what it does."""
        return helps(self._lexicon, norm) and (not self._short or bool(remedies(self._lexicon, norm)))

    def _norms(
        self, norms: Sequence[str], modality: str, acts: Sequence[PossibleAct], *, first: bool
    ) -> Iterator[Sentence]:
        if not norms:
            return
        groups = alike(self._lexicon, by_remedy(self._lexicon, ranked(self._lexicon, norms, self._finding.function)))
        if modality == "May":
            groups.sort(key=lambda group: not self._helps(group[0]))
            told = [group for group in groups if self._helps(group[0])][: 1 if self._short else TOLD[modality]]
        else:
            told = groups[: 1 if self._short else TOLD[modality]]
        party = self._scene.party(acts[0].party)
        if told and modality == "MustNot" and not first:
            yield self._teller.say("act-limit", norms)
        for group in told:
            bound = {act.party for act in self._finding.acts if act.ground == group[0]}
            joint = is_one_of_several(self._lexicon, group[0]) and len(bound) > 1
            yield self._teller.one_of(group[0], bound) if joint else self._teller.norm(group, party)
        pressing = [norm for group in told for norm in group if "Presses" in remedies(self._lexicon, norm)]
        if pressing and modality == "May":
            undone = any(cell.kind == "Performance" and cell.verdict == "Gap" for cell in self._finding.cells)
            yield self._teller.say("act-presses" if undone else "act-presses-only", pressing)
        if told and not self._short:
            yield from self._teller.see_also(flat(groups[len(told) :]), flat(told))


def _is_sure(act: PossibleAct) -> bool:
    return act.certainty == "surely"

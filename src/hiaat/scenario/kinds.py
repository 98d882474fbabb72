"""Whether an agreement can bring what its kind brings: an agreement that brings nothing would be silently ignored.

What a kind brings, and which type of party takes it on, is data. A party of which no type is known might be of any.
"""

from pyoxigraph import NamedNode

from hiaat.scenario.draft import Draft
from hiaat.scenario.problems import Place
from hiaat.scenario.terms import h, rdf


def refuse_empty(draft: Draft, agreement: NamedNode, place: Place) -> None:
    """Tell if no party to the agreement can take on anything that its kind brings, or if it is for nobody."""
    parties = draft.objects(agreement, h.between)
    for kind in draft.objects(agreement, h.agreementKind):
        templates = draft.words.objects(kind, h.brings)
        takers = [template for template in templates if _can_take(draft, parties, template)]
        if templates and not takers:
            wanted = dict.fromkeys(cls for template in templates for cls in draft.words.objects(template, h.byType))
            draft.problems.add(place, "no taker", map(draft.shown, wanted), kind=draft.shown(kind))
        elif takers and not any(_is_for_somebody(draft, agreement, parties, template) for template in takers):
            groups = (name for name, _ in draft.named(h.subject).all())
            draft.problems.add(place, "for nobody", groups, kind=draft.shown(kind))


def _can_take(draft: Draft, parties: list[NamedNode], template: NamedNode) -> bool:
    wanted = draft.words.objects(template, h.byType)
    return any(_may_be(draft, party, cls) for party in parties for cls in wanted)


def _may_be(draft: Draft, party: NamedNode, cls: NamedNode) -> bool:
    written = {*draft.objects(party, rdf.type), *draft.words.objects(party, rdf.type)} - {h.Actor}
    return not written or any(draft.words.is_subtype(found, cls) for found in written)


def _is_for_somebody(draft: Draft, agreement: NamedNode, parties: list[NamedNode], template: NamedNode) -> bool:
    """Some templates are for those subjects only who are party to the agreement, unless it says for whom."""
    if h.ScopeSubjects not in draft.words.objects(template, h.scope):
        return True
    return bool(draft.objects(agreement, h.forSituation)) or any(draft.subjects(h.subject, party) for party in parties)

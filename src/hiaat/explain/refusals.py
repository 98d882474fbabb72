"""Refusals of which no finding tells: a refusal alone frees nobody, and says nothing of with whom else it lies."""

from collections.abc import Collection, Iterator, Sequence

from hiaat.explain.model import Bullet, Sentence
from hiaat.explain.offers import functions_of
from hiaat.explain.said import REFUSE, Said
from hiaat.explain.teller import Teller
from hiaat.findings import Cell
from hiaat.knowledge.terms import h


def refusals(teller: Teller, said: Said, told: Collection[str]) -> Iterator[Bullet]:
    """A bullet for each refusal of what is asked that changes nothing."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    for act in said.things("Act"):
        if act in told or REFUSE not in scene.values(act, "actKind"):
            continue
        situations, functions = said.situations(act), functions_of(scene, act)
        cells = [
            cell
            for cell in scene.judgement.cells
            if cell.situation in situations and any(lexicon.narrower_or_same(cell.function, one) for one in functions)
        ]
        if cells:
            lead = lexicon.join(dict.fromkeys(lexicon.label(cell.function) for cell in cells))
            sentences = [_sentence(teller, act, party, cells) for party in scene.values(act, "actor")]
            yield teller.bullet(lexicon.fill("lead-function", function=lead, situation=""), sentences)


def _sentence(teller: Teller, act: str, party: str, cells: Sequence[Cell]) -> Sentence:
    scene, lexicon = teller.scene, teller.scene.lexicon
    kinds = dict.fromkeys(lexicon.label(h(cell.kind).value) for cell in cells if party in cell.holders)
    return teller.say(
        "refused-bound" if kinds else "refused-unbound",
        [act],
        party=scene.party(party),
        day=lexicon.date(scene.number(act, "actDay") or scene.day),
        reason=scene.value(act, "reason"),
        kinds=lexicon.join(kinds),
        cites=teller.cite([act]),
    )

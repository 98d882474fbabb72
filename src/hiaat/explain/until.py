"""What is arranged only until there is a successor: who stopped when, by which rules it goes on, who came after."""

from collections.abc import Iterator, Sequence

from hiaat.explain.ends import Ends
from hiaat.explain.model import Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Cell


def until_successor(teller: Teller) -> Iterator[Sentence]:
    """A sentence for all of it, then for every holder its end, and for every later holder that there was one."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    cells = [cell for cell in scene.judgement.cells if cell.until_successor]
    if not cells:
        return
    grounds = dict.fromkeys(ground for cell in cells for ground in cell.held_on)
    yield teller.say(
        "summary-until",
        [fact for cell in cells for fact in (cell.iri, *cell.held_on)],
        functions=lexicon.join(dict.fromkeys(_function(teller, cell, cells) for cell in cells)),
        parties=scene.parties(dict.fromkeys(party for cell in cells for party in cell.holders)),
        cites=teller.list_sources(grounds),
    )
    former = [one for cell in cells for one in cell.candidates if one.party in cell.holders]
    goes_on = {one.party for one in former if one.standing == "Bound" and scene.engagement(one.ground)}
    for party in sorted(goes_on):
        facts = [one.ground for one in former if one.party == party]
        yield teller.say("until-open", facts, party=scene.party(party))
    yield from Ends(teller).stopped([one for one in former if one.party not in goes_on])
    yield from _later(teller, cells)


def _function(teller: Teller, cell: Cell, cells: Sequence[Cell]) -> str:
    """A function, with the windows if it is so in some of them only."""
    lexicon = teller.scene.lexicon
    own = [one for one in cells if (one.situation, one.function) == (cell.situation, cell.function)]
    alike = {(one.situation, one.function, one.kind) for one in own}
    asked = {one.window for one in teller.scene.judgement.cells if (one.situation, one.function, one.kind) in alike}
    windows = {one.window for one in own}
    phrase = lexicon.phrase(cell.function)
    if windows == asked:
        return phrase
    return lexicon.fill("function-only", function=phrase, windows=lexicon.windows(windows))


def _later(teller: Teller, cells: Sequence[Cell]) -> Iterator[Sentence]:
    """Who took the same on after that, whatever became of it: then it is open whether the rule still holds."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    unable: dict[tuple[str, str], set[str]] = {}
    for cell in cells:
        for one in _came_after(teller, cell):
            engagement = scene.engagement(one.ground)
            source = engagement.source if engagement else one.ground
            found = (s.source for s in one.shortfalls if (s.cause, s.certainty) == ("NoCapacity", "surely"))
            unable.setdefault((one.party, source), set()).update(found)
    for (party, source), states in sorted(unable.items()):
        yield teller.say(
            "until-later",
            [source, *sorted(states)],
            party=scene.party(party),
            day=lexicon.date(scene.number(source, "fromDay") or scene.day),
            why=lexicon.join(scene.label(scene.value(one, "stateKind")) for one in sorted(states)),
            cites=teller.cite([source, *sorted(states)]),
        )


def _came_after(teller: Teller, cell: Cell) -> Iterator[Candidate]:
    """Who took it on after the last end of the holders, by the day judged."""
    scene = teller.scene
    engaged = [(one, found) for one in cell.candidates if (found := scene.engagement(one.ground))]
    last = max((found.last_day or 0 for one, found in engaged if one.party in cell.holders), default=0)
    for one, found in engaged:
        if last and one.party not in cell.holders and last < (scene.number(found.source, "fromDay") or 0) <= scene.day:
            yield one

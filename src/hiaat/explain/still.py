"""What a party that stopped goes on doing: the same work here, at other times."""

from collections.abc import Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Candidate, Finding


def going_on(teller: Teller, finding: Finding, party: str) -> dict[str, list[Candidate]]:
    """The windows in which a party has this work, with what it took on there; none of those the finding is about."""
    row = (finding.situation, finding.function, finding.responsibility)
    about = {cell.iri for cell in finding.cells}
    found: dict[str, list[Candidate]] = {}
    for cell in teller.scene.judgement.cells:
        if (cell.situation, cell.function, cell.kind) == row and cell.iri not in about and party in cell.holders:
            own = [one for one in cell.candidates if one.party == party and one.sound is not None]
            found[cell.window] = [one for one in own if teller.scene.engagement(one.ground)]
    return {window: taken for window, taken in found.items() if taken}


def still_does(teller: Teller, finding: Finding, party: str) -> Iterator[Sentence]:
    """That a party that stopped still does it at other times, and by what."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    windows = going_on(teller, finding, party)
    grounds = sorted({one.ground for taken in windows.values() for one in taken})
    engaged = [found for one in grounds if (found := scene.engagement(one))]
    if engaged:
        agreements = [one.agreement for one in engaged if one.agreement]
        yield teller.say(
            "still-does",
            [*grounds, *agreements],
            windows=lexicon.windows(windows),
            agreement=lexicon.join(map(scene.agreement, agreements)),
            cites=teller.cite(grounds),
        )

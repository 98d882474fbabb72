"""The title of a finding: the sentence for its kind, or for a gap the one for what nobody holds."""

from hiaat.explain.model import Sentence
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.terms import h

PERFORMANCE = "Performance"
UNABLE = "NoCapacity"
DISPUTED = "Contested"


def is_bound(finding: Finding) -> bool:
    """Whether the finding is about a party that is bound and surely falls short for the reason it is named after."""
    return any(
        one.standing == "Bound" and any(s.cause == finding.kind and s.certainty == "surely" for s in one.shortfalls)
        for cell in finding.cells
        for one in cell.candidates
    )


def severity_word(finding: Finding) -> str:
    """What the severity is called: a violation is a gap, unless nothing is missing and something is forbidden."""
    gap = any(cell.verdict == "Gap" for cell in finding.cells)
    return "Gap" if gap and finding.severity == "Violation" else finding.severity


def title(teller: Teller, finding: Finding) -> Sentence:
    """The title of one finding."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    parties = finding.parties or _unable_parties(finding) or _bound_parties(finding)
    setting = scene.setting(finding.situation)
    form = "-several" if len(parties) > 1 else "-own" if setting in parties else ""
    return teller.say(
        next(found for key in _keys(finding) for found in (key + form, key) if lexicon.has(found)),
        [finding.iri, *(cell.iri for cell in finding.cells)],
        setting=lexicon.join(scene.label(scene.setting(one)) for one in finding.situations),
        function=lexicon.join(map(lexicon.phrase, finding.functions)),
        parties=scene.parties(parties) or lexicon.label(finding.function),
        holders=scene.parties(sorted({party for cell in finding.cells for party in cell.holders}))
        or lexicon.fill("some-party"),
        windows=lexicon.windows(finding.windows),
        when=_when(teller, finding),
        responsibility="" if finding.responsibility == PERFORMANCE else lexicon.label(h(finding.responsibility).value),
        situation=lexicon.join(map(scene.apart, finding.situations)),
        kind=lexicon.label(h(finding.kind).value),
    )


def _when(teller: Teller, finding: Finding) -> str:
    """The windows it is about, where there are others in which the same is asked."""
    alike = [
        cell.window
        for cell in teller.scene.judgement.cells
        if (cell.situation, cell.function, cell.kind) == (finding.situation, finding.function, finding.responsibility)
    ]
    return teller.scene.lexicon.windows(finding.windows) if set(alike) - set(finding.windows) else ""


def _keys(finding: Finding) -> list[str]:
    """Sentences that could be the title, the most telling first."""
    if all(cell.leading != finding.kind for cell in finding.cells):
        of = [f"title-{finding.kind}-of"] if finding.parties else []
        return [*of, f"title-{finding.kind}-{finding.responsibility}", f"title-{finding.kind}", "title-other"]
    bound = [f"title-bound-{finding.kind}"] if is_bound(finding) else []
    if finding.responsibility == PERFORMANCE:
        return [*bound, *(["title-disputed"] if finding.kind == DISPUTED else []), "title-nobody"]
    key = f"title-bound-{finding.responsibility}"
    bound = [f"{key}-{finding.kind}", key] if is_bound(finding) else []
    unable = [f"title-unable-{finding.responsibility}"] if _unable_parties(finding) else []
    return [*unable, *bound, f"title-{finding.responsibility}", "title-other"]


def _bound_parties(finding: Finding) -> list[str]:
    found = {one.party for cell in finding.cells for one in cell.candidates if one.standing == "Bound"}
    return sorted(found)


def _unable_parties(finding: Finding) -> list[str]:
    """Those that are bound and surely cannot, for no other reason, in a finding that is named after that."""
    if finding.kind != UNABLE:
        return []
    bound = {one for cell in finding.cells for one in cell.candidates if one.standing == "Bound"}
    return sorted(
        {one.party for one in bound if {(s.cause, s.certainty) for s in one.shortfalls} == {(UNABLE, "surely")}}
    )

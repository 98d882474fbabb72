"""What to keep in mind of one finding: how long its rules last, which text was read, what is not certain."""

from collections.abc import Iterable, Iterator, Sequence

from hiaat.explain.ages import wording
from hiaat.explain.model import Sentence
from hiaat.explain.norms import last_day, later_versions, surely_in_force, surely_over, until_day
from hiaat.explain.scene import Scene
from hiaat.explain.teller import Teller
from hiaat.findings import Finding
from hiaat.knowledge.terms import AT_SOME_TIME

MANY = 6  # from this number on the rules of one document are told together


def finding_notes(teller: Teller, finding: Finding, norms: Sequence[str]) -> list[Sentence]:
    """The notes to one finding, for the norms that were told."""
    asked = {norm for cell in finding.cells for norm in cell.required_by}
    windowed = [norm for norm in norms if norm in asked and _asks_for_windows(teller.scene, norm)]
    said = {source for norm in windowed for source in teller.sources(norm)}
    return [
        *_windows(teller, finding, windowed),
        *_until(teller, [norm for norm in norms if not set(teller.sources(norm)) <= said]),
        *_possible(teller, norms),
        *wording(teller, norms),
    ]


def _windows(teller: Teller, finding: Finding, norms: Sequence[str]) -> Iterator[Sentence]:
    """Why it must be in these windows, where that rule has a last day."""
    lexicon = teller.scene.lexicon
    windows = lexicon.windows(window for window in finding.windows if window != AT_SOME_TIME)
    for norm in norms:
        end = last_day(lexicon, norm)
        if end is not None and windows:
            yield teller.say(
                "note-windows" if lexicon.strength(norm) > 1 else "note-windows-voiced",
                [norm],
                windows=windows,
                voice=teller.voice(norm),
                cites=teller.cite([norm]),
                source=_condition_source(teller.scene, norm, finding.situation),
                until=until_day(lexicon, end),
            )


def _asks_for_windows(scene: Scene, norm: str) -> bool:
    """Whether a requirement surely asks for its windows: it has some, and its conditions are met wherever judged."""
    met = {one.state for one in scene.judgement.conditions if one.norm == norm} <= {"Met"}
    return met and bool(scene.lexicon.nodes(norm, "window"))


def _condition_source(scene: Scene, norm: str, situation: str) -> str:
    """The evidence that the scenario names for the condition of a requirement."""
    facts = [one.fact for one in scene.judgement.conditions if one.norm == norm and one.state == "Met" and one.fact]
    here = [fact for fact in facts if situation in scene.values(fact, "of") or not scene.values(fact, "of")]
    return next((scene.source(fact) for fact in here), "")


def _until(teller: Teller, norms: Sequence[str]) -> Iterator[Sentence]:
    lexicon = teller.scene.lexicon
    by_day: dict[tuple[int, int], list[str]] = {}
    for norm in norms:
        end = last_day(lexicon, norm)
        if end is not None and end[1] >= teller.scene.day:
            by_day.setdefault(end, []).append(norm)
    for end, found in sorted(by_day.items(), key=lambda one: one[0][1]):
        until = until_day(lexicon, end)
        replaced = [norm for norm in found if later_versions(teller.scene, norm)]
        if replaced:
            key = _numbered(teller, replaced, "note-version", "note-version-several")
            yield teller.say(key, replaced, cites=teller.list_sources(replaced), until=until)
        rest = [norm for norm in found if norm not in replaced]
        if rest:
            key = _numbered(teller, rest, "note-until", "note-until-several")
            yield teller.say(key, rest, cites=_in_short(teller, rest, norms), until=until)


def _in_short(teller: Teller, norms: Sequence[str], told: Sequence[str]) -> str:
    """The sources of norms; many of one document by its name, where these are all of its norms that were told."""
    library = teller.scene.library
    whole: dict[str, str] = {}
    for norm in norms:
        document = library.document(norm)
        same = {one for one in told if document and library.document(one) == document}
        if document and len(same) >= MANY and same <= {*norms}:
            whole[norm] = teller.scene.lexicon.fill("note-of-document", document=library.name(document))
    rest = [norm for norm in norms if norm not in whole]
    listed = [teller.list_sources(rest)] if rest else []
    return teller.scene.lexicon.join([*listed, *dict.fromkeys(whole.values())], last="list")


def _numbered(teller: Teller, norms: Iterable[str], one: str, several: str) -> str:
    """The sentence for one rule, or that for several."""
    return several if len({source for norm in norms for source in teller.sources(norm)}) > 1 else one


def _possible(teller: Teller, norms: Sequence[str]) -> Iterator[Sentence]:
    """Norms whose vague dates leave open whether they were in force on the day judged."""
    scene = teller.scene
    unsure = [norm for norm in norms if not surely_in_force(scene, norm) and not surely_over(scene, norm)]
    if unsure:
        asof = scene.lexicon.date(scene.day)
        key = _numbered(teller, unsure, "note-possible", "note-possible-several")
        yield teller.say(key, unsure, cites=_in_short(teller, unsure, norms), asof=asof)

"""What to keep in mind: how long rules last, which text was read, what is not certain, what was not examined."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from hiaat.explain.lexicon import Lexicon
from hiaat.explain.model import Sentence
from hiaat.explain.norms import last_day, later_versions, surely_in_force, surely_over, until_day
from hiaat.explain.scene import Scene
from hiaat.explain.teller import STATUTE, Teller
from hiaat.findings import Finding
from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import AT_SOME_TIME, h

MANY = 6  # from this number on the rules of one document are told together
WORDINGS = ("note-wording", "note-wording-before", "note-wording-behind")


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


def parts_not_examined(teller: Teller, situation: str, functions: Collection[str] | None = None) -> Iterator[Sentence]:
    """Windows of functions, all or these, that nothing heard asks for here, though it asks for others."""
    parts: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in teller.scene.judgement.not_judged:
        about = functions is None or one.function in functions
        if one.situation == situation and one.window is not None and about:
            parts.setdefault((one.function, one.because), []).append(one.window)
    for (function, because), windows in parts.items():
        yield from _window_not_judged(teller, function, because, windows)


def no_longer_heard(teller: Teller) -> Iterator[Sentence]:
    """Rules on what is judged that ended, where what took their place was not read: by document and last day."""
    scene, lexicon, library = teller.scene, teller.scene.lexicon, teller.scene.library
    found: dict[tuple[str, str, tuple[int, int]], dict[str, set[str]]] = {}
    for situation, norm in scene.judgement.no_longer:
        end = last_day(lexicon, norm)
        new = next(iter(lexicon.nodes(norm, "followedUnread")), "")
        document = library.document(norm) or next(iter(library.instruments(norm)), "")
        if end and new and document:
            found.setdefault((document, new, end), {}).setdefault(norm, set()).add(situation)
    for (document, new, end), norms in sorted(found.items()):
        about = [one for norm in norms for one in _functions(scene, norm)]
        asked = sorted({cell.function for cell in scene.judgement.cells} & {*about})
        yield teller.say(
            "no-longer-heard",
            [document, *sorted(norms)],
            functions=lexicon.join(map(lexicon.label, asked)),
            document=library.name(document),
            successor=library.name(new),
            until=until_day(lexicon, end),
        )


def _functions(scene: Scene, norm: str) -> list[str]:
    """What a norm is about; a condition, what that is about of which it is a condition."""
    named = [norm, *scene.lexicon.nodes(norm, "conditionOf")]
    return [function for one in named for function in scene.lexicon.nodes(one, "function")]


def wording(teller: Teller, norms: Iterable[str]) -> Iterator[Sentence]:
    """Articles of norms that were read in a later text than that of the day judged: those cited, else those behind."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    bases: dict[tuple[int, str], list[str]] = {}
    behind: dict[tuple[int, str], list[str]] = {}
    for norm in norms:
        end = last_day(lexicon, norm)
        later, own = list(_read_later(scene, norm)), set(teller.sources(norm))
        cited = [one for one in later if one[1] in own]
        for read, basis in cited or later:
            replaced = end is not None and end[1] < interval(read)[0] and bool(later_versions(scene, norm))
            kind = WORDINGS.index("note-wording-before" if replaced else "note-wording")
            kind = kind if cited else WORDINGS.index("note-wording-behind")
            bases.setdefault((kind, read), []).append(basis)
            behind.setdefault((kind, read), []).append(norm)
    told: set[str] = set()
    for (kind, read), found in sorted(bases.items()):
        new = sorted({*found} - told, key=_by_number)
        told.update(new)
        same = list(dict.fromkeys(behind[kind, read]))
        if new:
            slots = {"cites": lexicon.join(scene.library.cites(new)), "norms": teller.list_sources(same)}
            days = {"read": _as_written(lexicon, read), "asof": lexicon.date(scene.day)}
            yield teller.say(WORDINGS[kind], same, **slots, **days)


def _by_number(basis: str) -> list[tuple[int, str]]:
    """Articles in the order of their numbers: 2.9 before 2.10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", basis)]


def _read_later(scene: Scene, norm: str) -> Iterator[tuple[str, str]]:
    """Each article of a norm with the day or year of its text, if that is after the day judged."""
    texts = scene.lexicon.values(norm, "textReadFrom")
    if any(interval(text)[0] > scene.day for text in texts):
        for basis in scene.lexicon.nodes(norm, "basedOn"):
            text = scene.library.read_from(basis)
            if text and interval(text)[0] > scene.day:
                yield text, basis


def age(teller: Teller, norms: Iterable[str]) -> Iterator[Sentence]:
    """The documents behind norms, with their age on the day judged."""
    scene = teller.scene
    documents: dict[str, list[str]] = {}
    for norm in norms:
        document = scene.library.document(norm)
        if document is not None:
            documents.setdefault(document, []).append(norm)
    for document, behind in sorted(documents.items(), key=lambda one: scene.library.written(one[0])):
        yield from _age(teller, document, behind)


def hardly_covered(teller: Teller) -> Iterator[Sentence]:
    """That the day judged lies before most of the rules of acts that were read: then silence says little."""
    scene = teller.scene
    norms = {node.value for node, _ in scene.lexicon.words.pairs(h("force")) if isinstance(node, NamedNode)}
    acts = [norm for norm in norms if scene.lexicon.strength(norm) >= STATUTE]
    applied = sorted(norm for norm in acts if surely_in_force(scene, norm))
    if 2 * len(applied) < len(acts):
        slots = {"all": str(len(acts)), "count": str(len(applied)), "asof": scene.lexicon.date(scene.day)}
        yield teller.say("age-before", applied or sorted(acts), **slots)


def _age(teller: Teller, document: str, norms: Sequence[str]) -> Iterator[Sentence]:
    lexicon, library = teller.scene.lexicon, teller.scene.library
    written = library.written(document)
    if not written:
        return
    oldest, youngest = (int((teller.scene.day - one) / 365.25) for one in interval(written))
    day = _as_written(lexicon, written)
    slots = {"document": library.name(document), "day": day, "asof": lexicon.date(teller.scene.day)}
    facts = [document, *norms]
    age = ("year", "one")[youngest] if youngest < 2 else "day"
    yield teller.say(f"age-{age}" if oldest == youngest else f"age-{age}-about", facts, years=str(youngest), **slots)


def _as_written(lexicon: Lexicon, written: str) -> str:
    """A day, month or year as words, no more exact than it is known."""
    first = interval(written)[0]
    return {10: lexicon.date(first), 7: lexicon.month(first)}.get(len(written), written)


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


def _window_not_judged(
    teller: Teller, function: str, because: Sequence[str], windows: Sequence[str]
) -> Iterator[Sentence]:
    scene, lexicon = teller.scene, teller.scene.lexicon
    ends = [end for norm in because if (end := last_day(lexicon, norm)) is not None]
    slots = {"function": lexicon.phrase(function), "windows": lexicon.windows(windows)}
    if not ends:
        yield teller.say("note-not-judged", because, functions=" ".join(slots.values()))
        return
    successors = [new for norm in because if (new := scene.library.successor(norm))]
    yield teller.say(
        "note-window-not-judged",
        because,
        cites=teller.cite(because),
        until=until_day(lexicon, max(ends, key=lambda end: end[1])),
        successor=lexicon.fill("quoted", text=successors[0]) if successors else "",
        **slots,
    )

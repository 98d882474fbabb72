"""What was not examined: windows that nothing asks for, and rules that ended before what took their place was read."""

from collections.abc import Collection, Iterator, Sequence

from hiaat.explain.model import Sentence
from hiaat.explain.norms import last_day, until_day
from hiaat.explain.scene import Scene
from hiaat.explain.teller import Teller


def parts_not_examined(teller: Teller, situation: str, functions: Collection[str] | None = None) -> Iterator[Sentence]:
    """Windows of functions, all or these, that nothing heard asks for here, though it asks for others."""
    parts: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in teller.scene.judgement.not_judged:
        about = functions is None or one.function in functions
        if one.situation == situation and one.window is not None and about:
            parts.setdefault((one.function, one.because), []).append(one.window)
    for (function, because), windows in parts.items():
        yield from _window_not_judged(teller, function, because, windows)


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
        voices = sorted({lexicon.phrase(one) for norm in norms for one in lexicon.nodes(norm, "voice")})
        asked = sorted({cell.function for cell in scene.judgement.cells} & {*about})
        yield teller.say(
            "no-longer-heard",
            [document, *sorted(norms)],
            functions=lexicon.join(map(lexicon.label, asked)),
            document=library.name(document),
            voices=lexicon.join(voices),
            successor=library.name(new),
            until=until_day(lexicon, end),
        )


def _functions(scene: Scene, norm: str) -> list[str]:
    """What a norm is about; a condition, what that is about of which it is a condition."""
    named = [norm, *scene.lexicon.nodes(norm, "conditionOf")]
    return [function for one in named for function in scene.lexicon.nodes(one, "function")]

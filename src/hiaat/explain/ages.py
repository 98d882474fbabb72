"""How old what was read is: documents by their own day, and the texts of articles beside the day judged."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from hiaat.explain.lexicon import Lexicon
from hiaat.explain.model import Sentence
from hiaat.explain.norms import last_day, later_versions, surely_in_force
from hiaat.explain.scene import Scene
from hiaat.explain.teller import STATUTE, Teller
from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import h

WORDINGS = ("note-wording", "note-wording-before", "note-wording-behind")


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
    ages = [(teller.scene.day - one) / 365.25 for one in interval(written)]
    oldest, youngest = map(int, ages)
    years = youngest if oldest == youngest else round(sum(ages) / 2)
    day = _as_written(lexicon, written)
    slots = {"document": library.name(document), "day": day, "asof": lexicon.date(teller.scene.day)}
    facts = [document, *norms]
    age = ("year", "one")[years] if years < 2 else "day"
    yield teller.say(f"age-{age}" if oldest == youngest else f"age-{age}-about", facts, years=str(years), **slots)


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


def _as_written(lexicon: Lexicon, written: str) -> str:
    """A day, month or year as words, no more exact than it is known."""
    first = interval(written)[0]
    return {10: lexicon.date(first), 7: lexicon.month(first)}.get(len(written), written)

"""Which norms are worth a sentence: the strongest first, then the nearest to the point, then the latest."""

from collections.abc import Iterable, Sequence

from hiaat.explain.lexicon import Lexicon
from hiaat.explain.scene import Scene
from hiaat.knowledge.days import interval

_SAME = ("function", "remedy", "condition", "kind", "counterparty")
_REMEDIES = ("Mends", "Reports", "Presses", "Worsens")


def ranked(lexicon: Lexicon, norms: Iterable[str], function: str, near: Iterable[str] = ()) -> list[str]:
    """Norms, the most worth telling first; `near` are statements and articles that the matter is about."""
    about = set(near)

    def rank(norm: str) -> tuple[object, ...]:
        functions = lexicon.nodes(norm, "function")
        return (
            -lexicon.strength(norm),
            not about & set(lexicon.nodes(norm, "basedOn")),
            function not in functions,
            len(functions),
            -_since(lexicon, norm),
            norm,
        )

    return sorted(set(norms), key=rank)


def one_a_voice(lexicon: Lexicon, norms: Sequence[str]) -> list[str]:
    """The first norm of each voice."""
    first: dict[str, str] = {}
    for norm in norms:
        first.setdefault(next(iter(lexicon.nodes(norm, "voice")), ""), norm)
    return list(first.values())


def alike(lexicon: Lexicon, norms: Iterable[str]) -> list[list[str]]:
    """Norms that ask for the same act, or say the same words, together; in order of the first of each."""
    found: dict[tuple[object, ...], list[str]] = {}
    for norm in norms:
        found.setdefault(_act(lexicon, norm), []).append(norm)
    return list(found.values())


def by_remedy(lexicon: Lexicon, norms: Iterable[str]) -> list[str]:
    """Norms by what an act under them does: what mends first."""

    def rank(norm: str) -> int:
        named = [_REMEDIES.index(word) for word in remedies(lexicon, norm) if word in _REMEDIES]
        return min(named, default=-1)

    return sorted(norms, key=rank)


def remedies(lexicon: Lexicon, norm: str) -> list[str]:
    """How an act under a norm bears on a lack."""
    return [iri.rsplit("#", 1)[-1] for iri in lexicon.nodes(norm, "remedy")]


def is_joint(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm lies on several together."""
    return lexicon.is_a(norm, "JointDuty")


def is_umbrella(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm is so wide that it asks for nothing in particular."""
    return "true" in lexicon.values(norm, "umbrella")


def last_day(lexicon: Lexicon, norm: str) -> int | None:
    """The last day on which a rule itself is in force."""
    found = [interval(text)[1] for text in lexicon.values(norm, "validUntil")]
    return min(found, default=None)


def heard(scene: Scene, norm: str) -> bool:
    """Whether the voice of a norm is heard in this judgement."""
    lexicon = scene.lexicon
    view = scene.judgement.assessment.perspective.value
    voices = set(lexicon.nodes(norm, "voice"))
    return "true" in lexicon.values(view, "hearsEvery") or bool(voices & set(lexicon.nodes(view, "hears")))


def surely_in_force(scene: Scene, norm: str) -> bool:
    """Whether a rule is in force on the day judged, whatever its vague dates mean."""
    lexicon = scene.lexicon
    begun = all(interval(text)[1] <= scene.day for text in lexicon.values(norm, "validFrom"))
    return begun and all(scene.day <= interval(text)[0] for text in lexicon.values(norm, "validUntil"))


def _since(lexicon: Lexicon, norm: str) -> int:
    return max((interval(text)[0] for text in lexicon.values(norm, "validFrom")), default=0)


def _act(lexicon: Lexicon, norm: str) -> tuple[object, ...]:
    """What tells an act: what the norm is about if it names a remedy, or else its words."""
    if not lexicon.nodes(norm, "remedy"):
        return (lexicon.text(norm, "says") or norm,)
    told = tuple(tuple(sorted(lexicon.nodes(norm, word))) for word in _SAME)
    return (tuple(sorted(lexicon.types(norm))), *told)

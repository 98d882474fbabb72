"""Which norms are worth a sentence: the strongest first, then the nearest to the point, then the latest."""

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from hiaat.explain.lexicon import Lexicon
from hiaat.explain.scene import Scene
from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import h, local

_SAME = ("voice", "function", "remedy", "kind", "counterparty")
_FLAGS = ("permitsRefusal", "pointsToEnding")
_REMEDIES = ("Mends", "Reports", "Presses", "Worsens")


def ranked(
    lexicon: Lexicon, norms: Iterable[str], function: str, near: Iterable[str] = (), *, later_first: bool = False
) -> list[str]:
    """Norms, the most worth telling first; `near` are statements and articles that the matter is about.

    Where nothing else tells them apart the earlier statement of a document comes first, or the later: documents go
    from the general to the particular.
    """
    about = set(near)

    def rank(norm: str) -> tuple[object, ...]:
        functions = lexicon.nodes(norm, "function")
        return (
            -lexicon.strength(norm),
            not about & set(lexicon.nodes(norm, "basedOn")),
            function not in functions,
            len(functions),
            -_since(lexicon, norm),
        )

    return sorted(sorted(set(norms), reverse=later_first), key=rank)


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


def flat(groups: Iterable[Sequence[str]]) -> list[str]:
    """All norms of groups, in their order."""
    return [norm for group in groups for norm in group]


def by_remedy(lexicon: Lexicon, norms: Iterable[str]) -> list[str]:
    """Norms by what an act under them does: what mends, or takes on the function itself, first."""
    return sorted(norms, key=lambda norm: _remedy(lexicon, norm))


def helps(lexicon: Lexicon, norm: str) -> bool:
    """Whether an act under a norm mends, reports or presses, or takes on the function itself."""
    return _remedy(lexicon, norm) < _REMEDIES.index("Worsens")


def remedies(lexicon: Lexicon, norm: str) -> list[str]:
    """How an act under a norm bears on a lack."""
    return [local(iri) for iri in lexicon.nodes(norm, "remedy")]


def is_joint(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm lies on several together, or on one of several."""
    return lexicon.is_a(norm, "JointDuty")


def is_one_of_several(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm lies on one of several, without saying on which."""
    named = lexicon.nodes(norm, "jointly"), lexicon.nodes(norm, "leadBearer")
    return h("OneOfSeveral").value in named[0] and not named[1]


def is_condition_norm(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm sets a condition for what another, or it itself, lets a party do."""
    sets = lexicon.is_a(norm, "Liberty") and bool(lexicon.nodes(norm, "condition"))
    return lexicon.is_a(norm, "Precondition") or sets


def is_umbrella(lexicon: Lexicon, norm: str) -> bool:
    """Whether a norm is so wide that it asks for nothing in particular."""
    return "true" in lexicon.values(norm, "umbrella")


def last_day(lexicon: Lexicon, norm: str) -> tuple[int, int] | None:
    """The last day on which a rule itself is in force: from the earliest that it can be to the latest."""
    found = [interval(text) for text in lexicon.values(norm, "validUntil")]
    return min(found, default=None, key=lambda days: days[1])


def until_day(lexicon: Lexicon, end: tuple[int, int]) -> str:
    """Until when; at the latest, where the last day is not known exactly."""
    first, last = end
    return lexicon.fill("until" if first == last else "until-latest", day=lexicon.date(last))


def later_versions(scene: Scene, norm: str) -> list[str]:
    """Norms made of the same article as this one, in a text of after its last day."""
    lexicon, library = scene.lexicon, scene.library
    end, bases = last_day(lexicon, norm), library.articles(norm)
    if end is None or not bases:
        return []
    found = {node.value for one in bases for node in lexicon.words.subjects(h("basedOn"), NamedNode(one))}
    return sorted(one for one in found if library.articles(one) == bases and _since(lexicon, one) > end[0])


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


def _remedy(lexicon: Lexicon, norm: str) -> int:
    does = "Performance" in [local(iri) for iri in lexicon.nodes(norm, "kind")]
    named = [_REMEDIES.index(word) for word in remedies(lexicon, norm) if word in _REMEDIES]
    return min(named, default=0 if does else len(_REMEDIES))


def surely_over(scene: Scene, norm: str) -> bool:
    """Whether a rule surely ended before the day judged."""
    return any(interval(text)[1] < scene.day for text in scene.lexicon.values(norm, "validUntil"))


def _since(lexicon: Lexicon, norm: str) -> int:
    return max((interval(text)[0] for text in lexicon.values(norm, "validFrom")), default=0)


def _act(lexicon: Lexicon, norm: str) -> tuple[object, ...]:
    """What tells an act: what the norm is about if it names a remedy, or else its words."""
    if not lexicon.nodes(norm, "remedy"):
        return (lexicon.text(norm, "says") or norm,)
    told = tuple(tuple(sorted(lexicon.nodes(norm, word))) for word in _SAME)
    flags = tuple(tuple(lexicon.values(norm, word)) for word in _FLAGS)
    return (tuple(sorted(lexicon.types(norm))), *told, *flags)

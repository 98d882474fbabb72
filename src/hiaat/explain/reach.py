"""Norms that apply here and from which the rules derived nothing of their own.

A norm applies in a class of situations. Where a norm of the judgement applies in that class, so does another of the
same class, if its voice is heard and it is in force; so does a norm whose condition was judged. Nothing else is
concluded here, and no verdict rests on it.
"""

from collections.abc import Iterable, Iterator

from hiaat.explain.norms import heard, ranked, surely_in_force
from hiaat.explain.offers import functions_of
from hiaat.explain.scene import Scene
from hiaat.findings import Candidate, Cell, Finding
from hiaat.knowledge.terms import RDF_TYPE, h


def refusal_norms(scene: Scene, finding: Finding, refused: Candidate) -> list[str]:
    """Norms that let a party refuse to begin with this: the function, or the agreement that would bring it."""
    types = scene.all_types(refused.party)
    functions = {finding.function, *functions_of(scene, refused.ground)}
    found = [
        norm
        for norm in _applying(scene, finding.situation)
        if "true" in scene.lexicon.values(norm, "permitsRefusal")
        and types & set(scene.lexicon.nodes(norm, "bearer"))
        and _is_about(scene, norm, functions)
    ]
    return ranked(scene.lexicon, found, finding.function)


def _is_about(scene: Scene, norm: str, functions: Iterable[str]) -> bool:
    """Whether a norm is about one of these functions: named by it, or narrower than what it names."""
    named = scene.lexicon.nodes(norm, "function")
    return any(scene.lexicon.narrower_or_same(one, wide) for one in functions for wide in named)


def rights(scene: Scene, finding: Finding) -> list[str]:
    """Requirements for the function of a finding that name no window, so that a windowed one took their place."""
    found = [
        norm
        for norm in _applying(scene, finding.situation)
        if scene.lexicon.is_a(norm, "Requirement")
        and finding.function in scene.lexicon.nodes(norm, "function")
        and not scene.lexicon.nodes(norm, "window")
        and not scene.lexicon.nodes(norm, "onGapIn")
        and not scene.lexicon.nodes(norm, "onEndingOf")
        and h(finding.responsibility).value in scene.lexicon.nodes(norm, "kind")
        and _conditions_met(scene, finding, norm)
    ]
    return ranked(scene.lexicon, found, finding.function)


def _conditions_met(scene: Scene, finding: Finding, norm: str) -> bool:
    """Whether a requirement asks for this here: its conditions are met wherever judged, or a need settles them."""
    needed = set(scene.things("Need")) & {norm for cell in finding.cells for norm in cell.required_by}
    good = {"Met", "Unknown"} if needed else {"Met"}
    states = [one for one in scene.judgement.conditions if one.norm == norm]
    asked = set(scene.lexicon.nodes(norm, "requiresIf"))
    return asked <= {one.condition for one in states} and {one.state for one in states} <= good


def _applying(scene: Scene, situation: str) -> Iterator[str]:
    """Norms of all classes that the situation is in, for a norm of one of these asks for something there.

    A norm of several classes does not say in which of them the situation is.
    """
    asking = {
        norm for cell in scene.judgement.cells if cell.situation == situation and cell.certain for norm in _norms(cell)
    }
    applies = [scene.lexicon.nodes(norm, "appliesIn") for norm in asking]
    classes = {found[0] for found in applies if len(found) == 1}
    above = {wider for cls in classes for wider in scene.lexicon.above(cls)}
    for word in ("Requirement", "Liberty"):
        for node in scene.lexicon.words.subjects(RDF_TYPE, h(word)):
            norm = node.value
            own = set(scene.lexicon.nodes(norm, "appliesIn"))
            inside = not own or own & above or _was_asked(scene, situation, norm)
            if inside and heard(scene, norm) and surely_in_force(scene, norm):
                yield norm


def _was_asked(scene: Scene, situation: str, norm: str) -> bool:
    """Whether a condition of the norm was judged here, which is done only where the norm applies."""
    facts = [one.fact for one in scene.judgement.conditions if one.norm == norm]
    alone = len(scene.judgement.situations) == 1
    return any(alone or (fact is not None and situation in scene.values(fact, "of")) for fact in facts)


def _norms(cell: Cell) -> Iterator[str]:
    """Norms that surely apply where this cell is: those that ask for it and those on which it is held."""
    yield from (*cell.required_by, *cell.held_on)

"""What the file says: the things that count on the day judged, where each speaks, and whether that is asked for."""

from collections.abc import Collection
from functools import cached_property

from hiaat.explain.scene import Scene
from hiaat.knowledge.terms import h

REFUSE = h("Refuse").value


class Said:
    """The statements of one file, beside what was judged."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._lexicon = scene.lexicon
        self._judgement = scene.judgement

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """Situations in which anything is judged; of others it is said that nothing is."""
        found = {cell.situation for cell in self._judgement.cells}
        return tuple(one for one in self._judgement.situations if one in found)

    def things(self, *words: str) -> list[str]:
        """The things of these classes that count on the day judged, in the order of the file."""
        found = {thing for word in words for thing in self._scene.things(word) if self._counts(thing)}
        return sorted(found, key=lambda thing: (self._line(thing), thing))

    def _counts(self, thing: str) -> bool:
        number = self._scene.number
        first = number(thing, "actDay") or number(thing, "earliestDay") or 1
        return first <= self._scene.day <= (number(thing, "latestDay") or self._scene.day)

    def _line(self, thing: str) -> tuple[int, ...]:
        place = self._scene.value(thing, "writtenAt").rsplit(":", 2)[1:]
        return tuple(int(part) for part in place if part.isdigit())

    def situations(self, thing: str) -> tuple[str, ...]:
        """Where it speaks: of what is judged, the situations that it names, or all."""
        named = {*self._scene.values(thing, "forSituation"), *self._scene.values(thing, "situation")}
        about = {*self._scene.values(thing, "between"), *self._scene.values(thing, "addressee")}
        named.update(one for one in self._judgement.situations if self._scene.value(one, "subject") in about)
        return tuple(one for one in self.judged if one in named or not named)

    def is_asked(self, function: str, situations: Collection[str], *, covered: bool) -> bool:
        """Whether a function is judged there, or one that it covers; of what is taken on also one that is wider."""
        asked = {one.function for one in self._judgement.cells if one.situation in situations}
        narrower = self._lexicon.narrower_or_same
        return any(narrower(one, function) or (not covered and narrower(function, one)) for one in asked)

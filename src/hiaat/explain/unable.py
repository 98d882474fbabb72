"""Who cannot act: parties that have what a finding is about and surely cannot do it, by a state of their own."""

from collections.abc import Collection
from functools import cached_property

from hiaat.explain.norms import remedies
from hiaat.explain.scene import Scene
from hiaat.findings import Candidate, Finding, PossibleAct
from hiaat.knowledge.terms import local

ARRANGED = ("Organisation", "Procurement")


class Unable:
    """The states of the parties of one finding."""

    def __init__(self, scene: Scene, finding: Finding) -> None:
        self._scene = scene
        self._finding = finding

    def is_vain(self, act: PossibleAct) -> bool:
        """Whether an act is not worth telling: who cannot do the work may only report, or not even that."""
        if act.modality == "May" and (act.party, act.ground) in self._unfit:
            return True
        reports = "Reports" in remedies(self._scene.lexicon, act.ground)
        if act.modality == "MustNot" or (act.modality == "May" and not reports):
            return act.party in self._states
        return act.modality == "May" and any(map(self._arranges_nothing, self._states.get(act.party, ())))

    def by(self, party: str) -> list[str]:
        """States by which a party surely cannot arrange or contract it, or do it if it must do that alone."""
        bound = [
            (cell.kind, one)
            for cell in self._scene.judgement.cells
            if (cell.situation, cell.function) in self._finding.where
            for one in cell.candidates
            if one.party == party and one.standing == "Bound"
        ]
        arranged = [one for kind, one in bound if kind in ARRANGED]
        done = [one for kind, one in bound if kind == "Performance"]
        return sorted({state for one in arranged or done for state in self._of(one)})

    @cached_property
    def _states(self) -> dict[str, set[str]]:
        """By party, the states for which it cannot do what the finding is about."""
        found: dict[str, set[str]] = {}
        bound = (one for cell in self._finding.cells for one in cell.candidates if one.standing == "Bound")
        for one in bound:
            if states := self._of(one):
                found.setdefault(one.party, set()).update(states)
        return found

    @cached_property
    def _unfit(self) -> set[tuple[str, str]]:
        """Who might take it on, and by what, but is surely in no state to."""
        candidates = (one for cell in self._finding.cells for one in cell.candidates if one.standing == "Prospect")
        return {
            (one.party, one.ground)
            for one in candidates
            if any("Performance" in disabled(self._scene, state) for state in self._of(one))
        }

    def _of(self, candidate: Candidate) -> Collection[str]:
        sure = [one.source for one in candidate.shortfalls if (one.cause, one.certainty) == ("NoCapacity", "surely")]
        return [state for state in sure if self._scene.value(state, "stateKind")]

    def _arranges_nothing(self, state: str) -> bool:
        return set(ARRANGED) <= disabled(self._scene, state)


def disabled(scene: Scene, state: str) -> set[str]:
    """The kinds of responsibility that a party in this state cannot hold, as words of the core."""
    return {local(one) for one in scene.lexicon.nodes(scene.value(state, "stateKind"), "disables")}

"""Engines: different ways to run the same rules, that must give the same result.

`ENGINES` is the registry; an engine takes the closed knowledge, a scenario and an assessment, and gives the derived
triples. What an engine cannot run it refuses by name.
"""

from collections.abc import Callable

from hiaat.engines.base import Assessment, Derived, Engine
from hiaat.errors import EngineError
from hiaat.knowledge import Knowledge
from hiaat.rules import RuleSet


def _fast(knowledge: Knowledge, rules: RuleSet) -> Engine:
    from hiaat.engines.fast import FastEngine  # noqa: PLC0415 - only the engine that is used is imported

    return FastEngine(knowledge, rules)


def _reference(knowledge: Knowledge, rules: RuleSet) -> Engine:
    from hiaat.engines.reference import ReferenceEngine  # noqa: PLC0415

    return ReferenceEngine(knowledge, rules)


ENGINES: dict[str, Callable[[Knowledge, RuleSet], Engine]] = {"fast": _fast, "reference": _reference}


def engine(name: str, knowledge: Knowledge, rules: RuleSet) -> Engine:
    """The engine of this name. EngineError if there is none, or if its libraries are not installed."""
    if name not in ENGINES:
        raise EngineError(f"there is no engine '{name}'; there are: {', '.join(sorted(ENGINES))}")
    return ENGINES[name](knowledge, rules)


__all__ = ["ENGINES", "Assessment", "Derived", "Engine", "engine"]

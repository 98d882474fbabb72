"""Closes the knowledge when a wheel is built: the wheel carries it, and nobody waits for it at the first use."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ClosedKnowledge(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the closed knowledge under the name by which `hiaat.knowledge.body` finds it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Closed by the sources that are packed; an editable install closes at its first use."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from hiaat.judging import Judge  # noqa: PLC0415 - it is there from here on

        knowledge = Judge().knowledge
        file = Path(self.root) / "build" / "closed" / f"{knowledge.digest}.nt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(knowledge.judging)
        build_data["force_include"][str(file)] = f"hiaat/_bundle/closed/{file.name}"

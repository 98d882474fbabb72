"""What was derived, as frozen objects: cells, candidates, findings. Everything that reports say starts here."""

from hiaat.findings.decode import decode
from hiaat.findings.model import (
    Candidate,
    Cell,
    Condition,
    Engagement,
    Finding,
    Grade,
    Judgement,
    MissingFact,
    NotJudged,
    PossibleAct,
    Shortfall,
    Step,
)

__all__ = [
    "Candidate",
    "Cell",
    "Condition",
    "Engagement",
    "Finding",
    "Grade",
    "Judgement",
    "MissingFact",
    "NotJudged",
    "PossibleAct",
    "Shortfall",
    "Step",
    "decode",
]

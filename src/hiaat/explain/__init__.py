"""The explanation: a judgement told in plain sentences, from templates and words that are data.

`explain(judged, words, language)` gives a frozen `Explanation`; rendering it is the work of the reports. `words` is the
graph of the body of knowledge (`Judge.knowledge.words`).
"""

from hiaat.explain.model import Bullet, Explanation, FindingExplanation, Paragraph, Sentence
from hiaat.judging import Judged
from hiaat.knowledge.graph import Graph
from hiaat.scenario.messages import Language


def explain(judged: Judged, words: Graph, language: Language) -> Explanation:
    """Tell a judgement in one language."""
    raise NotImplementedError


__all__ = ["Bullet", "Explanation", "FindingExplanation", "Paragraph", "Sentence", "explain"]

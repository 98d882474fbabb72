"""The explanation: a judgement told in plain sentences, from templates and words that are data.

`explain(judged, words, language)` gives a frozen `Explanation`; rendering it is the work of the reports.
"""

from hiaat.explain.model import Bullet, Explanation, FindingExplanation, Paragraph, Sentence

__all__ = ["Bullet", "Explanation", "FindingExplanation", "Paragraph", "Sentence"]

"""The explanation: a judgement told in plain sentences, from templates and words that are data.

`explain(judged, words, language)` gives a frozen `Explanation`; rendering it is the work of the reports. `words` is the
graph of the body of knowledge (`Judge.knowledge.words`).
"""

from collections.abc import Iterable

from hiaat.explain.again import without_repeating
from hiaat.explain.idle import Idle
from hiaat.explain.model import Bullet, Explanation, FindingExplanation, Paragraph, Sentence
from hiaat.explain.overview import looked_at, not_judged, said_back, sources, summary
from hiaat.explain.scene import Scene
from hiaat.explain.steps import Steps
from hiaat.explain.teller import Teller
from hiaat.explain.told import tell
from hiaat.judging import Judged
from hiaat.knowledge.graph import Graph
from hiaat.scenario.messages import Language


def explain(judged: Judged, words: Graph, language: Language) -> Explanation:
    """Tell a judgement in one language. KnowledgeError if the knowledge lacks a sentence or what should fill it."""
    scene = Scene(judged, words, language)
    teller = Teller(scene)
    found = scene.judgement.findings
    steps = Steps(Teller(scene)).paragraph()
    findings = without_repeating(teller, (tell(scene, one, found[:index]) for index, one in enumerate(found)))
    return Explanation(
        language=language,
        title=scene.lexicon.fill("title", title=judged.scenario.title, day=scene.lexicon.date(scene.day)),
        summary=summary(teller),
        said_back=said_back(teller),
        idle=Idle(Teller(scene), _facts(findings)).paragraph(),
        steps=steps,
        findings=findings,
        looked_at=looked_at(teller),
        not_judged=not_judged(teller),
        notes=sources(teller, steps, findings),
        disclaimer=teller.say("disclaimer"),
    )


def _facts(findings: Iterable[FindingExplanation]) -> frozenset[str]:
    """Everything that the findings tell of."""
    parts = (part for one in findings for part in one.paragraphs)
    return frozenset(fact for part in parts for said in part.all_sentences() for fact in said.facts)


__all__ = ["Bullet", "Explanation", "FindingExplanation", "Paragraph", "Sentence", "explain"]

"""Explanations of the bundled scenarios, each judged and told once."""

from datetime import date
from functools import cache

from hiaat.bundle import root
from hiaat.explain import Explanation, FindingExplanation, explain
from hiaat.judging import Judge, Judged
from hiaat.scenario import read_text
from hiaat.scenario.messages import Language

SCENARIOS = ("a", "b", "c", "d1", "d2", "e", "f", "g", "h")
LANGUAGES: tuple[Language, ...] = ("nl", "en")
OTHER = (
    ("a", "2024-04-20", None),
    ("a", "2024-09-01", None),
    ("a", None, "recht"),
    ("c", "2024-06-15", "recht"),
    ("d2", None, "recht"),
    ("h", "2018-06-01", None),
    ("h", "2018-12-01", None),
    ("h", "2019-03-01", None),
    ("h", "2024-10-01", None),
    ("h", "2024-05-15", "recht_en_lhv"),
)
CASES = (*((name, None, None) for name in SCENARIOS), *OTHER)


@cache
def judge() -> Judge:
    """The judge of care."""
    return Judge()


@cache
def judged(name: str, day: str | None = None, view: str | None = None) -> Judged:
    """A bundled scenario, judged."""
    scenario = judge().read(root() / "data" / "scenarios" / name / "scenario.yaml")
    return judge().judge(scenario, date.fromisoformat(day) if day else None, view)


@cache
def told(name: str, language: Language, day: str | None = None, view: str | None = None) -> Explanation:
    """A bundled scenario, told."""
    return explain(judged(name, day, view), judge().knowledge.words, language)


def tell(text: str, language: Language = "nl", day: str | None = None) -> Explanation:
    """A file of care that a test writes, told."""
    found = judge().judge(
        read_text(text.encode(), "huis.yaml", judge().words), date.fromisoformat(day) if day else None
    )
    return explain(found, judge().knowledge.words, language)


def part(told: FindingExplanation, key: str) -> str:
    """All that stands in one paragraph of a finding."""
    found = [one for one in told.paragraphs if one.key == key]
    return " ".join(str(said) for one in found for said in (*one.sentences, *one.bullets))


def text(told: Explanation | FindingExplanation) -> str:
    """All that is said, as one text."""
    if isinstance(told, Explanation):
        headings = [paragraph.heading for paragraph in told.paragraphs()]
        bullets = [bullet.lead for paragraph in told.paragraphs() for bullet in paragraph.bullets]
        return " ".join([*map(str, told.sentences()), *headings, *bullets])
    parts = [str(told.title)]
    for paragraph in told.paragraphs:
        parts += [paragraph.heading, *map(str, paragraph.sentences), *map(str, paragraph.bullets)]
    return " ".join(parts)

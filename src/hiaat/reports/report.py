"""What every format is made from: judgements, the words to tell them in, and the language."""

from dataclasses import dataclass
from functools import cached_property

from hiaat.explain import Explanation, explain
from hiaat.judging import Judged
from hiaat.knowledge import Knowledge
from hiaat.reports.names import Names
from hiaat.reports.outcome import Outcome, outcome
from hiaat.reports.texts import Texts
from hiaat.scenario import Words
from hiaat.scenario.messages import Language


@dataclass(frozen=True)
class Case:
    """One judgement, with what it comes to and the names to tell it in."""

    judged: Judged
    knowledge: Knowledge
    language: Language
    told: Explanation | None = None
    """The explanation, if it was made before."""

    @cached_property
    def outcome(self) -> Outcome:
        """In order or not, and why not."""
        return outcome(self.judged)

    @cached_property
    def names(self) -> Names:
        """The names of things."""
        return Names(self.judged, Words(self.knowledge.words), self.language)

    @cached_property
    def explanation(self) -> Explanation:
        """What there is to say of it, in sentences with their facts."""
        return self.told or explain(self.judged, self.knowledge.words, self.language)

    def told_in(self, language: Language) -> "Case":
        """The same case in another language."""
        return self if language == self.language else Case(self.judged, self.knowledge, language)


@dataclass(frozen=True)
class Report:
    """One or more judgements by one body of knowledge, told in one language."""

    cases: tuple[Case, ...]
    knowledge: Knowledge
    language: Language

    @cached_property
    def texts(self) -> Texts:
        """What the program itself says."""
        return Texts(self.language)

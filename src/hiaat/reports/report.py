"""What every format is made from: judgements, the words to tell them in, and the language; and what each becomes."""

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
        return explain(self.judged, self.knowledge.words, self.language)

    @cached_property
    def conclusion(self) -> str:
        """In order or not, and how many findings there are, in one sentence."""
        found, texts = self.outcome, Texts(self.language)
        counts = [("violation", found.violations), ("warning", found.warnings), ("info", found.infos)]
        told = ", ".join(texts.counted(f"count-{key}", number) for key, number in counts if number)
        key = "order" if found.in_order else "no-order" if told else "no-judgement"
        said = texts(key if told or not found.in_order else "order-clean", counts=told)
        until = [cell for cell in self.judged.judgement.cells if cell.until_successor]
        functions = ", ".join(dict.fromkeys(self.names.of(cell.function) for cell in until))
        return " ".join([said, texts("until", functions=functions)]) if until else said

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


@dataclass(frozen=True)
class Part:
    """What one judgement adds to a report: text, so that of many homes no more is kept, or sent between processes."""

    file: str
    outcome: Outcome
    conclusion: str
    written: str
    """In the format of the report, without what stands there once."""

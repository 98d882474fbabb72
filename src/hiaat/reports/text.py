"""The report for people: what was understood, what it comes to, each finding told, and what was not judged."""

from collections.abc import Iterator, Sequence
from shlex import quote

from hiaat.explain import FindingExplanation, Paragraph
from hiaat.findings import Finding, Grade
from hiaat.knowledge import Knowledge
from hiaat.knowledge.terms import h
from hiaat.reports.layout import WIDTH, bullet, columns, page, underlined, wrapped
from hiaat.reports.report import Case, Part
from hiaat.reports.texts import Texts
from hiaat.scenario.messages import Language

IN_ORDER = "InOrder"
PERFORMANCE = "Performance"
HELD = {  # only laid on somebody, only perhaps required
    (False, False): "grade-held",
    (False, True): "grade-held-perhaps",
    (True, False): "grade-laid",
    (True, True): "grade-laid-perhaps",
}


def written(case: Case) -> str:
    """One judgement."""
    return page(_case(case, Texts(case.language)))


def whole(parts: Sequence[Part], language: Language, _: Knowledge) -> str:
    """All of them, one below the other; of several, in the end what each comes to in a line."""
    pages = [part.written for part in parts]
    if len(parts) > 1:
        pages.append(page(_together(parts, Texts(language))))
    return f"\n{'#' * WIDTH}\n\n".join(pages)


def _case(case: Case, texts: Texts) -> Iterator[str]:
    explanation = case.explanation
    yield from _head(case, texts)
    for paragraph in (*explanation.said_back, explanation.idle):
        yield from _paragraph(paragraph)
    yield from _outcome(case, texts)
    yield from _paragraph(explanation.steps)
    for number, finding in enumerate(explanation.findings, 1):
        yield from _finding(number, finding)
    for paragraph in (explanation.looked_at, explanation.not_judged, explanation.notes):
        yield from _paragraph(paragraph)
    yield ""
    yield from wrapped(texts("next", file=quote(case.judged.scenario.file)))
    yield ""
    yield from wrapped(explanation.disclaimer.text)


def _together(parts: Sequence[Part], texts: Texts) -> Iterator[str]:
    yield from underlined(texts("together", count=str(len(parts))), "=")
    for part in parts:
        yield from bullet(f"{part.file}: {part.conclusion}")


def _head(case: Case, texts: Texts) -> Iterator[str]:
    scenario, assessment = case.judged.scenario, case.judged.judgement.assessment
    yield from underlined(scenario.title)
    yield from wrapped(scenario.file)
    if assessment.known_on != assessment.as_of:
        yield from wrapped(texts("about-known", day=assessment.known_on))


def _outcome(case: Case, texts: Texts) -> Iterator[str]:
    yield ""
    yield from underlined(texts("heading-outcome"), "-")
    for sentence in case.explanation.summary:
        yield from wrapped(sentence.text)
    for iri in (one for one in case.outcome.without_cell if one not in case.judged.judgement.away):
        yield from bullet(texts("silent-situation", name=case.names.of(iri)))
    for iri in case.outcome.unanswered:
        yield from bullet(texts("silent-need", name=case.names.of(iri)))
    for situation in case.judged.judgement.situations:
        rows = _functions(case, texts, situation)
        if rows:
            yield ""
            yield from wrapped(texts("functions-of", name=case.names.of(situation)))
            yield from columns(rows)


def _functions(case: Case, texts: Texts, situation: str) -> list[tuple[str, str]]:
    """Each function with its grade in one line, the worst first."""
    grades = [grade for grade in case.judged.judgement.grades if grade.situation == situation]
    ordered = sorted(grades, key=lambda grade: (_order(case, grade), case.names.of(grade.function)))
    return [(case.names.of(grade.function), _grade(case, texts, grade)) for grade in ordered]


def _order(case: Case, grade: Grade) -> int:
    order = case.names.text(h(grade.grade).value, "gradeOrder")
    return int(order) if order.isdigit() else 99


def _grade(case: Case, texts: Texts, grade: Grade) -> str:
    """Never "in order" for one function: that is said of a whole scenario, or not at all."""
    held = grade.grade == IN_ORDER
    perhaps = case.judged.judgement.only_perhaps_required(grade.situation, grade.function)
    laid = case.judged.judgement.only_laid(grade.situation, grade.function)
    word = texts(HELD[laid, perhaps]) if held else case.names.word(grade.grade)
    kinds = [
        _kind(case, finding)
        for finding in case.judged.judgement.findings
        if (grade.situation, grade.function) in finding.where
    ]
    kinds += [
        case.names.word("untilSuccessor")
        for cell in case.judged.judgement.cells
        if cell.until_successor and (cell.situation, cell.function) == (grade.situation, grade.function)
    ]
    if not kinds:
        return word
    key = "grade-held-findings" if held else "grade-findings"
    return texts(key, grade=word, kinds="; ".join(dict.fromkeys(kinds)))


def _kind(case: Case, finding: Finding) -> str:
    """The kind of a finding; of a gap or question about another responsibility than doing the work, with that."""
    named = case.names.word(finding.kind)
    told = finding.severity == "Warning" or finding.responsibility == PERFORMANCE
    return named if told else f"{case.names.word(finding.responsibility)}: {named}"


def _finding(number: int, finding: FindingExplanation) -> Iterator[str]:
    yield ""
    yield from underlined(f"{number}. {finding.severity_label.capitalize()}: {finding.title.text}", "-")
    for paragraph in finding.paragraphs:
        yield from _paragraph(paragraph)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    if not (paragraph.sentences or paragraph.bullets):
        return
    yield ""
    if paragraph.heading:
        yield from wrapped(paragraph.heading)
    yield from wrapped(" ".join(sentence.text for sentence in paragraph.sentences)) if paragraph.sentences else ()
    for one in paragraph.bullets:
        yield from bullet(str(one))

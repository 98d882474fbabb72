"""The derivation listed: every candidate with its ground, every reason, every source with section and lines."""

from tests.reports.conftest import MakeReport

from hiaat.reports.selection import Asked
from hiaat.reports.trace import render_trace

SO = "https://w3id.org/hiaat/care#so_expertise"
MDO = "https://w3id.org/hiaat/care#mdo"
PRACTICE = "https://w3id.org/hiaat/id/scenario/a/partijen/praktijk-dorpsstraat"


def told(report: MakeReport, asked: Asked, name: str = "a") -> str:
    return " ".join(render_trace(report(name), asked).split())


def test_without_a_question_all_that_findings_are_about_worst_first(report: MakeReport) -> None:
    text = told(report, Asked())
    assert text.index("specialist ouderengeneeskunde: uitvoering") < text.index("huisartsenzorg: uitvoering")
    assert "Gat, weggevallen" in text
    assert "Sinds 2024-06-01" in text
    assert "organisatie --" not in text


def test_every_candidate_and_every_reason_is_listed(report: MakeReport) -> None:
    text = told(report, Asked(functions=(SO,), kinds=("Performance",)))
    case = report("a").cases[0]
    for cell in case.judged.judgement.cells:
        if (cell.function, cell.kind) == (SO, "Performance"):
            for candidate in cell.candidates:
                assert case.names.of(candidate.party) in text
                for shortfall in candidate.shortfalls:
                    assert case.names.word(shortfall.cause) in text
    assert "scenario.yaml:16:9" in text
    assert "HP24-047" in text


def test_sources_have_document_section_and_lines(report: MakeReport) -> None:
    text = told(report, Asked(functions=(SO,), kinds=("Performance",)))
    assert "LHV-handelingsperspectief 2024" in text
    assert "HP24-047, onder \u2018Situatie 2: Wel of niet inschrijven nieuwe patiënten\u2019, regel 45" in text
    assert "Wlz 3.1.1" in told(report, Asked(functions=(SO,)))


def test_why_not_a_party(report: MakeReport) -> None:
    text = told(report, Asked(functions=(SO,), kinds=("Performance",), parties=(PRACTICE,)))
    assert "kan deze zware zorg niet alleen geven" in text
    assert "Dr. B" not in text
    assert "Gevraagd door" not in text
    text = told(report, Asked(functions=(SO,), kinds=("Funding",), parties=(PRACTICE,)))
    assert "Praktijk Dorpsstraat is hiervoor niet in beeld" in text


def test_a_function_that_was_not_judged_is_said_to_be_so(report: MakeReport) -> None:
    text = told(report, Asked(functions=(MDO,)))
    assert "is niet beoordeeld" in text
    assert "LL18-117" in text
    assert "Hier is niets over te laten zien" not in text


def test_nothing_to_show(report: MakeReport) -> None:
    assert "Hier is niets over te laten zien" in told(report, Asked(), "g")


def test_what_must_be_known_stands_with_the_cells_that_are_undetermined(report: MakeReport) -> None:
    text = told(report, Asked(functions=(SO,), kinds=("Performance",)), "h")
    before, after = text.split("Wat bekend moet zijn: - Klopt dit voor bewoners van De Wilg")
    assert before.index("Gat, ") < before.rindex("Niet uit te maken")
    assert "Wat bekend moet zijn" not in after
    assert "Wat bekend moet zijn" not in told(report, Asked())

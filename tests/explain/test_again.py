"""What can be done about warnings and open questions is told once, where it is the same; of a gap always."""

from tests.explain.test_jointly import HOME, INTRAMURAL
from tests.explain.told import part, tell

AGAIN = "Hetzelfde als bij "


def test_one_claim_that_makes_two_warnings_tells_what_can_be_done_once() -> None:
    told = tell(HOME).findings
    buying, paying = (part(one, "act") for one in told if one.kind == "Contested" and one.severity == "Warning")
    number = next(n for n, one in enumerate(told, 1) if part(one, "act") == buying)
    assert len(buying) > 300
    assert paying == f"{AGAIN}{number}."


def test_one_unknown_that_leaves_several_questions_tells_it_once() -> None:
    questions = [one for one in tell(INTRAMURAL).findings if one.severity == "Info"]
    acts = [part(one, "act") for one in questions]
    assert sum(one.startswith(AGAIN) for one in acts) >= 5
    assert len({one for one in acts if not one.startswith(AGAIN)}) == sum(not one.startswith(AGAIN) for one in acts)


def test_the_facts_behind_it_are_kept_and_a_gap_is_told_in_full() -> None:
    for one in tell(INTRAMURAL).findings:
        for paragraph in one.paragraphs:
            again = [said for said in paragraph.sentences if said.text.startswith(AGAIN)]
            assert not (again and one.severity == "Violation")
            assert all(said.facts for said in again)

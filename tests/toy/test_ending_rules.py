"""Whether notice works: which rules on ending count, on which grounds, said of whom and when."""

from textwrap import dedent

import pytest
from tests.toy.seen import read, see

WATCH = """
    streets:
      - {{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}{street}}}
      - {{name: Low Street, from: 2020-01-01, ground: green{other_street}}}
    parties:
      Jans: {{is: fitter{jans}}}
      Kees: {{is: fitter{kees}}}
      Board: water board
    agreements:
      - {{name: watch, kind: night watch, between: {between}, by: Jans, what: inspection, for: High Street, from: 2020-01-01{agreement}}}
      - {{name: other watch, kind: night watch, between: [Jans, Board], what: inspection, for: Low Street, from: 2020-01-01{other}}}
    events:
      - {{name: the notice, date: 2024-04-15, who: {who}, what: gave notice, agreement: watch, last day: {last}}}
      - {{name: another notice, date: 2024-04-15, {also}, last day: 2024-05-31}}
    state of affairs: {{{said}}}
"""
USUAL = {
    "between": "[Jans, Kees]",
    "who": "Jans",
    "last": "2024-05-31",
    "also": "who: Board, what: gave notice, agreement: other watch",
}
WORKS, IN_VAIN, OPEN = "Gap Lapsed", "Held", "Undetermined"
REASON = "good reason: yes"
LIST = "key list is kept: yes"


def told(said: str = LIST, **more: str) -> str:
    """The verdict after a notice; what is said under a street, a party or an agreement is said of that one."""
    of = ("street", "other_street", "jans", "kees", "agreement", "other")
    stated = {key: f", state of affairs: {{{more[key]}}}" if key in more else "" for key in of}
    text = WATCH.format_map({**USUAL, **more, **stated, "said": said})
    seen = see(read(dedent(text)), perspective=more.get("perspective"))
    (cell,) = [c for c in seen.cells("inspection") if seen.name(c.situation) == "High Street"]
    return f"Gap {cell.leading}" if cell.leading else cell.verdict


# -- Which rules count


@pytest.mark.parametrize(
    ("reason", "kept", "verdict"),
    [
        ("yes", "yes", WORKS),
        ("yes", "no", IN_VAIN),
        ("no", "yes", IN_VAIN),
        ("yes", "unknown", OPEN),
        ("unknown", "yes", OPEN),
        ("unknown", "no", IN_VAIN),
        ("no", "unknown", IN_VAIN),
    ],
)
def test_notice_works_if_every_binding_rule_finds_its_own_ground(reason: str, kept: str, verdict: str) -> None:
    assert told(f"good reason: {reason}, key list is kept: {kept}") == verdict


@pytest.mark.parametrize("other", ["key is there", "pay agreed", "street is dark"])
@pytest.mark.parametrize(("reason", "verdict"), [("yes", WORKS), ("unknown", OPEN)])
def test_an_opinion_a_rule_of_the_past_and_one_to_come_stand_in_no_way(other: str, reason: str, verdict: str) -> None:
    assert told(f"{LIST}, good reason: {reason}, {other}: no") == verdict


@pytest.mark.parametrize(("reason", "verdict"), [("yes", WORKS), ("unknown", OPEN)])
def test_nor_does_a_rule_whose_voice_is_not_heard(reason: str, verdict: str) -> None:
    said = f"good reason: {reason}, key list is kept: no"
    assert told(said) == IN_VAIN
    assert told(said, perspective="law") == verdict


@pytest.mark.parametrize(("reason", "verdict"), [("yes", WORKS), ("unknown", OPEN), ("no", IN_VAIN)])
def test_nor_does_a_rule_on_another_type_of_party(reason: str, verdict: str) -> None:
    said = f"good reason: {reason}, key list is kept: no"
    assert told(said, who="Board", between="[Jans, Board]", last="2024-04-20") == verdict
    assert told(said, who="Jans", between="[Jans, Board]", last="2024-04-20") == IN_VAIN


def test_what_stands_in_the_way_of_ending_one_agreement_does_not_for_another() -> None:
    both = "who: Jans, what: gave notice, agreement: other watch"
    assert told(other="good reason: no", also=both) == OPEN
    assert told(f"{LIST}, {REASON}", other="good reason: no", also=both) == WORKS


@pytest.mark.parametrize(
    ("jans", "kees"),
    [(LIST, "good reason: yes, key list is kept: no"), (LIST, f"good reason: no, {LIST}")],
)
def test_each_of_two_that_give_notice_needs_a_ground_of_its_own(jans: str, kees: str) -> None:
    assert told("pay agreed: yes", jans=jans, kees=kees, also="who: Kees, what: gave notice, agreement: watch") == OPEN


# -- Of whom the ground is said


@pytest.mark.parametrize(("answer", "verdict"), [("yes", WORKS), ("no", IN_VAIN), ("unknown", OPEN)])
@pytest.mark.parametrize("of", ["agreement", "jans", "street"])
def test_a_ground_may_be_said_of_the_agreement_the_party_or_the_street(of: str, answer: str, verdict: str) -> None:
    assert told(between="[Jans, High Street]", **{of: f"good reason: {answer}"}) == verdict


@pytest.mark.parametrize("answer", ["yes", "no"])
@pytest.mark.parametrize("of", ["other", "kees", "other_street"])
def test_a_ground_said_of_another_says_nothing_here(of: str, answer: str) -> None:
    between = "[Jans, Kees]" if of == "kees" else "[Jans, High Street]"
    assert told(between=between, **{of: f"good reason: {answer}"}) == OPEN


@pytest.mark.parametrize(("here", "there", "verdict"), [("yes", "no", WORKS), ("no", "yes", IN_VAIN)])
@pytest.mark.parametrize("of", ["agreement", "jans", "street"])
def test_what_is_said_of_one_goes_before_what_is_said_of_all(of: str, here: str, there: str, verdict: str) -> None:
    said = f"{LIST}, good reason: {there}"
    assert told(said, between="[Jans, High Street]", **{of: f"good reason: {here}"}) == verdict


@pytest.mark.parametrize(("here", "there", "verdict"), [("yes", "no", WORKS), ("no", "yes", IN_VAIN)])
@pytest.mark.parametrize("of", ["other", "kees", "other_street"])
def test_but_not_what_is_said_of_another(of: str, here: str, there: str, verdict: str) -> None:
    between = "[Jans, Kees]" if of == "kees" else "[Jans, High Street]"
    said = f"{LIST}, good reason: {here}"
    assert told(said, between=between, **{of: f"good reason: {there}"}) == verdict


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [("yes", "no", WORKS), ("no", "yes", IN_VAIN), ("unknown", "yes", OPEN), ("unknown", "no", OPEN)],
)
@pytest.mark.parametrize(("near", "far"), [("agreement", "jans"), ("agreement", "street"), ("jans", "street")])
def test_what_is_said_most_closely_decides(near: str, far: str, here: str, there: str, verdict: str) -> None:
    of = {near: f"good reason: {here}", far: f"good reason: {there}"}
    assert told(between="[Jans, High Street]", **of) == verdict


@pytest.mark.parametrize("of", ["agreement", "jans", "street", "said"])
def test_what_is_said_both_ways_is_unknown(of: str) -> None:
    both = "good reason: [{is: yes}, {is: no}]"
    said = {of: both} if of != "said" else {"said": f"{LIST}, {both}"}
    assert told(between="[Jans, High Street]", **said) == OPEN


# -- When


@pytest.mark.parametrize("when", ["from: 2024-04-16", "until: 2024-04-14", "from: 2024-04", "until: 2024-04"])
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_ground_must_surely_be_there_or_not_on_the_day_of_the_notice(answer: str, when: str) -> None:
    assert told(f"{LIST}, good reason: {{is: {answer}, {when}}}") == OPEN


@pytest.mark.parametrize(("answer", "verdict"), [("yes", WORKS), ("no", IN_VAIN)])
def test_and_if_it_is_on_that_day_it_does_not_matter_that_it_was_not_before_or_after(answer: str, verdict: str) -> None:
    assert told(f"{LIST}, good reason: {{is: {answer}, from: 2024-04-15, until: 2024-04-15}}") == verdict


@pytest.mark.parametrize(("answer", "other", "verdict"), [("yes", "no", WORKS), ("no", "yes", IN_VAIN)])
@pytest.mark.parametrize("when", ["from: 2024-04-16", "until: 2024-04-14"])
def test_what_is_said_of_one_for_other_days_does_not_go_before_what_is_said_of_all(
    answer: str, other: str, verdict: str, when: str
) -> None:
    said = f"{LIST}, good reason: {answer}"
    assert told(said, agreement=f"good reason: {{is: {other}, {when}}}") == verdict


# -- Rulings, and steps that do not stand


def test_a_ruling_may_undo_what_no_rule_forbids() -> None:
    job = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
        parties: {Jans: fitter, Board: water board}
        agreements: [{name: job, kind: job order, between: [Jans, Board], what: inspection, from: 2020-01-01}]
        events:
          - {name: the notice, date: 2024-04-01, who: Jans, what: gave notice, agreement: job, last day: 2024-05-31}
    """
    ruling = "          - {date: 2024-05-20, ruling by: Board, what: ruled, event: the notice, stands: no}\n"
    assert see(read(dedent(job))).verdict("inspection") == "Gap Lapsed"
    assert see(read(dedent(job.rstrip(" ") + ruling))).verdict("inspection") == "Held"


def test_who_asks_whether_it_stands_decides_nothing() -> None:
    said = "good reason: unknown, key list is kept: yes"
    for what, by, verdict in (("ruled", "ruling by", WORKS), ("asked", "who", OPEN)):
        step = f"who: Board, what: asked, about: inspection}}\n      - {{date: 2024-05-20, {by}: Board, what: {what}, event: the notice, stands: yes"
        assert told(said, also=step) == verdict

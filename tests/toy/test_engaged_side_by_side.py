"""What is so in one street, for one function or of one party says nothing of the other beside it."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest
from pyoxigraph import NamedNode, Triple
from tests.toy.seen import Seen, read, see

from hiaat.scenario.terms import h

TWO = """
streets:
  - {name: High Street, from: 2020-01-01, ground: green, needs: [NEEDS]}
  - {name: Low Street, from: 2020-01-01, ground: green, needs: [NEEDS]}
parties: {Anna: fitter, Bert: fitter, Cor: fitter, Dirk: fitter, Board: water board}
"""


def side_by_side(*engaged: str, events: str = "", when: str = "", as_of: str | None = None) -> Seen:
    """Two streets that each need inspection and marking."""
    needs = ", ".join(f"{{what: {what}{when}}}" for what in ("inspection", "marking"))
    lines = "".join(f"  - {{from: 2020-01-01, {one}}}\n" for one in engaged)
    steps = f"events:\n{dedent(events)}" if events else ""
    return see(read(TWO.replace("NEEDS", needs) + (f"engagements:\n{lines}" if lines else "") + steps), as_of)


def performs(who: str, *more: str, what: str = "inspection", kind: str = "performance") -> str:
    return ", ".join([f"who: {who}, what: {what}, kind: {kind}", *more])


def held(seen: Seen, function: str = "inspection", kind: str = "Performance") -> dict[str, set[str]]:
    """Who holds it in each street."""
    return {seen.name(c.situation): {seen.name(p) for p in c.holders} for c in seen.cells(function, kind)}


def ended(seen: Seen, party: str, street: str, function: str = "inspection") -> set[date]:
    """The first days on which a party held it no longer in a street."""
    (cell,) = [c for c in seen.cells(function) if seen.name(c.situation) == street]
    former = [one for one in cell.candidates if one.standing == "Former" and seen.name(one.party) == party]
    return {date.fromordinal(why.since) for one in former for why in one.shortfalls if why.since is not None}


BERT, COR = "on behalf of: Anna", "on behalf of: Bert"
ENDED = "until: 2024-05-31"


# -- Up the chain


def test_a_chain_that_is_broken_in_one_street_is_not_in_the_other() -> None:
    chain = (performs("Bert", BERT), performs("Cor", COR))
    seen = side_by_side(*chain, performs("Anna", ENDED, "for: High Street"), performs("Anna", "for: Low Street"))
    assert held(seen) == {"High Street": set(), "Low Street": {"Anna", "Bert", "Cor"}}
    assert {cell.verdict for cell in seen.cells("inspection")} == {"Gap", "Held"}
    assert ended(seen, "Cor", "High Street") == {date(2024, 6, 1)}


def test_a_chain_that_is_broken_for_one_function_is_not_for_the_other() -> None:
    chain = [performs(who, of, what=what) for who, of in (("Bert", BERT), ("Cor", COR)) for what in FUNCTIONS]
    seen = side_by_side(*chain, performs("Anna", ENDED), performs("Anna", what="marking"))
    assert {cell.verdict for cell in seen.cells("inspection")} == {"Gap"}
    assert held(seen, "marking")["High Street"] == {"Anna", "Bert", "Cor"}


FUNCTIONS = ("inspection", "marking")


def test_who_did_it_for_another_goes_when_that_one_ended_here_not_when_it_ended_elsewhere_or_something_else() -> None:
    seen = side_by_side(
        performs("Bert", BERT),
        performs("Bert", BERT, what="marking"),
        performs("Anna", "until: 2023-12-31", "for: High Street"),
        performs("Anna", ENDED, "for: Low Street"),
        performs("Anna", "until: 2024-02-29", "for: High Street", what="marking"),
    )
    assert ended(seen, "Bert", "High Street") == {date(2024, 1, 1)}
    assert ended(seen, "Bert", "Low Street") == {date(2024, 6, 1)}
    assert ended(seen, "Bert", "High Street", "marking") == {date(2024, 3, 1)}


def test_who_lost_both_of_the_grounds_of_its_principal_lost_the_last() -> None:
    seen = side_by_side(
        performs("Cor", COR),
        performs("Bert", ENDED),
        performs("Bert", "on behalf of: Dirk"),
        performs("Dirk", "until: 2023-12-31"),
    )
    assert held(seen)["High Street"] == set()
    assert ended(seen, "Cor", "High Street") == {date(2024, 6, 1)}


@pytest.mark.parametrize(
    ("notice", "agreed", "last"),
    [("2024-03-31", "2024-05-31", date(2024, 4, 1)), ("2024-03-31", "2024-08-31", date(2024, 4, 1))],
)
def test_an_agreement_that_notice_ended_did_not_end_again_on_its_last_day(notice: str, agreed: str, last: date) -> None:
    text = f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}]
        parties: {{Anna: fitter, Bert: fitter, Board: water board}}
        agreements: [{{name: deal, kind: handshake, between: [Anna, Board], what: inspection, from: 2020-01-01, until: {agreed}}}]
        engagements: [{{{performs("Bert", BERT)}, from: 2020-01-01}}]
        events: [{{date: 2024-02-01, who: Anna, what: gave notice, agreement: deal, last day: {notice}}}]
    """
    seen = see(read(text))
    assert (seen.verdict("inspection"), seen.since("inspection")) == ("Gap Lapsed", last)
    assert ended(seen, "Bert", "High Street") == {last}


def test_who_stopped_is_not_bound_by_what_its_principal_still_does() -> None:
    seen = side_by_side(performs("Cor", COR, ENDED), performs("Dirk", COR), performs("Bert", BERT), performs("Anna"))
    assert held(seen)["High Street"] == {"Anna", "Bert", "Dirk"}
    (cell,) = [c for c in seen.cells("inspection") if seen.name(c.situation) == "High Street"]
    assert {c.standing for c in cell.candidates if seen.name(c.party) == "Cor"} == {"Former"}


def test_who_may_have_stopped_for_one_that_was_never_bound_leaves_it_open() -> None:
    seen = side_by_side(performs("Bert", BERT, "until: 2024-06"))
    assert {cell.verdict for cell in seen.cells("inspection")} == {"Undetermined"}


def test_who_does_it_for_one_that_may_still_see_to_it_is_possibly_bound_though_a_third_is_gone() -> None:
    seen = side_by_side(
        performs("Cor", COR),
        performs("Bert", "until: 2024-06", kind="organisation"),
        performs("Bert", "on behalf of: Dirk"),
        performs("Dirk", ENDED),
    )
    (cell,) = [c for c in seen.cells("inspection") if seen.name(c.situation) == "High Street"]
    assert cell.verdict == "Undetermined"
    assert ("Cor", "Bound", "possibly") in {(seen.name(c.party), c.standing, c.certainty) for c in cell.candidates}


def test_who_does_it_for_one_that_sees_to_it_and_does_it_for_a_third_has_both_answer() -> None:
    seen = side_by_side(
        performs("Cor", COR),
        performs("Bert", kind="organisation"),
        performs("Bert", "on behalf of: Dirk"),
        performs("Dirk"),
    )
    assert held(seen, kind="Accountability")["High Street"] == {"Bert", "Dirk"}


def test_who_supervises_is_not_thereby_bound_to_have_it_done() -> None:
    seen = side_by_side(performs("Bert", "on behalf of: the province"), performs("the province", ENDED))
    assert held(seen)["High Street"] == set()
    assert ended(seen, "Bert", "High Street") == {date(2024, 6, 1)}


# -- Who has another do it


def windows(seen: Seen, who: str, street: str, function: str = "inspection") -> set[str]:
    """The windows in which a party does it."""
    cells = [c for c in seen.cells(function) if seen.name(c.situation) == street]
    return {seen.name(c.window) for c in cells if who in map(seen.name, c.holders)}


DELEGATED = "  - {date: 2024-01-01, who: Anna, what: delegated, about: inspection, to: Cor}\n"
ALL = {"summer", "winter"}
ALL_YEAR = ", when: [summer, winter]"


def test_the_other_does_it_when_the_first_did_in_that_street() -> None:
    seen = side_by_side(
        performs("Anna", "when: winter", "for: High Street"),
        performs("Anna", "when: summer", "for: Low Street"),
        events=DELEGATED,
        when=ALL_YEAR,
    )
    assert windows(seen, "Cor", "High Street") == {"winter"}
    assert windows(seen, "Cor", "Low Street") == {"summer"}


def test_and_always_in_the_street_in_which_the_first_did_not_do_it_itself() -> None:
    seen = side_by_side(
        performs("Anna", "when: winter", "for: Low Street"),
        performs("Anna", "for: High Street", kind="organisation"),
        events=DELEGATED,
        when=ALL_YEAR,
    )
    assert windows(seen, "Cor", "High Street") == ALL
    assert windows(seen, "Cor", "Low Street") == {"winter"}


def test_and_always_where_the_first_did_something_else_itself() -> None:
    seen = side_by_side(
        performs("Anna", "when: winter", what="marking"),
        performs("Anna", kind="organisation"),
        events=DELEGATED,
        when=ALL_YEAR,
    )
    assert windows(seen, "Cor", "High Street") == ALL


@pytest.mark.parametrize(
    "other",
    [
        performs("Anna", "when: summer", what="marking"),
        performs("Anna", "when: summer", kind="accountability"),
        performs("Dirk", "when: summer"),
    ],
    ids=["something else", "another kind", "another party"],
)
def test_it_is_not_done_when_something_else_was_taken_on(other: str) -> None:
    seen = side_by_side(performs("Anna", "when: winter"), other, events=DELEGATED, when=ALL_YEAR)
    assert windows(seen, "Cor", "High Street") == {"winter"}


@pytest.mark.parametrize("what", ["delegated", "assigned"])
def test_who_delegates_or_assigns_for_one_street_does_so_for_that_one_only(what: str) -> None:
    step = DELEGATED.replace("delegated", what).replace("to: Cor", "to: Cor, for: High Street")
    seen = side_by_side(performs("Anna"), events=step)
    assert held(seen) == {"High Street": {"Anna", "Cor"}, "Low Street": {"Anna"}}
    assert held(seen, kind="Accountability")["High Street"] == {"Anna"}


# -- Steps


def test_who_is_suspended_takes_nobody_along() -> None:
    suspended = "  - {name: it, date: 2024-05-20, who: Board, what: suspended, to: Anna, first day: 2024-06-01}\n"
    seen = side_by_side(performs("Anna"), performs("Dirk"), events=suspended)
    assert held(seen)["High Street"] == {"Dirk"}


@pytest.mark.parametrize(
    "step",
    [
        "  - {name: it, date: 2024-05-20, who: Board, what: suspended, to: Anna, first day: 2024-06-01}\n",
        "  - {name: it, date: 2024-05-31, who: Anna, what: left}\n",
    ],
    ids=["suspended", "left"],
)
def test_what_does_not_stand_takes_nothing_away(step: str) -> None:
    ruled = "  - {date: 2024-06-05, ruling by: Board, what: ruled, event: it, stands: no}\n"
    assert held(side_by_side(performs("Anna"), events=step))["High Street"] == set()
    assert held(side_by_side(performs("Anna"), events=step + ruled))["High Street"] == {"Anna"}


def test_one_notice_of_an_agreement_and_of_what_stands_apart_is_as_uncertain_for_both() -> None:
    text = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: marking}]}]
        parties: {Anna: fitter, Board: water board}
        agreements: [{name: deal, kind: service contract, between: [Anna, Board], what: inspection, from: 2020-01-01}]
        engagements: [{who: Anna, what: marking, kind: performance, from: 2020-01-01}]
        events: [{date: 2024-04-01, who: Anna, what: gave notice, agreement: deal, last day: 2024-05-31}]
    """
    told = read(text)
    (about,) = [triple for triple in told.triples if triple.predicate == h.about]
    (apart,) = [
        triple.subject
        for triple in told.triples
        if triple.predicate == h.engaged and isinstance(triple.subject, NamedNode)
    ]
    seen = see(replace(told, triples=(*told.triples, Triple(about.subject, about.predicate, apart))))
    assert (seen.verdict("inspection"), seen.verdict("marking")) == ("Undetermined", "Undetermined")
    assert seen.since("marking") == date(2024, 6, 1)


def test_notice_that_speaks_of_a_party_ends_nothing_else_of_that_party() -> None:
    text = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: [{what: inspection}, {what: marking}]}]
        parties: {Anna: fitter, Board: water board}
        agreements: [{name: job, kind: job order, between: [Anna, Board], what: inspection, from: 2020-01-01}]
        engagements: [{who: Anna, what: marking, kind: performance, from: 2020-01-01}]
        events: [{date: 2024-04-01, who: Anna, what: gave notice, agreement: job, last day: 2024-05-31}]
    """
    told = read(text)
    (about,) = [triple for triple in told.triples if triple.predicate == h.about]
    (anna,) = [triple.object for triple in told.triples if triple.predicate == h.actor]
    seen = see(replace(told, triples=(*told.triples, Triple(about.subject, about.predicate, anna))))
    assert (seen.verdict("inspection"), seen.verdict("marking")) == ("Gap Lapsed", "Held")


def test_notice_that_was_given_later_is_no_notice_yet() -> None:
    text = """
        streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]
        parties: {Anna: fitter, Board: water board}
        agreements: [{name: job, kind: job order, between: [Anna, Board], what: inspection, from: 2020-01-01}]
        events: [{date: 2024-06-01, who: Anna, what: gave notice, agreement: job, last day: 2024-07-31}]
    """
    assert not see(read(text), "2024-05-15", "2024-06-30").findings("Precarious")
    assert see(read(text), "2024-06-01", "2024-06-30").findings("Precarious")

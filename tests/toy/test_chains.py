"""Who does it for another: up the chain to who acts in its own name, and what breaks with a link."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Triple
from tests.toy.seen import Seen, read, see, village
from tests.toy.side import on

PARTIES = "parties: {Anna: fitter, Bert: fitter, Cor: fitter, Dirk: fitter, Red Brigade: fire brigade}\n"


def engaged(*lines: str, more: str = "", as_of: str | None = None) -> Seen:
    """A street that needs inspection, with these engagements to perform it: `who: Anna, from: 2020-01-01`."""
    entries = "".join(f"  - {{what: inspection, kind: performance, {line}}}\n" for line in lines)
    return village(f"{PARTIES}engagements:\n{entries}{more}", needs="{what: inspection}", as_of=as_of)  # type: ignore[arg-type]


OWN = "who: Anna, from: 2020-01-01"
ENDED = "who: Anna, from: 2020-01-01, until: 2024-05-31"
BERT = "who: Bert, on behalf of: Anna, from: 2020-01-01"
COR = "who: Cor, on behalf of: Bert, from: 2020-01-01"


def test_who_does_it_for_another_leaves_the_answering_with_the_other() -> None:
    seen = engaged(OWN, BERT)
    assert seen.holders("inspection") == {"Anna", "Bert"}
    assert seen.holders("inspection", "Accountability") == {"Anna"}
    assert not seen.findings("MultipleLeads")


def test_who_does_it_in_its_own_name_answers_for_it() -> None:
    assert engaged(OWN).holders("inspection", "Accountability") == {"Anna"}


def test_when_the_other_is_no_longer_bound_both_are_former() -> None:
    seen = engaged(ENDED, BERT)
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert seen.since("inspection") == date(2024, 6, 1)
    assert seen.candidates("inspection") >= {("Anna", "Former", ("Ended",)), ("Bert", "Former", ("Ended",))}


def test_who_does_it_for_one_that_was_never_bound_is_not_cut_off() -> None:
    seen = engaged(BERT)
    assert seen.holders("inspection") == {"Bert"}
    assert seen.holders("inspection", "Accountability") == {"Anna"}


def test_two_links_lead_to_the_first_that_acts_in_its_own_name() -> None:
    seen = engaged(OWN, BERT, COR)
    assert seen.holders("inspection") == {"Anna", "Bert", "Cor"}
    assert seen.holders("inspection", "Accountability") == {"Anna"}


def test_two_links_both_break_when_the_first_is_no_longer_bound() -> None:
    seen = engaged(ENDED, BERT, COR)
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert {standing for _, standing, _ in seen.candidates("inspection") if standing != "NearMiss"} == {"Former"}
    assert {party for party, standing, _ in seen.candidates("inspection") if standing == "Former"} == {
        "Anna",
        "Bert",
        "Cor",
    }


def test_a_link_in_the_middle_that_ended_cuts_off_who_did_it_for_it() -> None:
    seen = engaged(OWN, BERT + ", until: 2024-05-31", COR)
    assert seen.verdict("inspection") == "Gap NoCapacity", "Anna did it through Bert, and has nobody left"
    assert seen.holders("inspection", "Accountability") == {"Anna"}
    assert ("Cor", "Former", ("Ended",)) in seen.candidates("inspection")


def test_a_circle_supports_nobody() -> None:
    seen = engaged("who: Bert, on behalf of: Cor, from: 2020-01-01", COR)
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert not seen.holders("inspection")


EARLIER = "who: Anna, from: 2020-01-01, until: 2021-12-31"
DONE = "who: Dirk, from: 2020-01-01, until: 2024-05-31"


def ended(seen: Seen, party: str) -> set[date]:
    """The first days on which it held no longer."""
    candidates = seen.cell("inspection").candidates
    former = [one for one in candidates if one.standing == "Former" and seen.name(one.party) == party]
    return {date.fromordinal(why.since) for one in former for why in one.shortfalls if why.since is not None}


@pytest.mark.parametrize("order", [(EARLIER, ENDED), (ENDED, EARLIER)])
def test_who_did_it_for_another_goes_with_the_last_of_that_ones_engagements(order: tuple[str, str]) -> None:
    seen = engaged(*order, BERT)
    assert ended(seen, "Bert") == {date(2024, 6, 1)}
    last = {one.last_day for one in seen.judgement.engagements.values() if seen.name(one.party) == "Bert"}
    assert last == {date(2024, 5, 31).toordinal()}


def test_what_the_other_ended_elsewhere_cuts_nobody_off_here() -> None:
    seen = village(
        f"""
        streets:
          - {{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
          - {{name: Low Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
        {PARTIES.strip()}
        engagements:
          - {{what: inspection, kind: performance, who: Anna, from: 2020-01-01, until: 2024-05-31, for: Low Street}}
          - {{what: marking, kind: performance, who: Anna, from: 2020-01-01, until: 2024-05-31, for: High Street}}
          - {{what: inspection, kind: performance, {BERT}}}
        """
    )
    held = {seen.name(cell.situation): cell.verdict for cell in seen.cells("inspection")}
    assert held == {"High Street": "Held", "Low Street": "Gap"}


def test_what_the_other_still_does_elsewhere_upholds_nobody_here() -> None:
    seen = village(
        f"""
        streets:
          - {{name: High Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
          - {{name: Low Street, from: 2020-01-01, ground: green, needs: {{what: inspection}}}}
        {PARTIES.strip()}
        engagements:
          - {{what: inspection, kind: performance, who: Anna, from: 2020-01-01, until: 2024-05-31, for: Low Street}}
          - {{what: inspection, kind: performance, who: Anna, from: 2020-01-01, for: High Street}}
          - {{what: inspection, kind: performance, {BERT}}}
        """
    )
    held = {seen.name(cell.situation): cell.verdict for cell in seen.cells("inspection")}
    assert held == {"High Street": "Held", "Low Street": "Gap"}


def test_what_the_other_ended_of_another_function_cuts_nobody_off() -> None:
    told = read(
        f"""
        streets: [{{name: High Street, from: 2020-01-01, ground: green, needs: [{{what: inspection}}, {{what: marking}}]}}]
        {PARTIES.strip()}
        engagements:
          - {{what: marking, kind: performance, who: Anna, from: 2020-01-01, until: 2024-05-31}}
          - {{what: inspection, kind: performance, {BERT}}}
        """
    )
    functions = [triple for triple in told.triples if triple.predicate.value.endswith("#function")]
    (hers,) = (triple for triple in functions if str(triple.subject).endswith("/anna-marking>"))
    (his,) = (triple for triple in functions if str(triple.subject).endswith("/bert-inspection>"))
    seen = see(replace(told, triples=(*told.triples, Triple(his.subject, his.predicate, hers.object))))
    assert seen.holders("inspection") == {"Bert"}
    assert seen.verdict("marking") == "Gap Lapsed"


def test_who_did_it_for_two_goes_with_the_last_of_them() -> None:
    for_two = (EARLIER, DONE, BERT, "who: Bert, on behalf of: Dirk, from: 2020-01-01", COR)
    assert ended(engaged(*for_two), "Cor") == {date(2024, 6, 1)}


def test_a_principal_bound_to_nobody_that_takes_it_on_for_a_third_goes_with_that_third() -> None:
    assert engaged(DONE, COR).holders("inspection") == {"Cor"}
    seen = engaged(DONE, COR, "who: Bert, on behalf of: Dirk, from: 2021-01-01")
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert ended(seen, "Cor") == {date(2024, 6, 1)}


def test_a_principal_bound_to_nobody_that_takes_it_on_for_its_own_performer_is_in_a_circle() -> None:
    assert engaged(COR).holders("inspection") == {"Cor"}
    assert engaged(COR, "who: Bert, on behalf of: Cor, from: 2021-01-01").verdict("inspection") == "Gap Vacuum"


def test_a_link_that_acts_for_two_leads_to_each() -> None:
    for_two = [
        "who: Cor, on behalf of: Bert, from: 2020-01-01",
        BERT,
        "who: Bert, on behalf of: Dirk, from: 2020-01-01",
        OWN,
        "who: Dirk, from: 2020-01-01",
    ]
    assert engaged(*for_two).holders("inspection", "Accountability") == {"Anna", "Dirk"}


def test_a_link_that_acts_for_two_holds_while_one_of_them_is_bound() -> None:
    seen = engaged(ENDED, BERT, "who: Bert, on behalf of: Dirk, from: 2020-01-01", "who: Dirk, from: 2020-01-01", COR)
    assert seen.holders("inspection") >= {"Bert", "Cor", "Dirk"}
    assert seen.holders("inspection", "Accountability") == {"Dirk"}


def test_a_service_that_loses_its_only_performer_is_bound_but_unable() -> None:
    seen = engaged(
        "who: Red Brigade, from: 2020-01-01",
        "who: Anna, on behalf of: Red Brigade, from: 2020-01-01, until: 2024-05-31",
    )
    assert seen.verdict("inspection") == "Gap NoCapacity"
    assert seen.since("inspection") == date(2024, 6, 1)
    assert seen.holders("inspection", "Accountability") == {"Red Brigade"}


def test_a_service_with_another_performer_left_holds() -> None:
    seen = engaged(
        "who: Red Brigade, from: 2020-01-01",
        "who: Anna, on behalf of: Red Brigade, from: 2020-01-01, until: 2024-05-31",
        "who: Bert, on behalf of: Red Brigade, from: 2024-01-01",
    )
    assert seen.verdict("inspection") == "Held"


def test_a_person_who_leaves_another_that_is_bound_by_a_duty_only_lapses() -> None:
    seen = village(
        """
        parties: {Jans: fitter, Board: water board}
        agreements: [{kind: job order, between: [Jans, Board], what: inspection, from: 2020-01-01, until: 2024-05-31}]
        """,
        needs="{what: inspection}",
    )
    assert seen.verdict("inspection") == "Gap Lapsed"
    assert seen.holders("inspection", "Organisation") == {"Board"}


def test_who_lets_another_do_it_answers_whatever_keeps_the_other_from_doing_it() -> None:
    seen = engaged(BERT, more="party states: [{who: Bert, is: ill, from: 2024-06-01}]\n")
    assert seen.verdict("inspection") == "Gap NoCapacity"
    assert seen.holders("inspection", "Accountability") == {"Anna"}


@pytest.mark.parametrize(
    ("line", "answers"),
    [("who: Bert, from: 2020-01-01", {"Anna"}), ("who: Bert, from: 2020-01-01, in own name: yes", {"Bert"})],
)
def test_the_engagement_goes_before_what_the_party_always_does(line: str, answers: set[str]) -> None:
    seen = village(
        f"""
        parties: {{Anna: fitter, Bert: {{is: fitter, employed by: Anna}}}}
        engagements: [{{what: inspection, kind: performance, {line}}}]
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection", "Accountability") == answers


def test_a_link_that_may_have_ended_makes_both_uncertain() -> None:
    seen = engaged("who: Anna, from: 2020-01-01, until: 2024-06", BERT)
    assert seen.verdict("inspection") == "Undetermined"


def test_who_does_it_for_one_that_only_a_duty_still_binds_is_not_cut_off() -> None:
    seen = village(
        """
        parties: {Board: water board, Jans: fitter}
        engagements:
          - {who: Board, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}
          - {who: Jans, what: inspection, kind: performance, on behalf of: Board, from: 2020-01-01}
        """,
        needs="{what: inspection}",
    )
    assert seen.holders("inspection") == {"Jans"}
    assert seen.holders("inspection", "Accountability") == {"Board"}


def test_who_does_it_for_one_that_a_duty_binds_in_another_street_only_goes_with_what_that_one_took_on_here() -> None:
    seen = village(
        """
        streets:
          - {name: High Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: none}
          - {name: Low Street, from: 2020-01-01, ground: green, needs: {what: thawing}, brigade: Red Brigade}
        parties: {Red Brigade: fire brigade, Jans: fitter}
        engagements:
          - {who: Red Brigade, what: thawing, kind: performance, from: 2020-01-01, until: 2024-05-31}
          - {who: Jans, what: thawing, kind: performance, on behalf of: Red Brigade, from: 2020-01-01}
        """
    )
    assert on(seen, "High Street").verdict("thawing") == "Gap Lapsed"
    assert on(seen, "Low Street").holders("thawing") == {"Red Brigade", "Jans"}


def test_a_duty_so_wide_that_it_lies_on_nobody_in_particular_binds_no_principal() -> None:
    lane = f"streets: [{{name: Lane, from: 2020-01-01, ground: lane, needs: {{what: flushing}}}}]\n{PARTIES}"
    lines = "".join(f"  - {{what: flushing, kind: performance, {line}}}\n" for line in (ENDED, BERT))
    seen = village(f"{lane}engagements:\n{lines}")
    assert seen.verdict("flushing") == "Gap Lapsed"
    assert ("Bert", "Former", ("Ended",)) in seen.candidates("flushing")


@pytest.mark.parametrize(
    ("tie", "more", "former"),
    [
        ("", "", None),
        (", until: 2024-03-31", "", date(2024, 4, 1)),
        (", until: 2024-03-31}, {who: Red Brigade, from: 2024-05-01", "", None),
        (", until: 2024-03-31}, {who: Blue Brigade", "", date(2024, 4, 1)),
        (", until: 2023-12-31}, {who: Red Brigade, from: 2024-02-01, until: 2024-03-31", "", date(2024, 4, 1)),
        (", until: 2009-12-31", "", None),
        (
            ", until: 2024-03-31",
            "  - {who: Red Brigade, what: thawing, kind: organisation, from: 2020-01-01}\n",
            None,
        ),
    ],
    ids=[
        "it is bound",
        "its tie ended",
        "and began again",
        "another has it now",
        "it ended twice",
        "before the duty",
        "it took it on besides",
    ],
)
def test_who_works_for_one_that_a_tie_bound_does_so_as_long_as_that_tie(
    tie: str, more: str, former: date | None
) -> None:
    seen = village(
        f"""
streets: [{{name: Street, from: 2020-01-01, ground: green, needs: {{what: thawing}}, brigade: [{{who: Red Brigade{tie}}}]}}]
parties: {{Red Brigade: fire brigade, Blue Brigade: fire brigade, Jans: fitter}}
engagements:
  - {{who: Jans, what: thawing, kind: performance, on behalf of: Red Brigade, from: 2020-01-01}}
{more}"""
    )
    (jans,) = [one for one in seen.cell("thawing").candidates if seen.name(one.party) == "Jans"]
    assert jans.standing == ("Bound" if former is None else "Former")
    assert ("Jans" in seen.holders("thawing")) == (former is None)
    assert [short.since for short in jans.shortfalls] == ([] if former is None else [former.toordinal()])


def test_another_street_another_party_and_what_no_duty_through_that_tie_asks_are_left_alone() -> None:
    seen = village(
        """
        streets:
          - {name: High, from: 2020-01-01, ground: green, needs: [{what: thawing}, {what: marking}], brigade: [{who: Red Brigade, until: 2024-03-31}]}
          - {name: Low, from: 2020-01-01, ground: green, needs: [{what: thawing}, {what: marking}], brigade: [{who: Red Brigade}, {who: Blue Brigade, until: 2024-03-31}]}
        parties: {Red Brigade: fire brigade, Blue Brigade: fire brigade, Green Brigade: fire brigade, Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: thawing, kind: performance, on behalf of: Red Brigade, from: 2020-01-01}
          - {who: Jans, what: marking, kind: performance, on behalf of: Red Brigade, from: 2020-01-01}
          - {who: Kees, what: thawing, kind: performance, on behalf of: Green Brigade, from: 2020-01-01}
        """
    )
    former = {
        (seen.name(cell.situation), function, seen.name(one.party))
        for function in ("thawing", "marking")
        for cell in seen.cells(function)
        for one in cell.candidates
        if one.standing == "Former" and seen.name(one.party) in ("Jans", "Kees")
    }
    assert former == {("High", "thawing", "Jans")}


# -- A middle link: who performs for another, through others

HIRED = "who: Anna, on behalf of: Red Brigade, from: 2020-01-01"
HELPER = "who: Bert, on behalf of: Anna, from: {}"


@pytest.mark.parametrize(
    ("helper", "verdict", "since"),
    [
        ("2020-01-01, until: 2024-05-31", "Gap NoCapacity", date(2024, 6, 1)),
        ("2020-01-01, until: 2024-06", "Undetermined", date(2024, 6, 2)),
        ("2020-01-01", "Held", None),
        ("2021-01-01, until: 2024-05-31", "Held", None),
    ],
    ids=["gone", "perhaps gone", "there", "did it itself before"],
)
@pytest.mark.parametrize("top", [[], ["who: Red Brigade, from: 2020-01-01"]], ids=["hired", "hired by who took it on"])
def test_a_middle_link_that_loses_its_only_performer_is_unable_and_so_is_who_has_it_done_through_it_alone(
    top: list[str], helper: str, verdict: str, since: date | None
) -> None:
    seen = engaged(*top, HIRED, HELPER.format(helper))
    assert (seen.verdict("inspection"), seen.since("inspection")) == (verdict, since)
    assert seen.holders("inspection", "Accountability") == {"Red Brigade"}


@pytest.mark.parametrize(
    "other",
    ["who: Cor, on behalf of: Anna, from: 2024-01-01", "who: Cor, on behalf of: Red Brigade, from: 2024-01-01"],
    ids=["of the link", "beside it"],
)
def test_another_performer_anywhere_below_who_took_it_on_is_one_that_is_left(other: str) -> None:
    seen = engaged("who: Red Brigade, from: 2020-01-01", HIRED, HELPER.format("2020-01-01, until: 2024-05-31"), other)
    assert seen.verdict("inspection") == "Held"
    assert {"Red Brigade", "Cor"} <= seen.holders("inspection")


def test_a_link_two_steps_down_that_lost_its_last_one_leaves_nobody_above_it_able() -> None:
    seen = engaged(
        "who: Red Brigade, from: 2020-01-01",
        HIRED,
        "who: Bert, on behalf of: Anna, from: 2020-01-01",
        "who: Cor, on behalf of: Bert, from: 2020-01-01, until: 2024-05-31",
    )
    assert seen.verdict("inspection") == "Gap NoCapacity"
    short = ("NoCapacity",)
    assert {("Red Brigade", "Bound", short), ("Anna", "Bound", short), ("Bert", "Bound", short)} <= set(
        seen.candidates("inspection")
    )


DELEGATED = """parties: {Jans: fitter, Kees: fitter, Anna: master fitter}
FIRST
events:
ORDER  - {date: 2023-01-01, who: Jans, what: delegated, about: inspection, to: Kees}
  - {date: 2023-02-01, who: Kees, what: delegated, about: inspection, to: Anna}
party states: [{who: Jans, is: ill, from: 2023-03-01}, {who: Kees, is: ill, from: 2023-03-01}]
"""


@pytest.mark.parametrize(
    ("first", "order", "winter", "summer"),
    [
        (
            "engagements: [{who: Jans, what: inspection, kind: performance, when: winter, from: 2021-01-01}]",
            "",
            {"Anna"},
            set(),
        ),
        (
            "",
            "  - {date: 2022-01-01, who: the province, what: ordered, about: inspection, to: Jans}\n",
            {"Anna"},
            {"Anna"},
        ),
    ],
    ids=["took it on", "was ordered"],
)
def test_a_delegate_of_a_delegate_does_it_when_the_first_was_to(
    first: str, order: str, winter: set[str], summer: set[str]
) -> None:
    text = DELEGATED.replace("FIRST", first).replace("ORDER", order)
    seen = village(text, needs="{what: inspection, when: all year}")
    assert (seen.holders("inspection", window="winter"), seen.holders("inspection", window="summer")) == (
        winter,
        summer,
    )

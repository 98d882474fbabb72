"""Since when, and how surely: of who answers beside another, stands in alone, was ordered, or refused."""

import re
from datetime import date

import pytest
from tests.toy.seen import village

CREW = "parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Board: water board, Red Brigade: fire brigade}\n"


def answering(*days: str, street: str = "2020-01-01") -> date | None:
    """Since when more than one answers for the inspection, each by an engagement of these days."""
    names = ("Jans", "Kees", "Dirk")
    lines = "".join(
        f"  - {{who: {who}, what: inspection, kind: performance, {one}}}\n"
        for who, one in zip(names, days, strict=False)
    )
    text = f"streets: [{{name: Street, from: {street}, ground: green, needs: {{what: inspection, when: all year}}}}]\nparties: {{Jans: fitter, Kees: fitter, Dirk: fitter}}\nengagements:\n{lines}"
    (found,) = village(text).findings("MultipleLeads")
    return None if found.since is None else date.fromordinal(found.since)


ALWAYS = ", when: all year"


@pytest.mark.parametrize(
    ("days", "street", "since"),
    [
        (("from: 2024-02-01", "from: 2024-03-01", "from: 2024-05-01"), "2020-01-01", date(2024, 3, 1)),
        (
            ("from: 2022-02-01", "from: 2022-02-01, when: winter", "from: 2023-02-01, when: summer"),
            "2020-01-01",
            date(2022, 2, 1),
        ),
        (("from: 2019-01-01", "from: 2019-02-01"), "2020-01-01", date(2020, 1, 1)),
    ],
    ids=["the second of three", "the first window", "not before the street was there"],
)
def test_two_answer_for_it_since_the_second_began(days: tuple[str, ...], street: str, since: date) -> None:
    assert answering(*(one if "when" in one else one + ALWAYS for one in days), street=street) == since


def test_who_does_it_for_the_other_elsewhere_answers_beside_it_here() -> None:
    seen = village(
        """
streets:
  - {name: Street, from: 2020-01-01, ground: green, needs: {what: inspection}}
  - {name: Lane, from: 2020-01-01, ground: green, needs: {what: inspection}}
parties: {Jans: fitter, Kees: fitter}
engagements:
  - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
  - {who: Kees, what: inspection, kind: performance, for: Street, from: 2020-01-01}
  - {who: Kees, what: inspection, kind: performance, on behalf of: Jans, for: Lane, from: 2020-01-01}
"""
    )
    (found,) = seen.findings("MultipleLeads")
    assert (seen.name(found.situation), {seen.name(one) for one in found.parties}) == ("Street", {"Jans", "Kees"})


@pytest.mark.parametrize(("also", "certainty"), [("2024-07-01", "surely"), ("2024-06", "possibly")])
def test_who_wait_for_each_other_do_so_perhaps_where_another_may_have_begun(also: str, certainty: str) -> None:
    seen = village(
        f"""
parties: {{Jans: fitter, Kees: fitter, Dirk: fitter}}
engagements:
  - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: {{what: marking}}}}
  - {{who: Kees, what: marking, kind: performance, from: 2020-01-01, on condition of: {{what: inspection}}}}
  - {{who: Dirk, what: marking, kind: performance, from: {also}}}
""",
        needs="[{what: inspection}, {what: marking}]",
    )
    (found,) = seen.findings("CircularReferral")
    assert (found.certainty, found.since) == (certainty, date(2020, 1, 1).toordinal())


CALLED = """
streets:
  - {name: Dike, from: 2020-01-01, ground: dike, needs: [{what: repair<when>}<asked>]}
  - {name: Bank, from: 2020-01-01, ground: dike, needs: {what: repair}}
parties: {Jans: fitter, Piet: fitter, Kees: fitter, Dirk: fitter, Board: water board}
agreements:
  - {name: deal, kind: service contract, between: [Jans, Board], what: repair, for: Dike, from: 2020-01-01<in>}
events: [{date: 2024-04-01, who: Jans, what: gave notice, agreement: deal, last day: 2024-05-31}]
state of affairs: {good reason: <works>}
engagements:
  - {who: Piet, what: repair, kind: performance, for: Bank, from: 2020-01-01<until>}
  - {who: Kees, what: handover, kind: performance, from: 2020-01-01}
  - {who: Dirk, what: handover, kind: performance, from: <second>}
<more>"""


def handing_over(second: str = "2021-01-01", works: str = "yes", **more: str) -> dict[str, tuple[str, date]]:
    """How surely, and since when, more than one answers for what the end of a repair calls for, in each street."""
    values = {"second": second, "works": works, **more}
    seen = village(re.sub("<(.*?)>", lambda found: values.get(found[1], ""), CALLED).replace("handover", "hand-over"))
    found = [one for one in seen.findings("MultipleLeads") if seen.name(one.function) == "handover"]
    return {seen.name(one.situation): (one.certainty, date.fromordinal(one.since or 0)) for one in found}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, {"Dike": ("surely", date(2024, 4, 1))}),
        ({"second": "2024-05-01"}, {"Dike": ("surely", date(2024, 5, 1))}),
        ({"works": "unknown"}, {"Dike": ("possibly", date(2024, 4, 1))}),
        (
            {"works": "unknown", "until": ", until: 2024-02-29"},
            {"Dike": ("possibly", date(2024, 4, 1)), "Bank": ("surely", date(2024, 3, 1))},
        ),
        (
            {"works": "unknown", "asked": ", {what: hand-over}"},
            {"Dike": ("surely", date(2021, 1, 1))},
        ),
        (
            {"works": "unknown", "when": ", when: all year", "in": ", when: summer"},
            {"Dike": ("possibly", date(2024, 4, 1))},
        ),
        (
            {
                "more": "  - {who: Piet, what: greasing, kind: performance, for: Dike, from: 2020-01-01, until: 2024-02-29}\n"
            },
            {"Dike": ("surely", date(2024, 3, 1))},
        ),
        (
            {
                "works": "unknown",
                "more": "  - {who: Piet, what: greasing, kind: performance, for: Dike, from: 2020-01-01, until: 2024-04-30}\n",
            },
            {"Dike": ("surely", date(2024, 5, 1))},
        ),
    ],
    ids=[
        "called for",
        "began since",
        "perhaps",
        "surely in another street",
        "asked too",
        "something else surely",
        "two ends",
        "one is sure",
    ],
)
def test_two_answer_for_what_an_end_calls_for_as_surely_and_since_it_does(
    told: dict[str, str], found: dict[str, tuple[str, date]]
) -> None:
    assert handing_over(**told) == found


# -- A stand-in alone, an order, a refusal


def test_only_a_stand_in_does_it_since_the_other_fell_short() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01}
          - {who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}
        party states: [{who: Jans, is: ill, from: 2024-04-01}]
    """
    (found,) = village(text, needs="{what: inspection}").findings("Precarious")
    assert found.since == date(2024, 4, 1).toordinal()


def test_whatever_was_in_doubt_before_or_another_fell_short_in_elsewhere() -> None:
    text = """
        parties: {Jans: fitter, Kees: fitter, Piet: fitter}
        engagements:
          - {who: Jans, what: inspection, kind: performance, from: 2020-01-01, on condition of: key is there}
          - {who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}
          - {who: Piet, what: marking, kind: performance, from: 2020-01-01}
        party states: [{who: Jans, is: ill, from: 2024-04-01}, {who: Piet, is: ill, from: 2024-05-01}]
    """
    (found,) = village(text, needs="[{what: inspection}, {what: marking}]").findings("Precarious")
    assert found.since == date(2024, 4, 1).toordinal()


@pytest.mark.parametrize(
    ("states", "since"),
    [
        ("{who: Jans, is: ill, from: 2024-04-01}, {who: Piet, is: ill, from: 2024-02-01}", date(2024, 4, 1)),
        ("{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-04-01}", date(2024, 4, 1)),
        (
            "{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-03-01}, {who: Jans, is: bankrupt, from: 2024-05-01}",
            date(2024, 3, 1),
        ),
        (
            "{who: Jans, is: ill, from: 2024-02-01}, {who: Piet, is: ill, from: 2024-03-01}, {who: Dirk, is: ill, from: 2024-05-01}",
            date(2024, 3, 1),
        ),
    ],
    ids=["the first came last", "the second", "who fell short already", "that another stand-in did"],
)
def test_only_stand_ins_do_it_since_the_last_of_the_others_first_fell_short(states: str, since: date) -> None:
    text = f"""
        parties: {{Jans: fitter, Piet: fitter, Kees: fitter, Dirk: fitter}}
        engagements:
          - {{who: Jans, what: inspection, kind: performance, from: 2020-01-01}}
          - {{who: Piet, what: inspection, kind: performance, from: 2020-01-01}}
          - {{who: Kees, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}}
          - {{who: Dirk, what: inspection, kind: performance, stands in for: Jans, from: 2022-01-01}}
        party states: [{states}]
    """
    (found,) = village(text, needs="{what: inspection}").findings("Precarious")
    assert found.since == since.toordinal()


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2024-04-25", "Gap Vacuum"), ("2024-05-01", "Held"), ("2024-06-30", "Held"), ("2024-07-01", "Gap Vacuum")],
)
def test_an_order_binds_from_its_first_day_to_its_last(as_of: str, verdict: str) -> None:
    text = (
        CREW
        + "events: [{date: 2024-04-20, who: the province, what: ordered, about: inspection, to: Kees, first day: 2024-05-01, last day: 2024-06-30}]\nclaims: [{date: 2024-04-30, who: Kees, says: is not my task, about: inspection}]\n"
    )
    seen = village(text, needs="{what: inspection}", as_of=as_of)
    assert seen.verdict("inspection") == verdict
    assert (len(seen.cells("inspection", "Accountability")) == 1) == (verdict == "Held")
    assert {found.since for found in seen.findings("Contested")} == (
        {date(2024, 5, 1).toordinal()} if verdict == "Held" else set()
    )


@pytest.mark.parametrize(("step", "to"), [("ordered", "Board"), ("asked", "Kees")], ids=["cannot", "asked only"])
def test_nobody_answers_because_one_that_cannot_was_ordered_or_one_that_can_was_asked(step: str, to: str) -> None:
    text = f"{CREW}events: [{{date: 2024-04-20, who: the province, what: {step}, about: inspection, to: {to}}}]\n"
    assert not village(text, needs="{what: inspection}").cells("inspection", "Accountability")


@pytest.mark.parametrize(("dark", "certainty"), [("yes", "surely"), ("unknown", "possibly")])
def test_nobody_supervises_it_as_surely_as_it_is_required(dark: str, certainty: str) -> None:
    seen = village(
        f"streets: [{{name: Street, from: 2020-01-01, ground: marsh}}]\nparties: {{Jans: fitter}}\nstate of affairs: {{street is dark: {dark}}}\n"
    )
    found = [one.certainty for one in seen.findings("Unsupervised") if seen.name(one.function) == "draining"]
    assert found == [certainty]


@pytest.mark.parametrize("offer", ["what: inspection", "agreement: rounds contract"])
@pytest.mark.parametrize(
    ("offered", "leading"), [("2024-01-01", "Vacuum"), ("2024-03-01", "ConditionUnmet")], ids=["before", "after"]
)
def test_a_refusal_ends_what_was_offered_before_it_and_not_what_is_offered_after(
    offered: str, leading: str, offer: str
) -> None:
    text = f"""
        parties: {{Jans: fitter, Kees: fitter}}
        offers: [{{who: Jans, {offer}, from: {offered}, on condition of: key is there}}]
        events:
          - {{date: 2024-02-01, who: Jans, what: refused, about: inspection}}
          - {{date: 2024-04-01, who: Kees, what: refused, about: inspection}}
        state of affairs: {{key is there: no}}
    """
    assert village(text, needs="{what: inspection}").verdict("inspection") == f"Gap {leading}"


# -- What guidance asks first is judged of the agreement, of the party, then of all


LOOKS_OUT = """
parties: {Red: {is: fire brigade<Red>}, Blue: {is: fire brigade<Blue>}, Board: water board}
agreements: [{kind: service contract, between: [Blue, Board], what: lookout, from: 2020-01-01<deal>}]
state of affairs: {key is there: no}
"""


@pytest.mark.parametrize(
    ("of", "said", "warned"),
    [
        ("", "", True),
        ("deal", "key is there: yes", False),
        ("deal", "key is there: no", True),
        ("deal", "pay agreed: yes", True),
        ("deal", "key is there: {is: yes, until: 2024-05-31}", True),
        ("deal", "key is there: {is: yes, from: 2024-07-01}", True),
        ("Blue", "key is there: yes", False),
        ("Red", "key is there: yes", True),
    ],
)
def test_what_is_to_be_there_first_is_not_missed_where_it_is_said_of_this(of: str, said: str, warned: bool) -> None:
    told = f", state of affairs: {{{said}}}"
    text = re.sub("<(.*?)>", lambda found: told if found[1] == of else "", LOOKS_OUT)
    found = village(text, needs="{what: lookout}").findings("Precarious")
    assert [one.certainty for one in found] == ["surely"] * warned

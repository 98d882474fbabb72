"""Claims, denials and orders: of one street, window, kind or day, and nothing beside it."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import NamedNode, Triple
from tests.toy.seen import Seen, read, see, village

from hiaat.scenario.terms import h

TWO = """
    streets:
      - {name: High Street, from: 2018-06-01, ground: green, needs: {what: WHAT}}
      - {name: Low Street, from: 2018-06-01, ground: green, needs: {what: WHAT}}
    parties: {Jans: fitter, Kees: fitter, Dirk: fitter, Shops: shop association, Board: water board}
"""


def streets(*lines: str, what: str = "inspection", **how: str) -> Seen:
    """Two streets that need the same thing, with the same parties."""
    return village(TWO.replace("WHAT", what) + "".join(f"    {line}\n" for line in lines), **how)


def by_street(seen: Seen, function: str, kind: str = "Performance") -> dict[str, str]:
    return {seen.name(c.situation): c.leading or c.verdict for c in seen.cells(function, kind)}


def said(kind: NamedNode, text: str, **how: str) -> Seen:
    """A file whose one claim or order also names a kind of responsibility, which a graph can say."""
    told = read(text)
    classes = (h.Claim, h.Act)
    (it,) = [one.subject for one in told.triples if one.predicate.value.endswith("#type") and one.object in classes]
    return see(replace(told, triples=(*told.triples, Triple(it, h.kind, kind))), **how)


# -- Claims


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("", {"High Street": "Contested", "Low Street": "Contested"}),
        (", for: High Street", {"High Street": "Contested", "Low Street": "Vacuum"}),
    ],
)
def test_what_is_said_of_a_task_in_one_street_is_said_of_that_one_only(place: str, found: dict[str, str]) -> None:
    claims = [
        f"{{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01{place}}}",
        f"{{who: Kees, says: is not my task, about: inspection, date: 2024-02-01{place}}}",
    ]
    seen = streets(f"claims: [{', '.join(claims)}]")
    assert by_street(seen, "inspection") == found
    claimed = {
        seen.name(c.situation) for c in seen.cells("inspection") for one in c.candidates if one.standing == "Claimed"
    }
    assert claimed == {street for street, leading in found.items() if leading == "Contested"}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("", {"High Street": "Contested", "Low Street": "Contested"}),
        (", for: High Street", {"High Street": "Contested", "Low Street": "Held"}),
    ],
)
def test_so_is_a_denial_of_what_a_voice_lays_on_one(place: str, found: dict[str, str]) -> None:
    claim = f"claims: [{{who: Shops, says: is not my task, about: marking, date: 2019-01-01{place}}}]"
    assert by_street(streets(claim, what="marking", as_of="2019-06-01"), "marking", "Organisation") == found


@pytest.mark.parametrize(
    ("place", "found"), [("", {"High Street", "Low Street"}), (", for: High Street", {"High Street"})]
)
def test_and_a_denial_that_ends_nothing_and_is_told(place: str, found: set[str]) -> None:
    seen = streets(
        "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]",
        f"claims: [{{who: Jans, says: is not my task, about: inspection, date: 2024-01-01{place}}}]",
    )
    assert {seen.name(one.situation) for one in seen.findings("Contested")} == found


@pytest.mark.parametrize(
    ("when", "winter", "summer"),
    [("", "Gap Contested", "Gap Contested"), (", when: winter", "Gap Contested", "Gap Vacuum")],
)
def test_what_is_said_of_a_window_is_said_of_that_one_only(when: str, winter: str, summer: str) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter, Kees: fitter}}
        claims:
          - {{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01{when}}}
          - {{who: Kees, says: is not my task, about: inspection, date: 2024-02-01{when}}}
        """,
        needs="{what: inspection, when: all year}",
    )
    assert [seen.verdict("inspection", window=w) for w in ("winter", "summer")] == [winter, summer]
    claimed = {
        w
        for w in ("winter", "summer")
        for _, standing, _ in seen.candidates("inspection", window=w)
        if standing == "Claimed"
    }
    assert claimed == ({"winter"} if when else {"winter", "summer"})


@pytest.mark.parametrize(("when", "windows"), [("", {"winter", "summer"}), (", when: winter", {"winter"})])
def test_so_is_a_denial_of_what_one_took_on(when: str, windows: set[str]) -> None:
    seen = village(
        f"""
        parties: {{Jans: fitter}}
        engagements: [{{who: Jans, what: inspection, kind: performance, when: all year, from: 2020-01-01}}]
        claims: [{{who: Jans, says: is not my task, about: inspection, date: 2024-01-01{when}}}]
        """,
        needs="{what: inspection, when: all year}",
    )
    (finding,) = seen.findings("Contested")
    assert {seen.name(window) for window in finding.windows} == windows


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        (
            "",
            {("High Street", "winter"), ("High Street", "summer"), ("Low Street", "winter"), ("Low Street", "summer")},
        ),
        (", for: High Street", {("High Street", "winter"), ("High Street", "summer")}),
        (", when: winter", {("High Street", "winter"), ("Low Street", "winter")}),
    ],
)
def test_a_circle_is_about_what_its_claims_are_about(beside: str, found: set[tuple[str, str]]) -> None:
    claims = [
        f"{{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01{beside}}}",
        f"{{who: Kees, says: is the task of Jans, about: inspection, date: 2024-02-01{beside}}}",
    ]
    seen = streets(f"claims: [{', '.join(claims)}]", what="inspection, when: all year")
    (ring,) = seen.findings("CircularReferral")
    assert {(seen.name(cell.situation), seen.name(cell.window)) for cell in ring.cells} == found


@pytest.mark.parametrize(("place", "told"), [("for: Low Street", False), ("for: High Street", True)])
def test_who_point_at_each_other_for_different_streets_are_in_no_circle(place: str, told: bool) -> None:
    claims = [
        "{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01, for: High Street}",
        f"{{who: Kees, says: is the task of Jans, about: inspection, date: 2024-02-01, {place}}}",
    ]
    assert bool(streets(f"claims: [{', '.join(claims)}]").findings("CircularReferral")) is told


def test_who_point_at_each_other_for_different_windows_neither() -> None:
    claims = [
        "{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01, when: winter}",
        "{who: Kees, says: is the task of Jans, about: inspection, date: 2024-02-01, when: summer}",
    ]
    assert not streets(f"claims: [{', '.join(claims)}]").findings("CircularReferral")


def test_what_is_said_later_says_nothing_yet() -> None:
    seen = streets("claims: [{who: Jans, says: is the task of Kees, about: inspection, date: 2024-07-01}]")
    assert {one.standing for c in seen.cells("inspection") for one in c.candidates} == {"NearMiss"}


@pytest.mark.parametrize("says", ["is my task", "only by agreement"])
def test_only_who_says_that_it_is_not_its_task_denies_it(says: str) -> None:
    claim = f"claims: [{{who: Shops, says: {says}, about: marking, date: 2019-01-01}}]"
    found = by_street(streets(claim, what="marking", as_of="2019-06-01"), "marking", "Organisation")
    assert set(found.values()) == {"Held"}


MARKED = """
    streets: [{name: High Street, from: 2018-06-01, ground: green, needs: {what: marking}}]
    parties: {Shops: shop association, Corner Shops: shop association}
    claims: [{who: Shops, says: SAYS, about: marking, date: 2019-01-01}]
"""


@pytest.mark.parametrize(
    ("kind", "denied"), [(h.Organisation, True), (h.Performance, False), (h.Accountability, False)]
)
def test_a_denial_that_names_a_kind_denies_that_one(kind: NamedNode, denied: bool) -> None:
    seen = said(kind, MARKED.replace("SAYS", "is not my task"), as_of="2019-06-01")
    assert (("Shops", "Bound", ("Contested",)) in seen.candidates("marking", "Organisation")) is denied


def test_so_does_pointing_at_one_that_could_do_it() -> None:
    seen = said(h.Organisation, MARKED.replace("SAYS", "is the task of Corner Shops"), as_of="2019-06-01")
    assert ("Shops", "Bound", ("Contested",)) in seen.candidates("marking", "Organisation")
    assert ("Corner Shops", "Claimed", ()) in seen.candidates("marking", "Organisation")
    assert "Claimed" not in {standing for _, standing, _ in seen.candidates("marking")}


def test_who_is_full_is_told_so_of_a_duty_from_that_day_and_of_nobody_else() -> None:
    quay = """
        streets: [{{name: Quay, from: 2020-01-01, ground: quay, needs: {{what: repair}}}}]
        parties: {{Red Brigade: fire brigade, Piet: master fitter, Jans: fitter}}
        claims: [{{who: Jans, says: is the task of Kees, about: repair, date: 2024-01-01}}]
        party states: [{{who: Red Brigade, is: full, from: {}}}, {{who: Kees, is: full, from: 2024-01-01}}]
    """.replace("Jans: fitter", "Jans: fitter, Kees: fitter")
    seen = village(quay.format("2024-03-01"))
    assert seen.holders("repair") == {"Piet"}
    assert {
        ("Red Brigade", "Bound", ("NoCapacity",)),
        ("Piet", "Bound", ()),
        ("Kees", "Claimed", ()),
    } <= seen.candidates("repair")
    assert village(quay.format("2024-07-01")).holders("repair") == {"Red Brigade"}, "not full yet"


DIKE = """
    streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: lookout}}]
    parties: {Red Brigade: fire brigade, Blue Brigade: fire brigade, Shops: shop association}
    claims: [{who: Shops, says: is the task of Blue Brigade, about: lookout, date: 2024-01-01}]
"""


@pytest.mark.parametrize(
    ("more", "denied"),
    [
        ("engagements: [{who: Blue Brigade, what: lookout, kind: performance, from: 2020-01-01}]", False),
        ("engagements: [{who: Red Brigade, what: lookout, kind: performance, from: 2020-01-01}]", True),
        (
            "engagements: [{who: Blue Brigade, what: lookout, kind: performance, from: 2020-01-01, until: 2024-05-31, on behalf of: Shops}]",
            True,
        ),
        ("events: [{date: 2024-01-01, who: the province, what: ordered, about: lookout, to: Blue Brigade}]", True),
    ],
    ids=["it took it on", "another did", "it did once", "it was ordered to"],
)
def test_its_own_voice_denies_what_is_laid_on_a_party_unless_it_took_that_on_itself(more: str, denied: bool) -> None:
    found = village(DIKE + f"    {more}\n").candidates("lookout")
    assert ("Blue Brigade", "Claimed", ("Contested",) if denied else ()) in found


@pytest.mark.parametrize(
    ("since", "short"), [("2024-06-15", ()), ("2024-06", ("Contested?",)), ("2024-06-16", ("Contested",))]
)
def test_and_perhaps_where_it_perhaps_took_it_on(since: str, short: tuple[str, ...]) -> None:
    taken = f"engagements: [{{who: Blue Brigade, what: lookout, kind: performance, from: {since}}}]"
    found = village(DIKE + f"    {taken}\n").candidates("lookout")
    assert ("Blue Brigade", "Claimed", short) in found


# -- Orders

ORDER = "events: [{{date: {date}, who: the province, what: ordered, about: {about}, to: {to}{place}}}]"


def ordered(about: str = "inspection", to: str = "Kees", place: str = "", date: str = "2024-01-01") -> str:
    return ORDER.format(about=about, to=to, place=place, date=date)


@pytest.mark.parametrize(
    ("place", "found"), [("", {"High Street", "Low Street"}), (", for: High Street", {"High Street"})]
)
def test_an_order_for_one_street_binds_and_is_answered_for_there_only(place: str, found: set[str]) -> None:
    seen = streets(ordered(place=place))
    for kind in ("Performance", "Accountability"):
        held = {seen.name(cell.situation) for cell in seen.cells("inspection", kind) if cell.holders}
        assert held == found
    assert {seen.name(cell.situation) for cell in seen.cells("inspection", "Accountability")} == found


@pytest.mark.parametrize("order", [ordered(date="2024-07-01"), ordered(about="marking")], ids=["later", "another"])
def test_an_order_of_a_later_day_or_on_another_function_binds_nobody_here(order: str) -> None:
    seen = streets(order)
    assert set(by_street(seen, "inspection").values()) == {"Vacuum"}
    assert not seen.cells("inspection", "Accountability")


def test_an_order_to_all_who_live_there_names_nobody() -> None:
    seen = village("parties: {Everyone: the neighbours}\n" + ordered(to="Everyone") + "\n", needs="{what: inspection}")
    assert seen.verdict("inspection") == "Gap Vacuum"


def test_who_does_by_order_in_a_window_answers_for_it() -> None:
    seen = village("parties: {Kees: fitter}\n" + ordered() + "\n", needs="{what: inspection, when: winter}")
    assert seen.holders("inspection", window="winter") == {"Kees"}
    assert seen.holders("inspection", "Accountability") == {"Kees"}


def test_and_not_for_what_another_does_in_another_street() -> None:
    seen = streets(
        ordered(place=", for: High Street"),
        "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01, for: Low Street}]",
    )
    cells = seen.cells("inspection", "Accountability")
    answers = {seen.name(c.situation): {seen.name(one.party) for one in c.candidates} for c in cells}
    assert answers == {"High Street": {"Kees"}, "Low Street": {"Jans"}}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (h.Performance, {"Performance", "Accountability"}),
        (h.Accountability, {"Accountability"}),
        (h.Organisation, {"Organisation"}),
    ],
)
def test_an_order_that_names_a_kind_binds_in_that_kind_and_to_answer_for_what_it_does(
    kind: NamedNode, found: set[str]
) -> None:
    text = (
        "streets: [{name: High Street, from: 2020-01-01, ground: green, needs: {what: inspection}}]\n"
        "parties: {Kees: fitter, Board: water board}\n" + ordered() + "\n"
    )
    seen = said(kind, text)
    held = {cell.kind for cell in seen.judgement.cells if "Kees" in {seen.name(one) for one in cell.holders}}
    assert held == found
    assert bool(seen.cells("inspection", "Accountability")) == ("Accountability" in found)


def test_the_day_of_an_order_is_the_first_that_it_binds() -> None:
    text = "parties: {Kees: fitter}\n" + ordered(date="2024-06-15") + "\n"
    assert village(text, needs="{what: inspection}").holders("inspection") == {"Kees"}
    before = village(text, needs="{what: inspection}", as_of="2024-06-14")
    assert (before.verdict("inspection"), before.since("inspection")) == ("Gap Vacuum", date(2020, 1, 1))


def test_an_order_that_is_known_before_it_binds_does_not_bind_yet() -> None:
    text = "parties: {Kees: fitter}\n" + ordered(date="2024-07-01") + "\n"
    seen = village(text, needs="{what: inspection}", as_of="2024-06-15", known_on="2024-07-15")
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert not seen.cells("inspection", "Accountability")

"""What is said of one street, party, function or part of the year in the fen says nothing of the other beside it."""

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Triple
from tests.toy.seen import Seen, read, see, village
from tests.toy.side import on, with_kinds
from tests.toy.street import step
from tests.toy.told import in_kind

from hiaat.knowledge.terms import h

CREW = "parties: {Jans: fitter, Red: fire brigade, Shops: shop association, Board: water board, Volunteers: [fire brigade, the neighbours]}\n"


def streets(needs: str, low: str = "green", since: str = "2020-01-01", more: str = "") -> str:
    """High Street in the fen, and Low Street elsewhere unless told otherwise."""
    return (
        f"streets:\n  - {{name: High, from: {since}, ground: fen, needs: {needs}{more}}}\n"
        f"  - {{name: Low, from: {since}, ground: {low}, needs: {needs}}}\n"
    )


def former(seen: Seen, function: str, kind: str = "Performance", street: str = "High") -> dict[str, set[date]]:
    """Who is former in a street, since when."""
    days: dict[str, set[date]] = {}
    for cell in on(seen, street).cells(function, kind):
        for one in cell.candidates:
            if one.standing == "Former":
                starts = {date.fromordinal(s.since) for s in one.shortfalls if s.since is not None}
                days.setdefault(seen.name(one.party), set()).update(starts)
    return days


START, Y2023 = date(2020, 1, 1), date(2023, 1, 1)


def unwatched(seen: Seen, function: str) -> dict[str, date | None]:
    """Since when nobody supervises a function in each street."""
    told = [one for one in seen.findings("Unsupervised") if seen.name(one.function) == function]
    return {seen.name(one.situation): None if one.since is None else date.fromordinal(one.since) for one in told}


# -- Former by a norm on anybody of a type: whom it bound, where it bound, in what it bound


def test_it_bound_each_of_its_type_that_can_where_it_applied_and_no_collective() -> None:
    seen = village(streets("{what: weeding}") + CREW)
    assert former(seen, "weeding") == {"Jans": {Y2023}, "Red": {Y2023}}, "shops cannot, volunteers are nobody"
    assert former(seen, "weeding", street="Low") == {}


def test_it_bound_one_of_the_whole_country_in_its_kind_and_what_is_laid_on_all_together_bound_nobody() -> None:
    seen = see(with_kinds(streets("{what: weeding}") + CREW, "Need", "Performance", "Organisation"))
    assert former(seen, "weeding", "Organisation") == {"province": {Y2023}}
    assert former(seen, "weeding", "Organisation", "Low") == {}


def test_it_bound_nobody_where_there_was_no_street_yet() -> None:
    assert former(village(streets("{what: weeding}", since="2022-12-31") + CREW), "weeding") != {}
    assert former(village(streets("{what: weeding}", since="2023-01-01") + CREW), "weeding") == {}


@pytest.mark.parametrize(
    ("gone", "who"),
    [("2014-12-31", {}), ("2015-01-01", {"Jans": {date(2015, 1, 2)}}), ("2023-05-31", {"Jans": {Y2023}})],
)
def test_it_bound_nobody_that_left_before_it_began(gone: str, who: dict[str, set[date]]) -> None:
    left = step(f"date: {gone}, who: Jans, what: left")
    assert (
        former(village(streets("{what: weeding}", since="2010-01-01") + "parties: {Jans: fitter}\n" + left), "weeding")
        == who
    )


def test_a_duty_through_a_tie_bound_who_was_tied_and_a_liberty_nobody() -> None:
    seen = village(streets("{what: rafting}", more=", watch: Red") + CREW)
    assert former(seen, "rafting") == {"Red": {Y2023}}
    assert former(village(streets("{what: rafting}") + CREW), "rafting") == {}


@pytest.mark.parametrize(("perspective", "who"), [(None, {"Red"}), ("law", set[str]())])
def test_a_norm_that_is_not_heard_leaves_nobody_behind(perspective: str | None, who: set[str]) -> None:
    seen = see(read(streets("{what: reeding}") + CREW), perspective=perspective)
    assert {*former(seen, "reeding")} == who
    assert unwatched(seen, "reeding") == {"High": Y2023 if who else START, "Low": START}


def test_who_left_before_a_norm_begins_was_never_bound_by_it() -> None:
    left = step("date: 2024-05-31, who: Piet, what: left")
    seen = village(streets("{what: reeding}") + "parties: {Piet: master fitter}\n" + left)
    assert former(seen, "reeding") == {}


# -- Former by an order: what was ordered, of whom, where, in what kind

ORDER = "date: 2021-01-01, who: the province, what: ordered, about: {}, to: {}, last day: {}"
Y2024 = date(2024, 1, 1)
ALL_KINDS = ("Performance", "Accountability", "Organisation")


def was_ordered(
    to: str, kind: str = "", about: str = "mowing", last_day: str = "2023-12-31", more: str = "", told: str = ""
) -> Seen:
    """Two streets that need mowing and rowing; what was ordered, perhaps in one kind."""
    text = streets("[{what: mowing}, {what: rowing}]", "fen") + CREW
    order = ORDER.format(about, to, last_day) + more
    text += "events:\n" + "".join(f"  - {{{one}}}\n" for one in (order, told) if one)
    if kind:
        return in_kind(text, **{"2021_01_01_the_province_ordered": kind})
    return village(text)


@pytest.mark.parametrize(
    ("to", "kind", "does", "answers"),
    [
        ("Jans", "", {"Jans"}, {"Jans"}),
        ("Jans", "Performance", {"Jans"}, {"Jans"}),
        ("Jans", "Accountability", set[str](), {"Jans"}),
        ("Jans", "Organisation", set[str](), set[str]()),
        ("Board", "", set[str](), set[str]()),
        ("Board", "Performance", set[str](), set[str]()),
        ("Board", "Accountability", set[str](), {"Board"}),
        ("Volunteers", "", set[str](), set[str]()),
    ],
)
def test_who_was_ordered_is_former_in_the_kind_that_was_ordered_if_it_could(
    to: str, kind: str, does: set[str], answers: set[str]
) -> None:
    seen = was_ordered(to, kind)
    assert {*former(seen, "mowing")} == does
    assert {*former(seen, "mowing", "Accountability")} == answers
    assert former(seen, "rowing") == former(seen, "rowing", "Accountability") == {}


@pytest.mark.parametrize(
    ("kind", "who"),
    [("", {"Shops"}), ("Organisation", {"Shops"}), ("Performance", set[str]()), ("Accountability", set[str]())],
)
def test_who_was_ordered_to_see_to_it_is_former_in_that_also_if_it_cannot_do_it(kind: str, who: set[str]) -> None:
    text = streets("[{what: dredging}, {what: netting}]", "fen") + CREW
    told = with_kinds(
        text + step(ORDER.format("netting", "Shops", "2023-12-31")), "Need", "Performance", "Organisation"
    )
    orders = {one.subject for one in told.triples if one.object == h("Order")}
    named = tuple(Triple(order, h("kind"), h(kind)) for order in orders if kind)
    seen = see(replace(told, triples=(*told.triples, *named)))
    assert {*former(seen, "netting", "Organisation")} - {"Board"} == who
    assert "Shops" not in former(seen, "dredging", "Organisation"), "wider than what was ordered"


@pytest.mark.parametrize(("more", "where"), [(", for: High", {"High"}), ("", {"High", "Low"})])
def test_who_was_ordered_is_former_where_it_was_ordered(more: str, where: set[str]) -> None:
    seen = was_ordered("Jans", more=more)
    assert {street for street in ("High", "Low") if former(seen, "mowing", street=street)} == where


@pytest.mark.parametrize(
    ("last_day", "told", "who"),
    [
        ("2023-12-31", "", {"Jans": {Y2024}}),
        ("2023-12-31", "date: 2021-02-01, ruling by: Board, what: ruled, event: the province ordered, stands: no", {}),
        (
            "2023-12-31",
            "date: 2021-02-01, ruling by: Board, what: ruled, event: the province ordered, stands: yes",
            {"Jans": {Y2024}},
        ),
    ],
    ids=["it ended", "it did not stand", "it stood"],
)
def test_an_order_that_never_bound_leaves_nobody_behind(last_day: str, told: str, who: dict[str, set[date]]) -> None:
    more = ", name: the province ordered" if told else ""
    assert former(was_ordered("Jans", last_day=last_day, more=more, told=told), "mowing") == who


def test_an_order_that_may_have_been_over_before_it_began_leaves_nobody_behind() -> None:
    """Given on some day of a month, until the tenth of it."""
    text = streets("{what: mowing}", "fen") + CREW + step(ORDER.format("mowing", "Jans", "2021-01-10"))
    assert former(village(text.replace("date: 2021-01-01", "date: 2021-01")), "mowing") == {}


def test_who_was_only_asked_was_not_bound() -> None:
    text = (
        streets("{what: mowing}", "fen")
        + CREW
        + step(ORDER.format("mowing", "Jans", "2023-12-31").replace("ordered", "asked"))
    )
    assert former(village(text), "mowing") == {}


# -- Nobody watches any more: since the last who did stopped, there, over that, and who it was


@pytest.mark.parametrize(
    ("parties", "since", "high"),
    [
        ("Board: water board", "2020-01-01", date(2022, 1, 1)),
        ("Shops: shop association", "2020-01-01", START),
        ("Board: water board", "2022-06-01", date(2022, 6, 1)),
    ],
    ids=["a board", "no board", "no street yet"],
)
def test_who_watched_by_a_rule_on_its_type_watched_where_that_applied(parties: str, since: str, high: date) -> None:
    seen = village(streets("[{what: weeding}, {what: rafting}]", since=since) + f"parties: {{{parties}}}\n")
    start = date.fromisoformat(since)
    assert unwatched(seen, "weeding") == {"High": high, "Low": start}
    assert unwatched(seen, "rafting") == {"High": start, "Low": start}


@pytest.mark.parametrize(
    ("watch", "low", "since"),
    [
        ("River", "none", Y2023),
        ("Red", "none", START),
        ("none", "River", START),
        ("[{who: River, from: 2023-02-01}]", "none", START),
    ],
    ids=["a river brigade", "another brigade", "in the other street", "since it ended"],
)
def test_who_watched_through_a_tie_was_so_tied_there_then(watch: str, low: str, since: date) -> None:
    text = streets("{what: rafting}", "fen", more=f", watch: {watch}").replace(
        "ground: fen, needs: {what: rafting}}\n", f"ground: fen, needs: {{what: rafting}}, watch: {low}}}\n"
    )
    seen = village(text + "parties: {River: river brigade, Red: fire brigade}\n")
    assert unwatched(seen, "rafting")["High"] == since


def test_who_said_that_it_could_do_little_did_not_watch() -> None:
    assert unwatched(village(streets("{what: bailing}")), "bailing") == {"High": START, "Low": START}


def test_what_may_still_be_watched_is_not_unwatched_from_a_later_day() -> None:
    since = unwatched(village(streets("{what: mowing}")), "mowing")["High"]
    assert since is not None
    assert since <= date(2024, 6, 15)


WATCHES = "engagements: [{{who: Jans, what: {}, kind: supervision, from: 2020-01-01{}}}]\n"


@pytest.mark.parametrize(
    ("what", "more", "high", "low"),
    [
        ("weeding", ", until: 2023-12-31", Y2024, Y2024),
        ("weeding", ", until: 2023-12-31, for: High", Y2024, START),
        ("weeding", ", until: 2023-12-31, for: Low", START, Y2024),
        ("rafting", ", until: 2023-12-31", START, START),
        ("weeding", ", until: 2024-12-31, for: Low", START, None),
    ],
    ids=["everywhere", "here", "there", "over another", "still"],
)
def test_an_engagement_to_watch_that_ended_was_there_over_that(
    what: str, more: str, high: date, low: date | None
) -> None:
    seen = village(
        streets("[{what: weeding}, {what: rafting}]") + "parties: {Jans: fitter}\n" + WATCHES.format(what, more)
    )
    assert unwatched(seen, "weeding") == {"High": high} | ({"Low": low} if low else {})


def test_an_engagement_to_do_it_that_ended_was_no_watch() -> None:
    text = WATCHES.format("weeding", ", until: 2023-12-31").replace("supervision", "performance")
    assert (
        unwatched(village(streets("{what: weeding}") + "parties: {Jans: fitter}\n" + text), "weeding")["High"] == START
    )


# -- Whoever does it answers for it: there, for that, if of that type, in the parts of the year of both

PEOPLE = "parties: {Jans: fitter, Piet: master fitter, Red: fire brigade, Volunteers: [fire brigade, the neighbours]}\n"


def does(*engaged: str) -> str:
    """Who does what, for the volunteers, that is for nobody in particular."""
    lines = "".join(f"  - {{kind: performance, on behalf of: Volunteers, {one}}}\n" for one in engaged)
    return f"{PEOPLE}engagements:\n{lines}"


def answers(seen: Seen, function: str, street: str = "High") -> dict[str, set[tuple[str, str]]]:
    """Who is bound to answer for it in a street, surely or possibly, in each window."""
    return {
        seen.name(cell.window): {
            (seen.name(one.party), one.certainty) for one in cell.candidates if one.standing == "Bound"
        }
        for cell in on(seen, street).cells(function, "Accountability")
    }


BOTH = ("Performance", "Accountability")
JANS, PERHAPS = ("Jans", "surely"), ("Jans", "possibly")


@pytest.mark.parametrize(
    ("told", "high", "low"),
    [
        ("who: Jans, what: poling, from: 2020-01-01", {JANS}, {JANS}),
        ("who: Jans, what: poling, from: 2020-01-01, for: High", {JANS}, set[tuple[str, str]]()),
        ("who: Jans, what: poling, from: 2020-01-01, for: Low", set[tuple[str, str]](), {JANS}),
        ("who: Red, what: poling, from: 2020-01-01", set[tuple[str, str]](), set[tuple[str, str]]()),
        ("who: Jans, what: towing, from: 2020-01-01", set[tuple[str, str]](), set[tuple[str, str]]()),
        ("who: Jans, what: pricking, from: 2020-01-01", set[tuple[str, str]](), set[tuple[str, str]]()),
        ("who: Jans, what: poling, from: 2024-06", {PERHAPS}, {PERHAPS}),
    ],
    ids=["both", "one street", "the other", "another type", "another function", "a part", "perhaps"],
)
def test_who_does_it_answers_for_it_where_it_does_it(
    told: str, high: set[tuple[str, str]], low: set[tuple[str, str]]
) -> None:
    seen = village(streets("[{what: poling}, {what: towing}]", "fen") + does(told))
    assert answers(seen, "poling") == ({"AtSomeTime": high} if high else {})
    assert answers(seen, "poling", "Low") == ({"AtSomeTime": low} if low else {})


def test_not_where_no_such_duty_applies() -> None:
    seen = village(streets("{what: poling}") + does("who: Jans, what: poling, from: 2020-01-01"))
    assert (answers(seen, "poling"), answers(seen, "poling", "Low")) == ({"AtSomeTime": {JANS}}, {})
    asked = see(
        with_kinds(streets("{what: poling}") + does("who: Jans, what: poling, from: 2020-01-01"), "Need", *BOTH)
    )
    assert answers(asked, "poling", "Low") == {"AtSomeTime": set()}


def test_a_duty_for_a_function_holds_for_its_narrower_ones() -> None:
    seen = village(streets("{what: pricking}") + does("who: Jans, what: poling, from: 2020-01-01"))
    assert answers(seen, "pricking") == {"AtSomeTime": {JANS}}


@pytest.mark.parametrize(
    ("what", "when", "windows"),
    [
        ("poling", "", {"AtSomeTime"}),
        ("poling", "summer", {"summer"}),
        ("poling", "all year", {"summer", "winter"}),
        ("towing", "", {"summer"}),
        ("towing", "summer", {"summer"}),
        ("towing", "all year", {"summer"}),
        ("towing", "winter", set[str]()),
    ],
)
def test_in_the_parts_of_the_year_of_the_duty_in_which_it_does_it(what: str, when: str, windows: set[str]) -> None:
    told = f"who: Jans, what: {what}, from: 2020-01-01" + (f", when: {when}" if when else "")
    seen = village(streets(f"{{what: {what}}}") + does(told))
    assert answers(seen, what) == {window: {JANS} for window in windows}


@pytest.mark.parametrize(
    ("as_of", "certainty"),
    [("2024-04-30", None), ("2024-05-10", "possibly"), ("2024-05-31", "surely"), ("2024-06-15", "surely")],
)
def test_as_surely_as_that_duty_is_in_force(as_of: str, certainty: str | None) -> None:
    seen = village(streets("{what: poling}") + does("who: Jans, what: poling, from: 2020-01-01"), as_of=as_of)
    assert answers(seen, "poling") == ({"AtSomeTime": {("Jans", certainty)}} if certainty else {})
    if certainty:
        assert on(seen, "High").verdict("poling", "Accountability") == (
            "Held" if certainty == "surely" else "Undetermined"
        )


def test_who_answers_through_a_tie_does_so_at_some_time_in_whatever_part_another_does_it() -> None:
    told = does("who: Red, what: rafting, from: 2020-01-01, when: summer")
    assert answers(village(streets("{what: rafting}") + told), "rafting") == {"AtSomeTime": set()}
    watched = streets("{what: rafting}", more=", watch: Blue") + told.replace(
        "Red: fire", "Blue: fire brigade, Red: fire"
    )
    assert answers(village(watched), "rafting") == {"AtSomeTime": {("Blue", "surely")}}


@pytest.mark.parametrize(
    ("what", "begins", "as_of", "since"),
    [
        ("poling", "2020-01-01", "2024-05-10", date(2024, 5, 1)),
        ("poling", "2024-06", "2024-06-15", date(2024, 6, 1)),
        ("sounding", "2024-06", "2024-06-15", START),
    ],
    ids=["the duty may be in force", "it may have begun", "it was asked for before"],
)
def test_who_may_answer_for_it_leaves_it_open_since_that_may_be(
    what: str, begins: str, as_of: str, since: date
) -> None:
    seen = on(
        village(streets(f"{{what: {what}}}") + does(f"who: Jans, what: {what}, from: {begins}"), as_of=as_of), "High"
    )
    assert (seen.verdict(what, "Accountability"), seen.since(what, "Accountability")) == ("Undetermined", since)


def test_two_answer_since_the_second_surely_does_it() -> None:
    told = does("who: Jans, what: sounding, from: 2022-05", "who: Piet, what: sounding, from: 2022-05")
    assert leads(village(streets("[]") + told)) == ({"Jans", "Piet"}, date(2022, 5, 31), "surely")


def test_a_limit_of_as_great_a_force_takes_it_away() -> None:
    seen = village(streets("{what: poling}") + does("who: Piet, what: poling, from: 2020-01-01"))
    assert on(seen, "High").verdict("poling", "Accountability") == "Gap BeyondCompetence"


@pytest.mark.parametrize(
    ("as_of", "one", "two", "since"),
    [
        ("2024-06-15", "2020-01-01", "2020-01-01", date(2024, 5, 31)),
        ("2024-05-10", "2020-01-01", "2020-01-01", date(2024, 5, 1)),
        ("2024-06-15", "2020-01-01", "2024-06-03", date(2024, 6, 3)),
    ],
    ids=["since the duty", "since it may be in force", "since the second does it"],
)
def test_two_answer_for_it_since_the_duty_is_there_and_both_do_it(as_of: str, one: str, two: str, since: date) -> None:
    people = does(f"who: Jans, what: poling, from: {one}", f"who: Kees, what: poling, from: {two}")
    seen = village(
        streets("{what: poling}") + people.replace("Jans: fitter", "Jans: fitter, Kees: fitter"), as_of=as_of
    )
    told = [f for f in seen.findings("MultipleLeads") if seen.name(f.situation) == "High"]
    if as_of == "2024-05-10":
        assert told == [], "who may answer holds nothing yet"
    else:
        assert [f.since for f in told] == [since.toordinal()]
    assert ("MultipleLeads", "Low") not in {(f.kind, seen.name(f.situation)) for f in seen.judgement.findings}


# -- Asked for without a part of the year: answered for at some time, unless a part is surely named for that


def asked_in(needs: str, *more: str, ground: str = "fen", kinds: tuple[str, ...] = (), low: str = "[]") -> set[str]:
    """The parts of the year in which somebody must answer for sounding in High Street."""
    text = f"streets:\n  - {{name: High, from: 2020-01-01, ground: {ground}, needs: {needs}}}\n"
    text += f"  - {{name: Low, from: 2020-01-01, ground: fen, needs: {low}}}\n" + "".join(more)
    return on(see(with_kinds(text, "Need", *kinds)), "High").windows("sounding", "Accountability")


SUMMER = "{what: sounding, when: summer}"


@pytest.mark.parametrize(
    ("needs", "kinds", "windows"),
    [
        ("[]", (), {"AtSomeTime"}),
        (SUMMER, BOTH, {"summer"}),
        (SUMMER, (), {"AtSomeTime"}),
        ("{what: mowing, when: summer}", BOTH, {"AtSomeTime"}),
        ("{what: sounding, when: summer, from: 2024-06}", BOTH, {"AtSomeTime", "summer"}),
    ],
    ids=["nothing else", "a part", "a part of another kind", "of another function", "perhaps a part"],
)
def test_a_part_that_is_surely_asked_for_leaves_no_cell_at_some_time(
    needs: str, kinds: tuple[str, ...], windows: set[str]
) -> None:
    assert asked_in(needs, kinds=kinds) == windows


def test_what_is_asked_in_the_other_street_leaves_it() -> None:
    assert asked_in("[]", kinds=BOTH, low=SUMMER) == {"AtSomeTime"}


@pytest.mark.parametrize(
    ("told", "windows"),
    [
        ("what: sounding, when: summer", {"summer"}),
        ("what: sounding, when: summer, exists: unknown", {"AtSomeTime", "summer"}),
        ("what: staking, when: summer", {"AtSomeTime"}),
        ("what: sounding, when: summer, for: Low", {"AtSomeTime"}),
    ],
    ids=["surely", "perhaps", "another function", "in the other street"],
)
def test_a_part_in_which_it_is_surely_answered_for_leaves_none_either(told: str, windows: set[str]) -> None:
    parties = "parties: {Jans: fitter, Board: water board}\n"
    deal = f"agreements: [{{name: one, kind: fen deal, between: [Jans, Board], from: 2020-01-01, {told}}}]\n"
    assert asked_in("{what: staking}", parties, deal) == windows


@pytest.mark.parametrize(("weeds", "windows"), [("Jans", {"AtSomeTime"}), ("nobody", {"AtSomeTime", "summer"})])
def test_a_part_that_only_a_lack_calls_for_leaves_it(weeds: str, windows: set[str]) -> None:
    work = "engagements: [{who: Jans, what: weeding, kind: performance, from: 2020-01-01}]\n" if weeds == "Jans" else ""
    text = streets("{what: weeding}") + "parties: {Jans: fitter}\n" + work
    seen = on(village(text), "High")
    assert seen.windows("sounding", "Accountability") == windows
    called = set[str]() if work else {"AtSomeTime"}
    assert (seen.windows("bailing"), seen.windows("bailing", "Accountability")) == (called, called)


def test_a_part_that_is_perhaps_asked_for_makes_no_cell_at_some_time() -> None:
    lane = "streets: [{name: Lane, from: 2020-01-01, ground: lane}]\nstate of affairs: {street is dark: unknown}\n"
    assert village(lane).windows("marking", "Accountability") == {"winter"}


def test_what_asks_for_it_is_told_beside_who_answers() -> None:
    deal = "agreements: [{name: one, kind: fen deal, between: [Jans, Board], what: sounding, from: 2022-01-01}]\n"
    seen = on(village(streets("[]") + "parties: {Jans: fitter, Board: water board}\n" + deal), "High")
    cell = seen.cell("sounding", "Accountability")
    assert "sounding-is-answered-for" in {seen.name(one) for one in cell.required_by}


# -- Limits, and what lifts them: for whom, which of them, in what kind and part of the year

FITTERS = "parties: {Jans: fitter, Piet: master fitter}\n"
BEYOND = ("BeyondCompetence",)


def engaged(*told: str) -> str:
    """Who took on what, in its own name, since 2020."""
    return FITTERS + "engagements:\n" + "".join(f"  - {{kind: performance, from: 2020-01-01, {one}}}\n" for one in told)


def bound(seen: Seen, function: str, kind: str = "Performance", street: str = "High") -> dict[str, tuple[str, ...]]:
    """Who is bound in a street, with what it falls short in, at some time."""
    found = on(seen, street).candidates(function, kind)
    return {party: short for party, how, short in found if how == "Bound"}


def test_an_exception_for_one_party_lifts_nothing_for_another() -> None:
    seen = village(streets("{what: netting}") + engaged("who: Jans, what: netting", "who: Piet, what: netting"))
    assert bound(seen, "netting") == {"Jans": BEYOND, "Piet": ()}
    assert bound(seen, "netting", street="Low") == {"Jans": (), "Piet": ()}


def test_an_exception_to_one_limit_leaves_the_other() -> None:
    seen = village(streets("{what: hauling}") + engaged("who: Piet, what: hauling"))
    (found,) = [one for one in on(seen, "High").cell("hauling").candidates if one.standing == "Bound"]
    assert {seen.name(s.source) for s in found.shortfalls} == {"crew-no-hauling"}


@pytest.mark.parametrize(
    ("when", "short"), [(", when: winter", BEYOND), (", when: summer", ()), (", when: all year", ()), ("", ())]
)
def test_a_limit_on_a_part_of_the_year_touches_what_is_done_in_that_part_only(
    when: str, short: tuple[str, ...]
) -> None:
    needs = "[{what: damming}, {what: staking}]"
    seen = village(streets(needs) + engaged(f"who: Jans, what: damming{when}", f"who: Jans, what: staking{when}"))
    assert bound(seen, "damming") == {"Jans": short}
    assert bound(seen, "staking") == bound(seen, "damming", street="Low") == {"Jans": ()}
    if short:
        assert on(seen, "High").since("damming") == date(2022, 3, 1), "since the limit is in force"


def test_an_exception_for_doing_it_lifts_no_limit_on_answering_for_it() -> None:
    deal = "engagements: [{who: WHO, what: damming, kind: performance, from: 2020-01, when: winter}]\n"
    perhaps = "agreements: [{name: one, kind: fen deal, between: [WHO, Board], what: damming, from: 2020-01-01, when: winter, exists: unknown}]\n"
    people = "parties: {Jans: fitter, Piet: master fitter, Board: water board}\n"
    seen = village(streets("{what: damming}") + people + deal.replace("WHO", "Piet"))
    assert bound(seen, "damming") == {"Piet": ()}
    for who, does in (("Jans", BEYOND), ("Piet", ())):
        seen = village(streets("{what: damming}") + people + perhaps.replace("WHO", who))
        assert bound(seen, "damming")[who][: len(does)] == does
        assert "BeyondCompetence" in bound(seen, "damming", "Accountability")[who]


@pytest.mark.parametrize(
    ("when", "verdict"), [("summer", "Gap BeyondCompetence"), ("winter", "Undetermined"), ("all year", "Undetermined")]
)
def test_what_is_perhaps_lifted_in_one_part_of_the_year_surely_holds_in_the_other(when: str, verdict: str) -> None:
    seen = village(streets("{what: luring}") + engaged(f"who: Piet, what: luring, when: {when}"))
    assert on(seen, "High").verdict("luring") == verdict


# -- More than one answers for it: who works for whom here, now and for this; since when

HOUSE = "parties: {Jans: fitter, Kees: fitter, Red: fire brigade, Board: water board}\n"


def sounding(*told: str, since: str = "2020-01-01", needs: str = "[]", low: str = "fen") -> Seen:
    """Who sounds in two streets."""
    lines = "".join(f"  - {{kind: performance, {one}}}\n" for one in told)
    return village(streets(needs, low, since) + HOUSE + f"engagements:\n{lines}")


def leads(seen: Seen, function: str = "sounding", street: str = "High") -> tuple[set[str], date | None, str] | None:
    """The parties of the finding that several answer for it, since when, how surely."""
    told = [
        f
        for f in seen.findings("MultipleLeads")
        if (seen.name(f.situation), seen.name(f.function)) == (street, function)
    ]
    if not told:
        return None
    (one,) = told
    return (
        {seen.name(p) for p in one.parties},
        None if one.since is None else date.fromordinal(one.since),
        one.certainty,
    )


FOR_BOARD = "what: sounding, from: 2020-01-01, on behalf of: Board"


@pytest.mark.parametrize(
    "more",
    [
        "",
        f"who: Kees, {FOR_BOARD}, for: Low",
        f"who: Kees, {FOR_BOARD}, for: High, until: 2024-05-31",
        "who: Kees, what: staking, from: 2020-01-01, on behalf of: Board, for: High",
    ],
    ids=["alone", "with it in the other street", "with it until last month", "with it for another function"],
)
def test_who_does_not_work_with_another_for_the_same_is_one_more(more: str) -> None:
    own = "who: Kees, what: sounding, from: 2021-01-01, for: High"
    seen = sounding(f"who: Jans, {FOR_BOARD}, for: High", own, *([more] if more else []))
    assert leads(seen) == ({"Jans", "Kees", "Board"}, date(2021, 1, 1), "surely")


@pytest.mark.parametrize(
    ("where", "parties"), [("Low", {"Jans", "Board"}), ("High", set[str]())], ids=["in the other street", "here"]
)
def test_who_works_for_another_works_for_it_where_it_does(where: str, parties: set[str]) -> None:
    seen = sounding(
        "who: Jans, what: sounding, from: 2021-01-01, for: High",
        f"who: Red, {FOR_BOARD}, for: High",
        f"who: Jans, {FOR_BOARD}, for: {where}",
    )
    found = leads(seen)
    assert (found[0] if found else set()) == parties


def test_since_both_answer_for_this_not_for_something_else() -> None:
    seen = sounding(
        "who: Jans, what: sounding, from: 2021-01-01",
        "who: Kees, what: sounding, from: 2023-01-01",
        "who: Kees, what: staking, from: 2020-02-01",
        "who: Jans, what: staking, from: 2020-02-01",
    )
    assert leads(seen) == ({"Jans", "Kees"}, Y2023, "surely")


@pytest.mark.parametrize(
    ("since", "need", "day"),
    [("2022-01-01", "2020-01-01", date(2022, 1, 1)), ("2020-01-01", "2023-03-01", date(2023, 3, 1))],
    ids=["not before the street", "not before it is needed"],
)
def test_not_before_the_street_or_what_calls_for_it(since: str, need: str, day: date) -> None:
    both = (f"who: {who}, what: weeding, from: 2018-01-01" for who in ("Jans", "Kees"))
    seen = sounding(*both, since=since, needs=f"{{what: weeding, from: {need}}}")
    assert leads(seen, "weeding") == ({"Jans", "Kees"}, day, "surely")


@pytest.mark.parametrize(("dark", "certainty"), [("yes", "surely"), ("unknown", "possibly")])
def test_as_surely_as_it_is_asked_for(dark: str, certainty: str) -> None:
    lane = f"streets: [{{name: Lane, from: 2020-01-01, ground: lane}}]\nstate of affairs: {{street is dark: {dark}}}\n"
    both = "".join(
        f"  - {{kind: performance, who: {who}, what: marking, when: winter, from: 2020-01-01}}\n"
        for who in ("Jans", "Kees")
    )
    found = leads(village(lane + HOUSE + f"engagements:\n{both}"), "marking", "Lane")
    assert found is not None
    assert (found[0], found[2]) == ({"Jans", "Kees"}, certainty)


def test_two_that_answer_together_with_a_lead_are_no_two_leads() -> None:
    seen = village(streets("{what: luring}") + HOUSE)
    cell = on(seen, "High").cell("luring", "Accountability")
    assert ({seen.name(one) for one in cell.holders}, {seen.name(one) for one in cell.leads}) == (
        {"Red", "Board"},
        {"Board"},
    )
    assert leads(seen, "luring") is None


def test_what_is_perhaps_lifted_for_doing_it_is_surely_not_for_answering_for_it() -> None:
    deal = "agreements: [{name: one, kind: fen deal, between: [Piet, Board], what: trolling, from: 2020-01-01, when: winter, exists: unknown}]\n"
    people = "parties: {Piet: master fitter, Board: water board}\n"
    seen = village(streets("{what: trolling}") + people + deal)
    assert "BeyondCompetence?" in bound(seen, "trolling")["Piet"]
    assert "BeyondCompetence" in bound(seen, "trolling", "Accountability")["Piet"]

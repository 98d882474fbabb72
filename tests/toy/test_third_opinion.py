"""What two more readings of the model judged otherwise, and rightly: what perhaps was, what ended on an unknown day, who answers."""

from datetime import date

import pytest
from tests.toy.asked import asked
from tests.toy.seen import Seen, village
from tests.toy.street import place, step, street
from tests.toy.told import acts, in_kind, one

NO_KEY = "state of affairs: {key is there: no}\n"


def engaged(*lines: str) -> str:
    return "engagements:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def certain(seen: Seen, function: str, kind: str = "Performance") -> set[bool]:
    return {cell.certain for cell in seen.cells(function, kind)}


# -- No surer that somebody answers for it than that it is needed


@pytest.mark.parametrize(("when", "window"), [("", "AtSomeTime"), (", when: winter", "winter")])
def test_who_answers_is_missed_no_surer_than_the_function_is_needed(when: str, window: str) -> None:
    def verdict(dark: str, needs: str = "[]", function: str = "draining") -> str:
        one = (
            f"who: Jans, what: {function}, kind: accountability{when}, from: 2020-01-01, on condition of: key is there"
        )
        states = f"state of affairs: {{key is there: no, street is dark: {dark}}}\n"
        return street(engaged(one) + states, needs, "marsh").verdict(
            function.replace(" ", "_"), "Accountability", window
        )

    assert verdict("unknown") == "Undetermined"
    assert verdict("yes") == "Gap ConditionUnmet"
    assert verdict("unknown", "{what: draining}") == "Gap ConditionUnmet", "needed in fact"
    assert verdict("unknown", "{what: repair}", "tank wagon") == "Gap ConditionUnmet", "surely called for"


def test_what_decides_whether_it_is_needed_is_asked_of_who_answers_too() -> None:
    done = "who: Kees, what: draining, kind: performance, from: 2020-01-01"
    late = "who: Jans, what: draining, kind: performance, when: winter, from: 2020-01-01, on condition of: key is there"
    dark = "state of affairs: {key is there: no, street is dark: unknown}\n"
    seen = street(engaged(done, late) + dark, "[]", "marsh")
    assert seen.verdict("draining") == "Held"
    assert seen.verdict("draining", "Accountability", "winter") == "Undetermined"
    assert asked(seen, "draining", "Accountability") == [("StateUnknown", "dark", frozenset({"Street"}))]


# -- Who performs by an order, or because it stayed with it, answers for it; who was ordered to answer, answers

PEOPLE = "parties: {Jans: fitter, Board: water board}\n"


def ordered(what: str, to: str, kind: str = "", needs: str = "[]", ground: str = "marsh", more: str = "") -> Seen:
    text = place(ground=ground, needs=needs) + PEOPLE
    text += step(f"date: 2024-01-01, who: the province, what: ordered, about: {what}, to: {to}{more}")
    return in_kind(text, **({"2024_01_01_the_province_ordered": kind} if kind else {}))


@pytest.mark.parametrize(
    ("to", "kind", "verdict"),
    [
        ("Jans", "", "Held"),
        ("Jans", "Performance", "Held"),
        ("Jans", "Organisation", "Gap Vacuum"),
        ("Board", "", "Gap Vacuum"),
        ("Board", "Performance", "Gap Vacuum"),
        ("Board", "Accountability", "Held"),
    ],
)
def test_who_can_do_what_it_was_ordered_to_answers_for_it_where_nobody_need_do_it(
    to: str, kind: str, verdict: str
) -> None:
    assert ordered("ferry", to, kind).verdict("ferry", "Accountability", "summer") == verdict


@pytest.mark.parametrize(
    ("to", "kind", "does", "answers"),
    [
        ("Jans", "", "Held", "Held"),
        ("Jans", "Performance", "Held", "Held"),
        ("Board", "Performance", "Gap Vacuum", "none"),
        ("Jans", "Accountability", "Gap Vacuum", "Held"),
        ("Board", "Accountability", "Gap Vacuum", "Held"),
        ("Jans", "Organisation", "Gap Vacuum", "none"),
    ],
)
def test_an_order_to_do_it_binds_who_can_and_one_to_answer_for_it_whoever(
    to: str, kind: str, does: str, answers: str
) -> None:
    seen = ordered("inspection", to, kind, "{what: inspection}", "green")
    assert seen.verdict("inspection") == does
    cells = seen.cells("inspection", "Accountability")
    assert (seen.verdict("inspection", "Accountability") if cells else "none") == answers


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ("what: ordered, about: ferry, for: High", {"High"}),
        ("what: ordered, about: ferry", {"High", "Low"}),
        ("what: asked, about: ferry, for: High", set[str]()),
        ("what: ordered, about: draining", set[str]()),
    ],
)
def test_who_was_ordered_answers_there_and_for_that_only(told: str, answers: set[str]) -> None:
    streets = "".join(f"  - {{name: {name}, from: 2020-01-01, ground: marsh}}\n" for name in ("High", "Low"))
    seen = village(f"streets:\n{streets}{PEOPLE}" + step(f"date: 2024-01-01, who: the province, to: Jans, {told}"))
    cells = seen.cells("ferry", "Accountability")
    assert {seen.name(cell.situation) for cell in cells if cell.verdict == "Held"} == answers


def kept(who: str, kind: str, when: str, needs: str, ground: str = "dike", what: str = "repair") -> Seen:
    line = f"who: {who}, what: {what}, kind: {kind}{when}, from: 2020-01-01, until: 2024-05-31"
    return street(engaged(line), needs, ground)


def test_with_whom_it_stays_answers_for_it_in_the_windows_in_which_it_did_it() -> None:
    seen = kept("Jans", "performance", ", when: winter", "{what: repair}")
    assert seen.windows("repair", "Accountability") == {"winter"}
    assert seen.holders("repair", "Accountability", "winter") == {"Jans"}


def test_and_not_in_the_windows_in_which_it_did_not() -> None:
    did = "who: Jans, what: repair, kind: performance, when: winter, from: 2020-01-01, until: 2024-05-31"
    unmet = (
        "who: Kees, what: repair, kind: accountability, when: summer, from: 2020-01-01, on condition of: key is there"
    )
    seen = street(engaged(did, unmet) + NO_KEY, "{what: repair}", "dike")
    answers = {when: seen.verdict("repair", "Accountability", when) for when in ("winter", "summer")}
    assert answers == {"winter": "Held", "summer": "Gap ConditionUnmet"}


@pytest.mark.parametrize(("exists", "certain_of"), [("yes", {True}), ("unknown", {False})])
def test_it_is_answered_for_as_surely_as_it_stays(exists: str, certain_of: set[bool]) -> None:
    perhaps = ", exists: unknown" if exists == "unknown" else ""
    days = f"from: 2020-01-01, until: 2024-05-31{perhaps}"
    deal = f"agreements: [{{kind: handshake, between: [Jans, Board], what: repair, {days}}}]\n"
    assert certain(street(deal, "{what: repair}", "dike"), "repair", "Accountability") == certain_of


def test_what_stays_in_winter_only_is_answered_for_in_winter_only() -> None:
    seen = kept("Jans", "performance", ", when: [winter, summer]", "{what: pumping}", "marsh", "pumping")
    assert seen.windows("pumping", "Accountability") == {"winter"}
    assert seen.holders("pumping", "Accountability", "winter") == {"Jans"}


@pytest.mark.parametrize("kind", ["organisation", "procurement"])
def test_who_saw_to_it_in_winter_answers_for_nothing_in_winter(kind: str) -> None:
    assert "winter" not in kept("Jans", kind, ", when: winter", "{what: repair}").windows("repair", "Accountability")


# -- Assigned on paper in the windows of who answers


@pytest.mark.parametrize(
    ("took", "assigned"),
    [
        ("accountability, when: winter", {"winter"}),
        ("accountability, when: summer", {"summer"}),
        ("accountability", {"winter", "summer"}),
        ("", {"winter", "summer"}),
    ],
)
def test_it_is_assigned_to_who_answers_when_that_one_does_and_to_who_must_see_to_it_always(
    took: str, assigned: set[str]
) -> None:
    def verdicts(needs: str) -> dict[str, str]:
        engagement = engaged(f"who: Shops, what: inspection, kind: {took}, from: 2020-01-01") if took else ""
        who = "Shops: shop association" if took else "Board: water board"
        text = place(ground="green", needs=needs) + f"parties: {{{who}}}\n"
        seen = village(text + engagement + "in full: [parties]\n")
        return {seen.name(cell.window): cell.verdict for cell in seen.cells("inspection")}

    in_both = verdicts("{what: inspection, when: [winter, summer]}")
    assert {when for when, verdict in in_both.items() if verdict == "Assigned"} == assigned
    assert verdicts("{what: inspection}") == {"AtSomeTime": "Assigned"}


# -- Since when nobody answers


def test_nobody_answers_for_what_a_gap_calls_for_since_that_gap() -> None:
    answers = "who: Kees, what: tank wagon, kind: accountability, from: 2020-01-01"
    unmet = f"{answers}, on condition of: key is there"
    repaired = "who: Jans, what: repair, kind: performance, from: 2020-01-01, until: 2024-05-31"
    seen = street(engaged(repaired, unmet) + NO_KEY, "{what: repair}")
    assert seen.since("tank_wagon") == seen.since("tank_wagon", "Accountability") == date(2024, 6, 1)
    held = street(engaged(repaired, answers), "{what: repair}")
    assert held.since("tank_wagon", "Accountability") is None


@pytest.mark.parametrize(
    ("first", "needed"),
    [
        ("{what: inspection, from: 2021-01-01}", date(2021, 1, 1)),
        ("{what: inspection, when: summer, from: 2022-01-01}", date(2022, 1, 1)),
        ("{what: key keeping, from: 2021-01-01}", date(2024, 2, 1)),
    ],
    ids=["needed at some time before", "needed in summer before", "another was needed before"],
)
def test_nobody_answers_since_it_was_first_needed_also_where_another_window_is_named_since(
    first: str, needed: date
) -> None:
    unmet = "who: Kees, what: inspection, kind: accountability, when: winter, from: 2020-01-01, on condition of: key is there"
    seen = street(engaged(unmet) + NO_KEY, f"[{first}, {{what: inspection, when: winter, from: 2024-02-01}}]")
    assert seen.since("inspection", "Accountability", "winter") == needed


@pytest.mark.parametrize(
    ("dark", "since"), [("yes", date(2020, 1, 1)), ("unknown", date(2022, 1, 1)), ("no", date(2022, 1, 1))]
)
def test_what_was_only_perhaps_needed_or_would_have_been_called_for_counts_not(dark: str, since: date) -> None:
    unmet = "who: Kees, what: draining, kind: accountability, from: 2020-01-01, on condition of: key is there"
    states = f"state of affairs: {{key is there: no, street is dark: {dark}}}\n"
    needs = "{what: draining, when: winter, from: 2022-01-01}"
    seen = street(engaged(unmet) + states, needs, "marsh")
    assert seen.since("draining", "Accountability") == since


# -- Who must, and must not, act


@pytest.mark.parametrize(
    ("how", "must"), [("", {"Jans"}), (", on behalf of: Board", set[str]()), (", stands in for: Kees", set[str]())]
)
@pytest.mark.parametrize("what", ["gave notice", "ended"])
def test_what_would_stay_with_it_is_told_to_who_holds_it_in_its_own_name_only(
    what: str, how: str, must: set[str]
) -> None:
    deal = (
        f"agreements: [{{name: deal, kind: handshake, between: [Jans, Board], what: repair, from: 2020-01-01{how}}}]\n"
    )
    going = step(f"date: 2024-06-01, who: Jans, what: {what}, agreement: deal, last day: 2024-12-31")
    seen = street(deal + going, "{what: repair}", "dike")
    precarious = one(seen, "Precarious", "repair")
    assert {who for who, how, what in acts(seen, precarious) if what == "finish-the-job"} == must


@pytest.mark.parametrize(
    ("lacks", "must"),
    [("lookout", {"shops-find-wagon-for-lookout", "board-finds-wagon"}), ("repair", {"board-finds-wagon"})],
)
def test_a_duty_that_is_about_another_lack_is_not_told(lacks: str, must: set[str]) -> None:
    seen = street("", f"{{what: {lacks}}}", "bog")
    wagon = {what for _, how, what in acts(seen, one(seen, "Vacuum", lacks)) if how == "Must" and "wagon" in what}
    assert wagon - {"brigade-keeps-wagon"} == must


@pytest.mark.parametrize(
    ("deal", "reason", "told"),
    [
        ("", "no", False),
        ("kind: bog deal, what: drum", "no", True),
        ("kind: bog deal, what: drum", "unknown", True),
        ("kind: bog deal, what: drum", "yes", False),
        ("kind: bog deal, what: drum, until: 2024-05-31", "no", False),
        ("kind: handshake, what: drum", "no", False),
    ],
    ids=["no agreement", "no ground", "perhaps a ground", "a ground", "ended", "of another kind"],
)
def test_that_it_must_not_simply_end_is_told_to_who_has_such_an_agreement_and_no_ground(
    deal: str, reason: str, told: bool
) -> None:
    deals = f"agreements: [{{{deal}, between: [Jans, Board], from: 2020-01-01}}]\n" if deal else ""
    seen = street(f"{deals}state of affairs: {{good reason: {reason}}}\n", "{what: stalls}", "bog")
    stays = {act[:2] for act in acts(seen, one(seen, "Vacuum", "stalls")) if act[2] == "bog-deal-stays"}
    assert stays == ({("Jans", "MustNot")} if told else set())

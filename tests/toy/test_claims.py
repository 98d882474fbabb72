"""What parties say and do without being bound: claims, denials, refusals, offers. None of it ever holds a cell."""

from datetime import date

import pytest
from tests.toy.seen import Seen, village

from hiaat.findings import Finding

INSPECTION = "{what: inspection}"


def two(*lines: str, needs: str = INSPECTION, parties: str = "{Jans: fitter, Kees: fitter}") -> Seen:
    return village(f"parties: {parties}\n" + "".join(f"{line}\n" for line in lines), needs=needs)


def test_who_says_that_it_is_its_task_does_not_hold_it() -> None:
    seen = two("claims: [{who: Jans, says: is my task, about: inspection, date: 2024-01-01}]")
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert not seen.holders("inspection")


def test_nor_who_does_it_in_fact() -> None:
    seen = two("conduct: [{who: Jans, what: inspection, how: without agreement, from: 2024-01-01}]")
    assert seen.verdict("inspection") == "Gap Vacuum"
    (finding,) = seen.findings("Vacuum")
    assert {seen.name(fact) for fact in finding.in_fact} == {"Jans: inspection"}, "told with the gap"


@pytest.mark.parametrize(
    ("needed", "done", "told"),
    [
        (", when: summer", ", when: winter", False),
        (", when: winter", ", when: winter", True),
        (", when: winter", ", when: all year", True),
        (", when: summer", "", True),
        ("", ", when: winter", True),
    ],
)
def test_what_is_done_in_fact_counts_in_the_windows_named_only(needed: str, done: str, told: bool) -> None:
    seen = two(
        f"conduct: [{{who: Jans, what: inspection, how: without agreement{done}, from: 2024-01-01}}]",
        needs=f"{{what: inspection{needed}}}",
    )
    (finding,) = seen.findings("Vacuum")
    assert bool(finding.in_fact) == told


@pytest.mark.parametrize(("short", "windows"), [(", when: winter", {"winter"}), ("", {"summer", "winter"})])
def test_who_falls_short_does_so_in_the_windows_named_only(short: str, windows: set[str]) -> None:
    seen = two(
        "engagements: [{who: Jans, what: inspection, kind: performance, when: all year, from: 2020-01-01}]",
        f"conduct: [{{who: Jans, what: inspection, how: falls short{short}, from: 2024-01-01}}]",
        needs="{what: inspection, when: all year}",
    )
    (finding,) = seen.findings("Breach")
    assert {seen.name(window) for window in finding.windows} == windows


def test_what_is_only_said_of_a_party_does_not_bind_it() -> None:
    seen = two("claims: [{who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}]")
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert ("Kees", "Claimed", ()) in seen.candidates("inspection")


def test_a_claim_on_a_party_that_denies_it_is_contested() -> None:
    seen = two(
        "claims:",
        "  - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}",
        "  - {who: Kees, says: is not my task, about: inspection, date: 2024-02-01}",
    )
    assert seen.verdict("inspection") == "Gap Contested"


def test_who_point_at_each_other_contest_it_in_a_circle() -> None:
    seen = two(
        "claims:",
        "  - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}",
        "  - {who: Kees, says: is the task of Jans, about: inspection, date: 2024-02-01}",
    )
    assert seen.verdict("inspection") == "Gap Contested"
    (ring,) = seen.findings("CircularReferral")
    assert {seen.name(party) for party in ring.parties} == {"Jans", "Kees"}
    assert ring.since == date(2024, 2, 1).toordinal(), "from the day on which the circle was round"


def pointing(first: str, second: str, *more: str) -> list[Finding]:
    """The circles in which Jans and Kees point to each other, each for a function."""
    claims = [
        f"  - {{who: Jans, says: is the task of Kees, about: {first}, date: 2024-01-01}}",
        f"  - {{who: Kees, says: is the task of Jans, about: {second}, date: 2024-02-01}}",
    ]
    return two("claims:", *claims, *more).findings("CircularReferral")


def test_who_point_at_each_other_for_different_functions_are_in_no_circle() -> None:
    assert not pointing("inspection", "key keeping")


def test_a_function_and_what_falls_under_it_are_no_different_functions() -> None:
    assert len(pointing("upkeep", "inspection")) == 1


@pytest.mark.parametrize("limit", ["for: High Street", "when: winter"])
def test_who_speaks_of_all_and_who_of_one_street_or_season_point_at_each_other(limit: str) -> None:
    ring = pointing("inspection", f"inspection, {limit}")
    assert [finding.since for finding in ring] == [date(2024, 2, 1).toordinal()]


def test_pointing_at_each_other_in_one_season_is_a_circle_on_what_must_be_done_at_some_time() -> None:
    (ring,) = pointing("inspection, when: winter", "inspection, when: winter")
    assert {cell.kind for cell in ring.cells} == {"Performance"}


def test_a_circle_of_three_is_one_finding_that_names_all() -> None:
    claims = [
        "  - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}",
        "  - {who: Kees, says: is the task of Dirk, about: inspection, date: 2024-03-01}",
        "  - {who: Dirk, says: is the task of Jans, about: inspection, date: 2024-02-01}",
        "  - {who: Dirk, says: is the task of Jans, about: inspection, date: 2024-04-01}",
    ]
    seen = two("claims:", *claims, parties="{Jans: fitter, Kees: fitter, Dirk: fitter}")
    (ring,) = seen.findings("CircularReferral")
    assert {seen.name(party) for party in ring.parties} == {"Jans", "Kees", "Dirk"}
    assert ring.since == date(2024, 3, 1).toordinal()


def test_denying_what_one_took_on_ends_nothing_and_is_told() -> None:
    seen = two(
        "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]",
        "claims: [{who: Jans, says: is not my task, about: inspection, date: 2024-01-01}]",
    )
    assert seen.holders("inspection") == {"Jans"}
    (finding,) = seen.findings("Contested")
    assert (finding.severity, finding.since) == ("Warning", date(2024, 1, 1).toordinal())


def test_who_denies_in_one_season_what_it_took_on_is_told_of_what_must_be_done_at_some_time() -> None:
    seen = two(
        "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]",
        "claims: [{who: Jans, says: is not my task, about: inspection, when: winter, date: 2024-01-01}]",
    )
    assert [finding.severity for finding in seen.findings("Contested")] == ["Warning"]


@pytest.mark.parametrize(
    ("need", "verdicts"),
    [
        (", when: all year", {"summer": "Gap Vacuum", "winter": "Gap Contested"}),
        ("", {"AtSomeTime": "Gap Contested"}),
    ],
)
def test_a_denial_in_one_season_contests_that_season_and_what_must_be_done_at_some_time(
    need: str, verdicts: dict[str, str]
) -> None:
    seen = two(
        "claims:",
        "  - {who: Jans, says: is the task of Kees, about: inspection, date: 2024-01-01}",
        "  - {who: Kees, says: is not my task, about: inspection, when: winter, date: 2024-02-01}",
        needs=f"{{what: inspection{need}}}",
    )
    windows = seen.windows("inspection")
    assert {window: seen.verdict("inspection", window=window) for window in windows} == verdicts


def test_denying_what_the_law_lays_on_one_neither() -> None:
    seen = two(
        "claims: [{who: Shops, says: is not my task, about: key keeping, date: 2024-01-01}]",
        needs="{what: key keeping}",
        parties="{Shops: shop association}",
    )
    assert seen.holders("keys", "Organisation") == {"Shops"}
    (finding,) = [f for f in seen.findings("Contested") if f.responsibility == "Organisation"]
    assert finding.severity == "Warning"


def test_denying_what_a_voice_lays_on_one_ends_it() -> None:
    text = "streets: [{name: High Street, from: 2018-06-01, ground: green, needs: {what: marking}}]\nparties: {Shops: shop association}\n"
    claim = "claims: [{who: Shops, says: is not my task, about: marking, date: 2019-01-01}]\n"
    assert village(text, as_of="2019-06-01").holders("marking", "Organisation") == {"Shops"}
    denied = village(text + claim, as_of="2019-06-01")
    assert denied.verdict("marking", "Organisation") == "Gap Contested"
    assert denied.since("marking", "Organisation") == date(2019, 1, 1)
    assert village(text + claim, as_of="2018-12-31").holders("marking", "Organisation") == {"Shops"}, "not said yet"


def test_an_exclusion_of_less_force_than_the_duty_is_a_warning() -> None:
    text = "streets: [{name: Dike, from: 2019-01-01, ground: dike, needs: {what: key keeping}}]\nparties: {Shops: shop association}\n"
    seen = village(text)
    assert seen.holders("keys", "Organisation") == {"Shops"}
    (finding,) = seen.findings("Contested")
    assert (finding.severity, finding.since) == ("Warning", date(2020, 1, 1).toordinal())


def test_only_by_agreement_is_no_offer_and_no_refusal() -> None:
    seen = two("claims: [{who: Jans, says: only by agreement, about: inspection, date: 2024-01-01}]")
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert seen.candidates("inspection") == {("Jans", "NearMiss", ()), ("Kees", "NearMiss", ())}


def test_denying_a_task_nobody_laid_on_one_is_nothing() -> None:
    seen = two("claims: [{who: Jans, says: is not my task, about: inspection, date: 2024-01-01}]")
    assert seen.verdict("inspection") == "Gap Vacuum"


# -- Refusals


def test_who_refused_is_listed_and_never_leads() -> None:
    seen = two("events: [{date: 2024-01-01, who: Jans, what: refused, about: inspection}]")
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert ("Jans", "Refused", ("Refused",)) in seen.candidates("inspection")


def test_a_refusal_ends_a_prospect() -> None:
    state = "state of affairs: {key is there: {is: no}}"
    refusal = "events: [{date: 2024-01-01, who: Red Brigade, what: refused, about: lookout}]"
    lookout = {"needs": "{what: lookout}", "parties": "{Red Brigade: fire brigade}"}
    assert two(state, **lookout).verdict("lookout") == "Gap ConditionUnmet"
    seen = two(state, refusal, **lookout)
    assert seen.verdict("lookout") == "Gap Vacuum"
    assert {standing for _, standing, _ in seen.candidates("lookout")} == {"Refused"}


@pytest.mark.parametrize(
    ("who", "what", "ground", "why"),
    [
        ("Jans", "water pressure", "green", ("BeyondCompetence", "Refused")),
        ("Master", "water pressure", "lane", ("Refused",)),
        ("Red Brigade", "painting", "green", ("Excluded", "Refused")),
        ("Jans", "painting", "green", ("Refused",)),
        ("Red Brigade", "inspection", "green", ("Refused",)),
    ],
    ids=["beyond it", "lifted", "denied by its voice", "another", "other work"],
)
def test_of_who_refused_is_told_what_keeps_that_work_from_it_and_it_leads_to_nothing(
    who: str, what: str, ground: str, why: tuple[str, ...]
) -> None:
    seen = village(
        f"""
        streets: [{{name: Lane, from: 2020-01-01, ground: {ground}, needs: {{what: {what}}}}}]
        parties: {{Jans: fitter, Master: master fitter, Red Brigade: fire brigade}}
        events: [{{date: 2024-01-01, who: {who}, what: refused, about: {what}}}]
        """
    )
    name = what.removeprefix("water ")
    assert (who, "Refused", why) in seen.candidates(name)
    assert seen.verdict(name) == "Gap Vacuum"


def test_a_refusal_after_the_day_changes_nothing_on_it() -> None:
    seen = two("events: [{date: 2024-07-01, who: Jans, what: refused, about: inspection}]")
    assert ("Jans", "Refused", ("Refused",)) not in seen.candidates("inspection")


# -- Offers


@pytest.mark.parametrize(
    ("said", "verdict"), [("no", "Gap ConditionUnmet"), ("yes", "Gap Vacuum"), ("unknown", "Gap Vacuum")]
)
def test_an_offer_never_holds_and_leads_if_its_condition_is_surely_not_met(said: str, verdict: str) -> None:
    seen = two(
        "offers: [{who: Jans, what: inspection, from: 2024-01-01, on condition of: key is there}]",
        f"state of affairs: {{key is there: {said}}}",
    )
    assert seen.verdict("inspection") == verdict
    assert ("Jans", "Prospect") in {(party, standing) for party, standing, _ in seen.candidates("inspection")}


def test_an_offer_of_an_agreement_is_an_offer_of_what_it_brings() -> None:
    seen = two(
        "offers: [{who: Jans, agreement: upkeep subscription, from: 2024-01-01}]", needs="{what: repair, when: summer}"
    )
    assert ("Jans", "Prospect", ()) in seen.candidates("repair", window="summer")


def test_what_removes_only_a_prospect_does_not_count_for_since() -> None:
    seen = two(
        "offers: [{who: Jans, what: inspection, from: 2024-01-01, on condition of: key is there}]",
        "state of affairs: {key is there: {is: no, from: 2024-03-01}}",
    )
    assert seen.since("inspection") == date(2020, 1, 1)


def test_one_that_was_bound_leads_before_one_that_might_be() -> None:
    seen = two(
        "engagements: [{who: Kees, what: inspection, kind: performance, from: 2020-01-01, until: 2024-05-31}]",
        "offers: [{who: Jans, what: inspection, from: 2024-01-01, on condition of: key is there}]",
        "state of affairs: {key is there: no}",
    )
    assert seen.verdict("inspection") == "Gap Lapsed"


def test_a_prospect_that_only_its_own_voice_excludes_leads_to_vacuum() -> None:
    seen = two(needs="{what: painting}", parties="{Red Brigade: fire brigade}")
    assert seen.verdict("painting") == "Gap Vacuum"
    assert ("Red Brigade", "Prospect", ("Excluded",)) in seen.candidates("painting")


def test_who_offers_what_is_beyond_its_competence_is_told_so() -> None:
    seen = two("offers: [{who: Jans, what: water pressure, from: 2024-01-01}]", needs="{what: water pressure}")
    assert seen.verdict("pressure") == "Gap BeyondCompetence"


def test_who_is_full_takes_nobody_new_and_that_leads_to_nothing() -> None:
    seen = two(
        "offers: [{who: Jans, what: inspection, from: 2024-01-01}]",
        "party states: [{who: Jans, is: full, from: 2024-01-01}]",
    )
    assert seen.verdict("inspection") == "Gap Vacuum"
    assert ("Jans", "Prospect", ("NoCapacity",)) in seen.candidates("inspection")


def test_prospects_are_looked_up_for_empty_cells_only() -> None:
    seen = two(
        "engagements: [{who: Kees, what: inspection, kind: performance, from: 2020-01-01}]",
        "offers: [{who: Jans, what: inspection, from: 2024-01-01}]",
    )
    assert seen.candidates("inspection") == {("Kees", "Bound", ())}


def test_who_is_only_perhaps_a_prospect_leads_nothing() -> None:
    dike = "streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: water pressure}}]\nparties: {Jans: fitter}\n"
    assert village(dike).verdict("pressure") == "Gap Vacuum"
    assert ("Jans", "Prospect", ("BeyondCompetence", "Uncertain?")) in village(dike).candidates("pressure")
    assert village(dike, as_of="2024-07-01").verdict("pressure") == "Gap BeyondCompetence", "surely in force"


# -- Claims that contest nothing


LANE = "streets: [{name: Lane, from: 2020-01-01, ground: lane, needs: {what: inspection}}]\n"


@pytest.mark.parametrize("says", ["is the task of Board", "is not my task"])
def test_a_duty_laid_on_all_together_is_denied_by_nobody_in_particular(says: str) -> None:
    parties = "parties: {Jans: fitter, Shops: shop association, Board: water board}\n"
    claim = f"claims: [{{who: Shops, says: {says}, about: inspection, date: 2024-01-01}}]\n"
    seen = village(LANE + parties + claim)
    assert seen.holders("inspection", "Organisation") == {"Board"}
    assert seen.told("Contested") == set()
    assert ("Shops", "Bound", ("SharedWithoutLead",)) in seen.candidates("inspection", "Organisation")


DIKE = """
    streets: [{name: Dike, from: 2020-01-01, ground: dike, needs: {what: WHAT}}]
    parties: {Red Brigade: fire brigade, Shops: shop association}
    claims: [{who: Shops, says: is the task of Red Brigade, about: WHAT, date: 2024-01-01}]
"""
TOOK_ON = "    engagements: [{who: Red Brigade, what: WHAT, kind: performance, from: 2020-01-01}]\n"


def test_that_it_is_anothers_task_is_not_contested_where_that_one_was_free_to_take_it_on_and_did() -> None:
    seen = village((DIKE + TOOK_ON).replace("WHAT", "lookout"))
    assert seen.holders("lookout") == {"Red Brigade"}
    assert seen.told("Contested") == set()


def test_it_is_where_that_one_has_not_taken_it_on() -> None:
    assert village(DIKE.replace("WHAT", "lookout")).verdict("lookout") == "Gap Contested"


def test_and_where_its_voice_leaves_no_liberty() -> None:
    seen = village((DIKE + TOOK_ON).replace("WHAT", "greasing"))
    assert ("Contested", "greasing", "Performance") in seen.told("Contested")


SIGNS = """
    streets: [{name: High Street, from: 2018-06-01, ground: green, needs: {what: marking}}]
    parties: {Shops: shop association, Corner Shops: shop association, Jans: fitter}
    claims: [{who: Shops, says: is the task of OTHER, about: marking, date: 2019-01-01}]
"""


def test_that_one_who_can_should_do_it_denies_no_duty_to_see_to_it() -> None:
    seen = village(SIGNS.replace("OTHER", "Corner Shops"), as_of="2019-06-01")
    assert seen.holders("marking", "Organisation") == {"Shops", "Corner Shops"}
    assert seen.told("Contested") == set()


def test_that_it_is_of_one_who_cannot_do_it_does() -> None:
    seen = village(SIGNS.replace("OTHER", "Jans"), as_of="2019-06-01")
    assert seen.holders("marking", "Organisation") == {"Corner Shops"}
    assert ("Shops", "Bound", ("Contested",)) in seen.candidates("marking", "Organisation")


def test_who_must_contract_or_supervise_it_may_deny_that_too() -> None:
    seen = village(
        "parties: {Board: water board}\nclaims: [{who: Board, says: is not my task, about: flushing, date: 2024-01-01}]\n",
        needs="{what: flushing}",
    )
    assert {("Contested", "flushing", "Procurement"), ("Contested", "flushing", "Organisation")} <= seen.told(
        "Contested"
    )

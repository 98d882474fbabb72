"""The same question of a changed graph gives the changed answer: nothing is known but what the graph says."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from tests.query.conftest import asked, column, store

from hiaat.knowledge.terms import RDF_TYPE, XSD, h

CARE = "https://w3id.org/hiaat/care#"
Altered = Callable[[Callable[[ox.Triple], ox.Triple | None]], ox.Store]

NORM = ox.NamedNode("https://w3id.org/hiaat/id/norm/wlz-4.2.1-lid-1-verpleging")
# Wlz 4.2.1: in kind, the executor of the act must see to it that the care comes.
DUTY = {"function": "verpleging_en_verzorging", "kind": "Procurement", "route": "route_natura"}


def day(text: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + "date"))


def test_a_norm_is_found_with_its_bearer() -> None:
    answer = asked("duties", {**DUTY, "date": "2020-01-01"})
    assert "wlz-4.2.1-lid-1-verpleging" in column(answer, "norm")
    assert column(answer, "bearer") == {"WlzUitvoerder"}
    assert {"4.2.1-lid-1"} <= column(answer, "ground")


def test_a_budget_is_another_route() -> None:
    answer = asked("duties", {**DUTY, "route": "Wlz met een pgb", "date": "2020-01-01"})
    assert column(answer, "bearer") == {"Budgethouder"}


def test_a_norm_that_was_removed_is_gone(altered: Altered) -> None:
    without = altered(lambda triple: None if triple.subject == NORM else triple)
    answer = asked("duties", {**DUTY, "date": "2020-01-01"}, without)
    assert "wlz-4.2.1-lid-1-verpleging" not in column(answer, "norm")


def test_a_bearer_that_changed_is_told(altered: Altered) -> None:
    def change(triple: ox.Triple) -> ox.Triple:
        if (triple.subject, triple.predicate) == (NORM, h("bearer")):
            return ox.Triple(NORM, h("bearer"), ox.NamedNode(CARE + "Gemeente"))
        return triple

    answer = asked("duties", {**DUTY, "actor": "gemeente", "date": "2020-01-01"}, altered(change))
    assert column(answer, "norm") == {"wlz-4.2.1-lid-1-verpleging"}
    assert asked("duties", {**DUTY, "actor": "gemeente", "date": "2020-01-01"}).is_empty


def test_a_date_that_moved_counts(altered: Altered) -> None:
    def change(triple: ox.Triple) -> ox.Triple:
        if (triple.subject, triple.predicate) == (NORM, h("validFrom")):
            return ox.Triple(NORM, h("validFrom"), day("2022-03-01"))
        return triple

    moved = altered(change)
    for when, there in (("2022-02-28", False), ("2022-03-01", True)):
        found = column(asked("duties", {**DUTY, "date": when}, moved), "norm")
        assert ("wlz-4.2.1-lid-1-verpleging" in found) == there
    came = asked("changes", {"since": "2022-02-28", "to": "2022-03-01"}, moved)
    assert column(came, "norm") == {"wlz-4.2.1-lid-1-verpleging"}
    assert column(came, "change") == {"+"}


@pytest.mark.parametrize(
    ("when", "there", "sure"), [("2024-04-30", 1, {"true"}), ("2024-05-20", 1, {"false"}), ("2024-06-01", 0, set())]
)
def test_a_month_is_a_day_that_is_not_sure(when: str, there: int, sure: set[str]) -> None:
    """The guidance of 2018 holds until its successor of May 2024; the day is not known."""
    answer = asked("norms", {"norm_type": "Precondition", "voice": "lhv", "date": when})
    rows = [row for row in answer.rows if "LL18-" in str(row[0])]
    assert bool(rows) == bool(there)
    assert {row[answer.variables.index("sure")].value for row in rows} == sure  # type: ignore[attr-defined]


def test_a_requirement_becomes_bound_when_a_duty_comes(altered: Altered) -> None:
    """No norm binds anybody to perform nursing; with a duty to perform it, that requirement is not in the answer."""
    given = {"function": "verpleging_en_verzorging", "date": "2020-01-01"}
    assert "wlz-3.1.1-lid-1-b-eis" in column(asked("no-bearer", given), "norm")

    def change(triple: ox.Triple) -> ox.Triple:
        if (triple.subject, triple.predicate) == (NORM, h("kind")):
            return ox.Triple(NORM, h("kind"), h("Performance"))
        return triple

    assert asked("no-bearer", given, altered(change)).is_empty


# Performance of the care of the elderly care physician is required by the letter of 2019 (KB19-076, KB19-080), the quality
# framework (artsenfunctie) and Wlz 3.1.1 under c. The one duty of that kind is that of who stopped (KNMG).
SO = {"function": "so_expertise", "date": "2024-06-15"}
SO_REQUIRED = {"KB19-076", "KB19-080", "kk-so-eis", "wlz-3.1.1-lid-1-c-eis"}
AFTERCARE = ox.NamedNode("https://w3id.org/hiaat/id/norm/knmg-beeindiging-nazorg-medebehandeling")
BRIDGING = ox.NamedNode("https://w3id.org/hiaat/id/norm/knmg-beeindiging-overbrugging-eis")


def test_who_had_the_task_before_bears_no_requirement() -> None:
    assert column(asked("no-bearer", SO), "norm") == SO_REQUIRED
    gp = asked("no-bearer", {"function": "algemeen_medische_zorg", "date": "2024-06-15"})
    assert column(gp, "norm") == {
        *("KB19-034", "KB19-069", "KB19-079", "KB19B-061-dag"),
        *("wlz-3.1.1-lid-1-d-eis", "zvw-10-huisartsenzorg-eis"),
    }


def test_the_same_duty_of_who_has_the_task_bears_it(altered: Altered) -> None:
    def change(triple: ox.Triple) -> ox.Triple:
        own_class = (triple.subject, triple.object) == (AFTERCARE, h("Survival"))
        return ox.Triple(AFTERCARE, RDF_TYPE, h("Duty")) if own_class else triple

    assert asked("no-bearer", SO, altered(change)).is_empty


def test_a_requirement_that_ended_is_not_told(altered: Altered) -> None:
    """The quality framework, and what the minister says of it, held until July 2024."""
    assert column(asked("no-bearer", {**SO, "date": "2024-07-01"}), "norm") == {"wlz-3.1.1-lid-1-c-eis"}

    def change(triple: ox.Triple) -> ox.Triple:
        if triple.predicate == h("validUntil") and triple.object == day("2024-06-30"):
            return ox.Triple(triple.subject, triple.predicate, day("2024-07-01"))
        return triple

    assert column(asked("no-bearer", {**SO, "date": "2024-07-01"}, altered(change)), "norm") == SO_REQUIRED


def test_who_stopped_bears_what_is_required_because_of_that(altered: Altered) -> None:
    """KNMG: who ends the treatment gives the necessary care until there is a successor."""
    given = {"function": "overbruggende_zorg", "date": "2024-06-15"}
    assert "knmg-beeindiging-overbrugging-eis" not in column(asked("no-bearer", given), "norm")
    always = altered(lambda one: None if (one.subject, one.predicate) == (BRIDGING, h("onEndingOf")) else one)
    assert "knmg-beeindiging-overbrugging-eis" in column(asked("no-bearer", given, always), "norm")
    nobody = altered(lambda one: None if (one.predicate, one.object) == (RDF_TYPE, h("Survival")) else one)
    assert "knmg-beeindiging-overbrugging-eis" in column(asked("no-bearer", given, nobody), "norm")


def test_a_statement_that_was_removed_is_not_told(altered: Altered) -> None:
    """Who answers for the medical part of the care plan by the guidance: the specialist, not the GP."""
    given = {"topic": "medisch_deel_zorgplan", "source": "lhv-leidraad-2018"}
    assert column(asked("ascribed", given), "bearer") == {"huisarts", "specialist_ouderengeneeskunde"}
    denial = ox.NamedNode("https://w3id.org/hiaat/id/statement/LL18-115")
    without = altered(lambda triple: None if triple.subject == denial else triple)
    assert column(asked("ascribed", given, without), "bearer") == {"specialist_ouderengeneeskunde"}


def test_treatment_cannot_be_paid_from_a_budget() -> None:
    """Wlz 3.3.3: treatment is not among what a personal budget can buy."""
    answer = asked("norms", {"norm_type": "FinancingRule", "function": "so_expertise", "date": "2020-01-01"})
    assert column(answer, "norm") == {"KB19-084", "wlz-3.3.3-behandeling"}


def test_nza_supervises_the_insurer() -> None:
    """Wmg 16 under b, and the letter on home care."""
    answer = asked("supervision", {"supervised": "zorgverzekeraar", "function": "anw_zorg", "date": "2024-06-15"})
    assert "NZa" in column(answer, "bearer")
    assert {"16", "BT18-084"} <= column(answer, "ground")


def test_acts_forbid_dividing_patients() -> None:
    """Mededingingswet 6, since 1998."""
    answer = asked(
        "norms",
        {"norm_type": "prohibition", "function": "patientenverdeling", "voice": "wetgever", "date": "2020-01-01"},
    )
    assert column(answer, "norm") == {"mw-6", "mw-6-aanbieders"}


def test_what_a_document_leaves_out() -> None:
    """The guidance says nothing on the physician for people with an intellectual disability."""
    found = column(asked("not-mentioned", {"source": "lhv-leidraad-2018"}), "function")
    assert "avg_expertise" in found
    assert "algemeen_medische_zorg" not in found


def test_what_norms_of_a_document_are_about_is_not_left_out() -> None:
    """The letter of the end of 2019 says that residents must get a doctor in the evening, at night and at the weekend."""
    assert "anw_zorg" not in column(asked("not-mentioned", {"source": "kamerbrief-34104-272"}), "function")


def test_two_voices_contradict() -> None:
    """The minister: a GP's knowledge is exceeded by this care. The LHV: a GP with extra expertise may give it."""
    answer = asked(
        "contradictions", {"function": "so_expertise", "voice": "lhv", "other": "minister", "date": "2019-06-01"}
    )
    assert column(answer, "norm") == {"LL18-134-aanbod"}
    assert column(answer, "against") == {"KB19-059"}


def test_what_stays_with_who_stopped_contradicts_nobody(altered: Altered) -> None:
    """KNMG: who ends the treatment gives the necessary care on. That medical care in a home is not the GP's task is no denial of it."""
    given = {"voice": "knmg", "other": "lhv", "date": "2024-06-15"}
    assert asked("contradictions", given).is_empty

    def change(triple: ox.Triple) -> ox.Triple:
        survives = (triple.predicate, triple.object) == (RDF_TYPE, h("Survival"))
        return ox.Triple(triple.subject, RDF_TYPE, h("Duty")) if survives else triple

    assert "knmg-beeindiging-nazorg" in column(asked("contradictions", given, altered(change)), "norm")


OF_2018_NOT_IN_2024 = {"source": "lhv-leidraad-2018", "other": "lhv-handelingsperspectief-2024"}


def test_what_the_lhv_of_2024_leaves_out_of_2018() -> None:
    """Read side by side.

    In 2024: a specialist is available (HP24-023), the care team can be relied on (HP24-050), what is
    agreed stands in a contract (HP24-022). Not there: extra room, by day only, who stands in, handing over, day and
    night, needless tasks, care as indicated, before admission."""
    found = column(asked("missing-conditions", OF_2018_NOT_IN_2024), "statement")
    assert found == {f"LL18-{number:03}" for number in (69, 75, 76, 77, 83, 87, 88, 89)}


def test_a_contract_that_nobody_mentions_is_missing(altered: Altered) -> None:
    silent = altered(lambda triple: None if triple.predicate == h("mentionKey") else triple)
    assert {"LL18-090", "LL18-091"} <= column(asked("missing-conditions", OF_2018_NOT_IN_2024, silent), "statement")


def test_a_condition_on_another_function_is_no_counterpart(altered: Altered) -> None:
    """The two texts use other topic keys for the specialist: what joins them is the function."""
    specialist = ox.NamedNode(CARE + "so_expertise")
    without = altered(lambda triple: None if triple.object == specialist else triple)
    assert "LL18-082" in column(asked("missing-conditions", OF_2018_NOT_IN_2024, without), "statement")


CONFLICT = "https://w3id.org/hiaat/id/conflict/"


def test_both_sides_of_a_conflict_are_told(altered: Altered) -> None:
    """Under which act the care of the specialist falls: `data/sources/conflicts.ttl`."""
    answer = asked("conflicts", {"function": "so_expertise"})
    assert column(answer, "conflict") == {"c4"}
    assert column(answer, "position") == {"c4-a", "c4-b"}
    assert column(asked("conflicts", {}), "conflict") == {f"c{number}" for number in range(1, 8)}, (
        "one is on no function"
    )
    side = ox.NamedNode(CONFLICT + "c4-a")
    without = altered(lambda triple: None if triple.subject == side else triple)
    assert column(asked("conflicts", {"function": "so_expertise"}, without), "position") == {"c4-b"}


def test_a_side_that_another_takes_is_found_under_that_speaker(altered: Altered) -> None:
    authority = ox.NamedNode("https://w3id.org/hiaat/id/agent/nza")
    assert "c2" not in column(asked("conflicts", {"speaker": "nza"}), "conflict")

    def change(triple: ox.Triple) -> ox.Triple:
        if (triple.subject.value, triple.predicate) == (CONFLICT + "c2-b", h("speaker")):  # type: ignore[union-attr]
            return ox.Triple(triple.subject, triple.predicate, authority)
        return triple

    answer = asked("conflicts", {"speaker": "nza"}, altered(change))
    assert {"c2-a", "c2-b"} <= column(answer, "position")


def test_the_minister_lays_care_of_either_doctor_on_the_insurer() -> None:
    """Letter of 4 February 2019: the insurer answers for it where a GP or an elderly care physician gives it."""
    side = ox.NamedNode(CONFLICT + "c4-a")
    told = {quad.object for quad in store().quads_for_pattern(side, None, None)}
    texts = {one.language: one.value for one in told if isinstance(one, ox.Literal)}
    assert "specialist ouderengeneeskunde" in texts["nl"]
    assert "elderly care physician" in texts["en"]
    assert ox.NamedNode("https://w3id.org/hiaat/id/statement/KB19-107") in told

"""An order is told as that: who gave it, to whom, from when until when; not as an agreement, notice, or work taken on."""

import pytest
from tests.explain.test_wording import toy
from tests.explain.told import text

from hiaat.explain import Explanation

ORDER = "{date: 2024-06-01, who: the province, what: ordered, about: inspection, to: Kees, LAST}"
DOES = """parties: {Jans: fitter, Kees: fitter}
engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]
events: [ORDER]
conduct: [{who: Kees, what: inspection, how: falls short, from: 2024-06-01}]
""".replace("ORDER", ORDER)


def finding(said: Explanation, kind: str) -> str:
    (one,) = [found for found in said.findings if found.kind == kind]
    return text(one)


@pytest.mark.parametrize(
    ("last", "dutch", "english"),
    [
        ("last day: 2024-06-20", ", tot en met 20 juni 2024", ", until 20 June 2024"),
        ("last day: 2024-06", ", uiterlijk tot en met 30 juni 2024", ", until 30 June 2024 at the latest"),
        ("first day: 2024-06-03", ", vanaf 3 juni 2024", ", from 3 June 2024 on"),
    ],
)
def test_who_does_it_by_order_is_told_with_who_ordered_it_and_the_days(last: str, dutch: str, english: str) -> None:
    more = DOES.replace("LAST", last)
    said = finding(toy(more, "nl"), "Breach")
    assert f"Controle ligt bij Kees, want de provincie heeft dat op 1 juni 2024 opgedragen{dutch} (toy.yaml" in said
    assert "Kees heeft controle op zich genomen" not in said
    said = finding(toy(more, "en"), "Breach")
    assert f"Inspection lies with Kees, for the province ordered that on 1 June 2024{english} (toy.yaml line" in said


def test_who_answers_beside_another_by_order_is_not_told_as_one_that_gave_notice() -> None:
    more = DOES.replace("LAST", "last day: 2024-06-20")
    said = finding(toy(more, "nl"), "MultipleLeads")
    assert "Kees staat in voor controle, want de provincie heeft dit werk op 1 juni 2024 opgedragen, tot en met" in said
    assert "opgezegd" not in said
    said = finding(toy(more, "en"), "MultipleLeads")
    assert (
        "Kees answers for inspection, because the province ordered this work on 1 June 2024, until 20 June 2024" in said
    )
    assert "otice was given" not in said


ENDED = """parties: {Kees: fitter}
events: [ORDER]
""".replace("ORDER", ORDER.replace("LAST", "last day: 2024-06-10"))


def test_of_an_order_that_is_over_is_told_that_it_has_ended_and_no_duty() -> None:
    said = finding(toy(ENDED, "nl"), "Vacuum")
    assert (
        "Kees: kreeg dit op 1 juni 2024 opgedragen van de provincie, tot en met 10 juni 2024 (toy.yaml regel 5). "
        "Die opdracht is afgelopen." in said
    )
    assert "e afspraak is afgelopen" not in said
    assert "Kees: moet" not in said
    english = finding(toy(ENDED, "en"), "Vacuum")
    assert "Kees: was ordered to on 1 June 2024, by the province, until 10 June 2024" in english


def test_an_order_that_was_not_told_on_paper_is_told_with_who_must_act() -> None:
    more = DOES.replace("LAST", "last day: 2024-06-20").replace("to: Kees", "to: Shops")
    more = more.replace("Kees: fitter", "Shops: shop association, Board: water board").replace("Kees", "Jans")
    said = (
        "hops: moet zorgen dat dit werk gedaan wordt, in opdracht van de provincie: op 1 juni 2024 opgedragen, tot en"
    )
    assert said in finding(toy(more, "nl"), "Breach")
    said = (
        "hops: must see to it that this work is done, by order of the province: ordered on 1 June 2024, until 20 June"
    )
    assert said in finding(toy(more, "en"), "Breach")

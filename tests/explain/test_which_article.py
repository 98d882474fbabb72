"""A report names the article that says it, and of what a rule rests on only what bears on this care in this form."""

from functools import cache

import pytest
from tests.explain.told import tell, text, told

HOME = """\
hiaat: 1
titel: Een huis
peildatum: 2021-03-15
huis: {naam: De Iep, soort: verpleeghuis, zorgaanbieder: Stichting Iep, zorgkantoor: Zorgkantoor Iep}
bewoners:
  - {naam: bewoners, aantal: 6, vanaf: 2018-01-01, leveringsvorm: FORM, zorgprofiel: VV5, zorgverzekeraar: Zeker, nodig: [WHAT]}
partijen: {Stichting Iep: zorginstelling}
"""
WITH_TREATMENT = "verblijf met behandeling"


PHRASES = {
    "hulpmiddelen bij de zorg": "het leveren van hulpmiddelen bij de zorg",
    "woonruimte": "het bieden van woonruimte",
}


@cache
def gap(form: str, what: str) -> str:
    """All that is told of work that nobody has taken on."""
    found = tell(HOME.replace("FORM", form).replace("WHAT", f"{{wat: {what}, vanaf: 2018-01-01}}")).findings
    return next(text(one) for one in found if PHRASES.get(what, what) in str(one.title))


@pytest.mark.parametrize("what", ["tandheelkundige zorg", "farmaceutische zorg"])
def test_what_decides_between_the_two_acts_is_cited(what: str) -> None:
    """Dental care and medicines come from the Wlz because one institution gives stay and treatment: 3.1.1 d."""
    said = gap(WITH_TREATMENT, what)
    assert "omdat één instelling verblijf en behandeling levert (Wlz artikel 4.2.1 lid 1 en 3.1.1 lid 1 d)" in said
    assert "Zie ook Wlz artikel 4.2.2" in said
    assert "3.1.1" not in gap("vpt", what)


@pytest.mark.parametrize(
    ("form", "what"),
    [
        (WITH_TREATMENT, "tandheelkundige zorg"),
        (WITH_TREATMENT, "farmaceutische zorg"),
        ("verblijf", "woonruimte"),
        ("vpt", "schoonmaak"),
        ("vpt", "zorgvervoer"),
    ],
)
def test_a_contract_in_writing_is_told_of_the_article_that_says_so(form: str, what: str) -> None:
    """Wlz 4.2.2 is about the contract, 4.2.1 about care in time and nearby."""
    said = gap(form, what)
    assert "4.2.1 lid 1" in said
    assert "4.2.2" in said
    assert not [one for one in said.split(". ") if "schriftelijk contract" in one and "4.2.1" in one]


@pytest.mark.parametrize(
    ("form", "what", "behind", "elsewhere"),
    [
        ("vpt", "tandheelkundige zorg", ["Bzv artikel 2.1,"], ["2.6", "2.8", "2.9"]),
        ("vpt", "farmaceutische zorg", ["Bzv artikel 2.1 en 2.8"], ["2.6", "2.9"]),
        ("vpt", "hulpmiddelen bij de zorg", ["Bzv artikel 2.1 en 2.9"], ["2.6", "2.8"]),
        ("vpt", "algemene paramedische zorg", ["Bzv artikel 2.1 en 2.6"], ["2.8", "2.9"]),
        (WITH_TREATMENT, "tandheelkundige zorg", [], ["Blz", "3.1.2", "Bzv"]),
        (WITH_TREATMENT, "farmaceutische zorg", [], ["Blz", "3.1.2", "Bzv"]),
        ("vpt", "verpleging en verzorging", [], ["4.2.1 lid 2", "3.3.3"]),
    ],
)
def test_what_a_rule_rests_on_is_of_this_care_and_this_form(
    form: str, what: str, behind: list[str], elsewhere: list[str]
) -> None:
    """The decree has an article for each kind of care; lid 2 and 3.3.3 are on the budget, the wheelchair on no pharmacy."""
    said = gap(form, what)
    assert all(one in said for one in behind)
    assert not [one for one in elsewhere if one in said]


def test_with_a_budget_the_supervisor_watches_by_the_clause_on_the_budget() -> None:
    said = gap("pgb", "schoonmaak")
    assert "Wlz artikel 4.2.1 lid 2" in said
    assert "4.2.1 lid 1" not in said


def test_the_civil_code_is_cited_by_its_book() -> None:
    said = " ".join(text(told(name, "nl")) + " ".join(map(text, told(name, "nl").findings)) for name in ("a", "d1"))
    assert "BW artikel 7:460" in said
    assert "WGBO" not in said

"""A mistake in a graph is told once, without what only follows from it, and with the term that is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hiaat.errors import InputError
from hiaat.scenario import InputErrors, Words, read

Mistakes = Callable[[str, str], tuple[InputError, ...]]
DAYS = "h:earliestDay 1 ; h:fromDay 1 ; h:untilDay 3652059 ; h:latestDay 3652059 .\n"
HOUSE = f"""\
@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix care: <https://w3id.org/hiaat/care#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/huis/> .
:huis a h:Scenario ; rdfs:label "Een huis" ; h:day 739052 .
:arts a care:SpecialistOuderengeneeskunde ; rdfs:label "Dr. B" ; h:inScenario :huis .
:groep a care:ClientEnNaaste ; rdfs:label "allen" ; h:inScenario :huis .
:bewoners a h:Situation ; rdfs:label "bewoners" ; h:inScenario :huis ; h:subject :groep ; h:size 3 ;
  care:leveringsvorm care:vpt ; care:behandeling care:gecontracteerd ; h:involvement :band ; {DAYS}
:band a h:Involvement ; rdfs:label "band" ; h:inScenario :huis ; h:involved :arts ; h:tie care:aanbieder ; {DAYS}
:afspraak a h:Agreement ; rdfs:label "afspraak" ; h:inScenario :huis ; h:agreementKind care:inzet_specialist_ouderengeneeskunde ;
  h:between :arts , :groep ; h:condition care:voldoende_personeel ; {DAYS}
:inzet a h:Engagement ; rdfs:label "inzet" ; h:inScenario :huis ; h:engaged :arts ; h:function care:so_expertise ;
  h:kind h:Performance ; h:situation :bewoners ; h:underAgreement :afspraak ; {DAYS}
:stap a h:Act ; rdfs:label "stap" ; h:inScenario :huis ; h:actor :arts ; h:actKind h:GiveNotice ; h:actDay 739000 ;
  h:about :inzet ; {DAYS}"""


@pytest.fixture
def mistakes(words: Words, tmp_path: Path) -> Mistakes:
    def find(old: str, new: str) -> tuple[InputError, ...]:
        assert old in HOUSE
        file = tmp_path / "x.ttl"
        file.write_text(HOUSE.replace(old, new, 1), "utf-8")
        try:
            read(file, words)
        except InputErrors as found:
            return found.errors
        return ()

    return find


def only(found: tuple[InputError, ...]) -> InputError:
    assert len(found) == 1, [str(error) for error in found]
    return found[0]


def test_the_house_is_right(mistakes: Mistakes) -> None:
    assert mistakes(":huis a", ":huis a") == ()


@pytest.mark.parametrize(
    ("cls", "misspelt"),
    [
        ("h:Situation", "h:Situatoin"),
        ("h:Involvement", "h:Involvment"),
        ("h:Agreement", "h:Agrement"),
        ("h:Engagement", "h:Engagment"),
        ("h:Act", "h:Akt"),
        ("care:SpecialistOuderengeneeskunde", "care:SpecialistOuderengeneeskund"),
        ("care:ClientEnNaaste", "care:ClientNaaste"),
    ],
)
def test_misspelt_class_is_told_without_what_follows(cls: str, misspelt: str, mistakes: Mistakes) -> None:
    error = only(mistakes(f"a {cls} ", f"a {misspelt} "))
    assert misspelt in error.problem
    assert cls in error.valid


@pytest.mark.parametrize(
    ("link", "text", "meant"),
    [
        ("care:leveringsvorm care:vpt", '"vpt"', "care:vpt"),
        ("care:leveringsvorm care:vpt", '"volledig pakket thuis"@nl', "care:vpt"),
        ("care:behandeling care:gecontracteerd", '"gecontracteerd"', "care:gecontracteerd"),
        ("h:function care:so_expertise", '"SO-expertise"', "care:so_expertise"),
        ("h:kind h:Performance", '"uitvoering"', "h:Performance"),
        ("h:kind h:Performance", '"Performance"', "h:Performance"),
        ("h:engaged :arts", '"Dr. B"', ":arts"),
        ("h:agreementKind care:inzet_specialist_ouderengeneeskunde", '"inzet SO"', "care:inzet_specialist_ouderengeneeskunde"),
        ("h:condition care:voldoende_personeel", '"voldoende bekwaam personeel"', "care:voldoende_personeel"),
        ("h:subject :groep", '"alen"', ":groep"),
    ],
)  # fmt: skip
def test_text_in_place_of_a_term_suggests_the_term_that_is_meant(
    link: str, text: str, meant: str, mistakes: Mistakes
) -> None:
    error = only(mistakes(link, f"{link.split(maxsplit=1)[0]} {text}"))
    assert error.valid[0] == meant


@pytest.mark.parametrize("term", ["<https://w3id.org/hiaat/id/norm/wzd-5>", "care:so_expertise", ":niets"])
def test_a_step_is_about_what_the_scenario_describes(term: str, mistakes: Mistakes) -> None:
    error = only(mistakes("h:about :inzet", f"h:about :inzet , {term}"))
    assert "beschreven is" in error.problem


def test_a_step_may_be_about_a_party_of_the_knowledge(mistakes: Mistakes) -> None:
    assert mistakes("h:about :inzet", "h:about :inzet , care:igj") == ()

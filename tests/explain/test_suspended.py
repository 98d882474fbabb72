"""A suspension is told before it begins; once it has begun, who is suspended is told that it may not do the work now."""

from tests.explain.told import part, tell

from hiaat.explain import Explanation

HOME = """\
hiaat: 1
titel: Een sluiting
peildatum: 2024-04-05
huis: {naam: De Distel, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Heide}
bewoners:
  - {naam: bewoners, vanaf: 2021-01-01, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
gebeurtenissen:
  - {op: 2024-03-11, wie: IGJ, wat: geschorst, aan: De Distel, over: verpleging en verzorging, eerste dag: 2024-04-01}
verricht:
  - {wie: De Distel, wat: verpleging en verzorging, hoe: schiet tekort, vanaf: 2024-02-01}
afspraken:
  - {soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Heide, De Distel], vanaf: 2021-01-01}
"""
SUSPENDED = "Mag dit werk nu niet zelf doen: op 11 maart 2024 geschorst door de inspectie (IGJ), vanaf 1 april 2024"


def nursing(told: Explanation) -> list[str]:
    """Who can act, in the findings on nursing; without those that refer to one before."""
    acts = [part(one, "act") for one in told.findings if "verpleging" in str(one.title)]
    return [said for said in acts if not said.startswith("Hetzelfde als")]


def test_who_is_suspended_is_told_so_where_it_must_act() -> None:
    acts = nursing(tell(HOME))
    assert acts
    for said in acts:
        assert SUSPENDED[1:] in said
        assert "moet alsnog doen waaraan zij gebonden is" not in said


def test_a_suspension_that_is_yet_to_begin_is_told_as_such() -> None:
    (said,) = map(str, tell(HOME, day="2024-03-20").steps.bullets)
    assert said.startswith("Verpleging en verzorging: De Distel is op 11 maart 2024 geschorst door")
    assert "vanaf 1 april 2024" in said
    assert not any("niet zelf doen" in acts for acts in nursing(tell(HOME, day="2024-03-20")))


def test_but_not_before_it_was_decided_nor_once_it_began() -> None:
    assert not tell(HOME, day="2024-03-10").steps.bullets
    assert not tell(HOME).steps.bullets

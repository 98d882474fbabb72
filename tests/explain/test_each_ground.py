"""Each ground is told with what it covers, every party that is bound is told of, and so is a claim that changes nothing."""

from textwrap import dedent

from tests.explain.test_homes import HOME, of_kind, told
from tests.explain.test_idle import idle
from tests.explain.told import text
from tests.toy.seen import STREET, read
from tests.toy.seen import judge as village

from hiaat.explain import Explanation, explain
from hiaat.scenario.messages import Language

TWO_PROVIDERS = HOME.replace("vpt, behandeling: niet gecontracteerd", "vpt").replace(
    "bewoners, aantal", "bewoners, zorgaanbieder: [{wie: Zorg Duin}, {wie: Zorg Strand}], aantal"
) + dedent(
    """\
    partijen: {Zorg Duin: thuiszorgorganisatie, Zorg Strand: zorgaanbieder}
    afspraken:
      - {naam: inkoop Duin, soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Kust, Zorg Duin], wanneer: [avond, nacht, weekend], vanaf: 2020-01-01}
      - {naam: inkoop Strand, soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Kust, Zorg Strand], wanneer: overdag, vanaf: 2020-01-01}
    """
)
BANKRUPT = HOME + dedent(
    """\
    partijen: {Praktijk Dorp: huisartsenpraktijk}
    afspraken:
      - {soort: inschrijving op naam, tussen: [Praktijk Dorp, bewoners], vanaf: 2020-01-01}
      - {soort: inkoop Wlz-zorg, tussen: [Zorgkantoor Kust, De Berk], vanaf: 2020-01-01}
    toestand: {wie: De Berk, is: failliet, vanaf: 2024-01-01}
    """
)
DENIED = HOME + "uitspraken: {wie: Zorgkantoor Kust, zegt: is niet mijn taak, over: verpleging en verzorging}\n"


def toy(more: str, language: Language, needs: str = "{what: inspection}") -> Explanation:
    scenario = read(STREET.replace("NEEDS", needs) + dedent(more))
    return explain(village().judge(scenario), village().knowledge.words, language)


def quoted(words: str) -> str:
    return f"\N{LEFT SINGLE QUOTATION MARK}{words}\N{RIGHT SINGLE QUOTATION MARK}"


def test_an_agreement_is_told_with_its_own_windows_and_a_rule_with_the_rest() -> None:
    nursing = "de verpleging en verzorging"
    (several,) = [one for one in of_kind(TWO_PROVIDERS, "MultipleLeads") if nursing in one.title.text]
    said = text(several)
    assert f"Zorg Strand heeft {nursing} op zich genomen, overdag, op grond van {quoted('inkoop Strand')}." in said
    rest = "in de avond, de nacht en het weekend"
    assert f"Zorg Strand staat in voor {nursing}, {rest}, alleen op grond van een regel." in said
    assert f"heeft {nursing} op zich genomen, {rest}, op grond van {quoted('inkoop Duin')}." in said
    assert "op zich genomen, dag en nacht" not in said


def test_who_is_bound_with_others_and_led_by_nobody_is_told_of_a_gap_of_another_kind_too() -> None:
    gaps = [one for one in of_kind(BANKRUPT, "NoCapacity") if "toegang tot medische zorg" in one.title.text]
    ((looked,),) = [[part for part in one.paragraphs if part.key == "looked"] for one in gaps]
    (jointly,) = [str(one) for one in looked.bullets if "samen met anderen gebonden" in str(one)]
    assert jointly.startswith("De huisarts (Praktijk Dorp), ")
    assert "Zorgkantoor Kust" in jointly
    assert "De Berk" not in jointly, "told with all that it lacks"
    assert "KB19-013" in jointly


ENGAGED = """\
    parties: {Jans: fitter, Board: water board}
    engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01}]
    claims:
      - {who: Board, says: is the task of Jans, about: inspection, date: 2024-01-01}
      - {who: Board, says: is the task of Jans, about: inspection, date: DAY}
"""


def test_claims_from_which_nothing_follows_are_told_to_change_nothing() -> None:
    (bullet,) = [str(one) for one in toy(ENGAGED.replace("DAY", "2024-02-01"), "en").idle.bullets]
    assert bullet.startswith(f"Inspection: Board says of this: {quoted('is the task of Jans')} (toy.yaml line")
    assert bullet.endswith("Those statements change nothing here in with whom it lies.")
    (bullet,) = [str(one) for one in toy(ENGAGED.replace("DAY", "2024-12-01"), "nl").idle.bullets]
    assert bullet.endswith("Die uitspraak verandert hier niets aan bij wie het ligt."), "the other is not made yet"


def test_a_claim_that_a_finding_tells_of_is_not_told_to_have_no_effect() -> None:
    assert of_kind(DENIED, "Contested")
    claim = "uitspraken: {wie: Praktijk Dorp, zegt: is niet mijn taak, over: huisartsenzorg, op: 2024-06-05}\n"
    assert idle(claim) == []


def test_what_is_contested_is_named_by_its_kind() -> None:
    procured = [one for one in of_kind(DENIED, "Contested") if "inkoop" in one.title.text]
    assert [one.title.text for one in procured] == [
        "In De Berk ligt de inkoop van de verpleging en verzorging bij het zorgkantoor, maar niet iedereen is het daarmee eens."
    ]
    assert "De inkoop van de verpleging en verzorging ligt nu bij het zorgkantoor." in text(procured[0])


def test_who_has_a_contract_is_told_to_have_contracted_it() -> None:
    (gap,) = [one for one in of_kind(BANKRUPT, "NoCapacity") if "kan de verpleging" in one.title.text]
    assert "Het zorgkantoor heeft de verpleging en verzorging ingekocht bij De Berk. Dat staat in het contract" in text(
        gap
    )
    assert "moet de verpleging en verzorging inkopen" not in text(gap)


LATER = """\
    parties: {Jans: fitter, Kees: fitter}
    offers: [{who: Jans, what: inspection, from: FROM, on condition of: key is there}]
"""


def test_an_offer_from_a_later_day_on_is_told_with_that_day() -> None:
    for first, day in (("2024-07-01", "1 juli 2024"), ("2024-07", "juli 2024")):
        (gap, *_) = toy(LATER.replace("FROM", first), "nl").findings
        (looked,) = [part for part in gap.paragraphs if part.key == "looked"]
        (jans,) = [str(one) for one in looked.bullets if one.lead == "Jans"]
        assert f"Biedt aan dit vanaf {day} te doen, op deze voorwaarde: " in jans
        assert jans.endswith("Dat is na de dag waarop is bekeken.")
    assert "Biedt aan dit vanaf" not in text(toy(LATER.replace("FROM", "2024-06-01"), "nl"))


DISABILITY = """\
hiaat: 1
titel: Een huis
peildatum: 2022-05-15
huis: {naam: De Es, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Zuid}
bewoners:
  - {naam: bewoners, aantal: 7, vanaf: 2020-01-01, leveringsvorm: verblijf, behandeling: niet gecontracteerd, zorgprofiel: VG7, zorgverzekeraar: ieder de eigen}
partijen: {Praktijk Heide: huisartsenpraktijk}
afspraken: [{soort: inschrijving op naam, tussen: [Praktijk Heide, bewoners], vanaf: 2020-01-01}]
stand van zaken: {zorgvraag eist een arts verstandelijk gehandicapten: ja}
"""


def test_of_several_conditions_the_one_that_is_missing_is_named_and_those_not_known_apart() -> None:
    (precarious,) = of_kind(DISABILITY, "Precarious")
    said = text(precarious)
    assert "Niet zo: er is een arts verstandelijk gehandicapten." in said
    assert "Staat niet vast: wie bij de bewoners werkt" in said
    assert "(KB19B-029). Dat is hier niet zo." not in said


def test_a_home_of_ones_own_is_not_told_to_be_a_provider() -> None:
    document = DISABILITY.replace("kleinschalige woonvorm", "eigen woning").replace("aantal: 7", "aantal: 1")
    document = document.replace("verblijf, behandeling: niet gecontracteerd", "mpt")
    said = text(told(document))
    assert "zorgaanbieder: niet vermeld" in said
    assert "De Es zelf, want er staat niemand" not in said
    assert "Het gaat om één bewoner van De Es" in said


def test_a_day_that_is_known_as_a_period_is_told_as_the_last_it_can_be() -> None:
    vague = "Dat is de laatste dag waarop het kan zijn begonnen: het begon op een dag vanaf 1 januari 2020,"
    sharp = TWO_PROVIDERS
    for document, is_vague in ((sharp.replace("vanaf: 2020-01-01, lev", "vanaf: 2020-01, lev"), True), (sharp, False)):
        several = [one for one in of_kind(document, "MultipleLeads") if "de verpleging" in one.title.text]
        assert ("Dit speelt sinds 31 januari 2020. " + vague in text(several[0])) is is_vague

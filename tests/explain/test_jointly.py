"""A rule on several parties together: nobody is said to lack a lead where one holds it alone on another ground."""

from tests.explain.told import part, tell

HOME = """\
hiaat: 1
titel: Een huis met budgetten
peildatum: 2024-03-01
huis: {naam: De Strandvonk, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noordkop}
bewoners:
  - {naam: bewoners, vanaf: 2023-01-01, leveringsvorm: pgb, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
uitspraken:
  - {wie: Zorgkantoor Noordkop, zegt: is niet mijn taak, over: zorg van een specialist ouderengeneeskunde, op: 2024-01-20}
stand van zaken: {zorgvraag eist een specialist ouderengeneeskunde: ja}
"""


def test_who_holds_it_alone_is_told_beside_the_rule_on_several() -> None:
    found = next(one for one in tell(HOME).findings if "de inkoop van" in str(one.title))
    looked = part(found, "looked")
    assert "bij meer partijen samen, of bij één van hen (KB19-085)." in looked
    assert "Het ligt hier al bij het zorgkantoor, op een andere grond." in looked
    assert "niemand heeft de leiding" not in looked


INTRAMURAL = """\
hiaat: 1
titel: Een verpleeghuis
peildatum: 2024-10-01
huis: {naam: De Brug, soort: verpleeghuis, zorgkantoor: Zorgkantoor Haven}
bewoners:
  - {naam: bewoners, vanaf: 2024-04-01, leveringsvorm: verblijf, behandeling: onbekend, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
"""


def test_parties_that_are_all_of_those_bound_are_not_told_of_others() -> None:
    looked = [part(one, "looked") for one in tell(INTRAMURAL).findings if "organisatie" in str(one.title)]
    (said,) = {one[one.index("zijn hieraan") :] for one in looked if "zijn hieraan" in one}
    assert said == "zijn hieraan samen gebonden, en niemand heeft de leiding (KB19B-143)."

"""Who stopped with a part of the work and goes on with the rest is told so, and is no former holder."""

from tests.explain.told import part, tell

HOME = """\
hiaat: 1
titel: De post komt 's nachts niet meer
peildatum: 2024-02-15
huis: {naam: De Linde, soort: kleinschalige woonvorm, zorgkantoor: Zorgkantoor Noord}
bewoners:
  - {naam: bewoners, vanaf: 2021-01-01, leveringsvorm: vpt, behandeling: gecontracteerd, zorgprofiel: VV5, zorgverzekeraar: ieder de eigen}
partijen: {HAP Dorp: huisartsenpost}
afspraken:
  - {naam: oud, soort: afspraak met huisartsenpost, tussen: [HAP Dorp, De Linde], vanaf: 2021-01-01, tot en met: 2024-01-31}
"""
GOES_ON = "  - {naam: nieuw, soort: afspraak met huisartsenpost, tussen: [HAP Dorp, De Linde], wanneer: avond, vanaf: 2024-02-01}\n"


def gap(text: str) -> tuple[str, str]:
    """What is told of who stopped, and of whom was looked at."""
    found = next(one for one in tell(text).findings if "buiten kantooruren" in str(one.title))
    return part(found, "situation"), part(found, "looked")


def test_it_is_told_with_what_it_still_does() -> None:
    opening, looked = gap(HOME + GOES_ON)
    assert "stopte na 31 januari 2024 met een deel van dit werk: in de nacht en in het weekend" in opening
    assert "De huisartsenpost doet dit werk nog wel in de avond." in opening
    assert (
        "oet dit werk nog wel in de avond, op grond van \N{LEFT SINGLE QUOTATION MARK}nieuw\N{RIGHT SINGLE QUOTATION MARK} (huis.yaml regel 10)"
        in looked
    )
    assert "vorige huisartsenpost" not in opening + looked


def test_who_stopped_altogether_is_a_former_holder() -> None:
    opening, looked = gap(HOME)
    assert "De vorige huisartsenpost (HAP Dorp) stopte na 31 januari 2024." in opening
    assert "nog wel" not in opening + looked

"""Nothing is said twice over, and a note is about what the finding is about."""

from textwrap import dedent

from tests.explain.test_wording import toy
from tests.explain.told import judge, text, told

from hiaat.explain import Explanation, explain
from hiaat.scenario import read_text

HOME = """
    hiaat: 1
    titel: Drie groepen
    peildatum: 2025-01-12
    huis: {naam: De Spar, soort: pgb-wooninitiatief, zorgkantoor: Zorgkantoor West}
    bewoners:
      - {naam: groep A, aantal: 7, vanaf: 2024-01-01, leveringsvorm: pgb, zorgprofiel: VV5, zorgverzekeraar: geen, nodig: [{wat: Wzd-beoordeling, vanaf: 2024-06-01}]}
      - {naam: groep B, aantal: 7, vanaf: 2024-01-01, leveringsvorm: pgb, zorgprofiel: VV5, zorgverzekeraar: geen, nodig: [{wat: farmaceutische zorg, vanaf: 2024-06-01}]}
    partijen: {Praktijk Duin: huisartsenpraktijk}
    afspraken: [{soort: inschrijving op naam, tussen: [Praktijk Duin, groep A, groep B], vanaf: 2024-01-01}]
    stand van zaken: {onvrijwillige zorg: ja}
"""


def home() -> Explanation:
    judged = judge().judge(read_text(dedent(HOME).encode(), "huis.yaml", judge().words))
    return explain(judged, judge().knowledge.words, "nl")


def test_what_was_not_examined_is_told_once_for_all_groups_and_of_each_only_what_differs() -> None:
    said = [str(one) for one in home().not_judged.sentences]
    together = [one for one in said if one.startswith("Geen regel die is gehoord, vraagt hier om:")]
    assert len(together) == 1
    assert "zorgvervoer" in together[0]
    assert "farmaceutische zorg" not in together[0]
    assert "Geen regel die is gehoord, vraagt hier (groep A) om: farmaceutische zorg." in said
    assert [one for one in said if "niet hetzelfde als in orde" in one] == [
        "Niet bekeken is niet hetzelfde als in orde."
    ]
    assert len(said) == len(set(said))


def test_a_window_that_was_not_examined_is_noted_with_that_work_only() -> None:
    """KB19-076 asked for a specialist day and night until the summer of 2024."""
    for finding in home().findings:
        notes = " ".join(map(str, (one for part in finding.paragraphs if part.key == "note" for one in part.sentences)))
        assert "KB19-076" not in notes
    assert "KB19-076" in " ".join(map(str, home().not_judged.sentences))


def test_a_norm_whose_article_was_told_is_not_named_again_to_see_also() -> None:
    """The insurer must mediate by the article by which it must see to the care."""
    said = [text(one) for name in ("a", "c", "h") for one in told(name, "nl").findings]
    again = [one for one in said if "(Zvw artikel 11)" in one and "Zie ook Zvw artikel 11" in one]
    assert not again


CLAIM = """parties: {Jans: fitter}
claims: [{who: the province, says: is the task of Jans, about: inspection, date: 2024-05-01}]
"""


def test_after_the_name_of_a_party_a_sentence_goes_on_without_a_capital() -> None:
    assert "Jans: de provincie zegt dat dit een taak is van Jans" in text(toy(CLAIM, "nl").findings[0])
    assert "Jans: the province says that this is a task of Jans" in text(toy(CLAIM, "en").findings[0])

"""Wrong input, one mistake at a time: the place, what is wrong, and what would be valid."""

from collections.abc import Callable

import pytest

from hiaat.errors import InputError

Mistakes = Callable[[str | bytes], tuple[InputError, ...]]

HEAD = "hiaat: 1\ntitel: T\npeildatum: 2024-06-15\n"
GROUP = "bewoners: {naam: bewoners, leveringsvorm: vpt}\n"


def at(text: str, mark: str) -> tuple[int, int]:
    """Line and column of the first place where `mark` stands in a text."""
    before = text[: text.index(mark)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def only(found: tuple[InputError, ...]) -> InputError:
    assert len(found) == 1, [str(error) for error in found]
    return found[0]


# Below the home of conftest: what is written, where it goes wrong, a piece of the message, choices that must be given.
BELOW = {
    "wrong key": (
        "afsprakken:\n  - {soort: inkoop Wlz-zorg}\n", "afsprakken", "geen sleutel", ["afspraken"],
    ),
    "wrong key in an entry": (
        "toestand: {wie: Dr. B, is: ziek, sinds: 2024-01-01}\n", "sinds", "geen sleutel", ["vanaf", "tot en met"],
    ),
    "a text with a comma": (
        "toestand: {wie: Dr. B, is: ziek, toelichting: nu, en morgen}\n", "en morgen", "tussen aanhalingstekens", [],
    ),
    "unknown type of party": (
        "gebeurtenissen: {op: 2024-01-01, wie: Dr. B, wat: gezongen}\n", "gezongen", "niet bekend", [],
    ),
    "unknown window": (
        "aanbod: {wie: Dr. B, wat: SO-expertise, wanneer: middag}\n", "middag", "niet bekend", ["dag"],
    ),
    "unknown condition": (
        "stand van zaken: {voldoende bekwaam personel: ja}\n", "voldoende", "niet bekend", ["voldoende bekwaam personeel"],
    ),
    "unknown state": (
        "stand van zaken: {voldoende bekwaam personeel: misschien}\n", "misschien", "niet bekend", ["ja", "nee", "onbekend"],
    ),
    "unknown kind of agreement": (
        "afspraken: {soort: inschrijvng op naam, tussen: [Praktijk Dorp, bewoners]}\n",
        "inschrijvng", "niet bekend", ["inschrijving op naam"],
    ),
    "party not listed": (
        "afspraken: {soort: inschrijving op naam, tussen: [Praktijk Drop, bewoners]}\n",
        "Praktijk Drop", "staat niet bij 'partijen'", ["Praktijk Dorp"],
    ),
    "group not listed": (
        "aanbod: {wie: Dr. B, wat: SO-expertise, voor: bewoner}\n", "bewoner}", "staat niet bij 'bewoners'", ["bewoners"],
    ),
    "agreement of no such name or kind": (
        "gebeurtenissen: {op: 2024-01-01, wie: Dr. B, wat: opgezegd, afspraak: inzet SO, laatste dag: 2024-02-01}\n",
        "inzet SO", "staat niet bij 'afspraken'", [],
    ),
    "two agreements of one kind": (
        ("afspraken:\n  - {soort: inzet SO, tussen: [Dr. B, De Linde]}\n  - {soort: inzet SO, tussen: [Dr. B, De Linde]}\n"
         "gebeurtenissen: {op: 2024-01-01, wie: Dr. B, wat: opgezegd, afspraak: inzet SO, laatste dag: 2024-02-01}\n"),
        "inzet SO, laatste", "geef ze een naam", [],
    ),
    "one party to an agreement": (
        "afspraken: {soort: inschrijving op naam, tussen: [Praktijk Dorp]}\n", "[Praktijk Dorp]", "minstens twee", [],
    ),
    "nobody who can do what the kind brings": (
        "afspraken: {soort: inzet SO, tussen: [Praktijk Dorp, De Linde]}\n",
        "[Praktijk Dorp, De Linde]", "niemand doen wat bij 'inzet specialist ouderengeneeskunde' hoort", [],
    ),
    "registration without residents": (
        "afspraken: {soort: inschrijving op naam, tussen: [Praktijk Dorp, De Linde]}\n",
        "[Praktijk Dorp, De Linde]", "is met wie het betreft zelf", ["bewoners"],
    ),
    "notice of nothing": ("gebeurtenissen: {op: 2024-01-01, wie: Dr. B, wat: opgezegd}\n", "{op", "ontbreekt 'afspraak'", []),
    "taken on by somebody else": (
        "afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde], door: Praktijk Dorp}\n",
        "Praktijk Dorp}", "staat niet bij 'tussen'", ["Dr. B", "De Linde"],
    ),
    "taken on by one who cannot": (
        "afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde], door: De Linde}\n",
        "De Linde}", "kan niet doen wat bij 'inzet specialist ouderengeneeskunde' hoort", ["Dr. B"],
    ),
    "taken on by the residents": (
        "afspraken: {soort: inschrijving op naam, tussen: [Praktijk Dorp, bewoners], door: bewoners}\n",
        "bewoners}", "kan niet doen wat bij 'inschrijving op naam' hoort", ["Praktijk Dorp"],
    ),
    "a carer who is the budget holder too": (
        "  Moeder: {is: [budgethouder, verzorgende]}\n  Nacht: thuiszorgorganisatie\nafspraken: {soort: zorgovereenkomst pgb, tussen: [Moeder, Nacht], voor: bewoners}\n",
        "[Moeder, Nacht]", "ontbreekt 'door'", ["Moeder", "Nacht"],
    ),
    "stand-in for what is not said": (
        "afspraken: {soort: onderaanneming, tussen: [Dr. B, De Linde], vanaf: 2024-01-01}\n",
        "{soort", "ontbreekt 'wat'", ["huisartsenzorg"],
    ),
    "stand-in for what is unknown": (
        "afspraken: {soort: onderaanneming, wat: onbekend, tussen: [Dr. B, De Linde]}\n",
        "onbekend", "ontbreekt 'wat'", ["huisartsenzorg"],
    ),
    "bought from a provider, but not what": (
        "  Verzekeraar: zorgverzekeraar\nafspraken: {soort: contract zorgverzekeraar, tussen: [Verzekeraar, De Linde]}\n",
        "{soort", "ontbreekt 'wat'", ["huisartsenzorg"],
    ),
    "kind left out": ("afspraken: {tussen: [Praktijk Dorp, bewoners]}\n", "{tussen", "ontbreekt 'soort'", ["soort"]),
    "bad date": ("toestand: {wie: Dr. B, is: ziek, vanaf: 2024-02-30}\n", "2024-02-30", "geen datum", ["2024-06-15"]),
    "date in another order": ("toestand: {wie: Dr. B, is: ziek, vanaf: 1-6-2024}\n", "1-6-2024", "geen datum", ["2024-06-15"]),
    "a year is no date": ("toestand: {wie: Dr. B, is: ziek, vanaf: 2024}\n", "2024}", "geen datum", ["2024-06"]),
    "end before start": (
        "toestand: {wie: Dr. B, is: ziek, vanaf: 2024-06-02, tot en met: 2024-06-01}\n", "2024-06-01}", "voor het begint", [],
    ),
    "notice that ends before it is given": (
        ("afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde]}\n"
         "gebeurtenissen: {op: 2024-03-01, wie: Dr. B, wat: opgezegd, afspraak: inzet SO, laatste dag: 2024-02-01}\n"),
        "2024-02-01", "voor het begint", [],
    ),
    "key twice": ("toestand: {wie: Dr. B, wie: Dr. A, is: ziek}\n", "wie: Dr. A", "twee keer", []),
    "a key and its alias": (
        "gebeurtenissen: {op: 2024-01-01, date: 2024-01-01, wie: Dr. B, wat: vertrokken}\n", "date", "hetzelfde als 'op'", [],
    ),
    "list where a word belongs": ("toestand: {wie: [Dr. B, Praktijk Dorp], is: ziek}\n", "Praktijk Dorp], is", "maar één", []),
    "keys where a word belongs": ("toestand: {wie: {naam: Dr. B}, is: ziek}\n", "{naam: Dr. B}", "één woord of naam", []),
    "word where keys belong": ("toestand: ziek\n", "ziek", "sleutels", ["wie", "is"]),
    "nothing written": ("toestand: {wie: Dr. B, is: }\n", "}\n", "staat niets", []),
    "no type of the analyst": ("eigen functies: {naam: waken}\n", "{naam: waken}", "ontbreekt 'valt onder'", ["valt onder"]),
    "a function of the model again": (
        "eigen functies: {naam: huisartsenzorg, valt onder: zorg}\n", "huisartsenzorg", "bestaat al", [],
    ),
    "no term": (
        "afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde], opzegtermijn: een maand}\n", "een maand", "geen termijn", ["2 dagen", "2 maanden"],
    ),
    "what follows is not stated": (
        "stand van zaken: {zorg buiten kantooruren geregeld: ja}\n", "zorg buiten", "volgt uit", [],
    ),
    "offer of nothing": ("aanbod: {wie: Dr. B, voor: bewoners}\n", "{wie", "schrijf één van: wat, afspraak", []),
    "both what and agreement": (
        "aanbod: {wie: Dr. B, wat: SO-expertise, afspraak: inzet SO}\n", "inzet SO", "niet meer dan één", [],
    ),
    "a claim of nobody's words": (
        "uitspraken: {wie: Dr. B, zegt: bekijk het, over: SO-expertise, op: onbekend}\n", "bekijk", "niet bekend", ["is mijn taak"],
    ),
    "a claim of another who is not named": (
        "uitspraken: {wie: Dr. B, zegt: is taak van, over: SO-expertise, op: onbekend}\n",
        "is taak van", "na 'is taak van' hoort een partij, en die staat er niet", ["is taak van Praktijk Dorp"],
    ),
    "a party after a claim that names none": (
        "uitspraken: {wie: Dr. B, zegt: is mijn taak Praktijk Dorp, over: SO-expertise, op: onbekend}\n",
        "is mijn taak", "niet bekend", ["is mijn taak"],
    ),
    "the name of a group again": ("aanbod: {wie: Dr. B, wat: SO-expertise, voor: Dr. B}\n", "Dr. B}", "staat niet bij", []),
    "a first day of notice": (
        ("afspraken: {soort: inzet SO, tussen: [Dr. B, De Linde]}\n"
         "gebeurtenissen: {op: 2024-03-01, wie: Dr. B, wat: opgezegd, afspraak: inzet SO, eerste dag: 2024-05-01}\n"),
        "eerste dag", "geen sleutel", ["laatste dag"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", ["in dienst van", "in opdracht van", "waarnemer voor"])
def test_who_works_for_itself_is_refused_with_others(key: str, home: str, mistakes: Mistakes) -> None:
    written = f"  Dr. W: {{is: huisarts, {key}: Dr. W}}\n"
    error = only(mistakes(home + written))
    assert (error.line, error.column) == (10, at(written, "Dr. W}")[1])
    assert "'Dr. W' kan dit niet van zichzelf zijn" in error.problem
    assert "Dr. B" in error.valid


@pytest.mark.parametrize("name", BELOW)
def test_mistake_below_a_valid_home(name: str, home: str, mistakes: Mistakes) -> None:
    written, mark, problem, valid = BELOW[name]
    error = only(mistakes(home + written))
    line, column = at(written, mark)
    assert (error.file, error.line, error.column) == ("huis.yaml", 9 + line, column), str(error)
    assert problem in error.problem
    assert set(valid) <= set(error.valid), error.valid


WHOLE: dict[str, tuple[str, tuple[int, int], str, list[str]]] = {
    "empty file": ("", (1, 1), "leeg", []),
    "only a remark": ("# niets\n", (1, 1), "leeg", []),
    "a list": ("- hiaat: 1\n", (1, 1), "sleutels", []),
    "a word": ("hiaat", (1, 1), "sleutels", []),
    "tab as indent": (HEAD + "huis:\n\tnaam: De Linde\n" + GROUP, (5, 1), "geen geldige YAML", []),
    "open bracket": (HEAD + "bewoners: [\n", (5, 1), "geen geldige YAML", []),
    "colon in a name": (HEAD + "bewoners: {naam: a: b}\n", (4, 19), "geen geldige YAML", []),
    "second document": (HEAD + GROUP + "---\nhiaat: 1\n", (5, 1), "één bestand", []),
    "anchor": (HEAD + "bewoners: &alle {naam: bewoners}\n", (4, 11), "&alle", []),
    "alias": (HEAD + "bewoners: *alle\n", (4, 11), "*alle", []),
    "object of a program": (HEAD + "bewoners: !!python/object/apply:os.system [ls]\n", (4, 11), "hoort hier niet", []),
    "list as a key": (HEAD + "? [a, b]\n: c\n", (4, 3), "geen lijst", []),
    "key twice": (HEAD + GROUP + "titel: U\n", (5, 1), "twee keer; eerder op regel 2", []),
    "no version": ("titel: T\npeildatum: 2024-06-15\n" + GROUP, (1, 1), "ontbreekt 'hiaat'", ["hiaat: 1"]),
    "another version": (HEAD.replace("1", "2", 1) + GROUP, (1, 8), "onbekende versie '2'", ["1"]),
    "no residents": (HEAD, (1, 1), "ontbreekt 'bewoners'", []),
    "residents without name": (HEAD + "bewoners: {aantal: 3}\n", (4, 11), "ontbreekt 'naam'", []),
    "no number": (HEAD + "bewoners: {naam: b, aantal: twaalf}\n", (4, 29), "geen heel getal", []),
    "zero residents": (HEAD + "bewoners: {naam: b, aantal: 0}\n", (4, 29), "geen heel getal", []),
    "month as the day to judge": (HEAD.replace("-15", "") + GROUP, (3, 12), "één dag", ["2024-06-15"]),
    "unknown form": (HEAD + "bewoners: {naam: b, leveringsvorm: vtp}\n", (4, 36), "niet bekend als leveringsvorm", ["vpt", "modulair pakket thuis"]),
    "two things said of one form": (
        HEAD + "bewoners: {naam: b, leveringsvorm: verblijf met behandeling, behandeling: niet gecontracteerd}\n",
        (4, 75), "maar één", [],
    ),
    "house without name": (HEAD + "huis: {soort: verpleeghuis}\n" + GROUP, (4, 7), "ontbreekt 'naam'", []),
    "house without type": (HEAD + "huis: {naam: De Linde}\n" + GROUP, (4, 7), "ontbreekt 'soort'", ["soort"]),
    "unknown type of house": (
        HEAD + "huis: {naam: De Linde, soort: kleinschalig woonvorm}\n" + GROUP, (4, 31), "niet bekend", ["kleinschalige woonvorm"],
    ),
    "party with the name of a group": (HEAD + GROUP + "partijen: {bewoners: huisarts}\n", (5, 12), "al gebruikt op regel 4", []),
    "two parties of one name": (HEAD + GROUP + "partijen: {Dr. B: SO, dr. b: SO}\n", (5, 23), "al gebruikt op regel 5", []),
    "unknown in full": (HEAD + GROUP + "volledig: [bewoners]\n", (5, 12), "niet bekend", ["partijen", "afspraken"]),
    "derived from a file that is not there": (
        HEAD + "afgeleid van: nergens.yaml\nwijzigingen: {voeg toe: {}}\n", (4, 15), "kan niet worden gelezen", [],
    ),
    "no word at all": (HEAD + "bewoners: {naam: b, leveringsvorm: {is: vpt}}\n", (4, 36), "één woord", []),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_mistake_in_the_whole(name: str, mistakes: Mistakes) -> None:
    text, (line, column), problem, valid = WHOLE[name]
    error = only(mistakes(text))
    assert (error.line, error.column) == (line, column), str(error)
    assert problem in error.problem
    assert set(valid) <= set(error.valid), error.valid


def test_binary_file(mistakes: Mistakes) -> None:
    error = only(mistakes(b"hiaat: 1\ntitel: \xff\xfe"))
    assert (error.line, error.column) == (2, 8)
    assert "UTF-8" in error.problem


def test_invisible_character(mistakes: Mistakes) -> None:
    error = only(mistakes("hiaat: 1\ntitel: a\x00b\n"))
    assert (error.line, error.column) == (2, 9)
    assert "U+0000" in error.problem


@pytest.mark.parametrize("code", ["0085", "2028", "2029"])
def test_end_of_line_that_only_yaml_sees(code: str, mistakes: Mistakes) -> None:
    """Lines after it would be told by numbers that no editor shows."""
    error = only(mistakes(f"hiaat: 1\ntitel: a{chr(int(code, 16))}b\n"))
    assert (error.line, error.column) == (2, 9)
    assert f"U+{code}" in error.problem


def test_byte_order_mark_is_no_mistake(home: str, mistakes: Mistakes) -> None:
    assert mistakes(b"\xef\xbb\xbf" + home.encode()) == ()


def test_bomb_of_aliases_is_refused_before_it_grows(mistakes: Mistakes) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert only(mistakes(bomb)).line == 1


@pytest.mark.parametrize("depth", [60, 500, 100_000])
def test_absurd_depth_is_refused(depth: int, mistakes: Mistakes) -> None:
    error = only(mistakes("hiaat: " + "[" * depth))
    assert error.line == 1


def test_name_of_two_acts_is_refused_with_both(home: str, mistakes: Mistakes) -> None:
    acts = "gebeurtenissen:\n  - {naam: x, op: 2024-01-01, wie: Dr. B, wat: vertrokken}\n  - {naam: x, op: 2024-01-02, wie: Dr. B, wat: vertrokken}\n"
    ruling = "  - {op: 2024-02-01, uitspraak van: Tuchtcollege Den Haag, wat: geoordeeld, gebeurtenis: x, houdt stand: nee}\n"
    court = home + "  Tuchtcollege Den Haag: tuchtcollege\n"
    error = only(mistakes(court + acts + ruling))
    assert (error.line, error.column) == (14, 90)
    assert "twee dingen" in error.problem
    assert len(error.valid) == 2


def test_what_would_be_a_date_is_named_once(mistakes: Mistakes) -> None:
    error = only(
        mistakes(HEAD + "toestand: {wie: Dr. B, is: ziek, vanaf: gisteren}\n" + GROUP + "partijen: {Dr. B: huisarts}\n")
    )
    assert {"2024-06-15", "2024-06", "onbekend"} <= set(error.valid)
    assert len(error.valid) == len(set(error.valid))


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(mistakes: Mistakes) -> None:
    found = mistakes(HEAD + "bewoners: {naam: b, aantal: x, leveringsvorm: y, zzz: 1}\ntoestand: {wie: z, is: q}\n")
    assert [(error.line, error.column) for error in found] == [(4, 29), (4, 47), (4, 50), (5, 17), (5, 24)]


def test_long_words_are_cut_and_cost_no_time(mistakes: Mistakes) -> None:
    error = only(mistakes(HEAD + GROUP + "partijen: {X: " + "a" * 1_000_000 + "}\n"))
    assert len(error.problem) < 200


def test_an_agreement_is_with_another(home: str, mistakes: Mistakes) -> None:
    deal = "afspraken: [{soort: samenwerking huisarts en woonvorm, tussen: [Dr. B, dr.  b], vanaf: 2024-01-01}]\n"
    error = only(mistakes(home + deal))
    assert (error.column, error.problem) == (72, "'dr.  b' staat hier al")


@pytest.mark.parametrize("names", [("Praktijk A", "Praktijk A+"), ("Ωμέγα", "Ψι")])
def test_parties_that_are_spelt_nearly_alike_are_two(home: str, mistakes: Mistakes, names: tuple[str, str]) -> None:
    parties = "".join(f"  {name}: huisartsenpraktijk\n" for name in names)
    deal = f"afspraken: [{{soort: verdeling van patiënten, tussen: [{', '.join(names)}], vanaf: 2024-01-01}}]\n"
    assert mistakes(home + parties + deal) == ()


@pytest.mark.parametrize(
    ("step", "missing"),
    [
        ("wat: opgedragen, over: algemeen medische zorg", ["aan"]),
        ("wat: gedelegeerd, aan: Dr. B", ["over"]),
        ("wat: aangewezen", ["aan", "over"]),
        ("wat: geoordeeld", ["gebeurtenis", "houdt stand"]),
    ],
)
def test_a_step_says_that_without_which_it_does_nothing(
    home: str, mistakes: Mistakes, step: str, missing: list[str]
) -> None:
    found = mistakes(home + f"gebeurtenissen: [{{op: 2024-01-01, wie: Praktijk Dorp, {step}}}]\n")
    assert [error.problem for error in found] == [f"hier ontbreekt '{key}'" for key in missing]


def test_nobody_does_it_for_himself(home: str, mistakes: Mistakes) -> None:
    work = "verbintenissen: [{wie: Dr. B, wat: mdo, soort: uitvoering, in opdracht van: Dr. B, vanaf: 2024-01-01}]\n"
    assert "kan dit niet van zichzelf zijn" in only(mistakes(home + work)).problem


@pytest.mark.parametrize("written", ["onbekend", "15-06-2024"])
def test_only_a_day_is_offered_as_the_day_to_judge(written: str, mistakes: Mistakes) -> None:
    error = only(mistakes(HEAD.replace("2024-06-15", written) + GROUP))
    assert (error.line, error.column, error.valid) == (3, 12, ("2024-06-15",)), str(error)

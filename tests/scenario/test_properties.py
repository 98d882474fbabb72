"""Whatever is in a file, it is read or refused with a place: never a traceback, never without end."""

import re
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiaat.scenario import InputErrors, Scenario, Words, read_text
from hiaat.scenario.entry import Keys
from hiaat.scenario.problems import Problems
from hiaat.scenario.terms import h

ANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # where a line ends in YAML 1.1
FOLDER = Path(__file__).parents[2] / "data" / "scenarios" / "f"
CONTROL = (FOLDER / "scenario.yaml").read_text("utf-8")
VALUES = (
    "ja", "nee", "onbekend", "geen", "ieder de eigen", "2024-06-15", "2024-05", "2024-13-01", "12", "0", "", "De Linde", "Dr. B", "bewoners",
    "IGJ", "igj", "SVB", "vpt", "verblijf met behandeling", "huisarts", "SO", "SO-expertise", "inzet SO", "inschrijving op naam", "opgezegd",
    "geschorst", "geoordeeld", "is taak van", "is taak van Dr. B", "vol", "uitvoering", "dag", "24/7", "3 maanden", "9999 maanden", "9999-12-31",
    "voldoende bekwaam personeel", "voorwaarden LHV-leidraad 2018", "zorg buiten kantooruren geregeld", "zonder afspraak", "nergens.yaml", "1",
)  # fmt: skip


def outcome(data: bytes, file: str, words: Words) -> Scenario | InputErrors:
    try:
        return read_text(data, file, words)
    except InputErrors as found:
        return found


def read_or_refuse(data: bytes, words: Words) -> Scenario | None:
    """A scenario, or mistakes that all stand somewhere in the file."""
    found = outcome(data, "huis.yaml", words)
    if isinstance(found, Scenario):
        return found
    assert found.errors
    lines = len(BREAK.findall(data.decode("utf-8", "replace"))) + 2
    for error in found.errors:
        assert error.file == "huis.yaml"
        assert error.line is not None
        assert error.column is not None
        assert 1 <= error.line <= lines
        assert error.column >= 1
        assert error.problem
    return None


@ANY
@given(st.binary(max_size=300))
def test_any_bytes(words: Words, data: bytes) -> None:
    read_or_refuse(data, words)


@ANY
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text(words: Words, text: str) -> None:
    read_or_refuse(text.encode(), words)


@ANY
@given(st.text(alphabet="a:-[]{}&*!|>'\"%@`#,? \n\t\\0", max_size=200))
def test_any_punctuation(words: Words, text: str) -> None:
    read_or_refuse(text.encode(), words)


def nested(keys: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    words = st.sampled_from(VALUES)
    return st.recursive(
        words,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(keys, inner, max_size=5)
            | st.dictionaries(words, inner, max_size=3)
        ),
        max_leaves=25,
    )


@ANY
@given(st.data())
def test_any_arrangement_of_known_keys_and_words(words: Words, data: st.DataObject) -> None:
    known = sorted(
        {name for name, _ in Keys(words, Problems("nl")).all.all()}
        | {"zorgkantoor", "leveringsvorm", "zorgverzekeraar"}
    )
    top = sorted({name for name, _ in Keys(words, Problems("nl")).of(h.Scenario).all()})
    document = data.draw(st.dictionaries(st.sampled_from(top), nested(st.sampled_from(known)), max_size=8))
    document |= {"hiaat": "1"}
    document.setdefault("bewoners", [{"naam": "bewoners"}])
    read_or_refuse(yaml.safe_dump(document, allow_unicode=True).encode(), words)


@ANY
@given(st.data())
def test_valid_file_with_a_piece_cut_out_or_put_in(words: Words, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CONTROL)))
    length = data.draw(st.integers(0, 60))
    piece = data.draw(st.sampled_from(["", *VALUES, "\n", "  ", ": ", "- ", "[", "}"]))
    read_or_refuse((CONTROL[:start] + piece + CONTROL[start + length :]).encode(), words)


@ANY
@given(st.data())
def test_any_changes_to_a_valid_file(words: Words, data: st.DataObject) -> None:
    known = sorted(
        {name for name, _ in Keys(words, Problems("nl")).all.all()} | {"zorgkantoor", "leveringsvorm", "Praktijk Dorp"}
    )
    sections = st.sampled_from(sorted({name for name, _ in Keys(words, Problems("nl")).of(h.Scenario).all()}))
    change = st.dictionaries(sections, nested(st.sampled_from(known)), max_size=3)
    changes = data.draw(
        st.dictionaries(st.sampled_from(["voeg toe", "vervang", "beëindig"]), change | st.just("ja"), max_size=3)
    )
    text = yaml.safe_dump({"hiaat": "1", "afgeleid van": "scenario.yaml", "wijzigingen": changes}, allow_unicode=True)
    found = outcome(text.encode(), str(FOLDER / "wat-als.yaml"), words)
    errors = found.errors if isinstance(found, InputErrors) else ()
    assert all(error.line and error.column and error.problem for error in errors)


@ANY
@given(st.randoms(use_true_random=False))
def test_order_of_keys_and_entries_changes_nothing(words: Words, random: object) -> None:
    shuffle = random.shuffle  # type: ignore[attr-defined]

    def mixed(value: object) -> object:
        if isinstance(value, dict):
            pairs = [(key, mixed(inner)) for key, inner in value.items()]
            shuffle(pairs)
            return dict(pairs)
        if isinstance(value, list):
            entries = [mixed(inner) for inner in value]
            shuffle(entries)
            return entries
        return value

    plain = yaml.load(CONTROL, Loader=yaml.BaseLoader)
    one = read_or_refuse(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False).encode(), words)
    other = read_or_refuse(yaml.safe_dump(mixed(plain), allow_unicode=True, sort_keys=False).encode(), words)
    assert one is not None
    assert other is not None
    assert {t for t in one.triples if t.predicate != h.writtenAt} == {
        t for t in other.triples if t.predicate != h.writtenAt
    }

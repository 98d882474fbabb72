"""Why a file cannot be parsed is told in the language of the reader, for the mistakes that are made most."""

from pathlib import Path

import pytest

from hiaat.scenario import InputErrors, Words, read
from hiaat.scenario.messages import Language

TOP = "@prefix : <https://a.b/> .\n"
# A file, a piece of what a Dutch and an English reader are told.
FILES: dict[str, tuple[str, str, str, str]] = {
    "colon in a value": ("x.yaml", "titel: a: b\n", "aanhalingstekens", "mapping values are not allowed"),
    "tab": ("x.yaml", "huis:\n\tnaam: a\n", "tab", "cannot start any token"),
    "open list": ("x.yaml", "a: [b\n", "komma of sluithaakje", "did not find expected ','"),
    "open text": ("x.yaml", 'a: "b\n', "niet afgesloten", "unexpected end of stream"),
    "indent": ("x.yaml", "a:\n  - b\n  c: d\n", "inspringt", "expected '-' indicator"),
    "key after a list": ("x.yaml", "a: b\n- c\n", "inspringt", "did not find expected key"),
    "bracket too many": ("x.yaml", "a: ]\n", "ontbreekt een waarde", "node content"),
    "prefix": ("x.ttl", ":a :b :c .", "@prefix", "The prefix : has not been declared"),
    "no dot": ("x.ttl", TOP + ":a :b :c\n:d :e :f .", "hoort een punt", "A dot is expected"),
    "no value": ("x.ttl", TOP + ":a :b .", "hoort een waarde", "not a valid RDF object"),
    "no property": ("x.ttl", TOP + ':a "b" :c .', "hoort een eigenschap", "not a valid predicate"),
    "open quote": ("x.ttl", TOP + ':a :b "c .', "houdt hier op", "Unexpected end of file"),
    "open bracket": ("x.ttl", TOP + ":a :b [ :c :d .", "']'", "should end with a ']'"),
    "comma too many": ("x.jsonld", '["a",]', "komma te veel", "Trailing commas"),
    "no comma": ("x.jsonld", '{"a" "b"}', "dubbele punt", "keys must be strings"),
    "no comma between": ("x.jsonld", '{"a": "b" "c": "d"}', "komma of '}'", "must be followed by a comma"),
    "single quotes": ("x.jsonld", "{'a': 'b'}", "past hier niet", "Unexpected char"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_reason_in_the_language_of_the_reader(name: str, language: Language, words: Words, tmp_path: Path) -> None:
    file, text, dutch, english = FILES[name]
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(InputErrors) as caught:
        read(tmp_path / file, words, language)
    (error,) = caught.value.errors
    assert (dutch if language == "nl" else english) in error.problem
    assert (english in error.problem) == (language == "en")
    assert "Parser error" not in error.problem


def test_a_text_that_is_not_closed_is_told_where_it_begins(words: Words, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("titel: a\nnodig: {wanneer: 's nachts, wat: zorg}\nhuis: b\n", "utf-8")
    with pytest.raises(InputErrors) as caught:
        read(tmp_path / "x.yaml", words)
    (error,) = caught.value.errors
    assert (error.line, error.column) == (2, 18)
    assert "begint een woord met 's" in error.problem

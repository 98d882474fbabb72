"""Hostile graphs: what a program may write wrongly in Turtle or JSON-LD is told with its place, status 2, and no output.

Each case changes one thing in a small scenario that is judged without a mistake.
"""

import json
import socket
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Write

GOOD = """\
@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix care: <https://w3id.org/hiaat/care#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/huis/> .

:huis a h:Scenario ; rdfs:label "Een huis, h:between ons" ; h:day 739052 ; h:inFull h:AllAgreements .  # :praktijk

:linde a care:Woonvorm ; rdfs:label "De Linde" ; h:inScenario :huis .
:praktijk a care:Huisartsenpraktijk ; rdfs:label "Praktijk Dorp" ; h:inScenario :huis .
:arts a care:SpecialistOuderengeneeskunde ; rdfs:label '''Dr.
B''' ; h:inScenario :huis .

:groep a care:ClientEnNaaste ; rdfs:label "bewoners" ; h:inScenario :huis .
:bewoners a h:Situation ; rdfs:label "bewoners" ; h:inScenario :huis ;
  h:subject :groep ; h:setting :linde ; h:size 12 ;
  care:leveringsvorm care:vpt ; care:behandeling care:gecontracteerd ; care:zorgprofiel care:VV5 ;
  h:earliestDay 737850 ; h:fromDay 737850 ; h:untilDay 3652059 ; h:latestDay 3652059 .

:inzet a h:Engagement ; rdfs:label "inzet" ; h:inScenario :huis ;
  h:engaged :arts ; h:function care:so_expertise ; h:kind h:Performance ; h:situation :bewoners ;
  h:earliestDay 737851 ; h:fromDay 737851 ; h:untilDay 739000 ; h:latestDay 739001 .

[] a h:Agreement ; rdfs:label "samenwerking" ; h:inScenario :huis ; h:inWriting h:Yes ;
  h:agreementKind care:samenwerking_huisarts_en_woonvorm ; h:between :praktijk , :linde ;
  h:earliestDay 737852 ; h:fromDay 737852 ; h:untilDay 3652059 ; h:latestDay 3652059 .
"""

# What is changed into what, where it must be pointed at (a piece of the changed text), and what the message must name.
WRONG: dict[str, tuple[str, str, str, list[str]]] = {
    "misspelt class": (":inzet a h:Engagement", ":inzet a h:Engagment", "h:Engagment", ["h:Engagment", "h:Engagement"]),
    "misspelt type of party": ("care:Woonvorm", "care:Wonvorm", "care:Wonvorm", ["care:Wonvorm", "care:Woonvorm"]),
    "misspelt class of the scenario": ("a h:Scenario", "a h:Scenaro", "h:Scenaro", ["h:Scenaro", "h:Scenario"]),
    "misspelt property": ("h:engaged", "h:engagd", "h:engagd", ["h:engagd", "h:engaged"]),
    "misspelt characteristic": ("care:leveringsvorm", "care:leveringsform", "care:leveringsform", ["care:leveringsvorm"]),
    "word of another namespace": ("care:leveringsvorm", "h:leveringsvorm", "h:leveringsvorm", ["care:leveringsvorm"]),
    "misspelt function": ("care:so_expertise", "care:so_expertis", "care:so_expertis", ["care:so_expertise"]),
    "misspelt value": ("care:vpt", "care:vtp", "care:vtp", ["care:vtp", "care:vpt"]),
    "a thing as a class": (":linde a care:Woonvorm", ":linde a :praktijk , care:Woonvorm", ":praktijk , care", [":praktijk"]),
    "misspelt part": ("h:AllAgreements", "h:AllAgrements", "h:AllAgrements", ["h:AllAgreements"]),
    "misspelt standard word": ('"inzet"', '"inzet" ; rdfs:coment "x"', "rdfs:coment", ["rdfs:coment", "rdfs:comment"]),
    "misspelt namespace": ("care: <https://w3id.org/hiaat/care#>", "care: <https://w3id.org/hiaat/Care#>", "<https://w3id.org/hiaat/Care#>", ["https://w3id.org/hiaat/care#"]),
    "a class as a property": ("h:engaged", "h:Engagement", "h:Engagement :arts", ["h:engaged"]),
    "full IRI": ("h:engaged", "<https://w3id.org/hiaat/ns#engagd>", "<https://w3id.org/hiaat/ns#engagd>", ["h:engaged"]),
    "own word in the namespace of the model": (":linde a", "care:nieuw a h:Actor ; rdfs:label 'x' ; h:inScenario :huis .\n:linde a", "care:nieuw", ["care:nieuw"]),
    "property of another class": ("h:situation :bewoners", "h:situation :bewoners ; h:inWriting h:Yes", "h:inWriting", ["h:inWriting", "h:joint"]),
    "word of the judgement itself": ("h:subject :groep", "h:subject :groep ; h:inClass h:Situation", "h:inClass", ["h:inClass"]),
    "label that is no text": ('rdfs:label "De Linde"', "rdfs:label 5", "5 ; h:in", ["rdfs:label"]),
    "party without a type": (":arts a care:SpecialistOuderengeneeskunde ;", ":arts", ":arts rdfs:label", ["rdf:type"]),
    "party in no scenario": ('"Praktijk Dorp" ; h:inScenario :huis', '"Praktijk Dorp"', ":praktijk a", ["h:inScenario"]),
    "dangling link": ("h:engaged :arts", "h:engaged :artsen", ":artsen", [":artsen", ":arts"]),
    "dangling link by a property of any sort": ('"inzet"', '"inzet" ; h:principal :lindee', ":lindee", [":linde"]),
    "name instead of a link": ("h:between :praktijk", 'h:between "praktijk"', '"praktijk"', [":praktijk"]),
    "wrong sort of thing": ("h:function care:so_expertise", "h:function care:vpt", "care:vpt ; h:kind", ["care:vpt"]),
    "date instead of a day number": ("h:day 739052", 'h:day "2024-06-15"^^xsd:date', '"2024-06-15"', ["2024-06-15", "739052"]),
    "no date at all": ("h:day 739052", 'h:day "gisteren"', '"gisteren"', ["gisteren"]),
    "no whole number": ("h:fromDay 737851", 'h:fromDay "x"^^xsd:integer', '"x"^^', ["h:fromDay"]),
    "day out of range": ("h:day 739052", "h:day 99999999", "99999999", ["99999999"]),
    "ends before it starts": ("h:untilDay 739000 ; h:latestDay 739001", "h:untilDay 5 ; h:latestDay 6", "737851 ; h:from", ["h:earliestDay"]),
    "surely before possibly": ("h:fromDay 737851", "h:fromDay 737850", "737851 ;", ["h:earliestDay"]),
    "mandatory property": ("h:kind h:Performance ;", "", ":inzet a", ["h:kind", "h:Performance"]),
    "mandatory property of a blank node": ("h:between :praktijk , :linde ;", "", "[] a h:Agreement", ["h:between"]),
    "one partner": ("h:between :praktijk , :linde", "h:between :linde", "[] a h:Agreement", ["h:between"]),
    "day not written": ("h:fromDay 737851 ;", "", ":inzet a", ["h:fromDay"]),
    "two subjects": ("h:subject :groep", "h:subject :groep , :arts", ":arts ; h:setting", ["h:subject"]),
    "two values": ("care:vpt", "care:vpt , care:pgb", "care:pgb", ["care:leveringsvorm"]),
    "not one of the values": ("h:inWriting h:Yes", "h:inWriting true", "true", ["h:Yes", "h:No"]),
    "no yes or no": ('"inzet"', '"inzet" ; h:ownName "ja"', '"ja"', ["h:ownName", "true"]),
}  # fmt: skip


def place(text: str, piece: str) -> str:
    before = text[: text.index(piece)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_the_scenario_that_is_changed_here_is_right(run: Run, write: Write) -> None:
    done = run("check", write(GOOD, "huis.ttl"))
    assert (done.status, done.err) == (1, "")
    assert "Een huis" in done.out


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", WRONG)
def test_one_wrong_thing_in_turtle(name: str, lang: str, run: Run, write: Write, tmp_path: Path) -> None:
    old, new, piece, named = WRONG[name]
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    file = write(text, "huis.ttl")
    done = run("check", file, "--lang", lang, "--output", tmp_path / "uit.txt")
    assert done.status == 2, done
    assert f"{file}:{place(text, piece)}: " in done.err
    for word in named:
        assert word in done.err
    assert done.err.count(str(file)) == 1, done.err
    assert "Traceback" not in done.err
    assert done.out == ""
    assert not (tmp_path / "uit.txt").exists()


def test_all_that_is_wrong_is_told_at_once_in_order(run: Run, write: Write) -> None:
    text = GOOD.replace("h:engaged", "h:engagd").replace("care:vpt", "care:vtp").replace("h:day 739052", 'h:day "x"')
    done = run("check", write(text, "huis.ttl"))
    lines = [int(line.split(":")[1]) for line in done.err.splitlines() if "huis.ttl" in line]
    assert lines == [7, 17, 21]


def test_the_same_word_is_told_once(run: Run, write: Write) -> None:
    done = run("check", write(GOOD.replace("rdfs:label", "rdfs:lable"), "huis.ttl"))
    assert sum("rdfs:lable'" in line for line in done.err.splitlines()) == 1


def test_message_in_the_language_asked_for(run: Run, write: Write) -> None:
    file = write(GOOD.replace("h:engaged :arts", "h:engaged :artsen"), "huis.ttl")
    assert "Hier hoort iets dat" in run("check", file).err
    assert "belongs here" in run("check", file, "--lang", "en").err


def test_where_no_place_is_known_the_thing_is_named(run: Run, write: Write) -> None:
    """A list is a form that no scenario needs; places are not followed through it, and none is made up."""
    text = GOOD.replace("h:engaged :arts", "h:engaged :artsen") + ":arts rdfs:comment ( 1 2 ) .\n"
    file = write(text, "huis.ttl")
    done = run("check", file)
    assert done.status == 2
    assert f"{file}: " in done.err
    assert ":inzet h:engaged :artsen" in done.err


@pytest.mark.parametrize("text", ["", "# niets\n", "@prefix : <https://a.b/> .\n", ":x :y :z ."])
def test_empty_graph_and_undeclared_prefix(text: str, run: Run, write: Write) -> None:
    file = write(text, "leeg.ttl")
    done = run("check", file)
    assert done.status == 2
    assert str(file) in done.err
    assert "Traceback" not in done.err


def test_syntax_error_has_its_line(run: Run, write: Write) -> None:
    file = write(GOOD.replace('"bewoners" ; h:inScenario', '"bewoners h:inScenario', 1), "huis.ttl")
    done = run("check", file)
    assert done.status == 2
    assert f"{file}:14:" in done.err


@pytest.mark.parametrize("name", ["huis.rdf", "huis.n3", "huis.trig", "huis"])
def test_wrong_ending(name: str, run: Run, write: Write) -> None:
    done = run("check", write(GOOD, name))
    assert done.status == 2
    assert ".ttl" in done.err


def test_a_mark_of_the_order_of_bytes_is_no_mistake(run: Run, tmp_path: Path) -> None:
    for name, text in (("huis.ttl", GOOD), ("huis.jsonld", json.dumps(house()))):
        (tmp_path / name).write_text(text, "utf-8-sig")
        assert run("check", tmp_path / name).err == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("huis.ttl", GOOD + ":arts h:place 'x' {| rdfs:comment 'y' |} .\n"),
        ("huis.ttl", GOOD + "<https://a.b/nog> a h:Scenario ; rdfs:label 'nog een' .\n"),
        ("huis.jsonld", '{"@id": "https://a.b/c", "https://a.b/d": ' + "[" * 5000 + "]" * 5000 + "}"),
        ("huis.jsonld", "[]"),
        ("huis.jsonld", '{"@context": {"@import": "elders.jsonld"}}'),
    ],
    ids=["statement about a statement", "two scenarios", "absurd depth", "nothing", "import"],
)
def test_other_graphs_that_are_no_scenario(name: str, text: str, run: Run, write: Write) -> None:
    file = write(text, name)
    done = run("check", file)
    assert done.status == 2
    assert str(file) in done.err
    assert len(done.err.splitlines()) <= 2
    assert "Traceback" not in done.err


def test_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "huis.ttl").write_bytes(GOOD.encode("utf-16"))
    assert run("check", tmp_path / "huis.ttl").status == 2


# ---- JSON-LD

CONTEXT: dict[str, object] = {
    "h": "https://w3id.org/hiaat/ns#",
    "care": "https://w3id.org/hiaat/care#",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "in": {"@id": "h:inScenario", "@type": "@id"},
    "subject": {"@id": "h:subject", "@type": "@id"},
    "vorm": {"@id": "care:leveringsvorm", "@type": "@id"},
}
DAYS = {"h:earliestDay": 1, "h:fromDay": 1, "h:untilDay": 3652059, "h:latestDay": 3652059}


def house() -> dict[str, object]:
    home = "https://example.org/huis"
    group = f"{home}/groep"
    return {
        "@context": CONTEXT,
        "@graph": [
            {"@id": home, "@type": "h:Scenario", "label": "Een huis", "h:day": 739052},
            {"@id": group, "@type": "care:ClientEnNaaste", "label": "groep", "in": home},
            {"@type": "h:Situation", "label": "s", "in": home, "subject": group, "vorm": "care:vpt", **DAYS},
        ],
    }


def test_json_ld_that_is_right(run: Run, write: Write) -> None:
    done = run("check", write(json.dumps(house(), indent=1), "huis.jsonld"))
    assert (done.status, done.err) == (1, "")


WRONG_JSON: dict[str, tuple[str, str, str, list[str]]] = {
    "misspelt class": ("h:Situation", "h:Situatoin", '"h:Situatoin"', ["h:Situatoin", "h:Situation"]),
    "misspelt property": ('"h:fromDay"', '"h:formDay"', '"h:formDay"', ["h:formDay", "h:fromDay"]),
    "misspelt value": ("care:vpt", "care:vtp", '"care:vtp"', ["care:vpt"]),
    "key that the context lacks": ('"vorm": "care:vpt"', '"vrom": "care:vpt"', '"vrom"', ["vrom", "vorm"]),
    "type that the context lacks": ('"h:Situation"', '"Situation"', '"Situation"', ["h:Situation"]),
    "keyword that there is not": ('"h:Situation"', '"h:Situation", "@typo": 1', '"@typo"', ["@typo", "@type"]),
    "dangling link": ('"in": "https://example.org/huis",\n   "subject"', '"in": "https://example.org/hius",\n   "subject"', '"https://example.org/hius"', ["https://example.org/huis"]),
    "date": ('"h:day": 739052', '"h:day": "2024-06-15"', '"2024-06-15"', ["739052"]),
    "key twice": ('"h:day": 739052', '"h:day": 739052, "h:day": 739053', '739053', ["h:day"]),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_JSON)
def test_one_wrong_thing_in_json_ld(name: str, run: Run, write: Write) -> None:
    old, new, piece, named = WRONG_JSON[name]
    good = json.dumps(house(), indent=1)
    assert old in good
    text = good.replace(old, new, 1)
    file = write(text, "huis.jsonld")
    done = run("check", file)
    assert done.status == 2, done
    for word in named:
        assert word in done.err
    assert f"{file}:{place(text, piece)}: " in done.err
    assert "Traceback" not in done.err
    assert done.out == ""


def test_what_is_written_twice_in_json_ld_gets_no_line(run: Run, write: Write) -> None:
    text = json.dumps(house(), indent=1).replace("https://example.org/huis/groep", "https://example.org/huis/x", 1)
    text = text.replace("care:vpt", "https://example.org/huis/groep")
    file = write(text, "huis.jsonld")
    done = run("check", file)
    assert done.status == 2
    assert f"{file}: " in done.err
    assert "h:subject <https://example.org/huis/groep>" in done.err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_remote_context_is_not_fetched_and_that_is_said(
    lang: str, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    text = '{\n "@context": "http://127.0.0.1:9/context.jsonld",\n "@type": "Scenario"}'
    file = write(text, "huis.jsonld")
    done = run("check", file, "--lang", lang)
    assert done.status == 2
    assert f"{file}:2:14: " in done.err
    assert "http://127.0.0.1:9/context.jsonld" in done.err
    assert {"nl": "haalt niets op", "en": "fetches nothing"}[lang] in done.err

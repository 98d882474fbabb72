"""`hiaat query` as a user types it."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.cli.conftest import Run, run

from hiaat.bundle import root
from hiaat.query import named

__all__ = ["run"]

A = root() / "data" / "scenarios" / "a" / "scenario.yaml"


def own(folder: Path, text: str) -> Path:
    file = folder / "own.rq"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_a_question_all_are_listed(language: str, run: Run) -> None:
    done = run("query", "--lang", language)
    assert (done.status, done.err) == (0, "")
    for one in named().values():
        assert f"  {one.name} " in done.out or f"  {one.name}\n" in done.out


def test_a_table_has_headings_and_names_in_the_language(run: Run) -> None:
    done = run("query", "said", "topic=patientenverdeling", "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert "what is said" in done.out
    assert "exception" in done.out
    assert max(map(len, done.out.splitlines())) <= 120


def test_csv_and_json_are_those_of_the_w3c(run: Run) -> None:
    words = ("query", "ascribed", "topic=medisch_deel_zorgplan", "source=lhv-leidraad-2018", "--format")
    rows = list(csv.DictReader(io.StringIO(run(*words, "csv").out)))
    told = json.loads(run(*words, "json").out)
    assert [row["statement"] for row in rows] == [row["statement"]["value"] for row in told["results"]["bindings"]]
    assert {row["bearer"] for row in rows} == {"huisarts", "specialist_ouderengeneeskunde"}


def test_turtle_is_for_a_graph_only(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.ttl"
    assert run("query", "statements-as-graph", "topic=patientenverdeling", "--output", file).status == 0
    assert len(list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))) > 5
    for words in (
        ("said", "topic=anw_zorg", "--format", "turtle"),
        ("statements-as-graph", "topic=anw_zorg", "--format", "csv"),
    ):
        done = run("query", *words)
        assert (done.status, done.out) == (2, "")
        assert "CONSTRUCT" in done.err


def test_what_nobody_says_is_said_to_have_no_answer(run: Run) -> None:
    done = run("query", "said-of-party", "party=zorgkantoor", "source=LHV-leidraad 2018")
    assert (done.status, done.err) == (0, "")
    assert "geen antwoord" in done.out


def test_a_graph_without_a_triple_says_so_and_is_turtle(run: Run) -> None:
    done = run("query", "statements-as-graph", "topic=mdo", "source=brief-thuiszorg-amstelland-2018")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("#")
    assert "geen antwoord" in done.out
    assert list(ox.parse(done.out.encode(), format=ox.RdfFormat.TURTLE)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["saidd"], "said"),
        (["said", "topc=anw_zorg"], "topic"),
        (["said", "topic=anw_zorrg"], "anw_zorg"),
        (["said", "topic=anw_zorg", "topic=mdo"], "topic"),
        (["said", "topic=mdo", "source=lhv_leidraad2024"], "lhv-handelingsperspectief-2024"),
        (["said", "topic="], "topic="),
        (["changes", "since=2019-01-01"], "to=..."),
        (["duties", "date=2019-02-30"], "2024-06-15"),
        (["said", "topic=anw_zorg", "--output", "uit.docx"], ".csv"),
        (["nergens.rq"], "nergens.rq"),
    ],
)
def test_a_mistake_is_told_with_what_would_be_valid(words: list[str], told: str, run: Run) -> None:
    done = run("query", *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_all_that_is_wrong_is_told_at_once(run: Run) -> None:
    done = run("query", "changes", "since=2024-13-01", "function=huisartszorg", "functie=x", "since=2024-01-01")
    assert (done.status, done.out) == (2, "")
    told = done.err.splitlines()
    mistakes = [line for line in told if line.startswith("fout:")]
    assert [line.split("'")[1] for line in mistakes[:4]] == ["2024-13-01", "huisartszorg", "functie=x", "since"]
    assert len(mistakes) == 5, "that 'to' is missing as well"
    assert sum("--help" in line for line in told) == 1


def test_a_post_has_a_name(run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, "SELECT ?post { ?post a <http://www.w3.org/ns/org#Post> }")
    for language, word in (("nl", "zorgkantoor van de regio Drenthe"), ("en", "care office of the region Drenthe")):
        assert word in run("query", file, "--lang", language).out


def test_own_sparql(run: Run, tmp_path: Path) -> None:
    text = "PREFIX h: <https://w3id.org/hiaat/ns#>\nASK { GRAPH ?g { ?norm a h:Duty } }"
    assert run("query", own(tmp_path, text)).out == "ja\n"
    assert json.loads(run("query", own(tmp_path, text), "--format", "json").out)["boolean"] is True


def test_own_sparql_with_a_mistake_is_told_by_line_and_column(run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, "SELECT ?s {\n  ?s nergens:heen ?o }")
    done = run("query", file)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{file}:2:")
    assert "Traceback" not in done.err
    assert "FDCF" not in done.err, "the number of a character is nothing to write"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT ?s {\n  SERVICE <http://localhost/sparql> { ?s ?p ?o } }", "2:3"),
        ("SELECT ?s { service silent <http://localhost/> { ?s ?p ?o } }", "1:13"),
        ("PREFIX a: <urn:a>\nINSERT DATA { a:b a:c a:d }", "2:1"),
        ("DELETE WHERE { ?s ?p ?o }", "1:1"),
    ],
)
def test_a_query_reads_and_nothing_else(text: str, place: str, run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, text)
    done = run("query", file)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{file}:{place}:")


@pytest.mark.parametrize(
    ("text", "place", "prefix", "declared"),
    [
        ("SELECT ?x\nWHERE { ?x a h:Duty }", "2:14", "h:", "PREFIX h: <https://w3id.org/hiaat/ns#>"),
        ("ASK { ?x a foo:Bar }", "1:12", "foo:", ""),
    ],
)
def test_a_prefix_that_is_not_declared_is_named(
    text: str, place: str, prefix: str, declared: str, run: Run, tmp_path: Path
) -> None:
    file = own(tmp_path, text)
    done = run("query", file)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{file}:{place}: het voorvoegsel '{prefix}' is niet opgegeven")
    assert declared in done.err


PREFIXES = "PREFIX h: <https://w3id.org/hiaat/ns#> PREFIX norm: <https://w3id.org/hiaat/id/norm/>\n"
DECLARED = (
    "prefix stm: <https://w3id.org/hiaat/id/statement/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" + PREFIXES
)


@pytest.mark.parametrize(
    ("pattern", "written", "meant"),
    [
        ("?norm h:bearrer ?who", "h:bearrer", "h:bearer"),
        ("?norm a h:duty.", "h:duty", "h:Duty"),
        ("?norm ^(h:conditionn)/h:says ?x", "h:conditionn", "h:condition"),
        ("?x h:bearer <https://w3id.org/hiaat/care#huisarts>", "<https://w3id.org/hiaat/care#huisarts>", "Huisarts>"),
        ("norm:LL18-094 h:paraphrase ?x", "norm:LL18-094", "stm:LL18-094"),
    ],
)
def test_a_name_that_does_not_occur_is_told_with_what_was_meant(
    pattern: str, written: str, meant: str, run: Run, tmp_path: Path
) -> None:
    file = own(tmp_path, DECLARED + f"SELECT * {{ {pattern} }}")
    done = run("query", file)
    assert (done.status, done.err) == (0, "")
    told = " ".join(done.out.split())
    assert "geen antwoord" in told
    assert f"'{written}' komt niet voor; bedoeld: '" in told
    assert f"{meant}'?" in told
    assert told.count("komt niet voor") == 1
    assert f"'{written}' does not occur; meant: '" in " ".join(run("query", file, "--lang", "en").out.split())
    construct = own(tmp_path, DECLARED + f"CONSTRUCT {{ ?norm a ?x }} {{ {pattern} }}")
    assert f"# '{written}' komt niet voor" in run("query", construct).out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_rows_for_programs_stay_clean_and_the_hint_is_told_beside(form: str, run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, PREFIXES + "SELECT ?x { ?x h:bearrer ?y }")
    done = run("query", file, "--format", form)
    assert done.status == 0
    assert "komt niet voor" not in done.out
    assert done.err == "'h:bearrer' komt niet voor; bedoeld: 'h:bearer'?\n"
    assert run("query", own(tmp_path, PREFIXES + 'SELECT ?x { ?x h:says "x" }'), "--format", form).err == ""


@pytest.mark.parametrize(
    ("query", "out"),
    [
        ("SELECT (COUNT(?x) AS ?n) { ?x h:bearrer ?y }", "0"),
        ("SELECT (GROUP_CONCAT(STR(?x)) AS ?all) (MIN(?y) AS ?least) { ?x h:bearrer ?y }", ""),
        ("ASK { ?x h:bearrer ?y }", "nee"),
    ],
)
def test_where_nothing_was_counted_names_are_looked_at(query: str, out: str, run: Run, tmp_path: Path) -> None:
    done = run("query", own(tmp_path, PREFIXES + query))
    assert (done.status, "komt niet voor" in done.out) == (0, False)
    assert out in done.out
    assert done.err == "'h:bearrer' komt niet voor; bedoeld: 'h:bearer'?\n"


@pytest.mark.parametrize("query", ["SELECT (COUNT(?x) AS ?n) { ?x h:bearer ?y }", "ASK { ?x h:bearer ?y }"])
def test_where_something_was_counted_they_are_not(query: str, run: Run, tmp_path: Path) -> None:
    done = run("query", own(tmp_path, PREFIXES + query.replace("}", "OPTIONAL { ?x h:bearrer ?z } }")))
    assert (done.status, done.err) == (0, "")


def answer(run: Run, tmp_path: Path, said: str) -> str:
    """What is printed where it is asked of what this is said, on one line."""
    prefixes = PREFIXES + "PREFIX care: <https://w3id.org/hiaat/care#>\n"
    return " ".join(run("query", own(tmp_path, prefixes + f"SELECT ?x {{ ?x {said} }}")).out.split())


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("care:huisartsgeneeskundige_zorg", "care:algemeen_medische_zorg"),
        ("care:home-care", "care:wijkverpleging"),
        ("care:so-expertise", "care:so_expertise"),
    ],
)
def test_what_a_thing_is_called_otherwise_is_known(name: str, meant: str, run: Run, tmp_path: Path) -> None:
    assert f"'{name}' komt niet voor; bedoeld: '{meant}'?" in answer(run, tmp_path, f"h:function {name}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('h:binds "wlz-uitvoerder"', 'h:binds "wlz_uitvoerder"'),
        ("h:bearerKey 'Minister VWS'", 'h:bearerKey "minister_vws"'),
        ('h:voice "lhv"', "h:voice care:lhv"),
        ('h:function "huisartsenzorg"@nl', "h:function care:algemeen_medische_zorg"),
        ('h:speaker "minister_vws"', "h:speaker <https://w3id.org/hiaat/id/agent/minister_vws>"),
    ],
)
def test_a_text_that_a_property_never_has_is_told(written: str, meant: str, run: Run, tmp_path: Path) -> None:
    assert f"'{written}' komt niet voor; bedoeld: '{meant}'?" in answer(run, tmp_path, written)


@pytest.mark.parametrize("pattern", ['?x h:bearerKey "zorgkantoor" ; h:bearer ?y', '?x h:says "lhv" ; h:dueIn "2018"'])
def test_a_text_that_it_has_or_is_near_none_is_not_told(pattern: str, run: Run, tmp_path: Path) -> None:
    done = run("query", own(tmp_path, PREFIXES + f"SELECT ?x {{ {pattern} }}"))
    assert "geen antwoord" in done.out
    assert "komt niet voor" not in done.out


def test_what_is_no_name_or_of_others_is_not_told(run: Run, tmp_path: Path) -> None:
    text = """BASE <https://w3id.org/hiaat/ns#>  # h:comment
        SELECT ?h { ?h a h:Duty ; a h:Liberty ; a <http://example.org/Thing> . _:b a h:Norm .
        FILTER(?h != "h:text" && ?h != 'h:text' && ?h<xsd:integer("1")) }"""
    done = run("query", own(tmp_path, DECLARED + text))
    assert "geen antwoord" in done.out
    assert "komt niet voor" not in done.out


def test_of_a_name_like_no_other_only_that_is_told(run: Run, tmp_path: Path) -> None:
    done = run("query", own(tmp_path, DECLARED + "SELECT ?x { ?x h:qqqqwwxx ?y }"))
    assert "'h:qqqqwwxx' komt niet voor." in done.out


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (
            "?x h:findingKind ?y",
            "'h:findingKind' is said only in the judgement of a scenario; give one with --scenario",
        ),
        ("?x a h:CoverageCell", "'h:CoverageCell' is said only in the judgement of a scenario; give one with"),
        ("?x h:inScenario ?y", "'h:inScenario' is said only in a scenario; give one with --scenario"),
        ("?x h:demandIn ?y", "Nothing is said here with 'h:demandIn'."),
    ],
)
def test_a_word_that_needs_a_scenario_is_told(pattern: str, told: str, run: Run, tmp_path: Path) -> None:
    done = run("query", own(tmp_path, PREFIXES + f"SELECT * {{ {pattern} }}"), "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert told in " ".join(done.out.split())


def test_with_a_scenario_none_is_asked_for(run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, PREFIXES + "SELECT * { ?x h:findingKind h:Contested ; h:doneInFact ?fact }")
    out = run("query", file, "--scenario", A).out
    assert "--scenario" not in out
    assert "Met 'h:doneInFact' is hier niets gezegd." in out
    assert "h:findingKind" not in out


def test_a_word_that_is_used_is_not_told(run: Run, tmp_path: Path) -> None:
    out = run("query", own(tmp_path, PREFIXES + 'SELECT * { ?x a h:Duty ; h:says "x" ; h:function h:Norm }')).out
    assert "geen antwoord" in out
    assert "'h:" not in out


def test_the_word_service_in_a_text_or_name_is_no_service(run: Run, tmp_path: Path) -> None:
    text = 'PREFIX SERVICE: <urn:SERVICE/>  # SERVICE\nASK { ?SERVICE SERVICE:INSERT "SERVICE" }'
    assert run("query", own(tmp_path, text)).out == "nee\n"


def test_a_scenario_and_its_judgement_can_be_asked(run: Run) -> None:
    done = run("query", "finding-grounds", "function=so_expertise", "--scenario", A, "--format", "csv")
    assert (done.status, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["findingKind"].rsplit("#", 1)[-1] for row in rows} == {"Lapsed"}
    assert any(row["norm"].endswith("/KB19-076") for row in rows)
    assert "De Linde" in run("query", "who-has", "--scenario", A).out
    without = run("query", "finding-grounds").out
    assert "geen antwoord" in without
    assert "--scenario" in without


def test_the_result_never_replaces_the_scenario(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "a.csv.yaml"
    copy.write_bytes(A.read_bytes())
    done = run("query", "who-has", "--scenario", copy, "--format", "csv", "--output", copy)
    assert done.status == 2
    assert copy.read_bytes() == A.read_bytes()


def test_parameters_may_come_before_or_after_options(run: Run) -> None:
    before = run("query", "articles", "binds=nza", "--lang", "en")
    assert before.status == 0
    assert run("query", "articles", "--lang", "en", "binds=nza") == before
    assert run("query", "--lang", "en", "articles", "binds=nza") == before

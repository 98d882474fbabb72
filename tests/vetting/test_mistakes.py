"""One word changed in a good body of knowledge is told where it stands, with what would be valid, and nothing else is.

The good body is the polder, whose files are copied and changed by a word.
"""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from hiaat.bundle import root
from hiaat.cli import main
from hiaat.errors import InputError
from hiaat.judging import Judge
from hiaat.knowledge.body import check_files, parse_files
from hiaat.scenario import InputErrors
from hiaat.scenario.terms import sh
from hiaat.vetting import check_body

POLDER = Path(__file__).parents[1] / "foreign" / "polder"
WORLD = Path(__file__).parents[1] / "toy" / "world"
Change = tuple[str, str, str, str, str]

# The file, what is written there, what comes instead, what is then said, and one thing that is said to be valid.
CHANGED: dict[str, Change] = {
    # ---- words that there are not
    "class of a norm": ("norms", "pn:plicht_waterschap a h:Duty", "pn:plicht_waterschap a h:Dutty", "'h:Dutty' is named and described nowhere", "h:Duty"),
    "property": ("norms", "h:window polder:winter ; h:appliesIn polder:Gem", "h:windw polder:winter ; h:appliesIn polder:Gem", "'h:windw' is no property", "h:window"),
    "property that is required": ("norms", "h:function polder:waterbeheer ; h:kind h:Org", "h:fucntion polder:waterbeheer ; h:kind h:Org", "'h:fucntion' is no property", "h:function"),
    "own property": ("world", "owl:onProperty polder:ligging", "owl:onProperty polder:liggin", "no characteristic", "polder:ligging"),
    "property of SKOS": ("world", "polder:bemaling a h:Function ; skos:inScheme polder:functies ; skos:broader", "polder:bemaling a h:Function ; skos:inScheme polder:functies ; skos:broadr", "'skos:broadr' is no property", "skos:broader"),
    "property of OWL": ("world", "polder:object ; owl:hasValue polder:object_kade ] rdfs", "polder:object ; owl:hasValeu polder:object_kade ] rdfs", "'owl:hasValeu' is no property", "owl:hasValue"),
    "property of RDF Schema": ("world", "polder:Waterschap a owl:Class ; rdfs:subClassOf", "polder:Waterschap a owl:Class ; rdfs:subclassOf", "'rdfs:subclassOf' is no property", "rdfs:subClassOf"),
    "class above a type of party": ("world", "rdfs:subClassOf polder:Aannemer", "rdfs:subClassOf polder:Anemer", "'polder:Anemer' is named and described nowhere", "polder:Aannemer"),
    "class of a restriction": ("world", "owl:hasValue polder:subsidie ] rdfs:subClassOf polder:SubsidieSituatie", "owl:hasValue polder:subsidie ] rdfs:subClassOf polder:SubsidieSituaties", "named and described nowhere", "polder:SubsidieSituatie"),
    # ---- values that there are not, or are of another sort
    "function": ("norms", "h:function polder:noodbemaling ; h:kind h:Performance , h:Org", "h:function polder:noodbemalin ; h:kind h:Performance , h:Org", "This is no function", "polder:noodbemaling"),
    "function of another sort": ("norms", "h:function polder:dijkherstel ; h:kind h:Performance ; h:window polder:overdag", "h:function polder:winter ; h:kind h:Performance ; h:window polder:overdag", "This is no function", "polder:bemaling"),
    "function that can be performed": ("world", "h:canPerform polder:dijkinspectie", "h:canPerform polder:dijkinspecti", "This is no function", "polder:dijkinspectie"),
    "broader function": ("world", "polder:dijkherstel a h:Function ; skos:inScheme polder:functies ; skos:broader polder:waterkering", "polder:dijkherstel a h:Function ; skos:inScheme polder:functies ; skos:broader polder:waterkring", "Above a function is a function", "polder:waterkering"),
    "function of a condition": ("world", "h:needsFunction polder:bemaling", "h:needsFunction polder:bemalng", "This is no function", "polder:bemaling"),
    "force": ("norms", "h:force h:StandardForce ; h:validFrom \"2023-05", "h:force h:StandartForce ; h:validFrom \"2023-05", "no force", "h:StandardForce"),
    "force as a text": ("norms", "h:force h:StandardForce ; h:validFrom \"2023-05", "h:force \"StandardForce\" ; h:validFrom \"2023-05", "no force", "h:StandardForce"),
    "bearer": ("norms", "h:bearer polder:Dijkwacht", "h:bearer polder:Dijkwagt", "no type of party", "polder:Dijkwacht"),
    "bearer that is a party": ("norms", "h:bearer polder:Deltatoezichthouder ; h:tie h:AnyOfType ; h:counterparty polder:Waterschap", "h:bearer polder:deltatoezicht ; h:tie h:AnyOfType ; h:counterparty polder:Waterschap", "no type of party", "polder:Deltatoezichthouder"),
    "tie": ("norms", "h:tie polder:fonds_van ; h:function polder:baggeren ; h:kind h:Procurement , h:Funding ;\n  h:route polder:route_subsidie", "h:tie polder:fond_van ; h:function polder:baggeren ; h:kind h:Procurement , h:Funding ;\n  h:route polder:route_subsidie", "This is no tie", "polder:fonds_van"),
    "kind": ("norms", "h:kind h:Oversight ; h:remedyFor", "h:kind h:Overzight ; h:remedyFor", "no kind of responsibility", "h:Oversight"),
    "voice": ("norms", "h:voice polder:stem_landeigenaren", "h:voice polder:stem_landeigenaar", "This is no voice", "polder:stem_landeigenaren"),
    "jointness": ("norms", "h:jointly h:Together ; h:leadBearer", "h:jointly h:Togther ; h:leadBearer", "how a duty is joint", "h:Together"),
    "window": ("norms", "h:window polder:zomerdag", "h:window polder:zommerdag", "no part of time", "polder:zomerdag"),
    "part of a window": ("world", "h:hasPart polder:zomerdag , polder:zomernacht", "h:hasPart polder:zomerdag , polder:zomernagt", "no part of time", "polder:zomernacht"),
    "class of situations": ("norms", "h:requiresIf polder:dient_meer_percelen ;\n  h:appliesIn polder:Duikersituatie", "h:requiresIf polder:dient_meer_percelen ;\n  h:appliesIn polder:Duikersituate", "no class of situations", "polder:Duikersituatie"),
    "value of a class of situations": ("world", "owl:hasValue polder:object_vaart", "owl:hasValue polder:object_vart", "no value of this characteristic", "polder:object_vaart"),
    "value of another characteristic": ("world", "owl:hasValue polder:subsidie ]", "owl:hasValue polder:diep ]", "no value of this characteristic", ""),
    "condition": ("norms", "h:condition polder:toegang_vrij", "h:condition polder:toegang_frij", "This is no condition", "polder:toegang_vrij"),
    "member of a set": ("world", "h:member polder:tweede_pomp", "h:member polder:twede_pomp", "This is no condition", "polder:tweede_pomp"),
    "norm that a precondition is of": ("norms", "h:conditionOf pn:vrijheid_wachter", "h:conditionOf pn:vrijheid_wagter", "This is no norm", "pn:vrijheid_wachter"),
    "agreement that ends": ("norms", "h:endsKind polder:gemaalovereenkomst", "h:endsKind polder:gemaalovereenkomsten", "no kind of agreement", "polder:gemaalovereenkomst"),
    "template": ("agreements", "h:brings polder:sjabloon_bestek", "h:brings polder:sjabloon_besteg", "no engagement template", "polder:sjabloon_bestek"),
    "type in a template": ("agreements", "h:inNameOf polder:Gemaalhouder", "h:inNameOf polder:Gemaalhoudr", "no type of party", "polder:Gemaalhouder"),
    "scope": ("agreements", "h:byType polder:Gemaalwachter ; h:function polder:bemaling ;\n  h:kind h:Performance ; h:scope h:ScopeAll", "h:byType polder:Gemaalwachter ; h:function polder:bemaling ;\n  h:kind h:Performance ; h:scope h:ScopeAl", "for which situations", "h:ScopeAll"),
    "route": ("world", "h:opensRoute polder:route_omslag", "h:opensRoute polder:route_omslach", "no funding route", "polder:route_omslag"),
    "rank": ("norms", "h:rank 1", "h:rank \"een\"", "A whole number", ""),
    "truth": ("world", "h:hearsEvery true", "h:hearsEvery \"ja\"", "True or false", "true"),
    "month": ("norms", "\"2023-05\"^^xsd:gYearMonth", "\"2023-13\"^^xsd:gYearMonth", "A day (yyyy-mm-dd), month", ""),
    "text": ("norms", "rdfs:label \"Baggeren van vaarten\"@nl", "rdfs:label polder:baggeren", "A text belongs here", ""),
    # ---- what a norm must say
    "no bearer": ("norms", "h:bearer polder:Dijkwacht ; ", "", "on whom it is laid", "polder:Dijkwacht"),
    "no function": ("norms", "h:function polder:peilwijziging ; ", "", "names no function", "polder:bemaling"),
    "no kind": ("norms", "h:function polder:dijkherstel ; h:kind h:Performance ; h:window polder:overdag", "h:function polder:dijkherstel ; h:window polder:overdag", "names no kind of responsibility", "h:Performance"),
    "no voice": ("norms", "h:voice polder:stem_landeigenaren ; ", "", "says who speaks", "polder:wetgever"),
    "no force": ("norms", "h:voice polder:stem_landeigenaren ; h:force h:VoiceForce ; ", "h:voice polder:stem_landeigenaren ; ", "has one force", "h:VoiceForce"),
    "two forces": ("norms", "polder:stem_landeigenaren ; h:force h:VoiceForce", "polder:stem_landeigenaren ; h:force h:VoiceForce , h:StatuteForce", "has one force", ""),
    "no sort": ("norms", "pn:verbod_peil a h:Prohibition", "pn:verbod_peil a h:Norm", "of a sort below h:Norm", ""),
    "another sort": ("norms", "pn:verbod_peil a h:Prohibition", "pn:verbod_peil a h:Voice", "of no sort of norm", ""),
    "ends before it begins": ("norms", "h:validUntil \"2022-06-30\"", "h:validUntil \"2012-06-30\"", "does not end before it begins", ""),
    "nothing is lifted": ("norms", " ; h:lifts pn:grens_aannemer_winter", "", "says what it lifts", "pn:grens_aannemer_winter"),
    "a requirement is lifted": ("norms", "h:lifts pn:grens_aannemer_winter", "h:lifts pn:eis_dijkherstel", "lifts a limit", "pn:grens_aannemer_winter"),
    "no agreement ends": ("norms", "h:endsKind polder:gemaalovereenkomst ;", "", "kind of agreement that ends", "polder:gemaalovereenkomst"),
    "no route": ("norms", "h:function polder:baggeren ; h:kind h:Procurement , h:Funding ; h:route polder:route_subsidie", "h:function polder:baggeren ; h:kind h:Procurement , h:Funding", "names a funding route", "polder:route_subsidie"),
    "own trigger": ("norms", "h:onGapIn polder:bemaling", "h:onGapIn polder:noodbemaling", "gap in its own function", ""),
    "required if somebody does a function": ("norms", "h:requiresIf polder:dient_meer_percelen", "h:requiresIf polder:bemaling_in_de_winter", "of which the scenario itself says", ""),
    "limited if somebody does a function": ("norms", "h:says \"mag het peil niet wijzigen\"@nl", "h:condition polder:bemaling_in_de_winter ; h:says \"mag het peil niet wijzigen\"@nl", "that somebody performs a function", ""),
    "function as a precondition of a limit": ("norms", "h:conditionOf pn:vrijheid_wachter ; h:condition polder:tweede_pomp", "h:conditionOf pn:verbod_peil ; h:condition polder:bemaling_in_de_winter", "This precondition is that somebody", ""),
    # ---- what else a body must say
    "template of nobody": ("agreements", "h:byType polder:Gemaalwachter ; ", "", "which type of party takes it on", "polder:Gemaalwachter"),
    "template of no kind": ("agreements", "h:byType polder:Aannemer ;\n  h:kind h:Performance ;", "h:byType polder:Aannemer ;", "which kind of responsibility", "h:Performance"),
    "condition on no function": ("world", "h:needsFunction polder:bemaling ; ", "", "which function somebody performs", "polder:bemaling"),
    "set of nothing": ("world", "h:member polder:tweede_pomp , polder:verwarmd_wachthuis ;", "", "has no members", "polder:tweede_pomp"),
    "function above itself": ("world", "polder:waterafvoer a h:Function ; skos:inScheme polder:functies ; skos:broader polder:waterbeheer", "polder:waterafvoer a h:Function ; skos:inScheme polder:functies ; skos:broader polder:waterafvoer", "above itself", ""),
    "window in itself": ("world", "h:hasPart polder:zomerdag , polder:zomernacht", "h:hasPart polder:zomerdag , polder:zomer", "part of itself", ""),
    "no Turtle": ("world", "h:hearsEvery true ; ", "h:hearsEvery true true", "no valid Turtle", ""),
}  # fmt: skip


@pytest.fixture
def polder(tmp_path: Path) -> Callable[..., Path]:
    """`polder(file, old, new)` gives a copy of the polder in which this was changed, once."""

    def changed(file: str, old: str, new: str) -> Path:
        shutil.copytree(POLDER, tmp_path / "polder")
        path = tmp_path / "polder" / f"{file}.ttl"
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"there {text.count(old)} times: {old}"
        path.write_text(text.replace(old, new), "utf-8")
        return path

    return changed


def mistakes(files: Iterable[Path], language: str = "en") -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as wrong:
        check_body(sorted(files), language)  # type: ignore[arg-type]
    return wrong.value.errors


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_a_mistake_is_told_once_where_it_stands(change: Change, polder: Callable[..., Path]) -> None:
    file, old, new, said, valid = change
    path = polder(file, old, new)
    (error,) = mistakes(path.parent.glob("*.ttl"))
    assert said in error.problem
    assert valid in error.valid or not valid
    text = (POLDER / f"{file}.ttl").read_text("utf-8")
    last = text[: text.index(old)].count("\n") + 1 + new.count("\n")
    first = text[: text.rindex(" .\n", 0, text.index(old))].count("\n") + 1
    assert error.file == str(path)
    assert first <= (error.line or 0) <= last
    assert error.column


@pytest.mark.parametrize("name", ["property", "function", "no kind", "no Turtle"])
def test_it_is_told_in_dutch_too(name: str, polder: Callable[..., Path]) -> None:
    path = polder(*CHANGED[name][:3])
    english = mistakes(path.parent.glob("*.ttl"))
    dutch = mistakes(path.parent.glob("*.ttl"), "nl")
    assert [one.place for one in dutch] == [one.place for one in english]
    assert all(one.problem and one.problem != other.problem for one, other in zip(dutch, english, strict=True))


def test_every_message_is_there_in_both_languages() -> None:
    shapes = parse_files(check_files())
    said: dict[object, set[str | None]] = {}
    for shape, text in shapes.pairs(sh.message):
        said.setdefault(shape, set()).add(getattr(text, "language", None))
    assert {str(shape) for shape, languages in said.items() if languages != {"nl", "en"}} == set()
    assert {str(shape) for shape, _ in shapes.pairs(sh.select)} <= {str(shape) for shape in said}


def test_the_column_is_that_of_the_value(polder: Callable[..., Path]) -> None:
    path = polder("norms", "h:rank 1", 'h:rank "een"')
    (error,) = mistakes(path.parent.glob("*.ttl"))
    line = path.read_text("utf-8").splitlines()[(error.line or 0) - 1]
    assert line[(error.column or 0) - 1 :].startswith('"een"')


def test_every_use_of_a_word_that_is_described_wrongly_is_one_mistake(polder: Callable[..., Path]) -> None:
    path = polder("world", "polder:bemaling a h:Function", "polder:bemaling a h:Functie")
    (error,) = mistakes(path.parent.glob("*.ttl"))
    assert "h:Functie" in error.problem


def test_all_mistakes_are_told_at_once_in_the_order_of_the_files(polder: Callable[..., Path]) -> None:
    path = polder("norms", "h:jointly h:Together ; h:leadBearer", "h:jointly h:Togther ; h:leadBearer")
    path.write_text(path.read_text("utf-8").replace("h:rank 1", 'h:rank "een"'), "utf-8")
    first, second = mistakes(path.parent.glob("*.ttl"))
    assert (first.line or 0) < (second.line or 0)


@pytest.mark.parametrize("folder", [POLDER, WORLD], ids=lambda folder: folder.name)
def test_good_bodies_pass(folder: Path) -> None:
    check_body(sorted(folder.glob("*.ttl")), "en")


def test_the_body_that_ships_passes() -> None:
    files = [*root().glob("ontology/care/**/*.ttl"), *root().glob("data/sources/**/*.ttl")]
    check_body(sorted(files), "en")


MAY = {
    "no label in Dutch": ("norms", 'rdfs:label "Baggeren van vaarten"@nl , ', "rdfs:label "),
    "no clause in Dutch": ("norms", 'h:says "een vaart wordt gebaggerd"@nl , ', "h:says "),
    "no tie": ("norms", "h:bearer polder:Dijkwacht ; h:tie h:AnyOfType ;", "h:bearer polder:Dijkwacht ;"),
    "no clause": ("norms", 'h:says "mag het peil niet wijzigen"@nl , "must not change the level"@en ;', ""),
    "no source": ("norms", " ; h:basedOn bron:mededinging-1", ""),
    "a source that is described elsewhere": ("norms", "h:basedOn bron:mededinging-1", "h:basedOn bron:mededinging-2"),
    "triggered by what it is part of": ("norms", "h:onGapIn polder:bemaling", "h:onGapIn polder:waterafvoer"),
    "no beginning": ("norms", 'h:validFrom "2018-01-01"^^xsd:date ; h:basedOn bron:polderwet-15', "h:basedOn bron:polderwet-15"),
}  # fmt: skip


@pytest.mark.parametrize("change", MAY.values(), ids=MAY)
def test_what_may_be_left_out(change: tuple[str, str, str], polder: Callable[..., Path]) -> None:
    check_body(sorted(polder(*change).parent.glob("*.ttl")), "en")


def test_words_of_other_vocabularies_and_links_outside_are_let_through(polder: Callable[..., Path]) -> None:
    more = "@prefix dcterms: <http://purl.org/dc/terms/> .\npolder:Waterschap dcterms:source <https://example.org/polder/bron/elders> ; rdfs:seeAlso bron:elders .\n"
    path = polder("sources", "@prefix bron:", "@prefix bron:")
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    check_body(sorted(path.parent.glob("*.ttl")), "en")


def test_a_body_is_checked_again_only_when_it_changed(
    polder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = polder("norms", "h:rank 1", "h:rank 3")
    assert Judge([path.parent]).knowledge.judging
    with monkeypatch.context() as patched:
        patched.setattr("hiaat.vetting.check_body", lambda *_: pytest.fail("checked again"))
        assert Judge([path.parent]).knowledge.judging
    path.write_text(path.read_text("utf-8").replace("h:rank 3", 'h:rank "drie"'), "utf-8")
    with pytest.raises(InputErrors):
        assert Judge([path.parent]).knowledge.judging


SCENARIO = POLDER.parent / "scenarios" / "s01_all_held" / "scenario.yaml"
COMMANDS = {
    "check": "check {file}",
    "check as data": "check {file} --format json --output {out}",
    "matrix": "matrix {file} --output {out}",
    "explain": "explain {file}",
    "query": "query changes",
    "export": "export knowledge --output {out}",
    "words": "words",
    "perspectives": "perspectives",
    "coverage": "coverage --output {out}",
    "sources": "sources verify {folder}",
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_command_refuses_a_wrong_body(
    command: str, polder: Callable[..., Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = polder("norms", "h:function polder:noodbemaling ; h:kind h:Performance , h:Org", "h:function polder:nood ; h:kind h:Performance , h:Org")  # fmt: skip
    words = command.format(file=SCENARIO, out=tmp_path / "uit", folder=tmp_path).split()
    status = main([*words, "--lang", "en", "--knowledge", str(path.parent)])
    told = capsys.readouterr()
    assert status == 2
    assert told.err.splitlines()[0].startswith(f"{path}:")
    assert "This is no function. (pn:eis_noodbemaling h:function polder:nood)" in told.err
    assert "polder:noodbemaling" in told.err.splitlines()[1]
    assert told.out == ""
    assert not (tmp_path / "uit").exists()

"""What is known of financing and of versions of the law and is not computed with: asked for here as a reader would ask for it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pyoxigraph as ox
import pytest
from tests.model.body import OURS, ROOT

from hiaat.judging import Judge
from hiaat.knowledge.terms import local

OPEN = "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX eli: <http://data.europa.eu/eli/ontology#> "
OPEN += "PREFIX h: <https://w3id.org/hiaat/ns#> PREFIX org: <http://www.w3.org/ns/org#> "
OPEN += "PREFIX prov: <http://www.w3.org/ns/prov#> "
OPEN += "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
OPEN += "PREFIX care: <https://w3id.org/hiaat/care#> PREFIX src: <https://w3id.org/hiaat/id/source/> "


@pytest.fixture(scope="module")
def store() -> ox.Store:
    loaded = ox.Store()
    for folder in ("ontology", "data/sources"):
        for path in sorted((ROOT / folder).glob("**/*.ttl")):
            loaded.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return loaded


def rows(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    solutions = store.query(OPEN + query)
    assert isinstance(solutions, ox.QuerySolutions)
    return (tuple(getattr(term, "value", "") for term in row) for row in solutions)


# -- care office regions ---------------------------------------------------------------------------------------------


def test_each_region_of_2015_had_one_office(store: ox.Store) -> None:
    found = list(
        rows(
            store,
            """SELECT ?region ?office ?day WHERE { ?post a org:Post ; org:heldBy/rdfs:label ?office ;
            dcterms:spatial/rdfs:label ?region ; dcterms:date ?day ; dcterms:source/eli:is_part_of src:aanwijzing_zorgkantoren_2015 }""",
        )
    )
    assert len(found) == len({region for region, _, _ in found}) == 32
    assert {day for _, _, day in found} == {"2015-01-01"}
    assert Counter(office for _, office, _ in found) == {
        "Achmea": 10,
        "CZ": 6,
        "VGZ": 4,
        "Menzis": 3,
        "Trias": 2,
        "Zorg en Zekerheid": 2,
        "DSW": 2,
        "Unive": 1,
        "Salland": 1,
        "Zorgkantoor Friesland": 1,
    }


def test_who_was_designated_in_a_region_can_be_asked(store: ox.Store) -> None:
    asked = """SELECT ?name WHERE { ?post org:heldBy/rdfs:label ?name ;
        dcterms:spatial/rdfs:label "Amstelland en de Meerlanden"@nl }"""
    assert list(rows(store, asked)) == [("Zorg en Zekerheid",)]


def test_of_the_region_that_came_later_no_office_is_said(store: ox.Store) -> None:
    merged = "SELECT ?old WHERE { ?new dcterms:replaces/rdfs:label ?old ; rdfs:label 'Westland Schieland Delfland'@nl }"
    assert set(rows(store, merged)) == {("Delft Westland Oostland",), ("Nieuwe Waterweg Noord",)}
    held = "SELECT ?post WHERE { ?post dcterms:spatial/rdfs:label 'Westland Schieland Delfland'@nl }"
    assert not list(rows(store, held))


# -- claims that conflict -----------------------------------------------------------------------------------------------


def test_seven_times_claims_conflict_and_no_side_is_preferred(store: ox.Store) -> None:
    sides = Counter(local(one) for one, _ in rows(store, "SELECT ?c ?p WHERE { ?c a h:ClaimConflict ; h:position ?p }"))
    assert sides == {"c1": 3, **{f"c{number}": 2 for number in range(2, 8)}}
    whole = """SELECT DISTINCT ?p WHERE { ?p a h:ClaimedPosition ; h:speaker/rdfs:label ?who ; h:paraphrase ?nl , ?en ;
        dcterms:source|prov:wasDerivedFrom|h:readAt ?where . FILTER(LANG(?nl) = "nl" && LANG(?en) = "en") }"""
    assert len(list(rows(store, whole))) == 15
    more = {
        word.rsplit("/", 1)[-1]
        for (word,) in rows(store, "SELECT DISTINCT ?w WHERE { ?p a h:ClaimedPosition ; ?w ?v }")
    }
    assert more <= {
        "ns#speaker",
        "ns#paraphrase",
        "ns#readAt",
        "date",
        "source",
        "prov#wasDerivedFrom",
        "22-rdf-syntax-ns#type",
    }


def test_each_side_is_of_one_speaker(store: ox.Store) -> None:
    """Who says which half can be told: what two say is two sides."""
    of = Counter(one for one, _ in rows(store, "SELECT ?p ?who WHERE { ?p a h:ClaimedPosition ; h:speaker ?who }"))
    assert set(of.values()) == {1}


def test_the_sides_of_a_conflict_have_different_speakers(store: ox.Store) -> None:
    same = """SELECT ?c WHERE { ?c h:position ?one , ?other . ?one h:speaker ?who . ?other h:speaker ?who .
        FILTER(?one != ?other) }"""
    assert not list(rows(store, same))


# -- care profiles -------------------------------------------------------------------------------------------------------


def test_profiles_have_the_title_of_the_annex(store: ox.Store) -> None:
    asked = "SELECT ?code ?title WHERE { ?p a care:Zorgprofiel ; skos:notation ?code ; dcterms:title ?title }"
    titled = {row[0]: row[1] for row in rows(store, asked)}
    assert set(titled) == {*(f"VV{number}" for number in range(4, 11)), *(f"VG{number}" for number in range(3, 9))}
    assert titled["VV5"] == "VV Beschermd wonen met intensieve dementiezorg"


@pytest.mark.parametrize(
    ("group", "profiles"),
    [
        ("profielen_intensieve_huisartsenzorg", {"VV5", "VV6", "VV7", "VV8", "VV9", "VV10"}),
        ("profielen_kwaliteitstoeslag", {"VV4", "VV5", "VV6", "VV7", "VV8"}),
    ],
)
def test_thresholds_take_these_profiles(store: ox.Store, group: str, profiles: set[str]) -> None:
    assert {
        code for (code,) in rows(store, f"SELECT ?c WHERE {{ care:{group} skos:member/skos:notation ?c }}")
    } == profiles


# -- versions of the law ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "last", "first"),
    [
        ("awbz", "wlz", "2014-12-31", "2015-01-01"),
        ("bza_awbz", "blz", "2014-12-31", "2015-01-01"),
        ("bopz", "wzd", "2019-12-31", "2020-01-01"),
        ("bopz", "wvggz", "2019-12-31", "2020-01-01"),
        ("wtzi", "wtza", None, "2022-01-01"),  # part of it is still in force: only the admission ended
        ("sub_extramuraal", "gzsp_zvw", "2020-12-31", "2020-01-01"),  # in two steps
        ("kk_vph2017", "generiek_kompas", "2024-06-30", "2024-07-01"),
        ("kk_wijkverpleging", "generiek_kompas", "2024-06-30", "2024-07-01"),
        ("kk_addendum_thuis", "generiek_kompas", "2024-06-30", "2024-07-01"),
    ],
)
def test_one_regulation_follows_another_on_this_day(
    store: ox.Store, old: str, new: str, last: str | None, first: str
) -> None:
    asked = f"""SELECT ?from ?last WHERE {{ src:{old} dcterms:isReplacedBy src:{new} . src:{new} dcterms:replaces src:{old} ;
        eli:first_date_entry_in_force ?from OPTIONAL {{ src:{old} eli:date_no_longer_in_force ?last }} }}"""
    assert list(rows(store, asked)) == [(first, last or "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bza-15-eis", "wlz-3.1.1-lid-1-d-eis"),
        ("wtzi-5", "wtza-2"),
        ("wlz-3.3.2-vpt-instelling", "wlz-3.3.2-vpt-aanbieder"),
        ("sub_extramuraal-1.2-specialist", "zvw-11-specialist"),
        ("sub_extramuraal-1.2-behandelaars", "zvw-11-behandelaars"),
    ],
)
def test_one_norm_begins_the_day_after_another_ends(store: ox.Store, old: str, new: str) -> None:
    norm = f"{OURS}id/norm/"
    asked = f"SELECT ?l ?f WHERE {{ <{norm}{old}> h:validUntil ?l . <{norm}{new}> h:validFrom ?f }}"
    ((last, first),) = rows(store, asked)
    assert date.fromisoformat(first) - date.fromisoformat(last) == timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "named"),
    [
        (date(2019, 12, 31), {"sub_extramuraal-1.2-specialist", "sub_extramuraal-1.2-behandelaars"}),
        (date(2020, 6, 15), {"sub_extramuraal-1.2-behandelaars"}),
        (date(2021, 1, 1), set()),
    ],
)
def test_the_power_of_the_subsidy_is_told_as_long_as_it_lasted(day: date, named: set[str]) -> None:
    judge = Judge()
    judged = judge.judge(judge.read(ROOT / "tests" / "cases" / "subsidie-2019" / "scenario.yaml"), day)
    told = {local(act.ground) for finding in judged.judgement.findings for act in finding.acts}
    assert {name for name in told if name.startswith("sub_extramuraal-")} == named


def test_the_powers_over_a_care_plan_stand_beside_the_task_of_supervision() -> None:
    judge = Judge()
    judged = judge.judge(judge.read(ROOT / "tests" / "cases" / "vpt-thuis" / "scenario.yaml"), date(2025, 3, 15))
    over_the_plan = [
        candidate
        for cell in judged.judgement.cells
        if local(cell.function) == "regie_zorgplan" and local(cell.kind) == "Oversight"
        for candidate in cell.candidates
    ]
    assert {"wlz-10.4.1", "wlz-10.4.2"} <= {local(candidate.ground) for candidate in over_the_plan}

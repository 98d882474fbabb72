"""What an article is on can be asked for: its subject is what the norms are on that rest on it, or it is said why not.

An article whose record names no function has no subject: it is on all care, or on what is no function. Where a norm
joins several articles, such as what is insured and who answers for it, only one of them names its function.
"""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "https://w3id.org/hiaat/id/article/"
CARE = "https://w3id.org/hiaat/care#"
PREFIXES = f"""PREFIX h: <https://w3id.org/hiaat/ns#> PREFIX care: <{CARE}> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

# Topic keys of articles without a subject, and why no function is theirs.
NO_FUNCTION = {
    "afbakening": "on where one act ends and another begins, whatever the care",
    "behandelrelatie": "on any treatment",
    "bekostiging": "on money for whatever may be bought",
    "contractering": "on any care that is contracted",
    "definities": "says what words mean",
    "eigen_bijdrage": "on collecting and paying for any care",
    "indicatie": "on who is entitled, and to which profile",
    "kwaliteit_veiligheid": "on any care",
    "leveringsvorm": "on how care is delivered, whichever it is",
    "mededinging": "on any agreement that restricts competition",
    "ondersteuning": "on social support as a whole",
    "onvrijwillige_zorg": "says what involuntary care is",
    "pakket": "on all that is insured",
    "pgb_verstrekking": "on the budget, whatever it buys",
    "registratie_bevoegdheid": "on registers of professions",
    "toezicht": "on all that the supervisor watches",
    "tuchtrecht": "on all that a professional does",
    "zorgplicht": "on money for a budget, whatever it buys",
}
HOUSEKEEPING = {"maaltijden", "schoonmaak"}
TREATMENT = {"so_expertise", "avg_expertise", "behandeling_gedragskundige", "paramedische_behandeling"}
PSYCHIATRIST = {"psychiatrische_behandeling"}
MEDIATION = {"zorgbemiddeling", "vinden_huisarts"}
CASE_MANAGEMENT = {"casemanagement_dementie"}
# Articles with a subject, and the functions of norms on them that are another: the article says ... of these.
BESIDE = {
    "bzv/2.4": (
        MEDIATION | TREATMENT,
        "insures what another article lets the insurer mediate or treatment brings along",
    ),
    "bzv/2.6": (MEDIATION, "insures what another article lets the insurer mediate"),
    "bzv/2.8": (MEDIATION, "insures what another article lets the insurer mediate"),
    "bzv/2.9": (MEDIATION, "insures what another article lets the insurer mediate"),
    "bzv/2.10": (
        MEDIATION | CASE_MANAGEMENT,
        "insures what another article lets the insurer mediate; that case management is one is inferred",
    ),
    "bzv/2.12": (MEDIATION, "insures what another article lets the insurer mediate"),
    "knmg_beeindiging/beeindiging": ({"so_expertise", "avg_expertise"}, "holds for any treatment that ends"),
    "sub_extramuraal/1.2": (
        MEDIATION,
        "paid it until insurance had it, which another article lets the insurer mediate",
    ),
    "wlz/11.1.6": (HOUSEKEEPING, "takes mobility aids out of the package of which norms name the rest"),
    "wlz/3.1.1": (
        HOUSEKEEPING | PSYCHIATRIST | {"tijdelijk_verblijf"},
        "has them by its text, or by the note of its record, and not by what the record says that it regulates",
    ),
    "wlz/3.1.1-lid-1-c": (PSYCHIATRIST, "has it since 2021: the note of the record says so"),
    "wlz/3.1.1-lid-1-d": ({"anw_zorg"}, "has general medical care at any hour; that out of hours is one is inferred"),
    "wlz/3.3.3": (TREATMENT | PSYCHIATRIST | {"maaltijden", "woonruimte"}, "leaves it out of what a budget buys"),
    "wlz/4.2.1-lid-1": (None, "is on all that the act insures in kind"),
    "wmo2015/2.1.1": (
        {"logeeropvang", "mobiliteitshulpmiddelen"},
        "is on support as a whole; that it has these is inferred",
    ),
    "wmo2015/2.3.5": ({"logeeropvang"}, "the same"),
    "zvw/10": (
        MEDIATION | TREATMENT | CASE_MANAGEMENT | {"algemene_paramedische_zorg"},
        "has it in medical care; the decree names it",
    ),
    "zvw/11": (None, "is on all that is insured"),
}


@cache
def store() -> Store:
    loaded = Store()
    for path in sorted(
        (*ROOT.glob("data/sources/*/*.ttl"), *ROOT.glob("data/sources/*.ttl"), *ROOT.glob("ontology/**/*.ttl"))
    ):
        loaded.load(path=str(path), format=RdfFormat.TURTLE)
    return loaded


def rows(query: str) -> list[tuple[str, ...]]:
    found = store().query(PREFIXES + query)
    return [tuple(term.value.removeprefix(ARTICLE).removeprefix(CARE) for term in row) for row in found]  # type: ignore[union-attr]


def gathered(query: str) -> dict[str, set[str]]:
    """The second column by the first."""
    found: dict[str, set[str]] = {}
    for one, other in rows(query):
        found.setdefault(one, set()).add(other)
    return found


SUBJECTS = "SELECT ?a ?s { ?a a eli:LegalResourceSubdivision ; dcterms:subject ?s }"
TOPICS = "SELECT ?a ?key { ?a a eli:LegalResourceSubdivision ; h:topicKey ?key }"


def apart() -> dict[str, list[set[str]]]:
    """Of each article the functions of every norm on it of which none is its subject, wider or narrower."""
    wider = gathered("SELECT ?f ?wider { ?f a h:Function ; skos:broader* ?wider }")
    functions = gathered("SELECT ?norm ?f { ?norm h:basedOn ?any ; h:function ?f }")
    subjects = gathered(SUBJECTS)
    told: dict[str, list[set[str]]] = {}
    for article, norm in rows("SELECT ?a ?norm { ?a a eli:LegalResourceSubdivision . ?norm h:basedOn ?a }"):
        own, about = subjects.get(article, set()), functions.get(norm, set())
        if about and not any(one in wider[other] or other in wider[one] for one in own for other in about):
            told.setdefault(article, []).append(about)
    return told


def test_an_article_has_the_function_of_norms_on_it_as_its_subject() -> None:
    subjects, topics, wrong = gathered(SUBJECTS), gathered(TOPICS), apart()
    assert {one for one in wrong if one not in subjects and not topics[one] <= set(NO_FUNCTION)} == set()
    assert {one for one in wrong if one in subjects} == set(BESIDE), "an exception that is none any more goes"
    for article, (functions, _) in BESIDE.items():
        assert functions is None or all(one & functions for one in wrong[article]), article


def test_a_subject_of_an_article_is_a_function() -> None:
    assert (
        rows("""SELECT ?a ?s { ?a a eli:LegalResourceSubdivision ; dcterms:subject ?s
        FILTER NOT EXISTS { ?s a h:Function } }""")
        == []
    )


@pytest.mark.parametrize(
    ("function", "articles"),
    [
        ("logeeropvang", {"blz/3.1.3", "wlz/3.1.1", "wlz/3.3.3"}),
        ("farmaceutische_zorg", {"bza_awbz/15", "bzv/2.8", "wlz/3.1.1-lid-1-d", "wlz/3.3.2-lid-2", "zvw/10"}),
        ("tandheelkundige_zorg", {"wlz/3.1.1-lid-1-d", "wlz/3.3.2-lid-2", "zvw/10"}),
        ("toetreding", {"wtza/2", "wtza/4", "wtza/5", "wtza/7", "wtza/8", "wtzi/5"}),
        ("zorgvervoer", {"bzv/2.14", "nza_br_vpt/1", "wlz/3.1.1", "wlz/3.3.3", "zvw/10"}),
        ("wijkverpleging", {"blz/3.1.5", "bzv/2.10", "zvw/10", "zvw/13a"}),
        ("zorgverantwoordelijke", {"wzd/5", "wzd/7", "wzd/8"}),
        ("algemene_paramedische_zorg", {"bzv/2.6"}),
        ("hulpmiddelen_bij_zorg", {"bzv/2.9", "wlz/3.1.1-lid-1-d", "wlz/3.3.2-lid-2", "zvw/10"}),
        ("mobiliteitshulpmiddelen", {"blz/3.1.2", "rlz/2.3", "wlz/11.1.6", "wlz/3.1.1"}),
        ("verpleging_en_verzorging", {"lhv_leidraad2018/randvoorwaarde-6", "wlz/3.1.1", "wlz/3.3.3"}),
    ],
)
def test_which_articles_are_on_a_function(function: str, articles: set[str]) -> None:
    """By what the records of these articles name; `inschrijving` with an executor of the Wlz is no registration with a GP."""
    assert {
        one for (one,) in rows(f"SELECT ?a {{ ?a a eli:LegalResourceSubdivision ; dcterms:subject care:{function} }}")
    } == articles


def test_the_specialist_is_found_in_act_decree_and_guidance() -> None:
    found = {
        one for (one,) in rows("SELECT ?a { ?a a eli:LegalResourceSubdivision ; dcterms:subject care:so_expertise }")
    }
    assert {"wlz/3.1.1-lid-1-c", "bzv/2.4", "kk_vph2017/artsenfunctie", "lhv_leidraad2018/randvoorwaarde-5"} <= found
    assert "wlz/2.2.1" not in {one for (one,) in rows("SELECT ?a { ?a dcterms:subject care:inschrijving }")}


def test_a_topic_key_of_articles_alone_leads_to_a_function() -> None:
    said = {key for (key,) in rows("SELECT ?key { ?s a h:Statement ; h:topicKey ?key }")}
    keys = set().union(*gathered(TOPICS).values()) - said
    pairs = rows("SELECT ?text ?function { ?key h:namesTopic ?text ; h:keyOf ?function . ?function a h:Function }")
    found = {(key, function) for key, function in pairs if key in keys}
    assert found == {
        ("ANW", "anw_zorg"),
        ("farmacie", "farmaceutische_zorg"),
        ("hulpmiddelen", "hulpmiddelen_bij_zorg"),
        ("hulpmiddelen", "mobiliteitshulpmiddelen"),
        ("logeeropvang", "logeeropvang"),
        ("paramedisch", "algemene_paramedische_zorg"),
        ("regie_zorgplan", "regie_zorgplan"),
        *{("specifieke_behandeling", one) for one in TREATMENT},
        ("tandzorg", "tandheelkundige_zorg"),
        ("toelating", "toetreding"),
        ("verpleging_verzorging", "verpleging_en_verzorging"),
        ("verpleging_verzorging", "wijkverpleging"),
        ("vervoer", "zorgvervoer"),
    }

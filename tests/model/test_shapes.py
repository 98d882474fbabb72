"""The knowledge keeps to the shapes of the model; and each shape complains where a copy of the knowledge breaks it.

Of a file all changes are made in one copy; each must be noticed, and nothing else may be.
"""

import re
from functools import cache

import pytest
from rdflib import RDF, SH, Graph, URIRef
from tests.model.shapes import FOLDER, Result, changed, results

FILES = sorted(path.stem for path in FOLDER.glob("*.ttl"))
ID = "https://w3id.org/hiaat/id/"
NS = "https://w3id.org/hiaat/ns"
CARE = "https://w3id.org/hiaat/care#"

# What is changed, of what the shapes then complain, and what they say.
BROKEN: dict[str, dict[str, tuple[str, str, str]]] = {
    "terms": {
        "no Dutch label": ("DELETE { h:Norm rdfs:label ?l } WHERE { h:Norm rdfs:label ?l FILTER(lang(?l) = 'nl') }", f"{NS}#Norm", "A word has a label"),
        "no English definition": ("DELETE { care:anw_zorg skos:definition ?l } WHERE { care:anw_zorg skos:definition ?l FILTER(lang(?l) = 'en') }", f"{CARE}anw_zorg", "A word has a label"),
        "no label at all": ("INSERT DATA { h:Nieuw a owl:Class }", f"{NS}#Nieuw", "A word has a label"),
        "a sentence in one language": ("INSERT DATA { id:zin a h:Sentence ; h:text 'iets'@nl }", f"{ID}zin", "A sentence is there once"),
        "two labels": ("INSERT DATA { h:Duty rdfs:label 'moeten'@nl }", f"{NS}#Duty", "A label has a language"),
        "a label without a language": ("INSERT DATA { h:Power rdfs:label 'kunnen' }", f"{NS}#Power", "A label has a language"),
        "two preferred labels": ("INSERT DATA { care:mdo skos:prefLabel 'overleggen'@nl }", f"{CARE}mdo", "A preferred label"),
        "two definitions": ("INSERT DATA { h:Liberty skos:definition 'Wat mag.'@nl }", f"{NS}#Liberty", "A definition has"),
        "a misspelt property": ("INSERT DATA { norm:HP24-050 h:bearrer care:Woonvorm }", NS, "This property is described nowhere"),
        "a misspelt value": ("INSERT DATA { norm:HP24-050 h:basedOn stm:HP24-999 }", NS, "This is named and described nowhere"),
    },
    "norms": {
        "of two sorts": ("INSERT DATA { norm:HP24-050 a h:Duty }", "norm/HP24-050", "A norm is of one sort"),
        "no English label": ("DELETE { ?n rdfs:label ?l } WHERE { BIND(norm:HP24-018 AS ?n) ?n rdfs:label ?l FILTER(lang(?l) = 'en') }", "norm/HP24-018", "A norm has a label"),
        "says nothing in Dutch": ("DELETE { ?n h:says ?l } WHERE { BIND(norm:HP24-019 AS ?n) ?n h:says ?l FILTER(lang(?l) = 'nl') }", "norm/HP24-019", "once in Dutch"),
        "says two things in English": ("INSERT DATA { norm:HP24-020 h:says 'something else'@en }", "norm/HP24-020", "once in English"),
        "no voice": ("DELETE WHERE { norm:HP24-022 h:voice ?v }", "norm/HP24-022", "has a voice"),
        "a voice that is none": ("INSERT DATA { norm:LL18-057 h:voice care:zorg }", "norm/LL18-057", "has a voice"),
        "two forces": ("INSERT DATA { norm:LL18-058 h:force h:StatuteForce }", "norm/LL18-058", "has one force"),
        "no beginning": ("DELETE WHERE { norm:LL18-059 h:validFrom ?d }", "norm/LL18-059", "from one date on"),
        "a beginning that is no date": ("DELETE { ?n h:validFrom ?d } INSERT { ?n h:validFrom '2018-13' } WHERE { BIND(norm:KB19-053 AS ?n) ?n h:validFrom ?d }", "norm/KB19-053", "from one date on"),
        "two ends": ("INSERT DATA { norm:LL18-059-eis h:validUntil '2031' , '2032' }", "norm/LL18-059-eis", "until one date at most"),
        "ends before it begins": ("DELETE { ?n h:validUntil ?d } INSERT { ?n h:validUntil '1999' } WHERE { BIND(norm:LL18-058-so AS ?n) OPTIONAL { ?n h:validUntil ?d } }", "norm/LL18-058-so", "does not end before"),
        "a text of no date": ("INSERT DATA { <https://w3id.org/hiaat/id/norm/wlz-3.1.1-lid-1-b-eis> h:textReadFrom 'gisteren' }", "norm/wlz-3.1.1-lid-1-b-eis", "of one date at most"),
        "no source": ("DELETE WHERE { norm:BT18-081 h:basedOn ?s }", "norm/BT18-081", "rests on a statement"),
        "a source that is no passage": ("INSERT DATA { norm:BT18-084 h:basedOn <https://w3id.org/hiaat/id/source/wlz> }", "norm/BT18-084", "rests on a statement"),
        "no such certainty": ("INSERT DATA { <https://w3id.org/hiaat/id/norm/wlz-3.1.1-lid-1-c-eis> h:confidence 'zeker' }", "norm/wlz-3.1.1-lid-1-c-eis", "How sure a norm is"),
        "nothing but a type": ("INSERT DATA { norm:leeg a h:SupervisionRule }", "norm/leeg", "names whom it binds"),
        "no tie": ("INSERT DATA { norm:leeg-2 a h:Duty }", "norm/leeg-2", "ties its bearer"),
        "a requirement without a function": ("INSERT DATA { norm:leeg-3 a h:Requirement }", "norm/leeg-3", "names a function"),
        "a requirement without a kind": ("INSERT DATA { norm:leeg-4 a h:Requirement }", "norm/leeg-4", "names a kind of responsibility"),
        "a liberty with a kind alone": ("INSERT DATA { norm:leeg-5 a h:Advice ; h:kind h:Performance }", "norm/leeg-5", "also names bearer"),
        "a financing rule without a route": ("INSERT DATA { norm:leeg-6 a h:FinancingRule }", "norm/leeg-6", "a way of payment"),
        "a precondition of nothing": ("INSERT DATA { norm:leeg-7 a h:Precondition }", "norm/leeg-7", "says of what"),
        "a precondition without a condition": ("INSERT DATA { norm:leeg-8 a h:Precondition }", "norm/leeg-8", "names a condition"),
        "an exception to nothing": ("INSERT DATA { norm:leeg-9 a h:Exception }", "norm/leeg-9", "what it lifts"),
        "a function as the condition of a limit": ("INSERT DATA { norm:leeg-11 a h:CompetenceLimit ; h:condition care:zorgvraag_eist_so_24_7 , care:so_te_consulteren }", "norm/leeg-11", "that somebody performs a function"),
        "a function as a precondition of an exception": ("INSERT DATA { norm:LL18-082 h:conditionOf norm:LL18-134 }", "norm/LL18-134", "that somebody performs a function"),
        "an ending rule that ends nothing": ("INSERT DATA { norm:leeg-10 a h:EndingRule }", "norm/leeg-10", "the agreement that ends"),
    },
    "orphans": {
        "a passage of nothing": ("INSERT DATA { psg:XX a oa:SpecificResource }", "passage/XX", "belongs to one statement"),
        "a statement in two places": ("INSERT DATA { stm:HP24-002 prov:wasDerivedFrom psg:HP24-003 }", "statement/HP24-002", "stands in one place"),
        "a statement of no document": ("DELETE WHERE { stm:HP24-004 prov:hadPrimarySource ?d }", "statement/HP24-004", "stands in one document"),
        "evidence of a word": ("INSERT DATA { stm:HP24-003 h:evidences care:mdo }", "statement/HP24-003", "evidences a norm, a condition"),
        "evidence of what rests on it": ("INSERT DATA { stm:HP24-018 h:evidences norm:HP24-018 }", "statement/HP24-018", "rests on the statement already"),
        "a dispute with a word": ("INSERT DATA { stm:HP24-005 h:disputes care:anw_zorg }", "statement/HP24-005", "disputes a norm"),
        "an article of no law": ("INSERT DATA { <https://w3id.org/hiaat/id/article/x/1> a eli:LegalResourceSubdivision }", "article/x/1", "part of one regulation"),
        "a speaker that says nothing": ("INSERT DATA { <https://w3id.org/hiaat/id/agent/x> a prov:Agent }", "agent/x", "says nothing"),
        "a type of no source": ("INSERT DATA { doctype:x skos:inScheme <https://w3id.org/hiaat/id/document-type> }", "document-type/x", "No source is of this type"),
        "a voice of nobody": ("INSERT DATA { care:x_voice a h:Voice }", "care#x_voice", "Nobody speaks"),
        "a function apart": ("INSERT DATA { care:x_functie a h:Function }", "care#x_functie", "falls under no other"),
        "a subject that was forgotten": ("DELETE WHERE { stm:BT18-081 dcterms:subject ?f }; INSERT DATA { stm:BT18-081 h:topicKey 'mdo' }", "care#mdo", "does not name it as its subject"),
        "a way of payment for nothing": ("INSERT DATA { care:x_route a h:FundingRoute }", "care#x_route", "way of payment"),
        "a part of no week": ("INSERT DATA { care:x_venster a h:Window }", "care#x_venster", "part of the week"),
        "a source of no type": ("INSERT DATA { <https://w3id.org/hiaat/id/source/x> a eli:LegalResource }", "source/x", "of one type"),
    },
    "concepts": {
        "no Dutch term": ("DELETE { care:mdo skos:prefLabel ?l } WHERE { care:mdo skos:prefLabel ?l FILTER(lang(?l) = 'nl') }", "care#mdo", "preferred label in Dutch"),
        "a term in no language": ("INSERT DATA { care:anw_zorg skos:prefLabel 'nachtzorg' }", "care#anw_zorg", "A preferred label has"),
        "a term that is also another": ("INSERT { care:zorg skos:altLabel ?l } WHERE { care:zorg skos:prefLabel ?l FILTER(lang(?l) = 'nl') }", "care#zorg", "is no alternative label"),
        "an alternative in no language": ("INSERT DATA { care:spoedzorg skos:altLabel 'nood' }", "care#spoedzorg", "An alternative label"),
        "a hidden term in no language": ("INSERT DATA { care:spoedzorg skos:hiddenLabel 'spoet' }", "care#spoedzorg", "A hidden label"),
        "no definition": ("DELETE WHERE { doctype:wet skos:definition ?d }", "document-type/wet", "has a definition"),
        "no scheme": ("DELETE WHERE { care:VV1 skos:inScheme ?s }", "care#VV1", "is in a concept scheme"),
        "two notations": ("INSERT DATA { care:VV2 skos:notation 'VV-2' }", "care#VV2", "one at most"),
        "below what is no concept": ("INSERT DATA { care:VV3 skos:broader stm:HP24-001 }", "care#VV3", "Above a concept"),
        "above, though no concept": ("INSERT DATA { care:VV3 skos:broader stm:HP24-001 }", "statement/HP24-001", "is a concept"),
        "beside what is no concept": ("INSERT DATA { care:VV4 skos:related stm:HP24-001 }", "care#VV4", "Beside a concept"),
        "a note in no language": ("INSERT DATA { care:VV5 skos:note 'let op' }", "care#VV5", "A note has a language"),
        "a match with a text": ("INSERT DATA { care:VV6 skos:closeMatch 'VV06' }", "care#VV6", "matches something"),
        "a scheme that is a concept": ("INSERT DATA { care:fasen a skos:Concept }", "care#fasen", "is no concept scheme"),
        "a scheme without a name": ("DELETE WHERE { care:wetten dcterms:title ?t }", "care#wetten", "has a name"),
        "a top that is no concept": ("INSERT DATA { care:wetten skos:hasTopConcept stm:HP24-001 }", "care#wetten", "At the top"),
        "an empty scheme": ("INSERT DATA { care:leeg a skos:ConceptScheme ; dcterms:title 'leeg'@nl , 'empty'@en }", "care#leeg", "In a concept scheme"),
        "the same notation": ("INSERT DATA { care:VV7 skos:notation 'VV8' }", "care#zorgprofielen", "same notation"),
        "the same term": ("INSERT { care:VV9 skos:prefLabel ?l } WHERE { care:VV10 skos:prefLabel ?l }", "care#zorgprofielen", "same preferred label"),
        "a top with something above it": ("INSERT DATA { care:zorg skos:broader care:mdo }", "care#functies", "above a top concept"),
        "a match within a scheme": ("INSERT DATA { care:VG3 skos:closeMatch care:VG4 }", "care#zorgprofielen", "of one scheme"),
        "above itself": ("INSERT DATA { care:VG1 skos:broader care:VG2 . care:VG2 skos:broader care:VG1 }", "care#VG1", "not above itself"),
    },
    "profile": {
        "a condition with all of": ("INSERT DATA { [ a owl:Restriction ; owl:onProperty care:fase ; owl:allValuesFrom care:Fase ] rdfs:subClassOf h:Situation }", "_", "makes no condition"),
        "a condition as what follows": ("INSERT DATA { care:x rdfs:subClassOf [ a owl:Restriction ; owl:onProperty care:fase ; owl:hasValue care:wonen ] }", "_", "a class with a name"),
        "a restriction on nothing": ("INSERT DATA { [ a owl:Restriction ; owl:hasValue care:wonen ] rdfs:subClassOf h:Situation }", "_", "on one property"),
        "a restriction to two": ("INSERT DATA { [ a owl:Restriction ; owl:onProperty care:fase ; owl:hasValue care:a , care:b ] rdfs:subClassOf h:Situation }", "_", "one value or one class"),
        "a complement": ("INSERT DATA { care:Ander a owl:Class ; owl:complementOf care:Fase }", "care#Ander", "not in the part"),
        "a cardinality": ("INSERT DATA { care:Een a owl:Class ; owl:maxCardinality 1 }", "care#Een", "not in the part"),
        "a reflexive property": ("INSERT DATA { care:zelf a owl:ReflexiveProperty }", "care#zelf", "not in the part"),
        "a property of two sorts": ("INSERT DATA { h:bearer a owl:DatatypeProperty }", "ns#bearer", "not to both"),
        "a value instead of a thing": ("INSERT DATA { norm:HP24-050 h:voice 'lhv' }", "ns#voice", "points to things, and here"),
        "a thing instead of a value": ("INSERT DATA { norm:HP24-050 h:confidence care:zeker }", "ns#confidence", "points to values, and here"),
        "a chain of one": ("INSERT DATA { care:fase owl:propertyChainAxiom ( care:fase ) }", "care#fase", "A chain is"),
    },
}  # fmt: skip
CASES = [(name, case) for name, cases in BROKEN.items() for case in cases]


@pytest.mark.parametrize("name", BROKEN)
def test_the_knowledge_keeps_to_the_shapes(name: str) -> None:
    assert results(name) == []


@cache
def broken(name: str) -> tuple[Result, ...]:
    """What the shapes of a file say of a copy in which everything was changed."""
    return tuple(results(name, changed(" ; ".join(update for update, _, _ in BROKEN[name].values()))))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_breaks_a_shape_is_noticed(name: str, case: str) -> None:
    _, focus, message = BROKEN[name][case]
    assert any(one.focus.endswith(focus) and message in one.message for one in broken(name)), case


def test_every_shape_is_broken_by_a_case() -> None:
    """Each message of a shape is one that a case expects, or says the same of what was tried for another shape."""
    expected = [message for cases in BROKEN.values() for _, _, message in cases.values()]
    for name in BROKEN:
        graph = Graph().parse(FOLDER / f"{name}.ttl")
        told = {str(text) for text in graph.objects(None, SH.message) if getattr(text, "language", "") == "en"}
        assert {text for text in told if not any(message in text for message in expected)} == set(), name


@pytest.mark.parametrize("name", BROKEN)
def test_every_shape_has_a_target_or_is_used_by_one(name: str) -> None:
    graph = Graph().parse(FOLDER / f"{name}.ttl")
    targets = {SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf}
    for shape in set(graph.subjects(RDF.type, SH.NodeShape)) | set(graph.subjects(RDF.type, SH.PropertyShape)):
        assert isinstance(shape, URIRef)
        aimed = any((shape, target, None) in graph for target in targets)
        assert aimed or list(graph.subjects(None, shape)), shape


def test_messages_are_in_both_languages() -> None:
    for name in BROKEN:
        text = (FOLDER / f"{name}.ttl").read_text("utf-8")
        found = re.findall(r'sh:message "[^"]*"@nl ,\s+"[^"]*"@en', text)
        assert len(found) == text.count("sh:message"), name


def test_every_file_of_shapes_is_run() -> None:
    assert set(FILES) == {*BROKEN, "disjoint"}

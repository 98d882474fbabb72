"""The shapes of knowledge are standard SHACL: pySHACL finds of a body what is found here, by the same shapes."""

from pathlib import Path

import pyshacl
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from hiaat.knowledge.body import check_files, core_files, parse_files
from hiaat.scenario.shacl import Checker

POLDER = Path(__file__).parents[1] / "foreign" / "polder"
# A mistake for each way in which shapes are run.
CHANGES = [
    ("h:function polder:crisisleiding ; h:kind", "h:function polder:winter ; h:kind"),
    ("h:bearer polder:Dijkwacht ;", "h:bearer polder:deltatoezicht ;"),
    ("h:rank 1", 'h:rank "een"'),
    ('"2010-01-01"^^xsd:date ; h:basedOn bron:polderwet-3', '"ooit" ; h:basedOn bron:polderwet-3'),
    ("h:lifts pn:grens_aannemer_winter", "h:lifts pn:eis_dijkherstel"),
    ("h:requiresIf polder:dient_meer_percelen", "h:requiresIf polder:bemaling_in_de_winter"),
    ("h:onGapIn polder:bemaling", "h:onGapIn polder:noodbemaling"),
    ("h:kind h:Oversight ;", ""),
    ("polder:fonds_van ; h:function polder:baggeren", "polder:fonds_van"),
    ("owl:hasValue polder:subsidie ]", "owl:hasValue polder:diep ]"),
    ("h:hasPart polder:zomerdag , polder:zomernacht", "h:hasPart polder:zomerdag , polder:zomer"),
]  # fmt: skip

MORE = """
polder:bemaling skos:narrower polder:baggeren ; owl:sameAs polder:dijkherstel .
polder:zomer skos:broader polder:winter .
polder:iedereen h:hears polder:wetgever .
polder:deltatoezicht h:canPerform polder:bemaling .
polder:Bijzonder a owl:Class ; rdfs:subClassOf h:Situation .
[ a owl:Restriction ; owl:onProperty polder:object ; owl:allValuesFrom polder:Waterschap ] rdfs:subClassOf polder:Bijzonder .
[ a owl:Class ; owl:intersectionOf polder:Bijzonder ] rdfs:subClassOf polder:Bijzonder .
polder:Leeg a owl:Class ; rdfs:subClassOf h:Situation .
pn:verbod_peil a h:Duty ; h:appliesIn polder:Leeg ; h:tie h:Performing ; h:lifts pn:grens_aannemer_winter .
pn:mag_baggeren h:tie h:FormerHolder ; h:requiresIf polder:toegang_vrij .
pn:eis_dijkherstel h:bearer polder:Waterschap ; h:condition polder:toegang_vrij .
pn:leidt a h:JointDuty ; h:bearer polder:Waterschap , polder:Gemeente ; h:leadBearer polder:Gemaalwachter , h:Actor ; h:escalatesTo polder:wetgever .
pn:opzeggen a h:EndingRule ; h:termDays -1 .
[] a h:Liberty .
"""


def test_pyshacl_finds_the_same(tmp_path: Path) -> None:
    text = "\n".join(file.read_text("utf-8") for file in sorted(POLDER.glob("*.ttl")))
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    body = tmp_path / "body.ttl"
    body.write_text(text + MORE, "utf-8")
    shapes = [file for file in check_files() if file.name != "words.ttl"]
    own, known = parse_files([body]), parse_files([*core_files(), body])
    ours = {str(one.shape) for one in Checker(parse_files(shapes), own, known).results()}
    assert named(ours) == named(by_pyshacl([*core_files(), body], shapes))
    assert (
        len(named(ours)) >= len(CHANGES) + MORE.count("\n") - 8
    )  # some are told by the same shape, or by one without a name


def named(shapes: set[str]) -> set[str]:
    """Those with a name; what has none differs from parser to parser."""
    return {shape.strip("<>") for shape in shapes if "shape/knowledge/" in shape}


def by_pyshacl(files: list[Path], shapes: list[Path]) -> set[str]:
    """The shapes that pySHACL has something to say by, of what the body itself describes or names."""
    data, rules = Graph(), Graph()
    for file in files:
        data.parse(file)
    for file in shapes:
        rules.parse(file)
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, advanced=False)
    assert isinstance(report, Graph)
    return {str(_shape(report, one)) for one in report.subjects(RDF.type, SH.ValidationResult)}


def _shape(report: Graph, result: Node) -> Node | None:
    """The constraint in SPARQL, or else the shape."""
    constraint = report.value(result, SH.sourceConstraint)
    return constraint if isinstance(constraint, URIRef) else report.value(result, SH.sourceShape)

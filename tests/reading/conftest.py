"""A made-up body of knowledge with one document of five lines, and the document."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

LINES = [
    "Afspraken over de sleutel",
    "De beheerder bewaart hem.",
    "Wie hem leent, brengt hem terug.",
    "Niemand zegt wanneer.",
    "Einde",
]
TEXT = "\n".join(LINES) + "\n"
HEAD = """@prefix h: <https://w3id.org/hiaat/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix x: <https://example.org/sleutel/> .

x:brief a eli:LegalResource ; rdfs:label "Sleutelbrief"@nl , "Key letter"@en ;
  h:textFile "sleutel.txt" ; h:lineCount 5 ; h:textDigest "{whole}" .
x:wet a eli:LegalResource ; rdfs:label "Sleutelwet"@nl .
x:oud a eli:LegalResource ; rdfs:label "Oude sleutelwet"@nl .
x:wet-1 a eli:LegalResourceSubdivision ; eli:is_part_of x:wet ; eli:number "1" .
x:wet-2 a eli:LegalResourceSubdivision ; eli:is_part_of x:wet ; eli:number "2" .
x:plicht h:basedOn x:wet-1 , x:S-2 ; h:force h:StatuteForce .
x:claim h:basedOn x:S-3 ; h:force h:VoiceForce .
"""
STATEMENT = """x:S-{n} a h:Statement ; dcterms:identifier "S-{n}" ; prov:hadPrimarySource x:brief ; prov:wasDerivedFrom x:P-{n} ;
  h:statementType h:{type} ; h:gapRelevance h:{relevance} ; h:paraphrase "zin {n}"@nl , "sentence {n}"@en .
x:P-{n} oa:hasSource x:brief ; h:firstLine {first} ; h:lastLine {last} ; h:textDigest "{digest}" .
"""
STATEMENTS = [
    ("FactStatement", "RelevanceNone", 1, 1),
    ("DutyStatement", "RelevanceAssigns", 2, 2),
    ("PositionStatement", "RelevanceAssigns", 2, 3),
    ("SignalStatement", "RelevanceContested", 4, 4),
    ("FactStatement", "RelevanceLimits", 3, 4),
]

Body = Callable[..., Path]


def sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.fixture
def body(tmp_path: Path) -> Body:
    """`body(lines=.., old=..)` gives the folder with the knowledge; `old`, `new` change its text."""

    def body(old: str = "", new: str = "") -> Path:
        text = HEAD.format(whole=sha(TEXT))
        for number, (kind, relevance, first, last) in enumerate(STATEMENTS, 1):
            text += STATEMENT.format(
                n=number,
                type=kind,
                relevance=relevance,
                first=first,
                last=last,
                digest=sha("\n".join(LINES[first - 1 : last])),
            )
        text += "x:S-4 h:dependsOn x:S-2 .\n"
        assert old in text
        folder = tmp_path / "kennis"
        folder.mkdir(exist_ok=True)
        (folder / "sleutel.ttl").write_text(text.replace(old, new, 1) if old else text, "utf-8")
        return folder

    return body


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder with a good copy of the document."""
    folder = tmp_path / "kopieen"
    folder.mkdir()
    (folder / "sleutel.txt").write_bytes(TEXT.encode())
    return folder

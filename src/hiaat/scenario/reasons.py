"""Why a parser cannot read a file, in the words of this house."""

import re

from hiaat.scenario.messages import Language

REASONS = {
    # YAML
    "mapping values are not allowed": "een dubbele punt kan hier niet; zet een tekst met ': ' tussen aanhalingstekens",
    "cannot start any token": "met dit teken (een tab, @, %, `) begint hier niets; spring in met spaties",
    "did not find expected ','": "hier hoort een komma of sluithaakje",
    "expected '-' indicator": "hier hoort een '-'; kijk hoe ver de regel inspringt",
    "did not find expected key": "hier hoort een sleutel; kijk hoe ver de regel inspringt",
    "could not find expected ':'": "na een sleutel hoort een dubbele punt",
    "unexpected end of stream": "een tekst tussen aanhalingstekens is niet afgesloten; "
    "begint een woord met 's, zet het tussen dubbele",
    "expected node content": "hier ontbreekt een waarde",
    # Turtle
    "has not been declared": "het voorvoegsel is niet bekend; schrijf een @prefix",
    "A dot is expected": "aan het eind van een uitspraak hoort een punt",
    "is not a valid RDF object": "hier hoort een waarde",
    "is not a valid predicate": "hier hoort een eigenschap",
    "Unexpected end of file": "het bestand houdt hier op, maar er is nog iets open",
    "should end with a ']'": "hier hoort een ']'",
    # JSON
    "Trailing commas": "hier staat een komma te veel",
    "must be followed by a comma": "hier hoort een komma of '}'",
    "keys must be strings": "een sleutel staat tussen dubbele aanhalingstekens, met een dubbele punt erna",
    "Unexpected char": "dit teken past hier niet",
}
"""What the parsers say in English, by a piece of it, for readers of Dutch; what is not here stays as it is."""


def reason(said: object, language: Language) -> str:
    """Why a file cannot be parsed, without the place, that is told beside it."""
    text = re.sub("^Parser error .*?: ", "", str(said))
    return next((dutch for piece, dutch in REASONS.items() if language == "nl" and piece in text), text)

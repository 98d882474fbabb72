"""What the reader says to the analyst about a file: about form only, in Dutch and in English.

Sentences about the field, law and findings are data of the model. These speak of keys, words, dates and names, whatever
the body of knowledge is.
"""

from typing import Literal

Language = Literal["nl", "en"]

MESSAGES: dict[str, tuple[str, str]] = {
    # The file as a whole
    "no file": ("dit bestand kan niet worden gelezen ({reason})", "this file cannot be read ({reason})"),
    "name no text": (
        "de naam van dit bestand of zijn map is geen tekst in UTF-8; geef het een andere naam",
        "the name of this file or its folder is no text in UTF-8; give it another name",
    ),
    "no format": (
        "aan '{suffix}' is niet te zien wat voor bestand dit is",
        "'{suffix}' does not tell what file this is",
    ),
    "empty file": ("het bestand is leeg", "the file is empty"),
    "no utf-8": ("dit is geen tekst; bewaar het bestand als UTF-8", "this is no text; save the file as UTF-8"),
    "unprintable": ("hier staat een onzichtbaar teken ({code})", "there is an invisible character here ({code})"),
    "no yaml": ("dit is geen geldige YAML: {reason}", "this is no valid YAML: {reason}"),
    "second document": ("één bestand is één scenario; haal regel '---' weg", "one file is one scenario; remove '---'"),
    "anchor": (
        "verwijzingen ('&{name}', '*{name}') kunnen hier niet; schrijf het uit",
        "references ('&{name}', '*{name}') are not used here; write it out",
    ),
    "tag": ("'{tag}' hoort hier niet; schrijf gewone woorden", "'{tag}' does not belong here; write plain words"),
    "too deep": ("dit is dieper dan {limit} niveaus", "this is nested more than {limit} deep"),
    "keys expected": ("hier horen sleutels met een dubbele punt", "keys, each with a colon, belong here"),
    "key no word": ("een sleutel is een woord, geen lijst", "a key is a word, not a list"),
    "key twice": (
        "'{word}' staat er twee keer; eerder op regel {line}",
        "'{word}' is there twice; before on line {line}",
    ),
    "version": ("onbekende versie '{word}'", "unknown version '{word}'"),
    # Keys, words, values
    "unknown key": ("'{word}' is hier geen sleutel", "'{word}' is no key here"),
    "unknown key alone": (
        "'{word}' is hier geen sleutel; hoort het bij een tekst met een komma, zet die dan tussen aanhalingstekens",
        "'{word}' is no key here; if it belongs to a text with a comma, put that text in quotes",
    ),
    "same key": ("'{word}' zegt hetzelfde als '{other}', dat er al staat", "'{word}' is the same key as '{other}'"),
    "missing": ("hier ontbreekt '{key}'", "'{key}' is missing here"),
    "one of": ("schrijf één van: {keys}", "write one of: {keys}"),
    "only one of": ("schrijf niet meer dan één van: {keys}", "write no more than one of: {keys}"),
    "nothing written": (
        "hier staat niets; laat de sleutel weg of vul in",
        "nothing is written here; leave out the key or fill in",
    ),
    "word expected": (
        "hier hoort één woord of naam, geen lijst of sleutels",
        "one word or name belongs here, no list or keys",
    ),
    "one value": ("hier kan er maar één staan", "only one fits here"),
    "said twice": ("'{word}' staat hier al", "'{word}' is here already"),
    "too few": ("hier horen er minstens twee", "at least two belong here"),
    "unknown word": ("'{word}' is niet bekend als {sort}", "'{word}' is not known as {sort}"),
    "unknown word of many": (
        "'{word}' is niet bekend als {sort}; alle woorden: hiaat words \"{sort}\"",
        "'{word}' is not known as {sort}; all words: hiaat words \"{sort}\" --lang en",
    ),
    "two meanings": ("'{word}' kan hier twee dingen zijn; kies er één", "'{word}' can be two things here; choose one"),
    "bad date": ("'{word}' is geen datum", "'{word}' is no date"),
    "day needed": ("hier hoort één dag, geen maand", "one day belongs here, no month"),
    "end before start": (
        "dit eindigt ({end}) voor het begint ({start})",
        "this ends ({end}) before it starts ({start})",
    ),
    "no number": ("'{word}' is geen heel getal van 1 of meer", "'{word}' is no whole number of 1 or more"),
    "no term": ("'{word}' is geen termijn", "'{word}' is no term"),
    "no yes": ("'{word}' kan hier niet staan", "'{word}' does not fit here"),
    # Names in the scenario
    "unknown name": ("'{word}' staat niet bij '{section}'", "'{word}' is not among '{section}'"),
    "name twice": (
        "de naam '{word}' is al gebruikt op regel {line}",
        "the name '{word}' is used already on line {line}",
    ),
    "no party named": (
        "na '{word}' hoort een partij, en die staat er niet",
        "after '{word}' a party belongs, and there is none",
    ),
    "of itself": ("'{word}' kan dit niet van zichzelf zijn", "'{word}' cannot be this of itself"),
    "several such": (
        "er zijn meer afspraken '{word}'; geef ze een naam",
        "there are several agreements '{word}'; name them",
    ),
    "no taker": (
        "van deze partijen kan niemand doen wat bij '{kind}' hoort",
        "none of these parties can do what '{kind}' brings",
    ),
    "cannot take on": (
        "'{word}' kan niet doen wat bij '{kind}' hoort",
        "'{word}' cannot do what '{kind}' brings",
    ),
    "for nobody": (
        "'{kind}' is met wie het betreft zelf; zij staan er niet bij",
        "'{kind}' is with those whose situation it is; they are not here",
    ),
    "own word": ("'{word}' bestaat al in het model", "'{word}' is in the model already"),
    "not stated": (
        "'{word}' volgt uit wat hierboven is afgesproken en wordt niet apart gezegd, want '{part}' is volledig",
        "'{word}' follows from what was agreed and is not stated apart, since '{part}' is in full",
    ),
    "no date to judge": ("er is geen peildatum", "there is no date to judge"),
    # Derived scenarios
    "derived too far": (
        "dit is van meer dan {limit} scenario's na elkaar afgeleid",
        "this is derived from more than {limit} scenarios, one from the other",
    ),
    "derived from itself": ("dit scenario is van zichzelf afgeleid", "this scenario is derived from itself"),
    "only in changes": ("zet '{word}' onder '{changes}'", "put '{word}' under '{changes}'"),
    "there already": ("'{word}' staat er al; gebruik '{replace}'", "'{word}' is there already; use '{replace}'"),
    "nothing to change": ("'{word}' komt in het andere scenario niet voor", "'{word}' is not in the other scenario"),
    "no period": ("dit heeft geen einddatum", "this has no last day"),
    # Graphs
    "no graph": ("dit is geen geldig {format}: {reason}", "this is no valid {format}: {reason}"),
    "one scenario": ("hier hoort één {cls}; er zijn er {count}", "one {cls} belongs here; there are {count}"),
    "unknown property": ("'{term}' is in het model geen eigenschap", "'{term}' is no property in the model"),
    "key already": ("'{word}' is al een sleutel; kies een ander woord", "'{word}' is a key already; choose another"),
    "described nowhere": (
        "'{term}' wordt genoemd en is nergens beschreven",
        "'{term}' is named and described nowhere",
    ),
    "no class": (
        "'{term}' is geen klasse van iets in een scenario",
        "'{term}' is no class of anything in a scenario",
    ),
    "of the knowledge": (
        "'{term}' is van de kennis; een scenario beschrijft alleen zijn eigen dingen",
        "'{term}' belongs to the knowledge; a scenario describes only things of its own",
    ),
    "in no scenario": (
        "'{term}' staat niet in het scenario; geef het een h:inScenario",
        "'{term}' does not stand in the scenario; give it an h:inScenario",
    ),
    "unknown namespace": (
        "het model heeft geen woorden die zo beginnen: '{term}'",
        "the model has no words that begin so: '{term}'",
    ),
    "misplaced": ("'{term}' hoort niet bij '{cls}'", "'{term}' does not belong to '{cls}'"),
    "unexplained key": (
        "'{word}' staat in geen @context, en zou dus niets betekenen",
        "'{word}' is in no @context, so it would mean nothing",
    ),
    "remote context": (
        "hiaat haalt niets op van het netwerk; zet '{context}' zelf in het bestand",
        "hiaat fetches nothing from the network; put '{context}' itself in the file",
    ),
    "triple about triple": (
        "een uitspraak over een uitspraak (RDF 1.2) kan hier niet staan",
        "a statement about a statement (RDF 1.2) does not fit here",
    ),
    # What is said back
    "assumed own house": ("{tie}: {name} zelf, want er staat niemand", "{tie}: {name} itself, since nobody is named"),
    "assumed each own": ("{tie}: ieder de eigen, als één partij", "{tie}: each their own, as one party"),
    "assumed type": ("{name} telt ook als {type}", "{name} counts as {type} too"),
    "assumed untyped": ("{name}: wat voor partij het is, staat er niet", "{name}: its type is not written"),
    "assumed full": ("volledig: {parts}", "in full: {parts}"),
    "assumed day": ("{name}: laatste dag {day}", "{name}: last day {day}"),
    "not known": ("{name}, {key}: onbekend", "{name}, {key}: unknown"),
    "not mentioned": ("{name}, {key}: niet vermeld", "{name}, {key}: not mentioned"),
}


def message(key: str, language: Language, /, **details: object) -> str:
    """One sentence; long words in it are cut."""
    short = {name: value if len(str(value)) <= 80 else f"{str(value)[:77]}..." for name, value in details.items()}
    return MESSAGES[key][language == "en"].format(**short)

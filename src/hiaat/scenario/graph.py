"""The same scenario as a graph: Turtle, JSON-LD, N-Triples or N-Quads, as machines write it.

Blank nodes get an IRI of the scenario, whole numbers and truth values their shortest form, so that rules compare them
as equal. A term of the core that the model does not have is a mistake here, not a fact that no rule will ever see.
What the shapes of the input ask beyond that is asked by an engine.
"""

import re
from collections import Counter
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from hiaat.scenario.draft import Draft
from hiaat.scenario.problems import Place
from hiaat.scenario.terms import SCENARIOS, h, rdf, rdfs, xsd

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}
INTEGER = re.compile(r"[+-]?[0-9]+")
TRUTH = {"1": "true", "0": "false"}


def read_graph(data: bytes, path: Path, draft: Draft) -> Draft:
    """Read triples into a draft; stops at what is no graph."""
    file = Place(str(path))
    triples = _parse(data, path, draft)
    scenarios = {t.subject for t in triples if t.predicate == rdf.type and t.object == h.Scenario}
    if len(scenarios) != 1:
        draft.problems.stop(file, "one scenario", cls=draft.shown(h.Scenario), count=len(scenarios))
    text = data.decode("utf-8", "replace")
    scenario = scenarios.pop()
    draft.scenario = scenario if isinstance(scenario, NamedNode) else draft.scenario
    names = _names(triples, draft, scenario)
    for triple in triples:
        subject, value = names.get(triple.subject, triple.subject), names.get(triple.object, triple.object)
        if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
            draft.add(subject, triple.predicate, value, file)
            draft.places.setdefault(subject, file)
    _refuse_unknown_terms(draft, text, str(path))
    draft.problems.raise_if_any()
    titles = draft.values(draft.scenario, rdfs.label)
    draft.title = titles[0].value if titles else ""
    return draft


def _parse(data: bytes, path: Path, draft: Draft) -> list[Triple]:
    rdf_format = FORMATS[path.suffix.lower()]
    try:
        quads = list(parse(data, format=rdf_format, base_iri=SCENARIOS))
    except SyntaxError as error:
        place = Place(str(path), error.lineno or 1, error.offset or 1)
        draft.problems.stop(place, "no graph", format=rdf_format.name, reason=error.msg)
    except ValueError as error:
        draft.problems.stop(Place(str(path)), "no graph", format=rdf_format.name, reason=error)
    return [Triple(quad.subject, quad.predicate, _canonical(quad.object)) for quad in quads]


def _canonical(term: NamedNode | BlankNode | Literal | Triple) -> NamedNode | BlankNode | Literal | Triple:
    """One form for one value: engines differ in whether `01` is `1`."""
    if isinstance(term, Literal) and term.datatype == xsd.integer and INTEGER.fullmatch(term.value):
        return Literal(int(term.value))
    if isinstance(term, Literal) and term.datatype == xsd.boolean:
        return Literal(TRUTH.get(term.value, term.value), datatype=xsd.boolean)
    return term


def _names(triples: list[Triple], draft: Draft, scenario: object) -> dict[object, NamedNode]:
    """An IRI for each blank node, by the order in which they appear."""
    names: dict[object, NamedNode] = {}
    numbers: Counter[str] = Counter()
    for triple in triples:
        for term in (triple.subject, triple.object):
            if isinstance(term, BlankNode) and term not in names:
                numbers["node"] += 1
                own = NamedNode(f"{draft.scenario.value}/node/{numbers['node']}")
                names[term] = draft.scenario if term == scenario else own
    return names


def _refuse_unknown_terms(draft: Draft, text: str, file: str) -> None:
    terms = {term for triple in draft.positions for term in (triple.predicate, triple.object)}
    for term in sorted((t for t in terms if isinstance(t, NamedNode)), key=str):
        if term in h and not draft.words.knows(term):
            local = term.value.removeprefix(h.base)
            found = re.search(rf"(?<![\w-]){re.escape(local)}(?![\w-])", text)
            before = text[: found.start()] if found else ""
            place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n") if found else 1)
            draft.problems.add(place, "unknown term", draft.words.like(term, h.base), term=local)

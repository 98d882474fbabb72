"""The same scenario as a graph: Turtle, JSON-LD, N-Triples or N-Quads, as machines write it.

Blank nodes get an IRI of the scenario, whole numbers and truth values their shortest form, so that rules compare them
as equal. A word that the knowledge does not have, what is not the scenario's own, and what the shapes of the input do
not allow, is a mistake here, not a fact that no rule will ever see.
"""

import re
from codecs import BOM_UTF8

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from hiaat.scenario.draft import Draft
from hiaat.scenario.json_ld import JsonText
from hiaat.scenario.problems import Place
from hiaat.scenario.reasons import reason
from hiaat.scenario.terms import SCENARIOS, h, rdf, rdfs, xsd
from hiaat.scenario.turtle_text import TurtleText
from hiaat.scenario.wellformed import tell_mistakes

INTEGER = re.compile(r"[+-]?[0-9]+")
TRUTH = {"1": "true", "0": "false"}


def read_graph(data: bytes, file: str, form: RdfFormat, draft: Draft) -> Draft:
    """Read triples into a draft. InputErrors with everything that is wrong with them."""
    data = data.removeprefix(BOM_UTF8)
    text = data.decode("utf-8", "replace")
    kind = JsonText if form == RdfFormat.JSON_LD else TurtleText
    if kind is JsonText:
        JsonText(text, file, form).tell_unread(draft.problems)
    parsed = _parse(data, form, file, draft)
    names = _names(parsed, draft)
    named = [Triple(names.get(s, s), p, names.get(o, o)) for s, p, o in parsed]
    tell_mistakes(kind(text, file, form, parsed, named), draft)
    draft.problems.raise_if_any()
    for triple in named:
        draft.add(triple.subject, triple.predicate, triple.object, Place(file))  # type: ignore[arg-type]
        draft.places.setdefault(triple.subject, Place(file))  # type: ignore[arg-type]
    titles = draft.values(draft.scenario, rdfs.label)
    draft.title = titles[0].value if titles else ""
    return draft


def _parse(data: bytes, form: RdfFormat, file: str, draft: Draft) -> list[Triple]:
    try:
        quads = list(parse(data, format=form, base_iri=SCENARIOS))
    except (SyntaxError, ValueError) as error:
        place = Place(file, getattr(error, "lineno", None) or 1, getattr(error, "offset", None) or 1)
        why = reason(getattr(error, "msg", error), draft.language)
        draft.problems.stop(place, "no graph", format=form.name, reason=why)
    if any(isinstance(quad.object, Triple) for quad in quads):
        draft.problems.stop(Place(file, 0, 0), "triple about triple")
    return [Triple(quad.subject, quad.predicate, _canonical(quad.object)) for quad in quads]


def _canonical(term: NamedNode | BlankNode | Literal | Triple) -> NamedNode | BlankNode | Literal | Triple:
    """One form for one value: engines differ in whether `01` is `1`."""
    if isinstance(term, Literal) and term.datatype == xsd.integer and INTEGER.fullmatch(term.value):
        return Literal(int(term.value))
    if isinstance(term, Literal) and term.datatype == xsd.boolean:
        return Literal(TRUTH.get(term.value, term.value), datatype=xsd.boolean)
    return term


def _names(triples: list[Triple], draft: Draft) -> dict[object, NamedNode]:
    """An IRI for each blank node, by the order in which they appear; the one scenario gives the draft its IRI."""
    scenarios = {t.subject for t in triples if t.predicate == rdf.type and t.object == h.Scenario}
    scenario = scenarios.pop() if len(scenarios) == 1 else None
    draft.scenario = scenario if isinstance(scenario, NamedNode) else draft.scenario
    blank = dict.fromkeys(term for t in triples for term in (t.subject, t.object) if isinstance(term, BlankNode))
    names: dict[object, NamedNode] = {
        term: NamedNode(f"{draft.scenario.value}/node/{number}") for number, term in enumerate(blank, 1)
    }
    return names | ({scenario: draft.scenario} if isinstance(scenario, BlankNode) else {})

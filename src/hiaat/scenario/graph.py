"""The same scenario as a graph: Turtle, JSON-LD, N-Triples or N-Quads, as machines write it.

Blank nodes get an IRI of the scenario, whole numbers and truth values their shortest form, so that rules compare them
as equal. A word that the knowledge does not have, and what the shapes of the input do not allow, is a mistake here, not
a fact that no rule will ever see.
"""

import re
from codecs import BOM_UTF8
from collections import Counter
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from hiaat.scenario.document import DEEPEST
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
    """Read triples into a draft. InputErrors with everything that is wrong with them."""
    from hiaat.scenario.json_ld import JsonText  # noqa: PLC0415 - YAML needs none of this
    from hiaat.scenario.wellformed import find_mistakes  # noqa: PLC0415
    from hiaat.scenario.written import TurtleText  # noqa: PLC0415

    data = data.removeprefix(BOM_UTF8)
    file, text = str(path), data.decode("utf-8", "replace")
    parsed = _parse(data, path, draft)
    names = _names(parsed, draft)
    named = [_named(triple, names) for triple in parsed]
    written = (JsonText if FORMATS[path.suffix.lower()] == RdfFormat.JSON_LD else TurtleText)(text, file, parsed, named)
    if isinstance(written, JsonText):
        for key, near in written.unexplained():
            draft.problems.add(written.once(key), "unexplained key", near, word=key)
    find_mistakes(written, draft)
    draft.problems.raise_if_any()
    for triple in named:
        draft.add(triple.subject, triple.predicate, triple.object, Place(file))  # type: ignore[arg-type]
        draft.places.setdefault(triple.subject, Place(file))  # type: ignore[arg-type]
    titles = draft.values(draft.scenario, rdfs.label)
    draft.title = titles[0].value if titles else ""
    return draft


def _parse(data: bytes, path: Path, draft: Draft) -> list[Triple]:
    rdf_format = FORMATS[path.suffix.lower()]
    if rdf_format == RdfFormat.JSON_LD:
        _refuse_unread(data, path, draft)
    try:
        quads = list(parse(data, format=rdf_format, base_iri=SCENARIOS))
    except SyntaxError as error:
        place = Place(str(path), error.lineno or 1, error.offset or 1)
        draft.problems.stop(place, "no graph", format=rdf_format.name, reason=error.msg)
    except ValueError as error:
        draft.problems.stop(Place(str(path)), "no graph", format=rdf_format.name, reason=error)
    if any(isinstance(quad.object, Triple) for quad in quads):
        draft.problems.stop(Place(str(path), 0, 0), "triple about triple")
    return [Triple(quad.subject, quad.predicate, _canonical(quad.object)) for quad in quads]


def _refuse_unread(data: bytes, path: Path, draft: Draft) -> None:
    """Refuse JSON-LD that is deeper than any scenario, or that needs the network."""
    from hiaat.scenario.json_ld import JsonText  # noqa: PLC0415

    written = JsonText(data.decode("utf-8", "replace"), str(path), (), ())
    if (place := written.deeper(DEEPEST)) is not None:
        draft.problems.stop(place, "too deep", limit=DEEPEST)
    for context in written.remote():
        draft.problems.add(written.once(context), "remote context", context=context)
    draft.problems.raise_if_any()


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
    names: dict[object, NamedNode] = {}
    numbers: Counter[str] = Counter()
    for triple in triples:
        for term in (triple.subject, triple.object):
            if isinstance(term, BlankNode) and term not in names:
                numbers["node"] += 1
                own = NamedNode(f"{draft.scenario.value}/node/{numbers['node']}")
                names[term] = draft.scenario if term == scenario else own
    return names


def _named(triple: Triple, names: dict[object, NamedNode]) -> Triple:
    return Triple(names.get(triple.subject, triple.subject), triple.predicate, names.get(triple.object, triple.object))

"""Closing: what follows from hierarchies, and the defaults that save every rule an OPTIONAL.

No norm is made here. Each function fills in one sort of thing that the core defines as "closed at build".
"""

from pyoxigraph import Literal, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.knowledge.classes import close_classes
from hiaat.knowledge.days import FIRST_DAY, four_days, interval
from hiaat.knowledge.graph import Graph, Node
from hiaat.knowledge.terms import RDF_TYPE, XSD, h, rdfs, skos

TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
ALWAYS = h("AtSomeTime")
SURVIVING_RANK = 90
BACKSTOP_RANK = 10


class NoDateError(KnowledgeError):
    """A norm is given a date that is none."""

    def __init__(self, norm: Node, word: str, value: Literal) -> None:
        self.norm, self.word, self.value = norm, word, value
        name = norm.value
        super().__init__(f"{name}: '{value.value}' (h:{word}) is no date; write yyyy-mm-dd, yyyy-mm or yyyy")


def whole(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def close_knowledge(graph: Graph) -> None:
    """Close everything, in place."""
    _types(graph)
    _functions(graph)
    _windows(graph)
    close_conditions(graph)
    close_classes(graph)
    _templates(graph)
    _exceptions(graph)
    norms = {subject for subject, _ in graph.pairs(h("voice"))}
    for norm in norms:
        _norm(graph, norm)
    _tells_of(graph, norms)


def close_scenario(graph: Graph, known: Graph) -> None:
    """What a scenario leaves to be filled in: conditions and functions of its own, and the kind of a need."""
    close_conditions(graph)
    for need in graph.subjects(RDF_TYPE, h("Need")):
        _default(graph, need, "kind", h("Performance"))
    for function in graph.subjects(RDF_TYPE, h("Function")):
        graph.add(function, h("covers"), function)
        for broader in graph.nodes(function, skos("broader")):
            for above in known.above(broader, skos("broader")):
                graph.add(above, h("covers"), function)
                for norm in known.subjects(h("function"), above):
                    graph.add(norm, h("coversFunction"), function)


def close_conditions(graph: Graph) -> None:
    """Members of sets, what conditions imply, and the kind in which a function is looked for."""
    sorts = ("StatedCondition", "FunctionCondition", "AgreementCondition", "ConditionSet")
    for sort in sorts:
        for condition in graph.subjects(RDF_TYPE, h(sort)):
            for member in graph.above(condition, h("member")):
                if h("ConditionSet") not in graph.objects(member, RDF_TYPE):
                    graph.add(condition, h("member"), member)
            for implied in graph.above(condition, h("implies")):
                graph.add(condition, h("implies"), implied)
    for condition in graph.subjects(RDF_TYPE, h("FunctionCondition")):
        _default(graph, condition, "needsKind", h("Performance"))


def _default(graph: Graph, subject: Node, name: str, value: NamedNode | Literal) -> None:
    if graph.value(subject, h(name)) is None:
        graph.add(subject, h(name), value)


def _types(graph: Graph) -> None:
    for kind in {h("Actor"), *_under(graph, h("Actor"))}:
        for above in graph.above(kind, rdfs("subClassOf")):
            graph.add(kind, h("subTypeOf"), above)
        for party in graph.subjects(RDF_TYPE, kind):
            graph.add(party, h("nationwide"), TRUE)


def _under(graph: Graph, root: NamedNode) -> set[Node]:
    found: set[Node] = set()
    waiting: list[Node] = [root]
    while waiting:
        for node in graph.subjects(rdfs("subClassOf"), waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def _functions(graph: Graph) -> None:
    for function in graph.subjects(RDF_TYPE, h("Function")):
        for above in graph.above(function, skos("broader")):
            graph.add(above, h("covers"), function)


def _windows(graph: Graph) -> None:
    for window in graph.subjects(RDF_TYPE, h("Window")):
        if window == ALWAYS:
            continue
        for part in graph.above(window, h("hasPart")):
            if graph.value(part, h("hasPart")) is None:
                graph.add(window, h("hasAtom"), part)
    for subject, group in list(graph.pairs(h("window"))):
        if isinstance(group, NamedNode):
            for atom in graph.objects(group, h("hasAtom")):
                graph.add(subject, h("atom"), atom)


def _templates(graph: Graph) -> None:
    for template in graph.subjects(RDF_TYPE, h("EngagementTemplate")):
        _default(graph, template, "where", h("Situation"))
        _default(graph, template, "scope", h("ScopeAll"))


def _exceptions(graph: Graph) -> None:
    """An exception that names no function, or no kind, is about those of what it lifts."""
    for exception, lifted in list(graph.pairs(h("lifts"))):
        for word in ("function", "kind"):
            if isinstance(lifted, NamedNode) and graph.value(exception, h(word)) is None:
                for value in list(graph.nodes(lifted, h(word))):
                    graph.add(exception, h(word), value)


def _norm(graph: Graph, norm: Node) -> None:
    classes = _classes(graph, norm)
    _default(graph, norm, "tie", h("AnyOfType"))
    _default(graph, norm, "appliesIn", h("Situation"))
    _by_class(graph, norm, classes)
    if graph.value(norm, h("onGapIn")) or graph.value(norm, h("onEndingOf")):
        graph.add(norm, h("triggered"), TRUE)
    for force in graph.nodes(norm, h("force")):
        for strength in graph.objects(force, h("strength")):
            graph.add(norm, h("forceStrength"), strength)
    for function in graph.nodes(norm, h("function")):
        for covered in graph.objects(function, h("covers")):
            graph.add(norm, h("coversFunction"), covered)
    _reach_in_time(graph, norm, restrains=bool(classes & {h("CompetenceLimit"), h("Prohibition"), h("Exclusion")}))
    _norm_days(graph, norm)


def _by_class(graph: Graph, norm: Node, classes: set[Node]) -> None:
    rank = SURVIVING_RANK if h("Survival") in classes else BACKSTOP_RANK if h("Backstop") in classes else 0
    stated = graph.value(norm, h("rank"))
    graph.add(norm, h("backstopRank"), stated if isinstance(stated, Literal) else whole(rank))
    if h("JointDuty") in classes:
        _default(graph, norm, "jointly", h("Together"))
    if classes & {h("CompetenceLimit"), h("Prohibition")}:
        graph.add(norm, h("limits"), TRUE)
    if classes & {h("Liberty"), h("Power")}:
        graph.add(norm, h("liberates"), TRUE)


def _classes(graph: Graph, norm: Node) -> set[Node]:
    classes: set[Node] = set()
    for named in graph.nodes(norm, RDF_TYPE):
        classes |= graph.above(named, rdfs("subClassOf"))
    for name in classes:
        graph.add(norm, RDF_TYPE, name)
    return classes


def _reach_in_time(graph: Graph, norm: Node, *, restrains: bool) -> None:
    named = graph.objects(norm, h("atom"))
    every = [node for node in graph.subjects(RDF_TYPE, h("Window")) if graph.objects(node, h("hasAtom")) == [node]]
    for window in [*(named or every), ALWAYS]:
        graph.add(norm, h("bindsAt"), window)
    for window in (named or [*every, ALWAYS]) if restrains else ():
        graph.add(norm, h("limitsAt"), window)


def _tells_of(graph: Graph, norms: set[Node]) -> None:
    """Which norms would ask for, lay, limit or leave free a function of its own: none narrower, none triggered."""
    follow = [norm for norm in norms if graph.value(norm, h("triggered"))]
    triggered = {function for norm in follow for function in graph.objects(norm, h("function"))}
    telling = {h("Requirement"), h("Duty"), h("CompetenceLimit"), h("Exclusion")}
    for norm in norms:
        classes = set(graph.nodes(norm, RDF_TYPE))
        performs = h("Performance") in graph.objects(norm, h("kind"))
        told = classes & telling or (h("Liberty") in classes and performs)
        if not told or graph.value(norm, h("umbrella")):
            continue
        for function in graph.nodes(norm, h("function")):
            if function not in triggered and graph.objects(function, h("covers")) == [function]:
                graph.add(norm, h("tellsOf"), function)


def _norm_days(graph: Graph, norm: Node) -> None:
    first, last, opened = (_date(graph, norm, name) for name in ("validFrom", "validUntil", "settingOpenedFrom"))
    days = four_days(first, last)
    opened_from = interval(opened)[0] if opened is not None else FIRST_DAY
    for name, day in zip(("earliestDay", "fromDay", "untilDay", "latestDay"), days, strict=True):
        graph.add(norm, h(name), whole(day))
    graph.add(norm, h("settingOpenedFromDay"), whole(opened_from))


def _date(graph: Graph, norm: Node, word: str) -> str | None:
    """What a norm gives as a date, if it gives one. NoDateError if it is none."""
    value = graph.value(norm, h(word))
    if not isinstance(value, Literal):
        return None
    try:
        interval(value.value)
    except ValueError as wrong:
        raise NoDateError(norm, word, value) from wrong
    return value.value

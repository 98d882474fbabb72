"""What a shape can ask of one term: its kind, its datatype, its place in an order."""

from pyoxigraph import Literal, NamedNode

from hiaat.errors import KnowledgeError
from hiaat.knowledge.graph import Term
from hiaat.scenario.terms import sh, xsd

KINDS: dict[Term, tuple[type, ...]] = {sh.IRI: (NamedNode,), sh.Literal: (Literal,)}
KINDS[sh.IRIOrLiteral] = (NamedNode, Literal)


def number(term: Term) -> int | None:
    """The whole number that a literal is, or None."""
    try:
        return int(term.value) if isinstance(term, Literal) and term.datatype == xsd.integer else None
    except ValueError:
        return None


def of_kind(value: Term, kind: Term) -> bool:
    """Whether it is an IRI or a literal, as asked. KnowledgeError for what else SHACL knows."""
    if kind not in KINDS:
        raise KnowledgeError(f"sh:nodeKind {kind} is not run here")
    return isinstance(value, KINDS[kind])


def of_datatype(value: Term, datatype: Term) -> bool:
    """Whether it is a literal of the datatype, and well written."""
    if not isinstance(value, Literal) or value.datatype != datatype:
        return False
    if datatype == xsd.boolean:
        return value.value in ("true", "false")
    return datatype != xsd.integer or number(value) is not None


def in_order(one: Term, other: Term) -> bool:
    """Whether both are numbers, the first no greater."""
    first, second = number(one), number(other)
    return first is not None and second is not None and first <= second

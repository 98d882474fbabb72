"""How much of what was read the model rests on: statements of documents, articles of laws.

A statement that matters for gaps is *reached* if a norm, or a condition of norms, rests on it: one hop. What a party
says of itself is such a norm too, with the force of its voice alone (a *position*); findings rest on norms. It is
*linked* if nothing rests on it, but it evidences a norm, a condition or a kind of finding, or disputes a norm. It is
*near* if it only goes together with one that is reached. The others are *missing*: read, and leading nowhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import h
from hiaat.reading.library import DCTERMS, ELI, PROV, Library, in_order

NORM_LINKS = (h("basedOn"), h("leftOpenIn"))
BEARING_LINKS = (h("evidences"), h("disputes"))
STATEMENT_LINKS = (h("dependsOn"), h("repeats"))
NONE, CONTESTED, VOICE = h("RelevanceNone"), h("RelevanceContested"), h("VoiceForce")
PRIMARY_SOURCE, DERIVED_FROM = NamedNode(PROV + "hadPrimarySource"), NamedNode(PROV + "wasDerivedFrom")
PART_OF, NUMBER = NamedNode(ELI + "is_part_of"), NamedNode(ELI + "number")
IDENTIFIER = NamedNode(DCTERMS + "identifier")


@dataclass(frozen=True)
class StatementCoverage:
    """One statement: what it is, where it stands, which norms and conditions rest on it, and what it bears on."""

    node: NamedNode
    identifier: str
    type: NamedNode | None
    relevance: NamedNode | None
    lines: tuple[int, int]
    norms: tuple[NamedNode, ...]
    bears_on: tuple[NamedNode, ...]
    is_position: bool  # all that rests on it has the force of a voice alone
    is_evidence: bool  # of a type that says how things are, not how they must be
    is_near: bool

    @property
    def matters(self) -> bool:
        """Whether it says anything about where nobody holds a task."""
        return self.relevance is not None and self.relevance != NONE

    @property
    def is_missing(self) -> bool:
        """It matters, and neither is anything one hop away nor is a statement beside it reached."""
        return self.matters and not (self.norms or self.bears_on or self.is_near)


@dataclass(frozen=True)
class DocumentCoverage:
    """The statements of one document."""

    node: NamedNode
    statements: tuple[StatementCoverage, ...]

    @property
    def types(self) -> dict[NamedNode, int]:
        """How many statements of each type, most first."""
        counts = Counter(one.type for one in self.statements if one.type is not None)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].value)))

    @property
    def norms(self) -> tuple[NamedNode, ...]:
        """The norms and conditions that rest on statements of this document."""
        return tuple(in_order(norm for one in self.statements for norm in one.norms))

    @property
    def with_norm(self) -> tuple[StatementCoverage, ...]:
        """Statements that a norm or condition rests on."""
        return tuple(one for one in self.statements if one.norms)

    @property
    def positions(self) -> tuple[StatementCoverage, ...]:
        """Of those: what rests on it is what a party says, no more."""
        return tuple(one for one in self.with_norm if one.is_position)

    @property
    def contested(self) -> tuple[StatementCoverage, ...]:
        """Statements that show that it is unclear or disputed who holds a task."""
        return tuple(one for one in self.statements if one.relevance == CONTESTED)

    @property
    def evidence(self) -> tuple[StatementCoverage, ...]:
        """Statements of how things are."""
        return tuple(one for one in self.statements if one.is_evidence)

    @property
    def relevant(self) -> tuple[StatementCoverage, ...]:
        """Statements that matter for gaps."""
        return tuple(one for one in self.statements if one.matters)

    @property
    def reached(self) -> tuple[StatementCoverage, ...]:
        """Of these: one hop from a norm or condition."""
        return tuple(one for one in self.relevant if one.norms)

    @property
    def linked(self) -> tuple[StatementCoverage, ...]:
        """Of these: not reached, but evidencing or disputing something."""
        return tuple(one for one in self.relevant if one.bears_on and not one.norms)

    @property
    def near(self) -> tuple[StatementCoverage, ...]:
        """Of these: neither, but going together with a statement that is reached."""
        return tuple(one for one in self.relevant if one.is_near and not (one.norms or one.bears_on))

    @property
    def missing(self) -> tuple[StatementCoverage, ...]:
        """Of these: none of the three."""
        return tuple(one for one in self.relevant if one.is_missing)


@dataclass(frozen=True)
class LawCoverage:
    """The articles of one law or regulation."""

    node: NamedNode
    articles: tuple[NamedNode, ...]
    with_norm: tuple[NamedNode, ...]
    norms: tuple[NamedNode, ...]
    read_as: NamedNode | None  # the document in which its text was read, statement by statement

    @property
    def without_norm(self) -> tuple[NamedNode, ...]:
        """Articles that no norm rests on."""
        return tuple(article for article in self.articles if article not in self.with_norm)


@dataclass(frozen=True)
class Coverage:
    """Documents and laws, and the sources of which nothing but their existence was recorded."""

    documents: tuple[DocumentCoverage, ...]
    laws: tuple[LawCoverage, ...]
    named_only: tuple[NamedNode, ...]


def coverage(library: Library) -> Coverage:
    """What the norms of a library rest on."""
    statements = library.of_type(h("Statement"))
    read = in_order(library.node(one, PRIMARY_SOURCE) for one in statements)
    documents = tuple(_document(library, document) for document in read)
    articles = library.of_type(NamedNode(ELI + "LegalResourceSubdivision"))
    laws = in_order(library.node(article, PART_OF) for article in articles)
    sources = library.of_type(NamedNode(ELI + "LegalResource"))
    return Coverage(
        documents,
        tuple(_law(library, law) for law in laws),
        tuple(one for one in sources if one not in {*read, *laws} and library.node(one, h("readAs")) not in read),
    )


def _document(library: Library, document: NamedNode) -> DocumentCoverage:
    found = (_statement(library, node) for node in library.subjects(PRIMARY_SOURCE, document))
    return DocumentCoverage(document, tuple(sorted(found, key=lambda one: one.identifier)))


def _statement(library: Library, node: NamedNode) -> StatementCoverage:
    norms = _resting_on(library, node)
    passage = library.node(node, DERIVED_FROM)
    kind = library.node(node, h("statementType"))
    return StatementCoverage(
        node=node,
        identifier=library.text(node, IDENTIFIER),
        type=kind,
        relevance=library.node(node, h("gapRelevance")),
        lines=(0, 0)
        if passage is None
        else (library.number(passage, h("firstLine")), library.number(passage, h("lastLine"))),
        norms=tuple(norms),
        bears_on=tuple(in_order(target for link in BEARING_LINKS for target in library.nodes(node, link))),
        is_position=bool(norms) and all(VOICE in library.nodes(norm, h("force")) for norm in norms),
        is_evidence=kind is not None and library.text(kind, h("isEvidence")) == "true",
        is_near=any(_resting_on(library, other) for other in _beside(library, node)),
    )


def _resting_on(library: Library, source: NamedNode) -> list[NamedNode]:
    return in_order(norm for link in NORM_LINKS for norm in library.subjects(link, source))


def _beside(library: Library, statement: NamedNode) -> Iterable[NamedNode]:
    for link in STATEMENT_LINKS:
        yield from library.nodes(statement, link)
        yield from library.subjects(link, statement)


def _law(library: Library, law: NamedNode) -> LawCoverage:
    articles = library.subjects(PART_OF, law)
    norms = {article: _resting_on(library, article) for article in articles}
    return LawCoverage(
        law,
        tuple(articles),
        tuple(article for article in articles if norms[article]),
        tuple(in_order(norm for found in norms.values() for norm in found)),
        library.node(law, h("readAs")),
    )

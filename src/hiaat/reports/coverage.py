"""How much of the sources the model rests on, as text and as JSON (docs/schema/coverage-1.json)."""

import json

from pyoxigraph import NamedNode

from hiaat.knowledge.terms import h, local
from hiaat.reading import Coverage, DocumentCoverage, LawCoverage, Library, StatementCoverage
from hiaat.reading.coverage import NUMBER
from hiaat.reports.layout import bullet, columns, page, underlined, wrapped
from hiaat.reports.texts import Texts

SCHEMA = "https://w3id.org/hiaat/schema/coverage-1.json"
VERSION = "1.0"
Data = dict[str, object]


def text(coverage: Coverage, library: Library, texts: Texts, *, missing: bool) -> str:
    """For people; with what is missing, statement by statement and article by article, if they ask for it."""
    writer = _Text(library, texts)
    lines = [*underlined(texts("coverage-heading")), ""]
    for document in coverage.documents:
        lines += [*writer.document(document), *(writer.missing(document) if missing else ()), ""]
    lines += [*underlined(texts("coverage-laws"), "-"), "", *writer.laws(coverage.laws)]
    if missing:
        lines += ["", *(line for law in coverage.laws for line in writer.articles(law))]
    if coverage.named_only:
        names = sorted(library.label(source, texts.language) for source in coverage.named_only)
        lines += ["", *wrapped(texts("coverage-named-only", number=len(names), names="; ".join(names)))]
    return page(lines)


class _Text:
    def __init__(self, library: Library, texts: Texts) -> None:
        self._library = library
        self._texts = texts

    def _label(self, node: NamedNode | None) -> str:
        return "" if node is None else self._library.label(node, self._texts.language)

    def document(self, document: DocumentCoverage) -> list[str]:
        """The figures of one document."""
        texts = self._texts
        types = ", ".join(f"{number} {self._label(kind)}" for kind, number in document.types.items())
        figures = [
            texts("coverage-types", number=len(document.statements), types=types),
            texts(
                "coverage-norms",
                number=len(document.with_norm),
                norms=len(document.norms),
                positions=len(document.positions),
            ),
            texts("coverage-kinds", contested=len(document.contested), evidence=len(document.evidence)),
            texts(
                "coverage-relevant",
                number=len(document.relevant),
                reached=len(document.reached),
                linked=len(document.linked),
                near=len(document.near),
                missing=len(document.missing),
            ),
        ]
        return [*wrapped(self._label(document.node)), *(line for figure in figures for line in bullet(figure))]

    def missing(self, document: DocumentCoverage) -> list[str]:
        """The statements that nothing rests on."""
        return [line for one in document.missing for line in bullet(self._statement(one), 4)]

    def _statement(self, one: StatementCoverage) -> str:
        first, last = one.lines
        where = (
            self._texts("source-line", first=first)
            if first == last
            else self._texts("source-lines", first=first, last=last)
        )
        return self._texts(
            "coverage-statement",
            identifier=one.identifier,
            where=where,
            type=self._label(one.type),
            relevance=self._label(one.relevance),
            says=self._library.text(one.node, h("paraphrase"), self._texts.language),
        )

    def laws(self, laws: tuple[LawCoverage, ...]) -> list[str]:
        """A table: a law a line."""
        head = [self._texts(f"coverage-{name}") for name in ("articles", "with-norm", "norms-count", "law")]
        rows = sorted(((law, self._law(law)) for law in laws), key=lambda row: row[1].casefold())
        figures = [[str(len(law.articles)), str(len(law.with_norm)), str(len(law.norms)), name] for law, name in rows]
        return columns([head, *figures])

    def _law(self, law: LawCoverage) -> str:
        name = self._label(law.node)
        if law.read_as is None:
            return name
        return self._texts("coverage-read-as", name=name, document=self._label(law.read_as))

    def articles(self, law: LawCoverage) -> list[str]:
        """The articles of a law that no norm rests on."""
        numbers = [self._library.text(article, NUMBER) for article in law.without_norm]
        if not numbers:
            return []
        return bullet(self._texts("coverage-bare", law=self._label(law.node), articles=", ".join(numbers)))


def as_json(coverage: Coverage, library: Library, language: str) -> str:
    """For programs: the same figures, and every statement and article behind them."""
    written = {
        "$schema": SCHEMA,
        "version": VERSION,
        "language": language,
        "documents": [_document(document, library, language) for document in coverage.documents],
        "laws": [_law(law, library, language) for law in coverage.laws],
        "named_only": [_ref(source, library, language) for source in coverage.named_only],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _ref(node: NamedNode, library: Library, language: str) -> Data:
    return {"iri": node.value, "label": library.label(node, language)}


def _document(document: DocumentCoverage, library: Library, language: str) -> Data:
    return {
        **_ref(document.node, library, language),
        "statements": len(document.statements),
        "types": {local(kind.value): number for kind, number in document.types.items()},
        "norms": len(document.norms),
        "with_norm": _identifiers(document.with_norm),
        "positions": _identifiers(document.positions),
        "contested": _identifiers(document.contested),
        "evidence": _identifiers(document.evidence),
        "relevant": len(document.relevant),
        "reached": _identifiers(document.reached),
        "linked": _identifiers(document.linked),
        "near": _identifiers(document.near),
        "missing": [_missing(one, library, language) for one in document.missing],
    }


def _identifiers(statements: tuple[StatementCoverage, ...]) -> list[str]:
    return [one.identifier for one in statements]


def _missing(one: StatementCoverage, library: Library, language: str) -> Data:
    return {
        "identifier": one.identifier,
        "iri": one.node.value,
        "lines": list(one.lines),
        "type": None if one.type is None else local(one.type.value),
        "relevance": None if one.relevance is None else local(one.relevance.value),
        "says": library.text(one.node, h("paraphrase"), language),
    }


def _law(law: LawCoverage, library: Library, language: str) -> Data:
    numbers = {article: library.text(article, NUMBER) for article in law.articles}
    return {
        **_ref(law.node, library, language),
        "articles": len(law.articles),
        "norms": len(law.norms),
        "read_as": None if law.read_as is None else law.read_as.value,
        "with_norm": [numbers[article] for article in law.with_norm],
        "without_norm": [numbers[article] for article in law.without_norm],
    }

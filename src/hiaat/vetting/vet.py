"""What is wrong with a body of knowledge: words that are described nowhere, and what its shapes do not allow.

Every mistake is told at its place, with what would be valid, and once: what follows from another mistake is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hiaat.knowledge.body import check_files, core_files, parse_files
from hiaat.knowledge.graph import Node
from hiaat.knowledge.terms import local
from hiaat.scenario.closed import space
from hiaat.scenario.messages import Language
from hiaat.scenario.problems import Problems
from hiaat.scenario.shacl import Checker, Result
from hiaat.scenario.terms import h, owl, rdf, rdfs, sh, xsd
from hiaat.scenario.words import Lexicon
from hiaat.scenario.written import OBJECT, PREDICATE
from hiaat.vetting.body import WrittenBody
from hiaat.vetting.keys import taken

WORDS = "words.ttl"
PLACING = (rdf.type, rdfs.subClassOf)
TRUTHS = ("true", "false")


def check_body(files: Sequence[Path], language: Language, *, to_judge: bool = True) -> None:
    """Check the own files of a body. InputErrors with all that is wrong; of one that is only read, its words alone."""
    problems = Problems(language)
    _Vetting(WrittenBody(files, problems), problems).tell(to_judge=to_judge)
    problems.raise_if_any()


class _Vetting:
    """One body, held against the words that there are and the shapes."""

    def __init__(self, body: WrittenBody, problems: Problems) -> None:
        self._body = body
        self._problems = problems
        shapes = [file for file in check_files() if file.name != WORDS]
        borrowed = [file for file in check_files() if file.name == WORDS]
        self._known = parse_files([*core_files(), *borrowed])
        self._known.extend(body.triples)
        self._checker = Checker(parse_files(shapes), body.graph, self._known)
        self._told: set[Triple] = set()

    def tell(self, *, to_judge: bool) -> None:
        """All of it, in the order in which one mistake follows from another."""
        unknown = [one for one in self._body.triples if self._undescribed(one.predicate)]
        nowhere = [one for one in self._body.triples if self._named_nowhere(one)]
        misworded: set[object] = {one.subject for one in unknown}
        untyped: set[object] = {one.subject for one in nowhere if one.predicate == rdf.type}
        unplaced = self._unplaced([one for one in nowhere if one.predicate in PLACING], misworded)
        for triple in unknown:
            self._say(triple, PREDICATE, "unknown property")
        about = self._shapes
        for shape, result in self._results([*about["values"], *(about["things"] if to_judge else ())]):
            missing = result.value is None and not self._points(shape)
            value = result.value if result.value is not None else None if missing else result.focus
            if result.focus not in untyped and value not in unplaced and not (missing and result.focus in misworded):
                self._tell(shape, result)
        for triple in taken(self._body.graph, self._known, self._problems):
            self._problems.add(self._body.place(triple, OBJECT), "key already", word=triple.object.value)  # type: ignore[union-attr]
        for triple in nowhere:
            if triple not in self._told:
                self._say(triple, OBJECT, "described nowhere")

    @cached_property
    def _shapes(self) -> dict[str, list[Node]]:
        """The shapes by what they are about: values of properties, or things."""
        found: dict[str, list[Node]] = {"values": [], "things": []}
        for shape in self._checker.targeted():
            found["values" if self._points(shape) else "things"].append(shape)
        return found

    def _results(self, shapes: Iterable[Node]) -> Iterator[tuple[Node, Result]]:
        return ((shape, result) for shape in shapes for result in self._checker.results_of(shape))

    def _unplaced(self, nowhere: Iterable[Triple], misworded: set[object]) -> set[object]:
        """What another mistake hides the sort of, with all below it: where that is used, nothing is told."""
        hidden = {*misworded, *(one.subject for one in nowhere)}
        return {below for one in hidden if isinstance(one, NamedNode) for below in self._checker.below(one)}

    # -- Words

    def _undescribed(self, term: object) -> bool:
        """Whether a name must be one of a vocabulary of which all words are known, and is not."""
        return isinstance(term, NamedNode) and not self._is_described(term) and space(term) in self._spaces

    def _is_described(self, term: NamedNode) -> bool:
        return self._known.value(term, rdf.type) is not None

    def _named_nowhere(self, triple: Triple) -> bool:
        _, predicate, value = triple
        outward = owl.AnnotationProperty in self._known.objects(predicate, rdf.type)
        return self._undescribed(value) and not outward and space(predicate) in self._spaces

    @cached_property
    def _spaces(self) -> set[str]:
        """The namespaces in which something is described."""
        typed = self._known.pairs(rdf.type)
        return {space(one) for one, kind in typed if isinstance(one, NamedNode) and kind != owl.Ontology}

    def _near_in_space(self, term: object) -> list[NamedNode]:
        near = space(term) if isinstance(term, NamedNode) else ""
        return _like(term, (one for one in self._things if space(one) == near))

    @cached_property
    def _things(self) -> list[NamedNode]:
        """All that is described, the body's own first."""
        typed = (thing for graph in (self._body.graph, self._known) for thing, _ in graph.pairs(rdf.type))
        return list(dict.fromkeys(thing for thing in typed if isinstance(thing, NamedNode)))

    def _say(self, triple: Triple, part: int, key: str) -> None:
        shown = [self._body.shown(one, triple) for one in self._near_in_space(triple[part])]
        self._problems.add(self._body.place(triple, part), key, shown, term=self._body.shown(triple[part], triple))

    # -- Shapes

    def _points(self, shape: Node) -> list[Node]:
        return self._checker.shapes.nodes(shape, sh.targetObjectsOf)

    def _tell(self, shape: Node, result: Result) -> None:
        """At every triple with a value that is not allowed; or at the thing that lacks something."""
        triples = self._triples(shape, result)
        said = self._message(result.shape) or self._message(shape)
        for triple in triples:
            if triple not in self._told:
                self._told.add(triple)
                about = " ".join(self._body.shown(part, triple) for part in triple if not isinstance(part, BlankNode))
                valid = [self._body.shown(one, triple) for one in self._valid(result, triple)]
                truth = TRUTHS if xsd.boolean in self._checker.shapes.objects(shape, sh.datatype) else ()
                self._problems.tell(self._body.place(triple, OBJECT), f"{said} ({about})", truth or valid)
        if not triples:
            own = self._body.said(result.focus, rdf.type, None)
            by = own[0] if own else None
            about = f" ({self._body.shown(result.focus, by)})" if by and isinstance(result.focus, NamedNode) else ""
            fitting = self._fitting(result.path) if isinstance(result.path, NamedNode) else []
            valid = [self._body.shown(one, by) for one in self._named_by(result) or fitting]
            self._problems.tell(self._body.place_of(result.focus), f"{said}{about}", valid)

    def _triples(self, shape: Node, result: Result) -> list[Triple]:
        if words := self._points(shape):
            return [one for word in words for one in self._body.said(None, word, result.focus)]
        if result.value is not None and result.path is not None:
            return self._body.said(result.focus, result.path, result.value)
        return []

    def _message(self, shape: Node) -> str:
        texts = [text for text in self._checker.shapes.objects(shape, sh.message) if isinstance(text, Literal)]
        return next((text.value for text in texts if text.language == self._problems.language), "")

    def _valid(self, result: Result, triple: Triple) -> list[NamedNode]:
        """What fits, the nearest in spelling if there is any; of a name that there is not, the nearest that there is.

        Of a voice, the types for which it speaks.
        What a query refuses may be refused of everything that fits otherwise, and so may a value too many.
        """
        if named := self._named_by(result):
            return named
        value = triple.object
        by_itself = result.part not in ("sparql", "maxCount")
        fitting = [one for one in self._fitting(triple.predicate) if one != value] if by_itself else []
        near = self._near_in_space(value) if self._undescribed(value) else []
        spoken_for = [one for one in fitting if value in self._known.objects(one, h.spokenForBy)]
        return spoken_for or _like(value, fitting) or fitting or near

    def _named_by(self, result: Result) -> list[NamedNode]:
        """The values that a shape of a property names itself."""
        if not isinstance(result.path, NamedNode):
            return []
        every = self._checker.shapes
        lists = [one for options in every.objects(result.shape, sh["in"]) for one in self._checker.members(options)]
        return [one for one in (*lists, *every.objects(result.shape, sh.hasValue)) if isinstance(one, NamedNode)]

    def _fitting(self, predicate: NamedNode) -> list[NamedNode]:
        """All things to which the shapes let a property point; none if they ask no more than a name."""
        every = self._checker.shapes
        shapes = [one for one in every.subjects(sh.targetObjectsOf, predicate) if not every.objects(one, sh.nodeKind)]
        allow = self._checker.conforms
        return [one for one in self._things if shapes and all(allow(shape, one) for shape in shapes)]


def _like(term: object, among: Iterable[NamedNode]) -> list[NamedNode]:
    """Those whose names end most like this one."""
    name = local(term.value) if isinstance(term, NamedNode) else term.value if isinstance(term, Literal) else ""
    return Lexicon((local(one.value), one) for one in among).like(name)

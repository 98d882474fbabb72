"""Is a scenario graph well formed? By the words of the knowledge and the shapes of the input; only graphs come here.

What is wrong is decided by `shapes/input/` and the vocabulary, not here. Here it is told: where, with what would be
valid, and once. What follows from another mistake (a thing is of no class because its class is misspelt) is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode

from hiaat.bundle import root
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph, Term
from hiaat.scenario.both import Both, sh
from hiaat.scenario.draft import Draft
from hiaat.scenario.misplaced import Misplaced, misplaced, properties
from hiaat.scenario.problems import Place
from hiaat.scenario.shacl import Checker, Result
from hiaat.scenario.terms import h, rdf, xsd
from hiaat.scenario.vocabulary import Role, UnknownWords, Vocabulary, local
from hiaat.scenario.written import Written

NEAREST = 5
NEAR = 0.6


@cache
def input_shapes() -> Graph:
    """The shapes of the input that ship with hiaat. KnowledgeError names file and line of one that is no Turtle."""
    return parse_files(sorted((root() / "shapes" / "input").glob("*.ttl")))


def find_mistakes(written: Written, draft: Draft) -> None:
    """Note all that is wrong; gives up early only where there is not one scenario."""
    own, known, shapes = Graph(written.named), draft.words.graph, input_shapes()
    fields = (value for _, value in known.pairs(h.fieldProperty))
    paths = (value for _, value in shapes.pairs(sh.path))
    unknown = Vocabulary(known, own, [*fields, *paths]).unknown(written.named)
    for wrong in unknown.all:
        shown = _whole if wrong.role is Role.SPACE else written.shown
        place = written.of_word(wrong.word, wrong.role)
        draft.problems.add(place, wrong.role.value, map(shown, wrong.near), term=shown(wrong.word))
    _one_scenario(written, draft, own, unknown)
    _Teller(written, draft, Checker(shapes, Both(own, known)), unknown).tell()


def _whole(word: NamedNode) -> str:
    return word.value


def _one_scenario(written: Written, draft: Draft, own: Graph, unknown: UnknownWords) -> None:
    scenarios = own.subjects(rdf.type, h.Scenario)
    if len(scenarios) == 1:
        return
    misspelt = any(h.Scenario in wrong.near or wrong.role is Role.SPACE for wrong in unknown.all)
    if scenarios or not misspelt:
        place = written.of_subject(scenarios[1]) if scenarios else written.at(None)
        draft.problems.add(place, "one scenario", cls=draft.shown(h.Scenario), count=len(scenarios))
    raise draft.problems.errors()


class _Teller:
    """Tells what shapes do not allow."""

    def __init__(self, written: Written, draft: Draft, checker: Checker, unknown: UnknownWords) -> None:
        self._written = written
        self._draft = draft
        self._checker = checker
        self._data = checker.data
        self._unknown = unknown
        self._untyped: set[Term] = set()
        self._no_number: set[Term] = set()

    def tell(self) -> None:
        """Each value once, by what says most of it: a query before a class or a number."""
        results = sorted(self._checker.results(), key=_says_less)
        self._untyped = {r.focus for r in results if r.part == "minCount" and r.path == rdf.type}
        self._no_number = {r.focus for r in results if r.part == "datatype"}
        for one in misplaced(self._checker, self._written.named):
            if not self._unknown.has(one.triple.predicate, Role.PROPERTY):
                self._tell_misplaced(one)
        told: set[object] = set()
        for result in results:
            key = (result.focus, result.path, result.value if result.value is not None else result.shape)
            if key not in told and not self._follows(result):
                told.add(key)
                self._draft.problems.tell(self._place(result), self._sentence(result), self._valid(result))

    def _tell_misplaced(self, one: Misplaced) -> None:
        triple = one.triple
        cls, word = self._draft.shown(one.cls), self._written.shown(triple.predicate)  # type: ignore[arg-type]
        valid = self._nearest(triple.predicate, sorted(one.known, key=str))
        self._draft.problems.add(self._written.of_property(triple), "misplaced", valid, term=word, cls=cls)

    def _follows(self, result: Result) -> bool:
        """Whether this is so only because of another mistake, that is told."""
        if result.value is None:
            said = {t.predicate for t in self._written.named if t.subject == result.focus}
            return any(self._unknown.may_be(word, Role.PROPERTY, path) for word in said for path in self._asked(result))
        if result.part == "lessThanOrEquals":
            return result.focus in self._no_number
        types = self._data.objects(result.value, rdf.type)
        no_class = result.value in self._untyped or any(self._unknown.has(one, Role.CLASS) for one in types)
        return self._unknown.has(result.value, Role.THING) or no_class

    def _asked(self, result: Result) -> set[Term]:
        """The properties of which one is asked for."""
        if result.path is not None:
            return {result.path}
        options = self._checker.members(result.parameter) if result.part in ("or", "xone") else []
        return {path for one in options if not isinstance(one, Literal) for path in properties(self._checker, one)}

    def _place(self, result: Result) -> Place:
        if result.value is None:
            return self._written.of_subject(result.focus)
        return self._written.of_value(result.focus, result.path, result.value)

    def _sentence(self, result: Result) -> str:
        """What the shape says, and of what."""
        texts = self._checker.shapes.objects(result.shape, sh.message)
        said = {text.language: text.value for text in texts if isinstance(text, Literal)}
        about = [term for term in (result.focus, result.path, result.value) if term is not None]
        return f"{said.get(self._draft.language, '')} ({' '.join(map(self._written.shown, about))})"

    def _valid(self, result: Result) -> list[str]:
        shapes = self._checker.shapes
        parameters = {part: shapes.objects(result.shape, sh[part]) for part in ("class", "in", "datatype")}
        fitting: Iterable[Term] = ()
        for options in parameters["in"]:
            fitting = self._checker.members(options)
        for cls in parameters["class"]:
            fitting = self._instances(cls)
        if result.part == "sparql" and result.value is not None and not self._data.objects(result.value, rdf.type):
            fitting = (node for node, _ in self._data.own.pairs(rdf.type))
        if xsd.boolean in parameters["datatype"]:
            return ["true", "false"]
        if xsd.integer in parameters["datatype"] and isinstance(result.value, Literal):
            return _day(result.value)
        return self._nearest(result.value, list(dict.fromkeys(fitting)))

    def _instances(self, cls: Term) -> Iterator[Term]:
        below = self._data.below(cls) if not isinstance(cls, Literal) else frozenset()
        for graph in (self._data.own, self._data.known):
            for one in sorted(below, key=str):
                yield from graph.subjects(rdf.type, one)

    def _nearest(self, value: Term | None, fitting: list[Term]) -> list[str]:
        """What is spelt most alike; if nothing is, all of them."""
        named = {_end(term): term for term in reversed(fitting) if term not in self._written.unnamed}
        near = get_close_matches(_end(value), named, NEAREST, NEAR) if value is not None else []
        return [self._written.shown(named[name]) for name in near or reversed(list(named))]


def _says_less(result: Result) -> bool:
    """Of a link to nothing the query says more than the class that is missed; of a text it does not."""
    return result.part != "sparql" or isinstance(result.value, Literal)


def _end(term: Term) -> str:
    return local(term) if isinstance(term, NamedNode) else term.value


def _day(value: Literal) -> list[str]:
    """A date as the day number that is asked for."""
    try:
        return [str(date.fromisoformat(value.value[:10]).toordinal())]
    except ValueError:
        return []

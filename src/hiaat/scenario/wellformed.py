"""Is a scenario graph well formed? By the words of the knowledge and the shapes of the input; only graphs come here.

What is wrong is decided by `shapes/input/` and by what is closed, not here. Here it is told: where, with what would be
valid, and once. What follows from another mistake (a thing is of no class because its class is misspelt) is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode

from hiaat.bundle import root
from hiaat.knowledge.body import parse_files
from hiaat.knowledge.graph import Graph, Term
from hiaat.knowledge.terms import local
from hiaat.scenario.closed import Closed, Outside
from hiaat.scenario.draft import Draft
from hiaat.scenario.shacl import Checker, Result
from hiaat.scenario.terms import h, owl, rdf, rdfs, sh, xsd
from hiaat.scenario.words import Lexicon
from hiaat.scenario.written import SUBJECT, Written


@cache
def input_shapes() -> Graph:
    """The shapes of the input that ship with hiaat. KnowledgeError names file and line of one that is no Turtle."""
    return parse_files(sorted((root() / "shapes" / "input").glob("*.ttl")))


def tell_mistakes(written: Written, draft: Draft) -> None:
    """Note all that is wrong with a graph. InputErrors at once where its namespaces or classes leave no scenario."""
    _Teller(written, draft, Checker(input_shapes(), Graph(written.named), draft.words.graph)).tell()


class _Teller:
    """Tells what does not belong in a scenario, and what its shapes do not allow."""

    def __init__(self, written: Written, draft: Draft, checker: Checker) -> None:
        self._written = written
        self._draft = draft
        self._problems = draft.problems
        self._checker = checker
        self._outside: set[Term] = set()
        """Things that were told not to belong, or to be of no class: nothing more is said of them."""
        self._misworded: set[Term] = set()
        """Things with a property that there is not: it may be the one that is missing."""
        self._linked: set[Term] = set()
        """Things that speak of what is outside: a query may look for it in vain."""

    def tell(self) -> None:
        """All of it, in the order in which one mistake follows from another."""
        closed = Closed(self._checker, self._written.named)
        for wrong, right in closed.namespaces():
            self._problems.add(self._written.once(wrong), "unknown namespace", [right], term=wrong)
        self._problems.raise_if_any()
        classes = list(closed.classes())
        self._tell_words(classes)
        self._one_scenario(classes)
        words = list(closed.properties())
        unknown = [one for one in words if one.key == "unknown property"]
        self._misworded = {one.triple[SUBJECT] for one in unknown}
        self._outside = {one.triple[SUBJECT] for one in classes}
        excused = self._outside.union(one.triple[SUBJECT] for one in unknown if one.near[:1] == [h.inScenario])
        strangers = [one for one in closed.subjects() if one.triple[SUBJECT] not in excused]
        self._outside.update(one.triple[SUBJECT] for one in strangers)
        self._tell_words([*strangers, *(one for one in words if one.triple[SUBJECT] not in self._outside)])
        self._tell_results()

    def _tell_words(self, words: list[Outside]) -> None:
        """Each word once for each class on whose things it stands."""
        for one in {(one.triple[one.part], one.key, one.cls): one for one in reversed(words)}.values():
            cls = self._draft.shown(one.cls) if isinstance(one.cls, NamedNode) else ""
            place, term = self._written.of(one.triple, one.part), self._written.shown(one.triple[one.part])
            self._problems.add(place, one.key, map(self._written.shown, one.near), term=term, cls=cls)

    def _one_scenario(self, classes: list[Outside]) -> None:
        """Refuse what is not one scenario; where its class is misspelt, that was told."""
        scenarios = self._checker.own.subjects(rdf.type, h.Scenario)
        if len(scenarios) == 1:
            return
        if scenarios or not any(h.Scenario in one.near for one in classes):
            place = self._written.of_subject(scenarios[1]) if scenarios else self._written.at(None)
            self._problems.add(place, "one scenario", cls=self._draft.shown(h.Scenario), count=len(scenarios))
        raise self._problems.errors()

    def _tell_results(self) -> None:
        """Each value once, by what says most of it: a query before a class or a number."""
        results = [one for one in sorted(self._checker.results(), key=_says_less) if one.focus not in self._outside]
        self._outside.update(one.focus for one in results if (one.part, one.path) == ("minCount", rdf.type))
        self._linked = {thing for thing, _, value in self._written.named if value in self._outside}
        told: set[object] = set()
        for result in results:
            key = (result.focus, result.path, result.value if result.value is not None else result.shape)
            if key not in told and not self._follows(result):
                told.add(key)
                place = self._written.of_value(result.focus, result.path, result.value)
                self._problems.tell(place, self._sentence(result), self._valid(result))

    def _follows(self, result: Result) -> bool:
        """Whether this is so only because of another mistake, that is told."""
        if result.value is not None:
            return result.value in self._outside
        return result.focus in self._misworded or (result.part == "sparql" and result.focus in self._linked)

    def _sentence(self, result: Result) -> str:
        """What the shape says, and of what."""
        texts = self._checker.shapes.objects(result.shape, sh.message)
        said = {text.language: text.value for text in texts if isinstance(text, Literal)}
        about = [term for term in (result.focus, result.path, result.value) if term is not None]
        return f"{said.get(self._draft.language, '')} ({' '.join(map(self._written.shown, about))})"

    def _valid(self, result: Result) -> list[str]:
        """What would be right: of the terms that fit the property, those that are most like what is written."""
        datatypes = self._checker.shapes.objects(result.shape, sh.datatype)
        if xsd.boolean in datatypes:
            return ["true", "false"]
        if xsd.integer in datatypes and isinstance(result.value, Literal):
            return _day(result.value)
        fitting = dict.fromkeys(
            term for term in self._fitting(result) if term not in {*self._written.unnamed, result.value}
        )
        named = [term for term in fitting if isinstance(term, NamedNode)]
        lexicon = Lexicon((name, term) for term in named for name in self._names(term, result.value))
        value = result.value
        sought = "" if value is None else local(value.value) if isinstance(value, NamedNode) else value.value
        return list(map(self._written.shown, (lexicon.like(sought) if sought else []) or fitting))

    def _fitting(self, result: Result) -> Iterable[Term]:
        """What the shape lists; all of the classes that the property asks for; or else what the scenario describes."""
        shapes, value = self._checker.shapes, result.value
        for options in shapes.objects(result.shape, sh["in"]):
            return self._checker.members(options)
        asked = shapes.nodes(result.shape, sh["class"])
        if value is not None and isinstance(result.path, NamedNode):
            same = (cls for shape in shapes.subjects(sh.path, result.path) for cls in shapes.nodes(shape, sh["class"]))
            asked += [*same, *self._checker.known.nodes(result.path, rdfs.range)]
        found = [one for cls in asked for one in self._checker.instances(cls)]
        link = (
            isinstance(result.path, NamedNode)
            and self._checker.known.value(result.path, rdf.type) == owl.ObjectProperty
        )
        return found or [thing for thing, _ in self._checker.own.pairs(rdf.type) if value is not None and link]

    def _names(self, term: NamedNode, value: Term | None) -> Iterator[str]:
        """How a term may be written: as the end of its IRI, and where a text is written also as it is called."""
        yield local(term.value)
        if isinstance(value, Literal):
            called = (*self._checker.own.objects(term, rdfs.label), *self._draft.words.texts(term))
            yield from (text.value for text in called)


def _says_less(result: Result) -> bool:
    """Of a link to nothing the query says more than the class that is missed; of a text it does not."""
    return result.part != "sparql" or isinstance(result.value, Literal)


def _day(value: Literal) -> list[str]:
    """A date as the day number that is asked for."""
    try:
        return [str(date.fromisoformat(value.value[:10]).toordinal())]
    except ValueError:
        return []

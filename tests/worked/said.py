"""Things that a judgement or its explanation might say, each with a way to put it in: so that a check can be seen to fail."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.worked.found import KINDS, Found

from hiaat.findings import Candidate, Cell, Finding, Judgement, PossibleAct
from hiaat.knowledge.terms import local


@dataclass(frozen=True)
class View:
    """What an analyst is told: the judgement, and each sentence with the facts behind it."""

    judgement: Judgement
    sentences: tuple[tuple[str, frozenset[str]], ...]
    found: Found

    def with_sentence(self, text: str, *facts: str) -> "View":
        return replace(self, sentences=(*self.sentences, (text, frozenset(facts))))


@dataclass(frozen=True)
class Said:
    """A thing that might be said: whether it is, and a view in which it is."""

    name: str
    is_said: Callable[[View], bool]
    put_in: Callable[[View], View]


def finding(kind: str, function: str | None = None) -> Said:
    """That there is a finding of this kind."""

    def is_said(view: View) -> bool:
        return any(f.kind == kind and function in (None, local(f.function)) for f in view.judgement.findings)

    def put_in(view: View) -> View:
        cell = _cells(view, function)[0]
        made = Finding(
            "x",
            "x",
            kind,
            "Violation",
            cell.situation,
            cell.function,
            cell.kind,
            (cell,),
            None,
            "surely",
            (),
            (),
            (),
            (),
            (),
        )
        return replace(view, judgement=replace(view.judgement, findings=(*view.judgement.findings, made)))

    return Said(f"finding {kind} {function or ''}", is_said, put_in)


def leading(kind: str, function: str) -> Said:
    """That a gap in the function is of this kind."""

    def is_said(view: View) -> bool:
        return any(cell.leading == kind for cell in _cells(view, function))

    return Said(
        f"leading {kind} {function}",
        is_said,
        lambda view: _each(view, function, lambda cell: replace(cell, leading=kind)),
    )


def holder(party: str, function: str, kind: str) -> Said:
    """That the party holds a cell of the function in the kind."""

    def is_said(view: View) -> bool:
        return any(party in {view.found.party(p) for p in cell.holders} for cell in _cells(view, function, kind))

    def put_in(view: View) -> View:
        iri = _party(view, party)
        cells = _cells(view, function, kind)
        if cells:
            return _each(view, function, lambda cell: replace(cell, holders=(*cell.holders, iri)), kind)
        base = _cells(view, function)[0]
        made = replace(base, kind=KINDS[kind], holders=(iri,))
        return replace(view, judgement=replace(view.judgement, cells=(*view.judgement.cells, made)))

    return Said(f"{party} holds {function} {kind}", is_said, put_in)


def bound(party: str, function: str, kind: str, by: str | None = None) -> Said:
    """That the party is bound to it, on this ground or at all."""

    def is_bound(view: View, candidate: Candidate) -> bool:
        grounds = by is None or not view.found.cited([by], [candidate.ground])
        return (
            view.found.party(candidate.party) == party
            and candidate.standing == "Bound"
            and grounds
            and not candidate.shortfalls
        )

    def is_said(view: View) -> bool:
        return any(is_bound(view, candidate) for cell in _cells(view, function, kind) for candidate in cell.candidates)

    def put_in(view: View) -> View:
        made = Candidate(
            _party(view, party),
            "Bound",
            f"https://w3id.org/hiaat/id/norm/{by or 'false'}",
            "surely",
            0,
            None,
            (),
            "surely",
        )
        if _cells(view, function, kind):
            return _each(view, function, lambda cell: replace(cell, candidates=(*cell.candidates, made)), kind)
        base = replace(_cells(view, function)[0], kind=KINDS[kind], candidates=(made,))
        return replace(view, judgement=replace(view.judgement, cells=(*view.judgement.cells, base)))

    return Said(f"{party} is bound to {function} {kind} by {by}", is_said, put_in)


def standing(party: str, function: str, status: str) -> Said:
    """That the party has this standing in a cell of the function."""

    def is_said(view: View) -> bool:
        return any(
            view.found.party(c.party) == party and c.standing == status
            for cell in _cells(view, function)
            for c in cell.candidates
        )

    def put_in(view: View) -> View:
        made = Candidate(_party(view, party), status, "x", "surely", 0, None, (), None)
        return _each(view, function, lambda cell: replace(cell, candidates=(*cell.candidates, made)))

    return Said(f"{party} is {status} for {function}", is_said, put_in)


def source(kind: str, norm: str) -> Said:
    """That a finding of this kind rests on the norm."""

    def is_said(view: View) -> bool:
        return any(
            f.kind == kind and not view.found.cited([norm], f.sources) for f in view.judgement.findings if f.sources
        )

    def put_in(view: View) -> View:
        made = Finding(
            "x",
            "x",
            kind,
            "Warning",
            "x",
            "x",
            "Performance",
            (),
            None,
            "surely",
            (),
            (f"https://w3id.org/hiaat/id/norm/{norm}",),
            (),
            (),
            (),
        )
        return replace(view, judgement=replace(view.judgement, findings=(*view.judgement.findings, made)))

    return Said(f"{kind} by {norm}", is_said, put_in)


def must(party: str, norm: str) -> Said:
    """That the party must, by the norm."""

    def is_said(view: View) -> bool:
        return any(
            a.modality == "Must" and view.found.party(a.party) == party and not view.found.cited([norm], [a.ground])
            for f in view.judgement.findings
            for a in f.acts
        )

    def put_in(view: View) -> View:
        act = PossibleAct(_party(view, party), "Must", f"https://w3id.org/hiaat/id/norm/{norm}", ())
        made = Finding(
            "x", "x", "Vacuum", "Violation", "x", "x", "Performance", (), None, "surely", (), (), (), (), (act,)
        )
        return replace(view, judgement=replace(view.judgement, findings=(*view.judgement.findings, made)))

    return Said(f"{party} must by {norm}", is_said, put_in)


def required(function: str, norm: str) -> Said:
    """That the norm requires the function."""

    def is_said(view: View) -> bool:
        return any(
            not view.found.cited([norm], cell.required_by) for cell in _cells(view, function) if cell.required_by
        )

    return Said(
        f"{norm} requires {function}",
        is_said,
        lambda view: _each(
            view,
            function,
            lambda cell: replace(cell, required_by=(*cell.required_by, f"https://w3id.org/hiaat/id/norm/{norm}")),
        ),
    )


def not_held(function: str) -> Said:
    """That nobody performs the function in some window."""

    def is_said(view: View) -> bool:
        return any(cell.verdict != "Held" for cell in _cells(view, function, "U"))

    return Said(
        f"{function} is not held",
        is_said,
        lambda view: _each(view, function, lambda cell: replace(cell, verdict="Gap"), "U"),
    )


def words(pattern: str, example: str) -> Said:
    """That a sentence says this, in Dutch or English."""

    def is_said(view: View) -> bool:
        return any(re.search(pattern, text, re.IGNORECASE) for text, _ in view.sentences)

    return Said(f"words {pattern}", is_said, lambda view: view.with_sentence(example))


def fact(norm: str) -> Said:
    """That a sentence rests on the statement or norm."""

    def is_said(view: View) -> bool:
        return any(facts and not view.found.cited([norm], facts) for _, facts in view.sentences)

    return Said(
        f"a sentence by {norm}", is_said, lambda view: view.with_sentence("x", f"https://w3id.org/hiaat/id/norm/{norm}")
    )


def _cells(view: View, function: str | None, kind: str | None = None) -> list[Cell]:
    return [
        c
        for c in view.judgement.cells
        if function in (None, local(c.function)) and (kind is None or c.kind == KINDS[kind])
    ]


def _each(view: View, function: str, change: Callable[[Cell], Cell], kind: str | None = None) -> View:
    chosen = {cell.iri for cell in _cells(view, function, kind)}
    cells = tuple(change(cell) if cell.iri in chosen else cell for cell in view.judgement.cells)
    return replace(view, judgement=replace(view.judgement, cells=cells))


def _party(view: View, name: str) -> str:
    parties = {c.party for cell in view.judgement.cells for c in cell.candidates} | {
        e.party for e in view.judgement.engagements.values()
    }
    return next((iri for iri in sorted(parties) if view.found.party(iri) == name), f"https://example.org/{name}")

"""What is seen of one street, where several are judged together."""

from dataclasses import replace

from pyoxigraph import Triple
from tests.toy.seen import Seen, read

from hiaat.knowledge.terms import h
from hiaat.scenario import Scenario


def on(seen: Seen, street: str) -> Seen:
    """What is seen of that street alone."""
    cells = tuple(cell for cell in seen.judgement.cells if seen.name(cell.situation) == street)
    findings = tuple(one for one in seen.judgement.findings if seen.name(one.situation) == street)
    return replace(seen, judgement=replace(seen.judgement, cells=cells, findings=findings))


def standing(seen: Seen, function: str, kind: str = "Performance", window: str = "AtSomeTime") -> set[tuple[str, str]]:
    """Party and standing of each candidate."""
    return {(party, how) for party, how, _ in seen.candidates(function, kind, window)}


def grounds(seen: Seen, function: str, window: str = "AtSomeTime") -> dict[tuple[str, str], tuple[str, ...]]:
    """Party and ground of each prospect, with its shortfalls."""
    found = [one for one in seen.cell(function, window=window).candidates if one.standing == "Prospect"]
    return {
        (seen.name(one.party), seen.name(one.ground)): tuple(
            sorted({s.cause + ("" if s.certainty == "surely" else "?") for s in one.shortfalls})
        )
        for one in found
    }


def with_kinds(text: str, of: str, *kinds: str) -> Scenario:
    """The scenario, in which every need, or every offer, names these kinds too."""
    told = read(text)
    named = [triple.subject for triple in told.triples if triple.object == h(of)]
    return replace(told, triples=(*told.triples, *(Triple(one, h("kind"), h(kind)) for one in named for kind in kinds)))

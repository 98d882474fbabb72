"""What is told of each street, by plain names: findings, who can act on them, grades."""

from dataclasses import replace

from pyoxigraph import NamedNode, Triple
from tests.toy.seen import Seen, read, see

from hiaat.findings import Finding
from hiaat.knowledge.terms import h


def found(seen: Seen, *kinds: str) -> set[tuple[str, str, str]]:
    """Street, function and kind of responsibility of the findings of these kinds."""
    return {
        (seen.name(f.situation), seen.name(f.function), f.responsibility)
        for f in seen.judgement.findings
        if f.kind in kinds
    }


def one(seen: Seen, kind: str, function: str, street: str = "", responsibility: str = "Performance") -> Finding:
    """The one finding of a kind, on a function in a street."""
    (finding,) = [
        f
        for f in seen.findings(kind)
        if seen.name(f.function) == function
        and f.responsibility == responsibility
        and street in ("", seen.name(f.situation))
    ]
    return finding


def acts(seen: Seen, finding: Finding) -> set[tuple[str, str, str]]:
    """Who must or may do something about a finding, and by what; `Must?` if only possibly."""
    return {
        (seen.name(act.party), act.modality + ("" if act.certainty == "surely" else "?"), seen.name(act.ground))
        for act in finding.acts
    }


def sources(seen: Seen, finding: Finding) -> set[str]:
    """The names of what a finding rests on."""
    return {seen.name(source) for source in finding.sources}


def parties(seen: Seen, finding: Finding) -> set[str]:
    """The names of the parties that it names."""
    return {seen.name(party) for party in finding.parties}


def grades(seen: Seen, function: str) -> dict[str, str]:
    """The grade of a function in each street in which it has one."""
    return {seen.name(g.situation): g.grade for g in seen.judgement.grades if seen.name(g.function) == function}


def in_kind(text: str, **kinds: str) -> Seen:
    """Judge a scenario in which entries name a kind of responsibility, as a file for machines may: by the end of their IRI."""
    told = read(text)
    entries = {
        str(t.subject.value).rsplit("/", 1)[-1]: t.subject for t in told.triples if isinstance(t.subject, NamedNode)
    }
    more = [Triple(entries[entry.replace("_", "-")], h("kind"), h(kind)) for entry, kind in kinds.items()]
    return see(replace(told, triples=(*told.triples, *more)))

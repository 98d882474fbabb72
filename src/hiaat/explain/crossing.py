"""What warnings about a party have to do with a gap."""

from collections.abc import Callable, Iterator

from hiaat.explain.model import Sentence
from hiaat.explain.norms import ranked
from hiaat.explain.shortfalls import Shortfalls
from hiaat.explain.teller import Teller
from hiaat.explain.terms import agreements_on, is_condition
from hiaat.findings import Finding

KEEPERS = 2
LOCKED = "LockedIn"


def crossing(teller: Teller, finding: Finding) -> Callable[[str], Iterator[Sentence]]:
    """What warnings about a party have to do with a gap: a term that asks for the function, and what goes on."""

    def more(party: str) -> Iterator[Sentence]:
        for other in teller.scene.judgement.findings:
            if other.situation != finding.situation or party not in other.parties:
                continue
            waiting = [one for one in other.sources if _asks_for(teller, one, finding.function)]
            terms = [one for one in waiting if is_condition(teller, one)]
            for agreement in agreements_on(teller, party, terms):
                yield Shortfalls(teller, finding.function).term(agreement, party, terms)
                yield teller.say("term-unmet", terms)
            if waiting and other.kind == LOCKED:
                yield _goes_on(teller, other, party)

    return more


def _goes_on(teller: Teller, other: Finding, party: str) -> Sentence:
    lexicon = teller.scene.lexicon
    keepers = [one for one in other.sources if lexicon.is_a(one, "EndingRule")]
    told = ranked(lexicon, keepers, other.function)[:KEEPERS]
    clause = lexicon.text(told[0], "says")
    verb, _, rest = clause.partition(" ")
    return teller.say(
        "goes-on",
        [other.iri, *told],
        function=lexicon.phrase(other.function),
        party=teller.scene.party(party),
        voice=teller.voice(told[0]),
        verb=verb,
        rest=rest,
        clause=clause,
        cites=teller.cite(told),
    )


def _asks_for(teller: Teller, source: str, function: str) -> bool:
    """Whether a condition, or the condition of a norm, is that somebody holds the function."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    conditions = {source, *lexicon.nodes(source, "condition")}
    conditions |= {member for one in conditions for member in lexicon.nodes(one, "member")}
    word = "needsFunction"
    return any(function in (*lexicon.nodes(one, word), *scene.values(one, word)) for one in conditions)

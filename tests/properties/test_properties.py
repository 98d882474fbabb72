"""What must hold of every situation, tried on situations at random."""

import random

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.worlds import (
    BASE,
    FUNCTIONS,
    SCENARIO,
    STATED,
    Fact,
    World,
    care,
    days,
    engagement,
    judged,
    node,
    state,
    thing,
    worlds,
)

from hiaat.findings import Cell, Judgement
from hiaat.knowledge.terms import RDF_TYPE, h

EXAMPLES = 40
tried = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def verdicts(judgement: Judgement) -> dict[str, str]:
    return {cell.key: cell.verdict for cell in judgement.cells}


def opened(before: Judgement, after: Judgement) -> list[str]:
    """Cells that were held and are a gap, or not determined, now."""
    now = verdicts(after)
    return [key for key, verdict in verdicts(before).items() if verdict == "Held" and now.get(key, "Held") != "Held"]


@tried
@given(
    worlds(),
    st.sampled_from(FUNCTIONS),
    st.sampled_from(["Huisartsenpraktijk", "SpecialistOuderengeneeskunde", "Behandeldienst"]),
)
def test_adding_an_engagement_never_opens_a_held_cell(world: World, function: ox.NamedNode, party: str) -> None:
    assert not opened(judged(world), judged(world.with_facts(engagement(99, function, party, 1))))


@tried
@given(worlds(), st.sampled_from(STATED))
def test_a_condition_that_turns_out_met_opens_nothing_and_one_not_met_closes_nothing(
    world: World, condition: ox.NamedNode
) -> None:
    stated = {triple.object for triple in world.triples if triple.predicate == h("condition")}
    if condition in stated or _requires(condition):
        return
    unknown, met, not_met = (
        judged(w)
        for w in (
            world,
            world.with_facts(state(99, condition, "Met")),
            world.with_facts(state(99, condition, "NotMet")),
        )
    )
    assert not opened(unknown, met)
    gaps = {key for key, verdict in verdicts(unknown).items() if verdict == "Gap"}
    assert not [key for key in gaps if verdicts(not_met).get(key) == "Held"]


def _requires(condition: ox.NamedNode) -> bool:
    """Conditions of a requirement may open a cell; those of a ground may not."""
    from tests.properties.worlds import JUDGE  # noqa: PLC0415

    words = JUDGE.knowledge.words
    return any(
        words.subjects(h("requiresIf"), implied) for implied in {condition, *words.nodes(condition, h("implies"))}
    )


@tried
@given(worlds(), st.sampled_from(FUNCTIONS))
def test_what_begins_later_changes_nothing(world: World, function: ox.NamedNode) -> None:
    here = world.with_facts(thing(node("party/Huisartsenpraktijk"), care("Huisartsenpraktijk")))
    before, after = (
        judged(here),
        judged(here.with_facts(engagement(99, function, "Huisartsenpraktijk", world.day.toordinal() + 1))),
    )
    assert verdicts(before) == verdicts(after)
    assert [finding.key for finding in before.findings] == [finding.key for finding in after.findings]


@tried
@given(worlds(), st.randoms(use_true_random=False))
def test_shuffling_and_renaming_change_nothing_but_names(world: World, rng: random.Random) -> None:
    own = sorted(
        {
            t.subject
            for t in world.triples
            if isinstance(t.subject, ox.NamedNode) and t.subject != SCENARIO and t.subject.value.startswith(BASE)
        },
        key=str,
    )
    numbers = list(range(len(own)))
    rng.shuffle(numbers)
    renamed = {old: ox.NamedNode(f"https://example.org/{number}") for old, number in zip(own, numbers, strict=True)}
    facts: list[Fact] = [tuple(_renamed(triple, renamed) for triple in fact) for fact in world.facts]
    rng.shuffle(facts)
    assert _shape(judged(world)) == _shape(judged(World(tuple(facts), world.day, world.perspective)))


def _renamed(triple: ox.Triple, names: dict[ox.NamedNode, ox.NamedNode]) -> ox.Triple:
    subject, value = triple.subject, triple.object
    return ox.Triple(
        names.get(subject, subject) if isinstance(subject, ox.NamedNode) else subject,
        triple.predicate,
        names.get(value, value) if isinstance(value, ox.NamedNode) else value,
    )


def _shape(judgement: Judgement) -> object:
    cells = sorted(
        (
            c.function,
            c.kind,
            c.window,
            c.verdict,
            c.leading or "",
            c.since or 0,
            len(c.holders),
            len(c.candidates),
            sum(len(x.shortfalls) for x in c.candidates),
        )
        for c in judgement.cells
    )
    return cells, sorted(
        (f.kind, f.function, f.responsibility, f.since or 0, f.certainty, len(f.acts)) for f in judgement.findings
    )


@tried
@given(worlds(), st.sampled_from(FUNCTIONS), st.sampled_from(["Mine", "NotMine"]))
def test_a_claim_or_doing_it_in_fact_never_holds_a_cell(world: World, function: ox.NamedNode, said: str) -> None:
    party = node("party/speaker")
    claim = (
        *thing(
            node("claim/9"), h("Claim"), (h("claimant"), party), (h("claimKind"), h(said)), (h("function"), function)
        ),
        *days(node("claim/9"), 1),
    )
    conduct = (
        *thing(
            node("conduct/9"),
            h("Conduct"),
            (h("party"), party),
            (h("conductKind"), h("DoesInFact")),
            (h("function"), function),
        ),
        *days(node("conduct/9"), 1),
    )
    before = judged(world.with_facts(thing(party, care("Huisartsenpraktijk"))))
    after = judged(world.with_facts(thing(party, care("Huisartsenpraktijk")), claim, conduct))
    assert {key for key, v in verdicts(after).items() if v == "Held"} <= {
        key for key, v in verdicts(before).items() if v == "Held"
    } | {None}


@tried
@given(worlds())
def test_every_gap_has_one_leading_kind_and_everything_said_has_a_source(world: World) -> None:
    judgement = judged(world)
    for cell in judgement.cells:
        assert (cell.leading is not None) == (cell.verdict == "Gap")
        assert bool(cell.holders) == (cell.verdict in ("Held", "Assigned"))
        assert all(shortfall.source for candidate in cell.candidates for shortfall in candidate.shortfalls)
        assert cell.required_by or cell.triggered_by
    for finding in judgement.findings:
        assert finding.cells or finding.sources
        if finding.severity == "Violation" and finding.kind != "ProhibitedArrangement":
            assert all(cell.verdict == "Gap" or finding.kind == "Contested" for cell in finding.cells)


@tried
@given(worlds())
def test_removing_a_party_that_has_only_several_current_engagements_closes_nothing(world: World) -> None:
    agreements = [
        fact for fact in world.facts if any(t.predicate == RDF_TYPE and t.object == h("Agreement") for t in fact)
    ]
    if not agreements:
        return
    gone = agreements[0]
    fewer = World(tuple(fact for fact in world.facts if fact is not gone), world.day, world.perspective)
    before, after = judged(world), judged(fewer)
    running = any(t.predicate == h("untilDay") and int(t.object.value) >= world.day.toordinal() for t in gone)  # type: ignore[union-attr]
    if not running or any(e.status == "Over" for e in before.engagements.values()):
        return
    gaps = {cell.key for cell in before.cells if cell.verdict == "Gap" and cell.certain}
    closed = [cell for cell in after.cells if cell.key in gaps and cell.verdict == "Held"]
    assert not closed, [_told(cell) for cell in closed]


def _told(cell: Cell) -> str:
    return f"{cell.function} {cell.kind} {cell.window}: {cell.holders}"


@tried
@given(worlds())
def test_judging_twice_gives_the_same(world: World) -> None:
    assert judged(world) == judged(world)

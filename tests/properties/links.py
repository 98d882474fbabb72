"""What may open what is held when it is added: a link that leads elsewhere (decision 0003, reading 4)."""

from tests.generated.bodies import Iri
from tests.generated.world import Fact, World

from hiaat.knowledge.terms import h

LENT = (h("Delegate"), h("Assign"))


def becomes_a_link(world: World, added: Fact) -> bool:
    """Who lets another do it, and now does it itself for a third.

    What is added says for whom it was done all along: who performs at the end of the chain goes with that third, and in a
    circle with nobody. `tests/toy/test_chains.py` has the smallest examples.
    """
    takers = {taker for word in ("engaged", "between") for taker in added.values(word)}
    bosses = {value for one in world.facts for word in ("principal", "worksFor") for value in one.values(word)}
    bosses |= {actor for act in world.of("Act") if act.value("actKind") in LENT for actor in act.values("actor")}
    named = any(one.value("worksFor") for one in world.facts if one.this in takers) or _names(world, added)
    for_another = added.value("principal") or (named and not added.value("ownName"))
    return bool(for_another and takers & (bosses | _named_by_kind(world)))


def _names(world: World, agreement: Fact) -> bool:
    """Whether an agreement of its kind is in the name of one that is party to it."""
    kinds = [kind for kind in agreement.values("agreementKind") if isinstance(kind, Iri)]
    templates = [template for kind in kinds for template in world.body.templates(kind)]
    return any(world.body.words.value(template, h("inNameOf")) for template in templates)


def _named_by_kind(world: World) -> set[object]:
    """Parties to agreements of such kinds."""
    return {party for one in world.of("Agreement") if _names(world, one) for party in one.values("between")}

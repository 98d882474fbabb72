"""Scenarios at random, driven by the ontology and the kinds of agreement of a body of knowledge, never by its examples."""

import pyoxigraph as ox
from hypothesis import strategies as st
from tests.generated.bodies import Body, body
from tests.generated.cast import MONTH, start
from tests.generated.choose import Choose, Drawn, Seeded, chance, weighed
from tests.generated.enact import tell_again, tell_story
from tests.generated.grounds import tell_agreement, tell_engagement, tell_offer, tell_states
from tests.generated.places import tell_needs, tell_situations
from tests.generated.steps import tell_act, tell_claim, tell_conduct, tell_party_state
from tests.generated.world import SCENARIO, Fact, World

from hiaat.knowledge.terms import RDF_TYPE, h, rdfs

TITLE = ox.Literal("made by a generator")
PARTS = ("AllParties", "AllAgreements", "AllEngagements")
SORTS = [
    (4, tell_engagement),
    (3, tell_agreement),
    (4, tell_act),
    (2, tell_story),
    (1, tell_again),
    (1, tell_offer),
    (1, tell_party_state),
    (1, tell_claim),
    (1, tell_conduct),
]


def make(about: Body, choose: Choose, most: int = 14) -> World:
    """A scenario of a body of knowledge: who, where, what is needed, and up to so many things that happened."""
    cast = start(about, choose)
    cast.facts.insert(0, _scenario(choose))
    tell_situations(cast)
    tell_needs(cast)
    for _ in range(3 + choose.number(most - 3)):
        weighed(choose, SORTS)(cast)
    tell_states(cast)
    known = cast.day + (2 * MONTH if chance(choose, 15) else 0)
    view = about.perspectives[choose.number(len(about.perspectives) - 1) if chance(choose, 25) else 0]
    return World(about.name, tuple(cast.facts), cast.day, known, view)


def _scenario(choose: Choose) -> Fact:
    """Mostly described in full."""
    parts = PARTS if not chance(choose, 15) else tuple(part for part in PARTS if chance(choose, 60))
    said = [(h("inFull"), h(part)) for part in (*parts, *(["AllActs"] if chance(choose, 10) else []))]
    return Fact(SCENARIO, ((RDF_TYPE, h("Scenario")), (rdfs("label"), TITLE), *said))


def seeded(name: str, seed: int, most: int = 14) -> World:
    """The scenario of a seed: the same one every time, on every machine."""
    return make(body(name), Seeded(seed), most)


@st.composite
def worlds(draw: st.DrawFn, *names: str) -> World:
    """Scenarios that Hypothesis draws and shrinks, of one of these bodies."""
    return make(body(draw(st.sampled_from(names))), Drawn(draw))

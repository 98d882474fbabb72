"""Situations: whose, where, of what characteristics, by which ties, and what is needed there in fact."""

from tests.generated.bodies import Iri, ordered
from tests.generated.cast import LONG, Cast
from tests.generated.choose import chance, one, weighed
from tests.generated.world import Days, Fact, Says, fact

from hiaat.knowledge.close import whole
from hiaat.knowledge.days import LAST_DAY
from hiaat.knowledge.terms import h


def tell_situations(cast: Cast) -> None:
    """One to three of them; now and then two that are alike."""
    count = weighed(cast.choose, [(60, 1), (30, 2), (10, 3)])
    for number in range(count):
        if number and chance(cast.choose, 30):
            _twin(cast)
        else:
            _situation(cast)


def _situation(cast: Cast) -> None:
    values = _values(cast)
    subject = cast.tell("subject", _subject_types(cast, values)).this
    cast.subjects.append(subject)
    says: list[Says] = [(h("subject"), subject), *values.items()]
    if not chance(cast.choose, 10):
        says.append((h("setting"), _setting(cast)))
    if chance(cast.choose, 30):
        says.append((h("size"), whole(1 + cast.choose.number(11))))
    days: Days = (cast.day - LONG, cast.day - LONG, LAST_DAY, LAST_DAY)
    number = len(cast.of("Situation")) + 1
    ties = [tie for tie in cast.body.ties for _ in range(_times(cast))]
    involved = [_involvement(cast, tie, subject, says) for tie in ties]
    says += [(h("involvement"), one.this) for one in involved]
    told = {value for one in involved for value in one.values("tie")}
    says += [(h("unknownTie"), tie) for tie in cast.body.ties if tie not in told and chance(cast.choose, 12)]
    days = cast.period() if chance(cast.choose, 15) else days
    cast.facts.append(fact(f"situation/{number}", [h("Situation")], *says, days=days))


def _times(cast: Cast) -> int:
    return weighed(cast.choose, [(60, 1), (30, 0), (10, 2)])


def _values(cast: Cast) -> dict[Iri, Iri]:
    """Where a norm that the scenario is about applies; the rest at random or not known."""
    places = [place for norm in cast.norms for place in cast.body.places(norm) if place]
    found = dict(one(cast.choose, places)) if places and not chance(cast.choose, 15) else {}
    for characteristic, values in cast.body.characteristics.items():
        if characteristic not in found and values and chance(cast.choose, 50):
            found[characteristic] = one(cast.choose, values)
        elif chance(cast.choose, 6):
            found.pop(characteristic, None)
    return found


def _subject_types(cast: Cast, values: dict[Iri, Iri]) -> list[Iri]:
    brought = [kind for value in values.values() for kind in cast.body.words.nodes(value, h("subjectType"))]
    return ordered(brought) or cast.body.subject_types


def _setting(cast: Cast) -> Iri:
    if cast.settings and chance(cast.choose, 60):
        return one(cast.choose, cast.settings)
    says: list[Says] = []
    if chance(cast.choose, 40):
        says.append((h("openedDay"), whole(cast.day - 4 * cast.choose.number(800))))
    kind = one(cast.choose, cast.types if chance(cast.choose, 50) else cast.body.types)
    made = cast.tell("setting", [kind], *says).this
    cast.settings.append(made)
    cast.parties[made] = kind
    return made


def _involvement(cast: Cast, tie: Iri, subject: Iri, says: list[Says]) -> Fact:
    """Who is involved by a tie: of the type that the tie asks for, of a type that a norm reaches by it, or the setting."""
    words = cast.body.words
    reached = [kind for norm in words.subjects(h("tie"), tie) for kind in words.nodes(norm, h("bearer"))]
    kinds = ordered([*words.nodes(tie, h("tieType")), *reached])
    settings = [value for word, value in says if word == h("setting") and isinstance(value, Iri)]
    if settings and words.value(tie, h("defaultsToSetting")) and chance(cast.choose, 50):
        party = settings[0]
    elif not kinds:
        party = subject
    else:
        party = cast.party(*kinds)
    return cast.tell("involvement", [h("Involvement")], (h("tie"), tie), (h("involved"), party), days=cast.period())


def _twin(cast: Cast) -> None:
    """A situation like the first in all but whose it is."""
    first, number = cast.of("Situation")[0], len(cast.of("Situation")) + 1
    whose = next(one for one in cast.facts if one.this == first.value("subject"))
    subject = fact(f"subject/{number}-alike", [])
    cast.facts.append(Fact(subject.this, whose.says))
    cast.subjects.append(subject.this)
    involved = [one for one in cast.of("Involvement") if one.this in first.values("involvement")]
    copies = [Fact(Iri(f"{one.this.value}-{number}"), one.says) for one in involved]
    cast.facts += copies
    again = Fact(Iri(f"{first.this.value}-alike-{number}"), first.says).saying("subject", subject.this)
    cast.facts.append(again.saying("involvement", *(one.this for one in copies)))


def tell_needs(cast: Cast) -> None:
    """What is needed in fact, whatever norms say."""
    for number in range(weighed(cast.choose, [(50, 1), (15, 0), (35, 2)])):
        where = one(cast.choose, cast.of("Situation")).this
        function = cast.functions[0] if number == 0 else cast.function()
        says: list[Says] = [(h("situation"), where), (h("function"), function), *cast.windows()]
        cast.tell("need", [h("Need")], *says, days=cast.period())

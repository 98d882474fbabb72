"""Terms of notice: how long an agreement runs on after notice. Adding a term to a day is calendar work, done here."""

import re

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.dates import LAST, Interval, add_months
from hiaat.scenario.document import Node
from hiaat.scenario.draft import Draft
from hiaat.scenario.terms import h, skos

TERM = re.compile(r"([0-9]{1,4})\s+(\S.*)")
DAYS = {h.unitDays: 1, h.unitWeeks: 7}


def write_term(draft: Draft, agreement: NamedNode, node: Node) -> None:
    """Keep the term of an agreement; days and weeks are written, months wait for the day of the notice."""
    text = draft.text(node)
    if text is None or draft.is_word(text, h.Unknown):
        return
    found = TERM.fullmatch(text.text.strip())
    units = draft.words.instances(h.TimeUnit)
    if not found or len(units.find(found[2])) != 1:
        every = sorted({unit for _, unit in units.all()}, key=str)
        names = (name for unit in every for name in draft.words.texts(unit, skos.altLabel))
        valid = [f"2 {name.value}" for name in names if name.language in (draft.language, None)]
        draft.problems.add(text.place, "no term", valid, word=text.text)
        return
    unit = units.find(found[2])[0]
    draft.terms[agreement] = (int(found[1]), unit)
    draft.tell(agreement, h.keyNoticeTerm, text.text)
    if unit in DAYS:
        draft.add(agreement, h.termDays, Literal(int(found[1]) * DAYS[unit]), text.place)


def end_of_notice(draft: Draft, agreement: NamedNode, day: int) -> int | None:
    """The last day that counts after notice on this day, if the agreement has a term."""
    if agreement not in draft.terms:
        return None
    count, unit = draft.terms[agreement]
    return min(LAST, day + count * DAYS[unit]) if unit in DAYS else add_months(day, count)


def keep_agreed_end(draft: Draft, act: NamedNode, day: Interval) -> None:
    """Remember what the agreed term gives, of notice on a day that is known; another last day may be written."""
    ends = [end_of_notice(draft, about, day[1]) for about in draft.objects(act, h.about)]
    found = [end for end in ends if end is not None]
    if found and day[0] == day[1] and h.GiveNotice in draft.objects(act, h.actKind):
        draft.agreed_ends[act] = max(found)


def agreed_later(draft: Draft, act: NamedNode, last: Interval) -> int | None:
    """When it has surely ended, if the agreed term runs on after the last day that was named."""
    agreed = draft.agreed_ends.get(act, last[1])
    return agreed if last[1] < agreed else None

"""What stands before and after the findings: summary, what was understood, what was looked at and what was not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hiaat.explain.ages import age, hardly_covered
from hiaat.explain.model import Bullet, FindingExplanation, Paragraph, Sentence
from hiaat.explain.scene import Scene
from hiaat.explain.teller import Teller
from hiaat.explain.titles import severity_word
from hiaat.explain.unexamined import no_longer_heard, parts_not_examined
from hiaat.explain.until import until_successor
from hiaat.findings import Cell
from hiaat.knowledge.terms import h

IN_ORDER = "InOrder"
HELD = {  # only laid on somebody, only perhaps required
    (False, False): "grade",
    (False, True): "grade-perhaps",
    (True, False): "grade-laid",
    (True, True): "grade-laid-perhaps",
}
KINDS = ("Performance", "Accountability", "Organisation", "Procurement", "Funding", "Oversight")


def summary(teller: Teller) -> tuple[Sentence, ...]:
    """The day, who was heard, and how it came out."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    view = scene.judgement.assessment.perspective.value
    day = lexicon.date(scene.day)
    sentences = [teller.say("summary-day", [view], day=day, perspective=lexicon.label(view))]
    cells = [cell.iri for cell in scene.judgement.cells]
    until = any(cell.until_successor for cell in scene.judgement.cells)
    if not cells:
        away = [said for one in scene.judgement.situations for said in _away(teller, one)]
        everywhere = len(away) == len(scene.judgement.situations)
        sentences += [] if away and everywhere else [teller.say("summary-nothing", scene.judgement.situations)]
    elif scene.judgement.in_order:
        sentences.append(teller.say("summary-in-order-until" if until else "summary-in-order", cells))
    counts = lexicon.join(_counts(scene))
    if counts:
        sentences.append(teller.say("summary-found", [one.iri for one in scene.judgement.findings], counts=counts))
    sentences += [said for one in scene.judgement.situations for said in _away(teller, one)]
    sentences += _only_assigned(teller)
    return (*sentences, *until_successor(teller))


def _away(teller: Teller, situation: str) -> Iterator[Sentence]:
    """That a situation has not begun on the day judged, or has ended before it."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    for key, day in (("not-yet", scene.begins(situation)), ("no-longer", scene.ended(situation))):
        if day:
            yield teller.say(key, [situation], name=scene.label(situation), day=lexicon.date(day))


def _only_assigned(teller: Teller) -> Iterator[Sentence]:
    """Why of some of it, or of all, is told only with whom it belongs."""
    cells = teller.scene.judgement.cells
    found = [cell for cell in cells if cell.verdict == "Assigned"]
    if found:
        key = "summary-assigned" if len(found) == len(cells) else "summary-assigned-some"
        yield teller.say(key, [cell.iri for cell in found])


def said_back(teller: Teller) -> tuple[Paragraph, ...]:
    """What the file was taken to say, what was assumed and what is unknown."""
    found = teller.scene.judged.scenario.understood
    lexicon = teller.scene.lexicon
    understood = []
    for told in found.understood:
        facts = [lexicon.fill("told-fact", key=key, value=value or "-") for key, value in told.facts]
        text = lexicon.join(facts, last="told-facts", between="told-facts")
        sentences = [teller.say("told", [str(told.place)], facts=text)] if text else []
        understood.append(Bullet(told.name, tuple(sentences)))
    paragraphs = [teller.paragraph("understood", [], understood)]
    for key, remarks in (("assumed", found.assumed), ("unknown", found.unknown)):
        once = {one.text: one for one in reversed(remarks)}
        ordered = [one for one in remarks if once[one.text] is one]  # of several groups the same is said once
        bullets = [Bullet("", (teller.say("told", [str(one.place)], facts=one.text),)) for one in ordered]
        if bullets:
            paragraphs.append(teller.paragraph(key, [], bullets))
    return tuple(paragraphs)


def looked_at(teller: Teller) -> Paragraph:
    """Every cell, by situation and function, with its holders."""
    rows: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in teller.scene.judgement.cells:
        rows[cell.situation, cell.function].append(cell)
    bullets = [_function(teller, *row, cells) for row, cells in sorted(rows.items())]
    return teller.paragraph("cells", list(_must(teller)), bullets)


def _must(teller: Teller) -> Iterator[Sentence]:
    """That of the kinds that a duty brings a cell tells who must, not that it happens."""
    scene, lexicon = teller.scene, teller.scene.lexicon
    cells = [cell for cell in scene.judgement.cells if "true" in lexicon.values(h(cell.kind).value, "laidByDuty")]
    kinds = [kind for kind in KINDS if any(cell.kind == kind for cell in cells)]
    if kinds:
        names = lexicon.join(lexicon.label(h(kind).value) for kind in kinds)
        yield teller.say("cells-must", [cell.iri for cell in cells], kinds=names)


def not_judged(teller: Teller) -> Paragraph:
    """What nothing heard asks for: in all situations, then what more in each."""
    scene = teller.scene
    away = {one: list(_away(teller, one)) for one in scene.judgement.situations}
    sentences = [said for found in away.values() for said in found]
    unasked = {one: _unasked(scene, one) for one, found in away.items() if not found}
    everywhere = set.intersection(*map(set, unasked.values())) if unasked else set()
    first = next(iter(unasked.values()), {})
    told = [("", {function: first[function] for function in first if function in everywhere})]
    told += [
        (scene.apart(one), {f: n for f, n in found.items() if f not in everywhere}) for one, found in unasked.items()
    ]
    said = [_not_judged(teller, situation, found) for situation, found in told if found]
    if said:
        sentences += [*said, teller.say("not-judged-means", [fact for one in said for fact in one.facts])]
    parts = [said for situation in unasked for said in parts_not_examined(teller, situation)]
    sentences += {str(one): one for one in parts}.values()
    sentences += no_longer_heard(teller)
    none = teller.say("not-judged-none", [cell.iri for cell in scene.judgement.cells])
    return teller.paragraph("not-judged", sentences or [none])


def _unasked(scene: Scene, situation: str) -> dict[str, tuple[str, ...]]:
    """The functions that nothing heard asks for in a situation, with the norms that are about them."""
    found = (one for one in scene.judgement.not_judged if one.situation == situation and one.window is None)
    return {one.function: one.because for one in found}


def _not_judged(teller: Teller, situation: str, found: dict[str, tuple[str, ...]]) -> Sentence:
    functions = teller.scene.lexicon.join(map(teller.scene.lexicon.label, found))
    facts = sorted({norm for because in found.values() for norm in because})
    return teller.say("not-judged", facts, functions=functions, situation=situation)


def sources(teller: Teller, steps: Paragraph, findings: Sequence[FindingExplanation]) -> Paragraph:
    """The age of every document behind what was told."""
    parts = [steps, *(part for one in findings for part in one.paragraphs if part.key != "note")]
    told = (said for part in parts for said in part.all_sentences())
    cells = teller.scene.judgement.cells
    norms = dict.fromkeys([*(f for said in told for f in said.facts), *(n for c in cells for n in _grounds(c))])
    known = [norm for norm in norms if teller.scene.lexicon.strength(norm) > 0]
    return teller.paragraph("age", [*(list(age(teller, known)) or [_no_age(teller, known)]), *hardly_covered(teller)])


def _no_age(teller: Teller, norms: Sequence[str]) -> Sentence:
    """That no document counts, or that nobody knows from when those are that do."""
    scene = teller.scene
    undated = list(dict.fromkeys(basis for norm in norms for basis in scene.library.others(norm)))
    if not undated:
        return teller.say("age-none", scene.judgement.situations)
    return teller.say("age-unknown", undated, sources=scene.lexicon.join(map(scene.library.cite, undated)))


def _grounds(cell: Cell) -> tuple[str, ...]:
    return (*cell.required_by, *cell.held_on)


def _counts(scene: Scene) -> Iterator[str]:
    words = [severity_word(finding) for finding in scene.judgement.findings]
    for word in dict.fromkeys(words):
        count = words.count(word)
        key = f"summary-{word}-one" if count == 1 else f"summary-{word}"
        yield scene.lexicon.fill(key, count=str(count))


def _function(teller: Teller, situation: str, function: str, cells: Sequence[Cell]) -> Bullet:
    scene, lexicon = teller.scene, teller.scene.lexicon
    lead = lexicon.fill("lead-function", function=lexicon.label(function), situation=scene.apart(situation))
    grades = [one.grade for one in scene.judgement.grades if (one.situation, one.function) == (situation, function)]
    perhaps = scene.judgement.only_perhaps_required(situation, function)
    facts = [cell.iri for cell in cells]
    found = [one for one in scene.judgement.findings if (situation, function) in one.where]
    but = lexicon.join(dict.fromkeys(lexicon.label(h(one.kind).value) for one in found))
    sentences = [
        teller.say(
            HELD[scene.judgement.only_laid(situation, function), perhaps] if one == IN_ORDER else "grade",
            facts,
            grade=lexicon.label(h(one).value),
            but=but if one == IN_ORDER else "",
        )
        for one in grades
    ]
    rows: dict[tuple[str, str, bool, tuple[str, ...]], list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.kind, cell.verdict, cell.until_successor, cell.holders].append(cell)
    ordered = sorted(rows.items(), key=lambda row: (KINDS.index(row[0][0]), row[0]))
    return Bullet(lead, (*sentences, *(_row(teller, found) for _, found in ordered)))


def _row(teller: Teller, cells: Sequence[Cell]) -> Sentence:
    scene, lexicon = teller.scene, teller.scene.lexicon
    first = cells[0]
    return teller.say(
        f"cell-{first.verdict}" + ("-until" if first.until_successor else ""),
        [cell.iri for cell in cells],
        kind=lexicon.label(h(first.kind).value),
        windows=lexicon.windows(cell.window for cell in cells),
        holders=lexicon.join(map(scene.name, first.holders)),
    )

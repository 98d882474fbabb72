"""Compares a transcription, row by row, with what the program found. One `Row` is one line of docs/worked.md."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.worked.found import GRADES, KINDS, MODALITIES, STATUS, Found, day

from hiaat.knowledge.terms import local

Expected = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """A row of the worked situations: what it says, what was found."""

    section: str
    row: str
    mark: str
    what: str
    expected: str
    found: str
    equal: bool


def rows(expected: Expected, found: Found, exit_status: int) -> Iterator[Row]:
    """Every expectation of one assessment."""
    yield from _counts(expected, found, exit_status)
    for cell in expected.get("cells") or ():
        yield from _cell(cell, found)
    for finding in expected.get("findings") or ():
        yield from _finding(finding, found)
    for kind in expected.get("not_findings") or ():
        yield Row("", "", "S", f"no finding {kind}", "none", str(len(found.findings(kind))), not found.findings(kind))
    for function, grade in (expected.get("grades") or {}).items():
        grades = {GRADES[one.grade] for one in found.judgement.grades if local(one.function) == function}
        yield Row(
            "",
            "grade",
            "S",
            function,
            grade,
            ", ".join(sorted(grades)),
            grades == {grade} or (expected.get("situation_grades") is not None and grade in grades),
        )
    for one in expected.get("situation_grades") or ():
        grades = {
            GRADES[g.grade]
            for g in found.judgement.grades
            if local(g.function) == one["function"] and found.situation(g.situation) == one["situation"]
        }
        yield Row(
            "",
            "grade",
            "S",
            f"{one['situation']}: {one['function']}",
            one["grade"],
            ", ".join(grades),
            grades == {one["grade"]},
        )
    for function in expected.get("not_judged") or ():
        yield Row(
            "1",
            "not judged",
            "S",
            function,
            "not judged",
            "listed" if function in found.not_judged else "absent",
            function in found.not_judged,
        )
    for act in expected.get("can_act") or ():
        yield from _act(act, found)


def _counts(expected: Expected, found: Found, exit_status: int) -> Iterator[Row]:
    counts = expected.get("counts") or {}
    for severity in ("violation", "warning", "info"):
        if counts.get(severity) is not None:
            yield Row(
                "",
                "count",
                counts.get("mark", "S"),
                severity,
                str(counts[severity]),
                str(found.counts[severity]),
                counts[severity] == found.counts[severity],
            )
    if expected.get("exit") is not None:
        yield Row(
            "", "status", "S", "exit status", str(expected["exit"]), str(exit_status), expected["exit"] == exit_status
        )


def _cell(want: Expected, found: Found) -> Iterator[Row]:
    windows = want.get("windows")
    cells = found.cells(want["function"], want.get("kind"), windows, want.get("situation"))
    what = f"{want['function']} {want.get('kind') or ''} {' '.join(windows or ())}".strip()
    base = (str(want.get("section", "")), str(want.get("row", "")), str(want.get("mark", "S")), what)
    verdict = want.get("verdict")
    if verdict == "absent":
        yield Row(
            *base, "no cell", ", ".join(f"{found.window(c.window)} {c.verdict}" for c in cells) or "no cell", not cells
        )
        return
    verdicts = {cell.verdict.lower() for cell in cells}
    there = {found.window(cell.window) for cell in cells}
    yield Row(
        *base,
        str(verdict),
        ", ".join(sorted(verdicts)) or "no cell",
        verdicts == {verdict} and (not windows or set(windows) <= there),
    )
    if not cells:
        return
    if want.get("leading"):
        leads = {cell.leading for cell in cells}
        yield Row(*base, f"leading {want['leading']}", ", ".join(map(str, leads)), leads == {want["leading"]})
    if want.get("since"):
        since = {day(cell.since) for cell in cells}
        yield Row(*base, f"since {want['since']}", ", ".join(map(str, since)), since == {str(want["since"])})
    if want.get("holders") is not None:
        for cell in cells:
            holders = {found.party(p) for p in cell.holders}
            equal = (
                set(want["holders"]) == holders if want.get("holders_exact", True) else set(want["holders"]) <= holders
            )
            yield Row(
                *base[:3],
                f"{what}: holder {found.window(cell.window)}",
                ", ".join(want["holders"]) or "nobody",
                ", ".join(sorted(holders)) or "nobody",
                equal,
            )
    if want.get("required_by"):
        missing = found.cited(want["required_by"], [norm for cell in cells for norm in cell.required_by])
        yield Row(
            *base,
            "required by " + ", ".join(want["required_by"]),
            "missing: " + ", ".join(missing) if missing else "all",
            not missing,
        )
    yield from _candidates(want, found, cells, base)


def _candidates(want: Expected, found: Found, cells: list[Any], base: tuple[str, str, str, str]) -> Iterator[Row]:
    paired = (
        found.cells(
            want["function"], {"I": "B", "B": "I"}.get(want.get("kind") or "", "-"), None, want.get("situation")
        )
        if want.get("kind") in ("I", "B")
        else []
    )
    for one in want.get("candidates") or ():
        got = found.candidates(cells, one["party"], one["status"])
        label = f"{base[3]}: {one['party']}"
        yield Row(*base[:3], label, one["status"], one["status"] if got else "not listed", bool(got))
        if not got:
            continue
        also = found.candidates(paired, one["party"], one["status"])
        cited = (
            [c.ground for c in (*got, *also)]
            + [s.source for c in got for s in c.shortfalls]
            + [c.condition.norm for x in got for c in x.shortfalls if c.condition and c.condition.norm]
        )
        if one["status"] == "prospect":
            cited += [n for c in found.judgement.conditions for n in (c.norm,) if n]
        missing = found.cited(one.get("grounds") or (), cited)
        if one.get("grounds"):
            yield Row(
                *base[:3],
                label,
                "ground " + ", ".join(one["grounds"]),
                "missing: " + ", ".join(sorted(missing)) if missing else "all",
                not missing,
            )
        for defeater in one.get("defeaters") or ():
            yield _defeater(defeater, found, got, (*base[:3], label))
    if want.get("exact"):
        wanted = {(one["party"], one["status"]) for one in want["candidates"] if one["status"] != "near miss"}
        listed = {
            (found.party(c.party), STATUS[c.standing])
            for cell in cells
            for c in cell.candidates
            if c.standing != "NearMiss"
        }
        yield Row(
            *base,
            "no others in view",
            ", ".join(f"{p} {s}" for p, s in sorted(listed - wanted)) or "no others",
            listed == wanted,
        )


def _defeater(want: Expected, found: Found, candidates: list[Any], base: tuple[str, str, str, str]) -> Row:
    short = [
        (c, s)
        for c in candidates
        for s in c.shortfalls
        if s.cause == want["reason"] and s.certainty == want["certainty"]
    ]
    sources = [
        x
        for c, s in short
        for x in (s.source, *((s.condition.norm,) if s.condition and s.condition.norm else ()), c.ground)
    ]
    missing = found.cited(want.get("grounds") or (), sources)
    text = f"{want['reason']} {want['certainty']}: {', '.join(want.get('grounds') or ())}"
    return Row(
        *base,
        text,
        ("missing: " + ", ".join(sorted(missing))) if missing else ("as expected" if short else "no such reason"),
        bool(short) and not missing,
    )


def _finding(want: Expected, found: Found) -> Iterator[Row]:
    got = [
        f
        for f in found.findings(want["kind"])
        if local(f.function) == want["function"]
        and (want.get("responsibility") is None or f.responsibility == KINDS[want["responsibility"]])
        and (want.get("situation") is None or found.situation(f.situation) == want["situation"])
    ]
    what = f"finding {want['kind']} {want['function']} {want.get('responsibility') or ''}"
    base = (str(want.get("section", "")), str(want.get("row", "")), str(want.get("mark", "S")), what)
    yield Row(
        *base,
        str(want.get("severity", "there")),
        ", ".join(f.severity.lower() for f in got) or "none",
        len(got) == 1 and want.get("severity", got[0].severity.lower()) == got[0].severity.lower(),
    )
    if len(got) != 1:
        return
    finding = got[0]
    if want.get("windows") is not None:
        windows = {found.window(w) for w in finding.windows}
        yield Row(*base, " ".join(want["windows"]), " ".join(sorted(windows)), windows == set(want["windows"]))
    if want.get("since"):
        yield Row(*base, f"since {want['since']}", str(day(finding.since)), day(finding.since) == str(want["since"]))
    if want.get("since_between"):
        first, last = map(str, want["since_between"])
        yield Row(
            *base,
            f"since between {first} and {last}",
            str(day(finding.since)),
            first <= str(day(finding.since)) <= last,
        )
    if want.get("paper"):
        on_paper = {found.party(p) for p in finding.on_paper}
        yield Row(
            *base,
            "on paper " + ", ".join(want.get("on_paper") or ("somebody",)),
            ", ".join(sorted(on_paper)),
            bool(on_paper) and set(want.get("on_paper") or ()) <= on_paper,
        )
    if want.get("grounds"):
        sources = [*finding.sources, *(s.source for c in finding.cells for x in c.candidates for s in x.shortfalls)]
        missing = found.cited(want["grounds"], sources)
        yield Row(
            *base,
            "by " + ", ".join(want["grounds"]),
            "missing: " + ", ".join(sorted(missing)) if missing else "all",
            not missing,
        )
    for never in want.get("not_grounds") or ():
        yield Row(
            *base,
            f"not by {never}",
            "cited" if not found.cited([never], finding.sources) else "not cited",
            bool(found.cited([never], finding.sources)),
        )


def _act(want: Expected, found: Found) -> Iterator[Row]:
    if want.get("party") is None:
        return
    acts = [
        a
        for f in found.findings(want.get("finding"))
        for a in f.acts
        if found.party(a.party) == want["party"] and MODALITIES[a.modality] == want["modality"]
    ]
    missing = found.cited(want.get("grounds") or (), [a.ground for a in acts])
    text = f"{want['modality']}: {', '.join(want.get('grounds') or ())}"
    yield Row(
        "",
        "who can act",
        str(want.get("mark", "S")),
        want["party"],
        text,
        "missing: " + ", ".join(sorted(missing)) if missing else ("all" if acts else "no such act"),
        bool(acts) and not missing,
    )

"""The tables of docs/tensions.md, made of what the detectors find and of the review.

`python -m tests.tensions.page` writes them into the page; a test holds the page against them.
"""

import re

import yaml
from tests.tensions.detecting import DETECTORS, ROOT, Known, hits, judged, known, review, unknown_hits

PAGE = ROOT / "docs" / "tensions.md"


def outcome() -> list[str]:
    """The two numbers that count, and what is behind them."""
    found = [tension for tension in known() if tension.found_in(hits())]
    same = [tension for tension in found if not tension.beside]
    real = sum(entry.real for entry in judged())
    return [
        (
            f"- **{len(found)} of {len(known())}** known tensions are found; {len(same)} of them for the reason that reading"
            " gave, the others by a hit between two of their statements that sees something else."
        ),
        (
            f"- **{real} of {len(judged())}** other hits, drawn at random, are real tensions: a precision of"
            f" {real / len(judged()):.2f}."
        ),
        f"- {len(DETECTORS)} detectors give {len(hits())} hits; {len(unknown_hits())} of these lie in no known tension.",
    ]


def detectors() -> list[str]:
    """What each detector is and finds."""
    rows = ["| detector | what it looks for | hits | known | only by it | sample real |", "|---|---|--:|--:|--:|--:|"]
    finders = {tension.id: tension.found_in(hits()) for tension in known()}
    for file in DETECTORS:
        name = file.stem
        told = yaml.safe_load("\n".join(line[3:] for line in file.read_text("utf-8").splitlines() if line[:2] == "#+"))
        mine = [finder for finder in finders.values() if name in finder]
        sample = [entry for entry in judged() if entry.hit.detector == name]
        rows.append(
            f"| [`{name}`](../queries/tensions/{name}.rq) | {told['summary']['en']} {told['why'].strip()}"
            f" | {sum(hit.detector == name for hit in hits())} | {len(mine)} | {sum(len(each) == 1 for each in mine)}"
            f" | {sum(entry.real for entry in sample)} of {len(sample)} |"
        )
    return rows


def tensions() -> list[str]:
    """The known tensions, with who finds each or why nobody does."""
    rows = ["| id | tension | found by |", "|---|---|---|"]
    return rows + [f"| {tension.id} | {tension.text} | {_answer(tension)} |" for tension in known()]


def _answer(tension: Known) -> str:
    if tension.missed:
        return f"**not found.** {tension.missed}"
    names = ", ".join(f"`{name}`" for name in tension.found_in(hits()))
    return f"{names}. *Beside it:* {tension.beside}" if tension.beside else names


def sample() -> list[str]:
    """The sixty hits and their judgements."""
    rows = [f"Seed {review()['seed']}.", "", "| detector | statements | real | why |", "|---|---|---|---|"]
    return rows + [
        f"| `{entry.hit.detector}` | {', '.join(name for name in (entry.hit.one, entry.hit.other) if name)}"
        f" | {'yes' if entry.real else 'no'} | {entry.why} |"
        for entry in judged()
    ]


def with_tables(text: str) -> str:
    """The page with its tables made anew."""
    for part in (outcome, detectors, tensions, sample):
        name = part.__name__
        made = "\n".join([f"<!-- {name} -->", *part(), f"<!-- end of {name} -->"])
        text = re.sub(rf"<!-- {name} -->.*?<!-- end of {name} -->", lambda _, made=made: made, text, flags=re.DOTALL)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")

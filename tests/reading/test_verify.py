"""A copy agrees, differs or is absent; passage by passage."""

from pathlib import Path

import pytest
from tests.reading.conftest import LINES, TEXT, Body

from hiaat.reading import Checked, documents, load, verify


def checked(body: Path, copies: Path) -> Checked:
    (one,) = verify(documents(load([body])), copies)
    return one


def reasons(one: Checked) -> dict[str, str]:
    return {difference.passage.name: difference.reason for difference in one.differences}


def test_the_very_text_agrees(body: Body, copies: Path) -> None:
    one = checked(body(), copies)
    assert (one.state, one.lines, reasons(one)) == ("agrees", 5, {})


def test_a_changed_line_is_told_of_the_passages_that_have_it(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_text(TEXT.replace("Niemand", "Iemand"), "utf-8")
    one = checked(body(), copies)
    assert (one.state, reasons(one)) == ("differs", {"P-4": "digest", "P-5": "digest"})


def test_lines_that_are_not_there(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_text("\n".join(LINES[:3]), "utf-8")
    one = checked(body(), copies)
    assert (one.state, one.lines, reasons(one)) == ("differs", 3, {"P-4": "lines", "P-5": "lines"})


def test_more_text_at_the_end_differs_while_every_passage_agrees(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_text(TEXT + "Naschrift\n", "utf-8")
    one = checked(body(), copies)
    assert (one.state, one.lines, reasons(one)) == ("differs", 6, {})


def test_other_line_ends_are_another_text(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert len(reasons(checked(body(), copies))) == 5


def test_a_file_without_text_has_no_lines(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").write_bytes(b"")
    assert checked(body(), copies).lines == 0


@pytest.mark.parametrize("there", ["nothing", "a folder of that name"])
def test_absent(there: str, body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").unlink()
    if there != "nothing":
        (copies / "sleutel.txt").mkdir()
    assert checked(body(), copies).state == "absent"


def test_a_copy_of_another_name_is_known_by_its_digest(body: Body, copies: Path) -> None:
    (copies / "sleutel.txt").rename(copies / "brief.txt")
    one = checked(body(), copies)
    assert one.state == "agrees"
    assert one.copy == copies / "brief.txt"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("x:P-1 oa:hasSource x:brief ; h:firstLine 1 ;", "x:P-1 oa:hasSource x:brief ;", "undescribed"),
        ("h:firstLine 1 ; h:lastLine 1", "h:firstLine 2 ; h:lastLine 1", "lines"),
        ("h:firstLine 1 ; h:lastLine 1", "h:firstLine 1 ; h:lastLine 6", "lines"),
        ("h:firstLine 1 ; h:lastLine 1", "h:firstLine 1 ; h:lastLine 2", "digest"),
    ],
)
def test_wrong_data_are_noticed_though_the_file_is_the_same(
    old: str, new: str, reason: str, body: Body, copies: Path
) -> None:
    one = checked(body(old, new), copies)
    assert (one.state, reasons(one)) == ("differs", {"P-1": reason})


def test_a_wrong_number_of_lines_is_noticed(body: Body, copies: Path) -> None:
    assert checked(body("h:lineCount 5", "h:lineCount 6"), copies).state == "differs"

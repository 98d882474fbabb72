"""The exit status: 0 in order, 1 not, 2 a mistake. Silence is never health."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Done, Run, Write

Bundled = Callable[[str], Path]

HEAD = "hiaat: 1\npeildatum: 2024-06-15\n"
HOME = "huis: {naam: De Linde, soort: kleinschalige woonvorm}\n"
LITTLE = {
    "a name and a form": HEAD + HOME + "bewoners: {naam: bewoners, leveringsvorm: vpt}\n",
    "a name and another form": HEAD + HOME + "bewoners: {naam: bewoners, leveringsvorm: pgb}\n",
    "a name, no house": HEAD + "bewoners: {naam: bewoners, leveringsvorm: vpt}\n",
    "only a name": HEAD + HOME + "bewoners: {naam: bewoners}\n",
    "only a name, no house": HEAD + "bewoners: {naam: bewoners}\n",
    "agreements not known": HEAD + "volledig: [partijen]\n" + HOME + "bewoners: {naam: b, leveringsvorm: vpt, behandeling: gecontracteerd}\n",
    "nothing in full": HEAD + "volledig: []\n" + HOME + "bewoners: {naam: b, leveringsvorm: vpt, behandeling: gecontracteerd}\n",
    "no norm speaks yet": (HEAD + HOME + "bewoners: {naam: bewoners, leveringsvorm: vpt}\n").replace("2024", "1904"),
}  # fmt: skip
DENIED = re.compile(r"(niet|geen|nooit)( hetzelfde als)? (in )?orde|not( the same as)? in order|no(t|ne)? in order")


@pytest.mark.parametrize(
    ("name", "status"), [("a", 1), ("b", 1), ("c", 1), ("d1", 0), ("d2", 1), ("e", 0), ("f", 1), ("g", 0), ("h", 1)]
)
def test_bundled_scenario(name: str, status: int, run: Run, bundled: Bundled) -> None:
    done = run("check", bundled(name))
    assert (done.status, done.err) == (status, "")


def test_a_warning_counts_only_when_asked(run: Run, bundled: Bundled) -> None:
    assert run("check", bundled("d1")).status == 0
    assert run("check", bundled("d1"), "--fail-on", "violation").status == 0
    assert run("check", bundled("d1"), "--fail-on", "warning").status == 1
    assert run("check", bundled("d1"), "--fail-on", "info").status == 1
    assert run("check", bundled("g"), "--fail-on", "info").status == 0


def test_the_worst_of_several_scenarios_counts(run: Run, bundled: Bundled) -> None:
    assert run("check", bundled("g"), bundled("e")).status == 0
    assert run("check", bundled("g"), bundled("a")).status == 1


DONE: dict[tuple[str, str, str], Done] = {}


def told(command: str, name: str, language: str, run: Run, write: Write) -> Done:
    """What a command says of a little scenario; each is run once."""
    key = (command, name, language)
    if key not in DONE:
        DONE[key] = run(command, write(LITTLE[name]), "--lang", language)
    return DONE[key]


@pytest.mark.parametrize("name", LITTLE)
def test_who_tells_little_gets_status_1(name: str, run: Run, write: Write) -> None:
    assert [told(command, name, "nl", run, write).status for command in ("check", "matrix", "explain")] == [1, 1, 1]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", LITTLE)
def test_who_tells_little_is_never_told_that_the_whole_is_in_order(
    name: str, language: str, run: Run, write: Write
) -> None:
    outcome = told("check", name, language, run, write).out.split("\n1. ")[0]
    assert_not_in_order(outcome + told("matrix", name, language, run, write).out)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", LITTLE)
def test_who_tells_little_never_reads_in_order_anywhere(name: str, language: str, run: Run, write: Write) -> None:
    assert_not_in_order(told("check", name, language, run, write).out)


def assert_not_in_order(text: str) -> None:
    """Denying it is all right."""
    said = DENIED.sub("", " ".join(text.lower().split())).replace("in order to", "")
    assert "in orde" not in said


@pytest.mark.parametrize("form", ["text", "json", "turtle"])
def test_every_format_gives_the_same_status(form: str, run: Run, write: Write, bundled: Bundled) -> None:
    assert run("check", bundled("g"), "--format", form).status == 0
    assert run("check", write(LITTLE["only a name"]), "--format", form).status == 1


def test_matrix_and_explain_give_the_status_of_check(run: Run, bundled: Bundled) -> None:
    for command in ("matrix", "explain"):
        assert [run(command, bundled(name)).status for name in ("a", "g", "d1")] == [1, 0, 0]
        assert run(command, bundled("d1"), "--fail-on", "warning").status == 1


def test_another_day_gives_another_verdict(run: Run, bundled: Bundled) -> None:
    assert run("check", bundled("a"), "--as-of", "2024-05-31").status == 0
    assert run("check", bundled("a"), "--as-of", "2024-06-01").status == 1


def test_who_had_it_at_no_set_time_is_told(run: Run, write: Write) -> None:
    file = write(
        "hiaat: 1\npeildatum: 2024-06-15\n" + HOME + "bewoners: {naam: bewoners, leveringsvorm: vpt, zorgprofiel: VV5,"
        " behandeling: gecontracteerd, vanaf: 2021-03-01}\npartijen: {Dr. B: specialist ouderengeneeskunde}\n"
        "verbintenissen: [{wie: Dr. B, wat: zorg van een specialist ouderengeneeskunde, soort: uitvoering,"
        " voor: bewoners, vanaf: 2021-03-02, tot en met: 2024-04-27}]\n"
    )
    done = run("check", file)
    assert (done.status, done.err) == (1, "")
    assert "Dr. B" in done.out


def test_export_tells_and_does_not_judge(run: Run, bundled: Bundled) -> None:
    assert run("export", "findings", bundled("a")).status == 0


def test_no_day_to_judge_is_a_mistake(run: Run, write: Write) -> None:
    file = write("hiaat: 1\n" + HOME + "bewoners: {naam: bewoners}\n")
    done = run("check", file, "--lang", "en")
    assert done.status == 2
    assert "there is no date to judge" in done.err
    assert "--as-of" in done.err
    assert run("check", file, "--as-of", "2024-06-15").status == 1

"""What a test of missing facts asks of the village: the questions of one undetermined finding, by plain names."""

from textwrap import dedent

from tests.toy.seen import Seen, village

Asked = tuple[str, str, frozenset[str]]
CREW = "parties: {Jans: fitter, Kees: fitter, Board: water board}\n"
ENGAGED = "engagements: [{who: Jans, what: inspection, kind: performance, from: 2020-01-01ON}]\n"
DEAL = (
    "agreements: [{name: deal, kind: service contract, between: [Jans, Board], what: inspection, from: 2020-01-01ON}]\n"
)
INSPECTION = "{what: inspection}"


def asked(seen: Seen, function: str, kind: str = "Performance") -> list[Asked]:
    """The missing facts of the undetermined finding of a function and kind, in the order in which they are asked."""
    found = [f for f in seen.findings("UndeterminedFinding") if f.responsibility == kind]
    return [
        (one.sort, seen.name(one.about), frozenset(map(seen.name, one.of)))
        for finding in found
        if seen.name(finding.function) == function
        for one in finding.missing
    ]


def fact(sort: str, about: str, *of: str) -> Asked:
    return sort, about, frozenset(of)


def jans(on: str = "", more: str = "", engaged: str = ENGAGED, as_of: str = "2024-06-15") -> list[Asked]:
    """What must be known of an inspection that only Jans takes on."""
    text = CREW + engaged.replace("ON", on) + dedent(more)
    return asked(village(text, needs=INSPECTION, as_of=as_of), "inspection")


def on_street(
    where: str, function: str, kind: str = "Performance", more: str = CREW, as_of: str = "2024-06-15"
) -> list[Asked]:
    text = f"streets: [{{name: High Street, from: 2020-01-01{where}}}]\n" + more
    return asked(village(text, as_of=as_of), function, kind)

"""One judgement as files that need no hiaat: what rules read, the rules as standard SHACL, and the command to run.

Nothing that rules derive is in them: whoever runs the rules finds it anew. Sentences are handed in, a language each.
"""

import re
from collections.abc import Callable, Mapping

import pyoxigraph as ox

from hiaat import __version__
from hiaat.export.knowledge import closure, knowledge_prefixes, rules
from hiaat.judging import Judge, Judged
from hiaat.scenario.messages import Language
from hiaat.turtle import turtle

Says = Mapping[Language, Callable[..., str]]

COMMAND = "command.sh"
# The folder may be called from anywhere; options come before the data, so that more can be given: --output FILE.
_COMMAND = """#!/bin/sh
{comment}
here=$(dirname -- "$0")
exec "${{PYSHACL:-pyshacl}}" --advanced --inference none --shapes "$here/shapes.ttl" --format turtle "$@" \\
  "$here/data.ttl"
"""


def bundle(judge: Judge, judged: Judged, says: Says) -> dict[str, str]:
    """The files, by name."""
    prefixes = knowledge_prefixes(judge)
    return {
        "README.md": "\n".join(_readme(judge, judged, says)),
        COMMAND: _COMMAND.format(comment="\n".join("# " + say("bundle-command") for say in says.values())),
        "data.ttl": turtle(_data(judge, judged), prefixes),
        "shapes.ttl": turtle(_all(rules(judge)), prefixes),
    }


def _data(judge: Judge, judged: Judged) -> set[ox.Triple]:
    assessment = judged.judgement.assessment
    return {*_all(closure(judge)), *judge.closed(judged.scenario), *assessment.triples()}


def _all(graphs: Mapping[ox.NamedNode, set[ox.Triple]]) -> set[ox.Triple]:
    return {triple for graph in graphs.values() for triple in graph}


def _readme(judge: Judge, judged: Judged, says: Says) -> list[str]:
    """All languages, one after the other: a folder travels."""
    assessment, findings = judged.judgement.assessment, judged.judgement.findings
    known = assessment.known_on if assessment.known_on != assessment.as_of else None
    return [
        say(
            "bundle-readme",
            title=_plain(judged.scenario.title),
            version=__version__,
            day=assessment.as_of,
            perspective=_plain(judge.words.label(assessment.perspective, language)),
            known=" " + say("about-known", day=known) if known else "",
            number=len(findings),
        )
        for language, say in says.items()
    ]


def _plain(text: str) -> str:
    """One line in which nothing is markup."""
    return re.sub(r"([\\`*_<>\[\]#|&])", r"\\\1", " ".join(text.split()))

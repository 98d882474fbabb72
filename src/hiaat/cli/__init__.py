"""The command line: reads what was asked, calls the parts that do it, writes the result whole or not at all.

One module a command, imported when it is used, so that a command costs only what it needs. Every mistake of the user is
told on the error output, with what would be valid, and gives exit status 2.
"""

import gc
import sys
from collections.abc import Sequence
from itertools import pairwise

from hiaat.cli.mistakes import UsageError, tell
from hiaat.errors import HiaatError
from hiaat.reports.texts import LANGUAGES, Texts
from hiaat.scenario.messages import Language

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    if arguments is None:
        gc.disable()  # one run, one process: collecting would only cost time
        arguments = sys.argv[1:]
    texts = Texts(_language(arguments))
    try:
        return _run(arguments, texts)
    except UsageError as wrong:
        return tell(wrong, texts)
    except HiaatError as wrong:
        return tell(wrong, texts)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str], texts: Texts) -> int:
    from hiaat.cli.commands import run  # noqa: PLC0415 - mistakes in what it imports are told as well

    return run(arguments, texts)


def _language(arguments: Sequence[str]) -> Language:
    """The language to speak in, also when nothing else of the command can be read."""
    words = " ".join(arguments).replace("--lang=", "--lang ").split(" ")
    for option, word in pairwise(words):
        for language in LANGUAGES:
            if (option, word) == ("--lang", language):
                return language
    return LANGUAGES[0]

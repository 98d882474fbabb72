"""Reads the words after a command. All that it says is found in `ontology/interface.ttl`, in both languages."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from hiaat.cli.mistakes import UsageError
from hiaat.cli.output import write
from hiaat.engines import ENGINES
from hiaat.reports.outcome import LEVELS
from hiaat.reports.texts import LANGUAGES, Texts

MISSING = object()
LONGEST = 300  # of what is said back of a command
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Reader = Callable[[str, str], object]  # option, word -> value


class Helped(Exception):
    """Help was asked for and given."""


class _Layout(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def _format_args(self, action: argparse.Action, default_metavar: str) -> str:
        """An option always takes its value, whatever argparse needs to let us say so in two languages."""
        return str(action.metavar or default_metavar)


class Parser:
    """The arguments and options of one command."""

    def __init__(self, command: str, texts: Texts, words: str = "") -> None:
        self.texts = texts
        self.command = f"hiaat {command}"
        self._own = argparse.ArgumentParser(
            prog=self.command,
            usage=" ".join(part for part in (self.command, words, texts("word-options")) if part),
            description=f"{texts(f'help-{command}').capitalize()}.",
            epilog=texts(f"more-{command}"),
            formatter_class=_Layout,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._words = self._own.add_argument_group(texts("help-arguments"))
        self._options = self._own.add_argument_group(texts("help-options"))
        self._readers: dict[str, Reader] = {}
        self._many: set[str] = set()
        self._flags = ["--help"]
        self._taking = ""  # where words that are no option go
        self._options.add_argument("-h", "--help", action="store_true", help=texts("help-help"))
        self.choice("--lang", LANGUAGES)

    def words(self, name: str, help_key: str, metavar: str) -> None:
        """The words that are no option."""
        self._words.add_argument(name, nargs="*", metavar=metavar, help=self.texts(help_key))
        self._taking = name

    def option(
        self, name: str, metavar: str, reader: Reader | None = None, *, many: bool = False, says: str = "", **slots: str
    ) -> None:
        """An option with one value; if `many`, it may be repeated."""
        self._options.add_argument(
            name,
            metavar=metavar,
            nargs="?",
            const=MISSING,
            action="append",
            help=self.texts(says or f"opt-{name[2:]}", **slots),
        )
        self._readers[name] = reader or _as_is
        if many:
            self._many.add(name)

    def flag(self, name: str) -> None:
        """An option without a value."""
        self._options.add_argument(name, action="store_true", help=self.texts(f"opt-{name[2:]}"))
        self._flags.append(name)

    def choice(self, name: str, choices: Iterable[str]) -> None:
        """An option with one of a few values."""
        valid = tuple(choices)

        def read(option: str, word: str) -> str:
            if word not in valid:
                raise self.mistake("bad-choice", valid, option=option, word=word)
            return word

        self.option(name, "|".join(valid) if len(valid) < 4 else name[2:].upper(), read, choices=", ".join(valid))

    def date(self, name: str) -> None:
        """An option with a day."""

        def read(option: str, word: str) -> date:
            try:
                if DATE.fullmatch(word):
                    return date.fromisoformat(word)
            except ValueError:
                pass  # such as 30 February
            raise self.mistake("bad-date", ("2024-06-15",), option=option, word=word)

        self.option(name, self.texts("word-date"), read)

    @classmethod
    def of_scenarios(cls, command: str, texts: Texts) -> "Parser":
        """A command that judges scenarios and tells by its exit status what they come to."""
        made = cls(command, texts, f"{texts('word-scenario')} ...")
        made.words("scenarios", "arg-scenarios", texts("word-scenario"))
        return made

    def judging(self) -> None:
        """The options of every command that judges."""
        self.date("--as-of")
        self.date("--known-on")
        self.option("--perspective", self.texts("word-name"))
        self.choice("--engine", ENGINES)
        self.option("--knowledge", self.texts("word-folder"), many=True)

    def failing(self) -> None:
        """From which severity on a finding counts for the exit status."""
        self.choice("--fail-on", LEVELS)

    def writing(self, formats: Iterable[str], says: str = "") -> None:
        """In which format, and to which file."""
        self.choice("--format", formats)
        self.option("--output", self.texts("word-file"), says=says)

    def mistake(self, key: str, valid: Iterable[str] = (), **slots: object) -> UsageError:
        """A mistake in this command, to be raised."""
        shown = {name: text if len(text := str(slots[name])) <= LONGEST else f"{text[:LONGEST]}..." for name in slots}
        return UsageError(self.texts(key, **shown), valid, self.command)

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """What was given. UsageError if it cannot be read, Helped if help was asked for."""
        for word in arguments:
            name, equals, _ = word.partition("=")
            if equals and name in self._flags:
                raise self.mistake("no-flag-value", option=name)
        given, unknown = self._own.parse_known_args(list(arguments))
        if given.help:
            write(self.help(), None, self.texts)
            raise Helped
        for word in unknown:
            name = word.split("=")[0]
            if not word.startswith("-"):
                self._take(given, word)
                continue
            raise self.mistake("no-option", get_close_matches(name, [*self._readers, *self._flags], 4, 0.4), word=name)
        for option, reader in self._readers.items():
            key = option[2:].replace("-", "_")
            setattr(given, key, self._values(option, getattr(given, key), reader))
        return given

    def _take(self, given: argparse.Namespace, word: str) -> None:
        """A word after an option counts as one before it; of words on both sides argparse leaves out the last ones."""
        if not self._taking:
            raise self.mistake("no-word", word=word)
        getattr(given, self._taking).append(word)

    def help(self) -> str:
        """All about this command."""
        text = self._own.format_help()
        return text.replace("usage: ", self.texts("help-usage"), 1)

    def _values(self, option: str, words: list[object] | None, reader: Reader) -> object:
        """Nothing, the value, or the values of an option that may be repeated."""
        if words is None:
            return None
        if len(words) > 1 and option not in self._many:
            raise self.mistake("option-again", option=option)
        found = [self._value(option, word, reader) for word in words]
        return found if option in self._many else found[0]

    def _value(self, option: str, word: object, reader: Reader) -> object:
        if word is MISSING or word == "":
            raise self.mistake("no-value", option=option)
        return reader(option, str(word))


def _as_is(_option: str, word: str) -> str:
    return word

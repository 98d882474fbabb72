"""YAML as a tree that knows where everything is written.

Every scalar stays the text that was typed: `ja`, `on` and `2024-06` mean what the model says, not what YAML makes of
them. What can hide or multiply content (anchors, tags, a second document, a key twice, absurd depth) is refused, so
that a small file stays small and says one thing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from hiaat.scenario.problems import Place, Problems
from hiaat.scenario.reasons import reason

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 40
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Text:
    """A word, number or date, as typed."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys with their values, in the order of the file."""

    pairs: tuple[tuple[Text, "Node"], ...]
    place: Place


Node = Text | Items | Fields


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been reached."""

    place: Place
    keyed: bool
    children: list[Node] = field(default_factory=list)

    def awaits_key(self) -> bool:
        return self.keyed and len(self.children) % 2 == 0

    def close(self, problems: Problems) -> Node:
        if not self.keyed:
            return Items(tuple(self.children), self.place)
        pairs: dict[str, tuple[Text, Node]] = {}
        for key, value in zip(self.children[::2], self.children[1::2], strict=True):
            assert isinstance(key, Text)  # a list as a key was refused where it began
            if key.text in pairs:
                line = pairs[key.text][0].place.line
                problems.add(key.place, "key twice", word=key.text, line=line)
            pairs.setdefault(key.text, (key, value))
        return Fields(tuple(pairs.values()), self.place)


def parse(data: bytes, file: str, problems: Problems) -> Fields:
    """The keys and values of a file; stops at what cannot be read on from."""
    top = Place(file)
    text = _decoded(data, top, problems)
    try:
        node = _compose(text, file, problems)
    except yaml.MarkedYAMLError as error:
        opened = error.context == "while scanning a quoted scalar"  # what is wrong began there, not where it is noticed
        mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else top
        problems.stop(place, "no yaml", reason=reason(error.problem or error.context, problems.language))
    except (yaml.YAMLError, ValueError) as error:
        problems.stop(top, "no yaml", reason=reason(str(error).splitlines()[0], problems.language))
    if node is None:
        problems.stop(top, "empty file")
    if not isinstance(node, Fields):
        problems.stop(node.place, "keys expected")
    return node


def _decoded(data: bytes, top: Place, problems: Problems) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.stop(_at(top.file, data[: error.start].decode("utf-8", "ignore")), "no utf-8")
    if unprintable := UNPRINTABLE.search(text):
        place = _at(top.file, text[: unprintable.start()])
        problems.stop(place, "unprintable", code=f"U+{ord(unprintable.group()):04X}")
    return text


def _at(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _compose(text: str, file: str, problems: Problems) -> Node | None:
    """Build the tree from the events of the parser, on a stack of our own: depth is ours to limit."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in _events(text, file, problems):
        place = _place(event, file)
        done: Node
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            if stack and stack[-1].awaits_key():
                problems.stop(place, "key no word")
            if len(stack) >= DEEPEST:
                problems.stop(place, "too deep", limit=DEEPEST)
            stack.append(_Open(place, isinstance(event, MappingStartEvent)))
            continue
        done = Text(event.value, place) if isinstance(event, ScalarEvent) else stack.pop().close(problems)
        if stack:
            stack[-1].children.append(done)
        else:
            root = done
    return root


def _events(text: str, file: str, problems: Problems) -> Iterator[Event]:
    """The events that make nodes; stops at constructs that a scenario does not use."""
    documents = 0
    for event in yaml.parse(text, Loader=LOADER):
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            problems.stop(_place(event, file), "second document")
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            problems.stop(_place(event, file), "anchor", name=event.anchor)
        if isinstance(event, ScalarEvent) and (hidden := UNPRINTABLE.search(event.value)):
            problems.stop(_place(event, file), "unprintable", code=f"U+{ord(hidden.group()):04X}")
        if getattr(event, "tag", None):
            problems.stop(_place(event, file), "tag", tag=getattr(event, "tag", ""))
        if isinstance(event, (NodeEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            yield event


def _place(event: Event, file: str) -> Place:
    mark = event.start_mark
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)

"""The events of a YAML parser to plain data and the marks of where it stands.

Every scalar is text, an empty one EMPTY; keys are unique; anchors, aliases, tags and second documents are
refused. Nothing recurses, so depth is a limit and not a crash.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, Any

import yaml

from raci.faults.finding import Related
from raci.faults.of_files import ANCHOR, DUPLICATE_KEY, LIMIT, SEVERAL_DOCUMENTS, SYNTAX, TAG
from raci.loading.yaml_data import EMPTY, ReadYaml
from raci.loading.yaml_wording import MAX_DEPTH, TOO_DEEP, many_mistakes
from raci.location import DROPPED, LIST, MAPPING, Location, Marks, Place, Span, place_of_file
from raci.model.limits import MOST_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding


class GivenUp(Exception):
    """The rest of a file is not read."""


_SHORT = 24  # characters of a text that may well come again: a key, a letter, an area

# What stands for the key of an item, which has none, and for that of a value which is left out.
_ITEM, _LEFT_OUT = object(), object()


class _Numbers(dict[Any, int]):
    """Numbers names in the order in which they are first asked for."""

    def __missing__(self, name: Any) -> int:
        number = self[name] = len(self)
        return number


class Reader:
    """Builds data and marks from the events of a file of at most `limit` values.

    `stack` has what each open mapping or list is in, and the index of its marks; `repeated` each key that
    was there before, with the number of its finding and the index of its mapping; `lacking` the mappings
    from which something is left out.
    """

    def __init__(self, file: str, text: str, limit: int) -> None:
        self.limit = limit
        self.marks = Marks(file, text)
        self.unended = len(text) if text and text[-1] not in "\r\n" else -1
        self.names = _Numbers()
        self.top: list[Any] = []
        self.stack: list[tuple[Any, int]] = []
        self.findings: list[Finding] = []
        self.refused: set[tuple[int, int]] = set()
        self.repeated: list[tuple[int, int, str]] = []
        self.lacking: list[dict[Any, Any]] = []
        self.documents = 0

    def result(self, *, unread: str) -> ReadYaml:
        """Return what was read; `unread` is the text if it was not read to its end."""
        for each in self.lacking:
            each.pop(_LEFT_OUT, None)
        self.marks.names = list(self.names)
        for number, at, key in self.repeated:
            first = Place(self.marks, at).key(key)
            message = f"{self.findings[number].message}, first in line {first.line}"
            related = (Related(first, "first here"),)
            self.findings[number] = replace(self.findings[number], message=message, related=related)
        data = self.top[0] if self.top else None
        place = Place(self.marks) if self.top else place_of_file(self.marks.file)
        return ReadYaml(data, place, tuple(self.findings), unread, frozenset(self.refused))

    def report(self, span: Span, fault: Fault, message: str, help_: str = "", *, subject: str = "") -> None:
        """Add a finding; its subject, if none is given, is the fault itself."""
        where = Location(self.marks.file, *span)
        self.findings.append(fault.at(where, subject or fault.name, message, help_))

    def read(self, next_event: Callable[[], Any]) -> None:
        """Read all events. Raises GivenUp where the rest of the file is not worth it, with a finding.

        Nearly all events are plain values and their keys: they are dealt with here, for a file has a million.
        """
        mark, names, findings = self.marks.numbers.append, self.names, self.findings
        scalar: type[Any] = yaml.ScalarEvent
        data: Any = self.top
        key: Any = _ITEM  # None where one is due
        for number in range(self.limit + 2):
            event = next_event()
            if type(event) is scalar:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                mark(event.start_mark.index)
                mark(event.end_mark.index)
                value = event.value
                if len(value) < _SHORT:
                    value = intern(value)
                if key is None:
                    key = value.strip(" ")
                    if not key or key in data:
                        key = self._left_out(event, data, key)
                    mark(DROPPED if key is _LEFT_OUT else names[key])
                elif key is _ITEM:
                    data.append(value if value or not event.implicit[0] else self._empty(event))
                else:
                    data[key] = value if value or not event.implicit[0] else self._empty(event)
                    key = None
            elif type(event) is yaml.StreamEndEvent and number <= self.limit:
                return
            else:
                data, key = self._structure(event, data, key)
            if findings and len(findings) >= MOST_MISTAKES:
                findings.append(many_mistakes(Location(self.marks.file, *_span(event))))
                raise GivenUp
        message = f"there are more than {self.limit:,} values in this file"
        self.report(_span(event), LIMIT, message, subject="too-large")
        raise GivenUp

    def _structure(self, event: Any, data: Any, key: Any) -> tuple[Any, Any]:
        """Return in what the next value stands, and its key, after an event that is no plain value."""
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            return self._open(event, data, key, {}), None
        if kind is yaml.SequenceStartEvent:
            return self._open(event, data, key, []), _ITEM
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            data, at = self.stack.pop()
            self.marks.numbers[at + 1] = self._offset(event.end_mark)
            self.marks.numbers[at + 2] = len(self.marks.numbers)
            return data, _ITEM if type(data) is list else None
        if kind is yaml.AliasEvent:
            return data, self._alias(event, data, key)
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = "a second document begins here"
                help_ = "Put it into a file of its own."
                self.report(_span(event), SEVERAL_DOCUMENTS, message, help_, subject="second-document")
                raise GivenUp
        return data, key

    def _open(self, event: Any, data: Any, key: Any, opened: Any) -> Any:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if len(self.stack) >= MAX_DEPTH:
            self.report(_span(event), LIMIT, TOO_DEEP, subject="too-deep")
            raise GivenUp
        if key is None:
            self.report(_span(event), SYNTAX, "a key must be a word, not a list or a mapping")
            raise GivenUp
        _put(data, key, opened)
        self.stack.append((data, len(self.marks.numbers)))
        flag = LIST if type(opened) is list else MAPPING
        self.marks.numbers.extend((event.start_mark.index | flag, event.end_mark.index, 0))
        return opened

    def _left_out(self, event: Any, data: Any, key: str) -> Any:
        """Report a key that is empty or was there before, and return what stands for it."""
        self.lacking.append(data)
        if key:
            self.repeated.append((len(self.findings), self.stack[-1][1], key))
            message = f'the key "{key}" is here a second time'
            self.report(_span(event), DUPLICATE_KEY, message, "Keep one of the two.", subject=key)
            return _LEFT_OUT
        self.report(_span(event), SYNTAX, "a key is empty", "Write a name before the colon.")
        # Nobody is to miss the value that follows.
        for (_, at), (inside, _) in pairwise(self.stack):
            steps = (step for step in reversed(inside) if step is not _LEFT_OUT)
            Place(self.marks, at).mend(len(inside) - 1 if type(inside) is list else next(steps, ""))
        self.refused.add(self.marks.span(self.stack[-1][1])[:2])
        return _LEFT_OUT

    def _alias(self, event: Any, data: Any, key: Any) -> Any:
        alias = f"*{event.anchor}"
        help_ = "Write the value out; aliases are not read."
        self.report(_span(event), ANCHOR, f'"{alias}" repeats another value', help_, subject=alias)
        self.refused.add(_span(event)[:2])
        self.marks.numbers.extend((event.start_mark.index, event.end_mark.index))
        if key is not None:
            return _put(data, key, EMPTY)
        self.lacking.append(data)
        self.marks.numbers.append(DROPPED)
        return _LEFT_OUT

    def _empty(self, event: Any) -> Any:
        """Return what stands for a value that was left out, which may be due behind the end of the text."""
        self.marks.numbers[-2] = self._offset(event.start_mark)
        self.marks.numbers[-1] = self._offset(event.end_mark)
        return EMPTY

    def _offset(self, mark: Any) -> int:
        """Return the offset of a mark; the parser ends a last line that has no end of its own."""
        offset: int = mark.index
        return offset + (offset == self.unended and mark.column == 0)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            anchor = f"&{event.anchor}"
            help_ = "Take it out; anchors are not read."
            self.report(_span(event), ANCHOR, f'"{anchor}" names a value', help_, subject=anchor)
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            help_ = "Take it out; every value is text."
            self.report(_span(event), TAG, f'the tag "{tag}" is not read', help_, subject=tag)


def _put(data: Any, key: Any, value: Any) -> Any:
    """Put a value into what it stands in, and return the key of the next one."""
    if key is _ITEM:
        data.append(value)
        return key
    data[key] = value
    return None


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)

"""The events of a YAML parser to plain data and the marks of where it stands.

Every scalar is text, an empty one EMPTY; keys are unique; anchors, aliases, tags and second documents are
refused. Nothing recurses, so depth is a limit and not a crash.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any

import yaml

from raci.faults.finding import Related
from raci.faults.of_files import ANCHOR, DUPLICATE_KEY, LIMIT, SEVERAL_DOCUMENTS, SYNTAX, TAG, UNKNOWN_FIELD
from raci.loading.yaml_data import EMPTY, ReadYaml
from raci.loading.yaml_wording import MAX_DEPTH, TOO_DEEP, many_mistakes
from raci.location import Location, Marks, Place, Span, place_of_file
from raci.model.limits import LONGEST_NAME, MOST_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.faults.fault import Fault
    from raci.faults.finding import Finding
    from raci.faults.fix import Fix


class GivenUp(Exception):
    """The rest of a file is not read."""


_SCALAR: type[Any] = yaml.ScalarEvent
_TOO_LARGE = "there are more than {:,} values in this file"
_MERGE = "<<"  # YAML 1.1 puts another mapping in its place
_SHORT = 24  # characters of a text that may well come again: a key, a letter, an area

# What stands for the key of an item, which has none, and for that of a value which is left out.
_ITEM, _LEFT_OUT = object(), object()


class Reader:
    """Builds data and places from the events of a file of at most `limit` values.

    `stack` has data and place of each mapping or list that is open; the first holds the documents.
    `lacking` are the mappings, of data and of places, from which something is left out.
    """

    def __init__(self, file: str, text: str, limit: int) -> None:
        self.limit = limit
        self.marks = Marks(file, text)
        self.unended = len(text) if text and text[-1] not in "\r\n" else -1
        self.stack: list[tuple[Any, Place]] = [([], Place(self.marks, 0, {}))]
        self.findings: list[Finding] = []
        self.refused: set[tuple[int, int]] = set()
        self.broken: list[tuple[Place, str]] = []
        self.lacking: list[Any] = []
        self.documents = 0

    def result(self, *, unread: str) -> ReadYaml:
        """Return what was read; `unread` is the text if it was not read to its end."""
        for each in self.lacking:
            each.pop(_LEFT_OUT, None)
        documents, place = self.stack[0]
        if not documents:
            place = place_of_file(self.marks.file)
        elif isinstance(first := place.values[0], Place):
            place = first
        data = documents[0] if documents else None
        broken = frozenset((each.at(), key) for each, key in self.broken)
        return ReadYaml(data, place, tuple(self.findings), unread, frozenset(self.refused), broken)

    def report(  # noqa: PLR0913 - what a finding has
        self,
        span: Span,
        fault: Fault,
        message: str,
        help_: str = "",
        *,
        subject: str = "",
        fix: Fix | None = None,
    ) -> None:
        """Add a finding; its subject, if none is given, is the fault itself."""
        where = Location(self.marks.file, *span)
        self.findings.append(fault.at(where, subject or fault.name, message, help_, fix=fix))

    def read(self, next_event: Callable[[], Any]) -> None:
        """Read all events. Raises GivenUp where the rest of the file is not worth it, with a finding.

        Nearly all events are plain values and their keys: they are dealt with here, for a file has a million.
        """
        offsets, findings = self.marks.offsets, self.findings
        data, places = self._open_now()
        key: Any = _ITEM  # None where one is due
        for number in range(self.limit + 2):
            event = next_event()
            if type(event) is _SCALAR:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                index = len(offsets)
                offsets.append(event.start_mark.index)
                offsets.append(event.end_mark.index)
                value = event.value
                if len(value) < _SHORT:
                    value = intern(value)
                if key is None:
                    key = value.strip(" ")
                    if not key or key in data or key == _MERGE or len(key) > LONGEST_NAME:
                        key = self._left_out(event, key)
                elif key is _ITEM:
                    data.append(value if value or not event.implicit[0] else self._empty(event))
                    places[len(data) - 1] = index
                else:
                    data[key] = value if value or not event.implicit[0] else self._empty(event)
                    places[key] = index
                    key = None
            elif type(event) is yaml.StreamEndEvent and number <= self.limit:
                return
            else:
                key = self._structure(event, key)
                data, places = self._open_now()
            if findings and len(findings) >= MOST_MISTAKES:
                findings.append(many_mistakes(Location(self.marks.file, *_span(event))))
                raise GivenUp
        self.report(_span(event), LIMIT, _TOO_LARGE.format(self.limit), subject="too-large")
        raise GivenUp

    def _open_now(self) -> tuple[Any, Any]:
        """Return the data and the places of the mapping or list that is open."""
        data, place = self.stack[-1]
        return data, place.values

    def _structure(self, event: Any, key: Any) -> Any:
        """Return the key of the next value after an event that is no plain value."""
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            self._open(event, key, {})
            return None
        if kind is yaml.SequenceStartEvent:
            self._open(event, key, [])
            return _ITEM
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            _, place = self.stack.pop()
            self.marks.offsets[place.index + 1] = self._offset(event.end_mark)
            return _ITEM if type(self.stack[-1][0]) is list else None
        if kind is yaml.AliasEvent:
            return self._alias(event, key)
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = "a second document begins here"
                help_ = "Put it into a file of its own."
                self.report(_span(event), SEVERAL_DOCUMENTS, message, help_, subject="second-document")
                raise GivenUp
        return key

    def _open(self, event: Any, key: Any, data: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if len(self.stack) > MAX_DEPTH:
            self.report(_span(event), LIMIT, TOO_DEEP, subject="too-deep")
            raise GivenUp
        if key is None:
            self.report(_span(event), SYNTAX, "a key must be a word, not a list or a mapping")
            raise GivenUp
        place = Place(self.marks, self._mark(event), {}, inline=bool(event.flow_style))
        self._put(key, data, place)
        self.stack.append((data, place))

    def _mark(self, event: Any) -> int:
        """Return the index of the marks that are made of an event."""
        self.marks.offsets.extend((event.start_mark.index, event.end_mark.index))
        return len(self.marks.offsets) - 2

    def _put(self, key: Any, value: Any, place: Place | int) -> Any:
        """Put a value into what is open, and return the key of the next one."""
        data, places = self._open_now()
        if key is _ITEM:
            data.append(value)
            places[len(data) - 1] = place
            return key
        data[key] = value
        places[key] = place
        return None

    def _left_out(self, event: Any, key: str) -> Any:
        """Report a key that is empty, too long, a merge, or there already; return what stands for it."""
        self.lacking += self._open_now()
        here = self.stack[-1][1]
        if key in here.values:
            first, where = here.key(key), Location(self.marks.file, *_span(event))
            message = f'the key "{key}" is here a second time, first in line {first.line}'
            related = [Related(first, "first here")]
            found = DUPLICATE_KEY.at(where, key, message, "Keep one of the two.", related=related)
            self.findings.append(found)
            return _LEFT_OUT
        if key == _MERGE:
            help_ = "Write its keys out; merge keys are not read."
            self.report(_span(event), UNKNOWN_FIELD, f'"{key}" is no key of ours', help_, subject=key)
        elif key:
            # Whatever is found under it would quote it, a thousand times.
            message = f"a key has {len(key):,} characters; {LONGEST_NAME:,} are the most"
            self.report(_span(event), LIMIT, message, subject="too-large")
        else:
            self.report(_span(event), SYNTAX, "a key is empty", "Write a name before the colon.")
        # Nobody is to miss the value that follows.
        for data, place in self.stack[1:-1]:
            if type(data) is dict:
                keys = (key for key in reversed(data) if key is not _LEFT_OUT)
                self.broken.append((place, next(keys, "")))
        self.refused.add(here.at()[1:3])
        return _LEFT_OUT

    def _alias(self, event: Any, key: Any) -> Any:
        alias = f"*{event.anchor}"
        help_ = "Write the value out; aliases are not read."
        self.report(_span(event), ANCHOR, f'"{alias}" repeats another value', help_, subject=alias)
        self.refused.add(_span(event)[:2])
        index = self._mark(event)
        if key is not None:
            return self._put(key, EMPTY, index)
        self.lacking += self._open_now()
        return _LEFT_OUT

    def _empty(self, event: Any) -> Any:
        """Return what stands for a value that was left out, which may be due behind the end of the text."""
        self.marks.offsets[-2] = self._offset(event.start_mark)
        self.marks.offsets[-1] = self._offset(event.end_mark)
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


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)

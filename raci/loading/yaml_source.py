"""YAML text to plain data and its places.

The parser's events are read directly, never composed: the C composer crashes on deep nesting, the
usual constructors guess types and keep the last of two equal keys, and both forget most positions.
Here every scalar is text, an empty one EMPTY; keys are unique; anchors, aliases, tags and second
documents are refused. Nothing recurses, so depth is a limit and not a crash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from raci.finding import Finding, Related
from raci.loading.text_places import span_of_character, span_of_mark
from raci.loading.yaml_data import EMPTY, ReadYaml
from raci.loading.yaml_wording import forbidden_character, in_plain_words
from raci.location import NOWHERE, Location, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may have been built without libyaml
MAX_DEPTH = 30
MAX_FINDINGS = 1_000
MAX_VALUES = 2_500_000

# What YAML allows in a stream, less the byte order mark inside text, and less NEL and the Unicode line
# separators: the parser ends lines there and editors do not, so that every line after them is off.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_yaml(text: str, file: str) -> ReadYaml:
    """Return what `text` holds. Never raises: what cannot be read is a finding."""
    reader = _Reader(file)
    if forbidden := _FORBIDDEN.search(text):
        reader.report(span_of_character(text, forbidden.start()), "syntax", forbidden_character(forbidden[0]))
        return reader.result(unread=text)
    try:
        complete = reader.read(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = span_of_mark(text, mark.line, mark.column) if mark else NOWHERE
        reader.report(span, "syntax", *in_plain_words(error.problem or ""))
        complete = False
    except (yaml.YAMLError, ValueError, OverflowError):
        reader.report(NOWHERE, "syntax", *in_plain_words(""))
        complete = False
    return reader.result(unread="" if complete else text)


@dataclass
class _Open:
    """A mapping or list that has begun and not ended. `key` waits for its value."""

    data: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    drop: bool = False


@dataclass
class _Reader:
    """Builds data and places from events."""

    file: str
    data: Any = None
    place: Place | None = None
    stack: list[_Open] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: set[tuple[int, int]] = field(default_factory=set)
    documents: int = 0

    def result(self, *, unread: str) -> ReadYaml:
        place = self.place or Place(self.file, NOWHERE)
        return ReadYaml(self.data, place, tuple(self.findings), unread, frozenset(self.refused))

    def report(
        self, span: Span, name: str, message: str, help_: str = "", related: tuple[Related, ...] = ()
    ) -> None:
        self.findings.append(Finding(Location(self.file, *span), name, message, help_, related))

    def read(self, events: Iterable[Any]) -> bool:
        """Read all events; False where the rest of the file was given up."""
        for number, event in enumerate(events):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if not self._open(event):
                    return False
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and not self._document(event):
                return False
            if len(self.findings) >= MAX_FINDINGS:
                self.report(
                    _span(event), "too-many-findings", f"there are more than {MAX_FINDINGS:,} mistakes"
                )
                return False
            if number > MAX_VALUES:
                self.report(
                    _span(event), "too-large", f"there are more than {MAX_VALUES:,} values in this file"
                )
                return False
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents == 1:
            return True
        self.report(
            _span(event), "second-document", "a second document begins here", "Put it into a file of its own."
        )
        return False

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        span = _span(event)
        text = EMPTY if not event.value and event.implicit[0] else event.value
        if self._key_is_due():
            self._key(self.stack[-1], event.value.strip(" "), span)
        else:
            self._put(text, span)

    def _key(self, parent: _Open, text: str, span: Span) -> None:
        assert isinstance(parent.data, dict)  # noqa: S101 - for the type checker: only mappings have keys
        parent.key = text
        parent.drop = False
        if not text:
            self.report(span, "syntax", "a key is empty", "Write a name before the colon.")
            self._left_out(parent)
        elif text in parent.data:
            first = Location(self.file, *parent.place.keys[text])
            self.report(
                span,
                "duplicate-key",
                f'the key "{text}" is here a second time, first in line {first.line}',
                "Keep one of the two.",
                (Related(first, "first here"),),
            )
            parent.drop = True
        else:
            parent.place.keys[text] = span

    def _left_out(self, parent: _Open) -> None:
        """Leave out the value that follows, and keep others from missing it."""
        parent.drop = True
        for each in self.stack[:-1]:
            each.place.mend(
                next(reversed(each.data), "") if isinstance(each.data, dict) else len(each.data) - 1
            )
        self.refused.add(parent.place.span[:2])

    def _put(self, value: Any, where: Span | Place) -> None:
        if not self.stack:
            self.data = value
            self.place = where if isinstance(where, Place) else Place(self.file, where)
            return
        parent = self.stack[-1]
        if isinstance(parent.data, list):
            parent.place.children[len(parent.data)] = where
            parent.data.append(value)
        elif parent.key is not None:
            if not parent.drop:
                parent.place.children[parent.key] = where
                parent.data[parent.key] = value
            parent.key = None

    def _open(self, event: Any) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        span = _span(event)
        if len(self.stack) >= MAX_DEPTH:
            self.report(span, "too-deep", f"this is nested more than {MAX_DEPTH} levels deep")
            return False
        if self._key_is_due():
            self.report(span, "syntax", "a key must be a word, not a list or a mapping")
            return False
        data: dict[str, Any] | list[Any] = {} if type(event) is yaml.MappingStartEvent else []
        place = Place(self.file, span)
        self._put(data, place)
        self.stack.append(_Open(data, place))
        return True

    def _key_is_due(self) -> bool:
        parent = self.stack[-1] if self.stack else None
        return parent is not None and parent.key is None and isinstance(parent.data, dict)

    def _close(self, event: Any) -> None:
        place = self.stack.pop().place
        end = event.end_mark
        place.span = (*place.span[:2], end.line + 1, end.column + 1)

    def _alias(self, event: Any) -> None:
        span = _span(event)
        self.report(
            span,
            "alias",
            f'"*{event.anchor}" repeats another value',
            "Write the value out; aliases are not read.",
        )
        self.refused.add(span[:2])
        if self._key_is_due():
            self.stack[-1].key, self.stack[-1].drop = "", True
        else:
            self._put(EMPTY, span)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self.report(
                _span(event),
                "anchor",
                f'"&{event.anchor}" names a value',
                "Take it out; anchors are not read.",
            )
        if event.tag is not None and event.tag != "!":
            self.report(
                _span(event),
                "tag",
                f'the tag "{_as_written(event.tag)}" is not read',
                "Take it out; every value is text.",
            )


def _as_written(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)

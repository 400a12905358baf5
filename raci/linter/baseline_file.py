"""The baseline file: JSON to entries with their places, and an entry back to JSON."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from raci.errors import BadConfiguration
from raci.linter.waivers import as_date, can_be_silenced, rule_called, suggestion, why_not
from raci.location import NOWHERE, Marks, Span
from raci.paths import name_from
from raci.text.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_BETWEEN = re.compile(r"[\s,:]*")
_HALF = re.compile("[\ud800-\udfff]")  # half a character: JSON can hold it, no text file can
_DUE = ("rule", "file", "subject", "count")
_FIELDS = (*_DUE, "reason", "expires")


@dataclass(frozen=True)
class Entry:
    """One entry: `count` findings of a rule (by code) about a subject in a file. `span` is its place.

    The baseline names the file from its own folder on, `file` from the current one, as `name_from` does.
    """

    rule: str
    file: str
    subject: str
    count: int
    reason: str = ""
    expires: date | None = None
    span: Span = NOWHERE

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what findings are recognised by."""
        return (self.rule, self.file, self.subject)

    def as_json(self) -> dict[str, Any]:
        """Return the entry as it stands in the file."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in _DUE}
        if self.reason:
            fields["reason"] = self.reason
        if self.expires is not None:
            fields["expires"] = self.expires.isoformat()
        return fields


def read_entries(text: str, name: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline file. Raises BadConfiguration for a file that is not in order."""
    text = text.removeprefix("\ufeff")
    try:
        content = json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise BadConfiguration(f"{name}:{error.lineno}:{error.colno}: this is no JSON") from None
    except _Repeated as error:
        raise BadConfiguration(f"{name}: this is no baseline: {error}") from None
    except (ValueError, RecursionError):
        raise BadConfiguration(f"{name}: this is no baseline: a value is too long or too deep") from None
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise BadConfiguration(f'{name}: this is no baseline: it has no list of "findings"')
    if content.get("schema_version") != 1 or len(content) > 2:  # noqa: PLR2004 - the version and the findings
        raise BadConfiguration(
            f'{name}: this is no baseline of "schema_version" 1, which holds nothing but "findings"'
        )
    folder = os.path.dirname(name)  # noqa: PTH120 - pathlib would not take out the ".."
    entries: dict[tuple[str, str, str], Entry] = {}
    for fields, span in zip(content["findings"], _spans(text), strict=True):
        entry = _entry(fields, span, f"{name}:{span[0]}:{span[1]}")
        entry = replace(entry, file=name_from(os.path.join(folder, entry.file)))  # noqa: PTH118 - as above
        if entry.key in entries:
            first = entries[entry.key].span[0]
            raise BadConfiguration(
                f"{name}:{span[0]}:{span[1]}: this is listed in line {first} already; add up the counts"
            )
        entries[entry.key] = entry
    return tuple(entries.values())


def write_entries(entries: Iterable[Entry], name: str) -> tuple[str, tuple[Entry, ...]]:
    """Return the text of a baseline file that lists what is left of `entries`, and those with their places.

    Raises BadConfiguration where the name of a file is no text.
    """
    folder = os.path.dirname(name) or "."  # noqa: PTH120 - as above
    there = ((name_from(each.file, folder), each) for each in entries if each.count > 0)
    listed = sorted(there, key=lambda each: (each[1].rule, each[0], each[1].subject))
    fields = [replace(each, file=file).as_json() for file, each in listed]
    for _, each in listed:
        if _HALF.search(each.file):
            raise BadConfiguration(f"{name}: no baseline can name {each.file}, for its name is not UTF-8")
    text = json.dumps({"schema_version": 1, "findings": fields}, ensure_ascii=False, indent=2) + "\n"
    # An entry stands between its braces, a line a field; the first one below the bracket of the list.
    lines = accumulate((len(each) + 2 for each in fields), initial=4)
    places = ((begin, 5, end - 1, 6) for begin, end in pairwise(lines))
    return text, tuple(replace(each, span=span) for (_, each), span in zip(listed, places, strict=True))


class _Repeated(Exception):
    """A key of an object is there twice."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        repeated = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        raise _Repeated(f'the key "{repeated}" is there twice')
    return fields


def _entry(fields: Any, span: Span, place: str) -> Entry:
    """Return the entry that an object of the file means. Raises BadConfiguration."""
    if not isinstance(fields, dict):
        raise BadConfiguration(f"{place}: an entry is an object")
    for key in fields:
        if key not in _FIELDS:
            raise BadConfiguration(f'{place}: "{key}" is no field of an entry. {did_you_mean(key, _FIELDS)}')
    for key in _DUE:
        if key not in fields:
            raise BadConfiguration(f'{place}: the entry has no "{key}"')
    for key in ("rule", "file", "subject", "reason", "expires"):
        text = fields.get(key, "")
        if not isinstance(text, str) or _HALF.search(text):
            raise BadConfiguration(f'{place}: the "{key}" is no text')
    count = fields["count"]
    if type(count) is not int or count < 1:
        raise BadConfiguration(f'{place}: the "count" is no number from 1')
    expires = as_date(fields["expires"]) if "expires" in fields else None
    if "expires" in fields and expires is None:
        raise BadConfiguration(f'{place}: "expires" is no date such as 2026-12-31')
    rule = _code(fields["rule"], place)
    return Entry(
        rule, fields["file"], fields["subject"], count, fields.get("reason", "").strip(), expires, span
    )


def _code(written: str, place: str) -> str:
    rule = rule_called(written)
    if rule is None:
        raise BadConfiguration(f'{place}: "{written}" is no rule. {suggestion(written)}')
    if not can_be_silenced(rule):
        raise BadConfiguration(f"{place}: {rule.code} ({rule.name}) cannot be in a baseline: {why_not(rule)}")
    return rule.code


def _spans(text: str) -> list[Span]:
    """Return where the entries stand in the text of a file whose shape is known to be right."""
    decoder = json.JSONDecoder()

    def past(at: int) -> int:
        gap = _BETWEEN.match(text, at)
        return gap.end() if gap else at

    at = past(text.index("{") + 1)
    while True:
        key, at = decoder.raw_decode(text, at)
        at = past(at)
        if key == "findings":
            break
        at = past(decoder.raw_decode(text, at)[1])
    marks = Marks("", text)
    at = past(at + 1)
    while text[at] != "]":
        _, end = decoder.raw_decode(text, at)
        marks.offsets.extend((at, end))
        at = past(end)
    return [marks.span(index) for index in range(0, len(marks.offsets), 2)]

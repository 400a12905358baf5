"""Tabs that indent: what spaces they stand for, where only one level can be meant by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from raci.faults.fix import safe
from raci.loading.unseen_fixes import rewritten
from raci.location import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from raci.faults.fix import Fix

    Line = tuple[int, str]
    """A line with its number."""

_LEADING = re.compile(r"[ \t]*(?:-[ \t]+)*")
_STEP = 2
_WIDTHS = (2, 3, 4, 8)  # columns of a tab, as editors show them
_LONGEST = 200_000  # characters: to read more several times would take seconds
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def tabs_replaced(text: str, lines: Sequence[Line], file: str) -> Fix | None:
    """Return the fix that indents the lines of a text by spaces where tabs do.

    None where that would say another thing with tabs of another width: then nobody knows which is meant.
    """
    if len(text) > _LONGEST:
        return None
    steps = [len(line) - len(line.lstrip(" ")) for _, line in lines if line[:1] == " " and line.strip()]
    step = min(steps, default=_STEP)
    ways = [*map(_to_stops, (step, *_WIDTHS)), *map(_each_by, _WIDTHS)]
    plain = _only_reading(text, dict(lines), ways)
    return plain and safe("Replace the tabs that indent by spaces", *rewritten(lines, file, plain))


def _to_stops(width: int) -> Callable[[str], str]:
    """Return what makes a line of one with tabs that go to the next multiple of a width."""
    return lambda line: _indented(line, lambda lead: lead.expandtabs(width))


def _each_by(width: int) -> Callable[[str], str]:
    """Return what makes a line of one with tabs that are of one width each."""
    return lambda line: _indented(line, lambda lead: lead.replace("\t", " " * width))


def _indented(line: str, spaces: Callable[[str], str]) -> str:
    found = _LEADING.match(line)
    if "\t" not in line or found is None:
        return line
    return spaces(found[0]) + line[found.end() :] if line.strip() else ""


def _only_reading(
    text: str, lines: dict[int, str], ways: Sequence[Callable[[str], str]]
) -> Callable[[str], str] | None:
    """Return the first way with which a text can be read, if all such ways say the same."""
    every = lines_of(text)
    last = max((number for number, line in lines.items() if "\t" in line), default=0)
    tried: dict[str, Callable[[str], str]] = {}
    for way in ways:
        plain = "\n".join(way(line) if number in lines else line for number, line in enumerate(every, 1))
        tried.setdefault(plain, way)
    read = [(way, *_read(plain)) for plain, way in tried.items()]
    whole = [(way, said) for way, wrong, said in read if wrong is None]
    # Where another mistake follows, what comes before it tells.
    begun = [
        (way, [each for each in said if each[0] <= last])
        for way, wrong, said in read
        if wrong is not None and wrong > last
    ]
    readings = whole or begun
    return readings[0][0] if readings and all(said == readings[0][1] for _, said in readings) else None


def _read(text: str) -> tuple[int | None, list[tuple[int, str, str]]]:
    """Return the line of the first mistake in a text, if there is one, and by lines what it says."""
    said: list[tuple[int, str, str]] = []
    try:
        events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        for event in events:
            line = event.start_mark.line + 1
            said.append((line, type(event).__name__, getattr(event, "value", "")))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line + 1 if mark else 0, said
    except (yaml.YAMLError, ValueError):
        return 0, said
    return None, said

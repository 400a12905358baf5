"""A document as GitHub-flavoured Markdown: what people wrote stays text, whatever it looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.text.markdown import escape
from raci.text.visible import lines_to_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.views.document import Document, Grid, Section, Snippet


def render(document: Document) -> str:
    """Return `document` as Markdown: a heading each for title and sections, facts as lists."""
    blocks = [f"# {escape(document.title)}"]
    for section in document.sections:
        blocks += _section(section)
    blocks += map(escape, document.notes)
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.heading)}"
    if section.note:
        yield f"*{escape(section.note)}*"
    if section.facts:
        yield "\n".join(_items(section))
    if section.grid is not None:
        yield from _tables(section.grid)
    for snippet in section.snippets:
        if snippet.lead:
            yield escape(snippet.lead)
        yield _fenced(snippet)
    yield from map(escape, section.prose)


def _items(section: Section) -> Iterator[str]:
    label = ""
    for fact in section.facts:
        label = fact.label or label  # without one, a fact goes with the one before
        lines = [escape(line) for line in fact.lines]
        item = f"- {'[ ] ' if fact.to_tick else ''}**{escape(label)}:**"
        if not label:
            yield from (f"- {line}" for line in lines)
        elif len(lines) == 1:
            yield f"{item} {lines[0]}"
        else:
            yield item
            yield from (f"  - {line}" for line in lines)


def _tables(grid: Grid) -> Iterator[str]:
    """Yield a table for each group, under its heading."""
    heads = [escape(column.head) for column in grid.columns]
    rules = [":-:" if column.marks else "--:" if column.number else ":--" for column in grid.columns]
    for group in grid.groups:
        if group.heading:
            yield f"### {escape(group.heading)}"
        rows = [
            [_cell(text, grid, first=not number) for number, text in enumerate(row)] for row in group.rows
        ]
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))


def _cell(text: str, grid: Grid, *, first: bool) -> str:
    escaped = escape(text)
    return f"**{escaped}**" if text in grid.striking and not first else escaped


def _fenced(snippet: Snippet) -> str:
    lines = lines_to_copy(snippet.text)
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{snippet.language}", *lines, fence])

"""A document as GitHub-flavoured Markdown: what people wrote stays text, whatever it looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.markdown_text import escape
from raci.visible import lines_to_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.views.document import Document, Section, Snippet


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
        item = f"- **{escape(label)}:**"
        if len(lines) == 1:
            yield f"{item} {lines[0]}"
        else:
            yield item
            yield from (f"  - {line}" for line in lines)


def _fenced(snippet: Snippet) -> str:
    lines = lines_to_copy(snippet.text)
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}yaml", *lines, fence])

"""A document as GitHub-flavoured Markdown: what people wrote stays text, whatever it looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.render.visible import lines_to_copy, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from raci.views.document import Document, Section, Snippet

# What would be syntax, and only where it would be: `a_b`, `R&D` and `2 > 1` stay readable. There is no
# "!": an image needs the bracket that follows it, and brackets are escaped.
_SYNTAX = re.compile(
    r"""
    (?P<entity> < (?=\S) | & (?=\#?\w+;) )   # HTML; as an entity, for not every Markdown knows "\<"
    | (?P<number> ^[0-9]{1,9} ) (?= [.)] (?: \s | $ ) )  # a numbered item
    | \\ (?= [!-/:-@\[-`{-~] | $ )           # a backslash that would escape what follows
    | [`*\[\]|~]
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )       # an underscore, but not one inside a word
    | ^ [#>]                                 # a heading, a quotation
    | (?<= \s ) \# (?= \#*$ )                # signs at a heading's end, which it would lose
    | ^ [-+] (?= [\s-] | $ )                 # an item, a rule
    """,
    flags=re.VERBOSE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def render(document: Document) -> str:
    """Return `document` as Markdown: a heading each for title and sections, facts as lists."""
    blocks = [f"# {escape(document.title)}"]
    for section in document.sections:
        blocks += _section(section)
    blocks += map(escape, document.notes)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Return Markdown, one line, that shows `text` as it is; hidden characters are made visible."""
    return _SYNTAX.sub(_escaped, one_line(text))


def _escaped(found: re.Match[str]) -> str:
    if found["entity"]:
        return _ENTITIES[found[0]]
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.heading)}"
    if section.note:
        yield f"*{escape(section.note)}*"
    if section.facts:
        yield "\n".join(_items(section))
    for snippet in section.snippets:
        yield escape(snippet.lead)
        yield _fenced(snippet)


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

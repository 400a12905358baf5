"""A document as text for people: wrapped and coloured on a terminal, one record a line in a pipe."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from raci.render import tab_separated, text_grid
from raci.text.visible import lines_to_copy, one_line

if TYPE_CHECKING:
    from rich.console import Console

    from raci.views.document import Document, Grid, Section, Snippet

_INDENT = "  "
_COPY_INDENT = " " * 6
_UNWRAPPED = 100_000
_LABELS = 0.4  # of the width: more leaves too little to what they label


def render(document: Document, *, width: int | None = None, color: bool = False) -> str:
    """Return `document` as text of at most `width` columns; without a width, lines are not wrapped.

    Text to copy is never wrapped. Without a width, a tabular document is its records, parted by tabs.
    """
    if width is None and document.tabular:
        return "".join(f"{line}\n" for line in tab_separated.table_lines(document.records))
    if width is None and not color:
        return _plain(document)
    return _styled(document, width=width or _UNWRAPPED, color=color)


def _plain(document: Document) -> str:
    lines = [one_line(document.title)]
    for section in document.sections:
        note = f"  ({one_line(section.note)})" if section.note else ""
        lines += ["", f"{one_line(section.heading)}{note}"]
        labels = _label_width(section)
        for fact in section.facts:
            for number, line in enumerate(fact.lines):
                label = "" if number else one_line(fact.label)
                lines.append(f"{_INDENT}{label:<{labels}}  {one_line(line)}".rstrip())
        if section.grid is not None:
            lines += tab_separated.grid_lines(section.grid)
        for snippet in section.snippets:
            lead = [f"{_INDENT}{one_line(snippet.lead)}"] if snippet.lead else []
            lines += ["", *lead, *_to_copy(snippet)]
        for paragraph in section.prose:
            lines += ["", f"{_INDENT}{one_line(paragraph)}"]
    if document.notes:
        lines += ["", *map(one_line, document.notes)]
    return "\n".join(lines) + "\n"


def _styled(document: Document, *, width: int, color: bool) -> str:
    # Only a terminal needs rich, and loading it takes a third of the time of an answer.
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(Text(one_line(document.title), style="bold"))
    for section in document.sections:
        _print_section(section, console)
    for note in document.notes:
        console.print()
        console.print(Text(one_line(note)))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _print_section(section: Section, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    heading = Text(one_line(section.heading), style="bold cyan")
    if section.note:
        heading.append(f"  ({one_line(section.note)})", style="dim")
    console.print()
    console.print(heading)
    _print_facts(section, console)
    if section.grid is not None:
        _print_grid(section.grid, console)
    for snippet in section.snippets:
        console.print()
        if snippet.lead:
            console.print(Padding(Text(one_line(snippet.lead)), (0, 0, 0, len(_INDENT))))
        for line in _to_copy(snippet):
            # Too long a line runs over the edge: folded, it would no longer be what is to be copied.
            console.print(Text(line), soft_wrap=True)
    for paragraph in section.prose:
        console.print()
        console.print(Padding(Text(one_line(paragraph)), (0, 0, 0, len(_INDENT))))


def _print_facts(section: Section, console: Console) -> None:
    """Print labels beside what they are of, or above it where they would leave too little room."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not section.facts:
        return
    width = max(Text(one_line(fact.label)).cell_len for fact in section.facts)
    if width > _LABELS * console.width:
        for fact in section.facts:
            if fact.label:
                console.print(Padding(Text(one_line(fact.label), style="dim"), (0, 0, 0, len(_INDENT))))
            for line in fact.lines:
                console.print(Padding(Text(one_line(line), overflow="fold"), (0, 0, 0, 2 * len(_INDENT))))
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, min_width=width)
    grid.add_column(overflow="fold")
    for fact in section.facts:
        grid.add_row(Text(one_line(fact.label), style="dim"), Text("\n".join(map(one_line, fact.lines))))
    console.print(Padding(grid, (0, 0, 0, len(_INDENT))))


def _print_grid(grid: Grid, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print()
    layout = text_grid.Layout(grid, console.width)
    for line in layout.lines():
        console.print(line, soft_wrap=True)
    for note in layout.notes():
        console.print()
        console.print(Padding(Text(note), (0, 0, 0, len(_INDENT))))


def _to_copy(snippet: Snippet) -> list[str]:
    return [f"{_COPY_INDENT}{line}" if line else "" for line in lines_to_copy(snippet.text)]


def _label_width(section: Section) -> int:
    return max((len(one_line(fact.label)) for fact in section.facts), default=0)

"""A document as text for people: wrapped and coloured on a terminal, one record a line in a pipe."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from raci.render.visible import visible

if TYPE_CHECKING:
    from raci.views.document import Document, Section

_INDENT = "  "
_UNWRAPPED = 100_000


def render(document: Document, *, width: int | None = None, color: bool = False) -> str:
    """Return `document` as text of at most `width` columns; without a width, lines are not wrapped."""
    if width is None and not color:
        return _plain(document)
    return _styled(document, width=width or _UNWRAPPED, color=color)


def _plain(document: Document) -> str:
    lines = [visible(document.title)]
    for section in document.sections:
        lines += ["", visible(f"{section.heading}  ({section.note})" if section.note else section.heading)]
        labels = _label_width(section)
        for fact in section.facts:
            for number, line in enumerate(fact.lines):
                label = "" if number else visible(fact.label)
                lines.append(f"{_INDENT}{label:<{labels}}  {_one_line(line)}".rstrip())
    if document.notes:
        lines += ["", *map(visible, document.notes)]
    return "\n".join(lines) + "\n"


def _styled(document: Document, *, width: int, color: bool) -> str:
    # Only a terminal needs rich, and loading it takes a third of the time of an answer.
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

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
    console.print(Text(visible(document.title), style="bold"))
    for section in document.sections:
        heading = Text(visible(section.heading), style="bold cyan")
        if section.note:
            heading.append(f"  ({visible(section.note)})", style="dim")
        console.print()
        console.print(heading)
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True, min_width=_label_width(section))
        grid.add_column(overflow="fold")
        for fact in section.facts:
            grid.add_row(Text(visible(fact.label), style="dim"), Text("\n".join(map(_one_line, fact.lines))))
        console.print(Padding(grid, (0, 0, 0, len(_INDENT))))
    for note in document.notes:
        console.print()
        console.print(Text(visible(note)))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _label_width(section: Section) -> int:
    return max((len(visible(fact.label)) for fact in section.facts), default=0)


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))

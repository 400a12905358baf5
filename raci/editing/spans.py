"""Where in a text changes are made: edits of spans, and nothing else of it is touched."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from raci.editing.adding import Adding
from raci.editing.comments import keep_comments
from raci.editing.edit import Edit
from raci.editing.removing import Removing
from raci.editing.replacing import Replacing
from raci.errors import CannotEdit

if TYPE_CHECKING:
    from raci.editing.changes import Changes
    from raci.editing.layout import Layout
    from raci.editing.nodes import Node


def spans(layout: Layout, root: Node | None, changes: Changes) -> list[Edit]:
    """Return the edits that make changes, in the order of the text; no two overlap. Raises CannotEdit."""
    replacing = Replacing(layout, root, changes)
    others = [*replacing.replacements(), *replacing.renames(), *Adding(layout, root, changes).additions()]
    cut = [each for each in others if not each.text]
    gone = _joined([*cut, *(Edit(*span, "") for span in Removing(layout, root, changes).removals())])
    rest = [each for each in others if each.text]
    edits = sorted(_without_last_line_end(layout, rest, gone), key=lambda each: each[:2])
    if any(other.start < one.end for one, other in pairwise(edits)):
        raise CannotEdit("Two changes are at one place.")
    keep_comments(layout.text, root, edits)
    return edits


def _without_last_line_end(layout: Layout, others: list[Edit], gone: list[Edit]) -> list[Edit]:
    """Return edits so that a text whose last line has no end gets none where that line goes."""
    last = gone[-1] if gone else None
    if last is None or last.end < len(layout.text) or layout.text[-1] in "\r\n" or not last.start:
        return [*others, *gone]
    eol = layout.eol
    before = [each for each in others if each[:2] == (last.start, last.start)]
    if before:
        others[others.index(before[-1])] = before[-1]._replace(text=before[-1].text.removesuffix(eol))
        return [*others, *gone]
    start, before_it = last.start, [*others, *gone[:-1]]
    least = max((each.end for each in before_it if each.end <= start), default=0)
    while layout.text.endswith(eol, least, start):  # a blank line would end like the last one
        start -= len(eol)
    return [*others, *gone[:-1], last._replace(start=start)]


def _joined(removals: list[Edit]) -> list[Edit]:
    joined: list[Edit] = []
    for each in sorted(removals):
        if joined and each.start <= joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, each.end))
        else:
            joined.append(each)
    return joined

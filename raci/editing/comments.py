"""The comments of a YAML text: people's own words, which no edit takes away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.editing.nodes import scalars
from raci.errors import CannotEdit
from raci.location import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci.editing.edit import Edit
    from raci.editing.nodes import Node

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[^\r\n]*")  # of a block: its sign, and maybe a comment


def keep_comments(text: str, root: Node | None, edits: Iterable[Edit]) -> None:
    """Raise CannotEdit where edits would take a comment out of a text."""
    for edit in edits:
        if "#" in text[edit.start : edit.end]:
            for start, end in _comments(text, root, edit):
                if text[start:end].rstrip() not in edit.text:
                    line = len(lines_of(text[:start]))
                    raise CannotEdit(f"The comment in line {line} would go with it.")


def _comments(text: str, root: Node | None, edit: Edit) -> Iterator[tuple[int, int]]:
    """Yield the spans of the comments that an edit is about: what a number sign begins between two texts."""
    at = edit.start
    for start, end in [*_texts(text, root, edit), (edit.end, edit.end)]:
        yield from (found.span() for found in _COMMENT.finditer(text, at, min(start, edit.end)))
        at = max(at, end)


def _texts(text: str, root: Node | None, edit: Edit) -> Iterator[tuple[int, int]]:
    """Yield where each text begins and ends, in their order; of a block it is what follows its sign."""
    for each in scalars(root, edit.start, edit.end):
        is_block = each.style in ("|", ">")
        header = _HEADER.match(text, each.start) if is_block else None
        yield (header.end() if header else each.start), each.end

"""Tables of HTML, and of what is nearly HTML: the storage format of wikis."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from raci.errors import UnusableFile
from raci.sheets.table import MOST_CELLS, Cell, Mark, Table, table, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LARGEST = 8  # MiB: a tree of it takes a hundred times as much
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_EMPTY_ELEMENT = re.compile(r"<((?:ri|ac):[\w-]+)((?:\s[^<>]*)?)/>")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "br",
        "tr",
        "dt",
        "dd",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
    ]
)
_STRUCK = frozenset({"s", "del", "strike"})
_BOLD = frozenset({"b", "strong", "th"})
_UNREAD = frozenset({"script", "style", "template", "ac:parameter", "ac:task-id", "ac:task-status"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_MENTIONS = frozenset({"ri:user", "ac:link-user"})
_DEEPEST = 400
_LINE_THROUGH = re.compile(r"line-through|display:\s*none", re.IGNORECASE)


def read_html(text: str, shown: str, first_line: int = 1) -> list[Table]:
    """Return the tables of HTML text, in their order; one in a cell of another comes after it.

    `first_line` is the line of the file that the text begins at. Raises UnusableFile.
    """
    from justhtml import JustHTML

    if len(text) > _LARGEST * 1024 * 1024:
        raise UnusableFile(f"there are more than {_LARGEST} MiB of HTML")
    text = _CDATA.sub(lambda found: found[1].replace("&", "&amp;").replace("<", "&lt;"), text)
    text = _EMPTY_ELEMENT.sub(r"<\1\2></\1>", text)
    try:
        tree = JustHTML(text, sanitize=False, track_node_locations=True)
    except RecursionError:
        raise UnusableFile("elements are nested too deeply") from None
    reader = _Reader(
        lambda node: f"{shown}:{(node.origin_line or 1) + first_line - 1}:{node.origin_col or 1}"
    )
    reader.walk(tree.root)
    return reader.tables


@dataclass
class _Words:
    parts: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    marks: set[Mark] = field(default_factory=set)
    struck: int = 0
    kept: int = 0
    bold: int = 0


class _Reader:
    def __init__(self, place: Callable[[Any], str]) -> None:
        self.tables: list[Table] = []
        self._place, self._heading, self._cells = place, "", 0

    def walk(self, root: Any) -> None:
        """Find the tables below a node, and the headings before them."""
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node.name in _HEADINGS:
                self._heading = tidy("".join(_text(node))).replace("\n", " ") or self._heading
            elif node.name == "table":
                self._table(node)
                waiting.extend(reversed(list(_below(node, "table"))))
            else:
                waiting.extend(reversed(list(_children(node))))

    def _table(self, node: Any) -> None:
        caption = next(_below(node, "caption"), None)
        heading = tidy("".join(_text(caption))).replace("\n", " ") if caption else self._heading
        rows: list[list[Cell]] = []
        spans: dict[int, tuple[int, Cell]] = {}
        rows.extend(self._row(line, spans) for line in _below(node, "tr"))
        if rows:
            self.tables.append(table(rows, self._place(node), heading))

    def _row(self, line: Any, spans: dict[int, tuple[int, Cell]]) -> list[Cell]:
        row: list[Cell] = []

        def fill() -> None:
            while (at := len(row)) in spans:
                left, cell = spans[at]
                row.append(cell)
                spans[at] = (left - 1, cell)
                if left <= 1:
                    del spans[at]

        for node in _children(line):
            if node.name not in {"td", "th"}:
                continue
            fill()
            cell = _cell(node, self._place(node))
            merged = replace(cell, marks=cell.marks | {Mark.MERGED})
            across, down = _span(node, "colspan", 1_000), _span(node, "rowspan", 65_534)
            self._cells += across
            if self._cells > MOST_CELLS:
                raise UnusableFile(f"the tables have more than {MOST_CELLS:,} cells")
            for number in range(across):
                if down > 1:
                    spans[len(row)] = (down - 1, merged)
                row.append(merged if number else cell)
        fill()
        return row


def _span(node: Any, name: str, most: int) -> int:
    written = (node.attrs.get(name) or "").strip()
    return max(1, min(int(written), most)) if written.isdecimal() and len(written) < 8 else 1  # noqa: PLR2004


def _children(node: Any) -> Iterator[Any]:
    return iter(getattr(node, "children", None) or ())


def _below(node: Any, name: str) -> Iterator[Any]:
    """Yield the elements of a name below a node, none within another table."""
    waiting = list(reversed(list(_children(node))))
    while waiting:
        each = waiting.pop()
        if each.name == name:
            yield each
        elif each.name != "table":
            waiting.extend(reversed(list(_children(each))))


def _cell(node: Any, place: str) -> Cell:
    words = _Words()
    _collect(node, words, struck=False, bold=False, depth=0)
    if words.struck and not words.kept:
        words.marks.add(Mark.STRUCK)
    if words.bold and words.bold == words.kept:
        words.marks.add(Mark.BOLD)
    if _LINE_THROUGH.search(node.attrs.get("style") or ""):
        words.marks.add(Mark.STRUCK)
    return Cell(tidy("".join(words.parts)), place, frozenset(words.marks), struck=tidy(" ".join(words.gone)))


def _text(node: Any) -> list[str]:
    words = _Words()
    _collect(node, words, struck=False, bold=False, depth=0)
    return words.parts


def _collect(node: Any, words: _Words, *, struck: bool, bold: bool, depth: int) -> None:
    if node.name == "#text":
        text = " ".join(f".{node.data or ''}.".split())[1:-1]
        if text.strip():
            words.struck += struck
            words.kept += not struck
            words.bold += bold and not struck
        if struck and text.strip():
            words.marks.add(Mark.STRUCK)
            words.gone.append(text)
            return
        words.parts.append(text)
        return
    if node.name in _UNREAD or (node.name == "table" and depth) or depth > _DEEPEST:
        return
    attrs = getattr(node, "attrs", None) or {}
    if node.name in _MENTIONS and not attrs.get("ri:username"):
        words.marks.add(Mark.MENTION)
    words.parts.append(attrs.get("ri:username") or "" if node.name in _MENTIONS else "")
    words.parts.append(_pictured(node.name, attrs))
    block = node.name in _BLOCKS
    words.parts.append("\n" if block else "")
    struck = struck or node.name in _STRUCK or bool(_LINE_THROUGH.search(attrs.get("style") or ""))
    for child in _children(node):
        _collect(child, words, struck=struck, bold=bold or node.name in _BOLD, depth=depth + 1)
    words.parts.append("\n" if block else "")


def _pictured(name: str, attrs: dict[str, Any]) -> str:
    """Return the text of an element that has none: what a picture or a mark shows."""
    if name == "img":
        return str(attrs.get("alt") or "")
    if name == "ac:emoticon":
        return str(
            attrs.get("ac:emoji-fallback") or {"tick": "✓", "cross": "✗"}.get(str(attrs.get("ac:name")), "")
        )
    return str(attrs.get("ri:content-title") or "") if name == "ri:page" else ""

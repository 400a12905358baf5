"""Ownership files in many styles, and changes to make to them, for hypothesis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from raci.editing.changes import AddField, AddItem, Change, Remove, RenameField, Replace

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn
    from raci.editing.nodes import Data, Path

KEYS = st.sampled_from(
    ["name", "roles", "a-b", "work", "on", "x y", "summary", "1", "with", "Köchin", "q:r", "#k"]
)
TEXTS = st.one_of(
    st.sampled_from(
        [
            *(
                "yes",
                "no",
                "null",
                "~",
                "12",
                "1e3",
                "2026-01-31",
                "a: b",
                "a #b",
                "# c",
                "- d",
                "@e",
                "`f`",
                "!g",
            ),
            *(
                "it's",
                'say "x"',
                "a\\b",
                "[h",
                "h]",
                "{i}",
                "j, k",
                "%l",
                "&m",
                "*n",
                "| o",
                "> p",
                "?",
                ": q",
            ),
            *(
                "",
                " ",
                "Menü",
                "\U0001f372",
                "r\ns",
                "two  spaces",
                "tab\there",
                "trail ",
                "a" * 130,
                "w " * 60 + "w",
            ),
            *("\u2028", "\x85", "\x07", "\ufeff", "---", "...", "<<", "=", "key:", "'", '"'),
        ]
    ),
    st.text(min_size=0, max_size=12),
).filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text))
PLAIN = st.sampled_from(
    [
        "Menu",
        "seasonal planning",
        "it is so",
        "A",
        "ünder",
        "x-y",
        "two words",
        "🍲 stew",
        "word " * 40 + "on",
    ]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=5,
)


@dataclass(frozen=True)
class _Manner:
    """How a file is written."""

    step: int
    dash: int
    eol: str


@st.composite
def files(draw: DrawFn) -> str:
    """Draw the text of a file: a mapping of anything, in some style, with comments between the lines."""
    manner = _Manner(
        draw(st.integers(2, 8)), draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from(["\n", "\r\n"]))
    )
    lines = draw(st.sampled_from([[], ["# top"], ["---"], ["", "# one", ""]]))
    lines = [*lines, *_mapping(draw, manner, 0, 3)]
    text = manner.eol.join(lines)
    text += draw(st.sampled_from(["", manner.eol, f"{manner.eol}{manner.eol}", f"{manner.eol}# end"]))
    number = count()
    return re.sub(
        r"# (?:top|one|own line|at the edge|said|end)", lambda each: f"{each[0]} {next(number)}", text
    )


def comments(text: str) -> list[str]:
    """Return the comments of a drawn file, each of which is there once."""
    return re.findall(r"# [a-z ]+ \d+", text)


def _mapping(draw: DrawFn, manner: _Manner, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    keys = draw(
        st.lists(st.sampled_from(["a", "b", "c", '"d e"', "'f'", "g-h"]), min_size=1, max_size=4, unique=True)
    )
    for key in keys:
        lines += _between(draw, indent)
        head, *rest = _value(draw, manner, indent, depth)
        lines += [f"{' ' * indent}{key}:{head}", *rest]
    return lines


def _list(draw: DrawFn, manner: _Manner, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += _between(draw, indent)
        if depth and draw(st.booleans()):
            first, *rest = list(_mapping(draw, manner, indent + 2, depth - 1))
            while not first.strip() or first.lstrip().startswith("#"):
                first, *rest = rest
            if draw(st.integers(0, 3)) == 0:
                lines += [f"{' ' * indent}-{_comment(draw)}", *_between(draw, indent + 2), first, *rest]
            else:
                lines += [f"{' ' * indent}- {first[indent + 2 :]}", *rest]
        else:
            lines.append(f"{' ' * indent}- {_scalar(draw)}{_comment(draw)}")
    return lines


def _value(draw: DrawFn, manner: _Manner, indent: int, depth: int) -> list[str]:
    """Draw what stands behind a colon, and the lines below it."""
    if depth and draw(st.booleans()):
        if draw(st.booleans()):
            return [_comment(draw), *_mapping(draw, manner, indent + manner.step, depth - 1)]
        return [_comment(draw), *_list(draw, manner, indent + manner.dash, depth - 1)]
    if draw(st.integers(0, 4)) == 0:
        return _block(draw, " " * (indent + manner.step))
    if draw(st.integers(0, 6)) == 0:
        quote, margin = draw(st.sampled_from("'\"")), " " * (indent + manner.step)
        return [f" {quote}{draw(PLAIN)}", f"{margin}{draw(PLAIN)}{quote}{_comment(draw)}"]
    if draw(st.integers(0, 4)) == 0:
        return _flow_in_lines(draw, " " * (indent + manner.step))
    said = [_scalar(draw), _flow(draw, 2), "{}", "[]", "{ }", "[ ]", ""]
    return [f" {draw(st.sampled_from(said))}".rstrip() + _comment(draw)]


def _block(draw: DrawFn, margin: str) -> list[str]:
    sign = draw(st.sampled_from(["|", ">", "|-", ">-", "|+"]))
    body = [f"{margin}{draw(PLAIN)}"]
    for _ in range(draw(st.integers(0, 2))):
        body += [*draw(st.sampled_from([[], [""]])), f"{margin}{draw(PLAIN)}"]
    return [f" {sign}{_comment(draw)}", *body, *[""] * draw(st.integers(0, 2))]


def _scalar(draw: DrawFn) -> str:
    text = draw(PLAIN)
    return draw(st.sampled_from([text, f"'{text}'", f'"{text}"']))


def _flow(draw: DrawFn, depth: int) -> str:
    space = draw(st.sampled_from(["", " "]))
    inner = [
        _flow(draw, depth - 1) if depth and draw(st.booleans()) else _scalar(draw)
        for _ in range(draw(st.integers(1, 3)))
    ]
    comma = draw(st.sampled_from(["", ","]))
    if draw(st.booleans()):
        return f"[{space}{', '.join(inner)}{comma}{space}]"
    return f"{{{space}{', '.join(f'k{number}: {each}' for number, each in enumerate(inner))}{comma}{space}}}"


def _flow_in_lines(draw: DrawFn, margin: str) -> list[str]:
    """Draw brackets over several lines, an item in each or several."""
    is_mapping, leads = draw(st.booleans()), draw(st.booleans())
    items = [_flow(draw, 1) if draw(st.booleans()) else _scalar(draw) for _ in range(draw(st.integers(1, 3)))]
    items = [f"k{number}: {each}" if is_mapping else each for number, each in enumerate(items)]
    lines = [f" {'{' if is_mapping else '['}{_comment(draw)}"]
    for number, item in enumerate(items):
        is_last = number == len(items) - 1
        comma = "" if leads or (is_last and draw(st.booleans())) else ","
        lines += _between(draw, len(margin))
        before = ", " if leads and number else draw(st.sampled_from(["", "  "]))
        lines.append(f"{margin}{before}{item}{comma}{_comment(draw)}")
    return [*lines, *_between(draw, len(margin)), f"{margin}{'}' if is_mapping else ']'}{_comment(draw)}"]


def _between(draw: DrawFn, indent: int) -> list[str]:
    return draw(st.sampled_from([[], [], [], [""], [f"{' ' * indent}# own line"], ["# at the edge"]]))


def _comment(draw: DrawFn) -> str:
    return draw(st.sampled_from(["", "", "  # said"]))


@st.composite
def changes(draw: DrawFn, data: Data) -> list[Change]:
    """Draw one to three changes of what a file holds, each at a place of its own."""
    made: list[Change] = []
    taken: list[Path] = []
    for _ in range(draw(st.integers(1, 3))):
        path, value = draw(st.sampled_from(list(_paths(data, ()))))
        if any(path[: len(each)] == each or each[: len(path)] == path for each in taken):
            continue
        taken.append(path)
        made.append(draw(st.sampled_from(_possible(draw, path, value))))
    return made


def _possible(draw: DrawFn, path: Path, value: Data) -> list[Change]:
    possible: list[Change] = []
    if path:
        possible += [Remove(path), Replace(path, draw(VALUES))]
        if isinstance(path[-1], str):
            possible.append(RenameField(path, draw(st.sampled_from(["new", "yes", "n: m", "neu-e"]))))
    if isinstance(value, dict) or value is None:
        after = draw(st.sampled_from([None, *(value or {})]))
        possible += [AddField(path, "added", draw(VALUES), after)] * 2
    if isinstance(value, list) or (value is None and path):
        possible += [AddItem(path, draw(VALUES))] * 2
    return possible or [Replace(path, "x")]


def _paths(data: Data, path: Path) -> Any:
    yield path, data
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in below:
        yield from _paths(value, (*path, step))

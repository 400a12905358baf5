"""Files as large as they may be, and as bad: 20 seconds of a processor and 700 MiB are enough for each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from processes import MEBIBYTES, SECONDS, measured

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits as POSIX systems have them")

LIMIT = 32 * 1024 * 1024
HEAD = "version: 1\n"
ROLE = HEAD + "roles: {a: {name: A}}\n"
MISTAKES = f" : {{name: A, {', '.join(f'k{number}: v' for number in range(900))}}}}}\n"


def filled(head: str, unit: str, tail: str = "", size: int = LIMIT) -> str:
    """Return `unit` as often as fits between `head` and `tail`."""
    return head + unit * ((size - len((head + tail).encode())) // len(unit.encode())) + tail


def listed(head: str, line: Callable[[int], str], number: int) -> str:
    """Return `head` and so many lines."""
    return head + "".join(map(line, range(number)))


KEPT: dict[str, Callable[[], str]] = {
    "one key": lambda: filled(HEAD + "roles: {? ", "a", " : {name: A}}\n"),
    "one key, and mistakes under it": lambda: filled(HEAD + "roles: {? ", "a", MISTAKES),
    "nested lists": lambda: filled(HEAD + "roles: ", "["),
    "nested items": lambda: filled(HEAD + "roles: ", "- "),
    "nested questions": lambda: filled(HEAD + "roles: ", "? "),
    "comments": lambda: filled(ROLE, "#\n"),
    "spaced comment": lambda: filled(ROLE, "# "),
    "empty lines": lambda: filled(ROLE, "\n"),
    "old line ends": lambda: filled(ROLE, "\r"),
    "spaces": lambda: filled("", " "),
    "colons": lambda: filled("", ":"),
    "items": lambda: filled("", "-\n"),
    "documents": lambda: filled("", "---\n"),
    "a directive": lambda: filled("%", "a"),
    "directives": lambda: filled("", "%TAG ! a\n"),
    "tabs": lambda: filled(HEAD, "\t"),
    "open quotes": lambda: filled(HEAD + "roles: '", "a\n"),
    "anchors": lambda: filled(HEAD + "roles: [", "&a b,", "]"),
    "wrong entries": lambda: HEAD + "unowned: [" + "a," * 2_400_000 + "]\n",
    "unknown keys": lambda: listed(HEAD + "roles:\n  a:\n", lambda n: f"    k{n}: v\n", 1_200_000),
    "names": lambda: listed(HEAD + "unowned:\n", lambda n: f"  - {{name: n{n}, because: x}}\n", 400_000),
    "a name": lambda: filled(HEAD + "roles: {a: {name: ", "x", "}}"),
    "values": lambda: filled(HEAD + "unowned: [", "a,", "a]\n"),
    "marks": lambda: filled(ROLE, "#", size=1 << 20),
    "waivers in a line": lambda: filled(ROLE, "# raci "),
    "a control at the end": lambda: filled(ROLE, "#\n", "\x07"),
}


def held(folder: Path, text: str, *arguments: str) -> None:
    """Assert that raci ends well with a file of this text, within the limits."""
    (folder / "a.yaml").write_text(text, "utf-8")
    took = measured([*arguments, "--data", "a.yaml"], folder)
    assert took.code in {0, 1, 2}, took
    assert took.seconds < SECONDS, took
    assert took.mebibytes < MEBIBYTES, took
    assert took.out < 4 << 20, took


@pytest.mark.parametrize("name", KEPT)
def test_a_large_file(name: str, tmp_path: Path) -> None:
    """Read or refused, within the limits."""
    held(tmp_path, KEPT[name](), "lint", "--format", "concise")


@pytest.mark.parametrize("size", [LIMIT + 1, 1 << 40])
def test_a_file_over_the_limit(size: int, tmp_path: Path) -> None:
    """It is refused by its size, whatever it holds, and without being read in full."""
    with (tmp_path / "a.yaml").open("wb") as stream:
        stream.truncate(size)
    took = measured(["who-owns", "x", "--data", "a.yaml"], tmp_path)
    assert took.code == 2
    assert took.err.startswith(b"a.yaml:1:1: the file is larger than 32 MiB\n")
    assert took.mebibytes < 200


@pytest.mark.parametrize(
    "arguments",
    [("lint", "--format", "concise"), ("who-owns", "plan"), ("overlaps",)],
    ids=lambda each: each[0],
)
def test_an_honest_file_of_4000_items(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Half a megabyte of real entries works, within the limits."""
    words = ("Menu", "Stock", "Price", "Shift", "Supplier", "Cellar", "Kitchen", "Guest", "Budget", "Safety")
    kinds = ("plan", "list", "review", "report", "rules", "training", "budget", "order", "check", "forecast")
    text = HEAD + "roles:\n"
    for role in range(40):
        text += f"  role-{role}:\n    name: Role {role}\n    deliverables:\n"
        for each in range(100):
            name = f"{words[each % 10]} {kinds[each // 10]} of house {role}"
            text += f"      - name: {name}\n        summary: What house {role} does about it, in words, each week.\n"
    assert len(text) > 400_000
    held(tmp_path, text, *arguments)

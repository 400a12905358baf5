"""Standard input: its bytes, and these as one of the ownership files, as an editor hands it over."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from raci.cli.output import is_terminal, say
from raci.errors import UnusableFile
from raci.regular_file import MEBIBYTE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.loading.source_file import SourceFile

STDIN = "-"


def read_standard_input(limit: int, *, quiet: bool, what: str = "an ownership file") -> bytes:
    """Return what standard input holds, of at most `limit` MiB; on a terminal, say `what` is waited for.

    Raises UnusableFile where it is closed, cannot be read or holds more.
    """
    if sys.stdin is None:
        raise UnusableFile("standard input is closed")
    if is_terminal(sys.stdin) and not quiet:
        ends = "Ctrl-Z and Enter end" if os.name == "nt" else "Ctrl-D ends"
        say(f"Waiting for {what} on standard input. {ends} it.")
    try:
        content = sys.stdin.buffer.read(limit * MEBIBYTE + 1)
    except (OSError, ValueError):
        raise UnusableFile("standard input cannot be read") from None
    if len(content) > limit * MEBIBYTE:
        raise UnusableFile(f"standard input holds more than {limit} MiB")
    return content


def in_place_of_file(files: Iterable[SourceFile], name: str, content: bytes) -> tuple[SourceFile, ...]:
    """Return files with `content` in place of the one called `name`, or beside them if there is none."""
    from raci.loading.source_file import SourceFile

    path = os.path.realpath(name)
    others: list[SourceFile] = []
    same = [SourceFile(os.path.normpath(name).replace(os.sep, "/"), bytes)]
    for file in files:
        (same if os.path.realpath(file.shown) == path else others).append(file)
    instead = replace(same[-1], read=lambda: content, named=True)
    return tuple(sorted((*others, instead), key=lambda source: source.shown))

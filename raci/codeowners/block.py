"""The marked block of a CODEOWNERS file: how it is written, and put into a file that has other lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.codeowners.hosts import Host
from raci.errors import UnusableFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.codeowners.owned import Owned

_BEGIN, _END = "# raci codeowners: begin", "# raci codeowners: end"
_BANNER = (
    "# Written by raci codeowners, of the paths of work in the ownership files.",
    "# Change it there: what is changed between these marks is lost.",
)
_SECTION = "[raci]"


def block(owned: Iterable[Owned], host: Host) -> str:
    """Return the block of patterns and owners, with its marks."""
    lines = [_BEGIN, *_BANNER]
    if host is Host.GITLAB:
        lines.append(_SECTION)  # what stands above may be in a section, and so would this
    for each in owned:
        lines += ["", f"# {each.about}"]
        lines += (" ".join((pattern, *each.owners)) for pattern in each.lines)
    return "\n".join((*lines, "", _END, ""))


def put_into(text: str, made: str, file: str) -> str:
    """Return the text of a file with the block in place of the one that it has, or else at its end.

    All other lines stay as they are. Raises UnusableFile where the marks are not one pair.
    """
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    made = made.replace("\n", end_of_line)
    lines = text.splitlines(keepends=True)
    marks = [(number, line.strip()) for number, line in enumerate(lines) if line.strip() in {_BEGIN, _END}]
    if not marks:
        gap = end_of_line * (2 - text.endswith(("\n", "\r"))) if text.strip("\ufeff") else ""
        return f"{text}{gap}{made}"
    if [mark for _, mark in marks] != [_BEGIN, _END]:
        raise UnusableFile(f'{file}: there is to be one line "{_BEGIN}", and one "{_END}" after it')
    (first, _), (last, _) = marks
    return f"{''.join(lines[:first])}{made}{''.join(lines[last + 1 :])}"

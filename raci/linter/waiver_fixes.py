"""How waivers are taken out of a text: a rule out of the brackets, or the comment with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.faults.fix import Fix, Rewrite, safe, unsafe
from raci.location import Location

if TYPE_CHECKING:
    from raci.linter.waiver_comments import WaiverComment, WrittenRule


def rule_taken_out(file: str, line: str, comment: WaiverComment, written: WrittenRule) -> Fix | None:
    """Return the fix of a waiver that silences nothing: its rule goes, or the comment if it is the only one.

    With the comment goes what somebody wrote, and so that is not safe.
    """
    if len(comment.rules) == 1:
        return comment_taken_out(file, line, comment)
    number = comment.rules.index(written)
    if number:
        before = comment.rules[number - 1]
        begin, end = before.column + len(before.text), written.column + len(written.text)
    else:
        begin, end = written.column, comment.rules[1].column
    where = Location(file, comment.line, begin, comment.line, end)
    return safe(f"Take {written.text} out of the brackets", Rewrite(where, ""))


def comment_taken_out(file: str, line: str, comment: WaiverComment) -> Fix | None:
    """Return the fix that takes a whole comment out; it is safe where the comment gives no reason."""
    before, behind = line[: comment.column - 1], line[comment.end - 1 :]
    if not before.strip() and not behind.strip():
        where = Location(file, comment.line, 1, comment.line + 1, 1)
    elif not behind.strip():
        where = Location(file, comment.line, len(before.rstrip()) + 1, comment.line, comment.end)
    else:
        next_one = len(line) - len(behind.lstrip()) + 1
        where = Location(file, comment.line, comment.column, comment.line, next_one)
    made = unsafe if comment.reason else safe
    return made("Take the comment out", Rewrite(where, ""))

"""Edited files written back: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.errors import CannotWrite
from raci.regular_file import reason
from raci.whole_file import removed, temporary_beside

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file, what it held when it was read, and what it is to hold."""

    file: str
    before: bytes
    after: bytes


def write_all(files: Sequence[Rewritten]) -> None:
    """Write files, all of them or none: each is whole at every moment.

    Raises CannotWrite, with all files as they were, where one may not be written, is being written by another
    raci, was changed by somebody since it was read, or there is no room.
    """
    with contextlib.ExitStack() as clean, contextlib.ExitStack() as undo:
        ready = [_prepared(each, clean) for each in files]
        for each, (target, temporary) in zip(files, ready, strict=True):
            _check_unchanged(each, target)
            try:
                kept = _copy(target)
                clean.callback(removed, kept)
                os.replace(temporary, target)  # noqa: PTH105
            except OSError as error:
                raise _refused(each.file, reason(error)) from error
            undo.callback(_put_back, kept, target)
        undo.pop_all()


def _prepared(each: Rewritten, clean: contextlib.ExitStack) -> tuple[str, str]:
    """Return where a file is, behind links, and the name of a ready file beside it."""
    target = os.path.realpath(each.file)
    try:
        found = os.stat(target)  # noqa: PTH116
        mode = found.st_mode
        if not stat.S_ISREG(mode):
            raise _refused(each.file, "it is not a regular file")
        if found.st_nlink > 1:  # a rename would leave the others with what the file held before
            raise _refused(
                each.file, f"it has {found.st_nlink} names (hard links); make it a file of its own"
            )
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise _refused(each.file, "it is read-only")
        if not os.access(os.path.dirname(target), os.W_OK | os.X_OK):  # noqa: PTH120
            raise _refused(each.file, "its folder is read-only")
        _lock(each.file, target, clean)
        temporary = temporary_beside(target, each.after)
    except (OSError, ValueError) as error:
        raise _refused(each.file, reason(error) if isinstance(error, OSError) else str(error)) from error
    clean.callback(removed, temporary)
    return target, temporary


def _lock(file: str, target: str, clean: contextlib.ExitStack) -> None:
    """Keep a file to this process until all are written: two at once would each find it unchanged."""
    try:
        import fcntl  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    held = clean.enter_context(open(target, "rb"))  # noqa: PTH123, SIM115
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise _refused(file, "it is being written by another process") from error
    except OSError:  # a file system without locks
        return


def _check_unchanged(each: Rewritten, target: str) -> None:
    try:
        with open(target, "rb") as stream:  # noqa: PTH123
            unchanged = stream.read(len(each.before) + 1) == each.before
    except OSError as error:
        raise _refused(each.file, reason(error)) from error
    if not unchanged:
        raise _refused(each.file, "somebody changed it in the meantime")


def _copy(target: str) -> str:
    """Return the name of a copy beside a file, from which it can be put back."""
    kept = temporary_beside(target, b"")
    try:
        shutil.copy2(target, kept)
    except BaseException:
        removed(kept)
        raise
    return kept


def _put_back(kept: str, target: str) -> None:
    with contextlib.suppress(OSError):
        os.replace(kept, target)  # noqa: PTH105


def _refused(file: str, why: str) -> CannotWrite:
    return CannotWrite(f"{file} cannot be written: {why}; no file was changed.")

"""The only place that writes: standard output, standard error, and files, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from raci.errors import CannotWrite, UnusableFile
from raci.text.visible import visible
from raci.whole_file import removed, temporary_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


STDOUT = "-"


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """Make both streams take any text: what their encoding lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def _reconfigure(stream: TextIO | None, **how: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace", **how)


def say(message: str) -> None:
    """Write a message for the person to standard error; where that is closed, it is lost."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(visible(message) + "\n")
        sys.stderr.flush()


def write(
    text: str | bytes, file: str = STDOUT, *, keep: Iterable[str] = (), for_people: bool = False
) -> None:
    """Write an answer to standard output or to `file`, but over none of the files to `keep`.

    What is not `for_people` is the same bytes in a pipe as in a file; the null device takes all, and keeps
    nothing. Raises CannotWrite.
    """
    if not file:
        raise CannotWrite("The output needs a file name, or - for standard output.")
    if file == STDOUT and isinstance(text, bytes):
        write_bytes(text)
    elif file == STDOUT:
        _to_stdout(str(text), for_people=for_people)
    elif not _is_same(file, os.devnull):
        if any(_is_same(file, kept) for kept in keep) or _holds_ownership(file):
            raise CannotWrite(f"{file} is one of the ownership files; nothing was written.")
        _to_file(text, file)


def say_lines(text: str) -> None:
    """Write a text of several lines to standard error; where that is closed, it is lost."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


def write_bytes(content: bytes) -> None:
    """Write the content of a file to standard output as it is. Raises CannotWrite."""
    try:
        if sys.stdout is None:
            raise CannotWrite("Standard output is closed.")
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        give_up_stdout()
    except (OSError, ValueError) as error:
        give_up_stdout()
        raise CannotWrite(f"Standard output cannot be written: {_reason(error)}.") from error


def write_new(files: Mapping[str, str]) -> None:
    """Write texts to files that are not there yet, with the folders they need: all of them, or none.

    Raises CannotWrite.
    """
    with contextlib.ExitStack() as undo:
        for file, text in files.items():
            _make_folders(os.path.dirname(file), undo)  # noqa: PTH120 - names from the command line stay
            _to_file(text, file, new=True)
            undo.callback(_remove, os.unlink, file)
        undo.pop_all()


def width(environ: Mapping[str, str]) -> int | None:
    """Return the columns of the terminal that standard output is, or None where it is none."""
    if not is_terminal(sys.stdout):
        return None
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and 0 < int(columns) < _ABSURD:
        return int(columns)
    return columns_of(sys.stdout)


def columns_of(terminal: TextIO) -> int:
    """Return how many columns a terminal has, 80 where it does not say."""
    try:
        return os.get_terminal_size(terminal.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL


_USUAL, _ABSURD = 80, 10_000


def colored(choice: Color, environ: Mapping[str, str]) -> bool:
    """Return whether to colour: the option first, then NO_COLOR, FORCE_COLOR, then the terminal."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return is_terminal(sys.stdout) and environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open and a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _holds_ownership(file: str) -> bool:
    """Return whether an ownership file stands there that nobody has read: no output looks like one."""
    from raci.regular_file import read_regular_file

    try:
        return bool(_OURS.search(read_regular_file(file, _LARGEST_READ)))
    except UnusableFile:
        return False


_LARGEST_READ = 32  # MiB
_OURS = re.compile(rb"""^\{?[ \t]*["']?version["']?\s*:\s*["']?1\b""", re.MULTILINE)


def _is_same(file: str, other: str) -> bool:
    try:
        return os.path.samefile(file, other)  # noqa: PTH121 - names from the command line stay as they are
    except (OSError, ValueError):
        return False


def _to_stdout(text: str, *, for_people: bool) -> None:
    try:
        if sys.stdout is None:
            raise CannotWrite("Standard output is closed.")
        if not for_people and not is_terminal(sys.stdout):
            # No program expects the code page or line ends of Windows, and an escape of ours is none of JSON.
            _reconfigure(sys.stdout, encoding="utf-8", newline="\n")
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough: not an error
        give_up_stdout()
    except (OSError, ValueError) as error:
        give_up_stdout()
        raise CannotWrite(f"Standard output cannot be written: {_reason(error)}.") from error


def give_up_stdout() -> None:
    """Let what Python still flushes to standard output at exit go into nothing."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _make_folders(folder: str, undo: contextlib.ExitStack) -> None:
    missing: list[str] = []
    while folder and not os.path.isdir(folder):  # noqa: PTH112
        missing.append(folder)
        folder = os.path.dirname(folder)  # noqa: PTH120
    for each in reversed(missing):
        try:
            os.mkdir(each)  # noqa: PTH102
        except FileExistsError:
            if not os.path.isdir(each):  # noqa: PTH112 - a folder may have been made in the meantime
                raise CannotWrite(f"{each} is not a folder; nothing was written.") from None
        except (OSError, ValueError) as error:
            raise CannotWrite(f"The folder {each} cannot be made: {_reason(error)}.") from error
        else:
            undo.callback(_remove, os.rmdir, each)


def _remove(remove: Callable[[str], None], path: str) -> None:
    with contextlib.suppress(OSError):
        remove(path)


def _to_file(text: str | bytes, file: str, *, new: bool = False) -> None:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    try:
        target = os.path.realpath(file)  # through a link, the target is replaced
        if os.path.lexists(target) and not stat.S_ISREG(os.stat(target).st_mode):  # noqa: PTH116
            what = "a folder" if os.path.isdir(target) else "not a regular file"  # noqa: PTH112
            raise CannotWrite(f"{file} is {what}; nothing was written.")
        temporary = temporary_beside(target, content)
        try:
            if new:
                _link_or_take(temporary, file)
            else:
                os.replace(temporary, target)  # noqa: PTH105
        except BaseException:
            removed(temporary)
            raise
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{file} cannot be written: {_reason(error)}.") from error


def _link_or_take(temporary: str, file: str) -> None:
    """Give a finished file its name, unless something has it: no check beforehand could be sure of that."""
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the name is taken first, by an empty file
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(temporary, file)  # noqa: PTH105
        except BaseException:
            _remove(os.unlink, file)
            raise
    else:
        os.unlink(temporary)  # noqa: PTH108


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")

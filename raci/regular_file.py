"""The bytes of a file that somebody named: only regular files, of a limited size, waiting for nothing."""

from __future__ import annotations

import errno
import os
import stat

from raci.errors import UnusableFile

MEBIBYTE = 1024 * 1024


def read_regular_file(path: str, limit: int) -> bytes:
    """Return the bytes of a regular file of at most `limit` MiB, waiting for no pipe or device.

    Raises UnusableFile with the reason where there is none, it may not be read, or it is larger.
    """
    try:
        content = _read(path, limit * MEBIBYTE + 1)
    except ValueError:
        raise UnusableFile("no file can have this name") from None
    except OSError as error:
        raise UnusableFile(reason(error)) from None
    if len(content) > limit * MEBIBYTE:
        raise UnusableFile(f"the file is larger than {limit} MiB")
    return content


def _read(path: str, most: int) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UnusableFile("this is not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as stream:
            # The system has files that call themselves regular and have nothing to read yet.
            content: bytes | None = stream.read(most)
    finally:
        os.close(handle)
    if content is None:
        raise UnusableFile("this is not a regular file")
    return content


def reason(error: OSError) -> str:
    """Return in words why the system refused a file."""
    return _REASONS.get(error.errno or 0, error.strerror or "the file cannot be read")


_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EACCES: "the file may not be read",
    errno.EPERM: "the file may not be read",
    errno.EISDIR: "this is a folder",
    errno.ENXIO: "this is not a regular file",
    errno.ELOOP: "this is a link that leads back to itself",
    errno.ENAMETOOLONG: "no file can have a name that long",
}

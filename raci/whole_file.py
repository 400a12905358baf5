"""Files written whole: beside the place where they go, and then there by one rename."""

from __future__ import annotations

import contextlib
import os
import stat


def temporary_beside(target: str, content: bytes) -> str:
    """Return the name of a new file in the folder of `target`, with its permissions and `content`.

    Raises OSError; then nothing is left there.
    """
    import tempfile  # noqa: PLC0415 - most answers go to standard output

    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".raci-")  # noqa: PTH120
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, _mode(target))  # noqa: PTH101
    except BaseException:
        removed(temporary)
        raise
    return temporary


def removed(path: str) -> None:
    """Remove a file, if it is there."""
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108


def _mode(target: str) -> int:
    """Return the permissions of the file that is replaced, or those of a new one."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(target).st_mode)  # noqa: PTH116
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""raci as a process, with the limits that the promises name."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promises import Ran

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMAND = [sys.executable, "-m", "raci"]
KITCHEN = "version: 1\nroles: {cook: {name: Cook, deliverables: [{name: Plan}]}}\n"
SECONDS, MEBIBYTES = 20, 700


def environment(**changes: str | None) -> dict[str, str]:
    """Return the surroundings of a process, with changes; None takes a name out."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("RACI_", "COV_"))}
    plain.update({name: value for name, value in changes.items() if value is not None})
    return {name: value for name, value in plain.items() if changes.get(name, "") is not None}


def process(
    arguments: Sequence[str],
    folder: Path,
    *,
    prepare: Callable[[], Any] | None = None,
    env: dict[str, str] | None = None,
    streams: Any = subprocess.PIPE,
    **streams_by_name: Any,
) -> Ran:
    """Return what a process of raci leaves; `prepare` runs in it before raci does."""
    given = {"stdin": subprocess.DEVNULL, "stdout": streams, "stderr": streams, **streams_by_name}
    ran = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=env or environment(),
        preexec_fn=prepare,
        timeout=60,
        check=False,
        **given,
    )
    return Ran(
        ran.returncode,
        (ran.stdout or b"").decode("utf-8", "replace"),
        (ran.stderr or b"").decode("utf-8", "replace"),
    )


@dataclass(frozen=True)
class Measured:
    """What a process left and took: seconds of a processor, and the most mebibytes at once."""

    code: int
    seconds: float
    mebibytes: float
    out: int
    err: bytes


def measured(arguments: Sequence[str], folder: Path, seconds: int = SECONDS) -> Measured:
    """Return what a process of raci takes; one that takes more than `seconds` is ended with code -9."""

    def limits() -> None:
        import resource  # noqa: PLC0415 - not every system has it

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (2 * MEBIBYTES << 20, 2 * MEBIBYTES << 20))

    out, err = folder / ".out", folder / ".err"
    with out.open("wb") as to_out, err.open("wb") as to_err:
        child = subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=to_out,
            stderr=to_err,
            preexec_fn=limits,  # noqa: PLW1509 - as above
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)  # it has been waited for
    return Measured(
        child.returncode,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
        out.stat().st_size,
        err.read_bytes()[-500:],
    )


def close(*numbers: int) -> Callable[[], None]:
    """Return what closes streams before raci starts."""

    def closing() -> None:
        for number in numbers:
            with contextlib.suppress(OSError):
                os.close(number)

    return closing

"""What raci is doing, on a terminal's standard error, while somebody waits for it."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

from raci.cli.output import columns_of, is_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = (
    1.0  # seconds: up to here people do not feel that they wait (Nielsen 1993, Usability Engineering, 5.5)
)


@contextlib.contextmanager
def doing(what: str, *, quiet: bool = False) -> Iterator[None]:
    """Show `what` on standard error while the body runs, once raci has taken longer than a second.

    The line counts the seconds and is gone at the end. Nothing is shown where standard error is no
    terminal, or one that cannot go back in a line, or where `quiet` is set.
    """
    if quiet or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: threading.Event) -> None:
    begun = time.monotonic()
    shown = ""
    # What raci has worked before this counts as well: two steps of most of a second are a wait.
    waiting = max(0.0, _PATIENCE - time.process_time())
    while not done.wait(waiting):
        seconds = time.monotonic() - begun
        shown = f"{what} ... {seconds:.0f} s"[: columns_of(sys.stderr) - 1]
        _put(f"\r{shown}")
        waiting = 1.0
    if shown:
        _put(f"\r{' ' * len(shown)}\r")


def _put(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()

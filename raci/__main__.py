"""Run raci: `python -m raci` and the installed `raci` command."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> None:
    """Answer the command line's question and end the process with its exit code."""
    # A run is short and leaves no cycles worth collecting: the collector would go through all that has been
    # read, again and again, for a third of the time (docs/performance.md).
    gc.disable()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anybody else to notice
        from raci.cli.exit_code import ExitCode

        code = ExitCode.INTERRUPTED
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End at once. To take apart all that was read takes Python a tenth of the time of a run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or full, which has been told
            stream.flush()
    os._exit(code)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:  # asked before all else, and typer takes longer to load than this
        from raci.cli.version import only_version

        return only_version()
    if "_RACI_COMPLETE" in os.environ:
        from raci.cli.completion import complete

        return complete(os.environ)
    from raci.cli.app import main

    return main(arguments)


if __name__ == "__main__":
    run()

"""Run raci: `python -m raci` and the installed `raci` command."""

from __future__ import annotations

import sys

from raci.cli.app import main


def run() -> None:
    """Answer the command line's question and end with its exit code."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()

"""raci --version: the version and nothing else."""

from __future__ import annotations

from importlib.metadata import version

from raci.cli.exit_code import ExitCode
from raci.cli.output import prepare_streams, say, write
from raci.errors import RaciError


def write_version() -> None:
    """Write the version to standard output. Raises CannotWrite."""
    write(f"raci {version('raci')}\n", for_people=True)


def only_version() -> int:
    """Write the version, without what other commands need, and return the exit code; nothing is raised."""
    prepare_streams()
    try:
        write_version()
    except RaciError as error:
        say(f"raci: {error}")
        return ExitCode.NO_ANSWER
    return ExitCode.ANSWERED

"""raci help: how raci is used, or one of its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from raci.cli.completion import commands
from raci.cli.exit_code import ExitCode


def help(  # noqa: A001 - a command's function is called as the command
    command: Annotated[
        str | None,
        typer.Argument(metavar="COMMAND", help="The command to say more of.", autocompletion=commands),
    ] = None,
) -> ExitCode:
    """Say how raci is used, or one of its commands.

    raci help

    raci help lint

    It is what raci --help and raci lint --help say. Exit code 0: an answer. 2: there is no such command.
    """
    from raci.cli.app import main

    return ExitCode(main([command, "--help"] if command else ["--help"]))

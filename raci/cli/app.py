"""The commands, and the one way in and out of raci."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from raci.cli.exit_code import ExitCode
from raci.cli.output import give_up_stdout, prepare_streams, say
from raci.errors import RaciError
from raci.faults.finding import InvalidRegister
from raci.text.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}

# In the order of the help. A command's function is called as its module, with _ for -.
COMMANDS = (
    "who-owns",
    "overlaps",
    "matrix",
    "role",
    "handover",
    "health",
    "agenda",
    "graph",
    "report",
    "codeowners",
    "diff",
    "log",
    "lint",
    "settle",
    "rename",
    "alias",
    "import",
    "init",
    "schema",
    "rule",
    "help",
)


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """Return raci's app with the command that `arguments` ask for, or with all where they ask for none.

    To load the other commands would take a twentieth of an answer about the shipped data.
    """
    app = typer.Typer(
        name="raci",
        help="Resolve ownership: who owns what, from YAML files kept in git.",
        rich_markup_mode=None,  # plain help: readable in any terminal, log and encoding
        pretty_exceptions_enable=False,
        context_settings=_HELP_OPTIONS,
    )
    app.callback(invoke_without_command=True)(_without_command)
    asked = next((each for each in arguments if each != "--debug"), "")
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        function = "import_" if name == "import" else name.replace("-", "_")  # Python keeps that word
        command = getattr(import_module(f"raci.cli.{function}"), function)
        # Its first line as a whole: typer would cut it to what is left of 80 columns.
        app.command(name, short_help=(command.__doc__ or "").partition("\n")[0])(command)
    return app


def _print_version(context: typer.Context, asked: bool) -> None:  # noqa: FBT001 - the signature that typer calls
    if asked and not context.resilient_parsing:  # a shell that asks for completions wants no version
        from raci.cli.version import write_version

        write_version()
        raise typer.Exit


def _without_command(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True),
    ] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug in raci.")] = False,
) -> None:
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(ExitCode.NO_ANSWER)


def main(arguments: Sequence[str]) -> int:
    """Run raci with `arguments` and return its exit code; nothing is raised."""
    try:
        prepare_streams()
        app = app_for(arguments)
        code = app(list(arguments), prog_name="raci", standalone_mode=False, obj=tuple(arguments))
        return int(code or ExitCode.ANSWERED)
    except InvalidRegister as error:
        for finding in error.findings:
            say(one_line(finding.told))
        say(error.summary)
    except RaciError as error:
        say(f"raci: {_told(str(error), arguments)}")
    except TyperException as error:
        # typer checks values with pydantic and repeats its prefix.
        message = error.format_message().replace("Value error, ", "")
        say(f"raci: {_told(message, arguments)}\n{_where_help_is(error)}")
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except OSError as error:  # of typer, which prints help itself
        return _without_stdout(error)
    except SystemExit as error:  # of typer, to a shell that asks for completions
        return ExitCode.NO_ANSWER if error.code else ExitCode.ANSWERED
    except Exception as error:  # noqa: BLE001 - the last resort, so that no bug looks like an answer
        if "--debug" in arguments:
            import traceback

            say(traceback.format_exc())
        say(
            f"raci: this is a bug in raci ({type(error).__name__}). Please report it with the command "
            "and, if you can, the files; raci --debug ... shows where it happened."
        )
        return ExitCode.BUG
    return ExitCode.NO_ANSWER


def _without_stdout(error: OSError) -> ExitCode:
    give_up_stdout()
    if isinstance(error, BrokenPipeError):  # the reader has seen enough: not an error
        return ExitCode.ANSWERED
    say(f"raci: Standard output cannot be written: {error.strerror}.")
    return ExitCode.NO_ANSWER


def _told(message: str, arguments: Sequence[str]) -> str:
    """Return a message in which what was typed breaks no line, and does not go on without end."""
    for each in arguments:
        if "\n" in each or "\r" in each:
            message = message.replace(each, one_line(each))
    return "\n".join(
        line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …" for line in message.split("\n")
    )


_LONGEST = 1_000  # characters of a line


def _where_help_is(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "raci"
    return f"Try {command} --help."

"""The options that the answering commands share, and how a command comes by them."""

from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import typer

from raci.cli.output import STDOUT, Color
from raci.render.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from raci.cli.exit_code import ExitCode
    from raci.render.forms import Form

QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Keep notes off standard error.")]


@dataclass(frozen=True)
class DataOptions:
    """Where the data is, as far as the command line says."""

    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="PATH", help="Ownership file or folder; may be given several times."),
    ] = None
    config: Annotated[
        str | None,
        typer.Option("--config", metavar="FILE", help="Configuration file, instead of the nearest one."),
    ] = None
    quiet: QuietOption = False


@dataclass(frozen=True)
class RevisionOptions(DataOptions):
    """Where the data is, and as of when."""

    at: Annotated[
        str | None,
        typer.Option("--at", metavar="REV", help="As the files were at a commit, branch or tag of git."),
    ] = None


@dataclass(frozen=True)
class OutputOptions:
    """How and where an answer is shown."""

    format: Annotated[str | None, typer.Option("--format", "-f", help="Form of the answer.")] = "text"
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the answer to a file; - is standard output."
        ),
    ] = STDOUT
    color: Annotated[Color, typer.Option("--color", help="When to colour.")] = Color.AUTO

    @property
    def form(self) -> str:
        """Return the name of the form; empty where none was asked for and none is the command's own."""
        return "json" if self.json else self.format or ""


@dataclass(frozen=True)
class AnswerOptions(OutputOptions, RevisionOptions):
    """How and where an answer is shown, and where its data is and as of when."""


def takes(
    options: type[Any], forms: Iterable[Form[Any]] = FORMS, *, more: Iterable[str] = ()
) -> Callable[[Callable[..., ExitCode]], Callable[..., ExitCode]]:
    """Return a decorator that spreads the fields of `options` over a command's own options.

    The command's last parameter, `options`, gets them in one piece: typer itself knows no groups of
    options, and a command that repeats each of them is mostly repetition. `format` takes one of `forms`, or
    of `more` that the command makes itself.
    """
    names = (*(form.name for form in forms), *more)

    def decorate(command: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
        defaults = {field.name: field.default for field in fields(options)}
        hints = get_type_hints(options, include_extras=True)
        if "format" in hints:
            hints["format"] = Annotated[Literal[names], *hints["format"].__metadata__]
        own = inspect.signature(command, eval_str=True)
        parameters = [each for each in own.parameters.values() if each.name != "options"]
        parameters += [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[name])
            for name, default in defaults.items()
        ]

        @functools.wraps(command)
        def run(**arguments: Any) -> ExitCode:
            given = options(**{name: arguments.pop(name) for name in defaults})
            return command(**arguments, options=given)

        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return decorate

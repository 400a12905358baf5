"""The options that the answering commands share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Format(StrEnum):
    """The forms an answer comes in."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Form of the answer.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Write the answer to a file; - is standard output."),
]
DataOption = Annotated[
    list[str] | None,
    typer.Option("--data", metavar="PATH", help="Ownership file or folder; may be given several times."),
]
ConfigOption = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Configuration file, instead of the nearest one."),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to colour.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Keep notes off standard error.")]


@dataclass(frozen=True)
class OutputOptions:
    """How and where an answer is shown."""

    format: Format
    file: str = "-"
    color: Color = Color.AUTO

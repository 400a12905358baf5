"""The options that keep only some of an answer: what is of some roles, areas or kinds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from raci.cli.completion import areas, roles
from raci.text.names import in_words

RoleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="Only what this role has a part in; may be repeated.",
        autocompletion=roles,
    ),
]

AreaOption = Annotated[
    list[str] | None,
    typer.Option(
        "--area", metavar="AREA", help="Only work of this area; may be repeated.", autocompletion=areas
    ),
]


class WorkKind(StrEnum):
    """The kinds of work, for the command line."""

    RESPONSIBILITY = "responsibility"
    DELIVERABLE = "deliverable"


KindOption = Annotated[
    list[WorkKind] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Only work of this kind: {in_words(WorkKind, last='or')}; may be repeated.",
    ),
]

"""raci schema: the JSON Schema of ownership files, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.output import STDOUT, write


def schema(
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the schema to a file; - is standard output."
        ),
    ] = STDOUT,
) -> ExitCode:
    """Print the JSON Schema of ownership files.

    Editors complete and check with it.

    raci schema -o ownership/ownership.schema.json

    Name it in the first line of each ownership file beside it:

    # yaml-language-server: $schema=./ownership.schema.json
    """
    write(schema_text(), output)
    return ExitCode.ANSWERED


def schema_text() -> str:
    """Return the schema as the text of a file."""
    import json

    from raci.model.json_schema import ownership_schema

    return json.dumps(ownership_schema(), indent=2, ensure_ascii=False) + "\n"

"""raci init: ownership files to start from, and the configuration that names them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from raci.cli.exit_code import ExitCode
from raci.cli.output import say, write, write_new
from raci.cli.schema import schema_text
from raci.errors import BadConfiguration, CannotWrite
from raci.paths import path_from
from raci.text.names import in_words
from raci.text.visible import visible

_CONFIGURATION, _SCHEMA = "raci.toml", "ownership.schema.json"
_STARTERS = ("roles.yaml", "overlaps.yaml")
_MODELINE = f"# yaml-language-server: $schema=./{_SCHEMA}\n"  # tells editors where the schema is


def init(
    folder: Annotated[
        str,
        typer.Argument(metavar="FOLDER", help="The folder for the ownership files.", show_default=False),
    ] = "ownership",
    *,
    example: Annotated[
        bool, typer.Option("--example", help="Copy the model that ships with raci instead, to edit it.")
    ] = False,
) -> ExitCode:
    """Write ownership files to start from.

    They go into FOLDER, which is called ownership if you say nothing, and raci.toml here names it.

    raci init

    raci init teams/shop

    raci init --example

    Nothing is ever overwritten. Exit code 0: all is written. 2: nothing is.
    """
    folder = _checked(folder)
    texts = {**(_shipped() if example else _starters()), _SCHEMA: schema_text()}
    written = {os.path.normpath(f"{folder}/{name}"): text for name, text in texts.items()}
    written[_CONFIGURATION] = _template(_CONFIGURATION).replace('"FOLDER"', _quoted(folder))
    _refuse_what_is_there(written, folder)
    write_new(written)
    question = "pricing" if example else "release notes"
    write(
        f"Wrote {visible(in_words(written))}.\n\n"
        f"Next, ask a question and check the files:\n\n  raci who-owns {question}\n  raci lint\n",
        for_people=True,
    )
    if os.environ.get("RACI_DATA"):
        say(f"RACI_DATA is set, and goes before {_CONFIGURATION}.")
    return ExitCode.ANSWERED


def _checked(folder: str) -> str:
    if not folder.strip():
        raise CannotWrite("The folder needs a name.")
    try:
        folder.encode()
    except UnicodeEncodeError:
        raise CannotWrite(f"{folder} is not UTF-8, and {_CONFIGURATION} has to name it.") from None
    return os.path.normpath(folder)


def _starters() -> dict[str, str]:
    return {name: _MODELINE + _template(name) for name in _STARTERS}


def _shipped() -> dict[str, str]:
    from raci.loading.origin import shipped_files

    shipped = {Path(file.shown).name: file.read().decode() for file in shipped_files()}
    return {name: _MODELINE + text for name, text in shipped.items()}


def _template(name: str) -> str:
    from importlib.resources import files

    return files("raci").joinpath("templates", name).read_bytes().decode()


def _quoted(text: str) -> str:
    """Return `text` as a string of TOML: one of JSON is one, but for a character that TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _refuse_what_is_there(written: dict[str, str], folder: str) -> None:
    """Raise CannotWrite if a file is there already, or a configuration that raci uses from here."""
    from raci.config import find_configuration

    there = [file for file in written if os.path.lexists(file)]
    try:
        used = find_configuration(Path.cwd())
    except BadConfiguration:  # a link to nowhere is a file that is there, too
        if not there:
            raise
        used = None
    except FileNotFoundError:
        raise CannotWrite("The current folder has been removed.") from None
    found = [os.path.relpath(used)] if used else []
    found += [file for file in there if file not in found]
    if found:
        verb = "is" if len(found) == 1 else "are"
        way = _way_to_add(used, folder) if used is not None else ""
        raise CannotWrite(f"{in_words(found)} {verb} there already; nothing was written.{way}")


def _way_to_add(used: Path, folder: str) -> str:
    """Return a sentence on how a folder is added to a configuration, where that reads others."""
    from raci.config import read_configuration

    try:
        read = [path_from(each, str(used.parent)) for each in read_configuration(used).data]
    except BadConfiguration:
        return ""
    name = path_from(folder, str(used.parent))
    if not read or name in read:
        return ""
    data = f"data = [{', '.join(map(_quoted, (*read, name)))}]"
    return f" To have {folder} read as well, write your files there, and into {path_from(str(used))}: {data}"

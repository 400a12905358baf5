"""The configuration: .raci.toml, raci.toml or [tool.raci] in pyproject.toml, the nearest one."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from raci.errors import BadConfiguration
from raci.names import did_you_mean
from raci.search.language import DEFAULT

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = (".raci.toml", "raci.toml", "pyproject.toml")


class Settings(BaseModel):
    """What a configuration says.

    `data` are the ownership files and folders, relative to the configuration's file; `language` is
    that of the register, whose stems who-owns knows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    data: list[str] = Field(default=[], min_length=1)
    language: str = DEFAULT


def find_configuration(start: Path) -> Path | None:
    """Return the nearest configuration file from `start` up to the root of its repository.

    A pyproject.toml counts if it has a [tool.raci] table. Raises BadConfiguration for one that
    cannot be read.
    """
    for folder in (start, *start.parents):
        for name in _NAMES:
            path = folder / name
            if path.is_file() and _table(path) is not None:
                return path
        if (folder / ".git").exists():
            return None
    return None


def read_configuration(path: Path) -> Settings:
    """Return the settings in the file at `path`, with `data` as paths from the current folder.

    Raises BadConfiguration for a file that cannot be read, or holds what is not known.
    """
    table = _table(path)
    if table is None:
        raise BadConfiguration(f"{path.name}: there is no [tool.raci] table in this file")
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        raise BadConfiguration("\n".join(_reword(path.name, each) for each in error.errors())) from None
    return settings.model_copy(update={"data": [str(path.parent / each) for each in settings.data]})


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise BadConfiguration(f"{path.name}: {error.strerror or 'it cannot be read'}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadConfiguration(f"{path.name}: this is not TOML: {error}") from None
    if path.name != "pyproject.toml":
        return content
    tools = content.get("tool")
    table = tools.get("raci") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BadConfiguration(f"{path.name}: tool.raci must be a table, written as [tool.raci]")
    return table


def _reword(file: str, error: Any) -> str:
    key = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        return f'{file}: "{key}" is no setting of raci. {did_you_mean(key, Settings.model_fields)}'
    due = {"data": 'a list of files and folders, such as ["ownership/"]', "language": "text"}
    return f'{file}: "{key}" must be {due[key]}'

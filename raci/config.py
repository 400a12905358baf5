"""The configuration: .raci.toml, raci.toml or [tool.raci] in pyproject.toml, the nearest one."""

from __future__ import annotations

import os
import re
import tomllib
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PrivateAttr, ValidationError

from raci.errors import BadConfiguration, UnusableFile
from raci.language.language import DEFAULT
from raci.model.limits import Limits
from raci.paths import Patterns, path_from
from raci.regular_file import MEBIBYTE, read_regular_file
from raci.text.names import did_you_mean, slug

if TYPE_CHECKING:
    from pathlib import Path


NAMES = (".raci.toml", "raci.toml", "pyproject.toml")
_LARGEST = 1  # MiB
_DEEPEST = 32
# Python's reader of TOML takes time and memory with the square of the parts of a key.
_DEEP_KEY = re.compile(rf"""(?<![\w"'-])(?:["']?[\w-]+["']?[ \t]*\.[ \t]*){{{_DEEPEST}}}""")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


class LintSettings(BaseModel):
    """What a configuration says about lint, in [lint] or [tool.raci.lint].

    Rules are named by codes or names, unresolved; `thresholds` and `severity` are by rule. Patterns of
    `per_file_ignores` are relative to `folder`, that of the configuration; `file` is its name.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=slug, defer_build=True
    )

    select: list[str] | None = None
    ignore: list[str] = []
    extend_select: list[str] = []
    per_file_ignores: dict[str, list[str]] = {}
    severity: dict[str, Literal["error", "warning", "info"]] = {}
    thresholds: dict[str, NonNegativeInt] = {}
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    baseline: str | None = None
    _folder: str = PrivateAttr(default=".")
    _file: str = PrivateAttr(default="")

    @property
    def folder(self) -> str:
        """Return the configuration's folder, relative to the current one."""
        return self._folder

    @property
    def file(self) -> str:
        """Return the configuration's name; empty where there is none."""
        return self._file

    def of(self, path: Path, shown: str) -> LintSettings:
        """Return the settings as those of the configuration at `path`, with paths from the current folder."""
        folder = path_from(str(path.parent))
        baseline = path_from(str(path.parent / self.baseline)) if self.baseline else None
        settings = self.model_copy(update={"baseline": baseline})
        settings._folder, settings._file = folder, shown  # noqa: SLF001 - its own
        return settings


class Settings(BaseModel):
    """What a configuration says.

    `data` are the ownership files and folders, and `exclude` patterns of what is left out of folders, both
    relative to the configuration's file; `language` is that of the register, whose stems who-owns knows;
    `limits` are how much is read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    data: list[str] = Field(default=[], min_length=1)
    exclude: list[str] = []
    language: str = DEFAULT
    lint: LintSettings = LintSettings.model_construct()
    limits: Limits = Limits.model_construct()

    @property
    def excluded(self) -> Patterns:
        """Return the patterns of `exclude`, with their folder."""
        return Patterns(self.lint.folder, tuple(line.removeprefix("./") for line in self.exclude))


def find_configuration(start: Path) -> Path | None:
    """Return the nearest configuration file from `start` up to the root of its repository.

    A pyproject.toml counts if it has a [tool.raci] table. Raises BadConfiguration for one that
    cannot be read, such as a link that leads nowhere: without it another answer would be given.
    """
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if os.path.lexists(path) and _table(path) is not None:
                return path
        if (folder / ".git").exists():
            return None
    return None


def read_configuration(path: Path) -> Settings:
    """Return the settings in the file at `path`, with `data` as paths from the current folder.

    Raises BadConfiguration for a file that cannot be read, or holds what is not known.
    """
    return _settings(path, _table(path), _named(path))


def configuration_in(path: Path, content: bytes, shown: str) -> Settings | None:
    """Return the settings in a file called `shown` with this content, as if it were at `path`.

    None for a pyproject.toml without a [tool.raci] table. Raises BadConfiguration.
    """
    if len(content) > _LARGEST * MEBIBYTE:
        raise BadConfiguration(f"{shown}: the file is larger than {_LARGEST} MiB")
    table = _table_in(path, _decoded(content, shown), shown)
    return None if table is None else _settings(path, table, shown)


def _settings(path: Path, table: dict[str, Any] | None, shown: str) -> Settings:
    if table is None:
        raise BadConfiguration(f"{shown}: there is no [tool.raci] table in this file")
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        raise BadConfiguration("\n".join(_reword(shown, each) for each in error.errors())) from None
    return settings.model_copy(
        update={
            "data": [str(path.parent / each) for each in settings.data],
            "lint": settings.lint.of(path, shown),
        }
    )


def _named(path: Path) -> str:
    return path.name or str(path)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = read_regular_file(str(path), _LARGEST)
    except UnusableFile as error:
        raise BadConfiguration(f"{_named(path)}: {error}") from None
    return _table_in(path, _decoded(content, _named(path)), _named(path))


def _decoded(content: bytes, shown: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadConfiguration(f"{shown}: this is not UTF-8") from None


def _table_in(path: Path, text: str, shown: str) -> dict[str, Any] | None:
    if _DEEP_KEY.search(text):
        raise BadConfiguration(f"{shown}: a key has more than {_DEEPEST} parts")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = "".join(f":{part}" for found in _AT.finditer(str(error)) for part in found.groups())
        problem = "this is not TOML. Check the quotes, the brackets, and that each key is there once."
        raise BadConfiguration(f"{shown}{place}: {problem}") from None
    except RecursionError:
        raise BadConfiguration(f"{shown}: a value is nested too deeply") from None
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise BadConfiguration(f"{shown}: a number is too long") from None
    if path.name != "pyproject.toml":
        return content
    tools = content.get("tool")
    table = tools.get("raci") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BadConfiguration(f"{shown}: tool.raci must be a table, written as [tool.raci]")
    return table


def _reword(file: str, error: Any) -> str:
    path = [str(step) for step in error["loc"]]
    table = _TABLES.get(path[0], Settings) if len(path) > 1 else Settings
    key = ".".join(path[: 1 if table is Settings else 2])
    if error["type"] == "extra_forbidden":
        known = [field.alias or name for name, field in table.model_fields.items()]
        return f'{file}: "{key}" is no setting of raci. {did_you_mean(path[-1], known)}'
    most = error.get("ctx", {}).get("le")
    if most is not None:
        return f'{file}: "{key}" must be at most {most:,}'
    where = "".join(f' for "{step}"' for step in error["loc"][2:3] if isinstance(step, str))
    return f'{file}: "{key}"{where} must be {_DUE[key]}'


_TABLES: dict[str, type[BaseModel]] = {"lint": LintSettings, "limits": Limits}
_RULES = 'a list of rules, such as ["RACI402", "open-tension"]'
_DUE = {
    "data": 'a list of files and folders, such as ["ownership/"]',
    "exclude": 'a list of patterns, such as ["ansible/*"]',
    "language": "text",
    "lint": "a table, written as [lint]",
    "lint.select": _RULES,
    "lint.ignore": _RULES,
    "lint.extend-select": _RULES,
    "lint.per-file-ignores": f"{_RULES}, by file pattern",
    "lint.severity": '"error", "warning" or "info"',
    "lint.thresholds": "a whole number from 0 on",
    "lint.fail-on": '"error", "warning", "info" or "never"',
    "lint.baseline": "the name of a file",
    "limits": "a table, written as [limits]",
    "limits.files": "a whole number from 1 on",
    "limits.file-size": "a whole number from 1 on, of MiB",
    "limits.size": "a whole number from 1 on, of MiB",
    "limits.values": "a whole number from 1 on",
    "limits.names": "a whole number from 1 on",
}

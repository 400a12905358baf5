"""Where ownership files come from: named files, folders, and the data that ships with raci."""

from __future__ import annotations

import os
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.loading.source_file import SourceFile
from raci.model.limits import DEFAULT_LIMITS
from raci.paths import path_from
from raci.regular_file import MEBIBYTE, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from importlib.resources.abc import Traversable

    from raci.model.limits import Limits

_ENDINGS = (".yaml", ".yml")
_SHIPPED = ("overlaps.yaml", "responsibilities.yaml")


def find_files(
    paths: Iterable[str | os.PathLike[str]], limits: Limits = DEFAULT_LIMITS
) -> tuple[SourceFile, ...]:
    """Return the files at `paths`, folders searched, each file once, in the order of their names.

    A path is shown relative to the current folder. Raises UnusableFile for a path that is missing
    or a folder that holds no YAML file, and where the files are more, or larger together, than `limits` say.
    """
    found: dict[str, SourceFile] = {}
    for path in (os.fspath(each) for each in paths):
        if not os.path.lexists(path):
            raise UnusableFile(f"{_shown(path)}: there is no such file or folder")
        named = not os.path.isdir(path)  # noqa: PTH112 - a path may be no text that pathlib can hold
        for file in [path] if named else _in_folder(path):
            source = SourceFile(_shown(file), partial(read_regular_file, file, limits.file_size), named=named)
            known = found.setdefault(os.path.realpath(file), source)
            if named and not known.named:
                found[os.path.realpath(file)] = source
    _hold_to(limits, found)
    return tuple(sorted(found.values(), key=lambda source: source.shown))


def _hold_to(limits: Limits, files: Collection[str]) -> None:
    """Raise UnusableFile for more files, or more bytes of those that are small enough, than may be read."""
    help_ = "Name the folders that hold ownership files, or set `{}` under [limits] in raci.toml."
    if len(files) > limits.files:
        raise UnusableFile(
            f"there are {len(files):,} YAML files; {limits.files:,} are the most. {help_.format('files')}"
        )
    sizes = (os.stat(file).st_size for file in files if os.path.isfile(file))  # noqa: PTH113, PTH116 - as above
    size = sum(each for each in sizes if each <= limits.file_size * MEBIBYTE)
    if size > limits.size * MEBIBYTE:
        most = f"{limits.size:,} MiB are the most"
        raise UnusableFile(f"the files have {size / MEBIBYTE:,.1f} MiB; {most}. {help_.format('size')}")


def shipped_files() -> tuple[SourceFile, ...]:
    """Return the files of the model that ships with raci, shown as data/….

    Raises UnusableFile where the installation has lost them.
    """
    root = _shipped_folder()
    return tuple(SourceFile(f"data/{name}", root.joinpath(name).read_bytes) for name in _SHIPPED)


def _shipped_folder() -> Traversable:
    # The packaged copy first: beside an installed package lies site-packages, where another
    # project may own a data/ folder. In a checkout there is no packaged copy.
    packaged = files("raci").joinpath("_data")
    if packaged.joinpath(_SHIPPED[0]).is_file():
        return packaged
    checkout = Path(__file__).resolve().parents[2] / "data"
    if checkout.joinpath(_SHIPPED[0]).is_file():
        return checkout
    raise UnusableFile("raci was installed without its data files; install it again")


def _in_folder(folder: str) -> list[str]:
    found = [
        os.path.join(parent, name)  # noqa: PTH118 - as above
        for parent, name in _walk(folder)
        if name.lower().endswith(_ENDINGS)
    ]
    if not found:
        raise UnusableFile(f"{_shown(folder)}: there is no YAML file in this folder")
    return found


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield parent, name


def _refuse(error: OSError) -> None:
    raise UnusableFile(f"{_shown(error.filename)}: the folder may not be read") from error


def _shown(path: str) -> str:
    """Return a path as it is shown: relative to the current folder, with slashes."""
    if not path.strip():
        return f'"{path}"'
    return path_from(path)

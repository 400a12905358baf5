"""Where ownership files come from: named files, folders, and the data that ships with raci."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from raci.errors import UnusableFile
from raci.loading.folder import NOTHING, Folder, look_through
from raci.loading.source_file import SourceFile
from raci.model.left_out import LeftOut, first_few
from raci.model.limits import DEFAULT_LIMITS
from raci.paths import Patterns, identity, path_from
from raci.regular_file import MEBIBYTE, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
    from importlib.resources.abc import Traversable

    from raci.model.limits import Limits

_MAGIC = re.compile(r"[*?\[]")
_SHIPPED = ("overlaps.yaml", "responsibilities.yaml")


@dataclass(frozen=True)
class Found:
    """The files to read, in the order of their names, and what was left out of the folders they are in."""

    files: tuple[SourceFile, ...]
    left_out: tuple[LeftOut, ...] = ()

    def __iter__(self) -> Iterator[SourceFile]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def find_files(
    paths: Iterable[str | os.PathLike[str]], limits: Limits = DEFAULT_LIMITS, exclude: Patterns = NOTHING
) -> Found:
    """Return the files at `paths`, folders searched, each file once; a path may be a pattern of gitignore.

    What `exclude` or git leaves out is left out of folders, not where it is named. A path is shown relative
    to the current folder. Raises UnusableFile for a path that is missing, or a folder or pattern without
    a YAML file, and where the files are more, or larger together, than `limits` say.
    """
    found: dict[str, SourceFile] = {}
    first_names: dict[Hashable, str] = {}
    searched: list[Folder] = []
    for path in (os.fspath(each) for each in paths):
        named = os.path.lexists(path) and not os.path.isdir(path)  # noqa: PTH112 - pathlib may not hold it
        if not named:
            searched.append(_search(path, exclude))
        for file in [path] if named else searched[-1].files:
            source = SourceFile(_shown(file), partial(read_regular_file, file, limits.file_size), named=named)
            first = first_names.setdefault(identity(file), file)
            if named > found.setdefault(first, source).named:
                found[first] = source
    sizes = (os.stat(file).st_size for file in found if os.path.isfile(file))  # noqa: PTH113, PTH116 - as above
    hold_to(limits, len(found), sizes)
    files = tuple(sorted(found.values(), key=lambda source: source.shown))
    return Found(files, left_out_of(searched, {source.shown for source in files}))


def left_out_of(searched: Sequence[Folder], read: Container[str]) -> tuple[LeftOut, ...]:
    """Return what no folder has: a link to a folder that is searched anyway hides nothing."""
    folders = frozenset().union(*(each.folders for each in searched))
    links = [link for each in searched for link, target in each.links if target not in folders]
    others = [left for each in searched for left in each.left_out if left.name not in read]
    return tuple(dict.fromkeys((*links, *others)))


def hold_to(limits: Limits, count: int, sizes: Iterable[int]) -> None:
    """Raise UnusableFile for more files, or more bytes of those that are small enough, than may be read."""
    help_ = "Name the folders that hold ownership files, or set `{}` under [limits] in raci.toml."
    if count > limits.files:
        raise UnusableFile(
            f"there are {count:,} YAML files; {limits.files:,} are the most. {help_.format('files')}"
        )
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


def is_shipped(file: str) -> bool:
    """Return whether a file is one of those that are installed with raci."""
    package = os.path.realpath(str(files("raci")))
    return os.path.realpath(file).startswith(package + os.sep)


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


def _search(path: str, exclude: Patterns) -> Folder:
    """Return what a folder holds, or of a pattern what fits it."""
    if os.path.isdir(path):  # noqa: PTH112 - as above
        found, none = look_through(path, exclude), "there is no YAML file in this folder"
    else:
        base, pattern = parted(path) or _refuse(path)
        fits = Patterns(base, (pattern,)).say
        found, none = look_through(base, exclude), "no YAML file fits this pattern"
        found = replace(found, files=tuple(filter(fits, found.files)))
    if not found.files:
        raise none_in(_shown(path), none, found)
    return found


def none_in(shown: str, none: str, found: Folder) -> UnusableFile:
    """Return that a folder or pattern has nothing to read, with what is left out there."""
    left_out = [each.name for each in found.left_out] + [link.name for link, _ in found.links]
    beside = f" beside what is left out: {first_few(left_out)}" if left_out else ""
    return UnusableFile(f"{shown}: {none}{beside}")


def parted(
    path: str,
    is_folder: Callable[[str], bool] = os.path.isdir,
    is_there: Callable[[str], bool] = os.path.lexists,
) -> tuple[str, str] | None:
    """Return the folder that a pattern begins with, and the rest; None for what is none."""
    steps = path.replace(os.sep, "/").split("/")
    for number, step in enumerate(steps):
        base = "/".join(steps[:number]) or ("/" if number else ".")
        if _MAGIC.search(step) and is_folder(base) and not is_there(f"{base}/{step}"):
            return base, "/" + "/".join(steps[number:])
    return None


def _refuse(path: str) -> NoReturn:
    raise UnusableFile(f"{_shown(path)}: there is no such file or folder")


def _shown(path: str) -> str:
    """Return a path as it is shown: relative to the current folder, with slashes."""
    if not path.strip():
        return f'"{path}"'
    return path_from(path)

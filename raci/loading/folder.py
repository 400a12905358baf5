"""The YAML files of a folder and all below it, and what is left out there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.loading.foreign import link_as_text
from raci.loading.git_ignore import ignored_above, ignored_in
from raci.model.left_out import LeftOut
from raci.paths import Patterns, identity, path_from
from raci.regular_file import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from raci.loading.git_ignore import Ignored

_ENDINGS = (".yaml", ".yml")
_LARGEST_LINK = 4096  # bytes
NOTHING = Patterns(".", ())


@dataclass(frozen=True)
class Folder:
    """What a folder holds: paths of YAML files, what was left out, links to folders, and the folders read.

    `folders`, and where `links` lead, are told by their identity.
    """

    files: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    links: tuple[tuple[LeftOut, Hashable], ...]
    folders: frozenset[Hashable]


def look_through(folder: str, exclude: Patterns = NOTHING) -> Folder:
    """Return what a folder holds, without what git ignores or the patterns exclude.

    Patterns do not hold where the folder itself fits them, for it was named. Raises UnusableFile for a
    folder below that may not be read.
    """
    if exclude.say(folder, is_folder=True):
        exclude = NOTHING
    files: list[str] = []
    left_out: list[LeftOut] = []
    links: list[tuple[LeftOut, Hashable]] = []
    folders: set[Hashable] = set()
    for parent, below, names in _walk(folder, exclude, left_out):
        folders.add(identity(parent))
        for path in filter(_is_link, below):
            why = "is a link to a folder and was not followed"
            links.append((LeftOut(path_from(path), why), identity(path)))
        for path in names:
            if is_yaml(path):
                files.append(path)
            elif lost := _lost_link(path):
                left_out.append(lost)
    return Folder(tuple(files), tuple(left_out), tuple(links), frozenset(folders))


def _walk(
    folder: str, exclude: Patterns, left_out: list[LeftOut]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder with the paths of folders and files in it; what is not looked at is `left_out`."""
    ignored: dict[str, Ignored | None] = {folder: ignored_above(folder)}

    def is_kept(path: str, holds: Ignored | None, *, is_folder: bool) -> bool:
        excluded = bool(exclude.say(path, is_folder=is_folder))
        if not (excluded or (holds is not None and holds.has(path, is_folder=is_folder))):
            return True
        if is_folder or is_yaml(path):
            why = "is excluded" if excluded else "is ignored by git"
            left_out.append(LeftOut(path_from(path), why, harmless=True))
        return False

    for parent, folders, names in os.walk(folder, onerror=_refuse):
        holds = ignored_in(parent, {*folders, *names}, ignored.pop(parent))
        below = [f"{parent}/{name}" for name in sorted(folders) if not name.startswith(".")]
        below = [path for path in below if is_kept(path, holds, is_folder=not _is_link(path))]
        folders[:] = [os.path.basename(path) for path in below if not _is_link(path)]  # noqa: PTH119
        ignored |= {os.path.join(parent, name): holds for name in folders}  # noqa: PTH118 - as walk names it
        files = [f"{parent}/{name}" for name in sorted(names) if is_yaml(name) or "." not in name]
        yield parent, below, [path for path in files if is_kept(path, holds, is_folder=False)]


def is_yaml(path: str) -> bool:
    """Return whether a file is one of YAML, by its name."""
    return path.lower().endswith(_ENDINGS)


def _is_link(path: str) -> bool:
    is_junction = getattr(os.path, "isjunction", None)  # Windows, from Python 3.12 on
    return os.path.islink(path) or (is_junction is not None and is_junction(path))  # noqa: PTH114 - as above


def _lost_link(path: str) -> LeftOut | None:
    """Return what is to be said of a file without an ending, which may have been a link to a folder."""
    if os.path.islink(path):  # noqa: PTH114 - as above
        nowhere = not os.path.exists(path)  # noqa: PTH110 - as above
        return LeftOut(path_from(path), "is a link that leads nowhere") if nowhere else None
    try:
        if os.path.getsize(path) > _LARGEST_LINK:  # noqa: PTH202 - as above
            return None
        target = read_regular_file(path, 1).decode()
    except (UnusableFile, OSError, ValueError):
        return None
    is_one = os.path.isdir(os.path.join(os.path.dirname(path), target))  # noqa: PTH112, PTH118, PTH120
    return link_as_text(path_from(path)) if target and is_one else None


def _refuse(error: OSError) -> None:
    raise UnusableFile(f"{path_from(error.filename)}: the folder may not be read") from error

"""The files of a revision: which paths there are, what kind each is, and where links lead."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_LINK, _SUBMODULE = "120000", "160000"
_MOST_LINKS = 40  # on the way to a file, as systems have it


class Kept(NamedTuple):
    """What git keeps at a path: the mode, and the id of the object."""

    mode: str
    oid: str

    @property
    def is_link(self) -> bool:
        """Return whether it is a symbolic link."""
        return self.mode == _LINK

    @property
    def is_submodule(self) -> bool:
        """Return whether it is a commit of another repository."""
        return self.mode == _SUBMODULE


@dataclass(frozen=True)
class Tree:
    """All paths of a revision, with slashes; `links` returns where links lead, by the ids of objects."""

    kept: Mapping[str, Kept]
    links: Callable[[Iterable[Kept]], Mapping[str, bytes]] = field(repr=False)

    @staticmethod
    def parsed(listing: bytes, links: Callable[[Iterable[Kept]], Mapping[str, bytes]]) -> Tree:
        """Return the tree that `git ls-tree -rz` lists."""
        kept = {}
        for line in listing.split(b"\0")[:-1]:
            said, _, path = line.partition(b"\t")
            mode, _, oid = said.decode("ascii").split(" ")
            kept[os.fsdecode(path)] = Kept(mode, oid)
        return Tree(kept, links)

    @cached_property
    def folders(self) -> frozenset[str]:
        """All folders; the root is the empty one."""
        found = {""}
        for path in self.kept:
            folder = path.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    def below(self, folder: str) -> Iterator[str]:
        """Yield the paths in a folder and all below it, in their order."""
        start = f"{folder}/" if folder else ""
        return (path for path in self.kept if path.startswith(start))

    def submodule(self, path: str) -> str | None:
        """Return the submodule that a path is, or is in."""
        steps = path.split("/")
        above = ("/".join(steps[:count]) for count in range(1, len(steps) + 1))
        return next((each for each in above if each in self.kept and self.kept[each].is_submodule), None)

    def real(self, path: str) -> str | None:
        """Return the path of what a path leads to, through links; None where that is outside, or nowhere."""
        ahead, done, links = path.split("/")[::-1], list[str](), 0
        while ahead:
            step = ahead.pop()
            if step == ".." and not done:
                return None
            if step == "..":
                done.pop()
            elif step not in {"", "."}:
                here = "/".join((*done, step))
                if here not in self.kept or not self.kept[here].is_link:
                    done.append(step)
                    continue
                links += 1
                target = self._target(self.kept[here])
                if links > _MOST_LINKS or not target or target.startswith("/"):
                    return None
                ahead += target.split("/")[::-1]
        found = "/".join(done)
        return found if found in self.kept or found in self.folders else None

    def _target(self, link: Kept) -> str:
        if link.oid not in self._targets:
            self._targets.update(self.links([link]))
        return os.fsdecode(self._targets.get(link.oid, b""))

    @cached_property
    def _targets(self) -> dict[str, bytes]:
        return {}

"""The YAML files of a folder of a revision and all below it, and what is left out there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.loading.folder import NOTHING, Folder, is_yaml
from raci.model.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from raci.paths import Patterns
    from raci.revisions.tree import Tree


@dataclass
class Walk:
    """A walk through a folder. `named` returns what a path is called.

    `on_disk` returns where it would be if the revision were checked out: patterns are about that.
    """

    tree: Tree
    named: Callable[[str], str]
    on_disk: Callable[[str], str]
    exclude: Patterns
    files: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    links: list[tuple[LeftOut, Hashable]] = field(default_factory=list)

    def through(self, folder: str) -> Folder:
        """Return what a folder holds, as `look_through` does of one here; git ignores none of it."""
        if self.exclude.say(self.on_disk(folder), is_folder=True):
            self.exclude = NOTHING
        real = self.tree.real(folder) or ""
        entered = {real: True}
        for path in sorted(self.tree.below(real), key=_files_first):
            parent, _, name = path.rpartition("/")
            shown = _joined(folder, path.removeprefix(real))
            if self._enters(parent, shown.removesuffix(name).rstrip("/"), entered):
                self._meet(path, shown)
        folders = frozenset(path for path, is_entered in entered.items() if is_entered)
        return Folder(tuple(self.files), tuple(self.left_out), tuple(self.links), folders)

    def _enters(self, path: str, shown: str, entered: dict[str, bool]) -> bool:
        """Return whether a folder is looked at: it is neither hidden nor excluded, nor is one above it."""
        ahead = []
        while path not in entered:
            ahead.append((path, shown))
            path, shown = path.rpartition("/")[0], shown.rpartition("/")[0]
        is_entered = entered[path]
        for path, shown in reversed(ahead):
            is_hidden = path.rpartition("/")[2].startswith(".")
            is_entered = is_entered and not is_hidden and self._is_kept(shown, is_folder=True)
            entered[path] = is_entered
        return is_entered

    def _meet(self, path: str, shown: str) -> None:
        """Keep a file, or say why it is left out."""
        name, kept = path.rpartition("/")[2], self.tree.kept[path]
        if kept.is_submodule:
            if not name.startswith(".") and self._is_kept(shown, is_folder=True):
                why = "is a submodule, a repository of its own, and was not looked into"
                self.left_out.append(LeftOut(self.named(shown), why))
        elif kept.is_link:
            self._meet_link(path, shown)
        elif is_yaml(name) and self._is_kept(shown):
            self.files.append(shown)

    def _meet_link(self, path: str, shown: str) -> None:
        name, target = path.rpartition("/")[2], self.tree.real(path)
        if target in self.tree.folders:
            if not name.startswith(".") and self._is_kept(shown):
                why = "is a link to a folder and was not followed"
                self.links.append((LeftOut(self.named(shown), why), target))
        elif is_yaml(name) and self._is_kept(shown):
            self.files.append(shown)
        elif target is None and "." not in name and self._is_kept(shown):
            self.left_out.append(LeftOut(self.named(shown), "is a link that leads to nothing that git keeps"))

    def _is_kept(self, shown: str, *, is_folder: bool = False) -> bool:
        if not self.exclude.say(self.on_disk(shown), is_folder=is_folder):
            return True
        if is_folder or is_yaml(shown):
            self.left_out.append(LeftOut(self.named(shown), "is excluded", harmless=True))
        return False


def _joined(folder: str, rest: str) -> str:
    return "/".join(filter(None, (folder, rest.lstrip("/"))))


def _files_first(path: str) -> list[tuple[bool, str]]:
    """Return what puts files into the order of a walk: those of a folder before those of folders in it."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]

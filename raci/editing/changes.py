"""Changes to what a file holds, and what it holds then: what edits of its text are held to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.editing.nodes import Data, Path


@dataclass(frozen=True, slots=True)
class Replace:
    """Another value at a path."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class RenameField:
    """Another key for the field at a path."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class AddField:
    """One more field in the mapping at a path, behind the field `after` or at its end."""

    path: Path
    key: str
    value: Data
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AddItem:
    """One more item at the end of the list at a path."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """Nothing at a path any more, nor where nothing else is left."""

    path: Path


Change: TypeAlias = Replace | RenameField | AddField | AddItem | Remove


class Changes:
    """Changes to one file by the paths that they are at; all paths are those before any change."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.replaced: dict[Path, Data] = {}
        self.renamed: dict[Path, str] = {}
        self.added: defaultdict[Path, list[AddField | AddItem]] = defaultdict(list)
        self.removed: set[Path] = set()
        self._near: set[Path] = set()
        self._near_removals: defaultdict[Path, set[str | int]] = defaultdict(set)
        for change in changes:
            self._near.update(change.path[:end] for end in range(len(change.path) + 1))
            if isinstance(change, Replace):
                self.replaced[change.path] = change.value
            elif isinstance(change, RenameField):
                self.renamed[change.path] = change.key
            elif isinstance(change, Remove):
                self.removed.add(change.path)
                self._near_removals[change.path].update()
                for end, step in enumerate(change.path):
                    self._near_removals[change.path[:end]].add(step)
            else:
                self.added[change.path].append(change)

    def made_to(self, data: Data, path: Path = ()) -> Data:
        """Return the data at a path after the changes."""
        if path not in self._near:
            return data
        if path in self.replaced:
            return self.replaced[path]
        fields = [each for each in self.added.get(path, ()) if isinstance(each, AddField)]
        items = [each.value for each in self.added.get(path, ()) if isinstance(each, AddItem)]
        if isinstance(data, list) or items:
            inside = data if isinstance(data, list) else []
            below = ((each, (*path, number)) for number, each in enumerate(inside))
            return [*(self.made_to(each, at) for each, at in below if not self.goes(each, at)), *items]
        if isinstance(data, dict) or fields:
            return self._fields(data if isinstance(data, dict) else {}, path, fields)
        return data

    def _fields(self, data: dict[str, Data], path: Path, added: Iterable[AddField]) -> Data:
        made: dict[str, Data] = {}
        for key, value in data.items():
            at = (*path, key)
            if not self.goes(value, at):
                made[self.renamed.get(at, key)] = self.made_to(value, at)
            made.update((each.key, each.value) for each in added if each.after == key)
        return made | {each.key: each.value for each in added if each.after is None}

    def removes_in(self, path: Path) -> bool:
        """Return whether anything is removed at a path or below it."""
        return path in self._near_removals

    def steps_to_removals(self, path: Path) -> set[str | int]:
        """Return the steps from a path to what is removed below it."""
        return self._near_removals.get(path, set())

    def goes(self, data: Data, path: Path) -> bool:
        """Return whether nothing is left of the data at a path."""
        if path in self.removed or not self.removes_in(path):
            return path in self.removed
        if path in self.added or path in self.replaced or not isinstance(data, dict | list) or not data:
            return False
        below = data.items() if isinstance(data, dict) else enumerate(data)
        return all(self.goes(value, (*path, step)) for step, value in below)

"""The files of a register as people wrote them, and where in them entries and references stand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from raci.decisions.things import Kind
from raci.editing.editing import edits_of
from raci.editing.layout import Layout
from raci.editing.nodes import at, paths, read, value_of
from raci.errors import CannotEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.editing.changes import Change
    from raci.editing.edit import Edit
    from raci.editing.nodes import Data, Node, Path
    from raci.location import Place

_EACH, _KEYS = "*", "<keys>"
_LISTS = ("responsibilities", "deliverables")
_AGREEMENT = ("overlaps", _EACH, "agreement")
_REFERENCES: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.ROLE: (
        ("roles", _EACH, "reports_to"),
        ("roles", _EACH, "deputy"),
        *(("roles", _EACH, each, _EACH, "with", _KEYS) for each in _LISTS),
        ("overlaps", _EACH, "sides", _KEYS),
        (*_AGREEMENT, "accountable"),
        (*_AGREEMENT, "accountable", _EACH),
        (*_AGREEMENT, "others", _KEYS),
        (*_AGREEMENT, "escalation", _EACH),
    ),
    Kind.WORK: (
        ("roles", _EACH, "responsibilities", _EACH, "produces", _EACH),
        ("overlaps", _EACH, "work", _EACH),
        (*_AGREEMENT, "accountable", _KEYS),
        ("overlaps", _EACH, "same"),
    ),
    Kind.PRACTICE: ((*_AGREEMENT, "practices", _EACH),),
    Kind.OVERLAP: (),
}


class Reference(NamedTuple):
    """Where a file names something: the path of a text, or of a field whose key it is."""

    file: str
    path: Path
    written: str
    is_key: bool


class Files:
    """The texts of a register's files by their names. Raises CannotEdit for what is not plain YAML."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self._roots: dict[str, Node | None] = {}
        self._paths: dict[str, dict[int, Path]] = {}
        self._data: dict[str, Data] = {}
        self._references: dict[tuple[str, Kind], tuple[Reference, ...]] = {}

    def path(self, place: Place) -> Path:
        """Return the path of the entry at a place."""
        file = place.file
        if file not in self._paths:
            self._paths[file] = paths(self._root(file))
        found = self._paths[file].get(place.start)
        if found is None:
            raise CannotEdit(f"{place.at()} cannot be edited in place.")
        return found

    def data(self, file: str) -> Data:
        """Return what a file holds."""
        if file not in self._data:
            root = self._root(file)
            self._data[file] = None if root is None else value_of(root)
        return self._data[file]

    def edits(self, file: str, changes: Iterable[Change]) -> list[Edit]:
        """Return the edits that make changes to a file, in the order of its text."""
        root = self._root(file)
        return edits_of(Layout.of(self.texts[file], root), root, changes)

    def at(self, file: str, path: Path) -> Data:
        """Return what a file holds at a path. Raises CannotEdit where there is nothing."""
        return value_of(at(self._root(file), path))

    def is_in_brackets(self, file: str, path: Path) -> bool:
        """Return whether what a file holds at a path is written in brackets. Raises CannotEdit."""
        return at(self._root(file), path).flow

    def references(self, kind: Kind, *files: str) -> Iterator[Reference]:
        """Yield the references to everything of a kind, in some files or in all."""
        for file in files or self.texts:
            if (file, kind) not in self._references:
                found = (_found(file, self.data(file), pattern, ()) for pattern in _REFERENCES[kind])
                self._references[file, kind] = tuple(chain.from_iterable(found))
            yield from self._references[file, kind]

    def _root(self, file: str) -> Node | None:
        if file not in self._roots:
            try:
                self._roots[file] = read(self.texts[file])
            except CannotEdit as error:
                raise CannotEdit(f"{file} cannot be edited in place: {error}") from None
        return self._roots[file]


def _found(file: str, data: Data, pattern: tuple[str, ...], path: Path) -> Iterator[Reference]:
    if not pattern:
        if isinstance(data, str):
            yield Reference(file, path, " ".join(data.split()), is_key=False)
        return
    step, *rest = pattern
    if step == _KEYS:
        keys = data if isinstance(data, dict) else ()
        yield from (Reference(file, (*path, key), " ".join(key.split()), is_key=True) for key in keys)
    elif step == _EACH and isinstance(data, dict | list):
        for at, each in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _found(file, each, tuple(rest), (*path, at))
    elif isinstance(data, dict) and step in data:
        yield from _found(file, data[step], tuple(rest), (*path, step))

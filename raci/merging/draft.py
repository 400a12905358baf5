"""What comes together while a matrix is gone through: changes by file, and what is to be told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from raci.decisions.house_style import HouseStyle
from raci.editing.changes import AddItem, Remove, Replace
from raci.merging.lists import Lists
from raci.merging.merge import Merge, Said, said_new

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.decisions.files import Files
    from raci.editing.changes import Change
    from raci.editing.nodes import Data, Path
    from raci.graph.ownership import OwnershipGraph
    from raci.merging.rows import Rows
    from raci.model.register import Work
    from raci.model.scheme import Letters


class Draft:
    """The changes so far. `told` says what changes, `stay` what a matrix says and the files do not take."""

    def __init__(self, graph: OwnershipGraph, files: Files, rows: Rows, kind: str) -> None:
        self.graph, self.files, self.rows, self.kind = graph, files, rows, kind
        self.register = graph.register
        self.style = HouseStyle(graph.register, files)
        self.lists = Lists(graph.register, files, self.style, rows.new)
        self.changes: defaultdict[str, list[Change]] = defaultdict(list)
        self.claims: dict[str, frozenset[Said]] = {}
        self.areas: dict[str, str] = {}
        self.told: list[str] = []
        self.stay: list[str] = []

    def put(self, changes: Mapping[str, Sequence[Change]]) -> None:
        """Take changes by file."""
        for file, each in changes.items():
            self.changes[file] += each

    def add(
        self, work: str, meant: Mapping[str, Letters], kind: str, fields: Mapping[str, Data]
    ) -> list[str]:
        """Put work onto the lists of roles, which are returned."""
        entries = self.lists.entries(meant, kind, fields)
        self.lists.add(entries)
        self.claims[work] = frozenset(map(said_new, entries))
        return [each.role for each in entries]

    def called(self, work: Work) -> str:
        """Return what a piece of work is called, and where it stands."""
        place = work.claims[0].place if work.claims else work.unowned.place if work.unowned else None
        where = place.at() if place else None
        return f"{work.name} ({where.file}:{where.line})" if where else work.name

    def _in_place_of(self, file: str, changes: Sequence[Change]) -> list[Change]:
        """Return changes; where all of a list in brackets goes, what is new takes the place of the first."""
        removed = {each.path for each in changes if isinstance(each, Remove)}
        put: dict[Path, AddItem] = {}
        for each in changes:
            first = (*each.path, 0)
            if isinstance(each, AddItem) and first in removed and first not in put:
                there = self.files.at(file, each.path)
                all_go = isinstance(there, list) and all(
                    (*each.path, at) in removed for at in range(len(there))
                )
                if all_go and self.files.is_in_brackets(file, each.path):
                    put[first] = each
        done = {id(each) for each in put.values()}
        kept = (each for each in changes if id(each) not in done)
        return [
            Replace(each.path, put[each.path].value)
            if isinstance(each, Remove) and each.path in put
            else each
            for each in kept
        ]

    def merge(self) -> Merge:
        """Return everything together. Raises CannotEdit."""
        self.put(self.lists.changes())
        for file, changes in self.changes.items():
            self.changes[file] = list(self._in_place_of(file, changes))
        return Merge(
            {file: each for file, each in sorted(self.changes.items()) if each},
            "",
            notes=(*self.lists.told(), *self.told, *self.stay, *self.rows.notes),
            roles=frozenset(self.lists.ids.values()),
            work=frozenset(self.claims),
            strict=False,
            claims=self.claims,
            areas=self.areas,
        )

"""The text of a file, and the edits that fixes of its findings come down to."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.editing.by_hand import by_hand
from raci.editing.changes import AddField, Changes, Remove, RenameField, Replace
from raci.editing.edit import Edit, edited
from raci.editing.editing import edits_of
from raci.editing.layout import Layout
from raci.editing.nodes import paths_with_keys, read
from raci.editing.spans import spans
from raci.errors import CannotEdit
from raci.faults.fix import Add, Reword, Rewrite, TakeOut
from raci.location import Location, Marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.editing.changes import Change
    from raci.editing.nodes import Node, Path
    from raci.faults.finding import Finding
    from raci.faults.fix import Fix, Repair

_EOL = re.compile(r"\r\n|\r|\n")


class FixableText:
    """The text of a file: it is parsed when a fix needs that, and once for all of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._marks = Marks("", text)

    def edits_of(self, fix: Fix) -> list[Edit]:
        """Return the edits that one fix amounts to, in the order of the text. Raises CannotEdit."""
        if fix.is_of_characters:
            return sorted(self._rewrites(fix))
        return spans(self._layout, self._root, Changes(self._changes(fix)))

    def location(self, edit: Edit, file: str) -> Location:
        """Return where an edit stands in the file of this text."""
        return Location(file, *self._marks.position(edit.start), *self._marks.position(edit.end))

    def by_hand(self, fix: Fix, file: str) -> str:
        """Return how to make a fix by hand, on lines of their own; none where only its message says it."""
        try:
            return by_hand(file, self.text, self._changes(fix)) if not fix.is_of_characters else ""
        except CannotEdit:
            return ""

    def apart(self, fixes: Sequence[Fix]) -> list[Fix]:
        """Return the fixes that can be made at once, none touching another: those of characters first."""
        of_characters = [each for each in fixes if each.is_of_characters]
        return self._apart_in_characters(of_characters) if of_characters else self._apart_in_data(fixes)

    def fixed(self, fixes: Sequence[Fix]) -> str:
        """Return the text after fixes that are apart, all of one kind. Raises CannotEdit."""
        if fixes[0].is_of_characters:
            return edited(self.text, sorted(edit for fix in fixes for edit in self._rewrites(fix)))
        return edited(
            self.text,
            edits_of(self._layout, self._root, [each for fix in fixes for each in self._changes(fix)]),
        )

    def _apart_in_characters(self, fixes: Sequence[Fix]) -> list[Fix]:
        chosen: list[Fix] = []
        taken: list[Edit] = []
        for fix in sorted(fixes, key=self._rewrites):
            together = sorted((*taken[-1:], *self._rewrites(fix)))
            if all(one.end < other.start or one == other for one, other in pairwise(together)):
                chosen.append(fix)
                taken = [*taken[-1:], *together[len(taken[-1:]) :]]
        return chosen

    def _apart_in_data(self, fixes: Sequence[Fix]) -> list[Fix]:
        _ = self._root
        chosen: list[Fix] = []
        taken: set[Path] = set()
        for fix in fixes:
            try:
                touched = {each.path for each in self._changes(fix)}
            except CannotEdit:
                chosen.append(fix)  # it is found out when it is made
                continue
            if not any(path[:end] in taken for path in touched for end in range(len(path) + 1)):
                chosen.append(fix)
                taken |= touched
        return chosen

    def _rewrites(self, fix: Fix) -> list[Edit]:
        return [
            Edit(self._offset(each.where[1:3]), self._offset(each.where[3:]), _EOL.sub(self._eol, each.text))
            for each in fix.repairs
            if isinstance(each, Rewrite)
        ]

    def _offset(self, position: tuple[int, ...]) -> int:
        return min(self._marks.offset(position[0], position[1]), len(self.text))

    def _changes(self, fix: Fix) -> list[Change]:
        return [self._change(each) for each in fix.repairs]

    def _change(self, repair: Repair) -> Change:
        start = self._offset(repair.where[1:3])
        values, keys = self._places
        if isinstance(repair, Add):
            return AddField(self._path(values, start), repair.key, list(repair.value))
        key = keys.get(start)
        if isinstance(repair, TakeOut):
            return Remove(key or self._path(values, start))
        assert isinstance(repair, Reword)  # noqa: S101 - for the type checker
        if key is not None:
            return RenameField(key, repair.text)
        return Replace(self._path(values, start), repair.text)

    @staticmethod
    def _path(known: dict[int, Path], start: int) -> Path:
        if start not in known:
            raise CannotEdit("There is nothing at this place.")
        return known[start]

    @cached_property
    def _eol(self) -> str:
        found = _EOL.search(self.text)
        return found[0] if found else "\n"

    @cached_property
    def _root(self) -> Node | None:
        return read(self.text)

    @cached_property
    def _layout(self) -> Layout:
        return Layout.of(self.text, self._root)

    @cached_property
    def _places(self) -> tuple[dict[int, Path], dict[int, Path]]:
        return paths_with_keys(self._root)


class FixEdits:
    """What the fixes of a report's findings change in the texts of its files; each text is read once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._opened: dict[str, FixableText] = {}

    def of(self, finding: Finding) -> list[tuple[Location, str]]:
        """Return the edits that mend a finding, as places and texts; none where it cannot be mended."""
        file = finding.location.file
        if finding.fix is None or file not in self._texts:
            return []
        if file not in self._opened:
            self._opened[file] = FixableText(self._texts[file])
        text = self._opened[file]
        try:
            return [(text.location(edit, file), edit.text) for edit in text.edits_of(finding.fix)]
        except CannotEdit:
            return []

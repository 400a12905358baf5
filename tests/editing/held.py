"""What is promised of every edit, held on drawn files and changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import yaml
from raci.editing.changes import AddItem, Change, Changes, Remove, RenameField, Replace
from raci.editing.edit import edited
from raci.editing.editing import edits
from raci.editing.nodes import read, value_of
from raci.errors import CannotEdit

from registers import changes, comments, files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis import strategies as st


def after(text: str, *made: Change) -> str:
    """Return a text after changes."""
    return edited(text, edits(text, made))


def other_readers(text: str) -> object:
    """Return what another reader finds: all values as text, what is left out as an empty one."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only


def as_texts(data: object) -> object:
    """Return data as that reader gives it, without the line ends behind a text."""
    if isinstance(data, dict):
        return {key: as_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return list(map(as_texts, data))
    return str(data or "").rstrip("\n")


def hold_an_edit(data: st.DataObject) -> None:
    """Assert that what is meant is there, and all else as it was; where it cannot be made, that says why."""
    text = data.draw(files())
    root = read(text)
    before = value_of(root) if root else None
    wanted = data.draw(changes(before))
    try:
        result = after(text, *wanted)
    except CannotEdit as error:
        why = str(error)
        assert "twice in one place" in why or "item of a list" in why or _takes(wanted, why)
        return
    meant = Changes(wanted).made_to(before)
    assert (as_texts(other_readers(result)) or None) == (as_texts(meant) or None)
    assert [each for each in comments(text) if each not in comments(result)] == []
    if not any(isinstance(change, Remove | Replace) for change in wanted):
        assert (Counter(text.splitlines()) - Counter(result.splitlines())).total() <= len(wanted)
    assert ("\r\n" in result) <= ("\r\n" in text)
    if not any(isinstance(change, Remove) for change in wanted):  # behind what goes there may be blank lines
        assert result.endswith("\n") is text.endswith("\n") or "\n" not in text


def _takes(wanted: Iterable[Change], why: str) -> bool:
    """Return whether an edit is refused for a comment that it would take, and can take some."""
    return "comment" in why and not all(isinstance(each, AddItem | RenameField) for each in wanted)

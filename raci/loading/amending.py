"""The register after changes to its files, which are read again before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from raci.editing.edit import edited
from raci.editing.editing import edits
from raci.editing.writing import Rewritten
from raci.errors import CannotEdit, CannotWrite, UnusableFile
from raci.loading.load import read_files
from raci.loading.source_file import MARK, decode
from raci.regular_file import reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.editing.changes import Change
    from raci.loading.load import Loaded
    from raci.loading.source_file import SourceFile
    from raci.model.limits import Limits


@dataclass(frozen=True)
class Amended:
    """Files that are to be written, and what is read of all files when they are."""

    rewritten: tuple[Rewritten, ...]
    loaded: Loaded


def amended(
    files: Sequence[SourceFile],
    loaded: Loaded,
    changes: Mapping[str, Sequence[Change]],
    limits: Limits,
    language: str,
) -> Amended:
    """Return what changes make of files from which `loaded` was read, with its texts.

    A byte order mark stays. Raises CannotEdit where a change cannot be made in place, CannotWrite for a file
    that was changed in the meantime.
    """
    after: dict[str, bytes] = {}
    rewritten: list[Rewritten] = []
    for file in files:
        if not (wanted := changes.get(file.shown)):
            continue
        text, before = loaded.texts[file.shown], _unchanged(file, loaded.texts[file.shown])
        try:
            new = edited(text, edits(text, wanted)).encode()
        except (CannotEdit, UnicodeEncodeError) as error:
            raise CannotEdit(f"{file.shown} cannot be edited in place: {error}") from None
        after[file.shown] = MARK + new if before.startswith(MARK) else new
        if after[file.shown] != before:
            rewritten.append(Rewritten(file.shown, before, after[file.shown]))
    instead = (
        replace(each, read=partial(after.__getitem__, each.shown)) if each.shown in after else each
        for each in files
    )
    again = read_files(instead, limits, language, left_out=loaded.register.left_out, keep_texts=True)
    return Amended(tuple(rewritten), again)


def _unchanged(file: SourceFile, text: str) -> bytes:
    """Return the bytes of a file that still holds a text. Raises CannotWrite."""
    try:
        content = file.read()
    except (UnusableFile, OSError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise CannotWrite(f"{file.shown} cannot be written: {why}; no file was changed.") from error
    if decode(content, file.shown) != text:
        raise CannotWrite(
            f"{file.shown} cannot be written: somebody changed it in the meantime; no file was changed."
        )
    return content

"""Edited files are written all or none, whatever happens."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from raci import whole_file
from raci.editing import writing
from raci.editing.writing import Rewritten, write_all
from raci.errors import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path


def rewritten(folder: Path, *names: str) -> list[Rewritten]:
    """Return files that hold their names, and are to hold them in capitals."""
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [Rewritten(str(folder / name), name.encode(), name.upper().encode()) for name in names]


def held(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, all of them."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_all_are_written(tmp_path: Path) -> None:
    """With their permissions, and nothing is left beside them."""
    files = rewritten(tmp_path, "a", "b")
    (tmp_path / "a").chmod(0o640)
    write_all(files)
    assert held(tmp_path) == {"a": b"A", "b": b"B"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_file_that_was_changed_in_the_meantime_stops_all(tmp_path: Path) -> None:
    """Also those before it, which are put back."""
    files = rewritten(tmp_path, "a", "b")
    (tmp_path / "b").write_bytes(b"theirs")
    with pytest.raises(
        CannotWrite, match="b cannot be written: somebody changed it in the meantime; no file was"
    ):
        write_all(files)
    assert held(tmp_path) == {"a": b"a", "b": b"theirs"}


def test_a_file_that_grew_is_changed(tmp_path: Path) -> None:
    """What is new may stand behind what was read."""
    files = rewritten(tmp_path, "a")
    (tmp_path / "a").write_bytes(b"a and more")
    with pytest.raises(CannotWrite, match="somebody changed it"):
        write_all(files)
    assert held(tmp_path) == {"a": b"a and more"}


def test_a_read_only_file_stops_all(tmp_path: Path) -> None:
    """A rename would not ask."""
    files = rewritten(tmp_path, "a", "b")
    (tmp_path / "b").chmod(0o444)
    with pytest.raises(CannotWrite, match="b cannot be written: it is read-only"):
        write_all(files)
    assert held(tmp_path) == {"a": b"a", "b": b"b"}


def test_a_file_with_several_names_stops_all(tmp_path: Path) -> None:
    """Only one of them would have the new text, and nobody would notice; behind a link it is the same."""
    files = rewritten(tmp_path, "a", "b")
    (tmp_path / "c").hardlink_to(tmp_path / "b")
    (tmp_path / "d").symlink_to(tmp_path / "c")
    for name in ("b", "d"):
        with pytest.raises(
            CannotWrite, match=rf"{name} cannot be written: it has 2 names \(hard links\); make it a"
        ):
            write_all([files[0], Rewritten(str(tmp_path / name), b"b", b"B")])
        assert held(tmp_path) == {"a": b"a", "b": b"b", "c": b"b", "d": b"b"}
    assert (tmp_path / "b").samefile(tmp_path / "c")


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_rename_that_fails_puts_all_back(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever it is."""
    files, replaced, calls = rewritten(tmp_path, "a", "b", "c"), os.replace, []

    def replace(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        replaced(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(CannotWrite, match="No space left on device"):
        write_all(files)
    assert held(tmp_path) == {"a": b"a", "b": b"b", "c": b"c"}


def test_no_room_beside_a_file_stops_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half-written is left."""
    files, made, calls = rewritten(tmp_path, "a", "b"), whole_file.temporary_beside, []

    def temporary_beside(target: str, content: bytes) -> str:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return made(target, content)

    monkeypatch.setattr(writing, "temporary_beside", temporary_beside)
    with pytest.raises(CannotWrite, match="b cannot be written: No space left"):
        write_all(files)
    assert held(tmp_path) == {"a": b"a", "b": b"b"}


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is written."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real").write_bytes(b"a")
    (tmp_path / "a").symlink_to(folder / "real")
    write_all([Rewritten(str(tmp_path / "a"), b"a", b"A")])
    assert (tmp_path / "a").is_symlink()
    assert held(folder) == {"real": b"A"}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, or nothing at all."""
    for name, why in ((tmp_path, "not a regular file"), (tmp_path / "none", "no such file")):
        with pytest.raises(CannotWrite, match=why):
            write_all([Rewritten(str(name), b"", b"x")])

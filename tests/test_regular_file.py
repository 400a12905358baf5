"""Only regular files are read, and in words that people use it is said why another one is not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from unittest.mock import MagicMock

import pytest
from raci.errors import UnusableFile
from raci.regular_file import read_regular_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_name_that_no_file_can_have() -> None:
    """It is refused like a file that is not there."""
    with pytest.raises(UnusableFile, match="no file can have this name"):
        read_regular_file("a\0b", 1)


@pytest.mark.skipif(os.name != "posix", reason="Windows has them itself")
@pytest.mark.parametrize("name", ["nul", "con", "con.yaml", "AUX.YML", "com1.yaml"])
def test_a_name_that_windows_has_for_a_device(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whichever folder, it opens the device: nobody is waited for who may type there."""
    keyboard, terminal = os.openpty()
    monkeypatch.setattr(os, "open", lambda *_: os.dup(terminal))
    try:
        with pytest.raises(UnusableFile, match="this is not a regular file"):
            read_regular_file(str(tmp_path / name), 1)
    finally:
        os.close(keyboard)
        os.close(terminal)


def test_a_file_that_has_nothing_to_read_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system has some that call themselves regular, such as its log."""
    waiting = MagicMock()
    waiting.__enter__.return_value.read.return_value = None
    (tmp_path / "a").touch()
    monkeypatch.setattr(os, "fdopen", lambda *_, **__: waiting)
    with pytest.raises(UnusableFile, match="not a regular file"):
        read_regular_file(str(tmp_path / "a"), 1)

"""One file's bytes to its text: only regular files, of a limited size, in UTF-8."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci import regular_file
from raci.errors import UnusableFile
from raci.faults.finding import Finding
from raci.loading.source_file import SourceFile, decode
from raci.regular_file import MEBIBYTE, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Callable

BOM = b"\xef\xbb\xbf"
posix = pytest.mark.skipif(os.name != "posix", reason="no such files here")


def told(content: bytes) -> str:
    """Return what is found wrong with the bytes, as "line:column: message"."""
    finding = decode(content, "f")
    assert isinstance(finding, Finding)
    assert finding.help == "Save the file as UTF-8."
    return f"{finding.location.line}:{finding.location.column}: {finding.message}"


def refused(path: Path) -> str:
    """Return why a file is refused, as "file:line:column: message"."""
    finding = SourceFile("shown.yaml", partial(read_regular_file, str(path), 1)).text()
    assert isinstance(finding, Finding)
    return f"{finding.location}: {finding.message}"


@pytest.mark.parametrize("text", ["", "a: b\n", "a: b\r\n", "a: b\r", "é 製品 😀", "a\ufeffb"])
def test_utf_8_is_read_as_it_is(text: str) -> None:
    """Text in UTF-8 comes back unchanged, line ends included."""
    assert decode(text.encode(), "f") == text


def test_a_byte_order_mark_is_dropped_once() -> None:
    """A mark at the start is no part of the text; a second one is a character of it."""
    assert decode(BOM + b"a: b", "f") == "a: b"
    assert decode(BOM + BOM + b"a: b", "f") == "\ufeffa: b"
    assert decode(BOM, "f") == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "1:1: the byte 0xFF is not UTF-8"),
        (b"a: caf\xe9\n", "1:7: the byte 0xE9 is not UTF-8"),
        (b"a: b\nc: \xfcber\n", "2:4: the byte 0xFC is not UTF-8"),
        (b"a: b\r\nc: \xfc\r\n", "2:4: the byte 0xFC is not UTF-8"),
        (b"a: b\rc: \xfc\r", "2:4: the byte 0xFC is not UTF-8"),
        (b"a\r\n\r\n\n\r\xfc", "5:1: the byte 0xFC is not UTF-8"),
        ("製品: 😀".encode() + b"\xff", "1:6: the byte 0xFF is not UTF-8"),
        ("a: é".encode()[:-1], "1:4: the byte 0xC3 is not UTF-8"),
        (b"\xc0\x80", "1:1: the byte 0xC0 is not UTF-8"),
        (b"a: \xed\xa0\x80", "1:4: the byte 0xED is not UTF-8"),
        ("a: b".encode("utf-32-be"), None),
        ("\ufeffa: b".encode("utf-32-be"), "1:3: the byte 0xFE is not UTF-8"),
    ],
)
def test_other_encodings_are_refused_where_they_show(content: bytes, message: str | None) -> None:
    """The first byte that is not UTF-8 is named with its line and column, in characters, for all line ends."""
    if message is None:
        assert "\0" in str(decode(content, "f"))  # refused as a character that YAML does not allow
    else:
        assert told(content) == message


@pytest.mark.parametrize(
    ("text", "place"), [("ab", "1:3"), ("a: b\nc: ", "2:4"), ("日a", "1:3"), ("a\n日本", "2:3")]
)
def test_a_wrong_byte_is_found_behind_a_byte_order_mark(text: str, place: str) -> None:
    """A byte order mark shifts neither the byte nor its place."""
    assert told(BOM + text.encode() + b"\xff") == f"{place}: the byte 0xFF is not UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_its_name(encoding: str) -> None:
    """A file that an editor saved as UTF-16 is not read as something else."""
    content = ("\ufeff" if encoding != "utf-16" else "").encode(encoding) + "a: b".encode(encoding)
    assert told(content) == "1:1: the file is written in UTF-16"


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    """The bytes of a file are its bytes, also behind a link."""
    (tmp_path / "a.yaml").write_bytes(b"a: b\r\n\0")
    assert read_regular_file(str(tmp_path / "a.yaml"), 1) == b"a: b\r\n\0"
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    assert read_regular_file(str(tmp_path / "link.yaml"), 1) == b"a: b\r\n\0"


def missing(folder: Path) -> Path:
    """Return the path of a file that is not there."""
    return folder / "missing.yaml"


def dangling(folder: Path) -> Path:
    """Return a link to nothing."""
    link = folder / "link.yaml"
    link.symlink_to("nothing.yaml")
    return link


def pipe(folder: Path) -> Path:
    """Return a pipe that nobody writes to."""
    os.mkfifo(folder / "pipe.yaml")
    return folder / "pipe.yaml"


def linked_pipe(folder: Path) -> Path:
    """Return a link to a pipe."""
    link = folder / "link.yaml"
    link.symlink_to(pipe(folder))
    return link


def null(_: Path) -> Path:
    """Return a device that is always empty."""
    return Path("/dev/null")


def zero(_: Path) -> Path:
    """Return a device that never ends."""
    return Path("/dev/zero")


def subfolder(folder: Path) -> Path:
    """Return a folder."""
    (folder / "folder.yaml").mkdir()
    return folder / "folder.yaml"


def too_large(folder: Path) -> Path:
    """Return a file of one byte more than the limit."""
    path = folder / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(MEBIBYTE + 1)
    return path


@posix
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (missing, "there is no such file or folder"),
        (dangling, "there is no such file or folder"),
        (pipe, "this is not a regular file"),
        (linked_pipe, "this is not a regular file"),
        (null, "this is not a regular file"),
        (zero, "this is not a regular file"),
        (subfolder, "this is not a regular file"),
        (too_large, "the file is larger than 1 MiB"),
    ],
)
def test_what_is_no_readable_file_is_one_message(
    make: Callable[[Path], Path], why: str, tmp_path: Path
) -> None:
    """Whatever cannot be read says why, and nothing is waited for."""
    assert refused(make(tmp_path)) == f"shown.yaml:1:1: {why}"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_one_message(tmp_path: Path) -> None:
    """A file that may not be read says so."""
    path = tmp_path / "secret.yaml"
    path.touch(mode=0)
    assert refused(path) == "shown.yaml:1:1: the file may not be read"


@posix
def test_links_in_a_circle_are_one_message(tmp_path: Path) -> None:
    """A link to itself is told as one, and followed no further."""
    path = tmp_path / "loop.yaml"
    path.symlink_to("loop.yaml")
    assert refused(path) == "shown.yaml:1:1: this is a link that leads back to itself"


def test_a_refusal_of_the_system_without_words_is_one_message() -> None:
    """An error that gives no reason still says what could not be done."""

    def fail() -> bytes:
        raise OSError

    finding = SourceFile("a.yaml", fail).text()
    assert isinstance(finding, Finding)
    assert (finding.name, finding.message) == ("unreadable", "the file cannot be read")


def test_a_file_as_large_as_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is allowed, one byte more is not."""
    monkeypatch.setattr(regular_file, "MEBIBYTE", 1024)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * 1024)
    assert len(read_regular_file(str(path), 1)) == 1024
    path.write_bytes(b"#" * 1025)
    with pytest.raises(UnusableFile):
        read_regular_file(str(path), 1)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files cannot be counted here")
def test_no_file_stays_open(tmp_path: Path) -> None:
    """What was opened is closed again, also where it turns out to be a folder."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    (tmp_path / "a.yaml").touch()
    for path in (tmp_path, tmp_path / "a.yaml", Path("/dev/null")):
        SourceFile("a.yaml", partial(read_regular_file, str(path), 1)).text()
    assert len(list(Path("/proc/self/fd").iterdir())) == before

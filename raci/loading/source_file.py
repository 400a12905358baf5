"""One file's bytes to its text, in UTF-8."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.faults.of_files import ENCODING, UNREADABLE
from raci.loading.text_places import span_of_character
from raci.location import NOWHERE, Location
from raci.regular_file import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from raci.faults.finding import Finding

MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors put before UTF-8."""


@dataclass(frozen=True)
class SourceFile:
    """A file to read: the name it is shown by, and how to get its bytes.

    `read` raises UnusableFile or OSError. What has one `content` and name need not be read twice.
    """

    shown: str
    read: Callable[[], bytes]
    named: bool = True
    content: str | None = None

    def text(self) -> str | Finding:
        """Return the file's text, or the finding that says why and where it cannot be read."""
        try:
            return decode(self.read(), self.shown)
        except UnusableFile as error:
            return self._unreadable(str(error))
        except OSError as error:
            return self._unreadable(reason(error))

    def _unreadable(self, why: str) -> Finding:
        return UNREADABLE.at(Location(self.shown, *NOWHERE), UNREADABLE.name, why)


def decode(content: bytes, shown: str) -> str | Finding:
    """Return the text of UTF-8 bytes, a leading byte order mark dropped, or the finding why not."""
    if content.startswith(b"\xff\xfe\0\0"):
        return _not_utf8(shown, "", "the file is written in UTF-32")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _not_utf8(shown, "", "the file is written in UTF-16")
    try:
        return content.removeprefix(MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        content = content.removeprefix(MARK)
        before = content[: error.start].decode("utf-8")
        return _not_utf8(shown, before, f"the byte 0x{content[error.start]:02X} is not UTF-8")


def _not_utf8(shown: str, before: str, message: str) -> Finding:
    where = Location(shown, *span_of_character(before, len(before)))
    return ENCODING.at(where, ENCODING.name, message, "Save the file as UTF-8.")

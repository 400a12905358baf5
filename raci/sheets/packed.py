"""Files that are zip archives inside: looked at before any library unpacks them."""

from __future__ import annotations

import io
import re
import zipfile

from raci.errors import UnusableFile
from raci.regular_file import MEBIBYTE
from raci.sheets.table import MOST_CELLS, MOST_UNPACKED

_MERGED = re.compile(rb"mergeCell\b[^>]*?\bref\s*=\s*[\"']([^\"']*)")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|table-cell)[\s>/]")
_REPEATED = re.compile(
    rb"<table:table-(row|cell)\b[^>]*number-(?:rows|columns)-repeated=[\"'](\d+)[^>]*[^/]>"
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MOST_REPEATED = 1_000
_RANGE = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_MOST_PARTS = 5_000


def refuse_bombs(content: bytes) -> bool:
    """Return whether any cell has a formula. Raises UnusableFile for what would not fit into memory.

    The parts are unpacked as far as the limit, for what an archive says of their size may be a lie.
    """
    left, cells, formulas = MOST_UNPACKED * MEBIBYTE, 0, False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse(len(parts) > _MOST_PARTS, f"it has more than {_MOST_PARTS:,} parts")
            for part in parts:
                with archive.open(part) as stream:
                    unpacked = stream.read(left + 1)
                left -= len(unpacked)
                _refuse(left < 0, f"it holds more than {MOST_UNPACKED} MiB when unpacked")
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(unpacked)
                    _refuse_repeated(unpacked)
                    cells += len(_CELL.findall(unpacked)) + sum(map(_area, _MERGED.findall(unpacked)))
                    formulas = formulas or _FORMULA.search(unpacked) is not None
                _refuse(cells > MOST_CELLS, f"it has more than {MOST_CELLS:,} cells")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnusableFile("it is broken, or locked with a password") from error
    except Exception as error:
        if isinstance(error, UnusableFile):
            raise
        raise UnusableFile("it is broken") from error
    return formulas


def _refuse(is_so: bool, why: str) -> None:  # noqa: FBT001
    if is_so:
        raise UnusableFile(why)


def _check_part(part: bytes) -> None:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UnusableFile("it defines entities, which no such file needs")
    if b"\0" in part[:200]:
        raise UnusableFile("its parts are not in UTF-8")


def _refuse_repeated(part: bytes) -> None:
    """Refuse rows and cells that say something, and say it thousands of times."""
    for found in _REPEATED.finditer(part):
        end = part.find(b"</table:table-" + found[1], found.end(), found.end() + 100_000)
        says = b"<text:p" in part[found.end() : end]
        _refuse(
            says and int(found[2]) > _MOST_REPEATED, f"it repeats cells more than {_MOST_REPEATED:,} times"
        )


def _area(written: bytes) -> int:
    found = _RANGE.fullmatch(written.strip())
    if not found:
        raise UnusableFile("it merges cells that there are not")
    left, top, right, bottom = found[1], int(found[2]), found[3] or found[1], int(found[4] or found[2])
    return (abs(_number(right) - _number(left)) + 1) * (abs(bottom - top) + 1)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number

"""Which YAML files of a folder are ownership files, and why the others are passed over."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from raci.faults.of_files import SEVERAL_DOCUMENTS
from raci.loading.validation import seems_ours
from raci.model.entries import FILE_KEYS
from raci.model.left_out import LeftOut

if TYPE_CHECKING:
    from raci.faults.finding import Finding
    from raci.loading.yaml_data import ReadYaml

_LISTS = {"unowned", "thesaurus"}
_SIGNS = FILE_KEYS | {"scheme"}
# What other encodings have before and between the letters of our keys.
_BETWEEN = re.compile("^[\xef\xbb\xbf\xff\xfe\ufeff\0]+|\0+")
_POINTER = re.compile(r"version https://(?:git-lfs|hawser)\.github\.com/spec/")
_LONGEST_PATH = 4096


def is_ours(data: Any) -> bool:
    """Return whether data is that of an ownership file: our version and a key, or a key with what is due.

    Neither is enough by itself: others have a `version: 1`, or a list of `roles`.
    """
    if not isinstance(data, dict):
        return False
    if data.get("version") == "1":
        return seems_ours(data, _SIGNS)
    return any(isinstance(data.get(key), list if key in _LISTS else dict) for key in FILE_KEYS)


def looks_ours(text: str) -> bool:
    """Return whether a text that cannot be read to its end has lines that begin like those of one of ours."""
    text = _BETWEEN.sub("", text)
    return bool((_VERSION.search(text) and _KEY.search(text)) or _HOLDING.search(text))


def _at_line_start(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\r)(?:{pattern})", re.MULTILINE)


_VERSION = _at_line_start(r"version\s*:\s*['\"]?1\b")
_KEY = _at_line_start(rf"(?:{'|'.join(sorted(_SIGNS))})\s*:")
_HOLDING = _at_line_start(
    rf"(?:{'|'.join(sorted(FILE_KEYS - _LISTS))})\s*:(?!(?:\s|#.*+)*+(?:-\s|\[))|(?:{'|'.join(_LISTS)})\s*:"
)


def is_pointer(text: str) -> bool:
    """Return whether a text only says where Git LFS keeps the content of the file."""
    return bool(_POINTER.match(text))


def passed_over(file: str, text: str | Finding, read: ReadYaml) -> LeftOut:
    """Return why a file that is none of ours was passed over."""
    if isinstance(text, str) and is_pointer(text):
        return LeftOut(file, "is a pointer of Git LFS: its content was not fetched", pointer=True)
    if isinstance(text, str) and _names_a_file(text, file):
        return link_as_text(file)
    if read.complete or any(each.code == SEVERAL_DOCUMENTS.code for each in read.findings):
        return LeftOut(file, "holds no ownership data", harmless=True)
    found = read.findings[-1]
    return LeftOut(f"{found.location}:", f"{found.message}; the file was passed over")


def _names_a_file(text: str, file: str) -> bool:
    """Return whether all that a file holds is the path of a YAML file, or of anything that is there."""
    path = text.strip()
    if not path or len(path) > _LONGEST_PATH or "\n" in path:
        return False
    there = os.path.join(os.path.dirname(file), path)  # noqa: PTH118, PTH120 - it may be no path at all
    return path.lower().endswith((".yaml", ".yml")) or os.path.lexists(there)


def link_as_text(file: str) -> LeftOut:
    """Return that a file was a link once."""
    return LeftOut(file, "holds only the path of another file: git could not make a link of it")

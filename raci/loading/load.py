"""Load ownership files into a register."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.faults.finding import Finding, InvalidRegister, in_order
from raci.faults.of_files import ENCODING, LIMIT
from raci.loading.joining import join
from raci.loading.origin import find_files, shipped_files
from raci.loading.validation import CheckedFile, check_file
from raci.loading.yaml_data import ReadYaml
from raci.loading.yaml_source import read_yaml
from raci.loading.yaml_wording import many_mistakes
from raci.location import place_of_file
from raci.model.entries import FILE_KEYS
from raci.model.limits import DEFAULT_LIMITS, MOST_MISTAKES
from raci.text.names import in_words

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from raci.loading.source_file import SourceFile
    from raci.location import Place
    from raci.model.limits import Limits
    from raci.model.register import Register

# A file that cannot be parsed is one of ours if a line of it begins like one of ours.
_OURS = re.compile(
    rf"(?:^|\r)(?:version\s*:\s*['\"]?1\b|(?:{'|'.join(sorted(FILE_KEYS))})\s*:)", re.MULTILINE
)

_NAMED = 3  # files of many


def load(*paths: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Register:
    """Return the register that the files and folders at `paths` make; without any, the shipped one.

    Raises UnusableFile for a path that cannot be read or holds no ownership data, or for more files than
    `limits` allow; InvalidRegister with all findings of all files where the files have problems.
    """
    return load_files(find_files(paths, limits) if paths else shipped_files(), limits)


def load_files(files: Iterable[SourceFile], limits: Limits = DEFAULT_LIMITS) -> Register:
    """Return the register that `files` make. Raises what `load` raises."""
    loaded = read_files(files, limits)
    if loaded.findings:
        raise InvalidRegister(loaded.findings)
    return loaded.register


@dataclass(frozen=True)
class Loaded:
    """What was read: the register, what is wrong with the files, and the files themselves.

    With findings the register holds what is right. `texts` are the files' texts by their names, `places`
    where their values stand; `passed_over` counts the files that are no ownership files; `unread` are those
    that could not be read to their end.
    """

    register: Register
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    places: Mapping[str, Place]
    passed_over: int
    unread: frozenset[str]

    @property
    def complete(self) -> bool:
        """Return whether every file was read to its end."""
        return not self.unread


def read_files(
    files: Iterable[SourceFile], limits: Limits = DEFAULT_LIMITS, *, keep_texts: bool = False
) -> Loaded:
    """Return the register that `files` make and what is wrong with them; `texts` only if they are to be kept.

    Raises UnusableFile where none of the files holds ownership data.
    """
    with _collector_paused():
        texts: dict[str, str] = {}
        checked: list[CheckedFile] = []
        names: list[str] = []
        left = limits.names
        for file in files:
            names.append(file.shown)
            # What was read is checked at once, and let go: the data of all files would take as much again.
            if found := _checked(file, texts if keep_texts else None, limits.values):
                left -= found.names
                checked.append(found if left >= 0 else _one_too_many(found, limits))
        if not checked:
            raise UnusableFile(_none_of(names))
        places = {each.place.file: each.place for each in checked}
        unread = frozenset(each.place.file for each in checked if each.unread != "")
        passed_over = len(names) - len(checked)
        register, findings = join(checked)
    return Loaded(register, _most_of(findings), texts, places, passed_over, unread)


def _most_of(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return as many findings of each file as are told, and that there are more: somebody is to read them."""
    if len(findings) <= MOST_MISTAKES:
        return tuple(findings)
    of_files: dict[str, list[Finding]] = {}
    for finding in in_order(findings):
        of_files.setdefault(finding.location.file, []).append(finding)
    return tuple(each for found in of_files.values() for each in _most_of_file(found))


def _most_of_file(found: list[Finding]) -> list[Finding]:
    kept, rest = found[:MOST_MISTAKES], found[MOST_MISTAKES:]
    if len(rest) < 2:  # noqa: PLR2004 - the one beyond may say that there are more
        return found
    return [*kept, many_mistakes(rest[0].location)]


def _none_of(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]}: this file holds no ownership data"
    shown = in_words([*names[:_NAMED], *([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else [])])
    return f"none of these files holds ownership data: {shown}"


def _one_too_many(found: CheckedFile, limits: Limits) -> CheckedFile:
    """Return a file without its entries, because with them the register would have too many names."""
    message = f"with this file there are more than {limits.names:,} names of entries and aliases"
    help_ = "Keep parts that have little to do with each other apart, or set `names` under [limits]."
    finding = LIMIT.at(found.place.at(), "too-large", message, help_)
    return CheckedFile(None, found.place, (*found.findings, finding), unread=None)


def _checked(file: SourceFile, texts: dict[str, str] | None, limit: int) -> CheckedFile | None:
    """Return what a file holds if it is an ownership file or was named; its text goes to `texts`."""
    text = file.text()
    read, looks_ours = _read(file, text, limit)
    if not (file.named or looks_ours):
        return None
    if texts is not None and isinstance(text, str):
        texts[file.shown] = text
    return check_file(read)


def _read(file: SourceFile, text: str | Finding, limit: int) -> tuple[ReadYaml, bool]:
    """Return what a file of at most `limit` values holds, and whether it looks like an ownership file."""
    if isinstance(text, Finding):
        ours = text.name != ENCODING.name or _looks_ours(file)
        return ReadYaml(None, place_of_file(file.shown), (text,), unread=None), ours
    read = read_yaml(text, file.shown, limit)
    if not read.complete:
        return read, bool(_OURS.search(text))
    data = read.data
    ours = isinstance(data, dict) and (not FILE_KEYS.isdisjoint(data) or data.get("version") == "1")
    return read, ours


def _looks_ours(file: SourceFile) -> bool:
    """Return whether a file that is not UTF-8 seems to hold ownership data."""
    try:
        content = file.read()
    except (UnusableFile, OSError):  # it has gone in the meantime
        return True
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    return bool(_OURS.search(content.removeprefix(b"\xef\xbb\xbf").decode(encoding, "replace")))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector: loading makes many objects and no garbage, it would double the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

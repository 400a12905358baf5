"""Load ownership files into a register."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from raci.errors import UnusableFile
from raci.faults.finding import Finding, InvalidRegister, in_order
from raci.faults.of_files import ENCODING, LIMIT
from raci.language.language import DEFAULT
from raci.loading.foreign import is_ours, looks_ours, passed_over
from raci.loading.joining import join
from raci.loading.origin import Found, find_files, shipped_files
from raci.loading.unseen import cause
from raci.loading.validation import CheckedFile, check_file
from raci.loading.yaml_data import ReadYaml
from raci.loading.yaml_source import read_yaml
from raci.loading.yaml_wording import many_mistakes
from raci.location import place_of_file
from raci.model.left_out import LeftOut, first_few, told
from raci.model.limits import DEFAULT_LIMITS, MOST_MISTAKES
from raci.text.names import fold_in

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from raci.loading.source_file import SourceFile
    from raci.location import Place
    from raci.model.limits import Limits
    from raci.model.register import Register
    from raci.model.scheme import Scheme
    from raci.text.names import Fold


def load(
    *paths: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS, language: str = DEFAULT
) -> Register:
    """Return the register that the files and folders at `paths` make; without any, the shipped one.

    `language` is the register's: names are compared as its capitals are.

    Raises UnusableFile for a path that cannot be read or holds no ownership data, or for more files than
    `limits` allow; InvalidRegister with all findings of all files where the files have problems.
    """
    found = find_files(paths, limits) if paths else Found(shipped_files())
    register = read_files(found, limits, language, left_out=found.left_out).whole()
    return replace(register, shipped=not paths)


def load_files(
    files: Iterable[SourceFile], limits: Limits = DEFAULT_LIMITS, language: str = DEFAULT
) -> Register:
    """Return the register that `files` make. Raises what `load` raises."""
    return read_files(files, limits, language).whole()


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

    def whole(self) -> Register:
        """Return the register. Raises InvalidRegister with all findings where the files have problems."""
        if self.findings:
            raise InvalidRegister(self.findings)
        return self.register


def nothing(scheme: Scheme | None = None) -> Register:
    """Return the register of no files, with the scheme of one that it is held against."""
    register, _ = join([], fold_in(DEFAULT))
    return replace(register, scheme=scheme or register.scheme)


class Known:
    """What the files hold that were read last: those of the next revision are nearly all the same."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, str | None], CheckedFile | LeftOut] = {}
        self._now = dict(self._before)

    def go_on(self) -> Known:
        """Forget what was not read the last time: other files are to be read now. Return the same."""
        self._before, self._now = self._now, {}
        return self

    def found(
        self, file: SourceFile, read: Callable[[SourceFile], CheckedFile | LeftOut]
    ) -> CheckedFile | LeftOut:
        """Return what a file holds, read only if that is not known."""
        key = file.shown, file.content
        found = self._before.get(key) if file.content else None
        self._now[key] = found = read(file) if found is None else found
        return found


def read_files(  # noqa: PLR0913 - what a register is made of, and what is known of it
    files: Iterable[SourceFile],
    limits: Limits = DEFAULT_LIMITS,
    language: str = DEFAULT,
    *,
    left_out: Iterable[LeftOut] = (),
    keep_texts: bool = False,
    known: Known | None = None,
) -> Loaded:
    """Return the register that `files` make and what is wrong with them; `texts` only if they are to be kept.

    The register lists what was `left_out` before, and the files that are passed over. What is `known` of the
    files is not read again.

    Raises UnusableFile where none of the files holds ownership data.
    """
    fold = fold_in(language)
    with _collector_paused():
        texts: dict[str, str] = {}
        checked: list[CheckedFile] = []
        foreign: list[LeftOut] = []
        left = limits.names
        known = (known or Known()).go_on()
        # What was read is checked at once, and let go: the data of all files would take as much again.
        read = partial(_checked, texts=texts if keep_texts else None, limit=limits.values, fold=fold)
        for file in files:
            found = known.found(file, read)
            if isinstance(found, LeftOut):
                foreign.append(found)
            else:
                left -= found.names
                checked.append(found if left >= 0 else _one_too_many(found, limits))
        if not checked:
            raise UnusableFile(_none_of(foreign, (*left_out, *foreign)))
        places = {each.place.file: each.place for each in checked}
        unread = frozenset(each.place.file for each in checked if each.unread != "")
        register, findings = join(checked, fold)
    register = replace(register, left_out=(*left_out, *foreign))
    return Loaded(register, _most_of(findings), texts, places, len(foreign), unread)


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


def _none_of(files: Sequence[LeftOut], left_out: Sequence[LeftOut]) -> str:
    names = [each.name.removesuffix(":") for each in files]
    one = f"{''.join(names)}: this file holds no ownership data"
    first = one if len(names) == 1 else f"none of these files holds ownership data: {first_few(names)}"
    return "\n".join((first, *told(left_out)))


def _one_too_many(found: CheckedFile, limits: Limits) -> CheckedFile:
    """Return a file without its entries, because with them the register would have too many names."""
    message = f"with this file there are more than {limits.names:,} names of entries and aliases"
    help_ = "Keep parts that have little to do with each other apart, or set `names` under [limits]."
    finding = LIMIT.at(found.place.at(), "too-large", message, help_)
    return CheckedFile(None, found.place, (*found.findings, finding), unread=None)


def _checked(file: SourceFile, texts: dict[str, str] | None, limit: int, fold: Fold) -> CheckedFile | LeftOut:
    """Return what a file holds if it is an ownership file or was named; its text goes to `texts`."""
    text = file.text()
    read, ours = _read(file, text, limit)
    if not (file.named or ours):
        return passed_over(file.shown, text, read)
    if texts is not None and isinstance(text, str):
        texts[file.shown] = text
    checked = check_file(read, fold)
    if checked.findings and isinstance(text, str) and (unseen := cause(text, checked.findings)):
        return CheckedFile(None, read.place, (unseen,), unread=text)
    return checked


def _read(file: SourceFile, text: str | Finding, limit: int) -> tuple[ReadYaml, bool]:
    """Return what a file of at most `limit` values holds, and whether it looks like an ownership file."""
    if isinstance(text, Finding):
        ours = text.name != ENCODING.name or _looks_ours(file)
        return ReadYaml(None, place_of_file(file.shown), (text,), unread=None), ours
    read = read_yaml(text, file.shown, limit)
    return read, is_ours(read.data) if read.complete else looks_ours(text)


def _looks_ours(file: SourceFile) -> bool:
    """Return whether a file that is not UTF-8 seems to hold ownership data."""
    try:
        content = file.read()
    except (UnusableFile, OSError):  # it has gone in the meantime
        return True
    return looks_ours(content.decode("latin-1"))


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

"""What references mean: an id, a name or an alias, looked up across all files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.faults.of_files import (
    AMBIGUOUS_REFERENCE,
    DUPLICATE_KEY,
    UNKNOWN_LETTER,
    UNKNOWN_PRACTICE,
    UNKNOWN_ROLE,
    UNKNOWN_WORK,
)
from raci.loading.letters import as_written, unknown_letter
from raci.loading.odd_letters import instead, meant, twin
from raci.loading.reference_fixes import letters_fix, reference_fix
from raci.model.index import Index
from raci.model.scheme import UnknownLetter
from raci.text.names import bare, did_you_mean, in_words, likeness, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.faults.finding import Finding
    from raci.location import Location, Place
    from raci.model.entries import OwnershipFile
    from raci.model.scheme import Letters, Scheme
    from raci.text.names import Fold

    Expected = tuple[Mapping[str, Letters], Mapping[str, str]]
    """Letters by role, and how an entry names the roles."""

_UNKNOWN = {"role": UNKNOWN_ROLE, "work": UNKNOWN_WORK, "practice": UNKNOWN_PRACTICE}
_WORD = re.compile(r"\w+")
_MOST_COMPARED = 200_000
_MOST_SEARCHES = 100
_NEAR = 65  # from 0 to 100: a part of a name is suggested, but not put in its place
_FEW = 5  # names that come near: all of one thing, or nobody knows which is meant


def in_words_only(text: str, fold: Fold) -> str:
    """Return folded text with single spaces around each of its words, to look whole words up in it."""
    return f" {' '.join(_WORD.findall(fold(text)))} " if text else ""


@dataclass
class References:
    """Resolves references to roles, work, practices and letters, and collects the ones that fail.

    `broken` maps where an entry stands to the fields from which something was taken out for a mistake.
    `broken_names` (folded) belong to such entries, and what the text of files that could not be read to
    their end mentions (`unread`, folded; None if not even that is known) may be defined there: neither is
    called unknown.
    """

    scheme: Scheme
    fold: Fold
    broken: dict[Location, set[str]]
    broken_names: frozenset[str]
    unread: str | None
    findings: list[Finding]
    roles: Index = field(init=False)
    work: Index = field(init=False)
    practices: Index = field(init=False)
    _letters: dict[tuple[str, ...], Letters] = field(default_factory=dict)
    _expected: dict[tuple[tuple[str, tuple[str, ...]], ...], Expected] = field(default_factory=dict)
    _compared: int = 0
    _searches: int = 0

    def __post_init__(self) -> None:
        self.roles, self.work, self.practices = (Index(noun, self.fold) for noun in _UNKNOWN)

    def found(self, read: Sequence[tuple[OwnershipFile, Place]]) -> tuple[Finding, ...]:
        """Return the findings, when all files were joined: their fixes refer to things as their files do."""
        if not any(each.fix for each in self.findings):
            return tuple(self.findings)
        from raci.loading.house_references import as_files_refer  # noqa: PLC0415 - few files have mistakes

        return tuple(as_files_refer(self.findings, read, self))

    def resolve(self, index: Index, written: str, where: Location) -> str | None:
        """Return the id that `written` refers to, or None with a finding at `where`."""
        found = index.find(written)
        if len(found) == 1:
            return found[0]
        if found:
            message = f'"{written}" may be {in_words(found, last="or")}'
            help_ = "Write the id or the full name."
            self.findings.append(AMBIGUOUS_REFERENCE.at(where, written, message, help_))
        elif not self._may_be_known(self.fold(written)):
            why, write = meant(written, index.find)
            message = f'"{written}" is no known {index.noun}{why}'
            sure = instead(written, index.find)
            help_, near = (write, "") if write else self._suggestion(index, written)
            fix = reference_fix(written, sure, near, where)
            self.findings.append(_UNKNOWN[index.noun].at(where, written, message, help_, fix=fix))
        return None

    def _may_be_known(self, folded: str) -> bool:
        if self.unread is None or folded in self.broken_names:
            return True
        # A long text is not searched for thousands of names: it may define them all.
        self._searches += bool(self.unread)
        return self._searches > _MOST_SEARCHES or in_words_only(folded, self.fold) in self.unread

    def _suggestion(self, index: Index, written: str) -> tuple[str, str]:
        """Return the help about an unknown name, and the known one that comes near, if that is one thing."""
        # Whoever has thousands of unknown names has one mistake made thousands of times.
        if self._compared > _MOST_COMPARED:
            return "", ""
        known, written = index.known(), bare(written)
        self._compared += len(known)
        if look_the_same := twin(written, known):
            return look_the_same, ""
        near = nearest(written, known, limit=_FEW)
        if not near:
            return did_you_mean(written, known), ""
        one = len({index.find(each) for each in near}) == 1 and likeness(written, near[0]) >= _NEAR
        return f'Did you mean "{near[0]}"?', near[0] if one else ""

    def letters(self, written: tuple[str, ...], place: Place, *path: str) -> Letters:
        """Return the letters that `written` means, or none with a finding at `path` in `place`."""
        known = self._letters.get(written)
        if known is not None:
            return known
        try:
            return self._letters.setdefault(written, self.scheme.parse(written))
        except UnknownLetter as error:
            text = as_written(written, error.text)
            what, help_ = unknown_letter(self.scheme, text)
            where = _part(place, path, written, text)
            message = f'"{text}" is no letter of the scheme {self.scheme.name}{what}'
            fix = letters_fix(self.scheme, written, place, path)
            self.findings.append(UNKNOWN_LETTER.at(where, text, message, help_, fix=fix))
            return ()

    def expected(self, given: Mapping[str, tuple[str, ...]], place: Place) -> Expected:
        """Return the letters that the `with` of the entry at `place` gives to roles, and how it names them.

        Entries expect much the same of the same roles: what is the same and without mistakes is kept once.
        """
        key = tuple(given.items())
        known = self._expected.get(key)
        if known is None:
            before = len(self.findings)
            written = self.resolve_keys(self.roles, given, place, "with")
            letters = {id_: self.letters(given[name], place, "with", name) for id_, name in written.items()}
            known = MappingProxyType(letters), MappingProxyType(written)
            if len(self.findings) == before and len(written) == len(given):
                self._expected[key] = known
        return known

    def resolve_keys(self, index: Index, names: Iterable[str], place: Place, *path: str) -> dict[str, str]:
        """Return the names by the ids that they refer to, for the keys of the mapping at `path`.

        Two names of one thing are a finding at the second.
        """
        found: dict[str, str] = {}
        for name in names:
            id_ = name if name in index.ids else self.resolve(index, name, place.key(*path, name))
            if id_ is not None and found.setdefault(id_, name) != name:
                message = f'"{name}" and "{found[id_]}" are the same {index.noun}'
                where = place.key(*path, name)
                self.findings.append(DUPLICATE_KEY.at(where, name, message, "Keep one of the two."))
        return dict(sorted(found.items()))


def _part(place: Place, path: tuple[str, ...], written: tuple[str, ...], text: str) -> Location:
    """Return where a part of what is written at a path stands: in a list the item, in a text the column."""
    number = next((number for number, each in enumerate(written) if text in each), 0)
    where = place.at(*path, number)
    at, width = written[number].find(text), where.end_column - where.column
    quotes = width - len(written[number])
    if at < 1 or where.line != where.end_line or quotes not in {0, 2}:
        return where
    column = where.column + at + quotes // 2
    return where._replace(column=column, end_column=column + len(text))

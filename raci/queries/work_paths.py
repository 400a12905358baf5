"""Where work lies: which files are whose, by the narrowest pattern, and where patterns of two roles meet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple

from raci.model.field_types import File, Line, Name, Record, RoleId, Text, WorkId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.location import Location, Place
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Register
    from raci.path_pattern import PathPattern


@dataclass(frozen=True)
class PathRecord(Record):
    """A pattern of files that belong to a piece of work, and where it is written."""

    pattern: Text
    """As in .gitignore, from the root of the repository."""
    work: WorkId
    role: RoleId | None
    """The role on whose list it stands; null where the work is unowned on purpose."""
    file: File
    line: Line


@dataclass(frozen=True)
class LinkRecord(Record):
    """Where work lies outside of the repository."""

    url: Text
    """Where it is found."""
    title: Name | None

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.title else self.url


class WorkPath(NamedTuple):
    """A pattern of files that belong to a piece of work; `role` is whose list it stands on, if any."""

    pattern: PathPattern
    written: str
    work: str
    role: str | None
    where: Location

    def record(self) -> PathRecord:
        """Return the record of it."""
        return PathRecord(self.written, self.work, self.role, self.where.file, self.where.line)


class Meeting(NamedTuple):
    """Two patterns for work of different roles that are the same, or have some files in common."""

    one: WorkPath
    other: WorkPath
    file: str | None
    """A file that both match; None where the patterns are the same and match none."""

    @property
    def why(self) -> str:
        """Return which patterns they are, and what they have in common, in words."""
        one, other = (
            f"{each.written} ({each.where.file}:{each.where.line})" for each in (self.one, self.other)
        )
        return f"the patterns {one} and {other} {f'both have {self.file}' if self.file else 'are the same'}"


def paths_of(register: Register, work: str) -> tuple[WorkPath, ...]:
    """Return where a piece of work lies, as its entries say, in their order."""
    listed = [each for each in _entries(register, work) if each[0].paths]
    if not listed:
        return ()
    from raci.path_pattern import PathPattern  # noqa: PLC0415 - most registers have no paths

    return tuple(
        WorkPath(PathPattern.parsed(written), written, work, role, place.at("paths", number))
        for entry, role, place in listed
        for number, written in enumerate(entry.paths)
    )


def where_it_lies(register: Register, work: str) -> dict[str, Any]:
    """Return the records of where a piece of work lies, as fields of an answer."""
    return {"paths": records(paths_of(register, work)), "links": links_of(register, work)}


def links_of(register: Register, work: str) -> tuple[LinkRecord, ...]:
    """Return where else a piece of work lies, as its entries say, each once."""
    links = (link for entry, _, _ in _entries(register, work) for link in entry.links)
    return tuple(dict.fromkeys(LinkRecord(link.url, link.title) for link in links))


def _entries(register: Register, work: str) -> Iterator[tuple[WorkEntry | UnownedEntry, str | None, Place]]:
    found = register.work[work]
    for claim in found.claims:
        yield claim.entry, claim.role, claim.place
    if found.unowned is not None:
        yield found.unowned.entry, None, found.unowned.place


@dataclass(frozen=True)
class WorkPaths:
    """All patterns of a register, and the files that git knows."""

    graph: OwnershipGraph

    @cached_property
    def narrowing(self) -> tuple[WorkPath, ...]:
        """All patterns, from broad to narrow."""
        register = self.graph.register
        found = chain.from_iterable(paths_of(register, work) for work in register.work)
        return tuple(sorted(found, key=lambda each: (each.pattern.narrowness, each.work, each.where)))

    @cached_property
    def files(self) -> tuple[str, ...] | None:
        """What git knows; None where there are no paths to hold it against, or git says nothing."""
        return self.graph.register.tracked() if self.narrowing else None

    def claiming(self, path: str) -> tuple[WorkPath, ...]:
        """Return the narrowest pattern that matches a path from the root on, for each work that has it."""
        narrowest = next((each for each in reversed(self.narrowing) if each.pattern.matches(path)), None)
        if narrowest is None:
            return ()
        return tuple(each for each in self.narrowing if each.pattern == narrowest.pattern)

    @cached_property
    def matched(self) -> Mapping[PathPattern, frozenset[str]]:
        """The files that git knows which each pattern matches."""
        files, patterns = self.files or (), {each.pattern for each in self.narrowing}
        return {each: frozenset(filter(each.matches, files)) for each in patterns}

    @property
    def claimed(self) -> frozenset[str]:
        """Return the files that git knows and any pattern matches."""
        return frozenset(chain.from_iterable(self.matched.values()))

    def meetings(self) -> Iterator[Meeting]:
        """Yield where patterns meet for work that other roles answer for, once for each two pieces of work.

        A pattern that lies within another one is no meeting: the narrower one is meant to be an exception.
        """
        told: set[frozenset[str]] = set()
        for one, other in self._together():
            both = frozenset({one.work, other.work})
            if both not in told and self._cross(one.pattern, other.pattern):
                told.add(both)
                common = self.matched[one.pattern] & self.matched[other.pattern]
                yield Meeting(one, other, min(common, default=None))

    def _together(self) -> Iterator[tuple[WorkPath, WorkPath]]:
        """Yield each two patterns of different owners that are the same, or have a file in common."""
        of: dict[PathPattern, dict[tuple[str, ...], WorkPath]] = defaultdict(dict)
        for each in self.narrowing:
            if each.role is not None:
                of[each.pattern].setdefault(self.graph.accountable(each.work), each)
        for first, *others in (each.values() for each in of.values()):
            yield from ((first, other) for other in others)
        by_file: dict[str, list[PathPattern]] = defaultdict(list)
        for pattern in of:
            for file in sorted(self.matched[pattern]):
                by_file[file].append(pattern)
        for patterns in dict.fromkeys(map(tuple, by_file.values())):
            for one, other in combinations(patterns, 2):
                for (owner, mine), (else_, theirs) in product(of[one].items(), of[other].items()):
                    if owner != else_ and mine.work != theirs.work:
                        yield mine, theirs

    def _cross(self, one: PathPattern, other: PathPattern) -> bool:
        if one == other:
            return True
        here, there = self.matched[one], self.matched[other]
        if one.covers(other) or other.covers(one) or here < there or there < here:
            return False
        return not here.isdisjoint(there)


def records(found: Iterable[WorkPath]) -> tuple[PathRecord, ...]:
    """Return the records of patterns."""
    return tuple(each.record() for each in found)

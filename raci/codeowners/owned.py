"""Which patterns have which owners on a host, from broad to narrow, and what had to be left out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from raci.codeowners.hosts import MAY_BE_NOBODYS, CannotBeSaid, Host, is_handle, written
from raci.model.standing import Status
from raci.path_pattern import PathPattern
from raci.queries.work_paths import WorkPaths
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from raci.graph.ownership import OwnershipGraph
    from raci.queries.work_paths import WorkPath


class Owned(NamedTuple):
    """A pattern as a host has it, its handles, and what it is about, by ids; none where it is nobody's."""

    pattern: PathPattern
    lines: tuple[str, ...]
    owners: tuple[str, ...]
    about: str


class Owners:
    """The patterns of a register with their owners on a host; `told` is what people have to know of them."""

    def __init__(self, graph: OwnershipGraph, host: Host, ownership_files: Mapping[str, str]) -> None:
        """Take the register, the host, and the paths of ownership files from the root on, by their names."""
        self._graph, self._host, self._paths = graph, host, WorkPaths(graph)
        self.told: list[str] = []
        self._unreachable: dict[str, None] = {}
        self.owned = (*self._of_work(), *self._of_files(ownership_files))
        self.told += self._unreachable
        if self._paths.files:
            self.told += [
                f"{self._where([each])} matches no file that git knows."
                for each in self._paths.narrowing
                if not self._paths.matched[each.pattern]
            ]

    @property
    def covered(self) -> tuple[int, int] | None:
        """Return how many files have an owner by the last pattern that matches, and how many there are.

        None where git does not say which files there are.
        """
        files = self._paths.files
        if files is None:
            return None
        having: set[str] = set()
        for each in self.owned:
            matched = {file for file in files if each.pattern.matches(file)}
            having = having | matched if each.owners else having - matched
        return len(having), len(files)

    def _of_work(self) -> Iterator[Owned]:
        by_pattern: dict[PathPattern, list[WorkPath]] = defaultdict(list)
        for each in self._paths.narrowing:
            by_pattern[each.pattern].append(each)
        for pattern, found in by_pattern.items():
            work = list(dict.fromkeys(each.work for each in found))
            roles = dict.fromkeys(role for each in work for role in self._graph.accountable(each))
            nobody = all(self._graph.status(each) is Status.UNOWNED_ON_PURPOSE for each in work)
            yield from self._owned(pattern, self._where(found), roles, ", ".join(work), nobody=nobody)

    def _of_files(self, files: Mapping[str, str]) -> Iterator[Owned]:
        roles: dict[str, list[str]] = defaultdict(list)
        for role in self._graph.register.roles.values():
            roles[role.place.at().file].append(role.id)
        for name, path in files.items():
            try:
                pattern = PathPattern.parsed("/" + re.sub(r"[\\*?\[\]]", r"\\\g<0>", path))
            except ValueError as error:
                self.told.append(f"Left out: {path}: {error}.")
                continue
            for each in self._owned(pattern, name, roles[name], "who may change this file", nobody=False):
                yield each._replace(lines=each.lines[:1])  # it is no folder

    def _owned(
        self, pattern: PathPattern, where: str, roles: Iterable[str], about: str, *, nobody: bool
    ) -> Iterator[Owned]:
        roles = tuple(roles)
        handles = tuple(dict.fromkeys(handle for role in roles for handle in self._handles(role)))
        if nobody and self._host not in MAY_BE_NOBODYS:
            self.told.append(f"Left out: {where}: {self._host} cannot say that nobody is asked.")
        elif not handles and not nobody:
            names = in_words(self._graph.register.roles[role].name for role in roles)
            why = f"{names} can be reached by no handle" if names else "nobody answers for it"
            self.told.append(f"Left out: {where}: {why}.")
        else:
            try:
                lines = written(pattern, self._host)
            except CannotBeSaid as error:
                self.told.append(f"Left out: {where}: {self._host} cannot write {error}.")
            else:
                yield Owned(pattern, lines, handles, f"{about} ({', '.join(roles) or 'nobody, on purpose'})")

    def _handles(self, role: str) -> tuple[str, ...]:
        """Return by what a role is called: its own handle, else those of its people."""
        entry, people = self._graph.register.roles[role].entry, self._graph.people(role)
        if entry.contact and is_handle(entry.contact, self._host):
            return (entry.contact,)
        found = tuple(each.contact for each in people if each.contact and is_handle(each.contact, self._host))
        if not found:
            said = [contact for contact in (entry.contact, *(each.contact for each in people)) if contact]
            quoted = in_words((f'"{each}"' for each in said), last="or")
            why = f"{quoted} is none" if said else "no contact is given"
            self._unreachable[f"{entry.name} has no handle on {self._host}: {why}."] = None
        return found

    @staticmethod
    def _where(found: Iterable[WorkPath]) -> str:
        return in_words(f"{each.written} ({each.where.file}:{each.where.line})" for each in found)

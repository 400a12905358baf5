"""Which roles and which work of a register a matrix means: by ids, names and aliases."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide
from raci.decisions.things import Kind, entries_of, index_of
from raci.importing.names import abbreviated
from raci.sheets.table import tidy
from raci.text.names import in_words
from raci.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from raci.importing.claims import Claim, Taken
    from raci.model.register import Register

_ASIDE = re.compile(r"(.+?)\s*\(([^()]+)\)")


class Matching:
    """Finds roles and work; what people see of a name in a file is compared, hidden characters shown."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._roles = index_of(register, Kind.ROLE)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._aliases: defaultdict[str, list[str]] = defaultdict(list)
        for work in register.work:
            for entry, _ in entries_of(register, work):
                self._put(self._names, entry.name, work)
                for alias in entry.aliases:
                    self._put(self._aliases, alias, work)

    def _put(self, names: defaultdict[str, list[str]], name: str, work: str) -> None:
        for each in {self._seen(name), self.register.fold(tidy(visible(name)))}:
            if work not in names[each]:
                names[each].append(work)

    def _seen(self, name: str) -> str:
        return self.register.fold(tidy(name))

    def roles(self, taken: Taken) -> dict[str, str | None]:
        """Return the ids of the roles that a table names, None for new ones.

        Raises CannotDecide where a name may be several roles, or two names are one.
        """
        found = {name: self._role(name, taken.ids.get(name, ""), own=taken.own) for name in taken.roles}
        named: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for name, id_ in found.items():
            if id_ is not None:
                named[id_].setdefault(self.register.fold(name), name)
        for id_, names in named.items():
            if len(names) > 1:
                columns = in_words(map('"{}"'.format, names.values()))
                raise CannotDecide(
                    f"{columns} are one role in the files, {id_}. "
                    "Leave out one of the columns with --ignore, or make them two roles first."
                )
        return found

    def _role(self, name: str, id_: str, *, own: bool) -> str | None:
        if id_ in self.register.roles:
            return id_
        for called in self._called(name, own=own):
            ids = self._roles.asked(called)
            if len(ids) > 1:
                raise CannotDecide(
                    f'"{name}" may be {in_words(ids, last="or")}. Write the id in the matrix instead.'
                )
            if ids:
                return ids[0]
        return None

    def _called(self, name: str, *, own: bool) -> Iterable[str]:
        """Yield what a role may be called: its name, and of one with an aside the parts that mean it."""
        yield name
        full, short = abbreviated(name)
        if short:
            yield from (full, short)
        elif own and (aside := _ASIDE.fullmatch(name)):  # an id, or who holds it
            yield from (each for each in (aside[2],) if each in self.register.roles)
            yield aside[1]

    def work(self, claim: Claim, *, taken: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the work that a row may be, none `taken` by another row: one, if it is clear."""
        if claim.id in self.register.work:
            return (claim.id,)
        name, area = self._seen(claim.name), self.register.fold(claim.area)
        found = self._names.get(name) or self._aliases.get(name) or []
        free = [each for each in found if each not in taken]
        near = [each for each in free if self.register.fold(self.register.work[each].area or "") == area]
        return tuple(near or free)

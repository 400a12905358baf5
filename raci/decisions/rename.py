"""Rename a role, work, an overlap or a practice: where it is defined, and wherever files name it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.decisions.alias import alias_added
from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.said import name_said, notes_on
from raci.decisions.taken import is_called, swap, told_taken
from raci.decisions.things import Kind, entries_of, holder, index_of, lead_of
from raci.editing.changes import AddField, AddItem, Change, Remove, RenameField, Replace
from raci.text.names import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci.decisions.files import Files
    from raci.decisions.things import Thing
    from raci.editing.nodes import Path
    from raci.graph.ownership import OwnershipGraph
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Overlap, Practice, Register, Role


@dataclass(frozen=True, slots=True)
class Renaming:
    """What gets a new name, which one, and what becomes of the old name and of the id.

    `asked` is what it was called by whoever asked: references that say so are rewritten as well.
    """

    thing: Thing
    asked: str
    name: str
    keeps_alias: bool = True
    new_id: bool = False
    of: str | None = None
    """The role whose work alone gets the name: it becomes a piece of its own."""
    options: tuple[str, ...] = ()
    """Where the files are, as commands say it that are told."""


def rename(graph: OwnershipGraph, files: Files, renaming: Renaming) -> Decision:
    """Return how a thing gets a new name, in all files.

    Raises CannotDecide where the name or the id is taken, with who has it, or no id can be made of it.
    """
    register, thing = graph.register, renaming.thing
    name = name_said(renaming.name, "The new name")
    if renaming.of is not None and _is_shared(register, thing, renaming.of):
        return split(graph, files, renaming, name)
    id_ = slug(name) if renaming.new_id else thing.id
    if not id_:
        raise CannotDecide(f'"{name}" has neither letters nor digits to make an id of.')
    if taken := holder(register, name, thing.kind, thing.id):
        raise CannotDecide(_taken(register, name, taken, renaming))
    made = _Renaming(graph, files, renaming, name, id_)
    if thing.kind is Kind.WORK:
        made.work()
    else:
        made.named_entry()
    made.references()
    changes = {file: each for file, each in sorted(made.changes.items()) if each}
    return Decision(
        changes,
        id_,
        ids={(thing.kind.value, thing.id): id_} if id_ != thing.id else {},
        notes=(*made.notes, *notes_on(name)),
    )


def _is_shared(register: Register, work: Thing, role: str) -> bool:
    """Return whether a piece of work is on other lists than a role's. Raises CannotDecide if not on that."""
    named = register.work[work.id]
    if all(claim.role != role for claim in named.claims):
        raise CannotDecide(f"{work} is not on the list of {register.roles[role].name}.")
    return named.unowned is not None or any(claim.role != role for claim in named.claims)


def split(graph: OwnershipGraph, files: Files, renaming: Renaming, name: str) -> Decision:
    """Return how what one role calls by a name becomes a piece of work with a name of its own.

    Overlaps and other roles go on to mean the rest. Raises CannotDecide where the name is taken.
    """
    register, work, role = graph.register, renaming.thing, renaming.of or ""
    if taken := holder(register, name, Kind.WORK, besides=""):
        raise CannotDecide(told_taken(register, name, taken, work.id, renaming.options))
    if not slug(name):
        raise CannotDecide(f'"{name}" has neither letters nor digits to make an id of.')
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for claim in register.work[work.id].claims:
        if claim.role == role:
            path = files.path(claim.place)
            changes[claim.place.file].append(Replace((*path, "name"), name))
            if claim.entry.id is not None:
                changes[claim.place.file].append(Remove((*path, "id")))
    index = index_of(register, Kind.WORK)
    for each in files.references(Kind.WORK):
        if each.path[:2] == ("roles", role) and index.find(each.written) == (work.id,):
            changes[each.file].append(Replace(each.path, name))
    return Decision(changes, slug(name), splits={(work.id, role): slug(name)})


def _with_entry(register: Register, thing: Thing) -> Role | Overlap | Practice:
    if thing.kind is Kind.ROLE:
        return register.roles[thing.id]
    return register.overlaps[thing.id] if thing.kind is Kind.OVERLAP else register.practices[thing.id]


def _taken(register: Register, name: str, taken: Thing, renaming: Renaming) -> str:
    thing, options = renaming.thing, renaming.options
    told = told_taken(register, name, taken, thing.id, options)
    if not is_called(register, taken, name):
        return told
    return "\n  ".join((f"{told}\nTo let the two swap their names:", *swap(register, thing, taken, options)))


@dataclass
class _Renaming:
    graph: OwnershipGraph
    files: Files
    asked: Renaming
    name: str
    id: str
    changes: defaultdict[str, list[Change]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        register, thing = self.graph.register, self.asked.thing
        self.fold, self.thing = register.fold, thing
        called = thing.name
        if thing.kind is Kind.WORK:  # a role may have a name of its own for it
            names = [entry.name for entry, _ in entries_of(register, thing.id)]
            called = next((each for each in names if self.fold(each) == self.fold(self.asked.asked)), called)
        self.called = called
        self.keeps_alias = self.asked.keeps_alias and self.fold(called) != self.fold(self.name)

    def named_entry(self) -> None:
        """Rename a role, an overlap or a practice, each of which has one entry below its id."""
        register, thing = self.graph.register, self.thing
        each = _with_entry(register, thing)
        path = self.files.path(each.place)
        changes = self.changes[each.place.file]
        if each.entry.name is None:
            changes.append(AddField(path, "name", self.name))
        elif each.entry.name != self.name:
            changes.append(Replace((*path, "name"), self.name))
        if self.id != thing.id:
            changes.append(RenameField(path, self.id))
        if thing.kind is Kind.ROLE:
            self._aliases(register.roles[thing.id].entry.aliases, path, each.place.file, lead=True)
        elif self.keeps_alias and each.entry.name is not None:
            self.notes.append(f'The old name is kept nowhere: an entry of "{path[0]}" has no aliases.')

    def work(self) -> None:
        """Rename the entries that have the name, and see that all of them stay one piece of work."""
        register, thing = self.graph.register, self.thing
        entries = entries_of(register, thing.id)
        folded = self.fold(self.called)
        renamed = [each for each in entries if self.fold(each[0].name) == folded]
        lead, _ = lead_of(self.graph, thing.id)
        first = next((each for each in renamed if each[0] is lead), renamed[0])
        has_id = any(entry.id for entry, _ in renamed)
        for entry, place in entries:
            path, changes = self.files.path(place), self.changes[place.file]
            is_renamed = any(entry is each for each, _ in renamed)
            if is_renamed and entry.name != self.name:
                changes.append(Replace((*path, "name"), self.name))
            if entry.id is not None and self.id != thing.id:
                changes.append(Replace((*path, "id"), self.id))
            elif entry is first[0] and not has_id and slug(self.name) != self.id:
                changes.append(AddField(path, "id", self.id, after="name"))
            if is_renamed:
                self._aliases(entry.aliases, path, place.file, lead=entry is first[0], entry=entry)

    def _aliases(
        self,
        there: Sequence[str],
        path: Path,
        file: str,
        *,
        lead: bool,
        entry: WorkEntry | UnownedEntry | None = None,
    ) -> None:
        """Put the old name among the aliases of an entry, and take the new one from there."""
        changes = self.changes[file]
        now_name = [at for at, each in enumerate(there) if self.fold(each) == self.fold(self.name)]
        adds = lead and self.keeps_alias and self.fold(self.called) not in map(self.fold, there)
        for at in now_name:
            if adds:
                changes.append(Replace((*path, "aliases", at), self.called))
                adds = False
            else:
                changes.append(Remove((*path, "aliases", at)))
        if adds and entry is not None:
            changes.append(alias_added(entry, path, self.called))
        elif adds:
            change = AddItem((*path, "aliases"), self.called) if there else None
            changes.append(change or AddField(path, "aliases", [self.called], after="name"))

    def references(self) -> None:
        """Rewrite what names the thing by its old name, or by its old id where it gets a new one."""
        index = index_of(self.graph.register, self.thing.kind)
        spelt = {self.fold(self.called), self.fold(self.asked.asked)}
        for each in self.files.references(self.thing.kind):
            if index.find(each.written) != (self.thing.id,):
                continue
            by_id = each.written == self.thing.id
            new = self.id if by_id else self.name if self.fold(each.written) in spelt else each.written
            if new != each.written:
                change = RenameField(each.path, new) if each.is_key else Replace(each.path, new)
                self.changes[each.file].append(change)

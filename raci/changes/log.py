"""What each commit of a history changed, and since when work is whose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.changes.changes import changes_of
from raci.changes.kinds import ChangeKind, Thing
from raci.changes.log_records import Log, LogEntry, Since
from raci.changes.sides import sides_of
from raci.model.field_types import Id
from raci.model.standing import Status
from raci.queries.mentions import mentioned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.changes.log_records import CommitRecord
    from raci.changes.records import Change
    from raci.changes.sides import Sides
    from raci.graph.ownership import OwnershipGraph

_OF_OWNERS = frozenset(
    (
        *(ChangeKind.ACCOUNTABLE_MOVED, ChangeKind.ACCOUNTABLE_LOST, ChangeKind.ACCOUNTABLE_GAINED),
        *(ChangeKind.CONTESTED, ChangeKind.SETTLED, ChangeKind.WORK_ADDED),
        *(ChangeKind.UNOWNED_DECIDED, ChangeKind.UNOWNED_WITHDRAWN),
    )
)


@dataclass(frozen=True)
class Step:
    """A commit, with the graphs before it, of which a merge has several, and the one after it.

    There is none after it where the files are `unreadable`, which says why. Of one that is `cut_off`, what
    was before is not here.
    """

    commit: CommitRecord
    before: tuple[OwnershipGraph, ...]
    after: OwnershipGraph | None
    unreadable: str | None = None
    cut_off: bool = False


@dataclass
class About:
    """What a history is asked about (`query`): what it was taken for (`names`), by ids.

    `work`, `roles` and `overlaps` map today's ids to those that the things had then, step by step.
    """

    query: str
    names: tuple[str, ...]
    work: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    overlaps: dict[str, str] = field(default_factory=dict)

    def takes(self, change: Change, sides: Sides) -> bool:
        """Return whether a change concerns it; one of an overlap does for the work that it covers."""
        ids = {state.id for state in (change.before, change.after) if state}
        work, roles = set(self.work.values()), set(self.roles.values())
        if change.thing == Thing.OVERLAP:
            overlaps = [each.register.overlaps for each in (sides.before, sides.after)]
            covered = {work for known in overlaps for id_ in ids & known.keys() for work in known[id_].work}
            if covered & work or ids.intersection(self.overlaps.values()):
                return True
        of = {Thing.WORK: work, Thing.ROLE: roles}.get(Thing(change.thing), set())
        return bool(ids & of or roles & {*change.concerns, change.role})

    def goes_back(self, sides: Sides) -> None:
        """Call things by the ids that they had before."""
        for ids, pairs in (
            (self.work, sides.work),
            (self.roles, sides.roles),
            (self.overlaps, sides.overlaps),
        ):
            before = {pair.after: pair.before for pair in pairs.pairs}
            ids.update({id_: before.get(then, then) for id_, then in ids.items()})


def log(revision: str, steps: Iterable[Step], about: About | None = None, most: int | None = None) -> Log:
    """Return the commits in which the meaning changed, at most so many, of `steps` from new to old.

    Steps are taken only as far as they are needed.
    """
    entries: list[LogEntry] = []
    since: dict[str, Since] = {}
    names: dict[str, str] = {}
    more = cut_off = False
    for step in steps:
        if step.cut_off:
            cut_off = True
            continue
        sides = [sides_of(before, step.after) for before in step.before] if step.after else []
        changes = _changes(sides, about)
        if about:
            _note_owners(since, about, step, changes)
            for each in sides[:1]:
                about.goes_back(each)
        if changes or (step.unreadable and not about):
            if len(entries) == most:
                more = True
                break
            entries.append(LogEntry(step.commit, step.unreadable, changes))
        for graph in (step.after, *step.before):
            for role in graph.register.roles.values() if graph else ():
                names.setdefault(role.id, role.name)
    roles = mentioned([*entries, *since.values()])[Id.ROLE]
    return Log(
        revision=revision,
        query=about.query if about else None,
        about=about.names if about else (),
        since=tuple(since.values()),
        entries=tuple(entries),
        more=more,
        cut_off=cut_off,
        roles={id_: names[id_] for id_ in sorted(roles & names.keys())},
    )


def _changes(sides: Sequence[Sides], about: About | None) -> tuple[Change, ...]:
    """Return what a commit changed; a merge only what it has from none of those that it joins."""
    found = [[each for each in changes_of(two) if not about or about.takes(each, two)] for two in sides]
    if not found:
        return ()
    others = [{_what(each) for each in changes} for changes in found[1:]]
    return tuple(each for each in found[0] if all(_what(each) in other for other in others))


def _what(change: Change) -> tuple[object, ...]:
    after = change.after
    return change.kind, change.thing, change.id, change.field, change.role, after and (after.id, after.value)


def _note_owners(since: dict[str, Since], about: About, step: Step, changes: Iterable[Change]) -> None:
    """Note of work that was asked about which commit gave it the accountable roles that it has."""
    owned = {
        change.after.id
        for change in changes
        if change.after and change.thing == Thing.WORK and change.kind in _OF_OWNERS
    }
    called = dict(zip(about.work, about.names, strict=False))  # of roles and overlaps there is no work
    for id_, then in about.work.items():
        if then in owned and id_ not in since and step.after:
            since[id_] = Since(
                work=id_,
                name=called[id_],
                accountable=step.after.accountable(then),
                on_purpose=step.after.status(then) is Status.UNOWNED_ON_PURPOSE,
                came=step.commit.day,
                commit=step.commit,
            )

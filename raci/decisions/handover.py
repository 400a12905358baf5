"""Hand over all that a role has to another: its list, agreements, escalations, who reports, who stands in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from raci.decisions.by_role import changes_by_role
from raci.decisions.decision import CannotDecide, Decision
from raci.decisions.handover_entries import listed, taken_up
from raci.decisions.house_style import HouseStyle
from raci.decisions.things import Kind, index_of
from raci.editing.changes import AddField, AddItem, Change, Remove, Replace
from raci.graph.ownership import OwnershipGraph
from raci.model.handed_over import handed_over
from raci.queries.handover_clashes import changed_for_others
from raci.text.names import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from raci.decisions.files import Files
    from raci.editing.nodes import Data, Path
    from raci.model.register import Agreement, Claim, Register

_LISTS = {"responsibility": "responsibilities", "deliverable": "deliverables"}


def handover(graph: OwnershipGraph, files: Files, one: str, to: str) -> Decision:
    """Return how the role `to` takes over all that `one` has, in all files; `one` stays, with nothing.

    Raises CannotDecide where another role would lose or gain letters by it, with what to settle first.
    """
    register = graph.register
    after = handed_over(register, one, to)
    if changed := [*changed_for_others(graph, OwnershipGraph(after), one, to)]:
        told = dict.fromkeys(
            f"{register.roles[role].name} on {register.work[work].name}" for work, role in changed
        )
        raise CannotDecide(
            f"By that the letters of others would change: {in_words(told)}. "
            "Agreements there speak of both roles; settle this work first."
        )
    made = _HandingOver(graph, files, after, one, to)
    made.claims()
    made.roles()
    made.overlaps()
    # What is further inside comes first: at the end of an entry that is where its own lines have to go.
    changes = {
        file: sorted(each, key=lambda change: -len(change.path))
        for file, each in sorted(made.changes.items())
        if each
    }
    return Decision(changes, to, notes=tuple(made.notes), meant=after)


@dataclass
class _HandingOver:
    graph: OwnershipGraph
    files: Files
    after: Register
    one: str
    to: str
    changes: defaultdict[str, list[Change]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = self.graph.register
        self.index = index_of(self.before, Kind.ROLE)
        self._style = HouseStyle(self.before, self.files)
        self._written: dict[tuple[str, str], str] = {}

    def claims(self) -> None:
        """Move the entries from one list to the other, and rewrite what is expected of the two."""
        coming: dict[str, list[Data]] = {}
        for claim in sorted(self.graph.all_claims(), key=lambda each: each.place.order):
            left = self.after.work[claim.work].claims
            then = next((each for each in left if each.place is claim.place), None)
            if then is claim or then == claim:
                continue
            path, file = self.files.path(claim.place), claim.place.file
            if claim.role != self.one:
                assert then is not None  # noqa: S101 - for the type checker: only the one role's entries go
                self.changes[file] += self._rewritten(claim, then, path)
                continue
            self.changes[file].append(Remove(path))
            if then is not None:
                coming.setdefault(_LISTS[claim.kind], []).append(self._moved(claim, then, path))
        self._listed(coming)

    def _moved(self, claim: Claim, then: Claim, path: Path) -> Data:
        """Return an entry as it stands on the other list, where what it expected of that role is its own."""
        entry = dict(self._at(claim.place.file, path))
        if claim.letters != then.letters:
            entry["letters"] = "".join(then.letters)
        if claim.expects and not then.expects:
            del entry["with"]
        elif claim.expects:
            kept = {claim.expects_written[role] for role in then.expects}
            entry["with"] = {
                key: each for key, each in entry["with"].items() if " ".join(key.split()) in kept
            }
        return entry

    def _rewritten(self, claim: Claim, then: Claim, path: Path) -> Iterator[Change]:
        """Yield what makes of an entry the one of afterwards, with what another entry says besides."""
        file, letters = claim.place.file, "".join(then.letters)
        if claim.letters != then.letters:
            written = claim.entry.letters is not None
            yield Replace((*path, "letters"), letters) if written else AddField(path, "letters", letters)
        yield from self._by_role(file, (*path, "with"), claim.expects, then.expects)
        if claim.role != self.to:
            return
        for left in self.graph.claims(claim.work):
            if left.role == self.one:
                entry = self._at(left.place.file, self.files.path(left.place))
                yield from taken_up(path, claim, left, entry, self.before.fold)
        made = [self._style.work(each, file) for each in then.produces if each not in claim.produces]
        yield from listed((*path, "produces"), claim.produces, made)

    def _listed(self, coming: Mapping[str, list[Data]]) -> None:
        """Put entries at the end of the lists of the role that takes them over."""
        place = self.before.roles[self.to].place
        path, changes = self.files.path(place), self.changes[place.file]
        there = self._at(place.file, path)
        for key, entries in coming.items():
            if there.get(key):
                changes += [AddItem((*path, key), each) for each in entries]
            elif key in there:
                changes.append(Replace((*path, key), entries))
            else:
                changes.append(AddField(path, key, entries))

    def roles(self) -> None:
        """Let those who report to the one role, or have it for a deputy, have the other."""
        for id_, was in self.before.roles.items():
            is_, file = self.after.roles[id_], was.place.file
            for key in ("reports_to", "deputy"):
                if getattr(was, key) == (now := getattr(is_, key)):
                    continue
                at = (*self.files.path(was.place), key)
                self.changes[file].append(Remove(at) if now is None else Replace(at, self._role(now, file)))

    def overlaps(self) -> None:
        """Let overlaps and their agreements name the other role."""
        for id_, was in self.before.overlaps.items():
            is_, file = self.after.overlaps.get(id_), was.place.file
            if is_ == was:
                continue
            path, changes = self.files.path(was.place), self.changes[file]
            if is_ is None:
                changes.append(Remove(path))
                self.notes.append(
                    f"The overlap {was.name} goes: it was between the two, and says nothing else."
                )
                continue
            changes += self._by_role(file, (*path, "sides"), was.sides, is_.sides)
            if was.sides and not is_.sides:
                self.notes.append(
                    f"The overlap {was.name} was between the two; see whether it is still needed."
                )
            if was.agreement is not None and is_.agreement is not None:
                changes += self._agreed(file, (*path, "agreement"), was.agreement, is_.agreement)

    def _agreed(self, file: str, path: Path, was: Agreement, is_: Agreement) -> Iterator[Change]:
        accountable, at = self._at(file, path)["accountable"], (*path, "accountable")
        named = accountable.items() if isinstance(accountable, dict) else [(None, accountable)]
        for key, written in named:
            if self._means_one(written):
                yield Replace(at if key is None else (*at, key), self._role(self.to, file))
        yield from self._by_role(file, (*path, "others"), was.others, is_.others)
        if was.escalation != is_.escalation:
            turned_to = False
            for number, step in enumerate(was.escalation):
                at = (*path, "escalation", number)
                if step in {self.one, self.to} and turned_to:
                    yield Remove(at)
                elif step == self.one:
                    yield Replace(at, self._role(self.to, file))
                turned_to = turned_to or step in {self.one, self.to}

    def _by_role(
        self, file: str, path: Path, was: Mapping[str, Any], is_: Mapping[str, Any]
    ) -> Iterator[Change]:
        if was == is_:
            return iter(())
        keys = {self.index.find(" ".join(key.split()))[0]: key for key in self._at(file, path, {})}
        return changes_by_role(path, keys, was, is_, lambda role: self._role(role, file))

    def _role(self, role: str, file: str) -> str:
        """Return a role as a file refers to it."""
        return self._written.setdefault((role, file), self._style.role(role, file))

    def _means_one(self, written: Any) -> bool:
        return self.index.find(" ".join(written.split())) == (self.one,)

    def _at(self, file: str, path: Path, default: Any = None) -> Any:
        """Return the data at a path of a file."""
        found: Any = self.files.data(file)
        for step in path:
            if isinstance(found, dict) and step not in found:
                return default
            found = found[step]
        return found

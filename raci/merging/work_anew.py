"""The claims on a piece of work with other letters: what they are then, and the changes that make them so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from raci.editing.changes import AddField, Remove, Replace
from raci.model.scheme import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from raci.decisions.files import Files
    from raci.decisions.house_style import HouseStyle
    from raci.editing.changes import Change
    from raci.editing.nodes import Data, Path
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Claim
    from raci.model.scheme import Letters, Scheme

BEFORE_LETTERS = ("name", "id", "area", "summary")


@dataclass
class _Entry:
    claim: Claim
    letters: Letters
    expects: dict[str, Letters]


@dataclass(frozen=True)
class NewEntry:
    """An entry that comes onto the list of a role: its fields, and where it stood until now, if it did."""

    role: str
    kind: str
    letters: Letters
    expects: Mapping[str, Letters]
    fields: Mapping[str, Data] = field(default_factory=dict)


def strongest_of(letters: Mapping[str, Letters], scheme: Scheme) -> str:
    """Return the role on whose list work belongs: one that is accountable, or else the nearest to it."""
    for role, codes in letters.items():
        if scheme.accountable in codes:
            return role
    rank = list(Meaning)
    return min(
        letters, key=lambda role: min(rank.index(scheme.letter(code).meaning) for code in letters[role])
    )


class WorkAnew:
    """The claims on a piece of work, which are given other letters one role after the other."""

    def __init__(self, graph: OwnershipGraph, work: str) -> None:
        self.scheme = graph.register.scheme
        self.lead = next(iter(graph.accountable(work)), None)
        self.entries = [_Entry(each, each.letters, dict(each.expects)) for each in graph.claims(work)]
        self.moved: NewEntry | None = None

    def give(self, role: str, letters: Letters) -> None:
        """Let a role have letters and no others; none take it off the work."""
        own = [each for each in self.entries if each.claim.role == role]
        for entry in own:
            entry.letters = letters
        givers = [] if own else [each for each in self.entries if role in each.expects]
        for number, entry in enumerate(givers):
            if letters and not number:
                entry.expects[role] = letters
            elif not set(entry.expects[role]) <= set(letters):
                del entry.expects[role]
        if letters and not own and not givers and self.entries:
            self._first().expects[role] = letters

    def _first(self) -> _Entry:
        """Return the entry that says what others hold: that of the accountable role, or the first."""
        return next((each for each in self.entries if each.claim.role == self.lead), self.entries[0])

    def settle_homes(self) -> None:
        """See to entries whose own role has no letters any more: what they say of others goes elsewhere."""
        gone = [each for each in self.entries if not each.letters]
        self.entries = [each for each in self.entries if each.letters]
        for entry in gone:
            rest = {role: held for role, held in entry.expects.items() if role != entry.claim.role}
            if self.entries:
                own = {each.claim.role for each in self.entries}
                own.update(role for each in self.entries for role in each.expects)
                self._first().expects.update({role: held for role, held in rest.items() if role not in own})
            elif rest:
                role = strongest_of(rest, self.scheme)
                others = {each: held for each, held in rest.items() if each != role}
                self.moved = NewEntry(role, entry.claim.kind, rest[role], others)
                self.entries = [_Entry(entry.claim._replace(role=role), rest[role], others)]
                break

    def claims(self) -> list[Claim]:
        """Return the claims as they are now."""
        return [each.claim._replace(letters=each.letters, expects=each.expects) for each in self.entries]

    def changes(
        self, before: Sequence[Claim], files: Files, style: HouseStyle
    ) -> tuple[dict[str, list[Change]], list[NewEntry]]:
        """Return the changes by file, and what comes new onto a list. Raises CannotEdit."""
        found: defaultdict[str, list[Change]] = defaultdict(list)
        kept = {each.claim.place: each for each in self.entries}
        new: list[NewEntry] = []
        for claim in before:
            path, file = files.path(claim.place), claim.place.file
            entry = kept.get(claim.place)
            if entry is None or entry.claim.role != claim.role:
                found[file].append(Remove(path))
                if self.moved is not None and entry is not None:
                    fields = cast("dict[str, Data]", files.at(file, path))
                    new.append(NewEntry(*_parts(self.moved), fields))
                continue
            found[file] += _letters(entry, claim, path, files)
            found[file] += _expects(entry, claim, path, files, style)
        return {file: each for file, each in found.items() if each}, new


def _parts(moved: NewEntry) -> tuple[str, str, Letters, Mapping[str, Letters]]:
    return moved.role, moved.kind, moved.letters, moved.expects


def _letters(entry: _Entry, claim: Claim, path: Path, files: Files) -> list[Change]:
    if entry.letters == claim.letters:
        return []
    there = claim.place.values
    if "letters" not in there:
        return [AddField(path, "letters", "".join(entry.letters), _last(there, BEFORE_LETTERS))]
    at = (*path, "letters")
    return [Replace(at, _as_before(entry.letters, files.at(claim.place.file, at)))]


def _expects(entry: _Entry, claim: Claim, path: Path, files: Files, style: HouseStyle) -> list[Change]:
    file = claim.place.file
    changes: list[Change] = []
    for role, held in claim.expects.items():
        at = (*path, "with", claim.expects_written[role])
        if role not in entry.expects:
            changes.append(Remove(at))
        elif entry.expects[role] != held:
            changes.append(Replace(at, _as_before(entry.expects[role], files.at(file, at))))
    added: dict[str, Data] = {
        style.role(role, file): "".join(held)
        for role, held in entry.expects.items()
        if role not in claim.expects
    }
    if "with" in claim.place.values:
        changes += [AddField((*path, "with"), key, value) for key, value in added.items()]
    elif added:
        changes.append(AddField(path, "with", added, _last(claim.place.values, (*BEFORE_LETTERS, "letters"))))
    return changes


def _as_before(letters: Letters, written: Data) -> Data:
    """Return letters as the file has them: in a list where they were in one."""
    return list(letters) if isinstance(written, list) else "".join(letters)


def _last(there: Mapping[str | int, object], keys: Sequence[str]) -> str | None:
    return next((key for key in reversed(keys) if key in there), None)

"""Two registers beside each other: what is the same in both, what it is called, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from raci.changes.pairing import Pairing
from raci.model.scheme import Meaning
from raci.text.names import by_name, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from raci.changes.pairing import Pair, Pairs
    from raci.graph.ownership import OwnershipGraph
    from raci.model.register import Overlap, Register, Role
    from raci.model.scheme import Letters, Scheme


@dataclass(frozen=True)
class Sides:
    """The graphs of before and after, and the pairs of what is the same in both.

    With `letters_only` one of them is a table, which has roles, work, areas and letters, and nothing else.
    """

    before: OwnershipGraph
    after: OwnershipGraph
    roles: Pairs
    work: Pairs
    overlaps: Pairs
    practices: Pairs
    letters_only: bool = False

    def role(self, id_: str) -> str:
        """Return the name of a role, afterwards if it is still there; plain text stays as it is."""
        role = self._role(id_)
        return role.name if role else id_

    def names(self, ids: Iterable[str]) -> str:
        """Return names of roles as people list them."""
        return in_words(map(self.role, ids))

    def work_name(self, id_: str) -> str:
        """Return the name of work, afterwards if it is still there."""
        work = self.after.register.work.get(id_) or self.before.register.work.get(id_)
        return work.name if work else id_

    def works(self, ids: Iterable[str]) -> str:
        """Return names of work as people list them."""
        return in_words(map(self.work_name, ids))

    def practice_name(self, id_: str) -> str:
        """Return the name of a practice, afterwards if it is still there."""
        found = self.after.register.practices.get(id_) or self.before.register.practices.get(id_)
        return found.entry.name if found else id_

    def held_before(self, work: str) -> dict[str, Letters]:
        """Return the letters that held for work, by the ids that roles have afterwards."""
        return self.by_role_now(self.before.letters(work))

    def held_after(self, work: str) -> dict[str, Letters]:
        """Return the letters that hold for work."""
        return {role: held for role, held in self.after.letters(work).items() if held}

    def by_role_now(self, letters: Mapping[str, Letters]) -> dict[str, Letters]:
        """Return letters by the ids that roles have afterwards."""
        return {self.roles.now(role): held for role, held in letters.items() if held}

    def unowned_turned(self, pair: Pair) -> bool:
        """Return whether work is unowned on purpose on one side only."""
        was, is_ = self.before.register.work[pair.before], self.after.register.work[pair.after]
        return (was.unowned is None) != (is_.unowned is None)

    @property
    def accountable(self) -> str:
        """Return the word for who is accountable afterwards."""
        scheme = self.after.register.scheme
        return scheme.letter(scheme.accountable).word

    def who_is_accountable(self, roles: Sequence[str]) -> str:
        """Return that roles are accountable, as a clause."""
        are = "is" if len(roles) == 1 else "are both" if len(roles) == 2 else "are all"  # noqa: PLR2004 - both
        return f"{self.names(roles)} {are} {self.accountable}"

    def now(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Return the ids that roles have afterwards, in order."""
        return tuple(sorted(map(self.roles.now, roles), key=by_name))

    def differ(self, before: Letters, after: Letters) -> bool:
        """Return whether letters say something else; those of two schemes are held against their meaning."""
        old, new = self.before.register.scheme, self.after.register.scheme
        if old.name == new.name:
            return before != after
        return _meant(before, old) != _meant(after, new)

    def was(self, letters: Letters) -> str:
        """Return letters of before in words."""
        return in_words(self.before.register.scheme.words(letters))

    def is_(self, letters: Letters) -> str:
        """Return letters of after in words."""
        return in_words(self.after.register.scheme.words(letters))

    def _role(self, id_: str) -> Role | None:
        return self.after.register.roles.get(id_) or self.before.register.roles.get(id_)


def _meant(letters: Letters, scheme: Scheme) -> frozenset[str]:
    held = map(scheme.letter, letters)
    return frozenset(each.word if each.meaning is Meaning.OTHER else each.meaning for each in held)


def sides_of(before: OwnershipGraph, after: OwnershipGraph, *, letters_only: bool = False) -> Sides:
    """Return two registers side by side.

    Names come first for all: claims are equal only if it is known which roles and which work are the same.
    """
    old, new = before.register, after.register
    roles, work = Pairing(old.roles, new.roles), Pairing(old.work, new.work)
    role_names = partial(_role_names, old), partial(_role_names, new)
    work_names = partial(_work_names, old), partial(_work_names, new)
    roles.by_names(*role_names)
    work.by_names(*work_names)
    roles.by_claims(
        lambda id_: frozenset((work.now(each), held) for each, held in _part(before, id_)),
        lambda id_: frozenset(_part(after, id_)),
        role_names,
        lambda one, other: _of_one_person(old.roles[one], new.roles[other]),
    )
    work.by_claims(
        lambda id_: frozenset((roles.now(role), held) for role, held in before.letters(id_).items()),
        lambda id_: frozenset(after.letters(id_).items()),
        work_names,
    )
    overlaps, practices = Pairing(old.overlaps, new.overlaps), Pairing(old.practices, new.practices)
    titles = partial(_overlap_names, old), partial(_overlap_names, new)
    overlaps.by_names(*titles)
    overlaps.by_claims(
        lambda id_: _met(old.overlaps[id_], roles.now, work.now),
        lambda id_: _met(new.overlaps[id_]),
        titles,
        enough=1,
    )
    practices.by_names(partial(_practice_names, old), partial(_practice_names, new))
    return Sides(
        before, after, roles.done(), work.done(), overlaps.done(), practices.done(), letters_only=letters_only
    )


def _role_names(register: Register, id_: str) -> list[str]:
    role = register.roles[id_]
    return [*map(register.fold, (role.name, *role.entry.aliases))]


def _work_names(register: Register, id_: str) -> list[str]:
    work = register.work[id_]
    return [*map(register.fold, (work.name, *work.aliases))]


def _overlap_names(register: Register, id_: str) -> list[str]:
    return [register.fold(register.overlaps[id_].name)]


def _practice_names(register: Register, id_: str) -> list[str]:
    return [register.fold(register.practices[id_].entry.name)]


def _part(graph: OwnershipGraph, role: str) -> list[tuple[str, Letters]]:
    """Return the work that a role has on its list or holds a letter for, with the letters that it holds."""
    listed = (work.id for work in graph.claimed_by(role))
    return [(work, graph.letters(work).get(role, ())) for work in {*listed, *graph.work_with(role)}]


def _of_one_person(one: Role, other: Role) -> bool | None:
    """Return whether two roles are held by one person; by others it is a handover. None if not known."""
    were, are = ({person.name for person in role.entry.people} for role in (one, other))
    return not were.isdisjoint(are) if were and are else None


def _met(
    overlap: Overlap, role: Callable[[str], str] = str, work: Callable[[str], str] = str
) -> frozenset[Hashable]:
    """Return which roles meet in an overlap, and on which work."""
    return frozenset(
        (*(("role", role(each)) for each in overlap.sides), *(("work", work(each)) for each in overlap.work))
    )

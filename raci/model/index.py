"""What a reference means: an id, a name or an alias of everything of one kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from raci.text.names import fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.model.register import Register
    from raci.text.names import Fold


@dataclass
class Index:
    """Everything of one kind that can be referred to. `noun` is what messages call it.

    An id beats a name, and a name an alias, so that naming a thing outright is never ambiguous
    because another thing lists the same words among its aliases.
    """

    noun: str
    fold: Fold = fold
    ids: set[str] = field(default_factory=set)
    _names: dict[str, set[str]] = field(default_factory=dict)
    _aliases: dict[str, set[str]] = field(default_factory=dict)
    _known: list[str] = field(default_factory=list)

    def add(self, id_: str, name: str, aliases: Iterable[str] = ()) -> None:
        """Make `id_` known by its id, its name and its aliases."""
        self.add_folded(id_, (name, *aliases), [self.fold(each) for each in (name, *aliases)])

    def add_folded(self, id_: str, names: Sequence[str], folded: Sequence[str]) -> None:
        """Make `id_` known by its id and its names, of which all but the first are aliases."""
        self.ids.add(id_)
        self._known.extend(names)
        self._names.setdefault(folded[0], set()).add(id_)
        for alias in folded[1:]:
            self._aliases.setdefault(alias, set()).add(id_)

    def find(self, written: str) -> tuple[str, ...]:
        """Return the ids that `written` may mean: none, one, or several where it is ambiguous."""
        if written in self.ids:
            return (written,)
        folded = self.fold(written)
        return tuple(sorted(self._names.get(folded) or self._aliases.get(folded) or ()))

    def asked(self, text: str) -> tuple[str, ...]:
        """Return the ids that somebody may mean who asks for `text`: an id need not be written as one."""
        id_ = slug(text)
        return self.find(text) or ((id_,) if id_ in self.ids else ())

    def known(self) -> set[str]:
        """Return the ids, names and aliases that a reference may use."""
        return self.ids.union(self._known)


def role_index(register: Register) -> Index:
    """Return what the roles of a register go by."""
    index = Index("role", register.fold)
    for role in register.roles.values():
        index.add(role.id, role.name, role.entry.aliases)
    return index

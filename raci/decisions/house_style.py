"""How files refer to roles and work: by ids, or by names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.decisions.things import Kind, index_of, things

if TYPE_CHECKING:
    from raci.decisions.files import Files
    from raci.model.index import Index
    from raci.model.register import Register


class HouseStyle:
    """Writes references as most of those in a file are, or else those of all files."""

    def __init__(self, register: Register, files: Files) -> None:
        self._register, self._files = register, files
        self._known: dict[Kind, tuple[Index, dict[str, str]]] = {}
        self._by_ids: dict[tuple[Kind, str], bool] = {}

    def role(self, id_: str, file: str) -> str:
        """Return a role as a file refers to it; what is no role is plain text, and stays."""
        return self._written(Kind.ROLE, id_, file, by_id=True) if id_ in self._register.roles else id_

    def work(self, id_: str, file: str) -> str:
        """Return a piece of work as a file refers to it."""
        return self._written(Kind.WORK, id_, file, by_id=False)

    def _written(self, kind: Kind, id_: str, file: str, *, by_id: bool) -> str:
        if kind not in self._known:
            names = {each.id: each.name for each in things(self._register, kind)}
            self._known[kind] = index_of(self._register, kind), names
        index, names = self._known[kind]
        if (kind, file) not in self._by_ids:
            self._by_ids[kind, file] = self._is_by_id(kind, file, index, by_id=by_id)
        name = names[id_]
        return id_ if self._by_ids[kind, file] or index.find(name) != (id_,) else name

    def _is_by_id(self, kind: Kind, file: str, index: Index, *, by_id: bool) -> bool:
        for files in ((file,), ()):
            found = [
                index.find(each.written) and each.written in index.ids
                for each in self._files.references(kind, *files)
                if index.find(each.written)
            ]
            if found:
                return sum(map(bool, found)) * 2 >= len(found) + (not by_id)
        return by_id

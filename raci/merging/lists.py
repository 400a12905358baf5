"""What comes new into the files: entries on the lists of roles, and roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import count
from typing import TYPE_CHECKING

from raci.editing.changes import AddField, AddItem
from raci.importing.joining import roles_named
from raci.merging.work_anew import BEFORE_LETTERS, NewEntry, strongest_of
from raci.text.names import by_name, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from raci.decisions.files import Files
    from raci.decisions.house_style import HouseStyle
    from raci.editing.changes import Change
    from raci.editing.nodes import Data
    from raci.importing.claims import Claim
    from raci.model.register import Register
    from raci.model.scheme import Letters

_FIELDS = {"responsibility": "responsibilities", "deliverable": "deliverables"}


class Lists:
    """Takes what comes new, and says where it goes; `ids` are those of new roles by their names."""

    def __init__(self, register: Register, files: Files, style: HouseStyle, new: Sequence[str]) -> None:
        self._register, self._files, self._style = register, files, style
        known = roles_named(new, {}, register.roles)
        self.ids = {name: known[name].id for name in new}
        self._new = {each.id: each for each in known.values()}
        self._work = set(register.work)
        self._entries: defaultdict[str, list[NewEntry]] = defaultdict(list)

    def name(self, role: str) -> str:
        """Return what a role is called, one that comes new as well."""
        return self._new[role].name if role in self._new else self._register.roles[role].name

    def told(self) -> Iterable[str]:
        """Yield a sentence for each role that comes new."""
        if self._new:
            file = self._file_of_roles()
            yield from (f"{each.name}: is a new role, in {file}" for each in self._new.values())

    def named(self, claim: Claim, *, alone: bool) -> tuple[str, dict[str, Data]]:
        """Return the id of new work and its fields, the id too where it is not `alone` with its name."""
        id_ = slug(claim.name)
        if not id_ or id_ in self._work or not alone:
            wanted = slug(f"{claim.area} {claim.name}") or "work"
            id_ = next(each for each in _numbered(wanted) if each not in self._work)
        self._work.add(id_)
        fields: dict[str, Data] = {
            "name": claim.name,
            "id": "" if id_ == slug(claim.name) and alone else id_,
            "area": claim.area,
            "summary": " ".join(claim.summary.split()),
            "source": claim.source,
        }
        return id_, {key: value for key, value in fields.items() if value}

    def entries(
        self, meant: Mapping[str, Letters], kind: str, fields: Mapping[str, Data]
    ) -> tuple[NewEntry, ...]:
        """Return the entries for work: at each role that is accountable, or at the one nearest to it."""
        scheme = self._register.scheme
        homes = [role for role, codes in meant.items() if scheme.accountable in codes]
        homes = homes or [strongest_of(meant, scheme)]
        others = {role: codes for role, codes in meant.items() if role not in homes}
        return tuple(NewEntry(role, kind, meant[role], others, fields) for role in homes)

    def add(self, entries: Iterable[NewEntry]) -> None:
        """Put entries onto the lists of their roles."""
        for each in entries:
            self._entries[each.role].append(each)

    def changes(self) -> dict[str, list[Change]]:
        """Return the changes by file. Raises CannotEdit."""
        found: defaultdict[str, list[Change]] = defaultdict(list)
        for id_, entries in self._entries.items():
            if id_ in self._new:
                continue
            role = self._register.roles[id_]
            path, file = self._files.path(role.place), role.place.file
            for key, data in self._by_list(entries, file).items():
                if key in role.place.values:
                    found[file] += [AddItem((*path, key), each) for each in data]
                else:
                    found[file].append(AddField(path, key, list(data)))
        if self._new:
            file = self._file_of_roles()
            roles: dict[str, Data] = {id_: self._role(id_, file) for id_ in self._new}
            if "roles" in self._register.places[file].values:
                found[file] += [AddField(("roles",), id_, data) for id_, data in roles.items()]
            else:
                found[file].append(AddField((), "roles", roles))
        return found

    def _file_of_roles(self) -> str:
        files = Counter(each.place.file for each in self._register.roles.values())
        return min(files or self._register.files, key=lambda file: (-files[file], by_name(file)))

    def _role(self, id_: str, file: str) -> dict[str, Data]:
        role = self._new[id_]
        found: dict[str, Data] = {"name": role.name}
        if role.alias:
            found["aliases"] = [role.alias]
        lists = self._by_list(self._entries.get(id_, ()), file)
        return found | {key: list(data) for key, data in lists.items()}

    def _by_list(self, entries: Iterable[NewEntry], file: str) -> dict[str, list[Data]]:
        found: dict[str, list[Data]] = {}
        for each in entries:
            found.setdefault(_FIELDS[each.kind], []).append(self._entry(each, file))
        return found

    def _entry(self, entry: NewEntry, file: str) -> dict[str, Data]:
        expects: Data = {self._style.role(role, file): "".join(held) for role, held in entry.expects.items()}
        fields = {key: entry.fields[key] for key in BEFORE_LETTERS if key in entry.fields}
        fields["letters"] = "".join(entry.letters)
        if expects:
            fields["with"] = expects
        return fields | {key: value for key, value in entry.fields.items() if key not in {*fields, "with"}}


def _numbered(wanted: str) -> Iterable[str]:
    """Yield an id, and the same with numbers."""
    yield wanted
    yield from (f"{wanted}-{number}" for number in count(2))

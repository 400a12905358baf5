"""What a matrix says of work and roles besides letters: their names, their areas, and that they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.decisions.decision import CannotDecide
from raci.decisions.rename import Renaming, rename
from raci.decisions.things import Kind, index_of, things
from raci.editing.changes import AddField, Remove, Replace
from raci.sheets.table import tidy
from raci.text.names import counted, in_words
from raci.text.visible import visible

if TYPE_CHECKING:
    from raci.importing.claims import Taken
    from raci.merging.draft import Draft
    from raci.merging.rows import Row
    from raci.model.register import Work

_NAMED = 5  # pieces of work without a row that are named


class Surroundings:
    """Sees to names and areas."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def see_to(self, row: Row, work: Work) -> None:
        """Let work have the name and be in the area that a row says."""
        if row.claim.kind not in {"", work.kind}:
            way = f"to make it a {row.claim.kind}, move its entry."
            self.draft.stay.append(f"{self.draft.called(work)}: stays a {work.kind}; {way}")
        if self._is_moved(row, work):
            self._move(row.claim.area, work)
        if self._is_renamed(row, work):
            name = " ".join(row.claim.name.split())
            thing = next(each for each in things(self.draft.register, Kind.WORK) if each.id == work.id)
            self._rename(Renaming(thing, work.name, name))
            self.draft.told.append(f'{self.draft.called(work)}: is called "{name}" now')

    def leave(self, row: Row, work: Work) -> None:
        """Tell of a name and an area that cannot be seen to, for the entry itself moves."""
        if self._is_moved(row, work) or self._is_renamed(row, work):
            self.draft.stay.append(
                f"{self.draft.called(work)}: its name and area stay, for its entry moves to another list. "
                "Import once more for these."
            )

    def _is_moved(self, row: Row, work: Work) -> bool:
        fold = self.draft.register.fold
        return row.areas and fold(row.claim.area) != fold(tidy(visible(work.area or "")))

    @staticmethod
    def _is_renamed(row: Row, work: Work) -> bool:
        """Return whether work has another name: that is known only of a row with its id."""
        name = " ".join(row.claim.name.split())
        return bool(row.named and name) and name not in {tidy(visible(work.name)), tidy(work.name)}

    def _move(self, area: str, work: Work) -> None:
        draft = self.draft
        fold = draft.register.fold
        known = {fold(each.area or ""): each.area for each in draft.register.work.values()}
        area = known.get(fold(area)) or area
        entries = [(each.entry.area, each.place) for each in work.claims]
        entries += [(work.unowned.entry.area, work.unowned.place)] if work.unowned else []
        for has, place in entries:
            at = (*draft.files.path(place), "area")
            if has is not None:
                draft.changes[place.file].append(Replace(at, area) if area else Remove(at))
        if not any(has is not None for has, _ in entries):
            place = entries[0][1]
            after = "id" if "id" in place.values else "name"
            draft.changes[place.file].append(AddField(draft.files.path(place), "area", area, after))
        draft.areas[work.id] = area
        draft.told.append(f"{draft.called(work)}: area {work.area or 'none'} → {area or 'none'}")

    def names_of_roles(self, taken: Taken) -> None:
        """See to roles whose columns have another name, where the ids of columns are known."""
        index = index_of(self.draft.register, Kind.ROLE)
        for name, id_ in taken.ids.items():
            role = self.draft.register.roles.get(id_)
            known = role is None or id_ in index.find(name) or name.endswith(f"({id_})")
            if role is None or known or name in {tidy(visible(role.name)), tidy(role.name)}:
                continue
            thing = next(each for each in things(self.draft.register, Kind.ROLE) if each.id == id_)
            self._rename(Renaming(thing, role.name, name))
            self.draft.told.append(f'{role.name} ({role.place.at()}): is called "{name}" now')

    def _rename(self, renaming: Renaming) -> None:
        try:
            self.draft.put(rename(self.draft.graph, self.draft.files, renaming).changes)
        except CannotDecide as error:
            instead = "If only letters are to change places, leave the names and exchange the letters."
            raise CannotDecide(f"{error} {instead}") from None

    def roles_without_column(self) -> None:
        """Tell of roles whose columns are gone: they keep what they have."""
        graph, columns = self.draft.graph, self.draft.rows.roles
        held = {role for work in self.draft.register.work for role in graph.letters(work)}
        for each in self.draft.register.roles.values():
            if each.id in held - columns:
                where = each.place.at()
                told = f"{each.name} ({where.file}:{where.line}): has no column, and keeps its letters"
                self.draft.stay.append(told)

    def without_row(self) -> None:
        """Tell of work that has no row in a matrix that takes none away."""
        there = {row.work for row in self.draft.rows.rows}
        names = [each.name for each in self.draft.register.work.values() if each.id not in there]
        if names:
            more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
            has = "has no row and stays" if len(names) == 1 else "have no row and stay"
            pieces = counted(len(names), "piece of work", "pieces of work")
            self.draft.stay.append(f"{pieces} {has}: {in_words([*names[:_NAMED], *more])}.")

    def gone(self) -> None:
        """Let work go that has no row any more, unless something else in the files names it."""
        there = {row.work for row in self.draft.rows.rows}
        index = index_of(self.draft.register, Kind.WORK)
        named = {index.find(each.written): each for each in self.draft.files.references(Kind.WORK)}
        for work in self.draft.register.work.values():
            if work.id in there:
                continue
            if reference := named.get((work.id,)):
                self.draft.stay.append(
                    f"{self.draft.called(work)}: has no row, and stays: {reference.file} names it at "
                    f"{' > '.join(map(str, reference.path))}."
                )
                continue
            places = [each.place for each in work.claims] + ([work.unowned.place] if work.unowned else [])
            for place in places:
                self.draft.changes[place.file].append(Remove(self.draft.files.path(place)))
            self.draft.claims[work.id] = frozenset()
            self.draft.told.append(f"{self.draft.called(work)}: is gone, for its row is")

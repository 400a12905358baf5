"""Which claims are on the same work: they join on its id, or else on its folded name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from raci.finding import Finding, Related
from raci.names import fold, in_words, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from raci.location import Place
    from raci.model.entries import UnownedEntry, WorkEntry
    from raci.model.register import Kind


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry for a piece of work on a list: a role's, or (without a role) that of unowned work."""

    role: str | None
    kind: Kind
    entry: WorkEntry | UnownedEntry
    place: Place


def identify(listed: Sequence[Listed]) -> tuple[dict[str, list[Listed]], list[Finding]]:
    """Return the entries by the id of their work, and what is wrong with their names.

    An entry without an id whose name another entry gives an id to is that entry's work. Names that
    fold differently and give the same id, or none, need an id; one list names a thing once.
    """
    findings: list[Finding] = []
    ids_of_name: dict[str, set[str]] = {}
    for each in listed:
        if each.entry.id is not None:
            ids_of_name.setdefault(fold(each.entry.name), set()).add(each.entry.id)
    joined: dict[str, list[Listed]] = {}
    slugged: dict[str, tuple[str, Listed]] = {}
    for each in sorted(listed, key=lambda each: each.place.at("name")):
        folded = fold(each.entry.name)
        id_ = each.entry.id
        if id_ is None:
            known = ids_of_name.get(folded, ())
            id_ = next(iter(known)) if len(known) == 1 else slug(each.entry.name)
            if problem := _problem(each, folded, id_, sorted(known), slugged):
                findings.append(problem)
                continue
        joined.setdefault(id_, []).append(each)
    for entries in joined.values():
        findings.extend(_repeated(entries))
    return joined, findings


def _problem(
    each: Listed, folded: str, id_: str, known: Sequence[str], slugged: dict[str, tuple[str, Listed]]
) -> Finding | None:
    name, where = each.entry.name, each.place.at("name")
    if len(known) > 1:
        message = f'"{name}" may be {in_words(known, last="or")}'
        return Finding(where, "ambiguous-name", message, "Give it the `id` of the one that is meant.")
    if not id_:
        message = f'"{name}" has neither letters nor digits to make an id of'
        return Finding(where, "needs-id", message, "Give it an `id`.")
    first_folded, first = slugged.setdefault(id_, (folded, each))
    if first_folded != folded and not known:
        message = f'"{name}" and "{first.entry.name}" are different names with the same id {id_}'
        related = Related(first.place.at("name"), "the other name")
        return Finding(where, "needs-id", message, "Give one of the two an `id`.", (related,))
    return None


def _repeated(entries: Iterable[Listed]) -> Iterable[Finding]:
    first: dict[str | None, Listed] = {}
    for each in entries:
        known = first.setdefault(each.role, each)
        if known is not each:
            where = known.place.at("name")
            message = f'"{each.entry.name}" is on this list a second time, first in line {where.line}'
            yield Finding(
                each.place.at("name"),
                "duplicate-work",
                message,
                "Keep one of the two, or give them different names.",
                (Related(where, "first here"),),
            )
